/// What lies about: cards, seals, rolls, memory on the commission's table or in the safe, papers on
/// the table and on the board.
#pragma once

#include "sim/seats/room/room_scene.h"

namespace sim::seats {

void add_things(engine::scene::Mesh& mesh, const World& world, const RoomScene& room, PartId hand);

}  // namespace sim::seats
