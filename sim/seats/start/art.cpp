#include "sim/seats/start/art.h"

#include <array>

#include "engine/view/draw.h"

namespace sim::seats {

using namespace engine::view;

namespace {

// Colours of the room (look of the program, part 8): muted, so that the equipment is brightest.
constexpr Colour wall_low{127, 160, 149};
constexpr Colour wall_high{231, 226, 214};
constexpr Colour rail{139, 104, 72};
constexpr Colour floor_wood{201, 168, 128};
constexpr Colour plank{184, 150, 111};
constexpr Colour white{245, 247, 249};
constexpr Colour light{222, 228, 234};
constexpr Colour dark{38, 50, 64};
constexpr Colour teal{19, 136, 128};
constexpr Colour desk_top{206, 178, 140};
constexpr Colour desk_leg{142, 150, 160};

/// A frame of 100 units of height, whatever the picture's size.
struct Frame {
    Ui& ui;
    Rect rect;

    float unit() const { return rect.h / 100; }
    Rect at(float x, float y, float w, float h) const {
        return {rect.x + x * unit(), rect.y + y * unit(), w * unit(), h * unit()};
    }
    Point point(float x, float y) const { return {rect.x + x * unit(), rect.y + y * unit()}; }
    float width() const { return rect.w / unit(); }
    void box(float x, float y, float w, float h, Colour colour, float radius = 1) const {
        fill(ui, at(x, y, w, h), colour, radius * unit());
    }
};

void draw_room(const Frame& f) {
    const float w = f.width();
    f.box(0, 0, w, 34, wall_high, 0);
    f.box(0, 34, w, 30, wall_low, 0);
    f.box(0, 33, w, 1.6F, rail, 0);
    f.box(0, 62, w, 38, floor_wood, 0);
    f.box(0, 62, w, 1.4F, rail, 0);
    for (int i = 0; i < 5; ++i) {
        const float y = 68 + 7 * static_cast<float>(i);
        line(f.ui, f.point(0, y), f.point(w, y), plank, 1);
    }
}

void draw_window(const Frame& f, float x) {
    f.box(x, 4, 30, 26, white);
    f.box(x + 1.5F, 5.5F, 27, 23, {190, 216, 232});
    const std::array<Point, 3> hill{f.point(x + 1.5F, 28.5F), f.point(x + 12, 14),
                                    f.point(x + 22, 28.5F)};
    polygon(f.ui, hill, Colour{150, 172, 190});
    const std::array<Point, 3> snow{f.point(x + 9.4F, 17.5F), f.point(x + 12, 14),
                                    f.point(x + 14.4F, 17.5F)};
    polygon(f.ui, snow, white);
    f.box(x + 14, 5, 1.4F, 24, white, 0);
}

void draw_board(const Frame& f, float x) {
    f.box(x, 6, 34, 24, rail);
    f.box(x + 1.5F, 7.5F, 31, 21, {205, 183, 150}, 0.5F);
    for (int i = 0; i < 3; ++i) {
        const float left = x + 4 + 9.5F * static_cast<float>(i);
        f.box(left, 10, 7.5F, 12, white, 0.5F);
        f.box(left + 1, 11.5F, 5.5F, 1.6F, {60, 110, 150}, 0);
        f.box(left + 1, 15, 4.5F, 1, light, 0);
        f.box(left + 1, 17.5F, 5, 1, light, 0);
    }
}

void draw_scanner(const Frame& f, float x, float foot) {
    const float y = foot - 56;
    fill(f.ui, f.at(x - 3, foot - 2, 42, 4), Colour{60, 45, 30, 50}, 2 * f.unit());
    f.box(x, y + 18, 36, 37, white, 2);
    f.box(x + 3, y + 24, 30, 26, light, 1.5F);
    f.box(x + 14, y + 28, 3, 16, {170, 182, 194}, 1);
    f.box(x - 2, y + 13, 40, 7, dark, 1.5F);
    f.box(x - 1, y + 2, 38, 12, white, 2);
    f.box(x + 3, y + 5, 16, 2, dark, 0.5F);
    f.box(x + 3, y + 8.5F, 2, 4, teal, 0.5F);
    f.box(x + 17, y + 8.5F, 2, 4, teal, 0.5F);
    f.box(x + 22, y - 3, 14, 11, dark, 1);
    f.box(x + 23, y - 2, 12, 9, {226, 238, 240}, 0.5F);
    f.box(x + 24.5F, y - 0.5F, 7, 1.6F, dark, 0);
    f.box(x + 24.5F, y + 2.6F, 9, 2.6F, teal, 0.5F);
    f.box(x + 6, y + 1.2F, 10, 1, {180, 190, 200}, 0);
}

void draw_desk(const Frame& f, float x, float width) {
    f.box(x, 66, width, 4, desk_top, 0.5F);
    f.box(x + 2, 70, width - 4, 20, {170, 176, 184}, 0.5F);
    f.box(x + 2, 90, 2, 6, desk_leg, 0);
    f.box(x + width - 4, 90, 2, 6, desk_leg, 0);
}

void draw_terminal(const Frame& f, float x) {
    f.box(x, 44, 26, 19, dark, 1.5F);
    f.box(x + 1.5F, 45.5F, 23, 16, {232, 240, 244}, 0.5F);
    f.box(x + 3, 47, 8, 10, {196, 208, 218}, 0.5F);
    disc(f.ui, f.point(x + 7, 50.6F), 2 * f.unit(), Colour{110, 90, 78});
    f.box(x + 13, 48, 10, 1.6F, dark, 0);
    f.box(x + 13, 51, 8, 1.4F, light, 0);
    f.box(x + 13, 55, 10, 3.4F, teal, 0.7F);
    f.box(x + 9, 63, 8, 3, dark, 0.5F);
    f.box(x + 32, 60, 9, 6, dark, 1.5F);
    f.box(x + 34, 58.6F, 5, 2, {230, 180, 70}, 0.7F);
    f.box(x + 46, 54, 15, 12, {70, 82, 96}, 1.5F);
    f.box(x + 48.5F, 50, 10, 8, white, 0.3F);
    f.box(x + 50, 52, 6, 1, dark, 0);
    f.box(x + 50, 54.4F, 7, 1, light, 0);
}

void draw_modem(const Frame& f, float x) {
    f.box(x, 57, 30, 9, white, 1.5F);
    f.box(x + 3, 60, 2, 2, {40, 160, 90}, 1);
    f.box(x + 7, 60, 2, 2, {40, 160, 90}, 1);
    f.box(x + 11, 60, 2, 2, {230, 170, 50}, 1);
    line(f.ui, f.point(x + 24, 57), f.point(x + 29, 38), dark, 1.4F * f.unit());
    disc(f.ui, f.point(x + 29, 38), 1.4F * f.unit(), dark);
    for (int i = 1; i < 4; ++i) {
        ring(f.ui, f.point(x + 29, 38), (3 + 3.4F * static_cast<float>(i)) * f.unit(),
             Colour{19, 136, 128, 120}, 0.8F * f.unit());
    }
}

void draw_power(const Frame& f, float x) {
    f.box(x, 44, 9, 9, white, 1.5F);
    disc(f.ui, f.point(x + 4.5F, 48.5F), 3 * f.unit(), light);
    curve(f.ui, f.point(x + 4.5F, 49), f.point(x + 24, 80), 4 * f.unit(), dark, 1.2F * f.unit());
    f.box(x + 20, 68, 22, 26, dark, 2);
    f.box(x + 24, 73, 14, 8, {20, 90, 84}, 1);
    f.box(x + 25.5F, 75, 9, 1.4F, {140, 230, 200}, 0);
    f.box(x + 25.5F, 77.6F, 6, 1.2F, {140, 230, 200}, 0);
    disc(f.ui, f.point(x + 31, 88), 1.8F * f.unit(), Colour{60, 190, 110});
}

void draw_booth(const Frame& f, float x) {
    f.box(x, 36, 24, 46, {52, 92, 140}, 1);
    f.box(x + 2, 38, 20, 40, {84, 128, 176}, 0.5F);
    for (int i = 1; i < 4; ++i) {
        const float left = x + 2 + 5 * static_cast<float>(i);
        line(f.ui, f.point(left, 38), f.point(left, 78), Colour{64, 106, 154}, 1);
    }
}

}  // namespace

void draw_art(Ui& ui, const Rect& rect, Subject subject, int variant, float left) {
    push_clip(ui, rect);
    draw_room({ui, rect});
    const Frame f{ui, {rect.x + left, rect.y, rect.w - left, rect.h}};
    const float w = f.width();
    const float shift = static_cast<float>(variant % 3) * 6;
    switch (subject) {
        case Subject::scanner:
            draw_board(f, w * 0.12F + shift);
            draw_scanner(f, w * 0.5F - 14 + shift, 92);
            break;
        case Subject::terminal:
            draw_window(f, w * 0.1F + shift);
            draw_desk(f, w * 0.5F - 45, 86);
            draw_terminal(f, w * 0.5F - 36 + shift * 0.5F);
            break;
        case Subject::transmission:
            draw_window(f, w * 0.1F + shift);
            draw_desk(f, w * 0.5F - 38, 76);
            draw_modem(f, w * 0.5F - 24 + shift);
            break;
        case Subject::station:
            draw_window(f, w * 0.06F + shift);
            if (w > 150) draw_board(f, w * 0.06F + 50 + shift);
            if (variant % 3 == 1) {
                draw_power(f, w * 0.5F - 24);
                break;
            }
            draw_booth(f, w * 0.06F + 2);
            draw_scanner(f, w * 0.62F - 16 + shift, 90);
            if (w > 150) {
                draw_desk(f, w * 0.3F, 60);
                draw_terminal(f, w * 0.3F);
            }
            break;
    }
    pop_clip(ui);
}

}  // namespace sim::seats
