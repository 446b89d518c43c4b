/// Physical parameters: what goes into the world (signals are what comes out). One table declares
/// every one of them; profiles set them, faults perturb them, scenarios and studies name them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "sim/world/ids.h"

namespace sim {

enum class DeviceClass : std::uint8_t;

/// How a perturbation meets the value in force before it.
enum class Combine : std::uint8_t { replace, add, multiply, lowest, highest };

enum class Parameter : std::uint8_t {
#define PARAMETER(id, device, name, unit, low, high, neutral, combine, help) id,
#include "sim/world/parameters.inl"
#undef PARAMETER
};
inline constexpr std::size_t parameter_count =
#define PARAMETER(id, device, name, unit, low, high, neutral, combine, help) +1
#include "sim/world/parameters.inl"
#undef PARAMETER
    ;

struct ParameterSpec {
    std::string_view name;     ///< within its class: "entry_grip"; in full "scanner.entry_grip"
    DeviceClass device_class;  ///< whose parameter it is
    std::string_view unit;     ///< base unit of the integer (engine/core/quantity.h)
    std::int64_t low, high;    ///< allowed range
    std::int64_t neutral;      ///< value when neither profile nor fault says otherwise
    Combine combine;
    const char* help;  ///< msgid
};

const ParameterSpec& spec(Parameter parameter);
/// The parameter `name` of a class ("entry_grip" of scanner).
std::optional<Parameter> find_parameter(DeviceClass device_class, std::string_view name);

/// One active change of one parameter of one device: `value` is reached `ramp` after `start`, by a
/// straight line from the value in force, and ends at `end`.
struct Perturbation {
    std::int16_t fault = -1;     ///< index in the catalogue; -1 for a scenario's own setting
    std::int32_t injection = 0;  ///< number of the injection, so that one can be undone
    Parameter parameter{};
    DeviceId device = no_device;
    std::int64_t value = 0;
    Time start = 0;
    Time ramp = 0;
    Time end = engine::never;

    template <class Archive>
    void serialize(Archive& ar) {
        ar(fault, injection, parameter, device, value, start, ramp, end);
    }
};

/// The value in force at `now`: `base`, then the active perturbations in order of injection, kept
/// inside the parameter's range.
std::int64_t in_force(std::int64_t base, Parameter parameter, DeviceId device, Time now,
                      std::span<const Perturbation> active);

}  // namespace sim
