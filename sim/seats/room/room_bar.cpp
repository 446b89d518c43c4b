#include <algorithm>

#include "engine/view/widgets.h"
#include "sim/seats/room/room_frame.h"
#include "sim/seats/room/room_sides.h"
#include "sim/seats/station/device_view.h"

namespace sim::seats {

using namespace engine::view;

namespace {

void choose_side(RoomFrame& frame, const std::string& face) {
    frame.hands.result.opened = true;
    frame.hands.state.list_open = face == "list";
    if (face == "list") return;
    frame.hands.state.face = face;
    frame.view.face = face;
    frame.view.near = true;
    frame.view.turned = {};
    frame.view.zoom = 1;
}

/// Rows of their own below the bar, as many as it takes.
void draw_sides(RoomFrame& frame, const std::vector<Segment>& tabs, int selected) {
    Ui& ui = frame.hands.ui;
    constexpr float high = 32;
    constexpr float pad = 4;
    const auto width = [&](const Segment& tab) {
        return measure(ui, Type::small_strong, tab.label).x + 20;
    };
    const float most = frame.middle.w - 2 * pad;
    std::vector<Rect> places;
    float x = 0;
    float y = 0;
    float widest = 0;
    for (const Segment& tab : tabs) {
        const float wide = std::min(width(tab), most);
        if (x > 0 && x + wide > most) {
            x = 0;
            y += high + 2;
        }
        places.push_back({x, y, wide, high});
        x += wide + 2;
        widest = std::max(widest, x);
    }
    const Rect ground{frame.middle.x, frame.middle.y + 52, widest + 2 * pad, y + high + 2 * pad};
    panel(ui, ground, true);
    frame.view.covers.push_back(ground);
    frame.view.bar = ground.bottom() - frame.middle.y;
    for (std::size_t i = 0; i < tabs.size(); ++i) {
        const Rect at = places[i].moved(ground.x + pad, ground.y + pad);
        Item item;
        item.name = frame.hands.prefix + ".face." + tabs[i].name;
        item.label = tabs[i].label;
        item.role = engine::view::Role::tab;
        item.selected = static_cast<int>(i) == selected;
        item.rect = at;
        const Response response = act(ui, item);
        if (item.selected || response.hovered) {
            fill(ui, at, item.selected ? Token::action_soft : Token::sunken, 6);
        }
        if (item.selected) outline(ui, at, Token::action, 6, 2);
        text_in(ui, at, Type::small_strong, item.selected ? Token::action : Token::ink_2,
                item.label, Align::centre);
        if (response.clicked) choose_side(frame, tabs[i].name);
    }
}

}  // namespace

void draw_bar(RoomFrame& frame) {
    Hands& hands = frame.hands;
    Ui& ui = hands.ui;
    const engine::Translator& _ = hands.translate();
    PlanState& state = hands.state;
    if (state.device == no_device) return;
    Rect bar{frame.middle.x, frame.middle.y, frame.middle.w, 48};
    Button names{hands.prefix + ".labels", "", std::string(_("Names of parts")), icons::tag,
                 state.label_key};
    names.selected = state.labels;
    panel(ui, bar, true);
    frame.view.covers.push_back(bar);
    bar = bar.inset(4);
    Button back{hands.prefix + ".room", std::string(_("Room")), std::string(_("The whole room")),
                icons::left};
    if (button(ui, bar.cut_left(width_of(ui, back)), back)) {
        state.device = no_device;
        hands.result.opened = true;
        return;
    }
    bar.cut_left(8);
    if (button(ui, bar.cut_right(40), names)) state.labels = !state.labels;
    bar.cut_right(8);
    std::vector<Segment> tabs;
    // A kit that is looked over shows none of its places.
    int selected = -1;
    float needed = 0;
    for (const Side& side :
         sides_of(hands.world, frame.view.scene->plan(), state.device, hands.reader)) {
        if (side.face == state.face) selected = static_cast<int>(tabs.size());
        tabs.push_back({side.face, side.label});
        needed = std::max(needed, measure(ui, Type::small_strong, side.label).x + 20);
    }
    if (state.list_open) selected = static_cast<int>(tabs.size());
    tabs.push_back({"list", std::string(_("Parts"))});
    needed = std::max(needed, measure(ui, Type::small_strong, tabs.back().label).x + 20);
    const float wide = needed * static_cast<float>(tabs.size());
    const bool beside = wide <= bar.w * 0.55F;
    if (beside) {
        frame.view.bar = 48;
        const Rect at = bar.cut_right(wide);
        const auto chosen = segments(ui, at.inset(0, 2), hands.prefix + ".face", tabs, selected);
        if (chosen) choose_side(frame, tabs[static_cast<std::size_t>(*chosen)].name);
        bar.cut_right(8);
    } else {
        draw_sides(frame, tabs, selected);
    }
    const Layout& layout = hands.world.layout();
    const DeviceState how = device_state(hands.world, state.device, hands.reader);
    const float pill_wide = how.word.empty() ? 0 : pill_width(ui, how.word) + 10;
    // How it is has to be seen: a long name makes way.
    std::string name = device_label(layout, state.device, hands.reader);
    if (measure(ui, Type::small_strong, name).x + pill_wide > bar.w) {
        name = short_label(layout, state.device, hands.reader);
    }
    const float room = std::max(0.0F, bar.w - pill_wide);
    const float name_wide = measure(ui, Type::small_strong, name).x;
    Rect words = bar.cut_left(std::min(name_wide + 8, room));
    if (name_wide <= words.w) {
        text_in(ui, words, Type::small_strong, Token::ink, name);
    } else if (whole_words(ui, Type::label, name, room)) {
        const Point size = measure(ui, Type::label, name, room);
        paragraph(ui, {words.x, words.centre().y - size.y / 2, words.w, 0}, Type::label, Token::ink,
                  name);
    }
    if (pill_wide > bar.w + words.w) {
        status_shape(ui, {bar.x + 10, bar.centre().y}, 16, how.status);
    } else if (pill_wide > 0) {
        view_pill(ui, {bar.x, bar.centre().y - 13}, how);
    }
}

void draw_list(RoomFrame& frame) {
    Rect rest = frame.middle;
    rest.cut_top(96);
    const Rect side = rest.cut_left(std::min(300.0F, rest.w * 0.7F));
    frame.view.covers.push_back(side);
    shadow(frame.hands.ui, side);
    draw_part_list(frame.hands, side);
}

}  // namespace sim::seats
