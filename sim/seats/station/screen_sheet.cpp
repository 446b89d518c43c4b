// What the scanner says about a sheet. Every message tells whether it was counted.

#include <fmt/format.h>

#include "sim/seats/station/screen_scanner.h"

namespace sim::seats::machine {

namespace {

/// What a voter or a poll worker should know about a sheet that came back.
const char* advice_on(ScanReason reason) {
    switch (reason) {
        case ScanReason::double_sheet:
            return N_("Several sheets at once. Feed them one by one.");
        case ScanReason::streaks:
            return N_("Streaks on the image. Ask a poll worker: the glass may be dirty.");
        case ScanReason::wrong_station:
            return N_("This ballot belongs to another station. Ask a poll worker.");
        case ScanReason::test_in_live:
            return N_("This is a test ballot. Ask a poll worker for an official one.");
        case ScanReason::live_in_test:
            return N_("This is an official ballot; the scanner is in test mode.");
        case ScanReason::unreadable:
            return N_("It could not be read. Lay it flat and straight and feed it again.");
        case ScanReason::layout_differs:
            return N_("Its list is not where the scanner looks for it. Ask a poll worker.");
        case ScanReason::torn:
            return N_("The sheet is damaged. Ask a poll worker.");
        case ScanReason::scanning_failed:
        case ScanReason::scanning_timed_out:
            return N_("It did not go through. Feed it again.");
        case ScanReason::paper_in_back_after_reconnect:
            return N_("It was still inside when the scanner started.");
        case ScanReason::paper_in_front_after_reconnect:
            return N_("It lay in the slot when the scanner started.");
        case ScanReason::box_full:
            return N_("The box is full. Ask a poll worker.");
        default:
            return N_("Take it out and feed it again when the light is green.");
    }
}

Face processing_face(const Panel& panel) {
    const std::string_view path = panel.choice("path");
    Face face;
    if (path == "rejecting" || path == "returning") {
        face = scanner_message(panel, N_("Giving the ballot back"), N_("Please wait."),
                               Sketch::give_back);
    } else if (path == "resetting") {
        face = scanner_message(panel, N_("One moment"), N_("The paper path starts anew."),
                               Sketch::wait);
    } else {
        face = scanner_message(panel, N_("Reading the ballot"), N_("Please wait for the answer."),
                               Sketch::wait);
    }
    face.busy = true;
    return face;
}

Face voter_face(const Panel& panel) {
    const engine::Translator& _ = panel.reader.translate;
    if (panel.choice("path") == "paused") {
        return scanner_message(panel, N_("Please wait"),
                               panel.read("alarm") != 0
                                   ? N_("Scanning is off. A poll worker's card silences the alarm.")
                                   : N_("Scanning is off."),
                               Sketch::pause);
    }
    Face face =
        scanner_message(panel, N_("Insert your ballot"),
                        N_("One sheet at a time, when the light is green."), Sketch::insert);
    if (panel.choice("mode") == "test") face.head = _("Insert a test ballot");
    return face;
}

Face thanks_face(const Panel& panel) {
    const engine::Translator& _ = panel.reader.translate;
    if (panel.choice("mode") == "test") {
        Face face = scanner_message(panel, N_("Test ballot read"), "", Sketch::in_box);
        face.text =
            fmt::format(fmt::runtime(_("Test ballots so far: {}")), panel.read("test_sheets"));
        return face;
    }
    Face face =
        scanner_message(panel, N_("Thank you"), N_("Your ballot is in the box."), Sketch::in_box);
    face.verdict = Verdict::counted;
    face.after = with_count(N_("The count is now {}"), panel);
    return face;
}

Face review_face(const Panel& panel) {
    Face face;
    if (panel.choice("reason") == "overvote") {
        face = scanner_message(panel, N_("Too many marks"),
                               N_("Cast as it is, the ballot is invalid. The voter decides."),
                               Sketch::review);
    } else {
        face = scanner_message(panel, N_("No mark found"),
                               N_("Cast as it is, the ballot is invalid. The voter decides."),
                               Sketch::review);
    }
    face.verdict = Verdict::not_yet;
    return face;
}

Face returned_face(const Panel& panel) {
    const bool back = panel.choice("path") == "returned";
    const auto reason = static_cast<ScanReason>(panel.read("reason"));
    Face face = scanner_message(
        panel, N_("Take the ballot back"),
        back ? N_("Mark it anew, or ask a poll worker for another.") : advice_on(reason),
        reason == ScanReason::double_sheet ? Sketch::two_sheets
        : reason == ScanReason::streaks    ? Sketch::wipe
                                           : Sketch::give_back);
    face.verdict = Verdict::not_counted;
    face.after = with_count(N_("The count stays at {}"), panel);
    return face;
}

Face jam_face(const Panel& panel, ScannerScreen screen) {
    Face face;
    if (screen == ScannerScreen::outfeed_blocked) {
        face = scanner_message(panel, N_("Way into the box blocked"),
                               N_("The last ballot hangs in front of the box."), Sketch::blocked);
        face.verdict = Verdict::counted;
        face.after = with_count(N_("It is in the count of {}"), panel);
        return face;
    }
    if (screen == ScannerScreen::another_ballot) {
        face =
            scanner_message(panel, N_("Another ballot is being read"),
                            N_("Take yours out and wait for the green light."), Sketch::two_sheets);
        face.verdict = Verdict::not_yet;
        return face;
    }
    face = scanner_message(panel, N_("Paper jam"), N_("Sheet stopped at the entry"), Sketch::jam);
    face.verdict = Verdict::not_counted;
    face.after = with_count(N_("The count stays at {}"), panel);
    return face;
}

}  // namespace

std::string with_count(const char* text, const Panel& panel) {
    return fmt::format(fmt::runtime(panel.reader.translate(text)), panel.read("ballots"));
}

Face scanner_message(const Panel& panel, const char* head, const char* text, Sketch sketch) {
    const engine::Translator& _ = panel.reader.translate;
    Face face;
    face.head = _(head);
    if (*text != '\0') face.text = _(text);
    face.sketch = sketch;
    return face;
}

Face sheet_face(const Panel& panel, ScannerScreen screen) {
    switch (screen) {
        case ScannerScreen::insert_ballot:
            return voter_face(panel);
        case ScannerScreen::thanks:
            return thanks_face(panel);
        case ScannerScreen::review:
            return review_face(panel);
        case ScannerScreen::take_ballot:
            return returned_face(panel);
        case ScannerScreen::jam:
        case ScannerScreen::outfeed_blocked:
        case ScannerScreen::another_ballot:
            return jam_face(panel, screen);
        default:
            return processing_face(panel);
    }
}

}  // namespace sim::seats::machine
