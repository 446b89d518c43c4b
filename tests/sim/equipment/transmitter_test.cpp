#include "sim/equipment/transmitter.h"

#include <doctest/doctest.h>
#include "tests/sim/equipment/result_kit.h"

using namespace sim;

namespace {

enum Touch : int { send, stop, sim_1, sim_2 };

struct Station : ResultKit {
    DeviceId modem = device("modem", DeviceClass::transmitter);
    DeviceId scanner = device("scanner", DeviceClass::scanner);
    PartId power_switch = part(modem, "modem.power_switch", PartKind::toggle, Role::power_switch);
    PartId screen = part(modem, "modem.screen", PartKind::screen, Role::screen);
    PartId slot_1 = part(modem, "modem.sim_slot_1", PartKind::slot, Role::sim_slot_1);
    PartId slot_2 = part(modem, "modem.sim_slot_2", PartKind::slot, Role::sim_slot_2);
    PartId card_1 = part(modem, "modem.sim_1", PartKind::sim_card);
    PartId card_2 = part(modem, "modem.sim_2", PartKind::sim_card);
    PartId window = part(modem, "modem.window", PartKind::place, Role::none, "window");
    PartId antenna = part(modem, "modem.antenna", PartKind::antenna, Role::antenna);
    PartId port = part(modem, "modem.data_port", PartKind::port, Role::data_port);
    std::pair<PartId, PartId> data = lead(modem, "modem.data_lead", "data_plug");
    PartId scanner_port = part(scanner, "scanner.data_port", PartKind::port, Role::data_port);
    PartId slip = part(no_device, "acknowledgement", PartKind::paper);
    Transmitter unit;

    Station() {
        layout.index_names();
        put(card_1, slot_1);
        put(card_2, slot_2);
        put(data.first, port);
    }

    void link() {
        put(data.second, scanner_port);
        Context about = context(modem);
        transmitter_part_changed(unit, about, data.second);
    }
    void switch_on() {
        set_open(power_switch, true);
        Context about = context(modem);
        transmitter_power(unit, about, true);
        run(now + engine::minute);
    }
    void offer() {
        Context about = context(modem);
        transmitter_offer(unit, about);
    }
    Refusal check(int target) {
        return transmitter_touch_check(unit, context(modem), target, false, 0);
    }
    void touch(int target) {
        Context about = context(modem);
        transmitter_touch(unit, about, target, 0);
    }
    void ready() {
        switch_on();
        link();
        offer();
    }
    /// Runs its timers up to a time; centre replies are accepted after `refusal`.
    void run(Time until, std::uint8_t refusal = 0) {
        while (!queue.empty() && queue.top().time <= until) {
            const auto entry = queue.pop();
            now = entry.time;
            Context about = context(modem);
            if (entry.payload.kind == EventKind::centre_reply) {
                if (entry.payload.token == unit.token) transmitter_reply(unit, about, refusal);
            } else {
                transmitter_timer(unit, about, entry.payload);
            }
        }
        now = until;
    }
};

}  // namespace

TEST_CASE("a package goes from the scanner through all steps to an acknowledgement on paper") {
    Station station;
    station.switch_on();
    CHECK(station.unit.state == TransmitterState::idle);
    CHECK(station.check(send).reason == Message::refused_no_package);
    CHECK_FALSE(station.unit.joined);
    station.link();
    CHECK(station.unit.joined);
    CHECK(transmitter_source(station.context(station.modem)) == station.scanner);
    station.offer();
    CHECK(station.unit.state == TransmitterState::armed);
    CHECK_FALSE(station.check(send));
    station.touch(send);
    CHECK(station.check(send).already);
    station.run(station.now + 3 * engine::minute);
    CHECK(station.unit.state == TransmitterState::done);
    CHECK(station.unit.tries_total == 1);
    CHECK(station.unit.acknowledged_at != engine::never);
    CHECK((station.parts[static_cast<std::size_t>(station.slip)].flags & part_flag::exists) != 0);
    CHECK(station.check(send).already);
}

TEST_CASE("without signal it tries four times with doubled waits and gives up") {
    Station station;
    station.ready();
    station.perturb(station.modem, Parameter::signal_strength, -120);
    station.touch(send);
    const Time start = station.now;
    station.run(start + 20 * engine::second);
    CHECK(station.unit.state == TransmitterState::retry);
    CHECK(station.unit.failure == TransmitterFailure::no_signal);
    station.run(start + 10 * engine::minute);
    CHECK(station.unit.state == TransmitterState::gave_up);
    CHECK(station.unit.tries == transmitter_tries_most);
    CHECK(station.seen(Message::modem_waiting) == 3);
    std::vector<std::int64_t> waits;
    for (const Observation& one : station.observations) {
        if (one.message == Message::modem_waiting) waits.push_back(one.arguments[0]);
    }
    CHECK(waits == std::vector<std::int64_t>{30 * engine::second, 60 * engine::second,
                                             120 * engine::second});
}

