#include <algorithm>
#include <array>

#include "sim/station/glue.h"

namespace sim {
namespace {

/// What a device takes while its switch is on, mW.
std::int64_t draw_of(const Context& context) {
    const PartId power_switch = context.id(Role::power_switch);
    if (power_switch != no_part && context.part(power_switch).open == 0) return 0;
    switch (context.spec().device_class) {
        case DeviceClass::scanner:
            return context.value(Parameter::scanner_power_draw);
        case DeviceClass::terminal:
            return context.value(Parameter::terminal_power_draw);
        case DeviceClass::transmitter:
            return context.value(Parameter::modem_power_draw);
        case DeviceClass::power:
        case DeviceClass::room:
            return 0;
    }
    return 0;
}

}  // namespace

void refresh_power(World& world) {
    const DeviceId kit = world.layout().device_of(DeviceClass::power, 0);
    Context about = context(world, kit);
    if (world.power.wiring.supply_of.size() != world.layout().parts.size()) {
        power_start(world.power, about);
    }
    const std::size_t count = std::min(world.layout().devices.size(), devices_most);
    std::array<std::int64_t, devices_most> draws{};
    for (std::size_t i = 0; i < count; ++i) {
        draws[i] = draw_of(context(world, static_cast<DeviceId>(i)));
    }
    const auto before = world.power.live;
    if (!power_update(world.power, about, draws)) return;
    for (std::size_t i = 0; i < count; ++i) {
        if (before[i] != world.power.live[i]) {
            device_power(world, static_cast<DeviceId>(i), world.power.live[i] != 0);
        }
    }
}

void power_event(World& world, const Event& event) {
    Context about = context(world, world.layout().device_of(DeviceClass::power, 0));
    power_check(world.power, about, event);
    refresh_power(world);
}

}  // namespace sim
