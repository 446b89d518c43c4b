// What is seen through the windows: a yard with poplars, mountains, the sky.

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/gtc/constants.hpp>

#include "sim/seats/room/room_builder.h"

namespace sim::seats {

using namespace engine::scene;

namespace {

constexpr Colour haze{214, 226, 234, 255};

/// Round a window's wall: nobody in the room looks past its ends.
struct Round {
    glm::vec3 middle, right, out;

    explicit Round(const WallFrame& wall)
        : middle(wall.at(wall.width / 2, 0, 0)), right(wall.right()), out(-wall.in) {}
    /// @param turn from -1, along the wall to its left, to 1.
    glm::vec3 at(float turn, float distance, float up) const {
        const float angle = turn * glm::half_pi<float>();
        return middle + (right * std::sin(angle) + out * std::cos(angle)) * distance +
               glm::vec3(0, up, 0);
    }
};

/// Rows of corners, lowest first, as sheets.
void join(Mesh& mesh, std::uint32_t first, std::uint32_t columns, std::uint32_t rows) {
    for (std::uint32_t i = 0; i + 1 < columns; ++i) {
        for (std::uint32_t row = 0; row + 1 < rows; ++row) {
            const std::uint32_t a = first + rows * i + row;
            mesh.triangle(a, a + rows, a + rows + 1);
            mesh.triangle(a, a + rows + 1, a + 1);
        }
    }
}

/// Up to above one's head, within what the lens reaches.
void add_sky(Mesh& mesh, const WallFrame& wall) {
    constexpr std::uint32_t columns = 17;
    struct Band {
        float distance, up;
        Colour colour;
    };
    constexpr Colour low{196, 218, 236, 255};
    constexpr Colour high{132, 176, 216, 255};
    constexpr std::array<Band, 6> bands = {{{88, -6, haze},
                                            {88, 3, haze},
                                            {88, 10, low},
                                            {84, 42, high},
                                            {50, 70, high},
                                            {0.1F, 80, high}}};
    const Round round(wall);
    const auto first = static_cast<std::uint32_t>(mesh.vertices.size());
    for (std::uint32_t i = 0; i < columns; ++i) {
        const float turn = static_cast<float>(i) / (columns - 1) * 2 - 1;
        for (const Band& band : bands) {
            Vertex vertex;
            vertex.at = round.at(turn, band.distance, band.up);
            vertex.normal = wall.in;
            vertex.colour = band.colour;
            mesh.add(vertex);
        }
    }
    join(mesh, first, columns, bands.size());
}

/// A ridge: ragged heights, rock that pales towards its foot, snow above a line.
void add_ridge(Mesh& mesh, const WallFrame& wall, float distance, float low, float high,
               std::uint32_t seed, Colour rock, float snow_line) {
    constexpr std::uint32_t columns = 53;
    const Round round(wall);
    const auto first = static_cast<std::uint32_t>(mesh.vertices.size());
    for (std::uint32_t i = 0; i < columns; ++i) {
        const float t = static_cast<float>(i) / (columns - 1);
        const float wave = 0.5F + 0.28F * std::sin(t * 17 + static_cast<float>(seed)) +
                           0.22F * std::sin(t * 42 + static_cast<float>(seed) * 2.3F);
        const float ragged = (variation(seed, i) - 0.5F) * 0.22F;
        const float top = low + (high - low) * std::clamp(wave + ragged, 0.05F, 1.1F);
        const float snow = std::min(top, snow_line + (variation(seed + 9, i) - 0.5F) * 1.6F);
        const float lit = 0.92F + 0.16F * variation(seed + 5, i);
        const std::array<std::pair<float, Colour>, 4> rows = {{
            {-3.0F, mixed(rock, haze, 0.75F)},
            {snow * 0.45F, mixed(rock, haze, 0.3F)},
            {snow, shaded(rock, lit)},
            {top, top > snow_line ? shaded({244, 247, 250, 255}, std::min(1.0F, lit))
                                  : shaded(rock, lit)},
        }};
        for (const auto& [up, colour] : rows) {
            Vertex vertex;
            vertex.at = round.at(t * 2 - 1, distance, up);
            vertex.normal = wall.in;
            vertex.colour = colour;
            mesh.add(vertex);
        }
    }
    join(mesh, first, columns, 4);
}

void add_poplar(Mesh& mesh, const glm::vec3& foot, float height, Colour leaves) {
    add_cylinder(mesh, foot, foot + glm::vec3(0, height * 0.2F, 0), 0.14F, 0.12F,
                 {120, 104, 84, 255}, 6);
    const auto ring = [&](float up, float wide, float tint) {
        return Ring{foot + glm::vec3(0, height * up, 0), height * wide, height * wide, 0,
                    shaded(leaves, tint)};
    };
    const std::array<Ring, 6> rings = {{ring(0.13F, 0.02F, 0.78F), ring(0.2F, 0.07F, 0.82F),
                                        ring(0.38F, 0.105F, 0.92F), ring(0.6F, 0.1F, 1.0F),
                                        ring(0.84F, 0.06F, 1.06F), ring(1.0F, 0.008F, 1.1F)}};
    add_loft(mesh, rings, 8);
}

void add_view(Mesh& mesh, const WallFrame& wall) {
    add_sky(mesh, wall);
    add_ridge(mesh, wall, 70, 4.5F, 11.5F, 3, {146, 164, 184, 255}, 7.4F);
    add_ridge(mesh, wall, 60, 2.2F, 5.6F, 11, {124, 146, 160, 255}, 99);
    add_ridge(mesh, wall, 48, 0.2F, 2.2F, 17, {130, 152, 122, 255}, 99);
    // The yard.
    const glm::vec3 middle = wall.at(wall.width / 2, -0.7F, -30);
    const auto first = mesh.vertices.size();
    add_quad(mesh, middle, wall.right() * 90.0F, -wall.in * 29.0F, {158, 172, 122, 255});
    for (std::size_t i = first; i < mesh.vertices.size(); ++i) {
        const float away = -glm::dot(mesh.vertices[i].at - wall.corner, wall.in);
        if (away > 30) mesh.vertices[i].colour = {186, 200, 168, 255};
    }
    for (std::uint32_t i = 0; i < 11; ++i) {
        const float along =
            wall.width / 2 + (static_cast<float>(i) - 5) * 6.5F + (variation(i, 21) - 0.5F) * 5;
        const float height = 5.0F + 2 * variation(i, 22);
        add_poplar(mesh, wall.at(along, -0.7F, -32 - 11 * variation(i, 23)), height,
                   mixed({104, 134, 84, 255}, {150, 158, 92, 255}, variation(i, 24)));
    }
}

}  // namespace

void add_outside(Mesh& mesh, const RoomPlan& plan) {
    // As bright as it is, whatever burns in the room.
    mesh.begin(nobody, Surface::lamp);
    for (const Wall side : {Wall::back, Wall::left, Wall::front, Wall::right}) {
        const bool seen = std::any_of(plan.windows.begin(), plan.windows.end(),
                                      [&](const OnWall& window) { return window.wall == side; });
        if (seen) add_view(mesh, wall_frame(plan, side));
    }
    for (Vertex& vertex : mesh.vertices) vertex.colour = shaded(vertex.colour, 1.09F);
}

}  // namespace sim::seats
