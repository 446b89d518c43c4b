#include "sim/assessment/study.h"

#include "tests/sim/drills.h"

using namespace sim;

namespace {

std::size_t at(StudyFigure figure) {
    return static_cast<std::size_t>(figure);
}

}  // namespace

TEST_CASE("Sums of days: mean, its interval, the least and the most") {
    std::vector<StudyDay> days;
    for (const std::int64_t value : {10, 12, 14, 16, 18}) {
        days.emplace_back(study_figures().size(), value);
    }
    const StudySum sum = sum_up(days)[at(StudyFigure::jams)];
    CHECK(sum.days == 5);
    CHECK(sum.mean == doctest::Approx(14));
    CHECK(sum.deviation == doctest::Approx(3.1623).epsilon(0.001));
    // Student's t with 4 degrees of freedom is 2.776; 2.776 × 3.1623 / √5 = 3.926.
    CHECK(sum.low == doctest::Approx(14 - 3.926).epsilon(0.001));
    CHECK(sum.high == doctest::Approx(14 + 3.926).epsilon(0.001));
    CHECK(sum.least == 10);
    CHECK(sum.median == 14);
    CHECK(sum.most == 18);
}

TEST_CASE("A share of days has an interval even where a thing never happened") {
    std::vector<StudyDay> days(20, StudyDay(study_figures().size(), 0));
    const StudySum never = sum_up(days)[at(StudyFigure::mains_cut)];
    CHECK(never.mean == 0);
    CHECK(never.low == 0);
    CHECK(never.high == doctest::Approx(161'130).epsilon(0.001));  // z² / (n + z²)
    for (StudyDay& day : days) day.assign(study_figures().size(), 1'000'000);
    const StudySum always = sum_up(days)[at(StudyFigure::mains_cut)];
    CHECK(always.low == doctest::Approx(838'870).epsilon(0.001));
    CHECK(always.high == 1'000'000);
}

TEST_CASE("Days without a figure do not count for it") {
    std::vector<StudyDay> days(4, StudyDay(study_figures().size(), 60));
    days[2][at(StudyFigure::results_after)] = no_figure;
    const std::vector<StudySum> sums = sum_up(days);
    CHECK(sums[at(StudyFigure::results_after)].days == 3);
    CHECK(sums[at(StudyFigure::results_after)].mean == 60);
    CHECK(sums[at(StudyFigure::jams)].days == 4);
}

TEST_CASE("A day's figures follow from its seed and from what is set") {
    const LoadedScenario loaded = test::load_drill("polling_day");
    std::int64_t events = 0;
    const StudyDay day = study_day(loaded, 7, {}, events);
    CHECK(events > 1000);
    CHECK(day[at(StudyFigure::identified)] > 500);
    CHECK(day[at(StudyFigure::acknowledged)] == 1'000'000);
    CHECK(day[at(StudyFigure::reconciled)] == 1'000'000);
    CHECK(day[at(StudyFigure::by_12)] < day[at(StudyFigure::by_14)]);
    CHECK(day[at(StudyFigure::identification)] > 20);
    std::int64_t again = 0;
    CHECK(study_day(loaded, 7, {}, again) == day);
    CHECK(again == events);
    const auto set = [&](const char* name, std::int64_t value) {
        for (const auto& [known, parameter] : named_parameters(loaded.prototype->layout)) {
            if (known != name) continue;
            const StudySetting setting{parameter, value};
            return with_settings(loaded, std::span(&setting, 1));
        }
        FAIL("no parameter " << name);
        return loaded;
    };
    const StudyDay jammed = study_day(set("scanner.jam_chance", 50'000), 7, {}, again);
    CHECK(jammed[at(StudyFigure::jams)] > day[at(StudyFigure::jams)] + 5);
    CHECK(jammed[at(StudyFigure::standstill)] > day[at(StudyFigure::standstill)]);
    // What shapes the day before it begins is set as well.
    const StudyDay quiet = study_day(set("room.turnout", 200), 7, {}, again);
    CHECK(quiet[at(StudyFigure::identified)] < day[at(StudyFigure::identified)]);
}
