/// What the command `study` is made of: days played on several threads, and how they are shown.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "sim/assessment/study.h"
#include "sim/scenario/read_evidence.h"
#include "tools/program.h"

namespace polldrill {

struct Seeds {
    std::uint64_t first = 1, last = 1;
    std::size_t count() const { return static_cast<std::size_t>(last - first + 1); }
};

/// "A..B", or one seed; at most a million days.
std::optional<Seeds> parse_seeds(const std::string& text);

struct Study {
    Seeds seeds;
    std::vector<sim::StudyDay> days;  ///< by seed; those not played are empty
    std::vector<sim::StudySum> sums;  ///< of those played
    std::int64_t events = 0;
    double seconds = 0;
    std::size_t played = 0;
};

/// Plays the days on so many threads; each takes the next seed. Stops early when asked to. The
/// figures are the same whatever the number of threads.
Study play_days(const sim::LoadedScenario& loaded, const Seeds& seeds, sim::CrewPlan crew,
                unsigned jobs, bool shows_progress);

void print_study(const Study& study, const sim::Reader& reader);
/// The public figures and where the study lies; says how many rows lie inside.
void print_comparison(const Study& study, const sim::PublicFigures& evidence,
                      const sim::Reader& reader);

nlohmann::ordered_json study_json(const Study& study);
nlohmann::ordered_json comparison_json(const Study& study, const sim::PublicFigures& evidence);

/// Every day's figures, a row each.
std::string study_csv(const Study& study);

}  // namespace polldrill
