#include "sim/session/session.h"

#include <filesystem>
#include <memory>
#include <string>

#include "sim/recording/recording.h"
#include "sim/recording/verify.h"
#include "sim/station/sentence.h"
#include "sim/station/signals.h"

// Last: it has a macro of the same name as the table of messages.
#include <doctest/doctest.h>

namespace {

using engine::minute;
using engine::second;
using sim::Time;

constexpr Time ten = 10 * engine::hour;

sim::SessionPlan jam_plan(const std::string& record = {}) {
    sim::SessionPlan plan;
    plan.scenario = "scenarios/paper_jam.yaml";
    plan.posts = std::array<bool, sim::post_count>{};
    plan.record = record;
    plan.rewind = true;
    return plan;
}

std::unique_ptr<sim::DrillSession> begin(const sim::SessionPlan& plan) {
    std::string problems;
    auto session = sim::DrillSession::begin(plan, problems);
    REQUIRE_MESSAGE(session != nullptr, problems);
    return session;
}

bool say(sim::DrillSession& session, const std::string& sentence) {
    const auto parsed = sim::parse_sentence(session.setup().layout, sentence);
    REQUIRE(std::holds_alternative<sim::Command>(parsed));
    sim::Command command = std::get<sim::Command>(parsed);
    command.author = sim::Seat::instructor;
    return !session.say(command);
}

bool holds(const sim::DrillSession& session, sim::Post post) {
    return session.crew().holds_post(static_cast<sim::PostId>(post));
}

sim::Verification verified(const std::filesystem::path& file) {
    const sim::Verification result = sim::verify(sim::Recording::open(file));
    if (result.divergence) MESSAGE(result.divergence->what.english());
    return result;
}

}  // namespace

TEST_CASE("going back gives the state of a drill that was run straight to that moment") {
    const Time goal = ten + 17 * minute + 23 * second;
    const auto straight = begin(jam_plan());
    straight->run_until(goal);
    const auto returned = begin(jam_plan());
    returned->run_until(ten + 25 * minute);
    CHECK(sim::state_hash(returned->world()) != sim::state_hash(straight->world()));
    REQUIRE(returned->back_to(goal));
    CHECK(returned->world().now == goal);
    CHECK(returned->branch() == 1);
    CHECK(sim::state_hash(returned->world()) == sim::state_hash(straight->world()));
    CHECK(returned->said().size() == straight->said().size());
    CHECK(returned->seen() == straight->seen());
    CHECK(returned->grader().grade(returned->world()) ==
          straight->grader().grade(straight->world()));
}

TEST_CASE("what was injected after the moment one goes back to never happened") {
    const auto session = begin(jam_plan());
    session->run_until(ten + 5 * minute);
    session->keep_moment();
    REQUIRE(say(*session, "inject power_cut"));
    session->run_until(ten + 7 * minute);
    const auto mains = sim::find_signal(session->setup().layout, "mains.live");
    REQUIRE(mains);
    CHECK(sim::read(session->world(), *mains) == 0);
    REQUIRE(session->back_to(ten + 5 * minute - second));
    CHECK(session->world().perturbations.empty());
    session->run_until(ten + 7 * minute);
    CHECK(sim::read(session->world(), *mains) == 1);
}

TEST_CASE("moments outside the drill are moved into it; without moments there is no way back") {
    const auto session = begin(jam_plan());
    session->run_until(ten + 2 * minute);
    REQUIRE(session->back_to(engine::hour));
    CHECK(session->world().now == session->start());
    REQUIRE(session->back_to(ten + 9 * engine::hour));
    CHECK(session->world().now == session->start());
    sim::SessionPlan plan = jam_plan();
    plan.rewind = false;
    const auto without = begin(plan);
    without->run_until(ten + minute);
    CHECK_FALSE(without->back_to(ten));
    CHECK(without->world().now == ten + minute);
}

