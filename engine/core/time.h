#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace engine {

/// Simulated time or a span of it: microseconds. A moment counts from 00:00 of polling day and is
/// negative on the eve.
using Time = std::int64_t;

inline constexpr Time microsecond = 1;
inline constexpr Time millisecond = 1000 * microsecond;
inline constexpr Time second = 1000 * millisecond;
inline constexpr Time minute = 60 * second;
inline constexpr Time hour = 60 * minute;
inline constexpr Time day = 24 * hour;

/// Later than every moment: "not scheduled".
inline constexpr Time never = std::numeric_limits<Time>::max();

/// Reads a moment: "HH:MM" or "HH:MM:SS", with up to six decimals of a second. Hours go on after
/// midnight ("26:30", at most 99); "-1d 15:00" is the eve (at most "-9d"). Empty when malformed.
std::optional<Time> parse_clock(std::string_view text);

/// "HH:MM:SS", rounded down to the second; "-1d HH:MM:SS" on the eve, "26:30:00" after midnight;
/// "never" for `never`.
std::string format_clock(Time moment);

/// As format_clock, with ".ffffff" (trailing zeros dropped) where the second is not whole.
std::string format_clock_exact(Time moment);

/// Reads a span that is not negative: "30s", "30 s", "1.5 s", "500 ms", "250 us", "5 min", "2 h",
/// or several of them from large to small ("1 h 30 min"). Exact: empty when it is not a whole
/// number of microseconds.
std::optional<Time> parse_duration(std::string_view text);

/// Short text that parse_duration reads back: "1 h 30 min", "500 ms", "0 s"; "-" before a negative.
std::string format_duration(Time span);

}  // namespace engine
