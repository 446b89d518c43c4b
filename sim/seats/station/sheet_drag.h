/// A sheet that is dragged to the slot of a scanner: it turns with the hand, as a sheet held at its
/// edge does.
#pragma once

#include <cstdint>
#include <string>

#include "engine/core/translate.h"
#include "engine/view/geometry.h"
#include "sim/world/ids.h"

namespace sim::seats {

struct SheetDrag {
    PartId sheet = no_part;  ///< a paper of the hand, or the entry at which a sheet lies
    bool moving = false;     ///< the mouse has left where it was pressed
    engine::view::Point from{}, at{};
    float lean = 0;  ///< degrees from straight, to the right
};

/// The hand goes on to `to`: sideways it turns the sheet, towards the slot or back it straightens
/// it. The same way gives the same angle, however many frames it took.
void steer(SheetDrag& drag, engine::view::Point to);

/// How crooked it is, as the sentence says it: permille of the widest.
std::int64_t crooked(const SheetDrag& drag);

/// "Straight"; "A little crooked, 4°"; "Crooked, 11°".
std::string crooked_words(std::int64_t permille, const engine::Translator& translate);

/// To the right or to the left, as the sheet lies: its angle in degrees.
float degrees_of(std::int64_t permille);

}  // namespace sim::seats
