#include "sim/page/drawing.h"

#include <glib.h>

#include "engine/core/text.h"

namespace sim {

Shape& Drawing::add(ShapeKind kind, std::vector<PagePoint> points, PageColour fill,
                    PageColour stroke, double stroke_width) {
    Shape shape;
    shape.kind = kind;
    shape.points = std::move(points);
    shape.fill = fill;
    shape.stroke = stroke;
    shape.width = stroke_width;
    shapes.push_back(std::move(shape));
    return shapes.back();
}

void Drawing::circle(PagePoint centre, double radius, PageColour fill, PageColour stroke,
                     double stroke_width) {
    add(ShapeKind::circle, {centre}, fill, stroke, stroke_width).radius = radius;
}

void Drawing::box(PagePoint from, PagePoint to, double corners, PageColour fill, PageColour stroke,
                  double stroke_width) {
    add(ShapeKind::box, {from, to}, fill, stroke, stroke_width).radius = corners;
}

void Drawing::line(PagePoint from, PagePoint to, PageColour stroke, double stroke_width) {
    add(ShapeKind::polyline, {from, to}, {}, stroke, stroke_width);
}

void Drawing::text(PagePoint at, std::string words, double size, bool bold, PageColour fill,
                   Anchor anchor) {
    Shape& shape = add(ShapeKind::text, {at}, fill);
    shape.text = std::move(words);
    shape.size = size;
    shape.bold = bold;
    shape.anchor = anchor;
}

void Drawing::place(const Drawing& other, PagePoint at) {
    for (Shape shape : other.shapes) {
        for (PagePoint& point : shape.points) {
            point.x += at.x;
            point.y += at.y;
        }
        shapes.push_back(std::move(shape));
    }
}

PageColour colour_of(Mark mark) {
    switch (mark) {
        case Mark::ok:
            return colour::ok;
        case Mark::care:
            return colour::care;
        case Mark::fault:
            return colour::fault;
        case Mark::idle:
        case Mark::paused:
            return colour::idle;
        case Mark::info:
            return colour::info;
    }
    return colour::idle;
}

namespace {

/// The same points from a drawing 16 across to one of another size.
std::vector<PagePoint> scaled(std::initializer_list<PagePoint> points, double size) {
    std::vector<PagePoint> list;
    for (const PagePoint& point : points)
        list.push_back({point.x * size / 16, point.y * size / 16});
    return list;
}

}  // namespace

Drawing mark_drawing(Mark mark, double size) {
    Drawing drawing{size, size, {}};
    const PageColour fill = colour_of(mark);
    const double stroke = size / 8;
    const PagePoint middle{size / 2, size / 2};
    const auto stroke_of = [&](std::initializer_list<PagePoint> points) {
        drawing.add(ShapeKind::polyline, scaled(points, size), {}, colour::paper, stroke);
    };
    switch (mark) {
        case Mark::ok:
            drawing.circle(middle, size / 2, fill);
            stroke_of({{4.4, 8.3}, {7, 10.8}, {11.6, 5.6}});
            break;
        case Mark::care:
            drawing.add(ShapeKind::polygon, scaled({{8, 0.6}, {16, 15.2}, {0, 15.2}}, size), fill);
            stroke_of({{8, 5.2}, {8, 10}});
            stroke_of({{8, 11.4}, {8, 13.3}});
            break;
        case Mark::fault:
            drawing.add(ShapeKind::polygon,
                        scaled({{4.7, 0},
                                {11.3, 0},
                                {16, 4.7},
                                {16, 11.3},
                                {11.3, 16},
                                {4.7, 16},
                                {0, 11.3},
                                {0, 4.7}},
                               size),
                        fill);
            stroke_of({{5, 5}, {11, 11}});
            stroke_of({{11, 5}, {5, 11}});
            break;
        case Mark::idle:
            drawing.circle(middle, size / 2 - size / 16, colour::paper, fill, stroke);
            drawing.add(ShapeKind::polyline, scaled({{5, 8}, {11, 8}}, size), {}, fill, stroke);
            break;
        case Mark::info:
            drawing.box({0, 0}, {size, size}, size / 6, fill);
            stroke_of({{8, 3}, {8, 5.2}});
            stroke_of({{8, 7}, {8, 13}});
            break;
        case Mark::paused:
            drawing.circle(middle, size / 2, fill);
            stroke_of({{6, 5}, {6, 11}});
            stroke_of({{10, 5}, {10, 11}});
            break;
    }
    return drawing;
}

std::string escaped(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const std::size_t good = engine::invalid_utf8_at(text);
        for (const char letter : text.substr(0, good)) {
            switch (letter) {
                case '&':
                    result += "&amp;";
                    break;
                case '<':
                    result += "&lt;";
                    break;
                case '>':
                    result += "&gt;";
                    break;
                case '"':
                    result += "&quot;";
                    break;
                default: {
                    const auto code = static_cast<unsigned char>(letter);
                    if (code >= 0x20 || letter == '\n' || letter == '\t') result += letter;
                }
            }
        }
        if (good >= text.size()) break;
        result += "\xEF\xBF\xBD";  // the sign for what is no letter
        text.remove_prefix(good + 1);
    }
    return result;
}

std::string valid_text(const std::string& text) {
    char* const valid = g_utf8_make_valid(text.data(), static_cast<gssize>(text.size()));
    std::string result(valid);
    g_free(valid);
    return result;
}

std::string capital(std::string_view text) {
    if (text.empty() || !engine::valid_utf8(text)) return std::string(text);
    const char* rest = g_utf8_next_char(text.data());
    char letter[6];
    const int size = g_unichar_to_utf8(g_unichar_toupper(g_utf8_get_char(text.data())), letter);
    return std::string(letter, static_cast<std::size_t>(size)) +
           std::string(text.substr(static_cast<std::size_t>(rest - text.data())));
}

}  // namespace sim
