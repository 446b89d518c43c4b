#include "sim/handbook/views.h"

#include <algorithm>
#include <map>

namespace sim {

namespace {

/// Millimetres as one looks at a side: x to the right, y down.
struct Area {
    double x = 0, y = 0, w = 0, h = 0;
    double right() const { return x + w; }
    double bottom() const { return y + h; }
    PagePoint middle() const { return {x + w / 2, y + h / 2}; }
    double size() const { return w * h; }
};

Area joined(const Area& a, const Area& b) {
    if (a.w <= 0) return b;
    if (b.w <= 0) return a;
    const double x = std::min(a.x, b.x), y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

Area grown(const Area& a, double by) {
    return {a.x - by, a.y - by, a.w + 2 * by, a.h + 2 * by};
}

constexpr double thinnest = 4;  // mm

Area project(const PartShape& shape, std::string_view face) {
    const auto mm = [](std::int32_t value) { return static_cast<double>(value); };
    const double w = std::max(thinnest, mm(shape.size[0]));
    const double x = mm(shape.at[0]);
    if (face == "top") return {x, mm(shape.at[2]), w, std::max(thinnest, mm(shape.size[2]))};
    const double h = std::max(thinnest, mm(shape.size[1]));
    const double y = -mm(shape.at[1]) - h;
    return face == "back" ? Area{-x - w, y, w, h} : Area{x, y, w, h};
}

/// Stands up on the top: seen from the front.
bool stands(const PartShape& shape) {
    return shape.face == "top" && shape.size[1] > 2 * shape.size[2];
}

bool has_place(const ProfilePart& part) {
    switch (part.spec.kind) {
        case PartKind::target:
        case PartKind::paper:
        case PartKind::field:
        case PartKind::pile:
        case PartKind::person:
        case PartKind::channel:
        case PartKind::topic:
        case PartKind::place:
        case PartKind::seal:
            return false;
        default:
            return part.spec.shape.size[0] > 0;
    }
}

/// What is carried about, and only has a place while it is used.
bool goes_about(const ProfilePart& part) {
    switch (part.spec.kind) {
        case PartKind::card:
        case PartKind::key:
        case PartKind::roll:
        case PartKind::medium:
        case PartKind::sim_card:
        case PartKind::cloth:
            return true;
        default:
            return false;
    }
}

struct Placed {
    const ProfilePart* part = nullptr;
    Area at;
};

/// Parts that are seen together.
struct Board {
    std::string title;
    const ProfilePart* body = nullptr;
    Area frame;  ///< of the body, or of the opening
    std::vector<Placed> parts;
    Area extent;
};

void finish(Board& board) {
    std::stable_sort(board.parts.begin(), board.parts.end(),
                     [](const Placed& a, const Placed& b) { return a.at.size() > b.at.size(); });
    board.extent = board.frame;
    for (const Placed& placed : board.parts) board.extent = joined(board.extent, placed.at);
}

/// A large side with a few small parts: they are what matters.
void crop(Board& board) {
    Area parts;
    for (const Placed& placed : board.parts) parts = joined(parts, placed.at);
    if (parts.size() > 0.2 * board.frame.size()) return;
    const Area near = grown(parts, std::max({parts.w, parts.h, 40.0}) * 0.5);
    const double x = std::max(near.x, board.frame.x), y = std::max(near.y, board.frame.y);
    const Area shown{x, y, std::min(near.right(), board.frame.right()) - x,
                     std::min(near.bottom(), board.frame.bottom()) - y};
    if (shown.w <= 0 || shown.h <= 0) return;
    board.frame = shown;
    board.extent = joined(shown, parts);
}

class Boards {
  public:
    Boards(const EquipmentProfile& profile, const std::string& language,
           const engine::Translator& translate)
        : profile_(profile), language_(language), translate_(translate) {}

    std::vector<Board> of_machine() const {
        std::vector<Board> boards;
        const ProfilePart* body = nullptr;
        for (const ProfilePart& part : profile_.parts) {
            if (part.spec.kind == PartKind::unit && has_place(part) && body == nullptr)
                body = &part;
        }
        const engine::Translator& _ = translate_;
        add_side(boards, body, "front", std::string(_(N_("Front side"))));
        add_side(boards, body, "top", std::string(_(N_("Top"))));
        add_insides(boards);
        add_side(boards, body, "back", std::string(_(N_("Back side"))));
        return boards;
    }

    /// A kit of several things: each with what belongs to it by its name.
    std::vector<Board> of_kit() const {
        std::vector<Board> boards;
        std::vector<std::string> groups;
        for (const ProfilePart& part : profile_.parts) {
            const std::string group = group_of(part);
            if (std::find(groups.begin(), groups.end(), group) == groups.end() && has_place(part))
                groups.push_back(group);
        }
        for (const std::string& group : groups) {
            for (const std::string_view face : {"front", "top", "inside", "back"}) {
                add_group(boards, group, face);
            }
        }
        return boards;
    }

  private:
    std::string name(const ProfilePart& part) const { return part.spec.label.in(language_); }

    static std::string group_of(const ProfilePart& part) {
        return part.spec.name.substr(0, part.spec.name.find('.'));
    }

    void add_side(std::vector<Board>& boards, const ProfilePart* body, std::string_view face,
                  std::string title) const {
        Board board;
        board.title = std::move(title);
        board.body = body;
        if (body != nullptr) board.frame = project(body->spec.shape, face);
        for (const ProfilePart& part : profile_.parts) {
            if (&part == body || !has_place(part) || goes_about(part)) continue;
            const PartShape& shape = part.spec.shape;
            if (shape.face == "inside") continue;
            if ((stands(shape) ? std::string_view("front") : std::string_view(shape.face)) != face)
                continue;
            board.parts.push_back({&part, project(shape, face)});
        }
        if (board.parts.empty()) return;
        finish(board);
        crop(board);
        boards.push_back(std::move(board));
    }

    /// What lies behind each door, and what lies inside without one.
    void add_insides(std::vector<Board>& boards) const {
        std::vector<std::string> doors;
        for (const ProfilePart& part : profile_.parts) {
            if (part.spec.shape.face != "inside" || !has_place(part) || goes_about(part)) continue;
            const std::string& door = part.behind.name;
            if (std::find(doors.begin(), doors.end(), door) == doors.end()) doors.push_back(door);
        }
        for (const std::string& door : doors) {
            const auto found =
                std::find_if(profile_.parts.begin(), profile_.parts.end(),
                             [&](const ProfilePart& part) { return part.spec.name == door; });
            const ProfilePart* leaf = found == profile_.parts.end() ? nullptr : &*found;
            const std::string_view face =
                leaf == nullptr ? std::string_view("front") : leaf->spec.shape.face;
            Board board;
            const engine::Translator& _ = translate_;
            board.title = leaf == nullptr ? std::string(_(N_("Inside")))
                                          : std::string(_(N_("Behind:"))) + " " + name(*leaf);
            for (const ProfilePart& part : profile_.parts) {
                if (part.spec.shape.face != "inside" || part.behind.name != door) continue;
                if (!has_place(part) || goes_about(part)) continue;
                board.parts.push_back({&part, project(part.spec.shape, face)});
            }
            finish(board);
            board.frame = grown(board.extent, std::max(board.extent.w, board.extent.h) * 0.06);
            board.extent = board.frame;
            boards.push_back(std::move(board));
        }
    }

    void add_group(std::vector<Board>& boards, const std::string& group,
                   std::string_view face) const {
        Board board;
        const bool behind = face == "back" || face == "inside";
        for (const ProfilePart& part : profile_.parts) {
            if (group_of(part) != group || !has_place(part) || goes_about(part)) continue;
            if (part.spec.shape.face != face) continue;
            const Area at = project(part.spec.shape, face);
            if (part.spec.name == group && !behind) {
                board.body = &part;
                board.frame = at;
            } else {
                board.parts.push_back({&part, at});
            }
            if (board.title.empty()) board.title = name(part);
        }
        if (board.parts.empty() && board.body == nullptr) return;
        const engine::Translator& _ = translate_;
        const auto body =
            std::find_if(profile_.parts.begin(), profile_.parts.end(),
                         [&](const ProfilePart& part) { return part.spec.name == group; });
        if (body != profile_.parts.end()) board.title = name(*body);
        if (face == "back") board.title += " – " + std::string(_(N_("Back side")));
        if (face == "inside") board.title += " – " + std::string(_(N_("Inside")));
        finish(board);
        if (behind || board.body == nullptr) {
            board.frame = grown(board.extent, std::max(board.extent.w, board.extent.h) * 0.12);
            board.extent = board.frame;
        }
        boards.push_back(std::move(board));
    }

    const EquipmentProfile& profile_;
    const std::string& language_;
    const engine::Translator& translate_;
};

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

constexpr double badge = 8.5;   // radius of a number
constexpr double gutter = 30;   // beside the picture, for numbers
constexpr double apart = 19.5;  // of two numbers in a column
// Of a picture, in pixels: the first of a device, and the others.
constexpr double first_size = 212;
constexpr double other_size = 140;
constexpr double largest_scale = 1.6;  // pixels for a millimetre

/// Where numbers stand at one side: near their parts, none over another.
std::vector<double> column(std::vector<double> wanted, double low, double high) {
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        wanted[i] = std::max(wanted[i], i == 0 ? low : wanted[i - 1] + apart);
    }
    double next = high + apart;
    for (std::size_t i = wanted.size(); i-- > 0;) {
        wanted[i] = std::min(wanted[i], next - apart);
        next = wanted[i];
    }
    return wanted;
}

void draw_part(Drawing& drawing, const ProfilePart& part, const Area& at) {
    const PartShape& shape = part.spec.shape;
    const bool round = shape.form == "disc" || (shape.form == "cylinder" && at.w <= 1.4 * at.h);
    const PageColour fill = fill_of(part.spec.kind);
    if (round) {
        drawing.circle(at.middle(), std::max(1.5, std::min(at.w, at.h) / 2), fill, colour::ink_2);
        return;
    }
    const double corners = shape.form == "rounded" ? std::min(4.0, std::min(at.w, at.h) / 4) : 0;
    drawing.box({at.x, at.y}, {at.right(), at.bottom()}, corners, fill, colour::ink_2);
}

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
    struct Label {
        int number;
        PagePoint at;
    };
    std::vector<Label> labels;
    if (board.body != nullptr) {
        if (const auto found = numbers.find(board.body); found != numbers.end()) {
            labels.push_back({found->second, {frame.x + frame.w - 3, frame.y + frame.h - 3}});
        }
    }
    for (const Placed& one : board.parts) {
        const Area at = placed(one.at);
        draw_part(drawing, *one.part, at);
        if (const auto found = numbers.find(one.part); found != numbers.end()) {
            labels.push_back({found->second, at.middle()});
        }
    }
    // Half of the numbers at each side, by what lies further left.
    std::stable_sort(labels.begin(), labels.end(),
                     [](const Label& a, const Label& b) { return a.at.x < b.at.x; });
    const std::size_t half = (labels.size() + 1) / 2;
    for (const bool left : {true, false}) {
        std::vector<Label> side(left ? labels.begin() : labels.begin() + static_cast<long>(half),
                                left ? labels.begin() + static_cast<long>(half) : labels.end());
        std::stable_sort(side.begin(), side.end(),
                         [](const Label& a, const Label& b) { return a.at.y < b.at.y; });
        std::vector<double> wanted;
        for (const Label& label : side) wanted.push_back(label.at.y);
        const std::vector<double> heights =
            column(std::move(wanted), badge + 2, drawing.height - badge - 2);
        for (std::size_t i = 0; i < side.size(); ++i) {
            const PagePoint at{left ? badge + 1 : drawing.width - badge - 1, heights[i]};
            drawing.line({at.x + (left ? badge : -badge), at.y}, side[i].at, colour::action, 0.8);
            drawing.circle(side[i].at, 1.6, colour::action, colour::paper, 0.5);
            drawing.circle(at, badge, colour::paper, colour::action, 1.1);
            drawing.text({at.x, at.y + 3.6}, std::to_string(side[i].number), 10, true, colour::ink,
                         Anchor::middle);
        }
    }
    return drawing;
}

}  // namespace

