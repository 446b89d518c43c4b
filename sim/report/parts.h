/// The parts of a report, each worked out from the facts.
#pragma once

#include "sim/report/facts.h"

namespace sim {

ReportTimeLine time_line(const ReportFacts& facts, const Reader& reader);

ReportItems done_well(const ReportFacts& facts, const Reader& reader);
ReportItems to_practise(const ReportFacts& facts, const Reader& reader);

StationPicture picture_of(const World& world, const GradeLine* about, const Reader& reader);

/// Where in the drill a line belongs: when it was done or happened, else when it had to be done,
/// else when it could have been; engine::never when its turn never came.
Time moment_of(const GradeLine& line);

ReportMark mark_of(const GradeLine& line);

/// "Done", "Missed", "2:31 late" …
std::string state_text(const GradeLine& line, const Reader& reader);

/// What a line of the grade asks for; where several posts do the same, with the post.
std::string line_title(const GradeLine& line, const ReportFacts& facts, const Reader& reader);

}  // namespace sim
