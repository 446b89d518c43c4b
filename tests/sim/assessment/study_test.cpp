#include "sim/assessment/study.h"

#include "tests/sim/drills.h"

using namespace sim;

namespace {

std::size_t index_of(std::string_view name) {
    const auto figures = study_figures();
    for (std::size_t i = 0; i < figures.size(); ++i) {
        if (figures[i].name == name) return i;
    }
    FAIL("no figure " << std::string(name));
    return 0;
}

}  // namespace

TEST_CASE("Sums of days: mean, its interval, the least and the most") {
    std::vector<StudyDay> days;
    for (const std::int64_t value : {10, 12, 14, 16, 18}) {
        days.emplace_back(study_figures().size(), value);
    }
    const StudySum sum = sum_up(days).front();
    CHECK(sum.mean == doctest::Approx(14));
    CHECK(sum.deviation == doctest::Approx(3.1623).epsilon(0.001));
    // Student's t with 4 degrees of freedom is 2.776; 2.776 × 3.1623 / √5 = 3.926.
    CHECK(sum.low == doctest::Approx(14 - 3.926).epsilon(0.001));
    CHECK(sum.high == doctest::Approx(14 + 3.926).epsilon(0.001));
    CHECK(sum.least == 10);
    CHECK(sum.median == 14);
    CHECK(sum.most == 18);
}

TEST_CASE("A day's figures follow from its seed and from what is set") {
    const LoadedScenario loaded = test::load_drill("polling_day");
    std::int64_t events = 0;
    const StudyDay day = study_day(loaded, 7, {}, events);
    CHECK(events > 1000);
    CHECK(day[index_of("identified")] > 500);
    CHECK(day[index_of("acknowledged")] == 1000);
    CHECK(day[index_of("reconciled")] == 1000);
    std::int64_t again = 0;
    CHECK(study_day(loaded, 7, {}, again) == day);
    CHECK(again == events);
    const StudySetting jams{loaded.prototype->layout.find("scanner.jam_chance"), 50'000};
    REQUIRE(jams.parameter != no_part);
    const StudyDay jammed = study_day(loaded, 7, std::span(&jams, 1), again);
    CHECK(jammed[index_of("jams")] > day[index_of("jams")] + 5);
}
