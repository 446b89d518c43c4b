#include "sim/equipment/terminal.h"

#include <doctest/doctest.h>
#include <algorithm>

#include "tests/sim/equipment/result_kit.h"

namespace sim {
namespace {

constexpr int register_size = 200;

struct Bench {
    ResultKit kit;
    DeviceId device = no_device;
    PartId power, card_slot, card, lid, holder, roll, receipt, tray, mouth;
    Terminal terminal;

    Bench() {
        device = kit.device("terminal_1", DeviceClass::terminal);
        power = kit.part(device, "terminal_1.power", PartKind::button, Role::power_switch);
        card_slot = kit.part(device, "terminal_1.card_slot", PartKind::slot, Role::card_slot);
        card = kit.part(device, "terminal_1.operator_card", PartKind::card);
        lid = kit.part(device, "terminal_1.printer_lid", PartKind::door, Role::printer_lid);
        holder = kit.part(device, "terminal_1.roll_holder", PartKind::holder, Role::roll_holder);
        roll = kit.part(device, "terminal_1.roll", PartKind::roll);
        receipt = kit.part(device, "terminal_1.receipt", PartKind::paper, Role::paper_mouth);
        tray = kit.part(device, "terminal_1.ballot_tray", PartKind::tray, Role::ballot_tray);
        mouth = kit.part(device, "terminal_1.ballot_mouth", PartKind::pile, Role::ballot_mouth);
        kit.part(device, "terminal_1.test_receipt", PartKind::paper);
        kit.part(device, "terminal_1.summary", PartKind::paper);
        kit.layout.index_names();
        amount(card, 42580);
        amount(roll, 80000);
        amount(tray, 100);
        kit.put(roll, holder);
        kit.put(card, card_slot);
        Context about = kit.context(device);
        terminal = make_terminal(about, register_size, 9001);
        terminal_power(terminal, about, true);
    }

    void amount(PartId part, std::int32_t value) {
        kit.parts.edit(static_cast<std::size_t>(part)).amount = value;
    }
    std::int32_t amount(PartId part) const {
        return kit.parts[static_cast<std::size_t>(part)].amount;
    }

