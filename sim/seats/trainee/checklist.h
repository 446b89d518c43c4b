/// The checklist with the current step opened.
#pragma once

#include "sim/seats/trainee/help.h"

namespace sim::seats {

void draw_checklist(Scene& scene, const engine::view::Rect& rect, const Checklist& list);

}  // namespace sim::seats
