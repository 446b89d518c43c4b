#include <algorithm>
#include <utility>

#include "engine/view/draw.h"
#include "engine/view/icons.h"
#include "engine/view/ui.h"

namespace engine::view {

namespace {

constexpr float row = 36;
constexpr float pad = 8;

float width_of(const Ui& ui, std::string_view title, const std::vector<MenuEntry>& entries) {
    float width = title.empty() ? 160 : measure(ui, Type::small_strong, title).x + 32;
    for (const MenuEntry& entry : entries) {
        float own = measure(ui, Type::body, entry.label).x + 64;
        if (!entry.key.empty()) own += measure(ui, Type::label, entry.key).x + 24;
        width = std::max(width, own);
    }
    return std::min(width, ui.screen.w - 16);
}

float height_of(const Ui& ui, const MenuEntry& entry, float width) {
    float height = std::max(row, measure(ui, Type::body, entry.label, width - 56).y + 14);
    if (!entry.enabled && !entry.help.empty()) {
        height += measure(ui, Type::small, entry.help, width - 56).y;
    }
    return height;
}

void draw_entry(Ui& ui, const std::string& menu, const MenuEntry& entry, const Rect& rect,
                int index) {
    Item item;
    item.name = menu + "." + entry.name;
    item.label = entry.label;
    item.help = entry.enabled ? entry.help : std::string();
    item.value = entry.enabled ? std::string() : entry.help;
    item.role = Role::option;
    item.rect = rect;
    item.enabled = entry.enabled;
    item.selected = entry.selected;
    const Response response = act(ui, item);
    if (response.hovered && entry.enabled) fill(ui, rect, Token::action_soft, 6);
    if (entry.selected) {
        icon(ui, {rect.x + 4, rect.y, 24, row}, icons::check, Token::action, Type::small);
    }
    const Token ink = entry.enabled ? Token::ink : Token::ink_3;
    float right = 12;
    if (!entry.key.empty()) {
        const float w = measure(ui, Type::label, entry.key).x;
        text(ui, {rect.right() - w - 12, rect.y + 10}, Type::label, Token::ink_3, entry.key);
        right += w + 12;
    }
    const float used = paragraph(ui, {rect.x + 32, rect.y + 7, rect.w - 32 - right, 0}, Type::body,
                                 ink, entry.label);
    if (!entry.enabled && !entry.help.empty()) {
        paragraph(ui, {rect.x + 32, rect.y + 7 + used, rect.w - 44, 0}, Type::small, Token::ink_3,
                  entry.help);
    }
    if (response.clicked) {
        ui.state.chosen = index;
        wake_in(ui, 0);
    }
}

void draw_menu(Ui& ui, const std::string& name, Rect anchor, const std::string& title,
               const std::vector<MenuEntry>& entries) {
    push_layer(ui);
    const float width = std::max(width_of(ui, title, entries), std::min(anchor.w, 320.0F));
    float height = 2 * pad + (title.empty() ? 0.0F : 28.0F);
    for (const MenuEntry& entry : entries) height += height_of(ui, entry, width);
    const float most = ui.screen.h - 16;
    Rect box{anchor.x, anchor.bottom() + 4, width, std::min(height, most)};
    if (box.bottom() > ui.screen.bottom() - 8) box.y = anchor.y - 4 - box.h;
    box.y = std::clamp(box.y, 8.0F, std::max(8.0F, ui.screen.bottom() - 8 - box.h));
    box.x = std::clamp(box.x, 8.0F, std::max(8.0F, ui.screen.right() - 8 - box.w));
    // What lies beside it only closes it.
    Item beside;
    beside.name = name + ".beside";
    beside.role = Role::area;
    beside.rect = ui.screen;
    const bool away = act(ui, beside).pressed;
    shadow(ui, box);
    fill(ui, box, Token::paper, 8);
    outline(ui, box, Token::line_strong, 8, ui.theme.border);
    Rect inner = box.inset(pad);
    if (!title.empty()) {
        text(ui, {inner.x + 8, inner.y + 2}, Type::small_strong, Token::ink_3, title);
        inner.cut_top(28);
    }
    Rect content = begin_scroll(ui, name + ".list", inner);
    float y = content.y;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const float h = height_of(ui, entries[i], width);
        draw_entry(ui, name, entries[i], {content.x, y, content.w, h}, static_cast<int>(i));
        y += h;
    }
    end_scroll(ui, y - content.y);
    if (away || ui.input.take({Key::escape})) close_menu(ui);
    pop_layer(ui);
}

}  // namespace

void open_menu(Ui& ui, std::string_view name) {
    ui.state.menu = name;
    ui.state.chosen.reset();
    wake_in(ui, 0);
}

bool menu_open(const Ui& ui, std::string_view name) {
    return ui.state.menu == name;
}

void close_menu(Ui& ui) {
    ui.state.menu.clear();
    ui.state.chosen.reset();
    wake_in(ui, 0);
}

std::optional<int> menu(Ui& ui, std::string_view name, Rect anchor, std::string_view title,
                        std::vector<MenuEntry> entries) {
    if (!menu_open(ui, name)) return {};
    if (const auto chosen = std::exchange(ui.state.chosen, {})) {
        close_menu(ui);
        return chosen;
    }
    ui.later.push_back([name = std::string(name), anchor, title = std::string(title),
                        entries = std::move(entries)](Ui& later) {
        draw_menu(later, name, anchor, title, entries);
    });
    return {};
}

}  // namespace engine::view
