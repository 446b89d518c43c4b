// What the operator does at a terminal: document, finger, face, receipt, blank sheets.

#include <algorithm>

#include "sim/people/voter.h"
#include "sim/station/verbs_voter.h"

namespace sim {

namespace {

constexpr std::int32_t tray_capacity = 500;  // estimate

}  // namespace

Refusal scan_check(const World& world, const Command& command) {
    const int number = terminal_of(world, command.object);
    if (number < 0) return {Message::refused_kind, {command.object}};
    const PartSpec& spec = world.layout()[command.object];
    const VoterId id = world.hall.at_terminal[static_cast<std::size_t>(number)];
    if (id == no_voter) return nobody(world.layout().device(spec.device).part(Role::voter));
    const Terminal& terminal = world.terminals[static_cast<std::size_t>(number)];
    const Context about = looking(world, spec.device);
    switch (spec.role) {
        case Role::document_reader:
            if (world.hall[id].has(voter_flag::identified)) return already(command.object);
            return terminal_document_check(terminal, about);
        case Role::finger_sensor:
            if (command.has_value && (command.value < 1 || command.value > fingers_shown)) {
                return {Message::refused_no_such_value, {command.value}};
            }
            return terminal_finger_check(terminal, about);
        case Role::camera:
            return terminal_face_check(terminal, about);
        default:
            return {Message::refused_kind, {command.object}};
    }
}

namespace {

/// The finger named, or the next one that was not tried.
int finger_to_try(const Terminal& terminal, const Command& command) {
    if (command.has_value) return static_cast<int>(command.value) - 1;
    for (int finger = 0; finger < fingers_shown; ++finger) {
        if ((terminal.fingers >> static_cast<unsigned>(finger) & 1U) == 0) return finger;
    }
    return 0;
}

}  // namespace

void scan_effect(World& world, const Command& command) {
    const int number = terminal_of(world, command.object);
    const PartSpec& spec = world.layout()[command.object];
    const VoterId id = world.hall.at_terminal[static_cast<std::size_t>(number)];
    Terminal& terminal = world.terminals[static_cast<std::size_t>(number)];
    Context about = context(world, spec.device);
    if (spec.role == Role::document_reader) {
        sync_terminal(world, number);
        return terminal_scan_document(terminal, about, present(world, id, spec.device));
    }
    if (spec.role == Role::camera) return terminal_scan_face(terminal, about, face_of(world, id));
    const int finger = finger_to_try(terminal, command);
    terminal_scan_finger(terminal, about, finger, finger_of(world, id, finger));
}

Refusal hand_receipt_check(const World& world, const Command& command) {
    const int number = terminal_of(world, command.object);
    if (terminal_of(world, command.target) != number) {
        return {Message::refused_target, {command.object, command.target}};
    }
    const VoterId id = who(world, command.target);
    if (world.terminals[static_cast<std::size_t>(number)].receipts_out == 0) {
        return {Message::refused_no_receipt_out, {command.object}, id == no_voter};
    }
    if (id == no_voter) return nobody(command.target);
    if (!world.hall[id].has(voter_flag::identified)) {
        return {Message::refused_voter_busy, {command.target}};
    }
    return {};
}

void hand_receipt_effect(World& world, const Command& command) {
    const int number = terminal_of(world, command.object);
    const VoterId id = who(world, command.target);
    Context about = context(world, terminal_device(world, number));
    terminal_receipt_taken(world.terminals[static_cast<std::size_t>(number)], about);
    world.hall.edit(id).set(voter_flag::has_receipt);
    note(world, Message::voter_has_receipt, command, id);
    move_to(world.hall, id, VoterPlace::list_queue, world.now);
}

Refusal withdraw_check(const World& world, const Command& command) {
    const int number = terminal_of(world, command.object);
    if (number < 0) return {Message::refused_kind, {command.object}};
    if (world.terminals[static_cast<std::size_t>(number)].receipts_out == 0) {
        return {Message::refused_no_receipt_out, {command.object}, true};
    }
    return {};
}

void withdraw_effect(World& world, const Command& command) {
    const int number = terminal_of(world, command.object);
    Context about = context(world, terminal_device(world, number));
    terminal_receipt_taken(world.terminals[static_cast<std::size_t>(number)], about);
    note(world, Message::receipt_withdrawn, command);
}

Refusal fill_check(const World& world, const Command& command) {
    const PartId stock = world.layout().find("blank_sheets");
    if (world.part(command.object).amount >= tray_capacity) {
        return {Message::refused_tray_full, {command.object}, true};
    }
    if (stock == no_part || world.part(stock).amount <= 0) {
        return {Message::refused_empty, {stock}};
    }
    if (command.has_value && (command.value < 1 || command.value > tray_capacity)) {
        return {Message::refused_no_such_value, {command.value}};
    }
    return reach(world, command.object);
}

void fill_effect(World& world, const Command& command) {
    const PartId stock = world.layout().find("blank_sheets");
    const std::int32_t room = tray_capacity - world.part(command.object).amount;
    const std::int32_t wanted = command.has_value ? static_cast<std::int32_t>(command.value) : room;
    const std::int32_t sheets = std::min({room, wanted, world.part(stock).amount});
    world.edit(stock).amount -= sheets;
    world.edit(command.object).amount += sheets;
    observe_voter(world, Message::terminal_filled, sheets, command.object, command.actor);
    part_changed(world, command.object);
}

}  // namespace sim
