/// The one table of keys. Every act of every seat has a name, a key and words; all can be remapped.
#pragma once

#include <span>
#include <string_view>

#include "engine/view/input.h"
#include "sim/seats/shared/settings.h"

namespace sim::seats {

struct KeyAct {
    std::string_view name;  ///< "trainee.freeze"
    std::string_view key;   ///< by default: "F5"
    const char* text;       ///< msgid
    // For who works with one hand; empty: the same key.
    std::string_view left{};
    std::string_view right{};
};

/// All acts, in the order in which help lists them: those of all seats first.
std::span<const KeyAct> key_acts();

/// The key of an act for this person; Key::none for a name that is not in the table.
engine::view::KeyPress key_of(const Settings& settings, std::string_view act);

/// Keys that go from thing to thing stand for Tab, Enter and the like, which also stay what they
/// are. A key that does something in this seat, by its `prefix`, keeps doing that.
/// @param top Esc is what closes that which lies on top.
void stand_in(engine::view::Input& input, const Settings& settings, std::string_view prefix,
              bool top);

}  // namespace sim::seats
