#include "sim/seats/station/screen_kit.h"

#include <imgui.h>

#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace sim::seats::machine {

using engine::view::Item;
using engine::view::Response;
using engine::view::Type;

namespace {

constexpr float smallest_letters = 4.5F;

/// The face whose own size is nearest above; pictures of screens are mostly smaller than the faces.
Type face_of(const Kit& kit, const Pen& pen) {
    const float size = pen.size * kit.k;
    if (pen.bold) return size > 19 ? Type::device_head : Type::device_title;
    return size > 13 ? Type::device_body : Type::device_small;
}

/// Height of the letters' box of a face at a size, in units of layout.
float box(const Kit& kit, Type type, float size) {
    return kit.ui.fonts[type]->FontSize / kit.ui.scale * size / engine::view::spec(type).size;
}

float snapped(const Kit& kit, float value) {
    return std::round(value * kit.ui.scale) / kit.ui.scale;
}

void put(Kit& kit, Point at, const Pen& pen, std::string_view text) {
    const Type type = face_of(kit, pen);
    const float high = pen.size * kit.k;
    if (high < smallest_letters) {
        // Too small to be letters: a stroke where the words are.
        const Rect stroke{at.x, at.y + high * 0.55F, width(kit, pen, text), high * 0.5F};
        engine::view::fill(kit.ui, stroke, pen.ink.with_alpha(0.75));
        return;
    }
    engine::view::text_scaled(kit.ui, {snapped(kit, at.x), snapped(kit, at.y)}, type,
                              pen.size * kit.k, pen.ink, text);
}

float start_of(const Rect& rect, float wide, Align align) {
    if (align == Align::centre) return rect.x + (rect.w - wide) / 2;
    return align == Align::right ? rect.right() - wide : rect.x;
}

/// Splits a text at spaces so that each line fits, where that can be.
std::vector<std::string_view> wrapped(const Kit& kit, const Pen& pen, std::string_view text,
                                      float wide) {
    std::vector<std::string_view> result;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view rest = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (rest.empty()) result.push_back(rest);
        while (!rest.empty()) {
            std::size_t taken = rest.size();
            if (width(kit, pen, rest) > wide) {
                taken = 0;
                for (std::size_t at = rest.find(' '); at != rest.npos;
                     at = rest.find(' ', at + 1)) {
                    if (width(kit, pen, rest.substr(0, at)) > wide && taken > 0) break;
                    taken = at;
                    if (width(kit, pen, rest.substr(0, at)) > wide) break;
                }
                if (taken == 0) taken = rest.size();
            }
            result.push_back(rest.substr(0, taken));
            rest.remove_prefix(taken);
            while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
        }
    }
    return result;
}

struct Fitted {
    Pen pen;
    std::vector<std::string_view> lines;
    bool fits = false;
};

Fitted fitted(const Kit& kit, const Rect& rect, Pen pen, std::string_view text) {
    const float full = pen.size;
    while (true) {
        Fitted result{pen, wrapped(kit, pen, text, rect.w), true};
        const auto count = static_cast<float>(result.lines.size());
        result.fits = rect.h <= 0 || count * pitch(kit, pen) <= rect.h + 0.5F;
        for (const std::string_view line : result.lines) {
            result.fits = result.fits && width(kit, pen, line) <= rect.w + 0.5F;
        }
        if (result.fits || pen.size < full * pen.least) return result;
        pen.size *= 0.95F;
    }
}

void draw_fitted(Kit& kit, const Rect& rect, const Fitted& text, Align align,
                 std::string_view whole) {
    const Type type = face_of(kit, text.pen);
    const float step = pitch(kit, text.pen);
    const float lead = (step - box(kit, type, text.pen.size * kit.k)) / 2;
    float y = rect.y;
    for (const std::string_view line : text.lines) {
        put(kit, {start_of(rect, width(kit, text.pen, line), align), y + lead}, text.pen, line);
        y += step;
    }
    if (!text.fits) kit.ui.items.cut.push_back({std::string(whole), rect});
}

}  // namespace

Colour ink_for(Status status) {
    switch (status) {
        case Status::ok:
            return paint::green;
        case Status::care:
            return paint::brown;
        case Status::fault:
            return paint::red;
        case Status::info:
            return paint::blue;
        default:
            return paint::grey;
    }
}

Colour tint_for(Status status) {
    switch (status) {
        case Status::ok:
            return paint::tint_green;
        case Status::care:
            return paint::tint_amber;
        case Status::fault:
            return paint::tint_red;
        case Status::info:
            return paint::tint_blue;
        default:
            return paint::pale;
    }
}

float width(const Kit& kit, const Pen& pen, std::string_view text) {
    const Type type = face_of(kit, pen);
    return engine::view::measure(kit.ui, type, text).x * pen.size * kit.k /
           engine::view::spec(type).size;
}

float pitch(const Kit& kit, const Pen& pen) {
    return pen.size * kit.k * (pen.size > 20 ? 1.16F : 1.28F);
}

