// The scanner: states and messages after training.md 8.1. Every message about a sheet says whether
// it was counted, and the count stands on every screen.

#include <fmt/format.h>

#include <algorithm>

#include "sim/equipment/scanner.h"
#include "sim/seats/station/screen_scanner.h"
#include "sim/station/reach.h"

namespace sim::seats::machine {

namespace {

const Scanner& scanner_of(const Panel& panel) {
    return panel.world.scanners[static_cast<std::size_t>(panel.spec().number)];
}

Face starting_face(const Panel& panel, ScannerScreen screen) {
    Face face;
    switch (screen) {
        case ScannerScreen::starting:
            face = scanner_message(panel, N_("Starting"), N_("Please wait."), Sketch::wait);
            face.busy = true;
            return face;
        case ScannerScreen::self_test:
            face = scanner_message(
                panel, N_("Checking itself"),
                N_("Software, memory, printer and paper path are being checked."), Sketch::wait);
            face.busy = true;
            return face;
        case ScannerScreen::shutting_down:
            face = scanner_message(panel, N_("Shutting down"),
                                   N_("Leave the plug in until the screen is dark."), Sketch::wait);
            face.busy = true;
            return face;
        default:
            face = scanner_message(
                panel, N_("Stopped"),
                N_("The software is not the approved one. Do not use this scanner; call "
                   "the support line."),
                Sketch::stop);
            face.head_ink = paint::red;
            return face;
    }
}

Face session_face(const Panel& panel, ScannerScreen screen) {
    switch (screen) {
        case ScannerScreen::card_backwards:
            return scanner_message(panel, N_("Card the wrong way round"),
                                   N_("Take it out, turn it and put it in again."),
                                   Sketch::card_turned);
        case ScannerScreen::card_invalid:
            return scanner_message(
                panel, N_("This card does not belong here"),
                N_("Take it out. The scanner knows the cards of poll worker, manager "
                   "and system administrator."),
                Sketch::card_turned);
        case ScannerScreen::administrator_menu:
            return scanner_message(panel, N_("System administrator"), "", Sketch::none);
        case ScannerScreen::manager_menu:
            return scanner_message(panel, N_("Manager"), "", Sketch::none);
        case ScannerScreen::poll_worker_menu:
            return scanner_message(panel, N_("Poll worker"), "", Sketch::none);
        case ScannerScreen::synchronise:
            return scanner_message(
                panel, N_("Media out of step"),
                N_("The two media do not hold the same count. Scanning is off until a "
                   "poll worker's card brings them into step."),
                Sketch::medium);
        case ScannerScreen::unconfigured:
            return scanner_message(panel, N_("Not set up"),
                                   N_("Put in the manager's card to load the election."),
                                   Sketch::card);
        default:
            return scanner_message(panel, N_("Put in a card"), "", Sketch::card);
    }
}

Face work_face(const Panel& panel, ScannerScreen screen) {
    const Scanner& scanner = scanner_of(panel);
    switch (screen) {
        case ScannerScreen::calibration:
            if (panel.choice("path") == "calibrating_double") {
                return scanner_message(panel, N_("Calibration, first step"),
                                       N_("Feed two sheets lying on each other."), Sketch::insert);
            }
            if (panel.choice("path") == "calibrating_single") {
                return scanner_message(panel, N_("Calibration, second step"), N_("Feed one sheet."),
                                       Sketch::insert);
            }
            return scanner_message(panel, N_("Calibrated"), N_("Take the card out to go on."),
                                   Sketch::done);
        case ScannerScreen::diagnostic:
            if (panel.choice("path") == "diagnostic_running") {
                Face face = scanner_message(panel, N_("Blank-sheet test"),
                                            N_("The image of the empty glass is being looked at."),
                                            Sketch::wait);
                face.busy = true;
                return face;
            }
            if (panel.read("streak_test_passed") != 0) {
                return scanner_message(panel, N_("Test passed"),
                                       N_("The image is clean. Take the card out to go on."),
                                       Sketch::done);
            }
            return scanner_message(
                panel, N_("Test failed"),
                N_("There are dark stripes on the image. The glass may be dirty."), Sketch::wipe);
        case ScannerScreen::printing: {
            Face face = scanner_message(panel, N_("Printing"), "", Sketch::printer);
            if (scanner.printer.job != no_part) {
                face.text = label_of(panel.world.layout(), scanner.printer.job, panel.reader);
            }
            face.busy = true;
            return face;
        }
        default: {
            Face face =
                scanner_message(panel, N_("Restart needed"),
                                N_("The scanner cannot go on. Its count is kept."), Sketch::stop);
            face.head_ink = paint::red;
            if (panel.choice("reason") == "scanning_timed_out") face.verdict = Verdict::not_counted;
            face.after = with_count(N_("The count stays at {}"), panel);
            return face;
        }
    }
}

Face polls_face(const Panel& panel, ScannerScreen screen) {
    switch (screen) {
        case ScannerScreen::insert_medium:
            return scanner_message(panel, N_("Medium missing"),
                                   N_("Scanning is off. Put both media into their slots."),
                                   Sketch::medium);
        case ScannerScreen::polls_not_open:
            return scanner_message(panel, N_("Polls not open"),
                                   N_("A poll worker's card opens them."), Sketch::closed);
        case ScannerScreen::polls_paused:
            return scanner_message(panel, N_("Polls suspended"),
                                   N_("No ballots are taken. A poll worker's card resumes."),
                                   Sketch::pause);
        case ScannerScreen::polls_closed:
            return scanner_message(
                panel, N_("Polls closed"),
                N_("No ballots are taken any more. A poll worker's card prints the "
                   "results tape."),
                Sketch::closed);
        case ScannerScreen::cover_open:
            return scanner_message(panel, N_("Cover open"),
                                   N_("Scanning is off. Close the cover to go on."), Sketch::cover);
        default:
            return scanner_message(panel, N_("Printer lid open"), N_("Close the lid to go on."),
                                   Sketch::lid);
    }
}

Face face_of(const Panel& panel, ScannerScreen screen) {
    switch (screen) {
        case ScannerScreen::dark:
            return {};
        case ScannerScreen::starting:
        case ScannerScreen::self_test:
        case ScannerScreen::software_bad:
        case ScannerScreen::shutting_down:
            return starting_face(panel, screen);
        case ScannerScreen::card_backwards:
        case ScannerScreen::card_invalid:
        case ScannerScreen::pin:
        case ScannerScreen::administrator_menu:
        case ScannerScreen::manager_menu:
        case ScannerScreen::poll_worker_menu:
        case ScannerScreen::synchronise:
        case ScannerScreen::unconfigured:
        case ScannerScreen::login:
            return session_face(panel, screen);
        case ScannerScreen::calibration:
        case ScannerScreen::diagnostic:
        case ScannerScreen::printing:
        case ScannerScreen::restart_needed:
            return work_face(panel, screen);
        case ScannerScreen::insert_medium:
        case ScannerScreen::polls_not_open:
        case ScannerScreen::polls_paused:
        case ScannerScreen::polls_closed:
        case ScannerScreen::printer_lid_open:
            return polls_face(panel, screen);
        case ScannerScreen::cover_open:
            // One message must not hide another: what became of the sheet stays to be read while
            // the cover is open, which the foot says.
            if (panel.choice("path") != "jammed") return polls_face(panel, screen);
            return sheet_face(panel, panel.choice("reason") == "outfeed_blocked"
                                         ? ScannerScreen::outfeed_blocked
                                         : ScannerScreen::jam);
        default:
            return sheet_face(panel, screen);
    }
    return {};
}

struct FootWords {
    Status status;
    const char* words;
};

/// The most urgent of what the machine knows about itself.
FootWords foot_words(const Panel& panel) {
    const Context look = looking(panel.world, panel.device);
    const std::string_view printer = panel.choice("printer");
    const std::string_view polls = panel.choice("polls");
    if (panel.read("alarm") != 0) return {Status::fault, N_("Alarm · scanning is off")};
    if (look.part(Role::cover).open != 0) return {Status::care, N_("Cover open · scanning is off")};
    if (printer == "lid_open") return {Status::care, N_("Printer lid open")};
    if (printer == "no_paper") return {Status::care, N_("No paper in the printer")};
    if (printer == "error") return {Status::fault, N_("Printer error")};
    if (panel.choice("mode") == "unconfigured") return {Status::idle, N_("Not set up")};
    if (panel.choice("mode") == "test") return {Status::care, N_("Test mode · nothing counts")};
    if (polls == "open") return {Status::ok, N_("Polls are open")};
    if (polls == "paused") return {Status::paused, N_("Polls suspended")};
    if (polls == "closed") return {Status::idle, N_("Polls closed")};
    return {Status::idle, N_("Polls not open yet")};
}

Foot foot_of(const Panel& panel) {
    const engine::Translator& _ = panel.reader.translate;
    const FootWords words = foot_words(panel);
    Foot foot;
    foot.status = words.status;
    foot.words = _(words.words);
    foot.label = panel.choice("mode") == "test" ? _("Test ballots") : _("Counted");
    foot.figure = std::to_string(panel.read("ballots"));
    return foot;
}

std::string card_words(const Panel& panel) {
    const engine::Translator& _ = panel.reader.translate;
    const std::string_view session = panel.choice("session");
    if (session == "pin_manager") return std::string(_("Card of the manager"));
    if (session == "pin_administrator") return std::string(_("Card of the system administrator"));
    return std::string(_("Card of a poll worker"));
}

/// On menus: what holds now, in one line.
std::string menu_words(const Panel& panel) {
    const engine::Translator& _ = panel.reader.translate;
    std::string words(panel.choice("mode") == "live"   ? _("Live mode")
                      : panel.choice("mode") == "test" ? _("Test mode")
                                                       : _("Not set up"));
    words += " · ";
    words += panel.read("media_in_step") != 0 ? _("media in step") : _("media out of step");
    words += " · ";
    words += panel.read("double_detection") != 0 ? _("detector of double sheets on")
                                                 : _("detector of double sheets off");
    return words;
}

}  // namespace

void draw_scanner(Panel& panel) {
    const engine::Translator& _ = panel.reader.translate;
    const auto screen = static_cast<ScannerScreen>(panel.read("screen"));
    const Context look = looking(panel.world, panel.device);
    const Time clock = panel.world.now + look.value(Parameter::scanner_clock_offset);
    Rect body = draw_header(panel, clock);
    const bool running = screen != ScannerScreen::starting && screen != ScannerScreen::self_test &&
                         screen != ScannerScreen::software_bad;
    if (running) draw_foot(panel, body.cut_bottom(foot_height * panel.kit.k), foot_of(panel));
    if (const Target* pin = panel.target("pin")) {
        return draw_keypad(panel, body, *pin, std::string(_("Enter PIN")), card_words(panel), true);
    }
    if (panel.state != nullptr && panel.state->entry != no_part) {
        for (const Target& target : panel.targets) {
            if (target.part != panel.state->entry) continue;
            return draw_keypad(panel, body, target, target.label, {}, false);
        }
        panel.state->entry = no_part;
    }
    Face face = face_of(panel, screen);
    const bool menu = screen == ScannerScreen::administrator_menu ||
                      screen == ScannerScreen::manager_menu ||
                      screen == ScannerScreen::poll_worker_menu;
    if (menu) {
        face.menu = true;
        face.text = menu_words(panel);
    }
    draw_face(panel, body, face);
}

}  // namespace sim::seats::machine
