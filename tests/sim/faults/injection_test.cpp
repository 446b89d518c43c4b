#include "sim/faults/injection.h"

#include "tests/sim/drills.h"

using namespace sim;
using test::Bench;

namespace {

const LoadedScenario& drill() {
    static const LoadedScenario loaded = test::load_drill("polling_day");
    return loaded;
}

const FaultSpec& fault(std::string_view id) {
    for (const FaultSpec& one : drill().prototype->faults) {
        if (one.id == id) return one;
    }
    FAIL("there is no fault of that name");
    return drill().prototype->faults[0];
}

std::optional<std::int64_t> value_of(std::string_view id, std::string_view words) {
    const auto read = read_injection(fault(id), drill().prototype->layout, words);
    const auto* good = std::get_if<InjectionWords>(&read);
    if (good == nullptr || good->values.size() != 1) return std::nullopt;
    return good->values[0].second;
}

std::string mistake_of(std::string_view id, std::string_view words) {
    const auto read = read_injection(fault(id), drill().prototype->layout, words);
    const auto* mistake = std::get_if<InjectionMistake>(&read);
    return mistake == nullptr ? "" : mistake->text.english();
}

FaultSpec two_rolls() {
    FaultSpec both;
    both.device_class = DeviceClass::scanner;
    both.causes = {{Parameter::roll_left, 300}, {Parameter::roll_side, 1}};
    return both;
}

}  // namespace

TEST_CASE("A cause is named in full or by a word that only it has, its share in any form") {
    for (const char* words : {"entry_grip=40%", "entry_grip=40 %", "entry_grip=400permille",
                              "grip=0.4", "entry=0.400", "grip=0.4 delay=30s"}) {
        CAPTURE(words);
        CHECK(value_of("scanner_jam_entry", words) == 400);
    }
    CHECK(value_of("scanner_jam_entry", "grip=1") == 1000);
    CHECK(value_of("scanner_jam_entry", "grip=0") == 0);
}

TEST_CASE("A short name that two causes share is none") {
    const auto read = read_injection(two_rolls(), drill().prototype->layout, "roll=1");
    CHECK(std::holds_alternative<InjectionMistake>(read));
    CHECK(std::holds_alternative<InjectionWords>(
        read_injection(two_rolls(), drill().prototype->layout, "side=1")));
}

TEST_CASE("A mistake says what is allowed and what is near") {
    CHECK(mistake_of("scanner_jam_entry", "gripp=0.4") ==
          "unknown word \"gripp\" for this malfunction; did you mean \"entry_grip\"? Allowed: "
          "entry_grip, delay, ramp, duration, device");
    CHECK(
        mistake_of("scanner_jam_entry", "colour=red") ==
        "unknown word \"colour\" for this malfunction. Allowed: entry_grip, delay, ramp, duration, "
        "device");
    for (const char* value : {"40", "1.5", "0.4444", "lots", "", "-0.1", "0.4.1"}) {
        CAPTURE(value);
        CHECK(mistake_of("scanner_jam_entry", std::string("grip=") + value) ==
              "grip: " + engine::quote(value) +
                  " is not a possible value. Allowed: 0 … 100 %, 0 … 1");
    }
    CHECK(mistake_of("scanner_jam_entry", "delay=soon") ==
          "delay: \"soon\" is not a possible value. Allowed: 30s, 5min, 1h");
    CHECK(mistake_of("scanner_jam_entry", "device=scaner") ==
          "device: \"scaner\" is not a possible value; did you mean \"scanner\"? Allowed: scanner");
    CHECK(mistake_of("scanner_jam_entry", "device=terminal_1") ==
          "device: \"terminal_1\" is not a possible value. Allowed: scanner");
}
