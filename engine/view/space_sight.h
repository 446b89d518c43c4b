/// What of a space comes into a picture.
#pragma once

#include "engine/scene/mesh.h"

namespace engine::view {

/// Whether any of it can be seen through the lens, and is large enough to be.
/// @param pixels width of the picture.
bool can_be_seen(const scene::Box& box, const glm::mat4& lens, float pixels);

}  // namespace engine::view
