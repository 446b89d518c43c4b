/// A ballot is dragged into the slot of a scanner, in the plan and in the room.
#pragma once

#include "sim/seats/station/plan_hands.h"

namespace sim::seats {

/// The mouse was pressed on a paper of the hand.
void hold_sheet(const engine::view::Ui& ui, PlanState& state, PartId sheet);

/// The mouse was pressed on a part: is it an entry at which a sheet lies, that is taken hold of.
void hold_sheet_at(Hands& hands, PartId part);

/// The sheet at the mouse, guides at the slots; let go of over a slot it is fed as it lies.
void drag_sheet(Hands& hands);

}  // namespace sim::seats
