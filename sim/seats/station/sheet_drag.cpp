#include "sim/seats/station/sheet_drag.h"

#include <algorithm>
#include <cmath>

#include "engine/core/phrase.h"
#include "sim/world/crooked.h"

namespace sim::seats {

namespace {

constexpr float widest = static_cast<float>(widest_degrees);
constexpr float turn = 0.25F;           ///< degrees a unit sideways
constexpr float straightens = 50;       ///< units ahead in which a third of the angle is left
constexpr std::int64_t straight = 133;  ///< permille below which nobody sees it

}  // namespace

void steer(SheetDrag& drag, engine::view::Point to) {
    const float dx = to.x - drag.at.x;
    const float dy = to.y - drag.at.y;
    const int steps = std::max(1, static_cast<int>(std::ceil(std::hypot(dx, dy) / 2)));
    const auto share = static_cast<float>(steps);
    for (int i = 0; i < steps; ++i) {
        const float turned = drag.lean + dx / share * turn;
        drag.lean =
            std::clamp(turned * std::exp(-std::abs(dy) / share / straightens), -widest, widest);
    }
    drag.at = to;
}

std::int64_t crooked(const SheetDrag& drag) {
    const float share = std::abs(drag.lean) / widest * static_cast<float>(most_crooked);
    const auto permille = static_cast<std::int64_t>(std::lround(share));
    return permille < straight ? 0 : permille;
}

float degrees_of(std::int64_t permille) {
    return static_cast<float>(permille) * widest / static_cast<float>(most_crooked);
}

std::string crooked_words(std::int64_t permille, const engine::Translator& _) {
    if (permille < straight) return std::string(_("Straight"));
    const std::string degrees = std::to_string(std::lround(degrees_of(permille)));
    return permille <= readable_crooked ? engine::fill(_("A little crooked, {}°"), {degrees})
                                        : engine::fill(_("Crooked, {}°"), {degrees});
}

}  // namespace sim::seats
