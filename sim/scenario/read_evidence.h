/// Public figures that a study is laid beside.
#pragma once

#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/form.h"
#include "sim/scenario/study_figure.h"

namespace sim {

/// What was published about one figure, in its unit.
struct PublicFigure {
    StudyFigure figure{};
    engine::LocalizedText text;  ///< "Philippines 2013: share of machines that sent"
    std::int64_t low = std::numeric_limits<std::int64_t>::min();
    std::int64_t high = std::numeric_limits<std::int64_t>::max();
    std::vector<std::string> sources;
};

struct PublicFigures {
    std::string id;
    engine::LocalizedText title;
    std::vector<PublicFigure> rows;
};

/// Reads a file of public figures that is called `id`.
PublicFigures read_evidence(const engine::Node& node, std::string_view id, Place& place);

}  // namespace sim
