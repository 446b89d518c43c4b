#include "sim/world/part.h"

#include <algorithm>
#include <string_view>

#include "engine/core/archive.h"

namespace sim {

namespace {

constexpr std::array<std::string_view, part_kind_count> kind_names = {
    "button",     "toggle",  "key_switch", "port",    "outlet",      "inlet",  "plug",
    "slot",       "holder",  "tray",       "door",    "compartment", "latch",  "packing",
    "seal_point", "seal",    "indicator",  "speaker", "screen",      "target", "entry",
    "path",       "surface", "reader",     "antenna", "battery",     "card",   "key",
    "roll",       "medium",  "sim_card",   "cloth",   "unit",        "paper",  "field",
    "pile",       "person",  "channel",    "topic",   "place",       "fault",  "parameter",
    "signal",     "post"};

constexpr std::array<std::string_view, role_count> role_names = {"none",
                                                                 "power_switch",
                                                                 "mains_inlet",
                                                                 "battery",
                                                                 "screen",
                                                                 "card_slot",
                                                                 "status_light",
                                                                 "speaker",
                                                                 "data_port",
                                                                 "entry",
                                                                 "path",
                                                                 "outfeed",
                                                                 "glass",
                                                                 "rollers",
                                                                 "cover",
                                                                 "box_door",
                                                                 "box",
                                                                 "invalid_bin",
                                                                 "emergency_bin",
                                                                 "bolt",
                                                                 "double_sheet_detector",
                                                                 "media_door",
                                                                 "main_medium_slot",
                                                                 "backup_medium_slot",
                                                                 "diverter_cable",
                                                                 "roll_holder",
                                                                 "printer_lid",
                                                                 "paper_mouth",
                                                                 "document_reader",
                                                                 "finger_sensor",
                                                                 "camera",
                                                                 "ballot_tray",
                                                                 "ballot_mouth",
                                                                 "peer_port",
                                                                 "peer_lead",
                                                                 "voter",
                                                                 "sim_slot_1",
                                                                 "sim_slot_2",
                                                                 "antenna",
                                                                 "network_port",
                                                                 "pointing_light",
                                                                 "wall_outlet",
                                                                 "strip_lead",
                                                                 "strip_switch",
                                                                 "ups_lead",
                                                                 "ups_switch",
                                                                 "ups_battery",
                                                                 "generator_switch"};

constexpr std::array<std::string_view, device_class_count> class_names = {
    "scanner", "terminal", "transmitter", "power", "room"};

template <class Enum, std::size_t Size>
std::optional<Enum> named(const std::array<std::string_view, Size>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Enum>(found - names.begin());
}

}  // namespace

std::string_view name_of(PartKind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}
std::optional<PartKind> part_kind(std::string_view name) {
    return named<PartKind>(kind_names, name);
}

std::string_view name_of(Role role) {
    return role_names[static_cast<std::size_t>(role)];
}
std::optional<Role> role_named(std::string_view name) {
    return named<Role>(role_names, name);
}

std::string_view name_of(DeviceClass device_class) {
    return class_names[static_cast<std::size_t>(device_class)];
}
std::optional<DeviceClass> device_class_named(std::string_view name) {
    return named<DeviceClass>(class_names, name);
}

void Layout::index_names() {
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const PartId door = parts[i].guards;
        if (door != no_part) {
            parts[static_cast<std::size_t>(door)].guarded_by = static_cast<PartId>(i);
        }
    }
    by_name_.clear();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        by_name_.emplace_back(engine::hash_bytes(parts[i].name), static_cast<PartId>(i));
    }
    std::sort(by_name_.begin(), by_name_.end());
}

PartId Layout::find(std::string_view name) const {
    const std::uint64_t hash = engine::hash_bytes(name);
    auto found = std::lower_bound(by_name_.begin(), by_name_.end(), std::pair{hash, PartId{0}});
    for (; found != by_name_.end() && found->first == hash; ++found) {
        if ((*this)[found->second].name == name) return found->second;
    }
    return no_part;
}

DeviceId Layout::find_device(std::string_view name) const {
    for (std::size_t i = 0; i < devices.size(); ++i) {
        if (devices[i].name == name) return static_cast<DeviceId>(i);
    }
    return no_device;
}

bool Layout::any_has(Role role) const {
    return std::any_of(devices.begin(), devices.end(),
                       [role](const DeviceSpec& device) { return device.has(role); });
}

DeviceId Layout::device_of(DeviceClass device_class, int number) const {
    for (std::size_t i = 0; i < devices.size(); ++i) {
        if (devices[i].device_class == device_class && devices[i].number == number) {
            return static_cast<DeviceId>(i);
        }
    }
    return no_device;
}

}  // namespace sim
