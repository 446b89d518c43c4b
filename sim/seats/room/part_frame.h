/// Where the parts of a device are in space: their boxes as the profile says, on which side of the
/// device they look out, how doors turn.
#pragma once

#include <glm/glm.hpp>

#include "engine/scene/mesh.h"
#include "sim/station/world.h"

namespace sim::seats {

/// Metres in the device's own frame.
struct PartBox {
    glm::vec3 low{}, size{};
    glm::vec3 out{0, 0, 1};  ///< the side on which a hand finds it
    float tilt = 0;          ///< radians, leaning back from the lower front edge

    glm::vec3 centre() const { return low + size * 0.5F; }
    /// The middle of the side that looks out.
    glm::vec3 face() const;
};

PartBox box_of(const PartShape& shape);
/// What lies inside looks out where its door is.
PartBox box_of(const Layout& layout, PartId part);

/// How a door that is open by `share` (0 to 1) has turned or slid.
glm::mat4 opened(const PartShape& shape, float share);

/// Leaning back.
glm::mat4 leaning(const PartBox& box);

}  // namespace sim::seats
