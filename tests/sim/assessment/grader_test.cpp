#include "sim/assessment/grader.h"

#include <doctest/doctest.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "sim/station/signals.h"

namespace {

/// A bare station of two papers and the clock; what is done is written into its parts.
class Bench {
  public:
    Bench() {
        auto setup = std::make_shared<sim::Setup>();
        for (const char* name : {"first", "second"}) {
            sim::PartSpec part;
            part.name = name;
            part.kind = sim::PartKind::paper;
            setup->layout.parts.push_back(part);
        }
        setup->layout.index_names();
        world.setup = setup;
        world.parts = engine::Blocks<sim::PartState>(std::vector<sim::PartState>(2));
        world.now = 8 * engine::hour;
        procedure.id = "work";
    }

    sim::Condition becomes(
        const char* signal, std::int64_t value,
        sim::Condition::Comparison comparison = sim::Condition::Comparison::at_least) const {
        sim::Condition condition;
        sim::Condition::Node node;
        node.kind = sim::Condition::Kind::compare;
        node.comparison = comparison;
        node.signal = sim::find_signal(world.setup->layout, signal).value();
        node.value = value;
        condition.nodes.push_back(node);
        return condition;
    }

    sim::Step& step(const char* id, const char* done) {
        sim::Step step;
        step.id = id;
        step.post = 0;
        step.points = 4;
        step.competency = "skill";
        step.done = becomes(done, 1);
        procedure.steps.push_back(step);
        return procedure.steps.back();
    }

    void begin() {
        grader = std::make_unique<sim::Grader>(
            sim::GradingPlan{{{&procedure, sim::GradeKind::step, -1}}, 800}, world);
    }
    void set(int part, int amount) {
        world.edit(static_cast<sim::PartId>(part)).amount = amount;
        grader->moment(world);
    }
    void pass(sim::Time time) {
        world.now += time;
        grader->moment(world);
    }
    sim::GradeLine line(const char* id) const {
        for (const sim::GradeLine& line : grader->grade(world).lines) {
            if (line.id == id) return line;
        }
        return {};
    }

    sim::World world;
    sim::Procedure procedure;
    std::unique_ptr<sim::Grader> grader;
};

}  // namespace

TEST_CASE("a step done in time earns its points, with what proves it") {
    Bench bench;
    bench.step("one", "first.amount").by = 9 * engine::hour;
    bench.begin();
    bench.pass(engine::minute);
    bench.world.commands = 3;
    bench.set(0, 5);
    const sim::GradeLine line = bench.line("work.one");
    CHECK(line.state == sim::GradeState::done);
    CHECK(line.points == 4);
    CHECK(line.decided == 8 * engine::hour + engine::minute);
    CHECK(line.command == 3);
    CHECK(line.evidence == std::vector<sim::Evidence>{{"first.amount", "5"}});
    CHECK(bench.grader->grade(bench.world).full());
    CHECK(bench.grader->grade(bench.world).competencies.at("skill") == sim::CompetencyGrade{4, 4});
}

TEST_CASE("late and out of order are worth half") {
    Bench bench;
    bench.step("one", "first.amount").by = 8 * engine::hour + engine::minute;
    sim::Step& second = bench.step("two", "second.amount");
    second.after = {0};
    second.sentences.emplace_back();
    bench.begin();
    bench.pass(engine::minute);
    bench.set(1, 1);
    bench.pass(engine::minute);
    bench.set(0, 1);
    CHECK(bench.line("work.one").state == sim::GradeState::late);
    CHECK(bench.line("work.one").points == 2);
    CHECK(bench.line("work.two").state == sim::GradeState::out_of_order);
    CHECK(bench.line("work.two").points == 2);
}

TEST_CASE("what is so by itself before its turn, or is undone again, is not out of order") {
    Bench bench;
    bench.step("one", "first.amount");
    sim::Step& undone = bench.step("undone", "second.amount");
    undone.after = {0};
    undone.sentences.emplace_back();
    bench.step("seen", "second.amount").after = {0};
    bench.begin();
    bench.pass(engine::minute);
    bench.set(1, 1);
    bench.pass(engine::minute);
    bench.set(1, 0);
    bench.pass(engine::minute);
    bench.set(0, 1);
    bench.pass(engine::minute);
    bench.set(1, 1);
    CHECK(bench.line("work.undone").state == sim::GradeState::done);
    CHECK(bench.line("work.seen").state == sim::GradeState::done);
}

