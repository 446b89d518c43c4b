#include "engine/view/widgets.h"

#include <algorithm>

namespace engine::view {

namespace {

struct Coat {
    Ink ground;
    Ink border;
    Ink ink;
    bool filled;
    bool bordered;
};

Coat coat(const Ui& ui, const Button& button, const Response& response) {
    if (!button.enabled) {
        return {Token::sunken, Token::line, Token::ink_3, button.look != Look::quiet,
                button.look != Look::quiet};
    }
    const bool down = response.held && response.hovered;
    switch (button.look) {
        case Look::primary:
            return {down               ? Token::action_press
                    : response.hovered ? Token::action_hover
                                       : Token::action,
                    Token::action, Token::on_action, true, false};
        case Look::band:
            return {response.hovered ? Colour{47, 76, 105} : ui.theme[Token::band_2], Token::band_2,
                    Token::on_band, true, false};
        case Look::quiet:
            return {down ? Token::sunken : Token::action_soft, Token::line, Token::action,
                    response.hovered || button.selected, false};
        case Look::danger:
            return {response.hovered ? Token::fault_soft : Token::paper, Token::fault, Token::fault,
                    true, true};
        case Look::plain:
            break;
    }
    if (button.selected) return {Token::action_soft, Token::action, Token::ink, true, true};
    return {down               ? Token::line
            : response.hovered ? Token::sunken
                               : Token::paper,
            Token::line_strong, Token::ink, true, true};
}

float icon_room(const Button& button) {
    return button.icon != nullptr ? 26 : 0;
}

float key_room(const Ui& ui, const Button& button) {
    if (!button.show_key) return 0;
    return measure(ui, Type::label, name_of(button.key)).x + 22;
}

Item item_of(const Button& button, const Rect& rect) {
    Item item;
    item.name = button.name;
    item.label = button.label;
    item.help = button.help;
    item.value = button.key.key == Key::none ? std::string() : name_of(button.key);
    item.role = button.role;
    item.rect = rect;
    item.enabled = button.enabled;
    item.selected = button.selected;
    return item;
}

Item item_of(std::string_view name, const Segment& choice, const Rect& rect, bool selected) {
    Item item;
    item.name = std::string(name) + "." + choice.name;
    item.label = choice.label;
    item.help = choice.help;
    item.role = Role::tab;
    item.rect = rect;
    item.enabled = choice.enabled;
    item.selected = selected;
    return item;
}

}  // namespace

float width_of(const Ui& ui, const Button& button) {
    const float words = button.label.empty() ? 0 : measure(ui, Type::body_strong, button.label).x;
    const float side = button.label.empty() ? 10 : 16;
    return words + icon_room(button) + key_room(ui, button) + 2 * side;
}

float height_of(const Ui& ui, const Button& button, float width) {
    const float room = width - 32 - icon_room(button) - key_room(ui, button);
    return std::max(40.0F, measure(ui, Type::body_strong, button.label, room).y + 18);
}

bool button(Ui& ui, const Rect& rect, const Button& button) {
    const Response response = act(ui, item_of(button, rect));
    const bool by_key = button.key.key != Key::none && button.enabled && shortcut(ui, button.key);
    const Coat look = coat(ui, button, response);
    if (look.filled) fill(ui, rect, look.ground, 8);
    if (look.bordered) outline(ui, rect, look.border, 8, ui.theme.border);
    const float icons_wide = icon_room(button);
    const float keys_wide = key_room(ui, button);
    const float side = button.label.empty() ? 0 : std::min(16.0F, rect.w / 8);
    // Half a unit more: what a width was made for must not break for a rounding. Rather than break,
    // a label also takes from the space beside it.
    const float inside = rect.w - icons_wide - keys_wide;
    const float whole = measure(ui, Type::body_strong, button.label).x;
    const float room = std::max(inside - 2 * side + 0.5F, std::min(whole + 1, inside - 12));
    const Point size = measure(ui, Type::body_strong, button.label, std::max(room, 20.0F));
    float x = rect.x + (rect.w - icons_wide - size.x - keys_wide) / 2;
    if (button.icon != nullptr) {
        const float w = button.label.empty() ? rect.w : 20;
        icon(ui, {button.label.empty() ? rect.x : x, rect.y, w, rect.h}, button.icon, look.ink);
        x += icons_wide;
    }
    if (!button.label.empty()) {
        const float h = std::min(size.y, rect.h);
        paragraph(ui, {x, rect.y + (rect.h - size.y) / 2, size.x + 1, h}, Type::body_strong,
                  look.ink, button.label, Align::centre);
        x += size.x + 10;
    }
    if (button.show_key) {
        const std::string name = name_of(button.key);
        const float w = measure(ui, Type::label, name).x + 12;
        const Rect cap{x, rect.centre().y - 10, w, 20};
        outline(ui, cap, look.ink, 4, 1);
        text_in(ui, cap, Type::label, look.ink, name, Align::centre);
    }
    return response.clicked || by_key;
}

float key_cap(Ui& ui, Point at, std::string_view name) {
    const float w = measure(ui, Type::label, name).x + 12;
    const Rect cap{at.x, at.y, w, 20};
    fill(ui, cap, Token::paper, 4);
    outline(ui, cap, Token::line_strong, 4, 1);
    text_in(ui, cap, Type::label, Token::ink_2, name, Align::centre);
    return w;
}

float chip_width(const Ui& ui, std::string_view label, int count) {
    return measure(ui, Type::small_strong, label).x +
           measure(ui, Type::small, std::to_string(count)).x + 34;
}

bool chip(Ui& ui, const Rect& rect, std::string_view name, std::string_view label, int count,
          bool selected) {
    Item item;
    item.name = name;
    item.label = label;
    item.role = Role::tab;
    item.rect = rect;
    item.selected = selected;
    const Response response = act(ui, item);
    const float radius = rect.h / 2;
    const Token ground = selected ? Token::band : response.hovered ? Token::sunken : Token::paper;
    fill(ui, rect, ground, radius);
    if (!selected) outline(ui, rect, Token::line_strong, radius, ui.theme.border);
    const float w = text_in(ui, {rect.x + 14, rect.y, rect.w - 28, rect.h}, Type::small_strong,
                            selected ? Token::on_band : Token::ink, label);
    text_in(ui, {rect.x + 20 + w, rect.y, rect.w - 30 - w, rect.h}, Type::small,
            selected ? Token::on_band_2 : Token::ink_3, std::to_string(count));
    return response.clicked;
}

std::optional<int> segments(Ui& ui, const Rect& rect, std::string_view name,
                            std::span<const Segment> choices, int selected) {
    fill(ui, rect, Token::sunken, 8);
    if (ui.theme.plain) outline(ui, rect, Token::line_strong, 8, ui.theme.border);
    std::optional<int> clicked;
    Rect rest = rect.inset(3);
    const float width = rest.w / static_cast<float>(std::max<std::size_t>(1, choices.size()));
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const Rect part = rest.cut_left(width);
        const Item item = item_of(name, choices[i], part, static_cast<int>(i) == selected);
        const Response response = act(ui, item);
        if (item.selected) {
            fill(ui, part, Token::paper, 6);
            outline(ui, part, ui.theme.plain ? Token::ink : Token::line, 6, ui.theme.border);
        } else if (response.hovered) {
            fill(ui, part, Token::line, 6);
        }
        text_in(ui, part, item.selected ? Type::small_strong : Type::small,
                item.enabled ? (item.selected ? Token::ink : Token::ink_2) : Token::ink_3,
                choices[i].label, Align::centre);
        if (response.clicked) clicked = static_cast<int>(i);
    }
    return clicked;
}

