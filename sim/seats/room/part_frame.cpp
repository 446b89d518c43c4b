#include "sim/seats/room/part_frame.h"

#include <algorithm>
#include <glm/gtc/matrix_transform.hpp>

namespace sim::seats {

namespace {

constexpr float metre = 0.001F;  ///< of a millimetre
constexpr float thinnest = 0.002F;

glm::vec3 side_of(std::string_view face) {
    if (face == "back") return {0, 0, -1};
    if (face == "top") return {0, 1, 0};
    return {0, 0, 1};
}

}  // namespace

glm::vec3 PartBox::face() const {
    return centre() + out * glm::dot(glm::abs(out), size) * 0.5F;
}

PartBox box_of(const PartShape& shape) {
    PartBox box;
    for (int i = 0; i < 3; ++i) {
        box.low[i] = static_cast<float>(shape.at[static_cast<std::size_t>(i)]) * metre;
        box.size[i] =
            std::max(thinnest, static_cast<float>(shape.size[static_cast<std::size_t>(i)]) * metre);
    }
    box.out = side_of(shape.face);
    // What is written at the back of a body stands out of it.
    if (shape.face == "back" && shape.at[2] >= 0) box.low.z -= box.size.z;
    box.tilt = glm::radians(static_cast<float>(shape.tilt));
    return box;
}

PartBox box_of(const Layout& layout, PartId part) {
    const PartSpec& spec = layout[part];
    PartBox box = box_of(spec.shape);
    if (spec.shape.face == "inside" && spec.behind != no_part) {
        box.out = side_of(layout[spec.behind].shape.face);
    } else if (spec.shape.face == "inside") {
        // What has no door of its own is got at from behind.
        box.out = side_of("back");
        box.low.z = -0.006F;
        box.size.z = 0.006F;
        box.size.y = std::min(box.size.y, 0.05F);
    }
    return box;
}

glm::mat4 opened(const PartShape& shape, float share) {
    const PartBox box = box_of(shape);
    const glm::vec3 high = box.low + box.size;
    std::string_view hinge = shape.hinge;
    if (hinge.empty()) hinge = shape.face == "top" ? "back" : "left";
    if (hinge == "slide") {
        const float way = 0.9F * glm::dot(glm::abs(box.out), box.size) + 0.12F;
        return glm::translate(glm::mat4(1), box.out * way * share);
    }
    glm::vec3 at = box.low;
    glm::vec3 axis{0, 1, 0};
    float angle = 105;
    const bool level = shape.face == "top";
    const float outwards = shape.face == "back" ? 1.0F : -1.0F;
    if (level) {
        angle = 72;
        if (hinge == "back") axis = {-1, 0, 0};
        if (hinge == "front") {
            axis = {1, 0, 0};
            at.z = high.z;
        }
        if (hinge == "left") axis = {0, 0, 1};
        if (hinge == "right") {
            axis = {0, 0, -1};
            at.x = high.x;
        }
    } else {
        if (shape.face != "back") at.z = high.z;
        if (hinge == "left") axis = {0, outwards, 0};
        if (hinge == "right") {
            axis = {0, -outwards, 0};
            at.x = high.x;
        }
        if (hinge == "top") {
            axis = {outwards, 0, 0};
            at.y = high.y;
            angle = 80;
        }
        if (hinge == "bottom") {
            axis = {-outwards, 0, 0};
            angle = 92;
        }
    }
    glm::mat4 turn = glm::translate(glm::mat4(1), at);
    turn = glm::rotate(turn, glm::radians(angle * share), axis);
    return glm::translate(turn, -at);
}

glm::mat4 leaning(const PartBox& box) {
    const glm::vec3 edge{box.low.x, box.low.y, box.low.z + box.size.z};
    glm::mat4 turn = glm::translate(glm::mat4(1), edge);
    turn = glm::rotate(turn, -box.tilt, {1, 0, 0});
    return glm::translate(turn, -edge);
}

}  // namespace sim::seats
