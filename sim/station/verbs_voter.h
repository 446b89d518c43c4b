/// What the verbs of voters do, and what their files share (verbs_voter*.cpp); for nobody else.
#pragma once

#include "sim/station/reach.h"
#include "sim/station/voters.h"

namespace sim {

inline bool named(const World& world, PartId part, std::string_view name) {
    return world.layout()[part].name == name;
}

/// The terminal a part belongs to, -1 for none.
inline int terminal_of(const World& world, PartId part) {
    return number_of(world, part, DeviceClass::terminal);
}

/// Who stands at the place that a person's part names.
VoterId who(const World& world, PartId part);

/// Number of the scanner at whose place a person's part ("scanner.voter") is; -1 for none.
int scanner_place(const World& world, PartId person);

inline bool at_scanner(const World& world, PartId person) {
    return scanner_place(world, person) >= 0;
}

inline Refusal nobody(PartId part) {
    return {Message::refused_no_voter, {part}};
}

inline void note(World& world, Message message, const Command& command, std::int64_t a = 0) {
    observe_voter(world, message, a, 0, command.actor);
}

/// Whether the voter at the scanner has the ballot, or it lies where it can be taken.
Refusal ballot_at_hand(const World& world, VoterId voter, PartId person);

// Identification (verbs_voter_terminal.cpp).
Refusal scan_check(const World& world, const Command& command);
void scan_effect(World& world, const Command& command);
Refusal hand_receipt_check(const World& world, const Command& command);
void hand_receipt_effect(World& world, const Command& command);
Refusal withdraw_check(const World& world, const Command& command);
void withdraw_effect(World& world, const Command& command);
Refusal fill_check(const World& world, const Command& command);
void fill_effect(World& world, const Command& command);

// The list desk (verbs_voter_desk.cpp).
Refusal ballot_check(const World& world, const Command& command);
Refusal hand_ballot_check(const World& world, const Command& command);
void issue_effect(World& world, const Command& command);
Refusal take_receipt_check(const World& world, const Command& command);
void take_receipt_effect(World& world, const Command& command);
Refusal ask_check(const World& world, const Command& command);
void ask_effect(World& world, const Command& command);
Refusal inspect_check(const World& world, const Command& command);
void inspect_effect(World& world, const Command& command);
Refusal discard_check(const World& world, const Command& command);
void discard_effect(World& world, const Command& command);
Refusal replace_check(const World& world, const Command& command);
void replace_effect(World& world, const Command& command);

}  // namespace sim
