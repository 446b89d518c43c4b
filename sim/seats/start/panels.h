/// The parts of the start screen.
#pragma once

#include "sim/seats/start/start.h"

namespace sim::seats {

/// Title, who sits here.
void draw_heading(engine::view::Ui& ui, Desk& desk, Start& start, engine::view::Rect rect);
float heading_height(const engine::view::Ui& ui, const Desk& desk, const Start& start, float width);
/// The next drill, or the one that was chosen, with the one filled button.
void draw_hero(engine::view::Ui& ui, Desk& desk, Start& start, engine::view::Rect rect);
float hero_height(const engine::view::Ui& ui, const Desk& desk, const Start& start, float width);
/// One line of filters; wrapped ones give their height.
void draw_filters(engine::view::Ui& ui, Desk& desk, Start& start, engine::view::Rect rect);
float draw_filters_wrapped(engine::view::Ui& ui, Desk& desk, Start& start, engine::view::Rect rect);
/// Two columns that scroll within the rectangle; or one column of its own height.
void draw_cards(engine::view::Ui& ui, Desk& desk, Start& start, engine::view::Rect rect);
float draw_card_list(engine::view::Ui& ui, Desk& desk, Start& start, engine::view::Rect rect);
void draw_seats(engine::view::Ui& ui, Desk& desk, Start& start, engine::view::Rect rect);
void draw_recordings(engine::view::Ui& ui, Desk& desk, Start& start, engine::view::Rect rect);
/// Whether the next drill is an exam, with a word on what that means.
void draw_exam(engine::view::Ui& ui, Desk& desk, Start& start, engine::view::Rect rect);
/// @param terse without the words, for windows of little height; so for the equipment.
float exam_height(const engine::view::Ui& ui, const Desk& desk, float width, bool terse);
/// On which equipment the next drill is done.
void draw_equipment(engine::view::Ui& ui, Desk& desk, Start& start, engine::view::Rect rect);
float equipment_height(const engine::view::Ui& ui, const Desk& desk, const Start& start,
                       float width, bool terse);
void draw_language(engine::view::Ui& ui, Desk& desk, engine::view::Rect rect);

/// The drill shown large.
const DrillCard* shown_drill(const Desk& desk, const Start& start);

}  // namespace sim::seats
