/// The places of a room as small pictures, by which one chooses among them.
#pragma once

#include <map>

#include "engine/view/glance.h"
#include "sim/seats/room/room_view.h"

namespace sim::seats {

/// What lasts between frames: the pictures are made one a frame, and seldom again.
struct RoomGlances {
    struct One {
        engine::view::Glance glance;
        std::uint64_t setting = 0;  ///< light, size and place as it was drawn
        double drawn_at = -1e9;     ///< on the clock of Ui::time
    };
    std::map<int, One> ones;  ///< by the number of the place
    const RoomScene* of = nullptr;
    double seen_at = 0;      ///< since when the room is shown
    double drawn_at = -1e9;  ///< the last of them
};

/// Shows the place at a device (none: the room) as it was seen last. @return false while it has not
/// been drawn yet.
bool draw_glance(engine::view::Ui& ui, const engine::view::Rect& rect, RoomGlances& glances,
                 int number, const RoomView& room, const World& world, DeviceId device,
                 float radius);

}  // namespace sim::seats
