// What makes a room a place of its own: shelves, cabinets, a stage, plants, coats on their stand.

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/seats/room/room_builder.h"

namespace sim::seats {

using namespace engine::scene;

namespace {

constexpr Colour steel{88, 95, 102, 255};
constexpr Colour muted[] = {{142, 84, 74, 255},  {84, 104, 128, 255}, {96, 122, 98, 255},
                            {170, 148, 96, 255}, {112, 96, 120, 255}, {196, 190, 178, 255}};

Colour muted_one(std::uint32_t a, std::uint32_t b) {
    constexpr auto count = static_cast<float>(std::size(muted));
    return muted[static_cast<std::size_t>(variation(a, b) * (count - 0.01F))];
}

/// Boards between two sides, with files and books standing on them.
void add_shelf(Mesh& mesh, const glm::vec3& size, Colour colour) {
    constexpr float board = 0.02F;
    for (const float x : {0.0F, size.x - board}) {
        add_box(mesh, {x, 0, 0}, {board, size.y, size.z}, colour, 0.002F);
    }
    add_box(mesh, {board, 0.04F, 0}, {size.x - 2 * board, size.y - 0.04F, 0.008F},
            shaded(colour, 0.82F));
    const int shelves = std::max(2, static_cast<int>(size.y / 0.36F));
    const float step = (size.y - 0.06F) / static_cast<float>(shelves);
    for (int i = 0; i <= shelves; ++i) {
        const float y = 0.04F + step * static_cast<float>(i);
        add_box(mesh, {board, y - board / 2, 0.008F}, {size.x - 2 * board, board, size.z - 0.01F},
                colour);
        if (i == shelves) break;
        auto number = static_cast<std::uint32_t>(i * 97 + 3);
        float x = board + 0.02F;
        while (x < size.x - 0.14F) {
            const float v = variation(number, 5);
            // Here and there a place is free.
            if (v > 0.86F) {
                x += 0.16F;
                ++number;
                continue;
            }
            const float thick = 0.05F + 0.05F * variation(number, 7);
            const float high = step * (0.62F + 0.24F * variation(number, 11));
            const Colour back = muted_one(number, 13);
            add_box(mesh, {x, y + board / 2, size.z * 0.2F}, {thick - 0.003F, high, size.z * 0.66F},
                    back);
            add_quad(mesh, {x + thick / 2, y + board / 2 + high * 0.72F, size.z * 0.86F + 0.0008F},
                     {thick * 0.3F, 0, 0}, {0, high * 0.1F, 0}, {238, 234, 224, 255});
            x += thick;
            ++number;
        }
    }
}

/// Drawers one over the other, each with its grip and label.
void add_cabinet(Mesh& mesh, const glm::vec3& size, Colour colour) {
    add_box(mesh, {0, 0.03F, 0}, {size.x, size.y - 0.03F, size.z - 0.018F}, shaded(colour, 0.94F),
            0.004F);
    add_box(mesh, {0.02F, 0, 0.02F}, {size.x - 0.04F, 0.03F, size.z - 0.06F}, steel);
    const int drawers = std::max(2, static_cast<int>(size.y / 0.32F));
    const float step = (size.y - 0.05F) / static_cast<float>(drawers);
    for (int i = 0; i < drawers; ++i) {
        const float y = 0.04F + step * static_cast<float>(i);
        add_box(mesh, {0.008F, y, size.z - 0.018F}, {size.x - 0.016F, step - 0.008F, 0.018F},
                colour, 0.003F);
        add_box(mesh, {size.x * 0.36F, y + step * 0.42F, size.z}, {size.x * 0.28F, 0.016F, 0.018F},
                steel, 0.003F);
        add_quad(mesh, {size.x / 2, y + step * 0.68F, size.z + 0.0008F}, {size.x * 0.13F, 0, 0},
                 {0, 0.018F, 0}, {240, 238, 230, 255});
    }
}

/// Leaves that bend outwards from a pot.
void add_plant(Mesh& mesh, const glm::vec3& size, Colour colour) {
    const glm::vec3 foot{size.x / 2, 0, size.z / 2};
    const float radius = std::min(size.x, size.z) * 0.36F;
    const float pot = std::min(0.34F, size.y * 0.3F);
    add_cylinder(mesh, foot, foot + glm::vec3{0, pot, 0}, radius * 0.72F, radius,
                 {156, 92, 66, 255}, 14);
    add_cylinder(mesh, foot + glm::vec3{0, pot, 0}, foot + glm::vec3{0, pot + 0.006F, 0},
                 radius * 0.9F, radius * 0.9F, {70, 54, 42, 255}, 14);
    constexpr int leaves = 11;
    for (int i = 0; i < leaves; ++i) {
        const auto number = static_cast<std::uint32_t>(i);
        const float turn = 2.4F * static_cast<float>(i);
        const float high = (size.y - pot) * (0.55F + 0.42F * variation(number, 3));
        const float reach = std::min(size.x, size.z) * (0.26F + 0.3F * variation(number, 5));
        const glm::vec3 out{std::cos(turn), 0, std::sin(turn)};
        const glm::vec3 aside{-out.z, 0, out.x};
        const Colour leaf = shaded(colour, 0.8F + 0.4F * variation(number, 9));
        constexpr int steps = 4;
        const auto spine = [&](float t) {
            return foot + glm::vec3{0, pot, 0} + out * (reach * t * t) +
                   glm::vec3{0, high * (1.5F * t - 0.5F * t * t * t), 0};
        };
        for (int k = 0; k < steps; ++k) {
            const float a = static_cast<float>(k) / steps;
            const float b = static_cast<float>(k + 1) / steps;
            const auto half = [](float t) { return 0.012F + 0.045F * std::sin(3.1416F * t); };
            const glm::vec3 middle = (spine(a) + spine(b)) * 0.5F;
            const glm::vec3 up = (spine(b) - spine(a)) * 0.52F;
            const glm::vec3 wide = aside * half((a + b) / 2);
            add_quad(mesh, middle, wide, up, leaf);
            add_quad(mesh, middle, -wide, up, shaded(leaf, 0.8F));
        }
    }
}

/// A stand with hooks, and coats that hang on some of them.
void add_coats(Mesh& mesh, const glm::vec3& size, Colour colour) {
    const glm::vec3 foot{size.x / 2, 0, size.z / 2};
    add_cylinder(mesh, foot, foot + glm::vec3{0, 0.03F, 0}, size.x * 0.36F, size.x * 0.3F, colour,
                 16);
    add_cylinder(mesh, foot, foot + glm::vec3{0, size.y, 0}, 0.018F, 0.015F, colour, 10);
    add_ball(mesh, foot + glm::vec3{0, size.y, 0}, glm::vec3(0.03F), colour, 10);
    constexpr int hooks = 6;
    for (int i = 0; i < hooks; ++i) {
        const float turn = 6.2832F * static_cast<float>(i) / hooks;
        const glm::vec3 out{std::cos(turn), 0, std::sin(turn)};
        const glm::vec3 from = foot + glm::vec3{0, size.y - 0.14F, 0};
        const glm::vec3 to = from + out * (size.x * 0.3F) + glm::vec3{0, 0.07F, 0};
        add_cylinder(mesh, from, to, 0.009F, 0.007F, colour, 6);
        if (i % 2 != 0) continue;
        const auto number = static_cast<std::uint32_t>(i);
        const Colour cloth = shaded(muted_one(number, 21), 0.72F);
        const float low = to.y - 0.78F - 0.14F * variation(number, 4);
        const auto ring = [&](float y, float wide, float deep) {
            const glm::vec3 at = glm::vec3{to.x, y, to.z} - out * 0.02F;
            return Ring{at, wide, deep, 0.1F, shaded(cloth, y < to.y - 0.3F ? 0.94F : 1.0F)};
        };
        const std::array<Ring, 5> coat{{ring(low, 0.15F, 0.10F), ring(low + 0.3F, 0.13F, 0.09F),
                                        ring(to.y - 0.24F, 0.13F, 0.085F),
                                        ring(to.y - 0.10F, 0.10F, 0.07F),
                                        ring(to.y - 0.01F, 0.03F, 0.03F)}};
        add_loft(mesh, coat, 8);
    }
}

/// A platform of boards with two steps before it, and the curtain behind and beside it.
void add_stage(Mesh& mesh, const glm::vec3& size, Colour colour) {
    constexpr Colour wood{126, 90, 58, 255};
    constexpr float board = 0.03F;
    add_box(mesh, {0, 0, 0}, {size.x, size.y - board, size.z - 0.02F}, shaded(wood, 0.55F));
    const int boards = std::max(3, static_cast<int>(size.z / 0.14F));
    const float deep = size.z / static_cast<float>(boards);
    for (int i = 0; i < boards; ++i) {
        const auto number = static_cast<std::uint32_t>(i);
        add_box(mesh, {0, size.y - board, deep * static_cast<float>(i)},
                {size.x, board, deep - 0.003F}, shaded(wood, 0.92F + 0.16F * variation(number, 2)));
    }
    for (int i = 0; i < 2; ++i) {
        const float high = size.y * (i == 0 ? 0.34F : 0.67F);
        add_box(mesh, {size.x * 0.12F, 0, size.z + (i == 0 ? 0.24F : 0.0F)}, {0.9F, high, 0.24F},
                shaded(wood, 0.84F), 0.006F);
    }
    constexpr float rail = 3.1F;
    const float high = rail - size.y - 0.02F;
    add_curtain(mesh, {0.02F, size.y + 0.02F, 0.10F}, {size.x - 0.02F, size.y + 0.02F, 0.10F}, high,
                0.05F, std::max(4, static_cast<int>(size.x / 0.30F)), shaded(colour, 0.78F), false);
    for (const auto& [from, to] : {std::pair{0.0F, 0.16F}, std::pair{0.84F, 1.0F}}) {
        add_curtain(mesh, {size.x * from, size.y + 0.02F, size.z - 0.10F},
                    {size.x * to, size.y + 0.02F, size.z - 0.10F}, high, 0.07F, 3, colour, true);
    }
    add_curtain(mesh, {0, rail - 0.34F, size.z - 0.04F}, {size.x, rail - 0.34F, size.z - 0.04F},
                0.40F, 0.05F, std::max(4, static_cast<int>(size.x / 0.45F)), colour, true);
    add_box(mesh, {0, rail + 0.05F, size.z - 0.12F}, {size.x, 0.05F, 0.08F}, shaded(wood, 0.7F));
    add_box(mesh, {0, rail - 0.36F, size.z - 0.005F}, {size.x, 0.03F, 0.006F}, {206, 170, 92, 255});
    // A lectern at its side.
    const float x = size.x * 0.68F;
    const float z = size.z * 0.42F;
    add_box(mesh, {x, size.y, z}, {0.5F, 1.02F, 0.3F}, shaded(wood, 1.1F), 0.008F);
    add_box(mesh, {x - 0.04F, size.y + 1.02F, z - 0.04F}, {0.58F, 0.03F, 0.4F}, shaded(wood, 1.25F),
            0.006F);
}

}  // namespace

bool add_furnishing(Mesh& mesh, FurnitureKind kind, const glm::vec3& size, Colour colour) {
    switch (kind) {
        case FurnitureKind::shelf:
            add_shelf(mesh, size, colour);
            return true;
        case FurnitureKind::cabinet:
            add_cabinet(mesh, size, colour);
            return true;
        case FurnitureKind::plant:
            add_plant(mesh, size, colour);
            return true;
        case FurnitureKind::coats:
            add_coats(mesh, size, colour);
            return true;
        case FurnitureKind::stage:
            add_stage(mesh, size, colour);
            return true;
        default:
            return false;
    }
}

}  // namespace sim::seats
