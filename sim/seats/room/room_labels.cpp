// Names of parts beside them, before a device.

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/seats/room/room_frame.h"
#include "sim/seats/station/device_view.h"

namespace sim::seats {

using namespace engine::view;

namespace {

struct Name {
    PartId part = no_part;
    std::string text;
    Rect of;   ///< the part
    Point to;  ///< where it is met
    Rect box;
    Point from{};  ///< where its leader begins
};

float overlap(const Rect& a, const Rect& b) {
    const Rect both = common(a, b);
    return both.empty() ? 0.0F : both.w * both.h;
}

bool passes(Point from, Point to, const Rect& rect) {
    constexpr int steps = 24;
    for (int i = 0; i <= steps; ++i) {
        const float share = static_cast<float>(i) / steps;
        if (rect.contains({from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share})) {
            return true;
        }
    }
    return false;
}

bool cross(const Name& a, const Name& b) {
    const auto side = [](Point p, Point q, Point r) {
        return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    };
    return side(a.from, a.to, b.from) * side(a.from, a.to, b.to) < 0 &&
           side(b.from, b.to, a.from) * side(b.from, b.to, a.to) < 0;
}

struct Names {
    const Layout& layout;
    Rect free;
    std::vector<Rect> taken;  ///< by panels and by what is said
    std::vector<Name> parts;  ///< that have names, by importance
    std::vector<Name> placed{};
};

/// What cannot be: over a part that is named, over another name, a leader across those.
bool confused(const Names& names, const Name& one) {
    const Rect wide = one.box.inset(-3);
    const Rect inside = common(one.box, names.free);
    if (inside.w < one.box.w || inside.h < one.box.h || overlap(one.box, one.of) > 0) return true;
    for (const Rect& other : names.taken) {
        if (overlap(wide, other) > 0) return true;
    }
    for (const Name& other : names.placed) {
        if (overlap(wide, other.box) > 0 || overlap(one.box, other.of) > 0) return true;
        if (overlap(other.box, one.of) > 0 || cross(one, other)) return true;
        if (passes(one.from, one.to, other.box) || passes(other.from, other.to, wide)) return true;
    }
    return false;
}

/// What of others lies under the name or its leader.
float hidden(const Names& names, const Name& one) {
    float cost = 0;
    for (const Name& other : names.parts) {
        if (other.part == one.part) continue;
        cost += overlap(one.box, other.of);
        // Who is inside another, or round it, is crossed by its leader anyway.
        const bool nested = other.of.contains(one.to);
        if (!nested && passes(one.from, one.to, other.of.inset(-2))) {
            const PartKind kind = names.layout[other.part].kind;
            const bool read = kind == PartKind::seal_point || kind == PartKind::screen;
            cost += read ? 400.0F : 90.0F;
        }
    }
    return cost;
}

/// Round the part, from where a ray leaves it.
bool place(const Names& names, Name& name) {
    constexpr int directions = 16;
    constexpr float longest = 260;
    constexpr float too_much = 400;
    float best = too_much;
    Name chosen = name;
    for (int i = 0; i < directions; ++i) {
        const float turn = 6.2831853F * static_cast<float>(i) / directions;
        const Point way{std::cos(turn), std::sin(turn)};
        float out = 0;
        while (out < longest &&
               name.of.contains({name.to.x + way.x * out, name.to.y + way.y * out})) {
            out += 4;
        }
        for (const float beyond : {14.0F, 34.0F, 60.0F, 95.0F, 140.0F}) {
            const float far = out + beyond;
            if (far > longest) break;
            Name tried = name;
            tried.from = {name.to.x + way.x * far, name.to.y + way.y * far};
            tried.box.x = tried.from.x + (way.x - 1) * name.box.w / 2;
            tried.box.y = tried.from.y + (way.y - 1) * name.box.h / 2;
            const float cost = far + hidden(names, tried);
            if (cost >= best || confused(names, tried)) continue;
            best = cost;
            chosen = tried;
        }
    }
    name = chosen;
    return best < too_much;
}

}  // namespace

void draw_names(RoomFrame& frame) {
    constexpr std::size_t most = 8;
    Hands& hands = frame.hands;
    Ui& ui = hands.ui;
    const Layout& layout = hands.world.layout();
    Names names{layout, frame.middle.inset(6), frame.view.covers, {}};
    const std::vector<Hands::Spot> ranked = by_importance(hands, hands.spots);
    for (const Hands::Spot& spot : ranked) {
        const PartSpec& part = layout[spot.part];
        if (part.device != hands.state.device) continue;
        // The device's own name stands above; who stands there is no part of it.
        if (part.kind == PartKind::unit || part.kind == PartKind::person) continue;
        const auto seen =
            std::find_if(frame.view.seen.begin(), frame.view.seen.end(),
                         [&](const RoomView::Seen& one) { return one.part == spot.part; });
        if (seen == frame.view.seen.end()) continue;
        Name name;
        name.part = spot.part;
        name.text = label_of(layout, spot.part, hands.reader);
        name.of = seen->rect;
        name.to = seen->at;
        const Point size = measure(ui, Type::small, name.text, 150);
        name.box = {0, 0, size.x + 16, size.y + 8};
        names.parts.push_back(std::move(name));
    }
    for (Name name : names.parts) {
        if (names.placed.size() == most) break;
        if (place(names, name)) names.placed.push_back(std::move(name));
    }
    for (const Name& name : names.placed) {
        const std::array<Point, 2> way{name.from, name.to};
        polyline(ui, way, Token::paper, 3.5F);
        polyline(ui, way, Token::ink, 1.5F);
        disc(ui, name.to, 4, Token::paper);
        disc(ui, name.to, 3, Token::ink);
    }
    for (const Name& name : names.placed) {
        fill(ui, name.box, Token::paper, 6);
        outline(ui, name.box, Token::line, 6, ui.theme.border);
        paragraph(ui, {name.box.x + 8, name.box.y + 4, name.box.w - 15, 0}, Type::small, Token::ink,
                  name.text);
    }
}

}  // namespace sim::seats
