// A sheet fed by hand, straight or crooked.

#include "sim/world/crooked.h"
#include "tests/sim/drills.h"

using namespace sim;
using test::Bench;

namespace {

/// A sheet comes back lying at the slot.
void read_it(Bench& bench) {
    bench.run(15 * engine::second);
    REQUIRE(bench.drill.world.scanners[0].at_front != no_ballot);
}

Refusal feed(Bench& bench, const std::string& what) {
    return bench.member("as scanner_operator: feed " + what);
}

}  // namespace

TEST_CASE("What is fed crooked is not read, and laid straight it is") {
    Bench bench(test::load_drill("closing"));
    Scanner& scanner = bench.drill.world.scanners[0];
    const auto sheet = [&] {
        return bench.drill.world.sheets[static_cast<std::size_t>(scanner.at_front)];
    };
    REQUIRE_FALSE(feed(bench, "test_ballot_1 scanner.entry 800"));
    read_it(bench);
    CHECK(scanner.reason == ScanReason::unreadable);
    CHECK(sheet().skew == 800);

    REQUIRE_FALSE(bench.member("as scanner_operator: take scanner.entry"));
    REQUIRE_FALSE(feed(bench, "scanner.entry " + std::to_string(readable_crooked + 1)));
    read_it(bench);
    CHECK(scanner.reason == ScanReason::unreadable);

    // A little does no harm: what it objects to now is that a test is no ballot.
    REQUIRE_FALSE(bench.member("as scanner_operator: take scanner.entry"));
    REQUIRE_FALSE(feed(bench, "scanner.entry " + std::to_string(readable_crooked)));
    read_it(bench);
    CHECK(scanner.reason == ScanReason::test_in_live);

    REQUIRE_FALSE(bench.member("as scanner_operator: take scanner.entry"));
    REQUIRE_FALSE(feed(bench, "scanner.entry"));
    read_it(bench);
    CHECK(scanner.reason == ScanReason::test_in_live);
    CHECK(sheet().skew == 0);
}

TEST_CASE("Nothing lies straighter than straight, nor more crooked than the guides let it") {
    Bench bench(test::load_drill("closing"));
    for (const char* wrong : {"-1", "1001"}) {
        const Refusal refusal = feed(bench, std::string("test_ballot_1 scanner.entry ") + wrong);
        CHECK(refusal.reason == Message::refused_no_such_value);
    }
    CHECK_FALSE(feed(bench, "test_ballot_1 scanner.entry 1000"));
}

TEST_CASE("How crooked stands in the sentence and comes back from it") {
    const Bench bench(test::load_drill("closing"));
    const Layout& layout = bench.drill.setup->layout;
    for (const char* sentence : {"feed test_ballot_1 scanner.entry 267", "feed scanner.entry 1000",
                                 "feed scanner.entry"}) {
        CHECK(format_sentence(layout, bench.command(sentence, Seat::trainee)) == sentence);
    }
    CHECK_FALSE(bench.command("feed scanner.entry", Seat::trainee).has_value);
}
