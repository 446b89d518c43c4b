/// The enlarged protocol on the wall: every line as soon as it is written, for all in the room.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/view/space.h"
#include "sim/assessment/describe.h"
#include "sim/seats/room/room_mesh.h"

namespace sim::seats {

/// The paper that hangs there, where the room has a place for it; else nothing.
PartId wall_form(const RoomPlan& plan, const Layout& layout);

/// Adds the sheet with the image that shows it.
void add_wall_form(engine::scene::Mesh& mesh, const RoomPlan& plan, PartId part,
                   std::uint16_t image);

/// Where it hangs: its corners, and from where one looks straight at it.
struct BeforeForm {
    std::vector<glm::vec3> corners;
    glm::vec3 side{};
};
std::optional<BeforeForm> before_form(const RoomPlan& plan, const Layout& layout, DeviceId device);

/// Another one with each line that is written.
std::uint64_t wall_form_version(const World& world);

void draw_wall_form(engine::view::Ui& ui, engine::view::Image& image, const RoomPlan& plan,
                    const World& world, const Reader& reader);

}  // namespace sim::seats
