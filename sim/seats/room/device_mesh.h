/// Devices in space, made from the very parts that their profiles name: body with its openings,
/// doors as they stand, what is plugged, sealed, inserted. Owners of the pieces are the parts.
#pragma once

#include <map>

#include "engine/scene/mesh.h"
#include "sim/seats/room/decals.h"
#include "sim/station/world.h"

namespace sim::seats {

/// What a device's parts need to be put into a mesh.
struct DeviceFrame {
    const World& world;
    DeviceId device = no_device;
    glm::mat4 frame{1};                              ///< from the device's own metres into the room
    const DecalSheet* decals = nullptr;              ///< none: without pictures
    std::uint16_t screen = 0xFFFF;                   ///< image of its screen
    const std::map<PartId, float>* doors = nullptr;  ///< how far they are open; else by the world
};

/// What never moves: the unit's body. @param anchor the unit; parts are placed as `frame` says.
void add_body(engine::scene::Mesh& fixed, const DeviceFrame& device, PartId unit);

/// A part as it is now, where it is; nothing for what has no place of its own.
void add_part(engine::scene::Mesh& moving, const DeviceFrame& device, PartId part);

/// Where the plug of a lead is and which way the lead leaves it, in the device's own metres.
struct LeadEnd {
    glm::vec3 at{}, out{0, 0, 1};
};
LeadEnd socket_end(const Layout& layout, PartId socket);
/// Of a plug that is in no socket: it lies on what its device stands on.
LeadEnd loose_end(const Layout& layout, PartId plug);

/// From the socket to where the lead leaves the plug's sleeve, metres.
float plug_reach(const PartSpec& plug);

/// Things that are held or lie about and go where they are put: no place of their own on a device.
bool goes_about(const PartSpec& spec);

}  // namespace sim::seats
