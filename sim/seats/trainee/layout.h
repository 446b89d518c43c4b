/// Where the plan and the panels stand, in wide, middling and small windows.
#pragma once

#include "sim/seats/trainee/checklist.h"
#include "sim/seats/trainee/panels.h"

namespace sim::seats {

/// Draws plan and panels into what is below the band. @return where the plan or the page stands.
engine::view::Rect draw_layout(Scene& scene, const engine::view::Rect& area);

// side.cpp: the column at the right, below the screen of a device: voter, station, posts.
void draw_side(Scene& scene, const engine::view::Rect& rect);

// talk.cpp: telephone, radio, log book and other acts as tiles.
float talk_tiles_width(const Scene& scene);
void draw_talk_tiles(Scene& scene, const engine::view::Rect& rect);
/// Their keys, wherever they are drawn or not.
void talk_keys(Scene& scene);

}  // namespace sim::seats
