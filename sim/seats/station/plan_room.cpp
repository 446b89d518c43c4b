#include "sim/seats/station/plan_room.h"

#include <algorithm>

#include "sim/seats/station/device_view.h"
#include "sim/seats/station/lead.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr float wall = 12;
constexpr float card_radius = 10;

/// Where devices of a class stand, in thousandths of the floor.
Rect zone_of(const Layout& layout, const DeviceSpec& device) {
    switch (device.device_class) {
        case DeviceClass::scanner:
            return {740, 285, 245, 325};
        case DeviceClass::terminal:
            return {15, 330, 300, 330};
        case DeviceClass::transmitter:
            return {740, 622, 245, 166};
        case DeviceClass::power:
            return {430, 800, 555, 185};
        case DeviceClass::room:
            break;
    }
    const auto owns = [&](std::string_view noun) {
        const PartId part = layout.find(noun);
        return part != no_part && layout[part].device >= 0 &&
               layout.device(layout[part].device).name == device.name;
    };
    if (owns("desk.voter")) return {430, 340, 225, 185};
    if (owns("commission")) return {430, 575, 225, 185};
    return {740, 25, 245, 245};
}

bool same_zone(const Rect& a, const Rect& b) {
    return a == b;
}

/// The nth of so many in a zone: one below the other, or side by side in a low one.
Rect nth(const Rect& zone, int index, int count, float gap) {
    const auto n = static_cast<float>(count);
    const auto i = static_cast<float>(index);
    if (zone.h >= zone.w * 0.7F || count <= 2) {
        const float h = (zone.h - gap * (n - 1)) / n;
        return {zone.x, zone.y + i * (h + gap), zone.w, h};
    }
    const float w = (zone.w - gap * (n - 1)) / n;
    return {zone.x + i * (w + gap), zone.y, w, zone.h};
}

/// Name and state of a device, as the words of its card.
struct Words {
    const std::string& name;
    const DeviceState& state;
};

/// What they need at that width, the name in that type.
float words_high(const Ui& ui, const Words& words, float width, Type type) {
    const float high = measure(ui, type, words.name, width).y;
    if (words.state.word.empty()) return high;
    return high + 2 + std::max(18.0F, measure(ui, Type::small, words.state.word, width - 20).y);
}

bool words_fit(const Ui& ui, const Words& words, float width, float height, Type type) {
    return whole_words(ui, type, words.name, width) &&
           whole_words(ui, Type::small, words.state.word, width - 20) &&
           words_high(ui, words, width, type) <= height + 1;
}

void draw_words(Ui& ui, const Rect& rect, const Words& words, Type type) {
    float y = rect.y + std::max(0.0F, (rect.h - words_high(ui, words, rect.w, type)) / 2);
    y += paragraph(ui, {rect.x, y, rect.w, 0}, type, Token::ink, words.name) + 2;
    if (words.state.word.empty()) return;
    status_shape(ui, {rect.x + 8, y + 9}, 14, words.state.status);
    // Trouble is the only colour among the words.
    const Status status = words.state.status;
    const bool loud = status == Status::fault || status == Status::care;
    paragraph(ui, {rect.x + 20, y, rect.w - 20, 0}, Type::small,
              loud ? colour_of(status) : Token::ink_2, words.state.word);
}

void draw_picture(Hands& hands, const Rect& rect, DeviceId device, bool small) {
    const DeviceClass kind = hands.world.layout().device(device).device_class;
    if (kind == DeviceClass::power) return draw_power(hands, rect, device, small);
    if (boards_of(hands.world, device, "front").empty()) {
        const std::vector<PartId> things = loose_things(hands.world, device);
        const Brush brush{hands.ui, hands.world, hands.reader, small};
        if (!things.empty()) draw_thing(brush, things.front(), rect.inset(rect.w * 0.1F));
        return;
    }
    draw_boards(hands, rect, device, "front", true);
}

