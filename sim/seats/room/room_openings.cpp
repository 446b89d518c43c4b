// Windows, doors, and what is seen through them.

#include <algorithm>
#include <cmath>
#include <glm/gtc/constants.hpp>
#include <glm/gtc/matrix_transform.hpp>

#include "sim/seats/room/room_builder.h"

namespace sim::seats {

using namespace engine::scene;

namespace {

constexpr Colour paint{244, 243, 238, 255};
constexpr Colour metal{150, 156, 160, 255};
constexpr float reveal = 0.22F;  // of a window in its wall

/// Four bars round a rectangle of a wall, inside it.
void add_rim(Mesh& mesh, const WallFrame& wall, float from, float up, float width, float height,
             float bar, float out, float depth, Colour colour) {
    add_wall_box(mesh, wall, from, up, bar, height, out, depth, colour);
    add_wall_box(mesh, wall, from + width - bar, up, bar, height, out, depth, colour);
    add_wall_box(mesh, wall, from + bar, up, width - 2 * bar, bar, out, depth, colour);
    add_wall_box(mesh, wall, from + bar, up + height - bar, width - 2 * bar, bar, out, depth,
                 colour);
}

/// The sides of a hole in the wall and its top: seen from within the hole only.
void add_jambs(Mesh& mesh, const WallFrame& wall, float from, float up, float width, float height,
               float depth, Colour colour) {
    const auto middle = [&](float f, float u) { return wall.at(f, u, -depth / 2); };
    const glm::vec3 half = wall.in * (depth / 2);
    const glm::vec3 tall{0, height / 2, 0};
    const glm::vec3 wide = wall.along * (width / 2);
    // Which way round depends on the wall's handedness.
    const auto sheet = [&](const glm::vec3& centre, glm::vec3 right, const glm::vec3& high,
                           const glm::vec3& towards) {
        if (glm::dot(glm::cross(right, high), towards) < 0) right = -right;
        add_quad(mesh, centre, right, high, colour);
    };
    sheet(middle(from, up + height / 2), half, tall, wall.along);
    sheet(middle(from + width, up + height / 2), half, tall, -wall.along);
    sheet(middle(from + width / 2, up + height), half, wide, {0, -1, 0});
}

void add_window(Mesh& mesh, const WallFrame& wall, const OnWall& window) {
    const float from = metres(window.from);
    const float up = metres(window.up);
    const float width = metres(window.size[0]);
    const float height = metres(window.size[1]);
    add_jambs(mesh, wall, from, up, width, height, reveal, paint);
    constexpr float bar = 0.06F;
    constexpr float out = -0.17F;
    add_rim(mesh, wall, from, up, width, height, bar, out, 0.06F, paint);
    const int panes = std::max(2, static_cast<int>(std::lround(width / 0.65F)));
    const float light = (width - bar) / static_cast<float>(panes);
    const float transom = up + height * 0.7F;
    for (int i = 1; i < panes; ++i) {
        add_wall_box(mesh, wall, from + light * static_cast<float>(i), up + bar, bar,
                     height - 2 * bar, out, 0.05F, paint);
    }
    for (int i = 0; i < panes; ++i) {
        add_wall_box(mesh, wall, from + light * static_cast<float>(i) + bar, transom, light - bar,
                     0.05F, out, 0.05F, paint);
    }
    add_wall_box(mesh, wall, from - 0.06F, up - 0.035F, width + 0.12F, 0.04F, -0.17F, 0.235F, paint,
                 0.006F);
    // A rail and thin curtains drawn to the sides.
    const float rail = up + height + 0.12F;
    const glm::vec3 ends[2] = {wall.at(from - 0.25F, rail, 0.13F),
                               wall.at(from + width + 0.25F, rail, 0.13F)};
    add_cylinder(mesh, ends[0], ends[1], 0.012F, 0.012F, metal, 8);
    const Colour cloth{232, 226, 211, 255};
    const float drop = height + 0.3F;
    for (const float start : {from - 0.22F, from + width - 0.12F}) {
        glm::vec3 left = wall.at(start, rail - drop, 0.13F);
        glm::vec3 right = wall.at(start + 0.34F, rail - drop, 0.13F);
        if (glm::dot(wall.right(), wall.along) < 0) std::swap(left, right);
        add_curtain(mesh, left, right, drop - 0.01F, 0.028F, 4, cloth, false);
    }
}

/// In its own frame: hinge at 0, x along it, z towards the room.
void add_leaf(Mesh& mesh, float width, float height, Colour colour) {
    constexpr float thick = 0.045F;
    add_box(mesh, {0, 0.006F, -thick}, {width, height, thick}, colour, 0.004F);
    const Colour panel = shaded(colour, 1.06F);
    const float wide = width - 0.28F;
    for (const float side : {0.0F, -thick - 0.012F}) {
        for (const auto& [low, high] : {std::pair(0.16F, 0.42F), std::pair(0.5F, 0.93F)}) {
            add_box(mesh, {0.14F, height * low, side}, {wide, height * (high - low), 0.012F}, panel,
                    0.011F);
        }
    }
    for (const float side : {0.0F, -thick - 0.05F}) {
        add_box(mesh, {width - 0.09F, 0.98F, side}, {0.04F, 0.16F, side < 0 ? 0.05F : 0.008F},
                metal, 0.003F);
        add_box(mesh, {width - 0.2F, 1.05F, side < 0 ? side : 0.03F}, {0.14F, 0.022F, 0.02F}, metal,
                0.006F);
    }
}

/// From the leaf's frame to the room; the hinge is on the left as seen from inside.
glm::mat4 hinge(const RoomPlan& plan, const OnWall& door, float degrees) {
    const WallFrame wall = wall_frame(plan, door.wall);
    const glm::vec3 right = wall.right();
    const bool grows = glm::dot(right, wall.along) > 0;
    const float from = metres(grows ? door.from : door.from + door.size[0]);
    const glm::vec3 at = wall.at(from, metres(door.up), -0.04F) + right * 0.012F;
    const glm::mat4 frame{glm::vec4(right, 0), glm::vec4(0, 1, 0, 0), glm::vec4(wall.in, 0),
                          glm::vec4(at, 1)};
    return glm::rotate(frame, glm::radians(degrees), glm::vec3(0, 1, 0));
}

void add_hung_leaf(Mesh& mesh, const RoomPlan& plan, const OnWall& door, float degrees,
                   Colour colour) {
    const std::size_t first = mesh.vertices.size();
    add_leaf(mesh, metres(door.size[0]) - 0.024F, metres(door.size[1]) - 0.015F, colour);
    transform(mesh, first, hinge(plan, door, degrees));
}

/// What lies behind the open entrance: the end of a corridor.
void add_corridor(Mesh& mesh, const RoomPlan& plan, const WallFrame& wall, const OnWall& door) {
    constexpr float deep = 2.4F;
    const float from = metres(door.from) - 0.5F;
    const float width = metres(door.size[0]) + 1.0F;
    const float height = metres(door.size[1]) + 0.3F;
    const float rail = std::min(metres(plan.rail_up), height);
    add_wall_sheet(mesh, wall, from, 0, width, rail, -deep, colour_of(plan.colours.low));
    add_wall_sheet(mesh, wall, from, rail, width, height - rail, -deep,
                   colour_of(plan.colours.high));
    add_jambs(mesh, wall, from, 0, width, height, deep, colour_of(plan.colours.high));
    const glm::vec3 floor = wall.at(from + width / 2, 0, -deep / 2);
    add_quad(mesh, floor, wall.right() * (width / 2), wall.in * (-deep / 2),
             shaded(colour_of(plan.floor.colour), 0.9F));
}

void add_door(RoomMesh& room, const RoomPlan& plan, const RoomDoor& door) {
    Mesh& mesh = room.mesh;
    const WallFrame wall = wall_frame(plan, door.at.wall);
    const float from = metres(door.at.from);
    const float width = metres(door.at.size[0]);
    const float height = metres(door.at.size[1]);
    const Colour frame = shaded(paint, 0.97F);
    add_jambs(mesh, wall, from, 0, width, height, 0.14F, frame);
    for (const float side : {from - 0.085F, from + width - 0.005F}) {
        add_wall_box(mesh, wall, side, 0, 0.09F, height + 0.085F, 0, 0.024F, frame, 0.006F);
    }
    add_wall_box(mesh, wall, from, height - 0.005F, width, 0.09F, 0, 0.024F, frame, 0.006F);
    if (door.entrance) {
        add_corridor(mesh, plan, wall, door.at);
    } else {
        add_hung_leaf(mesh, plan, door.at, 0, colour_of(plan.colours.wood));
    }
    if (door.sign.empty()) return;
    constexpr float sign_wide = 0.52F;
    constexpr float sign_high = 0.17F;
    const float left = from + (width - sign_wide) / 2;
    const float up = height + 0.14F;
    add_wall_box(mesh, wall, left, up, sign_wide, sign_high, 0, 0.012F, {46, 111, 142, 255},
                 0.004F);
    room.signs.push_back({wall.at(left + sign_wide / 2, up + sign_high / 2, 0.0135F),
                          wall.right() * (sign_wide / 2 - 0.01F),
                          {0, sign_high / 2 - 0.01F, 0},
                          door.sign});
}

}  // namespace

void add_curtain(Mesh& mesh, const glm::vec3& from, const glm::vec3& to, float height, float depth,
                 int folds, Colour colour, bool both) {
    const glm::vec3 way = to - from;
    const glm::vec3 out = glm::normalize(glm::cross(way, glm::vec3(0, 1, 0)));
    const int steps = folds * 4;
    for (const bool back : {false, true}) {
        if (back && !both) break;
        const auto first = static_cast<std::uint32_t>(mesh.vertices.size());
        for (int i = 0; i <= steps; ++i) {
            const float t = static_cast<float>(i) / static_cast<float>(steps);
            const float phase = t * static_cast<float>(folds) * glm::two_pi<float>();
            const float wave = std::sin(phase);
            const glm::vec3 slope =
                way / (glm::length(way) * static_cast<float>(folds)) + out * 0.0F;
            const float rise = std::cos(phase) * glm::two_pi<float>() * depth /
                               std::max(1e-3F, glm::length(way) / static_cast<float>(folds));
            glm::vec3 normal = glm::normalize(out - glm::normalize(slope) * rise);
            if (back) normal = -normal;
            Vertex vertex;
            vertex.normal = normal;
            // What lies deep in a fold gets less light.
            vertex.colour = shaded(colour, 0.9F + 0.1F * wave * (back ? -1.0F : 1.0F));
            vertex.at = from + way * t + out * (wave * depth);
            mesh.add(vertex);
            vertex.at.y += height;
            mesh.add(vertex);
        }
        for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(steps); ++i) {
            const std::uint32_t a = first + 2 * i;
            if (back) {
                mesh.triangle(a, a + 3, a + 2);
                mesh.triangle(a, a + 1, a + 3);
            } else {
                mesh.triangle(a, a + 2, a + 3);
                mesh.triangle(a, a + 3, a + 1);
            }
        }
    }
}

void add_windows(RoomMesh& room, const RoomPlan& plan) {
    for (const OnWall& window : plan.windows) {
        add_window(room.mesh, wall_frame(plan, window.wall), window);
    }
}

void add_doors(RoomMesh& room, const RoomPlan& plan) {
    for (const RoomDoor& door : plan.doors) add_door(room, plan, door);
}

void add_entrance(Mesh& mesh, const RoomPlan& plan, std::int32_t owner, float open, Colour colour) {
    for (const RoomDoor& door : plan.doors) {
        if (!door.entrance) continue;
        mesh.begin(owner);
        // Into the room, so that one sees out of it.
        add_hung_leaf(mesh, plan, door.at, -95 * std::clamp(open, 0.0F, 1.0F), colour);
    }
}

}  // namespace sim::seats
