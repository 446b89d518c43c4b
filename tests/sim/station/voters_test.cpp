#include <algorithm>

#include "sim/station/results.h"
#include "sim/station/voters.h"
#include "tests/sim/drills.h"

using namespace sim;
using test::Bench;

namespace {

/// A polling day on which the test itself works these posts.
Bench bench_holding(std::initializer_list<Post> posts) {
    LoadedScenario loaded = test::load_drill("polling_day");
    for (const Post post : posts) loaded.scenario.trainee[static_cast<std::size_t>(post)] = true;
    return Bench(std::move(loaded));
}

/// Second by second until the signal has the value; fails after half an hour.
void wait_for(Bench& bench, const std::string& signal, std::int64_t value) {
    for (int i = 0; i < 1800 && bench.signal(signal) != value; ++i) bench.run(engine::second);
    REQUIRE_MESSAGE(bench.signal(signal) == value, signal);
}

void wait_for_ballot(Bench& bench) {
    for (int i = 0; i < 1800 && bench.signal("desk.ballots_ready") == 0; ++i) {
        bench.run(engine::second);
    }
    REQUIRE(bench.signal("desk.ballots_ready") > 0);
}

void check_accounts(const World& world) {
    const Reconciliation day = reconcile(world);
    CHECK(day.identified == day.receipts + day.unreceipted);
    CHECK(day.issued == day.receipts - day.unclaimed + day.replaced);
    CHECK(day.scanned + day.emergency_bin + day.spoiled + day.carried_away == day.issued);
    CHECK(day.issued + day.unused == day.received);
}

/// The list keeper's own part of the opening, without which no tray is filled.
void open_with_list_keeper(Bench& bench) {
    run_until(bench.drill, 7 * engine::hour, bench.sink);
    REQUIRE_FALSE(bench.member("as list_keeper: count received_ballots"));
    run_until(bench.drill, 8 * engine::hour + 2 * engine::minute, bench.sink);
}

}  // namespace

TEST_CASE("A terminal that dies between receipt and ballot owes the ballot, and the day adds up") {
    for (const TerminalState state :
         {TerminalState::print_receipt, TerminalState::print_ballot, TerminalState::match}) {
        Bench bench(test::load_drill("polling_day"));
        run_until(bench.drill, 11 * engine::hour, bench.sink);
        wait_for(bench, "terminal_1.state", static_cast<std::int64_t>(state));
        bench.member("as chair: press terminal_1.power");
        REQUIRE(bench.signal("terminal_1.state") == static_cast<std::int64_t>(TerminalState::off));
        run_until(bench.drill, 20 * engine::hour + 30 * engine::minute, bench.sink);
        check_accounts(bench.drill.world);
        CHECK(bench.signal("receipts.missing") == 0);
        CHECK(bench.signal("receipts.unclaimed") == 0);
        CHECK(bench.signal("voters.left") == 0);
    }
}

TEST_CASE("A ballot is handed against receipt and signature; without them only on purpose") {
    Bench bench = bench_holding({Post::list_keeper});
    open_with_list_keeper(bench);
    wait_for(bench, "desk.voter_waiting", 1);
    wait_for_ballot(bench);
    const std::string hand = "as list_keeper: hand desk.ballot desk.voter";
    CHECK(bench.member(hand).reason == Message::refused_needs_receipt);
    CHECK_FALSE(bench.member("as list_keeper: take desk.receipt"));
    CHECK(bench.member("as list_keeper: take desk.receipt").already);
    CHECK(bench.member(hand).reason == Message::refused_needs_signature);
    CHECK_FALSE(bench.member("as list_keeper: ask desk.voter signature"));
    wait_for(bench, "desk.signed", 1);
    CHECK_FALSE(bench.member("as list_keeper: inspect desk.ballot"));
    CHECK_FALSE(bench.member(hand));
    CHECK(bench.signal("ballots.issued") == 1);
    CHECK(bench.signal("receipts.taken") == 1);
    CHECK(bench.signal("truth.ballots_without_receipt") == 0);

    wait_for(bench, "desk.voter_waiting", 1);
    wait_for_ballot(bench);
    CHECK_FALSE(bench.member("as list_keeper: issue desk.ballot desk.voter"));
    CHECK(bench.signal("truth.ballots_without_receipt") == 1);
    CHECK(bench.signal("ballots.issued") == 2);
}

TEST_CASE("Whoever may vote and is sent home is remembered") {
    Bench bench = bench_holding({Post::operator_1});
    run_until(bench.drill, 9 * engine::hour, bench.sink);
    while (bench.signal("queue.desk") == 0) bench.run(engine::second);
    bench.member("as operator_1: call terminal_1.voter");
    wait_for(bench, "terminal_1.voter_waiting", 1);
    CHECK_FALSE(bench.member("as operator_1: send terminal_1.voter home"));
    CHECK(bench.signal("truth.sent_home_eligible") == 1);
    CHECK(bench.signal("voters.turned_away") >= 1);
    CHECK(bench.signal("terminal_1.voter_waiting") == 0);
}

TEST_CASE("Nobody stays for ever, whatever the crew does not do") {
    Bench bench(test::load_drill("polling_day"), 1, CrewPlan{CrewKind::idle});
    run_until(bench.drill, 25 * engine::hour, bench.sink);
    CHECK(bench.signal("voters.inside") == 0);
    CHECK(bench.signal("voters.arrived") ==
          bench.signal("voters.left") + bench.signal("voters.turned_away"));
    check_accounts(bench.drill.world);
}

TEST_CASE("A scanner that stands still for long fills the emergency bin, not the homes") {
    // Nobody knows how to put anything right, so that the cover stays open.
    LoadedScenario loaded = test::load_drill("polling_day");
    auto setup = std::make_shared<Setup>(*loaded.prototype);
    for (FaultSpec& fault : setup->faults) fault.recovery.steps.clear();
    loaded.prototype = setup;
    Bench bench(std::move(loaded));
    run_until(bench.drill, 11 * engine::hour, bench.sink);
    bench.member("as chair: open scanner.cover");
    World& world = bench.drill.world;
    const PartId cover = world.layout().find("scanner.cover");
    if (world.part(cover).open == 0) {  // sealed: break in
        world.edit(cover).open = 1;
        part_changed(world, cover);
    }
    bench.run(90 * engine::minute);
    CHECK(bench.signal("ballots.emergency_bin") > 5);
    CHECK(bench.signal("ballots.carried_away") == 0);
}
