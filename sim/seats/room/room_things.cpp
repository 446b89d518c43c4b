#include "sim/seats/room/room_things.h"

#include <algorithm>
#include <glm/gtc/matrix_transform.hpp>

#include "engine/scene/shape.h"
#include "sim/seats/room/part_frame.h"
#include "sim/seats/room/room_builder.h"
#include "sim/seats/room/room_form.h"
#include "sim/seats/room/thing_shapes.h"
#include "sim/seats/station/acts_rules.h"
#include "sim/seats/station/paper.h"

namespace sim::seats {

using namespace engine::scene;

namespace {

constexpr std::size_t most_seals = 12;  ///< one free seal is as good as another
constexpr float laid_size = 1.38F;      ///< larger than they are, to be told apart from above
constexpr Colour white{252, 252, 249, 255};
constexpr Colour ink{178, 188, 198, 255};

void add_paper(Mesh& mesh, const glm::vec3& at, float wide, float high) {
    add_box(mesh, at, {wide, 0.0012F, high}, white, 0);
    for (int i = 0; i < 6; ++i) {
        const float z = at.z + high * (0.12F + 0.13F * static_cast<float>(i));
        const float share = i == 0 ? 0.5F : i == 5 ? 0.35F : 0.76F;
        add_box(mesh, {at.x + wide * 0.12F, at.y + 0.0012F, z}, {wide * share, 0.0003F, 0.004F},
                i == 0 ? Colour{90, 102, 116, 255} : ink, 0);
    }
}

/// Puts things beside each other, in rows from the back.
class Rows {
  public:
    Rows(const Ground& ground, float from, float pitch, float deep)
        : ground_(ground), from_(from), pitch_(pitch), deep_(deep) {}
    std::optional<glm::vec3> next() {
        const int columns = std::max(1, static_cast<int>((ground_.width - 0.06F) / pitch_));
        const int row = count_ / columns;
        const glm::vec3 at{0.03F + pitch_ * static_cast<float>(count_ % columns), 0.0005F,
                           from_ + deep_ * static_cast<float>(row)};
        ++count_;
        if (at.z + deep_ * 0.8F > ground_.depth) return std::nullopt;
        return at;
    }

  private:
    Ground ground_;
    float from_, pitch_, deep_;
    int count_ = 0;
};

struct Things {
    Mesh& mesh;
    const World& world;
    const RoomScene& room;
    PartId hand;

    /// Whether it lies free where it can be seen, and behind which open door.
    bool lies(PartId part) const {
        const Layout& layout = world.layout();
        const PartState& state = world.part(part);
        if (part == hand || state.broken != 0 || state.holder != no_post) return false;
        if (state.in != no_part && is_socket(layout[state.in].kind)) return false;
        const PartId door = door_of(part);
        return door == no_part || world.part(door).open != 0;
    }
    PartId door_of(PartId part) const {
        const Layout& layout = world.layout();
        const PartId in = world.part(part).in;
        if (in != no_part) return layout[in].behind;
        return layout[part].behind;
    }
};

void lay_on_table(Things& things, const Ground& table) {
    const Layout& layout = things.world.layout();
    Rows rows(table, 0.03F, 0.135F, 0.098F);
    std::size_t seals = 0;
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const auto part = static_cast<PartId>(i);
        const PartSpec& spec = layout.parts[i];
        if (!goes_about(spec) || !things.lies(part) || things.door_of(part) != no_part) continue;
        if (spec.kind == PartKind::seal && ++seals > most_seals) continue;
        const auto at = rows.next();
        if (!at) return;
        const auto first = things.mesh.vertices.size();
        things.mesh.begin(part);
        add_thing(things.mesh, spec, {});
        transform(things.mesh, first,
                  glm::scale(glm::translate(table.frame, *at), glm::vec3(laid_size)));
    }
}

void lay_papers(Things& things, const Ground& table) {
    const Layout& layout = things.world.layout();
    Rows rows(table, table.depth * 0.52F, 0.165F, 0.20F);
    const PartId on_wall = wall_form(things.room.plan(), layout);
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const auto part = static_cast<PartId>(i);
        const PartSpec& spec = layout.parts[i];
        if (spec.kind != PartKind::paper || spec.shape.size[0] > 0) continue;
        if (!has_paper(things.world, part) || part == on_wall) continue;
        if ((things.world.part(part).flags & part_flag::posted) != 0) continue;
        const auto at = rows.next();
        if (!at) return;
        const auto first = things.mesh.vertices.size();
        things.mesh.begin(part);
        add_paper(things.mesh, *at, 0.145F, 0.19F);
        transform(things.mesh, first, table.frame);
    }
}

