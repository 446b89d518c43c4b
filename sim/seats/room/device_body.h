/// Solid forms of which devices are made: boxes with rounded edges and openings for their doors,
/// consoles, drums, vents.
#pragma once

#include <span>

#include "engine/scene/shape.h"
#include "sim/seats/room/part_frame.h"

namespace sim::seats {

/// One form in its box, begun in the mesh's present piece; openings only in boxes.
void add_form(engine::scene::Mesh& mesh, const PartShape& shape, const PartBox& box,
              engine::scene::Colour colour, std::span<const engine::scene::Hole> holes = {});

/// A piece of a unit's body with the openings of the doors that lie on it.
void add_piece(engine::scene::Mesh& mesh, const Layout& layout, DeviceId device,
               const PartShape& shape);

/// Whether the piece is part of that unit: of a kit's units the one that it touches.
bool belongs_to(const Layout& layout, const PartShape& piece, PartId unit);

/// Station number and warning stand on it: its picture is among the device's decals.
bool is_label(const PartShape& piece);

/// Right and up on the side that looks out, half as long as the side.
std::array<glm::vec3, 2> edges_of(const PartBox& box);

/// The inclined side of a wedge.
struct Slope {
    glm::vec3 middle{}, right{}, up{};
};
Slope slope_of(const PartBox& box);

}  // namespace sim::seats
