#include "engine/view/focus.h"

#include <algorithm>
#include <cmath>

#include "engine/view/draw.h"

namespace engine::view {

namespace {

int top_of(const Items& items) {
    int top = 0;
    for (const Item& item : items.items) top = std::max(top, item.layer);
    return top;
}

bool can_focus(const Item& item, int layer) {
    return item.layer == layer && item.role != Role::area;
}

/// The item after (or before) the focused one.
const Item* beside(const Items& items, const std::string& focus, bool back) {
    const int layer = top_of(items);
    std::vector<const Item*> order;
    for (const Item& item : items.items) {
        if (can_focus(item, layer)) order.push_back(&item);
    }
    if (order.empty()) return nullptr;
    const auto at = std::find_if(order.begin(), order.end(),
                                 [&](const Item* item) { return item->name == focus; });
    if (at == order.end()) return back ? order.back() : order.front();
    const auto index = static_cast<std::size_t>(at - order.begin());
    const std::size_t size = order.size();
    return order[back ? (index + size - 1) % size : (index + 1) % size];
}

/// The nearest item in a direction: what lies askew counts double.
const Item* towards(const Items& items, const Item& from, Point direction) {
    const int layer = top_of(items);
    const Item* best = nullptr;
    float best_cost = 0;
    const Point centre = from.rect.centre();
    for (const Item& item : items.items) {
        if (!can_focus(item, layer) || item.name == from.name || !item.visible) continue;
        const float dx = item.rect.centre().x - centre.x;
        const float dy = item.rect.centre().y - centre.y;
        const float ahead = dx * direction.x + dy * direction.y;
        const float askew = std::abs(dx * direction.y) + std::abs(dy * direction.x);
        if (ahead <= 1) continue;
        const float cost = ahead + 2 * askew;
        if (best == nullptr || cost < best_cost) {
            best = &item;
            best_cost = cost;
        }
    }
    return best;
}

void give(Ui& ui, const Item* item) {
    if (item == nullptr) return;
    ui.state.focus = item->name;
    ui.state.ring = true;
    ui.state.reveal = true;
    wake_in(ui, 0);
}

}  // namespace

bool leads_on(const Ui& ui, Point direction) {
    const Item* from = ui.state.last.find(ui.state.focus);
    const bool on_top = from != nullptr && from->layer == top_of(ui.state.last);
    return on_top ? towards(ui.state.last, *from, direction) != nullptr
                  : beside(ui.state.last, "", false) != nullptr;
}

int state_top(const Ui& ui) {
    return top_of(ui.state.last);
}

void return_focus(Ui& ui) {
    Ui::State& state = ui.state;
    const int top = top_of(ui.items);
    const auto on_top = [&](const std::string& name) {
        const Item* item = ui.items.find(name);
        return item != nullptr && can_focus(*item, top);
    };
    state.kept.resize(static_cast<std::size_t>(top) + 1);
    std::string& kept = state.kept.back();
    // Whoever closed it may have given the focus to something that appears in the next frame.
    if (top < state.top && state.focus == state.was && !on_top(state.focus) && on_top(kept)) {
        focus(ui, kept);
    }
    // What opens above all is worked by whoever works with keys; its way out comes last.
    if (top > state.top && state.ring && state.focus == state.was && !on_top(state.focus)) {
        const auto& items = ui.items.items;
        const auto first = std::find_if(items.begin(), items.end(), [&](const Item& item) {
            return can_focus(item, top) && item.enabled && item.visible &&
                   !item.name.ends_with(".close");
        });
        if (first != items.end()) give(ui, &*first);
    }
    if (on_top(state.focus)) kept = state.focus;
    state.top = top;
    state.was = state.focus;
}

void move_focus(Ui& ui) {
    const bool typing = !ui.state.field.empty() && ui.state.field == ui.state.focus;
    const Item* lead = ui.lead.empty() ? nullptr : ui.items.find(ui.lead);
    const bool leads = lead != nullptr && lead->visible && can_focus(*lead, top_of(ui.items)) &&
                       ui.state.led != ui.lead && ui.state.focus != ui.lead;
    if (ui.lead.empty()) ui.state.led.clear();
    if (leads && ui.input.take({Key::tab})) {
        ui.state.led = ui.lead;
        give(ui, lead);
    }
    if (ui.input.take({Key::tab})) give(ui, beside(ui.items, ui.state.focus, false));
    if (ui.input.take({Key::tab, true})) give(ui, beside(ui.items, ui.state.focus, true));
    if (typing) return;
    constexpr std::pair<Key, Point> arrows[] = {
        {Key::left, {-1, 0}}, {Key::right, {1, 0}}, {Key::up, {0, -1}}, {Key::down, {0, 1}}};
    for (const auto& arrow : arrows) {
        if (!ui.input.take({arrow.first})) continue;
        const Item* from = ui.items.find(ui.state.focus);
        if (from == nullptr || from->layer != top_of(ui.items)) {
            give(ui, beside(ui.items, "", false));
        } else {
            give(ui, towards(ui.items, *from, arrow.second));
        }
    }
}

void draw_focus_ring(Ui& ui) {
    if (!ui.state.ring) return;
    const Item* item = ui.items.find(ui.state.focus);
    if (item == nullptr || !item->visible) return;
    const float width = ui.theme.focus;
    outline(ui, item->rect.inset(-width - 1), Token::paper, 11, 2);
    outline(ui, item->rect.inset(-width / 2), Token::focus, 10, width);
}

namespace {

constexpr float widest_tip = 320;

/// A line that ends in "[Space]" tells of a key.
struct TipLine {
    std::string_view words;
    std::string_view key;
    Type type = Type::small;
};

/// Of several lines the first is the name of the thing.
std::vector<TipLine> tip_lines(std::string_view help) {
    std::vector<TipLine> lines;
    while (!help.empty()) {
        const std::size_t end = std::min(help.find('\n'), help.size());
        TipLine line{help.substr(0, end), {}};
        const std::size_t opens = line.words.rfind("  [");
        if (opens != std::string_view::npos && line.words.ends_with(']')) {
            line.key = line.words.substr(opens + 3, line.words.size() - opens - 4);
            line.words = line.words.substr(0, opens);
        }
        lines.push_back(line);
        help.remove_prefix(std::min(end + 1, help.size()));
    }
    if (lines.size() > 1) lines.front().type = Type::small_strong;
    return lines;
}

/// Another side of what it explains, where it would lie over what one is led to.
void keep_off(const Ui& ui, Rect& tip, const Rect& of, const Rect& lead) {
    const Point sides[] = {{tip.x, tip.y},
                           {tip.x, of.y - 8 - tip.h},
                           {of.right() + 8, of.centre().y - tip.h / 2},
                           {of.x - 8 - tip.w, of.centre().y - tip.h / 2},
                           {tip.x, lead.bottom() + 4},
                           {tip.x, lead.y - 4 - tip.h}};
    for (const Point& side : sides) {
        const Rect there{side.x, side.y, tip.w, tip.h};
        const bool inside = there.x >= 4 && there.y >= 4 &&
                            there.right() <= ui.screen.right() - 4 &&
                            there.bottom() <= ui.screen.bottom() - 4;
        if (!inside || !common(there, lead).empty() || !common(there, ui.spared).empty()) continue;
        tip = there;
        return;
    }
}

float key_room(const Ui& ui, const TipLine& line) {
    return line.key.empty() ? 0 : measure(ui, Type::label, line.key).x + 20;
}

Point size_of(const Ui& ui, const std::vector<TipLine>& lines) {
    Point size{0, 0};
    for (const TipLine& line : lines) {
        const float key = key_room(ui, line);
        const Point words = measure(ui, line.type, line.words, widest_tip - key);
        size.x = std::max(size.x, words.x + key);
        size.y += std::max(words.y, line.key.empty() ? 0.0F : 24.0F);
    }
    return size;
}

void draw_lines(Ui& ui, Rect rest, const std::vector<TipLine>& lines) {
    for (const TipLine& line : lines) {
        const float key = key_room(ui, line);
        const float words = measure(ui, line.type, line.words, widest_tip - key).y;
        Rect row = rest.cut_top(std::max(words, line.key.empty() ? 0.0F : 24.0F));
        if (key > 0) {
            const float wide = measure(ui, line.type, line.words, widest_tip - key).x;
            const Rect cap{row.x + wide + 8, row.centre().y - 10, key - 8, 20};
            outline(ui, cap, Token::on_band_2, 4, 1);
            text_in(ui, cap, Type::label, Token::on_band, line.key, Align::centre);
            row.w = wide + 1;
        }
        paragraph(ui, {row.x, row.centre().y - words / 2, row.w, words}, line.type, Token::on_band,
                  line.words);
    }
}

}  // namespace

void draw_tip(Ui& ui) {
    constexpr double delay = 0.25;
    if (!ui.state.menu.empty() || ui.input.down[0]) return;
    const Item* item = ui.items.find(ui.state.hot);
    if (item == nullptr && ui.state.ring) item = ui.items.find(ui.state.focus);
    if (item == nullptr || item->help.empty() || !item->visible) return;
    if (item->hovered && ui.time - ui.state.hot_since < delay) {
        wake_in(ui, delay - (ui.time - ui.state.hot_since) + 0.01);
        return;
    }
    const std::vector<TipLine> lines = tip_lines(item->help);
    const Point size = size_of(ui, lines);
    Rect tip{item->rect.x, item->rect.bottom() + 8, size.x + 24, size.y + 16};
    // At the right it reaches to the left, so as not to lie over the next panel.
    if (item->rect.centre().x > ui.screen.w / 2) tip.x = item->rect.right() - tip.w;
    if (tip.bottom() > ui.screen.bottom() - 4) tip.y = item->rect.y - 8 - tip.h;
    tip.x = std::clamp(tip.x, 4.0F, std::max(4.0F, ui.screen.right() - tip.w - 4));
    tip.y = std::max(tip.y, 4.0F);
    const Item* lead = ui.lead.empty() ? nullptr : ui.items.find(ui.lead);
    if (lead != nullptr && lead->visible) keep_off(ui, tip, item->rect, lead->rect.inset(-44));
    shadow(ui, tip);
    fill(ui, tip, Token::band, 6);
    draw_lines(ui, tip.inset(12, 8), lines);
}

}  // namespace engine::view
