#include "sim/page/layout.h"

#include <algorithm>

namespace sim {

namespace {

constexpr double head_of_later_pages = 40;
constexpr double last_line = page_height - page_margin;

/// How high a block is with those it must not be parted from.
double together(const std::vector<Block>& blocks, std::size_t first, double air) {
    double height = 0;
    for (std::size_t i = first; i < blocks.size(); ++i) {
        height += (i == first ? 0 : air * blocks[i].before) + blocks[i].height;
        if (!blocks[i].with_next) break;
    }
    return height;
}

/// @param air how much of the space between blocks is kept.
std::vector<LaidPage> paginate(const std::vector<Block>& blocks, double air) {
    std::vector<LaidPage> pages(1);
    double y = page_margin - 12;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const Block& block = blocks[i];
        const double before = pages.back().blocks.empty() ? 0 : air * block.before;
        const bool fits = y + before + together(blocks, i, air) <= last_line;
        // What follows a heading stands with it already.
        const bool bound = i > 0 && blocks[i - 1].with_next;
        if (!fits && !bound && !pages.back().blocks.empty()) {
            pages.emplace_back();
            y = page_margin - 12 + head_of_later_pages;
        } else {
            y += before;
        }
        if (block.at_foot) y = std::max(y, last_line - block.height);
        pages.back().blocks.push_back(i);
        pages.back().tops.push_back(y);
        y += block.height;
    }
    return pages;
}

}  // namespace

std::vector<LaidPage> fewest_pages(const std::vector<Block>& blocks) {
    std::vector<LaidPage> best = paginate(blocks, 1);
    for (const double air : {0.9, 0.8, 0.7, 0.6, 0.5}) {
        std::vector<LaidPage> closer = paginate(blocks, air);
        if (closer.size() < best.size()) best = std::move(closer);
    }
    return best;
}

void draw_rule(cairo_t* cairo, double y) {
    Drawing drawing;
    drawing.line({page_left, y + 0.5}, {page_right, y + 0.5}, colour::line_strong);
    paint(cairo, drawing, {0, 0});
}

/// A box with a slot and a tick: the program's mark.
Drawing brand_mark() {
    Drawing drawing{22, 22, {}};
    drawing.box({1, 7}, {21, 21}, 3, {}, colour::ink, 2);
    drawing.add(ShapeKind::polyline, {{5, 7}, {5, 2}, {17, 2}, {17, 7}}, {}, colour::ink, 2);
    drawing.add(ShapeKind::polyline, {{7, 14}, {10, 17}, {15, 11}}, {}, colour::action, 2);
    return drawing;
}

Block separator() {
    return {14, 1, [](cairo_t* cairo, double top) { draw_rule(cairo, top); }, false, true};
}

double draw_chip(cairo_t* cairo, const std::string& text, PagePoint at, Anchor anchor) {
    constexpr TextStyle chip{12, 700, colour::ink, 0.7, 0};
    const double width = text_width(cairo, text, chip) + 20;
    const double start = at.x - (anchor == Anchor::left    ? 0
                                 : anchor == Anchor::right ? width
                                                           : width / 2);
    Drawing drawing;
    drawing.box({start, at.y}, {start + width, at.y + 24}, 4, {}, colour::ink, 1.5);
    paint(cairo, drawing, {0, 0});
    draw_text(cairo, text, {start + 10, at.y + 4}, -1, chip);
    return width;
}

}  // namespace sim
