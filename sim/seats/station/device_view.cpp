#include "sim/seats/station/device_view.h"

#include <algorithm>

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr float list_width = 264;
constexpr float wide_enough = 700;
constexpr float gap = 8;

struct FaceWord {
    std::string_view face;
    const char* text;  ///< msgid
};
constexpr FaceWord face_words[] = {{"front", N_("Front side")},
                                   {"inside", N_("Inside")},
                                   {"back", N_("Back side")},
                                   {"top", N_("From above")}};

const char* face_word(std::string_view face) {
    for (const FaceWord& word : face_words) {
        if (word.face == face) return word.text;
    }
    return "";
}

void go_back(Hands& hands) {
    hands.state.device = no_device;
    hands.state.list_open = false;
    hands.result.opened = true;
}

/// Way back, name and how it is.
float draw_header(Hands& hands, const Rect& rect) {
    Ui& ui = hands.ui;
    const engine::Translator& _ = hands.translate();
    Button back{hands.prefix + ".room", std::string(_("Plan")), std::string(_("The whole room")),
                icons::left};
    const float back_width = width_of(ui, back);
    const DeviceState state = device_state(hands.world, hands.state.device, hands.reader);
    const std::string& name = device_label(hands.world.layout(), hands.state.device, hands.reader);
    const float pill = state.word.empty() ? 0 : pill_width(ui, state.word);
    const float room = rect.w - back_width - 12;
    // Room for the longer words as well, so that the device does not move when its state changes.
    constexpr float longer_word = 170;
    const float reserved = std::max(pill, longer_word);
    const bool one_line = measure(ui, Type::head, name).x + reserved + 12 <= room;
    const Point size = measure(ui, Type::head, name, one_line ? room : std::max(60.0F, room));
    const float high = std::max(40.0F, one_line ? size.y : size.y + 32);
    if (button(ui, {rect.x, rect.y, back_width, 40}, back)) go_back(hands);
    const float x = rect.x + back_width + 12;
    const float top = rect.y + (one_line ? (high - size.y) / 2 : 0);
    paragraph(ui, {x, top, room, 0}, Type::head, Token::ink, name);
    if (pill == 0) return high;
    if (one_line) {
        view_pill(ui, {rect.right() - pill, rect.y + (high - 26) / 2}, state);
    } else {
        view_pill(ui, {x, top + size.y + 4}, state);
    }
    return high;
}

/// Name and state in one small line, where height is dear; returns the height used.
float draw_slim_header(Hands& hands, const Rect& rect) {
    Ui& ui = hands.ui;
    const DeviceState state = device_state(hands.world, hands.state.device, hands.reader);
    const std::string& name = device_label(hands.world.layout(), hands.state.device, hands.reader);
    const float own = state.word.empty() ? 0 : pill_width(ui, state.word) + 8;
    const bool worded = measure(ui, Type::small_strong, name).x + own <= rect.w;
    const float room = rect.w - (worded ? own : own > 0 ? 24.0F : 0.0F);
    const Point size = measure(ui, Type::small_strong, name, room);
    const float high = std::max(26.0F, size.y);
    paragraph(ui, {rect.x, rect.y + (high - size.y) / 2, room, 0}, Type::small_strong, Token::ink,
              name);
    if (own > 0 && worded) view_pill(ui, {rect.right() - own + 8, rect.y + 1}, state);
    if (own > 0 && !worded) {
        status_shape(ui, {rect.right() - 10, rect.y + high / 2}, 16, state.status);
    }
    return high;
}

struct Faces {
    std::vector<Segment> tabs;
    int selected = 0;
};

Faces faces(Hands& hands, bool with_list) {
    const engine::Translator& _ = hands.translate();
    PlanState& state = hands.state;
    Faces all;
    bool known = false;
    for (const std::string_view face : faces_of(hands.world.layout(), state.device)) {
        if (face == state.face) {
            known = true;
            all.selected = static_cast<int>(all.tabs.size());
        }
        all.tabs.push_back({std::string(face), std::string(_(face_word(face)))});
    }
    if (!known) state.face = all.tabs.empty() ? "front" : all.tabs[0].name;
    if (with_list) {
        if (state.list_open) all.selected = static_cast<int>(all.tabs.size());
        all.tabs.push_back({"list", std::string(_("Parts"))});
    }
    return all;
}

