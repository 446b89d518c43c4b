/// What a hand takes up and lays down, in space: seals, cards, rolls, keys. The same shapes lie on
/// the table and are pictured where one chooses among them.
#pragma once

#include "engine/scene/mesh.h"
#include "sim/world/part.h"

namespace sim::seats {

/// As it lies, from its left back corner, in the mesh's present piece.
void add_thing(engine::scene::Mesh& mesh, const PartSpec& spec, const glm::vec3& at);

/// Where the number of a seal stands on its tag that lies at `at`: middle, half its width, half its
/// height.
struct TagFace {
    glm::vec3 middle{}, right{}, up{};
};
TagFace tag_face(const glm::vec3& at);

}  // namespace sim::seats