/// Outlets need the width and lie where the leads come in; the words stand below them in a line.
void draw_power_card(Hands& hands, Rect inner, DeviceId device, const std::string& name,
                     const DeviceState& state) {
    Ui& ui = hands.ui;
    Rect words = inner.cut_bottom(20);
    inner.cut_bottom(4);
    draw_power(hands, inner, device, false);
    const float name_wide = measure(ui, Type::small_strong, name).x;
    const float state_wide = measure(ui, Type::small, state.word).x + 24;
    if (name_wide + 14 + state_wide <= words.w) {
        text_in(ui, words.cut_left(name_wide + 1), Type::small_strong, Token::ink, name);
        words.cut_left(13);
    }
    status_shape(ui, {words.x + 8, words.centre().y}, 14, state.status);
    words.cut_left(20);
    if (state_wide - 24 <= words.w) text_in(ui, words, Type::small, Token::ink_2, state.word);
}

/// Words beside the picture in a flat card, below it in a tall one.
void draw_inner(Hands& hands, Rect inner, const Card& card, const DeviceState& state) {
    const std::string& name = device_label(hands.world.layout(), card.device, hands.reader);
    if (hands.world.layout().device(card.device).device_class == DeviceClass::power) {
        return draw_power_card(hands, inner, card.device, name, state);
    }
    const Words words{name, state};
    Ui& ui = hands.ui;
    const bool tall = inner.w <= inner.h * 1.15F;
    for (const Type type : {Type::small_strong, Type::label}) {
        if (tall) {
            constexpr float least_picture = 26;
            if (!words_fit(ui, words, inner.w, inner.h - least_picture, type)) continue;
            const Rect below = inner.cut_bottom(words_high(ui, words, inner.w, type));
            inner.cut_bottom(6);
            draw_picture(hands, inner, card.device, false);
            return draw_words(ui, below, words, type);
        }
        const float most = inner.w - 34;
        float wide = std::min(most, 80.0F);
        wide = std::min(most, std::max(wide, std::min(inner.w * 0.55F, 150.0F)));
        while (wide < most && !words_fit(ui, words, wide, inner.h, type)) {
            wide = std::min(most, wide + 8);
        }
        if (!words_fit(ui, words, wide, inner.h, type)) continue;
        const Rect beside = inner.cut_right(wide);
        inner.cut_right(8);
        draw_picture(hands, inner, card.device, false);
        return draw_words(ui, beside, words, type);
    }
    // Words tell more than a picture.
    for (const Type type : {Type::small_strong, Type::label}) {
        if (words_fit(ui, words, inner.w, inner.h, type)) {
            return draw_words(ui, inner, words, type);
        }
    }
    if (!state.word.empty()) {
        status_shape(ui, {card.at.right() - 10, card.at.y + 10}, 13, state.status);
    }
    const float room = inner.w - 12;
    const Point size = measure(ui, Type::label, name, room);
    if (whole_words(ui, Type::label, name, room) && size.y <= inner.h) {
        paragraph(ui, {inner.x, inner.centre().y - size.y / 2, room, 0}, Type::label, Token::ink,
                  name);
        return;
    }
    draw_picture(hands, inner, card.device, true);
}

}  // namespace

const Rect* Room::card(DeviceId device) const {
    for (const Card& one : cards) {
        if (one.device == device) return &one.at;
    }
    return nullptr;
}

Rect Room::share(float x, float y, float w, float h) const {
    return {floor.x + floor.w * x / 1000, floor.y + floor.h * y / 1000, floor.w * w / 1000,
            floor.h * h / 1000};
}

void open_device(Hands& hands, DeviceId device) {
    hands.state.device = device;
    hands.state.face = "front";
    hands.state.list_open = false;
    hands.result.opened = true;
}

void draw_device_mark(Hands& hands, const Rect& rect, DeviceId device) {
    draw_picture(hands, rect, device, true);
}

Room room_in(const World& world, const Rect& rect) {
    Room room;
    room.small = rect.w < 480 || rect.h < 300;
    room.floor = rect.inset(room.small ? 4 : wall);
    const Layout& layout = world.layout();
    for (std::size_t i = 0; i < layout.devices.size(); ++i) {
        const Rect zone = zone_of(layout, layout.devices[i]);
        int index = 0;
        int count = 0;
        for (std::size_t j = 0; j < layout.devices.size(); ++j) {
            if (!same_zone(zone_of(layout, layout.devices[j]), zone)) continue;
            if (j < i) ++index;
            ++count;
        }
        const Rect whole = room.share(zone.x, zone.y, zone.w, zone.h);
        room.cards.push_back({static_cast<DeviceId>(i), nth(whole, index, count, 8)});
    }
    return room;
}

