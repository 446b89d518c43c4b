#include "sim/seats/shared/keys.h"

#include <algorithm>
#include <string>

namespace sim::seats {

namespace {

constexpr KeyAct acts[] = {
    {"help", "F1", N_("Help on what has the focus")},
    {"settings", "F10", N_("Settings")},
    {"back", "Esc", N_("Back")},
    {"search", "/", N_("Search")},
    {"mute", "M", N_("Sound on or off")},
    {"leave", "Ctrl+Q", N_("Leave or end")},
    {"screenshot", "F12", N_("Picture of the screen")},
    {"trainee.room", "1", N_("The whole room")},
    {"trainee.scanner", "2", N_("The scanner")},
    {"trainee.terminal", "3", N_("The voter-ID terminals")},
    {"trainee.modem", "4", N_("The transmission unit")},
    {"trainee.power", "5", N_("Power and leads")},
    {"trainee.put_down", "G", N_("Put down what you hold")},
    {"trainee.show_me", "H", N_("Show me")},
    {"trainee.plan", "P", N_("Plan or room")},
    {"trainee.labels", "L", N_("Names of all parts")},
    {"trainee.screen", "F2", N_("Enlarge the device's screen")},
    {"trainee.incident", "F3", N_("Act of incident")},
    {"trainee.checklist", "F4", N_("Checklist")},
    {"trainee.freeze", "F5", N_("Freeze or go on (practice)")},
    {"trainee.chair", "F6", N_("Call the chair")},
    {"trainee.support", "F7", N_("Call the support line")},
    {"trainee.radio", "F8", N_("Radio")},
    {"trainee.log", "F9", N_("Log book")},
    {"trainee.instructor", "F11", N_("Instructor's panel")},
    {"trainee.skip", "Ctrl+Right", N_("Skip to the next thing that needs you")},
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

}  // namespace

std::span<const KeyAct> key_acts() {
    return acts;
}

engine::view::KeyPress key_of(const Settings& settings, std::string_view act) {
    const auto own = settings.keys.find(std::string(act));
    if (own != settings.keys.end()) {
        const auto press = engine::view::key_press(own->second);
        if (press.key != engine::view::Key::none) return press;
    }
    const auto found = std::find_if(std::begin(acts), std::end(acts),
                                    [&](const KeyAct& other) { return other.name == act; });
    return found == std::end(acts) ? engine::view::KeyPress{} : engine::view::key_press(found->key);
}

}  // namespace sim::seats
