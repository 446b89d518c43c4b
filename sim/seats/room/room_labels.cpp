// Names of parts beside them, before a device.

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/seats/room/leader.h"
#include "sim/seats/room/room_frame.h"
#include "sim/seats/station/device_view.h"

namespace sim::seats {

using namespace engine::view;

namespace {

struct Name {
    PartId part = no_part;
    std::string text;
    Rect of;        ///< the part
    Leader leader;  ///< ends where the part is met
    Rect box;
};

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
        if (overlap(other.box, one.of) > 0 || cross(one.leader, other.leader)) return true;
        if (passes(one.leader, other.box) || passes(other.leader, wide)) return true;
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
        const bool nested = other.of.contains(one.leader.to);
        if (!nested && passes(one.leader, other.of.inset(-2))) {
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
               name.of.contains({name.leader.to.x + way.x * out, name.leader.to.y + way.y * out})) {
            out += 4;
        }
        for (const float beyond : {14.0F, 34.0F, 60.0F, 95.0F, 140.0F}) {
            const float far = out + beyond;
            if (far > longest) break;
            Name tried = name;
            tried.leader.from = {name.leader.to.x + way.x * far, name.leader.to.y + way.y * far};
            tried.box.x = tried.leader.from.x + (way.x - 1) * name.box.w / 2;
            tried.box.y = tried.leader.from.y + (way.y - 1) * name.box.h / 2;
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
        name.leader.to = seen->at;
        const Point size = measure(ui, Type::small, name.text, 150);
        name.box = {0, 0, size.x + 16, size.y + 8};
        names.parts.push_back(std::move(name));
    }
    for (Name name : names.parts) {
        if (names.placed.size() == most) break;
        if (place(names, name)) names.placed.push_back(std::move(name));
    }
    for (const Name& name : names.placed) {
        const std::array<Point, 2> way{name.leader.from, name.leader.to};
        polyline(ui, way, Token::paper, 3.5F);
        polyline(ui, way, Token::ink, 1.5F);
        disc(ui, name.leader.to, 4, Token::paper);
        disc(ui, name.leader.to, 3, Token::ink);
    }
    for (const Name& name : names.placed) {
        fill(ui, name.box, Token::paper, 6);
        outline(ui, name.box, Token::line, 6, ui.theme.border);
        paragraph(ui, {name.box.x + 8, name.box.y + 4, name.box.w - 15, 0}, Type::small, Token::ink,
                  name.text);
    }
}

}  // namespace sim::seats
