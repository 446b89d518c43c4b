// What opens and what takes paper in: doors, compartments, slots, mouths, seals.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "sim/seats/station/plan_shapes.h"
#include "sim/seats/station/sheet_drag.h"
#include "sim/station/reach.h"

namespace sim::seats {

using namespace engine::view;

namespace {

bool flat(const PartSpec& spec) {
    return spec.shape.face == "top";
}

/// The well behind an open door, with a shade along its upper edge.
void draw_well(Ui& ui, const Rect& rect, float radius) {
    fill(ui, rect, Colour{58, 68, 82}, radius);
    fill(ui, {rect.x + 1, rect.y + 1, rect.w - 2, std::min(8.0F, rect.h * 0.12F)},
         Colour{34, 42, 54}, radius);
    outline(ui, rect, paint::dark, radius, 1);
}

enum class Edge { left, right, top, bottom };

/// At which edge of its picture a door turns; the back is seen mirrored.
Edge hinge_edge(const PartSpec& spec) {
    const std::string_view hinge = spec.shape.hinge;
    const bool mirrored = spec.shape.face == "back";
    if (hinge == "right") return mirrored ? Edge::left : Edge::right;
    if (hinge == "bottom" || hinge == "front" || hinge == "slide") return Edge::bottom;
    if (hinge == "top" || hinge == "back") return Edge::top;
    if (hinge.empty() && flat(spec)) return Edge::top;
    return mirrored ? Edge::right : Edge::left;
}

/// The leaf itself, swung aside at its hinge.
Rect leaf_of(const PartSpec& spec, const Rect& rect) {
    const float w = std::max(8.0F, std::min(rect.w * 0.08F, 18.0F));
    const float h = std::max(8.0F, rect.h * 0.1F);
    switch (hinge_edge(spec)) {
        case Edge::left:
            return {rect.x - w, rect.y, w, rect.h};
        case Edge::right:
            return {rect.right(), rect.y, w, rect.h};
        case Edge::top:
            return {rect.x, rect.y - h, rect.w, h};
        case Edge::bottom:
            break;
    }
    return {rect.x, rect.bottom(), rect.w, h};
}

/// Opposite the hinge.
void draw_handle(Ui& ui, const PartSpec& spec, const Rect& rect) {
    const float size = std::min(rect.w, rect.h);
    const Edge hinge = hinge_edge(spec);
    if (hinge == Edge::top || hinge == Edge::bottom) {
        const float w = std::clamp(rect.w * 0.22F, 8.0F, 64.0F);
        const float h = std::clamp(size * 0.1F, 3.0F, 9.0F);
        const float gap = std::max(2.0F, size * 0.06F);
        const float y = hinge == Edge::top ? rect.bottom() - h - gap : rect.y + gap;
        fill(ui, {rect.centre().x - w / 2, y, w, h}, paint::teal, h / 2);
        return;
    }
    const float h = std::clamp(rect.h * 0.18F, 8.0F, 56.0F);
    const float w = std::clamp(size * 0.05F, 3.0F, 9.0F);
    const float gap = std::max(3.0F, size * 0.05F);
    const float x = hinge == Edge::left ? rect.right() - w - gap : rect.x + gap;
    fill(ui, {x, rect.centre().y - h / 2, w, h}, paint::teal, w / 2);
}

std::int64_t ballots_at(const World& world, PartId part) {
    return world.part(part).amount;
}

/// Sheets that lie in a box, as a heap that grows slowly and never tells its number.
void draw_heap(Ui& ui, const Rect& rect, std::int64_t sheets) {
    if (sheets <= 0) return;
    const double share =
        std::sqrt(static_cast<double>(std::min<std::int64_t>(sheets, 2000)) / 2000);
    const float high = std::max(4.0F, static_cast<float>(share) * rect.h * 0.6F);
    const Rect heap{rect.x + rect.w * 0.06F, rect.bottom() - high - 2, rect.w * 0.88F, high};
    fill(ui, heap, paint::paper, 2);
    for (float y = heap.y + 3; y < heap.bottom() - 1; y += 4) {
        fill(ui, {heap.x + 2, y, heap.w - 4, 1}, Colour{206, 213, 220});
    }
}

/// Paper that stands out of a slit, downwards.
/// The same, its end shifted aside as it leans.
void draw_leaning(Ui& ui, const Rect& slit, float length, Colour colour, float lean) {
    const float angle = lean * std::numbers::pi_v<float> / 180;
    const float aside = -std::sin(angle) * length;
    const float dip = std::sin(angle) * slit.w * 0.42F;
    const float left = slit.x + slit.w * 0.08F;
    const float right = slit.right() - slit.w * 0.08F;
    const float top = slit.centre().y;
    const std::array<Point, 4> sheet{{{left, top - dip},
                                      {right, top + dip},
                                      {right + aside, top + dip + length},
                                      {left + aside, top - dip + length}}};
    polygon(ui, sheet, colour);
    polyline(ui, std::array<Point, 5>{{sheet[0], sheet[1], sheet[2], sheet[3], sheet[0]}},
             Colour{150, 162, 174}, 1);
}

void draw_strip(Ui& ui, const Rect& slit, float length, Colour colour) {
    const Rect strip{slit.x + slit.w * 0.08F, slit.centre().y, slit.w * 0.84F, length};
    fill(ui, strip.moved(1.5F, 1.5F), Colour{20, 38, 58, 40}, 1);
    fill(ui, strip, colour, 1);
    outline(ui, strip, Colour{188, 196, 204}, 1, 1);
    for (float y = strip.y + 5; y < strip.bottom() - 4; y += 4) {
        fill(ui, {strip.x + strip.w * 0.15F, y, strip.w * 0.7F, 1}, Colour{150, 162, 174});
    }
}

const Scanner* scanner_of(const World& world, PartId part) {
    const int number = number_of(world, part, DeviceClass::scanner);
    return number < 0 ? nullptr : &world.scanners[static_cast<std::size_t>(number)];
}

const Terminal* terminal_of(const World& world, PartId part) {
    const int number = number_of(world, part, DeviceClass::terminal);
    return number < 0 ? nullptr : &world.terminals[static_cast<std::size_t>(number)];
}

void draw_guides(Ui& ui, const Rect& slit) {
    const float w = std::clamp(slit.w * 0.05F, 3.0F, 10.0F);
    const float h = std::clamp(slit.w * 0.14F, 8.0F, 30.0F);
    for (const float x : {slit.x - w, slit.right()}) {
        fill(ui, {x, slit.centre().y - h * 0.35F, w, h}, paint::teal, w / 2);
    }
}

}  // namespace

int sheets_seen(const World& world, PartId part) {
    const PartSpec& spec = world.layout()[part];
    const Scanner* scanner = scanner_of(world, part);
    const Terminal* terminal = terminal_of(world, part);
    if (spec.role == Role::entry && scanner != nullptr) {
        const int lying = scanner->at_front != no_ballot || scanner->loose != no_ballot ? 1 : 0;
        return lying + (scanner->front_second != no_ballot ? 1 : 0);
    }
    if (spec.role == Role::paper_mouth && scanner != nullptr) {
        return scanner->printer.job != no_part ? 1 : 0;
    }
    if (spec.role == Role::paper_mouth && terminal != nullptr) {
        return terminal->receipts_out != 0 ? 1 : 0;
    }
    if (spec.role == Role::ballot_mouth && terminal != nullptr) {
        return static_cast<int>(std::min<std::size_t>(terminal->mouth.size(), 3));
    }
    return 0;
}

float lean_seen(const World& world, PartId part) {
    const Scanner* scanner = scanner_of(world, part);
    if (scanner == nullptr) return 0;
    const bool stuck = scanner->path == PathState::jammed;
    const BallotId sheet = scanner->at_front != no_ballot ? scanner->at_front
                           : scanner->loose != no_ballot  ? scanner->loose
                           : stuck                        ? scanner->sheet
                                                          : no_ballot;
    if (sheet == no_ballot) return 0;
    return degrees_of(world.sheets[static_cast<std::size_t>(sheet)].skew);
}

void draw_door(const Brush& brush, PartId part, const Rect& rect) {
    Ui& ui = brush.ui;
    const PartSpec& spec = brush.world.layout()[part];
    const Colour colour = colour_of(spec.shape.colour);
    const float radius = std::min({8.0F, rect.h / 4, rect.w / 4});
    if (brush.world.part(part).open != 0) {
        draw_well(ui, rect, radius);
        block(ui, leaf_of(spec, rect), lighter(colour, 0.1F), 3, !brush.simple);
        return;
    }
    block(ui, rect, colour, radius, false);
    const float gap = std::min(rect.w, rect.h) * 0.05F;
    if (std::min(rect.w, rect.h) > 24) {
        outline(ui, rect.inset(gap), darker(colour, 0.1F), radius, 1);
    }
    draw_handle(ui, spec, rect);
}

void draw_compartment(const Brush& brush, PartId part, const Rect& rect) {
    Ui& ui = brush.ui;
    const PartSpec& spec = brush.world.layout()[part];
    const Colour colour = colour_of(spec.shape.colour);
    if (spec.behind != no_part) {
        fill(ui, rect, darker(colour, 0.22F), 3);
        fill(ui, rect.inset(2), darker(colour, 0.06F), 2);
        draw_heap(ui, rect.inset(2), ballots_at(brush.world, part));
        outline(ui, rect, darker(colour, 0.45F), 3, 1);
        return;
    }
    // A box of clear plastic on its own: one sees through it.
    block(ui, rect, colour, 4, !brush.simple);
    const Rect pane = rect.inset(rect.w * 0.08F, rect.h * 0.1F);
    fill(ui, pane, Colour{214, 226, 234}, 3);
    draw_heap(ui, pane, ballots_at(brush.world, part));
    outline(ui, pane, Colour{160, 176, 190}, 3, 1);
    fill(ui,
         {rect.centre().x - rect.w * 0.16F, rect.y + 3, rect.w * 0.32F,
          std::max(3.0F, rect.h * 0.02F)},
         paint::dark, 1);
}

void draw_opening(const Brush& brush, PartId part, const Rect& rect) {
    Ui& ui = brush.ui;
    const PartSpec& spec = brush.world.layout()[part];
    const float high = std::clamp(rect.h * 0.4F, 3.0F, 10.0F);
    const Rect slit{rect.x, rect.centre().y - high / 2, rect.w, high};
    block(ui, slit.inset(-2, -2), paint::steel, 3, false);
    fill(ui, slit, paint::dark, high / 2);
    const bool hand = spec.kind == PartKind::entry || spec.kind == PartKind::slot;
    if (hand && !brush.simple) draw_guides(ui, slit);
    const int sheets = sheets_seen(brush.world, part);
    const float length = std::clamp(rect.w * 0.45F, 10.0F, 60.0F);
    const float lean = spec.kind == PartKind::entry ? lean_seen(brush.world, part) : 0;
    for (int i = sheets - 1; i >= 0; --i) {
        const float aside = static_cast<float>(i) * 4;
        const Rect from = slit.moved(aside, 0);
        if (lean >= 2) {
            draw_leaning(ui, from, length + aside, paint::paper, lean);
        } else {
            draw_strip(ui, from, length + aside, paint::paper);
        }
    }
}

void draw_seal(const Brush& brush, PartId part, const Rect& rect) {
    Ui& ui = brush.ui;
    const bool point = brush.world.layout()[part].kind == PartKind::seal_point;
    const PartId seal = point ? brush.world.part(part).holds : part;
    const float r = std::min(rect.w, rect.h) / 2;
    const Point centre = rect.centre();
    if (seal == no_part) {
        ring(ui, centre, r - 1.5F, paint::steel, std::max(1.5F, r * 0.22F));
        disc(ui, centre, r * 0.32F, paint::dark);
        return;
    }
    if (!ui.theme.plain) disc(ui, {centre.x, centre.y + 1.5F}, r + 1, Colour{20, 38, 58, 50});
    // The strap through the loop, then the seal itself.
    polyline(ui,
             std::array<Point, 3>{{{centre.x - r * 0.5F, centre.y - r * 0.6F},
                                   {centre.x, centre.y - r * 1.5F},
                                   {centre.x + r * 0.5F, centre.y - r * 0.6F}}},
             paint::steel, std::max(1.5F, r * 0.2F));
    disc(ui, centre, r, paint::seal);
    ring(ui, centre, r, darker(paint::seal, 0.35F), 1);
    if (r < 5) return;
    const std::string number = fmt::format("{}", brush.world.part(seal).amount);
    const Point size = measure(ui, Type::label, number);
    if (size.x <= 2 * r - 2) {
        text(ui, {centre.x - size.x / 2, centre.y - size.y / 2}, Type::label, paint::dark, number);
        return;
    }
    ring(ui, centre, r * 0.5F, darker(paint::seal, 0.35F), 1);
    if (brush.simple || !brush.tags) return;
    draw_seal_number(brush, seal, {centre.x - size.x / 2 - 4, centre.y + r + 1, size.x + 8, 16});
}

void draw_seal_number(const Brush& brush, PartId seal, const Rect& tag) {
    fill(brush.ui, tag, paint::seal, 3);
    const std::string number = fmt::format("{}", brush.world.part(seal).amount);
    text(brush.ui, {tag.x + 4, tag.y}, Type::label, paint::dark, number);
}

}  // namespace sim::seats
