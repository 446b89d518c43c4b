/// Leads between the places where their plugs are: in a socket, in the hand, lying there.
#pragma once

#include "sim/seats/room/room_scene.h"

namespace sim::seats {

void add_leads(engine::scene::Mesh& mesh, const World& world, const RoomScene& room,
               const RoomMoment& moment);

}  // namespace sim::seats
