#include "sim/station/lookout.h"

#include <algorithm>
#include <utility>

namespace sim {

namespace {

Condition::Comparison opposite(Condition::Comparison comparison) {
    switch (comparison) {
        case Condition::Comparison::equal:
            return Condition::Comparison::unequal;
        case Condition::Comparison::unequal:
            return Condition::Comparison::equal;
        case Condition::Comparison::less:
            return Condition::Comparison::at_least;
        case Condition::Comparison::at_most:
            return Condition::Comparison::more;
        case Condition::Comparison::more:
            return Condition::Comparison::at_most;
        case Condition::Comparison::at_least:
            return Condition::Comparison::less;
    }
    return comparison;
}

bool any_runs(const Since& since) {
    return std::any_of(since.begin(), since.end(),
                       [](Time start) { return start != engine::never; });
}

}  // namespace

std::size_t Lookout::number_of(SignalRef signal) {
    const auto known = std::find_if(signals_.begin(), signals_.end(),
                                    [&](const Signal& one) { return one.ref == signal; });
    if (known != signals_.end()) return static_cast<std::size_t>(known - signals_.begin());
    signals_.emplace_back().ref = signal;
    return signals_.size() - 1;
}

/// Adds clauses of which each must be so for the node to be `positive`; false when there are none.
bool Lookout::clauses_of(const Condition& condition, std::size_t at, bool positive,
                         std::vector<Clause>& clauses) {
    const Condition::Node& node = condition.nodes[at];
    const auto child = [&](int i) {
        return static_cast<std::size_t>(
            condition.children[static_cast<std::size_t>(node.first + i)]);
    };
    switch (node.kind) {
        case Condition::Kind::always:
            return false;
        case Condition::Kind::compare:
            clauses.push_back(
                {{number_of(node.signal), positive ? node.comparison : opposite(node.comparison),
                  node.value}});
            return true;
        case Condition::Kind::negation:
            return clauses_of(condition, child(0), !positive, clauses);
        case Condition::Kind::lasting:
            return positive && clauses_of(condition, child(0), true, clauses);
        case Condition::Kind::all:
        case Condition::Kind::any:
            break;
    }
    if ((node.kind == Condition::Kind::all) == positive) {
        const std::size_t before = clauses.size();
        for (int i = 0; i < node.count; ++i) clauses_of(condition, child(i), positive, clauses);
        return clauses.size() > before;
    }
    Clause either;
    for (int i = 0; i < node.count; ++i) {
        std::vector<Clause> of_child;
        if (!clauses_of(condition, child(i), positive, of_child)) return false;
        either.insert(either.end(), of_child.front().begin(), of_child.front().end());
    }
    if (either.empty()) return false;
    clauses.push_back(std::move(either));
    return true;
}

void Lookout::add_clauses(const Condition& condition, std::vector<Clause>& clauses) {
    if (condition.empty() || !clauses_of(condition, 0, true, clauses)) return;
    if (condition.memories == 0) return;
    // A `for:` has to be looked at as soon as what it waits for is so, whatever stands beside it.
    Clause either = clauses.front();
    clauses.clear();
    for (std::size_t i = 0; i < condition.nodes.size(); ++i) {
        if (condition.nodes[i].kind != Condition::Kind::lasting) continue;
        std::vector<Clause> lasting;
        if (!clauses_of(condition, i, true, lasting)) return;
        either.insert(either.end(), lasting.front().begin(), lasting.front().end());
    }
    clauses.push_back(std::move(either));
}

void Lookout::add(const Condition& condition) {
    Watched& watched = conditions_.emplace_back();
    watched.condition = &condition;
    add_clauses(condition, watched.clauses);
    open_.resize((conditions_.size() + 63) / 64, 0);
    reopen(conditions_.size() - 1);
}

Lookout::Gate& Lookout::gate(const Comparison& comparison) {
    std::vector<Gate>& gates = signals_[comparison.signal].gates;
    const auto known = std::find_if(gates.begin(), gates.end(), [&](const Gate& one) {
        return one.comparison == comparison.comparison && one.value == comparison.value;
    });
    if (known != gates.end()) return *known;
    return gates.emplace_back(Gate{comparison.comparison, comparison.value, {}});
}

void Lookout::reopen(std::size_t condition) {
    open_[condition / 64] |= std::uint64_t{1} << (condition % 64);
    Watched& watched = conditions_[condition];
    if (!watched.watched) return;
    for (const Comparison& comparison : watched.clauses[*watched.watched]) {
        signals_[comparison.signal].waiting -= std::erase(gate(comparison).conditions, condition);
    }
    watched.watched.reset();
}

void Lookout::look(const World& world) {
    opened_.clear();
    std::size_t kept = 0;
    for (const std::size_t number : active_) {
        Signal& signal = signals_[number];
        if (signal.waiting == 0) continue;
        active_[kept++] = number;
        const std::int64_t value = read(world, signal.ref);
        if (value == signal.value) continue;
        signal.value = value;
        for (const Gate& gate : signal.gates) {
            if (gate.conditions.empty()) continue;
            if (!detail::compare(gate.comparison, value, gate.value)) continue;
            opened_.insert(opened_.end(), gate.conditions.begin(), gate.conditions.end());
        }
    }
    active_.resize(kept);
    for (const std::size_t condition : opened_) reopen(condition);
}

/// Of the clauses that fail, the one whose signals most others wait for: the fewer signals are
/// watched, the better.
void Lookout::shut(std::size_t condition, const World& world) {
    Watched& watched = conditions_[condition];
    std::size_t most = 0;
    for (std::size_t i = 0; i < watched.clauses.size(); ++i) {
        const Clause& clause = watched.clauses[i];
        const bool so =
            std::any_of(clause.begin(), clause.end(), [&](const Comparison& comparison) {
                return detail::compare(comparison.comparison,
                                       read(world, signals_[comparison.signal].ref),
                                       comparison.value);
            });
        if (so) continue;
        std::size_t others = 1;
        for (const Comparison& comparison : clause) others += signals_[comparison.signal].waiting;
        if (others / clause.size() < most) continue;
        most = others / clause.size();
        watched.watched = i;
    }
    if (!watched.watched) return;
    for (const Comparison& comparison : watched.clauses[*watched.watched]) {
        Signal& signal = signals_[comparison.signal];
        std::vector<std::size_t>& conditions = gate(comparison).conditions;
        if (std::find(conditions.begin(), conditions.end(), condition) != conditions.end())
            continue;
        if (signal.waiting++ == 0) {
            signal.value = read(world, signal.ref);
            const auto known = std::find(active_.begin(), active_.end(), comparison.signal);
            if (known == active_.end()) active_.push_back(comparison.signal);
        }
        conditions.push_back(condition);
    }
    open_[condition / 64] &= ~(std::uint64_t{1} << (condition % 64));
}

bool Lookout::holds(std::size_t condition, const World& world, Since& since, Time& due) {
    if (!may_hold(condition)) return false;
    const auto read_signal = [&world](SignalRef signal) { return read(world, signal); };
    if (sim::holds(*conditions_[condition].condition, read_signal, world.now, since, due)) {
        return true;
    }
    if (!any_runs(since)) shut(condition, world);
    return false;
}

}  // namespace sim
