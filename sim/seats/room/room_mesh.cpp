#include "sim/seats/room/room_mesh.h"

#include <algorithm>
#include <array>

#include "sim/seats/room/room_builder.h"

namespace sim::seats {

using namespace engine::scene;

WallFrame wall_frame(const RoomPlan& plan, Wall wall) {
    const glm::vec3 size = metres(plan.size);
    switch (wall) {
        case Wall::back:
            return {{0, 0, 0}, {1, 0, 0}, {0, 0, 1}, size.x};
        case Wall::left:
            return {{0, 0, 0}, {0, 0, 1}, {1, 0, 0}, size.z};
        case Wall::front:
            return {{0, 0, size.z}, {1, 0, 0}, {0, 0, -1}, size.x};
        case Wall::right:
            break;
    }
    return {{size.x, 0, 0}, {0, 0, 1}, {-1, 0, 0}, size.z};
}

void add_wall_box(Mesh& mesh, const WallFrame& wall, float from, float up, float width,
                  float height, float out, float depth, Colour colour, float bevel) {
    const glm::vec3 a = wall.at(from, up, out);
    const glm::vec3 b = wall.at(from + width, up + height, out + depth);
    add_box(mesh, glm::min(a, b), glm::abs(b - a), colour, bevel);
}

void add_wall_sheet(Mesh& mesh, const WallFrame& wall, float from, float up, float width,
                    float height, float out, Colour colour) {
    add_quad(mesh, wall.at(from + width / 2, up + height / 2, out), wall.right() * (width / 2),
             {0, height / 2, 0}, colour);
}

float variation(std::uint32_t a, std::uint32_t b) {
    std::uint32_t h = a * 0x9E3779B1U ^ (b + 0x7F4A7C15U) * 0x85EBCA77U;
    h ^= h >> 15U;
    h *= 0xC2B2AE3DU;
    h ^= h >> 13U;
    return static_cast<float>(h & 0xFFFFU) / 65535.0F;
}

std::vector<std::pair<float, float>> free_stretches(const RoomPlan& plan, Wall wall, float low,
                                                    float high) {
    std::vector<std::pair<float, float>> taken;
    const auto take = [&](const OnWall& opening) {
        const float bottom = metres(opening.up);
        if (opening.wall != wall || bottom >= high || bottom + metres(opening.size[1]) <= low) {
            return;
        }
        taken.emplace_back(metres(opening.from), metres(opening.from + opening.size[0]));
    };
    for (const OnWall& window : plan.windows) take(window);
    for (const RoomDoor& door : plan.doors) take(door.at);
    for (const RoomBoard& board : plan.boards) take(board.at);
    std::sort(taken.begin(), taken.end());
    std::vector<std::pair<float, float>> free;
    float at = 0;
    for (const auto& [from, to] : taken) {
        if (from > at) free.emplace_back(at, from);
        at = std::max(at, to);
    }
    const float width = wall_frame(plan, wall).width;
    if (width > at) free.emplace_back(at, width);
    return free;
}

namespace {

/// A level sheet from one corner of the floor to another.
void add_level(Mesh& mesh, float x0, float z0, float x1, float z1, float y, Colour colour) {
    add_quad(mesh, {(x0 + x1) / 2, y, (z0 + z1) / 2}, {(x1 - x0) / 2, 0, 0}, {0, 0, (z0 - z1) / 2},
             colour);
}

/// Planks in rows along x, each row begun elsewhere; a thin darker joint shows between them.
void add_planks(Mesh& mesh, const RoomFloor& floor, const glm::vec3& size) {
    const Colour colour = colour_of(floor.colour);
    const float width = metres(floor.width);
    const float length = metres(floor.length);
    constexpr float joint = 0.0022F;
    std::uint32_t row = 0;
    for (float z = 0; z < size.z; z += width, ++row) {
        float x = -length * variation(row, 7);
        for (std::uint32_t n = 0; x < size.x; ++n) {
            const float own = length * (0.75F + 0.5F * variation(row, 100 + n));
            const float tint = 0.955F + 0.08F * variation(row * 61 + n, 3);
            Colour wood = shaded(colour, tint);
            if (variation(row * 17 + n, 5) > 0.8F) {
                wood = mixed(wood, {176, 120, 72, 255}, 0.12F);
            }
            const float x0 = std::max(0.0F, x + joint);
            const float x1 = std::min(size.x, x + own - joint);
            if (x1 > x0) {
                add_level(mesh, x0, z + joint, x1, std::min(size.z, z + width) - joint, 0, wood);
            }
            x += own;
        }
    }
}

void add_tiles(Mesh& mesh, const RoomFloor& floor, const glm::vec3& size) {
    const Colour colour = colour_of(floor.colour);
    const bool tiles = floor.kind == FloorKind::tiles;
    const float side = metres(floor.width);
    const float joint = tiles ? 0.003F : 0.0F;
    std::uint32_t row = 0;
    for (float z = 0; z < size.z; z += side, ++row) {
        std::uint32_t n = 0;
        for (float x = 0; x < size.x; x += side, ++n) {
            const float tint = (tiles ? 0.96F : 0.985F) + 0.05F * variation(row * 131 + n, 9);
            add_level(mesh, x + joint, z + joint, std::min(size.x, x + side) - joint,
                      std::min(size.z, z + side) - joint, 0, shaded(colour, tint));
        }
    }
}

}  // namespace

void add_floor(RoomMesh& room, const RoomPlan& plan) {
    const glm::vec3 size = metres(plan.size);
    add_lit(room, nobody, {0, 0, size.z}, {size.x, 0, 0}, {0, 0, -size.z}, [&] {
        // The ground of the joints lies a little lower.
        add_level(room.mesh, 0, 0, size.x, size.z, -0.004F,
                  shaded(colour_of(plan.floor.colour), 0.76F));
        if (plan.floor.kind == FloorKind::planks) {
            add_planks(room.mesh, plan.floor, size);
        } else {
            add_tiles(room.mesh, plan.floor, size);
        }
    });
}

void add_walls(RoomMesh& room, const RoomPlan& plan) {
    const glm::vec3 size = metres(plan.size);
    const float rail = metres(plan.rail_up);
    for (const Wall side : {Wall::back, Wall::left, Wall::front, Wall::right}) {
        const WallFrame wall = wall_frame(plan, side);
        const glm::vec3 right = wall.right();
        // As seen from inside its left end is where `from` begins or where it ends.
        const bool grows = glm::dot(right, wall.along) > 0;
        const glm::vec3 origin = wall.at(grows ? 0 : wall.width, 0, 0);
        const auto part = [&](float low, float high, Colour colour) {
            std::vector<std::array<float, 4>> holes;
            const auto pierce = [&](const OnWall& opening) {
                if (opening.wall != side) return;
                float from = metres(opening.from) / wall.width;
                float to = metres(opening.from + opening.size[0]) / wall.width;
                if (!grows) {
                    std::swap(from, to);
                    from = 1 - from;
                    to = 1 - to;
                }
                const float bottom = (metres(opening.up) - low) / (high - low);
                const float top = (metres(opening.up + opening.size[1]) - low) / (high - low);
                if (top <= 0 || bottom >= 1) return;
                holes.push_back({from, bottom, to, top});
            };
            for (const OnWall& window : plan.windows) pierce(window);
            for (const RoomDoor& door : plan.doors) pierce(door.at);
            add_pierced(room.mesh, origin + glm::vec3(0, low, 0), right * wall.width,
                        {0, high - low, 0}, colour, holes);
        };
        add_lit(room, nobody, origin, right * wall.width, {0, size.y, 0}, [&] {
            part(0, rail, colour_of(plan.colours.low));
            part(rail, size.y, colour_of(plan.colours.high));
        });
        for (const auto& [from, to] : free_stretches(plan, side, rail - 0.03F, rail + 0.03F)) {
            add_wall_box(room.mesh, wall, from, rail - 0.03F, to - from, 0.06F, 0, 0.02F,
                         colour_of(plan.colours.rail), 0.006F);
        }
        for (const auto& [from, to] : free_stretches(plan, side, 0, 0.09F)) {
            add_wall_box(room.mesh, wall, from, 0, to - from, 0.09F, 0, 0.016F,
                         colour_of(plan.colours.skirting), 0.005F);
        }
    }
    add_lit(room, nobody, {0, size.y, 0}, {size.x, 0, 0}, {0, 0, size.z}, [&] {
        add_quad(room.mesh, {size.x / 2, size.y, size.z / 2}, {size.x / 2, 0, 0},
                 {0, 0, size.z / 2}, colour_of(plan.colours.ceiling));
    });
}

RoomMesh build_room(const RoomPlan& plan, const Layout& layout) {
    RoomMesh room;
    add_floor(room, plan);
    add_walls(room, plan);
    room.mesh.begin(nobody);
    add_windows(room, plan);
    add_doors(room, plan);
    add_fittings(room, plan, layout);
    for (const RoomFurniture& furniture : plan.furniture) {
        if (!stands(furniture.stands_for, layout)) continue;
        const PartId part =
            furniture.stands_for.empty() ? no_part : layout.find(furniture.stands_for);
        add_furniture(room, furniture, part != no_part ? part : nobody);
    }
    add_outside(room.outside, plan);
    return room;
}

}  // namespace sim::seats