std::optional<int> tabs(Ui& ui, const Rect& rect, std::string_view name,
                        std::span<const Segment> choices, int selected) {
    std::optional<int> clicked;
    fill(ui, rect, Token::paper);
    line(ui, {rect.x, rect.bottom() - 0.5F}, {rect.right(), rect.bottom() - 0.5F}, Token::line);
    const float width = rect.w / static_cast<float>(std::max<std::size_t>(1, choices.size()));
    Rect rest = rect;
    // Words that would touch the edges are smaller, all of them alike.
    const bool tight = std::any_of(choices.begin(), choices.end(), [&](const Segment& choice) {
        return measure(ui, Type::small_strong, choice.label).x > width - 12;
    });
    const Type type = tight ? Type::label : Type::small_strong;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const Rect part = rest.cut_left(width);
        const Item item = item_of(name, choices[i], part, static_cast<int>(i) == selected);
        const Response response = act(ui, item);
        if (response.hovered) fill(ui, part, Token::sunken);
        const Point size = measure(ui, type, choices[i].label, part.w - 6);
        paragraph(ui, {part.x + 3, part.y + (part.h - size.y) / 2, part.w - 6, part.h}, type,
                  item.selected ? Token::action : Token::ink_2, choices[i].label, Align::centre);
        if (item.selected) fill(ui, {part.x, part.bottom() - 3, part.w, 3}, Token::action);
        if (response.clicked) clicked = static_cast<int>(i);
    }
    return clicked;
}

bool toggle(Ui& ui, const Rect& rect, std::string_view name, std::string_view label, bool on,
            std::string_view help) {
    Item item;
    item.name = name;
    item.label = label;
    item.help = help;
    item.role = Role::toggle;
    item.rect = rect;
    item.selected = on;
    item.value = on ? "on" : "off";
    const Response response = act(ui, item);
    const Rect track{rect.right() - 40, rect.centre().y - 11, 40, 22};
    fill(ui, track, on ? Token::action : Token::line_strong, 11);
    disc(ui, {on ? track.right() - 11 : track.x + 11, track.centre().y}, 8, Token::paper);
    const float room = rect.w - 52;
    const Point size = measure(ui, Type::body, label, room);
    paragraph(ui, {rect.x, rect.centre().y - size.y / 2, room, rect.h}, Type::body, Token::ink,
              label);
    return response.clicked;
}

