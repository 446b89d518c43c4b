/// From an entry of the catalogue to perturbations in force.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/world/fault.h"

namespace sim {

/// What an instructor may say beside the fault's name: `entry_grip=20%` for a cause's value,
/// `delay=30s`, `ramp=5min`, `duration=10min`, `device=terminal_2`.
struct InjectionWords {
    std::vector<std::pair<Parameter, std::int64_t>> values;
    Time delay = -1;  ///< -1: as the catalogue says
    Time ramp = -1;
    Time duration = -1;
    DeviceId device = no_device;
};

/// Reads the words; a string says what is wrong, what is allowed and the nearest right spelling.
std::variant<InjectionWords, std::string> read_injection(const FaultSpec& fault,
                                                         const Layout& layout,
                                                         std::string_view words);

/// The perturbations of one injection at `now`, numbered `injection`. Parameters of `power` and
/// `room` go to the devices of those classes, all others to the device named or the first of the
/// class.
std::vector<Perturbation> perturbations_of(const FaultSpec& fault, int fault_index,
                                           const InjectionWords& words, const Layout& layout,
                                           int injection, Time now);

}  // namespace sim
