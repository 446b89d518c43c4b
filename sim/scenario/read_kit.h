/// Kits: other equipment for any drill.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/scenario/build_layout.h"

namespace sim {

struct Kit {
    engine::LocalizedText title;
    /// A profile that a drill names, and the one that takes its place.
    std::vector<std::pair<std::string, std::string>> replace;
    std::vector<DevicePlan> add;
    std::vector<engine::Node> procedures;  ///< names, as they stand in the file
};

/// Reads a kit whose file is called `id`.
Kit read_kit(const engine::Node& node, std::string_view id, Place& place);

/// A device as the list of a station or of a kit has it.
DevicePlan read_device(const engine::Node& node, Place& place);

/// Puts the kit's equipment in the place of what these devices name, and its devices beside them.
void equip(std::vector<DevicePlan>& devices, const Kit& kit);

}  // namespace sim
