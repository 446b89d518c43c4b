#include "engine/core/paths.h"
#include "sim/assessment/describe.h"
#include "tests/sim/drills.h"

using namespace sim;
using test::Bench;

TEST_CASE("A refused injection says why in each language") {
    Bench bench(test::load_drill("polling_day"), 1);
    struct Case {
        const char* sentence;
        const char* english;
    };
    const Case cases[] = {
        {"inject scanner_jam_entry colour=red", "entry_grip, delay, ramp, duration, device"},
        {"inject scanner_jam_entry gripp=0.4", "did you mean entry_grip?"},
        {"inject scanner_jam_entry grip=40", "entry_grip can be 0 … 100 %, 0 … 1"},
        {"set scanner.entry_grip 120%", "can be 0 … 100 %, 0 … 1"},
    };
    for (const Case& one : cases) {
        CAPTURE(one.sentence);
        const Refusal refusal = bench.instructor(one.sentence);
        REQUIRE(refusal);
        const std::string told = describe(refusal, *bench.drill.setup, Reader{});
        CHECK(told.find(one.english) != told.npos);
        for (const char* language : {"ru", "ky"}) {
            const Reader reader{engine::Translator(language, engine::translations_folder()),
                                language};
            CHECK(describe(refusal, *bench.drill.setup, reader) != told);
        }
    }
    CHECK_FALSE(bench.instructor("inject scanner_jam_entry grip=0.4"));
    CHECK_FALSE(bench.instructor("set scanner.entry_grip 0.4"));
    const auto now = bench.drill.world.now;
    CHECK(in_force(1000, Parameter::entry_grip, bench.drill.setup->layout.find_device("scanner"),
                   now, bench.drill.world.perturbations) == 400);
}
