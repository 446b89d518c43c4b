#include "engine/view/ui.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/view/draw.h"
#include "engine/view/focus.h"

namespace engine::view {

namespace {

bool keys_belong_to_focus(const Ui& ui, const KeyPress& press) {
    if (press.shift || press.control || press.alt) return false;
    if (press.key != Key::enter && press.key != Key::space) return false;
    if (!ui.state.ring) return false;
    const Item* focused = ui.state.last.find(ui.state.focus);
    return focused != nullptr;
}

void find_hot(Ui& ui) {
    const Item* at = ui.input.mouse_inside ? ui.state.last.at(ui.input.mouse) : nullptr;
    std::string hot = at == nullptr ? std::string() : at->name;
    if (hot != ui.state.hot) {
        ui.state.hot = std::move(hot);
        ui.state.hot_since = ui.time;
    }
}

/// Keys that a text field needs are not for anyone else.
void keep_for_field(Ui& ui) {
    if (ui.state.field.empty() || ui.state.field != ui.state.focus) return;
    std::erase_if(ui.input.keys, [](const KeyPress& press) {
        const bool passes = press.key == Key::tab || press.key == Key::escape ||
                            press.key == Key::enter || press.key >= Key::f1;
        return !passes;
    });
}

/// Seen part of a rectangle under the clips.
Rect seen(const Ui& ui, const Rect& rect) {
    return ui.clips.empty() ? rect : common(rect, ui.clips.back());
}

void reveal(Ui& ui, const Rect& rect) {
    if (ui.regions.empty()) return;
    const Ui::Region& region = ui.regions.back();
    float& offset = ui.state.scrolls[region.name];
    constexpr float edge = 8;
    if (rect.y < region.view.y + edge) {
        offset -= region.view.y + edge - rect.y;
    } else if (rect.bottom() > region.view.bottom() - edge) {
        offset += std::min(rect.bottom() - region.view.bottom() + edge, rect.y - region.view.y);
    }
    wake_in(ui, 0);
}

}  // namespace

Response act(Ui& ui, Item item) {
    Ui::State& state = ui.state;
    item.layer = ui.layers.empty() ? 0 : ui.layers.back();
    const Rect whole = item.rect;
    item.rect = seen(ui, whole);
    item.visible = !item.rect.empty();

    Response response;
    response.hovered = state.hot == item.name && item.visible;
    if (response.hovered && (ui.input.pressed[0] || ui.input.pressed[1])) {
        if (item.role != Role::area) state.focus = item.name;
        state.ring = false;
        if (ui.input.pressed[0]) state.active = item.name;
        response.pressed = ui.input.pressed[0];
        response.doubled = ui.input.double_click;
    }
    const bool mine = state.active == item.name;
    response.held = mine && ui.input.down[0];
    response.clicked = mine && ui.input.released[0] && response.hovered && item.enabled;
    response.menu = response.hovered && ui.input.pressed[1];
    response.focused = state.focus == item.name;
    response.ringed = response.focused && state.ring;
    if (response.focused) {
        if (state.ring && item.role != Role::field && item.layer >= state_top(ui)) {
            const bool go = ui.input.take({Key::enter}) || ui.input.take({Key::space});
            response.by_keyboard = go && item.enabled;
            response.clicked = response.clicked || response.by_keyboard;
        }
        if (ui.input.take({Key::menu}) || ui.input.take({Key::f10, true})) response.menu = true;
        if (state.reveal) {
            reveal(ui, whole);
            state.reveal = false;
        }
    }
    item.focused = response.focused;
    item.hovered = response.hovered;
    ui.items.items.push_back(std::move(item));
    return response;
}

bool shortcut(Ui& ui, const KeyPress& press) {
    if (keys_belong_to_focus(ui, press)) return false;
    // A menu closes before what it belongs to.
    if (press.key == Key::escape && !ui.state.menu.empty()) return false;
    return ui.input.take(press);
}

void focus(Ui& ui, std::string_view name) {
    ui.state.focus = name;
    ui.state.reveal = true;
    wake_in(ui, 0);
}

void lead_focus(Ui& ui, std::string_view name) {
    ui.lead = name;
}

void wake_in(Ui& ui, double seconds) {
    ui.wake = std::min(ui.wake, std::max(0.0, seconds));
}

void push_layer(Ui& ui) {
    const int layer = ui.layers.empty() ? 1 : ui.layers.back() + 1;
    ui.layers.push_back(layer);
    ui.top_layer = std::max(ui.top_layer, layer);
}

void pop_layer(Ui& ui) {
    ui.layers.pop_back();
}

void push_clip(Ui& ui, Rect rect) {
    const Rect inner = ui.clips.empty() ? rect : common(rect, ui.clips.back());
    ui.clips.push_back(inner);
    if (ui.list != nullptr) {
        const Rect px = pixels(ui, inner);
        ui.list->PushClipRect({px.x, px.y}, {px.right(), px.bottom()}, false);
    }
}

void pop_clip(Ui& ui) {
    ui.clips.pop_back();
    if (ui.list != nullptr) ui.list->PopClipRect();
}

void begin_frame(Ui& ui, const Input& input) {
    ui.lead.clear();
    ui.spared = {};
    ui.input = input;
    ui.items.screen.clear();
    ui.items.items.clear();
    ui.items.cut.clear();
    ui.regions.clear();
    ui.clips.clear();
    ui.layers.clear();
    ui.later.clear();
    ui.spaces.clear();
    ui.state.panels = std::exchange(ui.panels, {});
    ui.top_layer = 0;
    ui.wake = 1e9;
    if (input.mouse_moved || input.pressed[0]) {
        if (input.pressed[0]) ui.state.ring = false;
    }
    find_hot(ui);
    keep_for_field(ui);
}

void end_frame(Ui& ui) {
    // What is drawn later may itself ask for something later.
    for (std::size_t i = 0; i < ui.later.size(); ++i) {
        const std::function<void(Ui&)> draw = ui.later[i];
        draw(ui);
    }
    return_focus(ui);
    move_focus(ui);
    draw_focus_ring(ui);
    draw_tip(ui);
    if (!ui.input.down[0]) ui.state.active.clear();
    if (ui.state.chosen) wake_in(ui, 0);
    // What has moved is found under a resting mouse in the next frame.
    const Item* at = ui.input.mouse_inside ? ui.items.at(ui.input.mouse) : nullptr;
    if ((at == nullptr ? std::string() : at->name) != ui.state.hot) wake_in(ui, 0);
    // What a panel no longer hides is shown.
    ui.settled = ui.spaces.empty() || ui.panels == ui.state.panels;
    if (!ui.settled) wake_in(ui, 0);
    // A field that is gone is not typed into any more, and takes the focus anew when it comes back.
    if (ui.items.find(ui.state.field) == nullptr) ui.state.field.clear();
    std::swap(ui.state.last, ui.items);
}

}  // namespace engine::view
