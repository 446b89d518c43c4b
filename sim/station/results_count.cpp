// Counting by hand and comparing.

#include <algorithm>
#include <array>
#include <optional>

#include "sim/election/tally.h"
#include "sim/station/reach.h"
#include "sim/station/results.h"

namespace sim {
namespace {

constexpr std::array<std::string_view, pile_count> pile_types{
    "received", "unused", "spoiled", "receipts", "signatures", "emergency", "box", "invalid"};

/// How long one takes (estimate); a ballot is shown to all and called out.
constexpr std::array<Time, pile_count> time_each{
    200 * engine::millisecond,  300 * engine::millisecond,  engine::second,
    400 * engine::millisecond,  400 * engine::millisecond,  1500 * engine::millisecond,
    1500 * engine::millisecond, 1500 * engine::millisecond,
};
constexpr Time time_at_least = 10 * engine::second;

std::optional<Pile> pile_of(const World& world, PartId part) {
    const std::string& type = world.layout()[part].type;
    const auto found = std::find(pile_types.begin(), pile_types.end(), type);
    if (found == pile_types.end()) return std::nullopt;
    return static_cast<Pile>(found - pile_types.begin());
}

bool counted(const World& world, Pile pile) {
    return world.count.counted[static_cast<std::size_t>(pile)] != 0;
}

/// How many there really are.
std::int32_t size_of(const World& world, Pile pile) {
    switch (pile) {
        case Pile::received:
            return received_sheets(world);
        case Pile::unused:
            return unused_sheets(world);
        case Pile::spoiled:
            return sheets_at(world.sheets, SheetPlace::spoiled);
        case Pile::receipts:
            return world.hall.counts.receipts_taken;
        case Pile::signatures:
            return world.hall.counts.signatures;
        case Pile::emergency:
            return sheets_at(world.sheets, SheetPlace::emergency_bin);
        case Pile::box:
            return sheets_at(world.sheets, SheetPlace::box);
        case Pile::invalid:
            return sheets_at(world.sheets, SheetPlace::invalid_bin);
    }
    return 0;
}

/// The part of a scanner that must stand open for a pile to be got at, no_part for none.
PartId compartment_of(const DeviceSpec& scanner, Pile pile) {
    switch (pile) {
        case Pile::emergency:
            return scanner.part(Role::emergency_bin);
        case Pile::box:
            return scanner.part(Role::box);
        case Pile::invalid:
            return scanner.part(Role::invalid_bin);
        default:
            return no_part;
    }
}

Refusal closed_in(const World& world, PartId compartment) {
    if (compartment == no_part) return {};
    if (const Refusal far = reach(world, compartment)) return far;
    const PartSpec& spec = world.layout()[compartment];
    const bool has_own_door = spec.behind == no_part;
    if (has_own_door && world.part(compartment).open == 0) {
        return {Message::refused_behind, {compartment, compartment}};
    }
    return {};
}

void add(HandTally& tally, const HandTally& more) {
    for (std::size_t i = 0; i < candidates_most; ++i) tally.votes[i] += more.votes[i];
    tally.valid += more.valid;
    tally.invalid += more.invalid;
}

std::int32_t count_ballots(World& world, SheetPlace place, bool by_machine) {
    HandTally tally;
    const std::int32_t sheets = count_by_hand(world.sheets, place, candidates(world), tally);
    add(world.count.hand, tally);
    if (by_machine) add(world.count.machine_hand, tally);
    return sheets;
}

std::int32_t count_pile(World& world, Pile pile) {
    switch (pile) {
        case Pile::emergency:
            return count_ballots(world, SheetPlace::emergency_bin, false);
        case Pile::box:
            return count_ballots(world, SheetPlace::box, true);
        case Pile::invalid:
            return count_ballots(world, SheetPlace::invalid_bin, true);
        default:
            return size_of(world, pile);
    }
}

/// The figure was the delivery note's; the chair has the sheets counted after all.
bool counts_after_all(const World& world, const Command& command) {
    return world.part(command.object).recorded != 0 &&
           command.actor == static_cast<PostId>(Post::chair);
}

/// Nobody counts: the figure is taken from the delivery note.
bool from_note(const World& world, Pile pile) {
    return pile == Pile::received && !counted(world, pile) &&
           room_value(world, Parameter::count_from_note) != 0;
}

}  // namespace

Refusal count_check(const World& world, const Command& command) {
    const std::optional<Pile> pile = pile_of(world, command.object);
    if (!pile) return {Message::refused_kind, {command.object}};
    if (counted(world, *pile) && !counts_after_all(world, command)) return already(command.object);
    if (*pile != Pile::received && !polls_closed(world)) {
        return {Message::refused_polls_open, {command.object}};
    }
    if (room_value(world, Parameter::observers_free) == 0) {
        return {Message::refused_observers_away, {}};
    }
    for (const DeviceSpec& device : world.layout().devices) {
        if (device.device_class != DeviceClass::scanner) continue;
        if (const Refusal shut = closed_in(world, compartment_of(device, *pile))) return shut;
    }
    return {};
}

Time count_takes(const World& world, const Command& command) {
    const std::optional<Pile> pile = pile_of(world, command.object);
    if (!pile) return 0;
    if (from_note(world, *pile)) return time_at_least;
    const Time each = time_each[static_cast<std::size_t>(*pile)];
    return time_at_least + each * size_of(world, *pile);
}

void count_effect(World& world, const Command& command) {
    const std::optional<Pile> pile = pile_of(world, command.object);
    if (!pile) return;
    const auto at = static_cast<std::size_t>(*pile);
    const bool note = from_note(world, *pile);
    world.count.piles[at] = count_pile(world, *pile);
    world.count.counted[at] = 1;
    PartState& state = world.edit(command.object);
    state.amount = world.count.piles[at];
    state.flags |= part_flag::counted;
    state.recorded = note ? 1 : 0;
    observe(world, note ? Message::counted_from_note : Message::counted, command, command.object,
            state.amount);
}

Refusal cancel_check(const World& world, const Command& command) {
    const PartState& state = world.part(command.object);
    if ((state.flags & part_flag::voided) != 0) return already(command.object);
    if (pile_of(world, command.object) != Pile::unused) {
        return {Message::refused_kind, {command.object}};
    }
    if ((state.flags & part_flag::counted) == 0) {
        return {Message::refused_not_counted, {command.object}};
    }
    return {};
}

void cancel_effect(World& world, const Command& command) {
    PartState& state = world.edit(command.object);
    state.flags |= part_flag::voided;
    observe(world, Message::cancelled_sheets, command, command.object, state.amount);
}

Refusal compare_check(const World& world, const Command& command) {
    const Time last = world.count.compared_at;
    if (last != engine::never && last / engine::hour == world.now / engine::hour) {
        return already(command.object);
    }
    if (world.now < world.setup->polls_open) {
        return {Message::refused_too_early, {world.setup->polls_open}};
    }
    return {};
}

void compare_effect(World& world, const Command& command) {
    Count& count = world.count;
    ++count.compared;
    count.compared_at = world.now;
    count.compare_difference = count_difference(world);
    world.edit(command.object).amount = count.compared;
    observe(world,
            count.compare_difference == 0 ? Message::compared_equal : Message::compared_different,
            command, count.compare_difference);
}

}  // namespace sim
