/// Everything about a drill that never changes while it runs: built once from files and the seed,
/// shared by all copies of its world, hashed once.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "sim/election/election.h"
#include "sim/election/register.h"
#include "sim/people/arrivals.h"
#include "sim/world/condition.h"
#include "sim/world/fault.h"
#include "sim/world/part.h"
#include "sim/world/procedure.h"

namespace sim {

/// `when` something holds, `then` these sentences are said by the scenario, once.
struct Trigger {
    Condition when;
    std::vector<Sentence> then;
};

struct Setup {
    std::string scenario;  ///< id of the drill
    std::uint64_t seed = 0;
    std::uint64_t digest = 0;  ///< hash over all files and the seed
    bool chance = true;        ///< background chance (worn fingers, one jam in a thousand)
    Time start = 6 * engine::hour + 30 * engine::minute;
    Time polls_open = 8 * engine::hour;
    Time polls_close = 20 * engine::hour;
    Time latest_end = 30 * engine::hour;  ///< the drill ends here whatever the state
    std::uint16_t station_number = 0;
    std::string room = "school_classroom";  ///< in which it is shown, of assets/rooms
    Layout layout;
    Election election;
    Register voters;    ///< the register, made from the seed
    Arrivals arrivals;  ///< who comes when, made from the seed
    std::vector<Procedure> procedures;
    std::vector<FaultSpec> faults;
    std::vector<Trigger> triggers;
    std::vector<Time> looks;  ///< clock times named in conditions: the world looks then
    Condition finished;       ///< the drill is over when this holds
};

}  // namespace sim
