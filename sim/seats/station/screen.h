/// The screens of the machines, as their makers would have drawn them: at any size, as a picture or
/// to be worked by touch.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/view/ui.h"
#include "sim/assessment/describe.h"

namespace sim::seats {

/// What was touched: `touch TARGET [VALUE]`.
struct Touched {
    PartId target = no_part;            ///< a part of kind target
    std::optional<std::int64_t> value;  ///< PIN, number of the station … where the target takes one
};

/// What a person has typed on the keypad of a screen and not sent yet. One for each device, kept by
/// the caller from frame to frame.
struct ScreenState {
    PartId entry = no_part;  ///< the target whose keypad was opened
    std::string typed;
    int wrong_before = -1;  ///< wrong PINs so far when one was sent; -1: none since the last key
};

/// Draws what the device's screen shows now; dark when it is off, nothing when the device has no
/// screen. `state` null: a picture, nothing can be touched. `prefix` begins the items' names:
/// "screen.scanner" gives "screen.scanner.open_polls", as the target's own name goes on.
/// @return what was touched during this frame.
std::optional<Touched> draw_device_screen(engine::view::Ui& ui, const engine::view::Rect& rect,
                                          const World& world, DeviceId device, const Reader& reader,
                                          std::string_view prefix, ScreenState* state);

/// Whether the device has a screen at all.
bool has_screen(const World& world, DeviceId device);

}  // namespace sim::seats
