// Receipts, ballots on blank sheets, the summary.

#include <algorithm>
#include <string>

#include "sim/equipment/terminal_detail.h"

namespace sim {

using namespace terminal_detail;

namespace {

PartId named_part(const Context& context, std::string_view id) {
    return context.layout.find(context.spec().name + "." + std::string(id));
}

/// Stops before or during printing; `resume` is done again when the cause is put right.
void block(Terminal& terminal, Context& context, TerminalState resume, PrintResult stopped) {
    terminal.resume = resume;
    terminal.stopped = stopped;
    enter(terminal, context, TerminalState::blocked);
    context.observe(Message::terminal_blocked);
}

bool printer_blocks(Terminal& terminal, Context& context, TerminalState resume) {
    if (terminal.printer_lost) {
        block(terminal, context, resume, PrintResult::printed);
        context.observe(Message::terminal_printer_lost);
        return true;
    }
    switch (printer_state(terminal.printer, context)) {
        case PrinterState::no_paper:
            block(terminal, context, resume, PrintResult::out_of_paper);
            return true;
        case PrinterState::lid_open:
            block(terminal, context, resume, PrintResult::lid_open);
            return true;
        default:
            return false;
    }
}

std::int32_t blank_sheets(const Context& context) {
    return static_cast<std::int32_t>(std::min<std::int64_t>(context.part(Role::ballot_tray).amount,
                                                            context.value(Parameter::tray_left)));
}

/// Sheets that never came into the tray are still in the pack.
void find_missing(Context& context) {
    const PartId tray = context.id(Role::ballot_tray);
    const PartId pack = context.layout.find("blank_sheets");
    const std::int32_t missing = context.part(Role::ballot_tray).amount - blank_sheets(context);
    if (tray == no_part || pack == no_part || missing <= 0) return;
    context.edit(tray).amount -= missing;
    context.edit(pack).amount += missing;
}

void take_blank(Context& context, std::int32_t sheets) {
    const PartId tray = context.id(Role::ballot_tray);
    if (tray != no_part) context.edit(tray).amount -= sheets;
}

void show_mouth(const Terminal& terminal, Context& context) {
    const PartId mouth = context.id(Role::ballot_mouth);
    if (mouth == no_part) return;
    PartState& state = context.edit(mouth);
    state.amount = static_cast<std::int32_t>(terminal.mouth.size());
}

void finish_receipt(Terminal& terminal, Context& context) {
    const PrintResult result = printer_finish(terminal.printer, context);
    if (result != PrintResult::printed) {
        if (result == PrintResult::blank) context.observe(Message::terminal_receipt_blank);
        return block(terminal, context, TerminalState::print_receipt, result);
    }
    ++terminal.receipts;
    ++terminal.receipts_out;
    context.observe(Message::terminal_receipt, terminal.receipts);
    if (terminal.ballots_owed > 0) return start_ballot(terminal, context);
    next_voter(terminal, context);
}

void finish_test_receipt(Terminal& terminal, Context& context) {
    const PrintResult result = printer_finish(terminal.printer, context);
    if (result == PrintResult::printed) {
        terminal.tests |= terminal_test::receipt;
        context.observe(Message::terminal_test_done);
    }
    enter(terminal, context, TerminalState::ready);
}

void finish_ballot(Terminal& terminal, Context& context) {
    Sheet sheet;
    sheet.station = static_cast<std::uint16_t>(std::clamp<std::int64_t>(
        terminal.station + context.value(Parameter::ballot_style), 0, 65535));
    sheet.contrast = static_cast<std::int16_t>(context.value(Parameter::print_contrast));
    const auto draws = context.stream(Purpose::cling, static_cast<std::uint32_t>(context.device));
    const bool clings = blank_sheets(context) > 1 &&
                        engine::chance(draws, static_cast<std::uint64_t>(terminal.ballots),
                                       context.value(Parameter::sheet_cling), 1000);
    if (clings) {
        Sheet blank;
        blank.blank_paper = 1;
        sheet.stuck = static_cast<BallotId>(context.sheets.size());
        context.sheets.push_back(blank);
        take_blank(context, 1);
        ++terminal.clung;
    }
    take_blank(context, 1);
    terminal.mouth.push_back(static_cast<BallotId>(context.sheets.size()));
    context.sheets.push_back(sheet);
    show_mouth(terminal, context);
    ++terminal.ballots;
    --terminal.ballots_owed;
    context.observe(Message::terminal_ballot_printed, terminal.ballots);
    next_voter(terminal, context);
}

void finish_summary(Terminal& terminal, Context& context) {
    const PrintResult result = printer_finish(terminal.printer, context);
    if (result == PrintResult::printed) {
        terminal.summary_printed = true;
        return enter(terminal, context, TerminalState::closed);
    }
    block(terminal, context, TerminalState::print_summary, result);
}

}  // namespace

namespace terminal_detail {

void start_receipt(Terminal& terminal, Context& context) {
    if (printer_blocks(terminal, context, TerminalState::print_receipt)) return;
    enter(terminal, context, TerminalState::print_receipt);
    const auto length = static_cast<std::int32_t>(context.value(Parameter::receipt_length));
    const Time takes = printer_start(terminal.printer, context, context.id(Role::paper_mouth),
                                     length, context.value(Parameter::receipt_print_time));
    wait_for(terminal, context, takes, timer_receipt);
}

void start_test_receipt(Terminal& terminal, Context& context) {
    const auto length = static_cast<std::int32_t>(context.value(Parameter::receipt_length));
    enter(terminal, context, TerminalState::print_receipt);
    const Time takes = printer_start(terminal.printer, context, named_part(context, "test_receipt"),
                                     length, context.value(Parameter::receipt_print_time));
    wait_for(terminal, context, takes, timer_test_receipt);
}

void start_ballot(Terminal& terminal, Context& context) {
    find_missing(context);
    if (blank_sheets(context) <= 0) {
        context.observe(Message::terminal_no_sheets);
        return block(terminal, context, TerminalState::print_ballot, PrintResult::printed);
    }
    enter(terminal, context, TerminalState::print_ballot);
    wait_for(terminal, context, context.value(Parameter::ballot_print_time), timer_ballot);
}

void start_summary(Terminal& terminal, Context& context) {
    if (printer_blocks(terminal, context, TerminalState::print_summary)) return;
    enter(terminal, context, TerminalState::print_summary);
    const Time takes = printer_start(terminal.printer, context, named_part(context, "summary"),
                                     summary_length, summary_time);
    wait_for(terminal, context, takes, timer_summary);
}

void printing_timer(Terminal& terminal, Context& context, const Event& event) {
    switch (event.value) {
        case timer_receipt:
            return finish_receipt(terminal, context);
        case timer_test_receipt:
            return finish_test_receipt(terminal, context);
        case timer_ballot:
            return finish_ballot(terminal, context);
        default:
            return finish_summary(terminal, context);
    }
}

void unblock(Terminal& terminal, Context& context) {
    if (terminal.resume == TerminalState::print_ballot) {
        if (blank_sheets(context) > 0) start_ballot(terminal, context);
        return;
    }
    if (terminal.printer_lost) return;
    if (printer_state(terminal.printer, context) != PrinterState::ready) return;
    if (terminal.resume == TerminalState::print_receipt) return start_receipt(terminal, context);
    start_summary(terminal, context);
}

}  // namespace terminal_detail

void terminal_receipt_taken(Terminal& terminal, Context& context) {
    if (terminal.receipts_out == 0) return;
    --terminal.receipts_out;
    const PartId mouth = context.id(Role::paper_mouth);
    if (terminal.receipts_out == 0 && mouth != no_part) {
        PartState& state = context.edit(mouth);
        state.flags = static_cast<std::uint8_t>(state.flags & ~part_flag::exists);
    }
    ++terminal.changes;
    if (terminal.receipts_out == 0 && terminal.state == TerminalState::hand_over) {
        next_voter(terminal, context);
    }
}

BallotId terminal_take_ballot(Terminal& terminal, Context& context) {
    if (terminal.mouth.empty()) return no_ballot;
    const BallotId sheet = terminal.mouth.front();
    terminal.mouth.erase(terminal.mouth.begin());
    show_mouth(terminal, context);
    return sheet;
}

void terminal_owe_ballot(Terminal& terminal, Context& context) {
    if (!terminal_prints_ballots(context)) return;
    ++terminal.ballots_owed;
    ++terminal.changes;
}

bool terminal_prints_ballots(const Context& context) {
    return context.id(Role::ballot_tray) != no_part;
}

}  // namespace sim