float pill_width(const Ui& ui, std::string_view text) {
    return measure(ui, Type::small_strong, text).x + 38;
}

float pill(Ui& ui, Point at, Status status, std::string_view words) {
    const Rect rect{at.x, at.y, pill_width(ui, words), 24};
    fill(ui, rect, soft_of(status), 12);
    if (ui.theme.plain) outline(ui, rect, colour_of(status), 12, 2);
    status_shape(ui, {rect.x + 14, rect.centre().y}, 14, status);
    text_in(ui, {rect.x + 26, rect.y, rect.w - 34, rect.h}, Type::small_strong, colour_of(status),
            words);
    return rect.w;
}

void progress(Ui& ui, const Rect& rect, float share, Token token) {
    fill(ui, rect, Token::sunken, rect.h / 2);
    if (ui.theme.plain) outline(ui, rect, Token::ink, rect.h / 2, 1);
    share = std::clamp(share, 0.0F, 1.0F);
    if (share > 0)
        fill(ui, {rect.x, rect.y, std::max(rect.h, rect.w * share), rect.h}, token, rect.h / 2);
}

void panel(Ui& ui, const Rect& rect, bool floating) {
    if (floating) shadow(ui, rect);
    fill(ui, rect, Token::paper, 8);
    outline(ui, rect, Token::line, 8, ui.theme.border);
    ui.panels.push_back(ui.clips.empty() ? rect : common(rect, ui.clips.back()));
}

void separator(Ui& ui, Point at, float width) {
    fill(ui, {at.x, at.y, width, 1}, Token::line);
}

Response row(Ui& ui, const Rect& rect, std::string_view name, std::string_view label, bool selected,
             std::string_view help, float radius) {
    Item item;
    item.name = name;
    item.label = label;
    item.help = help;
    item.role = Role::row;
    item.rect = rect;
    item.selected = selected;
    const Response response = act(ui, item);
    if (selected) {
        fill(ui, rect, Token::action_soft, radius);
        if (ui.theme.plain) outline(ui, rect, Token::action, radius, 2);
    } else if (response.hovered) {
        fill(ui, rect, Token::sunken, radius);
    }
    return response;
}

float dots(Ui& ui, Point at, int value, int most) {
    for (int i = 0; i < most; ++i) {
        const Point centre{at.x + 4 + 12 * static_cast<float>(i), at.y};
        if (i < value) {
            disc(ui, centre, 4, Token::ink_2);
        } else {
            ring(ui, centre, 3.5F, Token::ink_3, 1);
        }
    }
    return 12 * static_cast<float>(most) - 4;
}

BarResult message_bar(Ui& ui, const Rect& rect, Status status, std::string_view words,
                      const Button* next) {
    const float act_width = next != nullptr ? width_of(ui, *next) + 16 : 0;
    const float room = std::max(40.0F, rect.w - 56 - act_width);
    const Point size = measure(ui, Type::body, words, room);
    BarResult result;
    result.height = std::max(next != nullptr ? 56.0F : 44.0F, size.y + 20);
    const Rect bar{rect.x, rect.y, rect.w, result.height};
    fill(ui, bar, soft_of(status));
    fill(ui, {bar.x, bar.bottom() - 2, bar.w, 2}, colour_of(status));
    status_shape(ui, {bar.x + 26, bar.centre().y}, 20, status);
    paragraph(ui, {bar.x + 46, bar.centre().y - size.y / 2, room, 0}, Type::body, Token::ink,
              words);
    if (next != nullptr) {
        const float w = width_of(ui, *next);
        result.acted = button(ui, {bar.right() - w - 16, bar.centre().y - 20, w, 40}, *next);
    }
    return result;
}

bool empty_state(Ui& ui, const Rect& rect, Status status, std::string_view sentence,
                 const Button* next) {
    const float width = std::max(60.0F, std::min(rect.w - 32, 420.0F));
    const Point size = measure(ui, Type::body, sentence, width);
    constexpr float shape = 48;
    const float telling = size.y + (next != nullptr ? 56.0F : 0.0F);
    const bool low = rect.h < shape + telling;  // the shape goes first
    float y = rect.y + std::max(low ? 0.0F : 8.0F, (rect.h - telling - (low ? 0 : shape)) / 2);
    if (!low) {
        status_shape(ui, {rect.centre().x, y + 16}, 28, status);
        y += shape;
    }
    paragraph(ui, {rect.centre().x - width / 2, y, width, 0}, Type::body, Token::ink_2, sentence,
              Align::centre);
    if (next == nullptr) return false;
    const float w = std::min(width_of(ui, *next), rect.w - 16);
    return button(ui, {rect.centre().x - w / 2, y + size.y + 16, w, 40}, *next);
}

void well(Ui& ui, const Rect& rect) {
    fill(ui, rect, Token::sunken, 6);
    dashed(ui, rect, Token::line_strong, 6, 1);
}

}  // namespace engine::view