TEST_CASE("within counts from when the step was asked for") {
    Bench bench;
    sim::Step& step = bench.step("one", "first.amount");
    step.when = bench.becomes("second.amount", 1);
    step.within = 5 * engine::minute;
    bench.begin();
    bench.pass(engine::hour);
    bench.set(1, 1);
    bench.pass(4 * engine::minute);
    bench.set(0, 1);
    CHECK(bench.line("work.one").state == sim::GradeState::done);
    CHECK(bench.line("work.one").due == 9 * engine::hour + 5 * engine::minute);
}

TEST_CASE("what was asked for and not done is missed, and what waits for it too") {
    Bench bench;
    bench.step("one", "first.amount").critical = true;
    bench.step("two", "second.amount").after = {0};
    bench.begin();
    bench.pass(engine::hour);
    const sim::Grade grade = bench.grader->grade(bench.world);
    CHECK(grade.missed == std::vector<std::string>{"work.one", "work.two"});
    CHECK(grade.failed_critical == std::vector<std::string>{"work.one"});
    CHECK(grade.score == 0);
    CHECK(grade.max_score == 8);
    CHECK_FALSE(grade.passed());
}

TEST_CASE("what was never asked for, was so before or is routine does not count") {
    Bench bench;
    bench.step("never_asked", "first.amount").when = bench.becomes("clock", 10 * engine::hour);
    bench.step("before", "second.amount");
    bench.step("routine", "first.amount").routine = true;
    bench.world.edit(1).amount = 1;
    bench.begin();
    bench.pass(engine::hour);
    CHECK(bench.grader->grade(bench.world).lines.empty());
}

TEST_CASE("a step asked for in the last moments is not held against anyone") {
    Bench bench;
    bench.step("one", "first.amount").when = bench.becomes("clock", 9 * engine::hour);
    bench.begin();
    bench.pass(engine::hour);
    bench.pass(30 * engine::second);
    CHECK(bench.grader->grade(bench.world).lines.empty());
    bench.pass(engine::minute);
    CHECK(bench.grader->grade(bench.world).missed.size() == 1);
}

TEST_CASE("a breach costs its points once, however short it was") {
    Bench bench;
    bench.step("one", "first.amount");
    bench.procedure.never.push_back(
        {"breach", {}, bench.becomes("second.amount", 1), true, "skill", 3, ""});
    bench.begin();
    bench.set(0, 1);
    bench.set(1, 1);
    bench.set(1, 0);
    bench.pass(engine::minute);
    const sim::Grade grade = bench.grader->grade(bench.world);
    CHECK(bench.line("work.breach").state == sim::GradeState::committed);
    CHECK(grade.score == 1);
    CHECK(grade.max_score == 4);
    CHECK(grade.failed_critical == std::vector<std::string>{"work.breach"});
}

TEST_CASE("what two lists forbid counts once") {
    Bench bench;
    bench.step("one", "first.amount");
    bench.procedure.never.push_back(
        {"breach", {}, bench.becomes("second.amount", 1), false, "skill", 3, ""});
    sim::Procedure recovery;
    recovery.id = "recovery";
    recovery.never = bench.procedure.never;
    recovery.never.push_back(
        {"other", {}, bench.becomes("second.amount", 1), false, "skill", 2, ""});
    const auto lost = [&](std::int16_t first, std::int16_t second) {
        bench.grader = std::make_unique<sim::Grader>(
            sim::GradingPlan{{{&bench.procedure, sim::GradeKind::step, first},
                              {&recovery, sim::GradeKind::step, second}},
                             800},
            bench.world);
        bench.set(1, 1);
        int points = 0;
        for (const auto& line : bench.grader->grade(bench.world).lines) points += line.points;
        bench.set(1, 0);
        return points;
    };
    CHECK(lost(-1, -1) == -5);
    // The first list does not count yet: the second one does.
    CHECK(lost(2, -1) == -5);
    CHECK(lost(-1, 2) == -3);
}

