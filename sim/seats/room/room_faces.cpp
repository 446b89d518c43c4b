// Where faces are in the picture of the room.

#include <algorithm>

#include "sim/seats/room/room_view.h"

namespace sim::seats {

using engine::view::Rect;

std::optional<Rect> face_in(const RoomView& view, const Rect& all, const glm::vec3& head) {
    const glm::mat4 lens = engine::scene::view_projection(view.camera, all.w / all.h);
    const glm::vec3 above = head + glm::vec3{0, 0.2F, 0};
    const auto at = engine::scene::project(lens, head, all.w, all.h);
    const auto top = engine::scene::project(lens, above, all.w, all.h);
    if (!at || !top) return std::nullopt;
    const float half = std::max(4.0F, at->y - top->y);
    return Rect{all.x + at->x - half, all.y + at->y - half, 2 * half, 2 * half};
}

std::vector<Rect> faces_in(const RoomView& view, const Rect& all) {
    std::vector<Rect> faces;
    for (const glm::vec3& head : view.scene->heads()) {
        // Whose place one looks from is not in the picture.
        const glm::vec2 beside{head.x - view.camera.eye.x, head.z - view.camera.eye.z};
        if (glm::length(beside) < own_place) continue;
        if (const auto face = face_in(view, all, head)) faces.push_back(*face);
    }
    return faces;
}

}  // namespace sim::seats
