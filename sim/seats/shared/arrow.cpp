#include "sim/seats/shared/arrow.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/view/draw.h"
#include "sim/seats/shared/desk.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr float longest = 48;
constexpr float shortest = 26;  ///< where more would lie over something
constexpr float wide = 18;      ///< to each side

/// How much of what can be acted on an arrow with this tip would lie over.
int covers(const Ui& ui, const Rect& at, const Point& tip, const Point& way, float length) {
    const Point end{tip.x + way.x * length, tip.y + way.y * length};
    const Rect arrow{std::min(tip.x, end.x) - std::abs(way.y) * wide,
                     std::min(tip.y, end.y) - std::abs(way.x) * wide,
                     std::abs(way.x) * length + std::abs(way.y) * 2 * wide,
                     std::abs(way.y) * length + std::abs(way.x) * 2 * wide};
    if (common(arrow, ui.screen).w < arrow.w || common(arrow, ui.screen).h < arrow.h) return 100;
    // Beside what stands in the band there are words that nobody acts on.
    const int words = arrow.bottom() < band_height ? 3 : 0;
    return words + static_cast<int>(std::count_if(
                       ui.items.items.begin(), ui.items.items.end(), [&](const Item& item) {
                           const bool ground =
                               item.role == engine::view::Role::area && item.layer == 0;
                           return item.visible && !ground && !at.contains(item.rect.centre()) &&
                                  !common(item.rect, arrow).empty();
                       }));
}

}  // namespace

void point_at(Ui& ui, const Rect& at) {
    const Point middle = ui.screen.centre();
    const float dx = middle.x - at.centre().x;
    const float dy = middle.y - at.centre().y;
    const auto tip_of = [&](const Point& way) {
        return Point{at.centre().x + way.x * (at.w / 2 + 6),
                     at.centre().y + way.y * (at.h / 2 + 6)};
    };
    const Point across{dx < 0 ? -1.0F : 1.0F, 0};
    const Point down{0, dy < 0 ? -1.0F : 1.0F};
    const bool flat = std::abs(dx) * at.h > std::abs(dy) * at.w;
    const Point first = flat ? across : down;
    const Point second = flat ? down : across;
    Point way = first;
    float length = longest;
    int least = covers(ui, at, tip_of(first), first, longest);
    for (const float other : {longest, shortest}) {
        for (const Point& direction : {first, second}) {
            const int covered = covers(ui, at, tip_of(direction), direction, other);
            if (covered >= least) continue;
            least = covered;
            way = direction;
            length = other;
        }
    }
    const Point tip = tip_of(way);
    const auto place = [&](float along, float aside) {
        return Point{tip.x + way.x * along + way.y * aside, tip.y + way.y * along + way.x * aside};
    };
    line(ui, place(14, 0), place(length, 0), Token::paper, 11);
    polygon(ui, std::array{place(-4, 0), place(22, wide), place(22, -wide)}, Token::paper);
    line(ui, place(14, 0), place(length - 2, 0), Token::focus, 7);
    polygon(ui, std::array{place(0, 0), place(20, 14), place(20, -14)}, Token::focus);
}

}  // namespace sim::seats