TEST_CASE("a recording with branches replays bit for bit, all of them") {
    const sim::TemporaryFolder folder;
    const auto file = folder.path() / "branches.drill";
    const auto session = begin(jam_plan(file.string()));
    session->run_until(ten + 5 * minute);
    REQUIRE(say(*session, "inject power_cut duration=2min"));
    session->run_until(ten + 9 * minute);
    REQUIRE(session->back_to(ten + 5 * minute - second));
    REQUIRE(say(*session, "inject scanner_dirty_glass"));
    session->run_until(ten + 12 * minute);
    REQUIRE(session->back_to(ten + 6 * minute));
    session->run_until(ten + 8 * minute);
    session->end();
    CHECK(session->recorded());
    const sim::Verification result = verified(file);
    CHECK(result.good());
    CHECK(result.closed);
    CHECK(result.branches == 3);
    CHECK(result.reached == ten + 8 * minute);
}

TEST_CASE("a drill is gone on with in the branch in which it was left") {
    const sim::TemporaryFolder folder;
    const auto file = folder.path() / "left.drill";
    std::uint64_t left = 0;
    {
        const auto session = begin(jam_plan(file.string()));
        session->run_until(ten + 8 * minute);
        REQUIRE(session->back_to(ten + 4 * minute));
        REQUIRE(say(*session, "inject scanner_double_feed"));
        session->run_until(ten + 6 * minute);
        left = sim::state_hash(session->world());
        session->leave();
    }
    const auto session = sim::DrillSession::resume(file.string(), true);
    CHECK(session->world().now == ten + 6 * minute);
    CHECK(session->branch() == 1);
    CHECK(sim::state_hash(session->world()) == left);
    REQUIRE(session->back_to(ten + 2 * minute));
    CHECK(session->branch() == 2);
    session->run_until(ten + 3 * minute);
    session->end();
    const sim::Verification result = verified(file);
    CHECK(result.good());
    CHECK(result.branches == 3);
}

TEST_CASE("a post handed over stays so when the drill is gone on with, and not before it was") {
    const sim::TemporaryFolder folder;
    const auto file = folder.path() / "posts.drill";
    {
        const auto session = begin(jam_plan(file.string()));
        session->run_until(ten + minute);
        REQUIRE(say(*session, "assign chair \"trainee\""));
        CHECK(holds(*session, sim::Post::chair));
        session->run_until(ten + 3 * minute);
        REQUIRE(session->back_to(ten + 2 * minute));
        CHECK(holds(*session, sim::Post::chair));
        session->leave();
    }
    const auto session = sim::DrillSession::resume(file.string(), true);
    CHECK(holds(*session, sim::Post::chair));
    REQUIRE(session->back_to(ten + 30 * second));
    CHECK_FALSE(holds(*session, sim::Post::chair));
}

TEST_CASE("the crew goes on as if the drill had not been cut off, or gone back in") {
    // The second terminal is off by then: who did not know that its day is over would start it.
    const Time cut = 20 * engine::hour + minute + 25 * second;
    const Time later = cut + 3 * minute;
    sim::SessionPlan plan;
    plan.scenario = "scenarios/closing.yaml";
    plan.posts = std::array<bool, sim::post_count>{};
    plan.rewind = true;
    const auto whole = begin(plan);
    whole->run_until(later);
    REQUIRE(whole->world().part(whole->setup().layout.find("terminal_2.lead")).in == sim::no_part);
    const std::uint64_t wanted = sim::state_hash(whole->world());
    REQUIRE(whole->back_to(cut));
    whole->run_until(later);
    CHECK(sim::state_hash(whole->world()) == wanted);

    const sim::TemporaryFolder folder;
    plan.record = (folder.path() / "cut.drill").string();
    const auto first = begin(plan);
    first->run_until(cut);
    first->leave();
    const auto second_part = sim::DrillSession::resume(plan.record, false);
    second_part->run_until(later);
    CHECK(sim::state_hash(second_part->world()) == wanted);
}
