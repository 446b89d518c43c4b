/// Where members of the commission are while they work elsewhere than at their places. The world
/// knows no steps of theirs: it says what they do, and that is done where the thing stands.
#pragma once

#include <glm/glm.hpp>
#include <optional>

#include "sim/station/world.h"
#include "sim/world/room_plan.h"

namespace sim::seats {

struct Errand {
    glm::vec2 at{};
    glm::vec2 to{};  ///< what is worked on
    float turn = 0;  ///< degrees, towards what is worked on
};

/// Nothing for who has nothing to do, or does it from their own place.
std::optional<Errand> errand_of(const World& world, const RoomPlan& plan, PostId post);

}  // namespace sim::seats
