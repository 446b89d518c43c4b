/// Small looks into a space that are drawn seldom and kept between: many in one picture cost
/// nothing while they rest.
#pragma once

#include "engine/view/space.h"

namespace engine::view {

/// What lasts of one between frames; where it is kept must not change.
struct Glance {
    std::uint64_t look = 0;  ///< as it was drawn last; 0: never
    scene::Camera camera;
};

/// Shows it as it was; `fresh` has it drawn as the space is now.
void show_glance(Ui& ui, const Rect& rect, const Space& space, const scene::Camera& camera,
                 Glance& glance, bool fresh, Detail detail, float radius);

}  // namespace engine::view
