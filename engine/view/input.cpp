#include "engine/view/input.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace engine::view {

namespace {

constexpr std::array<std::string_view, key_count> names{
    "",     "Tab",  "Enter", "Esc", "Space", "Backspace", "Delete", "Insert", "Home", "End", "PgUp",
    "PgDn", "Left", "Right", "Up",  "Down",  "Menu",      ",",      ".",      "[",    "]",   "/",
    "+",    "-",    "A",     "B",   "C",     "D",         "E",      "F",      "G",    "H",   "I",
    "J",    "K",    "L",     "M",   "N",     "O",         "P",      "Q",      "R",    "S",   "T",
    "U",    "V",    "W",     "X",   "Y",     "Z",         "0",      "1",      "2",    "3",   "4",
    "5",    "6",    "7",     "8",   "9",     "F1",        "F2",     "F3",     "F4",   "F5",  "F6",
    "F7",   "F8",   "F9",    "F10", "F11",   "F12",
};

bool strip(std::string_view& text, std::string_view prefix) {
    if (text.size() <= prefix.size() || text.substr(0, prefix.size()) != prefix) return false;
    text.remove_prefix(prefix.size());
    return true;
}

}  // namespace

std::string name_of(const KeyPress& press) {
    std::string name;
    if (press.control) name += "Ctrl+";
    if (press.alt) name += "Alt+";
    if (press.shift) name += "Shift+";
    return name += names[static_cast<std::size_t>(press.key)];
}

KeyPress key_press(std::string_view name) {
    KeyPress press;
    press.control = strip(name, "Ctrl+");
    press.alt = strip(name, "Alt+");
    press.shift = strip(name, "Shift+");
    const auto found = std::find(names.begin() + 1, names.end(), name);
    if (found == names.end()) return {};
    press.key = static_cast<Key>(found - names.begin());
    return press;
}

bool Input::take(const KeyPress& press) {
    const auto found = std::find_if(keys.begin(), keys.end(), [&](const KeyPress& other) {
        return other.key == press.key && other.shift == press.shift &&
               other.control == press.control && other.alt == press.alt;
    });
    if (found == keys.end()) return false;
    keys.erase(found);
    return true;
}

const Input& InputQueue::next(float scale) {
    input_.mouse_moved = false;
    input_.pressed = {};
    input_.released = {};
    input_.double_click = false;
    input_.away = false;
    input_.wheel = 0;
    input_.keys.clear();
    input_.text.clear();
    while (!waiting_.empty() && consume(waiting_.front(), scale)) waiting_.pop_front();
    return input_;
}

bool InputQueue::consume(const InputEvent& event, float scale) {
    const auto changed = [](bool& value, bool next) { return std::exchange(value, next) != next; };
    using Kind = InputEvent::Kind;
    switch (event.kind) {
        case Kind::move: {
            // A press and a release are where the mouse was then: a move after them has to wait.
            constexpr std::array<bool, 3> none{};
            if (input_.pressed != none || input_.released != none) return false;
            const Point to{event.at.x / scale, event.at.y / scale};
            input_.mouse_moved = input_.mouse_moved || !(to == input_.mouse);
            input_.mouse = to;
            input_.mouse_inside = true;
            return true;
        }
        case Kind::button: {
            if (event.button < 0 || event.button > 2) return true;
            const auto button = static_cast<std::size_t>(event.button);
            if (input_.pressed[button] || input_.released[button] || input_.mouse_moved) {
                return false;
            }
            if (changed(input_.down[button], event.down)) {
                (event.down ? input_.pressed : input_.released)[button] = true;
                input_.double_click = event.down && button == 0 && event.clicks == 2;
            }
            return true;
        }
        case Kind::wheel:
            input_.wheel += event.wheel;
            return true;
        case Kind::key:
            // One key a frame, held through it with its modifiers: what the first one opens gets
            // the second.
            if (!input_.keys.empty()) return false;
            input_.shift = event.key.shift;
            input_.control = event.key.control;
            input_.alt = event.key.alt;
            if (event.down) input_.keys.push_back(event.key);
            input_.held[static_cast<std::size_t>(event.key.key)] = event.down;
            return true;
        case Kind::text:
            input_.text += event.text;
            return true;
        case Kind::leave:
            input_.mouse_inside = false;
            return true;
        case Kind::quit:
            input_.quit = true;
            return true;
        case Kind::focus:
            if (!event.down) {
                input_.away = true;
                input_.down = {};
                input_.held = {};
            }
            return true;
        case Kind::size:
            return true;
    }
    return true;
}

}  // namespace engine::view
