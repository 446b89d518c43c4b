#include <algorithm>

#include "sim/report/facts.h"
#include "tests/sim/report/report_kit.h"

// Last: its MESSAGE is another than the table of messages'.
#include <doctest/doctest.h>

using namespace sim;
using namespace sim::test;

namespace {

bool has_warning(const Report& report, const std::string& words) {
    return std::any_of(report.warnings.begin(), report.warnings.end(),
                       [&](const std::string& one) { return one.find(words) != one.npos; });
}

const char* const zero_report = "opening.zero_report";

}  // namespace

TEST_CASE("a report tells the grade that was recorded") {
    const TemporaryFolder folder;
    const auto file = play(folder, {});
    const Grade grade = stored_grade(file);
    const Report report = report_on(file, {"monday", "Gulnara", {}, {}, {}});

    CHECK(report.verdict.score == grade.score);
    CHECK(report.verdict.most == grade.max_score);
    REQUIRE(report.bars.size() == grade.competencies.size());
    std::size_t at = 0;
    for (const auto& [name, points] : grade.competencies) {
        CHECK(report.bars[at].points == points.points);
        CHECK(report.bars[at].most == points.most);
        CHECK(report.bars[at].expert == points.points);  // it was the expert
        ++at;
    }
    CHECK(report.trainee == "Asel");
    CHECK(report.about[0].value == "Short");
    CHECK(report.about[1].value == "4 May 2026");
    CHECK(report.about[3].value == "Gulnara");
    CHECK(report.identity[0].value == "monday");
    CHECK(report.warnings.empty());
    CHECK(report.seal == ReportMark::ok);
    const std::string digest = Recording::open(file).digest();
    REQUIRE(digest.size() == 64);
    CHECK(report.identity.back().value.substr(0, 9) ==
          digest.substr(0, 4) + " " + digest.substr(4, 4));
}

TEST_CASE("five moments stand in their order within the time line, each with its state") {
    const TemporaryFolder folder;
    const Report report = report_on(play(folder, {crew_of("skip:3")}));
    const ReportTimeLine& line = report.line;
    REQUIRE(line.moments.size() == 5);
    for (std::size_t i = 0; i < line.moments.size(); ++i) {
        const ReportMoment& moment = line.moments[i];
        CHECK(moment.time >= line.from);
        CHECK(moment.time <= line.to);
        CHECK_FALSE(moment.state.empty());
        CHECK_FALSE(moment.picture.words.empty());
        if (i > 0) CHECK(moment.time > line.moments[i - 1].time);
    }
    CHECK(line.ticks.front().time == line.from);
    CHECK(line.ticks.back().time == line.to);
}

TEST_CASE("three things were done well, and three are to be practised, causes first") {
    const TemporaryFolder folder;
    const auto file = play(folder, {crew_of("skip:3")});
    const Grade grade = stored_grade(file);
    const Report report = report_on(file);
    REQUIRE(report.well.items.size() == 3);
    REQUIRE(report.practise.items.size() == 3);
    CHECK(report.well.note.empty());
    CHECK(report.practise.note.empty());
    for (const ReportItem& item : report.well.items) {
        const GradeLine* line = find_line(grade, item.line);
        REQUIRE(line != nullptr);
        CHECK(line->state == GradeState::done);
        CHECK_FALSE(item.clock.empty());
        CHECK_FALSE(item.text.empty());
    }
    for (const ReportItem& item : report.practise.items) {
        const GradeLine* line = find_line(grade, item.line);
        REQUIRE(line != nullptr);
        CHECK(line->points < std::max(line->most, 1));
        CHECK(item.mark != ReportMark::ok);
        CHECK_FALSE(item.lead.empty());
        CHECK_FALSE(item.text.empty());
        CHECK_FALSE(item.clock.empty());  // what never came to its turn comes after
    }
}

TEST_CASE("where nothing was lost or nothing was done, the report says so") {
    const TemporaryFolder folder;
    SUBCASE("nothing lost") {
        const Report report = report_on(play(folder, {}));
        CHECK(report.well.items.size() == 3);
        for (const ReportItem& item : report.practise.items) CHECK(item.mark != ReportMark::ok);
        CHECK((report.practise.items.size() == 3) != !report.practise.note.empty());
    }
    SUBCASE("nothing done") {
        const Report report = report_on(play(folder, {crew_of("idle")}));
        CHECK(report.verdict.mark == ReportMark::fault);
        CHECK(report.practise.items.size() == 3);
        CHECK((report.well.items.size() == 3) != !report.well.note.empty());
    }
}

TEST_CASE("a recording that was cut off is reported up to there") {
    const TemporaryFolder folder;
    const Time until = 6 * engine::hour + 36 * engine::minute;
    const Report report = report_on(play(folder, {{}, until, false}));
    CHECK(has_warning(report, "06:36:00"));
    CHECK(report.seal == ReportMark::care);
    CHECK(report.verdict.mark == ReportMark::care);
    CHECK(report.identity.back().value == "none: not sealed");
    CHECK(report.line.moments.size() == 5);
    CHECK_FALSE(report_pdf(report).empty());
}

