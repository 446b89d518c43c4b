#include "sim/equipment/terminal.h"

#include <algorithm>

#include "sim/equipment/terminal_detail.h"

namespace sim {

using namespace terminal_detail;

namespace {

/// One milliwatt-hour in the unit of Terminal::energy.
constexpr std::int64_t milliwatt_hour = engine::hour;

std::int64_t capacity(const Context& context) {
    return context.value(Parameter::terminal_battery) * milliwatt_hour;
}

std::int64_t energy_now(const Terminal& terminal, const Context& context) {
    const std::int64_t draw = context.value(Parameter::terminal_power_draw);
    const Time elapsed = context.now - terminal.energy_at;
    std::int64_t energy = terminal.energy;
    if (terminal.live) {
        energy += draw * elapsed;  // charges as fast as it would drain; an estimate
    } else if (terminal_running(terminal)) {
        energy -= draw * elapsed;
    }
    return std::clamp<std::int64_t>(energy, 0, capacity(context));
}

/// Brings the battery up to the present; call before what draws or charges changes.
void settle(Terminal& terminal, const Context& context) {
    terminal.energy = energy_now(terminal, context);
    terminal.energy_at = context.now;
}

/// Call after what draws or charges has changed.
void watch_battery(Terminal& terminal, Context& context) {
    ++terminal.battery_token;
    if (terminal.live || !terminal_running(terminal)) return;
    const std::int64_t draw =
        std::max<std::int64_t>(context.value(Parameter::terminal_power_draw), 1);
    context.schedule(terminal.energy / draw, timer_battery, terminal.battery_token);
}

void battery_empty(Terminal& terminal, Context& context) {
    settle(terminal, context);
    context.observe(Message::terminal_battery_empty);
    go_dark(terminal, context);
}

void watch_idling(Terminal& terminal, Context& context) {
    terminal.last_used = context.now;
    if (terminal.lock_pending) return;
    terminal.lock_pending = true;
    context.schedule(context.value(Parameter::idle_lock), timer_idle, 0);
}

void idle_timer(Terminal& terminal, Context& context) {
    terminal.lock_pending = false;
    const TerminalState state = terminal.state;
    if (state == TerminalState::off || state == TerminalState::locked ||
        state == TerminalState::closed || state == TerminalState::operator_login) {
        return;
    }
    const Time limit = context.value(Parameter::idle_lock);
    const Time idle = context.now - terminal.last_used;
    if (idle >= limit && (state == TerminalState::ready || state == TerminalState::open)) {
        terminal.resume = state;
        enter(terminal, context, TerminalState::locked);
        context.observe(Message::terminal_locked);
        return;
    }
    terminal.lock_pending = true;
    context.schedule(idle < limit ? limit - idle : limit, timer_idle, 0);
}

void finish_self_test(Terminal& terminal, Context& context) {
    terminal.problems = 0;
    const PrinterState printer = printer_state(terminal.printer, context);
    if (printer == PrinterState::lid_open) {
        terminal.problems |= terminal_problem::lid_open;
        context.observe(Message::terminal_lid_open);
    } else if (printer == PrinterState::no_paper) {
        terminal.problems |= terminal_problem::no_paper;
        context.observe(Message::terminal_no_paper);
    }
    if (context.value(Parameter::finger_sensor_dirt) >= dirt_alarm) {
        terminal.problems |= terminal_problem::sensor_dirty;
        context.observe(Message::terminal_sensor_dirty);
    }
    examine_unit(terminal, context);
    const bool failed = terminal.problems != 0;
    if (terminal.peer < 0) {
        terminal.problems |= terminal_problem::no_peer;
        context.observe(Message::terminal_no_peer);
    }
    if (failed) return enter(terminal, context, TerminalState::fault);
    context.observe(Message::terminal_self_test_passed, terminal.register_size);
    enter(terminal, context, TerminalState::operator_login);
}

}  // namespace

namespace terminal_detail {

void forget_voter(Terminal& terminal) {
    terminal.has_document = false;
    terminal.searched = false;
    terminal.document = {};
    terminal.tries = 0;
    terminal.fingers = 0;
    terminal.result = TerminalResult::none;
}

void enter(Terminal& terminal, Context& context, TerminalState state) {
    terminal.state = state;
    ++terminal.token;
    ++terminal.changes;
    if (state == TerminalState::ready || state == TerminalState::open) {
        watch_idling(terminal, context);
    }
}

void next_voter(Terminal& terminal, Context& context) {
    forget_voter(terminal);
    if (terminal.receipts_out > 0) return enter(terminal, context, TerminalState::hand_over);
    enter(terminal, context, terminal.opened ? TerminalState::open : TerminalState::ready);
}

void go_dark(Terminal& terminal, Context& context) {
    settle(terminal, context);
    terminal.printer = {};
    terminal.printer_lost = false;
    forget_voter(terminal);
    enter(terminal, context, TerminalState::off);
    watch_battery(terminal, context);
}

void start_boot(Terminal& terminal, Context& context) {
    settle(terminal, context);
    if (!terminal.live && terminal.energy <= 0) {
        context.observe(Message::terminal_no_energy);
        return;
    }
    if (context.value(Parameter::terminal_supply) == 0) {
        context.observe(Message::terminal_no_start);
        return;
    }
    terminal.fresh = false;
    enter(terminal, context, TerminalState::boot);
    context.observe(Message::terminal_on);
    watch_battery(terminal, context);
    wait_for(terminal, context, context.value(Parameter::terminal_boot_time), timer_boot);
}

void start_self_test(Terminal& terminal, Context& context) {
    enter(terminal, context, TerminalState::self_test);
    wait_for(terminal, context, context.value(Parameter::terminal_self_test_time), timer_self_test);
}

void logged_in(Terminal& terminal, Context& context) {
    terminal.wrong_pins = 0;
    context.observe(Message::terminal_logged_in);
    if (terminal.finished) return enter(terminal, context, TerminalState::closed);
    next_voter(terminal, context);
}

bool operator_card(const Context& context) {
    const PartId card = context.part(Role::card_slot).holds;
    return card != no_part && context.part(card).reversed == 0 &&
           context.part(card).amount / 10000 == operator_right;
}

}  // namespace terminal_detail

Terminal make_terminal(const Context& context, int register_size, std::uint16_t station) {
    Terminal terminal;
    terminal.station = station;
    terminal.register_size = register_size;
    terminal.known.assign(static_cast<std::size_t>(register_size + 63) / 64, 0);
    terminal.energy = capacity(context);
    terminal.energy_at = context.now;
    return terminal;
}

void terminal_timer(Terminal& terminal, Context& context, const Event& event) {
    if (event.value == timer_idle) return idle_timer(terminal, context);
    if (event.value == timer_battery) {
        if (event.token == terminal.battery_token) battery_empty(terminal, context);
        return;
    }
    if (event.token != terminal.token) return;
    switch (event.value) {
        case timer_boot:
            return start_self_test(terminal, context);
        case timer_self_test:
            return finish_self_test(terminal, context);
        case timer_stopped:
            context.observe(Message::terminal_off);
            return go_dark(terminal, context);
        case timer_export:
            terminal.exported = true;
            context.observe(Message::terminal_exported, terminal.identified);
            return enter(terminal, context, TerminalState::closed);
        case timer_receipt:
        case timer_test_receipt:
        case timer_ballot:
        case timer_summary:
            return printing_timer(terminal, context, event);
        default:
            return identification_timer(terminal, context, event);
    }
}

void terminal_power(Terminal& terminal, Context& context, bool live) {
    if (terminal.live == live) return;
    settle(terminal, context);
    terminal.live = live;
    if (terminal_running(terminal)) {
        context.observe(live ? Message::terminal_on_mains : Message::terminal_on_battery);
    }
    watch_battery(terminal, context);
}

void terminal_part_changed(Terminal& terminal, Context& context, PartId part) {
    if (part == context.id(Role::card_slot)) {
        if (terminal.state == TerminalState::locked && operator_card(context)) {
            context.observe(Message::terminal_unlocked);
            enter(terminal, context, terminal.resume);
        }
    } else if (part == context.id(Role::backup_medium_slot)) {
        if (terminal_backup_missing(context)) context.observe(Message::terminal_no_backup);
    } else if (terminal.state == TerminalState::blocked) {
        unblock(terminal, context);
    }
}

void terminal_pressed(Terminal& terminal, Context& context, PartId part) {
    if (part != context.id(Role::power_switch)) return;
    if (terminal.state == TerminalState::off) return start_boot(terminal, context);
    context.observe(Message::terminal_off);
    go_dark(terminal, context);
}

bool terminal_running(const Terminal& terminal) {
    return terminal.state != TerminalState::off;
}

std::int64_t terminal_battery(const Terminal& terminal, const Context& context) {
    const std::int64_t full = capacity(context);
    return full <= 0 ? 0 : energy_now(terminal, context) / (full / 1000);
}

}  // namespace sim