    int target(std::string_view name) const {
        const auto names = terminal_targets();
        return static_cast<int>(std::find(names.begin(), names.end(), name) - names.begin());
    }
    Refusal check(std::string_view name, std::int64_t value = 0) {
        return terminal_touch_check(terminal, kit.context(device), target(name), true, value);
    }
    void touch(std::string_view name, std::int64_t value = 0) {
        REQUIRE_FALSE(check(name, value));
        Context about = kit.context(device);
        terminal_touch(terminal, about, target(name), value);
    }
    void press() {
        Context about = kit.context(device);
        terminal_pressed(terminal, about, power);
    }
    void changed(PartId part) {
        Context about = kit.context(device);
        terminal_part_changed(terminal, about, part);
    }
    void wait(Time time) {
        const Time until = kit.now + time;
        while (!kit.queue.empty() && kit.queue.top().time <= until) {
            const Queue::Entry entry = kit.queue.pop();
            kit.now = entry.time;
            Context about = kit.context(device);
            terminal_timer(terminal, about, entry.payload);
        }
        kit.now = until;
    }
    void document(std::int16_t entry, std::int16_t readability = 1000) {
        REQUIRE_FALSE(terminal_document_check(terminal, kit.context(device)));
        Context about = kit.context(device);
        terminal_scan_document(terminal, about, {entry, entry, readability});
        wait(10 * engine::second);
    }
    void finger(int quality, int which = 0) {
        REQUIRE_FALSE(terminal_finger_check(terminal, kit.context(device)));
        Context about = kit.context(device);
        terminal_scan_finger(terminal, about, which, quality);
        wait(5 * engine::second);
    }
    void take_receipt() {
        Context about = kit.context(device);
        terminal_receipt_taken(terminal, about);
    }
    void log_in() {
        press();
        wait(2 * engine::minute);
        REQUIRE(terminal.state == TerminalState::operator_login);
        touch("pin", 2580);
    }
    void open() {
        log_in();
        touch("open_polls");
    }
    void identify(std::int16_t entry) {
        document(entry);
        finger(800);
        touch("confirm");
        wait(engine::minute);
    }
    bool observed(Message message) const {
        return std::any_of(kit.observations.begin(), kit.observations.end(),
                           [&](const Observation& each) { return each.message == message; });
    }
};

TEST_CASE("a voter goes from the document to receipt and ballot") {
    Bench bench;
    bench.open();
    bench.document(17);
    CHECK(bench.terminal.state == TerminalState::capture_finger);
    bench.finger(800);
    CHECK(bench.terminal.result == TerminalResult::finger_matched);
    bench.touch("confirm");
    CHECK(bench.terminal.state == TerminalState::print_receipt);
    bench.wait(engine::minute);
    CHECK(bench.terminal.state == TerminalState::hand_over);
    CHECK(bench.terminal.identified == 1);
    CHECK(bench.terminal.receipts == 1);
    CHECK(bench.terminal.mouth.size() == 1);
    CHECK(bench.amount(bench.tray) == 99);
    CHECK(bench.kit.sheets[0].station == 9001);
    bench.take_receipt();
    CHECK(bench.terminal.state == TerminalState::open);
}

TEST_CASE("whoever was identified is refused, here and at the other terminal") {
    Bench bench;
    Bench other;
    bench.open();
    bench.identify(17);
    bench.take_receipt();
    bench.document(17);
    CHECK(bench.terminal.result == TerminalResult::already_identified);

    const Parameter delay = Parameter::peer_delay;
    other.kit.perturb(other.device, delay, 10 * engine::minute);
    other.kit.now = bench.terminal.log_times[0] + 9 * engine::minute;
    terminal_sync(other.terminal, other.kit.context(other.device), bench.terminal);
    CHECK_FALSE(terminal_knows(other.terminal, 17));
    other.kit.now += 2 * engine::minute;
    terminal_sync(other.terminal, other.kit.context(other.device), bench.terminal);
    CHECK(terminal_knows(other.terminal, 17));
    CHECK_FALSE(terminal_knows(other.terminal, 18));
}

TEST_CASE("fingers that fail lead to the face, and that to the photograph") {
    Bench bench;
    bench.open();
    bench.document(3);
    bench.finger(100, 0);
    CHECK(bench.terminal.state == TerminalState::capture_finger);
    bench.finger(100, 1);
    bench.finger(100, 2);
    CHECK(bench.terminal.result == TerminalResult::finger_not_matched);
    CHECK(bench.check("confirm"));
    bench.touch("face");
    Context about = bench.kit.context(bench.device);
    terminal_scan_face(bench.terminal, about, 100);
    bench.wait(engine::minute);
    CHECK(bench.terminal.result == TerminalResult::face_not_matched);
    bench.touch("photo_check");
    bench.touch("confirm");
    bench.wait(engine::minute);
    CHECK(bench.terminal.receipts == 1);
}

TEST_CASE("dirt on the sensor takes from every finger until it is wiped") {
    Bench bench;
    bench.open();
    bench.kit.perturb(bench.device, Parameter::finger_sensor_dirt, 650);
    bench.document(3);
    bench.finger(1000);
    CHECK(bench.terminal.state == TerminalState::capture_finger);
    bench.kit.perturbations.clear();
    bench.finger(1000);
    CHECK(bench.terminal.result == TerminalResult::finger_matched);
}

TEST_CASE("a document that is not read or not found is looked up by number once") {
    Bench bench;
    bench.open();
    bench.document(5, 100);
    CHECK(bench.terminal.result == TerminalResult::unreadable);
    bench.touch("enter_number");
    bench.wait(engine::minute);
    CHECK(bench.terminal.state == TerminalState::capture_finger);
    bench.touch("dismiss");
    bench.document(-1);
    CHECK(bench.terminal.result == TerminalResult::not_in_list);
    bench.touch("enter_number");
    bench.wait(engine::minute);
    CHECK(bench.terminal.result == TerminalResult::not_in_list);
    CHECK(bench.check("enter_number").already);
}

TEST_CASE("a roll at its end holds the receipt back until there is another") {
    Bench bench;
    bench.open();
    bench.amount(bench.roll, 100);
    bench.identify(8);
    CHECK(bench.terminal.state == TerminalState::blocked);
    CHECK(bench.terminal.receipts == 0);
    CHECK(bench.terminal.receipts_owed() == 1);
    CHECK(bench.terminal.mouth.empty());
    bench.amount(bench.roll, 80000);
    bench.changed(bench.holder);
    bench.wait(engine::minute);
    CHECK(bench.terminal.receipts == 1);
    CHECK(bench.terminal.mouth.size() == 1);
}

TEST_CASE("an empty tray holds the ballot back; the receipt is out already") {
    Bench bench;
    bench.open();
    bench.amount(bench.tray, 0);
    bench.identify(8);
    CHECK(bench.terminal.state == TerminalState::blocked);
    CHECK(terminal_screen(bench.terminal, bench.kit.context(bench.device)) ==
          TerminalScreen::no_sheets);
    CHECK(bench.terminal.receipts == 1);
    bench.amount(bench.tray, 10);
    bench.changed(bench.tray);
    bench.wait(engine::minute);
    CHECK(bench.terminal.mouth.size() == 1);
}

TEST_CASE("what was identified before the power died is still owed after it") {
    Bench bench;
    bench.open();
    bench.document(8);
    bench.finger(800);
    bench.touch("confirm");
    bench.wait(engine::second);
    bench.press();
    CHECK(bench.terminal.state == TerminalState::off);
    CHECK(bench.terminal.identified == 1);
    CHECK(bench.terminal.receipts_owed() == 1);
    bench.log_in();
    CHECK(bench.terminal.state == TerminalState::open);
    bench.document(8);
    CHECK(bench.terminal.result == TerminalResult::already_identified);
    bench.touch("dismiss");
    bench.touch("reprint_receipt");
    bench.wait(engine::minute);
    CHECK(bench.terminal.receipts == 1);
    CHECK(bench.terminal.ballots == 1);
}

TEST_CASE("the battery carries it as long as its energy lasts, to the second") {
    Bench bench;
    bench.open();
    const Time start = bench.kit.now;
    Context about = bench.kit.context(bench.device);
    terminal_power(bench.terminal, about, false);
    // 40 Wh at 12 W: 3 h 20 min.
    bench.wait(3 * engine::hour + 19 * engine::minute);
    CHECK(terminal_running(bench.terminal));
    CHECK(terminal_battery(bench.terminal, bench.kit.context(bench.device)) == 5);
    bench.wait(2 * engine::minute);
    CHECK_FALSE(terminal_running(bench.terminal));
    CHECK(bench.observed(Message::terminal_battery_empty));
    CHECK(bench.kit.now - start > 3 * engine::hour);
    bench.press();
    CHECK_FALSE(terminal_running(bench.terminal));
}

TEST_CASE("it locks after idling and the card unlocks it") {
    Bench bench;
    bench.open();
    bench.kit.take(bench.card);
    bench.wait(31 * engine::minute);
    CHECK(bench.terminal.state == TerminalState::locked);
    bench.kit.put(bench.card, bench.card_slot);
    bench.changed(bench.card_slot);
    CHECK(bench.terminal.state == TerminalState::open);
}

TEST_CASE("an idle terminal costs few events") {
    Bench bench;
    bench.open();
    bench.identify(1);
    bench.take_receipt();
    CHECK(bench.kit.queue.size() <= 1);
}

TEST_CASE("a wrong PIN is refused, three of them lock for a minute") {
    Bench bench;
    bench.press();
    bench.wait(2 * engine::minute);
    for (int i = 0; i < 3; ++i) bench.touch("pin", 1111);
    CHECK(bench.check("pin", 2580));
    bench.wait(engine::minute);
    bench.touch("pin", 2580);
    CHECK(bench.terminal.state == TerminalState::ready);
}

TEST_CASE("test mode counts nothing and cannot be opened") {
    Bench bench;
    bench.log_in();
    bench.touch("test_mode");
    CHECK(bench.check("open_polls"));
    for (const char* dummy : {"dummy_match", "dummy_no_match", "dummy_already"}) {
        bench.touch(dummy);
        bench.wait(engine::minute);
    }
    bench.touch("print_test_receipt");
    bench.wait(engine::minute);
    CHECK(bench.terminal.tests == terminal_test::all);
    CHECK(bench.terminal.identified == 0);
    CHECK(bench.terminal.receipts == 0);
    bench.touch("live_mode");
    bench.touch("open_polls");
    CHECK(bench.terminal.state == TerminalState::open);
}

TEST_CASE("a self-test without paper says so and is repeated") {
    Bench bench;
    bench.kit.take(bench.roll);
    bench.press();
    bench.wait(2 * engine::minute);
    CHECK(bench.terminal.state == TerminalState::fault);
    CHECK((bench.terminal.problems & terminal_problem::no_paper) != 0);
    bench.kit.put(bench.roll, bench.holder);
    bench.touch("retest");
    bench.wait(engine::minute);
    CHECK(bench.terminal.state == TerminalState::operator_login);
}

TEST_CASE("a sheet that clings goes out with the ballot and is missing in the tray") {
    Bench bench;
    bench.open();
    bench.kit.perturb(bench.device, Parameter::sheet_cling, 1000);
    bench.identify(1);
    CHECK(bench.amount(bench.tray) == 98);
    CHECK(bench.terminal.clung == 1);
    const BallotId ballot = bench.terminal.mouth.front();
    const BallotId stuck = bench.kit.sheets[static_cast<std::size_t>(ballot)].stuck;
    REQUIRE(stuck != no_ballot);
    CHECK(bench.kit.sheets[static_cast<std::size_t>(stuck)].blank_paper == 1);
}

TEST_CASE("closing is one-way: summary, export, shut down") {
    Bench bench;
    bench.open();
    bench.touch("close_polls");
    CHECK(bench.check("open_polls").already);
    bench.touch("print_summary");
    bench.wait(engine::minute);
    CHECK(bench.terminal.summary_printed);
    bench.touch("export");
    bench.wait(engine::minute);
    CHECK(bench.terminal.exported);
    bench.touch("shut_down");
    bench.wait(engine::minute);
    CHECK(bench.terminal.state == TerminalState::off);
}

TEST_CASE("a terminal saved and loaded is the same") {
    Bench bench;
    bench.open();
    bench.identify(1);
    Terminal copy;
    engine::load(copy, engine::save(bench.terminal));
    CHECK(engine::hash_of(copy) == engine::hash_of(bench.terminal));
    CHECK(terminal_knows(copy, 1));
}

TEST_CASE("every state, screen and result has a name") {
    CHECK(terminal_state_names().size() == static_cast<std::size_t>(TerminalState::locked) + 1);
    CHECK(terminal_screen_names().size() == static_cast<std::size_t>(TerminalScreen::locked) + 1);
    CHECK(terminal_result_names().size() ==
          static_cast<std::size_t>(TerminalResult::photo_accepted) + 1);
}

}  // namespace
}  // namespace sim
