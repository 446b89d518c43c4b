#include "engine/view/draw.h"

#include <imgui.h>

#include <array>
#include <cmath>

namespace engine::view {

namespace {

ImVec2 at(const Ui& ui, Point p) {
    return {p.x * ui.scale, p.y * ui.scale};
}

/// The library gives text no gap of its own: lines are set in boxes of the type's line height.
float lead(const Ui& ui, Type type) {
    return (spec(type).line * ui.scale - ui.fonts[type]->FontSize) / 2;
}

void note_cut(Ui& ui, const Rect& rect, std::string_view text) {
    ui.items.cut.push_back({std::string(text), rect});
}

void draw_run(Ui& ui, ImVec2 pos, Type type, unsigned colour, std::string_view run) {
    if (run.empty()) return;
    ImFont* font = ui.fonts[type];
    ui.list->AddText(font, font->FontSize, {std::round(pos.x), std::round(pos.y)}, colour,
                     run.data(), run.data() + run.size());
}

float run_width(const Ui& ui, Type type, std::string_view run) {
    if (run.empty()) return 0;
    ImFont* font = ui.fonts[type];
    return font->CalcTextSizeA(font->FontSize, 1e9F, 0, run.data(), run.data() + run.size()).x;
}

/// Calls `each(line)` for every line of a text wrapped at a width in pixels.
template <class Each>
void for_lines(const Ui& ui, Type type, std::string_view text, float width, Each each) {
    const ImFont* font = ui.fonts[type];
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string_view rest = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        if (rest.empty()) each(rest);
        while (!rest.empty()) {
            const char* stop =
                font->CalcWordWrapPositionA(1, rest.data(), rest.data() + rest.size(), width);
            auto taken = static_cast<std::size_t>(stop - rest.data());
            if (taken == 0) taken = 1;
            // Never within a letter of more than one byte.
            while (taken < rest.size() &&
                   (static_cast<unsigned char>(rest[taken]) & 0xC0U) == 0x80U) {
                ++taken;
            }
            each(rest.substr(0, taken));
            rest.remove_prefix(taken);
            while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
        }
    }
}

/// A large rounded rectangle: what is upright in it is drawn as that, which hides what lies below
/// and costs a software renderer less than long thin triangles.
void fill_large(ImDrawList& list, const Rect& px, unsigned colour, float radius) {
    const float edge = std::ceil(radius);
    const auto upright = [&](float left, float top, float right, float bottom) {
        list.AddRectFilled({left, top}, {right, bottom}, colour);
    };
    upright(px.x, px.y + edge, px.right(), px.bottom() - edge);
    upright(px.x + edge, px.y, px.right() - edge, px.y + edge);
    upright(px.x + edge, px.bottom() - edge, px.right() - edge, px.bottom());
    struct Corner {
        ImVec2 outer;
        float right, down;  ///< the way inwards
        int hour;           ///< where its arc begins, of twelve
    };
    const Corner corners[] = {{{px.x, px.y}, 1, 1, 6},
                              {{px.right(), px.y}, -1, 1, 9},
                              {{px.right(), px.bottom()}, -1, -1, 0},
                              {{px.x, px.bottom()}, 1, -1, 3}};
    for (const auto& [outer, right, down, hour] : corners) {
        const bool across = right == down;  // the arc begins at the upright side
        const ImVec2 side{outer.x, outer.y + down * edge};
        const ImVec2 cap{outer.x + right * edge, outer.y};
        if (edge > radius) list.PathLineTo(across ? side : cap);
        list.PathArcToFast({outer.x + right * radius, outer.y + down * radius}, radius, hour,
                           hour + 3);
        if (edge > radius) list.PathLineTo(across ? cap : side);
        list.PathLineTo({outer.x + right * edge, outer.y + down * edge});
        list.PathFillConvex(colour);
    }
}

}  // namespace

unsigned packed(const Ui& ui, const Ink& ink) {
    const Colour c = ink.own ? ink.colour : ui.theme[ink.token];
    return IM_COL32(c.r, c.g, c.b, c.a);
}

Rect pixels(const Ui& ui, const Rect& rect) {
    const float x = std::round(rect.x * ui.scale);
    const float y = std::round(rect.y * ui.scale);
    return {x, y, std::round(rect.right() * ui.scale) - x,
            std::round(rect.bottom() * ui.scale) - y};
}

