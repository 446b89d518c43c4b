#include "sim/assessment/account.h"

#include <doctest/doctest.h>

namespace {

sim::Setup bench() {
    sim::Setup setup;
    sim::PartSpec door;
    door.name = "door";
    door.label = {"Door", "Дверь", "Эшик"};
    setup.layout.parts = {door};
    setup.layout.index_names();
    return setup;
}

sim::Observation opened(sim::Time time) {
    return {time, sim::Message::opened, sim::no_device, 0, {0, 0, 0}};
}

}  // namespace

TEST_CASE("the account goes by hours and says who did what") {
    const sim::Setup setup = bench();
    sim::DayAccount account(setup);
    account.add(std::vector<sim::Observation>{opened(7 * engine::hour + engine::minute),
                                              opened(8 * engine::hour + 5 * engine::second)});
    CHECK(account.text(setup, {}) ==
          "07:00–08:00\n"
          "  07:01:00   Chair: Door opened\n"
          "08:00–09:00\n"
          "  08:00:05   Chair: Door opened\n");
}

TEST_CASE("what repeats within an hour is told once, with its number") {
    const sim::Setup setup = bench();
    sim::DayAccount account(setup);
    for (int i = 0; i < 9; ++i) {
        account.add(std::vector<sim::Observation>{opened(7 * engine::hour + i * engine::minute)});
    }
    CHECK(account.text(setup, {}) ==
          "07:00–08:00\n"
          "  07:00:00   Chair: Door opened  (×9 this hour)\n");
    const std::string whole = account.text(setup, {}, true);
    CHECK(std::count(whole.begin(), whole.end(), '\n') == 10);
}

TEST_CASE("a machine's every step is only told on request") {
    const sim::Setup setup = bench();
    sim::DayAccount account(setup);
    account.add(std::vector<sim::Observation>{
        {engine::hour, sim::Message::scanner_state, sim::no_device, sim::no_post, {0, 0, 0}}});
    CHECK(account.text(setup, {}).empty());
    CHECK_FALSE(account.text(setup, {}, true).empty());
}
