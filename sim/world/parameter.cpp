#include "sim/world/parameter.h"

#include <algorithm>
#include <array>

#include "engine/core/translate.h"
#include "engine/core/wide.h"
#include "sim/world/part.h"

namespace sim {

namespace {

constexpr std::array<ParameterSpec, parameter_count> table = {{
#define PARAMETER(id, device, name, unit, low, high, neutral, combine, help) \
    {name, DeviceClass::device, unit, low, high, neutral, Combine::combine, help},
#include "sim/world/parameters.inl"
#undef PARAMETER
}};

std::int64_t combined(Combine combine, std::int64_t base, std::int64_t value) {
    switch (combine) {
        case Combine::replace:
            return value;
        case Combine::add:
            return base + value;
        case Combine::multiply:
            return base * value / 1000;
        case Combine::lowest:
            return std::min(base, value);
        case Combine::highest:
            return std::max(base, value);
    }
    return value;
}

}  // namespace

const ParameterSpec& spec(Parameter parameter) {
    return table[static_cast<std::size_t>(parameter)];
}

std::optional<Parameter> find_parameter(DeviceClass device_class, std::string_view name) {
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (table[i].device_class == device_class && table[i].name == name) {
            return static_cast<Parameter>(i);
        }
    }
    return std::nullopt;
}

std::int64_t in_force(std::int64_t base, Parameter parameter, DeviceId device, Time now,
                      std::span<const Perturbation> active) {
    std::int64_t value = base;
    for (const Perturbation& change : active) {
        if (change.parameter != parameter || change.device != device) continue;
        if (now < change.start || now >= change.end) continue;
        const std::int64_t goal = combined(spec(parameter).combine, value, change.value);
        const Time passed = now - change.start;
        if (passed >= change.ramp) {
            value = goal;
        } else {
            // 128 bits: a clock offset of years times a ramp of minutes does not fit into 64.
            const auto part = static_cast<engine::SignedWide>(goal - value) * passed / change.ramp;
            value += static_cast<std::int64_t>(part);
        }
    }
    return std::clamp(value, spec(parameter).low, spec(parameter).high);
}

}  // namespace sim
