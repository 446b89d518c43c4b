/// What is known of a recording before it is put into words.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "sim/assessment/grader.h"
#include "sim/recording/player.h"
#include "sim/recording/verify.h"
#include "sim/report/report.h"

namespace sim {

/// A malfunction that was in force.
struct FaultSpan {
    std::int16_t fault = -1;
    DeviceId device = no_device;
    Time from = 0;
    Time to = 0;
};

struct ReportFacts {
    RecordingInfo info;
    bool closed = false;
    Time start = 0;  ///< the drill proper
    Time end = 0;
    std::string digest;
    Verification verification;
    std::unique_ptr<Player> player;  ///< none when it cannot be replayed
    GradingPlan plan;
    std::optional<Grade> stored;
    Grade computed;  ///< by replay; where there is none, the stored one
    Grade grade;     ///< the computed one with the assessor's points
    std::optional<Grade> expert;
    std::vector<FaultSpan> faults;
    Time longest_at = engine::never;  ///< when the queue was longest
    std::int64_t longest = 0;

    bool replayed() const { return player != nullptr; }
    const Scenario* scenario() const { return player ? &player->drill().loaded.scenario : nullptr; }
    const Setup* setup() const { return setup_.get(); }

    std::shared_ptr<const Setup> setup_;
};

ReportFacts gather(const Recording& recording, const ReportOptions& options);

/// The grade with the assessor's points, between nothing (for a violation: all its cost) and the
/// most. A critical line that is given points, or a violation that is taken back, fails no more;
/// one that loses all its points does.
Grade with_overrides(Grade grade, const std::vector<PointsOverride>& overrides);

/// The line of that id; nothing when the grade has none.
const GradeLine* find_line(const Grade& grade, std::string_view id);

/// Where a line of the grade stands in its procedure.
struct LineSource {
    const GradedProcedure* graded = nullptr;
    const Step* step = nullptr;            ///< none for a violation
    const Violation* violation = nullptr;  ///< none for a step
    int number = 0;                        ///< of the step, from 1
    int steps = 0;
};
LineSource source_of(const GradingPlan& plan, std::string_view id);

}  // namespace sim
