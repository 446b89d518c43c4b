/// What the scanner's own files share; nobody else includes it.
#pragma once

#include "sim/equipment/scanner.h"

namespace sim::scanner_detail {

enum Timer : std::int32_t {
    timer_boot,
    timer_self_test,
    timer_stopped,
    timer_scanned,
    timer_interpreted,
    timer_dropped,
    timer_thanked,
    timer_ejected,
    timer_reset,
    timer_printed,
    timer_calibrated,
};

/// Dirt on the glass from which it leaves streaks, permille (estimate).
inline constexpr std::int64_t dirt_marks_from = 150;

/// Targets in the order of scanner_targets().
enum class Target : std::int16_t {
    pin,
    clock_correct,
    set_station,
    configure,
    set_test_mode,
    set_live_mode,
    zero_counts,
    print_test_report,
    print_readiness_report,
    blank_sheet_test,
    printer_test,
    sound_test,
    screen_test,
    calibrate_double,
    toggle_double,
    reset_to_paused,
    restart,
    print_zero_report,
    open_polls,
    suspend_polls,
    resume_polls,
    close_polls,
    print_results,
    print_paused_report,
    synchronise,
    silence_alarm,
    shut_down,
    return_ballot,
    cast_ballot,
    acknowledge,
};

inline void set_path(Scanner& scanner, Context& context, PathState state) {
    scanner.path = state;
    ++scanner.path_token;
    context.observe(Message::scanner_state, static_cast<std::int64_t>(state));
}

inline void outcome(Scanner& scanner, ScanOutcome result, ScanReason reason) {
    scanner.last_outcome = result;
    scanner.reason = reason;
    ++scanner.outcomes;
}

inline bool running(const Scanner& scanner) {
    return scanner.power == ScannerPower::running;
}

inline PartId inserted_card(const Context& context) {
    return context.part(Role::card_slot).holds;
}

inline const Sheet& sheet_of(const Context& context, BallotId id) {
    return context.sheets[static_cast<std::size_t>(id)];
}

/// Index of the draws about its sheet.
inline std::uint64_t draw_index(const Scanner& scanner) {
    return static_cast<std::uint64_t>(scanner.lifetime);
}

/// The cover, when the profile has one, stands open.
inline bool cover_open(const Context& context) {
    return context.part(Role::cover).open != 0;
}

/// Both media are in and hold the same count.
bool media_present(const Context& context);
bool media_in_step(const Context& context);

/// Writes the count to the media (one vote record after each ballot, A1.2).
void write_media(Scanner& scanner, Context& context);

/// What the scanner does when it (re)connects to its path (training.md 8.1).
void check_path(Scanner& scanner, Context& context);

/// The report of that name; the second scanner's are called "results_tape_2" and so on.
PartId report_part(const Context& context, std::string_view name);

/// Starts the report `name` of this station, unless the printer cannot.
Refusal print_check(const Scanner& scanner, const Context& context);
void print_report(Scanner& scanner, Context& context, std::string_view name, std::int32_t length);
void start_report(Scanner& scanner, Context& context, PartId paper, std::int32_t length);
void report_printed(Scanner& scanner, Context& context);

/// What the scanner reads on its sheet: a candidate, -1 for no mark, -2 for several.
std::int8_t read_marks(const Scanner& scanner, const Context& context);
/// Why its sheet is not taken, whatever is marked on it.
ScanReason objection(const Scanner& scanner, const Context& context);

/// Dies or loses its inner connection for a physical cause; true when it did.
bool breaks_down(Scanner& scanner, Context& context);
/// Its own timer closes the polls, once.
void run_closing_timer(Scanner& scanner, Context& context);
/// Its sheet jams at the entry: swollen paper, rough edges.
bool paper_jams(const Scanner& scanner, const Context& context);
/// A single sheet is swollen so much that it passes for two.
bool swollen(const Scanner& scanner, const Context& context);
/// The rollers drive the counted sheet back out.
bool slips_back(const Scanner& scanner, const Context& context);

/// Dark at once, whatever it was doing.
void go_dark(Scanner& scanner, Context& context);
void path_timer(Scanner& scanner, Context& context, const Event& event);
void card_changed(Scanner& scanner, Context& context);

}  // namespace sim::scanner_detail
