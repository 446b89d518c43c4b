#include "engine/core/translate.h"
#include "sim/station/glue.h"
#include "sim/station/reach.h"
#include "sim/station/verb.h"

namespace sim {

namespace {

using engine::second;

// -- care

void wipe_effect(World& world, const Command& command) {
    const PartSpec& spec = world.layout()[command.object];
    PartState& state = world.edit(command.object);
    state.dirt = 0;
    state.flags = static_cast<std::uint8_t>(state.flags | part_flag::counted);
    observe(world, Message::wiped, command, command.object);
    switch (spec.role) {
        case Role::glass:
            restore_parameter(world, spec.device, Parameter::glass_dirt);
            break;
        case Role::rollers:
            restore_parameter(world, spec.device, Parameter::entry_grip);
            break;
        case Role::finger_sensor:
            restore_parameter(world, spec.device, Parameter::finger_sensor_dirt);
            break;
        default:
            break;
    }
    part_changed(world, command.object);
}

Refusal test_check(const World& world, const Command& command) {
    if ((world.part(command.object).flags & part_flag::counted) != 0) {
        return already(command.object);
    }
    return reach(world, command.object);
}

void test_effect(World& world, const Command& command) {
    PartState& state = world.edit(command.object);
    state.flags = static_cast<std::uint8_t>(state.flags | part_flag::counted);
    observe(world, Message::tested, command, command.object);
}

Refusal show_box_check(const World& world, const Command& command) {
    if (world.part(command.object).witnessed != 0) return already(command.object);
    return reach(world, command.object);
}

void show_box_effect(World& world, const Command& command) {
    world.edit(command.object).witnessed = 1;
    observe(world, Message::shown, command, command.object);
}

/// Sheets that lie flat and leave the way free need no levelling.
Refusal level_check(const World& world, const Command& command) {
    const DeviceId device = world.layout()[command.object].device;
    if (device == no_device) return {Message::refused_kind, {command.object}};
    const Context about = looking(world, device);
    const auto usual = [&about](Parameter parameter) {
        return about.value(parameter) == about.spec().base[static_cast<std::size_t>(parameter)];
    };
    if (usual(Parameter::outfeed_clearance) && usual(Parameter::box_capacity)) {
        return already(command.object);
    }
    return reach(world, command.object);
}

void level_effect(World& world, const Command& command) {
    const PartSpec& spec = world.layout()[command.object];
    restore_parameter(world, spec.device, Parameter::outfeed_clearance);
    restore_parameter(world, spec.device, Parameter::box_capacity);
    observe(world, Message::levelled, command, command.object);
}

// -- screens

Refusal with_part(Refusal refusal, PartId part) {
    const bool names_part = refusal.reason == Message::refused_not_on_screen ||
                            refusal.reason == Message::refused_already_done ||
                            refusal.reason == Message::refused_value_needed;
    if (names_part) refusal.arguments[0] = part;
    return refusal;
}

Refusal touch_check(const World& world, const Command& command) {
    const PartSpec& spec = world.layout()[command.object];
    const DeviceSpec& device = world.layout().device(spec.device);
    const auto number = static_cast<std::size_t>(device.number);
    const Context about = looking(world, spec.device);
    switch (device.device_class) {
        case DeviceClass::scanner:
            return with_part(scanner_touch_check(world.scanners[number], about, spec.index,
                                                 command.has_value, command.value),
                             command.object);
        case DeviceClass::terminal:
            return with_part(terminal_touch_check(world.terminals[number], about, spec.index,
                                                  command.has_value, command.value),
                             command.object);
        case DeviceClass::transmitter:
            return with_part(transmitter_touch_check(world.transmitters[number], about, spec.index,
                                                     command.has_value, command.value),
                             command.object);
        default:
            return {Message::refused_kind, {command.object}};
    }
}

void touch_effect(World& world, const Command& command) {
    const PartSpec& spec = world.layout()[command.object];
    const DeviceSpec& device = world.layout().device(spec.device);
    const auto number = static_cast<std::size_t>(device.number);
    Context about = context(world, spec.device);
    observe(world, Message::touched, command, command.object);
    // Whoever confirms date and time has set them right.
    if (spec.name == device.name + ".screen.clock_correct") {
        restore_parameter(world, spec.device, Parameter::scanner_clock_offset);
    }
    switch (device.device_class) {
        case DeviceClass::scanner:
            return scanner_touch(world.scanners[number], about, spec.index, command.value);
        case DeviceClass::terminal:
            return terminal_touch(world.terminals[number], about, spec.index, command.value);
        case DeviceClass::transmitter:
            return transmitter_touch(world.transmitters[number], about, spec.index, command.value);
        default:
            return;
    }
}

constexpr Verb table[] = {
    verb_row("wipe", Kinds{PartKind::surface, PartKind::reader}, 30 * second,
             N_("Wipe with the lint-free cloth"), reach_check, wipe_effect),
    verb_row("test",
             Kinds{PartKind::unit, PartKind::battery, PartKind::indicator, PartKind::speaker},
             20 * second, N_("Try whether something works"), test_check, test_effect),
    verb_row("show", Kinds{PartKind::compartment, PartKind::unit}, 8 * second,
             N_("Show all present that it is empty"), show_box_check, show_box_effect),
    verb_row("swap", Kinds{PartKind::unit}, 8 * engine::minute,
             N_("Put the spare unit in the place of a device that is switched off"), swap_check,
             swap_effect),
    verb_row("level", Kinds{PartKind::compartment}, 20 * second, N_("Lay the sheets in a box flat"),
             level_check, level_effect),
    {"touch",
     Kinds{PartKind::target},
     {},
     Use::none,
     Use::optional,
     Use::none,
     2 * second,
     false,
     N_("Touch something on a screen; a number follows where one is asked for"),
     touch_check,
     touch_effect},
};

}  // namespace

std::span<const Verb> hand_verbs() {
    return table;
}

}  // namespace sim
