// Any text as a file of any kind, read with all that its kind asks for: the readers must complain
// or be content, never crash, and say where.

#include <cstdlib>
#include <filesystem>

#include "sim/scenario/check.h"

namespace {

/// The small station of the readers' tests, read from the disk once.
sim::FileSource assets() {
    namespace fs = std::filesystem;
    const fs::path folder = fs::path(__FILE__).parent_path() / "../sim/scenario/assets";
    sim::Files files;
    for (const char* kind : {"equipment", "faults", "procedures", "elections"}) {
        for (const auto& entry : fs::directory_iterator(folder / kind)) {
            const std::string id = entry.path().stem().string();
            files[sim::asset_key(kind, id)] = sim::read_text(entry.path()).value_or("");
        }
    }
    return sim::stored_files(std::move(files));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const sim::FileSource source = assets();
    const std::string text(reinterpret_cast<const char*>(data), size);
    for (const engine::Problem& problem : sim::check_text(source, "drill.yaml", text)) {
        if (problem.message.empty() || problem.line < 0 || problem.column < 0) std::abort();
    }
    return 0;
}
