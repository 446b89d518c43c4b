#include "sim/handbook/board.h"

#include <algorithm>

namespace sim::handbook {

namespace {

/// How a kind of part is filled.
PageColour fill_of(PartKind kind) {
    switch (kind) {
        case PartKind::screen:
            return colour::ink_2;
        case PartKind::slot:
        case PartKind::entry:
        case PartKind::port:
        case PartKind::inlet:
            return colour::ink;
        case PartKind::plug:
        case PartKind::battery:
            return colour::line_strong;
        case PartKind::seal_point:
            return colour::training;
        case PartKind::door:
        case PartKind::compartment:
            return colour::ground;
        default:
            return colour::paper;
    }
}

constexpr double badge = 8.5;          // radius of a number
constexpr double gutter = 30;          // beside the picture, for numbers
constexpr double apart = 19.5;         // of two numbers in a column
constexpr double largest_scale = 1.6;  // pixels for a millimetre

/// Where numbers stand at one side: near their parts, none over another. Those that would be too
/// close spread about their middle.
std::vector<double> column(const std::vector<double>& wanted, double low, double high) {
    struct Group {
        double sum;  // of what the numbers want, each less the room of those above it
        std::size_t count;
        double top() const { return sum / static_cast<double>(count); }
    };
    std::vector<Group> groups;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        groups.push_back({wanted[i] - apart * static_cast<double>(i), 1});
        while (groups.size() > 1 && groups[groups.size() - 2].top() > groups.back().top()) {
            const Group last = groups.back();
            groups.pop_back();
            groups.back().sum += last.sum;
            groups.back().count += last.count;
        }
    }
    const double lowest = high - apart * (static_cast<double>(wanted.size()) - 1);
    std::vector<double> heights;
    for (const Group& group : groups) {
        const double top = std::max(low, std::min(group.top(), lowest));
        for (std::size_t i = 0; i < group.count; ++i) {
            heights.push_back(top + apart * static_cast<double>(heights.size()));
        }
    }
    return heights;
}

struct Label {
    int number;
    PagePoint at;
};

/// Each number stands at the side that is nearer, as far as there is room.
std::size_t count_left(const std::vector<Label>& by_x, const Drawing& drawing) {
    const auto room = static_cast<std::size_t>((drawing.height - 2 * badge - 4) / apart) + 1;
    const auto nearer =
        static_cast<std::size_t>(std::count_if(by_x.begin(), by_x.end(), [&](const Label& label) {
            return label.at.x <= drawing.width / 2;
        }));
    const std::size_t fewest = by_x.size() - std::min(by_x.size(), room);
    return std::clamp(nearer, fewest, std::max(fewest, std::min(by_x.size(), room)));
}

/// Lines from numbers at one x to their parts.
bool cross(double x, double y_a, PagePoint a, double y_b, PagePoint b) {
    const auto turn = [](PagePoint p, PagePoint q, PagePoint r) {
        return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    };
    const PagePoint from_a{x, y_a}, from_b{x, y_b};
    return turn(from_a, a, from_b) * turn(from_a, a, b) < 0 &&
           turn(from_b, b, from_a) * turn(from_b, b, a) < 0;
}

/// Where two lines cross, the numbers change places: the lines become shorter each time.
void uncross(std::vector<Label>& side, double x, const std::vector<double>& heights) {
    for (bool again = true; again;) {
        again = false;
        for (std::size_t i = 0; i < side.size(); ++i) {
            for (std::size_t j = i + 1; j < side.size(); ++j) {
                if (!cross(x, heights[i], side[i].at, heights[j], side[j].at)) continue;
                std::swap(side[i], side[j]);
                again = true;
            }
        }
    }
}

void draw_labels(Drawing& drawing, std::vector<Label> labels) {
    std::stable_sort(labels.begin(), labels.end(),
                     [](const Label& a, const Label& b) { return a.at.x < b.at.x; });
    const auto middle = labels.begin() + static_cast<long>(count_left(labels, drawing));
    for (const bool left : {true, false}) {
        std::vector<Label> side(left ? labels.begin() : middle, left ? middle : labels.end());
        std::stable_sort(side.begin(), side.end(),
                         [](const Label& a, const Label& b) { return a.at.y < b.at.y; });
        std::vector<double> wanted;
        for (const Label& label : side) wanted.push_back(label.at.y);
        const std::vector<double> heights = column(wanted, badge + 2, drawing.height - badge - 2);
        const double x = left ? badge + 1 : drawing.width - badge - 1;
        const double edge = x + (left ? badge : -badge);
        uncross(side, edge, heights);
        for (std::size_t i = 0; i < side.size(); ++i) {
            const PagePoint at{x, heights[i]};
            drawing.line({edge, at.y}, side[i].at, colour::action, 0.8);
            drawing.circle(side[i].at, 1.6, colour::action, colour::paper, 0.5);
            drawing.circle(at, badge, colour::paper, colour::action, 1.1);
            drawing.text({at.x, at.y + 3.6}, std::to_string(side[i].number), 10, true, colour::ink,
                         Anchor::middle);
        }
    }
}

void draw_part(Drawing& drawing, const ProfilePart& part, const Area& at) {
    const PartShape& shape = part.spec.shape;
    // A cylinder is round when one looks along it.
    const bool along = at.w <= 1.4 * at.h && at.h <= 1.4 * at.w;
    const bool round = shape.form == "disc" || (shape.form == "cylinder" && along);
    const PageColour fill = fill_of(part.spec.kind);
    if (round) {
        drawing.circle(at.middle(), std::max(1.5, std::min(at.w, at.h) / 2), fill, colour::ink_2);
        return;
    }
    const double corners = shape.form == "rounded" ? std::min(4.0, std::min(at.w, at.h) / 4) : 0;
    drawing.box({at.x, at.y}, {at.right(), at.bottom()}, corners, fill, colour::ink_2);
}

}  // namespace

Drawing draw_board(const Board& board, const std::map<const ProfilePart*, int>& numbers,
                   double size) {
    const std::size_t count = board.parts.size() + (board.body != nullptr ? 1 : 0);
    const double k = std::min({size / board.extent.w, size / board.extent.h, largest_scale});
    const double needed = numbers.empty() ? 0 : apart * static_cast<double>((count + 1) / 2) + 4;
    const double height = std::max(board.extent.h * k, needed);
    const double width = board.extent.w * k;
    Drawing drawing{width + 2 * gutter, height + 4, {}};
    const double top = 2 + (height - board.extent.h * k) / 2;
    const auto placed = [&](const Area& mm) {
        return Area{gutter + (mm.x - board.extent.x) * k, top + (mm.y - board.extent.y) * k,
                    mm.w * k, mm.h * k};
    };
    const Area frame = placed(board.frame);
    drawing.box({frame.x, frame.y}, {frame.right(), frame.bottom()}, board.body != nullptr ? 5 : 2,
                colour::sunken, colour::ink, 1.4);
    std::vector<Label> labels;
    if (board.body != nullptr) {
        if (const auto found = numbers.find(board.body); found != numbers.end()) {
            labels.push_back({found->second, {frame.right() - 3, frame.bottom() - 3}});
        }
    }
    for (const Placed& one : board.parts) {
        const Area at = placed(one.at);
        draw_part(drawing, *one.part, at);
        if (const auto found = numbers.find(one.part); found != numbers.end()) {
            labels.push_back({found->second, at.middle()});
        }
    }
    draw_labels(drawing, std::move(labels));
    return drawing;
}

}  // namespace sim::handbook
