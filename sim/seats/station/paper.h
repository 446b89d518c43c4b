/// Papers of the station as a person reads them: strips that came out of printers, forms, books,
/// ballots. Only what stands on the paper.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/view/ui.h"
#include "sim/assessment/describe.h"
#include "sim/session/session.h"

namespace sim::seats {

/// Something that was written on a paper or printed, and when.
struct Written {
    Time time = 0;
    PostId post = no_post;
    Message what{};            ///< log_entry, act_written, seal_recorded, printer_printed …
    std::int64_t subject = 0;  ///< the paper's part, or a seal's number
    PartId place = no_part;    ///< of a seal
    std::string words;         ///< as said: `write log_book "…"`
};

/// What the world itself does not keep: when and by whom papers were written.
struct PaperTrail {
    std::vector<Written> lines;  ///< in order of time
};
/// From what was said and seen in a drill (DrillSession::said and seen), up to `until`.
PaperTrail paper_trail(std::span<const Said> said, std::span<const Observation> seen,
                       Time until = engine::never);

/// Whether there is something to look at: it was printed, is a form or a book, or a ballot sheet
/// that lies where it can be seen. Fields of the protocol belong to the protocol.
bool has_paper(const World& world, PartId paper);

/// Draws it in the middle of the rectangle, as wide as it is by nature at most; scrolls (area
/// "paper" and the part's name) when it is longer. Without a trail times and words are left out.
void draw_paper(engine::view::Ui& ui, const engine::view::Rect& rect, const World& world,
                PartId paper, const Reader& reader, const PaperTrail* trail = nullptr);

/// How wide it is by nature, and how high when drawn at a width.
float paper_width(const World& world, PartId paper);
float paper_height(engine::view::Ui& ui, const World& world, PartId paper, const Reader& reader,
                   float width, const PaperTrail* trail = nullptr);

}  // namespace sim::seats
