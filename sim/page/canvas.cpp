#include <cairo.h>
#include <fmt/format.h>

#include <algorithm>

#include "sim/page/drawing.h"
#include "sim/page/typeset.h"

namespace sim {

namespace {

std::string number(double value) {
    std::string text = fmt::format("{:.2f}", value);
    while (text.ends_with('0')) text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    return text == "-0" ? "0" : text;
}

std::string points_of(const Shape& shape) {
    std::string text;
    for (const PagePoint& point : shape.points) {
        if (!text.empty()) text += ' ';
        text += number(point.x) + "," + number(point.y);
    }
    return text;
}

std::string paint_of(const Shape& shape) {
    std::string text = fmt::format(" fill=\"{}\"", shape.fill.empty() ? "none" : shape.fill);
    if (!shape.stroke.empty()) {
        text +=
            fmt::format(" stroke=\"{}\" stroke-width=\"{}\"", shape.stroke, number(shape.width));
    }
    return text;
}

std::string element_of(const Shape& shape) {
    const PagePoint first = shape.points.front();
    switch (shape.kind) {
        case ShapeKind::polygon:
            return fmt::format("<polygon points=\"{}\"{}/>", points_of(shape), paint_of(shape));
        case ShapeKind::polyline:
            return fmt::format("<polyline points=\"{}\"{}/>", points_of(shape), paint_of(shape));
        case ShapeKind::circle:
            return fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}/>", number(first.x),
                               number(first.y), number(shape.radius), paint_of(shape));
        case ShapeKind::box: {
            const PagePoint last = shape.points.back();
            return fmt::format(
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\"{}/>", number(first.x),
                number(first.y), number(std::max(0.0, last.x - first.x)),
                number(std::max(0.0, last.y - first.y)), number(shape.radius), paint_of(shape));
        }
        case ShapeKind::text:
            return fmt::format(
                "<text x=\"{}\" y=\"{}\" font-size=\"{}\" font-weight=\"{}\" "
                "text-anchor=\"{}\"{}>{}"
                "</text>",
                number(first.x), number(first.y), number(shape.size), shape.bold ? 600 : 400,
                shape.anchor == Anchor::left     ? "start"
                : shape.anchor == Anchor::middle ? "middle"
                                                 : "end",
                paint_of(shape), escaped(shape.text));
    }
    return {};
}

void trace(cairo_t* cairo, const Shape& shape) {
    const PagePoint first = shape.points.front();
    constexpr double half_turn = 3.14159265358979323846;
    cairo_new_path(cairo);
    if (shape.kind == ShapeKind::circle) {
        cairo_arc(cairo, first.x, first.y, shape.radius, 0, 2 * half_turn);
        cairo_close_path(cairo);
        return;
    }
    if (shape.kind == ShapeKind::box) {
        const PagePoint last = shape.points.back();
        const double r = std::min({shape.radius, (last.x - first.x) / 2, (last.y - first.y) / 2});
        if (r <= 0) {
            cairo_rectangle(cairo, first.x, first.y, last.x - first.x, last.y - first.y);
            return;
        }
        cairo_arc(cairo, last.x - r, first.y + r, r, -half_turn / 2, 0);
        cairo_arc(cairo, last.x - r, last.y - r, r, 0, half_turn / 2);
        cairo_arc(cairo, first.x + r, last.y - r, r, half_turn / 2, half_turn);
        cairo_arc(cairo, first.x + r, first.y + r, r, half_turn, 1.5 * half_turn);
        cairo_close_path(cairo);
        return;
    }
    for (const PagePoint& point : shape.points) cairo_line_to(cairo, point.x, point.y);
    if (shape.kind == ShapeKind::polygon) cairo_close_path(cairo);
}

void paint_text(cairo_t* cairo, const Shape& shape) {
    const TextStyle style{shape.size, shape.bold ? 600 : 400, shape.fill, 0, 0};
    const PagePoint base = shape.points.front();
    draw_text(cairo, shape.text, {base.x, base.y - text_baseline(cairo, style)}, -1, style,
              shape.anchor);
}

}  // namespace

std::string svg_of(const Drawing& drawing, std::string_view words) {
    std::string text = fmt::format("<svg viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\"",
                                   number(drawing.width), number(drawing.height));
    if (words.empty()) {
        text += " aria-hidden=\"true\">";
    } else {
        text += fmt::format(" role=\"img\" aria-label=\"{0}\"><title>{0}</title>", escaped(words));
    }
    for (const Shape& shape : drawing.shapes) text += element_of(shape);
    return text + "</svg>";
}

void paint(cairo_t* cairo, const Drawing& drawing, PagePoint at) {
    cairo_save(cairo);
    cairo_translate(cairo, at.x, at.y);
    for (const Shape& shape : drawing.shapes) {
        if (shape.kind == ShapeKind::text) {
            paint_text(cairo, shape);
            continue;
        }
        trace(cairo, shape);
        if (!shape.fill.empty()) {
            set_colour(cairo, shape.fill);
            cairo_fill_preserve(cairo);
        }
        if (!shape.stroke.empty()) {
            set_colour(cairo, shape.stroke);
            cairo_set_line_width(cairo, shape.width);
            cairo_stroke_preserve(cairo);
        }
        cairo_new_path(cairo);
    }
    cairo_restore(cairo);
}

}  // namespace sim
