// Stations with other equipment: a second scanner, a hub, ready-made ballots.

#include "engine/core/archive.h"
#include "sim/station/reach.h"
#include "sim/station/results.h"
#include "sim/station/voters.h"
#include "tests/sim/drills.h"

using namespace sim;
using test::Bench;

namespace {

constexpr Time noon = 12 * engine::hour;

void run_to_the_end(Bench& bench) {
    run_until(bench.drill, bench.drill.setup->latest_end, bench.sink);
}

}  // namespace

TEST_CASE("Two scanners share the voters, and both their tapes make the result") {
    Bench bench(test::load_drill("large_station"));
    run_until(bench.drill, noon, bench.sink);
    CHECK(bench.signal("terminal_1.peer_linked") == 1);
    CHECK(bench.signal("terminal_4.peer_linked") == 1);
    run_to_the_end(bench);
    const World& world = bench.drill.world;
    CHECK(world.finished_at < bench.drill.setup->latest_end);
    const std::int32_t first = world.scanners[0].tally.ballots;
    const std::int32_t second = world.scanners[1].tally.ballots;
    CHECK(first > 100);
    CHECK(second > 100);
    CHECK(world.count.protocol.machine_ballots == first + second);
    CHECK(world.hall.counts.identified_twice == 0);
    const Reconciliation day = reconcile(world);
    CHECK(day.scanned == first + second);
    CHECK(day.reconciled);
}

TEST_CASE("A scanner that stands still leaves its voters to the other") {
    Bench bench(test::load_drill("large_station"));
    run_until(bench.drill, noon, bench.sink);
    World& world = bench.drill.world;
    const std::int32_t before = world.scanners[1].tally.ballots;
    world.scanners[0].alarm = true;
    bench.run(engine::minute);
    world.scanners[0].alarm = true;
    const std::int32_t first = world.scanners[0].tally.ballots;
    for (int i = 0; i < 30; ++i) {
        world.scanners[0].alarm = true;  // whatever the crew does about it
        bench.run(engine::minute / 2);
    }
    CHECK(world.scanners[0].tally.ballots <= first + 1);
    CHECK(world.scanners[1].tally.ballots > before);
    CHECK(bench.signal("queue.scanner") < 5);
}

TEST_CASE("Who stands at the second scanner is saved with the world") {
    Bench bench(test::load_drill("large_station"));
    run_until(bench.drill, noon, bench.sink);
    for (int i = 0; i < 3600 && bench.drill.world.hall.voter_at(1) == no_voter; ++i) {
        bench.run(engine::second);
    }
    REQUIRE(bench.drill.world.hall.voter_at(1) != no_voter);
    World copy = make_world(bench.drill.setup);
    engine::load(copy, engine::save(bench.drill.world));
    CHECK(copy.hall.voter_at(1) == bench.drill.world.hall.voter_at(1));
    CHECK(state_hash(copy) == state_hash(bench.drill.world));
}

TEST_CASE("What was put into a slot or is held is not behind the door of where it is kept") {
    Bench bench(test::load_drill("paper_jam"));
    World& world = bench.drill.world;
    const PartId card = world.layout().find("poll_card");
    world.edit(world.layout().find("safe")).open = 0;
    world.edit(card).in = world.layout().find("scanner.card_slot");
    CHECK_FALSE(reach(world, card));
    world.edit(card).in = no_part;
    CHECK(reach(world, card).reason == Message::refused_behind);
    world.edit(card).holder = static_cast<PostId>(Post::scanner_operator);
    CHECK_FALSE(reach(world, card));
}

TEST_CASE("Terminals on a hub know of each other's voters") {
    Bench bench(test::load_drill("large_station"));
    run_until(bench.drill, noon, bench.sink);
    World& world = bench.drill.world;
    REQUIRE(linked_terminals(world, 0) == std::vector<int>{1, 2, 3});
    REQUIRE_FALSE(world.terminals[3].log.empty());
    const std::int16_t entry = world.terminals[3].log.front();
    sync_terminal(world, 0);
    CHECK(terminal_knows(world.terminals[0], entry));
    REQUIRE_FALSE(bench.member("as operator_2: disconnect hub_lead_4"));
    CHECK(linked_terminals(world, 0) == std::vector<int>{1, 2});
}

TEST_CASE("Ready-made ballots are handed out of the pile, and every one is accounted for") {
    Bench bench(test::load_drill("polling_day", "second_makers"));
    run_until(bench.drill, noon, bench.sink);
    const World& world = bench.drill.world;
    const PartId pile = world.layout().find("ready_ballots");
    REQUIRE(pile != no_part);
    CHECK(world.part(pile).amount < world.layout()[pile].amount);
    CHECK(world.hall.counts.issued() > 50);
    for (const Terminal& terminal : world.terminals) {
        CHECK(terminal.ballots == 0);
        CHECK(terminal.ballots_owed == 0);
    }
    run_to_the_end(bench);
    const Reconciliation day = reconcile(world);
    CHECK(day.issued + day.unused == day.received);
    CHECK(day.reconciled);
}

TEST_CASE("A ready-made ballot put aside stays among the unused, and the pile gives another") {
    LoadedScenario loaded = test::load_drill("polling_day", "second_makers");
    loaded.scenario.trainee[static_cast<std::size_t>(Post::list_keeper)] = true;
    Bench bench(std::move(loaded));
    run_until(bench.drill, 7 * engine::hour, bench.sink);
    REQUIRE_FALSE(bench.member("as list_keeper: count received_ballots"));
    for (int i = 0; i < 7200 && bench.signal("desk.ballots_ready") == 0; ++i) {
        bench.run(engine::second);
    }
    REQUIRE(bench.signal("desk.ballots_ready") == 1);
    const BallotId lies = ready_ballot(bench.drill.world);
    const std::int32_t unused = unused_sheets(bench.drill.world);
    REQUIRE_FALSE(bench.member("as list_keeper: discard desk.ballot"));
    CHECK(ready_ballot(bench.drill.world) != lies);
    CHECK(bench.signal("desk.ballots_ready") == 1);
    CHECK(unused_sheets(bench.drill.world) == unused);
}
