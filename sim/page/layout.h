/// Pages of A4 made of blocks: each knows its height and how to draw itself.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "sim/page/typeset.h"

namespace sim {

inline constexpr double page_width = 595.2756 * 96 / 72;
inline constexpr double page_height = 841.8898 * 96 / 72;
inline constexpr double page_margin = 48;
inline constexpr double page_inner = page_width - 2 * page_margin;
inline constexpr double page_left = page_margin;
inline constexpr double page_right = page_left + page_inner;

/// Something that stands on one page.
struct Block {
    double before = 0;  ///< space above it, not at the head of a page
    double height = 0;
    std::function<void(cairo_t*, double top)> draw;
    bool at_foot = false;    ///< moves down to the foot of its page
    bool with_next = false;  ///< a heading: not the last of a page
};

/// Where the blocks of one page stand.
struct LaidPage {
    std::vector<std::size_t> blocks;
    std::vector<double> tops;
};

/// Blocks onto pages, closer together where that saves a page.
std::vector<LaidPage> fewest_pages(const std::vector<Block>& blocks);

/// A PDF file of A4 pages, in pixels of 96 to the inch.
struct PdfFacts {
    std::string title;
    std::string subject;
    std::string created;  ///< ISO 8601; the same file gives the same bytes
};
/// Draws with `draw`, which calls `next_page` after each page. Throws std::runtime_error.
std::string make_pdf(
    const PdfFacts& facts,
    const std::function<void(cairo_t*, const std::function<void()>& next_page)>& draw);

/// Writes a file, as a whole or not at all. Throws std::runtime_error with what went wrong.
void write_whole(const std::string& bytes, const std::string& path);

/// A thin line across the page.
void draw_rule(cairo_t* cairo, double y);
/// A box with a slot and a tick: the program's mark.
Drawing brand_mark();

/// A line across the page, above what follows.
Block separator();

/// The word TRAINING in its box, its right edge, middle or left edge at a point. Returns its width.
double draw_chip(cairo_t* cairo, const std::string& text, PagePoint at, Anchor anchor);

namespace style {
inline constexpr TextStyle display{28, 700, colour::ink, 0, 0};
inline constexpr TextStyle head{16, 600, colour::ink, 0, 0};
inline constexpr TextStyle body{13.5, 400, colour::ink_2, 0, 0};
inline constexpr TextStyle strong{13.5, 600, colour::ink, 0, 0};
inline constexpr TextStyle medium{13.5, 500, colour::ink, 0, 0};
inline constexpr TextStyle small{12, 400, colour::ink_2, 0, 0};
inline constexpr TextStyle small_strong{12, 600, colour::ink, 0, 0};
inline constexpr TextStyle caption{12, 400, colour::ink_3, 0, 0};
}  // namespace style

}  // namespace sim
