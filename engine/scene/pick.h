/// What a ray meets first, by the triangles themselves: no pixels are read back.
#pragma once

#include <optional>

#include "engine/scene/camera.h"
#include "engine/scene/mesh.h"

namespace engine::scene {

struct Hit {
    std::int32_t owner = nobody;
    float distance = 0;
};

/// The nearest piece of the meshes that the ray meets from its front. Glass does not count.
std::optional<Hit> pick(std::span<const Mesh* const> meshes, const Ray& ray, float farthest = 1e9F);

}  // namespace engine::scene
