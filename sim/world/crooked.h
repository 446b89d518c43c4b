/// How crooked a sheet lies against the slot: permille of the widest that the guides let through.
#pragma once

#include <cstdint>

namespace sim {

inline constexpr std::int64_t most_crooked = 1000;
inline constexpr std::int64_t widest_degrees = 15;     ///< estimate
inline constexpr std::int64_t readable_crooked = 600;  ///< more is not read; estimate

}  // namespace sim
