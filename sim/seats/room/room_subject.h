/// What a camera place is to show: corners of it in the room.
#pragma once

#include <string_view>
#include <vector>

#include "sim/seats/room/room_scene.h"

namespace sim::seats {

struct Subject {
    std::vector<glm::vec3> points;  ///< all of it is to be seen
    std::vector<glm::vec3> whole;   ///< instead, where nothing is on that side
    bool leads = false;             ///< nothing but leads and the floor on which they lie
};

void add_corners(std::vector<glm::vec3>& points, const glm::mat4& frame, const glm::vec3& low,
                 const glm::vec3& high);
engine::scene::Box box_round(const std::vector<glm::vec3>& points);

/// What is on the side of a machine, or behind what of it stands open.
Subject side_of_machine(const RoomScene& scene, const World& world, DeviceId device,
                        std::string_view face);
/// What stands in a place of a kit, as it is now: of several rows the first.
Subject place_of_kit(const RoomScene& scene, const World& world, DeviceId device,
                     const KitPlace* place);
/// Doors and covers that stand open, with what they reach.
void add_open_doors(std::vector<glm::vec3>& points, const RoomScene& scene, const World& world,
                    DeviceId device);
/// How the first of what stands in a place is turned, or the first of the device.
glm::mat3 turn_of(const RoomScene& scene, const Layout& layout, DeviceId device,
                  const KitPlace* place);
/// The list, the keeper's hands, and whoever stands before the desk.
Subject across_list(const RoomPlan& plan, const Subject& desk);
/// Wall, strip and supply in one picture: between them leads are moved.
std::vector<glm::vec3> powered_from(const RoomScene& scene, const World& world, DeviceId device);

/// Nothing is looked at so closely that one would not know where it is.
void keep_surroundings(std::vector<glm::vec3>& points, float least);

}  // namespace sim::seats
