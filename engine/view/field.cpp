#include <imgui.h>
#include <imgui_internal.h>
#include <imgui_stdlib.h>

#include <algorithm>

#include "engine/view/widgets.h"

namespace engine::view {

namespace {

/// The library's own field, without its looks, at a place in pixels.
bool type_into(Ui& ui, const Rect& rect, const std::string& name, std::string& value,
               bool clicked) {
    const Rect px = pixels(ui, rect);
    ImFont* font = ui.fonts[Type::body];
    ImGui::SetCursorScreenPos({px.x, px.y + (px.h - font->FontSize) / 2});
    ImGui::PushFont(font);
    ImGui::PushStyleColor(ImGuiCol_FrameBg, 0);
    ImGui::PushStyleColor(ImGuiCol_Text, packed(ui, Token::ink));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {0, 0});
    ImGui::SetNextItemWidth(px.w);
    const bool wanted = ui.state.focus == name;
    if (wanted && ui.state.field != name) ImGui::SetKeyboardFocusHere();
    const bool changed = ImGui::InputText(("##" + name).c_str(), &value);
    if (wanted) {
        // To the library the edge of a field is no part of it: such a click takes the keys away.
        const bool lost = clicked && !ImGui::IsItemActive();
        ui.state.field = lost ? std::string() : name;
        if (lost) wake_in(ui, 0);
    } else {
        // The library knows nothing of layers: a click on what lies above would reach it as well.
        if (ImGui::IsItemActive()) ImGui::ClearActiveID();
        if (ui.state.field == name) ui.state.field.clear();
    }
    ImGui::PopStyleVar();
    ImGui::PopStyleColor(2);
    ImGui::PopFont();
    return changed;
}

}  // namespace

FieldResult field(Ui& ui, const Rect& rect, std::string_view name, std::string_view label,
                  std::string& value, std::string_view placeholder, const char* symbol) {
    Item item;
    item.name = name;
    item.label = label;
    item.value = value;
    item.role = Role::field;
    item.rect = rect;
    const Response response = act(ui, item);
    if (response.clicked) {
        // Who types wants to see what is typed.
        ui.state.reveal = true;
        wake_in(ui, 0);
    }
    fill(ui, rect, Token::paper, 8);
    outline(ui, rect, response.focused ? Token::action : Token::line_strong, 8,
            response.focused ? std::max(2.0F, ui.theme.border) : ui.theme.border);
    Rect inner = rect.inset(12, 2);
    if (symbol != nullptr) {
        icon(ui, inner.cut_left(18), symbol, Token::ink_3, Type::body);
        inner.cut_left(8);
    }
    if (value.empty()) {
        push_clip(ui, inner);
        text_in(ui, inner, Type::body, Token::ink_3, placeholder);
        pop_clip(ui);
    }
    FieldResult result;
    push_clip(ui, inner);
    result.changed = type_into(ui, inner, item.name, value, response.clicked);
    pop_clip(ui);
    result.submitted = response.focused && ui.input.take({Key::enter});
    if (response.focused) wake_in(ui, 0.5);
    return result;
}

std::optional<int> choice(Ui& ui, const Rect& rect, std::string_view name, std::string_view label,
                          std::span<const Segment> choices, int selected) {
    Item item;
    item.name = name;
    item.label = label;
    item.role = Role::field;
    item.rect = rect;
    const bool known = selected >= 0 && selected < static_cast<int>(choices.size());
    const std::string shown =
        known ? choices[static_cast<std::size_t>(selected)].label : std::string();
    item.value = shown;
    item.role = Role::option;
    const Response response = act(ui, item);
    fill(ui, rect, response.hovered ? Token::sunken : Token::paper, 8);
    outline(ui, rect, Token::line_strong, 8, ui.theme.border);
    text_in(ui, {rect.x + 12, rect.y, rect.w - 44, rect.h}, Type::body,
            known ? Token::ink : Token::ink_3, known ? std::string_view(shown) : label);
    icon(ui, {rect.right() - 30, rect.y, 20, rect.h}, icons::down, Token::ink_2);
    const std::string opened = std::string(name) + ".list";
    if (response.clicked) open_menu(ui, opened);
    std::vector<MenuEntry> entries;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        MenuEntry entry;
        entry.name = choices[i].name;
        entry.label = choices[i].label;
        entry.help = choices[i].help;
        entry.enabled = choices[i].enabled;
        entry.selected = static_cast<int>(i) == selected;
        entries.push_back(std::move(entry));
    }
    return menu(ui, opened, rect, "", std::move(entries));
}

std::optional<float> drag(Ui& ui, const Rect& rect, std::string_view name, std::string_view label,
                          float value, float step) {
    Item item;
    item.name = name;
    item.label = label;
    item.role = Role::slider;
    item.rect = rect;
    item.value = std::to_string(value);
    const Response response = act(ui, item);
    std::optional<float> moved;
    if (response.held && rect.w > 0 && (ui.input.mouse_moved || response.pressed)) {
        moved = std::clamp((ui.input.mouse.x - rect.x) / rect.w, 0.0F, 1.0F);
    }
    if (response.ringed) {
        if (ui.input.take({Key::left})) moved = std::max(0.0F, value - step);
        if (ui.input.take({Key::right})) moved = std::min(1.0F, value + step);
        if (ui.input.take({Key::home})) moved = 0.0F;
        if (ui.input.take({Key::end})) moved = 1.0F;
    }
    return moved;
}

}  // namespace engine::view
