// What can be touched on the screen, and what the screen shows.

#include "sim/equipment/pin_tries.h"
#include "sim/equipment/terminal_detail.h"

namespace sim {

using namespace terminal_detail;

namespace {

Refusal not_on_screen(bool already = false) {
    return {Message::refused_not_on_screen, {no_part}, already};
}

Refusal only(bool shown, bool already = false) {
    return shown ? Refusal{} : not_on_screen(already);
}

Refusal pin_check(const Terminal& terminal, const Context& context, bool has_value) {
    if (terminal.state != TerminalState::operator_login) {
        const bool inside =
            terminal.state >= TerminalState::ready && terminal.state < TerminalState::shutdown;
        return not_on_screen(inside);
    }
    if (!operator_card(context)) {
        return {Message::refused_wrong_card, {context.id(Role::card_slot)}};
    }
    if (context.now < terminal.pin_after) {
        return {Message::refused_too_early, {terminal.pin_after}};
    }
    if (!has_value) return {Message::refused_value_needed, {no_part}};
    return {};
}

Refusal printer_check(const Terminal& terminal, const Context& context) {
    if (terminal.printer_lost) return {Message::refused_no_printer, {context.device}};
    switch (printer_state(terminal.printer, context)) {
        case PrinterState::no_paper:
            return {Message::refused_empty, {context.id(Role::roll_holder)}};
        case PrinterState::lid_open:
            return {Message::refused_door_open, {context.id(Role::printer_lid)}};
        default:
            return {};
    }
}

Refusal owed_check(const Terminal& terminal, const Context& context, std::int32_t owed) {
    if (terminal.state != TerminalState::open) return not_on_screen();
    if (owed <= 0) return {Message::refused_nothing_owed, {context.device}, true};
    return {};
}

bool matched(const Terminal& terminal) {
    return terminal.state == TerminalState::decision &&
           (terminal.result == TerminalResult::finger_matched ||
            terminal.result == TerminalResult::face_matched ||
            terminal.result == TerminalResult::photo_accepted);
}

bool shows(const Terminal& terminal, TerminalResult result) {
    return terminal.state == TerminalState::decision && terminal.result == result;
}

bool can_dismiss(const Terminal& terminal) {
    return terminal.state == TerminalState::decision || terminal.state == TerminalState::blocked ||
           terminal.state == TerminalState::capture_finger ||
           terminal.state == TerminalState::capture_face;
}

bool can_shut_down(const Terminal& terminal) {
    switch (terminal.state) {
        case TerminalState::fault:
        case TerminalState::operator_login:
        case TerminalState::ready:
        case TerminalState::open:
        case TerminalState::closed:
            return true;
        default:
            return false;
    }
}

void enter_pin(Terminal& terminal, Context& context, std::int64_t pin) {
    const PartId card = context.part(Role::card_slot).holds;
    if (card != no_part && pin == context.part(card).amount % 10000) {
        return logged_in(terminal, context);
    }
    ++terminal.wrong_pins;
    context.observe(Message::terminal_pin_wrong);
    if (terminal.wrong_pins < terminal_pin_tries) return;
    terminal.wrong_pins = 0;
    terminal.pin_after = context.now + pin_wait;
    context.observe(Message::terminal_pin_locked, pin_wait);
}

void set_test_mode(Terminal& terminal, Context& context, bool test) {
    terminal.test = test;
    terminal.result = TerminalResult::none;
    if (test) {
        context.observe(Message::terminal_test_mode);
    } else {
        terminal.left_over = 0;  // test records go with the test
        context.observe(Message::terminal_live_mode, terminal.identified);
    }
    enter(terminal, context, TerminalState::ready);
}

void start_dummy(Terminal& terminal, Context& context, std::uint8_t test) {
    terminal.reading = test;
    enter(terminal, context, TerminalState::match);
    wait_for(terminal, context, dummy_time, timer_dummy);
}

void open_polls(Terminal& terminal, Context& context) {
    terminal.opened = true;
    context.observe(Message::terminal_opened, terminal.counter());
    next_voter(terminal, context);
}

void close_polls(Terminal& terminal, Context& context) {
    terminal.finished = true;
    context.observe(Message::terminal_closed, terminal.counter());
    enter(terminal, context, TerminalState::closed);
}

void dismiss(Terminal& terminal, Context& context) {
    context.observe(Message::terminal_dismissed);
    if (terminal.state == TerminalState::blocked &&
        terminal.resume == TerminalState::print_summary) {
        return enter(terminal, context, TerminalState::closed);
    }
    next_voter(terminal, context);
}

void again_with_fingers(Terminal& terminal, Context& context) {
    terminal.tries = 0;
    terminal.fingers = 0;
    terminal.result = TerminalResult::none;
    enter(terminal, context, TerminalState::capture_finger);
}

void accept_photo(Terminal& terminal, Context& context) {
    terminal.result = TerminalResult::photo_accepted;
    ++terminal.changes;
    context.observe(Message::terminal_photo_accepted);
}

TerminalScreen decision_screen(const Terminal& terminal) {
    switch (terminal.result) {
        case TerminalResult::unreadable:
            return TerminalScreen::unreadable;
        case TerminalResult::not_in_list:
            return TerminalScreen::not_in_list;
        case TerminalResult::already_identified:
            return TerminalScreen::already_identified;
        case TerminalResult::finger_not_matched:
        case TerminalResult::face_not_matched:
            return TerminalScreen::not_matched;
        default:
            return TerminalScreen::confirm;
    }
}

TerminalScreen blocked_screen(const Terminal& terminal, const Context& context) {
    if (terminal.resume == TerminalState::print_ballot) return TerminalScreen::no_sheets;
    if (terminal.printer_lost) return TerminalScreen::no_printer;
    return printer_state(terminal.printer, context) == PrinterState::lid_open
               ? TerminalScreen::lid_open
               : TerminalScreen::no_paper;
}

}  // namespace

Refusal terminal_touch_check(const Terminal& terminal, const Context& context, int target,
                             bool has_value, std::int64_t) {
    if (!terminal_running(terminal)) return {Message::refused_no_power, {context.device}};
    const TerminalState state = terminal.state;
    const bool ready = state == TerminalState::ready;
    switch (static_cast<Target>(target)) {
        case Target::pin:
            return pin_check(terminal, context, has_value);
        case Target::retest:
            return only(state == TerminalState::fault);
        case Target::test_mode:
            return only(ready && !terminal.test, ready && terminal.test);
        case Target::live_mode:
            return only(ready && terminal.test, !terminal.test);
        case Target::dummy_match:
        case Target::dummy_no_match:
        case Target::dummy_already:
            return only(ready && terminal.test);
        case Target::print_test_receipt:
            return ready && terminal.test ? printer_check(terminal, context) : not_on_screen();
        case Target::open_polls:
            if (ready && terminal.test) return {Message::refused_test_mode, {context.device}};
            return only(ready, terminal.opened);
        case Target::close_polls:
            return only(state == TerminalState::open, terminal.finished);
        case Target::enter_number:
            return only(!terminal.searched && (shows(terminal, TerminalResult::unreadable) ||
                                               shows(terminal, TerminalResult::not_in_list)),
                        terminal.searched);
        case Target::face:
            if (terminal_tries_used(terminal, context)) return not_on_screen();
            return only(state == TerminalState::capture_finger ||
                            shows(terminal, TerminalResult::finger_not_matched) ||
                            shows(terminal, TerminalResult::face_not_matched),
                        state == TerminalState::capture_face);
        case Target::finger:
            if (terminal_tries_used(terminal, context)) return not_on_screen();
            return only(shows(terminal, TerminalResult::finger_not_matched) ||
                            shows(terminal, TerminalResult::face_not_matched) ||
                            state == TerminalState::capture_face,
                        state == TerminalState::capture_finger);
        case Target::photo_check:
            return only(shows(terminal, TerminalResult::face_not_matched) ||
                        terminal_tries_used(terminal, context));
        case Target::confirm:
            return only(matched(terminal));
        case Target::dismiss:
            return only(can_dismiss(terminal));
        case Target::reprint_receipt:
            return owed_check(terminal, context, terminal.receipts_owed());
        case Target::print_ballot:
            return owed_check(terminal, context, terminal.ballots_owed);
        case Target::print_summary:
            return state == TerminalState::closed ? printer_check(terminal, context)
                                                  : not_on_screen();
        case Target::exporting:
            return only(state == TerminalState::closed && !terminal.exported, terminal.exported);
        case Target::shut_down:
            return only(can_shut_down(terminal));
    }
    return not_on_screen();
}

void terminal_touch(Terminal& terminal, Context& context, int target, std::int64_t value) {
    terminal.last_used = context.now;
    switch (static_cast<Target>(target)) {
        case Target::pin:
            return enter_pin(terminal, context, value);
        case Target::retest:
            return start_self_test(terminal, context);
        case Target::test_mode:
            return set_test_mode(terminal, context, true);
        case Target::live_mode:
            return set_test_mode(terminal, context, false);
        case Target::dummy_match:
            return start_dummy(terminal, context, terminal_test::match);
        case Target::dummy_no_match:
            return start_dummy(terminal, context, terminal_test::no_match);
        case Target::dummy_already:
            return start_dummy(terminal, context, terminal_test::already);
        case Target::print_test_receipt:
            return start_test_receipt(terminal, context);
        case Target::open_polls:
            return open_polls(terminal, context);
        case Target::close_polls:
            return close_polls(terminal, context);
        case Target::enter_number:
            terminal.document.readability = 1000;
            terminal.document.entry = terminal.document.listed;
            terminal.searched = true;
            return start_lookup(terminal, context, number_time);
        case Target::face:
            return enter(terminal, context, TerminalState::capture_face);
        case Target::finger:
            return again_with_fingers(terminal, context);
        case Target::photo_check:
            return accept_photo(terminal, context);
        case Target::confirm:
            return identify(terminal, context);
        case Target::dismiss:
            return dismiss(terminal, context);
        case Target::reprint_receipt:
            return start_receipt(terminal, context);
        case Target::print_ballot:
            return start_ballot(terminal, context);
        case Target::print_summary:
            return start_summary(terminal, context);
        case Target::exporting:
            enter(terminal, context, TerminalState::exporting);
            return wait_for(terminal, context, export_time, timer_export);
        case Target::shut_down:
            enter(terminal, context, TerminalState::shutdown);
            return wait_for(terminal, context, stop_time, timer_stopped);
    }
}

TerminalScreen terminal_screen(const Terminal& terminal, const Context& context) {
    switch (terminal.state) {
        case TerminalState::off:
            return TerminalScreen::dark;
        case TerminalState::boot:
            return TerminalScreen::starting;
        case TerminalState::self_test:
            return TerminalScreen::self_test;
        case TerminalState::fault:
            return TerminalScreen::fault;
        case TerminalState::operator_login:
            return TerminalScreen::login;
        case TerminalState::ready:
            return terminal.test ? TerminalScreen::test_menu : TerminalScreen::menu;
        case TerminalState::open:
            return TerminalScreen::next_voter;
        case TerminalState::lookup:
            return TerminalScreen::reading;
        case TerminalState::capture_finger:
            return TerminalScreen::finger;
        case TerminalState::match:
        case TerminalState::match_face:
            return TerminalScreen::comparing;
        case TerminalState::capture_face:
            return TerminalScreen::face;
        case TerminalState::decision:
            return decision_screen(terminal);
        case TerminalState::print_receipt:
            return TerminalScreen::printing_receipt;
        case TerminalState::print_ballot:
            return TerminalScreen::printing_ballot;
        case TerminalState::blocked:
            return blocked_screen(terminal, context);
        case TerminalState::hand_over:
            return TerminalScreen::hand_over;
        case TerminalState::closed:
            return TerminalScreen::closed;
        case TerminalState::print_summary:
            return TerminalScreen::printing_summary;
        case TerminalState::exporting:
            return TerminalScreen::exporting;
        case TerminalState::shutdown:
            return TerminalScreen::shutting_down;
        case TerminalState::locked:
            return TerminalScreen::locked;
    }
    return TerminalScreen::dark;
}

}  // namespace sim
