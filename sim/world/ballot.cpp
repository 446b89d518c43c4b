#include "sim/world/ballot.h"

#include <algorithm>

namespace sim {
namespace {

/// Darkness from which a person sees a mark; a machine needs 70 (domain.md A1.4).
constexpr std::int16_t seen_by_people = 20;

}  // namespace

int read_by_hand(const Sheet& sheet, int candidates) {
    if (sheet.blank_paper != 0) return -1;
    const auto count =
        std::min(static_cast<std::size_t>(std::max(candidates, 0)), sheet.marks.size());
    const auto end = sheet.marks.begin() + static_cast<std::ptrdiff_t>(count);
    const auto darkest = std::max_element(sheet.marks.begin(), end);
    if (darkest == end || *darkest < seen_by_people) return -1;
    // The tail of a tick is much lighter than the tick; a second mark is not.
    const auto marks = std::count_if(sheet.marks.begin(), end,
                                     [&](std::int16_t mark) { return 2 * mark >= *darkest; });
    return marks == 1 ? static_cast<int>(darkest - sheet.marks.begin()) : -1;
}

}  // namespace sim
