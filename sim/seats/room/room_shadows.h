/// Soft pools of shade where something touches the ground: what the light of a room, worked out in
/// coarse steps, leaves out.
#pragma once

#include "engine/scene/mesh.h"
#include "sim/seats/room/person_mesh.h"

namespace sim::seats {

/// Under somebody.
void add_shadow(engine::scene::Mesh& mesh, const Pose& pose, Detail detail);

/// Round the foot of what stands there.
void add_shadow(engine::scene::Mesh& mesh, const engine::scene::Box& thing);

}  // namespace sim::seats
