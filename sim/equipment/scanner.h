/// The ballot scanner on its box (automatic ballot box): boots with a check of its software, is set
/// up, tested and set to live mode; prints a zero report; is opened, suspended and closed for good;
/// draws sheets in, reads them, drops them into the box and counts. States, messages and constants
/// after domain.md A1.2-A1.4 and training.md 8.1.
#pragma once

#include "sim/equipment/printer.h"
#include "sim/world/context.h"

namespace sim {

enum class ScannerPower : std::uint8_t { off, booting, self_test, running, halted, stopping };
enum class ScannerMode : std::uint8_t { unconfigured, test, live };
/// Closed is one-way: only an administrator can reset it to paused (A1.2).
enum class Polls : std::uint8_t { initial, open, paused, closed };
enum class Session : std::uint8_t {
    nobody,
    pin_poll_worker,
    pin_manager,
    pin_administrator,
    poll_worker,
    manager,
    administrator
};

/// Rights of an access card, kept in the card part's amount; the card in a slot asks for its PIN.
enum class CardRight : std::int32_t {
    none,
    poll_worker,
    manager,
    administrator,
    terminal_operator
};

/// Where the sheet is and what the scanner does with it: the 25 states of training.md 8.1.
enum class PathState : std::uint8_t {
    connecting,
    disconnected,
    waiting,
    scanning,
    interpreting,
    accepting,
    accepted,
    needs_review,
    accepting_after_review,
    returning,
    returned,
    rejecting,
    rejected,
    jammed,
    cover_open,
    both_sides_have_paper,
    resetting,
    unrecoverable,
    paused,
    calibrating_double,
    calibrating_single,
    calibrating_image,
    diagnostic_running,
    diagnostic_done,
    calibration_done,
};

enum class ScanOutcome : std::uint8_t {
    none,
    accepted,
    accepted_invalid,
    rejected,
    returned,
    jammed,
    review,
    taken
};

/// Why a sheet came back, jammed or needs review.
enum class ScanReason : std::uint8_t {
    none,
    double_sheet,
    streaks,
    wrong_station,
    test_in_live,
    live_in_test,
    unreadable,
    torn,
    scanning_failed,
    scanning_timed_out,
    outfeed_blocked,
    paper_in_back_after_reconnect,
    paper_in_front_after_reconnect,
    overvote,
    blank,
    box_full,
    calibration_failed,
    layout_differs,
};

/// What the scanner shows, highest priority first (training.md 8.1).
enum class ScannerScreen : std::uint8_t {
    dark,
    starting,
    self_test,
    software_bad,
    card_backwards,
    card_invalid,
    pin,
    calibration,
    administrator_menu,
    synchronise,
    manager_menu,
    restart_needed,
    login,
    unconfigured,
    poll_worker_menu,
    insert_medium,
    polls_not_open,
    polls_paused,
    polls_closed,
    cover_open,
    printer_lid_open,
    insert_ballot,
    busy,
    processing,
    thanks,
    review,
    take_ballot,
    jam,
    outfeed_blocked,
    another_ballot,
    printing,
    shutting_down,
    diagnostic,
};

struct ScannerTally {
    std::array<std::int32_t, candidates_most> votes{};
    std::int32_t ballots = 0;
    std::int32_t undervotes = 0;  ///< ballots accepted without any mark
    std::int32_t overvotes = 0;   ///< ballots accepted with too many marks

    template <class Archive>
    void serialize(Archive& ar) {
        ar(votes, ballots, undervotes, overvotes);
    }
};

struct ScannerTimes {
    Time opened = engine::never;
    Time closed = engine::never;
    Time zero_report = engine::never;

