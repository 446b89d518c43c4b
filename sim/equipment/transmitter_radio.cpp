// The signal of the mobile network at the antenna.

#include "sim/equipment/transmitter.h"

namespace sim {
namespace {

constexpr Time wave_slot = 10 * engine::minute;
constexpr std::int64_t wave_height = 3;  // dB, estimate

}  // namespace

std::int64_t transmitter_dbm(const Transmitter& unit, const Context& context) {
    std::int64_t dbm = context.value(Parameter::signal_strength);
    const PartId place = context.part(Role::antenna).in;
    if (place != no_part && context.part_spec(place).type == "window") {
        dbm += context.value(Parameter::signal_gain_window);
    }
    if (unit.sim == 2) dbm += context.value(Parameter::second_sim_gain);
    if (context.chance) {
        const auto slot = static_cast<std::uint64_t>((context.now + engine::day) / wave_slot);
        dbm += engine::uniform(
            context.stream(Purpose::signal_wave, static_cast<std::uint32_t>(context.device)), slot,
            -wave_height, wave_height);
    }
    return dbm;
}

}  // namespace sim
