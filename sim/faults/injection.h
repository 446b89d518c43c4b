/// From an entry of the catalogue to perturbations in force.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/core/phrase.h"
#include "sim/world/fault.h"

namespace sim {

/// What an instructor may say beside the fault's name: `entry_grip=20%` for a cause's value (`grip`
/// where no other cause has that word, `0.2` where a share is meant), `delay=30s`, `ramp=5min`,
/// `duration=10min`, `device=terminal_2`.
struct InjectionWords {
    std::vector<std::pair<Parameter, std::int64_t>> values;
    Time delay = -1;  ///< -1: as the catalogue says
    Time ramp = -1;
    Time duration = -1;
    DeviceId device = no_device;
};

/// Why the words cannot be read.
struct InjectionMistake {
    engine::Phrase text;    ///< with what is allowed and the nearest right spelling
    bool of_value = false;  ///< the word is right, its value is not
    int word = -1;  ///< that word's index in injection_words, or the nearest one's; -1: none
};

std::variant<InjectionWords, InjectionMistake> read_injection(const FaultSpec& fault,
                                                              const Layout& layout,
                                                              std::string_view words);

/// The words that a fault's injection knows: its causes, then delay, ramp, duration, device.
std::vector<std::string> injection_words(const FaultSpec& fault);
/// What may follow `=`, shortly: "0 … 100 %, 0 … 1".
std::string injection_values(const FaultSpec& fault, const Layout& layout, int word);

/// A value of a parameter as people say it: with its unit ("40 %"), or as a decimal where it is a
/// share ("0.4"). Nothing when it is none, or out of the parameter's range.
std::optional<std::int64_t> parse_parameter_value(Parameter parameter, std::string_view text);
/// The range of a parameter: "0 … 100 %, 0 … 1".
std::string parameter_values(Parameter parameter);

/// The perturbations of one injection at `now`, numbered `injection`. Parameters of `power` and
/// `room` go to the devices of those classes, all others to the device named or the first of the
/// class.
std::vector<Perturbation> perturbations_of(const FaultSpec& fault, int fault_index,
                                           const InjectionWords& words, const Layout& layout,
                                           int injection, Time now);

}  // namespace sim
