/// One device's screen being drawn: what is to be shown on it, what can be touched, and the layouts
/// that all makers share.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/seats/shared/live.h"
#include "sim/seats/station/screen.h"
#include "sim/seats/station/screen_kit.h"
#include "sim/seats/station/screen_sketch.h"

namespace sim::seats::machine {

/// Something that is on the screen now.
struct Target {
    PartId part = no_part;
    std::string_view id;  ///< "open_polls"
    std::string label;
    std::string reason;  ///< why it cannot be touched just now
    bool enabled = true;
    bool takes_value = false;
    bool primary = false;
};

struct Panel {
    Kit kit;
    Rect rect;
    const World& world;
    DeviceId device = no_device;
    const Reader& reader;
    std::string prefix;
    ScreenState* state = nullptr;
    std::vector<Target> targets;
    std::optional<Touched> touched;

    const DeviceSpec& spec() const { return world.layout().device(device); }
    std::int64_t read(std::string_view name) const {
        return signal(world, spec().name + "." + std::string(name));
    }
    std::string_view choice(std::string_view name) const {
        return seats::choice(world, spec().name + "." + std::string(name));
    }
    bool live() const { return state != nullptr; }
    const Target* target(std::string_view id) const;
    /// Takes it out of the list: it is shown in a place of its own.
    std::optional<Target> take(std::string_view id);
};

/// What the sim would let anybody touch now, or would but for something that can be put right.
std::vector<Target> targets_of(const World& world, DeviceId device, const Reader& reader);

enum class Verdict : std::uint8_t { none, counted, not_counted, not_yet };

/// A message that fills the screen.
struct Face {
    std::string head;
    Colour head_ink = paint::navy;
    std::string text;
    Verdict verdict = Verdict::none;
    std::string after;  ///< what became of the count
    Sketch sketch = Sketch::none;
    bool menu = false;  ///< the buttons matter more than the message
    bool busy = false;  ///< something goes on by itself
};

/// The strip along the bottom.
struct Foot {
    Status status = Status::idle;
    std::string words;
    std::string label;  ///< of the figure at the right; empty: none
    std::string figure;
};

/// The band along the top: station and machine, training, clock. Returns what is left of the rect.
Rect draw_header(Panel& panel, Time clock);
void draw_foot(Panel& panel, const Rect& rect, const Foot& foot);
inline constexpr float header_height = 30;
inline constexpr float foot_height = 40;

/// The message with its buttons: beside each other, or as a menu when there are many.
void draw_face(Panel& panel, const Rect& body, const Face& face);
/// All of them in a grid as large as fits.
void draw_buttons(Panel& panel, const Rect& rect, const std::vector<Target>& targets, int columns);
/// A keypad for a target that takes a number. `hidden`: shown as dots.
void draw_keypad(Panel& panel, const Rect& body, const Target& target, const std::string& head,
                 const std::string& text, bool hidden);
/// Says what the button did: touched, or the keypad opened.
void touch(Panel& panel, const Target& target);

void draw_scanner(Panel& panel);
void draw_terminal(Panel& panel);
void draw_transmitter(Panel& panel);

}  // namespace sim::seats::machine
