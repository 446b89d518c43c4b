#include <array>
#include <cmath>

#include "sim/seats/room/room_frame.h"

namespace sim::seats {

using namespace engine::view;

namespace {

/// Where on the window a point is, or the way to it when it lies behind.
struct Bearing {
    Point way;           ///< from the middle
    bool ahead = false;  ///< before the eye
};

Bearing bearing_of(const RoomFrame& frame, const glm::vec3& point) {
    const engine::scene::Camera& camera = frame.view.camera;
    const glm::vec3 ahead = glm::normalize(camera.target - camera.eye);
    const glm::vec3 right = glm::normalize(glm::cross(ahead, glm::vec3{0, 1, 0}));
    const glm::vec3 up = glm::cross(right, ahead);
    const glm::vec3 there = point - camera.eye;
    const float depth = glm::dot(there, ahead);
    const float size =
        frame.all.h / 2 / std::tan(glm::radians(camera.field) / 2) / std::max(depth, 0.05F);
    const Point shift{camera.shift.x * frame.all.w / 2, camera.shift.y * frame.all.h / 2};
    const Point middle = frame.middle.centre();
    return {{frame.all.centre().x + shift.x + glm::dot(there, right) * size - middle.x,
             frame.all.centre().y + shift.y - glm::dot(there, up) * size - middle.y},
            depth > 0};
}

}  // namespace

void draw_way_to_target(RoomFrame& frame) {
    const PartId part = frame.hands.state.target;
    if (part == no_part || moving(frame.view)) return;
    // What is seen, be it half, stands in its outline.
    if (frame.hands.find(part) != nullptr) return;
    const engine::scene::Box box = frame.view.scene->bounds(part);
    if (box.empty()) return;
    Ui& ui = frame.hands.ui;
    const Bearing bearing = bearing_of(frame, box.centre());
    const Rect room = frame.middle.inset(28, 28);
    const Point middle = frame.middle.centre();
    const Point at{middle.x + bearing.way.x, middle.y + bearing.way.y};
    if (bearing.ahead && room.contains(at)) return;
    const float length = std::hypot(bearing.way.x, bearing.way.y);
    const Point way =
        length < 1 ? Point{1, 0} : Point{bearing.way.x / length, bearing.way.y / length};
    // As far out on the way as the room is free.
    const float across = room.w / 2 / std::max(0.001F, std::abs(way.x));
    const float down = room.h / 2 / std::max(0.001F, std::abs(way.y));
    const float out = std::min(across, down);
    const Point tip{middle.x + way.x * out, middle.y + way.y * out};
    const auto place = [&](float back, float aside) {
        return Point{tip.x - way.x * back - way.y * aside, tip.y - way.y * back + way.x * aside};
    };
    line(ui, place(14, 0), place(48, 0), Token::paper, 13);
    polygon(ui, std::array{place(-5, 0), place(24, 20), place(24, -20)}, Token::paper);
    line(ui, place(14, 0), place(46, 0), Token::focus, 8);
    polygon(ui, std::array{place(0, 0), place(22, 15), place(22, -15)}, Token::focus);
    const std::string& name = label_of(frame.hands.world.layout(), part, frame.hands.reader);
    const Point size = measure(ui, Type::small_strong, name, 200);
    // Behind the shaft, whichever way that goes.
    const float half = std::abs(way.x) * (size.x / 2 + 8) + std::abs(way.y) * (size.y / 2 + 4);
    const Point end = place(50 + half, 0);
    Rect label{end.x - size.x / 2 - 8, end.y - size.y / 2 - 4, size.x + 16, size.y + 8};
    label.x = std::clamp(label.x, room.x, std::max(room.x, room.right() - label.w));
    fill(ui, label, Token::focus, 6);
    paragraph(ui, {label.x + 8, label.y + 4, size.x + 1, 0}, Type::small_strong, Token::on_action,
              name);
}

}  // namespace sim::seats
