/// The room itself as triangles: floor, walls, what is on them, furniture. What moves or has a
/// state of its own (equipment, the entrance's leaf, the clock's hands, people) is added elsewhere.
#pragma once

#include <cstdint>
#include <glm/glm.hpp>
#include <string_view>
#include <vector>

#include "engine/scene/light.h"
#include "engine/scene/mesh.h"
#include "sim/world/room_plan.h"

namespace sim::seats {

using engine::scene::Lit;

/// Words on a wall.
struct Sign {
    glm::vec3 centre{};
    glm::vec3 right{};  ///< half its width
    glm::vec3 up{};     ///< half its height
    engine::LocalizedText text;
    std::vector<engine::LocalizedText> lines{};  ///< numbered, below a head
    engine::scene::Colour ground{46, 111, 142, 255};
};

struct RoomMesh {
    engine::scene::Mesh mesh;
    /// Sky and mountains, as bright as they are: no light is baked for them, and they shade
    /// nothing.
    engine::scene::Mesh outside;
    std::vector<Lit> lit;
    std::vector<Sign> signs;
};

/// Furniture that stands for a part of the layout (booths, the list desk) is owned by it.
RoomMesh build_room(const RoomPlan& plan, const Layout& layout);

/// The leaf of the entrance, 0 shut to 1 wide open.
void add_entrance(engine::scene::Mesh& mesh, const RoomPlan& plan, std::int32_t owner, float open,
                  engine::scene::Colour colour);

/// The curtain of a booth drawn across all of its front: somebody is in it.
void close_booth(engine::scene::Mesh& mesh, const RoomPlan& plan, int number);

/// The glass of the lamps under the ceiling, while they burn.
void add_lamp_light(engine::scene::Mesh& mesh, const RoomPlan& plan);

void add_clock_hands(engine::scene::Mesh& mesh, const RoomPlan& plan, int hour, int minute);

}  // namespace sim::seats
