/// Words on the walls, for whoever is in the room: Kyrgyz large, Russian below, in any language of
/// the program. One image a room.
#pragma once

#include "engine/view/draw.h"
#include "engine/view/space.h"
#include "sim/seats/room/room_mesh.h"

namespace sim::seats {

struct SignSheet {
    int width = 0;
    int height = 0;
    std::vector<engine::view::Rect> places;  ///< pixels; by the room's signs
};

/// As large as it fits.
void print_words(engine::view::Ui& ui, const engine::view::Rect& rect, std::string_view words,
                 const engine::view::Colour& colour, engine::view::Align align);

SignSheet sign_sheet(const std::vector<Sign>& signs);

/// Adds what shows them.
void add_signs(engine::scene::Mesh& mesh, const std::vector<Sign>& signs, const SignSheet& sheet,
               std::uint16_t image);

void draw_signs(engine::view::Ui& ui, engine::view::Image& image, const std::vector<Sign>& signs,
                const SignSheet& sheet);

}  // namespace sim::seats
