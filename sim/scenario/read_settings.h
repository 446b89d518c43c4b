/// Physical parameters that a scenario sets by full name.
#pragma once

#include "sim/scenario/build_layout.h"

namespace sim {

/// Reads {scanner.jam_chance: 0 ppm, …} into the devices' parameters.
void read_settings(const engine::Node& node, Layout& layout, Place& place);

/// Sets a parameter; furniture and supplies in several profiles share theirs.
void set_parameter(Layout& layout, const NamedParameter& parameter, std::int64_t value);

}  // namespace sim
