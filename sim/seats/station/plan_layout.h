/// Where the parts of a device lie on its faces, in millimetres: x to the right, y downwards, as
/// one looks at that face. Nothing is drawn here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/view/geometry.h"
#include "sim/station/world.h"

namespace sim::seats {

struct Placed {
    PartId part = no_part;
    engine::view::Rect at;    ///< mm
    PartId within = no_part;  ///< it lies behind that open door, or in that slot
};

/// One flat picture: a body with what is on it.
struct Board {
    PartId body = no_part;  ///< the unit on whose face the parts sit
    engine::view::Rect body_at;
    PartId door = no_part;  ///< face "inside": what all of it is behind
    bool rear = false;      ///< the back of that unit
    bool cropped = false;   ///< only the part of the body on which there is something
    engine::view::Rect extent;
    std::vector<Placed> parts;  ///< large ones first
};

/// The faces of a device that have something on them, in order: front, inside, back, top.
std::vector<std::string_view> faces_of(const Layout& layout, DeviceId device);

/// The face on which a part is drawn; empty when it has no shape.
std::string_view face_of(const Layout& layout, PartId part);

/// What there is to be seen on a face now.
std::vector<Board> boards_of(const World& world, DeviceId device, std::string_view face);

/// Things of the device that can be held and lie about, and papers that are there: no place on a
/// face. What is behind a closed door is not among them.
std::vector<PartId> loose_things(const World& world, DeviceId device);

/// Kit and furniture: single things that are arranged side by side, not one machine.
bool is_kit(DeviceClass device_class);

bool has_shape(const PartSpec& spec);

/// A part that is drawn as the ground of others and not as a thing of its own.
bool is_body(const Layout& layout, PartId part);

}  // namespace sim::seats
