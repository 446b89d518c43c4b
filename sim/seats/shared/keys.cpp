#include "sim/seats/shared/keys.h"

#include <algorithm>
#include <string>

namespace sim::seats {

namespace {

constexpr KeyAct acts[] = {
    {"help", "F1", N_("Help on what has the focus"), "", "F12"},
    {"settings", "F10", N_("Settings"), "Shift+1"},
    {"back", "Esc", N_("Back"), "", "Delete"},
    {"search", "/", N_("Search"), "Shift+4"},
    {"mute", "M", N_("Sound on or off"), "Shift+3", "Shift+M"},
    {"leave", "Ctrl+Q", N_("Leave or end"), "", "Shift+Delete"},
    {"screenshot", "F12", N_("Picture of the screen"), "Shift+G", "Shift+F12"},
    {"next", "Tab", N_("To the next thing"), "", "PgDn"},
    {"previous", "Shift+Tab", N_("To the thing before"), "Q", "PgUp"},
    {"up", "Up", N_("To what is above"), "W"},
    {"left", "Left", N_("To what is on the left"), "A"},
    {"down", "Down", N_("To what is below"), "S"},
    {"right", "Right", N_("To what is on the right"), "D"},
    {"act", "Enter", N_("Do what has the focus"), "E"},
    {"menu", "Menu", N_("All that can be done with it"), "R", "M"},
    {"trainee.room", "1", N_("The whole room"), "", "7"},
    {"trainee.scanner", "2", N_("The scanner"), "", "8"},
    {"trainee.terminal", "3", N_("The voter-ID terminals"), "", "9"},
    {"trainee.modem", "4", N_("The transmission unit"), "", "0"},
    {"trainee.power", "5", N_("Power and leads"), "", "-"},
    {"trainee.put_down", "G", N_("Put down what you hold"), "", "N"},
    {"trainee.show_me", "H", N_("Show me"), "T", "Y"},
    {"trainee.plan", "P", N_("Plan or room"), "Shift+2", "]"},
    {"trainee.labels", "L", N_("Names of all parts"), "F", "["},
    {"trainee.screen", "F2", N_("Enlarge the device's screen"), "", "+"},
    {"trainee.incident", "F3", N_("Act of incident"), "", "Insert"},
    {"trainee.checklist", "F4", N_("Checklist"), "", "End"},
    {"trainee.freeze", "F5", N_("Freeze or go on (practice)"), "", ","},
    {"trainee.chair", "F6", N_("Call the chair"), "", "Home"},
    {"trainee.support", "F7", N_("Call the support line"), "Shift+5"},
    {"trainee.radio", "F8", N_("Radio"), "6"},
    {"trainee.log", "F9", N_("Log book"), "Shift+6"},
    {"trainee.instructor", "F11", N_("Instructor's panel"), "Shift+T"},
    {"trainee.skip", "Ctrl+Right", N_("Skip to the next thing that needs you"), "B", "."},
    {"trainee.call_next", "N", N_("Call the next voter"), "Shift+R", "Shift+N"},
    {"trainee.reply_1", "6", N_("Say the first reply"), "Z", "U"},
    {"trainee.reply_2", "7", N_("Say the second reply"), "X", "I"},
    {"trainee.reply_3", "8", N_("Say the third reply"), "C", "O"},
    {"trainee.reply_4", "9", N_("Say the fourth reply"), "V", "P"},
    {"trainee.choice_1", "A", N_("Ballot: the voter feeds it again"), "Shift+Z", "H"},
    {"trainee.choice_2", "B", N_("Ballot: it is in the count"), "Shift+X", "J"},
    {"trainee.choice_3", "C", N_("Ballot: into the emergency bin"), "Shift+C", "K"},
    {"trainee.choice_4", "D", N_("Ballot: another one is issued"), "Shift+V", "L"},
    {"instructor.freeze", "F5", N_("Freeze or go on")},
    {"instructor.arm", "Shift+Enter", N_("Arm the chosen malfunction")},
    {"instructor.undo", "Ctrl+Z", N_("Undo the last injection")},
    {"instructor.next", "A", N_("Next station that needs you")},
    {"instructor.bookmark", "B", N_("Bookmark")},
    {"instructor.note", "N", N_("Note")},
    {"instructor.message", "F8", N_("Message to the trainee")},
    {"instructor.faster", "+", N_("Faster")},
    {"instructor.slower", "-", N_("Slower")},
    {"instructor.trainee", "F11", N_("Trainee's seat")},
    {"assessor.play", "Space", N_("Play or pause")},
    {"assessor.back", "Left", N_("Back by a second")},
    {"assessor.on", "Right", N_("On by a second")},
    {"assessor.previous", ",", N_("Previous event")},
    {"assessor.next", ".", N_("Next event")},
    {"assessor.critical_previous", "[", N_("Previous critical step")},
    {"assessor.critical_next", "]", N_("Next critical step")},
    {"assessor.row_down", "J", N_("Next row of the rubric")},
    {"assessor.row_up", "K", N_("Previous row of the rubric")},
    {"assessor.override", "O", N_("Override the points")},
    {"assessor.comment", "C", N_("Comment")},
    {"assessor.note", "N", N_("Note on this moment")},
    {"assessor.camera_1", "1", N_("The whole room")},
    {"assessor.camera_2", "2", N_("The first device")},
    {"assessor.camera_3", "3", N_("The screen of the first device")},
    {"assessor.camera_4", "4", N_("The second device")},
    {"assessor.zoom_in", "+", N_("Tracks: look closer")},
    {"assessor.zoom_out", "-", N_("Tracks: show more")},
    {"assessor.pan_left", "Shift+Left", N_("Tracks: earlier")},
    {"assessor.pan_right", "Shift+Right", N_("Tracks: later")},
    {"assessor.fit", "Home", N_("Tracks: the whole drill")},
    {"assessor.report", "Ctrl+P", N_("Report")},
};

using engine::view::Key;
using engine::view::KeyPress;

std::string_view usual_key(const Settings& settings, const KeyAct& act) {
    if (settings.hand == OneHand::left && !act.left.empty()) return act.left;
    if (settings.hand == OneHand::right && !act.right.empty()) return act.right;
    return act.key;
}

constexpr std::string_view going[] = {"next", "previous", "up",  "left",
                                      "down", "right",    "act", "menu"};

bool goes(std::string_view act) {
    return std::find(std::begin(going), std::end(going), act) != std::end(going);
}

/// Something is done by this key itself.
bool taken(const Settings& settings, std::string_view prefix, const KeyPress& press) {
    return std::any_of(std::begin(acts), std::end(acts), [&](const KeyAct& act) {
        const bool here =
            act.name.find('.') == std::string_view::npos || act.name.starts_with(prefix);
        return here && !goes(act.name) && key_of(settings, act.name) == press;
    });
}

}  // namespace

std::span<const KeyAct> key_acts() {
    return acts;
}

void stand_in(engine::view::Input& input, const Settings& settings, std::string_view prefix,
              bool top) {
    const auto replace = [&](KeyPress from, KeyPress to, bool always) {
        if (from == to || from.key == Key::none) return;
        for (KeyPress& press : input.keys) {
            KeyPress plain = press;
            plain.repeat = false;
            if (plain != from || (!always && taken(settings, prefix, plain))) continue;
            const bool repeat = press.repeat;
            press = to;
            press.repeat = repeat;
        }
    };
    if (top) replace(key_of(settings, "back"), {Key::escape}, true);
    for (const KeyAct& act : acts) {
        if (!goes(act.name)) continue;
        const KeyPress own = key_of(settings, act.name);
        const KeyPress usual = engine::view::key_press(act.key);
        replace(own, usual, false);
        // With Shift the arrows look around.
        if (usual.key < Key::left || usual.key > Key::down || own.shift) continue;
        KeyPress shifted = own;
        shifted.shift = true;
        replace(shifted, {usual.key, true, false, false}, false);
    }
}

engine::view::KeyPress key_of(const Settings& settings, std::string_view act) {
    const auto own = settings.keys.find(std::string(act));
    if (own != settings.keys.end()) {
        const auto press = engine::view::key_press(own->second);
        if (press.key != engine::view::Key::none) return press;
    }
    const auto found = std::find_if(std::begin(acts), std::end(acts),
                                    [&](const KeyAct& other) { return other.name == act; });
    return found == std::end(acts) ? KeyPress{}
                                   : engine::view::key_press(usual_key(settings, *found));
}

}  // namespace sim::seats
