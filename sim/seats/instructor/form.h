/// The form of an injection: when, how strong, how long, where; what it says as a sentence. Draws
/// nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/seats/shared/live.h"
#include "sim/world/fault.h"

namespace sim::seats {

struct Form {
    enum class When : std::uint8_t { now, time, after, reading };

    bool open = false;
    std::int16_t fault = -1;
    When when = When::time;
    std::string at;     ///< "12:30"
    std::string after;  ///< "10 min"
    std::optional<SignalRef> signal;
    std::string signal_search;
    Condition::Comparison comparison = Condition::Comparison::at_least;
    std::string value;
    std::vector<std::string> strengths;  ///< of the fault's causes, as people write them
    std::string ramp;
    std::string duration;
    DeviceId device = no_device;
    bool repeats = false;
    std::string off;    ///< between two injections
    std::string times;  ///< how many
};

/// A form for that malfunction with what the catalogue says filled in.
Form make_form(const Live& live, std::int16_t fault);

/// The NAME=VALUE pairs of the injection: only what differs from the catalogue.
std::string words_of(const Form& form, const Live& live);

/// What the form asks for, or why it cannot be.
struct FormResult {
    std::optional<Arm> arm;  ///< with `at` = now for an injection at once
    engine::Phrase problem;
};
FormResult read_form(const Form& form, const Live& live);

/// A value as a person writes it for that reading: a number with its unit, a choice, yes or no.
std::optional<std::int64_t> parse_reading(const Layout& layout, SignalRef signal,
                                          const std::string& text);

/// "≥", "=" …
const char* sign_of(Condition::Comparison comparison);

/// Devices that the malfunction may be in.
std::vector<DeviceId> devices_for(const FaultSpec& fault, const Layout& layout);

}  // namespace sim::seats