void fill(Ui& ui, const Rect& rect, const Ink& ink, float radius) {
    constexpr float large = 64;  // pixels
    const Rect px = pixels(ui, rect);
    const unsigned colour = packed(ui, ink);
    const float round = radius * ui.scale;
    const bool opaque = colour >> IM_COL32_A_SHIFT == 0xFF;
    if (round >= 1 && opaque && std::min(px.w, px.h) >= large && 4 * round < large) {
        fill_large(*ui.list, px, colour, round);
        return;
    }
    ui.list->AddRectFilled({px.x, px.y}, {px.right(), px.bottom()}, colour, round);
}

void outline(Ui& ui, const Rect& rect, const Ink& ink, float radius, float width) {
    const Rect px = pixels(ui, rect);
    const float w = std::max(1.0F, std::round(width * ui.scale));
    ui.list->AddRect({px.x + w / 2, px.y + w / 2}, {px.right() - w / 2, px.bottom() - w / 2},
                     packed(ui, ink), radius * ui.scale, 0, w);
}

void dashed(Ui& ui, const Rect& rect, const Ink& ink, float radius, float width) {
    constexpr float dash = 5;
    const auto side = [&](Point a, Point b) {
        const float length = std::hypot(b.x - a.x, b.y - a.y);
        for (float d = 0; d < length; d += 2 * dash) {
            const float e = std::min(d + dash, length);
            line(ui, {a.x + (b.x - a.x) * d / length, a.y + (b.y - a.y) * d / length},
                 {a.x + (b.x - a.x) * e / length, a.y + (b.y - a.y) * e / length}, ink, width);
        }
    };
    side({rect.x + radius, rect.y}, {rect.right() - radius, rect.y});
    side({rect.right(), rect.y + radius}, {rect.right(), rect.bottom() - radius});
    side({rect.right() - radius, rect.bottom()}, {rect.x + radius, rect.bottom()});
    side({rect.x, rect.bottom() - radius}, {rect.x, rect.y + radius});
}

void line(Ui& ui, Point a, Point b, const Ink& ink, float width) {
    ui.list->AddLine(at(ui, a), at(ui, b), packed(ui, ink), std::max(1.0F, width * ui.scale));
}

void polyline(Ui& ui, std::span<const Point> points, const Ink& ink, float width) {
    for (const Point& p : points) ui.list->PathLineTo(at(ui, p));
    ui.list->PathStroke(packed(ui, ink), 0, std::max(1.0F, width * ui.scale));
}

void polygon(Ui& ui, std::span<const Point> points, const Ink& ink) {
    for (const Point& p : points) ui.list->PathLineTo(at(ui, p));
    ui.list->PathFillConvex(packed(ui, ink));
}

void disc(Ui& ui, Point centre, float radius, const Ink& ink) {
    ui.list->AddCircleFilled(at(ui, centre), radius * ui.scale, packed(ui, ink));
}

void ring(Ui& ui, Point centre, float radius, const Ink& ink, float width) {
    ui.list->AddCircle(at(ui, centre), radius * ui.scale, packed(ui, ink), 0,
                       std::max(1.0F, width * ui.scale));
}

void curve(Ui& ui, Point a, Point b, float sag, const Ink& ink, float width) {
    const Point c{a.x + (b.x - a.x) / 3, std::max(a.y, b.y) + sag};
    const Point d{a.x + (b.x - a.x) * 2 / 3, std::max(a.y, b.y) + sag};
    ui.list->AddBezierCubic(at(ui, a), at(ui, c), at(ui, d), at(ui, b), packed(ui, ink),
                            std::max(1.0F, width * ui.scale));
}

