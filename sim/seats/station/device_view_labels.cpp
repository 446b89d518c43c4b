#include <algorithm>
#include <array>

#include "sim/seats/station/device_view.h"

namespace sim::seats {

using namespace engine::view;

namespace {

struct Label {
    PartId part;
    Point to;
    std::string text;
    Rect box;
    bool shown = true;
};

constexpr float gap = 5;

/// From top to bottom in the order of what they point at, so that no leaders cross; those without
/// room are dropped.
void stack(std::vector<Label>& labels, const Rect& column) {
    std::sort(labels.begin(), labels.end(),
              [](const Label& a, const Label& b) { return a.to.y < b.to.y; });
    float total = 0;
    for (const Label& label : labels) total += label.box.h + gap;
    for (std::size_t i = labels.size(); i > 0 && total > column.h; --i) {
        // The last ones of many stand closest together: every second one goes.
        Label& label = labels[(i * 2 - 1) % labels.size()];
        if (!label.shown) continue;
        label.shown = false;
        total -= label.box.h + gap;
    }
    float y = column.y;
    for (Label& label : labels) {
        if (!label.shown) continue;
        label.box.y = std::max(label.to.y - label.box.h / 2, y);
        y = label.box.bottom() + gap;
    }
    float bottom = column.bottom();
    for (auto label = labels.rbegin(); label != labels.rend(); ++label) {
        if (!label->shown) continue;
        label->box.y = std::min(label->box.y, bottom - label->box.h);
        bottom = label->box.y - gap;
    }
}

void draw_leader(Ui& ui, const Label& label, bool left) {
    const Point from{left ? label.box.right() : label.box.x, label.box.centre().y};
    const Point knee{from.x + (left ? 10.0F : -10.0F), from.y};
    const std::array<Point, 3> way{from, knee, label.to};
    polyline(ui, way, Token::paper, 3.5F);
    polyline(ui, way, Token::ink, 1.5F);
    disc(ui, label.to, 4, Token::paper);
    disc(ui, label.to, 3, Token::ink);
}

void draw_side(Hands& hands, std::vector<Label>& labels, const Rect& column, bool left) {
    Ui& ui = hands.ui;
    for (Label& label : labels) {
        const Point size = measure(ui, Type::small, label.text, column.w - 16);
        label.box = {left ? column.right() - size.x - 16 : column.x, 0, size.x + 16, size.y + 8};
    }
    stack(labels, column);
    for (const Label& label : labels) {
        if (label.shown) draw_leader(ui, label, left);
    }
    for (const Label& label : labels) {
        if (!label.shown) continue;
        fill(ui, label.box, Token::paper, 6);
        outline(ui, label.box, Token::line, 6, ui.theme.border);
        paragraph(ui, {label.box.x + 8, label.box.y + 4, label.box.w - 15, 0}, Type::small,
                  Token::ink, label.text);
    }
}

}  // namespace

void draw_labels(Hands& hands, const Rect& picture, const std::vector<Hands::Spot>& spots) {
    const float wide = std::min(180.0F, picture.w * 0.26F);
    Rect rest = picture.inset(6);
    const Rect left_column = rest.cut_left(wide);
    const Rect right_column = rest.cut_right(wide);
    std::vector<Label> left;
    std::vector<Label> right;
    float middle = 0;
    for (const Hands::Spot& spot : spots) middle += spot.rect.centre().x;
    middle /= static_cast<float>(std::max<std::size_t>(1, spots.size()));
    for (const Hands::Spot& spot : spots) {
        const std::string text = label_of(hands.world.layout(), spot.part, hands.reader);
        const bool to_left = spot.rect.centre().x < middle;
        (to_left ? left : right).push_back({spot.part, spot.rect.centre(), text, {}, true});
    }
    draw_side(hands, left, left_column, true);
    draw_side(hands, right, right_column, false);
}

}  // namespace sim::seats