void draw_card(Hands& hands, const Room& room, const Card& card) {
    Ui& ui = hands.ui;
    const DeviceState state = device_state(hands.world, card.device, hands.reader);
    Response response;
    if (hands.interactive) {
        const engine::Translator& _ = hands.translate();
        Item item;
        item.name = hands.prefix + ".device." + hands.world.layout().device(card.device).name;
        item.label = device_label(hands.world.layout(), card.device, hands.reader);
        item.help = item.label + "\n" + std::string(_("Click: open it large"));
        item.value = state.word;
        item.rect = card.at;
        response = act(ui, std::move(item));
    }
    if (!room.small) shadow(ui, card.at);
    fill(ui, card.at, Token::paper, room.small ? 4 : card_radius);
    const PartId target = hands.state.target;
    const bool meant = hands.interactive && target != no_part &&
                       hands.world.layout()[target].device == card.device;
    const bool marked = response.hovered || meant;
    outline(ui, card.at, marked ? Ink(Token::focus) : Ink(Token::line),
            room.small ? 4 : card_radius, marked ? 3 : ui.theme.border);
    Rect inner = card.at.inset(room.small ? 3 : 8);
    if (room.small) {
        draw_picture(hands, inner, card.device, true);
        if (!state.word.empty()) {
            status_shape(ui, {card.at.right() - 7, card.at.y + 7}, 11, state.status);
        }
    } else {
        draw_inner(hands, inner, card, state);
    }
    if (response.clicked) open_device(hands, card.device);
}

void draw_room_leads(Hands& hands, const Room& room) {
    const Layout& layout = hands.world.layout();
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const auto plug = static_cast<PartId>(i);
        if (layout.parts[i].kind != PartKind::plug) continue;
        const PartId in = hands.world.part(plug).in;
        if (in == no_part) continue;
        // From the socket to where the lead comes from: its other end, or its own device.
        const PartId other = layout.parts[i].other_end;
        const DeviceId to = layout[in].device;
        DeviceId from = layout.parts[i].device;
        if (other != no_part) {
            from = plugged_into(hands.world, other);
            if (from == no_device || plug < other) {
                if (from == no_device) continue;
            } else {
                continue;
            }
        }
        if (from == to) continue;
        const Rect* a = room.card(from);
        const Rect* b = room.card(to);
        if (a == nullptr || b == nullptr) continue;
        const Hands::Spot* socket = hands.find(in);
        const float x = socket != nullptr ? socket->rect.centre().x : b->centre().x;
        // Out of the edge that looks towards the other card, into the other's.
        const bool below = b->y >= a->bottom() - 1;
        const Point start{a->x + a->w * 0.3F + static_cast<float>(i % 5) * 6,
                          below ? a->bottom() : a->y};
        const Point end{x, below ? b->y : b->bottom()};
        const float width = room.small ? 1.5F : 3.0F;
        const Colour colour = lead_colour(hands.world, plug);
        draw_floor_lead(hands.ui, start, end, colour, width);
        if (socket != nullptr) line(hands.ui, end, socket->rect.centre(), colour, width);
    }
}

void draw_room(Hands& hands, const Rect& rect) {
    const Room room = room_in(hands.world, rect);
    const bool worked = hands.interactive || hands.state.covered;
    if (room.small && worked) return draw_room_list(hands, rect);
    push_clip(hands.ui, rect);
    draw_floor(hands, room);
    const auto outlets = [&](const Card& card) {
        return hands.world.layout().device(card.device).device_class == DeviceClass::power;
    };
    // Leads end in the outlets and lie on the floor under everything else.
    for (const Card& card : room.cards) {
        if (outlets(card)) draw_card(hands, room, card);
    }
    draw_room_leads(hands, room);
    draw_people(hands, room);
    for (const Card& card : room.cards) {
        if (!outlets(card)) draw_card(hands, room, card);
    }
    pop_clip(hands.ui);
}

}  // namespace sim::seats
