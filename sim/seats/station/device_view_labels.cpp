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
};

constexpr float label_gap = 5;

/// Those without room are dropped; the others stand as near to what they name as they can.
void stack(std::vector<Label>& labels, const Rect& column) {
    float total = 0;
    for (const Label& label : labels) total += label.box.h + label_gap;
    while (!labels.empty() && total > column.h + label_gap) {
        total -= labels.back().box.h + label_gap;
        labels.pop_back();
    }
    float y = column.y;
    for (Label& label : labels) {
        label.box.y = std::max(label.to.y - label.box.h / 2, y);
        y = label.box.bottom() + label_gap;
    }
    float bottom = column.bottom();
    for (auto label = labels.rbegin(); label != labels.rend(); ++label) {
        label->box.y = std::min(label->box.y, bottom - label->box.h);
        bottom = label->box.y - label_gap;
    }
}

Point start_of(const Label& label, bool left) {
    return {left ? label.box.right() : label.box.x, label.box.centre().y};
}

bool cross(const Label& a, const Label& b, bool left) {
    const auto side = [](Point p, Point q, Point r) {
        return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    };
    const Point p = start_of(a, left);
    const Point q = start_of(b, left);
    return side(p, a.to, q) * side(p, a.to, b.to) < 0 && side(q, b.to, p) * side(q, b.to, a.to) < 0;
}

/// Neighbours whose leaders cross change places until none do.
void untangle(std::vector<Label>& labels, const Rect& column, bool left) {
    std::sort(labels.begin(), labels.end(),
              [](const Label& a, const Label& b) { return a.to.y < b.to.y; });
    stack(labels, column);
    for (std::size_t pass = 0; pass < labels.size(); ++pass) {
        bool changed = false;
        for (std::size_t i = 0; i + 1 < labels.size(); ++i) {
            if (!cross(labels[i], labels[i + 1], left)) continue;
            std::swap(labels[i], labels[i + 1]);
            stack(labels, column);
            changed = true;
        }
        if (!changed) return;
    }
}

void draw_leader(Ui& ui, const Label& label, bool left) {
    const std::array<Point, 2> way{start_of(label, left), label.to};
    polyline(ui, way, Token::paper, 3.5F);
    polyline(ui, way, Token::ink, 1.5F);
    disc(ui, label.to, 4, Token::paper);
    disc(ui, label.to, 3, Token::ink);
}

/// A seal on its point, a plug in its socket: one name is enough.
bool named_by_its_place(const Hands& hands, PartId part, const std::vector<Hands::Spot>& spots) {
    const PartId in = hands.world.part(part).in;
    return in != no_part && std::any_of(spots.begin(), spots.end(),
                                        [in](const Hands::Spot& spot) { return spot.part == in; });
}

/// What a hand may work or an eye compares comes first.
int importance(const Hands& hands, PartId part) {
    if (part == hands.state.target) return 0;
    switch (hands.world.layout()[part].kind) {
        case PartKind::seal_point:
            return 1;
        case PartKind::door:
        case PartKind::compartment:
        case PartKind::entry:
            return 2;
        case PartKind::slot:
        case PartKind::button:
        case PartKind::key_switch:
        case PartKind::toggle:
        case PartKind::latch:
            return 3;
        default:
            return 4;
    }
}

struct Side {
    std::vector<Label> labels;
    Rect column;
    bool left;
};

void lay_out(const Hands& hands, Side& side) {
    for (Label& label : side.labels) {
        const Point size = measure(hands.ui, Type::small, label.text, side.column.w - 16);
        label.box = {side.left ? side.column.right() - size.x - 16 : side.column.x, 0, size.x + 16,
                     size.y + 8};
    }
    untangle(side.labels, side.column, side.left);
}

bool any_cross(const Side& side) {
    for (std::size_t i = 0; i < side.labels.size(); ++i) {
        for (std::size_t j = i + 1; j < side.labels.size(); ++j) {
            if (cross(side.labels[i], side.labels[j], side.left)) return true;
        }
    }
    return false;
}

/// A leader over a seal would lie on its number.
bool over_a_seal(const Hands& hands, const Side& side, const std::vector<Hands::Spot>& spots) {
    constexpr int steps = 24;
    for (const Label& label : side.labels) {
        const Point from = start_of(label, side.left);
        for (const Hands::Spot& spot : spots) {
            if (spot.part == label.part) continue;
            if (hands.world.layout()[spot.part].kind != PartKind::seal_point) continue;
            Rect kept = spot.rect.inset(-6, -4);
            kept.h += 16;
            for (int i = 0; i <= steps; ++i) {
                const float t = static_cast<float>(i) / steps;
                if (kept.contains(
                        {from.x + (label.to.x - from.x) * t, from.y + (label.to.y - from.y) * t})) {
                    return true;
                }
            }
        }
    }
    return false;
}

void draw_side(Hands& hands, const Side& side) {
    Ui& ui = hands.ui;
    for (const Label& label : side.labels) draw_leader(ui, label, side.left);
    for (const Label& label : side.labels) {
        fill(ui, label.box, Token::paper, 6);
        outline(ui, label.box, Token::line, 6, ui.theme.border);
        paragraph(ui, {label.box.x + 8, label.box.y + 4, label.box.w - 15, 0}, Type::small,
                  Token::ink, label.text);
    }
}

}  // namespace

std::vector<Hands::Spot> by_importance(const Hands& hands, const std::vector<Hands::Spot>& spots) {
    std::vector<Hands::Spot> ranked = spots;
    std::erase_if(ranked, [&](const Hands::Spot& spot) {
        return named_by_its_place(hands, spot.part, spots);
    });
    std::stable_sort(ranked.begin(), ranked.end(), [&](const auto& a, const auto& b) {
        return importance(hands, a.part) < importance(hands, b.part);
    });
    return ranked;
}

void draw_labels(Hands& hands, const Rect& picture, const std::vector<Hands::Spot>& spots) {
    constexpr std::size_t most = 5;
    const float wide = std::min(180.0F, picture.w * 0.26F);
    Rect rest = picture.inset(6);
    Side left{{}, rest.cut_left(wide), true};
    Side right{{}, rest.cut_right(wide), false};
    float middle = 0;
    for (const Hands::Spot& spot : spots) middle += spot.rect.centre().x;
    middle /= static_cast<float>(std::max<std::size_t>(1, spots.size()));
    const std::vector<Hands::Spot> ranked = by_importance(hands, spots);
    // Whatever finds no place without a crossing is left out; the list has all names.
    for (const Hands::Spot& spot : ranked) {
        if (left.labels.size() + right.labels.size() == most) break;
        const std::string text = label_of(hands.world.layout(), spot.part, hands.reader);
        const bool to_left = spot.rect.centre().x < middle;
        for (Side* side : {to_left ? &left : &right, to_left ? &right : &left}) {
            Side tried = *side;
            tried.labels.push_back({spot.part, spot.rect.centre(), text, {}});
            const std::size_t wanted = tried.labels.size();
            lay_out(hands, tried);
            if (tried.labels.size() < wanted || any_cross(tried)) continue;
            if (over_a_seal(hands, tried, spots)) continue;
            *side = std::move(tried);
            break;
        }
    }
    draw_side(hands, left);
    draw_side(hands, right);
}

}  // namespace sim::seats
