#include "sim/equipment/scanner.h"
#include "sim/equipment/scanner_detail.h"

namespace sim {

using namespace scanner_detail;

ScannerScreen scanner_screen(const Scanner& scanner, const Context& context) {
    switch (scanner.power) {
        case ScannerPower::off:
            return ScannerScreen::dark;
        case ScannerPower::booting:
            return ScannerScreen::starting;
        case ScannerPower::self_test:
            return ScannerScreen::self_test;
        case ScannerPower::halted:
            return ScannerScreen::software_bad;
        case ScannerPower::stopping:
            return ScannerScreen::shutting_down;
        case ScannerPower::running:
            break;
    }
    const PartId inserted = inserted_card(context);
    if (inserted != no_part && context.part(inserted).reversed != 0) {
        return ScannerScreen::card_backwards;
    }
    if (inserted != no_part && scanner.session == Session::nobody) {
        return ScannerScreen::card_invalid;
    }
    const bool pin = scanner.session >= Session::pin_poll_worker &&
                     scanner.session <= Session::pin_administrator;
    if (pin) return ScannerScreen::pin;
    switch (scanner.path) {
        case PathState::calibrating_double:
        case PathState::calibrating_single:
        case PathState::calibration_done:
            return ScannerScreen::calibration;
        case PathState::diagnostic_running:
        case PathState::diagnostic_done:
            return ScannerScreen::diagnostic;
        case PathState::unrecoverable:
        case PathState::disconnected:
            return ScannerScreen::restart_needed;
        default:
            break;
    }
    if (scanner.printer.job != no_part) return ScannerScreen::printing;
    if (scanner.session == Session::administrator) return ScannerScreen::administrator_menu;
    if (media_present(context) && !media_in_step(context)) return ScannerScreen::synchronise;
    if (scanner.session == Session::manager) return ScannerScreen::manager_menu;
    if (scanner.mode == ScannerMode::unconfigured) return ScannerScreen::unconfigured;
    if (scanner.session == Session::poll_worker) return ScannerScreen::poll_worker_menu;
    if (!media_present(context)) return ScannerScreen::insert_medium;
    if (scanner.polls == Polls::paused) return ScannerScreen::polls_paused;
    if (scanner.polls == Polls::closed) return ScannerScreen::polls_closed;
    if (scanner.polls == Polls::initial && scanner.mode == ScannerMode::live) {
        return ScannerScreen::polls_not_open;
    }
    if (cover_open(context)) return ScannerScreen::cover_open;
    if (context.part(Role::printer_lid).open != 0) return ScannerScreen::printer_lid_open;
    switch (scanner.path) {
        case PathState::waiting:
            return ScannerScreen::insert_ballot;
        case PathState::accepted:
            return ScannerScreen::thanks;
        case PathState::needs_review:
            return ScannerScreen::review;
        case PathState::rejected:
        case PathState::returned:
            return ScannerScreen::take_ballot;
        case PathState::jammed:
            return scanner.reason == ScanReason::outfeed_blocked ? ScannerScreen::outfeed_blocked
                                                                 : ScannerScreen::jam;
        case PathState::both_sides_have_paper:
            return ScannerScreen::another_ballot;
        default:
            return ScannerScreen::processing;
    }
}

}  // namespace sim
