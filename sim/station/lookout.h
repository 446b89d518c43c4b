/// Keeps many conditions in sight at little cost. Most of them are far from holding at any moment:
/// for each, one comparison that fails is watched, and the condition is passed over until it does
/// not fail any more (the watched literals of solvers for propositional formulas: Moskewicz et al.,
/// "Chaff", 2001).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/station/world.h"
#include "sim/world/condition.h"

namespace sim {

class Lookout {
  public:
    /// Watches one more condition, which must outlive this. Conditions are numbered from 0.
    void add(const Condition& condition);

    /// Looks at what is watched. To be called when anything may have changed, before `may_hold` and
    /// `holds`.
    void look(const World& world);

    /// False when the condition certainly does not hold and no `for:` of it runs.
    bool may_hold(std::size_t condition) const {
        return ((open_[condition / 64] >> (condition % 64)) & 1) != 0;
    }
    /// The same of all conditions, 64 a word.
    const std::vector<std::uint64_t>& open() const { return open_; }

    /// As sim::holds of the condition, and passes it over from now on while it cannot hold.
    bool holds(std::size_t condition, const World& world, Since& since, Time& due);

  private:
    struct Comparison {
        std::size_t signal = 0;  ///< in `signals_`
        Condition::Comparison comparison{};
        std::int64_t value = 0;
    };
    /// At least one of these is so whenever the condition holds or one of its `for:` runs.
    using Clause = std::vector<Comparison>;

    struct Watched {
        const Condition* condition = nullptr;
        std::vector<Clause> clauses;
        std::optional<std::size_t> watched;  ///< the clause that keeps it shut
    };
    /// Conditions that wait for a comparison with the signal to become so.
    struct Gate {
        Condition::Comparison comparison{};
        std::int64_t value = 0;
        std::vector<std::size_t> conditions;
    };
    struct Signal {
        SignalRef ref;
        std::int64_t value = 0;  ///< when it was looked at, while anything waits for it
        std::size_t waiting = 0;
        std::vector<Gate> gates;
    };

    void add_clauses(const Condition& condition, std::vector<Clause>& clauses);
    bool clauses_of(const Condition& condition, std::size_t node, bool positive,
                    std::vector<Clause>& clauses);
    std::size_t number_of(SignalRef signal);
    void shut(std::size_t condition, const World& world);
    void reopen(std::size_t condition);
    Gate& gate(const Comparison& comparison);

    std::vector<Watched> conditions_;
    std::vector<Signal> signals_;
    std::vector<std::size_t> active_;  ///< signals for which anything waits
    std::vector<std::uint64_t> open_;
    std::vector<std::size_t> opened_;  ///< scratch of `look`
};

}  // namespace sim
