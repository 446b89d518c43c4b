// What is switched, plugged and looked at: switches, latches, sockets, plugs, readers, lamps,
// rolls.

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "sim/seats/station/acts_rules.h"
#include "sim/seats/station/lead.h"
#include "sim/seats/station/plan_shapes.h"
#include "sim/station/reach.h"

namespace sim::seats {

using namespace engine::view;

bool lit(const World& world, PartId part) {
    const int scanner = number_of(world, part, DeviceClass::scanner);
    if (scanner >= 0) {
        const DeviceId device = world.layout()[part].device;
        return scanner_ready(world.scanners[static_cast<std::size_t>(scanner)],
                             looking(world, device));
    }
    const int terminal = number_of(world, part, DeviceClass::terminal);
    if (terminal >= 0) {
        return terminal_running(world.terminals[static_cast<std::size_t>(terminal)]);
    }
    const int modem = number_of(world, part, DeviceClass::transmitter);
    return modem >= 0 &&
           world.transmitters[static_cast<std::size_t>(modem)].state != TransmitterState::off;
}

namespace {

void draw_toggle(Ui& ui, const Rect& rect, bool on, Colour colour) {
    const bool tall = rect.h >= rect.w;
    block(ui, rect, paint::dark, std::min(4.0F, rect.w * 0.2F), false);
    const Rect inner = rect.inset(std::max(1.5F, std::min(rect.w, rect.h) * 0.12F));
    Rect first = inner;
    Rect second = tall ? first.cut_bottom(inner.h / 2) : first.cut_right(inner.w / 2);
    // The half that is pressed in is darker; the one for "on" glows.
    fill(ui, first, on ? Colour{colour.r, colour.g, colour.b} : Colour{72, 82, 96}, 2);
    fill(ui, second, on ? Colour{72, 82, 96} : Colour{40, 48, 60}, 2);
    const Point a = first.centre();
    const Point b = second.centre();
    const float mark = std::min(first.w, first.h) * 0.3F;
    line(ui, {a.x, a.y - mark}, {a.x, a.y + mark}, paint::light, 1.5F);
    ring(ui, b, mark, Colour{150, 162, 174}, 1.5F);
}

void draw_button(Ui& ui, const Rect& rect, Colour colour, bool power) {
    const float r = std::min(rect.w, rect.h) / 2;
    const Point c = rect.centre();
    disc(ui, {c.x, c.y + 1}, r + 1.5F, Colour{20, 38, 58, 60});
    disc(ui, c, r, paint::steel);
    disc(ui, c, r * 0.84F, colour);
    ring(ui, c, r * 0.84F, darker(colour, 0.4F), 1);
    if (r < 6) return;
    if (power) {
        ring(ui, c, r * 0.42F, paint::light, std::max(1.2F, r * 0.12F));
        line(ui, {c.x, c.y - r * 0.62F}, {c.x, c.y}, colour, std::max(3.0F, r * 0.3F));
        line(ui, {c.x, c.y - r * 0.56F}, {c.x, c.y - r * 0.06F}, paint::light,
             std::max(1.2F, r * 0.12F));
    }
}

void draw_latch(Ui& ui, const Rect& rect, bool fastened) {
    const bool tall = rect.h >= rect.w;
    const float radius = std::min(rect.w, rect.h) / 2;
    block(ui, rect, paint::slate, std::min(radius, 6.0F), false);
    Rect knob = rect.inset(1.5F);
    if (tall) {
        knob.h *= 0.55F;
        if (fastened) knob.y = rect.bottom() - 1.5F - knob.h;
    } else {
        knob.w *= 0.55F;
        if (fastened) knob.x = rect.right() - 1.5F - knob.w;
    }
    block(ui, knob, fastened ? paint::teal : lighter(paint::teal, 0.45F), std::min(radius, 5.0F),
          false);
}

void draw_packing(Ui& ui, const Rect& rect, Colour colour) {
    block(ui, rect, colour, 3);
    push_clip(ui, rect.inset(1));
    for (float x = rect.x - rect.h; x < rect.right(); x += 9) {
        line(ui, {x, rect.bottom()}, {x + rect.h, rect.y}, darker(colour, 0.1F), 2);
    }
    pop_clip(ui);
}

void draw_lamp(const Brush& brush, PartId part, const Rect& rect) {
    Ui& ui = brush.ui;
    const Colour colour = colour_of(brush.world.layout()[part].shape.colour);
    const bool on = lit(brush.world, part);
    const float r = std::min(rect.w, rect.h) / 2;
    const Point c = rect.centre();
    if (on && !ui.theme.plain) {
        disc(ui, c, r * 1.9F, colour.with_alpha(0.16));
        disc(ui, c, r * 1.4F, colour.with_alpha(0.28));
    }
    disc(ui, c, r, paint::dark);
    disc(ui, c, r * 0.78F, on ? colour : Colour{92, 102, 112});
    if (on) disc(ui, {c.x - r * 0.2F, c.y - r * 0.25F}, r * 0.25F, lighter(colour, 0.7F));
}

void draw_speaker(Ui& ui, const Rect& rect) {
    const float step = std::clamp(std::min(rect.w, rect.h) / 4, 3.0F, 7.0F);
    for (float y = rect.y + step / 2; y < rect.bottom(); y += step) {
        for (float x = rect.x + step / 2; x < rect.right(); x += step) {
            disc(ui, {x, y}, step * 0.24F, Colour{92, 104, 118});
        }
    }
}

void draw_reader(const Brush& brush, PartId part, const Rect& rect) {
    Ui& ui = brush.ui;
    const Role role = brush.world.layout()[part].role;
    const float size = std::min(rect.w, rect.h);
    const Point c = rect.centre();
    if (role == Role::camera) {
        disc(ui, c, size / 2, paint::dark);
        ring(ui, c, size / 2, paint::steel, 1.5F);
        disc(ui, c, size * 0.24F, Colour{44, 74, 104});
        disc(ui, {c.x - size * 0.1F, c.y - size * 0.1F}, size * 0.08F, Colour{180, 206, 226});
        return;
    }
    block(ui, rect, paint::slate, std::min(8.0F, size * 0.12F), !brush.simple);
    const Rect glass = rect.inset(size * 0.12F);
    fill(ui, glass, Colour{24, 40, 54}, 4);
    outline(ui, glass, paint::teal, 4, std::clamp(size * 0.03F, 1.0F, 2.5F));
    if (role == Role::finger_sensor) {
        for (int i = 1; i <= 3; ++i) {
            const float r = size * 0.09F * static_cast<float>(i);
            ring(ui, {c.x, c.y + size * 0.06F}, r, Colour{112, 190, 186}, 1.2F);
        }
    }
    if (brush.world.part(part).dirt > 0) {
        for (int i = 0; i < 3; ++i) {
            const auto d = static_cast<float>(i);
            disc(ui, {glass.x + glass.w * (0.3F + 0.2F * d), c.y + size * (0.1F * d - 0.1F)},
                 size * 0.09F, Colour{206, 196, 176, 90});
        }
    }
}

void draw_surface(const Brush& brush, PartId part, const Rect& rect) {
    Ui& ui = brush.ui;
    const PartSpec& spec = brush.world.layout()[part];
    const Colour colour = colour_of(spec.shape.colour);
    if (spec.role == Role::paper_mouth) return draw_opening(brush, part, rect);
    if (spec.role == Role::rollers) {
        fill(ui, {rect.x, rect.centre().y - 1.5F, rect.w, 3}, paint::steel, 1);
        for (int i = 0; i < 4; ++i) {
            const float w = rect.w * 0.12F;
            const float x = rect.x + rect.w * (0.08F + 0.24F * static_cast<float>(i));
            block(ui, {x, rect.y, w, rect.h}, colour, 3, false);
        }
        return;
    }
    block(ui, rect, colour, 2, false);
    line(ui, {rect.x + rect.w * 0.1F, rect.bottom() - 2}, {rect.x + rect.w * 0.22F, rect.y + 2},
         Colour{255, 255, 255, 150}, 2);
}

void draw_path(const Brush& brush, PartId part, const Rect& rect) {
    Ui& ui = brush.ui;
    const PartSpec& spec = brush.world.layout()[part];
    if (spec.role == Role::outfeed || rect.h < 16) {
        block(ui, rect, paint::steel, 3, false);
        fill(ui, rect.inset(2, rect.h * 0.3F), paint::dark, 2);
    } else {
        block(ui, rect, colour_of(spec.shape.colour), 4, false);
        for (const float y : {0.16F, 0.5F, 0.84F}) {
            fill(ui, {rect.x + rect.w * 0.06F, rect.y + rect.h * y, rect.w * 0.88F, 2},
                 Colour{176, 188, 200}, 1);
        }
    }
    const int number = number_of(brush.world, part, DeviceClass::scanner);
    if (number < 0) return;
    const Scanner& scanner = brush.world.scanners[static_cast<std::size_t>(number)];
    const BallotId sheet = spec.role == Role::outfeed ? scanner.stuck : scanner.sheet;
    if (sheet == no_ballot) return;
    const float w = rect.w * 0.7F;
    const float h = std::max(14.0F, std::min(rect.h * 0.8F, w * 1.2F));
    const Rect paper{rect.centre().x - w / 2, rect.centre().y - h / 2, w, h};
    block(ui, paper, paint::paper, 1);
    const float fold = paper.h / 4;
    for (int i = 1; i < 4; ++i) {
        const float y = paper.y + fold * static_cast<float>(i);
        polyline(ui,
                 std::array<Point, 4>{{{paper.x, y},
                                       {paper.x + w * 0.3F, y + fold * 0.3F},
                                       {paper.x + w * 0.6F, y - fold * 0.2F},
                                       {paper.right(), y + fold * 0.2F}}},
                 Colour{186, 196, 206}, 1);
    }
}

void draw_holder(const Brush& brush, const Rect& rect) {
    Ui& ui = brush.ui;
    block(ui, rect, Colour{90, 102, 116}, 4, false);
    for (const float x : {rect.x + 2, rect.right() - 6}) {
        block(ui, {x, rect.y + rect.h * 0.2F, 4, rect.h * 0.6F}, paint::teal, 2, false);
    }
}

void draw_tray(const Brush& brush, PartId part, const Rect& rect) {
    Ui& ui = brush.ui;
    block(ui, rect, Colour{206, 214, 222}, 3, false);
    const float share =
        std::clamp(static_cast<float>(brush.world.part(part).amount) / 500.0F, 0.0F, 1.0F);
    const Rect well = rect.inset(rect.w * 0.04F, rect.h * 0.14F);
    fill(ui, well, Colour{120, 132, 146}, 2);
    const float high = share > 0 ? std::max(2.0F, well.h * share) : 0;
    fill(ui, {well.x + 2, well.bottom() - high, well.w - 4, high}, paint::paper, 1);
    for (float y = well.bottom() - high + 3; y < well.bottom(); y += 3) {
        fill(ui, {well.x + 2, y, well.w - 4, 0.8F}, Colour{208, 214, 220});
    }
}

/// A rod on a foot, or a flat panel on a short leg.
void draw_antenna(Ui& ui, const Rect& rect) {
    const Point foot{rect.centre().x, rect.bottom()};
    if (rect.w < rect.h * 0.5F) {
        line(ui, {foot.x, rect.y}, foot, paint::dark, std::max(3.0F, rect.w * 0.4F));
        disc(ui, {foot.x, rect.y}, std::max(3.0F, rect.w * 0.35F), paint::teal);
        fill(ui, {foot.x - rect.w, foot.y - 5, rect.w * 2, 6}, paint::dark, 3);
        return;
    }
    line(ui, rect.centre(), foot, paint::dark, std::max(3.0F, rect.w * 0.08F));
    const Rect face{rect.x + rect.w * 0.1F, rect.y, rect.w * 0.8F, rect.h * 0.86F};
    block(ui, face, paint::light, 4);
    outline(ui, face.inset(face.w * 0.1F, face.h * 0.1F), paint::steel, 2, 1);
}

}  // namespace

void draw_socket(const Brush& brush, PartId part, const Rect& rect) {
    Ui& ui = brush.ui;
    const PartSpec& spec = brush.world.layout()[part];
    const float size = std::min(rect.w, rect.h);
    const Point c = rect.centre();
    if (spec.kind == PartKind::outlet) {
        const bool plate = spec.shape.form != "disc";
        if (plate) block(ui, rect, colour_of(spec.shape.colour), size * 0.1F, !brush.simple);
        const float r = plate ? size * 0.36F : size / 2;
        disc(ui, c, r, darker(colour_of(spec.shape.colour), 0.16F));
        ring(ui, c, r, darker(colour_of(spec.shape.colour), 0.4F), 1);
        for (const float side : {-0.42F, 0.42F}) {
            disc(ui, {c.x + r * side, c.y}, std::max(1.0F, r * 0.16F), paint::dark);
        }
        for (const float side : {-1.0F, 1.0F}) {
            fill(ui, {c.x - r * 0.12F, c.y + side * r * 0.82F - r * 0.1F, r * 0.24F, r * 0.2F},
                 paint::steel, 1);
        }
        return;
    }
    block(ui, rect, paint::slate, 3, false);
    const Rect mouth = rect.inset(size * 0.16F);
    fill(ui, mouth, paint::dark, 2);
    outline(ui, mouth, paint::steel, 2, 1);
    if (spec.kind == PartKind::inlet && size > 10) {
        for (int i = 0; i < 3; ++i) {
            const float x = mouth.x + mouth.w * (0.24F + 0.26F * static_cast<float>(i));
            fill(ui, {x - 1, mouth.y + mouth.h * 0.3F, 2, mouth.h * 0.4F}, paint::steel);
        }
    }
}

void draw_plug(const Brush& brush, PartId part, const Rect& rect) {
    Ui& ui = brush.ui;
    const PartSpec& spec = brush.world.layout()[part];
    const Colour colour = lead_colour(brush.world, part);
    const PartId in = brush.world.part(part).in;
    const bool seated = in != no_part && is_socket(brush.world.layout()[in].kind);
    const float size = std::min(rect.w, rect.h);
    const Point c = rect.centre();
    if (spec.type == "mains_plug") {
        const float r = size / 2;
        disc(ui, {c.x, c.y + 1.5F}, r + 1, Colour{20, 38, 58, 60});
        disc(ui, c, r, colour);
        disc(ui, c, r * 0.72F, lighter(colour, 0.14F));
        ring(ui, c, r, seated ? darker(colour, 0.5F) : paint::teal, seated ? 1.0F : 2.0F);
        if (!seated) {
            for (const float side : {-0.34F, 0.34F}) {
                disc(ui, {c.x + r * side, c.y}, std::max(1.2F, r * 0.14F), paint::light);
            }
        }
        return;
    }
    block(ui, rect, colour, std::min(4.0F, size * 0.2F));
    if (!seated) outline(ui, rect, paint::teal, std::min(4.0F, size * 0.2F), 2);
    for (int i = 0; i < 3; ++i) {
        const float x = rect.x + rect.w * (0.3F + 0.2F * static_cast<float>(i));
        line(ui, {x, rect.y + rect.h * 0.3F}, {x, rect.y + rect.h * 0.7F}, lighter(colour, 0.3F),
             1);
    }
}

void draw_roll(const Brush& brush, PartId roll, const Rect& rect) {
    Ui& ui = brush.ui;
    const PartState& state = brush.world.part(roll);
    const float full = static_cast<float>(std::max(1, brush.world.layout()[roll].amount));
    const float share = std::clamp(static_cast<float>(state.amount) / full, 0.0F, 1.0F);
    // Paper on a core: what is left is an area, here simply a height.
    const float high = rect.h * (0.35F + 0.65F * share);
    const Rect body{rect.x, rect.centre().y - high / 2, rect.w, high};
    block(ui, body, paint::paper, std::min(4.0F, high / 3));
    fill(ui, {body.x, body.y + body.h * 0.62F, body.w, body.h * 0.3F}, Colour{226, 229, 230}, 3);
    fill(ui, {rect.x - 3, rect.centre().y - rect.h * 0.12F, 3, rect.h * 0.24F}, paint::steel, 1);
    fill(ui, {rect.right(), rect.centre().y - rect.h * 0.12F, 3, rect.h * 0.24F}, paint::steel, 1);
    // The end of the paper leaves the roll above or, the wrong way round, below.
    const float y = state.reversed != 0 ? body.bottom() - 2 : body.y - 3;
    fill(ui, {body.x + body.w * 0.08F, y, body.w * 0.84F, 5}, Colour{238, 240, 240}, 1);
    outline(ui, {body.x + body.w * 0.08F, y, body.w * 0.84F, 5}, Colour{170, 180, 190}, 1, 1);
}

bool draw_mechanism(const Brush& brush, PartId part, const Rect& rect) {
    const PartSpec& spec = brush.world.layout()[part];
    const bool open = brush.world.part(part).open != 0;
    const Colour colour = colour_of(spec.shape.colour);
    switch (spec.kind) {
        case PartKind::toggle:
            draw_toggle(brush.ui, rect, open, paint::green);
            return true;
        case PartKind::button:
            draw_button(brush.ui, rect, colour, spec.role == Role::power_switch);
            return true;
        case PartKind::latch:
            draw_latch(brush.ui, rect, open);
            return true;
        case PartKind::packing:
            if (!open) draw_packing(brush.ui, rect, colour);
            return true;
        case PartKind::path:
            draw_path(brush, part, rect);
            return true;
        case PartKind::surface:
            draw_surface(brush, part, rect);
            return true;
        case PartKind::holder:
            draw_holder(brush, rect);
            return true;
        case PartKind::tray:
            draw_tray(brush, part, rect);
            return true;
        default:
            return false;
    }
}

bool draw_electric(const Brush& brush, PartId part, const Rect& rect) {
    Ui& ui = brush.ui;
    switch (brush.world.layout()[part].kind) {
        case PartKind::indicator:
            draw_lamp(brush, part, rect);
            return true;
        case PartKind::speaker:
            draw_speaker(ui, rect);
            return true;
        case PartKind::reader:
            draw_reader(brush, part, rect);
            return true;
        case PartKind::battery:
            block(ui, rect, paint::slate, 4);
            for (const float x : {0.15F, 0.78F}) {
                fill(ui, {rect.x + rect.w * x, rect.y - 3, rect.w * 0.08F, 4}, paint::steel, 1);
            }
            return true;
        case PartKind::antenna:
            draw_antenna(ui, rect);
            return true;
        default:
            return false;
    }
}

}  // namespace sim::seats