TEST_CASE("a recording cut off at its very beginning still has a report") {
    const TemporaryFolder folder;
    const Time until = 6 * engine::hour + 30 * engine::minute;
    const Report report = report_on(play(folder, {crew_of("idle"), until, false}));
    CHECK(report.seal == ReportMark::care);
    CHECK_FALSE(report.line.moments.empty());
    CHECK_FALSE(report_pdf(report).empty());
}

TEST_CASE("points changed in the file are found and not shown") {
    const TemporaryFolder folder;
    const auto file = play(folder, {});
    const Grade before = stored_grade(file);
    Database::writable(file, false)
        .run("UPDATE grade SET value = replace(value, '\"points\":2', '\"points\":9')");
    const Report report = report_on(file);
    CHECK(report.verdict.score == before.score);
    CHECK(has_warning(report, "is not the one the replay gives"));
    CHECK(report.seal == ReportMark::fault);
    CHECK(report.verdict.mark == ReportMark::care);
    CHECK_FALSE(report.seal_details.empty());
}

TEST_CASE("what cannot be replayed is reported from the stored points") {
    const TemporaryFolder folder;
    const auto file = play(folder, {});
    const Grade before = stored_grade(file);
    Database::writable(file, false)
        .run("UPDATE files SET text = 'x' WHERE path LIKE 'scenarios/%'");
    const Report report = report_on(file);
    CHECK(has_warning(report, "cannot replay"));
    CHECK(report.verdict.score == before.score);
    CHECK(report.seal == ReportMark::fault);
    CHECK(report.line.moments.empty());
    CHECK_FALSE(report_pdf(report).empty());
    CHECK_FALSE(report_html(report).empty());
}

TEST_CASE("the assessor's points count and are shown with the reason") {
    const TemporaryFolder folder;
    const auto file = play(folder, {crew_of("idle")});
    ReportOptions options;
    options.overrides = {{zero_report, 5, "Printed on paper <beside> it", "Gulnara"},
                         {"opening.no_such_step", 1, "", ""}};
    options.comments = {{"", "Ask earlier."}, {zero_report, "Read it aloud."}};
    const Report before = report_on(file);
    const Report report = report_on(file, options);
    CHECK(report.verdict.score == before.verdict.score + 5);
    REQUIRE(report.changes.size() == 1);
    CHECK(report.changes[0].points == "0 → 5 of 8");
    CHECK(report.changes[0].text == "Reason: Printed on paper <beside> it");
    CHECK(report.changes[0].by == "Gulnara");
    CHECK(has_warning(report, "opening.no_such_step"));
    REQUIRE(report.comments.size() == 2);
    CHECK(report.comments[0].title.empty());
    CHECK(report.comments[1].title == report.changes[0].title);
    const std::string html = report_html(report);
    CHECK(html.find("Printed on paper &lt;beside&gt; it") != html.npos);
}

TEST_CASE("an assessor's points stay between nothing and the most, and decide what failed") {
    GradeLine step;
    step.kind = GradeKind::step;
    step.state = GradeState::missed;
    step.id = "a.step";
    step.critical = true;
    step.most = 4;
    GradeLine breach;
    breach.kind = GradeKind::violation;
    breach.state = GradeState::committed;
    breach.id = "a.breach";
    breach.critical = true;
    breach.points = -3;
    Grade grade;
    grade.lines = {step, breach};
    sum_up(grade);
    REQUIRE(grade.failed_critical.size() == 2);

    const Grade forgiven = with_overrides(grade, {{"a.step", 9, "", ""}, {"a.breach", 9, "", ""}});
    CHECK(forgiven.score == 4);
    CHECK(forgiven.failed_critical.empty());
    CHECK(forgiven.passed());
    const Grade harsher = with_overrides(forgiven, {{"a.step", -2, "", ""}});
    CHECK(harsher.score == 0);
    CHECK(harsher.failed_critical == std::vector<std::string>{"a.step"});
}

TEST_CASE("the last try stands beside this one") {
    const TemporaryFolder folder;
    const auto file = play(folder, {});
    ReportAttempt before = attempt_of(Recording::open(file));
    before.score -= 6;
    ReportOptions options;
    options.previous = before;
    const Report report = report_on(file, options);
    CHECK(report.previous.find("4 May 2026") != report.previous.npos);
    CHECK(report.previous_beside == "6 more this time");
}

TEST_CASE("a report is in the reader's language") {
    const TemporaryFolder folder;
    const auto file = play(folder, {});
    CHECK(report_on(file, {}, "ru").about[0].value == "Короткая");
    CHECK(report_on(file, {}, "ky").about[0].value == "Кыска");
}
