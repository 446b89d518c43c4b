/// Electricity of the station: wall outlets, extension strips, a UPS with battery, a generator, and
/// the leads between them, which must really be connected. A device has power when its inlet holds
/// a plug whose other end sits in an outlet that is live.
///
/// An outlet belongs to the supply named before the dot of its name (`ups.outlet_1` to `ups`); its
/// `type` in the profile says what that is: wall, strip, ups or generator. A strip or UPS is fed
/// through `NAME.plug` and switched by `NAME.switch`.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "sim/world/context.h"

namespace sim {

inline constexpr std::size_t devices_most = 32;

enum class GeneratorState : std::uint8_t { off, starting, running, failed };
std::span<const std::string_view> generator_state_names();

enum class SupplyKind : std::uint8_t { wall, strip, ups, generator };

/// How the supplies hang together by the profile; never changes, found once.
struct Wiring {
    struct Supply {
        SupplyKind kind{};
        PartId plug = no_part;
        PartId toggle = no_part;
    };
    std::vector<Supply> supplies;
    std::vector<std::int8_t> supply_of;  ///< by part: the supply of an outlet, -1 for others
    PartId test_button = no_part;        ///< `ups.test`
};

struct Power {
    bool mains = false;           ///< voltage at the wall outlets is in the usable band
    bool ups_input = false;       ///< the UPS is fed
    bool ups_output = false;      ///< its outlets are live
    bool ups_low = false;         ///< it has warned of its battery
    bool ups_tested = false;      ///< its test button was pressed and the battery held
    std::int64_t ups_energy = 0;  ///< in the battery at `ups_since`, nanojoule (mW × us)
    std::int64_t ups_draw = 0;    ///< of all that hangs on the UPS, mW
    Time ups_since = 0;
    GeneratorState generator = GeneratorState::off;
    std::uint32_t battery_token = 0;
    std::uint32_t generator_token = 0;
    std::uint32_t mains_token = 0;
    std::array<std::uint8_t, devices_most> live{};  ///< by device: its inlet is live

    Wiring wiring;  ///< no state

    template <class Archive>
    void serialize(Archive& ar) {
        ar(mains, ups_input, ups_output, ups_low, ups_tested, ups_energy, ups_draw, ups_since,
           generator, battery_token, generator_token, mains_token, live);
    }
};

/// Finds the wiring and fills the battery. Call once, at the start, with the power kit's context.
/// Without a power kit (the context's device is none) nothing is ever live.
void power_start(Power& power, Context& context);

/// Works out anew what is live and who hangs on the UPS, drains or charges its battery up to now
/// and schedules its end. `draws` is the power each device would take, by device, mW. Cheap: a few
/// hops for each device. Returns whether any device's `live` changed.
bool power_update(Power& power, Context& context, std::span<const std::int64_t> draws);

/// EventKind::power_check; call power_update afterwards.
void power_check(Power& power, Context& context, const Event& event);

/// A button of the kit was pressed: the generator's start switch or the UPS's test. Call
/// power_update afterwards.
void power_pressed(Power& power, Context& context, PartId part);

/// Charge of the UPS battery now, permille of what it could hold when new.
std::int64_t ups_charge(const Power& power, const Context& context);

/// Whether the UPS's outlets are live from its battery alone.
bool ups_on_battery(const Power& power);

/// Whether an outlet gives power by the last update's mains, generator and battery.
bool outlet_live(const Power& power, const engine::Blocks<PartState>& parts, PartId outlet);

/// Whether the first strip gives power (its lamp is on).
bool strip_live(const Power& power, const engine::Blocks<PartState>& parts);

}  // namespace sim
