#include "sim/seats/room/room_people.h"

namespace sim::seats {

void add_people(engine::scene::Mesh&, const World&, const RoomPlan&) {}

}  // namespace sim::seats
