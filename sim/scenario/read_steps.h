/// The steps of procedures and of the recoveries of faults.
#pragma once

#include "sim/scenario/read_procedure.h"

namespace sim {

/// Steps of a list, expanded over the devices of a class where they say `each`, with `after`
/// resolved. Steps that wait for themselves are reported.
std::vector<Step> read_steps(const std::vector<engine::Node>& list, const Words& words,
                             Place& place);

}  // namespace sim
