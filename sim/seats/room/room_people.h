/// Everybody in the room: voters where the world has them, the commission at its posts, observers.
#pragma once

#include "engine/scene/mesh.h"
#include "sim/station/world.h"
#include "sim/world/room_plan.h"

namespace sim::seats {

/// @param eye those who are no farther from it than `near` metres are drawn finely.
void add_people(engine::scene::Mesh& mesh, const World& world, const RoomPlan& plan,
                const glm::vec3& eye, float near);

}  // namespace sim::seats
