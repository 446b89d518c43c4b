// How papers look: strips with torn edges, sheets, pages of a book, ballots.

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/seats/station/paper_model.h"

namespace sim::seats::papers {

namespace {

using engine::view::Align;
using engine::view::Colour;
using engine::view::Point;
using engine::view::Rect;
using machine::Kit;
using machine::Pen;

constexpr Colour paper_white{253, 253, 250};
constexpr Colour print{33, 36, 42};
constexpr Colour pen_blue{28, 60, 140};
constexpr Colour rule_grey{186, 192, 200};
constexpr Colour red{179, 38, 30};
constexpr float table_least = 470;

Colour faded(Colour ink, float strength) {
    const auto mix = [&](std::uint8_t from, std::uint8_t to) {
        return static_cast<std::uint8_t>(static_cast<float>(to) +
                                         (static_cast<float>(from) - static_cast<float>(to)) *
                                             strength);
    };
    return {mix(ink.r, paper_white.r), mix(ink.g, paper_white.g), mix(ink.b, paper_white.b)};
}

struct Hand {
    Kit& kit;
    const Sheet& sheet;
    bool draw = false;

    Pen pen(float size, bool bold, Colour ink = print) const {
        return {size, bold, faded(ink, sheet.faint), 0.8F};
    }
    float write(const Rect& at, const Pen& with, std::string_view words,
                Align align = Align::left) const {
        const float high = machine::lines_height(kit, with, words, at.w);
        if (draw) machine::lines(kit, {at.x, at.y, at.w, 0}, with, words, align);
        return high;
    }
    void across(float x, float y, float w, Colour ink) const {
        if (draw) engine::view::line(kit.ui, {x, y}, {x + w, y}, ink);
    }
};

/// A signature: a stroke of the pen that differs from post to post.
void scribble(const Hand& hand, const Rect& rect, std::size_t seed) {
    if (!hand.draw) return;
    std::array<Point, 28> way{};
    for (std::size_t i = 0; i < way.size(); ++i) {
        const float t = static_cast<float>(i) / static_cast<float>(way.size() - 1);
        const float turn = t * (9.0F + static_cast<float>(seed % 5));
        const float wave = std::sin(turn + static_cast<float>(seed % 7)) * (1 - 0.6F * t);
        way[i] = {rect.x + rect.w * (0.06F + 0.86F * t) + 5 * std::cos(turn * 1.3F),
                  rect.centre().y + wave * rect.h * 0.36F};
    }
    engine::view::polyline(hand.kit.ui, way, pen_blue, 1.6F);
}

float draw_signature(const Hand& hand, const Rect& at, const Line& line) {
    constexpr float high = 34;
    const float field = at.w * 0.5F;
    const Rect place{at.x, at.y, field, high};
    hand.across(place.x, at.y + high - 6, field - 10, print);
    if (line.filled) scribble(hand, place, std::hash<std::string>{}(line.left) % 97);
    const Rect words{at.x + field, at.y + 8, at.w - field, 0};
    return std::max(high, hand.write(words, hand.pen(13, false), line.left) + 12);
}

float draw_pair(const Hand& hand, const Rect& at, const Line& line) {
    const Pen figure = hand.pen(14, true);
    const float wide = std::min(machine::width(hand.kit, figure, line.right), at.w * 0.6F);
    const float left =
        hand.write({at.x, at.y, at.w - wide - 10, 0}, hand.pen(14, false), line.left);
    const float right =
        hand.write({at.right() - wide, at.y, wide + 1, 0}, figure, line.right, Align::right);
    return std::max(left, right) + 4;
}

float draw_box(const Hand& hand, const Rect& at, const Line& line) {
    constexpr float box = 92;
    const float words =
        hand.write({at.x, at.y + 7, at.w - box - 12, 0}, hand.pen(14, false), line.left);
    const float high = std::max(32.0F, words + 12);
    const Rect field{at.right() - box, at.y + 2, box, high - 5};
    if (hand.draw) {
        engine::view::outline(hand.kit.ui, field, print, 2, 1);
        if (line.filled) {
            machine::one_line(hand.kit, field.inset(6, 0), {17, true, pen_blue, 0.7F}, line.right,
                              Align::right);
        }
    }
    hand.across(at.x, at.y + high, at.w - box - 12, rule_grey);
    return high;
}

float draw_square(const Hand& hand, const Rect& at, const Line& line) {
    constexpr float side = 26;
    const Rect square{at.right() - side - 4, at.y + 7, side, side};
    const float words =
        hand.write({at.x + 4, at.y + 9, at.w - side - 20, 0}, hand.pen(17, true), line.left);
    const float high = std::max(side + 14, words + 18);
    if (!hand.draw) return high;
    engine::view::outline(hand.kit.ui, square, faded(print, hand.sheet.faint), 0, 2);
    if (line.mark > 0) {
        // A faint one stands at the edge of its square.
        const float off = line.mark < 200 ? side * 0.62F : 0.0F;
        const std::array<Point, 3> tick{{{square.x + 5 + off, square.y + 12},
                                         {square.x + 11 + off, square.y + 21},
                                         {square.x + 24 + off, square.y - 2}}};
        engine::view::polyline(hand.kit.ui, tick, pen_blue, line.mark < 200 ? 2.0F : 3.4F);
    }
    hand.across(at.x, at.y + high - 1, at.w, faded(rule_grey, hand.sheet.faint));
    return high;
}

const Line* head_of_table(const Sheet& sheet) {
    for (const Line& line : sheet.lines) {
        if (line.kind == LineKind::row_head) return &line;
    }
    return nullptr;
}

/// Where the columns find no room, each row is a block with a line for each of its cells.
float draw_block(const Hand& hand, const Rect& at, const Line& line) {
    const Line* head = head_of_table(hand.sheet);
    if (line.kind == LineKind::row_head || head == nullptr) return 0;
    float high = 5;
    for (std::size_t i = 0; i < line.cells.size() && i < head->cells.size(); ++i) {
        if (line.cells[i].empty()) continue;
        std::string words = line.cells[i];
        std::replace(words.begin(), words.end(), '\n', ' ');
        words = head->cells[i] + ": " + words;
        const Rect place{at.x, at.y + high, at.w, 0};
        high += hand.write(place, hand.pen(13, i == 0, pen_blue), words) + 2;
    }
    hand.across(at.x, at.y + high + 2, at.w, rule_grey);
    return high + 4;
}

float draw_row(const Hand& hand, const Rect& at, const Line& line) {
    if (at.w < table_least) return draw_block(hand, at, line);
    const bool head = line.kind == LineKind::row_head;
    float high = 20;
    float x = at.x;
    for (std::size_t i = 0; i < line.cells.size(); ++i) {
        const float share = i < hand.sheet.columns.size() ? hand.sheet.columns[i] : 0.2F;
        const float wide = at.w * share - 8;
        const bool written = hand.sheet.look == Look::book && !head;
        const Pen pen = hand.pen(13, head, written ? pen_blue : print);
        high = std::max(high, hand.write({x, at.y + 4, wide, 0}, pen, line.cells[i]) + 8);
        x += at.w * share;
    }
    hand.across(at.x, at.y + high, at.w, head ? print : rule_grey);
    return high + 1;
}

float draw_bars(const Hand& hand, const Rect& at) {
    if (hand.draw) {
        for (int i = 0; i < 32; ++i) {
            const float wide = at.w / 32;
            const float dark = static_cast<float>(i) / 31;
            engine::view::fill(hand.kit.ui,
                               {at.x + wide * static_cast<float>(i), at.y, wide + 1, 40},
                               faded(print, dark));
        }
    }
    return 48;
}

float draw_line(const Hand& hand, const Rect& at, const Line& line) {
    switch (line.kind) {
        case LineKind::title:
            return hand.write(at, hand.pen(18, true), line.left, Align::centre) + 4;
        case LineKind::head:
            return hand.write(at, hand.pen(15, true), line.left) + 4;
        case LineKind::text:
            return hand.write(at, hand.pen(14, false), line.left) + 3;
        case LineKind::centre:
            return hand.write(at, hand.pen(13, false), line.left, Align::centre) + 2;
        case LineKind::pair:
            return draw_pair(hand, at, line);
        case LineKind::row:
        case LineKind::row_head:
            return draw_row(hand, at, line);
        case LineKind::rule:
            hand.across(at.x, at.y + 5, at.w, faded(print, hand.sheet.faint));
            return 11;
        case LineKind::gap:
            return 10;
        case LineKind::signature:
            return draw_signature(hand, at, line);
        case LineKind::box:
            return draw_box(hand, at, line);
        case LineKind::square:
            return draw_square(hand, at, line);
        case LineKind::bars:
            return draw_bars(hand, at);
    }
    return 0;
}

void draw_zigzag(const Hand& hand, const Rect& rect, float y, float depth) {
    constexpr float tooth = 8;
    for (float x = rect.x; x < rect.right() - 1; x += tooth) {
        const float end = std::min(x + tooth, rect.right());
        const std::array<Point, 3> corner{{{x, y}, {end, y}, {(x + end) / 2, y + depth}}};
        engine::view::polygon(hand.kit.ui, corner, paper_white);
    }
}

void draw_ground(const Hand& hand, const Rect& rect) {
    engine::view::Ui& ui = hand.kit.ui;
    const Look look = hand.sheet.look;
    if (look == Look::strip) {
        const Rect body{rect.x, rect.y + 5, rect.w, rect.h - 10};
        engine::view::shadow(ui, body);
        engine::view::fill(ui, body, paper_white);
        draw_zigzag(hand, rect, body.y, -5);
        draw_zigzag(hand, rect, body.bottom(), hand.sheet.torn ? 12 : 5);
        return;
    }
    engine::view::shadow(ui, rect);
    engine::view::fill(ui, rect, look == Look::turned ? Colour{236, 236, 230} : paper_white, 2);
    engine::view::outline(ui, rect, rule_grey, 2, 1);
    if (look == Look::book) {
        engine::view::line(ui, {rect.x + 28, rect.y}, {rect.x + 28, rect.bottom()},
                           Colour{226, 150, 150});
    }
    if (hand.sheet.folded) {
        engine::view::line(ui, {rect.x, rect.centre().y}, {rect.right(), rect.centre().y},
                           Colour{200, 200, 194}, 3);
    }
}

void draw_marks(const Hand& hand, const Rect& rect) {
    engine::view::Ui& ui = hand.kit.ui;
    if (hand.sheet.posted) {
        const Point pin{rect.centre().x, rect.y + 9};
        engine::view::disc(ui, {pin.x + 1, pin.y + 2}, 7, Colour{120, 120, 120});
        engine::view::disc(ui, pin, 7, red);
        engine::view::disc(ui, {pin.x - 2, pin.y - 2}, 2, Colour{240, 170, 165});
    }
    if (hand.sheet.voided) {
        engine::view::line(ui, {rect.x + 14, rect.y + 14}, {rect.right() - 14, rect.bottom() - 14},
                           red, 3);
        engine::view::line(ui, {rect.right() - 14, rect.y + 14}, {rect.x + 14, rect.bottom() - 14},
                           red, 3);
    }
}

}  // namespace

float lay_out(Kit& kit, const Rect& rect, const Sheet& sheet, bool draw) {
    Hand hand{kit, sheet, false};
    const float side = sheet.look == Look::book ? 38.0F : sheet.look == Look::strip ? 16.0F : 26.0F;
    const float top = sheet.look == Look::strip ? 20.0F : 26.0F;
    const Rect column{rect.x + side, 0, rect.w - side - (sheet.look == Look::strip ? 16 : 20), 0};
    float high = top;
    for (const Line& line : sheet.lines) high += draw_line(hand, column, line);
    high += top;
    if (sheet.look == Look::turned) high = std::max(high, rect.w * 1.2F);
    if (!draw) return high;
    const Rect whole{rect.x, rect.y, rect.w, high};
    hand.draw = true;
    draw_ground(hand, whole);
    float y = whole.y + top;
    for (const Line& line : sheet.lines) {
        y += draw_line(hand, {column.x, y, column.w, 0}, line);
    }
    draw_marks(hand, whole);
    return high;
}

}  // namespace sim::seats::papers
