#include <algorithm>

#include "sim/assessment/describe.h"
#include "sim/seats/instructor/state.h"
#include "sim/seats/room/room_sides.h"

namespace sim::seats {

using namespace engine::view;

namespace {

struct MirrorSight {
    DeviceId device = no_device;
    std::string face;
    std::string label;
};

/// What the mirror can show: the room, then each device from its sides.
std::vector<MirrorSight> sights(const View& view) {
    const engine::Translator& _ = view.reader.translate;
    std::vector<MirrorSight> all{{no_device, "front", std::string(_("Whole room"))}};
    const Layout& layout = view.live.layout();
    for (const DeviceLine& line : device_lines(view.live, view.reader)) {
        if (shows_room(view.ui, view.desk) && view.state.room.plan) {
            for (const Side& side :
                 sides_of(view.world(), *view.state.room.plan, line.device, view.reader)) {
                all.push_back({line.device, side.face, line.name + ": " + side.label});
            }
            continue;
        }
        constexpr std::pair<const char*, const char*> faces[] = {
            {"front", N_("{}: front")}, {"inside", N_("{}: inside")}, {"back", N_("{}: back")}};
        for (const auto& pair : faces) {
            const char* face = pair.first;
            const char* words = pair.second;
            const bool known =
                std::any_of(layout.parts.begin(), layout.parts.end(), [&](const PartSpec& part) {
                    return part.device == line.device && part.shape.face == face &&
                           part.kind < PartKind::fault;
                });
            if (!known) continue;
            all.push_back({line.device, face, engine::fill(_(words), std::vector{line.name})});
        }
    }
    return all;
}

void choose_sight(View& view, const Rect& rect) {
    const engine::Translator& _ = view.reader.translate;
    const std::vector<MirrorSight> all = sights(view);
    std::vector<Segment> choices;
    int selected = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::string name =
            all[i].device == no_device
                ? "room"
                : view.live.layout().device(all[i].device).name + "." + all[i].face;
        choices.push_back({name, all[i].label});
        if (all[i].device == view.state.mirror.device &&
            (all[i].device == no_device || all[i].face == view.state.mirror.face)) {
            selected = static_cast<int>(i);
        }
    }
    const auto chosen =
        choice(view.ui, rect, "mirror.sight", _("What the picture shows"), choices, selected);
    if (!chosen) return;
    const MirrorSight& sight = all[static_cast<std::size_t>(*chosen)];
    view.state.mirror.device = sight.device;
    view.state.mirror.face = sight.face;
}

}  // namespace

void draw_mirror(View& view, const Rect& rect) {
    Ui& ui = view.ui;
    const engine::Translator& _ = view.reader.translate;
    Rect rest = rect;
    Rect bar = rest.cut_top(40);
    rest.cut_top(8);
    Button enlarge{"mirror.enlarge",
                   std::string(view.state.enlarged ? _("Smaller") : _("Enlarge")),
                   {},
                   icons::expand};
    if (bar.w < 300) enlarge.icon = nullptr;
    const Rect at = bar.cut_right(width_of(ui, enlarge));
    if (button(ui, at, enlarge)) view.state.enlarged = !view.state.enlarged;
    bar.cut_right(8);
    const std::string_view mirror = _("Live mirror");
    const float words = measure(ui, Type::small_strong, mirror).x + 30;
    if (bar.w > words + 220) {
        const Rect label = bar.cut_left(words);
        icon(ui, {label.x, label.y, 18, label.h}, icons::eye, Token::ink_3, Type::body);
        text_in(ui, {label.x + 24, label.y, label.w - 24, label.h}, Type::small_strong,
                Token::ink_2, mirror);
        bar.cut_left(8);
    }
    choose_sight(view, bar);
    if (!shows_room(view.ui, view.desk)) {
        draw_plan(ui, rest, view.world(), view.reader, view.state.mirror, view.live.post, "mirror",
                  false);
        return;
    }
    push_clip(ui, rest);
    view.state.room.for_picture = view.desk.for_picture;
    draw_room_view(ui, rest, rest, view.world(), view.reader, view.state.mirror, view.state.room,
                   no_post, "mirror", false);
    pop_clip(ui);
}

void draw_side(View& view, const Rect& rect) {
    const engine::Translator& _ = view.reader.translate;
    Rect rest = rect;
    const Segment pages[] = {{"work", std::string(_("Work"))},
                             {"devices", std::string(_("Devices"))},
                             {"readings", std::string(_("Readings"))}};
    if (const auto page = tabs(view.ui, rest.cut_top(36), "detail", pages, view.state.detail_tab)) {
        view.state.detail_tab = *page;
    }
    rest.cut_top(10);
    if (view.state.detail_tab == 0) draw_work(view, rest);
    if (view.state.detail_tab == 1) draw_devices(view, rest);
    if (view.state.detail_tab == 2) draw_readings(view, rest);
}

void draw_detail(View& view, const Rect& rect) {
    panel(view.ui, rect);
    Rect inner = rect.inset(14, 12);
    if (view.state.enlarged) {
        draw_mirror(view, inner);
        return;
    }
    const float side = std::clamp(inner.w * 0.4F, 300.0F, 420.0F);
    const Rect right = inner.cut_right(side);
    inner.cut_right(16);
    fill(view.ui, {right.x - 8, inner.y, 1, inner.h}, Token::line);
    draw_mirror(view, inner);
    draw_side(view, right);
}

}  // namespace sim::seats
