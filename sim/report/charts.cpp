#include <algorithm>
#include <string>

#include "sim/report/drawing.h"

namespace sim {

namespace {

double share(int points, int most) {
    return most <= 0 ? 0 : std::clamp(static_cast<double>(points) / most, 0.0, 1.0);
}

void diamond(Drawing& drawing, PagePoint at, double size) {
    drawing.add(
        ShapeKind::polygon,
        {{at.x, at.y - size}, {at.x + size, at.y}, {at.x, at.y + size}, {at.x - size, at.y}},
        colour::paper, colour::action, 2);
}

}  // namespace

Drawing bar_drawing(const ReportBar& bar, double width) {
    constexpr double height = 16;
    constexpr double middle = height / 2;
    Drawing drawing{width, height, {}};
    const double left = 1;
    const double right = width - 8;  // room for the diamond at the end
    const double length = right - left;
    drawing.line({left, middle}, {right, middle}, colour::line_strong);
    drawing.line({left, middle - 4}, {left, middle + 4}, colour::ink, 1.5);
    drawing.line({right, middle - 4}, {right, middle + 4}, colour::line_strong);
    const double own = length * share(bar.points, bar.most);
    if (own > 0) drawing.box({left, middle - 3.5}, {left + own, middle + 3.5}, 0, colour::ink);
    if (bar.expert >= 0) {
        diamond(drawing, {left + length * share(bar.expert, bar.most), middle}, 6);
    }
    return drawing;
}

Drawing own_sign() {
    Drawing drawing{22, 14, {}};
    drawing.box({0, 4}, {22, 10}, 0, colour::ink);
    return drawing;
}

Drawing expert_sign() {
    Drawing drawing{14, 14, {}};
    diamond(drawing, {7, 7}, 5.5);
    return drawing;
}

Drawing band_sign() {
    Drawing drawing{22, 14, {}};
    drawing.line({0, 7}, {22, 7}, colour::fault, 3);
    return drawing;
}

double picture_left(std::size_t moment, double width) {
    const double gap = (width - 5 * picture_width) / 4;
    return static_cast<double>(moment) * (picture_width + gap);
}

Drawing line_drawing(const ReportTimeLine& line, double width) {
    constexpr double axis = 26;
    constexpr double height = 58;
    Drawing drawing{width, height, {}};
    const double span = static_cast<double>(std::max<engine::Time>(line.to - line.from, 1));
    // Half a mark's room at both ends, so that a mark there is not cut.
    const double left = 7;
    const double length = width - 2 * left;
    const auto at = [&](engine::Time time) {
        const double part = static_cast<double>(time - line.from) / span;
        return left + length * std::clamp(part, 0.0, 1.0);
    };
    drawing.line({left, axis}, {left + length, axis}, colour::line_strong);
    for (const ReportTick& tick : line.ticks) {
        const double x = at(tick.time);
        const bool small = tick.label.empty();
        drawing.line({x, axis - (small ? 3 : 5)}, {x, axis + (small ? 3 : 5)}, colour::line_strong);
        if (small) continue;
        const bool first = tick.time == line.from;
        const bool last = tick.time == line.to;
        drawing.text({first  ? 0
                      : last ? width
                             : x,
                      axis - 11},
                     tick.label, 12, false, colour::ink_3,
                     first  ? Anchor::left
                     : last ? Anchor::right
                            : Anchor::middle);
    }
    for (const ReportBand& band : line.bands) {
        drawing.line({at(band.from), axis}, {std::max(at(band.to), at(band.from) + 2), axis},
                     colour::fault, 3);
    }
    for (std::size_t i = 0; i < line.moments.size(); ++i) {
        const double x = at(line.moments[i].time);
        const double below = picture_left(i, width) + picture_width / 2;
        drawing.add(ShapeKind::polyline,
                    {{x, axis + 6}, {x, axis + 12}, {below, height - 8}, {below, height}}, {},
                    colour::line_strong);
    }
    for (const ReportMoment& moment : line.moments) {
        drawing.circle({at(moment.time), axis}, 5, colour::paper, colour_of(moment.mark), 2);
    }
    return drawing;
}

namespace {

constexpr double floor_line = 75;

void person(Drawing& drawing, double x, PageColour fill) {
    drawing.add(ShapeKind::polygon,
                {{x - 6.5, floor_line},
                 {x - 6.5, 51},
                 {x - 3.5, 47},
                 {x + 3.5, 47},
                 {x + 6.5, 51},
                 {x + 6.5, floor_line}},
                fill, colour::paper, 1);
    drawing.circle({x, 40.5}, 5.2, fill, colour::paper, 1);
}

/// The queue from the door to the terminals: people as far as there is room, and their number.
void queue(Drawing& drawing, std::int64_t waiting) {
    constexpr std::int64_t shown_most = 4;
    constexpr double first = 50;
    for (std::int64_t i = std::min(waiting, shown_most) - 1; i >= 0; --i) {
        person(drawing, first - 9 * static_cast<double>(i),
               i % 2 == 0 ? colour::ink_2 : colour::ink_3);
    }
    if (waiting > 0) {
        const auto shown = static_cast<double>(std::min(waiting, shown_most));
        drawing.text({first - 4.5 * (shown - 1), 31}, std::to_string(waiting), 12, true,
                     colour::ink, Anchor::middle);
    }
}

void door(Drawing& drawing, bool open) {
    drawing.box({4, 32}, {16, floor_line}, 0, open ? colour::paper : colour::line_strong,
                colour::ink_3);
    if (open) {
        drawing.add(ShapeKind::polygon,
                    {{4, 32}, {8.5, 35}, {8.5, floor_line + 3}, {4, floor_line}},
                    colour::line_strong, colour::ink_3);
    } else {
        drawing.circle({13, 54}, 1.2, colour::paper);
    }
}

void terminals(Drawing& drawing, const std::vector<StationPicture::Device>& list) {
    constexpr double left = 58;
    constexpr double top = 60;
    drawing.line({left, top + 1}, {left + 31, top + 1}, colour::ink_2, 2);
    drawing.line({left + 3, top + 1}, {left + 3, floor_line}, colour::ink_2, 1.5);
    drawing.line({left + 28, top + 1}, {left + 28, floor_line}, colour::ink_2, 1.5);
    const std::size_t shown = std::min<std::size_t>(list.size(), 2);
    for (std::size_t i = 0; i < shown; ++i) {
        const double x = left + (shown == 1 ? 8.5 : 0.5) + 16 * static_cast<double>(i);
        const auto& terminal = list[i];
        drawing.box({x, 39}, {x + 14, top}, 2.5, colour::paper,
                    terminal.chosen ? colour::ink : colour::line_strong, terminal.chosen ? 2.2 : 1);
        drawing.place(mark_drawing(terminal.mark, 10), {x + 2, 44});
    }
}

void scanner(Drawing& drawing, const StationPicture& picture) {
    constexpr double left = 99;
    const PageColour edge = picture.scanner.chosen ? colour::ink : colour::line_strong;
    drawing.box({left, 45}, {left + 25, floor_line}, 2, colour::paper, edge,
                picture.scanner.chosen ? 2.2 : 1);
    drawing.box({left - 2, 34}, {left + 27, 45}, 2, colour::ink_2);
    if (picture.cover_open) {
        drawing.add(ShapeKind::polyline, {{left + 26, 34}, {left + 4, 21}}, {}, colour::ink_2, 3.5);
    }
    if (picture.sheet_at_entry) {
        drawing.add(ShapeKind::polygon,
                    {{left - 11, 34}, {left + 1, 37}, {left + 1, 41}, {left - 11, 38}},
                    colour::paper, colour::ink, 1.2);
    }
    drawing.place(mark_drawing(picture.scanner.mark, 16), {left + 4.5, 51});
    drawing.text({left + 12.5, picture.cover_open ? 16.0 : 29.0}, std::to_string(picture.counted),
                 12, true, colour::ink, Anchor::middle);
}

/// The lamp of the room: rays when there is mains, crossed out when there is none.
void lamp(Drawing& drawing, bool mains) {
    constexpr double x = 73;
    drawing.line({x, 0}, {x, 8}, colour::ink_3);
    drawing.circle({x, 12}, 4, mains ? colour::paper : colour::ink_3, colour::ink_3, 1.2);
    if (mains) {
        drawing.line({x - 9, 15}, {x - 6, 14}, colour::ink_3);
        drawing.line({x + 9, 15}, {x + 6, 14}, colour::ink_3);
        drawing.line({x - 6, 20}, {x - 3.5, 17.5}, colour::ink_3);
        drawing.line({x + 6, 20}, {x + 3.5, 17.5}, colour::ink_3);
    } else {
        drawing.line({x - 7, 5}, {x + 7, 19}, colour::fault, 2);
        drawing.line({x + 7, 5}, {x - 7, 19}, colour::fault, 2);
    }
}

}  // namespace

Drawing station_drawing(const StationPicture& picture) {
    Drawing drawing{picture_width, picture_height, {}};
    drawing.box({0.5, 0.5}, {picture_width - 0.5, picture_height - 0.5}, 6,
                picture.mains ? colour::ground : colour::line, colour::line_strong);
    drawing.line({1, floor_line}, {picture_width - 1, floor_line}, colour::line_strong);
    lamp(drawing, picture.mains);
    door(drawing, picture.door_open);
    queue(drawing, picture.waiting);
    terminals(drawing, picture.terminals);
    if (picture.voter_at_scanner) person(drawing, 92, colour::ink_2);
    scanner(drawing, picture);
    return drawing;
}

}  // namespace sim
