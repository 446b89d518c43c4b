#include "sim/seats/station/plan_layout.h"

#include <algorithm>

#include "sim/seats/station/acts_rules.h"
#include "sim/station/reach.h"

namespace sim::seats {

using engine::view::Rect;

namespace {

constexpr float thinnest = 4;  ///< mm

Rect joined(const Rect& a, const Rect& b) {
    if (a.empty()) return b;
    if (b.empty()) return a;
    const float x = std::min(a.x, b.x);
    const float y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

/// Stands up on the top: seen from the front.
bool stands(const PartShape& shape) {
    return shape.face == "top" && shape.size[1] > 2 * shape.size[2];
}

Rect project(const PartShape& shape, std::string_view face) {
    const auto mm = [](std::int32_t value) { return static_cast<float>(value); };
    const float w = std::max(thinnest, mm(shape.size[0]));
    const float x = mm(shape.at[0]);
    if (face == "top") {
        return {x, mm(shape.at[2]), w, std::max(thinnest, mm(shape.size[2]))};
    }
    const float h = std::max(thinnest, mm(shape.size[1]));
    const float y = -mm(shape.at[1]) - h;
    return face == "back" ? Rect{-x - w, y, w, h} : Rect{x, y, w, h};
}

/// The face of the door behind which a part lies decides how one looks at it.
std::string_view plane_of(const Layout& layout, const PartSpec& spec) {
    if (spec.shape.face != "inside") {
        return stands(spec.shape) ? std::string_view("front") : std::string_view(spec.shape.face);
    }
    return spec.behind == no_part ? std::string_view("front")
                                  : std::string_view(layout[spec.behind].shape.face);
}

Rect moved_into(Rect rect, const Rect& room) {
    const Rect inner = room.inset(std::min(room.w, room.h) * 0.06F);
    rect.w = std::min(rect.w, inner.w);
    rect.h = std::min(rect.h, inner.h);
    rect.x = std::clamp(rect.x, inner.x, inner.right() - rect.w);
    rect.y = std::clamp(rect.y, inner.y, inner.bottom() - rect.h);
    return rect;
}

bool holdable(PartKind kind) {
    constexpr Kinds kinds{PartKind::card,     PartKind::key,  PartKind::roll,  PartKind::medium,
                          PartKind::sim_card, PartKind::plug, PartKind::cloth, PartKind::seal};
    return kinds.has(kind);
}

/// Things that go where they are put, not where the profile draws them.
bool goes_about(const PartSpec& spec) {
    return holdable(spec.kind) && spec.kind != PartKind::plug;
}

struct Builder {
    const World& world;
    DeviceId device;
    const Layout& layout;

    /// What is in a socket is drawn over it.
    void add_held(Board& board, const Placed& socket) const {
        const PartId held = world.part(socket.part).holds;
        const PartKind kind = layout[socket.part].kind;
        // A seal point draws its seal itself.
        if (held == no_part || !is_socket(kind) || kind == PartKind::seal_point) return;
        Rect at = socket.at;
        if (layout[held].kind == PartKind::plug) at = at.inset(at.w * 0.14F, at.h * 0.14F);
        if (kind == PartKind::slot) {
            const float high = std::max(at.h * 3, at.w * 0.5F);
            at = {at.x + at.w * 0.06F, at.bottom() - at.h, at.w * 0.88F, high};
        }
        board.parts.push_back({held, at, socket.part});
    }

    void add(Board& board, PartId part, const Rect& at, PartId within) const {
        board.parts.push_back({part, at, within});
        add_held(board, board.parts.back());
    }

    /// What can be seen through an open door.
    void add_behind(Board& board, PartId door, const Rect& opening, bool fit) const {
        for (std::size_t i = 0; i < layout.parts.size(); ++i) {
            const PartSpec& spec = layout.parts[i];
            if (spec.device != device || spec.behind != door || !has_shape(spec)) continue;
            if (goes_about(spec) || spec.kind == PartKind::place) continue;
            const Rect at = project(spec.shape, plane_of(layout, spec));
            add(board, static_cast<PartId>(i), fit ? moved_into(at, opening) : at, door);
        }
    }

    void finish(Board& board) const {
        std::stable_sort(board.parts.begin(), board.parts.end(),
                         [](const Placed& a, const Placed& b) {
                             const bool a_over = a.within != no_part;
                             const bool b_over = b.within != no_part;
                             if (a_over != b_over) return b_over;
                             return a.at.w * a.at.h > b.at.w * b.at.h;
                         });
        board.extent = board.body_at;
        for (const Placed& placed : board.parts) board.extent = joined(board.extent, placed.at);
    }
};

bool on_face(const Layout& layout, const PartSpec& spec, std::string_view face) {
    if (!has_shape(spec) || spec.kind == PartKind::target || goes_about(spec)) return false;
    if (spec.shape.face == "inside") return false;
    return plane_of(layout, spec) == face;
}

/// The machine's own body, as wide as it is on that face.
void set_body(const Builder& builder, Board& board, std::string_view face) {
    for (std::size_t i = 0; i < builder.layout.parts.size(); ++i) {
        const auto part = static_cast<PartId>(i);
        if (builder.layout.parts[i].device != builder.device) continue;
        if (!is_body(builder.layout, part)) continue;
        board.body = part;
        board.body_at = project(builder.layout.parts[i].shape, face);
        return;
    }
}

/// A large back with a few sockets: they are what matters.
void crop(Board& board) {
    Rect parts;
    for (const Placed& placed : board.parts) parts = joined(parts, placed.at);
    if (board.parts.empty() || parts.w * parts.h > 0.2F * board.body_at.w * board.body_at.h) return;
    const float margin = std::max({parts.w, parts.h, 40.0F}) * 0.5F;
    const Rect shown = common(parts.inset(-margin), board.body_at);
    if (shown.empty()) return;
    board.extent = joined(shown, parts);
    board.cropped = true;
}

Board machine_board(const World& world, DeviceId device, std::string_view face) {
    const Builder builder{world, device, world.layout()};
    Board board;
    set_body(builder, board, face);
    for (std::size_t i = 0; i < builder.layout.parts.size(); ++i) {
        const PartSpec& spec = builder.layout.parts[i];
        const auto part = static_cast<PartId>(i);
        if (spec.device != device || part == board.body) continue;
        if (!on_face(builder.layout, spec, face)) continue;
        // A packing that was taken off is gone.
        if (spec.kind == PartKind::packing && world.part(part).open != 0) continue;
        const PartId in = world.part(part).in;
        const bool here = in != no_part && builder.layout[in].device == device &&
                          is_socket(builder.layout[in].kind);
        if (spec.kind == PartKind::plug && here) continue;  // drawn over its socket
        const Rect at = project(spec.shape, face);
        builder.add(board, part, at, no_part);
        if (spec.kind == PartKind::door && world.part(part).open != 0) {
            builder.add_behind(board, part, at, true);
        }
    }
    builder.finish(board);
    crop(board);
    return board;
}

/// A frame round what lies behind a door, with room for the leaf that is swung aside.
void add_frame(Board& board) {
    const Rect content = board.extent;
    const float rim = std::max(content.w, content.h) * 0.04F;
    board.body_at = content.inset(-rim);
    const Rect& frame = board.body_at;
    board.extent = {frame.x - frame.w * 0.1F, frame.y - frame.h * 0.12F, frame.w * 1.1F,
                    frame.h * 1.12F};
}

std::vector<Board> inside_boards(const World& world, DeviceId device) {
    const Builder builder{world, device, world.layout()};
    std::vector<Board> boards;
    Board bare;  // what no door is in front of
    for (std::size_t i = 0; i < builder.layout.parts.size(); ++i) {
        const PartSpec& spec = builder.layout.parts[i];
        if (spec.device != device || !has_shape(spec) || spec.shape.face != "inside") continue;
        if (goes_about(spec)) continue;
        if (spec.behind == no_part) {
            builder.add(bare, static_cast<PartId>(i), project(spec.shape, "front"), no_part);
            continue;
        }
        const auto same = [&](const Board& board) { return board.door == spec.behind; };
        if (std::any_of(boards.begin(), boards.end(), same)) continue;
        Board board;
        board.door = spec.behind;
        const PartShape& shape = builder.layout[spec.behind].shape;
        board.body_at = project(shape, shape.face);
        if (world.part(spec.behind).open != 0) {
            builder.add_behind(board, spec.behind, board.body_at, false);
        }
        builder.finish(board);
        add_frame(board);
        boards.push_back(std::move(board));
    }
    if (!bare.parts.empty()) {
        builder.finish(bare);
        bare.body_at = bare.extent = bare.extent.inset(-bare.extent.h * 0.4F);
        boards.push_back(std::move(bare));
    }
    return boards;
}

// -- kits

/// Things that touch belong together.
constexpr float slack = 25;

bool touch(const Rect& a, const Rect& b) {
    return !common(a.inset(-slack / 2), b.inset(-slack / 2)).empty();
}

struct Thing {
    PartId part;
    Rect at;
    int group;
    bool rear;
};

std::vector<Thing> things_of(const World& world, DeviceId device) {
    const Layout& layout = world.layout();
    std::vector<Thing> things;
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const PartSpec& spec = layout.parts[i];
        if (spec.device != device || !has_shape(spec) || goes_about(spec)) continue;
        if (spec.behind != no_part || spec.kind == PartKind::target) continue;
        if (spec.kind == PartKind::plug && spec.role == Role::none) continue;
        const PartId in = world.part(static_cast<PartId>(i)).in;
        const bool seated = spec.kind == PartKind::plug && in != no_part;
        if (seated && layout[in].device == device) continue;  // drawn over its socket
        // Furniture has no leads of its own: one that is plugged in is with what it is in.
        if (seated && layout.device(device).device_class == DeviceClass::room) continue;
        const bool rear = spec.shape.face == "back" || spec.shape.face == "inside";
        things.push_back({static_cast<PartId>(i), project(spec.shape, "front"),
                          static_cast<int>(things.size()), rear});
    }
    return things;
}

std::string_view family(const Layout& layout, PartId part) {
    const std::string_view name = layout[part].name;
    return name.substr(0, name.find('.'));
}

/// Booths that the profile draws in one place stand side by side; parts on the back of a unit lie
/// in that unit's own frame.
void group_things(const Layout& layout, std::vector<Thing>& things) {
    for (std::size_t i = 0; i < things.size(); ++i) {
        for (std::size_t j = i + 1; j < things.size(); ++j) {
            Thing& a = things[i];
            Thing& b = things[j];
            if (a.at == b.at) continue;
            const bool kin = a.rear && b.rear && family(layout, a.part) == family(layout, b.part);
            if (a.rear != b.rear || (!kin && (a.rear || !touch(a.at, b.at)))) continue;
            const int from = b.group;
            for (Thing& thing : things) {
                if (thing.group == from) thing.group = a.group;
            }
        }
    }
}

Board kit_board(const World& world, DeviceId device, const std::vector<Thing>& things, int group) {
    const Builder builder{world, device, world.layout()};
    Board board;
    for (const Thing& thing : things) {
        if (thing.group != group) continue;
        board.rear = thing.rear;
        if (thing.rear && board.body == no_part) {
            const PartId unit = builder.layout.find(family(builder.layout, thing.part));
            if (unit != no_part) {
                board.body = unit;
                const Rect whole = project(builder.layout[unit].shape, "front");
                board.body_at = {0, -whole.h, whole.w, whole.h};
            }
        }
        if (!thing.rear && is_body(builder.layout, thing.part)) {
            board.body = thing.part;
            board.body_at = thing.at;
            continue;
        }
        builder.add(board, thing.part, thing.at, no_part);
    }
    builder.finish(board);
    return board;
}

std::vector<Board> kit_boards(const World& world, DeviceId device) {
    std::vector<Thing> things = things_of(world, device);
    group_things(world.layout(), things);
    std::vector<Board> boards;
    std::vector<int> done;
    for (const Thing& thing : things) {
        if (std::find(done.begin(), done.end(), thing.group) != done.end()) continue;
        done.push_back(thing.group);
        boards.push_back(kit_board(world, device, things, thing.group));
    }
    // Long low things first: rows of others then stay together.
    std::stable_partition(boards.begin(), boards.end(),
                          [](const Board& board) { return board.extent.w > 3 * board.extent.h; });
    return boards;
}

}  // namespace

bool is_kit(DeviceClass device_class) {
    return device_class == DeviceClass::power || device_class == DeviceClass::room;
}

bool has_shape(const PartSpec& spec) {
    return spec.shape.size[0] > 0 && spec.shape.size[1] > 0;
}

bool is_body(const Layout& layout, PartId part) {
    const PartSpec& spec = layout[part];
    if (spec.kind != PartKind::unit || !has_shape(spec)) return false;
    if (!is_kit(layout.device(spec.device).device_class)) return true;
    return std::any_of(layout.parts.begin(), layout.parts.end(), [&](const PartSpec& other) {
        return other.device == spec.device && has_shape(other) && other.name != spec.name &&
               other.name.starts_with(spec.name + ".") && other.kind != PartKind::paper;
    });
}

std::vector<std::string_view> faces_of(const Layout& layout, DeviceId device) {
    if (is_kit(layout.device(device).device_class)) return {"front"};
    std::vector<std::string_view> faces;
    for (const std::string_view face : {"front", "inside", "back", "top"}) {
        const bool has =
            std::any_of(layout.parts.begin(), layout.parts.end(), [&](const PartSpec& spec) {
                if (spec.device != device) return false;
                if (face != "inside") return on_face(layout, spec, face);
                return has_shape(spec) && spec.shape.face == face && !goes_about(spec);
            });
        if (has) faces.push_back(face);
    }
    return faces;
}

std::string_view face_of(const Layout& layout, PartId part) {
    const PartSpec& spec = layout[part];
    if (spec.device == no_device || !has_shape(spec)) return {};
    if (is_kit(layout.device(spec.device).device_class)) return "front";
    if (spec.shape.face == "inside") return "inside";
    return plane_of(layout, spec);
}

std::vector<Board> boards_of(const World& world, DeviceId device, std::string_view face) {
    if (is_kit(world.layout().device(device).device_class)) return kit_boards(world, device);
    if (face == "inside") return inside_boards(world, device);
    return {machine_board(world, device, face)};
}

std::vector<PartId> loose_things(const World& world, DeviceId device) {
    const Layout& layout = world.layout();
    std::vector<PartId> things;
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const PartSpec& spec = layout.parts[i];
        const auto part = static_cast<PartId>(i);
        if (spec.device != device) continue;
        const PartState& state = world.part(part);
        const bool exists = (state.flags & part_flag::exists) != 0;
        const bool paper = spec.kind == PartKind::paper && exists && !has_shape(spec);
        const bool kit_plug = spec.kind == PartKind::plug && spec.role == Role::none &&
                              is_kit(layout.device(device).device_class);
        const bool item = holdable(spec.kind) && (spec.kind != PartKind::plug || kit_plug);
        const bool hidden_pile = spec.kind == PartKind::pile && spec.behind != no_part;
        const bool kept = spec.kind == PartKind::unit && spec.behind != no_part;
        if (!paper && !item && !hidden_pile && !kept) continue;
        if (state.broken != 0 || reach(world, part)) continue;
        if (state.in != no_part && is_socket(layout[state.in].kind)) continue;
        things.push_back(part);
    }
    return things;
}

}  // namespace sim::seats
