/// The blocks that a report's pages are made of: each knows its height and how to draw itself.
#pragma once

#include <functional>
#include <vector>

#include "sim/report/typeset.h"

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

/// The blocks of a report in their order. They refer to the report.
/// @param cairo to measure text with.
std::vector<Block> blocks_of(const Report& report, cairo_t* cairo);

// In parts:
void add_head(std::vector<Block>& blocks, const Report& report, cairo_t* cairo);
void add_verdict(std::vector<Block>& blocks, const Report& report, cairo_t* cairo);
void add_bars(std::vector<Block>& blocks, const Report& report, cairo_t* cairo);
void add_moments(std::vector<Block>& blocks, const Report& report, cairo_t* cairo);
void add_items(std::vector<Block>& blocks, const Report& report, cairo_t* cairo);
void add_changes(std::vector<Block>& blocks, const Report& report, cairo_t* cairo);
void add_foot(std::vector<Block>& blocks, const Report& report, cairo_t* cairo);

/// A line across the page, above what follows.
Block separator();

/// The word TRAINING in its box, its right edge, middle or left edge at a point. Returns its width.
double draw_chip(cairo_t* cairo, const std::string& text, Point at, Anchor anchor);

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
