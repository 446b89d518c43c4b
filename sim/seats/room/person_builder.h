/// What body and head of a person are made with.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "sim/seats/room/person_mesh.h"

namespace sim::seats {

using engine::scene::Colour;
using engine::scene::Mesh;

/// A cross-section: an ellipse (squareness 0) or a rounded rectangle about its centre.
struct Section {
    glm::vec3 centre{};
    glm::vec3 right{1, 0, 0};
    glm::vec3 front{0, 0, 1};
    Colour colour{};
    float squareness = 0;
};

/// A level one.
Section level(float up, float half_width, float half_depth, float ahead, Colour colour,
              float squareness = 0);

/// How far out a point of a section lies, as a share of its own measure.
/// @param ahead 1 in front, -1 behind; @param angle round it.
using Swell = std::function<float(std::size_t section, float ahead, float angle)>;

/// Ends that are closed: those that lie in something else need not be.
enum class Ends : std::uint8_t { none, last, both };

/// Skin over sections in the order in which they follow each other along front x right.
void add_skin(Mesh& mesh, std::span<const Section> sections, int sides, Ends ends,
              const Swell& swell = {});

/// A joint of a limb: where it is, how thick across the body and the other way.
struct Joint {
    glm::vec3 at{};
    float across = 0;
    float deep = 0;
    Colour colour{};
};
void add_limb(Mesh& mesh, std::span<const Joint> joints, int sides, Ends ends);

/// A band of a patch that lies on the front of level sections: from `left` to `right` at `up`.
struct SkinBand {
    float up = 0;
    float left = 0;
    float right = 0;
};
/// Lapels, lips, brows: laid on the front of a body, lowest band first, `out` in front of it.
void add_patch(Mesh& mesh, std::span<const Section> body, std::span<const SkinBand> bands,
               int columns, float out, Colour colour);
/// How far ahead the front of level sections is at a place.
float front_of(std::span<const Section> body, float x, float up);

/// One body in the making.
struct Figure {
    Mesh& mesh;
    const PersonLook& look;
    const Pose& pose;
    bool near = true;
    float wide = 1;  ///< of the trunk
    float deep = 1;
    std::vector<Section> trunk;  ///< lowest first
};

/// @param side 1 the left one, -1 the right one.
void add_arm(Figure& figure, float side);

/// The head with hair and hat, its chin at the origin, for a person of 1.72 m.
void add_head(Mesh& mesh, const PersonLook& look, Detail detail);

}  // namespace sim::seats
