/// The nouns of one station from the profiles of its devices.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "sim/scenario/read_condition.h"
#include "sim/scenario/read_equipment.h"

namespace sim {

/// One device of the station as the scenario asks for it.
struct DevicePlan {
    std::string name;
    std::string equipment;
    int line = 0;
    int column = 0;
};

using Profiles = std::map<std::string, EquipmentProfile>;

/// The station every procedure and fault is read against when no scenario says otherwise.
std::vector<DevicePlan> default_devices();

/// Joins the devices' parts and resolves what they say of each other. Devices whose profile is not
/// among `profiles` are left out (their reader has complained). Call `add_nouns` before using
/// names.
Layout build_layout(const std::vector<DevicePlan>& devices, const Profiles& profiles, Place& place);

/// What an instructor's sentences can name besides parts.
struct FaultNoun {
    std::string id;
    engine::LocalizedText title;
};

/// Adds faults, parameters, posts and signals as nouns ("fault:no_signal", so that none hides a
/// part; their label is the bare name, a fault's its title) and indexes all names.
void add_nouns(Layout& layout, const std::vector<FaultNoun>& faults);

/// The signals of a layout, for conditions. The layout must outlive it.
SignalNames signal_names_of(const Layout& layout);

/// The parameter of that full name ("scanner.jam_chance") and its device; parameters of power and
/// room go by the name of their first device.
struct NamedParameter {
    DeviceId device = no_device;
    Parameter parameter{};
};
std::vector<std::pair<std::string, NamedParameter>> named_parameters(const Layout& layout);

}  // namespace sim
