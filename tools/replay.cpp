#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <thread>

#include "sim/recording/player.h"
#include "tools/files.h"
#include "tools/live.h"
#include "tools/program.h"
#include "tools/terminal.h"

namespace polldrill {

namespace {

struct ReplayOptions {
    std::string file;
    std::string rate = "max";
};

void tell(std::span<const sim::Observation> seen, const sim::Setup& setup,
          const sim::Reader& reader) {
    for (const sim::Observation& one : seen) {
        if (sim::spec(one.message).level == sim::Level::detail) continue;
        fmt::print("{} {}{}\n", engine::format_clock(one.time),
                   one.actor == sim::no_post
                       ? std::string()
                       : fmt::format("{}: ", sim::title_of(one.actor, reader)),
                   sim::describe(one, setup, reader));
    }
}

Exit replay(const sim::Recording& recording, const sim::Reader& reader, double rate) {
    watch_for_stop();
    const std::unique_ptr<sim::RecordedDrill> recorded = sim::restore(recording);
    sim::Drill drill = recorded->make();
    const auto last = static_cast<std::int64_t>(recording.branches().size()) - 1;
    const std::vector<sim::Command> commands =
        sim::commands_of(recording.commands(last), *drill.setup);
    const sim::Time end = recording.reached();
    sim::Sink sink;
    const auto prelude =
        std::min(static_cast<std::size_t>(std::max<std::int64_t>(recorded->info.prelude, 0)),
                 commands.size());
    sim::replay_until(drill, std::span(commands).first(prelude), std::min(drill.start, end), sink);
    sink.observations = [&](std::span<const sim::Observation> seen) {
        tell(seen, *drill.setup, reader);
    };
    if (rate == rate_max) {
        sim::replay_until(drill, commands, end, sink);
        return Exit::well;
    }
    sim::Pacer pacer(drill.world.now, rate);
    while (drill.world.now < end && !sim::finished(drill) && !stop_asked()) {
        sim::replay_until(drill, commands, std::clamp(pacer.target(), drill.world.now, end), sink);
        std::fflush(stdout);
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return Exit::well;
}

}  // namespace

void add_replay(CLI::App& app, Program& program) {
    CLI::App* command =
        app.add_subcommand("replay", "Run a recorded drill again and tell what happens");
    command->footer("Example:\n  polldrill replay day.drill --rate 60 --language ky");
    auto options = std::make_shared<ReplayOptions>();
    command->add_option("FILE", options->file, "Recording")->required();
    command->add_option("--rate", options->rate,
                        "Simulated seconds a second, or max (default): as fast as possible");
    command->callback([&program, options] {
        program.run = [&program, options] {
            const auto rate = parse_rate(options->rate);
            if (!rate) return bad_rate(program.reader());
            const sim::Reader reader = program.reader();
            return with_recording(options->file, reader, [&](const sim::Recording& recording) {
                return replay(recording, reader, *rate);
            });
        };
    });
}

}  // namespace polldrill
