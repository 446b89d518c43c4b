/// Goes to any moment of a recorded drill, by the nearest keyframe.
#pragma once

#include <memory>
#include <vector>

#include "sim/recording/restore.h"

namespace sim {

class Player {
  public:
    /// Opens the last branch of a recording. Throws RecordingError.
    explicit Player(const Recording& recording);

    /// The world at a moment, with all that happened at that very moment; moments outside the drill
    /// are moved into it.
    World at(Time time) const;

    const RecordedDrill& drill() const { return *drill_; }
    const std::vector<Command>& commands() const { return commands_; }
    Time first() const { return start_.now; }
    Time last() const { return reached_; }

  private:
    std::unique_ptr<RecordedDrill> drill_;
    std::vector<Command> commands_;
    std::vector<RecordedKeyframe> keyframes_;  ///< of this program's layout, by time
    World start_;
    Time drill_start_ = 0;
    Time reached_ = 0;
};

}  // namespace sim
