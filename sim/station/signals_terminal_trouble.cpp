// What a terminal shows when it, its register or its links are not as they should be.

#include "engine/core/translate.h"
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

bool blank_receipt(const Terminal& terminal) {
    return terminal.state == TerminalState::blocked && terminal.stopped == PrintResult::blank;
}

std::int64_t unheard(const World& world, int unit) {
    const Terminal& terminal = at(world, unit);
    if (terminal.last_peer < 0) return 0;
    return terminal_unheard(terminal, about(world, unit), at(world, terminal.last_peer));
}

constexpr DeviceClass scope = DeviceClass::terminal;
constexpr auto number = SignalType::number;
constexpr auto boolean = SignalType::boolean;

const SignalSpec table[] = {
    {scope,
     "lifeless",
     boolean,
     "count",
     Channel::sight,
     N_("It has power and shows no sign of life"),
     {},
     [](const World& w, int u) -> std::int64_t {
         return terminal_lifeless(at(w, u), about(w, u)) ? 1 : 0;
     }},
    {scope,
     "breakdowns",
     number,
     "count",
     Channel::screen,
     N_("How often its program broke down and started anew"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).breakdowns; }},
    {scope,
     "printer_lost",
     boolean,
     "count",
     Channel::screen,
     N_("It does not find its receipt printer"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).printer_lost ? 1 : 0; }},
    {scope,
     "receipt_blank",
     boolean,
     "count",
     Channel::sight,
     N_("The last receipt came out blank"),
     {},
     [](const World& w, int u) -> std::int64_t { return blank_receipt(at(w, u)) ? 1 : 0; }},
    {scope,
     "register_fault",
     boolean,
     "count",
     Channel::screen,
     N_("It says that the register file cannot be read"),
     {},
     [](const World& w, int u) -> std::int64_t {
         return at(w, u).register_wrong && terminal_running(at(w, u)) ? 1 : 0;
     }},
    {scope,
     "fresh",
     boolean,
     "count",
     Channel::sight,
     N_("A spare unit that has not been switched on yet"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).fresh ? 1 : 0; }},
    {scope,
     "foreign",
     boolean,
     "count",
     Channel::screen,
     N_("Its screen names another station or region"),
     {},
     [](const World& w, int u) -> std::int64_t {
         return terminal_foreign(at(w, u), about(w, u)) ? 1 : 0;
     }},
    {scope,
     "last_try",
     boolean,
     "count",
     Channel::screen,
     N_("It warns: after the next miss no more tries of this voter"),
     {},
     [](const World& w, int u) -> std::int64_t {
         return terminal_last_try(at(w, u), about(w, u)) ? 1 : 0;
     }},
    {scope,
     "tries_used",
     boolean,
     "count",
     Channel::screen,
     N_("It takes neither finger nor face of this voter any more"),
     {},
     [](const World& w, int u) -> std::int64_t {
         return terminal_tries_used(at(w, u), about(w, u)) ? 1 : 0;
     }},
    {scope,
     "left_over",
     number,
     "count",
     Channel::hidden,
     N_("Test records that its counter shows on top"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).left_over; }},
    {scope,
     "backup_missing",
     boolean,
     "count",
     Channel::screen,
     N_("The icon warns: no backup stick"),
     {},
     [](const World& w, int u) -> std::int64_t {
         return terminal_backup_missing(about(w, u)) ? 1 : 0;
     }},
    {scope,
     "unsaved",
     number,
     "count",
     Channel::screen,
     N_("Voters identified while no backup stick was in"),
     {},
     [](const World& w, int u) -> std::int64_t { return at(w, u).unsaved; }},
    {scope,
     "unheard",
     number,
     "count",
     Channel::screen,
     N_("Voters of the other terminal it has not heard of yet"),
     {},
     [](const World& w, int u) -> std::int64_t { return unheard(w, u); }},
};

}  // namespace

std::span<const SignalSpec> terminal_trouble_signals() {
    return table;
}

}  // namespace sim
