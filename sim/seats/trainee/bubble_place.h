/// Where what somebody says finds a place in a picture, and how it points at who says it.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "engine/view/geometry.h"

namespace sim::seats {

/// What should stay in sight: surfaces with convex outlines.
struct KeptInSight {
    std::vector<std::vector<engine::view::Point>> outlines;
    float weight = 1;   ///< of a pixel that is covered
    bool must = false;  ///< better say less than lie over it
};

KeptInSight kept_in_sight(const engine::view::Rect& rect, float weight, bool must);

struct BubbleGround {
    engine::view::Rect free;  ///< what no panel takes
    std::vector<KeptInSight> kept;
    std::vector<engine::view::Rect> heads;  ///< of all who are seen
    std::vector<engine::view::Rect> taken;  ///< by what others say
};

struct BubblePlace {
    engine::view::Rect box;
    bool clear = false;  ///< nothing lies below it that must stay in sight
};

/// Near the head of who speaks, so that it can be pointed at; at the upper left without one.
BubblePlace place_bubble(const BubbleGround& ground, engine::view::Point size,
                         const std::optional<engine::view::Rect>& head);
bool is_clear(const BubbleGround& ground, const engine::view::Rect& box);

/// From the edge that is nearest to the head to shortly before it. None where it would be taken for
/// another's: too long, or across another head or what another says.
std::optional<std::array<engine::view::Point, 3>> tail_of(const BubbleGround& ground,
                                                          const engine::view::Rect& box,
                                                          const engine::view::Rect& head);

}  // namespace sim::seats
