/// Elections.
#pragma once

#include <string_view>

#include "sim/election/election.h"
#include "sim/scenario/form.h"

namespace sim {

/// Reads an election whose file is called `id`; its hash is that of `text`.
Election read_election(const engine::Node& node, std::string_view id, std::string_view text,
                       Place& place);

}  // namespace sim
