#include "sim/seats/room/room_subject.h"

#include <algorithm>

#include "sim/seats/room/part_frame.h"
#include "sim/seats/room/room_place.h"
#include "sim/seats/room/room_sides.h"

namespace sim::seats {

using namespace engine::scene;

void add_corners(std::vector<glm::vec3>& points, const glm::mat4& frame, const glm::vec3& low,
                 const glm::vec3& high) {
    for (int i = 0; i < 8; ++i) {
        const glm::vec3 at{(i & 1) != 0 ? high.x : low.x, (i & 2) != 0 ? high.y : low.y,
                           (i & 4) != 0 ? high.z : low.z};
        points.emplace_back(frame * glm::vec4(at, 1));
    }
}

Box box_round(const std::vector<glm::vec3>& points) {
    Box box;
    for (const glm::vec3& point : points) box.add(point);
    return box;
}

namespace {

/// As its profile has it, for what is in the way of the eye must not move the eye.
void add_part_corners(std::vector<glm::vec3>& points, const RoomScene& scene, const Layout& layout,
                      PartId part, bool open) {
    const auto frame = scene.frame_of(layout, part);
    if (!frame) return;
    const PartBox box = box_of(layout, part);
    glm::mat4 turn = *frame;
    if (open) {
        turn *= opened(layout[part].shape, 1);
    } else if (box.tilt != 0) {
        turn *= leaning(box);
    }
    add_corners(points, turn, box.low, box.low + box.size);
}

/// A slit in the top, out of which a sheet stands.
bool takes_upright(const PartSpec& spec) {
    return spec.kind == PartKind::entry && spec.shape.face == "top";
}

/// Whether the way of the sheets lies behind the door.
bool leads_in(const Layout& layout, PartId door) {
    return std::any_of(layout.parts.begin(), layout.parts.end(), [&](const PartSpec& spec) {
        return spec.behind == door && spec.role == Role::path;
    });
}

void add_sheet(std::vector<glm::vec3>& points, const RoomScene& scene, const Layout& layout,
               PartId part) {
    constexpr float stands_out = 0.2F;
    const auto frame = scene.frame_of(layout, part);
    if (!frame) return;
    const PartBox box = box_of(layout, part);
    add_corners(points, *frame, box.low, box.low + box.size + glm::vec3{0, stands_out, 0});
}

}  // namespace

Subject side_of_machine(const RoomScene& scene, const World& world, DeviceId device,
                        std::string_view face) {
    const Layout& layout = world.layout();
    const PartId door = door_of(world, device, face);
    const bool from_behind = face == "back" || (face == "inside" && door == no_part);
    Subject subject;
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const auto part = static_cast<PartId>(i);
        const PartSpec& spec = layout.parts[i];
        const bool thing = goes_about(spec) || spec.kind == PartKind::paper ||
                           spec.kind == PartKind::person || spec.kind == PartKind::plug;
        if (spec.device != device || thing || !has_shape(spec)) continue;
        add_part_corners(subject.whole, scene, layout, part, false);
        if (takes_upright(spec)) add_sheet(subject.whole, scene, layout, part);
        bool on_side = spec.shape.face == face && spec.kind != PartKind::unit;
        // A screen that leans back, and where sheets are laid, are worked at from above as well.
        if (face == "top" && (spec.kind == PartKind::screen || spec.kind == PartKind::entry)) {
            on_side = true;
        }
        if (from_behind && spec.shape.face == "inside") on_side = spec.behind == no_part;
        // What is worked at behind a raised cover goes on in where sheets are laid.
        const bool before = spec.kind == PartKind::entry && spec.shape.face == "front";
        if (door != no_part) {
            on_side = part == door || spec.behind == door ||
                      (before && layout[door].shape.face == "top" && leads_in(layout, door));
        }
        if (on_side) add_part_corners(subject.points, scene, layout, part, part == door);
    }
    return subject;
}

void add_open_doors(std::vector<glm::vec3>& points, const RoomScene& scene, const World& world,
                    DeviceId device) {
    const Layout& layout = world.layout();
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const auto part = static_cast<PartId>(i);
        const PartSpec& spec = layout.parts[i];
        if (spec.device != device || spec.kind != PartKind::door || !has_shape(spec)) continue;
        if (world.part(part).open != 0) add_part_corners(points, scene, layout, part, true);
    }
}

