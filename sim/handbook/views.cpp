#include "sim/handbook/views.h"

#include <algorithm>
#include <map>

#include "sim/handbook/board.h"

namespace sim {

using namespace handbook;

namespace {

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

    /// "Outlet 1", "Outlet 2": "Outlet".
    static std::string common_name(const std::string& a, const std::string& b) {
        const auto without_number = [](std::string text) {
            const auto at = text.find_first_of("0123456789");
            if (at == text.npos) return text;
            const auto end = text.find_first_not_of("0123456789-", at);
            text.erase(at, end == text.npos ? end : end - at);
            if (text.ends_with(' ')) text.pop_back();
            return text;
        };
        const std::string common = without_number(a);
        return common == without_number(b) ? common : a;
    }

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
            board.title = board.title.empty() ? name(part) : common_name(board.title, name(part));
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

// Of a picture, in pixels: the first of a device, and the others.
constexpr double first_size = 212;
constexpr double other_size = 140;

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
