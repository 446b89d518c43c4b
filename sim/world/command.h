/// The only way into the world. A command is a sentence in a fixed grammar:
///
///     [as POST:] VERB [OBJECT] [TARGET] [VALUE | "WORDS"] [NAME=VALUE …]
///
/// for instance `as chair: break seal_117`, `connect scanner.lead strip.outlet_1`,
/// `write protocol.received 1500`, `inject ID entry_grip=40% delay=30s`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sim/world/ids.h"

namespace sim {

using VerbId = std::uint8_t;

/// From which chair a command comes. Decides what it may do, never what it does.
enum class Seat : std::uint8_t { trainee, instructor, expert, scenario };
std::string_view name_of(Seat seat);

struct Command {
    Time time = 0;            ///< stamped by the process that owns the station
    std::int32_t number = 0;  ///< its place in the journal
    Seat author = Seat::expert;
    PostId actor = no_post;  ///< none for instructor and scenario
    VerbId verb = 0;
    PartId object = no_part;
    PartId target = no_part;
    bool has_value = false;
    std::int64_t value = 0;  ///< number, or base-unit integer
    std::string words;       ///< quoted words (a note, a reason) and NAME=VALUE pairs as written

    template <class Archive>
    void serialize(Archive& ar) {
        ar(time, number, author, actor, verb, object, target, has_value, value, words);
    }
    friend bool operator==(const Command&, const Command&) = default;
};

}  // namespace sim