glm::mat3 turn_of(const RoomScene& scene, const Layout& layout, DeviceId device,
                  const KitPlace* place) {
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const auto frame = scene.frame_of(layout, static_cast<PartId>(i));
        if (layout.parts[i].device != device || !frame) continue;
        if (place == nullptr || stands_in(layout.parts[i], *place)) return glm::mat3(*frame);
    }
    return glm::mat3(1);
}

namespace {

/// Leads that are plugged in all over: where their ends are, and the floor on which they lie.
void add_leads(std::vector<glm::vec3>& points, const RoomScene& scene, const Layout& layout,
               const KitPlace& place) {
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const PartSpec& spec = layout.parts[i];
        if (spec.kind != PartKind::plug || !stands_in(spec, place)) continue;
        const Box at = scene.bounds(static_cast<PartId>(i));
        if (at.empty()) continue;
        add_corners(points, glm::mat4(1), {at.low.x, 0, at.low.z}, at.high);
    }
}

}  // namespace

namespace {

/// The whole back of the unit that a part is of.
void add_back(std::vector<glm::vec3>& points, const RoomScene& scene, const Layout& layout,
              PartId part) {
    const std::string& name = layout[part].name;
    const std::size_t dot = name.rfind('.');
    const PartId unit = dot == std::string::npos ? no_part : layout.find(name.substr(0, dot));
    if (unit == no_part) return;
    const auto frame = scene.frame_of(layout, unit);
    if (!frame) return;
    const PartBox box = box_of(layout, unit);
    constexpr float deep = 0.05F;
    add_corners(points, *frame, box.low, box.low + glm::vec3{box.size.x, box.size.y, deep});
}

}  // namespace

Subject place_of_kit(const RoomScene& scene, const World& world, DeviceId device,
                     const KitPlace* place) {
    const Layout& layout = world.layout();
    const glm::vec3 along = turn_of(scene, layout, device, place)[0];
    Subject subject;
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const auto part = static_cast<PartId>(i);
        const PartSpec& spec = layout.parts[i];
        if (spec.device != device || goes_about(spec) || spec.kind == PartKind::paper) continue;
        if (spec.kind == PartKind::person) continue;
        const bool lies_there = place != nullptr && world.part(part).in == no_part;
        if (spec.kind == PartKind::plug && !lies_there) continue;
        const Box at = scene.bounds(part);
        if (at.empty()) continue;
        add_corners(subject.whole, glm::mat4(1), at.low, at.high);
        if (place == nullptr || !stands_in(spec, *place)) continue;
        const auto frame = scene.frame_of(layout, part);
        if (frame && glm::dot(glm::mat3(*frame)[0], along) < 0.5F) continue;
        add_corners(subject.points, glm::mat4(1), at.low, at.high);
        if (place->behind) add_back(subject.points, scene, layout, part);
    }
    if (place != nullptr && subject.points.empty()) {
        add_leads(subject.points, scene, layout, *place);
        subject.leads = true;
    }
    return subject;
}

Subject across_list(const RoomPlan& plan, const Subject& desk) {
    Subject subject;
    const PersonPlace* voter = place_of_person(plan, "list_voter");
    const PersonPlace* keeper = place_of_person(plan, "list_keeper");
    if (desk.points.empty() || voter == nullptr || keeper == nullptr) return desk;
    const Box box = box_round(desk.points);
    constexpr float arms = 0.5F;
    constexpr float head = 1.62F;
    const float middle = std::clamp(metres(keeper->at[0]), box.low.x + arms, box.high.x - arms);
    for (const float x : {middle - arms, middle + arms}) {
        for (const float z : {box.low.z, box.high.z}) subject.points.emplace_back(x, box.high.y, z);
    }
    subject.points.emplace_back(metres(voter->at[0]), head, metres(voter->at[1]));
    return subject;
}

void keep_surroundings(std::vector<glm::vec3>& points, float least) {
    const Box box = box_round(points);
    const float size = glm::length(box.size());
    if (points.empty() || size >= least) return;
    const glm::vec3 centre = box.centre();
    const float times = least / std::max(0.01F, size);
    for (glm::vec3& point : points) point = centre + (point - centre) * times;
}

std::vector<glm::vec3> powered_from(const RoomScene& scene, const World& world, DeviceId device) {
    KitPlace all;
    for (const KitPlace& place : kit_places(scene.plan(), world.layout(), device)) {
        if (place.name == "generator") continue;
        all.parts.insert(all.parts.end(), place.parts.begin(), place.parts.end());
    }
    return place_of_kit(scene, world, device, &all).points;
}

}  // namespace sim::seats
