#include "engine/core/translate.h"
#include "sim/station/reach.h"
#include "sim/station/verb.h"

namespace sim {

namespace {

using engine::second;

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

/// A switch is on, a latch fastened, packing out already.
Refusal turn_on_check(const World& world, const Command& command) {
    if (world.part(command.object).open != 0) return already(command.object);
    return reach(world, command.object);
}

Refusal turn_off_check(const World& world, const Command& command) {
    if (world.part(command.object).open == 0) return already(command.object);
    return reach(world, command.object);
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

void press_effect(World& world, const Command& command) {
    const bool stays = world.layout()[command.object].kind == PartKind::toggle;
    if (stays) world.edit(command.object).open ^= 1U;
    observe(world, Message::pressed, command, command.object);
    part_changed(world, command.object);
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

void unpack_effect(World& world, const Command& command) {
    world.edit(command.object).open = 1;
    observe(world, Message::removed_packing, command, command.object);
}

constexpr Kinds doors{PartKind::door, PartKind::compartment};
constexpr Kinds switches{PartKind::button, PartKind::toggle};

constexpr Verb table[] = {
    verb_row("open", doors, 3 * second, N_("Open a door, cover, lid or compartment"), open_check,
             open_effect),
    verb_row("close", doors, 2 * second, N_("Close a door, cover, lid or compartment"), close_check,
             close_effect),
    verb_row("press", switches, second, N_("Press a button or a switch"), reach_check,
             press_effect),
    verb_row("switch_on", Kinds{PartKind::toggle}, second, N_("Bring a switch to on"),
             turn_on_check, press_effect),
    verb_row("switch_off", Kinds{PartKind::toggle}, second, N_("Bring a switch to off"),
             turn_off_check, press_effect),
    verb_row("fasten", Kinds{PartKind::latch}, 3 * second,
             N_("Fasten a bolt, latch, strap or wheel lock"), turn_on_check, fasten_effect),
    verb_row("release", Kinds{PartKind::latch}, 3 * second,
             N_("Release a bolt, latch, strap or wheel lock"), turn_off_check, release_effect),
    verb_row("unpack", Kinds{PartKind::packing}, 5 * second,
             N_("Take out foam, cut a tie, pull off tape"), turn_on_check, unpack_effect),
};

}  // namespace

std::span<const Verb> door_verbs() {
    return table;
}

}  // namespace sim
