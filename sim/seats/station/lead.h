/// Leads as they hang between the places where their plugs are.
#pragma once

#include "engine/view/draw.h"
#include "sim/station/world.h"

namespace sim::seats {

/// Dark for mains, blue for data, so that leads can be told apart; never the only difference.
engine::view::Colour lead_colour(const World& world, PartId plug);

/// A lead from one plug to the other, with a shade under it, hanging lower the longer it is.
void draw_lead(engine::view::Ui& ui, engine::view::Point a, engine::view::Point b,
               engine::view::Colour colour, float width);

/// A lead seen from above: out of one edge, along the floor, into another.
void draw_floor_lead(engine::view::Ui& ui, engine::view::Point a, engine::view::Point b,
                     engine::view::Colour colour, float width);

/// The end of a lead that leaves the picture.
void draw_lead_end(engine::view::Ui& ui, engine::view::Point from, engine::view::Point to,
                   engine::view::Colour colour, float width);

/// The device in whose socket a plug sits, or no_device.
DeviceId plugged_into(const World& world, PartId plug);

}  // namespace sim::seats
