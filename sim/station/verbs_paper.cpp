#include "engine/core/translate.h"
#include "sim/station/reach.h"
#include "sim/station/verb.h"

namespace sim {

namespace {

using engine::second;

Refusal there(const World& world, PartId paper) {
    const PartState& state = world.part(paper);
    const bool exists = (state.flags & part_flag::exists) != 0;
    const bool voided = (state.flags & part_flag::voided) != 0;
    if (!exists || voided) return {Message::refused_not_printed, {paper}};
    return {};
}

std::uint8_t post_bit(const Command& command) {
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(command.actor));
}

void set_flag(World& world, PartId part, std::uint8_t flag) {
    PartState& state = world.edit(part);
    state.flags = static_cast<std::uint8_t>(state.flags | flag);
}

Refusal flag_check(const World& world, const Command& command, std::uint8_t flag) {
    if (const Refusal missing = there(world, command.object)) return missing;
    if ((world.part(command.object).flags & flag) != 0) return already(command.object);
    return reach(world, command.object);
}

Refusal sign_check(const World& world, const Command& command) {
    if (const Refusal missing = there(world, command.object)) return missing;
    if ((world.part(command.object).signatures & post_bit(command)) != 0) {
        return already(command.object);
    }
    return reach(world, command.object);
}

void sign_effect(World& world, const Command& command) {
    PartState& state = world.edit(command.object);
    state.signatures = static_cast<std::uint8_t>(state.signatures | post_bit(command));
    observe(world, Message::signed_paper, command, command.object, command.actor);
}

Refusal read_check(const World& world, const Command& command) {
    if (const Refusal missing = there(world, command.object)) return missing;
    if (world.part(command.object).recorded != 0) return already(command.object);
    return reach(world, command.object);
}

void read_effect(World& world, const Command& command) {
    world.edit(command.object).recorded = 1;
    observe(world, Message::read_aloud, command, command.object);
}

Refusal show_check(const World& world, const Command& command) {
    if (const Refusal missing = there(world, command.object)) return missing;
    if (world.part(command.object).witnessed != 0) return already(command.object);
    if (room_value(world, Parameter::observers_free) == 0) {
        return {Message::refused_observers_away, {}};
    }
    return reach(world, command.object);
}

void show_effect(World& world, const Command& command) {
    world.edit(command.object).witnessed = 1;
    observe(world, Message::shown, command, command.object);
}

Refusal post_check(const World& world, const Command& command) {
    return flag_check(world, command, part_flag::posted);
}

void post_effect(World& world, const Command& command) {
    set_flag(world, command.object, part_flag::posted);
    observe(world, Message::posted, command, command.object);
}

Refusal attach_check(const World& world, const Command& command) {
    if (world.part(command.object).in == command.target) return already(command.object);
    return there(world, command.object);
}

void attach_effect(World& world, const Command& command) {
    world.edit(command.object).in = command.target;
    observe(world, Message::attached, command, command.object, command.target);
}

Refusal void_check(const World& world, const Command& command) {
    if ((world.part(command.object).flags & part_flag::voided) != 0) return already(command.object);
    return there(world, command.object);
}

void void_effect(World& world, const Command& command) {
    PartState& state = world.edit(command.object);
    state.flags = static_cast<std::uint8_t>((state.flags | part_flag::voided) & ~part_flag::exists);
    state.signatures = 0;
    state.recorded = 0;
    state.witnessed = 0;
    observe(world, Message::voided, command, command.object);
}

constexpr Kinds paper{PartKind::paper};

constexpr Verb table[] = {
    verb_row("sign", paper, 4 * second, N_("Sign a report, list, act or the protocol"), sign_check,
             sign_effect),
    verb_row("read", paper, 20 * second, N_("Read a report aloud"), read_check, read_effect),
    verb_row("show", paper, 8 * second, N_("Show a report to all present"), show_check,
             show_effect),
    verb_row("post", paper, 15 * second, N_("Put a paper up on the wall"), post_check, post_effect),
    verb_row_to("attach", paper, paper, 6 * second, N_("Attach one paper to another"), attach_check,
                attach_effect),
    verb_row("void", paper, 6 * second,
             N_("Cross a spoiled report out; it has to be printed again"), void_check, void_effect),
};

}  // namespace

std::span<const Verb> paper_verbs() {
    return table;
}

}  // namespace sim
