#include <algorithm>

#include "sim/equipment/scanner.h"
#include "sim/equipment/scanner_detail.h"

namespace sim {

using namespace scanner_detail;

namespace {

// Where physics turns into a symptom; the values in between are this model's own (estimate).
constexpr std::int64_t grip_jams_below = 500;
constexpr std::int64_t grip_stalls_below = 600;
constexpr std::int64_t clearance_blocks_below = 300;
constexpr std::int64_t detector_misses_below = 500;
constexpr std::int64_t detector_alarms_above = 1500;
constexpr Time eject_time = engine::second;
constexpr Time jam_noticed = 1500 * engine::millisecond;
constexpr Time error_window = 30 * engine::second;  // [VX18]

Time next_look(const Context& context) {
    const Time interval = std::max<Time>(context.value(Parameter::poll_interval), 1);
    const Time past = context.now % interval;
    return past == 0 ? 0 : interval - past;
}

Sheet& edit_sheet(Context& context, BallotId id) {
    return context.sheets.edit(static_cast<std::size_t>(id));
}

bool jams(const Scanner& scanner, const Context& context) {
    if (context.value(Parameter::entry_grip) < grip_jams_below) return true;
    if (paper_jams(scanner, context)) return true;
    return context.chance &&
           engine::chance(context.stream(Purpose::jam, static_cast<std::uint32_t>(context.device)),
                          draw_index(scanner), context.value(Parameter::jam_chance), 1'000'000);
}

void eject(Scanner& scanner, Context& context, PathState through, ScanReason reason) {
    set_path(scanner, context, through);
    scanner.reason = reason;
    context.schedule(eject_time, timer_ejected, scanner.path_token);
}

void jam_at_entry(Scanner& scanner, Context& context) {
    set_path(scanner, context, PathState::jammed);
    scanner.last_sheet = scanner.sheet;
    outcome(scanner, ScanOutcome::jammed, ScanReason::scanning_failed);
    context.observe(Message::scanner_jammed_entry);
}

void time_out(Scanner& scanner, Context& context) {
    const bool again = context.now - scanner.last_error < error_window;
    scanner.last_error = context.now;
    scanner.reason = ScanReason::scanning_timed_out;
    set_path(scanner, context, again ? PathState::unrecoverable : PathState::resetting);
    if (again) {
        context.observe(Message::scanner_unrecoverable);
    } else {
        context.schedule(2 * engine::second, timer_reset, scanner.path_token);
    }
}

bool double_seen(const Scanner& scanner, const Context& context) {
    if (!scanner.double_detection) return false;
    const std::int64_t sensitivity = context.value(Parameter::double_sheet_sensitivity);
    return scanner.second != no_ballot
               ? sensitivity >= detector_misses_below
               : sensitivity > detector_alarms_above || swollen(scanner, context);
}

void scanned(Scanner& scanner, Context& context) {
    ++scanner.lifetime;
    if (jams(scanner, context)) return jam_at_entry(scanner, context);
    if (context.value(Parameter::entry_grip) < grip_stalls_below) return time_out(scanner, context);
    if (double_seen(scanner, context)) {
        context.observe(Message::scanner_double_sheet);
        return eject(scanner, context, PathState::rejecting, ScanReason::double_sheet);
    }
    set_path(scanner, context, PathState::interpreting);
    context.schedule(context.value(Parameter::interpret_time), timer_interpreted,
                     scanner.path_token);
}

bool for_invalid_bin(const Scanner& scanner, const Context& context) {
    return scanner.choice < 0 && context.id(Role::invalid_bin) != no_part;
}

bool way_blocked(const Scanner& scanner, const Context& context) {
    if (scanner.stuck != no_ballot) return true;
    if (context.value(Parameter::outfeed_clearance) < clearance_blocks_below) return true;
    if (for_invalid_bin(scanner, context) &&
        context.value(Parameter::diverter_free) < clearance_blocks_below) {
        return true;
    }
    return context.id(Role::box) != no_part &&
           context.part(Role::box).amount >= context.value(Parameter::box_capacity);
}

void start_accepting(Scanner& scanner, Context& context, PathState state) {
    set_path(scanner, context, state);
    const bool blocked = way_blocked(scanner, context);
    context.schedule(context.value(blocked ? Parameter::accept_timeout : Parameter::drop_time),
                     timer_dropped, scanner.path_token);
}

void interpreted(Scanner& scanner, Context& context) {
    const ScanReason reason = objection(scanner, context);
    if (reason != ScanReason::none) {
        if (reason == ScanReason::streaks) {
            // What was tested is no longer so: a new test is due.
            scanner.streak_test_passed = false;
            context.observe(Message::scanner_streaks);
        }
        return eject(scanner, context, PathState::rejecting, reason);
    }
    scanner.choice = read_marks(scanner, context);
    if (scanner.choice >= 0 || scanner.mode == ScannerMode::test) {
        return start_accepting(scanner, context, PathState::accepting);
    }
    const ScanReason review = scanner.choice == -1 ? ScanReason::blank : ScanReason::overvote;
    set_path(scanner, context, PathState::needs_review);
    scanner.last_sheet = scanner.sheet;
    outcome(scanner, ScanOutcome::review, review);
    context.observe(Message::scanner_review, static_cast<std::int64_t>(review));
}

void count_truth(Scanner& scanner, Context& context) {
    Sheet& sheet = edit_sheet(context, scanner.sheet);
    if (sheet.times_counted < 255) ++sheet.times_counted;
    if (sheet.test != 0) return;
    if (sheet.times_counted > 1) ++context.truth.counted_twice;
    if (scanner.second != no_ballot) ++context.truth.double_as_one;
    if (read_by_hand(sheet, static_cast<int>(candidates_most)) !=
        std::max<int>(scanner.choice, -1)) {
        ++context.truth.misread_ballots;
    }
}

void add_to_tally(Scanner& scanner, Context& context) {
    if (scanner.mode == ScannerMode::test) ++scanner.test_sheets;
    ++scanner.tally.ballots;
    if (scanner.choice >= 0) {
        ++scanner.tally.votes[static_cast<std::size_t>(scanner.choice)];
    } else {
        ++(scanner.choice == -1 ? scanner.tally.undervotes : scanner.tally.overvotes);
    }
    write_media(scanner, context);
}

void lay_into_box(Scanner& scanner, Context& context, BallotId id) {
    if (id == no_ballot) return;
    const bool invalid = for_invalid_bin(scanner, context);
    edit_sheet(context, id).place = invalid ? SheetPlace::invalid_bin : SheetPlace::box;
    const PartId bin = context.id(invalid ? Role::invalid_bin : Role::box);
    if (bin != no_part) ++context.edit(bin).amount;
}

/// The sheet has passed the bar behind which it counts, whether or not it falls (A1.2).
void dropped(Scanner& scanner, Context& context) {
    const bool blocked = way_blocked(scanner, context);
    count_truth(scanner, context);
    add_to_tally(scanner, context);
    if (blocked) {
        scanner.stuck = scanner.sheet;
        lay_into_box(scanner, context, scanner.second);
    } else if (slips_back(scanner, context)) {
        scanner.at_front = scanner.sheet;
        lay_into_box(scanner, context, scanner.second);
        context.observe(Message::scanner_came_back);
    } else {
        lay_into_box(scanner, context, scanner.sheet);
        lay_into_box(scanner, context, scanner.second);
    }
    scanner.last_sheet = scanner.sheet;
    scanner.sheet = no_ballot;
    scanner.second = no_ballot;
    set_path(scanner, context, PathState::accepted);
    outcome(scanner, scanner.choice >= 0 ? ScanOutcome::accepted : ScanOutcome::accepted_invalid,
            ScanReason::none);
    context.observe(scanner.mode == ScannerMode::test ? Message::scanner_test_ballot
                                                      : Message::scanner_accepted,
                    scanner.tally.ballots);
    context.schedule(context.value(Parameter::accepted_screen_time), timer_thanked,
                     scanner.path_token);
}

void ejected(Scanner& scanner, Context& context) {
    const bool returned = scanner.path == PathState::returning;
    scanner.at_front = scanner.sheet;
    scanner.front_second = scanner.second;
    scanner.last_sheet = scanner.sheet;
    scanner.sheet = no_ballot;
    scanner.second = no_ballot;
    const ScanReason reason = scanner.reason;
    set_path(scanner, context, returned ? PathState::returned : PathState::rejected);
    outcome(scanner, returned ? ScanOutcome::returned : ScanOutcome::rejected, reason);
    if (returned) {
        context.observe(Message::scanner_returned);
    } else {
        context.observe(Message::scanner_rejected, static_cast<std::int64_t>(reason));
    }
}

void block(Scanner& scanner, Context& context) {
    set_path(scanner, context, PathState::jammed);
    scanner.reason = ScanReason::outfeed_blocked;
    context.observe(Message::scanner_jammed_outfeed);
}

void calibrate(Scanner& scanner, Context& context, bool two_sheets) {
    const bool right = two_sheets == (scanner.path == PathState::calibrating_double);
    if (!right) {
        scanner.reason = ScanReason::calibration_failed;
        set_path(scanner, context, PathState::unrecoverable);
        context.observe(Message::scanner_unrecoverable);
    } else if (two_sheets) {
        set_path(scanner, context, PathState::calibrating_single);
    } else {
        set_path(scanner, context, PathState::calibration_done);
        context.observe(Message::scanner_calibrated);
    }
}

}  // namespace

namespace scanner_detail {

void check_path(Scanner& scanner, Context& context) {
    scanner.reason = ScanReason::none;
    if (breaks_down(scanner, context)) return;
    run_closing_timer(scanner, context);
    if (cover_open(context)) {
        set_path(scanner, context, PathState::cover_open);
    } else if (scanner.sheet != no_ballot) {
        eject(scanner, context, PathState::rejecting, ScanReason::paper_in_back_after_reconnect);
    } else if (scanner.at_front != no_ballot) {
        set_path(scanner, context, PathState::rejected);
        scanner.reason = ScanReason::paper_in_front_after_reconnect;
        if (scanner.last_sheet != scanner.at_front) {
            scanner.last_sheet = scanner.at_front;
            outcome(scanner, ScanOutcome::rejected, scanner.reason);
        }
    } else if (scanner.stuck != no_ballot) {
        block(scanner, context);
    } else {
        set_path(scanner, context, PathState::waiting);
    }
}

void path_timer(Scanner& scanner, Context& context, const Event& event) {
    switch (event.value) {
        case timer_scanned:
            return scanned(scanner, context);
        case timer_interpreted:
            return interpreted(scanner, context);
        case timer_dropped:
            return dropped(scanner, context);
        case timer_ejected:
            return ejected(scanner, context);
        case timer_thanked:
        case timer_reset:
            return check_path(scanner, context);
        case timer_calibrated:
            scanner.streak_test_passed = context.value(Parameter::glass_dirt) < dirt_marks_from;
            set_path(scanner, context, PathState::diagnostic_done);
            context.observe(scanner.streak_test_passed ? Message::scanner_diagnostic_passed
                                                       : Message::scanner_diagnostic_failed);
            return;
        default:
            return;
    }
}

}  // namespace scanner_detail

Refusal scanner_feed_check(const Scanner& scanner, const Context& context, BallotId) {
    if (!running(scanner)) return {Message::refused_no_power, {context.device}};
    const bool calibrating = scanner.path == PathState::calibrating_double ||
                             scanner.path == PathState::calibrating_single;
    if (calibrating) return {};
    if (!scanner_enabled(scanner, context) || scanner.path == PathState::jammed ||
        scanner.path == PathState::unrecoverable) {
        return {Message::refused_not_now, {context.id(Role::entry)}};
    }
    if (scanner.at_front != no_ballot) {
        return {Message::refused_occupied, {context.id(Role::entry)}};
    }
    return {};
}

void scanner_feed(Scanner& scanner, Context& context, BallotId sheet, BallotId second,
                  bool by_voter) {
    if (scanner.path == PathState::calibrating_double ||
        scanner.path == PathState::calibrating_single) {
        return calibrate(scanner, context, second != no_ballot);
    }
    if (scanner.path != PathState::waiting) {
        // Fed before the light was green: it stays at the front, the other sheet waits.
        scanner.at_front = sheet;
        scanner.front_second = second;
        scanner.last_sheet = sheet;
        outcome(scanner, ScanOutcome::rejected, ScanReason::none);
        context.observe(Message::scanner_both_sides);
        if (scanner.path == PathState::accepting ||
            scanner.path == PathState::accepting_after_review) {
            set_path(scanner, context, PathState::both_sides_have_paper);
        }
        return;
    }
    scanner.sheet = sheet;
    scanner.second = second;
    scanner.by_voter = by_voter;
    edit_sheet(context, sheet).place = SheetPlace::in_path;
    if (second != no_ballot) edit_sheet(context, second).place = SheetPlace::in_path;
    set_path(scanner, context, PathState::scanning);
    Time takes = context.value(Parameter::scan_time);
    const std::int64_t grip = context.value(Parameter::entry_grip);
    if (grip < grip_jams_below) takes = std::min(takes, jam_noticed);
    if (grip >= grip_jams_below && grip < grip_stalls_below) {
        takes = context.value(Parameter::scan_timeout);
    }
    context.schedule(next_look(context) + takes, timer_scanned, scanner.path_token);
}

BallotId scanner_take_front(Scanner& scanner, Context& context) {
    const BallotId sheet = scanner.at_front;
    if (sheet == no_ballot) return no_ballot;
    scanner.at_front = no_ballot;
    edit_sheet(context, sheet).place = SheetPlace::issued;
    if (scanner.front_second != no_ballot) {
        edit_sheet(context, sheet).stuck = scanner.front_second;
        scanner.front_second = no_ballot;
    }
    if (scanner.path == PathState::both_sides_have_paper) {
        start_accepting(scanner, context, PathState::accepting);
    } else if (scanner.path == PathState::rejected || scanner.path == PathState::returned) {
        check_path(scanner, context);
    }
    return sheet;
}

void scanner_review_answer(Scanner& scanner, Context& context, bool cast) {
    if (scanner.path != PathState::needs_review) return;
    if (cast) {
        start_accepting(scanner, context, PathState::accepting_after_review);
    } else {
        eject(scanner, context, PathState::returning, scanner.reason);
    }
}

void scanner_take_jammed(Scanner& scanner, Context& context) {
    if (scanner.sheet == no_ballot) return;
    if (!cover_open(context)) {
        edit_sheet(context, scanner.sheet).torn = 1;
        ++context.truth.torn_ballots;
        context.observe(Message::scanner_sheet_torn, context.id(Role::entry));
    }
    scanner.at_front = scanner.sheet;
    scanner.front_second = scanner.second;
    scanner.last_sheet = scanner.sheet;
    scanner.sheet = no_ballot;
    scanner.second = no_ballot;
    edit_sheet(context, scanner.at_front).place = SheetPlace::issued;
    set_path(scanner, context, cover_open(context) ? PathState::cover_open : PathState::rejected);
    outcome(scanner, ScanOutcome::rejected, ScanReason::scanning_failed);
    context.observe(Message::scanner_jam_cleared);
}

void scanner_free_outfeed(Scanner& scanner, Context& context) {
    if (scanner.stuck == no_ballot) return;
    const BallotId sheet = scanner.stuck;
    scanner.stuck = no_ballot;
    lay_into_box(scanner, context, sheet);
    context.observe(Message::scanner_jam_cleared);
    if (scanner.path == PathState::jammed && running(scanner)) check_path(scanner, context);
}

void scanner_take_stuck(Scanner& scanner, Context& context) {
    if (scanner.stuck == no_ballot) return;
    scanner.loose = scanner.stuck;
    scanner.stuck = no_ballot;
    edit_sheet(context, scanner.loose).place = SheetPlace::issued;
    context.observe(Message::scanner_jam_cleared);
    if (scanner.path == PathState::jammed && running(scanner)) check_path(scanner, context);
}

}  // namespace sim
