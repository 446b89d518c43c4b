/// Signals: what comes out of the world, by name. Conditions, grading, the expert, the seats and
/// the account of the day read the station through them and through nothing else.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "sim/world/ids.h"

namespace sim {

/// How a person perceives a signal. `hidden` is known to instructor and assessor only; the
/// trainee's seat, the expert and the help never read it.
enum class Channel : std::uint8_t { sight, sound, paper, screen, told, hidden };
std::string_view name_of(Channel channel);

enum class SignalType : std::uint8_t { number, boolean, choice, time, duration };

/// A signal of one device or of the station, with its unit number: terminal_2 is unit 1. Every part
/// has signals of its own (`seal_117.broken`): their `signal` is -2 minus the attribute, their
/// `unit` the part.
struct SignalRef {
    std::int16_t signal = -1;
    std::int16_t unit = 0;
    friend bool operator==(const SignalRef&, const SignalRef&) = default;
};

}  // namespace sim
