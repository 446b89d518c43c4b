/// The verbs: one table declares what hands and voices can do; parser, command line, clicks, help
/// and documentation all use it.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include "sim/station/world.h"

namespace sim {

/// A set of part kinds.
class Kinds {
  public:
    constexpr Kinds() = default;
    constexpr Kinds(std::initializer_list<PartKind> kinds) {
        for (const PartKind kind : kinds) bits_ |= std::uint64_t{1} << static_cast<int>(kind);
    }
    constexpr bool has(PartKind kind) const { return (bits_ >> static_cast<int>(kind) & 1U) != 0; }
    constexpr bool empty() const { return bits_ == 0; }
    constexpr Kinds with(Kinds other) const {
        other.bits_ |= bits_;
        return other;
    }

  private:
    std::uint64_t bits_ = 0;
};

enum class Use : std::uint8_t { none, optional, required };

/// One row: a verb with the kinds of parts it goes with. A word may have several rows for different
/// kinds (`read` a report, `read` a document); the object's kind decides.
struct Verb {
    std::string_view name;
    Kinds object;  ///< empty: takes no object
    Kinds target;  ///< empty: takes no target
    Use target_use = Use::none;
    Use value_use = Use::none;  ///< a number (or the name of a choice) after the nouns
    Use words_use = Use::none;  ///< quoted words or NAME=VALUE pairs
    Time duration = 0;          ///< how long the actor is busy
    bool instructor = false;    ///< only instructor and scenario may
    const char* help = "";      ///< msgid
    /// Why it cannot be done now; called at the start and again at the end of the action.
    Refusal (*check)(const World&, const Command&) = nullptr;
    /// What it does when the action ends.
    void (*effect)(World&, const Command&) = nullptr;
    /// How long it takes where that depends on what there is to do; instead of `duration`.
    Time (*takes)(const World&, const Command&) = nullptr;
};

using VerbCheck = Refusal (*)(const World&, const Command&);
using VerbEffect = void (*)(World&, const Command&);

/// The row of a verb that is said with its object alone.
constexpr Verb verb_row(std::string_view name, Kinds object, Time duration, const char* help,
                        VerbCheck check, VerbEffect effect) {
    return {name,     object, {},   Use::none, Use::none, Use::none,
            duration, false,  help, check,     effect};
}

/// The row of a verb that takes a second noun.
constexpr Verb verb_row_to(std::string_view name, Kinds object, Kinds target, Time duration,
                           const char* help, VerbCheck check, VerbEffect effect) {
    return {name,     object, target, Use::required, Use::none, Use::none,
            duration, false,  help,   check,         effect};
}

/// All verbs, in the order of their ids.
std::span<const Verb> verbs();
const Verb& verb(VerbId id);

/// The row for a word and an object's kind; nothing when the word or the combination is unknown.
/// `kind` is nothing for a sentence without an object.
std::optional<VerbId> find_verb(std::string_view word, std::optional<PartKind> kind);

// Where the rows are written; verbs() joins them.
std::span<const Verb> door_verbs();  ///< doors, switches, latches, packing
std::span<const Verb> item_verbs();  ///< cards, keys, rolls, media, leads
std::span<const Verb> seal_verbs();
std::span<const Verb> hand_verbs();        ///< care, trying out, screens
std::span<const Verb> paper_verbs();       ///< reports, forms, acts
std::span<const Verb> scanner_verbs();     ///< sheets and the paper path
std::span<const Verb> voter_verbs();       ///< identification, hand-over, speech with voters
std::span<const Verb> result_verbs();      ///< count, protocol, transmission, support line
std::span<const Verb> instructor_verbs();  ///< faults, overrides, freeze

}  // namespace sim
