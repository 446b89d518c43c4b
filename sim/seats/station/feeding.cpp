#include "sim/seats/station/feeding.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "sim/station/reach.h"
#include "sim/world/crooked.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr float let_slip = 8;     ///< units the mouse may move and still only click
constexpr float least_slot = 44;  ///< a slot is hit as if it were so large

bool lies_there(const World& world, PartId entry) {
    const int number = number_of(world, entry, DeviceClass::scanner);
    return number >= 0 && world.scanners[static_cast<std::size_t>(number)].loose != no_ballot;
}

/// Slots that the sheet may go into, where they were drawn.
std::vector<Hands::Spot> slots(const Hands& hands) {
    std::vector<Hands::Spot> found;
    const Layout& layout = hands.world.layout();
    const PartId sheet = hands.state.drag.sheet;
    const bool lies = layout[sheet].kind == PartKind::entry;
    for (const Hands::Spot& spot : hands.spots) {
        if (spot.listed || layout[spot.part].kind != PartKind::entry ||
            (lies && spot.part != sheet))
            continue;
        if (number_of(hands.world, spot.part, DeviceClass::scanner) < 0) continue;
        found.push_back(spot);
        found.back().rect = at_least(spot.rect, least_slot);
    }
    return found;
}

void feed(Hands& hands, const Hands::Spot& slot) {
    const PartId sheet = hands.state.drag.sheet;
    const bool lies = hands.world.layout()[sheet].kind == PartKind::entry;
    for (Act& act : acts_on(hands.world, slot.part, hands.actor, hands.reader, hands.state.hand)) {
        if (act.kind != ActKind::say || act.command.has_value) continue;
        if (verb(act.command.verb).name != "feed" || act.command.object != sheet) continue;
        if (!lies && act.command.target != slot.part) continue;
        act.command.value = crooked(hands.state.drag);
        act.command.has_value = act.command.value != 0;
        return choose_act(hands, act, slot.part, slot.rect);
    }
}

void let_go(Hands& hands) {
    const Point mouse = hands.ui.input.mouse;
    const bool free = hands.free.empty() || hands.free.contains(mouse);
    const auto all = slots(hands);
    const auto slot = std::find_if(all.begin(), all.end(), [&](const Hands::Spot& one) {
        return free && one.rect.contains(mouse);
    });
    if (slot == all.end()) {
        hands.result.missed = true;
    } else {
        feed(hands, *slot);
    }
}

/// The edges between which a sheet goes in, and the way that leads there.
void draw_guides(Ui& ui, const Rect& slot) {
    const float long_side = std::clamp(slot.w * 0.7F, 28.0F, 72.0F);
    for (const float side : {-1.0F, 1.0F}) {
        const float x = side < 0 ? slot.x : slot.right();
        const std::array<Point, 3> edge{
            {{x, slot.y},
             {x, slot.bottom()},
             {x + side * long_side * 0.25F, slot.bottom() + long_side}}};
        polyline(ui, edge, Token::paper, 7);
        polyline(ui, edge, Token::focus, 3);
    }
}

/// Its upper edge is where the mouse is; the rest hangs from there.
void draw_sheet(Ui& ui, const SheetDrag& drag, float wide) {
    const float angle = drag.lean * std::numbers::pi_v<float> / 180;
    const Point ahead{std::sin(angle), -std::cos(angle)};
    const float high = wide * 1.35F;
    const auto at = [&](float across, float down) {
        return Point{drag.at.x - ahead.y * across * wide / 2 - ahead.x * down * high,
                     drag.at.y + ahead.x * across * wide / 2 - ahead.y * down * high};
    };
    const std::array<Point, 4> corners{{at(-1, 0), at(1, 0), at(1, 1), at(-1, 1)}};
    polygon(ui, corners, Colour{252, 251, 246});
    polyline(ui, std::array<Point, 5>{{corners[0], corners[1], corners[2], corners[3], corners[0]}},
             Token::ink_3, 1.5F);
    for (int i = 0; i < 6; ++i) {
        const float down = 0.16F + 0.13F * static_cast<float>(i);
        line(ui, at(-0.75F, down), at(i % 3 == 0 ? 0.5F : 0.2F, down), Token::line_strong, 2);
        line(ui, at(0.6F, down), at(0.75F, down), Token::ink_3, 4);
    }
}

Status status_of(std::int64_t permille, bool straight) {
    if (straight) return Status::ok;
    return permille <= readable_crooked ? Status::care : Status::fault;
}

void draw_words(Ui& ui, const SheetDrag& drag, float wide, const std::string& words) {
    const Point size = measure(ui, Type::body_strong, words);
    Rect chip{drag.at.x + wide / 2 + 24, drag.at.y - 18, size.x + 44, 36};
    if (chip.right() > ui.screen.right() - 4) chip.x = drag.at.x - wide / 2 - 24 - chip.w;
    chip.x = std::clamp(chip.x, 4.0F, std::max(4.0F, ui.screen.w - 4 - chip.w));
    chip.y = std::clamp(chip.y, 4.0F, ui.screen.h - 4 - chip.h);
    const std::int64_t permille = crooked(drag);
    shadow(ui, chip);
    fill(ui, chip, Token::paper, 8);
    outline(ui, chip, Token::line_strong, 8, 1);
    status_shape(ui, {chip.x + 20, chip.centre().y}, 18, status_of(permille, permille == 0));
    text_in(ui, {chip.x + 36, chip.y, size.x + 4, chip.h}, Type::body_strong, Token::ink, words);
}

void draw_drag(Hands& hands) {
    float wide = 64;
    std::vector<Rect> guides;
    for (const Hands::Spot& slot : slots(hands)) {
        guides.push_back(slot.rect);
        wide = std::clamp(slot.rect.w * 0.8F, 40.0F, 110.0F);
    }
    const std::string words = crooked_words(crooked(hands.state.drag), hands.translate());
    hands.ui.later.push_back([guides, wide, words, drag = hands.state.drag](Ui& later) {
        draw_sheet(later, drag, wide);
        for (const Rect& slot : guides) draw_guides(later, slot);
        draw_words(later, drag, wide, words);
    });
}

}  // namespace

void hold_sheet(const Ui& ui, PlanState& state, PartId sheet) {
    state.drag = {sheet, false, ui.input.mouse, ui.input.mouse, 0};
}

void hold_sheet_at(Hands& hands, PartId part) {
    const bool entry = hands.world.layout()[part].kind == PartKind::entry;
    if (entry && lies_there(hands.world, part)) hold_sheet(hands.ui, hands.state, part);
}

void drag_sheet(Hands& hands) {
    SheetDrag& drag = hands.state.drag;
    Ui& ui = hands.ui;
    if (drag.sheet == no_part) return;
    const Point mouse = ui.input.mouse;
    if (!drag.moving && std::hypot(mouse.x - drag.from.x, mouse.y - drag.from.y) > let_slip) {
        drag.moving = true;
        drag.at = mouse;
    }
    if (drag.moving) steer(drag, mouse);
    const bool broken_off = ui.input.away || (drag.moving && ui.input.take(hands.state.back_key));
    if (!broken_off && drag.moving && ui.input.released[0]) let_go(hands);
    if (broken_off || !ui.input.down[0]) {
        drag = {};
        return;
    }
    if (drag.moving) draw_drag(hands);
}

}  // namespace sim::seats
