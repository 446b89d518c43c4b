#include "engine/view/input.h"

#include <doctest/doctest.h>

using namespace engine::view;

namespace {

InputEvent button(bool down) {
    InputEvent event;
    event.kind = InputEvent::Kind::button;
    event.down = down;
    return event;
}

InputEvent move(float x, float y) {
    InputEvent event;
    event.kind = InputEvent::Kind::move;
    event.at = {x, y};
    return event;
}

InputEvent key(std::string_view name, bool down) {
    InputEvent event;
    event.kind = InputEvent::Kind::key;
    event.key = key_press(name);
    event.down = down;
    return event;
}

}  // namespace

TEST_CASE("A click that begins and ends at once takes two frames") {
    InputQueue queue;
    queue.push(button(true));
    queue.push(button(false));
    const Input first = queue.next(1);
    CHECK(first.pressed[0]);
    CHECK_FALSE(first.released[0]);
    const Input second = queue.next(1);
    CHECK_FALSE(second.pressed[0]);
    CHECK(second.released[0]);
    CHECK(queue.empty());
}

TEST_CASE("What lies under a press is found before it") {
    InputQueue queue;
    queue.push(move(200, 100));
    queue.push(button(true));
    queue.push(move(400, 100));
    const Input first = queue.next(2);
    CHECK(first.mouse == Point{100, 50});
    CHECK_FALSE(first.pressed[0]);
    const Input second = queue.next(2);
    CHECK(second.pressed[0]);
    CHECK(second.mouse == Point{100, 50});
    CHECK(queue.next(2).mouse == Point{200, 50});
}

TEST_CASE("A release stays where it was, however fast the mouse goes on") {
    InputQueue queue;
    queue.push(button(true));
    queue.push(button(false));
    queue.push(move(300, 300));
    queue.next(1);
    const Input release = queue.next(1);
    CHECK(release.released[0]);
    CHECK_FALSE(release.mouse == Point{300, 300});
    CHECK(queue.next(1).mouse == Point{300, 300});
}

TEST_CASE("Of two keys each has its frame") {
    InputQueue queue;
    for (const char* name : {"Tab", "Enter"}) {
        queue.push(key(name, true));
        queue.push(key(name, false));
    }
    Input input = queue.next(1);
    CHECK(input.keys.size() == 1);
    CHECK(input.take(key_press("Tab")));
    CHECK_FALSE(input.take(key_press("Tab")));
    input = queue.next(1);
    CHECK(input.take(key_press("Enter")));
}

TEST_CASE("Keys have names that are read back") {
    for (const char* name : {"Ctrl+Z", "Shift+F10", "F12", "/", "Esc", "1", "Menu", "Alt+Left"}) {
        CAPTURE(name);
        CHECK(name_of(key_press(name)) == name);
    }
    CHECK(key_press("").key == Key::none);
    CHECK(key_press("Ctrl+").key == Key::none);
    CHECK(key_press("Nonsense").key == Key::none);
}

TEST_CASE("A window that loses the keyboard holds no key down") {
    InputQueue queue;
    queue.push(key("A", true));
    queue.next(1);
    InputEvent lost;
    lost.kind = InputEvent::Kind::focus;
    queue.push(lost);
    CHECK_FALSE(queue.next(1).held[static_cast<std::size_t>(Key::a)]);
}
