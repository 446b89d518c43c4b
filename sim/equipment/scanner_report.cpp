#include <fmt/format.h>

#include "sim/equipment/scanner.h"
#include "sim/equipment/scanner_detail.h"

namespace sim::scanner_detail {

Refusal print_check(const Scanner& scanner, const Context& context) {
    switch (printer_state(scanner.printer, context)) {
        case PrinterState::ready:
            return {};
        case PrinterState::printing:
            return {Message::refused_not_now, {scanner.printer.job}};
        case PrinterState::no_paper:
            return {Message::refused_empty, {context.id(Role::roll_holder)}};
        case PrinterState::lid_open:
            return {Message::refused_door_open, {context.id(Role::printer_lid)}};
        case PrinterState::error:
            return {Message::refused_not_now, {context.id(Role::paper_mouth)}};
    }
    return {};
}

PartId report_part(const Context& context, std::string_view name) {
    const int number = context.spec().number;
    return number == 0 ? context.layout.find(name)
                       : context.layout.find(fmt::format("{}_{}", name, number + 1));
}

void print_report(Scanner& scanner, Context& context, std::string_view name, std::int32_t length) {
    const PartId paper = report_part(context, name);
    if (paper != no_part) start_report(scanner, context, paper, length);
}

void start_report(Scanner& scanner, Context& context, PartId paper, std::int32_t length) {
    const Time takes = printer_start(scanner.printer, context, paper, length);
    scanner.pending = paper;
    scanner.pending_length = length;
    ++scanner.print_token;
    context.schedule(takes, timer_printed, scanner.print_token);
}

void report_printed(Scanner& scanner, Context& context) {
    const PartId paper = scanner.printer.job;
    const PrintResult result = printer_finish(scanner.printer, context);
    if (result == PrintResult::out_of_paper || result == PrintResult::lid_open ||
        result == PrintResult::failed) {
        const PartId strip = context.layout.find("partial_strip");
        if (strip != no_part) {
            PartState& state = context.edit(strip);
            state.flags =
                static_cast<std::uint8_t>((state.flags | part_flag::exists) & ~part_flag::voided);
        }
        return;
    }
    scanner.pending = no_part;
    scanner.strip_blank = result == PrintResult::blank;
    if (result == PrintResult::printed &&
        context.part_spec(paper).name.starts_with("zero_report")) {
        scanner.times.zero_report = context.now;
    }
}

}  // namespace sim::scanner_detail
