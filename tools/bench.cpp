#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>

#include "engine/core/bench_chain.h"
#include "engine/core/paths.h"
#include "engine/core/random.h"
#include "sim/recording/player.h"
#include "sim/session/session.h"
#ifdef POLLDRILL_WINDOW
#include "tools/bench_frames.h"
#endif
#include "tools/files.h"
#include "tools/live.h"
#include "tools/program.h"
#include "tools/terminal.h"

namespace polldrill {

namespace {

double seconds_since(sim::WallClock::time_point start) {
    return std::chrono::duration<double>(sim::WallClock::now() - start).count();
}

template <class Function>
double best_of(int times, const Function& function) {
    double best = 1e9;
    for (int i = 0; i < times; ++i) {
        const auto start = sim::WallClock::now();
        function();
        best = std::min(best, seconds_since(start));
    }
    return best;
}

Exit chain() {
    constexpr std::uint32_t stations = 1000;
    constexpr std::uint32_t voters = 1000;
    engine::ChainResult engine_result;
    engine::ChainResult hand_result;
    double engine_time = 1e9;
    double hand_time = 1e9;
    for (int i = 0; i < 3; ++i) {  // in turns, so that both meet the same machine
        engine_time = std::min(engine_time, best_of(1, [&] {
                                   engine_result = engine::run_chain_engine(stations, voters, 1);
                               }));
        hand_time = std::min(hand_time, best_of(1, [&] {
                                 hand_result = engine::run_chain_by_hand(stations, voters, 1);
                             }));
    }
    const double events = static_cast<double>(engine_result.events);
    const bool same = engine_result == hand_result;
    fmt::print("chain: engine {:.2f} M events/s, by hand {:.2f} M events/s, ratio {:.0f} %\n",
               events / engine_time / 1e6, events / hand_time / 1e6, 100 * hand_time / engine_time);
    fmt::print("chain: checksum {:016x}, {}\n", engine_result.checksum,
               same ? "equal" : "NOT EQUAL");
    return same ? Exit::well : Exit::failed;
}

std::unique_ptr<sim::LoadedScenario> load(const std::string& path) {
    engine::Problems problems;
    auto loaded = sim::load_scenario(sim::disk_files(engine::assets_folder()), path, problems);
    if (loaded) return std::make_unique<sim::LoadedScenario>(std::move(*loaded));
    fmt::print(stderr, "{}", engine::text_of(problems));
    return nullptr;
}

/// A day's commands, by the expert.
std::vector<sim::Command> commands_of_a_day(const sim::LoadedScenario& loaded, sim::Time& end) {
    sim::Drill drill = sim::make_drill(loaded, 1, {});
    std::vector<sim::Command> commands;
    sim::Sink sink;
    sink.command = [&](const sim::Command& command, const sim::Refusal&) {
        commands.push_back(command);
    };
    sim::play_to_start(drill, sink);
    sim::run_until(drill, drill.setup->latest_end, sink);
    end = drill.world.now;
    return commands;
}

Exit day(const std::string& path) {
    const auto loaded = load(path);
    if (!loaded) return Exit::bad_use;
    sim::Time end = 0;
    const std::vector<sim::Command> commands = commands_of_a_day(*loaded, end);
    std::int64_t moments = 0;
    const double full = best_of(3, [&] {
        sim::Drill drill = sim::make_drill(*loaded, 1, {});
        moments = 0;
        sim::Sink sink;
        sink.moment = [&moments](const sim::World&) { ++moments; };
        sim::play_to_start(drill, sink);
        sim::Grader grader(sim::grading_plan(loaded->scenario, *drill.setup), drill.world);
        sink.moment = [&](const sim::World& world) {
            ++moments;
            grader.moment(world);
        };
        sim::run_until(drill, drill.setup->latest_end, sink);
    });
    const sim::Drill fresh = sim::make_drill(*loaded, 1, {});
    const auto world_alone = [&](bool hashes) {
        return best_of(5, [&] {
            sim::Drill drill = fresh;
            sim::Sink sink;
            if (hashes) sink.minute = [](sim::Time, std::uint64_t, const sim::World&) {};
            sim::replay_until(drill, commands, end, sink);
        });
    };
    const double without = world_alone(false);
    const double with = world_alone(true);
    fmt::print("day: {} commands, {} moments; with crew and grade {:.1f} ms, {:.0f} events/s\n",
               commands.size(), moments, 1e3 * full, static_cast<double>(moments) / full);
    fmt::print("day: world alone {:.1f} ms without hashes ({:.0f} events/s), {:.1f} ms with\n",
               1e3 * without, static_cast<double>(moments) / without, 1e3 * with);
    return Exit::well;
}

/// A day by the expert, kept in a file.
bool record_day(const std::string& path, const std::string& file) {
    SessionPlan plan;
    plan.scenario = path;
    plan.crew = sim::CrewPlan{};
    plan.posts = std::array<bool, sim::post_count>{};
    plan.record = file;
    const std::unique_ptr<Session> session = begin_session(plan);
    if (!session) return false;
    run_live(*session, {});
    session->end();
    return true;
}

Exit seek(const std::string& file) {
    namespace fs = std::filesystem;
    const auto start = sim::WallClock::now();
    const sim::Player player(sim::Recording::open(file));
    const double open = seconds_since(start);
    std::vector<double> times;
    engine::SeatRandom random(1);
    for (int i = 0; i < 500; ++i) {
        const sim::Time time = random.between(player.first(), player.last());
        times.push_back(best_of(1, [&] { (void)player.at(time); }));
    }
    std::sort(times.begin(), times.end());
    fmt::print("seek: p50 {:.1f} ms, p99 {:.1f} ms; opening {:.0f} ms; the file {:.2f} MB\n",
               1e3 * times[times.size() / 2], 1e3 * times[times.size() * 99 / 100], 1e3 * open,
               static_cast<double>(fs::file_size(file)) / 1e6);
    return Exit::well;
}

Exit bench(const std::string& what, const std::string& scenario) {
    Exit worst = Exit::well;
    const auto add = [&worst](Exit exit) {
        if (exit != Exit::well) worst = exit;
    };
    if (what.empty() || what == "chain") add(chain());
    if (what.empty() || what == "day") add(day(scenario));
    const bool frames = what.empty() || what == "frames";
    if (!frames && !what.empty() && what != "seek") return worst;
    const sim::TemporaryFolder folder;
    const std::string recording = (folder.path() / "bench.drill").string();
    if (!record_day(scenario, recording)) return Exit::bad_use;
    if (what != "frames") add(seek(recording));
#ifdef POLLDRILL_WINDOW
    if (what != "frames") add(bench_dragging(recording));
    if (frames) add(bench_frames(recording));
#endif
    return worst;
}

}  // namespace

void add_bench(CLI::App& app, Program& program) {
    CLI::App* command = app.add_subcommand("bench", "Measure the engine and the model of a day");
    command->footer(
        "chain  the engine's queue and streams beside a loop written by hand, same draws\n"
        "day    a whole day: events a second with everything, and of the world alone\n"
        "seek   going to random moments of a recorded day, and dragging there in the assessor's "
        "seat\n"
        "frames what a frame of each seat costs, drawn without any display");
    auto what = std::make_shared<std::string>();
    auto scenario =
        std::make_shared<std::string>((engine::scenarios_folder() / "polling_day.yaml").string());
    command->add_option("WHAT", *what, "chain, day, seek or frames (default: all)")
        ->check(CLI::IsMember({"chain", "day", "seek", "frames"}));
    command->add_option("--scenario", *scenario, "The day to measure");
    command->callback([&program, what, scenario] {
        program.run = [what, scenario] { return bench(*what, *scenario); };
    });
}

}  // namespace polldrill
