#include "sim/station/reach.h"

namespace sim {

Refusal reach(const World& world, PartId part) {
    // An item lies in a slot, a slot in a box, a box behind a door: a few steps at most.
    for (int steps = 0; part != no_part && steps < 8; ++steps) {
        const PartId door = world.layout()[part].behind;
        const PartState& state = world.part(part);
        // What was put somewhere or is held lies no longer where it is kept.
        const bool kept = state.in == no_part && state.holder == no_post;
        if (door != no_part && kept && world.part(door).open == 0) {
            return {Message::refused_behind, {part, door}};
        }
        part = state.in;
    }
    return {};
}

Context looking(const World& world, DeviceId device) {
    // A Context has no const form; checks take it by const reference and write nothing.
    return context(const_cast<World&>(world), device);
}

int number_of(const World& world, PartId part, DeviceClass device_class) {
    const DeviceId device = world.layout()[part].device;
    if (device == no_device) return -1;
    const DeviceSpec& spec = world.layout().device(device);
    return spec.device_class == device_class ? spec.number : -1;
}

}  // namespace sim
