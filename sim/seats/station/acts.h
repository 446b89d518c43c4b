/// What a person can do with a part just now, in words: what clicks, menus and lists offer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/assessment/describe.h"
#include "sim/station/verb.h"

namespace sim::seats {

/// What choosing an act does.
enum class ActKind : std::uint8_t {
    say,       ///< the command is said
    take_up,   ///< nothing is said: the part goes into the hand, to be put somewhere
    put_down,  ///< nothing is said: the hand is empty again
    look,      ///< nothing is said: a paper is looked at closely
};

struct Act {
    ActKind kind = ActKind::say;
    Command command;     ///< its object is the part, whatever the kind
    std::string name;    ///< "open"; with another noun "insert.scanner.card_slot"
    std::string label;   ///< "Open"; "Insert into: Card slot of the scanner"
    std::string reason;  ///< why it cannot be done
    std::string group;   ///< title of the group, of `station_acts` only
    bool enabled = true;
    bool is_default = false;
    bool already = false;  ///< it is so already: nothing to be told about
    Time duration = 0;
    bool needs_value = false;  ///< a number must be asked for before it is said
    bool needs_words = false;  ///< words likewise
    bool takes_value = false;  ///< a number may be said with it
    bool takes_words = false;  ///< words likewise
};

/// Every verb that can go with the part, the default one first and marked. `hand` is what the
/// person holds: it goes first where it fits. Reasons never tell more than can be seen.
std::vector<Act> acts_on(const World& world, PartId part, PostId actor, const Reader& reader,
                         PartId hand = no_part);

/// What a click does: the default of `acts_on`, without the cost of all the others. Nothing can be
/// done with a part when its name is empty.
Act default_act(const World& world, PartId part, PostId actor, const Reader& reader,
                PartId hand = no_part);

/// Acts with nouns that have no shape and no place in the plan (announcements, calls, reports,
/// piles, papers, forms), by groups whose title is in `group`; and those without a noun.
std::vector<Act> station_acts(const World& world, PostId actor, const Reader& reader);

/// Its label, with the device where another one of the station has a part of the same name.
std::string full_label(const Layout& layout, PartId part, const Reader& reader);

/// A part that a trainee can do something with.
bool can_be_acted_on(const Layout& layout, PartId part);

/// Whether a hand can hold it and put it somewhere.
bool can_be_held(const World& world, PartId part);

/// What the world says the person holds. The seat's own hand (PlanState::hand) comes on top.
std::vector<PartId> in_hand(const World& world, PostId actor);

// sentence_words.cpp

/// A verb as a short imperative: "Open", «Открыть», «Ачуу».
std::string verb_label(std::string_view verb, const Reader& reader);

/// A command in words: "Open: Scanner cover".
std::string sentence_words(const World& world, const Command& command, const Reader& reader);

/// How a part is, as far as one can see: "closed", "sealed, No. 102", "in: Slot"; may be empty.
std::string state_words(const World& world, PartId part, const Reader& reader);

}  // namespace sim::seats
