/// What the sources of the room's mesh share.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/scene/shape.h"
#include "sim/seats/room/room_mesh.h"
#include "sim/seats/room/room_place.h"

namespace sim::seats {

using engine::scene::Colour;
using engine::scene::Mesh;
using engine::scene::Surface;

inline Colour colour_of(const std::string& hex) {
    return engine::scene::colour_of(hex.c_str());
}

/// A wall's own measures: `along` is the way its `from` grows, `in` points into the room.
struct WallFrame {
    glm::vec3 corner{};  ///< where `from` is 0, on the floor
    glm::vec3 along{};
    glm::vec3 in{};
    float width = 0;

    glm::vec3 at(float from, float up, float out) const {
        return corner + along * from + glm::vec3(0, up, 0) + in * out;
    }
    /// As seen from inside, to the right.
    glm::vec3 right() const { return glm::cross(glm::vec3(0, 1, 0), in); }
};
WallFrame wall_frame(const RoomPlan& plan, Wall wall);

/// A box on the wall, `out` to `out + depth` in front of it.
void add_wall_box(Mesh& mesh, const WallFrame& wall, float from, float up, float width,
                  float height, float out, float depth, Colour colour, float bevel = 0);
/// A sheet on it that looks into the room.
void add_wall_sheet(Mesh& mesh, const WallFrame& wall, float from, float up, float width,
                    float height, float out, Colour colour);

/// A small number from 0 to 1 that is always the same for the same two: variation of planks, folds.
float variation(std::uint32_t a, std::uint32_t b);

/// Stretches of a wall at that height that no window, door or board takes.
std::vector<std::pair<float, float>> free_stretches(const RoomPlan& plan, Wall wall, float low,
                                                    float high);

/// Half a curtain: folds between two ends on a line, seen from both sides when `both`.
void add_curtain(Mesh& mesh, const glm::vec3& from, const glm::vec3& to, float height, float depth,
                 int folds, Colour colour, bool both);

/// A plane of the light map is begun, filled with vertices and ended.
template <class Fill>
void add_lit(RoomMesh& room, std::int32_t owner, const glm::vec3& origin, const glm::vec3& right,
             const glm::vec3& up, Fill fill) {
    Lit lit{{origin, right, up}, static_cast<std::uint32_t>(room.mesh.vertices.size()), 0};
    room.mesh.begin(owner, Surface::mapped);
    fill();
    lit.count = static_cast<std::uint32_t>(room.mesh.vertices.size()) - lit.first;
    for (std::uint32_t i = lit.first; i < lit.first + lit.count; ++i) {
        room.mesh.vertices[i].texel = {0, 0};
    }
    room.lit.push_back(lit);
    room.mesh.begin(owner, Surface::plain);
}

void add_floor(RoomMesh& room, const RoomPlan& plan);
void add_walls(RoomMesh& room, const RoomPlan& plan);
void add_windows(RoomMesh& room, const RoomPlan& plan);
void add_doors(RoomMesh& room, const RoomPlan& plan);
void add_outside(Mesh& mesh, const RoomPlan& plan);
void add_fittings(RoomMesh& room, const RoomPlan& plan, const Layout& layout);
/// Shelves, cabinets, plants, a stage, in their own frame. @return false: of another kind.
bool add_furnishing(Mesh& mesh, FurnitureKind kind, const glm::vec3& size, Colour colour);
void add_furniture(RoomMesh& room, const RoomFurniture& furniture, std::int32_t owner);

}  // namespace sim::seats
