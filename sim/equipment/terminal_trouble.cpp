// What may go wrong with the unit itself: supply, program, printer link, register, counter.

#include "sim/equipment/terminal_detail.h"

namespace sim {

using namespace terminal_detail;

namespace terminal_detail {

void break_down(Terminal& terminal, Context& context) {
    ++terminal.breakdowns;
    terminal.printer = {};
    forget_voter(terminal);
    context.observe(Message::terminal_broke_down);
    enter(terminal, context, TerminalState::boot);
    wait_for(terminal, context, context.value(Parameter::terminal_boot_time), timer_boot);
}

void examine_unit(Terminal& terminal, Context& context) {
    terminal.printer_lost = context.value(Parameter::terminal_printer_link) == 0;
    if (terminal.printer_lost) {
        terminal.problems |= terminal_problem::no_printer;
        context.observe(Message::terminal_printer_lost);
    }
    const std::int64_t offset = context.value(Parameter::terminal_station_offset);
    if (offset != 0) {
        terminal.problems |= terminal_problem::wrong_station;
        context.observe(Message::terminal_wrong_station, terminal.station + offset);
    }
    terminal.register_wrong = context.value(Parameter::register_fault) != 0;
    if (terminal.register_wrong) context.observe(Message::terminal_register_fault);
    if (terminal.opened) return;
    terminal.left_over = static_cast<std::int32_t>(context.value(Parameter::terminal_left_over));
    if (terminal.left_over > 0) {
        context.observe(Message::terminal_left_over_found, terminal.counter());
    }
}

}  // namespace terminal_detail

void terminal_notice(Terminal& terminal, Context& context) {
    if (!terminal_running(terminal)) return;
    if (context.value(Parameter::terminal_supply) == 0) {
        context.observe(Message::terminal_dead);
        return go_dark(terminal, context);
    }
    const bool starting = terminal.state == TerminalState::boot;
    if (!starting && !terminal.printer_lost &&
        context.value(Parameter::terminal_printer_link) == 0) {
        terminal.printer_lost = true;
        context.observe(Message::terminal_printer_lost);
    }
    if (!starting && !terminal.register_wrong && context.value(Parameter::register_fault) != 0) {
        terminal.register_wrong = true;
        context.observe(Message::terminal_register_fault);
    }
}

bool terminal_lifeless(const Terminal& terminal, const Context& context) {
    return terminal.state == TerminalState::off && terminal.live &&
           context.value(Parameter::terminal_supply) == 0;
}

bool terminal_foreign(const Terminal& terminal, const Context& context) {
    const bool starting =
        terminal.state == TerminalState::boot || terminal.state == TerminalState::self_test;
    return terminal_running(terminal) && !starting &&
           (context.value(Parameter::terminal_station_offset) != 0 ||
            context.value(Parameter::register_region) != 0);
}

bool terminal_last_try(const Terminal& terminal, const Context& context) {
    return terminal.state == TerminalState::capture_finger &&
           context.value(Parameter::attempts_lock) != 0 &&
           terminal.tries + 1 >= context.value(Parameter::finger_tries);
}

bool terminal_tries_used(const Terminal& terminal, const Context& context) {
    return terminal.state == TerminalState::decision &&
           terminal.result == TerminalResult::finger_not_matched &&
           context.value(Parameter::attempts_lock) != 0 &&
           terminal.tries >= context.value(Parameter::finger_tries);
}

bool terminal_backup_missing(const Context& context) {
    return context.id(Role::backup_medium_slot) != no_part &&
           context.part(Role::backup_medium_slot).holds == no_part;
}

int terminal_unheard(const Terminal& terminal, const Context& context, const Terminal& peer) {
    const Time delay = context.value(Parameter::peer_delay);
    int count = 0;
    for (std::size_t i = terminal.peer_read; i < peer.log.size(); ++i) {
        const bool arrives = terminal.peer >= 0 && peer.log_times[i] + delay <= context.now;
        if (!arrives) ++count;
    }
    return count;
}

}  // namespace sim
