/// An arrow that points at a thing on the screen.
#pragma once

#include "engine/view/ui.h"

namespace sim::seats {

/// From the middle of the screen towards a thing, its tip at the thing's edge; on the side where
/// it lies over the least of what can be acted on. After all else was drawn.
void point_at(engine::view::Ui& ui, const engine::view::Rect& at);

}  // namespace sim::seats
