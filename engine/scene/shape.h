/// Shapes made from a few figures. All of them go into the mesh's present piece (Mesh::begin), in
/// metres, with the normals of their surfaces.
#pragma once

#include <array>

#include "engine/scene/mesh.h"

namespace engine::scene {

/// A box from its lowest corner; edges are cut off by `bevel` (0: sharp), which is what makes a
/// thing look made rather than computed.
void add_box(Mesh& mesh, const glm::vec3& low, const glm::vec3& size, Colour colour,
             float bevel = 0);

/// A rectangular opening in a face of a box.
struct Hole {
    int axis = 2;             ///< the face looks along x, y or z (0, 1, 2)
    int side = 1;             ///< towards higher (1) or lower (-1) values
    glm::vec3 low{}, high{};  ///< in the box's own frame; along the axis: how deep it goes
};
/// A box with openings, and the walls and bottom of what is behind them.
void add_pierced_box(Mesh& mesh, const glm::vec3& low, const glm::vec3& size, Colour colour,
                     float bevel, std::span<const Hole> holes, Colour inside);

/// A rectangle by its middle, half its width and half its height as vectors; its front is
/// right x up. @param texels of an image: left, top, right, bottom.
void add_quad(Mesh& mesh, const glm::vec3& centre, const glm::vec3& right, const glm::vec3& up,
              Colour colour, const std::array<float, 4>& texels = {0, 0, 1, 1});

/// The same divided into cells, for what takes its light by its corners.
void add_sheet(Mesh& mesh, const glm::vec3& centre, const glm::vec3& right, const glm::vec3& up,
               Colour colour, int columns, int rows);

/// A face with rectangular holes. `origin` is its lower left corner, `right` and `up` its edges;
/// holes are left, bottom, right, top in 0..1 of them.
void add_pierced(Mesh& mesh, const glm::vec3& origin, const glm::vec3& right, const glm::vec3& up,
                 Colour colour, std::span<const std::array<float, 4>> holes);

/// From `from` to `to`; a different radius at the end makes a cone. Ends are closed.
void add_cylinder(Mesh& mesh, const glm::vec3& from, const glm::vec3& to, float radius,
                  float end_radius, Colour colour, int sides = 16);

/// A round cord along points that are close to each other.
void add_tube(Mesh& mesh, std::span<const glm::vec3> points, float radius, Colour colour,
              int sides = 6);

/// A flat outline (in x and y, counter-clockwise, convex) pulled towards z.
void add_prism(Mesh& mesh, std::span<const glm::vec2> outline, float from_z, float to_z,
               Colour colour);

/// A cross-section of a body: an ellipse (squareness 0) or a rounded rectangle (towards 1) that
/// lies level, half as wide and as deep as said.
struct Ring {
    glm::vec3 centre{};
    float half_width = 0;
    float half_depth = 0;
    float squareness = 0;
    Colour colour{};
};
/// Skin over cross-sections from the lowest to the highest; ends are closed.
void add_loft(Mesh& mesh, std::span<const Ring> rings, int sides = 14);

void add_ball(Mesh& mesh, const glm::vec3& centre, const glm::vec3& radii, Colour colour,
              int sides = 14);

/// Points of a cord between two ends: it leaves each end along its direction, hangs under its
/// weight, and lies on the floor where it is long enough.
/// @param floor height that no point goes below.
std::vector<glm::vec3> cord(const glm::vec3& from, const glm::vec3& from_direction,
                            const glm::vec3& to, const glm::vec3& to_direction, float slack,
                            float floor, int points = 24);

}  // namespace engine::scene
