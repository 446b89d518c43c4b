/// The voter-ID terminal: document, finger or face, receipt, ballot on a blank sheet (domain.md
/// A2; the Kyrgyz device of 2025). It knows the register's entries by number and nothing of people.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "sim/equipment/printer.h"
#include "sim/world/context.h"

namespace sim {

/// domain.md A2.2.
enum class TerminalState : std::uint8_t {
    off,
    boot,
    self_test,
    fault,           ///< self-test found something; says what
    operator_login,  ///< needs card and PIN
    ready,           ///< logged in, polls not open; test or live mode
    open,            ///< waits for the next document
    lookup,          ///< reads the document and looks the voter up
    capture_finger,  ///< waits for a finger
    match,           ///< compares it
    capture_face,    ///< waits for the camera
    match_face,
    decision,  ///< shows the result and waits for the operator
    print_receipt,
    print_ballot,
    blocked,    ///< printing stopped: roll, lid or blank sheets
    hand_over,  ///< receipt lies in the mouth
    closed,
    print_summary,
    exporting,
    shutdown,
    locked,  ///< after idling; the operator's card unlocks
};
std::span<const std::string_view> terminal_state_names();

enum class TerminalResult : std::uint8_t {
    none,
    unreadable,  ///< document
    not_in_list,
    already_identified,
    finger_matched,
    finger_not_matched,  ///< all tries used; face comes next
    face_matched,
    face_not_matched,
    photo_accepted,  ///< compared by eye, on the monitor, before observers (domain.md A2.2)
};
std::span<const std::string_view> terminal_result_names();

enum class TerminalScreen : std::uint8_t {
    dark,
    starting,
    self_test,
    fault,
    login,
    menu,
    test_menu,
    next_voter,
    reading,
    finger,
    comparing,
    face,
    unreadable,
    not_in_list,
    already_identified,
    confirm,
    not_matched,
    printing_receipt,
    printing_ballot,
    no_paper,
    lid_open,
    no_printer,
    no_sheets,
    hand_over,
    closed,
    printing_summary,
    exporting,
    shutting_down,
    locked,
};
std::span<const std::string_view> terminal_screen_names();

/// What the self-test may find; bits of Terminal::problems.
namespace terminal_problem {
inline constexpr std::uint8_t no_paper = 1;
inline constexpr std::uint8_t lid_open = 2;
inline constexpr std::uint8_t sensor_dirty = 4;
inline constexpr std::uint8_t no_peer = 8;  ///< a warning only
inline constexpr std::uint8_t no_printer = 16;
inline constexpr std::uint8_t wrong_station = 32;
}  // namespace terminal_problem

/// Tests done in test mode; bits of Terminal::tests (domain.md C1.10).
namespace terminal_test {
inline constexpr std::uint8_t match = 1;
inline constexpr std::uint8_t no_match = 2;
inline constexpr std::uint8_t already = 4;
inline constexpr std::uint8_t receipt = 8;
inline constexpr std::uint8_t all = 15;
}  // namespace terminal_test

/// What is laid on the document reader.
struct Presented {
    std::int16_t entry = -1;          ///< as the document finds it in the register; -1: not there
    std::int16_t listed = -1;         ///< as a search by number finds it
    std::int16_t readability = 1000;  ///< permille
    bool no_template = false;         ///< the register holds no finger of this voter
    bool marked = false;              ///< the register says: identified already
    template <class Archive>
    void serialize(Archive& ar) {
        ar(entry, listed, readability, no_template, marked);
    }
};

struct Terminal {
    TerminalState state = TerminalState::off;
    TerminalState resume = TerminalState::ready;  ///< locked, blocked: what it goes back to
    TerminalResult result = TerminalResult::none;
    bool live = false;      ///< mains at its inlet
    bool fresh = false;     ///< a spare that has not been switched on yet
    bool test = false;      ///< test mode: orange banner, nothing counts
    bool opened = false;    ///< polls are open
    bool finished = false;  ///< polls were closed; cannot be opened again
    bool summary_printed = false;
    bool exported = false;
    bool printer_lost = false;    ///< until the next start
    bool register_wrong = false;  ///< the file loaded at the start is damaged
    std::int8_t peer = -1;        ///< number of the other terminal it sees; -1: none
    std::int8_t last_peer = -1;   ///< whose log it has read `peer_read` entries of
    std::uint8_t problems = 0;
    std::uint8_t tests = 0;
    std::uint8_t wrong_pins = 0;
    std::uint8_t tries = 0;                      ///< fingers tried for this voter
    std::uint8_t fingers = 0;                    ///< bit per finger tried
    bool searched = false;                       ///< by number, for the voter who stands there
    bool has_document = false;                   ///< one was read for the voter who stands there
    PrintResult stopped = PrintResult::printed;  ///< blocked: what became of the last strip
    std::uint16_t station = 0;                   ///< number printed on ballots
    std::int32_t register_size = 0;
    Presented document;
    std::int16_t reading = 0;  ///< quality of the finger or face being compared
    std::uint32_t token = 0;
    std::uint32_t changes = 0;  ///< goes up with every change of state
    Time last_used = 0;
    Time pin_after = 0;         ///< no PIN is taken before, after wrong ones
    bool lock_pending = false;  ///< an idle timer waits in the queue

