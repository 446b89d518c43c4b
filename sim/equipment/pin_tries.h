/// How many wrong PINs in a row a device takes before it makes people wait.
#pragma once

#include <cstdint>

namespace sim {

inline constexpr std::uint8_t scanner_pin_tries = 5;
inline constexpr std::uint8_t terminal_pin_tries = 3;

}  // namespace sim