void add_views(HandbookDevice& device, const EquipmentProfile& profile, const std::string& language,
               const engine::Translator& translate) {
    const Boards builder(profile, language, translate);
    const std::vector<Board> boards =
        profile.device_class == DeviceClass::power || profile.device_class == DeviceClass::room
            ? builder.of_kit()
            : builder.of_machine();
    // Numbers in the order in which one meets the parts on the pictures.
    std::map<const ProfilePart*, int> numbers;
    const auto add = [&](const ProfilePart* part) {
        if (part == nullptr || numbers.contains(part)) return;
        const int number = static_cast<int>(numbers.size()) + 1;
        numbers[part] = number;
        device.parts.push_back({number, part->spec.label.in(language)});
    };
    for (const Board& board : boards) {
        add(board.body);
        std::vector<Placed> parts = board.parts;
        std::stable_sort(parts.begin(), parts.end(), [](const Placed& a, const Placed& b) {
            return a.at.y != b.at.y ? a.at.y < b.at.y : a.at.x < b.at.x;
        });
        for (const Placed& placed : parts) add(placed.part);
    }
    if (!boards.empty()) device.outline = draw_board(boards.front(), {}, 2 * first_size);
    const ProfilePart* shown = nullptr;
    for (const Board& board : boards) {
        HandbookView view;
        view.title = board.title;
        // The body is named once, where it is seen first.
        std::map<const ProfilePart*, int> here = numbers;
        if (board.body != nullptr && board.body == shown) here.erase(board.body);
        if (board.body != nullptr) shown = board.body;
        view.drawing = draw_board(board, here, device.views.empty() ? first_size : other_size);
        view.words = device.name + ", " + board.title;
        device.views.push_back(std::move(view));
    }
}

}  // namespace sim
