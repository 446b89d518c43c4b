#include "engine/scene/occlusion.h"

#include <algorithm>
#include <array>

namespace engine::scene {

namespace {

constexpr std::uint32_t leaf = 4;

bool meets(const Box& box, const glm::vec3& from, const glm::vec3& inverse, float farthest) {
    const glm::vec3 a = (box.low - from) * inverse;
    const glm::vec3 b = (box.high - from) * inverse;
    const glm::vec3 least = glm::min(a, b);
    const glm::vec3 most = glm::max(a, b);
    return std::max({least.x, least.y, least.z, 0.0F}) <=
           std::min({most.x, most.y, most.z, farthest});
}

}  // namespace

void Occlusion::add(const Mesh& mesh) {
    for (const Piece& piece : mesh.pieces) {
        if (piece.surface != Surface::plain && piece.surface != Surface::mapped) continue;
        for (std::uint32_t i = 0; i + 2 < piece.count; i += 3) {
            const std::uint32_t* corner = &mesh.indices[piece.first + i];
            const glm::vec3& a = mesh.vertices[corner[0]].at;
            triangles_.push_back(
                {a, mesh.vertices[corner[1]].at - a, mesh.vertices[corner[2]].at - a});
        }
    }
}

void Occlusion::build() {
    nodes_.clear();
    nodes_.reserve(triangles_.size());
    nodes_.emplace_back();
    split(0, 0, static_cast<std::uint32_t>(triangles_.size()));
}

void Occlusion::split(std::uint32_t node, std::uint32_t first, std::uint32_t last) {
    const auto middle_of = [](const Triangle& t) { return t.a + (t.first + t.second) / 3.0F; };
    Box box;
    Box middles;
    for (std::uint32_t i = first; i < last; ++i) {
        const Triangle& t = triangles_[i];
        box.add(t.a);
        box.add(t.a + t.first);
        box.add(t.a + t.second);
        middles.add(middle_of(t));
    }
    // A flat box would be missed by rays within its plane.
    box.low -= 1e-5F;
    box.high += 1e-5F;
    nodes_[node].box = box;
    if (last - first <= leaf) {
        nodes_[node].first = first;
        nodes_[node].count = last - first;
        return;
    }
    const glm::vec3 size = middles.size();
    const int axis = size.x >= size.y && size.x >= size.z ? 0 : size.y >= size.z ? 1 : 2;
    const std::uint32_t half = (first + last) / 2;
    std::nth_element(triangles_.begin() + first, triangles_.begin() + half,
                     triangles_.begin() + last, [&](const Triangle& a, const Triangle& b) {
                         return middle_of(a)[axis] < middle_of(b)[axis];
                     });
    const auto children = static_cast<std::uint32_t>(nodes_.size());
    nodes_[node].first = children;
    nodes_.emplace_back();
    nodes_.emplace_back();
    split(children, first, half);
    split(children + 1, half, last);
}

template <bool any>
float Occlusion::cast(const Ray& ray, float farthest) const {
    if (triangles_.empty()) return farthest;
    const glm::vec3 inverse = 1.0F / ray.direction;
    float most = farthest;
    std::array<std::uint32_t, 64> waiting;
    std::size_t count = 0;
    waiting[count++] = 0;
    while (count > 0) {
        const Node& node = nodes_[waiting[--count]];
        if (!meets(node.box, ray.from, inverse, most)) continue;
        if (node.count == 0) {
            waiting[count++] = node.first;
            waiting[count++] = node.first + 1;
            continue;
        }
        for (std::uint32_t i = 0; i < node.count; ++i) {
            // Möller and Trumbore (1997), from both sides.
            const Triangle& t = triangles_[node.first + i];
            const glm::vec3 p = glm::cross(ray.direction, t.second);
            const float determinant = glm::dot(t.first, p);
            if (std::abs(determinant) < 1e-12F) continue;
            const float scale = 1 / determinant;
            const glm::vec3 way = ray.from - t.a;
            const float u = glm::dot(way, p) * scale;
            if (u < 0 || u > 1) continue;
            const glm::vec3 q = glm::cross(way, t.first);
            const float v = glm::dot(ray.direction, q) * scale;
            if (v < 0 || u + v > 1) continue;
            const float at = glm::dot(t.second, q) * scale;
            if (at <= 0 || at >= most) continue;
            most = at;
            if constexpr (any) return most;
        }
    }
    return most;
}

float Occlusion::distance(const Ray& ray, float farthest) const {
    return cast<false>(ray, farthest);
}

bool Occlusion::blocked(const Ray& ray, float farthest) const {
    return cast<true>(ray, farthest) < farthest;
}

}  // namespace engine::scene
