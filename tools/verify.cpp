#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "engine/core/time.h"
#include "sim/recording/verify.h"
#include "tools/files.h"
#include "tools/program.h"

namespace polldrill {

namespace {

using Json = nlohmann::ordered_json;

Json json_of(const sim::Verification& result) {
    Json json;
    json["good"] = result.good();
    json["closed"] = result.closed;
    json["program"] = result.info.program;
    json["scenario"] = result.info.scenario;
    json["seed"] = result.info.seed;
    json["reached"] = engine::format_clock_exact(result.reached);
    json["commands"] = result.commands;
    json["observations"] = result.observations;
    json["minutes"] = result.minutes;
    json["keyframes"] = result.keyframes;
    Json damage = Json::array();
    for (const sim::Damage& one : result.damage) {
        damage.push_back({{"table", one.table},
                          {"row", one.row},
                          {"column", one.column},
                          {"message", one.message.english()}});
    }
    json["damage"] = std::move(damage);
    if (result.divergence) {
        json["divergence"] = {{"branch", result.divergence->branch},
                              {"time", engine::format_clock_exact(result.divergence->time)},
                              {"what", result.divergence->what.english()}};
    }
    if (!result.unreadable.empty()) json["unreadable"] = result.unreadable.english();
    return json;
}

std::string text_of(const sim::Verification& result, const engine::Translator& _) {
    using engine::Phrase;
    std::string text;
    const auto add = [&](const Phrase& phrase) { text += phrase.in(_) + "\n"; };
    for (const sim::Damage& one : result.damage) add(Phrase(N_("damaged: ")).then(one.message));
    if (result.divergence) {
        add(Phrase(N_("the replay differs at {}: "),
                   engine::format_clock_exact(result.divergence->time))
                .then(result.divergence->what));
        if (result.info.program != POLLDRILL_VERSION) {
            add({N_("recorded by program {}, replayed by {}"), result.info.program,
                 POLLDRILL_VERSION});
        }
    }
    if (!result.unreadable.empty()) {
        add(Phrase(N_("it cannot be replayed: ")).then(result.unreadable));
    }
    if (!result.good()) return text;
    add({N_("whole, and the replay is the same bit for bit: {} with seed {} up to {}"),
         result.info.scenario, result.info.seed, engine::format_clock(result.reached)});
    add({N_("{} commands, {} observations, {} hashes, {} keyframes"), result.commands,
         result.observations, result.minutes, result.keyframes});
    if (!result.closed) add(N_("it was cut off and can be gone on with"));
    return text;
}

Exit verify(const std::string& file, bool json, const sim::Reader& reader) {
    return with_recording(file, reader, [&](const sim::Recording& recording) {
        const sim::Verification result = sim::verify(recording);
        if (json) {
            fmt::print("{}\n", json_of(result).dump(2, ' ', false, Json::error_handler_t::replace));
        } else {
            fmt::print("{}: {}", file, text_of(result, reader.translate));
        }
        return result.good() ? Exit::well : Exit::damaged;
    });
}

}  // namespace

void add_verify(CLI::App& app, Program& program) {
    CLI::App* command =
        app.add_subcommand("verify", "Check that a recording is whole and replays bit for bit");
    command->footer(
        "Ends with 0 when it is, and with 3 when anything in the file was changed (what and where "
        "is\n"
        "said) or the replay differs (when and in what is said).\n\n"
        "Example:\n  polldrill verify day.drill --json");
    auto file = std::make_shared<std::string>();
    auto json = std::make_shared<bool>(false);
    command->add_option("FILE", *file, "Recording")->required();
    command->add_flag("--json", *json, "Print the findings as JSON");
    command->callback([&program, file, json] {
        program.run = [&program, file, json] { return verify(*file, *json, program.reader()); };
    });
}

}  // namespace polldrill
