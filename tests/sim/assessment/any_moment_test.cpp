// The expert recovers from everything, whenever it comes: whole days with the background chance on,
// graded, into which each malfunction falls at moments drawn at random, alone and two at a time, on
// either maker's equipment.

#include <algorithm>
#include <cstdlib>

#include "engine/core/random.h"
#include "engine/core/text.h"
#include "sim/assessment/grader.h"
#include "sim/station/results.h"
#include "tests/sim/drills.h"

using namespace sim;
using test::Bench;

namespace {

constexpr engine::Stream draws{20261128, 0, 0};
constexpr Time earliest = 6 * engine::hour + 45 * engine::minute;
constexpr Time latest = 20 * engine::hour + 30 * engine::minute;
constexpr int seeds = 50;
constexpr std::int64_t left_most = 10;

struct Injection {
    Time at = 0;
    std::string fault;
};

struct Plan {
    const LoadedScenario* day = nullptr;
    std::string kit;
    std::uint64_t seed = 1;
    std::vector<Injection> injections;
};

/// Draws one number after the other.
struct Dice {
    std::uint64_t next = 0;

    std::int64_t between(std::int64_t low, std::int64_t high) {
        return engine::uniform(draws, next++, low, high);
    }
    Time moment() {
        return between(earliest / engine::second, latest / engine::second) * engine::second;
    }
    std::uint64_t seed() { return static_cast<std::uint64_t>(between(1, seeds)); }
    const std::string& of(const std::vector<std::string>& all) {
        return all[static_cast<std::size_t>(between(0, static_cast<std::int64_t>(all.size()) - 1))];
    }
};

std::vector<std::string> malfunctions(const LoadedScenario& day) {
    std::vector<std::string> ids;
    for (const FaultSpec& fault : day.prototype->faults) {
        if (fault.kind == "malfunction") ids.push_back(fault.id);
    }
    return ids;
}

/// What is wrong with the day, nothing when it ended as it should.
std::string complaints(const Bench& bench, const Grade& grade, int refused) {
    std::string all;
    const auto complain = [&all](bool so, const std::string& what) {
        if (so) all += what + "; ";
    };
    const World& world = bench.drill.world;
    const Reconciliation account = reconcile(world);
    complain(world.finished_at >= world.setup->latest_end, "not finished");
    complain(!account.reconciled, "does not add up");
    complain(!account.protocol_complete, "protocol not complete");
    complain(account.acknowledged_at == engine::never, "not acknowledged");
    complain(refused > 0, std::to_string(refused) + " refused");
    complain(bench.signal("voters.left") > left_most, "voters left");
    for (const std::string& id : grade.failed_critical) complain(true, id);
    complain(!grade.passed(), "not passed");
    return all;
}

std::string play(const Plan& plan) {
    Bench bench(*plan.day, plan.seed);
    const GradingPlan grading = grading_plan(plan.day->scenario, *bench.drill.setup);
    Grader grader(grading, bench.drill.world);
    int refused = 0;
    bench.sink.moment = [&](const World& world) { grader.moment(world); };
    bench.sink.command = [&](const Command& command, const Refusal& refusal) {
        if (refusal && command.author == Seat::expert) ++refused;
    };
    for (const Injection& injection : plan.injections) {
        run_until(bench.drill, injection.at, bench.sink);
        if (bench.instructor("inject " + injection.fault)) return "injection refused";
    }
    run_until(bench.drill, bench.drill.setup->latest_end, bench.sink);
    return complaints(bench, grader.grade(bench.drill.world), refused);
}

void ends_well(const Plan& plan) {
    std::string said = plan.kit + " seed " + std::to_string(plan.seed);
    for (const Injection& injection : plan.injections) {
        said += ", " + engine::format_clock(injection.at) + " " + injection.fault;
    }
    const std::string complaint = play(plan);
    CHECK_MESSAGE(complaint.empty(), said << ": " << complaint);
}

struct Equipment {
    std::string kit;
    LoadedScenario day;
    std::vector<std::string> faults;
};

std::vector<Equipment> makers() {
    std::vector<Equipment> all;
    for (const char* kit : {"", "second_makers"}) {
        LoadedScenario day = test::load_drill("polling_day", kit);
        std::vector<std::string> faults = malfunctions(day);
        all.push_back({kit, std::move(day), std::move(faults)});
    }
    return all;
}

/// All of it with POLLDRILL_LONG, one day in so many otherwise.
constexpr int one_in = 70;

}  // namespace

TEST_CASE("The expert ends a day well into which any malfunction falls at any moment") {
    const bool everything = std::getenv("POLLDRILL_LONG") != nullptr;
    const std::vector<Equipment> all = makers();
    Dice dice;
    std::vector<Plan> plans;
    for (const Equipment& maker : all) {
        for (const std::string& fault : maker.faults) {
            for (int time = 0; time < 5; ++time) {
                plans.push_back({&maker.day, maker.kit, dice.seed(), {{dice.moment(), fault}}});
            }
        }
    }
    const std::size_t alone = plans.size();
    for (int pair = 0; pair < 300; ++pair) {
        const Equipment& maker = all[static_cast<std::size_t>(dice.between(0, 1))];
        Injection first{dice.moment(), dice.of(maker.faults)};
        Injection second{dice.moment(), dice.of(maker.faults)};
        while (second.fault == first.fault) second.fault = dice.of(maker.faults);
        if (second.at < first.at) std::swap(first, second);
        plans.push_back({&maker.day, maker.kit, dice.seed(), {first, second}});
    }
    std::size_t played = 0;
    for (std::size_t i = 0; i < plans.size(); i += everything ? 1 : one_in) {
        ends_well(plans[i]);
        ++played;
    }
    MESSAGE(played << " days played of " << alone << " with one malfunction and "
                   << plans.size() - alone << " with two");
}
