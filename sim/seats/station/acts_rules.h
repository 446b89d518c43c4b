/// What goes with what: which nouns make sense together in one sentence. For acts.cpp and its
/// neighbours only.
#pragma once

#include <optional>
#include <string_view>

#include "sim/station/verb.h"

namespace sim::seats {

/// Whether the verb's row could ever be said of these two in this station, whatever their state.
/// What the world would take but nobody would mean (moving a booth home) is left out.
bool makes_sense(const World& world, const Verb& row, PartId object, PartId target);

/// The world's check, with what lies behind something closed told before anything else: a reason
/// must not tell what hands and eyes cannot reach.
Refusal check_in_sight(const World& world, const Command& command);

/// Whether the refusal says that these nouns never go together.
bool never(const Refusal& refusal);

Command command_of(const World& world, VerbId verb, PostId actor, PartId object,
                   PartId target = no_part);

/// What a click means, before it is checked; no verb when there is nothing that is plainly meant.
struct Meaning {
    std::string_view verb;  ///< or "take_up", "look"
    PartId object = no_part;
    PartId target = no_part;
};
Meaning plain_meaning(const World& world, PartId part, PartId hand);

bool is_item(PartKind kind);
bool is_socket(PartKind kind);

}  // namespace sim::seats
