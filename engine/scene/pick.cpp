#include "engine/scene/pick.h"

#include <algorithm>

namespace engine::scene {

namespace {

bool meets(const Box& box, const Ray& ray, const glm::vec3& inverse, float farthest) {
    const glm::vec3 a = (box.low - ray.from) * inverse;
    const glm::vec3 b = (box.high - ray.from) * inverse;
    const glm::vec3 least = glm::min(a, b);
    const glm::vec3 most = glm::max(a, b);
    const float from = std::max({least.x, least.y, least.z, 0.0F});
    const float to = std::min({most.x, most.y, most.z, farthest});
    return from <= to * 1.0001F + 1e-4F;
}

/// Möller and Trumbore, "Fast, minimum storage ray/triangle intersection" (1997); backs are not
/// met.
std::optional<float> meets(const Ray& ray, const glm::vec3& a, const glm::vec3& b,
                           const glm::vec3& c) {
    const glm::vec3 first = b - a;
    const glm::vec3 second = c - a;
    const glm::vec3 p = glm::cross(ray.direction, second);
    const float determinant = glm::dot(first, p);
    if (determinant < 1e-12F) return std::nullopt;
    const glm::vec3 t = ray.from - a;
    const float u = glm::dot(t, p);
    if (u < 0 || u > determinant) return std::nullopt;
    const glm::vec3 q = glm::cross(t, first);
    const float v = glm::dot(ray.direction, q);
    if (v < 0 || u + v > determinant) return std::nullopt;
    const float distance = glm::dot(second, q) / determinant;
    if (distance <= 1e-5F) return std::nullopt;
    return distance;
}

}  // namespace

std::optional<Hit> pick(std::span<const Mesh* const> meshes, const Ray& ray, float farthest) {
    std::optional<Hit> nearest;
    float most = farthest;
    const glm::vec3 inverse = 1.0F / ray.direction;
    for (const Mesh* mesh : meshes) {
        for (const Piece& piece : mesh->pieces) {
            if (piece.surface == Surface::glass || !meets(piece.bounds, ray, inverse, most)) {
                continue;
            }
            for (std::uint32_t i = 0; i + 2 < piece.count; i += 3) {
                const std::uint32_t* corner = &mesh->indices[piece.first + i];
                const auto distance =
                    meets(ray, mesh->vertices[corner[0]].at, mesh->vertices[corner[1]].at,
                          mesh->vertices[corner[2]].at);
                if (!distance || *distance >= most) continue;
                most = *distance;
                nearest = Hit{piece.owner, most};
            }
        }
    }
    return nearest;
}

}  // namespace engine::scene
