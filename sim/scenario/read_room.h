/// Rooms: where things stand when the station is drawn in space.
#pragma once

#include <string_view>

#include "sim/scenario/files.h"
#include "sim/scenario/form.h"
#include "sim/world/room_plan.h"

namespace sim {

/// Reads a room whose file is called `id`; what would lie outside it is reported.
RoomPlan read_room(const engine::Node& node, std::string_view id, Place& place);

/// The room of that name from assets/rooms; nothing when it is missing or wrong, which is reported.
std::optional<RoomPlan> load_room(const FileSource& source, const std::string& id,
                                  engine::Problems& problems);

}  // namespace sim
