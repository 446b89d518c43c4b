/// A recording brought back to life: its drill built again from the files it kept.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "sim/recording/recording.h"
#include "sim/scenario/drill.h"

namespace sim {

/// What a recorded drill is built from. Keep it where its drills can point to it.
struct RecordedDrill {
    LoadedScenario loaded;
    RecordingInfo info;
    CrewPlan plan;

    /// The drill at its very beginning.
    Drill make() const;
};

/// Reads the files and the crew of a recording. Throws RecordingError when they cannot be read (any
/// more), with what is wrong.
std::unique_ptr<RecordedDrill> restore(const Recording& recording);

/// The commands of a branch for a replay. Throws RecordingError, with the number and the sentence,
/// when this program cannot read one.
std::vector<Command> commands_of(const std::vector<RecordedCommand>& rows, const Setup& setup);

}  // namespace sim
