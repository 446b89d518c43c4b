#include <algorithm>
#include <cmath>

#include "sim/seats/room/part_frame.h"
#include "sim/seats/room/room_place.h"
#include "sim/seats/room/room_things.h"
#include "sim/seats/room/room_view.h"
#include "sim/seats/station/plan_layout.h"

namespace sim::seats {

using namespace engine::scene;

namespace {

constexpr std::string_view from_behind = "ups_back";

bool named(const PartSpec& spec, const KitPlace& place) {
    return std::any_of(place.parts.begin(), place.parts.end(), [&](std::string_view begin) {
        return std::string_view(spec.name).starts_with(begin);
    });
}

const std::vector<KitPlace>& all_kit_places() {
    static const std::vector<KitPlace> all = {
        {"wall", N_("Wall outlets"), {"wall."}},
        {"strip", N_("Power strip"), {"strip"}},
        {"ups", N_("UPS"), {"ups", "inverter", "battery_box"}},
        {from_behind, N_("UPS from behind"), {"ups.outlet", "ups.plug"}},
        {"generator", N_("Generator"), {"generator"}},
        {"safe", N_("Safe"), {"safe", "seal_safe"}},
        {"boxes", N_("Ballot boxes"), {"stationary", "mobile", "seal_stationary", "seal_mobile"}},
        {"table", N_("Table"), {"cloth", "seal_1", "scanner_roll", "medium_spare"}},
        {"door", N_("Door"), {"entrance_door"}},
        {"desk", N_("List desk"), {"desk"}},
        {"booths", N_("Booths"), {"booth_"}},
        {"leads", N_("Leads"), {"peer_lead", "hub"}},
    };
    return all;
}

const KitPlace* place_of_kit(const Layout& layout, DeviceId device, std::string_view face) {
    if (!is_kit(layout.device(device).device_class)) return nullptr;
    for (const KitPlace& one : all_kit_places()) {
        if (one.name == face) return &one;
    }
    return nullptr;
}

std::size_t place_number(const World& world, DeviceId device) {
    if (device == no_device) return 0;
    switch (world.layout().device(device).device_class) {
        case DeviceClass::scanner:
            return 1;
        case DeviceClass::terminal:
            return 2;
        case DeviceClass::transmitter:
            return 3;
        case DeviceClass::power:
            return 4;
        case DeviceClass::room:
            break;
    }
    return 0;
}

/// From where one looks at a side, in the device's own frame.
glm::vec3 side_of(std::string_view face) {
    if (face == "back" || face == from_behind) return {0.12F, 0.75F, -1};
    if (face == "top") return {0, 1, 0.42F};
    if (face == "inside") return {0.08F, 0.85F, 0.8F};
    return {0.25F, 0.42F, 1};
}

/// One looks in where a door stands open: level through the one in front, else from above.
bool front_is_open(const World& world, DeviceId device) {
    const Layout& layout = world.layout();
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const PartSpec& spec = layout.parts[i];
        if (spec.device != device || spec.kind != PartKind::door) continue;
        const bool large = spec.shape.size[0] * spec.shape.size[1] > 60'000;
        if (spec.shape.face == "front" && large && world.part(static_cast<PartId>(i)).open != 0) {
            return true;
        }
    }
    return false;
}

/// What one wants to see of that side: the parts on it, and the unit for orientation.
Box subject_of(const RoomScene& scene, const World& world, DeviceId device, std::string_view face) {
    const Layout& layout = world.layout();
    Box whole;
    Box side;
    const KitPlace* place = place_of_kit(layout, device, face);
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const auto part = static_cast<PartId>(i);
        const PartSpec& spec = layout.parts[i];
        if (spec.device != device || goes_about(spec) || spec.kind == PartKind::paper) continue;
        if (spec.kind == PartKind::person) continue;
        const bool lies_there = place != nullptr && world.part(part).in == no_part;
        if (spec.kind == PartKind::plug && !lies_there) continue;
        const Box at = scene.bounds(part);
        if (at.empty()) continue;
        whole.add(at.low);
        whole.add(at.high);
        const bool on_side = place != nullptr
                                 ? named(spec, *place)
                                 : spec.shape.face == face && spec.kind != PartKind::unit;
        if (!on_side) continue;
        side.add(at.low);
        side.add(at.high);
    }
    return side.empty() ? whole : side;
}

/// From the first device of its class to this one.
glm::vec3 beside_first(const RoomPlan& plan, const DeviceSpec& device) {
    const DevicePlace* first = place_of(plan, device.device_class, 1);
    const DevicePlace* own = place_of(plan, device.device_class, device.number + 1);
    if (first == nullptr || own == nullptr) return {};
    return metres(own->at) - metres(first->at);
}

