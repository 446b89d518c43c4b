#include "sim/station/world.h"

#include <cstdlib>

#include "sim/station/verb.h"
#include "tests/sim/drills.h"

using namespace sim;
using test::Bench;

namespace {

/// How often the slow comparisons look: every so many events; at each one under POLLDRILL_LONG.
int sampling() {
    return std::getenv("POLLDRILL_LONG") != nullptr ? 1 : 400;
}

World reloaded(const World& world) {
    World copy = world;
    const std::string bytes = engine::save(world);
    copy.scanners.clear();
    copy.terminals.clear();
    copy.hall = {};
    copy.queue.clear();
    engine::load(copy, bytes);
    copy.observations.clear();
    copy.settled = 0;
    return copy;
}

}  // namespace

TEST_CASE("A world that was saved and loaded goes on as the one that was not") {
    Bench live(test::load_drill("polling_day"));
    std::vector<Command> commands;
    std::vector<std::uint64_t> minutes;
    live.sink.command = [&](const Command& command, const Refusal&) {
        commands.push_back(command);
    };
    live.sink.minute = [&](Time, std::uint64_t hash, const World&) { minutes.push_back(hash); };
    run_until(live.drill, 11 * engine::hour, live.sink);

    // Always rolled back: at every sampled moment the world is replaced by what its bytes say.
    Bench rolled(live.loaded);
    int moments = 0;
    std::vector<std::uint64_t> again;
    rolled.sink.minute = [&](Time, std::uint64_t hash, const World&) { again.push_back(hash); };
    std::size_t at = 0;
    for (; at < commands.size(); ++at) {
        replay_until(rolled.drill, std::span(commands).subspan(at, 1), commands[at].time,
                     rolled.sink);
        if (++moments % sampling() == 0) rolled.drill.world = reloaded(rolled.drill.world);
    }
    replay_until(rolled.drill, {}, 11 * engine::hour, rolled.sink);
    CHECK(moments > 1000);
    CHECK(again == minutes);
    CHECK_FALSE(engine::first_difference(live.drill.world, rolled.drill.world));
}

TEST_CASE("Two worlds of one setup live side by side") {
    const LoadedScenario loaded = test::load_drill("polling_day");
    Bench first(loaded);
    run_until(first.drill, 9 * engine::hour, first.sink);
    Bench second(loaded);
    Bench other(loaded, 2);
    run_until(other.drill, 9 * engine::hour, other.sink);
    run_until(second.drill, 9 * engine::hour, second.sink);
    CHECK(state_hash(first.drill.world) == state_hash(second.drill.world));
    CHECK(state_hash(first.drill.world) != state_hash(other.drill.world));
}

TEST_CASE("The hash sees every change, and blocks that did not change are not hashed wrongly") {
    Bench bench(test::load_drill("polling_day"));
    bench.run(20 * engine::minute);
    World& world = bench.drill.world;
    const std::uint64_t before = state_hash(world);
    const PartId seal = world.layout().find("seal_120");
    world.edit(seal).broken = 1;
    CHECK(state_hash(world) != before);
    world.edit(seal).broken = 0;
    CHECK(state_hash(world) == before);
    World copy = reloaded(world);
    CHECK(state_hash(copy) == before);
}

TEST_CASE("An injected fault never changes which voters come and when") {
    const LoadedScenario loaded = test::load_drill("polling_day");
    Bench calm(loaded);
    Bench troubled(loaded);
    run_until(troubled.drill, 9 * engine::hour, troubled.sink);
    troubled.instructor("inject scanner_jam_entry");
    run_until(calm.drill, 12 * engine::hour, calm.sink);
    run_until(troubled.drill, 12 * engine::hour, troubled.sink);
    CHECK(calm.signal("voters.arrived") == troubled.signal("voters.arrived"));
}

TEST_CASE("Ten thousand random sentences break nothing") {
    const engine::Stream stream{7, 0, 0};
    Bench bench(test::load_drill("polling_day"), 3, {CrewKind::expert, 0});
    run_until(bench.drill, 8 * engine::hour + 30 * engine::minute, bench.sink);
    const Layout& layout = bench.drill.setup->layout;
    const std::span<const Verb> table = verbs();
    int refused = 0;
    const int count = 10'000;
    for (int i = 0; i < count; ++i) {
        const auto draw = [&](std::uint64_t which, std::int64_t high) {
            return engine::uniform(stream, static_cast<std::uint64_t>(i) * 8 + which, 0, high);
        };
        Command command;
        command.author = draw(0, 9) == 0 ? Seat::instructor : Seat::trainee;
        command.actor = static_cast<PostId>(draw(1, static_cast<int>(post_count) - 1));
        command.verb = static_cast<VerbId>(draw(2, static_cast<int>(table.size()) - 1));
        const Verb& row = table[command.verb];
        // A noun that fits, as the parser would only let pass; a few tries find one.
        const auto noun = [&](Kinds kinds, std::uint64_t which) -> PartId {
            const auto start = static_cast<std::size_t>(draw(which, 1'000'000));
            for (std::size_t step = 0; step < layout.parts.size(); ++step) {
                const auto id = static_cast<PartId>((start + step) % layout.parts.size());
                if (kinds.has(layout[id].kind)) return id;
            }
            return no_part;
        };
        if (!row.object.empty()) command.object = noun(row.object, 3);
        if (row.target_use != Use::none) command.target = noun(row.target, 4);
        if (command.object == no_part && !row.object.empty()) continue;
        if (command.target == no_part && row.target_use == Use::required) continue;
        command.has_value = row.value_use == Use::required || draw(5, 1) == 0;
        command.value = draw(6, 10'000);
        if (row.words_use != Use::none) command.words = "words";
        if (sim::say(bench.drill, command, bench.sink)) ++refused;
        bench.run(draw(7, 3) * engine::second);
        if (finished(bench.drill)) break;
    }
    CHECK(refused > 0);
    const World& world = bench.drill.world;
    for (const PartState& part : world.parts) {
        if (part.in != no_part) {
            const PartId holder = world.part(part.in).holds;
            const bool holds_back = holder == no_part || world.part(holder).in == part.in;
            CHECK(holds_back);
        }
    }
    const World copy = reloaded(world);
    CHECK(state_hash(copy) == state_hash(world));
}
