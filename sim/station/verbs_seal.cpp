#include "engine/core/translate.h"
#include "sim/station/reach.h"
#include "sim/station/verb.h"

namespace sim {

namespace {

using engine::second;

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

constexpr Verb table[] = {
    verb_row("record", Kinds{PartKind::seal}, 6 * second,
             N_("Compare a seal's number and write it into the seal register"), seal_record_check,
             seal_record_effect),
    verb_row("record", Kinds{PartKind::seal_point}, 6 * second,
             N_("Compare the number of the seal there and write it into the seal register"),
             record_point_check, record_point_effect),
    verb_row("witness", Kinds{PartKind::seal}, 3 * second,
             N_("Look at a seal as the second person"), seal_witness_check, seal_witness_effect),
    verb_row("witness", Kinds{PartKind::seal_point}, 3 * second,
             N_("Look at the seal there as the second person"), witness_point_check,
             witness_point_effect),
    verb_row_to("apply", Kinds{PartKind::seal}, Kinds{PartKind::seal_point}, 8 * second,
                N_("Put a certain seal on"), apply_check, apply_effect),
    verb_row("seal", Kinds{PartKind::seal_point}, 8 * second, N_("Put the next unused seal on"),
             seal_check, seal_effect),
    verb_row("break", Kinds{PartKind::seal}, 4 * second, N_("Break a seal"), break_check,
             break_effect),
    verb_row("break", Kinds{PartKind::seal_point}, 4 * second, N_("Break the seal there"),
             break_point_check, break_point_effect),
};

}  // namespace

std::span<const Verb> seal_verbs() {
    return table;
}

}  // namespace sim
