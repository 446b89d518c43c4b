#include "sim/station/lookout.h"

#include "tests/sim/drills.h"

using namespace sim;
using test::Bench;

namespace {

/// Every condition of the procedures and of the catalogue: `when`, `done`, signs.
std::vector<const Condition*> all_conditions(const Setup& setup) {
    std::vector<const Condition*> all;
    const auto add = [&all](const Procedure& procedure) {
        for (const Step& step : procedure.steps) {
            all.push_back(&step.when);
            all.push_back(&step.done);
        }
        for (const Violation& violation : procedure.never) all.push_back(&violation.when);
    };
    for (const Procedure& procedure : setup.procedures) add(procedure);
    for (const FaultSpec& fault : setup.faults) {
        add(fault.recovery);
        for (const Sign& sign : fault.signs) all.push_back(&sign.when);
    }
    return all;
}

}  // namespace

TEST_CASE("What is watched holds when looking at all of it says so, through a day with trouble") {
    Bench bench(test::load_drill("paper_jam"));
    const std::vector<const Condition*> conditions = all_conditions(*bench.drill.setup);
    Lookout lookout;
    std::vector<Since> watched;
    std::vector<Since> plain;
    for (const Condition* condition : conditions) {
        lookout.add(*condition);
        watched.emplace_back(static_cast<std::size_t>(condition->memories), engine::never);
    }
    plain = watched;

    std::int64_t looks = 0, passed_over = 0, held = 0, wrong = 0;
    const auto compare = [&](const World& world) {
        const auto read_signal = [&world](SignalRef signal) { return read(world, signal); };
        lookout.look(world);
        for (std::size_t i = 0; i < conditions.size(); ++i) {
            Time due = engine::never, due_watched = engine::never;
            ++looks;
            passed_over += lookout.may_hold(i) ? 0 : 1;
            const bool so = holds(*conditions[i], read_signal, world.now, plain[i], due);
            const bool same = lookout.holds(i, world, watched[i], due_watched) == so &&
                              watched[i] == plain[i] && due == due_watched;
            held += so ? 1 : 0;
            wrong += same ? 0 : 1;
        }
    };
    bench.sink.moment = compare;
    run_until(bench.drill, bench.drill.world.now + 20 * engine::minute, bench.sink);
    REQUIRE_FALSE(bench.instructor("inject power_cut"));
    run_until(bench.drill, bench.drill.world.now + 10 * engine::minute, bench.sink);
    CHECK(wrong == 0);
    CHECK(held > 1000);
    CHECK(passed_over > looks / 2);
}
