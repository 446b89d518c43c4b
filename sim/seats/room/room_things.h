/// What lies about: cards, seals, rolls, memory on the commission's table or in the safe, papers on
/// the table and on the board.
#pragma once

#include "sim/seats/room/room_scene.h"

namespace sim::seats {

/// A place on which things are laid in rows: frame of its left back corner, width and depth.
struct Ground {
    glm::mat4 frame{1};
    float width = 0, depth = 0;
};
/// The table at which the chair sits.
std::optional<Ground> table_of(const RoomPlan& plan);

void add_things(engine::scene::Mesh& mesh, const World& world, const RoomScene& room, PartId hand);

}  // namespace sim::seats
