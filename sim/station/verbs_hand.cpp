#include "engine/core/translate.h"
#include "sim/station/glue.h"
#include "sim/station/reach.h"
#include "sim/station/verb.h"

namespace sim {

namespace {

using engine::second;

// -- doors, switches, latches

Refusal open_check(const World& world, const Command& command) {
    const PartState& state = world.part(command.object);
    if (state.open != 0) return {Message::refused_already_open, {command.object}, true};
    if (const Refusal far = reach(world, command.object)) return far;
    const PartId point = world.layout()[command.object].guarded_by;
    if (point != no_part && world.part(point).holds != no_part) {
        return {Message::refused_sealed, {command.object}};
    }
    return {};
}

Refusal close_check(const World& world, const Command& command) {
    if (world.part(command.object).open == 0) {
        return {Message::refused_already_closed, {command.object}, true};
    }
    return {};
}

void set_open(World& world, const Command& command, bool open) {
    world.edit(command.object).open = open ? 1 : 0;
    observe(world, open ? Message::opened : Message::closed, command, command.object);
    part_changed(world, command.object);
}

void open_effect(World& world, const Command& command) {
    set_open(world, command, true);
}
void close_effect(World& world, const Command& command) {
    set_open(world, command, false);
}

Refusal press_check(const World& world, const Command& command) {
    return reach(world, command.object);
}

void press_effect(World& world, const Command& command) {
    const bool stays = world.layout()[command.object].kind == PartKind::toggle;
    if (stays) world.edit(command.object).open ^= 1U;
    observe(world, Message::pressed, command, command.object);
    part_changed(world, command.object);
}

Refusal switch_on_check(const World& world, const Command& command) {
    if (world.part(command.object).open != 0) return already(command.object);
    return reach(world, command.object);
}

Refusal switch_off_check(const World& world, const Command& command) {
    if (world.part(command.object).open == 0) return already(command.object);
    return reach(world, command.object);
}

Refusal fasten_check(const World& world, const Command& command) {
    if (world.part(command.object).open != 0) return already(command.object);
    return reach(world, command.object);
}

Refusal release_check(const World& world, const Command& command) {
    if (world.part(command.object).open == 0) return already(command.object);
    return reach(world, command.object);
}

void fasten_effect(World& world, const Command& command) {
    world.edit(command.object).open = 1;
    observe(world, Message::fastened, command, command.object);
    part_changed(world, command.object);
}

void release_effect(World& world, const Command& command) {
    world.edit(command.object).open = 0;
    observe(world, Message::released, command, command.object);
    part_changed(world, command.object);
}

Refusal unpack_check(const World& world, const Command& command) {
    if (world.part(command.object).open != 0) return already(command.object);
    return reach(world, command.object);
}

void unpack_effect(World& world, const Command& command) {
    world.edit(command.object).open = 1;
    observe(world, Message::removed_packing, command, command.object);
}

// -- items and leads

bool accepts(const PartSpec& socket, const PartSpec& item) {
    if (socket.accepts.empty()) return true;
    for (const std::string& type : socket.accepts) {
        if (type == item.type) return true;
    }
    return false;
}

Refusal put_into_check(const World& world, const Command& command) {
    if (world.part(command.object).in == command.target) return already(command.object);
    if (const Refusal far = reach(world, command.object)) return far;
    if (const Refusal far = reach(world, command.target)) return far;
    const PartSpec& item = world.layout()[command.object];
    const PartSpec& socket = world.layout()[command.target];
    if (!accepts(socket, item)) {
        return {Message::refused_not_fitting, {command.object, command.target}};
    }
    if (world.part(command.target).holds != no_part) {
        return {Message::refused_occupied, {command.target}};
    }
    if (item.kind == PartKind::plug && world.part(command.object).in != no_part) {
        return {Message::refused_connected, {command.object}};
    }
    return {};
}

void take_out(World& world, PartId item) {
    const PartId from = world.part(item).in;
    if (from == no_part) return;
    world.edit(from).holds = no_part;
    world.edit(item).in = no_part;
    part_changed(world, from);
}

void put_into(World& world, PartId item, PartId socket) {
    take_out(world, item);
    world.edit(item).in = socket;
    world.edit(socket).holds = item;
    part_changed(world, socket);
    const PartSpec& spec = world.layout()[socket];
    if (spec.role == Role::roll_holder) {
        // Another roll: whatever was wrong with the old one went with it.
        for (const Parameter parameter :
             {Parameter::roll_left, Parameter::terminal_roll_left, Parameter::roll_side}) {
            restore_parameter(world, spec.device, parameter);
        }
    }
}

void insert_effect(World& world, const Command& command) {
    put_into(world, command.object, command.target);
    observe(world, Message::inserted, command, command.object, command.target);
}

void connect_effect(World& world, const Command& command) {
    put_into(world, command.object, command.target);
    observe(world, Message::connected, command, command.object, command.target);
    part_changed(world, command.object);
}

Refusal remove_check(const World& world, const Command& command) {
    if (world.part(command.object).in == no_part) {
        return {Message::refused_not_here, {command.object}, true};
    }
    return reach(world, command.object);
}

void remove_effect(World& world, const Command& command) {
    const PartId from = world.part(command.object).in;
    take_out(world, command.object);
    observe(world, Message::removed, command, command.object, from);
}

Refusal disconnect_check(const World& world, const Command& command) {
    if (world.part(command.object).in == no_part) {
        return {Message::refused_not_connected, {command.object}, true};
    }
    return reach(world, command.object);
}

void disconnect_effect(World& world, const Command& command) {
    const PartId from = world.part(command.object).in;
    take_out(world, command.object);
    observe(world, Message::disconnected, command, command.object, from);
    part_changed(world, command.object);
}

Refusal reverse_check(const World& world, const Command& command) {
    return reach(world, command.object);
}

void reverse_effect(World& world, const Command& command) {
    world.edit(command.object).reversed ^= 1U;
    observe(world, Message::turned_over, command, command.object);
    const PartId in = world.part(command.object).in;
    if (in != no_part) part_changed(world, in);
}

/// `reverse scanner.roll_holder`: the roll that is in it.
Refusal reverse_in_check(const World& world, const Command& command) {
    if (world.part(command.object).holds == no_part) {
        return {Message::refused_empty, {command.object}};
    }
    return reach(world, command.object);
}

void reverse_in_effect(World& world, const Command& command) {
    Command roll = command;
    roll.object = world.part(command.object).holds;
    reverse_effect(world, roll);
}

Refusal move_check(const World& world, const Command& command) {
    if (world.part(command.object).in == command.target) return already(command.object);
    return reach(world, command.object);
}

void move_effect(World& world, const Command& command) {
    world.edit(command.object).in = command.target;
    observe(world, Message::moved, command, command.object, command.target);
    part_changed(world, command.object);
}

Refusal tape_check(const World& world, const Command& command) {
    if ((world.part(command.object).flags & part_flag::taped) != 0) return already(command.object);
    return {};
}

void tape_effect(World& world, const Command& command) {
    PartState& state = world.edit(command.object);
    state.flags = static_cast<std::uint8_t>(state.flags | part_flag::taped);
    observe(world, Message::taped, command, command.object);
}

// -- seals

Refusal seal_record_check(const World& world, const Command& command) {
    if (world.part(command.object).recorded != 0) return already(command.object);
    return reach(world, command.object);
}

void seal_record_effect(World& world, const Command& command) {
    PartState& state = world.edit(command.object);
    state.recorded = 1;
    observe(world, Message::seal_recorded, command, state.amount);
    if (state.amount != world.layout()[command.object].amount) ++world.truth.seal_mismatches;
}

Refusal seal_witness_check(const World& world, const Command& command) {
    if (world.part(command.object).witnessed != 0) return already(command.object);
    return reach(world, command.object);
}

void seal_witness_effect(World& world, const Command& command) {
    world.edit(command.object).witnessed = 1;
    observe(world, Message::seal_witnessed, command, world.part(command.object).amount);
}

Refusal apply_check(const World& world, const Command& command) {
    const PartState& seal = world.part(command.object);
    if (seal.in == command.target) return already(command.object);
    if (seal.broken != 0 || seal.in != no_part) {
        return {Message::refused_seal_used, {seal.amount}};
    }
    if (world.part(command.target).holds != no_part) {
        return {Message::refused_occupied, {command.target}};
    }
    const PartId door = world.layout()[command.target].guards;
    if (door != no_part && world.part(door).open != 0) {
        return {Message::refused_door_open, {door}};
    }
    return reach(world, command.target);
}

void apply_effect(World& world, const Command& command) {
    PartState& seal = world.edit(command.object);
    seal.in = command.target;
    seal.recorded = 0;
    seal.witnessed = 0;
    observe(world, Message::seal_applied, command, seal.amount, command.target);
    world.edit(command.target).holds = command.object;
}

Refusal break_check(const World& world, const Command& command) {
    const PartState& seal = world.part(command.object);
    if (seal.broken != 0) return already(command.object);
    if (seal.in == no_part) return {Message::refused_not_here, {command.object}};
    return reach(world, command.object);
}

void break_effect(World& world, const Command& command) {
    PartState& seal = world.edit(command.object);
    const PartId point = seal.in;
    if (seal.recorded == 0) ++world.truth.seals_broken_unrecorded;
    if (seal.witnessed == 0) ++world.truth.seals_broken_alone;
    seal.broken = 1;
    seal.in = no_part;
    observe(world, Message::seal_broken, command, seal.amount, point);
    world.edit(point).holds = no_part;
}

/// `break scanner.seal_cover`: whatever seal is on that point.
Command on_point(const World& world, const Command& command) {
    Command seal = command;
    seal.object = world.part(command.object).holds;
    return seal;
}

Refusal break_point_check(const World& world, const Command& command) {
    const Command seal = on_point(world, command);
    if (seal.object == no_part) return {Message::refused_empty, {command.object}, true};
    return break_check(world, seal);
}

void break_point_effect(World& world, const Command& command) {
    break_effect(world, on_point(world, command));
}

Refusal record_point_check(const World& world, const Command& command) {
    const Command seal = on_point(world, command);
    if (seal.object == no_part) return {Message::refused_empty, {command.object}};
    return seal_record_check(world, seal);
}

void record_point_effect(World& world, const Command& command) {
    seal_record_effect(world, on_point(world, command));
}

Refusal witness_point_check(const World& world, const Command& command) {
    const Command seal = on_point(world, command);
    if (seal.object == no_part) return {Message::refused_empty, {command.object}};
    return seal_witness_check(world, seal);
}

void witness_point_effect(World& world, const Command& command) {
    seal_witness_effect(world, on_point(world, command));
}

/// `seal scanner.seal_cover`: with the next unused seal of the bag.
PartId next_seal(const World& world) {
    const Layout& layout = world.layout();
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        if (layout.parts[i].kind != PartKind::seal) continue;
        const PartState& state = world.part(static_cast<PartId>(i));
        if (state.in == no_part && state.broken == 0) return static_cast<PartId>(i);
    }
    return no_part;
}

Command with_next_seal(const World& world, const Command& command) {
    Command applied = command;
    applied.object = next_seal(world);
    applied.target = command.object;
    return applied;
}

Refusal seal_check(const World& world, const Command& command) {
    if (world.part(command.object).holds != no_part) return already(command.object);
    const Command applied = with_next_seal(world, command);
    if (applied.object == no_part) return {Message::refused_not_here, {command.object}};
    return apply_check(world, applied);
}

void seal_effect(World& world, const Command& command) {
    apply_effect(world, with_next_seal(world, command));
}

// -- care

Refusal wipe_check(const World& world, const Command& command) {
    return reach(world, command.object);
}

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

Refusal level_check(const World& world, const Command& command) {
    return reach(world, command.object);
}

void level_effect(World& world, const Command& command) {
    const PartSpec& spec = world.layout()[command.object];
    restore_parameter(world, spec.device, Parameter::outfeed_clearance);
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

constexpr Kinds doors{PartKind::door, PartKind::compartment};
constexpr Kinds switches{PartKind::button, PartKind::toggle};
constexpr Kinds items{PartKind::card,   PartKind::key,      PartKind::roll,
                      PartKind::medium, PartKind::sim_card, PartKind::battery};
constexpr Kinds slots{PartKind::slot, PartKind::holder, PartKind::key_switch};
constexpr Kinds sockets{PartKind::port, PartKind::outlet, PartKind::inlet};

constexpr Verb table[] = {
    {"open",
     doors,
     {},
     Use::none,
     Use::none,
     Use::none,
     3 * second,
     false,
     N_("Open a door, cover, lid or compartment"),
     open_check,
     open_effect},
    {"close",
     doors,
     {},
     Use::none,
     Use::none,
     Use::none,
     2 * second,
     false,
     N_("Close a door, cover, lid or compartment"),
     close_check,
     close_effect},
    {"press",
     switches,
     {},
     Use::none,
     Use::none,
     Use::none,
     second,
     false,
     N_("Press a button or a switch"),
     press_check,
     press_effect},
    {"switch_on",
     Kinds{PartKind::toggle},
     {},
     Use::none,
     Use::none,
     Use::none,
     second,
     false,
     N_("Bring a switch to on"),
     switch_on_check,
     press_effect},
    {"switch_off",
     Kinds{PartKind::toggle},
     {},
     Use::none,
     Use::none,
     Use::none,
     second,
     false,
     N_("Bring a switch to off"),
     switch_off_check,
     press_effect},
    {"fasten",
     Kinds{PartKind::latch},
     {},
     Use::none,
     Use::none,
     Use::none,
     3 * second,
     false,
     N_("Fasten a bolt, latch, strap or wheel lock"),
     fasten_check,
     fasten_effect},
    {"release",
     Kinds{PartKind::latch},
     {},
     Use::none,
     Use::none,
     Use::none,
     3 * second,
     false,
     N_("Release a bolt, latch, strap or wheel lock"),
     release_check,
     release_effect},
    {"unpack",
     Kinds{PartKind::packing},
     {},
     Use::none,
     Use::none,
     Use::none,
     5 * second,
     false,
     N_("Take out foam, cut a tie, pull off tape"),
     unpack_check,
     unpack_effect},
    {"insert", items, slots, Use::required, Use::none, Use::none, 4 * second, false,
     N_("Put a card, key, roll, medium or SIM where it belongs"), put_into_check, insert_effect},
    {"remove",
     items,
     {},
     Use::none,
     Use::none,
     Use::none,
     3 * second,
     false,
     N_("Take a card, key, roll, medium or SIM out"),
     remove_check,
     remove_effect},
    {"connect", Kinds{PartKind::plug}, sockets, Use::required, Use::none, Use::none, 5 * second,
     false, N_("Plug a lead in"), put_into_check, connect_effect},
    {"disconnect",
     Kinds{PartKind::plug},
     {},
     Use::none,
     Use::none,
     Use::none,
     3 * second,
     false,
     N_("Unplug a lead"),
     disconnect_check,
     disconnect_effect},
    {"reverse",
     Kinds{PartKind::roll, PartKind::card},
     {},
     Use::none,
     Use::none,
     Use::none,
     4 * second,
     false,
     N_("Turn a roll or a card the other way round"),
     reverse_check,
     reverse_effect},
    {"reverse",
     Kinds{PartKind::holder},
     {},
     Use::none,
     Use::none,
     Use::none,
     4 * second,
     false,
     N_("Turn the roll in a holder the other way round"),
     reverse_in_check,
     reverse_in_effect},
    {"move", Kinds{PartKind::antenna, PartKind::unit}, Kinds{PartKind::place}, Use::required,
     Use::none, Use::none, 20 * second, false, N_("Move something to another place"), move_check,
     move_effect},
    {"tape",
     Kinds{PartKind::plug},
     {},
     Use::none,
     Use::none,
     Use::none,
     15 * second,
     false,
     N_("Tape a lead to the floor"),
     tape_check,
     tape_effect},
    {"record",
     Kinds{PartKind::seal},
     {},
     Use::none,
     Use::none,
     Use::none,
     6 * second,
     false,
     N_("Compare a seal's number and write it into the seal register"),
     seal_record_check,
     seal_record_effect},
    {"record",
     Kinds{PartKind::seal_point},
     {},
     Use::none,
     Use::none,
     Use::none,
     6 * second,
     false,
     N_("Compare the number of the seal there and write it into the seal register"),
     record_point_check,
     record_point_effect},
    {"witness",
     Kinds{PartKind::seal},
     {},
     Use::none,
     Use::none,
     Use::none,
     3 * second,
     false,
     N_("Look at a seal as the second person"),
     seal_witness_check,
     seal_witness_effect},
    {"witness",
     Kinds{PartKind::seal_point},
     {},
     Use::none,
     Use::none,
     Use::none,
     3 * second,
     false,
     N_("Look at the seal there as the second person"),
     witness_point_check,
     witness_point_effect},
    {"apply", Kinds{PartKind::seal}, Kinds{PartKind::seal_point}, Use::required, Use::none,
     Use::none, 8 * second, false, N_("Put a certain seal on"), apply_check, apply_effect},
    {"seal",
     Kinds{PartKind::seal_point},
     {},
     Use::none,
     Use::none,
     Use::none,
     8 * second,
     false,
     N_("Put the next unused seal on"),
     seal_check,
     seal_effect},
    {"break",
     Kinds{PartKind::seal},
     {},
     Use::none,
     Use::none,
     Use::none,
     4 * second,
     false,
     N_("Break a seal"),
     break_check,
     break_effect},
    {"break",
     Kinds{PartKind::seal_point},
     {},
     Use::none,
     Use::none,
     Use::none,
     4 * second,
     false,
     N_("Break the seal there"),
     break_point_check,
     break_point_effect},
    {"wipe",
     Kinds{PartKind::surface, PartKind::reader},
     {},
     Use::none,
     Use::none,
     Use::none,
     30 * second,
     false,
     N_("Wipe with the lint-free cloth"),
     wipe_check,
     wipe_effect},
    {"test",
     Kinds{PartKind::unit, PartKind::battery, PartKind::indicator, PartKind::speaker},
     {},
     Use::none,
     Use::none,
     Use::none,
     20 * second,
     false,
     N_("Try whether something works"),
     test_check,
     test_effect},
    {"show",
     Kinds{PartKind::compartment, PartKind::unit},
     {},
     Use::none,
     Use::none,
     Use::none,
     8 * second,
     false,
     N_("Show all present that it is empty"),
     show_box_check,
     show_box_effect},
    {"level",
     Kinds{PartKind::compartment},
     {},
     Use::none,
     Use::none,
     Use::none,
     20 * second,
     false,
     N_("Lay the sheets in a box flat"),
     level_check,
     level_effect},
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
