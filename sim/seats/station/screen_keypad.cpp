#include <algorithm>
#include <array>
#include <charconv>

#include "engine/core/phrase.h"
#include "sim/equipment/pin_tries.h"
#include "sim/seats/station/screen_panel.h"

namespace sim::seats::machine {

namespace {

constexpr std::size_t digits_most = 6;

std::optional<std::int64_t> number_of(const std::string& typed) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), value);
    if (error != std::errc{} || end != typed.data() + typed.size()) return std::nullopt;
    return value;
}

void draw_entry(Panel& panel, const Rect& rect, bool hidden) {
    Kit& kit = panel.kit;
    engine::view::fill(kit.ui, rect, paint::white, 4 * kit.k);
    engine::view::outline(kit.ui, rect, paint::navy, 4 * kit.k, std::max(1.0F, 1.4F * kit.k));
    const std::string typed = panel.state != nullptr ? panel.state->typed : std::string();
    if (!hidden) {
        one_line(kit, rect.inset(12 * kit.k, 0), {24, true}, typed);
        return;
    }
    for (std::size_t i = 0; i < typed.size(); ++i) {
        engine::view::disc(kit.ui,
                           {rect.x + (20 + 20 * static_cast<float>(i)) * kit.k, rect.centre().y},
                           6 * kit.k, paint::navy);
    }
}

struct WrongPins {
    int so_far = 0;
    int tries = 0;
};

/// Wrong ones in a row, and how many there may be before it is shut.
WrongPins wrong_pins(const Panel& panel) {
    const DeviceSpec& spec = panel.spec();
    const auto number = static_cast<std::size_t>(spec.number);
    if (spec.device_class == DeviceClass::scanner) {
        return {panel.world.scanners[number].pin_failures, scanner_pin_tries};
    }
    return {panel.world.terminals[number].wrong_pins, terminal_pin_tries};
}

/// Until the next key: that it was the wrong one, and how often it may still be tried.
std::string wrong_words(const Panel& panel) {
    if (panel.state == nullptr || panel.state->wrong_before < 0) return {};
    const engine::Translator& _ = panel.reader.translate;
    const WrongPins wrong = wrong_pins(panel);
    if (wrong.so_far <= panel.state->wrong_before) return {};
    const int left = wrong.tries - wrong.so_far;
    if (left <= 0) return std::string(_("Wrong PIN"));
    return engine::fill(_("Wrong PIN. Tries left: {}"), {std::to_string(left)});
}

/// Digits typed on the keyboard while one of the keys has the focus.
void take_typed(Panel& panel) {
    if (panel.state == nullptr) return;
    Ui& ui = panel.kit.ui;
    if (!ui.state.focus.starts_with(panel.prefix + ".key_")) return;
    std::string& typed = panel.state->typed;
    for (int digit = 0; digit < 10; ++digit) {
        const auto key =
            static_cast<engine::view::Key>(static_cast<int>(engine::view::Key::n0) + digit);
        if (ui.input.take({key}) && typed.size() < digits_most) {
            typed.push_back(static_cast<char>('0' + digit));
            panel.state->wrong_before = -1;
        }
    }
    if (ui.input.take({engine::view::Key::backspace}) && !typed.empty()) typed.pop_back();
}

void press(Panel& panel, const Target& target, int key) {
    std::string& typed = panel.state->typed;
    panel.state->wrong_before = -1;
    if (key < 10) {
        if (typed.size() < digits_most) typed.push_back(static_cast<char>('0' + key));
    } else if (key == 10) {
        if (!typed.empty()) typed.pop_back();
    } else if (const auto value = number_of(typed)) {
        panel.touched = Touched{target.part, value};
        if (target.id == "pin") panel.state->wrong_before = wrong_pins(panel).so_far;
        typed.clear();
        panel.state->entry = no_part;
    }
    engine::view::wake_in(panel.kit.ui, 0);
}

void draw_keys(Panel& panel, const Rect& rect, const Target& target) {
    const engine::Translator& _ = panel.reader.translate;
    constexpr std::array<int, 12> order{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0, 11};
    const bool empty = panel.state == nullptr || panel.state->typed.empty();
    Kit& kit = panel.kit;
    const float gap = 6 * kit.k;
    const float wide = (rect.w - 2 * gap) / 3;
    const float high = (rect.h - 3 * gap) / 4;
    for (int i = 0; i < 12; ++i) {
        const int key = order[static_cast<std::size_t>(i)];
        TouchButton button;
        button.size = key < 10 ? 20.0F : 14.0F;
        button.enabled = target.enabled && (key < 10 || !empty);
        button.help = target.reason;
        if (key < 10) {
            button.label = std::to_string(key);
            button.name = panel.prefix + ".key_" + button.label;
        } else {
            button.label = key == 10 ? _("Erase") : _("Enter");
            button.name = panel.prefix + (key == 10 ? ".key_erase" : ".key_enter");
            button.primary = key == 11;
        }
        const Rect place{rect.x + static_cast<float>(i % 3) * (wide + gap),
                         rect.y + static_cast<float>(i / 3) * (high + gap), wide, high};
        if (touch_button(kit, place, button, panel.live())) press(panel, target, key);
    }
}

}  // namespace

void draw_keypad(Panel& panel, const Rect& body, const Target& target, const std::string& head,
                 const std::string& text, bool hidden) {
    const engine::Translator& _ = panel.reader.translate;
    Kit& kit = panel.kit;
    engine::view::fill(kit.ui, body, paint::ground);
    Rect inner = body.inset(18 * kit.k, 12 * kit.k);
    take_typed(panel);
    draw_keys(panel, inner.cut_right(std::min(inner.w * 0.46F, 220 * kit.k)), target);
    inner.cut_right(18 * kit.k);
    std::vector<Target> others;
    for (const Target& one : panel.targets) {
        if (one.part != target.part && one.enabled) others.push_back(one);
    }
    const bool can_go_back = panel.state != nullptr && panel.state->entry == target.part;
    if (can_go_back) {
        const Rect place = inner.cut_bottom(36 * kit.k);
        inner.cut_bottom(8 * kit.k);
        const TouchButton back{panel.prefix + ".back", std::string(_("Back")), {}};
        if (touch_button(kit, {place.x, place.y, inner.w / 2, place.h}, back, panel.live())) {
            panel.state->entry = no_part;
            panel.state->typed.clear();
        }
    } else if (!others.empty()) {
        const Rect place = inner.cut_bottom(36 * kit.k);
        inner.cut_bottom(8 * kit.k);
        draw_buttons(panel, place, others, static_cast<int>(others.size()));
    }
    const Rect field = inner.cut_bottom(42 * kit.k);
    draw_entry(panel, field, hidden);
    inner.cut_bottom(8 * kit.k);
    const Pen title{26, true};
    const Rect top{inner.x, inner.y, inner.w, inner.h * 0.6F};
    inner.cut_top(lines(kit, top, title, head) + 4 * kit.k);
    const bool shut = !target.enabled && !target.reason.empty();
    const std::string wrong = shut ? target.reason : wrong_words(panel);
    const bool bad = !wrong.empty();
    if (bad && !shut) {
        engine::view::Item item;
        item.name = panel.prefix + ".wrong";
        item.label = wrong;
        item.role = engine::view::Role::area;
        item.rect = inner;
        engine::view::act(kit.ui, std::move(item));
    }
    lines(kit, inner, {15, bad, bad ? paint::red : paint::ink_2}, bad ? wrong : text);
}

}  // namespace sim::seats::machine
