#include "sim/scenario/read_settings.h"

#include <fmt/format.h>

#include <algorithm>

namespace sim {

namespace {

using engine::Node;

/// The names of the same device, or all when there is none of that name.
std::vector<std::string> alike(const std::vector<std::string>& names, const std::string& name) {
    const std::string prefix = name.substr(0, name.find('.') + 1);
    std::vector<std::string> some;
    for (const std::string& one : names) {
        if (!prefix.empty() && one.starts_with(prefix)) some.push_back(one);
    }
    return some.empty() ? names : some;
}

}  // namespace

void read_settings(const Node& node, Layout& layout, Place& place) {
    if (node.kind != Node::Kind::map) {
        place.report(node, fmt::format("set must be a map (parameter: value), found {}",
                                       engine::describe(node)));
        return;
    }
    const auto named = named_parameters(layout);
    std::vector<std::string> names;
    for (const auto& [name, parameter] : named) names.push_back(name);
    for (const auto& [key, value] : node.entries) {
        if (place.full()) return;
        const auto found = std::find(names.begin(), names.end(), key.name);
        if (found == names.end()) {
            place.report(key, unknown_word("set", key.name, alike(names, key.name)));
            continue;
        }
        const NamedParameter& parameter =
            named[static_cast<std::size_t>(found - names.begin())].second;
        if (const auto number = read_parameter_value(value, parameter.parameter, place)) {
            set_parameter(layout, parameter, *number);
        }
    }
}

void set_parameter(Layout& layout, const NamedParameter& parameter, std::int64_t value) {
    const DeviceClass device_class = layout.device(parameter.device).device_class;
    const bool shared = device_class == DeviceClass::room || device_class == DeviceClass::power;
    for (std::size_t i = 0; i < layout.devices.size(); ++i) {
        DeviceSpec& device = layout.devices[i];
        const bool named = i == static_cast<std::size_t>(parameter.device);
        if (named || (shared && device.device_class == device_class)) {
            device.base[static_cast<std::size_t>(parameter.parameter)] = value;
        }
    }
}

}  // namespace sim
