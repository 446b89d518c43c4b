/// Which sound belongs to what.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "sim/seats/sound/cues.h"
#include "sim/world/message.h"
#include "sim/world/part.h"

namespace sim::seats {

/// A machine, or the whole room, is heard by all who are in it.
struct RoomRule {
    Message message;
    Cue cue;
    const char* words;  ///< msgid; after the device's name and a colon where there is a device
};
std::span<const RoomRule> room_rules();

/// What the trainee's own hands do to a part. The first that fits counts.
struct HandRule {
    Message message;
    std::optional<PartKind> kind;  ///< none: of any part
    Cue cue;
    const char* words;
};
std::span<const HandRule> hand_rules();

/// Sounds as long as the signal has one of the values (with none given: is not 0).
struct LoopRule {
    Loop loop;
    DeviceClass scope;  ///< room: the signal's name is whole
    std::string_view signal;
    std::vector<std::string_view> values;
    float gain;
    bool brief;         ///< over so soon that it would only rattle when time runs fast
    const char* words;  ///< said when it begins; empty: not said
};
std::span<const LoopRule> loop_rules();

}  // namespace sim::seats
