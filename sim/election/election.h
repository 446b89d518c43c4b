/// An election as the station's equipment is configured for it. Fictional: the candidates are
/// trees.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/core/text.h"

namespace sim {

struct Candidate {
    std::string id;  ///< "archa"
    engine::LocalizedText name;
};

/// Read from assets/elections/*.yaml; never changes after set-up.
struct Election {
    std::string id;  ///< "trees"
    engine::LocalizedText title;
    std::string hash;                   ///< of the election data, as shown by the equipment
    std::int32_t votes_allowed = 1;     ///< marks a voter may make
    std::vector<Candidate> candidates;  ///< at most `candidates_most` (sim/world/ballot.h)
};

}  // namespace sim
