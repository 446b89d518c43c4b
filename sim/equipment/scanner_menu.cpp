#include <algorithm>

#include "sim/equipment/pin_tries.h"
#include "sim/equipment/scanner.h"
#include "sim/equipment/scanner_detail.h"

namespace sim {

using namespace scanner_detail;

namespace {

constexpr Time test_time = 5 * engine::second;
constexpr Time stop_time = 10 * engine::second;

Session asked_for(CardRight right) {
    switch (right) {
        case CardRight::poll_worker:
            return Session::pin_poll_worker;
        case CardRight::manager:
            return Session::pin_manager;
        case CardRight::administrator:
            return Session::pin_administrator;
        default:
            return Session::nobody;
    }
}

/// Right and PIN stand in one number on the card: right × 10,000 + PIN.
CardRight right_of(const Context& context, PartId id) {
    return static_cast<CardRight>(context.part(id).amount / 10000);
}

std::int32_t pin_of(const Context& context, PartId id) {
    return context.part(id).amount % 10000;
}

bool allowed(Session session, Target target) {
    switch (target) {
        case Target::clock_correct:
        case Target::set_station:
        case Target::configure:
        case Target::set_test_mode:
        case Target::set_live_mode:
        case Target::zero_counts:
        case Target::print_test_report:
        case Target::print_readiness_report:
        case Target::blank_sheet_test:
        case Target::printer_test:
        case Target::sound_test:
        case Target::screen_test:
        case Target::calibrate_double:
        case Target::toggle_double:
            return session == Session::manager || session == Session::administrator;
        case Target::reset_to_paused:
            return session == Session::administrator;
        case Target::print_zero_report:
        case Target::open_polls:
        case Target::suspend_polls:
        case Target::resume_polls:
        case Target::close_polls:
        case Target::print_results:
        case Target::print_paused_report:
        case Target::synchronise:
        case Target::silence_alarm:
            return session == Session::poll_worker;
        case Target::shut_down:
            return session >= Session::poll_worker;
        default:
            return true;
    }
}

// The part is known to the caller, who fills the first argument.
constexpr Refusal not_now{Message::refused_not_on_screen, {no_part}};

Refusal already(bool so) {
    Refusal refusal;
    if (so) {
        refusal.reason = Message::refused_already_done;
        refusal.already = true;
    }
    return refusal;
}

bool report_exists(const Context& context, std::string_view name) {
    const PartId paper = report_part(context, name);
    return paper != no_part && (context.part(paper).flags & part_flag::exists) != 0;
}

Refusal polls_check(const Scanner& scanner, const Context& context, Target target) {
    const bool live = scanner.mode != ScannerMode::unconfigured;
    switch (target) {
        case Target::print_zero_report:
            if (report_exists(context, "zero_report")) return already(true);
            if (!live || scanner.polls != Polls::initial) return not_now;
            return print_check(scanner, context);
        case Target::open_polls:
            if (scanner.polls == Polls::open) return already(true);
            return live && scanner.polls == Polls::initial ? Refusal{} : not_now;
        case Target::suspend_polls:
            if (scanner.polls == Polls::paused) return already(true);
            return scanner.polls == Polls::open ? Refusal{} : not_now;
        case Target::resume_polls:
            if (scanner.polls == Polls::open) return already(true);
            return scanner.polls == Polls::paused ? Refusal{} : not_now;
        case Target::close_polls:
            if (scanner.polls == Polls::closed) return already(true);
            return scanner.polls == Polls::open || scanner.polls == Polls::paused ? Refusal{}
                                                                                  : not_now;
        case Target::print_results:
            if (scanner.polls != Polls::closed) return not_now;
            return print_check(scanner, context);
        case Target::print_paused_report:
            return scanner.polls == Polls::paused ? print_check(scanner, context) : not_now;
        case Target::synchronise:
            if (media_present(context) && media_in_step(context)) return already(true);
            return media_present(context) ? Refusal{} : not_now;
        case Target::silence_alarm:
            return scanner.alarm ? Refusal{} : already(true);
        default:
            return not_now;
    }
}

Refusal setup_check(const Scanner& scanner, const Context& context, Target target) {
    const bool initial = scanner.polls == Polls::initial;
    const bool idle = scanner.path == PathState::waiting ||
                      scanner.path == PathState::diagnostic_done ||
                      scanner.path == PathState::calibration_done;
    switch (target) {
        case Target::clock_correct:
            return already(scanner.clock_confirmed &&
                           context.value(Parameter::scanner_clock_offset) == 0);
        case Target::configure:
            if (scanner.mode != ScannerMode::unconfigured) return already(true);
            return scanner.station != 0 && scanner.clock_confirmed && media_present(context)
                       ? Refusal{}
                       : not_now;
        case Target::set_test_mode:
            if (scanner.mode == ScannerMode::unconfigured) return not_now;
            return already(scanner.mode == ScannerMode::test);
        case Target::set_live_mode:
            if (scanner.mode == ScannerMode::unconfigured) return not_now;
            return already(scanner.mode == ScannerMode::live);
        case Target::zero_counts:
            if (scanner.tally.ballots == 0 && scanner.test_sheets == 0) return already(true);
            return scanner.mode == ScannerMode::test && initial ? Refusal{} : not_now;
        case Target::print_test_report:
            return scanner.mode == ScannerMode::test ? print_check(scanner, context) : not_now;
        case Target::print_readiness_report:
            return print_check(scanner, context);
        case Target::blank_sheet_test:
        case Target::calibrate_double:
            return idle ? Refusal{} : not_now;
        case Target::reset_to_paused:
            return scanner.polls == Polls::closed ? Refusal{} : not_now;
        default:
            return {};
    }
}

void log_in(Scanner& scanner, Context& context, std::int64_t pin) {
    if (pin == pin_of(context, inserted_card(context))) {
        scanner.pin_failures = 0;
        scanner.session = static_cast<Session>(static_cast<int>(scanner.session) + 3);
        context.observe(Message::scanner_logged_in);
        return;
    }
    ++scanner.pin_failures;
    context.observe(Message::scanner_pin_wrong);
    if (scanner.pin_failures >= scanner_pin_tries) {
        // Each further failure doubles the wait (training.md 8.1).
        const int doublings = std::min(scanner.pin_failures - scanner_pin_tries, 6);
        const Time wait = (15 * engine::second) << doublings;
        scanner.pin_locked_until = context.now + wait;
        context.observe(Message::scanner_pin_locked, wait);
    }
}

void set_mode(Scanner& scanner, Context& context, ScannerMode mode) {
    // Switching modes clears the counts and closes the polls again [VX1].
    scanner.mode = mode;
    scanner.polls = Polls::initial;
    scanner.tally = {};
    scanner.test_sheets = 0;
    scanner.times = {};
    write_media(scanner, context);
    context.observe(Message::scanner_mode, static_cast<std::int64_t>(mode));
}

void open_polls(Scanner& scanner, Context& context) {
    if (scanner.tally.ballots != 0) {
        context.observe(Message::scanner_open_refused_not_zero);
        return;
    }
    scanner.polls = Polls::open;
    scanner.times.opened = context.now;
    context.observe(Message::scanner_polls_opened);
}

void change_polls(Scanner& scanner, Context& context, Target target) {
    switch (target) {
        case Target::open_polls:
            return open_polls(scanner, context);
        case Target::suspend_polls:
            scanner.polls = Polls::paused;
            scanner.paused_count = scanner.tally.ballots;
            context.observe(Message::scanner_polls_suspended, scanner.tally.ballots);
            return;
        case Target::resume_polls:
            scanner.polls = Polls::open;
            context.observe(Message::scanner_polls_resumed, scanner.tally.ballots);
            return;
        case Target::close_polls:
            scanner.polls = Polls::closed;
            scanner.times.closed = context.now;
            context.observe(Message::scanner_polls_closed, scanner.tally.ballots);
            return;
        default:
            return;
    }
}

void set_up(Scanner& scanner, Context& context, Target target, std::int64_t value) {
    switch (target) {
        case Target::clock_correct:
            scanner.clock_confirmed = true;
            return;
        case Target::set_station:
            scanner.station = static_cast<std::uint16_t>(value);
            return;
        case Target::configure:
            context.observe(Message::scanner_configured);
            return set_mode(scanner, context, ScannerMode::test);
        case Target::set_test_mode:
            return set_mode(scanner, context, ScannerMode::test);
        case Target::set_live_mode:
            return set_mode(scanner, context, ScannerMode::live);
        case Target::zero_counts:
            return set_mode(scanner, context, scanner.mode);
        case Target::toggle_double:
            scanner.double_detection = !scanner.double_detection;
            return;
        case Target::calibrate_double:
            return set_path(scanner, context, PathState::calibrating_double);
        case Target::blank_sheet_test:
            set_path(scanner, context, PathState::diagnostic_running);
            return context.schedule(test_time, timer_calibrated, scanner.path_token);
        case Target::reset_to_paused:
            scanner.polls = Polls::paused;
            scanner.paused_count = scanner.tally.ballots;
            context.observe(Message::scanner_polls_suspended, scanner.tally.ballots);
            return;
        default:
            return;
    }
}

void print_target(Scanner& scanner, Context& context, Target target) {
    switch (target) {
        case Target::print_zero_report:
            return print_report(scanner, context, "zero_report", 700);
        case Target::print_test_report:
            return print_report(scanner, context, "test_report", 700);
        case Target::print_readiness_report:
            return print_report(scanner, context, "readiness_report", 500);
        case Target::printer_test:
            return print_report(scanner, context, "printer_test_page", 200);
        case Target::print_results:
            return print_report(scanner, context, "results_tape", 1000);
        case Target::print_paused_report:
            return print_report(scanner, context, "paused_report", 300);
        default:
            return;
    }
}

}  // namespace

namespace scanner_detail {

void card_changed(Scanner& scanner, Context& context) {
    const PartId id = inserted_card(context);
    const bool read = id != no_part && context.part(id).reversed == 0;
    scanner.session = read ? asked_for(right_of(context, id)) : Session::nobody;
    // The diagnostic and the calibration end when the card is taken out or another comes in.
    if (scanner.path == PathState::diagnostic_done || scanner.path == PathState::calibration_done ||
        scanner.path == PathState::calibrating_double) {
        check_path(scanner, context);
    }
}

}  // namespace scanner_detail

Refusal scanner_touch_check(const Scanner& scanner, const Context& context, int target,
                            bool has_value, std::int64_t value) {
    if (!running(scanner)) return {Message::refused_no_power, {context.device}};
    const Target what = static_cast<Target>(target);
    if (!allowed(scanner.session, what)) return not_now;
    switch (what) {
        case Target::pin:
            if (scanner.session >= Session::poll_worker) return already(true);
            if (scanner.session == Session::nobody) return not_now;
            if (!has_value) return {Message::refused_value_needed, {no_part}};
            if (context.now < scanner.pin_locked_until) {
                return {Message::refused_too_early, {scanner.pin_locked_until}};
            }
            return {};
        case Target::set_station:
            if (!has_value) return {Message::refused_value_needed, {no_part}};
            if (scanner.station == value) return already(true);
            return scanner.mode == ScannerMode::unconfigured && value > 0 && value < 65536
                       ? Refusal{}
                       : Refusal{Message::refused_no_such_value, {value}};
        case Target::return_ballot:
        case Target::cast_ballot:
            return scanner.path == PathState::needs_review ? Refusal{} : not_now;
        case Target::restart:
            return scanner.path == PathState::unrecoverable ||
                           scanner.path == PathState::disconnected
                       ? Refusal{}
                       : not_now;
        case Target::acknowledge: {
            // What was tested or calibrated is shown until somebody has read it.
            const ScannerScreen shown = scanner_screen(scanner, context);
            const bool result =
                (shown == ScannerScreen::diagnostic || shown == ScannerScreen::calibration) &&
                (scanner.path == PathState::diagnostic_done ||
                 scanner.path == PathState::calibration_done);
            return result ? Refusal{} : not_now;
        }
        case Target::shut_down:
            return scanner.polls == Polls::open || scanner.printer.job != no_part ? not_now
                                                                                  : Refusal{};
        default:
            break;
    }
    return what >= Target::print_zero_report ? polls_check(scanner, context, what)
                                             : setup_check(scanner, context, what);
}

void scanner_touch(Scanner& scanner, Context& context, int target, std::int64_t value) {
    const Target what = static_cast<Target>(target);
    switch (what) {
        case Target::pin:
            return log_in(scanner, context, value);
        case Target::return_ballot:
            return scanner_review_answer(scanner, context, false);
        case Target::cast_ballot:
            ++context.truth.cast_for_voter;
            return scanner_review_answer(scanner, context, true);
        case Target::synchronise:
            write_media(scanner, context);
            context.observe(Message::scanner_media_synchronised);
            return;
        case Target::silence_alarm:
            scanner.alarm = false;
            return;
        case Target::acknowledge:
            return check_path(scanner, context);
        case Target::restart:
            scanner.power = ScannerPower::booting;
            scanner.session = Session::nobody;
            scanner.path = PathState::disconnected;
            ++scanner.power_token;
            context.schedule(context.value(Parameter::scanner_boot_time), timer_boot,
                             scanner.power_token);
            return;
        case Target::shut_down:
            scanner.power = ScannerPower::stopping;
            ++scanner.power_token;
            context.schedule(stop_time, timer_stopped, scanner.power_token);
            return;
        default:
            break;
    }
    print_target(scanner, context, what);
    change_polls(scanner, context, what);
    set_up(scanner, context, what, value);
}

}  // namespace sim