void shadow(Ui& ui, const Rect& rect) {
    if (ui.theme.plain) return;
    // Rings of slopes, not an area: what lies under the thing itself need not be darkened, and a
    // software renderer pays for every pixel and every triangle.
    struct Step {
        float grow;
        float alpha;
    };
    constexpr Step steps[] = {{0, 28}, {4, 10}, {10, 0}};
    constexpr int bends = 4;  // of a corner
    constexpr int around = 4 * (bends + 1);
    constexpr auto rings = static_cast<int>(std::size(steps));
    const Rect px = pixels(ui, rect.moved(0, 2));
    const float radius = std::min({8 * ui.scale, px.w / 2, px.h / 2});
    const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
    ImDrawList& list = *ui.list;
    list.PrimReserve(6 * around * (rings - 1), around * rings);
    const unsigned first = list._VtxCurrentIdx;
    for (const Step& step : steps) {
        const unsigned colour =
            packed(ui, Colour{20, 38, 58, static_cast<std::uint8_t>(step.alpha)});
        for (int i = 0; i < around; ++i) {
            const int corner = i / (bends + 1);
            const bool right = corner == 0 || corner == 3;
            const bool low = corner < 2;
            const float angle = (static_cast<float>(corner) +
                                 static_cast<float>(i % (bends + 1)) / static_cast<float>(bends)) *
                                1.57079633F;
            const float reach = radius + std::round(step.grow * ui.scale);
            list.PrimWriteVtx(
                {(right ? px.right() - radius : px.x + radius) + std::cos(angle) * reach,
                 (low ? px.bottom() - radius : px.y + radius) + std::sin(angle) * reach},
                white, colour);
        }
    }
    const auto write = [&](int ring, int place) {
        list.PrimWriteIdx(
            static_cast<ImDrawIdx>(first + static_cast<unsigned>(ring * around + place % around)));
    };
    for (int ring = 0; ring + 1 < rings; ++ring) {
        for (int i = 0; i < around; ++i) {
            write(ring, i);
            write(ring + 1, i);
            write(ring + 1, i + 1);
            write(ring, i);
            write(ring + 1, i + 1);
            write(ring, i + 1);
        }
    }
}

void status_shape(Ui& ui, Point centre, float size, Status status) {
    const float r = size / 2;
    const Colour colour = ui.theme[colour_of(status)];
    const Colour mark = ui.theme[Token::on_action];
    const auto p = [&](float x, float y) { return Point{centre.x + x * r, centre.y + y * r}; };
    const float stroke = std::max(1.2F, size * 0.13F);
    switch (status) {
        case Status::ok: {
            disc(ui, centre, r, colour);
            const std::array<Point, 3> tick{p(-0.45F, 0.05F), p(-0.1F, 0.4F), p(0.48F, -0.32F)};
            polyline(ui, tick, mark, stroke);
            break;
        }
        case Status::care: {
            const std::array<Point, 3> triangle{p(0, -0.95F), p(1.02F, 0.85F), p(-1.02F, 0.85F)};
            polygon(ui, triangle, colour);
            line(ui, p(0, -0.3F), p(0, 0.28F), mark, stroke);
            disc(ui, p(0, 0.56F), stroke * 0.6F, mark);
            break;
        }
        case Status::fault: {
            std::array<Point, 8> octagon;
            constexpr float k = 0.414F;
            constexpr float xs[] = {k, 1, 1, k, -k, -1, -1, -k};
            constexpr float ys[] = {-1, -k, k, 1, 1, k, -k, -1};
            for (std::size_t i = 0; i < octagon.size(); ++i) octagon[i] = p(xs[i], ys[i]);
            polygon(ui, octagon, colour);
            line(ui, p(-0.4F, -0.4F), p(0.4F, 0.4F), mark, stroke);
            line(ui, p(-0.4F, 0.4F), p(0.4F, -0.4F), mark, stroke);
            break;
        }
        case Status::idle:
            ring(ui, centre, r - stroke / 2, colour, stroke);
            line(ui, p(-0.42F, 0), p(0.42F, 0), colour, stroke);
            break;
        case Status::info:
            fill(ui, {centre.x - r * 0.92F, centre.y - r * 0.92F, r * 1.84F, r * 1.84F}, colour,
                 size * 0.15F);
            line(ui, p(0, -0.1F), p(0, 0.55F), mark, stroke);
            disc(ui, p(0, -0.45F), stroke * 0.65F, mark);
            break;
        case Status::paused:
            disc(ui, centre, r, colour);
            line(ui, p(-0.26F, -0.42F), p(-0.26F, 0.42F), mark, stroke * 1.2F);
            line(ui, p(0.26F, -0.42F), p(0.26F, 0.42F), mark, stroke * 1.2F);
            break;
    }
}

