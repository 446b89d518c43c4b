#pragma once

#include <vector>

#include "sim/assessment/grader.h"
#include "sim/recording/rows.h"

namespace sim {

/// A grade as a recording keeps it: a row for each line and one, "total", for the sums.
std::vector<RecordedGrade> grade_rows(const Grade& grade);

/// The grade that a recording kept. The texts are taken from the plan's procedures where they still
/// have the step. Throws RecordingError when a row makes no sense.
Grade grade_of(const std::vector<RecordedGrade>& rows, const GradingPlan& plan);

}  // namespace sim
