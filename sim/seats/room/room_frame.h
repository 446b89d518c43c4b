/// One frame of the room's view. For room_view.cpp and room_bar.cpp only.
#pragma once

#include "sim/seats/room/room_view.h"

namespace sim::seats {

struct RoomFrame {
    Hands& hands;
    RoomView& view;
    engine::view::Rect all;
    engine::view::Rect middle;
};

/// The camera is on its way.
inline bool moving(const RoomView& view) {
    return !(view.camera == view.to);
}

/// Where one is, the sides of the device, names.
void draw_bar(RoomFrame& frame);
/// Devices by name, where they stand; what has no place to be seen stands in a row below.
void draw_chips(RoomFrame& frame);
/// Parts of the device by name, beside them: whatever finds no place is left out.
void draw_names(RoomFrame& frame);
/// Everything in reach as words: no aim is needed.
void draw_list(RoomFrame& frame);
/// An arrow at the edge towards the part that is pointed out, while it is out of sight.
void draw_way_to_target(RoomFrame& frame);

}  // namespace sim::seats
