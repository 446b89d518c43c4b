/// The terminal's screens about the voter who stands there: the steps from the document to the
/// receipt, the entry of the register, what was recognised.
#pragma once

#include "sim/equipment/terminal.h"
#include "sim/seats/station/screen_panel.h"

namespace sim::seats::machine {

bool shows_voter(const Panel& panel, TerminalScreen screen);
void draw_voter(Panel& panel, Rect body, TerminalScreen screen);

}  // namespace sim::seats::machine
