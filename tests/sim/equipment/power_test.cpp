#include "sim/equipment/power.h"

#include <array>

#include <doctest/doctest.h>
#include "tests/sim/equipment/result_kit.h"

using namespace sim;

namespace {

constexpr std::int64_t scanner_draw = 60'000;

/// A wall with two outlets, a strip, a UPS and a generator; a scanner with its lead.
struct Station : ResultKit {
    DeviceId kit = device("power", DeviceClass::power);
    DeviceId scanner = device("scanner", DeviceClass::scanner);
    PartId wall_1 = part(kit, "wall.outlet_1", PartKind::outlet, Role::wall_outlet, "wall");
    PartId wall_2 = part(kit, "wall.outlet_2", PartKind::outlet, Role::none, "wall");
    PartId strip_plug = part(kit, "strip.plug", PartKind::plug);
    PartId strip_switch = part(kit, "strip.switch", PartKind::toggle);
    PartId strip_1 = part(kit, "strip.outlet_1", PartKind::outlet, Role::none, "strip");
    PartId strip_2 = part(kit, "strip.outlet_2", PartKind::outlet, Role::none, "strip");
    PartId ups_plug = part(kit, "ups.plug", PartKind::plug);
    PartId ups_switch = part(kit, "ups.switch", PartKind::toggle);
    PartId ups_battery = part(kit, "ups.battery", PartKind::battery, Role::ups_battery);
    PartId ups_test = part(kit, "ups.test", PartKind::button);
    PartId ups_1 = part(kit, "ups.outlet_1", PartKind::outlet, Role::none, "ups");
    PartId start = part(kit, "generator.start", PartKind::button, Role::generator_switch);
    PartId generator_1 = part(kit, "generator.outlet_1", PartKind::outlet, Role::none, "generator");
    PartId inlet = part(scanner, "scanner.inlet", PartKind::inlet, Role::mains_inlet);
    std::pair<PartId, PartId> cord = lead(scanner, "scanner.lead", "mains_plug");
    Power power;

    Station() {
        layout.index_names();
        parts.edit(static_cast<std::size_t>(ups_battery)).amount = 1000;
        put(cord.first, inlet);
        Context about = context(kit);
        power_start(power, about);
        update();
    }

    bool update() {
        std::array<std::int64_t, 2> draws{0, scanner_draw};
        Context about = context(kit);
        return power_update(power, about, draws);
    }

    bool live() const { return power.live[static_cast<std::size_t>(scanner)] != 0; }

    void press(PartId button) {
        Context about = context(kit);
        power_pressed(power, about, button);
        update();
    }

    void mains(std::int64_t millivolt) {
        perturbations.clear();
        perturb(kit, Parameter::mains_voltage, millivolt);
        update();
    }

    /// Runs the power checks up to a time.
    void run(Time until) {
        while (!queue.empty() && queue.top().time <= until) {
            const auto entry = queue.pop();
            now = entry.time;
            Context about = context(kit);
            power_check(power, about, entry.payload);
            update();
        }
        now = until;
    }

    void on_ups() {
        put(ups_plug, wall_1);
        set_open(ups_switch, true);
        put(cord.second, ups_1);
        update();
    }
};

}  // namespace

TEST_CASE("a lead gives power only with both ends in") {
    Station station;
    CHECK_FALSE(station.live());
    station.put(station.cord.second, station.wall_1);
    CHECK(station.update());
    CHECK(station.live());
    CHECK_FALSE(station.update());
    station.take(station.cord.first);
    CHECK(station.update());
    CHECK_FALSE(station.live());
}

TEST_CASE("a strip feeds when it is plugged in and switched on") {
    Station station;
    station.put(station.cord.second, station.strip_1);
    station.update();
    CHECK_FALSE(station.live());
    station.put(station.strip_plug, station.wall_2);
    station.update();
    CHECK_FALSE(station.live());
    station.set_open(station.strip_switch, true);
    station.update();
    CHECK(station.live());
    CHECK(strip_live(station.power, station.parts));
}

TEST_CASE("a strip plugged into itself gives nothing, a UPS plugged into itself no new energy") {
    Station station;
    station.put(station.strip_plug, station.strip_2);
    station.set_open(station.strip_switch, true);
    station.put(station.cord.second, station.strip_1);
    station.update();
    CHECK_FALSE(station.live());

    Station other;
    other.put(other.ups_plug, other.strip_1);
    other.put(other.strip_plug, other.ups_1);
    other.set_open(other.strip_switch, true);
    other.set_open(other.ups_switch, true);
    other.update();
    CHECK(ups_on_battery(other.power));
}

