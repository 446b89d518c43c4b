#include "engine/scene/camera.h"

#include <cmath>
#include <glm/gtc/matrix_transform.hpp>

namespace engine::scene {

namespace {

constexpr float nearest = 0.08F;
constexpr float farthest = 110;

glm::mat4 view_of(const Camera& camera) {
    glm::vec3 up{0, 1, 0};
    const glm::vec3 ahead = camera.target - camera.eye;
    // Straight down: what is ahead on the floor is up in the picture.
    if (std::abs(ahead.x) + std::abs(ahead.z) < 1e-4F * std::abs(ahead.y)) up = {0, 0, -1};
    return glm::lookAt(camera.eye, camera.target, up);
}

}  // namespace

glm::mat4 view_projection(const Camera& camera, float aspect) {
    glm::mat4 lens = glm::perspective(glm::radians(camera.field), aspect, nearest, farthest);
    lens = glm::translate(glm::mat4(1), {camera.shift.x, -camera.shift.y, 0}) * lens;
    return lens * view_of(camera);
}

std::optional<glm::vec2> project(const glm::mat4& view_projection, const glm::vec3& point,
                                 float width, float height) {
    const glm::vec4 clip = view_projection * glm::vec4(point, 1);
    if (clip.w < nearest * 0.5F) return std::nullopt;
    return glm::vec2{(clip.x / clip.w * 0.5F + 0.5F) * width,
                     (0.5F - clip.y / clip.w * 0.5F) * height};
}

Ray ray_through(const Camera& camera, float x, float y, float width, float height) {
    const float aspect = width / height;
    const float tangent = std::tan(glm::radians(camera.field) / 2);
    const float right = (x / width * 2 - 1 - camera.shift.x) * tangent * aspect;
    const float up = (1 - y / height * 2 + camera.shift.y) * tangent;
    const glm::mat4 back = glm::inverse(view_of(camera));
    const glm::vec3 direction = glm::mat3(back) * glm::vec3(right, up, -1);
    return {camera.eye, glm::normalize(direction)};
}

Camera between(const Camera& a, const Camera& b, float share) {
    Camera mid;
    mid.eye = glm::mix(a.eye, b.eye, share);
    mid.target = glm::mix(a.target, b.target, share);
    mid.field = glm::mix(a.field, b.field, share);
    mid.shift = glm::mix(a.shift, b.shift, share);
    return mid;
}

}  // namespace engine::scene
