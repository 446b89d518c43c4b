/// The register of everything that can be acted on in a frame. Tests, the keyboard's focus, help,
/// readers of the screen and pictures all use it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/view/geometry.h"

namespace engine::view {

enum class Role : std::uint8_t {
    button,
    toggle,
    tab,
    option,
    field,
    row,
    part,
    slider,
    link,
    area
};
std::string_view name_of(Role role);

struct Item {
    std::string name;   ///< unique on the screen, stays the same in all languages: "start.begin"
    std::string label;  ///< what a person reads
    std::string help;   ///< what it is for; or why it cannot be done
    std::string value;  ///< of fields, sliders, toggles
    Role role = Role::button;
    Rect rect;  ///< in units of layout, as far as it can be seen
    int layer = 0;
    bool enabled = true;
    bool selected = false;
    bool focused = false;
    bool hovered = false;
    bool visible = true;  ///< not scrolled out of sight
};

/// A text that did not find the room it needed.
struct CutText {
    std::string text;
    Rect rect;
};

struct Items {
    std::string screen;  ///< which screen this is: "start", "trainee.plan"
    std::vector<Item> items;
    std::vector<CutText> cut;

    const Item* find(std::string_view name) const;
    /// The topmost item under a point, or nothing.
    const Item* at(Point point) const;
};

/// The register as JSON; rectangles in pixels of the window. `frame` counts the frames drawn, so
/// that a reader knows a new state from an old one.
std::string json_of(const Items& items, float scale, long frame);

}  // namespace engine::view
