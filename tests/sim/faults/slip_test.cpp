// Human causes, and the spare unit that takes a failed device's place.

#include "sim/world/fault.h"
#include "sim/world/post.h"
#include "tests/sim/drills.h"

using namespace sim;
using test::Bench;

namespace {

constexpr const char* lid_open = "scanner.printer_lid.open";

/// A polling day in which one entry of the catalogue is that the secretary opens the printer's lid,
/// a minute after the injection.
LoadedScenario careless_day(std::string& fault) {
    LoadedScenario loaded = test::load_drill("polling_day");
    auto setup = std::make_shared<Setup>(*loaded.prototype);
    setup->chance = false;
    // Nobody knows how to put anything right, so that what was done stays.
    for (FaultSpec& one : setup->faults) one.recovery.steps.clear();
    FaultSpec& entry = setup->faults.front();
    fault = entry.id;
    entry.causes.clear();
    entry.slips.clear();
    const auto read = parse_step_sentence(setup->layout, "open scanner.printer_lid");
    REQUIRE(std::holds_alternative<Sentence>(read));
    entry.slips = {
        {static_cast<PostId>(Post::secretary), {std::get<Sentence>(read)}, engine::minute}};
    loaded.prototype = setup;
    return loaded;
}

}  // namespace

TEST_CASE("A colleague errs as soon as it can be done") {
    std::string fault;
    Bench bench(careless_day(fault));
    run_until(bench.drill, 10 * engine::hour, bench.sink);
    REQUIRE_FALSE(bench.instructor("inject " + fault));
    bench.run(30 * engine::second);
    CHECK(bench.signal(lid_open) == 0);
    bench.run(10 * engine::minute);
    CHECK(bench.signal(lid_open) == 1);
    CHECK(bench.signal("faults.active") == 1);
}

TEST_CASE("A lapse that was cleared in time never happens") {
    std::string fault;
    Bench bench(careless_day(fault));
    run_until(bench.drill, 10 * engine::hour, bench.sink);
    REQUIRE_FALSE(bench.instructor("inject " + fault));
    REQUIRE_FALSE(bench.instructor("clear " + fault));
    bench.run(10 * engine::minute);
    CHECK(bench.signal(lid_open) == 0);
}

TEST_CASE("The spare unit ends what ailed the device and keeps what was counted") {
    Bench bench(test::load_drill("polling_day"));
    run_until(bench.drill, 11 * engine::hour, bench.sink);
    const std::int64_t counted = bench.signal("scanner.ballots");
    REQUIRE(counted > 0);
    for (std::size_t post = 0; post < post_count; ++post) {
        bench.drill.crew.hold(static_cast<PostId>(post), true);
    }
    bench.run(2 * engine::minute);
    REQUIRE_FALSE(bench.instructor("set scanner.entry_grip 10 %"));
    CHECK(bench.member("as chair: swap scanner.case").reason == Message::refused_switched_on);
    REQUIRE_FALSE(bench.member("as scanner_operator: switch_off scanner.power"));
    REQUIRE_FALSE(bench.member("as chair: swap scanner.case"));
    CHECK(bench.signal("faults.active") == 0);
    CHECK(bench.signal("scanner.ballots") >= counted);
    REQUIRE_FALSE(bench.member("as scanner_operator: switch_on scanner.power"));
    bench.run(3 * engine::minute);
    CHECK(bench.signal("scanner.ballots") >= counted);
    const auto state = find_signal(bench.drill.setup->layout, "scanner.polls");
    REQUIRE(state.has_value());
    CHECK(read(bench.drill.world, *state) == static_cast<std::int64_t>(Polls::paused));
}
