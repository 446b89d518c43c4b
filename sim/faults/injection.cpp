#include "sim/faults/injection.h"

#include <algorithm>

#include "engine/core/quantity.h"

namespace sim {

namespace {

struct Pair {
    std::string name, value;
};

/// NAME=VALUE pairs, separated by spaces; a unit may follow its number after a space.
std::vector<Pair> split_pairs(std::string_view words) {
    std::vector<Pair> pairs;
    std::size_t at = 0;
    while (at < words.size()) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        const std::string_view token = words.substr(at, end - at);
        at = end + 1;
        if (token.empty()) continue;
        const std::size_t equals = token.find('=');
        if (equals != std::string_view::npos) {
            pairs.push_back(
                {std::string(token.substr(0, equals)), std::string(token.substr(equals + 1))});
        } else if (!pairs.empty()) {
            pairs.back().value += " " + std::string(token);
        } else {
            pairs.push_back({std::string(token), ""});
        }
    }
    return pairs;
}

std::vector<std::string> allowed_names(const FaultSpec& fault) {
    std::vector<std::string> names = {"delay", "ramp", "duration", "device"};
    for (const Cause& cause : fault.causes) names.emplace_back(spec(cause.parameter).name);
    return names;
}

std::string unknown(const std::string& name, const std::vector<std::string>& allowed) {
    const std::string near = engine::nearest(name, allowed);
    std::string text = "unknown word " + engine::quote(name) + " for this malfunction";
    if (!near.empty()) text += "; did you mean " + engine::quote(near) + "?";
    return text + " Allowed: " + engine::join(allowed);
}

std::string read_pair(const FaultSpec& fault, const Layout& layout, const Pair& pair,
                      InjectionWords& into) {
    const auto bad = [&pair](std::string_view allowed) {
        return pair.name + ": " + engine::quote(pair.value) + " is not " + std::string(allowed);
    };
    for (const auto& [name, goal] :
         {std::pair{"delay", &InjectionWords::delay}, std::pair{"ramp", &InjectionWords::ramp},
          std::pair{"duration", &InjectionWords::duration}}) {
        if (pair.name != name) continue;
        const auto time = engine::parse_duration(pair.value);
        if (!time || *time < 0) return bad("a duration such as 30s or 5min");
        into.*goal = *time;
        return {};
    }
    if (pair.name == "device") {
        into.device = layout.find_device(pair.value);
        return into.device == no_device ? bad("a device of this station") : std::string{};
    }
    for (const Cause& cause : fault.causes) {
        const ParameterSpec& parameter = spec(cause.parameter);
        if (parameter.name != pair.name) continue;
        const auto value = engine::parse_quantity(pair.value, parameter.unit);
        if (!value || *value < parameter.low || *value > parameter.high) {
            const std::vector<std::string> units = engine::quantity_units(parameter.unit);
            return bad("a possible value of this parameter" +
                       (units.empty() ? std::string{} : " in " + engine::join(units)));
        }
        into.values.emplace_back(cause.parameter, *value);
        return {};
    }
    return unknown(pair.name, allowed_names(fault));
}

DeviceId device_for(const Layout& layout, const FaultSpec& fault, Parameter parameter,
                    DeviceId named) {
    const DeviceClass wanted = spec(parameter).device_class;
    const bool fits = named != no_device && layout.device(named).device_class == wanted;
    if (wanted == fault.device_class && fits) return named;
    return layout.device_of(wanted, 0);
}

}  // namespace

std::variant<InjectionWords, std::string> read_injection(const FaultSpec& fault,
                                                         const Layout& layout,
                                                         std::string_view words) {
    InjectionWords result;
    for (const Pair& pair : split_pairs(words)) {
        std::string wrong = read_pair(fault, layout, pair, result);
        if (!wrong.empty()) return wrong;
    }
    return result;
}

std::vector<Perturbation> perturbations_of(const FaultSpec& fault, int fault_index,
                                           const InjectionWords& words, const Layout& layout,
                                           int injection, Time now) {
    std::vector<Perturbation> result;
    for (const Cause& cause : fault.causes) {
        Perturbation change;
        change.fault = static_cast<std::int16_t>(fault_index);
        change.injection = injection;
        change.parameter = cause.parameter;
        change.device = device_for(layout, fault, cause.parameter, words.device);
        change.value = cause.value;
        for (const auto& [parameter, value] : words.values) {
            if (parameter == cause.parameter) change.value = value;
        }
        change.start = now + (words.delay >= 0 ? words.delay : cause.delay);
        change.ramp = words.ramp >= 0 ? words.ramp : cause.ramp;
        const Time lasts = words.duration >= 0 ? words.duration : cause.duration;
        change.end = lasts == engine::never ? engine::never : change.start + lasts;
        result.push_back(change);
    }
    return result;
}

}  // namespace sim
