#include <algorithm>

#include "engine/view/draw.h"
#include "engine/view/focus.h"
#include "engine/view/ui.h"

namespace engine::view {

namespace {

constexpr float bar_width = 8;
constexpr float notch = 48;  ///< of the wheel

float& kept(std::map<std::string, float, std::less<>>& map, std::string_view name) {
    const auto found = map.find(name);
    return found != map.end() ? found->second : map.emplace(std::string(name), 0.0F).first->second;
}

/// Whether the mouse is over the area and nothing else takes the wheel.
bool pointed(const Ui& ui, const Rect& area) {
    if (!ui.input.mouse_inside ||
        !common(area, ui.clips.empty() ? area : ui.clips.back()).contains(ui.input.mouse)) {
        return false;
    }
    const Item* top = ui.state.last.at(ui.input.mouse);
    const int layer = ui.layers.empty() ? 0 : ui.layers.back();
    return top == nullptr || top->layer <= layer;
}

/// In what lies above all else: leaves by their keys, lines where an arrow leads nowhere else.
void scroll_by_keys(Ui& ui, const Rect& area, float length, float& offset) {
    const bool typing = !ui.state.field.empty() && ui.state.field == ui.state.focus;
    if (ui.layers.empty() || ui.layers.back() != ui.state.top || typing) return;
    const float before = offset;
    const float page = std::max(notch, area.h - notch);
    if (ui.input.take({Key::page_down})) offset += page;
    if (ui.input.take({Key::page_up})) offset -= page;
    if (ui.input.take({Key::end})) offset = length;
    if (ui.input.take({Key::home})) offset = 0;
    if (!leads_on(ui, {0, 1}) && ui.input.take({Key::down})) offset += notch;
    if (!leads_on(ui, {0, -1}) && ui.input.take({Key::up})) offset -= notch;
    if (offset != before) wake_in(ui, 0);
}

}  // namespace

Rect begin_scroll(Ui& ui, std::string_view name, Rect area) {
    const float length = kept(ui.state.lengths, name);
    float& offset = kept(ui.state.scrolls, name);
    const bool longer = length > area.h + 0.5F;
    if (longer && ui.input.wheel != 0 && pointed(ui, area)) {
        offset -= ui.input.wheel * notch;
        ui.input.wheel = 0;
        wake_in(ui, 0);
    }
    if (longer) scroll_by_keys(ui, area, length, offset);
    offset = std::clamp(offset, 0.0F, std::max(0.0F, length - area.h));
    ui.regions.push_back({std::string(name), area});
    push_clip(ui, area);
    Rect content = area.moved(0, -offset);
    content.h = std::max(area.h, length);
    if (longer) content.w -= bar_width + 4;
    return content;
}

void end_scroll(Ui& ui, float length) {
    const Ui::Region region = ui.regions.back();
    ui.regions.pop_back();
    float& known = kept(ui.state.lengths, region.name);
    if (known != length) wake_in(ui, 0);
    known = length;
    const Rect& area = region.view;
    float& offset = kept(ui.state.scrolls, region.name);
    if (length > area.h + 0.5F) {
        const Rect track{area.right() - bar_width, area.y, bar_width, area.h};
        const float share = area.h / length;
        const float thumb = std::max(24.0F, share * area.h);
        const float most = length - area.h;
        const float free = area.h - thumb;
        Item item;
        item.name = region.name + ".scroll";
        item.role = Role::area;
        item.rect = track;
        const Response response = act(ui, item);
        if (response.held && free > 0) {
            offset = std::clamp((ui.input.mouse.y - area.y - thumb / 2) / free, 0.0F, 1.0F) * most;
            wake_in(ui, 0);
        }
        fill(ui, track, Token::sunken, bar_width / 2);
        const Rect bar{track.x, area.y + free * std::clamp(offset / most, 0.0F, 1.0F), bar_width,
                       thumb};
        fill(ui, bar, response.hovered || response.held ? Token::ink_3 : Token::line_strong,
             bar_width / 2);
    }
    pop_clip(ui);
}

}  // namespace engine::view
