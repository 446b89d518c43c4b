/// A screen without a window: input by item names, frames one at a time.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "engine/view/host.h"
#include "engine/view/widgets.h"

namespace engine::view {

struct Screen {
    explicit Screen(std::function<void(Ui&)> what, Looks looks = {}, int w = 800, int h = 600)
        : host(looks), draw(std::move(what)), width(w), height(h) {
        frames(3);
    }

    void frames(int count) {
        for (int i = 0; i < count; ++i) {
            host.frame(queue, width, height, time, draw);
            time += 0.02;
        }
    }
    const Items& items() const { return host.items(); }
    const Item* find(std::string_view name) const { return items().find(name); }

    void move_to(std::string_view name) {
        const Item* item = find(name);
        if (item == nullptr) return;
        InputEvent event;
        event.kind = InputEvent::Kind::move;
        event.at = {item->rect.centre().x * host.looks().scale,
                    item->rect.centre().y * host.looks().scale};
        queue.push(event);
        frames(2);
    }
    /// Press and release at once, as a quick hand does. False when there is no such item.
    bool click(std::string_view name, int button = 0) {
        if (find(name) == nullptr) return false;
        move_to(name);
        InputEvent event;
        event.kind = InputEvent::Kind::button;
        event.button = button;
        event.down = true;
        queue.push(event);
        event.down = false;
        queue.push(event);
        frames(4);
        return true;
    }
    void press(std::string_view key) {
        InputEvent event;
        event.kind = InputEvent::Kind::key;
        event.key = key_press(key);
        event.down = true;
        queue.push(event);
        event.down = false;
        queue.push(event);
        frames(4);
    }
    void type(const std::string& text) {
        InputEvent event;
        event.kind = InputEvent::Kind::text;
        event.text = text;
        queue.push(event);
        frames(3);
    }
    void wheel(float notches) {
        InputEvent event;
        event.kind = InputEvent::Kind::wheel;
        event.wheel = notches;
        queue.push(event);
        frames(3);
    }

    Host host;
    InputQueue queue;
    std::function<void(Ui&)> draw;
    int width;
    int height;
    double time = 1;
};

}  // namespace engine::view
