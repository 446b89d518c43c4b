/// What screens are made of. All of it registers itself and works by mouse and by keyboard.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/view/draw.h"
#include "engine/view/icons.h"
#include "engine/view/ui.h"

namespace engine::view {

enum class Look : std::uint8_t {
    primary,  ///< filled: the one thing to do next, one a panel
    plain,    ///< bordered
    quiet,    ///< text alone
    band,     ///< on the top band
    danger,   ///< bordered, in the colour of faults
};

struct Button {
    std::string name;
    std::string label{};
    std::string help{};
    const char* icon = nullptr;  ///< at the left
    KeyPress key{};              ///< shortcut, acted on whether it is shown or not
    bool show_key = false;       ///< for what must be found under stress
    Look look = Look::plain;
    bool enabled = true;
    bool selected = false;
    Role role = Role::button;
};
/// The width that shows all of it.
float width_of(const Ui& ui, const Button& button);
bool button(Ui& ui, const Rect& rect, const Button& button);
/// A label wraps where the rectangle is narrow; this is the height it then needs (at least 40).
float height_of(const Ui& ui, const Button& button, float width);

/// "[F7]" as a small key. Returns its width.
float key_cap(Ui& ui, Point at, std::string_view text);

/// Rounded filter: label with a count. Returns whether it was clicked.
bool chip(Ui& ui, const Rect& rect, std::string_view name, std::string_view label, int count,
          bool selected);
float chip_width(const Ui& ui, std::string_view label, int count);

struct Segment {
    std::string name;
    std::string label{};
    std::string help{};
    bool enabled = true;
};
/// Choices side by side, one of them chosen. Returns the index of the one that was clicked.
std::optional<int> segments(Ui& ui, const Rect& rect, std::string_view name,
                            std::span<const Segment> choices, int selected);

/// Tabs over a panel, for narrow windows.
std::optional<int> tabs(Ui& ui, const Rect& rect, std::string_view name,
                        std::span<const Segment> choices, int selected);

/// Switch with its label. Returns whether it was clicked.
bool toggle(Ui& ui, const Rect& rect, std::string_view name, std::string_view label, bool on,
            std::string_view help = {});

/// Shape and word on the soft ground of the status. Returns its width.
float pill(Ui& ui, Point at, Status status, std::string_view text);
float pill_width(const Ui& ui, std::string_view text);

/// Share of a length, 0 to 1.
void progress(Ui& ui, const Rect& rect, float share, Token token = Token::action);

/// Ground of a panel; one that floats above something has a shadow.
void panel(Ui& ui, const Rect& rect, bool floating = false);
void separator(Ui& ui, Point at, float width);

/// A row or card that can be clicked as a whole; draws its ground, not its content.
Response row(Ui& ui, const Rect& rect, std::string_view name, std::string_view label, bool selected,
             std::string_view help = {}, float radius = 6);

struct FieldResult {
    bool changed = false;
    bool submitted = false;  ///< Enter
};
/// One line of text to be typed. `value` is what it holds.
FieldResult field(Ui& ui, const Rect& rect, std::string_view name, std::string_view label,
                  std::string& value, std::string_view placeholder = {},
                  const char* symbol = nullptr);

/// A button that shows what is chosen and opens the list of choices.
std::optional<int> choice(Ui& ui, const Rect& rect, std::string_view name, std::string_view label,
                          std::span<const Segment> choices, int selected);

/// Something on a scale from 0 to 1 that is dragged, or moved by the arrows when focused. Draws
/// nothing but the focus; returns where it was put.
std::optional<float> drag(Ui& ui, const Rect& rect, std::string_view name, std::string_view label,
                          float value, float step = 0.01F);

/// Difficulty: `value` of `most` dots. Returns the width.
float dots(Ui& ui, Point at, int value, int most = 4);

/// A bar that says what matters: shape, sentence and perhaps one act (the button's rectangle is
/// found here). Returns its height and whether the act was chosen.
struct BarResult {
    float height = 0;
    bool acted = false;
};
BarResult message_bar(Ui& ui, const Rect& rect, Status status, std::string_view text,
                      const Button* act = nullptr);

/// An empty, failed or offline state: a shape, a sentence and the next step.
bool empty_state(Ui& ui, const Rect& rect, Status status, std::string_view sentence,
                 const Button* next = nullptr);

/// A picture-like well with a dashed border ("in hand: nothing").
void well(Ui& ui, const Rect& rect);

}  // namespace engine::view
