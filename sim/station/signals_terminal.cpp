#include <algorithm>

#include "engine/core/translate.h"
#include "sim/people/voter.h"
#include "sim/station/reach.h"
#include "sim/station/signals.h"
#include "sim/station/voters.h"

namespace sim {

namespace {

const Terminal& at(const World& world, int unit) {
    return world.terminals[static_cast<std::size_t>(unit)];
}

Context about(const World& world, int unit) {
    return looking(world, terminal_device(world, unit));
}

VoterId voter_at(const World& world, int unit) {
    return world.hall.at_terminal[static_cast<std::size_t>(unit)];
}

bool voter_has(const World& world, int unit, std::uint16_t flag) {
    const VoterId voter = voter_at(world, unit);
    return voter != no_voter && world.hall[voter].has(flag);
}

std::int64_t roll_left(const World& world, int unit) {
    const Context look = about(world, unit);
    const PartId roll = look.part(Role::roll_holder).holds;
    if (roll == no_part) return 0;
    return std::min<std::int64_t>(look.part(roll).amount,
                                  look.value(Parameter::terminal_roll_left));
}

constexpr DeviceClass scope = DeviceClass::terminal;
constexpr auto number = SignalType::number;
constexpr auto boolean = SignalType::boolean;
constexpr auto choice = SignalType::choice;

const SignalSpec table[] = {
    {scope, "state", choice, "count", Channel::screen, N_("What it does"), terminal_state_names(),
     [](const World& w, int u) { return static_cast<std::int64_t>(at(w, u).state); }},
    {scope, "screen", choice, "count", Channel::screen, N_("What the screen shows"),
     terminal_screen_names(),
     [](const World& w, int u) {
         return static_cast<std::int64_t>(terminal_screen(at(w, u), about(w, u)));
     }},
    {scope, "result", choice, "count", Channel::screen, N_("Result for the voter who stands there"),
     terminal_result_names(),
     [](const World& w, int u) { return static_cast<std::int64_t>(at(w, u).result); }},
    {scope,
     "test_mode",
     boolean,
     "count",
     Channel::screen,
     N_("The orange banner: test mode, nothing counts"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).test ? 1 : 0; }},
    {scope,
     "tests_done",
     boolean,
     "count",
     Channel::screen,
     N_("Match, no match, already identified and a receipt were tried in test mode"),
     {},
     [](const World& w, int u) -> std::int64_t {
         return at(w, u).tests == terminal_test::all ? 1 : 0;
     }},
    {scope,
     "tested_match",
     boolean,
     "count",
     Channel::screen,
     N_("A match was tried with a dummy voter"),
     {},
     [](const World& w, int u) -> std::int64_t {
         return (at(w, u).tests & terminal_test::match) != 0 ? 1 : 0;
     }},
    {scope,
     "tested_no_match",
     boolean,
     "count",
     Channel::screen,
     N_("A finger that does not match was tried with a dummy voter"),
     {},
     [](const World& w, int u) -> std::int64_t {
         return (at(w, u).tests & terminal_test::no_match) != 0 ? 1 : 0;
     }},
    {scope,
     "tested_already",
     boolean,
     "count",
     Channel::screen,
     N_("A dummy voter who was identified already was tried"),
     {},
     [](const World& w, int u) -> std::int64_t {
         return (at(w, u).tests & terminal_test::already) != 0 ? 1 : 0;
     }},
    {scope,
     "tested_receipt",
     boolean,
     "count",
     Channel::screen,
     N_("A test receipt was printed"),
     {},
     [](const World& w, int u) -> std::int64_t {
         return (at(w, u).tests & terminal_test::receipt) != 0 ? 1 : 0;
     }},
    {scope,
     "opened",
     boolean,
     "count",
     Channel::screen,
     N_("Was opened for voters"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).opened ? 1 : 0; }},
    {scope,
     "closed",
     boolean,
     "count",
     Channel::screen,
     N_("Was closed for voters"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).finished ? 1 : 0; }},
    {scope,
     "exported",
     boolean,
     "count",
     Channel::screen,
     N_("Its data was handed out"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).exported ? 1 : 0; }},
    {scope,
     "identified",
     number,
     "count",
     Channel::screen,
     N_("Counter: voters identified by this terminal"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).counter(); }},
    {scope,
     "receipts",
     number,
     "count",
     Channel::screen,
     N_("Receipts printed for voters"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).receipts; }},
    {scope,
     "receipts_owed",
     number,
     "count",
     Channel::screen,
     N_("Voters identified whose receipt has not come out"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).receipts_owed(); }},
    {scope,
     "ballots_owed",
     number,
     "count",
     Channel::screen,
     N_("Ballots still to be printed"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).ballots_owed; }},
    {scope,
     "receipt_out",
     boolean,
     "count",
     Channel::sight,
     N_("A receipt lies in the mouth"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).receipts_out > 0 ? 1 : 0; }},
    {scope,
     "ballots_out",
     number,
     "count",
     Channel::sight,
     N_("Printed ballots that lie in the mouth"),
     {},
     [](const World& w, int u) { return static_cast<std::int64_t>(at(w, u).mouth.size()); }},
    {scope,
     "tries",
     number,
     "count",
     Channel::screen,
     N_("Fingers tried for this voter"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).tries; }},
    {scope,
     "searched",
     boolean,
     "count",
     Channel::screen,
     N_("The voter was looked up by number as well"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).searched ? 1 : 0; }},
    {scope,
     "has_document",
     boolean,
     "count",
     Channel::screen,
     N_("The voter's document was read"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).has_document ? 1 : 0; }},
    {scope,
     "voter_waiting",
     boolean,
     "count",
     Channel::sight,
     N_("A voter stands at the terminal"),
     {},
     [](const World& w, int u) -> std::int64_t { return voter_at(w, u) != no_voter ? 1 : 0; }},
    {scope,
     "voter_identified",
     boolean,
     "count",
     Channel::sight,
     N_("The voter who stands there has been identified"),
     {},
     [](const World& w, int u) -> std::int64_t {
         return voter_has(w, u, voter_flag::identified) ? 1 : 0;
     }},
    {scope,
     "voter_told",
     boolean,
     "count",
     Channel::told,
     N_("The voter who stands there was told where to ask"),
     {},
     [](const World& w, int u) -> std::int64_t {
         return voter_has(w, u, voter_flag::enquiry) ? 1 : 0;
     }},
    {scope,
     "mains",
     boolean,
     "count",
     Channel::sight,
     N_("It has mains power"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).live ? 1 : 0; }},
    {scope,
     "battery",
     number,
     "permille",
     Channel::screen,
     N_("Charge of its battery"),
     {},
     [](const World& w, int u) { return terminal_battery(at(w, u), about(w, u)); }},
    {scope,
     "peer_linked",
     boolean,
     "count",
     Channel::screen,
     N_("It sees the other terminal"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).peer >= 0 ? 1 : 0; }},
    {scope,
     "sheets_left",
     number,
     "count",
     Channel::sight,
     N_("Blank sheets in its tray"),
     {},
     [](const World& w, int u) -> std::int64_t {
         return about(w, u).part(Role::ballot_tray).amount;
     }},
    {scope,
     "roll_left",
     number,
     "mm",
     Channel::sight,
     N_("Receipt paper left on the roll"),
     {},
     roll_left},
    {scope,
     "end_mark",
     boolean,
     "count",
     Channel::sight,
     N_("The coloured stripe shows: the roll is near its end"),
     {},
     [](const World& w, int u) -> std::int64_t { return roll_left(w, u) < 1500 ? 1 : 0; }},
    {scope,
     "logged_in",
     boolean,
     "count",
     Channel::screen,
     N_("An operator has logged in and the terminal is not locked"),
     {},
     [](const World& w, int u) -> std::int64_t {
         const TerminalState state = w.terminals[static_cast<std::size_t>(u)].state;
         return state >= TerminalState::ready && state < TerminalState::shutdown ? 1 : 0;
     }},
    {scope,
     "sensor_dirty",
     boolean,
     "count",
     Channel::sight,
     N_("Smears can be seen on the finger sensor"),
     {},
     [](const World& w, int u) -> std::int64_t {
         const Context look = looking(w, w.layout().device_of(DeviceClass::terminal, u));
         return look.value(Parameter::finger_sensor_dirt) >= 100 ? 1 : 0;
     }},
    {scope,
     "problems",
     number,
     "count",
     Channel::screen,
     N_("Findings of its last self-test"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).problems; }},
};

}  // namespace

std::span<const SignalSpec> terminal_signals() {
    return table;
}

}  // namespace sim
