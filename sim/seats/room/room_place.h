/// Where a place of a room's plan lies in metres.
#pragma once

#include <glm/glm.hpp>
#include <optional>

#include "engine/scene/camera.h"
#include "sim/world/room_plan.h"

namespace sim::seats {

inline float metres(std::int32_t mm) {
    return static_cast<float>(mm) / 1000.0F;
}
inline glm::vec3 metres(const Millimetres& mm) {
    return {metres(mm[0]), metres(mm[1]), metres(mm[2])};
}

/// From the own frame of what stands at a place (its left, bottom, back corner, metres) to the
/// room.
glm::mat4 frame_at(const Millimetres& at, std::int32_t turn);
inline glm::mat4 frame_of(const DevicePlace& place) {
    return frame_at(place.at, place.turn);
}
/// Of a part whose place this is, or who is carried there: `corner` is where the profile puts the
/// part, `place_corner` where it puts the part that the place is of.
glm::mat4 frame_of(const PartPlace& place, const Millimetres& corner,
                   const Millimetres& place_corner);

/// Where somebody stands in a line, from 0 at its head; nothing beyond its end. They look along it,
/// the first one as those behind do.
struct InLine {
    glm::vec2 at{};
    float turn = 0;  ///< degrees
};
std::optional<InLine> in_line(const QueuePlace& queue, int index);

/// Towards the sun.
glm::vec3 towards_sun(const RoomPlan& plan);

engine::scene::Camera camera_at(const CameraPlace& place);

}  // namespace sim::seats
