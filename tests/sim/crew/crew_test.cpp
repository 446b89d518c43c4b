#include "sim/crew/crew.h"

#include <set>

#include "tests/sim/drills.h"

using namespace sim;
using test::Bench;

namespace {

/// Plays a whole drill; gives its refused commands and what was said.
struct Play {
    int refused = 0;
    std::set<std::string> said;

    Play(Bench& bench) {
        bench.sink.command = [&](const Command& command, const Refusal& refusal) {
            if (refusal) ++refused;
            said.insert(format_sentence(bench.drill.setup->layout, command));
        };
        run_until(bench.drill, bench.drill.setup->latest_end, bench.sink);
    }
};

}  // namespace

TEST_CASE("The expert ends the opening and is never refused") {
    Bench bench(test::load_drill("opening"));
    // Here the expert holds the posts that are the trainee's in the drill.
    for (std::size_t post = 0; post < post_count; ++post) {
        bench.drill.crew.hold(static_cast<PostId>(post), false);
    }
    const Play play(bench);
    CHECK(play.refused == 0);
    CHECK(bench.drill.world.finished_at < bench.drill.setup->latest_end);
    CHECK(bench.signal("scanner.ready") == 1);
}

TEST_CASE("A crew that does nothing says nothing, and the drill ends all the same") {
    Bench bench(test::load_drill("polling_day"), 1, {CrewKind::idle, 0});
    const Play play(bench);
    CHECK(play.said.empty());
    CHECK(bench.drill.world.finished_at == bench.drill.setup->latest_end);
    CHECK(bench.signal("voters.identified") == 0);
}

TEST_CASE("A crew that skips names what it leaves out and never says it") {
    Bench bench(test::load_drill("polling_day"), 1, {CrewKind::skip, 3});
    const auto left_out = bench.drill.crew.left_out();
    REQUIRE_FALSE(left_out.empty());
    const Play play(bench);
    const auto& [procedure, number] = left_out.front();
    const Step& step = bench.drill.setup->procedures[static_cast<std::size_t>(procedure)]
                           .steps[static_cast<std::size_t>(number)];
    CHECK_FALSE(step.routine);
    for (const Sentence& sentence : step.sentences) {
        Command said = sentence.command;
        said.actor = step.post;
        CHECK(play.said.count(format_sentence(bench.drill.setup->layout, said)) == 0);
    }
}

TEST_CASE("A post that the trainee holds is left alone") {
    Bench bench(test::load_drill("paper_jam"));
    bool others = false;
    bench.sink.command = [&](const Command& command, const Refusal&) {
        CHECK_FALSE(bench.loaded.scenario.trainee[static_cast<std::size_t>(command.actor)]);
        others = true;
    };
    bench.run(5 * engine::minute);
    CHECK(others);
}

TEST_CASE("No step is known by what nobody can perceive") {
    const LoadedScenario loaded = test::load_drill("polling_day");
    const Setup& setup = *loaded.prototype;
    const auto hidden = [&](const Condition& condition) {
        for (const Condition::Node& node : condition.nodes) {
            if (node.kind == Condition::Kind::compare &&
                channel_of(setup.layout, node.signal) == Channel::hidden) {
                return true;
            }
        }
        return false;
    };
    const auto look = [&](const Procedure& procedure) {
        for (const Step& step : procedure.steps) {
            CHECK_MESSAGE(!hidden(step.when), procedure.id << "." << step.id);
            CHECK_MESSAGE(!hidden(step.done), procedure.id << "." << step.id);
        }
    };
    for (const Procedure& procedure : setup.procedures) look(procedure);
    for (const FaultSpec& fault : setup.faults) look(fault.recovery);
}

TEST_CASE("The expert ends every drill on the second makers' equipment and is never refused") {
    for (const char* name :
         {"opening", "closing", "no_match", "paper_jam", "power_cut", "polling_day"}) {
        CAPTURE(name);
        Bench bench(test::load_drill(name, "second_makers"), 5);
        for (std::size_t post = 0; post < post_count; ++post) {
            bench.drill.crew.hold(static_cast<PostId>(post), false);
        }
        const Play play(bench);
        CHECK(play.refused == 0);
        CHECK(bench.drill.world.finished_at < bench.drill.setup->latest_end);
    }
}

TEST_CASE("Who waits for a time acts when it is over, though nothing happens") {
    Bench bench(test::load_drill("polling_day", "second_makers"), 4);
    run_until(bench.drill, 19 * engine::hour + 55 * engine::minute, bench.sink);
    REQUIRE_FALSE(bench.instructor("inject transmission_centre_error"));
    run_until(bench.drill, bench.drill.setup->latest_end, bench.sink);
    CHECK(bench.signal("centre.acknowledged") == 1);
}

TEST_CASE("Who began to put something right ends it, though the sign is gone by then") {
    Bench bench(test::load_drill("polling_day"), 18);
    run_until(bench.drill, 15 * engine::hour + 32 * engine::minute, bench.sink);
    REQUIRE_FALSE(bench.instructor("inject power_surge"));
    bench.run(4 * engine::second);
    REQUIRE(bench.signal("mains.live") == 1);
    REQUIRE(bench.signal("poll_card.in") == 1);
    bench.run(3 * engine::minute);
    CHECK(bench.signal("scanner.polls") == static_cast<std::int64_t>(Polls::open));
    CHECK(bench.signal("poll_card.in") == 0);
}

TEST_CASE("What comes again is put right again, though not every step was needed the first time") {
    Bench bench(test::load_drill("polling_day"), 18);
    for (const Time at : {11 * engine::hour, 13 * engine::hour}) {
        run_until(bench.drill, at, bench.sink);
        REQUIRE_FALSE(bench.instructor("inject terminal_receipt_missing device=terminal_2"));
        bench.run(engine::hour);
        CHECK(bench.signal("terminal_2.receipts_owed") == 0);
        CHECK(bench.signal("terminal_2.state") == static_cast<std::int64_t>(TerminalState::open));
    }
    CHECK(bench.signal("terminal_2.case.amount") == 2);
}
