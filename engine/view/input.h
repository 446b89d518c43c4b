/// What a person does with mouse and keyboard, as plain data: the same for the real window, for
/// scripts and for tests.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "engine/view/geometry.h"

namespace engine::view {

/// Keys by their place on the keyboard, so that they are the same under every layout.
enum class Key : std::uint8_t {
    none,
    tab,
    enter,
    escape,
    space,
    backspace,
    remove,  ///< Delete
    insert,
    home,
    end,
    page_up,
    page_down,
    left,
    right,
    up,
    down,
    menu,
    comma,
    period,
    left_bracket,
    right_bracket,
    slash,
    plus,
    minus,
    a,
    b,
    c,
    d,
    e,
    f,
    g,
    h,
    i,
    j,
    k,
    l,
    m,
    n,
    o,
    p,
    q,
    r,
    s,
    t,
    u,
    v,
    w,
    x,
    y,
    z,
    n0,
    n1,
    n2,
    n3,
    n4,
    n5,
    n6,
    n7,
    n8,
    n9,
    f1,
    f2,
    f3,
    f4,
    f5,
    f6,
    f7,
    f8,
    f9,
    f10,
    f11,
    f12,
};
inline constexpr std::size_t key_count = static_cast<std::size_t>(Key::f12) + 1;

struct KeyPress {
    Key key = Key::none;
    bool shift = false;
    bool control = false;
    bool alt = false;
    bool repeat = false;

    friend bool operator==(const KeyPress&, const KeyPress&) = default;
};

/// "Ctrl+Z", "Shift+F10", "1" … and back; Key::none when it is not a key.
std::string name_of(const KeyPress& press);
KeyPress key_press(std::string_view name);

/// One thing that happened, in pixels of the window.
struct InputEvent {
    enum class Kind : std::uint8_t { move, button, wheel, key, text, leave, quit, size, focus };
    Kind kind{};
    Point at;           ///< move
    int button = 0;     ///< button: 0 left, 1 right, 2 middle
    bool down = false;  ///< button, key; focus: gained
    int clicks = 1;     ///< button: 2 for the second press of a double click
    float wheel = 0;    ///< notches, away from the person is positive
    KeyPress key;
    std::string text;  ///< UTF-8
};

/// What holds during one frame.
struct Input {
    Point mouse{-1, -1};  ///< in units of layout
    bool mouse_inside = false;
    bool mouse_moved = false;
    bool away = false;  ///< the window has lost the keyboard during this frame
    std::array<bool, 3> down{};
    std::array<bool, 3> pressed{};
    std::array<bool, 3> released{};
    bool double_click = false;
    float wheel = 0;
    std::vector<KeyPress> keys;  ///< pressed during this frame
    std::array<bool, key_count> held{};
    bool shift = false;
    bool control = false;
    bool alt = false;
    std::string text;
    bool quit = false;

    /// Takes a key press out of this frame, so that nobody else acts on it.
    bool take(const KeyPress& press);
};

/// Turns events into frames. A press and its release never fall into the same frame, for text
/// fields of the library would lose them.
class InputQueue {
  public:
    void push(InputEvent event) { waiting_.push_back(std::move(event)); }
    bool empty() const { return waiting_.empty(); }
    /// The next frame's input. @param scale pixels a unit of layout.
    const Input& next(float scale);

  private:
    bool consume(const InputEvent& event, float scale);

    std::deque<InputEvent> waiting_;
    Input input_;
};

}  // namespace engine::view