TEST_CASE("a recovery counts once its malfunction was injected") {
    Bench bench;
    bench.step("one", "first.amount");
    bench.grader = std::make_unique<sim::Grader>(
        sim::GradingPlan{{{&bench.procedure, sim::GradeKind::step, 2}}, 800}, bench.world);
    bench.pass(engine::hour);
    CHECK(bench.grader->grade(bench.world).lines.empty());
    sim::Perturbation change;
    change.fault = 2;
    change.start = bench.world.now;
    bench.world.perturbations.push_back(change);
    bench.pass(2 * engine::minute);
    bench.pass(2 * engine::minute);
    CHECK(bench.grader->grade(bench.world).missed.size() == 1);
    bench.set(0, 1);
    CHECK(bench.line("work.one").points == 4);
}

namespace {

/// A recovery of three steps, of which the middle one is done before the first: "opened" without
/// having been "seen", then "taken", which ends what it was called for.
struct Jam : Bench {
    Jam() {
        step("seen", "first.amount");
        sim::Step& opened = step("opened", "second.amount");
        opened.after = {0};
        opened.sentences.emplace_back();
        sim::Step& taken = step("taken", "clock");
        taken.when = becomes("second.amount", 1);
        taken.done = becomes("second.amount", 2);
        taken.after = {1};
        taken.sentences.emplace_back();
        grader = std::make_unique<sim::Grader>(
            sim::GradingPlan{{{&procedure, sim::GradeKind::step, 2}}, 800}, world);
        sim::Perturbation change;
        change.fault = 2;
        change.start = world.now;
        world.perturbations.push_back(change);
        pass(engine::minute);
    }
};

}  // namespace

TEST_CASE("a step is out of order by the step right before it, not by one long missed") {
    Jam jam;
    jam.set(1, 1);
    jam.pass(engine::minute);
    jam.set(1, 2);
    jam.pass(engine::minute);
    const sim::Time taken = jam.world.now;
    // Closed again: the cover was opened all the same, and the sheet is out.
    jam.set(1, 0);
    jam.pass(engine::minute);
    CHECK(jam.line("work.seen").state == sim::GradeState::missed);
    CHECK(jam.line("work.opened").state == sim::GradeState::out_of_order);
    CHECK(jam.line("work.taken").state == sim::GradeState::done);
    CHECK(jam.line("work.taken").decided == taken);
    CHECK(jam.line("work.taken").evidence == std::vector<sim::Evidence>{{"second.amount", "2"}});
    CHECK(jam.grader->grade(jam.world).score == 6);

    // Seen when it was too late: that step counts, and what was out of order stays so.
    jam.set(0, 1);
    jam.pass(2 * engine::minute);
    CHECK(jam.line("work.seen").state == sim::GradeState::done);
    CHECK(jam.line("work.opened").state == sim::GradeState::out_of_order);
    CHECK(jam.line("work.taken").state == sim::GradeState::done);
    CHECK(jam.line("work.taken").decided == taken);
}

TEST_CASE("what a recovery passes through on its way is not out of order") {
    Jam jam;
    // As a card that is taken out to put in another, before it is to be taken out for good.
    jam.set(1, 1);
    jam.pass(engine::minute);
    jam.set(1, 0);
    jam.pass(engine::minute);
    jam.set(0, 1);
    jam.set(1, 1);
    CHECK(jam.line("work.opened").state == sim::GradeState::done);
}

TEST_CASE("a step whose condition ends through the very act that does it is done") {
    Jam jam;
    jam.set(0, 1);
    jam.set(1, 1);
    jam.set(1, 2);
    jam.set(1, 0);
    jam.pass(engine::minute);
    for (const char* id : {"work.seen", "work.opened", "work.taken"}) {
        CHECK_MESSAGE(jam.line(id).state == sim::GradeState::done, id);
    }
}

TEST_CASE("a line is the same after it was written as JSON") {
    Bench bench;
    bench.step("one", "first.amount").by = 9 * engine::hour;
    bench.begin();
    bench.pass(90 * engine::second);
    bench.set(0, 2);
    sim::GradeLine line = bench.line("work.one");
    CHECK(sim::line_of_json(sim::json_of(line)) == line);
}
