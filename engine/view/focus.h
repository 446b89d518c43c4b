/// The keyboard's way through a screen: Tab in the order of drawing, arrows to the nearest item in
/// their direction, the ring round what has the focus, and the tip that explains it.
#pragma once

#include "engine/view/ui.h"

namespace engine::view {

/// The layer that has the keyboard: the topmost of the frame before.
int state_top(const Ui& ui);

/// Whether an arrow would lead from what has the focus to something else.
bool leads_on(const Ui& ui, Point direction);

/// When what lay on top is gone, the focus goes back to what it had been on below.
void return_focus(Ui& ui);
void move_focus(Ui& ui);
void draw_focus_ring(Ui& ui);
/// Help of the item under the mouse after a quarter of a second, or of the focused one on request.
void draw_tip(Ui& ui);

}  // namespace engine::view
