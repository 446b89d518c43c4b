/// Who comes to vote and when: worked out once from the seed, never changed.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/world/ids.h"

namespace sim {

/// Why somebody comes.
enum class Visit : std::uint8_t {
    vote,
    again,        ///< was here already: the terminal knows
    not_in_list,  ///< lives elsewhere or never registered: not in this station's list
    late,         ///< after the polls have closed
};

struct Arrival {
    Time time = 0;
    std::int16_t entry = -1;  ///< in the register; -1 when not in the list
    Visit visit = Visit::vote;
    friend bool operator==(const Arrival&, const Arrival&) = default;
};

struct Arrivals {
    std::vector<Arrival> list;  ///< sorted by time; a VoterId indexes it
    int expected = 0;           ///< voters of the list who come to vote
};

/// What shapes a day's arrivals.
struct ArrivalPlan {
    std::uint64_t seed = 0;
    int register_size = 1723;
    std::int64_t turnout = 450;  ///< permille of the register, mean over stations
    std::int64_t factor = 1000;  ///< permille, parameter arrival_factor
    Time polls_open = 8 * engine::hour;
    Time polls_close = 20 * engine::hour;
    bool chance = true;  ///< without it nobody comes twice, late, or without being in the list
};

/// Hourly shares of domain.md E1, stretched over the opening hours; Poisson-like within the hour;
/// the station's own turnout spreads ±30 % around the mean. A few come before the opening and wait,
/// a few come twice, some are not in the list (E4), one or two come after closing.
Arrivals make_arrivals(const ArrivalPlan& plan);

}  // namespace sim
