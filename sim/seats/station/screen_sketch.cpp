#include "sim/seats/station/screen_sketch.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <numbers>
#include <vector>

namespace sim::seats::machine {

namespace {

/// Draws in a square of 100 by 100.
struct Board {
    Kit& kit;
    Rect square;

    float s(float v) const { return v * square.w / 100; }
    Point at(float x, float y) const { return {square.x + s(x), square.y + s(y)}; }
    void box(float x, float y, float w, float h, Colour ink, float round = 0) const {
        engine::view::fill(kit.ui, {at(x, y).x, at(x, y).y, s(w), s(h)}, ink, s(round));
    }
    void frame(float x, float y, float w, float h, Colour ink, float round = 0,
               float pen = 2) const {
        engine::view::outline(kit.ui, {at(x, y).x, at(x, y).y, s(w), s(h)}, ink, s(round), s(pen));
    }
    void shape(std::initializer_list<Point> corners, Colour ink) const {
        std::vector<Point> points;
        for (const Point p : corners) points.push_back(at(p.x, p.y));
        engine::view::polygon(kit.ui, points, ink);
    }
    void stroke(std::initializer_list<Point> way, Colour ink, float pen = 2) const {
        std::vector<Point> points;
        for (const Point p : way) points.push_back(at(p.x, p.y));
        engine::view::polyline(kit.ui, points, ink, s(pen));
    }
    void spot(float x, float y, float r, Colour ink) const {
        engine::view::disc(kit.ui, at(x, y), s(r), ink);
    }
    void loop(float x, float y, float r, Colour ink, float pen = 2) const {
        engine::view::ring(kit.ui, at(x, y), s(r), ink, s(pen));
    }
    /// Part of a circle, degrees clockwise from the right.
    void arc(float x, float y, float r, float from, float to, Colour ink, float pen) const {
        std::vector<Point> points;
        for (int i = 0; i <= 24; ++i) {
            const double turn =
                (from + (to - from) * static_cast<float>(i) / 24) * std::numbers::pi / 180;
            points.push_back(at(x + r * static_cast<float>(std::cos(turn)),
                                y + r * static_cast<float>(std::sin(turn))));
        }
        engine::view::polyline(kit.ui, points, ink, s(pen));
    }
    void arrow(float x, float y1, float y2, Colour ink) const {
        const float way = y2 > y1 ? 1.0F : -1.0F;
        box(x - 3, std::min(y1, y2 - way * 9), 6, std::abs(y2 - way * 9 - y1), ink);
        shape({{x - 10, y2 - way * 12}, {x + 10, y2 - way * 12}, {x, y2}}, ink);
    }
};

void sheet(const Board& b, float x, float y, float w, float h, bool marks = true) {
    b.box(x, y, w, h, paint::white);
    b.frame(x, y, w, h, paint::navy, 0, 1.6F);
    for (float line = 10; marks && line < h - 6; line += 9) {
        b.box(x + 5, y + line, w * 0.5F, 2.4F, paint::steel);
        b.frame(x + w - 11, y + line - 2, 6, 6, paint::navy, 0, 1.2F);
    }
}

void machine_front(const Board& b, float top) {
    b.shape({{22, top}, {78, top}, {88, top + 20}, {12, top + 20}}, {196, 209, 222});
    b.box(12, top + 20, 76, 28, paint::steel, 2);
    b.box(26, top + 6, 48, 4, paint::navy, 2);
}

void slot_sketch(const Board& b, Sketch sketch) {
    const bool back = sketch == Sketch::give_back;
    machine_front(b, 44);
    if (sketch == Sketch::two_sheets) sheet(b, 40, 10, 32, 42, false);
    sheet(b, 34, 8, 32, 42, sketch == Sketch::insert);
    b.box(26, 50, 48, 4, paint::navy, 2);
    if (back) {
        b.arrow(50, 46, 14, paint::red);
    } else if (sketch == Sketch::insert) {
        b.arrow(84, 10, 42, paint::green);
    } else {
        b.loop(66, 26, 16, paint::red, 3.4F);
        b.stroke({{55, 15}, {77, 37}}, paint::red, 3.4F);
    }
}

void box_sketch(const Board& b, Sketch sketch) {
    const bool stuck = sketch == Sketch::blocked;
    b.box(18, 52, 64, 40, paint::steel, 3);
    b.box(26, 60, 48, 28, {196, 209, 222}, 2);
    sheet(b, 34, stuck ? 14 : 44, 32, 34);
    b.box(14, 48, 24, 6, paint::navy, 2);
    b.box(62, 48, 24, 6, paint::navy, 2);
    if (stuck) {
        b.loop(50, 47, 16, paint::red, 3.4F);
    } else {
        b.arrow(50, 8, 40, paint::green);
    }
}

void jam_sketch(const Board& b) {
    machine_front(b, 44);
    b.shape({{36, 40}, {64, 40}, {70, 82}, {30, 82}}, paint::white);
    b.stroke({{36, 40}, {30, 82}, {70, 82}, {64, 40}}, paint::navy, 1.6F);
    b.stroke({{35, 38}, {41, 32}, {45, 40}, {51, 31}, {56, 40}, {61, 33}, {65, 39}}, paint::red,
             2.6F);
    b.loop(50, 36, 20, paint::red, 3.4F);
}

void review_sketch(const Board& b) {
    sheet(b, 22, 10, 56, 78);
    for (const float y : {30.0F, 48.0F}) {
        b.stroke({{67, y}, {70, y + 4}, {78, y - 6}}, paint::red, 3);
    }
    b.loop(72, 39, 20, paint::brown, 3.4F);
}

void cover_sketch(const Board& b, Sketch sketch) {
    const bool lid = sketch == Sketch::lid;
    b.box(12, 56, 76, 34, paint::steel, 3);
    b.box(18, 56, 64, 8, paint::navy_2, 2);
    b.shape({{18, 54}, {82, 54}, {76, 14}, {24, 14}}, {196, 209, 222});
    b.stroke({{18, 54}, {24, 14}, {76, 14}, {82, 54}}, paint::navy, 2);
    if (lid) {
        b.spot(50, 62, 13, paint::white);
        b.loop(50, 62, 13, paint::navy, 2);
        b.loop(50, 62, 4, paint::navy, 2);
    }
    b.arrow(50, 20, 48, paint::brown);
}

void roll_sketch(const Board& b, Sketch sketch) {
    if (sketch == Sketch::roll) {
        b.box(46, 24, 34, 44, paint::white);
        b.frame(46, 24, 34, 44, paint::navy, 0, 2);
        b.spot(46, 46, 22, paint::white);
        b.loop(46, 46, 22, paint::navy, 2);
        b.loop(46, 46, 7, paint::navy, 2);
        b.box(66, 68, 14, 20, paint::white);
        b.frame(66, 68, 14, 20, paint::navy, 0, 2);
        return;
    }
    b.box(14, 50, 72, 36, paint::steel, 4);
    b.box(26, 50, 48, 5, paint::navy, 2);
    b.box(32, 12, 36, 41, paint::white);
    b.stroke(
        {{32, 53}, {32, 14}, {38, 18}, {44, 13}, {50, 18}, {56, 13}, {62, 18}, {68, 14}, {68, 53}},
        paint::navy, 1.6F);
    for (float y = 24; y < 48; y += 8) {
        b.box(37, y, sketch == Sketch::receipt && y > 30 ? 14.0F : 26.0F, 3, paint::steel);
    }
}

void card_sketch(const Board& b, Sketch sketch) {
    const bool turned = sketch == Sketch::card_turned;
    b.box(12, 62, 76, 28, paint::steel, 4);
    b.box(24, 66, 52, 5, paint::navy, 2);
    b.box(30, 12, 40, 54, turned ? paint::tint_red : paint::white, 4);
    b.frame(30, 12, 40, 54, paint::navy, 4, 2);
    b.box(38, turned ? 18.0F : 44.0F, 12, 10, paint::amber, 2);
    if (turned) {
        b.arc(50, 40, 30, 200, 340, paint::red, 3.4F);
        b.shape({{70, 24}, {84, 24}, {80, 36}}, paint::red);
    } else {
        b.arrow(84, 16, 48, paint::green);
    }
}

void medium_sketch(const Board& b) {
    for (const float x : {22.0F, 56.0F}) {
        b.box(x, 30, 22, 40, paint::navy, 3);
        b.box(x + 4, 16, 14, 16, paint::steel, 1);
        b.box(x + 6, 20, 3, 5, paint::navy);
        b.box(x + 13, 20, 3, 5, paint::navy);
    }
    b.stroke({{20, 82}, {50, 82}}, paint::brown, 3);
    b.shape({{50, 76}, {62, 82}, {50, 88}}, paint::brown);
}

void sign_sketch(const Board& b, Sketch sketch) {
    switch (sketch) {
        case Sketch::closed:
            b.arc(50, 44, 17, 180, 360, paint::navy, 7);
            b.box(26, 44, 48, 40, paint::navy, 5);
            b.spot(50, 60, 6, paint::amber);
            b.box(48, 62, 4, 12, paint::amber);
            return;
        case Sketch::pause:
            b.loop(50, 50, 34, paint::navy, 6);
            b.box(37, 34, 9, 32, paint::navy);
            b.box(54, 34, 9, 32, paint::navy);
            return;
        case Sketch::wait:
            b.box(24, 14, 52, 6, paint::navy, 2);
            b.box(24, 80, 52, 6, paint::navy, 2);
            b.shape({{30, 20}, {70, 20}, {50, 50}}, {196, 209, 222});
            b.shape({{50, 50}, {70, 80}, {30, 80}}, paint::amber);
            b.stroke({{30, 20}, {50, 50}, {30, 80}}, paint::navy, 2.4F);
            b.stroke({{70, 20}, {50, 50}, {70, 80}}, paint::navy, 2.4F);
            return;
        case Sketch::stop:
            status_sign(b.kit, b.at(50, 50), b.s(70), Status::fault, paint::red);
            return;
        case Sketch::done:
            status_sign(b.kit, b.at(50, 50), b.s(70), Status::ok, paint::green);
            return;
        case Sketch::clock:
            b.loop(50, 50, 34, paint::navy, 5);
            b.stroke({{50, 28}, {50, 52}, {66, 62}}, paint::red, 5);
            return;
        default:
            return;
    }
}

void wipe_sketch(const Board& b) {
    b.box(14, 40, 72, 34, paint::navy, 4);
    b.box(20, 46, 60, 22, {120, 160, 180}, 2);
    b.box(44, 46, 3, 22, paint::navy);
    b.shape({{52, 26}, {84, 20}, {88, 50}, {58, 58}}, paint::white);
    b.stroke({{52, 26}, {84, 20}, {88, 50}, {58, 58}, {52, 26}}, paint::navy, 2);
}

void document_sketch(const Board& b) {
    b.box(16, 60, 68, 28, paint::navy, 4);
    b.box(24, 60, 52, 6, {120, 200, 200}, 2);
    b.box(22, 18, 56, 38, paint::white, 4);
    b.frame(22, 18, 56, 38, paint::navy, 4, 2);
    b.spot(36, 32, 6, paint::steel);
    b.box(28, 40, 16, 10, paint::steel, 4);
    for (const float y : {28.0F, 36.0F, 44.0F}) b.box(50, y, 22, 3, paint::steel);
}

void finger_sketch(const Board& b) {
    for (int i = 0; i < 5; ++i) {
        const float r = 8 + 7 * static_cast<float>(i);
        b.arc(50, 52, r, 160, 380 - 6 * static_cast<float>(i), paint::navy, 3);
    }
    b.stroke({{50, 52}, {50, 84}}, paint::navy, 3);
    b.stroke({{36, 60}, {38, 84}}, paint::navy, 3);
    b.stroke({{64, 60}, {62, 84}}, paint::navy, 3);
}

void face_sketch(const Board& b) {
    b.spot(50, 40, 17, paint::steel);
    b.shape({{22, 90}, {30, 66}, {70, 66}, {78, 90}}, paint::steel);
    for (const float x : {12.0F, 88.0F}) {
        for (const float y : {12.0F, 88.0F}) {
            const float in = x < 50 ? 1.0F : -1.0F;
            const float down = y < 50 ? 1.0F : -1.0F;
            b.stroke({{x + 14 * in, y}, {x, y}, {x, y + 14 * down}}, paint::navy, 3.4F);
        }
    }
}

void lead_sketch(const Board& b) {
    b.box(10, 34, 28, 32, paint::steel, 3);
    b.box(62, 34, 28, 32, paint::steel, 3);
    b.stroke({{38, 52}, {44, 60}, {56, 60}, {62, 52}}, paint::brown, 3.4F);
    b.box(36, 48, 6, 8, paint::navy);
    b.box(58, 48, 6, 8, paint::navy);
}

void send_sketch(const Board& b) {
    b.stroke({{50, 88}, {50, 46}}, paint::navy, 4);
    b.spot(50, 42, 6, paint::navy);
    for (int i = 0; i < 3; ++i) {
        const float r = 15 + 11 * static_cast<float>(i);
        b.arc(50, 42, r, 205, 335, paint::blue, 4);
    }
}

void sim_sketch(const Board& b) {
    b.shape({{28, 14}, {60, 14}, {74, 28}, {74, 86}, {28, 86}}, paint::white);
    b.stroke({{28, 14}, {60, 14}, {74, 28}, {74, 86}, {28, 86}, {28, 14}}, paint::navy, 2.4F);
    b.box(37, 44, 28, 30, paint::amber, 4);
    b.stroke({{51, 44}, {51, 74}}, paint::navy, 1.6F);
    b.stroke({{37, 59}, {65, 59}}, paint::navy, 1.6F);
}

void seal_sketch(const Board& b) {
    b.box(20, 14, 60, 52, paint::white);
    b.frame(20, 14, 60, 52, paint::navy, 0, 2);
    for (const float y : {26.0F, 36.0F, 46.0F}) b.box(28, y, 44, 3, paint::steel);
    b.shape({{56, 70}, {64, 70}, {60, 94}}, paint::red);
    b.shape({{66, 70}, {74, 70}, {72, 94}}, paint::red);
    b.spot(65, 64, 13, paint::red);
    b.loop(65, 64, 8, paint::white, 2);
}

void sheets_sketch(const Board& b) {
    b.box(14, 64, 72, 24, paint::steel, 3);
    for (int i = 0; i < 4; ++i) {
        b.box(24, 54 - 8 * static_cast<float>(i), 52, 6, paint::white);
        b.frame(24, 54 - 8 * static_cast<float>(i), 52, 6, paint::navy, 0, 1.4F);
    }
    b.arrow(50, 4, 26, paint::brown);
}

}  // namespace

void draw_sketch(Kit& kit, const Rect& rect, Sketch sketch) {
    if (sketch == Sketch::none) return;
    const float side = std::min(rect.w, rect.h);
    const Rect ground = engine::view::centred(rect, side, side);
    engine::view::fill(kit.ui, ground, paint::pale, 6 * kit.k);
    const Board board{kit, ground.inset(side * 0.06F)};
    switch (sketch) {
        case Sketch::insert:
        case Sketch::give_back:
        case Sketch::two_sheets:
            return slot_sketch(board, sketch);
        case Sketch::in_box:
        case Sketch::blocked:
            return box_sketch(board, sketch);
        case Sketch::review:
            return review_sketch(board);
        case Sketch::jam:
            return jam_sketch(board);
        case Sketch::cover:
        case Sketch::lid:
            return cover_sketch(board, sketch);
        case Sketch::roll:
        case Sketch::printer:
        case Sketch::receipt:
            return roll_sketch(board, sketch);
        case Sketch::card:
        case Sketch::card_turned:
            return card_sketch(board, sketch);
        case Sketch::medium:
            return medium_sketch(board);
        case Sketch::wipe:
            return wipe_sketch(board);
        case Sketch::document:
            return document_sketch(board);
        case Sketch::finger:
            return finger_sketch(board);
        case Sketch::face:
            return face_sketch(board);
        case Sketch::blank_sheets:
            return sheets_sketch(board);
        case Sketch::lead:
            return lead_sketch(board);
        case Sketch::send:
            return send_sketch(board);
        case Sketch::sim:
            return sim_sketch(board);
        case Sketch::seal:
            return seal_sketch(board);
        default:
            return sign_sketch(board, sketch);
    }
}

}  // namespace sim::seats::machine
