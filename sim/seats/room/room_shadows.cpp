#include "sim/seats/room/room_shadows.h"

#include <algorithm>
#include <cmath>
#include <glm/gtc/constants.hpp>

namespace sim::seats {

using namespace engine::scene;

namespace {

constexpr float above = 0.004F;  ///< the ground, m

Colour shade(float strength) {
    return {22, 16, 12, static_cast<std::uint8_t>(255 * strength)};
}

std::uint32_t add_corner(Mesh& mesh, const glm::vec3& at, float strength) {
    Vertex vertex;
    vertex.at = at;
    vertex.normal = {0, 1, 0};
    vertex.colour = shade(strength);
    mesh.add(vertex);
    return static_cast<std::uint32_t>(mesh.vertices.size()) - 1;
}

}  // namespace

void add_shadow(Mesh& mesh, const Pose& pose, Detail detail) {
    const std::uint32_t sides = detail == Detail::near ? 12 : 7;
    const float turn = glm::radians(pose.facing);
    const glm::vec3 ahead{std::sin(turn), 0, std::cos(turn)};
    const glm::vec3 aside{ahead.z, 0, -ahead.x};
    const glm::vec3 centre =
        pose.at + glm::vec3{0, above, 0} + ahead * (pose.seated ? 0.3F : 0.05F);
    mesh.begin(nobody, Surface::glass);
    const std::uint32_t middle = add_corner(mesh, centre, 0.60F);
    const auto ring = [&](float wide, float deep, float strength) {
        const auto first = static_cast<std::uint32_t>(mesh.vertices.size());
        for (std::uint32_t i = 0; i < sides; ++i) {
            const float angle =
                glm::two_pi<float>() * static_cast<float>(i) / static_cast<float>(sides);
            add_corner(mesh,
                       centre + aside * (std::cos(angle) * wide) - ahead * (std::sin(angle) * deep),
                       strength);
        }
        return first;
    };
    if (detail == Detail::far) {
        const std::uint32_t rim = ring(0.40F, 0.34F, 0);
        for (std::uint32_t i = 0; i < sides; ++i) {
            mesh.triangle(middle, rim + i, rim + (i + 1) % sides);
        }
        return;
    }
    const std::uint32_t inner = ring(0.22F, 0.19F, 0.44F);
    const std::uint32_t outer = ring(0.46F, 0.40F, 0);
    for (std::uint32_t i = 0; i < sides; ++i) {
        const std::uint32_t next = (i + 1) % sides;
        mesh.triangle(middle, inner + i, inner + next);
        mesh.triangle(inner + i, outer + i, outer + next);
        mesh.triangle(inner + i, outer + next, inner + next);
    }
}

void add_shadow(Mesh& mesh, const Box& thing) {
    if (thing.empty()) return;
    const bool on_floor = thing.low.y < 0.1F;
    const float reach = on_floor ? 0.13F : 0.06F;
    const float up = (on_floor ? 0.0F : thing.low.y) + above;
    constexpr float under = 0.04F;
    mesh.begin(nobody, Surface::glass);
    const auto ring = [&](float by, float strength) {
        const glm::vec3 low = thing.low - by;
        const glm::vec3 high = thing.high + by;
        const std::uint32_t first = add_corner(mesh, {low.x, up, low.z}, strength);
        add_corner(mesh, {low.x, up, high.z}, strength);
        add_corner(mesh, {high.x, up, high.z}, strength);
        add_corner(mesh, {high.x, up, low.z}, strength);
        return first;
    };
    const std::uint32_t inner = ring(-under, 0.5F);
    const std::uint32_t edge = ring(0.005F, 0.4F);
    const std::uint32_t soft = ring(reach * 0.45F, 0.15F);
    const std::uint32_t outer = ring(reach, 0);
    mesh.triangle(inner, inner + 1, inner + 2);
    mesh.triangle(inner, inner + 2, inner + 3);
    for (const auto& [from, to] : {std::pair{inner, edge}, {edge, soft}, {soft, outer}}) {
        for (std::uint32_t i = 0; i < 4; ++i) {
            const std::uint32_t next = (i + 1) % 4;
            mesh.triangle(from + i, to + i, to + next);
            mesh.triangle(from + i, to + next, from + next);
        }
    }
}

}  // namespace sim::seats
