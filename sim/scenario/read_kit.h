/// Kits: other equipment for any drill, one profile for another.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/scenario/form.h"

namespace sim {

/// A profile that a scenario names, and the one that takes its place.
using Replacements = std::vector<std::pair<std::string, std::string>>;

/// Reads a kit whose file is called `id`.
Replacements read_kit(const engine::Node& node, std::string_view id, Place& place);

}  // namespace sim
