#pragma once

#include <cstdint>
#include <string>

#include "sim/station/world.h"

namespace sim {

/// A signal's value as sentences and files write it: the name of a choice, true or false, a clock,
/// a number with its unit.
std::string value_text(const Layout& layout, SignalRef signal, std::int64_t value);

}  // namespace sim
