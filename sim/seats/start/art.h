/// Small pictures of what a drill is about: the polling room with its equipment, drawn flat.
#pragma once

#include "engine/view/ui.h"
#include "sim/seats/start/shelf.h"

namespace sim::seats {

/// Fills the rectangle, with the equipment to the right of `left`; `variant` moves things a little,
/// so that no two cards look the same.
void draw_art(engine::view::Ui& ui, const engine::view::Rect& rect, Subject subject, int variant,
              float left = 0);

}  // namespace sim::seats
