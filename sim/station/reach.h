/// Whether hands can get at a part, shared by the verbs.
#pragma once

#include "sim/station/world.h"

namespace sim {

/// Nothing when the part can be reached; a refusal when it lies behind something closed.
Refusal reach(const World& world, PartId part);

/// The check of a verb that asks for nothing else.
inline Refusal reach_check(const World& world, const Command& command) {
    return reach(world, command.object);
}

/// A refusal that says: it is so already.
inline Refusal already(PartId part) {
    return {Message::refused_already_done, {part}, true};
}

/// Context for checks, which change nothing. The world stays logically const.
Context looking(const World& world, DeviceId device);

/// A parameter of the room, such as whether there is a quorum.
inline std::int64_t room_value(const World& world, Parameter parameter) {
    const DeviceId room = world.layout().device_of(DeviceClass::room, 0);
    return room == no_device ? spec(parameter).neutral : looking(world, room).value(parameter);
}

/// The device's number within its class for a part, or -1 when the part has no such device.
int number_of(const World& world, PartId part, DeviceClass device_class);

inline void observe(World& world, Message message, const Command& command, std::int64_t a = 0,
                    std::int64_t b = 0, std::int64_t c = 0) {
    const PartId at = command.object;
    const DeviceId device = at == no_part ? no_device : world.layout()[at].device;
    world.observations.push_back({world.now, message, device, command.actor, {a, b, c}});
}

}  // namespace sim