/// What is behind an open door of a kit lies on its shelf.
void lay_in_safe(Things& things) {
    const Layout& layout = things.world.layout();
    std::map<PartId, int> counts;
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const auto part = static_cast<PartId>(i);
        const PartSpec& spec = layout.parts[i];
        const bool kept = spec.kind == PartKind::unit && spec.behind != no_part;
        if (!(goes_about(spec) || kept) || !things.lies(part)) continue;
        const PartId door = things.door_of(part);
        if (door == no_part) continue;
        const auto frame = things.room.frame_of(layout, door);
        if (!frame) continue;
        const PartBox box = box_of(layout, door);
        const int count = counts[door]++;
        const glm::vec3 at =
            box.low + glm::vec3{0.04F + 0.11F * static_cast<float>(count % 3), 0.021F,
                                box.size.z * 0.45F - 0.075F * static_cast<float>(count / 3)};
        const auto first = things.mesh.vertices.size();
        things.mesh.begin(part);
        add_thing(things.mesh, spec, at);
        transform(things.mesh, first, *frame);
    }
}

/// Papers that were put up hang on the first board.
void hang_up(Things& things) {
    const RoomPlan& plan = things.room.plan();
    if (plan.boards.empty()) return;
    const OnWall& at = plan.boards.front().at;
    const WallFrame wall = wall_frame(plan, at.wall);
    const Layout& layout = things.world.layout();
    int count = 0;
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const auto part = static_cast<PartId>(i);
        if (layout.parts[i].kind != PartKind::paper) continue;
        if ((things.world.part(part).flags & part_flag::posted) == 0) continue;
        const float wide = metres(at.size[0]);
        const int columns = std::max(1, static_cast<int>((wide - 0.1F) / 0.24F));
        if (count >= 2 * columns) return;
        things.mesh.begin(part);
        add_wall_box(things.mesh, wall,
                     metres(at.from) + 0.07F + 0.24F * static_cast<float>(count % columns),
                     metres(at.up) + 0.08F + 0.34F * static_cast<float>(count / columns), 0.20F,
                     0.28F, 0.03F, 0.003F, white);
        ++count;
    }
}

}  // namespace

std::optional<Ground> table_of(const RoomPlan& plan) {
    const PersonPlace* chair = place_of_person(plan, "chair");
    const RoomFurniture* nearest = nullptr;
    float least = 1e9F;
    for (const RoomFurniture& one : plan.furniture) {
        if (one.kind != FurnitureKind::table && one.kind != FurnitureKind::desk) continue;
        const glm::mat4 frame = frame_at(one.at, one.turn);
        const glm::vec3 middle = glm::vec3(frame * glm::vec4(metres(one.size) * 0.5F, 1));
        const glm::vec2 seat =
            chair == nullptr ? glm::vec2(0) : glm::vec2(metres(chair->at[0]), metres(chair->at[1]));
        const float distance = glm::length(glm::vec2(middle.x, middle.z) - seat);
        if (distance >= least) continue;
        least = distance;
        nearest = &one;
    }
    if (nearest == nullptr) return std::nullopt;
    const glm::vec3 size = metres(nearest->size);
    return Ground{glm::translate(frame_at(nearest->at, nearest->turn), {0, size.y, 0}), size.x,
                  size.z};
}

void add_things(Mesh& mesh, const World& world, const RoomScene& room, PartId hand) {
    Things things{mesh, world, room, hand};
    if (const auto table = table_of(room.plan())) {
        lay_on_table(things, *table);
        lay_papers(things, *table);
    }
    lay_in_safe(things);
    hang_up(things);
}

}  // namespace sim::seats
