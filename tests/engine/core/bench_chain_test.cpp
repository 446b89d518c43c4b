#include "engine/core/bench_chain.h"

#include <doctest/doctest.h>

using namespace engine;

TEST_CASE("the chain on the engine's queue is the chain written by hand") {
    const ChainResult engine_run = run_chain_engine(20, 50, 7);
    CHECK(engine_run == run_chain_by_hand(20, 50, 7));
    CHECK(engine_run.events == 20 * 50 * 4);
    CHECK(engine_run.sojourn > 0);
    CHECK_FALSE(engine_run == run_chain_engine(20, 50, 8));
    CHECK(run_chain_engine(3, 0, 1).events == 0);
}