TEST_CASE("under 180 V nothing runs; too much trips the strip, which stays off") {
    Station station;
    station.put(station.strip_plug, station.wall_2);
    station.set_open(station.strip_switch, true);
    station.put(station.cord.second, station.strip_1);
    station.update();
    station.mains(179'999);
    CHECK_FALSE(station.live());
    CHECK(station.seen(Message::mains_gone) == 1);
    station.mains(180'000);
    CHECK(station.live());
    station.mains(260'001);
    CHECK_FALSE(station.live());
    CHECK(station.seen(Message::strip_tripped) == 1);
    station.mains(230'000);
    CHECK_FALSE(station.live());
    station.set_open(station.strip_switch, true);
    station.update();
    CHECK(station.live());
}

TEST_CASE("the UPS carries its load as long as its energy lasts, warns, and then drops it") {
    Station station;
    station.on_ups();
    CHECK(station.live());
    station.mains(0);
    CHECK(station.live());
    CHECK(ups_on_battery(station.power));
    // 400 Wh at 60 W: 6 h 40 min, the warning at a fifth of it.
    const Time whole = 6 * engine::hour + 40 * engine::minute;
    station.run(whole * 8 / 10 - engine::second);
    CHECK(station.seen(Message::ups_low) == 0);
    station.run(whole * 8 / 10 + engine::second);
    CHECK(station.seen(Message::ups_low) == 1);
    station.run(whole - engine::second);
    CHECK(station.live());
    station.run(whole + engine::second);
    CHECK_FALSE(station.live());
    CHECK(station.seen(Message::ups_empty) == 1);
}

TEST_CASE("the UPS charges again when it is fed") {
    Station station;
    station.on_ups();
    station.mains(0);
    station.run(2 * engine::hour);
    station.mains(230'000);
    const std::int64_t charge = ups_charge(station.power, station.context(station.kit));
    CHECK(charge == 700);
    station.now += engine::hour;
    CHECK(ups_charge(station.power, station.context(station.kit)) == 866);
    station.now += 10 * engine::hour;
    CHECK(ups_charge(station.power, station.context(station.kit)) == 1000);
}

TEST_CASE("a worn UPS battery lasts shorter and may fail its test") {
    Station station;
    station.perturb(station.kit, Parameter::ups_health, 400);
    station.on_ups();
    station.press(station.ups_test);
    CHECK(station.power.ups_tested);
    station.perturb(station.kit, Parameter::ups_health, 100);
    station.press(station.ups_test);
    CHECK_FALSE(station.power.ups_tested);
    station.perturb(station.kit, Parameter::mains_voltage, 0);
    station.update();
    station.run(41 * engine::minute);
    CHECK_FALSE(station.live());
    station.press(station.ups_test);
    CHECK_FALSE(station.power.ups_tested);
}

TEST_CASE("the generator gives power some time after its start and none after its stop") {
    Station station;
    station.put(station.cord.second, station.generator_1);
    station.press(station.start);
    CHECK(station.power.generator == GeneratorState::starting);
    station.run(89 * engine::second);
    CHECK_FALSE(station.live());
    station.run(91 * engine::second);
    CHECK(station.live());
    station.press(station.start);
    CHECK_FALSE(station.live());
}

TEST_CASE("a generator that does not work says so, and one stopped while starting stays off") {
    Station station;
    station.perturb(station.kit, Parameter::generator_works, 0);
    station.press(station.start);
    station.run(2 * engine::minute);
    CHECK(station.power.generator == GeneratorState::failed);
    CHECK(station.seen(Message::generator_failed) == 1);

    Station other;
    other.press(other.start);
    other.press(other.start);
    other.run(5 * engine::minute);
    CHECK(other.power.generator == GeneratorState::off);
}

TEST_CASE("a voltage that sinks slowly cuts the power when it crosses the limit") {
    Station station;
    station.put(station.cord.second, station.wall_1);
    station.perturbations.push_back(
        {-1, 0, Parameter::mains_voltage, station.kit, 0, 0, 100 * engine::second, engine::never});
    station.update();
    station.run(15 * engine::second);
    CHECK(station.live());
    station.run(40 * engine::second);
    CHECK_FALSE(station.live());
}

TEST_CASE("a station without a power kit has no power and no fault") {
    ResultKit bare;
    const DeviceId scanner = bare.device("scanner", DeviceClass::scanner);
    bare.part(scanner, "scanner.inlet", PartKind::inlet, Role::mains_inlet);
    bare.layout.index_names();
    Context about = bare.context(no_device);
    Power power;
    power_start(power, about);
    CHECK_FALSE(power_update(power, about, {}));
    CHECK(ups_charge(power, about) == 0);
}
