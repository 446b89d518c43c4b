// What the list keeper does: receipt, signature, ballot.

#include <algorithm>

#include "sim/station/verbs_voter.h"

namespace sim {

namespace {

constexpr std::int16_t contrast_needed = 400;  // see parameter print_contrast

}  // namespace

namespace {

Refusal at_list_desk(const World& world, PartId person) {
    if (!named(world, person, "desk.voter")) return {Message::refused_kind, {person}};
    return world.hall.at_list == no_voter ? nobody(person) : Refusal{};
}

}  // namespace

/// What any hand-over of a ballot needs: somebody at the list desk and a ballot.
Refusal ballot_check(const World& world, const Command& command) {
    if (!named(world, command.object, "desk.ballot")) {
        return {Message::refused_kind, {command.object}};
    }
    if (const Refusal none = at_list_desk(world, command.target)) return none;
    int number = -1;
    if (next_ballot(world, number) == no_ballot) return {Message::refused_no_ballot_here, {}};
    const Voter& voter = world.hall[world.hall.at_list];
    if (voter.has(voter_flag::spoils)) return {Message::refused_voter_busy, {command.target}};
    return {};
}

Refusal hand_ballot_check(const World& world, const Command& command) {
    if (const Refusal refusal = ballot_check(world, command)) return refusal;
    const Voter& voter = world.hall[world.hall.at_list];
    if (voter.has(voter_flag::replacing)) return {};
    if (!voter.has(voter_flag::receipt_taken)) return {Message::refused_needs_receipt, {}};
    if (!voter.has(voter_flag::signed_list)) return {Message::refused_needs_signature, {}};
    return {};
}

void issue_effect(World& world, const Command& command) {
    hand_ballot(world, world.hall.at_list, command.actor);
}

Refusal take_receipt_check(const World& world, const Command& command) {
    if (!named(world, command.object, "desk.receipt")) {
        return {Message::refused_kind, {command.object}};
    }
    if (world.hall.at_list == no_voter) return nobody(world.layout().find("desk.voter"));
    const Voter& voter = world.hall[world.hall.at_list];
    if (voter.has(voter_flag::receipt_taken)) return already(command.object);
    if (!voter.has(voter_flag::has_receipt)) return {Message::refused_not_here, {command.object}};
    return {};
}

void take_receipt_effect(World& world, const Command& command) {
    const VoterId id = world.hall.at_list;
    Voter& voter = world.hall.edit(id);
    voter.clear(voter_flag::has_receipt);
    voter.set(voter_flag::receipt_taken);
    ++world.hall.counts.receipts_taken;
    note(world, Message::receipt_taken, command, id);
}

Refusal ask_check(const World& world, const Command& command) {
    if (!named(world, command.target, "signature")) {
        return {Message::refused_target, {command.object, command.target}};
    }
    if (const Refusal none = at_list_desk(world, command.object)) return none;
    const Voter& voter = world.hall[world.hall.at_list];
    const bool done = voter.has(voter_flag::signed_list) || voter.has(voter_flag::signing);
    if (done) return already(command.target);
    return {};
}

void ask_effect(World& world, const Command&) {
    start_signing(world, world.hall.at_list);
}

namespace {

Refusal lies_ready(const World& world, PartId part) {
    if (!named(world, part, "desk.ballot")) return {Message::refused_kind, {part}};
    int number = -1;
    if (next_ballot(world, number) == no_ballot) return {Message::refused_no_ballot_here, {}};
    return {};
}

}  // namespace

Refusal inspect_check(const World& world, const Command& command) {
    if (const Refusal none = lies_ready(world, command.object)) return none;
    int number = -1;
    if (next_ballot(world, number) == world.hall.inspected) return already(command.object);
    return {};
}

void inspect_effect(World& world, const Command& command) {
    int number = -1;
    world.hall.inspected = next_ballot(world, number);
    const Sheet& sheet = world.sheets[static_cast<std::size_t>(world.hall.inspected)];
    const bool good =
        sheet.contrast >= contrast_needed && sheet.station == world.setup->station_number;
    note(world, good ? Message::ballot_inspected : Message::ballot_misprinted, command);
}

Refusal discard_check(const World& world, const Command& command) {
    return lies_ready(world, command.object);
}

/// It stays among the unused sheets; its terminal owes another, or the pile gives it.
void discard_effect(World& world, const Command& command) {
    int number = -1;
    next_ballot(world, number);
    if (number < 0) {
        take_ready_ballot(world);
    } else {
        Terminal& terminal = world.terminals[static_cast<std::size_t>(number)];
        Context about = context(world, terminal_device(world, number));
        terminal_take_ballot(terminal, about);
        terminal_owe_ballot(terminal, about);
    }
    ++world.hall.counts.discarded;
    world.hall.inspected = no_ballot;
    note(world, Message::ballot_discarded, command);
}

Refusal replace_check(const World& world, const Command& command) {
    if (!named(world, command.object, "desk.ballot")) {
        return {Message::refused_kind, {command.object}};
    }
    if (const Refusal none = at_list_desk(world, command.target)) return none;
    const Voter& voter = world.hall[world.hall.at_list];
    if (voter.has(voter_flag::replacing)) return already(command.object);
    if (voter.ballot == no_ballot) return {Message::refused_no_spoiled, {}};
    return {};
}

namespace {

/// Some terminal that runs, the voter's own if it does: there the new ballot is printed.
int printing_terminal(const World& world, VoterId id) {
    const int own = world.hall[id].terminal;
    const auto open = [&world](int number) {
        const Terminal& terminal = world.terminals[static_cast<std::size_t>(number)];
        return terminal.opened && !terminal.finished && terminal_running(terminal);
    };
    if (own >= 0 && open(own)) return own;
    for (int i = 0; i < static_cast<int>(world.terminals.size()); ++i) {
        if (open(i)) return i;
    }
    return std::max(own, 0);
}

}  // namespace

void replace_effect(World& world, const Command& command) {
    const VoterId id = world.hall.at_list;
    Voter& voter = world.hall.edit(id);
    world.sheets.edit(static_cast<std::size_t>(voter.ballot)).place = SheetPlace::spoiled;
    voter.ballot = no_ballot;
    voter.clear(voter_flag::spoils);
    voter.set(voter_flag::replacing);
    ++world.hall.counts.spoiled;
    const int number = printing_terminal(world, id);
    Context about = context(world, terminal_device(world, number));
    terminal_owe_ballot(world.terminals[static_cast<std::size_t>(number)], about);
    note(world, Message::ballot_replaced, command, id);
}

}  // namespace sim
