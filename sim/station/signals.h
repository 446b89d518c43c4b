/// The table of signals (sim/world/signal.h): declared once, typed, documented.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "sim/station/world.h"

namespace sim {

struct SignalSpec {
    /// Class whose every device has it ("scanner.state" under the device's name); `room` for the
    /// station's own, whose name stands alone ("queue.desk").
    DeviceClass scope;
    std::string_view name;
    SignalType type;
    std::string_view unit;  ///< base unit, "count" when none
    Channel channel;
    const char* help;                           ///< msgid
    std::span<const std::string_view> choices;  ///< names of the values of a choice
    std::int64_t (*read)(const World&, int unit);
};

std::span<const SignalSpec> signals();
const SignalSpec& spec(SignalRef signal);

/// Attributes that every part has: `front_door.open`, `seal_117.broken`.
std::span<const std::string_view> part_attributes();

/// The signal of that full name at this station ("terminal_2.state", "scanner.cover.open").
std::optional<SignalRef> find_signal(const Layout& layout, std::string_view name);
/// Full name of a signal at this station.
std::string signal_name(const Layout& layout, SignalRef signal);
/// All full names, for completion and for the nearest right spelling.
std::vector<std::string> signal_names(const Layout& layout);
/// How a person perceives it; parts by sight, fields and papers as paper.
Channel channel_of(const Layout& layout, SignalRef signal);

// Where the rows are written; signals() joins them.
std::span<const SignalSpec> scanner_signals();
std::span<const SignalSpec> terminal_signals();
std::span<const SignalSpec> terminal_trouble_signals();
std::span<const SignalSpec> voter_signals();
std::span<const SignalSpec> result_signals();
std::span<const SignalSpec> station_signals();

}  // namespace sim
