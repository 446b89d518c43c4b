#include "sim/station/reach.h"

namespace sim {

Refusal reach(const World& world, PartId part) {
    // An item lies in a slot, a slot in a box, a box behind a door: a few steps at most.
    for (int steps = 0; part != no_part && steps < 8; ++steps) {
        const PartSpec& spec = world.layout()[part];
        if (spec.behind != no_part && world.part(spec.behind).open == 0) {
            return {Message::refused_behind, {part, spec.behind}};
        }
        part = world.part(part).in;
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
