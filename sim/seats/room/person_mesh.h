/// People as triangles: bodies of lofted outlines from parameters.
#pragma once

#include <cstdint>
#include <glm/glm.hpp>

#include "engine/scene/mesh.h"
#include "sim/seats/room/person_look.h"

namespace sim::seats {

/// What the arms of somebody who stands do while there is nothing to do.
enum class Arms : std::uint8_t { hanging, folded, behind, passport, crossed };
inline constexpr std::size_t arms_count = 5;

struct Pose {
    glm::vec3 at{};    ///< under the feet; under the chair's middle when seated
    float facing = 0;  ///< degrees: 0 looks to +z, 90 to +x
    float walk = 0;    ///< share of two steps, 0 to 1
    bool walking = false;
    bool seated = false;
    Arms arms = Arms::hanging;
    float weight = 0;     ///< on which leg: 1 on their left one, -1 on the right one
    float reach = 0;      ///< the right arm: 0 hangs, 1 is held out in front
    float head_turn = 0;  ///< degrees to their left
    float head_nod = 0;   ///< degrees downwards
};

enum class Detail : std::uint8_t { near, far };

void add_person(engine::scene::Mesh& mesh, std::int32_t owner, const PersonLook& look,
                const Pose& pose, Detail detail);

}  // namespace sim::seats