Point measure(const Ui& ui, Type type, std::string_view text, float width) {
    const float line_height = spec(type).line;
    if (width <= 0) return {run_width(ui, type, text) / ui.scale, line_height};
    float widest = 0;
    float height = 0;
    for_lines(ui, type, text, width * ui.scale, [&](std::string_view run) {
        widest = std::max(widest, run_width(ui, type, run) / ui.scale);
        height += line_height;
    });
    return {widest, height};
}

float text(Ui& ui, Point where, Type type, const Ink& ink, std::string_view text) {
    draw_run(ui, {where.x * ui.scale, where.y * ui.scale + lead(ui, type)}, type, packed(ui, ink),
             text);
    return run_width(ui, type, text) / ui.scale;
}

float text_in(Ui& ui, const Rect& rect, Type type, const Ink& ink, std::string_view run,
              Align align) {
    const float width = run_width(ui, type, run) / ui.scale;
    if (width > rect.w + 0.5F) note_cut(ui, rect, run);
    float x = rect.x;
    if (align == Align::centre) x += (rect.w - width) / 2;
    if (align == Align::right) x += rect.w - width;
    return text(ui, {x, rect.y + (rect.h - spec(type).line) / 2}, type, ink, run);
}

float paragraph(Ui& ui, const Rect& rect, Type type, const Ink& ink, std::string_view text_all,
                Align align) {
    float y = rect.y;
    bool wide = false;
    for_lines(ui, type, text_all, rect.w * ui.scale, [&](std::string_view run) {
        const float width = run_width(ui, type, run) / ui.scale;
        wide = wide || width > rect.w + 1;
        float x = rect.x;
        if (align == Align::centre) x += (rect.w - width) / 2;
        if (align == Align::right) x += rect.w - width;
        text(ui, {x, y}, type, ink, run);
        y += spec(type).line;
    });
    const float height = y - rect.y;
    if (wide || (rect.h > 0 && height > rect.h + 1)) note_cut(ui, rect, text_all);
    return height;
}

float figures(Ui& ui, Point where, Type type, const Ink& ink, std::string_view run) {
    ImFont* font = ui.fonts[type];
    float digit = 0;
    for (char c = '0'; c <= '9'; ++c) {
        digit = std::max(digit, font->GetCharAdvance(static_cast<ImWchar>(c)));
    }
    float x = where.x * ui.scale;
    const float y = where.y * ui.scale + lead(ui, type);
    const unsigned colour = packed(ui, ink);
    for (std::size_t i = 0; i < run.size();) {
        std::size_t length = 1;
        while (i + length < run.size() &&
               (static_cast<unsigned char>(run[i + length]) & 0xC0U) == 0x80U) {
            ++length;
        }
        const std::string_view letter = run.substr(i, length);
        const float width = run_width(ui, type, letter);
        const bool is_digit = letter[0] >= '0' && letter[0] <= '9';
        draw_run(ui, {x + (is_digit ? (digit - width) / 2 : 0), y}, type, colour, letter);
        x += is_digit ? digit : width;
        i += length;
    }
    return x / ui.scale - where.x;
}

float figures_width(const Ui& ui, Type type, std::string_view run) {
    ImFont* font = ui.fonts[type];
    float digit = 0;
    for (char c = '0'; c <= '9'; ++c) {
        digit = std::max(digit, font->GetCharAdvance(static_cast<ImWchar>(c)));
    }
    float width = 0;
    std::string others;
    for (const char c : run) {
        if (c >= '0' && c <= '9') {
            width += digit;
        } else {
            others += c;
        }
    }
    return (width + run_width(ui, type, others)) / ui.scale;
}

void icon(Ui& ui, const Rect& rect, const char* symbol, const Ink& ink, Type type) {
    ImFont* font = ui.fonts[type];
    const ImVec2 size = font->CalcTextSizeA(font->FontSize, 1e9F, 0, symbol);
    const Point centre = rect.centre();
    draw_run(ui, {centre.x * ui.scale - size.x / 2, centre.y * ui.scale - font->FontSize / 2}, type,
             packed(ui, ink), symbol);
}

void text_scaled(Ui& ui, Point where, Type type, float size, const Ink& ink, std::string_view run) {
    ImFont* font = ui.fonts[type];
    const float pixels_high = font->FontSize * size / spec(type).size;
    ui.list->AddText(font, pixels_high, at(ui, where), packed(ui, ink), run.data(),
                     run.data() + run.size());
}

}  // namespace engine::view
