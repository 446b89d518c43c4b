#include <algorithm>

#include "sim/seats/station/plan_room.h"
#include "sim/seats/station/plan_shapes.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr float picture = 52;
constexpr float gap = 6;

/// Name above, small words below, beside a picture; returns the height.
float row_height(const Hands& hands, const std::string& name, const std::string& words, float w) {
    const float room = w - picture - 24;
    float high = measure(hands.ui, Type::body_strong, name, room).y;
    if (!words.empty()) high += std::max(18.0F, measure(hands.ui, Type::small, words, room - 20).y);
    return std::max(picture, high + 16);
}

void draw_device_row(Hands& hands, const Rect& rect, DeviceId device) {
    Ui& ui = hands.ui;
    const DeviceState state = device_state(hands.world, device, hands.reader);
    const std::string& name = device_label(hands.world.layout(), device, hands.reader);
    const bool meant =
        hands.state.target != no_part && hands.world.layout()[hands.state.target].device == device;
    fill(ui, rect, Token::paper, 6);
    const Response response =
        row(ui, rect, hands.prefix + ".device." + hands.world.layout().device(device).name, name,
            meant);
    draw_device_mark(hands, Rect{rect.x + 8, rect.y + 4, picture - 8, rect.h - 8}, device);
    Rect words{rect.x + picture + 12, rect.y + 8, rect.w - picture - 24, rect.h - 16};
    const float high = measure(ui, Type::body_strong, name, words.w).y;
    paragraph(ui, words.cut_top(high), Type::body_strong, Token::ink, name);
    if (!state.word.empty()) {
        status_shape(ui, {words.x + 8, words.y + 9}, 14, state.status);
        paragraph(ui, {words.x + 20, words.y, words.w - 20, 0}, Type::small, Token::ink_2,
                  state.word);
    }
    if (response.clicked) open_device(hands, device);
}

/// People, booths and the entrance: what the large picture shows without a card.
std::vector<PartId> loose_in_room(const Layout& layout) {
    std::vector<PartId> parts;
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const PartSpec& spec = layout.parts[i];
        const bool place = spec.kind == PartKind::person && spec.name != "commission";
        if (place || spec.name == "entrance_door") parts.push_back(static_cast<PartId>(i));
    }
    return parts;
}

VoterId who_is_at(const World& world, PartId person) {
    const std::string& name = world.layout()[person].name;
    if (name == "desk.voter") return world.hall.at_list;
    if (name == "scanner.voter") return world.hall.at_scanner;
    const DeviceId device = world.layout()[person].device;
    if (device == no_device) return no_voter;
    const DeviceSpec& spec = world.layout().device(device);
    const auto number = static_cast<std::size_t>(spec.number);
    const bool terminal = spec.device_class == DeviceClass::terminal && number < terminals_most;
    return terminal ? world.hall.at_terminal[number] : no_voter;
}

std::string words_of(const Hands& hands, PartId part) {
    const engine::Translator& _ = hands.translate();
    const World& world = hands.world;
    if (world.layout()[part].kind != PartKind::person)
        return state_words(world, part, hands.reader);
    if (world.layout()[part].name == "queue") {
        return std::to_string(world.hall.desk_queue.size());
    }
    return std::string(who_is_at(world, part) == no_voter ? _("nobody") : _("somebody is there"));
}

void draw_part_row(Hands& hands, const Rect& rect, PartId part, const std::string& below) {
    Ui& ui = hands.ui;
    const Response response = part_item(hands, part, rect, rect, "part", engine::view::Role::row);
    fill(ui, rect, response.hovered ? Token::sunken : Token::paper, 6);
    const Rect at{rect.x + 8, rect.y + 4, picture - 8, rect.h - 8};
    const VoterId who = who_is_at(hands.world, part);
    const Brush brush{ui, hands.world, hands.reader, true};
    if (hands.world.layout()[part].kind == PartKind::door) {
        draw_part(brush, part, centred(at, at.w * 0.5F, at.h));
    } else if (who != no_voter) {
        draw_figure(ui, {at.centre().x, at.bottom()}, at.h, who);
    } else {
        icon(ui, at, icons::person, Token::ink_3, Type::title);
    }
    Rect words{rect.x + picture + 12, rect.y + 8, rect.w - picture - 24, rect.h - 16};
    const std::string& name = label_of(hands.world.layout(), part, hands.reader);
    const float high = measure(ui, Type::body_strong, name, words.w).y;
    paragraph(ui, words.cut_top(high), Type::body_strong, Token::ink, name);
    paragraph(ui, {words.x, words.y, words.w, 0}, Type::small, Token::ink_2, below);
}

}  // namespace

void draw_room_list(Hands& hands, const Rect& rect) {
    const Layout& layout = hands.world.layout();
    const Rect content = begin_scroll(hands.ui, hands.prefix + ".room", rect);
    float y = content.y;
    for (std::size_t i = 0; i < layout.devices.size(); ++i) {
        const auto device = static_cast<DeviceId>(i);
        const float high =
            row_height(hands, device_label(layout, device, hands.reader),
                       device_state(hands.world, device, hands.reader).word, content.w);
        draw_device_row(hands, {content.x, y, content.w, high}, device);
        y += high + gap;
    }
    for (const PartId part : loose_in_room(layout)) {
        const std::string below = words_of(hands, part);
        const float high =
            row_height(hands, label_of(layout, part, hands.reader), below, content.w);
        draw_part_row(hands, {content.x, y, content.w, high}, part, below);
        y += high + gap;
    }
    end_scroll(hands.ui, y - content.y);
}

}  // namespace sim::seats
