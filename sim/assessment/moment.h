/// Whether a condition or a sentence holds at this moment: what grading and watching share.
#pragma once

#include "sim/station/world.h"
#include "sim/world/condition.h"
#include "sim/world/procedure.h"

namespace sim {

/// The memory of a condition that has not been looked at yet.
Since no_times(const Condition& condition);

/// Whether it is true, with what it remembers of earlier looks.
bool true_now(const Condition& condition, const World& world, Since& since);

/// A sentence is done when saying it once more would be refused because it is so already.
bool is_so(const Sentence& sentence, PostId post, const World& world);

}  // namespace sim
