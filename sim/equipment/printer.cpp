#include "sim/equipment/printer.h"

#include <algorithm>
#include <array>

namespace sim {

namespace {

/// The class's own name for the length left on the roll.
Parameter roll_parameter(const Context& context) {
    return context.spec().device_class == DeviceClass::terminal ? Parameter::terminal_roll_left
                                                                : Parameter::roll_left;
}

std::int32_t paper_left(const Context& context) {
    const PartId roll = context.part(Role::roll_holder).holds;
    if (roll == no_part) return 0;
    return static_cast<std::int32_t>(
        std::min<std::int64_t>(context.part(roll).amount, context.value(roll_parameter(context))));
}

bool lid_open(const Context& context) {
    return context.id(Role::printer_lid) != no_part && context.part(Role::printer_lid).open != 0;
}

bool coated_side_away(const Context& context) {
    const PartId roll = context.part(Role::roll_holder).holds;
    const bool turned = roll != no_part && context.part(roll).reversed != 0;
    const bool by_cause = context.spec().device_class == DeviceClass::scanner &&
                          context.value(Parameter::roll_side) != 0;
    return turned != by_cause;
}

/// A receipt printer's head that no longer heats leaves the paper as it was.
bool head_cold(const Context& context) {
    constexpr std::int64_t prints_from = 300;  // permille
    return context.spec().device_class == DeviceClass::terminal &&
           context.value(Parameter::terminal_print_head) < prints_from;
}

/// Below this the head reports an error instead of printing (estimate).
constexpr std::int64_t head_fails_below = 300;

bool head_fails(const Context& context) {
    return context.spec().device_class == DeviceClass::scanner &&
           context.value(Parameter::print_head) < head_fails_below;
}

}  // namespace

std::span<const std::string_view> printer_state_names() {
    static constexpr std::array<std::string_view, 5> names = {"ready", "printing", "no_paper",
                                                              "lid_open", "error"};
    return names;
}

PrinterState printer_state(const Printer& printer, const Context& context) {
    if (lid_open(context)) return PrinterState::lid_open;
    if (paper_left(context) <= 0) return PrinterState::no_paper;
    if (head_fails(context)) return PrinterState::error;
    return printer.job == no_part ? PrinterState::ready : PrinterState::printing;
}

Time printer_start(Printer& printer, Context& context, PartId paper, std::int32_t length,
                   Time fixed_time) {
    printer.job = paper;
    printer.length = length;
    context.observe(Message::printer_printing, paper);
    if (fixed_time > 0) return fixed_time;
    const std::int64_t speed = std::max<std::int64_t>(context.value(Parameter::print_speed), 1);
    return Time{length} * 1000 * engine::second / speed;
}

PrintResult printer_finish(Printer& printer, Context& context) {
    const PartId paper = printer.job;
    printer.job = no_part;
    if (lid_open(context)) {
        context.observe(Message::printer_lid_open, paper);
        return PrintResult::lid_open;
    }
    if (head_fails(context)) {
        context.observe(Message::printer_error, paper);
        return PrintResult::failed;
    }
    const std::int32_t before = paper_left(context);
    const PartId roll = context.part(Role::roll_holder).holds;
    if (roll != no_part) {
        PartState& state = context.edit(roll);
        state.amount = std::max(std::min(before, state.amount) - printer.length, 0);
    }
    if (before < printer.length) {
        context.observe(Message::printer_out_of_paper, paper);
        return PrintResult::out_of_paper;
    }
    const std::int32_t mark =
        context.spec().device_class == DeviceClass::scanner
            ? static_cast<std::int32_t>(context.value(Parameter::end_mark_length))
            : 1500;
    if (before >= mark && before - printer.length < mark)
        context.observe(Message::printer_end_mark);
    if (coated_side_away(context) || head_cold(context)) {
        context.observe(Message::printer_blank, paper);
        return PrintResult::blank;
    }
    PartState& state = context.edit(paper);
    state.flags = static_cast<std::uint8_t>((state.flags | part_flag::exists) & ~part_flag::voided);
    ++state.amount;
    context.observe(Message::printer_printed, paper);
    return PrintResult::printed;
}

}  // namespace sim