float one_line(Kit& kit, const Rect& rect, const Pen& pen, std::string_view text, Align align) {
    Pen smaller = pen;
    float wide = width(kit, smaller, text);
    // The faces differ a little in their proportions, so once is not always enough.
    for (int i = 0; i < 4 && wide > rect.w && smaller.size > pen.size * pen.least; ++i) {
        smaller.size = std::max(pen.size * pen.least, smaller.size * rect.w / wide * 0.99F);
        wide = width(kit, smaller, text);
    }
    if (wide > rect.w + 0.5F) kit.ui.items.cut.push_back({std::string(text), rect});
    const float high = box(kit, face_of(kit, smaller), smaller.size * kit.k);
    put(kit, {start_of(rect, wide, align), rect.y + (rect.h - high) / 2}, smaller, text);
    return wide;
}

float lines(Kit& kit, const Rect& rect, const Pen& pen, std::string_view text, Align align) {
    const Fitted found = fitted(kit, rect, pen, text);
    draw_fitted(kit, rect, found, align, text);
    return static_cast<float>(found.lines.size()) * pitch(kit, found.pen);
}

float lines_height(const Kit& kit, const Pen& pen, std::string_view text, float wide) {
    return static_cast<float>(wrapped(kit, pen, text, wide).size()) * pitch(kit, pen);
}

void label(Kit& kit, const Rect& rect, const Pen& pen, std::string_view text) {
    const Fitted found = fitted(kit, rect, pen, text);
    const float high = static_cast<float>(found.lines.size()) * pitch(kit, found.pen);
    draw_fitted(kit, {rect.x, rect.y + (rect.h - high) / 2, rect.w, high}, found, Align::centre,
                text);
}

bool touch_button(Kit& kit, const Rect& rect, const TouchButton& button, bool live) {
    Response response;
    if (live) {
        Item item;
        item.name = button.name;
        item.label = button.label;
        item.help = button.help;
        item.rect = rect;
        item.enabled = button.enabled;
        item.selected = button.selected;
        response = engine::view::act(kit.ui, item);
    }
    const float radius = 5 * kit.k;
    const bool down = response.held && button.enabled;
    Colour ground = button.primary ? paint::navy : paint::white;
    Colour ink = button.primary ? paint::white : paint::navy;
    if (button.enabled && response.hovered) ground = button.primary ? paint::navy_2 : paint::pale;
    if (down) {
        ground = paint::navy;
        ink = paint::white;
    }
    if (!button.enabled) {
        ground = paint::foot;
        ink = paint::grey;
    }
    engine::view::fill(kit.ui, rect, ground, radius);
    engine::view::outline(kit.ui, rect, button.enabled ? paint::navy : paint::steel, radius,
                          std::max(1.0F, 1.2F * kit.k));
    label(kit, rect.inset(5 * kit.k, 2 * kit.k), {button.size, true, ink, 0.48F}, button.label);
    return response.clicked && button.enabled;
}

void status_sign(Kit& kit, Point centre, float size, Status status, Colour ink) {
    Ui& ui = kit.ui;
    const float r = size / 2;
    const float pen = std::max(1.0F, size * 0.09F);
    const auto closed = [&](int corners, double turn) {
        std::vector<Point> points;
        for (int i = 0; i <= corners + 1; ++i) {
            const double angle = turn + 2 * std::numbers::pi * i / corners;
            points.push_back({centre.x + r * static_cast<float>(std::cos(angle)),
                              centre.y + r * static_cast<float>(std::sin(angle))});
        }
        engine::view::polyline(ui, points, ink, pen);
    };
    const auto stroke = [&](float x1, float y1, float x2, float y2) {
        engine::view::line(ui, {centre.x + x1 * r, centre.y + y1 * r},
                           {centre.x + x2 * r, centre.y + y2 * r}, ink, pen * 1.2F);
    };
    switch (status) {
        case Status::ok: {
            engine::view::ring(ui, centre, r, ink, pen);
            const std::array<Point, 3> tick{{{centre.x - 0.45F * r, centre.y + 0.02F * r},
                                             {centre.x - 0.1F * r, centre.y + 0.38F * r},
                                             {centre.x + 0.48F * r, centre.y - 0.34F * r}}};
            engine::view::polyline(ui, tick, ink, pen * 1.2F);
            break;
        }
        case Status::fault:
            closed(8, std::numbers::pi / 8);
            stroke(-0.38F, -0.38F, 0.38F, 0.38F);
            stroke(-0.38F, 0.38F, 0.38F, -0.38F);
            break;
        case Status::care:
            closed(3, -std::numbers::pi / 2);
            stroke(0, -0.35F, 0, 0.12F);
            stroke(0, 0.28F, 0, 0.34F);
            break;
        case Status::info:
            engine::view::outline(ui, {centre.x - r, centre.y - r, size, size}, ink, r * 0.3F, pen);
            stroke(0, -0.12F, 0, 0.5F);
            stroke(0, -0.48F, 0, -0.4F);
            break;
        case Status::paused:
            engine::view::ring(ui, centre, r, ink, pen);
            stroke(-0.24F, -0.4F, -0.24F, 0.4F);
            stroke(0.24F, -0.4F, 0.24F, 0.4F);
            break;
        case Status::idle:
            engine::view::ring(ui, centre, r, ink, pen);
            stroke(-0.4F, 0, 0.4F, 0);
            break;
    }
}

}  // namespace sim::seats::machine
