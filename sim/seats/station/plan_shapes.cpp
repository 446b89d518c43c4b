#include "sim/seats/station/plan_shapes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "sim/seats/station/screen.h"

namespace sim::seats {

using namespace engine::view;

namespace {

Colour mixed(Colour a, Colour b, float share) {
    const auto mix = [share](std::uint8_t from, std::uint8_t to) {
        const float value = static_cast<float>(from) + (static_cast<float>(to - from)) * share;
        return static_cast<std::uint8_t>(std::clamp(value, 0.0F, 255.0F));
    };
    return {mix(a.r, b.r), mix(a.g, b.g), mix(a.b, b.b), a.a};
}

void draw_vents(Ui& ui, const Rect& rect, Colour colour) {
    const float w = std::min(rect.w * 0.3F, 90.0F);
    const float step = std::max(4.0F, rect.h * 0.02F);
    for (int i = 0; i < 5; ++i) {
        const float y = rect.y + rect.h * 0.1F + static_cast<float>(i) * step;
        fill(ui, {rect.right() - w - rect.w * 0.08F, y, w, std::max(1.5F, step * 0.4F)}, colour, 1);
    }
}

/// A scanner stands on its box: the joint, the foot and the wheels say so.
void draw_scanner_body(Ui& ui, const Rect& rect, Colour colour) {
    const float joint = rect.y + rect.h * 0.4F;
    fill(ui, {rect.x - rect.w * 0.012F, joint, rect.w * 1.024F, rect.h * 0.022F}, paint::slate, 3);
    fill(ui, {rect.x, rect.bottom() - rect.h * 0.03F, rect.w, rect.h * 0.03F}, paint::slate, 3);
    for (const float x : {0.12F, 0.88F}) {
        disc(ui, {rect.x + rect.w * x, rect.bottom() + rect.h * 0.008F}, rect.h * 0.018F,
             paint::dark);
    }
    fill(ui, {rect.x + 1, joint + rect.h * 0.022F, rect.w - 2, rect.h * 0.012F},
         darker(colour, 0.12F));
}

void draw_paper_part(const Brush& brush, PartId part, const Rect& rect) {
    const PartSpec& spec = brush.world.layout()[part];
    if (spec.role == Role::paper_mouth) return draw_opening(brush, part, rect);
    Ui& ui = brush.ui;
    block(ui, rect, paint::paper, 2, !brush.simple);
    const float step = std::max(3.0F, rect.h / 6);
    for (float y = rect.y + step; y < rect.bottom() - step / 2; y += step) {
        fill(ui, {rect.x + rect.w * 0.18F, y, rect.w * 0.64F, std::max(1.0F, step * 0.2F)},
             Colour{178, 190, 201});
    }
}

void draw_screen(const Brush& brush, PartId part, const Rect& rect) {
    Ui& ui = brush.ui;
    const DeviceId device = brush.world.layout()[part].device;
    block(ui, rect, paint::dark, std::min(6.0F, rect.h * 0.08F), !brush.simple);
    const float rim = std::clamp(rect.h * 0.04F, 1.0F, 6.0F);
    const Rect glass = rect.inset(rim);
    if (has_screen(brush.world, device)) {
        draw_device_screen(ui, glass, brush.world, device, brush.reader, "", nullptr);
    } else {
        fill(ui, glass, Colour{10, 14, 20}, 2);
    }
}

void draw_plain(const Brush& brush, PartId part, const Rect& rect) {
    const PartSpec& spec = brush.world.layout()[part];
    const Colour colour = colour_of(spec.shape.colour);
    if (spec.shape.form == "disc") {
        const float r = std::min(rect.w, rect.h) / 2;
        disc(brush.ui, rect.centre(), r, colour);
        ring(brush.ui, rect.centre(), r, darker(colour, 0.25F), 1);
        return;
    }
    block(brush.ui, rect, colour, spec.shape.form == "box" ? 2 : std::min(8.0F, rect.h / 4),
          !brush.simple);
}

}  // namespace

Colour lighter(Colour colour, float share) {
    return mixed(colour, {255, 255, 255, colour.a}, share);
}

Colour darker(Colour colour, float share) {
    return mixed(colour, {10, 20, 32, colour.a}, share);
}

void block(Ui& ui, const Rect& rect, Colour colour, float radius, bool shade) {
    if (rect.empty()) return;
    if (shade && !ui.theme.plain) {
        for (int i = 3; i > 0; --i) {
            const auto grow = static_cast<float>(i);
            fill(ui, rect.inset(-grow).moved(0, 1.5F), Colour{20, 38, 58, 14}, radius + grow);
        }
    }
    fill(ui, rect, colour, radius);
    const float inner = std::max(radius, 1.0F);
    if (rect.w > 2 * inner + 2 && rect.h > 6) {
        fill(ui, {rect.x + inner, rect.y + 1, rect.w - 2 * inner, 1}, lighter(colour, 0.55F));
    }
    outline(ui, rect, ui.theme.plain ? ui.theme[Token::ink] : darker(colour, 0.28F), radius, 1);
}

float least_size(PartKind kind) {
    switch (kind) {
        case PartKind::door:
        case PartKind::compartment:
        case PartKind::unit:
        case PartKind::screen:
        case PartKind::surface:
        case PartKind::path:
            return 6;
        case PartKind::indicator:
        case PartKind::latch:
            return 12;
        default:
            return 14;
    }
}

void draw_body(const Brush& brush, PartId body, const Rect& rect, bool rear) {
    const PartSpec& spec = brush.world.layout()[body];
    const Colour colour = colour_of(spec.shape.colour);
    Ui& ui = brush.ui;
    const float radius = spec.shape.form == "box" ? 4 : std::min(12.0F, rect.h * 0.05F);
    if (!brush.simple) shadow(ui, rect);
    block(ui, rect, colour, radius, false);
    const DeviceClass device_class = brush.world.layout().device(spec.device).device_class;
    if (device_class == DeviceClass::scanner && rect.h > rect.w * 1.3F) {
        draw_scanner_body(ui, rect, colour);
    }
    if (rear && !brush.simple) draw_vents(ui, rect, darker(colour, 0.18F));
}

void draw_part(const Brush& brush, PartId part, const Rect& rect) {
    const PartSpec& spec = brush.world.layout()[part];
    switch (spec.kind) {
        case PartKind::door:
            return draw_door(brush, part, rect);
        case PartKind::compartment:
            return draw_compartment(brush, part, rect);
        case PartKind::slot:
        case PartKind::entry:
        case PartKind::pile:
            return draw_opening(brush, part, rect);
        case PartKind::port:
        case PartKind::outlet:
        case PartKind::inlet:
            return draw_socket(brush, part, rect);
        case PartKind::plug:
            return draw_plug(brush, part, rect);
        case PartKind::seal:
        case PartKind::seal_point:
            return draw_seal(brush, part, rect);
        case PartKind::roll:
            return draw_roll(brush, part, rect);
        case PartKind::paper:
            return draw_paper_part(brush, part, rect);
        case PartKind::screen:
            return draw_screen(brush, part, rect);
        case PartKind::card:
        case PartKind::medium:
        case PartKind::sim_card:
        case PartKind::key:
        case PartKind::cloth:
            return draw_thing(brush, part, rect);
        default:
            if (draw_mechanism(brush, part, rect) || draw_electric(brush, part, rect) ||
                draw_furniture(brush, part, rect)) {
                return;
            }
            return draw_plain(brush, part, rect);
    }
}

void draw_figure(Ui& ui, Point foot, float height, int tone) {
    // Coats, jumpers and suits in muted colours.
    constexpr std::array<Colour, 6> coats{{{94, 112, 132},
                                           {138, 104, 92},
                                           {104, 126, 106},
                                           {126, 98, 122},
                                           {82, 96, 108},
                                           {148, 124, 88}}};
    constexpr std::array<Colour, 4> hair{
        {{44, 36, 32}, {70, 54, 44}, {122, 118, 112}, {34, 32, 36}}};
    const auto pick = static_cast<std::size_t>(tone < 0 ? -tone : tone);
    const Colour coat = coats[pick % coats.size()];
    const float w = height * 0.42F;
    const float head = height * 0.15F;
    const float shoulder = foot.y - height + head * 2.1F;
    fill(ui, {foot.x - w * 0.55F, foot.y - height * 0.04F, w * 1.1F, height * 0.07F},
         Colour{20, 38, 58, 40}, height * 0.03F);
    fill(ui, {foot.x - w / 2, shoulder, w, foot.y - shoulder}, coat, w * 0.42F);
    fill(ui, {foot.x - w / 2, shoulder + (foot.y - shoulder) * 0.5F, w, (foot.y - shoulder) * 0.5F},
         coat, w * 0.12F);
    const Point centre{foot.x, foot.y - height + head};
    disc(ui, {centre.x, centre.y - head * 0.12F}, head * 1.06F, hair[pick % hair.size()]);
    disc(ui, {centre.x, centre.y + head * 0.22F}, head * 0.8F, Colour{224, 186, 158});
}

}  // namespace sim::seats
