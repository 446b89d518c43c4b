// Desks, chairs, booths: each made in its own frame, then put in its place.

#include <algorithm>

#include "sim/seats/room/room_builder.h"

namespace sim::seats {

using namespace engine::scene;

namespace {

constexpr Colour steel{88, 95, 102, 255};
constexpr Colour panel{172, 178, 182, 255};
constexpr float board = 0.026F;  // thickness of a top
constexpr float edge = 0.006F;   // its bevel

/// One piece in the making: what is added lies in its own frame.
struct Bench {
    RoomMesh& room;
    glm::mat4 frame;
    std::int32_t owner;
    std::size_t first;

    Mesh& mesh() { return room.mesh; }
    void box(const glm::vec3& low, const glm::vec3& size, Colour colour, float bevel = 0) {
        add_box(room.mesh, low, size, colour, bevel);
    }
    /// What was added since is moved to its place.
    void place() {
        transform(room.mesh, first, frame);
        first = room.mesh.vertices.size();
    }
    /// A level face that takes its light from the map, just above the board under it.
    void top(float x, float z, float width, float depth, float up, Colour colour) {
        place();
        const auto at = [&](float dx, float dz) {
            return glm::vec3(frame * glm::vec4(x + dx, up + 0.0006F, z + dz, 1));
        };
        const glm::vec3 origin = at(0, depth);
        const glm::vec3 right = at(width, depth) - origin;
        const glm::vec3 back = at(0, 0) - origin;
        add_lit(room, owner, origin, right, back, [&] {
            add_quad(room.mesh, origin + (right + back) * 0.5F, right * 0.5F, back * 0.5F, colour);
        });
        first = room.mesh.vertices.size();
    }
};

void add_top(Bench& bench, const glm::vec3& size, Colour colour) {
    bench.box({0, size.y - board, 0}, {size.x, board, size.z}, shaded(colour, 0.97F), edge);
    bench.top(edge, edge, size.x - 2 * edge, size.z - 2 * edge, size.y, colour);
}

void add_legs(Bench& bench, const glm::vec3& size, float height, float thick, float inset,
              Colour colour) {
    for (const float x : {inset, size.x - inset - thick}) {
        for (const float z : {inset, size.z - inset - thick}) {
            bench.box({x, 0, z}, {thick, height, thick}, colour);
        }
    }
}

/// Who works there sits at its front; the back is closed by a panel.
void add_desk(Bench& bench, const glm::vec3& size, Colour colour) {
    add_legs(bench, size, size.y - board, 0.03F, 0.04F, steel);
    const float under = size.y - board - 0.035F;
    for (const float x : {0.043F, size.x - 0.067F}) {
        bench.box({x, under, 0.07F}, {0.024F, 0.035F, size.z - 0.14F}, steel);
        bench.box({x, 0.1F, 0.07F}, {0.024F, 0.02F, size.z - 0.14F}, steel);
    }
    bench.box({0.075F, 0.2F, 0.045F}, {size.x - 0.15F, size.y - board - 0.21F, 0.016F}, panel,
              0.004F);
    add_top(bench, size, colour);
}

void add_table(Bench& bench, const glm::vec3& size, Colour colour) {
    const Colour wood = shaded(colour, 0.86F);
    add_legs(bench, size, size.y - board, 0.055F, 0.04F, wood);
    const float low = size.y - board - 0.08F;
    for (const float z : {0.05F, size.z - 0.07F}) {
        bench.box({0.095F, low, z}, {size.x - 0.19F, 0.08F, 0.02F}, wood);
    }
    for (const float x : {0.05F, size.x - 0.07F}) {
        bench.box({x, low, 0.095F}, {0.02F, 0.08F, size.z - 0.19F}, wood);
    }
    add_top(bench, size, colour);
}

/// Who sits on it looks to its front.
void add_chair(Bench& bench, const glm::vec3& size, Colour colour, float bevel = 0.008F) {
    const float seat = std::min(0.45F, size.y * 0.55F);
    add_legs(bench, size, seat - 0.02F, 0.024F, 0.02F, steel);
    bench.box({0.01F, seat - 0.035F, 0.02F}, {size.x - 0.02F, 0.035F, size.z - 0.03F}, colour,
              bevel);
    for (const float x : {0.02F, size.x - 0.044F}) {
        bench.box({x, seat - 0.02F, 0.02F}, {0.024F, size.y - seat - 0.02F, 0.024F}, steel);
    }
    bench.box({0.012F, size.y - 0.24F, 0.012F}, {size.x - 0.024F, 0.24F, 0.022F}, colour, bevel);
}

/// Chairs that stand in one another.
void add_stack(Bench& bench, const glm::vec3& size, Colour colour) {
    constexpr float chair = 0.84F;
    constexpr float step = 0.085F;
    const int more = std::max(0, static_cast<int>((size.y - chair) / step));
    for (int i = 0; i <= more; ++i) {
        const auto first = bench.room.mesh.vertices.size();
        const auto up = static_cast<float>(i);
        add_chair(bench, {size.x, chair, size.z - 0.04F}, shaded(colour, 1.0F - 0.03F * up), 0);
        const glm::mat4 lift{
            {1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, step * up, 0.008F * up, 1}};
        transform(bench.room.mesh, first, lift);
    }
}

void add_cupboard(Bench& bench, const glm::vec3& size, Colour colour) {
    bench.box({0.02F, 0, 0.02F}, {size.x - 0.04F, 0.08F, size.z - 0.05F}, shaded(colour, 0.6F));
    bench.box({0, 0.08F, 0}, {size.x, size.y - 0.08F, size.z - 0.02F}, shaded(colour, 0.95F), edge);
    const float leaf = size.x / 2 - 0.006F;
    for (const float x : {0.004F, size.x / 2 + 0.002F}) {
        bench.box({x, 0.09F, size.z - 0.02F}, {leaf, size.y - 0.1F, 0.018F}, colour, 0.004F);
    }
    for (const float x : {size.x / 2 - 0.045F, size.x / 2 + 0.03F}) {
        bench.box({x, size.y * 0.5F, size.z - 0.002F}, {0.014F, 0.16F, 0.022F}, steel, 0.004F);
    }
}

void add_bench(Bench& bench, const glm::vec3& size, Colour colour) {
    add_legs(bench, size, size.y - board, 0.04F, 0.05F, steel);
    add_top(bench, size, colour);
}

/// Three walls of cloth in a frame, a shelf to write on, a curtain half across the open front.
void add_booth(Bench& bench, const glm::vec3& size, Colour colour) {
    constexpr float post = 0.03F;
    const Colour cloth = mixed(colour, {205, 214, 222, 255}, 0.35F);
    for (const float x : {0.0F, size.x - post}) {
        for (const float z : {0.0F, size.z - post}) {
            bench.box({x, 0, z}, {post, size.y, post}, {206, 210, 213, 255});
        }
        bench.box({x, size.y - post, post}, {post, post, size.z - 2 * post}, {206, 210, 213, 255});
        bench.box({x + 0.008F, 0.12F, post}, {0.014F, size.y - 0.12F - post, size.z - 2 * post},
                  cloth);
    }
    for (const float z : {0.0F, size.z - post}) {
        bench.box({post, size.y - post, z}, {size.x - 2 * post, post, post}, {206, 210, 213, 255});
    }
    bench.box({post, 0.12F, 0.008F}, {size.x - 2 * post, size.y - 0.12F - post, 0.014F}, cloth);
    const float shelf = 0.95F;
    bench.box({post, shelf - 0.02F, post}, {size.x - 2 * post, 0.02F, 0.4F}, {214, 190, 156, 255},
              0.004F);
    const float rail = size.y - post;
    add_curtain(bench.mesh(), {post, 0.32F, size.z - 0.012F},
                {size.x * 0.62F, 0.32F, size.z - 0.012F}, rail - 0.32F, 0.022F, 7, colour, true);
    add_curtain(bench.mesh(), {size.x * 0.86F, 0.32F, size.z - 0.012F},
                {size.x - post, 0.32F, size.z - 0.012F}, rail - 0.32F, 0.024F, 3, colour, true);
    bench.place();
}

/// Its number on a plate over the curtain, for "booth_3" the 3.
void add_number(Bench& bench, const glm::vec3& size, const std::string& name) {
    const std::size_t digits = name.find_last_not_of("0123456789") + 1;
    if (digits == name.size()) return;
    constexpr float half_wide = 0.09F;
    constexpr float half_high = 0.065F;
    const float up = size.y - 0.09F;
    bench.box({size.x / 2 - half_wide, up - half_high, size.z + 0.002F},
              {2 * half_wide, 2 * half_high, 0.008F}, {246, 246, 243, 255}, 0.003F);
    const auto turn = [&](const glm::vec3& way) {
        return glm::vec3(bench.frame * glm::vec4(way, 0));
    };
    const std::string number = name.substr(digits);
    bench.room.signs.push_back(
        {glm::vec3(bench.frame * glm::vec4(size.x / 2, up, size.z + 0.0115F, 1)),
         turn({half_wide - 0.01F, 0, 0}),
         turn({0, half_high - 0.01F, 0}),
         {number, number, number}});
    bench.place();
}

/// A standing partition.
void add_screen(Bench& bench, const glm::vec3& size, Colour colour) {
    const float middle = size.z / 2;
    bench.box({0.02F, 0.14F, middle - 0.015F}, {size.x - 0.04F, size.y - 0.16F, 0.03F}, colour,
              0.005F);
    for (const float x : {0.0F, size.x - 0.03F}) {
        bench.box({x, 0, middle - 0.02F}, {0.03F, size.y, 0.04F}, steel, 0.004F);
        bench.box({x - 0.005F, 0, 0}, {0.04F, 0.025F, size.z}, steel, 0.004F);
    }
}

Colour usual_colour(FurnitureKind kind) {
    switch (kind) {
        case FurnitureKind::chair:
            return {124, 91, 62, 255};
        case FurnitureKind::booth:
            return {79, 121, 168, 255};
        case FurnitureKind::screen:
            return {182, 194, 204, 255};
        case FurnitureKind::stack:
            return {96, 72, 54, 255};
        case FurnitureKind::cabinet:
            return {150, 158, 164, 255};
        case FurnitureKind::plant:
            return {86, 130, 78, 255};
        case FurnitureKind::coats:
            return {70, 62, 56, 255};
        case FurnitureKind::stage:
            return {134, 40, 46, 255};
        default:
            break;
    }
    return {200, 169, 126, 255};
}

}  // namespace

void add_furniture(RoomMesh& room, const RoomFurniture& furniture, std::int32_t owner) {
    const glm::vec3 size = metres(furniture.size);
    const Colour colour =
        furniture.colour.empty() ? usual_colour(furniture.kind) : colour_of(furniture.colour);
    room.mesh.begin(owner);
    Bench bench{room, frame_at(furniture.at, furniture.turn), owner, room.mesh.vertices.size()};
    switch (furniture.kind) {
        case FurnitureKind::desk:
            add_desk(bench, size, colour);
            break;
        case FurnitureKind::table:
            add_table(bench, size, colour);
            break;
        case FurnitureKind::chair:
            add_chair(bench, size, colour);
            break;
        case FurnitureKind::cupboard:
            add_cupboard(bench, size, colour);
            break;
        case FurnitureKind::bench:
            add_bench(bench, size, colour);
            break;
        case FurnitureKind::booth:
            add_booth(bench, size, colour);
            add_number(bench, size, furniture.stands_for);
            break;
        case FurnitureKind::screen:
            add_screen(bench, size, colour);
            break;
        case FurnitureKind::stack:
            add_stack(bench, size, colour);
            break;
        default:
            add_furnishing(bench.mesh(), furniture.kind, size, colour);
            break;
    }
    bench.place();
}

void close_booth(Mesh& mesh, const RoomPlan& plan, int number) {
    const std::string name = "booth_" + std::to_string(number);
    for (const RoomFurniture& one : plan.furniture) {
        if (one.kind != FurnitureKind::booth || one.stands_for != name) continue;
        const glm::vec3 size = metres(one.size);
        const Colour colour = one.colour.empty() ? usual_colour(one.kind) : colour_of(one.colour);
        const auto first = mesh.vertices.size();
        mesh.begin(engine::scene::nobody);
        const float front = size.z - 0.012F;
        add_curtain(mesh, {size.x * 0.60F, 0.32F, front}, {size.x * 0.88F, 0.32F, front},
                    size.y - 0.35F, 0.022F, 4, colour, true);
        transform(mesh, first, frame_at(one.at, one.turn));
    }
}

}  // namespace sim::seats
