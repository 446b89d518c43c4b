/// Entries of the catalogue of malfunctions.
#pragma once

#include "sim/scenario/read_procedure.h"
#include "sim/world/fault.h"

namespace sim {

/// What the station needs to know of a fault before any sentence can name it.
struct FaultHead {
    std::string id;
    engine::LocalizedText title;
    DeviceClass device_class{};
    Role with = Role::none;  ///< only where a device has such a part
};
/// Reads only that, and reports nothing: `read_fault` does.
FaultHead read_fault_head(const engine::Node& node, std::string_view id);

/// Reads a fault whose file is called `id`.
FaultSpec read_fault(const engine::Node& node, std::string_view id, const Words& words,
                     Place& place);

}  // namespace sim
