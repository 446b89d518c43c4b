/// Lines from words to what they name, and what must not lie over what.
#pragma once

#include "engine/view/geometry.h"

namespace sim::seats {

/// How much of two rectangles is common.
inline float overlap(const engine::view::Rect& a, const engine::view::Rect& b) {
    const engine::view::Rect both = engine::view::common(a, b);
    return both.empty() ? 0.0F : both.w * both.h;
}

/// From the edge of the words to the thing.
struct Leader {
    engine::view::Point from;
    engine::view::Point to;

    engine::view::Point at(float share) const {
        return {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
    }
};

inline bool passes(const Leader& leader, const engine::view::Rect& rect) {
    constexpr int steps = 24;
    for (int i = 0; i <= steps; ++i) {
        if (rect.contains(leader.at(static_cast<float>(i) / steps))) return true;
    }
    return false;
}

inline bool cross(const Leader& a, const Leader& b) {
    const auto side = [](engine::view::Point p, engine::view::Point q, engine::view::Point r) {
        return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    };
    return side(a.from, a.to, b.from) * side(a.from, a.to, b.to) < 0 &&
           side(b.from, b.to, a.from) * side(b.from, b.to, a.to) < 0;
}

}  // namespace sim::seats
