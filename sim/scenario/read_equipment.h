/// Equipment files: what a piece of equipment is made of.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/form.h"
#include "sim/world/part.h"

namespace sim {

/// A name that stands for a part, and where it was written; checked when the whole station is
/// known.
struct PartName {
    std::string name;  ///< empty: none
    int line = 0;
    int column = 0;
};

/// A part as its file has it: names instead of ids.
struct ProfilePart {
    PartSpec spec;  ///< `name` is the id; the references are not filled
    PartName guards, behind, other_end, starts_in;
    int line = 0;
    int column = 0;
};

struct EquipmentProfile {
    std::string id;
    std::string file;  ///< for messages
    DeviceClass device_class = DeviceClass::room;
    engine::LocalizedText name;
    engine::LocalizedText note;
    std::string like;                  ///< the profile that it is like; empty: none
    std::vector<std::string> without;  ///< parts of that one which it lacks
    std::vector<ProfilePart> parts;
    std::vector<PartShape> body;  ///< of what its unit is made; empty: of one box
    std::vector<std::pair<std::string, engine::LocalizedText>> texts;  ///< of its screens
    std::array<std::optional<std::int64_t>, parameter_count> parameters;
    std::array<std::string, parameter_count> sources;  ///< of the parameters
};

/// Reads a profile whose file is called `id`. Mistakes are reported; what could be read is
/// returned.
EquipmentProfile read_equipment(const engine::Node& node, std::string_view id, Place& place);

/// A profile that is like `base`, with what it has instead of it. Mistakes are reported at `place`,
/// its own file.
EquipmentProfile joined(const EquipmentProfile& base, EquipmentProfile own, Place& place);

/// Value of a parameter as written ("95 %"), within its range; reported and nothing when it is not.
std::optional<std::int64_t> read_parameter_value(const engine::Node& node, Parameter parameter,
                                                 Place& place);

/// Names of the parameters of a class, for messages.
std::vector<std::string> parameter_names(DeviceClass device_class);

/// Names of the screens of a class.
std::span<const std::string_view> screens_of(DeviceClass device_class);

/// What can be touched on the screens of a class, in the order of the parts' index.
std::span<const std::string_view> targets_of(DeviceClass device_class);

}  // namespace sim
