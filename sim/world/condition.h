/// Conditions over signals: `scanner.state: voting`, `scanner.ballots: {at_least: 100}`,
/// `all`/`any`/`not`, `for: 30s`. Compiled once into a flat list, evaluated often.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/world/ids.h"
#include "sim/world/signal.h"

namespace sim {

struct Condition {
    enum class Kind : std::uint8_t { always, all, any, negation, compare, lasting };
    enum class Comparison : std::uint8_t { equal, unequal, less, at_most, more, at_least };
    struct Node {
        Kind kind = Kind::always;
        Comparison comparison = Comparison::equal;
        SignalRef signal;
        std::int64_t value = 0;  ///< to compare with; lasting: how long, in microseconds
        std::int16_t first = 0;  ///< children stand in `children[first … first+count)`
        std::int16_t count = 0;
        std::int16_t memory = -1;  ///< lasting: its place in the owner's `since`
        friend bool operator==(const Node&, const Node&) = default;
    };
    std::vector<Node> nodes;  ///< node 0 is the root; empty means always
    std::vector<std::int16_t> children;
    std::int16_t memories = 0;  ///< how many `since` times it needs

    bool empty() const { return nodes.empty(); }
    friend bool operator==(const Condition&, const Condition&) = default;
};

/// Since when each `for:` of a condition has been true; engine::never when it is not.
using Since = std::vector<Time>;

namespace detail {

inline bool compare(Condition::Comparison comparison, std::int64_t left, std::int64_t right) {
    switch (comparison) {
        case Condition::Comparison::equal:
            return left == right;
        case Condition::Comparison::unequal:
            return left != right;
        case Condition::Comparison::less:
            return left < right;
        case Condition::Comparison::at_most:
            return left <= right;
        case Condition::Comparison::more:
            return left > right;
        case Condition::Comparison::at_least:
            return left >= right;
    }
    return false;
}

template <class Read>
bool holds(const Condition& condition, std::size_t at, const Read& read, Time now, Since& since,
           Time& due) {
    const Condition::Node& node = condition.nodes[at];
    const auto child = [&](int i) {
        return static_cast<std::size_t>(
            condition.children[static_cast<std::size_t>(node.first + i)]);
    };
    switch (node.kind) {
        case Condition::Kind::always:
            return true;
        case Condition::Kind::compare:
            return compare(node.comparison, read(node.signal), node.value);
        case Condition::Kind::negation:
            return !holds(condition, child(0), read, now, since, due);
        case Condition::Kind::all: {
            bool result = true;  // no short cut: every `for:` below must keep its time
            for (int i = 0; i < node.count; ++i) {
                if (!result && condition.memories == 0) return false;
                result = holds(condition, child(i), read, now, since, due) && result;
            }
            return result;
        }
        case Condition::Kind::any: {
            bool result = false;
            for (int i = 0; i < node.count; ++i) {
                if (result && condition.memories == 0) return true;
                result = holds(condition, child(i), read, now, since, due) || result;
            }
            return result;
        }
        case Condition::Kind::lasting: {
            Time& start = since[static_cast<std::size_t>(node.memory)];
            if (!holds(condition, child(0), read, now, since, due)) {
                start = engine::never;
                return false;
            }
            if (start == engine::never) start = now;
            if (now - start >= node.value) return true;
            due = due < start + node.value ? due : start + node.value;
            return false;
        }
    }
    return false;
}

}  // namespace detail

/// Whether the condition holds now. `read` maps a SignalRef to its value. `since` must have
/// `condition.memories` entries (engine::never at first). `due` is lowered to the time at which a
/// `for:` may become true without anything else changing.
template <class Read>
bool holds(const Condition& condition, const Read& read, Time now, Since& since, Time& due) {
    return condition.nodes.empty() || detail::holds(condition, 0, read, now, since, due);
}

/// The same for a condition without `for:`.
template <class Read>
bool holds(const Condition& condition, const Read& read) {
    Since none(static_cast<std::size_t>(condition.memories), engine::never);
    Time due = engine::never;
    return holds(condition, read, 0, none, due);
}

}  // namespace sim
