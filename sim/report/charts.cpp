#include <algorithm>
#include <string>

#include "sim/report/drawing.h"

namespace sim {

namespace {

double share(int points, int most) {
    return most <= 0 ? 0 : std::clamp(static_cast<double>(points) / most, 0.0, 1.0);
}

void diamond(Drawing& drawing, Point at, double size) {
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

constexpr double floor_line = 72;

void person(Drawing& drawing, double x, Colour fill) {
    drawing.add(ShapeKind::polygon,
                {{x - 5.5, floor_line},
                 {x - 5.5, 54},
                 {x - 3, 50.5},
                 {x + 3, 50.5},
                 {x + 5.5, 54},
                 {x + 5.5, floor_line}},
                fill, colour::paper, 1);
    drawing.circle({x, 45}, 4.5, fill, colour::paper, 1);
}

/// The queue from the door to the terminals: people as far as there is room, and their number.
void queue(Drawing& drawing, std::int64_t waiting) {
    constexpr std::int64_t shown_most = 4;
    constexpr double first = 45;
    for (std::int64_t i = std::min(waiting, shown_most) - 1; i >= 0; --i) {
        person(drawing, first - 8 * static_cast<double>(i),
               i % 2 == 0 ? colour::ink_2 : colour::ink_3);
    }
    if (waiting > 0) {
        drawing.text({33, 34}, std::to_string(waiting), 12, true, colour::ink, Anchor::middle);
    }
}

void door(Drawing& drawing, bool open) {
    drawing.box({4, 38}, {15, floor_line}, 0, open ? colour::paper : colour::line_strong,
                colour::ink_3);
    if (open) {
        drawing.add(ShapeKind::polygon, {{4, 38}, {8, 41}, {8, floor_line + 3}, {4, floor_line}},
                    colour::line_strong, colour::ink_3);
    } else {
        drawing.circle({12.5, 56}, 1, colour::paper);
    }
}

void terminals(Drawing& drawing, const std::vector<StationPicture::Device>& list) {
    const double left = 55;
    drawing.line({left, 60}, {left + 29, 60}, colour::ink_2, 2);
    drawing.line({left + 3, 60}, {left + 3, floor_line}, colour::ink_2, 1.5);
    drawing.line({left + 26, 60}, {left + 26, floor_line}, colour::ink_2, 1.5);
    const std::size_t shown = std::min<std::size_t>(list.size(), 2);
    for (std::size_t i = 0; i < shown; ++i) {
        const double x = left + (shown == 1 ? 7.5 : 1) + 14 * static_cast<double>(i);
        const auto& terminal = list[i];
        drawing.box({x, 42}, {x + 13, 58}, 2, colour::paper,
                    terminal.chosen ? colour::ink : colour::line_strong, terminal.chosen ? 2 : 1);
        drawing.place(mark_drawing(terminal.mark, 8), {x + 2.5, 46});
    }
}

void scanner(Drawing& drawing, const StationPicture& picture) {
    const double left = 97;
    const Colour edge = picture.scanner.chosen ? colour::ink : colour::line_strong;
    const double edge_width = picture.scanner.chosen ? 2 : 1;
    drawing.box({left, 48}, {left + 27, floor_line}, 2, colour::paper, edge, edge_width);
    drawing.box({left - 2, 38}, {left + 29, 48}, 2, colour::ink_2);
    if (picture.cover_open) {
        drawing.add(ShapeKind::polyline, {{left + 28, 38}, {left + 6, 26}}, {}, colour::ink_2, 3);
    }
    if (picture.sheet_at_entry) {
        drawing.add(ShapeKind::polygon,
                    {{left - 9, 39}, {left + 1, 41}, {left + 1, 44}, {left - 9, 42}}, colour::paper,
                    colour::ink, 1);
    }
    drawing.place(mark_drawing(picture.scanner.mark, 14), {left + 6.5, 53});
    drawing.text({left + 13.5, picture.cover_open ? 20.0 : 33.0}, std::to_string(picture.counted),
                 12, true, colour::ink, Anchor::middle);
}

/// The lamp of the room: rays when there is mains, crossed out when there is none.
void lamp(Drawing& drawing, const StationPicture& picture) {
    drawing.line({70, 0}, {70, 8}, colour::ink_3);
    drawing.circle({70, 12}, 4, picture.mains ? colour::paper : colour::ink_3, colour::ink_3, 1.2);
    if (picture.mains) {
        drawing.line({61, 15}, {64, 14}, colour::ink_3);
        drawing.line({79, 15}, {76, 14}, colour::ink_3);
        drawing.line({64, 20}, {66.5, 17.5}, colour::ink_3);
        drawing.line({76, 20}, {73.5, 17.5}, colour::ink_3);
    } else {
        drawing.line({63, 5}, {77, 19}, colour::fault, 2);
        drawing.line({77, 5}, {63, 19}, colour::fault, 2);
    }
}

}  // namespace

Drawing station_drawing(const StationPicture& picture) {
    Drawing drawing{picture_width, picture_height, {}};
    drawing.box({0.5, 0.5}, {picture_width - 0.5, picture_height - 0.5}, 6,
                picture.mains ? colour::ground : colour::line, colour::line_strong);
    drawing.line({1, floor_line}, {picture_width - 1, floor_line}, colour::line_strong);
    lamp(drawing, picture);
    door(drawing, picture.door_open);
    queue(drawing, picture.waiting);
    terminals(drawing, picture.terminals);
    if (picture.voter_at_scanner) person(drawing, 90, colour::ink_2);
    scanner(drawing, picture);
    return drawing;
}

}  // namespace sim
