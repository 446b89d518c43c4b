/// Conditions and steps in words: what was asked for, so that a person can check it against what
/// they see.
#pragma once

#include <string>
#include <vector>

#include "sim/assessment/describe.h"

namespace sim::seats {

/// "Scanner – what the screen shows: jam, and Cover: closed for 5 min". Empty for a condition that
/// always holds.
std::string condition_words(const Condition& condition, const Layout& layout, const Reader& reader);

/// One reading in words: "Cover: open", "Ballots counted: 12".
std::string reading_words(const Layout& layout, SignalRef signal, std::int64_t value,
                          const Reader& reader);

/// What a step asks for: since when, what, until when. One sentence each.
std::vector<std::string> step_words(const Step& step, const World& world, const Reader& reader);

/// The same for something that must never happen.
std::vector<std::string> violation_words(const Violation& violation, const Layout& layout,
                                         const Reader& reader);

}  // namespace sim::seats
