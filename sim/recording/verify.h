/// Whether a recording is whole, and whether its drill, run again, is the same bit for bit.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sim/recording/recording.h"

namespace sim {

/// The first thing in which a replay differs from what was recorded.
struct Divergence {
    std::int64_t branch = 0;
    Time time = 0;
    engine::Phrase what;
};

struct Verification {
    RecordingInfo info;
    bool closed = false;  ///< false: cut off; what is there was verified
    Time reached = 0;
    std::vector<Damage> damage;  ///< against the seal
    std::optional<Divergence> divergence;
    engine::Phrase unreadable;  ///< why it could not be replayed at all; else empty
    std::int64_t branches = 0;
    std::int64_t commands = 0;
    std::int64_t observations = 0;
    std::int64_t minutes = 0;  ///< hashes compared
    std::int64_t keyframes = 0;
    std::int64_t foreign_keyframes = 0;  ///< of another program's layout, not compared

    bool good() const { return damage.empty() && !divergence && unreadable.empty(); }
};

/// Checks the seal, then replays every branch from the files, the seed and the commands and
/// compares refusals, observations, hashes, keyframes and the grade. `progress` is told every
/// minute of the drill a share from 0 to 1, and may throw to stop.
Verification verify(const Recording& recording, const std::function<void(double)>& progress = {});

}  // namespace sim