void choose_face(Hands& hands, const Faces& all, int index) {
    const std::string& name = all.tabs[static_cast<std::size_t>(index)].name;
    hands.state.list_open = name == "list";
    if (name != "list") hands.state.face = name;
    hands.result.opened = true;
}

void draw_names_switch(Hands& hands, const Rect& rect) {
    const engine::Translator& _ = hands.translate();
    Button names{hands.prefix + ".labels", "", std::string(_("Names of parts")), icons::tag,
                 hands.interactive ? hands.state.label_key : KeyPress{}};
    names.selected = hands.state.labels;
    if (button(hands.ui, rect, names)) hands.state.labels = !hands.state.labels;
}

/// Sides of the device as tabs; returns the height used.
float draw_faces(Hands& hands, const Rect& rect, const Faces& all) {
    Ui& ui = hands.ui;
    const engine::Translator& _ = hands.translate();
    if (all.tabs.size() < 2) return 0;
    Rect row{rect.x, rect.y, rect.w, 36};
    float needed = 0;
    for (const Segment& tab : all.tabs) {
        needed = std::max(needed, measure(ui, Type::small_strong, tab.label).x + 20);
    }
    needed *= static_cast<float>(all.tabs.size());
    std::optional<int> chosen;
    if (needed <= row.w) {
        chosen = segments(ui, {row.x, row.y, std::min(row.w, std::max(needed, 360.0F)), 36},
                          hands.prefix + ".face", all.tabs, all.selected);
    } else {
        chosen = choice(ui, row, hands.prefix + ".face", _("Side of the device"), all.tabs,
                        all.selected);
    }
    if (chosen) choose_face(hands, all, *chosen);
    return 36 + gap;
}

/// A calm wall and the floor that things stand on.
void draw_ground(Ui& ui, const Rect& rect) {
    if (ui.theme.plain) {
        fill(ui, rect, Token::paper, 8);
        outline(ui, rect, Token::line_strong, 8, ui.theme.border);
        return;
    }
    fill(ui, rect, Colour{231, 237, 233}, 8);
    const Rect floor{rect.x, rect.bottom() - rect.h * 0.12F, rect.w, rect.h * 0.12F};
    push_clip(ui, floor);
    fill(ui, rect, Colour{222, 207, 184}, 8);
    fill(ui, {floor.x, floor.y, floor.w, 2}, Colour{186, 168, 142});
    pop_clip(ui);
}

/// Everything of a device that has no place on a face.
std::vector<PartId> tiles_of(const World& world, DeviceId device, bool all) {
    std::vector<PartId> things = loose_things(world, device);
    const Layout& layout = world.layout();
    // One free seal is like the next; the others are in the list.
    constexpr int seals_shown = 6;
    int seals = 0;
    std::erase_if(things, [&](PartId part) {
        return layout[part].kind == PartKind::seal && ++seals > seals_shown;
    });
    if (!all) return things;
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const auto part = static_cast<PartId>(i);
        if (layout.parts[i].device != device || !can_be_acted_on(layout, part)) continue;
        if (std::find(things.begin(), things.end(), part) == things.end()) things.push_back(part);
    }
    return things;
}

}  // namespace

std::string face_label(std::string_view face, const engine::Translator& translate) {
    return std::string(translate(face_word(face)));
}

void draw_held(Hands& hands, const Rect& rect) {
    Ui& ui = hands.ui;
    const PartId hand = hands.state.hand;
    if (hand == no_part || !hands.interactive || !ui.input.mouse_inside) return;
    if (hands.state.drag.moving) return;
    if (!rect.contains(ui.input.mouse)) return;
    const Rect at{ui.input.mouse.x + 10, ui.input.mouse.y + 12, 34, 34};
    const Brush brush{ui, hands.world, hands.reader, false};
    draw_thing(brush, hand, at);
}

void view_pill(Ui& ui, Point at, const DeviceState& state) {
    pill(ui, at, state.status, state.word);
}

