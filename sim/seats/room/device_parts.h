/// How the kinds of parts look in space; the pieces of device_mesh.cpp.
#pragma once

#include "sim/seats/room/device_body.h"
#include "sim/seats/room/device_mesh.h"
#include "sim/station/reach.h"

namespace sim::seats {

/// Rubber, metal and what a hand may work.
namespace paint3 {
using engine::scene::Colour;
inline constexpr Colour teal{30, 138, 132, 255};
inline constexpr Colour slate{46, 56, 70, 255};
inline constexpr Colour black{14, 20, 28, 255};
inline constexpr Colour rubber{34, 40, 48, 255};
inline constexpr Colour steel{176, 184, 192, 255};
inline constexpr Colour brass{196, 160, 84, 255};
inline constexpr Colour paper{252, 252, 249, 255};
inline constexpr Colour printed{168, 176, 186, 255};
inline constexpr Colour seal{238, 183, 60, 255};
}  // namespace paint3

/// One part that is being put into the mesh.
struct Maker {
    engine::scene::Mesh& mesh;
    const DeviceFrame& device;
    const World& world;
    const Layout& layout;
    PartId part;
    const PartSpec& spec;
    PartBox box;
    engine::scene::Colour colour;

    void plain() { mesh.begin(part); }
    /// The form that the profile names.
    void shape() {
        plain();
        add_form(mesh, spec.shape, box, colour);
    }
    void solid(float bevel) {
        plain();
        add_box(mesh, box.low, box.size, colour, bevel);
    }
    /// The picture of the part on the outer side of `at`.
    void decal(const PartBox& at, float lift = 0.0006F);
    /// What is printed on the inner side of a door.
    void inner_words();
};

// What opens, and what is behind it.
void add_door(Maker& maker);
void add_bin(Maker& maker);
void add_latch(Maker& maker);
void add_holder(Maker& maker);
void add_paper_path(Maker& maker);
void add_rollers(Maker& maker);
void add_glass(Maker& maker);
/// How far a door stands open, 0 to 1.
float open_share(const DeviceFrame& device, PartId door);
/// How the door has turned that far open: of a cabinet only its front does.
glm::mat4 turn_of(const PartShape& door, float share);

// Where paper goes in and comes out.
void add_slit(Maker& maker);
void add_catch(Maker& maker);
void add_pile(Maker& maker);

// What shows something.
void add_lamp(Maker& maker);
void add_antenna(Maker& maker);
void add_screen(Maker& maker);
void add_labels(Maker& maker);

// What is put into something.
void add_inserted(Maker& maker, PartId socket);
void add_plug(Maker& maker);
void add_battery(Maker& maker);
void add_seal_point(Maker& maker);

/// A band of paper along points, seen from both sides, with lines of print across it.
/// @param across half its width; @param lines on its upper side.
void add_paper(engine::scene::Mesh& mesh, std::span<const glm::vec3> points,
               const glm::vec3& across, int lines);

}  // namespace sim::seats
