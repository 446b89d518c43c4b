// Any bytes as a sentence: an error with words, or a command that is written and read back alike.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <variant>

#include "engine/core/paths.h"
#include "sim/scenario/default_station.h"
#include "sim/station/sentence.h"

namespace {

const sim::Layout& layout() {
    static engine::Problems problems;
    static const sim::FileSource assets = sim::disk_files(engine::assets_folder());
    static const sim::DefaultStation station(assets, problems);
    return station.layout();
}

void check(const std::string& text) {
    const auto parsed = sim::parse_sentence(layout(), text);
    if (const auto* error = std::get_if<sim::SentenceError>(&parsed)) {
        if (error->message.empty() || error->column < 1) std::abort();
        return;
    }
    const auto& command = std::get<sim::Command>(parsed);
    const std::string written = sim::format_sentence(layout(), command);
    const auto again = sim::parse_sentence(layout(), written);
    const auto* same = std::get_if<sim::Command>(&again);
    if (same == nullptr || !(*same == command)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    check(text);
    (void)sim::parse_step_sentence(layout(), text);
    return 0;
}
