/// Adding up ballots by hand, and the control sums of the protocol.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/core/blocks.h"
#include "sim/election/count.h"
#include "sim/world/ballot.h"

namespace sim {

/// Adds the sheets at a place as people read them (`read_by_hand`); returns how many there are.
/// Sheets of blank paper that stuck to a ballot are no ballots and are counted as invalid.
std::int32_t count_by_hand(const engine::Blocks<Sheet>& sheets, SheetPlace place, int candidates,
                           HandTally& tally);

/// How many sheets lie at a place. Test ballots are no election material and are left out.
std::int32_t sheets_at(const engine::Blocks<Sheet>& sheets, SheetPlace place);

/// What stands on either side of a control sum. The sides are added up; only for `machine` each
/// figure has its counterpart in `by_hand` at the same place of the other side.
struct SumSides {
    std::vector<std::int64_t> left, right;
};
SumSides sum_sides(const ProtocolFigures& figures, ControlSum sum, const HandTally& by_hand,
                   int candidates);

/// Left side minus right side of a control sum; 0 when it holds. For `machine` the sum of all
/// differences between the machine's figures and `by_hand`, each taken as positive.
std::int64_t difference(const ProtocolFigures& figures, ControlSum sum, const HandTally& by_hand,
                        int candidates);

}  // namespace sim
