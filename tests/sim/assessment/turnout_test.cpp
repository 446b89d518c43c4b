// Voters come by the Kyrgyz clock (domain.md E1) and are served as they come: the share of the
// day's voters who have been identified stays within the published figures.

#include <array>
#include <cstdlib>

#include "sim/assessment/account.h"
#include "tests/sim/drills.h"

using namespace sim;

namespace {

struct Band {
    int hour;
    std::int64_t low, high;  ///< permille of the day's voters who came before
};

// domain.md E1, "share of the day's voters come by the clock".
constexpr std::array<Band, 5> by_clock = {
    {{10, 70, 110}, {12, 230, 350}, {14, 470, 550}, {16, 670, 730}, {18, 820, 900}}};
// The same page's shares of the single hours, permille; ±30 % is its spread.
constexpr std::array<std::int64_t, 12> by_hour = {35,  55, 95, 110, 110, 105,
                                                  100, 95, 85, 80,  70,  60};

/// Identified until the end of each hour of a day that the expert works.
std::map<Time, std::int64_t> identified(const LoadedScenario& loaded, std::uint64_t seed) {
    Drill drill = make_drill(loaded, seed, {});
    DayAccount account(*drill.setup);
    Sink sink;
    sink.moment = [&account](const World& world) { account.moment(world); };
    play_to_start(drill, sink);
    run_until(drill, drill.setup->latest_end, sink);
    account.finish(drill.world);
    return account.figures("voters.identified");
}

}  // namespace

TEST_CASE("Turnout by the hour lies in the band of the published figures") {
    const LoadedScenario day = test::load_drill("polling_day");
    const bool all = std::getenv("POLLDRILL_LONG") != nullptr;
    for (std::uint64_t seed = 1; seed <= 200; seed += all ? 1 : 45) {
        CAPTURE(seed);
        auto until = identified(day, seed);
        const std::int64_t total = until.rbegin()->second;
        CHECK(total >= 400);
        CHECK(total <= 1300);
        for (const Band& band : by_clock) {
            CAPTURE(band.hour);
            const std::int64_t share = 1000 * until.at((band.hour - 1) * engine::hour) / total;
            CHECK(share >= band.low);
            CHECK(share <= band.high);
        }
        for (std::size_t i = 0; i < by_hour.size(); ++i) {
            const Time hour = (8 + static_cast<Time>(i)) * engine::hour;
            CAPTURE(i);
            const std::int64_t share =
                1000 * (until.at(hour) - until.at(hour - engine::hour)) / total;
            CHECK(10 * share >= 7 * by_hour[i]);
            CHECK(10 * share <= 13 * by_hour[i]);
        }
    }
}

TEST_CASE("A signal that is not among the figures of the day has none") {
    const LoadedScenario day = test::load_drill("opening");
    const DayAccount account(*day.prototype);
    CHECK(account.figures("clock").empty());
}
