#include "sim/seats/trainee/bubble_place.h"

#include <algorithm>
#include <cmath>

#include "sim/seats/room/leader.h"

namespace sim::seats {

using engine::view::Point;
using engine::view::Rect;

namespace {

constexpr float before = 6;   ///< between a tail's tip and the head
constexpr float corner = 22;  ///< of a bubble, where no tail begins
constexpr float longest_tail = 150;
constexpr float shortest_tail = 8;
constexpr float half_root = 10;
constexpr float skull = 0.6F;  ///< of the place that a head is given

bool inside(const std::vector<Point>& outline, Point at) {
    bool left = false;
    bool right = false;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const Point& a = outline[i];
        const Point& b = outline[(i + 1) % outline.size()];
        const float side = (b.x - a.x) * (at.y - a.y) - (b.y - a.y) * (at.x - a.x);
        left = left || side < 0;
        right = right || side > 0;
    }
    return !(left && right);
}

/// Pixels of it that lie under the box, by some places in it.
float covered(const KeptInSight& kept, const Rect& box) {
    constexpr int across = 9;
    constexpr int down = 5;
    int met = 0;
    for (int row = 0; row <= down; ++row) {
        for (int column = 0; column <= across; ++column) {
            const Point at{box.x + box.w * static_cast<float>(column) / across,
                           box.y + box.h * static_cast<float>(row) / down};
            met += std::any_of(kept.outlines.begin(), kept.outlines.end(),
                               [&](const auto& outline) { return inside(outline, at); })
                       ? 1
                       : 0;
        }
    }
    return box.w * box.h * static_cast<float>(met) / ((across + 1) * (down + 1));
}

struct Root {
    Point at;
    Point along;  ///< the edge
};

Root root_of(const Rect& box, Point head) {
    const auto on = [](float wanted, float from, float to) {
        const float room = std::min(corner, (to - from) / 2);
        return std::clamp(wanted, from + room, to - room);
    };
    const float aside = std::max(box.x - head.x, head.x - box.right());
    const float off = std::max(box.y - head.y, head.y - box.bottom());
    if (off >= aside) {
        const float y = head.y > box.centre().y ? box.bottom() - 1 : box.y + 1;
        return {{on(head.x, box.x, box.right()), y}, {1, 0}};
    }
    const float x = head.x > box.centre().x ? box.right() - 1 : box.x + 1;
    return {{x, on(head.y, box.y, box.bottom())}, {0, 1}};
}

/// Where a tail from there ends.
std::optional<Point> tip_of(const BubbleGround& ground, const Rect& box, const Rect& head,
                            Point root) {
    const Point to = head.centre();
    const float length = std::hypot(to.x - root.x, to.y - root.y);
    const float reach = length - head.w * skull / 2 - before;
    if (reach < shortest_tail || reach > longest_tail) return std::nullopt;
    const Point way{(to.x - root.x) / length, (to.y - root.y) / length};
    const Point tip{root.x + way.x * reach, root.y + way.y * reach};
    if (box.contains(tip)) return std::nullopt;
    constexpr int steps = 16;
    for (int i = 1; i <= steps; ++i) {
        const float far = reach * static_cast<float>(i) / steps;
        const Point at{root.x + way.x * far, root.y + way.y * far};
        const auto over = [&](const Rect& one) { return one.contains(at); };
        if (std::any_of(ground.taken.begin(), ground.taken.end(), over)) return std::nullopt;
        for (const Rect& other : ground.heads) {
            const bool own = head.inset(-2).contains(other.centre());
            if (!own && other.inset(-2).contains(at)) return std::nullopt;
        }
    }
    return tip;
}

}  // namespace

KeptInSight kept_in_sight(const Rect& rect, float weight, bool must) {
    return {{{{rect.x, rect.y},
              {rect.right(), rect.y},
              {rect.right(), rect.bottom()},
              {rect.x, rect.bottom()}}},
            weight,
            must};
}

bool is_clear(const BubbleGround& ground, const Rect& box) {
    constexpr float little = 0.04F;
    float over = 0;
    for (const KeptInSight& kept : ground.kept) {
        if (kept.must) over += covered(kept, box);
    }
    for (const Rect& other : ground.taken) over += overlap(box, other);
    return over <= little * box.w * box.h;
}

BubblePlace place_bubble(const BubbleGround& ground, Point size, const std::optional<Rect>& head) {
    const Rect& free = ground.free;
    constexpr int steps = 14;
    const float across = std::max(0.0F, free.w - size.x);
    const float down = std::max(0.0F, free.h - size.y);
    float best = 1e9F;
    BubblePlace chosen{{free.x, free.y, size.x, size.y}};
    for (int row = 0; row <= steps; ++row) {
        for (int column = 0; column <= steps; ++column) {
            const Rect at{free.x + across * static_cast<float>(column) / steps,
                          free.y + down * static_cast<float>(row) / steps, size.x, size.y};
            float cost = 0.1F * (at.x - free.x) + 0.15F * (at.y - free.y);
            if (head) {
                const Point root = root_of(at, head->centre()).at;
                const Point to = head->centre();
                cost += 2 * std::hypot(root.x - to.x, root.y - to.y);
                if (!tip_of(ground, at, *head, root)) cost += 500;
                cost += 20 * overlap(at, head->inset(-before));
            }
            for (const Rect& other : ground.taken) cost += 40 * overlap(at.inset(-6), other);
            if (cost >= best) continue;
            for (const KeptInSight& kept : ground.kept) cost += kept.weight * covered(kept, at);
            if (cost >= best) continue;
            best = cost;
            chosen.box = at;
        }
    }
    chosen.clear = is_clear(ground, chosen.box);
    return chosen;
}

std::optional<std::array<Point, 3>> tail_of(const BubbleGround& ground, const Rect& box,
                                            const Rect& head) {
    const Root root = root_of(box, head.centre());
    const auto tip = tip_of(ground, box, head, root.at);
    if (!tip) return std::nullopt;
    const Point aside{root.along.x * half_root, root.along.y * half_root};
    return std::array<Point, 3>{{{root.at.x + aside.x, root.at.y + aside.y},
                                 *tip,
                                 {root.at.x - aside.x, root.at.y - aside.y}}};
}

}  // namespace sim::seats
