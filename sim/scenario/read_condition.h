/// Conditions from YAML: maps of signals, `all`, `any`, `not`, `for`.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "sim/scenario/form.h"
#include "sim/world/condition.h"
#include "sim/world/signal.h"

namespace sim {

/// A signal as a condition needs it.
struct SignalKind {
    SignalRef ref;
    SignalType type = SignalType::number;
    std::string_view unit;
    std::span<const std::string_view> choices;
};

/// The signals of one station, by name.
struct SignalNames {
    std::function<std::optional<SignalKind>(std::string_view name)> find;
    /// What to say after a name that is none: the nearest right one, or what is allowed in its
    /// place.
    std::function<std::string(std::string_view name)> advice;
};

/// Reads a condition:
///
///     scanner.state: open                     a value, or a list of values of which one holds
///     scanner.ballots: {at_least: 100}        at_most, more_than, less_than, not
///     all: […]   any: […]   not: {…}
///     for: 30 s                               the rest of the map has held that long
///
/// Several keys of one map must all hold. Values are typed by the signal: true/false, the name of a
/// choice, a number with its unit, a time of day, a duration.
Condition read_condition(const engine::Node& node, std::string_view what, const SignalNames& names,
                         Place& place);

}  // namespace sim
