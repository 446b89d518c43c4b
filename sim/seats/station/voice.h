/// What people of the station say, and what can be said to them. Follows from what the station
/// shows; nobody knows what goes wrong inside a machine.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sim/assessment/describe.h"

namespace sim::seats {

/// What the voter at that place says, oldest first; empty when nobody is there. `person`:
/// terminal_1.voter, desk.voter, scanner.voter.
std::vector<std::string> voter_says(const World& world, PartId person, const Reader& reader);
/// The same for the voter at a terminal.
std::vector<std::string> voter_says(const World& world, DeviceId terminal, const Reader& reader);

/// Who stands there: "Токтобаев Нурлан, 72"; empty when nobody does, or while it is not known.
std::string voter_title(const World& world, PartId person, const Reader& reader);

/// One thing that `actor` can say now.
struct Reply {
    Command command;
    std::string name;    ///< "tell.ballot_not_counted", "ask.signature", "announce.wait"
    std::string label;   ///< the words spoken: "It did not count; please feed it again"
    std::string reason;  ///< why it cannot be said now
    bool enabled = true;
};
/// To the person at a place: what can be told, asked, and where the voter can be sent.
std::vector<Reply> replies_to(const World& world, PartId person, PostId actor,
                              const Reader& reader);
/// Whether what is told or asked answers what the voter there says now. Of the two answers about a
/// ballot both do: which one is true is for the person who speaks to find out.
bool answers(const World& world, PartId person, const Command& command);
/// The words of a command that is spoken: tell, ask, send, announce, call. Empty for all others.
std::string spoken_words(const World& world, const Command& command, const Reader& reader);
/// To all present.
std::vector<Reply> announcements(const World& world, PostId actor, const Reader& reader);
/// Whom one can call: support line, territorial commission, courier.
std::vector<Reply> calls(const World& world, PostId actor, const Reader& reader);

/// What was heard last on a line.
struct Heard {
    Time time = 0;
    PartId channel = no_part;  ///< who spoke
    std::string words;
};
/// The last answer of a channel (of any when `channel` is none), newest first, at most `most`.
std::vector<Heard> heard(const World& world, std::span<const Observation> seen, PartId channel,
                         const Reader& reader, std::size_t most = 3);
/// Somebody was called and has not answered: that channel, or none.
PartId ringing(const World& world);

}  // namespace sim::seats
