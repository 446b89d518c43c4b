#include <algorithm>

#include "engine/core/translate.h"
#include "sim/equipment/scanner_detail.h"
#include "sim/station/reach.h"
#include "sim/station/signals.h"

namespace sim {

namespace {

const Scanner& at(const World& world, int unit) {
    return world.scanners[static_cast<std::size_t>(unit)];
}

Context about(const World& world, int unit) {
    return looking(world, world.layout().device_of(DeviceClass::scanner, unit));
}

/// A path that waits while scanning is off shows as paused (training.md 8.1).
PathState shown_path(const World& world, int unit) {
    const Scanner& scanner = at(world, unit);
    const bool waiting = scanner.path == PathState::waiting;
    return waiting && !scanner_enabled(scanner, about(world, unit)) ? PathState::paused
                                                                    : scanner.path;
}

std::int64_t roll_left(const World& world, int unit) {
    const Context look = about(world, unit);
    const PartId roll = look.part(Role::roll_holder).holds;
    if (roll == no_part) return 0;
    return std::min<std::int64_t>(look.part(roll).amount, look.value(Parameter::roll_left));
}

constexpr DeviceClass scope = DeviceClass::scanner;

const SignalSpec table[] = {
    {scope, "power", SignalType::choice, "count", Channel::sight, N_("Its power"),
     scanner_power_names(),
     [](const World& w, int u) { return static_cast<std::int64_t>(at(w, u).power); }},
    {scope, "mode", SignalType::choice, "count", Channel::screen,
     N_("Unconfigured, test mode or live mode"), scanner_mode_names(),
     [](const World& w, int u) { return static_cast<std::int64_t>(at(w, u).mode); }},
    {scope, "polls", SignalType::choice, "count", Channel::screen, N_("Its polls"), polls_names(),
     [](const World& w, int u) { return static_cast<std::int64_t>(at(w, u).polls); }},
    {scope, "session", SignalType::choice, "count", Channel::screen, N_("Who is logged in"),
     session_names(),
     [](const World& w, int u) { return static_cast<std::int64_t>(at(w, u).session); }},
    {scope, "path", SignalType::choice, "count", Channel::screen, N_("State of the paper path"),
     path_state_names(),
     [](const World& w, int u) { return static_cast<std::int64_t>(shown_path(w, u)); }},
    {scope, "reason", SignalType::choice, "count", Channel::screen,
     N_("Why the last sheet came back or jammed"), scan_reason_names(),
     [](const World& w, int u) { return static_cast<std::int64_t>(at(w, u).reason); }},
    {scope, "outcome", SignalType::choice, "count", Channel::sound,
     N_("What became of the last sheet"), scan_outcome_names(),
     [](const World& w, int u) { return static_cast<std::int64_t>(at(w, u).last_outcome); }},
    {scope, "screen", SignalType::choice, "count", Channel::screen, N_("What the screen shows"),
     scanner_screen_names(),
     [](const World& w, int u) {
         return static_cast<std::int64_t>(scanner_screen(at(w, u), about(w, u)));
     }},
    {scope,
     "ready",
     SignalType::boolean,
     "count",
     Channel::sight,
     N_("The green light: a ballot may be fed"),
     {},
     [](const World& w, int u) -> std::int64_t {
         return scanner_ready(at(w, u), about(w, u)) ? 1 : 0;
     }},
    {scope,
     "ballots",
     SignalType::number,
     "count",
     Channel::screen,
     N_("Ballots counted"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).tally.ballots; }},
    {scope,
     "paused_count",
     SignalType::number,
     "count",
     Channel::screen,
     N_("Count when the polls were last suspended"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).paused_count; }},
    {scope,
     "test_sheets",
     SignalType::number,
     "count",
     Channel::screen,
     N_("Test ballots read since the last zero"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).test_sheets; }},
    {scope,
     "overvotes",
     SignalType::number,
     "count",
     Channel::paper,
     N_("Ballots counted with too many marks"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).tally.overvotes; }},
    {scope,
     "undervotes",
     SignalType::number,
     "count",
     Channel::paper,
     N_("Ballots counted without a mark"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).tally.undervotes; }},
    {scope,
     "alarm",
     SignalType::boolean,
     "count",
     Channel::sound,
     N_("Alarm: a medium was pulled or the cover opened while polls are open"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).alarm ? 1 : 0; }},
    {scope,
     "media_in_step",
     SignalType::boolean,
     "count",
     Channel::screen,
     N_("Both media are in and hold the same count"),
     {},
     [](const World& w, int u) -> std::int64_t {
         const Context look = about(w, u);
         return scanner_detail::media_present(look) && scanner_detail::media_in_step(look) ? 1 : 0;
     }},
    {scope, "printer", SignalType::choice, "count", Channel::screen, N_("State of the printer"),
     printer_state_names(),
     [](const World& w, int u) {
         return static_cast<std::int64_t>(printer_state(at(w, u).printer, about(w, u)));
     }},
    {scope,
     "report_pending",
     SignalType::boolean,
     "count",
     Channel::screen,
     N_("A report is being printed or has to be printed again"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).pending != no_part ? 1 : 0; }},
    {scope,
     "strip_blank",
     SignalType::boolean,
     "count",
     Channel::paper,
     N_("The last strip came out blank"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).strip_blank ? 1 : 0; }},
    {scope,
     "roll_left",
     SignalType::number,
     "mm",
     Channel::sight,
     N_("Paper left on the roll"),
     {},
     [](const World& w, int u) -> std::int64_t { return roll_left(w, u); }},
    {scope,
     "sheet_at_entry",
     SignalType::boolean,
     "count",
     Channel::sight,
     N_("A sheet sticks out of the entry"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).at_front != no_ballot ? 1 : 0; }},
    {scope,
     "two_sheets_at_entry",
     SignalType::boolean,
     "count",
     Channel::sight,
     N_("Two sheets came back together"),
     {},
     [](const World& w, int u) -> std::int64_t {
         return at(w, u).front_second != no_ballot ? 1 : 0;
     }},
    {scope,
     "sheet_loose",
     SignalType::boolean,
     "count",
     Channel::sight,
     N_("A sheet that was taken out lies on the machine"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).loose != no_ballot ? 1 : 0; }},
    {scope,
     "outfeed_blocked",
     SignalType::boolean,
     "count",
     Channel::screen,
     N_("A counted sheet is stuck on the way into the box"),
     {},
     [](const World& w, int u) -> std::int64_t {
         return at(w, u).path == PathState::jammed && at(w, u).reason == ScanReason::outfeed_blocked
                    ? 1
                    : 0;
     }},
    {scope,
     "streak_test_passed",
     SignalType::boolean,
     "count",
     Channel::screen,
     N_("The last blank-sheet test was passed, and no streaks were seen since"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).streak_test_passed ? 1 : 0; }},
    {scope,
     "double_detection",
     SignalType::boolean,
     "count",
     Channel::screen,
     N_("The detector of double sheets is on"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).double_detection ? 1 : 0; }},
    {scope,
     "glass_dirt",
     SignalType::number,
     "permille",
     Channel::hidden,
     N_("Dirt on the glass, as it really is"),
     {},
     [](const World& w, int u) -> std::int64_t {
         return about(w, u).value(Parameter::glass_dirt);
     }},
    {scope,
     "clock_error",
     SignalType::number,
     "us",
     Channel::screen,
     N_("How far its clock is ahead of the clock on the wall"),
     {},
     [](const World& w, int u) -> std::int64_t {
         return about(w, u).value(Parameter::scanner_clock_offset);
     }},
    {scope,
     "fresh",
     SignalType::boolean,
     "count",
     Channel::sight,
     N_("A spare unit that has not been switched on yet"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).fresh ? 1 : 0; }},
    {scope,
     "foreign",
     SignalType::boolean,
     "count",
     Channel::screen,
     N_("Its screen names another station"),
     {},
     [](const World& w, int u) -> std::int64_t {
         const Scanner& scanner = at(w, u);
         return scanner.power == ScannerPower::running &&
                        scanner_station(scanner, about(w, u)) != scanner.station
                    ? 1
                    : 0;
     }},
    {scope,
     "hot",
     SignalType::boolean,
     "count",
     Channel::sight,
     N_("Its case is hot, its fan is loud"),
     {},
     [](const World& w, int u) -> std::int64_t { return scanner_hot(about(w, u)) ? 1 : 0; }},
    {scope,
     "mains",
     SignalType::boolean,
     "count",
     Channel::sight,
     N_("Its inlet is live"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).mains ? 1 : 0; }},
    {scope,
     "opened_at",
     SignalType::time,
     "us",
     Channel::paper,
     N_("When its polls were opened"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).times.opened; }},
    {scope,
     "closed_at",
     SignalType::time,
     "us",
     Channel::paper,
     N_("When its polls were closed"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).times.closed; }},
    {scope, "voter_step", SignalType::choice, "count", Channel::sight,
     N_("What the voter at this scanner is about"), scanner_step_names(),
     [](const World& w, int u) {
         const VoterId voter = w.hall.voter_at(u);
         const ScannerStep step = voter == no_voter ? ScannerStep::none : w.hall[voter].step;
         return static_cast<std::int64_t>(step);
     }},
    {scope,
     "voter_feeds",
     SignalType::number,
     "count",
     Channel::sight,
     N_("How often the voter at this scanner has fed this ballot"),
     {},
     [](const World& w, int u) -> std::int64_t {
         const VoterId voter = w.hall.voter_at(u);
         return voter == no_voter ? 0 : w.hall[voter].feeds;
     }},
};

}  // namespace

std::span<const SignalSpec> scanner_signals() {
    return table;
}

}  // namespace sim
