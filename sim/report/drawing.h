/// What the report draws: bars, the time line, small pictures of the station.
#pragma once

#include "sim/page/drawing.h"
#include "sim/report/report.h"

namespace sim {

/// The bar of a competency with the expert's diamond.
Drawing bar_drawing(const ReportBar& bar, double width);
/// The signs of the legend.
Drawing own_sign();
Drawing expert_sign();
Drawing band_sign();

/// The time line, with a lead from each moment to the middle of its picture below.
Drawing line_drawing(const ReportTimeLine& line, double width);
/// Where the picture of a moment stands among five.
double picture_left(std::size_t moment, double width);
inline constexpr double picture_width = 128;
inline constexpr double picture_height = 84;
Drawing station_drawing(const StationPicture& picture);

}  // namespace sim
