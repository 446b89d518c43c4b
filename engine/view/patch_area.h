/// Upright rectangles of whole pixels, or of squares of them.
#pragma once

#include <algorithm>
#include <vector>

namespace engine::view {

/// In pixels (or squares) from the top left; right and bottom are beyond.
struct Area {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;

    bool empty() const { return left >= right || top >= bottom; }
    friend bool operator==(const Area&, const Area&) = default;
};

/// What belongs to both; empty when nothing does.
inline Area shared(const Area& a, const Area& b) {
    return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
            std::min(a.bottom, b.bottom)};
}

/// The smallest that holds both.
inline Area both(const Area& a, const Area& b) {
    return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
            std::max(a.bottom, b.bottom)};
}

inline int size_of(const Area& area) {
    return (area.right - area.left) * (area.bottom - area.top);
}

/// Rectangles that hold the squares of an area that are chosen, and no others.
template <class Chosen>
std::vector<Area> rectangles(const Area& within, Chosen chosen) {
    std::vector<Area> areas;
    for (int y = within.top; y < within.bottom; ++y) {
        for (int x = within.left; x < within.right;) {
            if (!chosen(x, y)) {
                ++x;
                continue;
            }
            Area strip{x, y, x, y + 1};
            while (strip.right < within.right && chosen(strip.right, y)) ++strip.right;
            x = strip.right;
            const auto above = std::find_if(areas.begin(), areas.end(), [&](const Area& area) {
                return area.bottom == y && area.left == strip.left && area.right == strip.right;
            });
            if (above != areas.end()) {
                ++above->bottom;
            } else {
                areas.push_back(strip);
            }
        }
    }
    return areas;
}

}  // namespace engine::view
