/// Everybody in the room: voters where the world has them, the commission at its posts, observers.
#pragma once

#include "engine/scene/mesh.h"
#include "sim/station/world.h"
#include "sim/world/room_plan.h"

namespace sim::seats {

void add_people(engine::scene::Mesh& mesh, const World& world, const RoomPlan& plan);

}  // namespace sim::seats
