// From the document to the decision.

#include <algorithm>

#include "sim/equipment/terminal_detail.h"

namespace sim {

using namespace terminal_detail;

namespace {

void decide(Terminal& terminal, Context& context, TerminalResult result, Message message,
            std::int64_t number = 0) {
    terminal.result = result;
    enter(terminal, context, TerminalState::decision);
    context.observe(message, number);
}

void finish_lookup(Terminal& terminal, Context& context) {
    if (context.value(Parameter::terminal_software) == 0) return break_down(terminal, context);
    if (terminal.document.readability < readable_from) {
        decide(terminal, context, TerminalResult::unreadable, Message::terminal_unreadable);
    } else if (terminal.document.entry < 0 || terminal.document.entry >= terminal.register_size) {
        decide(terminal, context, TerminalResult::not_in_list, Message::terminal_not_in_list);
    } else if (terminal_knows(terminal, terminal.document.entry) || terminal.document.marked) {
        decide(terminal, context, TerminalResult::already_identified, Message::terminal_already);
    } else if (terminal.document.no_template) {
        decide(terminal, context, TerminalResult::finger_not_matched,
               Message::terminal_no_template);
    } else {
        enter(terminal, context, TerminalState::capture_finger);
    }
}

void finish_finger(Terminal& terminal, Context& context) {
    if (terminal.reading >= context.value(Parameter::finger_threshold)) {
        return decide(terminal, context, TerminalResult::finger_matched, Message::terminal_matched);
    }
    if (terminal.tries >= context.value(Parameter::finger_tries)) {
        decide(terminal, context, TerminalResult::finger_not_matched,
               Message::terminal_no_finger_match);
        if (terminal_tries_used(terminal, context)) context.observe(Message::terminal_tries_used);
        return;
    }
    context.observe(Message::terminal_finger_failed, terminal.tries);
    enter(terminal, context, TerminalState::capture_finger);
}

void finish_face(Terminal& terminal, Context& context) {
    if (terminal.reading >= context.value(Parameter::face_threshold)) {
        return decide(terminal, context, TerminalResult::face_matched, Message::terminal_matched);
    }
    decide(terminal, context, TerminalResult::face_not_matched, Message::terminal_face_failed);
}

void finish_dummy(Terminal& terminal, Context& context) {
    terminal.tests |= static_cast<std::uint8_t>(terminal.reading);
    terminal.result = terminal.reading == terminal_test::match ? TerminalResult::finger_matched
                      : terminal.reading == terminal_test::no_match
                          ? TerminalResult::finger_not_matched
                          : TerminalResult::already_identified;
    context.observe(Message::terminal_test_done);
    enter(terminal, context, TerminalState::ready);
}

std::size_t word(int entry) {
    return static_cast<std::size_t>(entry) / 64;
}
std::uint64_t bit(int entry) {
    return std::uint64_t{1} << (static_cast<unsigned>(entry) % 64U);
}

void know(Terminal& terminal, int entry) {
    if (entry >= 0 && word(entry) < terminal.known.size()) {
        terminal.known[word(entry)] |= bit(entry);
    }
}

}  // namespace

namespace terminal_detail {

void start_lookup(Terminal& terminal, Context& context, Time takes) {
    terminal.has_document = true;
    enter(terminal, context, TerminalState::lookup);
    wait_for(terminal, context, takes, timer_lookup);
}

void identification_timer(Terminal& terminal, Context& context, const Event& event) {
    switch (event.value) {
        case timer_lookup:
            return finish_lookup(terminal, context);
        case timer_finger:
            return finish_finger(terminal, context);
        case timer_face:
            return finish_face(terminal, context);
        case timer_dummy:
            return finish_dummy(terminal, context);
        default:
            break;
    }
}

void identify(Terminal& terminal, Context& context) {
    know(terminal, terminal.document.entry);
    terminal.log.push_back(terminal.document.entry);
    terminal.log_times.push_back(context.now);
    ++terminal.identified;
    if (terminal_prints_ballots(context)) ++terminal.ballots_owed;
    if (terminal_backup_missing(context)) ++terminal.unsaved;
    context.observe(Message::terminal_identified, terminal.counter());
    start_receipt(terminal, context);
}

}  // namespace terminal_detail

bool terminal_knows(const Terminal& terminal, int entry) {
    return entry >= 0 && word(entry) < terminal.known.size() &&
           (terminal.known[word(entry)] & bit(entry)) != 0;
}

void terminal_hear(Terminal& terminal, const Context& context, const Terminal& peer) {
    const Time delay = context.value(Parameter::peer_delay);
    for (std::size_t i = 0; i < peer.log.size() && peer.log_times[i] + delay <= context.now; ++i) {
        know(terminal, peer.log[i]);
    }
}

void terminal_sync(Terminal& terminal, const Context& context, const Terminal& peer) {
    const Time delay = context.value(Parameter::peer_delay);
    while (terminal.peer_read < peer.log.size() &&
           peer.log_times[terminal.peer_read] + delay <= context.now) {
        know(terminal, peer.log[terminal.peer_read]);
        ++terminal.peer_read;
    }
}

Refusal terminal_document_check(const Terminal& terminal, const Context& context) {
    if (!terminal_running(terminal)) return {Message::refused_no_power, {context.device}};
    if (terminal.state == TerminalState::ready && terminal.test) {
        return {Message::refused_test_mode, {context.device}};
    }
    if (terminal.state != TerminalState::open) {
        return {Message::refused_no_document, {context.device}, terminal.has_document};
    }
    return {};
}

Refusal terminal_finger_check(const Terminal& terminal, const Context& context) {
    if (!terminal_running(terminal)) return {Message::refused_no_power, {context.device}};
    if (terminal.state == TerminalState::capture_finger) return {};
    return {Message::refused_no_finger, {context.device}};
}

Refusal terminal_face_check(const Terminal& terminal, const Context& context) {
    if (!terminal_running(terminal)) return {Message::refused_no_power, {context.device}};
    if (terminal.state == TerminalState::capture_face) return {};
    return {Message::refused_no_face, {context.device}};
}

void terminal_scan_document(Terminal& terminal, Context& context, const Presented& document) {
    terminal.document = document;
    const std::int64_t best = context.value(Parameter::document_quality);
    terminal.document.readability =
        static_cast<std::int16_t>(std::min<std::int64_t>(document.readability, best));
    start_lookup(terminal, context, context.value(Parameter::document_read_time));
}

void terminal_scan_finger(Terminal& terminal, Context& context, int finger, int quality) {
    const std::int64_t best = context.value(Parameter::finger_quality);
    const std::int64_t dirt = context.value(Parameter::finger_sensor_dirt);
    terminal.reading = static_cast<std::int16_t>(
        std::max<std::int64_t>(std::min<std::int64_t>(quality, best) - dirt, 0));
    if (terminal.document.no_template) terminal.reading = 0;
    ++terminal.tries;
    terminal.fingers |= static_cast<std::uint8_t>(1U << (static_cast<unsigned>(finger) % 8U));
    enter(terminal, context, TerminalState::match);
    wait_for(terminal, context, context.value(Parameter::finger_time), timer_finger);
}

void terminal_scan_face(Terminal& terminal, Context& context, int likeness) {
    terminal.reading = static_cast<std::int16_t>(likeness);
    enter(terminal, context, TerminalState::match_face);
    wait_for(terminal, context, context.value(Parameter::face_time), timer_face);
}

void terminal_voter_left(Terminal& terminal, Context& context) {
    switch (terminal.state) {
        case TerminalState::lookup:
        case TerminalState::capture_finger:
        case TerminalState::match:
        case TerminalState::capture_face:
        case TerminalState::match_face:
        case TerminalState::decision:
            return next_voter(terminal, context);
        default:
            break;
    }
}

}  // namespace sim
