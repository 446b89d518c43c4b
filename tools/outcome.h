/// How a drill ended, for programs (JSON) and for people.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "tools/program.h"

namespace polldrill {

/// Whether the drill came to its end by its own `finish` condition.
bool finished_well(const sim::World& world);

/// Everything a program may want to know about a drill that has ended.
nlohmann::ordered_json outcome_json(const Session& session);

/// The account of the day, the grade and the sums.
std::string outcome_text(const Session& session, const sim::Reader& reader);

/// One line for a terminal: clock, phase, counts.
std::string progress_line(const sim::World& world, const sim::Reader& reader);

/// Done and all well, or done and something failed.
Exit outcome_exit(const Session& session);

}  // namespace polldrill
