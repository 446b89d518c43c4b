/// Light that stands still, worked out once: how much of the room and of the windows each place
/// sees, and where the sun falls. Ambient visibility by rays over the sphere, windows as areas.
#pragma once

#include <atomic>
#include <cstdint>
#include <vector>

#include "engine/scene/mesh.h"
#include "engine/scene/occlusion.h"

namespace engine::scene {

/// A rectangle by a corner and its two edges.
struct Rectangle {
    glm::vec3 origin{}, right{}, up{};
};

/// A flat surface that takes its light from the light map. Its vertices' texel is first the place
/// in 0..1 along `right` and `up`, after `lay_out` the place in the map.
struct Lit {
    Rectangle at;
    std::uint32_t first = 0;  ///< vertices of the mesh
    std::uint32_t count = 0;
};

struct LightPlan {
    std::vector<Rectangle> windows;  ///< right x up looks into the room
    glm::vec3 to_sun{0, 1, 0};       ///< of length 1
    glm::vec3 ambient{0.90F, 0.89F, 0.87F};
    glm::vec3 sky{0.50F, 0.55F, 0.62F};
    glm::vec3 sun{0.50F, 0.42F, 0.28F};
};

/// How fine: coarse for the first picture, fine for the lasting one.
struct LightQuality {
    int directions = 24;    ///< over the sphere
    int window_points = 1;  ///< along each side of a window
    int sun_points = 1;
    float texel = 0.08F;  ///< m of a texel of the map
};
inline constexpr LightQuality coarse_light{24, 1, 1, 0.10F};
inline constexpr LightQuality fine_light{96, 3, 6, 0.04F};

struct LightMap {
    int width = 0;
    int height = 0;
    std::vector<Colour> texels;  ///< half of what falls on them; rows from the top
    friend bool operator==(const LightMap&, const LightMap&) = default;
};

/// What falls on a place that looks along `normal`.
glm::vec3 light_at(const Occlusion& room, const LightPlan& plan, const LightQuality& quality,
                   const glm::vec3& at, const glm::vec3& normal);

/// Light of moving things: values on a coarse grid, for six directions each.
struct LightGrid {
    glm::vec3 low{}, cell{1};
    glm::ivec3 cells{1};
    std::vector<std::array<glm::vec3, 6>> values;  ///< right, left, up, down, front, back

    glm::vec3 at(const glm::vec3& place, const glm::vec3& normal) const;
    bool empty() const { return values.empty(); }
};

struct Baked {
    LightMap map;
    std::vector<glm::vec2> places;  ///< of each vertex of a lit surface in the map, in their order
    std::vector<Colour> vertices;   ///< light of each vertex of the mesh
    LightGrid grid;
};

/// @param progress permille done; a caller may set `stop` to break it off.
Baked bake(const Mesh& mesh, const std::vector<Lit>& lit, const LightPlan& plan, const Box& room,
           const LightQuality& quality, std::atomic<int>& progress, const std::atomic<bool>& stop);

/// Puts the result into the mesh.
void take_light(Mesh& mesh, const std::vector<Lit>& lit, const Baked& baked);

/// Lights vertices from `first` on by the grid.
void take_light(Mesh& mesh, std::size_t first, const LightGrid& grid);

}  // namespace engine::scene
