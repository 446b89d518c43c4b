/// Points and rectangles on the screen, in units of layout: one unit is one pixel at 100 %. The
/// scale turns them into pixels at the last moment, so that screens are written once for all sizes.
#pragma once

#include <algorithm>

namespace engine::view {

struct Point {
    float x = 0;
    float y = 0;
    friend bool operator==(const Point&, const Point&) = default;
};

/// Left, top, width, height. The cut functions take a strip off one side and return it, which is
/// how screens are divided: `Rect side = page.cut_right(320); page.cut_right(gap);`.
struct Rect {
    float x = 0;
    float y = 0;
    float w = 0;
    float h = 0;

    float right() const { return x + w; }
    float bottom() const { return y + h; }
    Point centre() const { return {x + w / 2, y + h / 2}; }
    bool contains(Point p) const { return p.x >= x && p.y >= y && p.x < right() && p.y < bottom(); }
    bool empty() const { return w <= 0 || h <= 0; }

    /// Smaller by `d` on all sides (larger when negative).
    Rect inset(float d) const { return inset(d, d); }
    Rect inset(float dx, float dy) const {
        return {x + dx, y + dy, std::max(0.0F, w - 2 * dx), std::max(0.0F, h - 2 * dy)};
    }
    Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }

    Rect cut_left(float d) {
        d = std::clamp(d, 0.0F, w);
        const Rect strip{x, y, d, h};
        x += d;
        w -= d;
        return strip;
    }
    Rect cut_right(float d) {
        d = std::clamp(d, 0.0F, w);
        w -= d;
        return {x + w, y, d, h};
    }
    Rect cut_top(float d) {
        d = std::clamp(d, 0.0F, h);
        const Rect strip{x, y, w, d};
        y += d;
        h -= d;
        return strip;
    }
    Rect cut_bottom(float d) {
        d = std::clamp(d, 0.0F, h);
        h -= d;
        return {x, y + h, w, d};
    }

    friend bool operator==(const Rect&, const Rect&) = default;
};

/// What two rectangles have in common; empty when nothing.
inline Rect common(const Rect& a, const Rect& b) {
    const float x = std::max(a.x, b.x);
    const float y = std::max(a.y, b.y);
    return {x, y, std::max(0.0F, std::min(a.right(), b.right()) - x),
            std::max(0.0F, std::min(a.bottom(), b.bottom()) - y)};
}

/// A rectangle of that size in the middle of another.
inline Rect centred(const Rect& in, float w, float h) {
    return {in.x + (in.w - w) / 2, in.y + (in.h - h) / 2, w, h};
}

}  // namespace engine::view
