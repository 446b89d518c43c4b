#include "sim/seats/room/room_place.h"

#include <cmath>
#include <glm/gtc/matrix_transform.hpp>

namespace sim::seats {

glm::mat4 frame_at(const Millimetres& at, std::int32_t turn) {
    const glm::mat4 moved = glm::translate(glm::mat4(1), metres(at));
    return glm::rotate(moved, glm::radians(static_cast<float>(turn)), glm::vec3(0, 1, 0));
}

glm::mat4 frame_of(const PartPlace& place, const Millimetres& corner,
                   const Millimetres& place_corner) {
    const glm::vec3 beside = metres(corner) - metres(place_corner);
    return glm::translate(frame_at(place.at, place.turn), beside);
}

std::optional<InLine> in_line(const QueuePlace& queue, int index) {
    float left = metres(queue.gap) * static_cast<float>(index);
    for (std::size_t i = 0; i + 1 < queue.points.size(); ++i) {
        const glm::vec2 from{metres(queue.points[i][0]), metres(queue.points[i][1])};
        const glm::vec2 to{metres(queue.points[i + 1][0]), metres(queue.points[i + 1][1])};
        const float length = glm::length(to - from);
        if (length <= 0) continue;
        if (left > length) {
            left -= length;
            continue;
        }
        const glm::vec2 ahead = (from - to) / length;
        return InLine{from - ahead * left, glm::degrees(std::atan2(ahead.x, ahead.y))};
    }
    return std::nullopt;
}

glm::vec3 towards_sun(const RoomPlan& plan) {
    const float turn = glm::radians(static_cast<float>(plan.sun_turn));
    const float height = glm::radians(static_cast<float>(plan.sun_height));
    return {std::sin(turn) * std::cos(height), std::sin(height), std::cos(turn) * std::cos(height)};
}

engine::scene::Camera camera_at(const CameraPlace& place) {
    engine::scene::Camera camera;
    camera.eye = metres(place.eye);
    camera.target = metres(place.target);
    camera.field = static_cast<float>(place.field);
    return camera;
}

}  // namespace sim::seats
