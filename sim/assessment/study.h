/// Many days of one drill, summed up: what a station does on average, and how far days differ.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "sim/scenario/build_layout.h"
#include "sim/scenario/drill.h"
#include "sim/scenario/study_figure.h"

namespace sim {

/// A day has no such figure: no results were acknowledged that could be late.
inline constexpr std::int64_t no_figure = std::numeric_limits<std::int64_t>::min();

/// One day's figures, one for each of `study_figures()`. Whole numbers in the units of FigureKind,
/// so that sums do not depend on who added them up.
using StudyDay = std::vector<std::int64_t>;

/// A parameter of a device taken to a value for the whole day.
struct StudySetting {
    NamedParameter parameter;
    std::int64_t value = 0;
};

/// The same drill with parameters taken to other values from the beginning, as if its file said so.
LoadedScenario with_settings(LoadedScenario loaded, std::span<const StudySetting> settings);

/// Plays the whole day with such a crew at every post; `events` counts what happened.
StudyDay study_day(const LoadedScenario& loaded, std::uint64_t seed, CrewPlan crew,
                   std::int64_t& events);

/// What many days say about one figure.
struct StudySum {
    std::int64_t days = 0;  ///< that have the figure
    double mean = 0;
    /// 95 % confidence interval of the mean: by Student's t; of a share of days by Wilson's score,
    /// which is honest where a thing never happened or always.
    double low = 0, high = 0;
    double deviation = 0;  ///< of the single day
    std::int64_t least = 0, median = 0, most = 0;
};

/// One sum for each figure; the days in the order of their seeds.
std::vector<StudySum> sum_up(std::span<const StudyDay> days);

}  // namespace sim
