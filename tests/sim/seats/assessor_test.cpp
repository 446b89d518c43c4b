#include <array>
#include <fstream>

#include "sim/recording/grade_rows.h"
#include "tests/sim/seats/assessor_kit.h"

namespace sim::seats {

namespace {

using engine::view::InputEvent;

/// Presses on an item at a share of its width and keeps the button down.
void grab(Judge& judge, std::string_view name, float share) {
    const engine::view::Rect rect = judge.screen->find(name)->rect;
    InputEvent event;
    event.kind = InputEvent::Kind::move;
    event.at = {rect.x + rect.w * share, rect.centre().y};
    judge.screen->queue.push(event);
    event.kind = InputEvent::Kind::button;
    event.down = true;
    judge.screen->queue.push(event);
    judge.screen->frames(2);
}

void drag_to(Judge& judge, std::string_view name, float share) {
    const engine::view::Rect rect = judge.screen->find(name)->rect;
    InputEvent event;
    event.kind = InputEvent::Kind::move;
    event.at = {rect.x + rect.w * share, rect.centre().y};
    judge.screen->queue.push(event);
    judge.screen->frames(1);
}

}  // namespace

TEST_CASE("the grade shown is the one that was worked out live, line by line") {
    const Tape tape;
    Judge judge(tape.file);
    REQUIRE(judge.assessor);
    const Recording recording = Recording::open(tape.file);
    CHECK(recording.grade() == grade_rows(judge.state().grade));
    CHECK_FALSE(judge.state().analysis->other_grade);
    REQUIRE(judge.state().verification);
    CHECK(judge.state().verification->good());
    for (auto& [competency, closed] : judge.state().folded) closed = false;
    int shown = 0;
    for (const GradeLine& line : judge.state().grade.lines) {
        judge.state().folded[line.competency] = false;
    }
    judge.screen->frames(3);
    for (const GradeLine& line : judge.state().grade.lines) {
        if (line.most <= 0) continue;
        CHECK(judge.value("rubric." + line.id) ==
              std::to_string(line.points) + " / " + std::to_string(line.most));
        ++shown;
    }
    CHECK(shown >= 8);
    int lost = 0;
    for (const Loss& loss : judge.state().losses) lost += loss.points;
    CHECK(judge.state().grade.max_score - lost == judge.state().grade.score);
}

TEST_CASE("who looks at their own result judges nothing, and can do the drill once more") {
    const Tape tape;
    Judge judge(tape.file);
    REQUIRE(judge.assessor);
    judge.open("logged");
    CHECK(judge.has("assessor.sign"));
    CHECK(judge.has("assessor.comment"));
    judge.state().own = true;
    judge.screen->frames(4);
    for (const char* name :
         {"assessor.sign", "assessor.comment", "assessor.override", "assessor.blind"}) {
        CHECK_FALSE(judge.has(name));
    }
    CHECK(judge.has("assessor.report"));
    REQUIRE(judge.screen->click("assessor.again"));
    CHECK(judge.desk.request.kind == Request::Kind::drill);
    CHECK(judge.desk.request.file.ends_with("paper_jam.yaml"));
    CHECK(judge.desk.request.seed == judge.state().info.seed);
    REQUIRE(judge.screen->click("assessor.others"));
    CHECK(judge.desk.request.seed == judge.state().info.seed + 1);
}

TEST_CASE("a goal that names a time of day is not open before it; the queue is everybody's") {
    const TemporaryFolder folder;
    SessionPlan plan;
    plan.scenario = "scenarios/paper_jam.yaml";
    plan.record = (folder.path() / "short.drill").string();
    std::string problems;
    const auto session = DrillSession::begin(plan, problems);
    REQUIRE_MESSAGE(session, problems);
    session->run_until(*engine::parse_clock("10:10:00"));
    const Hall& hall = session->world().hall;
    const std::size_t waiting = hall.desk_queue.size() + hall.list_queue.size() +
                                hall.booth_queue.size() + hall.scanner_queue.size();
    session->end();
    Judge judge(plan.record);
    REQUIRE(judge.state().ready());
    CHECK(judge.state().windows.empty());
    REQUIRE_FALSE(judge.state().analysis->tracks.queue.empty());
    CHECK(judge.state().analysis->tracks.queue.back().waiting ==
          static_cast<std::int64_t>(waiting));
}

TEST_CASE("dragging the slider or the tracks shows the moment under the mouse at once") {
    const Tape tape;
    Judge judge(tape.file);
    const Time first = judge.state().first();
    const Time last = judge.state().last();
    for (const char* name : {"assessor.seek", "assessor.tracks"}) {
        grab(judge, name, 0.5F);
        for (const float share : {0.1F, 0.8F, 0.33F, 0.97F}) {
            drag_to(judge, name, share);
            const auto wanted = first + static_cast<Time>(static_cast<double>(share) *
                                                          static_cast<double>(last - first));
            CHECK(std::abs(judge.now() - wanted) < 10 * engine::second);
            REQUIRE(judge.state().world);
            CHECK(judge.state().world->now == judge.now());
            judge.screen->frames(1);
            CHECK(judge.value("assessor.tracks") == engine::format_clock(judge.now()));
        }
        InputEvent event;
        event.kind = InputEvent::Kind::button;
        judge.screen->queue.push(event);
        judge.screen->frames(2);
    }
}

TEST_CASE("keys step by seconds, events, critical steps and lines") {
    const Tape tape;
    Judge judge(tape.file);
    seek(*judge.assessor, *engine::parse_clock("10:18:00"));
    judge.screen->frames(2);
    judge.screen->press("Right");
    CHECK(engine::format_clock(judge.now()) == "10:18:01");
    judge.screen->press("Left");
    judge.screen->press("Left");
    CHECK(engine::format_clock(judge.now()) == "10:17:59");
    const std::vector<Time>& events = judge.state().analysis->tracks.events;
    judge.screen->press(".");
    CHECK(std::find(events.begin(), events.end(), judge.now()) != events.end());
    const Time next = judge.now();
    judge.screen->press(",");
    CHECK(judge.now() < next);
    seek(*judge.assessor, judge.state().first());
    judge.screen->press("]");
    const GradeLine* critical = judge.state().line();
    REQUIRE(critical != nullptr);
    CHECK(critical->critical);
    judge.screen->press("K");
    CHECK(judge.state().line() != critical);
    judge.screen->press("+");
    CHECK(judge.state().to - judge.state().from < judge.state().last() - judge.state().first());
    judge.screen->press("Home");
    CHECK(judge.state().to - judge.state().from == judge.state().last() - judge.state().first());
    judge.screen->press("Space");
    const Time before = judge.now();
    judge.screen->frames(20);
    CHECK(judge.now() > before);
    judge.screen->press("Space");
    CHECK_FALSE(judge.state().playing);
}

TEST_CASE("evidence leads to three seconds before it") {
    const Tape tape;
    Judge judge(tape.file);
    judge.open(".sheet_out");
    const ItemText item = item_text(judge.state(), judge.desk.reader);
    REQUIRE_FALSE(item.evidence.empty());
    CHECK_FALSE(item.condition.empty());
    REQUIRE(judge.screen->click("evidence.0"));
    CHECK(judge.now() == item.evidence.front().time - 3 * engine::second);
    bool said = false;
    for (const EvidenceRow& row : item.evidence) said = said || !row.lead.empty();
    CHECK(said);
    CHECK(judge.state().analysis->expert_of("scanner_jam_entry.sheet_out") != nullptr);
}

TEST_CASE("changed points need a reason before the signature, and are kept beside the recording") {
    const Tape tape;
    std::string before;
    {
        Judge judge(tape.file);
        judge.open(".seal_seen");
        const int score = judge.state().grade.score;
        const std::string id = judge.state().line()->id;
        const int most = judge.state().line()->most;
        judge.give(most);
        CHECK(judge.state().grade.score == score + most);
        judge.screen->click("assessor.sign");
        REQUIRE(judge.has("sign.sign"));
        judge.screen->click("sign.sign");
        CHECK_FALSE(judge.state().judgement().is_signed());
        CHECK_FALSE(judge.state().sign_problem.empty());
        judge.screen->click("overlay.close");
        judge.screen->click("assessor.reason");
        judge.screen->type("Seen on the video");
        CHECK(judge.state().judgement().override_of(id)->reason == "Seen on the video");
        judge.screen->click("assessor.comment");
        judge.screen->type("Well done");
        judge.screen->click("assessor.sign");
        judge.screen->click("sign.sign");
        CHECK(judge.state().judgement().signed_by == "Nurlan Asanov");
        CHECK_FALSE(judge.has("assessor.override"));
        CHECK(Recording::open(tape.file).damage().empty());
    }
    Judge again(tape.file);
    CHECK(again.state().judgement().is_signed());
    again.open(".seal_seen");
    REQUIRE(again.state().judgement().overrides.size() == 1);
    CHECK(again.state().judgement().overrides.front().by == "Nurlan Asanov");
    CHECK(again.state().judgement().comments.front().text == "Well done");
    // The second grader sees nothing of it.
    again.screen->click("assessor.blind");
    CHECK(again.state().judgement().overrides.empty());
    CHECK(again.state().grade.score == again.state().analysis->facts.computed.score);
}

TEST_CASE("a note stands at its moment and leads back to it") {
    const Tape tape;
    Judge judge(tape.file);
    seek(*judge.assessor, *engine::parse_clock("10:19:30"));
    judge.screen->frames(2);
    judge.screen->press("N");
    judge.screen->type("Hands in the path");
    judge.screen->click("note.keep");
    REQUIRE(judge.state().assessment.notes.size() == 1);
    seek(*judge.assessor, *engine::parse_clock("10:05:00"));
    judge.screen->click("assessor.about");
    REQUIRE(judge.screen->click("about.note.0"));
    CHECK(engine::format_clock(judge.now()) == "10:19:30");
}

TEST_CASE("a report can be broken off, and then there is no file") {
    const Tape tape;
    double told = 0;
    ReportOptions options;
    options.progress = [&told](double share) {
        CHECK(share >= told);
        told = share;
        if (share > 0.5) throw Cancelled{};
    };
    const Reader reader{engine::Translator("en", engine::translations_folder()), "en"};
    CHECK_THROWS_AS(make_report(Recording::open(tape.file), reader, options), Cancelled);

    Judge judge(tape.file);
    judge.screen->click("assessor.report");
    REQUIRE(judge.screen->click("report.pdf"));
    const bool offered = judge.screen->click("report.cancel");
    if (judge.state().report.valid()) judge.state().report.wait();
    judge.screen->frames(3);
    REQUIRE(judge.state().report_done);
    // It may have been quicker than the hand.
    const ReportResult& done = *judge.state().report_done;
    CHECK((offered || !done.cancelled));
    CHECK(done.cancelled != std::filesystem::exists(done.path));
}

TEST_CASE("the report is made from here, with what the assessor changed") {
    const Tape tape;
    Judge judge(tape.file);
    judge.screen->click("assessor.report");
    REQUIRE(judge.screen->click("report.html"));
    judge.state().report.wait();
    judge.screen->frames(3);
    REQUIRE(judge.state().report_done);
    CHECK(judge.state().report_done->problem == "");
    CHECK(std::filesystem::file_size(judge.state().report_done->path) > 1000);
}

}  // namespace sim::seats
