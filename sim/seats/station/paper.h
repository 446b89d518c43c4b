/// Papers of the station as a person reads them: strips that came out of printers, forms, books,
/// ballots. Only what stands on the paper.
#pragma once

#include "engine/view/ui.h"
#include "sim/assessment/describe.h"

namespace sim::seats {

/// Whether there is something to look at: it was printed, is a form or a book, or a ballot sheet
/// that lies where it can be seen.
bool has_paper(const World& world, PartId paper);

/// Draws it in the middle of the rectangle, as wide as it is by nature; scrolls (area "paper" and
/// the part's name) when it is longer.
void draw_paper(engine::view::Ui& ui, const engine::view::Rect& rect, const World& world,
                PartId paper, const Reader& reader);

/// How high it is at that width.
float paper_height(const engine::view::Ui& ui, const World& world, PartId paper,
                   const Reader& reader, float width);

}  // namespace sim::seats
