/// The sides from which a device is looked at: its faces, what of it stands open, and the places of
/// a kit.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/assessment/describe.h"
#include "sim/seats/station/plan_layout.h"
#include "sim/world/room_plan.h"

namespace sim::seats {

/// What stands open, with something behind it.
struct Opening {
    PartId door = no_part;
    std::string face;  ///< "inside" where it is the only one, else with the door's name
};
std::vector<Opening> openings_of(const World& world, DeviceId device);
/// The door behind which that face looks; nothing where none is open.
PartId door_of(const World& world, DeviceId device, std::string_view face);
/// Of several openings the one behind which the part lies, else the one that was looked at before;
/// where none is open the side on which the door is.
std::string settled_face(const World& world, DeviceId device, const std::string& face, PartId part,
                         PartId before);

struct Side {
    std::string face;
    std::string label;
};
/// In the order of their tabs.
std::vector<Side> sides_of(const World& world, const RoomPlan& plan, DeviceId device,
                           const Reader& reader);

/// The places in which a kit stands.
std::vector<KitPlace> kit_places(const RoomPlan& plan, const Layout& layout, DeviceId device);
const KitPlace* kit_place(const RoomPlan& plan, const Layout& layout, DeviceId device,
                          std::string_view face);
bool stands_in(const PartSpec& spec, const KitPlace& place);
/// The place in which a part of a kit is found; empty for others.
std::string kit_side(const RoomPlan& plan, const Layout& layout, PartId part);

}  // namespace sim::seats
