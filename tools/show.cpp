#include <fmt/format.h>
#include <cereal/archives/json.hpp>

#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>

#include "engine/core/text.h"
#include "sim/assessment/account.h"
#include "sim/recording/grade_rows.h"
#include "sim/recording/player.h"
#include "sim/station/signals.h"
#include "tools/files.h"
#include "tools/program.h"

namespace polldrill {

namespace {

using Json = nlohmann::ordered_json;

struct ShowOptions {
    std::string file;
    std::string at;
    bool json = false;
    bool whole = false;
};

std::string world_json(const sim::World& world) {
    std::ostringstream out;
    {
        cereal::JSONOutputArchive archive(out);
        archive(cereal::make_nvp("world", world));
    }
    return out.str();
}

void print_signals(const sim::World& world, const sim::Reader& reader) {
    const sim::Layout& layout = world.layout();
    fmt::print("{}\n", engine::format_clock(world.now));
    for (const std::string& name : sim::signal_names(layout)) {
        const auto signal = sim::find_signal(layout, name);
        if (!signal || signal->signal < 0) continue;
        fmt::print("  {} {}\n", engine::pad(name, 36),
                   sim::describe_value(layout, *signal, sim::read(world, *signal), reader));
    }
}

Exit show_moment(const sim::Recording& recording, const ShowOptions& options,
                 const sim::Reader& reader) {
    const auto time = engine::parse_clock(options.at);
    if (!time) {
        return bad_use(engine::Phrase(N_("--at is a time such as 11:00 or -1d 15:00, not {}"),
                                      engine::quote(options.at))
                           .in(reader.translate));
    }
    const sim::Player player(recording);
    const sim::World world = player.at(*time);
    if (options.json) {
        fmt::print("{}\n", world_json(world));
    } else {
        print_signals(world, reader);
    }
    return Exit::well;
}

// What a program that cannot read the drill's files any more still shows.
std::string bare_line(const sim::RecordedObservation& row) {
    std::string text = fmt::format("{} {} {} {}", engine::format_clock(row.time), row.actor,
                                   row.device, row.message);
    for (const sim::RecordedArgument& argument : row.arguments) {
        text += argument.noun.empty() ? fmt::format(" {}", argument.number)
                                      : fmt::format(" {}", argument.noun);
    }
    return engine::quote(text, 400);
}

Json argument_json(const sim::RecordedArgument& argument) {
    return argument.noun.empty() ? Json(argument.number) : Json(argument.noun);
}

template <class Row>
Json arguments_json(const Row& row) {
    Json list = Json::array();
    for (const sim::RecordedArgument& argument : row.arguments) {
        list.push_back(argument_json(argument));
    }
    return list;
}

Json info_json(const sim::RecordingInfo& info) {
    return {{"program", info.program}, {"scenario", info.scenario}, {"seed", info.seed},
            {"trainee", info.trainee}, {"crew", info.crew},         {"posts", info.posts},
            {"started", info.started}, {"exam", info.exam}};
}

Json commands_json(const sim::Recording& recording, std::int64_t branch) {
    Json list = Json::array();
    for (const sim::RecordedCommand& row : recording.commands(branch)) {
        Json item = {{"time", engine::format_clock_exact(row.time)},
                     {"author", row.author},
                     {"actor", row.actor},
                     {"sentence", row.sentence}};
        if (!row.refused.empty()) {
            item["refused"] = row.refused;
            item["arguments"] = arguments_json(row);
        }
        list.push_back(std::move(item));
    }
    return list;
}

Json observations_json(const sim::Recording& recording, std::int64_t branch) {
    Json list = Json::array();
    for (const sim::RecordedObservation& row : recording.observations(branch)) {
        list.push_back({{"time", engine::format_clock_exact(row.time)},
                        {"message", row.message},
                        {"device", row.device},
                        {"actor", row.actor},
                        {"arguments", arguments_json(row)}});
    }
    return list;
}

Json branches_json(const std::vector<sim::RecordedBranch>& branches) {
    Json list = Json::array();
    for (const sim::RecordedBranch& branch : branches) {
        list.push_back({{"number", branch.number},
                        {"parent", branch.parent},
                        {"start", engine::format_clock_exact(branch.start)}});
    }
    return list;
}

void print_json(const sim::Recording& recording) {
    const std::vector<sim::RecordedBranch> branches = recording.branches();
    const auto last = static_cast<std::int64_t>(branches.size()) - 1;
    Json json = info_json(recording.info());
    json["closed"] = recording.closed();
    json["reached"] = engine::format_clock_exact(recording.reached());
    json["branches"] = branches_json(branches);
    Json grade = Json::object();
    for (const sim::RecordedGrade& row : recording.grade()) {
        grade[row.item] = Json::parse(row.value, nullptr, false);
    }
    json["grade"] = std::move(grade);
    json["commands"] = commands_json(recording, last);
    json["observations"] = observations_json(recording, last);
    fmt::print("{}\n", json.dump(2, ' ', false, Json::error_handler_t::replace));
}

void print_account(const sim::Recording& recording, const sim::RecordedDrill& recorded,
                   const ShowOptions& options, const sim::Reader& reader) {
    sim::Drill drill = recorded.make();
    const sim::Setup& setup = *drill.setup;
    const auto last = static_cast<std::int64_t>(recording.branches().size()) - 1;
    sim::DayAccount account(setup);
    for (const sim::RecordedObservation& row : recording.observations(last)) {
        const auto seen = sim::observation_of(setup, row);
        if (seen) account.add({&*seen, 1});
    }
    sim::Sink sink;
    sink.moment = [&account](const sim::World& world) { account.moment(world); };
    sim::replay_until(drill, sim::commands_of(recording.commands(last), setup), recording.reached(),
                      sink);
    account.finish(drill.world);
    fmt::print("{}\n", account.text(setup, reader, options.whole));
    const sim::Grade grade =
        sim::grade_of(recording.grade(), sim::grading_plan(recorded.loaded.scenario, setup));
    if (recording.closed()) {
        fmt::print("{}", sim::grade_text(grade, reader.translate, reader.language));
    }
}

void print_bare(const sim::Recording& recording, const engine::Phrase& reason,
                const sim::Reader& reader) {
    fmt::print(stderr, "{}: {}\n", reader.translate(N_("this program cannot replay it")),
               reason.in(reader.translate));
    const auto last = static_cast<std::int64_t>(recording.branches().size()) - 1;
    for (const sim::RecordedObservation& row : recording.observations(last)) {
        fmt::print("{}\n", bare_line(row));
    }
    for (const sim::RecordedGrade& row : recording.grade()) {
        fmt::print("{}: {}\n", row.item, engine::quote(row.value, 1000));
    }
}

Exit show(const sim::Recording& recording, const ShowOptions& options, const sim::Reader& reader) {
    if (!options.at.empty()) return show_moment(recording, options, reader);
    if (options.json) {
        print_json(recording);
        return Exit::well;
    }
    const engine::Translator& _ = reader.translate;
    const sim::RecordingInfo info = recording.info();
    fmt::print("{}  {} {}  {} {}  {} {}\n", info.scenario, _("seed"), info.seed, _("trainee"),
               info.trainee.empty() ? "–" : info.trainee, _("started"), info.started);
    if (!recording.closed()) {
        fmt::print("{} {}\n", _("Cut off at"), engine::format_clock(recording.reached()));
    }
    try {
        print_account(recording, *sim::restore(recording), options, reader);
    } catch (const sim::RecordingError& error) {
        print_bare(recording, error.text(), reader);
    }
    return Exit::well;
}

}  // namespace

void add_show(CLI::App& app, Program& program) {
    CLI::App* command =
        app.add_subcommand("show", "What is in a recording: the account of the day and the grade");
    command->footer(
        "Examples:\n"
        "  polldrill show day.drill                   the account and the grade\n"
        "  polldrill show day.drill --at 11:07        what every reading was then\n"
        "  polldrill show day.drill --at 11:07 --json the whole state then");
    auto options = std::make_shared<ShowOptions>();
    command->add_option("FILE", options->file, "Recording")->required();
    command->add_option("--at", options->at, "The state at this time instead");
    command->add_flag("--json", options->json, "Print it as JSON");
    command->add_flag("--all", options->whole, "Tell every step of every machine");
    command->callback([&program, options] {
        program.run = [&program, options] {
            const sim::Reader reader = program.reader();
            return with_recording(options->file, reader, [&](const sim::Recording& recording) {
                return show(recording, *options, reader);
            });
        };
    });
}

}  // namespace polldrill
