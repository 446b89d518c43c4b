/// Many days of one drill, summed up: what a station does on average, and how far days differ.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/scenario/drill.h"

namespace sim {

/// What is noted of each day. Whole numbers, so that the sums do not depend on their order.
struct StudyFigure {
    std::string_view name;  ///< "mean_wait"
    std::string_view unit;  ///< "s", "permille", empty for a number of things
    const char* help;       ///< msgid
};
std::span<const StudyFigure> study_figures();

/// One day's figures, in the order of study_figures.
using StudyDay = std::vector<std::int64_t>;

/// A parameter of a device taken to a value for the whole day.
struct StudySetting {
    PartId parameter = no_part;  ///< noun of the station's layout
    std::int64_t value = 0;
};

/// Plays the whole day with the expert at every post; `events` counts what happened.
StudyDay study_day(const LoadedScenario& loaded, std::uint64_t seed,
                   std::span<const StudySetting> settings, std::int64_t& events);

/// What many days say about one figure.
struct StudySum {
    double mean = 0;
    double low = 0, high = 0;  ///< 95 % confidence interval of the mean, by Student's t
    double deviation = 0;      ///< of the single day
    std::int64_t least = 0, median = 0, most = 0;
};

/// One sum for each figure; the days in the order of their seeds.
std::vector<StudySum> sum_up(std::span<const StudyDay> days);

}  // namespace sim
