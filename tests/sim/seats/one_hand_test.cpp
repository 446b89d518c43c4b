// The keys of who works the keyboard with one hand.
#include <set>

#include "sim/recording/recording.h"
#include "sim/seats/program/shell.h"
#include "tests/sim/seats/trainee_kit.h"

namespace sim::seats {

namespace {

const std::set<std::string>& half(OneHand hand) {
    static const std::set<std::string> left{
        "Esc", "F1", "F2", "F3", "F4", "F5", "F6", "1", "2", "3", "4", "5", "6", "Q",   "W",
        "E",   "R",  "T",  "A",  "S",  "D",  "F",  "G", "Z", "X", "C", "V", "B", "Tab", "Space"};
    static const std::set<std::string> right{
        "F7",   "F8",   "F9",   "F10",  "F11",   "F12",   "7",         "8",      "9",
        "0",    "-",    "+",    "Y",    "U",     "I",     "O",         "P",      "[",
        "]",    "H",    "J",    "K",    "L",     "N",     "M",         ",",      ".",
        "/",    "Left", "Up",   "Down", "Right", "Enter", "Backspace", "Insert", "Delete",
        "Home", "End",  "PgUp", "PgDn", "Menu"};
    return hand == OneHand::left ? left : right;
}

bool of_trainee(std::string_view act) {
    return act.find('.') == std::string_view::npos || act.starts_with("trainee.");
}

struct Person {
    Shell shell;
    engine::view::Screen screen;

    explicit Person(OneHand hand)
        : shell(fresh(hand)),
          screen([this](engine::view::Ui& ui) { draw_shell(ui, shell); }, {}, 1280, 800) {}

    static Shell fresh(OneHand hand) {
        Shell shell;
        shell.keep = false;
        shell.desk.settings.language = "en";
        shell.desk.settings.hand = hand;
        shell.saved = shell.desk.settings;
        shell.desk.reader = {engine::Translator("en", engine::translations_folder()), "en"};
        return shell;
    }
    void press(std::string_view act) {
        screen.press(name_of(shell.desk.key(act)));
        screen.frames(2);
    }
};

}  // namespace

TEST_CASE("For one hand every act of the trainee has a key of its own on that hand's half") {
    for (const OneHand hand : {OneHand::left, OneHand::right}) {
        Settings settings;
        settings.hand = hand;
        std::set<std::string> used;
        for (const KeyAct& act : key_acts()) {
            if (!of_trainee(act.name)) continue;
            CAPTURE(act.name);
            engine::view::KeyPress press = key_of(settings, act.name);
            CHECK(used.insert(name_of(press)).second);
            const bool chord_of_two = press.control && press.key != engine::view::Key::q;
            CHECK_FALSE(chord_of_two);
            press.shift = press.control = false;
            CHECK(half(hand).contains(name_of(press)));
        }
    }
}

TEST_CASE("With one hand one goes from thing to thing, acts, opens menus and goes back") {
    for (const OneHand hand : {OneHand::left, OneHand::right}) {
        Person person(hand);
        REQUIRE(begin_drill(person.shell, "scenarios/paper_jam.yaml", 1, SeatId::trainee));
        freeze(*person.shell.live);
        person.screen.frames(3);
        const auto focused = [&]() -> std::string {
            for (const engine::view::Item& item : person.screen.items().items) {
                if (item.focused) return item.name;
            }
            return {};
        };
        person.press("next");
        const std::string first = focused();
        CHECK_FALSE(first.empty());
        person.press("next");
        CHECK(focused() != first);
        person.press("previous");
        CHECK(focused() == first);
        person.press("trainee.log");
        CHECK(person.shell.trainee->sheet == Sheet::forms);
        person.press("back");
        CHECK(person.shell.trainee->sheet == Sheet::none);
        person.press("help");
        CHECK(person.shell.desk.help_open);
        person.press("back");
        CHECK_FALSE(person.shell.desk.help_open);
        person.press("trainee.scanner");
        CHECK(person.shell.trainee->plan.device != no_device);
        person.press("back");
        CHECK(person.shell.trainee->plan.device == no_device);
        while (focused() != "trainee.log") person.press("next");
        person.press("act");
        CHECK(person.shell.trainee->sheet == Sheet::forms);
    }
}

TEST_CASE("A key that a person has chosen stays theirs, whichever hand") {
    Settings settings;
    settings.keys["trainee.labels"] = "D";
    settings.hand = OneHand::left;
    CHECK(name_of(key_of(settings, "trainee.labels")) == "D");
    engine::view::Input input;
    input.keys = {engine::view::key_press("D"), engine::view::key_press("W")};
    stand_in(input, settings, "trainee.", false);
    CHECK(input.keys[0].key == engine::view::Key::d);
    CHECK(input.keys[1].key == engine::view::Key::up);
}

TEST_CASE("The hand is chosen beside the keys, and kept") {
    const TemporaryFolder folder;
    Person person(OneHand::none);
    person.shell.desk.settings_open = true;
    person.screen.frames(2);
    CHECK(person.screen.click("settings.tab.keys"));
    CHECK(person.screen.click("settings.hand.left"));
    CHECK(person.shell.desk.settings.hand == OneHand::left);
    CHECK(save_settings(person.shell.desk.settings, folder.path()).empty());
    CHECK(load_settings(folder.path()).hand == OneHand::left);
}

}  // namespace sim::seats