    template <class Archive>
    void serialize(Archive& ar) {
        ar(opened, closed, zero_report);
    }
};

struct Scanner {
    ScannerPower power = ScannerPower::off;
    ScannerMode mode = ScannerMode::unconfigured;
    Polls polls = Polls::initial;
    Session session = Session::nobody;
    PathState path = PathState::disconnected;
    ScanReason reason = ScanReason::none;
    ScanOutcome last_outcome = ScanOutcome::none;
    bool mains = false;  ///< its inlet is live
    bool fresh = false;  ///< a spare that has not been switched on yet
    bool clock_confirmed = false;
    bool double_detection = true;
    bool streak_test_passed = true;
    bool strip_blank = false;   ///< the last strip came out blank
    bool alarm = false;         ///< a medium was pulled or the cover opened while polls are open
    std::uint16_t station = 0;  ///< number it is set up for
    std::uint8_t pin_failures = 0;
    Time pin_locked_until = 0;
    std::uint32_t outcomes = 0;     ///< bumped with every outcome
    BallotId sheet = no_ballot;     ///< in the path
    BallotId second = no_ballot;    ///< drawn in together with it
    BallotId at_front = no_ballot;  ///< came back, waits to be taken
    BallotId front_second = no_ballot;
    BallotId stuck = no_ballot;       ///< counted, stuck on the way into the box
    BallotId loose = no_ballot;       ///< taken out by hand, lies on the machine
    BallotId last_sheet = no_ballot;  ///< whose outcome is the last
    bool by_voter = true;             ///< who fed the sheet in the path
    std::int8_t choice = 0;           ///< as read: candidate, -1 no mark, -2 too many
    Time last_error = -engine::hour;  ///< a second error within 30 s cannot be recovered from
    PartId pending = no_part;         ///< report to print again when there is paper
    std::int32_t pending_length = 0;
    std::uint32_t path_token = 0;
    std::uint32_t power_token = 0;
    std::uint32_t print_token = 0;
    Printer printer;
    ScannerTally tally;
    std::int32_t test_sheets = 0;   ///< read in test mode since the last zero
    std::int32_t lifetime = 0;      ///< sheets ever
    std::int32_t paused_count = 0;  ///< count on the report of the last pause
    ScannerTimes times;

    template <class Archive>
    void serialize(Archive& ar) {
        ar(power, mode, polls, session, path, reason, last_outcome, mains, fresh, clock_confirmed,
           double_detection, streak_test_passed, strip_blank, alarm, station, pin_failures,
           pin_locked_until, outcomes, sheet, second, at_front, front_second, stuck, loose,
           last_sheet, by_voter, choice, last_error, pending, pending_length, path_token,
           power_token, print_token, printer, tally, test_sheets, lifetime, paused_count, times);
    }
};

/// A scanner that was set up, tested, set to live mode and shut down on the eve.
void scanner_prepare(Scanner& scanner, std::uint16_t station);

void scanner_timer(Scanner& scanner, Context& context, const Event& event);
/// Mains at the inlet came or went. It has no battery of its own: without UPS it dies at once.
void scanner_power(Scanner& scanner, Context& context, bool live);
/// A cause began or ended: what does not wait for the next sheet is noticed at once.
void scanner_cause_changed(Scanner& scanner, Context& context);
/// Warm enough to be felt on the case.
bool scanner_hot(const Context& context);
/// A door, card, medium, roll or latch of this scanner changed.
void scanner_part_changed(Scanner& scanner, Context& context, PartId part);
/// The station it is set up for: what the medium that came with it says, or another one put there.
std::int64_t scanner_station(const Scanner& scanner, const Context& context);
/// The power switch was pressed (its part's `open` is the new position).
void scanner_pressed(Scanner& scanner, Context& context, PartId part);

/// Names of what can be touched, in the order of the parts' index.
std::span<const std::string_view> scanner_targets();
Refusal scanner_touch_check(const Scanner& scanner, const Context& context, int target,
                            bool has_value, std::int64_t value);
void scanner_touch(Scanner& scanner, Context& context, int target, std::int64_t value);

/// The green light: a sheet may be fed.
bool scanner_ready(const Scanner& scanner, const Context& context);
/// Scanning is off though polls are open: card in, medium missing or out of step, cover, alarm.
bool scanner_enabled(const Scanner& scanner, const Context& context);

/// Whether a sheet can be pushed into the entry now (also when it should not be).
Refusal scanner_feed_check(const Scanner& scanner, const Context& context, BallotId sheet);
/// Pushes a sheet in, with a second one sticking to it or no_ballot.
void scanner_feed(Scanner& scanner, Context& context, BallotId sheet, BallotId second,
                  bool by_voter);
/// The sheet at the front is taken out; returns it (no_ballot when there is none).
BallotId scanner_take_front(Scanner& scanner, Context& context);
/// The voter's answer to a review.
void scanner_review_answer(Scanner& scanner, Context& context, bool cast);
/// Takes the jammed sheet out of the open path; it then lies at the front. With the cover closed it
/// is pulled out by force and tears.
void scanner_take_jammed(Scanner& scanner, Context& context);
/// Lets the stuck sheet fall into the box.
void scanner_free_outfeed(Scanner& scanner, Context& context);
/// Takes the stuck sheet, which is counted, out by hand.
void scanner_take_stuck(Scanner& scanner, Context& context);

ScannerScreen scanner_screen(const Scanner& scanner, const Context& context);

std::span<const std::string_view> scanner_power_names();
std::span<const std::string_view> scanner_mode_names();
std::span<const std::string_view> polls_names();
std::span<const std::string_view> session_names();
std::span<const std::string_view> path_state_names();
std::span<const std::string_view> scan_reason_names();
std::span<const std::string_view> scan_outcome_names();
std::span<const std::string_view> scanner_screen_names();

}  // namespace sim
