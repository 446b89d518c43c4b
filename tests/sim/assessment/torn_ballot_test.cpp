// A ballot torn out of the entry is found again in the grade.

#include <algorithm>

#include "sim/assessment/grader.h"
#include "tests/sim/drills.h"

using namespace sim;
using test::Bench;

namespace {

GradeLine graded(Bench& bench, const std::string& act) {
    const GradingPlan plan = grading_plan(bench.loaded.scenario, *bench.drill.setup);
    Grader grader(plan, bench.drill.world);
    bench.sink.moment = [&](const World& world) { grader.moment(world); };
    run_until(bench.drill, 10 * engine::hour + 30 * engine::minute, bench.sink);
    REQUIRE(bench.signal("truth.torn_ballots") == 0);
    if (!act.empty()) REQUIRE_FALSE(bench.member(act));
    bench.run(engine::minute);
    bench.sink.moment = {};
    const Grade grade = grader.grade(bench.drill.world);
    const auto line =
        std::find_if(grade.lines.begin(), grade.lines.end(),
                     [](const GradeLine& one) { return one.id.ends_with("ballot_torn"); });
    REQUIRE(line != grade.lines.end());
    return *line;
}

}  // namespace

TEST_CASE("Whoever pulls a stuck ballot out and tears it loses points; who does not, none") {
    Bench torn(test::load_drill("paper_jam"));
    const GradeLine lost = graded(torn, "as scanner_operator: take scanner.entry");
    CHECK(lost.state == GradeState::committed);
    CHECK(lost.points == -3);
    Bench whole(test::load_drill("paper_jam"));
    CHECK(graded(whole, "").state == GradeState::avoided);
}
