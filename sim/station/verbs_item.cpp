#include "engine/core/translate.h"
#include "sim/station/reach.h"
#include "sim/station/verb.h"

namespace sim {

namespace {

using engine::second;

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

constexpr Kinds items{PartKind::card,   PartKind::key,      PartKind::roll,
                      PartKind::medium, PartKind::sim_card, PartKind::battery};
constexpr Kinds slots{PartKind::slot, PartKind::holder, PartKind::key_switch};
constexpr Kinds sockets{PartKind::port, PartKind::outlet, PartKind::inlet};

constexpr Verb table[] = {
    verb_row_to("insert", items, slots, 4 * second,
                N_("Put a card, key, roll, medium or SIM where it belongs"), put_into_check,
                insert_effect),
    verb_row("remove", items, 3 * second, N_("Take a card, key, roll, medium or SIM out"),
             remove_check, remove_effect),
    verb_row_to("connect", Kinds{PartKind::plug}, sockets, 5 * second, N_("Plug a lead in"),
                put_into_check, connect_effect),
    verb_row("disconnect", Kinds{PartKind::plug}, 3 * second, N_("Unplug a lead"), disconnect_check,
             disconnect_effect),
    verb_row("reverse", Kinds{PartKind::roll, PartKind::card}, 4 * second,
             N_("Turn a roll or a card the other way round"), reach_check, reverse_effect),
    verb_row("reverse", Kinds{PartKind::holder}, 4 * second,
             N_("Turn the roll in a holder the other way round"), reverse_in_check,
             reverse_in_effect),
    verb_row_to("move", Kinds{PartKind::antenna, PartKind::unit}, Kinds{PartKind::place},
                20 * second, N_("Move something to another place"), move_check, move_effect),
    verb_row("tape", Kinds{PartKind::plug}, 15 * second, N_("Tape a lead to the floor"), tape_check,
             tape_effect),
};

}  // namespace

std::span<const Verb> item_verbs() {
    return table;
}

}  // namespace sim
