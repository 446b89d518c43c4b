/// One device opened large: its faces with every part, its loose things, and the list of all its
/// parts. For the plan only.
#pragma once

#include "sim/seats/station/plan_hands.h"
#include "sim/seats/station/plan_layout.h"
#include "sim/seats/station/plan_shapes.h"

namespace sim::seats {

/// A side of a device in words.
std::string face_label(std::string_view face, const engine::Translator& translate);

/// What is in the hand goes with the mouse within the rectangle.
void draw_held(Hands& hands, const engine::view::Rect& rect);

/// Header, faces, picture and list in the rectangle; sets `state.device` to none on the way back.
void draw_device(Hands& hands, const engine::view::Rect& rect);

/// The picture alone: boards of the face and what lies about.
void draw_device_picture(Hands& hands, const engine::view::Rect& rect);

/// How a device is, on its soft ground.
void view_pill(engine::view::Ui& ui, engine::view::Point at, const DeviceState& state);

/// Boards fitted into a rectangle. Registers their parts.
void draw_boards(Hands& hands, const engine::view::Rect& rect, DeviceId device,
                 std::string_view face, bool simple);

/// Things without a place, as tiles with names; returns the height they need.
float tiles_height(const Hands& hands, const std::vector<PartId>& things, float width);
void draw_tiles(Hands& hands, const engine::view::Rect& rect, const std::vector<PartId>& things);

/// All parts of the device that something can be done with, and what sits in its sockets.
std::vector<PartId> listed_parts(const World& world, DeviceId device);
void draw_part_list(Hands& hands, const engine::view::Rect& rect);

/// Parts that are to be named, what a hand may work or an eye compares first.
std::vector<Hands::Spot> by_importance(const Hands& hands, const std::vector<Hands::Spot>& spots);

/// Names of parts beside the picture, with leader lines that do not cross.
void draw_labels(Hands& hands, const engine::view::Rect& picture,
                 const std::vector<Hands::Spot>& spots);

}  // namespace sim::seats