TEST_CASE("antenna at the window and the second SIM each add to the signal") {
    Station station;
    station.ready();
    station.perturb(station.modem, Parameter::signal_strength, -120);
    CHECK(transmitter_dbm(station.unit, station.context(station.modem)) == -120);
    station.put(station.antenna, station.window);
    CHECK(transmitter_dbm(station.unit, station.context(station.modem)) == -102);
    station.touch(sim_2);
    CHECK(station.check(sim_2).already);
    CHECK(transmitter_dbm(station.unit, station.context(station.modem)) == -96);
    station.touch(send);
    station.run(station.now + 5 * engine::minute);
    CHECK(station.unit.state == TransmitterState::done);
}

TEST_CASE("a weak signal and lost packets stretch the sending") {
    const auto duration = [](std::int64_t dbm, std::int64_t loss) {
        Station station;
        station.ready();
        station.perturb(station.modem, Parameter::signal_strength, dbm);
        if (loss > 0) station.perturb(station.modem, Parameter::packet_loss, loss);
        station.touch(send);
        const Time start = station.now;
        station.run(start + 30 * engine::minute);
        return station.unit.sent_at == engine::never ? engine::never : station.unit.sent_at - start;
    };
    const Time good = duration(-78, 0);
    CHECK(duration(-60, 0) == good);
    CHECK(duration(-95, 0) - good == 20 * engine::second);
    CHECK(duration(-78, 1000) == engine::never);
}

TEST_CASE("no SIM, a certificate out of force and a wrong clock stop it with their reason") {
    Station station;
    station.ready();
    station.take(station.card_1);
    station.touch(send);
    station.run(station.now + engine::minute);
    CHECK(station.unit.state == TransmitterState::no_sim);
    station.put(station.card_1, station.slot_1);
    station.perturb(station.modem, Parameter::certificate_valid, 0);
    station.touch(send);
    station.run(station.now + engine::minute);
    CHECK(station.unit.state == TransmitterState::certificate_error);
    station.perturbations.clear();
    station.perturb(station.scanner, Parameter::scanner_clock_offset, -11 * engine::minute);
    station.touch(send);
    station.run(station.now + engine::minute);
    CHECK(station.unit.state == TransmitterState::clock_error);
    station.perturbations.clear();
    station.touch(send);
    station.run(station.now + 3 * engine::minute);
    CHECK(station.unit.state == TransmitterState::done);
}

TEST_CASE("a SIM pulled out while sending ends the try") {
    Station station;
    station.ready();
    station.touch(send);
    station.run(station.now + 30 * engine::second);
    REQUIRE(station.unit.state == TransmitterState::authenticate);
    station.take(station.card_1);
    Context about = station.context(station.modem);
    transmitter_part_changed(station.unit, about, station.slot_1);
    CHECK(station.unit.state == TransmitterState::no_sim);
}

TEST_CASE("a refusal of the centre is shown with its reason and can be sent again") {
    Station station;
    station.ready();
    station.touch(send);
    station.run(station.now + 3 * engine::minute, 4);
    CHECK(station.unit.state == TransmitterState::refused);
    CHECK(station.unit.refusal == 4);
    station.touch(send);
    station.run(station.now + 3 * engine::minute);
    CHECK(station.unit.state == TransmitterState::done);
}

TEST_CASE("stopped, it waits; without power it forgets the try but keeps the package") {
    Station station;
    station.ready();
    station.touch(send);
    station.run(station.now + 20 * engine::second);
    CHECK_FALSE(station.check(stop));
    station.touch(stop);
    CHECK(station.unit.state == TransmitterState::armed);
    CHECK(station.check(stop).reason == Message::refused_not_on_screen);
    station.touch(send);
    Context about = station.context(station.modem);
    transmitter_power(station.unit, about, false);
    CHECK(station.unit.state == TransmitterState::off);
    CHECK(station.check(send).reason == Message::refused_no_power);
    station.run(station.now + 10 * engine::minute);
    CHECK(station.unit.state == TransmitterState::off);
    Context later = station.context(station.modem);
    transmitter_power(station.unit, later, true);
    station.run(station.now + engine::minute);
    CHECK(station.unit.state == TransmitterState::armed);
}

TEST_CASE("each state of the unit has a name, a screen and each target a row") {
    CHECK(transmitter_state_names().size() == static_cast<int>(TransmitterState::gave_up) + 1);
    CHECK(transmitter_screen_names().size() == static_cast<int>(TransmitterScreen::not_sent) + 1);
    CHECK(transmitter_failure_names().size() == static_cast<int>(TransmitterFailure::stopped) + 1);
    CHECK(transmitter_targets().size() == 4);
    CHECK_FALSE(transmitter_shows(Transmitter{}, 99));
}
