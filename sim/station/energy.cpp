#include <algorithm>
#include <array>

#include "sim/station/glue.h"

namespace sim {
namespace {

/// What a device takes while it runs, mW.
std::int64_t draw_of(World& world, DeviceId device) {
    const Context about = context(world, device);
    const auto number = static_cast<std::size_t>(about.spec().number);
    switch (about.spec().device_class) {
        case DeviceClass::scanner:
            return world.scanners[number].power == ScannerPower::off
                       ? 0
                       : about.value(Parameter::scanner_power_draw);
        case DeviceClass::terminal:
            return world.terminals[number].state == TerminalState::off
                       ? 0
                       : about.value(Parameter::terminal_power_draw);
        case DeviceClass::transmitter:
            return world.transmitters[number].state == TransmitterState::off
                       ? 0
                       : about.value(Parameter::modem_power_draw);
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
        draws[i] = draw_of(world, static_cast<DeviceId>(i));
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