/// From the chair's side, down on what lies there.
Camera over(const Ground& table, float aspect) {
    Camera camera;
    camera.field = 40;
    camera.target = glm::vec3(table.frame * glm::vec4(table.width / 2, 0, table.depth / 2, 1));
    const glm::vec3 side = glm::normalize(glm::mat3(table.frame) * glm::vec3{0, 1, 0.55F});
    const float half = std::tan(glm::radians(camera.field) / 2) * std::min(1.0F, aspect);
    camera.eye = camera.target + side * (table.width * 0.52F / half);
    return camera;
}

Camera near_camera(const RoomScene& scene, const World& world, DeviceId device,
                   std::string_view face, float aspect) {
    const Layout& layout = world.layout();
    const Box subject = subject_of(scene, world, device, face);
    Camera camera;
    camera.field = 38;
    constexpr float widest = 9;  // wider than that is the room itself
    if (subject.empty() || glm::length(subject.size()) > widest) {
        return camera_at(scene.plan().cameras[0]);
    }
    const KitPlace* place = place_of_kit(layout, device, face);
    glm::mat3 turn(1);
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const auto frame = scene.frame_of(layout, static_cast<PartId>(i));
        if (layout.parts[i].device != device || !frame) continue;
        if (place != nullptr && !named(layout.parts[i], *place)) continue;
        turn = glm::mat3(*frame);
        break;
    }
    const bool level = face == "inside" && front_is_open(world, device);
    const glm::vec3 side =
        glm::normalize(turn * (level ? glm::vec3{0.12F, 0.06F, 1} : side_of(face)));
    camera.target = subject.centre();
    const float radius = std::max(0.16F, glm::length(subject.size()) * 0.5F);
    const float half = glm::radians(camera.field) / 2;
    const float narrow = std::atan(std::tan(half) * std::min(1.0F, aspect));
    const float distance = std::max(0.42F, radius / std::sin(narrow) * 1.1F);
    camera.eye = camera.target + side * distance;
    camera.eye.y = std::max(camera.eye.y, 0.25F);
    // Never from beyond a wall: what stands close to one is seen from as far as the room allows,
    // and rather from above.
    const glm::vec3 wanted = camera.eye;
    const glm::vec3 room = metres(scene.plan().size);
    camera.eye = glm::clamp(camera.eye, glm::vec3{0.15F}, room - 0.15F);
    const float lost = glm::length(wanted - camera.eye);
    if (distance < 2.5F) camera.eye.y = std::min(camera.eye.y + lost * 0.8F, room.y - 0.15F);
    return camera;
}

}  // namespace

Camera fitted(Camera camera, const engine::view::Rect& all, const engine::view::Rect& middle,
              float zoom) {
    const engine::view::Point centre = middle.centre();
    camera.shift = {(centre.x - all.centre().x) / (all.w / 2),
                    (centre.y - all.centre().y) / (all.h / 2)};
    const float share = std::clamp(middle.h / all.h, 0.4F, 1.0F);
    camera.field =
        glm::degrees(2 * std::atan(std::tan(glm::radians(camera.field) / 2) / share * zoom));
    return camera;
}

std::string_view kit_side(const Layout& layout, PartId part) {
    if (part == no_part || layout[part].device == no_device) return {};
    const PartSpec& spec = layout[part];
    if (!is_kit(layout.device(spec.device).device_class)) return {};
    if (goes_about(spec)) return "table";
    for (const KitPlace& place : all_kit_places()) {
        const bool behind = place.name == from_behind;
        if (named(spec, place) && behind == (spec.shape.face == "back")) return place.name;
    }
    return {};
}

std::vector<KitPlace> kit_places(const Layout& layout, DeviceId device) {
    std::vector<KitPlace> own;
    if (device == no_device || !is_kit(layout.device(device).device_class)) return own;
    for (const KitPlace& place : all_kit_places()) {
        const bool any = std::any_of(
            layout.parts.begin(), layout.parts.end(),
            [&](const auto& spec) { return spec.device == device && named(spec, place); });
        if (any) own.push_back(place);
    }
    return own;
}

Camera camera_of(const RoomScene& scene, const World& world, DeviceId device, std::string_view face,
                 bool near, float aspect) {
    const bool spread =
        device != no_device && world.layout().device(device).device_class == DeviceClass::room;
    if (device == no_device) {
        return camera_at(scene.plan().cameras[0]);
    }
    const std::size_t place = place_number(world, device);
    if (face == "table") {
        if (const auto table = table_of(scene.plan())) return over(*table, aspect);
    }
    if (!near && !spread && place > 0) {
        Camera camera = camera_at(scene.plan().cameras[place]);
        const glm::vec3 beside = beside_first(scene.plan(), world.layout().device(device));
        camera.eye += beside;
        camera.target += beside;
        return camera;
    }
    return near_camera(scene, world, device, face, aspect);
}

}  // namespace sim::seats