void draw_device_picture(Hands& hands, const Rect& rect) {
    Ui& ui = hands.ui;
    const DeviceId device = hands.state.device;
    draw_ground(ui, rect);
    Rect room = rect.inset(std::min(24.0F, rect.w * 0.04F), std::min(14.0F, rect.h * 0.04F));
    const bool bare = boards_of(hands.world, device, hands.state.face).empty();
    const std::vector<PartId> things = tiles_of(hands.world, device, bare);
    if (!things.empty()) {
        const float wanted = tiles_height(hands, things, room.w);
        Rect strip = room.cut_bottom(bare ? room.h : std::min(wanted, room.h * 0.36F));
        if (!bare) room.cut_bottom(10);
        draw_tiles(hands, strip, things);
    }
    if (bare) return;
    const std::size_t before = hands.spots.size();
    Rect boards = room;
    if (hands.state.labels) boards = room.inset(std::min(190.0F, room.w * 0.28F), 4);
    draw_boards(hands, boards, device, hands.state.face, false);
    if (!hands.state.labels) return;
    const std::vector<Hands::Spot> spots(hands.spots.begin() + static_cast<std::ptrdiff_t>(before),
                                         hands.spots.end());
    draw_labels(hands, room, spots);
}

namespace {

/// A low window: the way back, the sides and the names in one row, and the list of parts beside
/// the picture, which alone would be too small to be read.
void draw_low(Hands& hands, const Rect& rect) {
    constexpr float least_list = 200;
    const engine::Translator& _ = hands.translate();
    const DeviceId device = hands.state.device;
    Rect rest = rect;
    Rect row = rest.cut_top(40);
    Button back{hands.prefix + ".room", std::string(_("Plan")), std::string(_("The whole room")),
                icons::left};
    if (button(hands.ui, row.cut_left(width_of(hands.ui, back)), back)) go_back(hands);
    if (hands.state.device != device) return;
    row.cut_left(gap);
    draw_names_switch(hands, row.cut_right(40));
    row.cut_right(gap);
    hands.state.list_open = false;
    const Faces all = faces(hands, false);
    if (all.tabs.size() > 1) {
        if (const auto chosen = choice(hands.ui, row, hands.prefix + ".face",
                                       _("Side of the device"), all.tabs, all.selected)) {
            choose_face(hands, all, *chosen);
        }
    }
    rest.cut_top(4);
    rest.cut_top(draw_slim_header(hands, rest) + 4);
    draw_part_list(hands, rest.cut_right(std::max(least_list, rest.w * 0.5F)));
    rest.cut_right(gap);
    draw_device_picture(hands, rest);
    draw_held(hands, rect);
    if (hands.interactive && !hands.state.ask && shortcut(hands.ui, hands.state.back_key)) {
        go_back(hands);
    }
}

}  // namespace

void draw_device(Hands& hands, const Rect& rect) {
    constexpr float low = 260;
    if (!hands.interactive && !hands.state.covered) {
        draw_device_picture(hands, rect);
        return;
    }
    if (rect.h < low && rect.w >= 400) return draw_low(hands, rect);
    Rect rest = rect;
    const DeviceId device = hands.state.device;
    Rect head = rest;
    draw_names_switch(hands, {head.right() - 40, head.y, 40, 40});
    head.w -= 48;
    rest.cut_top(draw_header(hands, head) + gap);
    if (hands.state.device != device) return;
    const bool wide = rest.w >= wide_enough;
    if (wide) hands.state.list_open = false;
    const Faces all = faces(hands, !wide);
    rest.cut_top(draw_faces(hands, rest, all));
    if (wide) {
        draw_part_list(hands, rest.cut_right(list_width));
        rest.cut_right(gap);
    } else if (hands.state.list_open) {
        draw_part_list(hands, rest);
        return;
    }
    draw_device_picture(hands, rest);
    draw_held(hands, rect);
    if (hands.interactive && !hands.state.ask && shortcut(hands.ui, hands.state.back_key)) {
        go_back(hands);
    }
}

}  // namespace sim::seats