    std::int32_t identified = 0;
    std::int32_t left_over = 0;     ///< test records the counter shows on top
    std::int32_t unsaved = 0;       ///< identified while no backup stick was in
    std::int32_t breakdowns = 0;    ///< of its program
    std::int32_t receipts = 0;      ///< printed, each identification once
    std::int32_t receipts_out = 0;  ///< lying in the mouth
    std::int32_t ballots = 0;       ///< printed
    std::int32_t clung = 0;         ///< blank sheets that went out stuck to a ballot
    std::int32_t ballots_owed = 0;  ///< to print: identified or replaced, not printed yet
    std::vector<BallotId> mouth;    ///< printed ballots that lie there

    std::vector<std::uint64_t> known;  ///< bit per register entry: identified, as far as it knows
    std::vector<std::int16_t> log;     ///< entries identified here …
    std::vector<Time> log_times;       ///< … and when; the other terminal reads on from there
    std::uint32_t peer_read = 0;       ///< how much of the other's log it has

    Printer printer;
    std::int64_t energy = 0;  ///< in the battery, milliwatt × microsecond
    Time energy_at = 0;       ///< when that was so
    std::uint32_t battery_token = 0;

    template <class Archive>
    void serialize(Archive& ar) {
        ar(state, resume, result, live, fresh, test, opened, finished, summary_printed, exported,
           printer_lost, register_wrong, peer, last_peer, problems, tests, wrong_pins, tries,
           fingers, searched, has_document, stopped, station, register_size, document, reading,
           token, changes, last_used, pin_after, lock_pending, identified, left_over, unsaved,
           breakdowns, receipts, receipts_out, ballots, clung, ballots_owed, mouth, known, log,
           log_times, peer_read, printer, energy, energy_at, battery_token);
    }

    std::int32_t receipts_owed() const { return identified - receipts; }
    /// What the counter on the screen says.
    std::int32_t counter() const { return identified + left_over; }
};

/// A terminal before anyone has touched it: off, battery full, register loaded.
Terminal make_terminal(const Context& context, int register_size, std::uint16_t station);

// -- called by the station; `context.device` is the terminal
void terminal_timer(Terminal& terminal, Context& context, const Event& event);
/// Mains at the inlet appeared or vanished. It runs on from its battery.
void terminal_power(Terminal& terminal, Context& context, bool live);
/// Looks at what may go wrong by itself: supply, printer, register. Called after every event.
void terminal_notice(Terminal& terminal, Context& context);
/// Card, roll, lid or lead changed.
void terminal_part_changed(Terminal& terminal, Context& context, PartId part);
/// Power button.
void terminal_pressed(Terminal& terminal, Context& context, PartId part);

/// Names of what can be touched on the screen; PartSpec::index of a target indexes them.
std::span<const std::string_view> terminal_targets();
Refusal terminal_touch_check(const Terminal& terminal, const Context& context, int target,
                             bool has_value, std::int64_t value);
void terminal_touch(Terminal& terminal, Context& context, int target, std::int64_t value);

/// Why no document (finger, face) can be taken now; none when it can.
Refusal terminal_document_check(const Terminal& terminal, const Context& context);
Refusal terminal_finger_check(const Terminal& terminal, const Context& context);
Refusal terminal_face_check(const Terminal& terminal, const Context& context);
void terminal_scan_document(Terminal& terminal, Context& context, const Presented& document);
/// `quality` of that finger of the voter, permille; the sensor's dirt takes from it.
void terminal_scan_finger(Terminal& terminal, Context& context, int finger, int quality);
void terminal_scan_face(Terminal& terminal, Context& context, int likeness);

/// A person took a receipt out of the mouth.
void terminal_receipt_taken(Terminal& terminal, Context& context);
/// A person took the ballot that lies in the mouth the longest; no_ballot when none does.
BallotId terminal_take_ballot(Terminal& terminal, Context& context);
/// One more ballot is to be printed, where it prints them: for a spoiled or misprinted one.
void terminal_owe_ballot(Terminal& terminal, Context& context);
/// It has a tray; elsewhere ready-made ballots are handed out.
bool terminal_prints_ballots(const Context& context);
/// The voter went away before a decision: back to the next.
void terminal_voter_left(Terminal& terminal, Context& context);

/// What the other terminal identified up to now becomes known, as far as the link's delay allows.
void terminal_sync(Terminal& terminal, const Context& context, const Terminal& peer);
/// The same of a terminal beyond the nearest one, by way of a hub.
void terminal_hear(Terminal& terminal, const Context& context, const Terminal& peer);
bool terminal_knows(const Terminal& terminal, int entry);

/// It has power and shows no sign of life.
bool terminal_lifeless(const Terminal& terminal, const Context& context);
/// Its screen names another station or region than this one.
bool terminal_foreign(const Terminal& terminal, const Context& context);
/// The next miss of a finger is the last.
bool terminal_last_try(const Terminal& terminal, const Context& context);
/// Neither finger nor face is taken any more of this voter.
bool terminal_tries_used(const Terminal& terminal, const Context& context);
/// No stick in its backup slot; never of a terminal without such a slot.
bool terminal_backup_missing(const Context& context);
/// Identifications of the other terminal that it has not heard of.
int terminal_unheard(const Terminal& terminal, const Context& context, const Terminal& peer);

TerminalScreen terminal_screen(const Terminal& terminal, const Context& context);
bool terminal_running(const Terminal& terminal);
/// Charge of the battery now, permille of what it holds when full.
std::int64_t terminal_battery(const Terminal& terminal, const Context& context);

}  // namespace sim
