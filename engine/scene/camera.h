/// A look into the scene: from where, in which direction, through which lens.
#pragma once

#include <glm/glm.hpp>
#include <optional>

namespace engine::scene {

struct Camera {
    glm::vec3 eye{0, 1.6F, 0};
    glm::vec3 target{0, 1, -1};
    float field = 50;  ///< degrees from top to bottom
    /// The middle of the picture stands so far right and down of the middle of the window, in
    /// halves of it: the lens is shifted, the perspective stays true.
    glm::vec2 shift{0, 0};

    friend bool operator==(const Camera&, const Camera&) = default;
};

struct Ray {
    glm::vec3 from{};
    glm::vec3 direction{0, 0, -1};  ///< of length 1
};

/// @param aspect width by height.
glm::mat4 view_projection(const Camera& camera, float aspect);

/// Where a point is in a picture of that size, from its top left; nothing when it is behind.
std::optional<glm::vec2> project(const glm::mat4& view_projection, const glm::vec3& point,
                                 float width, float height);

/// Through a place of a picture of that size.
Ray ray_through(const Camera& camera, float x, float y, float width, float height);

/// Between two looks, 0 to 1.
Camera between(const Camera& a, const Camera& b, float share);

}  // namespace engine::scene
