// Things that lie about, and furniture.

#include <algorithm>
#include <array>

#include "engine/view/icons.h"
#include "sim/seats/station/plan_shapes.h"

namespace sim::seats {

using namespace engine::view;

namespace {

void draw_card(Ui& ui, const Rect& rect, Colour colour, bool chip) {
    block(ui, rect, colour, std::min(4.0F, rect.h * 0.12F));
    if (rect.h < 10) return;
    fill(ui, {rect.x + 1, rect.y + rect.h * 0.16F, rect.w - 2, rect.h * 0.16F},
         darker(colour, 0.35F));
    if (chip) {
        block(ui, {rect.x + rect.w * 0.12F, rect.y + rect.h * 0.46F, rect.w * 0.2F, rect.h * 0.26F},
              paint::seal, 2, false);
    }
    fill(ui, {rect.x + rect.w * 0.42F, rect.y + rect.h * 0.52F, rect.w * 0.44F, rect.h * 0.07F},
         lighter(colour, 0.6F), 1);
    fill(ui, {rect.x + rect.w * 0.42F, rect.y + rect.h * 0.68F, rect.w * 0.3F, rect.h * 0.07F},
         lighter(colour, 0.6F), 1);
}

void draw_medium(Ui& ui, const Rect& rect, Colour colour) {
    const bool tall = rect.h > rect.w;
    Rect body = rect;
    const Rect metal = tall ? body.cut_top(rect.h * 0.3F) : body.cut_left(rect.w * 0.3F);
    fill(ui, metal.inset(tall ? metal.w * 0.15F : 0, tall ? 0 : metal.h * 0.15F),
         Colour{190, 200, 210}, 1);
    block(ui, body, colour, std::min(4.0F, std::min(body.w, body.h) * 0.25F));
}

void draw_cloth(Ui& ui, const Rect& rect) {
    block(ui, rect, Colour{196, 214, 222}, 5);
    for (int i = 1; i < 4; ++i) {
        const float x = rect.x + rect.w * 0.25F * static_cast<float>(i);
        line(ui, {x, rect.y + 3}, {x - rect.w * 0.08F, rect.bottom() - 3}, Colour{170, 192, 204},
             1);
    }
}

void draw_sheet(Ui& ui, const Rect& rect, const PartState& state) {
    block(ui, rect, paint::paper, 2);
    const float step = std::max(3.0F, rect.h / 7);
    int row = 0;
    for (float y = rect.y + step; y < rect.bottom() - step; y += step, ++row) {
        const float w = row == 0 ? 0.4F : 0.68F;
        fill(ui, {rect.x + rect.w * 0.16F, y, rect.w * w, std::max(1.0F, step * 0.22F)},
             row == 0 ? Colour{88, 104, 120} : Colour{190, 200, 209});
    }
    if (state.signatures != 0) {
        polyline(ui,
                 std::array<Point, 4>{{{rect.x + rect.w * 0.5F, rect.bottom() - step * 0.8F},
                                       {rect.x + rect.w * 0.6F, rect.bottom() - step * 1.4F},
                                       {rect.x + rect.w * 0.7F, rect.bottom() - step * 0.7F},
                                       {rect.x + rect.w * 0.85F, rect.bottom() - step * 1.2F}}},
                 Colour{28, 74, 150}, 1.5F);
    }
}

void draw_booth(const Brush& brush, const Rect& rect, Colour colour) {
    Ui& ui = brush.ui;
    block(ui, rect, colour, 4, !brush.simple);
    Rect inner = rect.inset(rect.w * 0.1F, rect.h * 0.06F);
    fill(ui, inner, darker(colour, 0.45F), 2);
    const Rect desk{inner.x, inner.y + inner.h * 0.56F, inner.w, std::max(2.0F, inner.h * 0.05F)};
    fill(ui, desk, paint::wood);
    // The curtain, drawn half aside.
    const Colour cloth{58, 92, 130};
    for (int i = 0; i < 3; ++i) {
        const float w = inner.w * 0.14F;
        fill(ui, {inner.x + w * static_cast<float>(i), inner.y, w, inner.h * 0.92F},
             lighter(cloth, 0.08F * static_cast<float>(i)), 1);
    }
}

void draw_desk(const Brush& brush, const Rect& rect, Colour colour) {
    Ui& ui = brush.ui;
    Rect body = rect;
    const Rect top = body.cut_top(std::max(4.0F, rect.h * 0.14F));
    fill(ui, body.inset(rect.w * 0.03F, 0), Colour{156, 166, 176}, 2);
    block(ui, top, colour, 2, !brush.simple);
}

}  // namespace

void draw_thing(const Brush& brush, PartId part, const Rect& rect) {
    Ui& ui = brush.ui;
    const PartSpec& spec = brush.world.layout()[part];
    const PartState& state = brush.world.part(part);
    const Colour own = spec.shape.colour == PartShape{}.colour ? Colour{47, 109, 181}
                                                               : colour_of(spec.shape.colour);
    const float size = std::min(rect.w, rect.h);
    const Rect square = centred(rect, size, size);
    switch (spec.kind) {
        case PartKind::card: {
            const float h = std::min(rect.h, rect.w * 0.64F);
            return draw_card(ui, centred(rect, std::min(rect.w, h * 1.56F), h), own, true);
        }
        case PartKind::sim_card:
            return draw_card(ui, rect, Colour{226, 232, 238}, true);
        case PartKind::medium:
            return draw_medium(ui, rect, own);
        case PartKind::roll:
            return draw_roll(brush, part, centred(rect, size, size * 0.62F));
        case PartKind::cloth:
            return draw_cloth(ui, square.inset(size * 0.1F));
        case PartKind::seal:
            return draw_seal(brush, part, square.inset(size * 0.16F));
        case PartKind::plug:
            return draw_plug(brush, part, square.inset(size * 0.22F));
        case PartKind::paper:
            return draw_sheet(ui, centred(rect, size * 0.72F, size), state);
        case PartKind::pile:
            for (int i = 3; i >= 0; --i) {
                const auto d = static_cast<float>(i);
                draw_sheet(ui, centred(rect, size * 0.66F, size * 0.84F).moved(2 * d, 2 * d), {});
            }
            return;
        default: {
            const char* symbol = spec.kind == PartKind::channel  ? icons::phone
                                 : spec.kind == PartKind::topic  ? icons::megaphone
                                 : spec.kind == PartKind::field  ? icons::pencil
                                 : spec.kind == PartKind::person ? icons::person
                                 : spec.kind == PartKind::key    ? icons::key
                                                                 : icons::box;
            fill(ui, square, Token::sunken, 8);
            icon(ui, square, symbol, Token::ink_3, Type::title);
        }
    }
}

bool draw_furniture(const Brush& brush, PartId part, const Rect& rect) {
    const PartSpec& spec = brush.world.layout()[part];
    if (spec.kind != PartKind::unit) return false;
    const Colour colour = colour_of(spec.shape.colour);
    if (spec.name.starts_with("booth")) {
        draw_booth(brush, rect, colour);
        return true;
    }
    if (spec.name == "desk") {
        draw_desk(brush, rect, colour);
        return true;
    }
    return false;
}

}  // namespace sim::seats
