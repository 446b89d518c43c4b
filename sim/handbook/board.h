/// Parts that are seen together, and their picture.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/page/drawing.h"
#include "sim/scenario/read_equipment.h"

namespace sim::handbook {

/// Millimetres as one looks at a side: x to the right, y down.
struct Area {
    double x = 0, y = 0, w = 0, h = 0;
    double right() const { return x + w; }
    double bottom() const { return y + h; }
    PagePoint middle() const { return {x + w / 2, y + h / 2}; }
    double size() const { return w * h; }
};

struct Placed {
    const ProfilePart* part = nullptr;
    Area at;
};

/// Parts that are seen together.
struct Board {
    std::string title;
    const ProfilePart* body = nullptr;
    Area frame;  ///< of the body, or of the opening
    std::vector<Placed> parts;
    Area extent;
};

/// @param numbers of the parts; empty: the outline alone
/// @param size the longer side, in pixels
Drawing draw_board(const Board& board, const std::map<const ProfilePart*, int>& numbers,
                   double size);

}  // namespace sim::handbook
