#include <algorithm>
#include <array>
#include <cmath>

#include "sim/seats/room/room_form.h"
#include "sim/seats/room/room_place.h"
#include "sim/seats/room/room_sides.h"
#include "sim/seats/room/room_subject.h"
#include "sim/seats/room/room_things.h"
#include "sim/seats/room/room_view.h"

namespace sim::seats {

using namespace engine::scene;

namespace {

constexpr float filled = 0.85F;   ///< of what is free
constexpr float at_home = 0.94F;  ///< the same of a device as a whole
constexpr float nearest = 0.34F;
constexpr float widest_lens = 74;
constexpr float narrowest_lens = 12;
constexpr float close_work = 38;  ///< degrees of what is free, from top to bottom

std::size_t place_number(const World& world, DeviceId device) {
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

/// From where one looks at what stands open: level through a large door in front, down on the rest.
glm::vec3 towards_opening(const PartShape& door) {
    if (door.face == "top") return {0.06F, 0.95F, 0.75F};
    if (door.face == "back") return {0.06F, 0.4F, -1};
    const bool large = door.size[0] * door.size[1] > 60'000;
    return large ? glm::vec3{0.16F, 0.16F, 1} : glm::vec3{0.14F, 0.3F, 1};
}

/// From where one looks at what is turned to a wall: rather along the wall than down on it.
constexpr std::array<glm::vec3, 5> past_wall = {{{0.12F, 0.6F, -1},
                                                 {0.5F, 0.45F, -1},
                                                 {-0.5F, 0.45F, -1},
                                                 {1, 0.8F, -0.8F},
                                                 {-1, 0.8F, -0.8F}}};

/// From where one looks at a side, in the device's own frame.
glm::vec3 side_of(std::string_view face) {
    if (face == "back") return {0.12F, 0.6F, -1};
    if (face == "top") return {0, 1, 0.42F};
    return {0.25F, 0.42F, 1};
}

/// Where points lie in the picture, in halves of it from its middle; nothing when the eye is among
/// them.
std::optional<Box> spread_of(const Camera& camera, const std::vector<glm::vec3>& points,
                             float aspect) {
    const glm::mat4 lens = view_projection(camera, aspect);
    Box spread;
    for (const glm::vec3& point : points) {
        const glm::vec4 clip = lens * glm::vec4(point, 1);
        if (clip.w < 0.1F) return std::nullopt;
        spread.add({clip.x / clip.w, clip.y / clip.w, 0});
    }
    return spread;
}

/// How much larger than it may be what is seen is.
float excess(const Box& spread, const Sight& sight, float share) {
    const glm::vec3 size = spread.size();
    return std::max(size.x / 2 * sight.all.w / sight.middle.w,
                    size.y / 2 * sight.all.h / sight.middle.h) /
           share;
}

float lens_of(float field, float times) {
    const float half = std::atan(std::tan(glm::radians(field) / 2) * times);
    return std::clamp(glm::degrees(2 * half), narrowest_lens, widest_lens);
}

/// Along its look as near as it takes to fill what is free, never beyond a wall; the lens does what
/// is left, and is shifted so that all of it is in the middle of that.
Camera composed(Camera camera, const std::vector<glm::vec3>& points, const Sight& sight,
                const glm::vec3& room, float share = filled) {
    const float aspect = sight.all.w / std::max(1.0F, sight.all.h);
    const glm::vec3 side = glm::normalize(camera.eye - camera.target);
    camera.target = box_round(points).centre();
    camera.shift = {};
    const float high = std::clamp(sight.middle.h / sight.all.h, 0.4F, 1.0F);
    camera.field = lens_of(close_work, 1 / high);
    float distance = 3;
    for (int tries = 0; tries < 12; ++tries) {
        camera.eye = camera.target + side * distance;
        const auto spread = spread_of(camera, points, aspect);
        distance = std::max(nearest, distance * (spread ? excess(*spread, sight, share) : 1.6F));
    }
    camera.eye = camera.target + side * distance;
    const glm::vec3 wanted = camera.eye;
    camera.eye.y = std::max(camera.eye.y, 0.25F);
    // What stands close to a wall is seen from as far as the room allows, and rather from above.
    camera.eye = glm::clamp(camera.eye, glm::vec3{0.15F}, room - 0.15F);
    const float lost = glm::length(wanted - camera.eye);
    if (distance < 2.5F) camera.eye.y = std::min(camera.eye.y + lost * 0.8F, room.y - 0.15F);
    for (int tries = 0; tries < 4; ++tries) {
        if (const auto spread = spread_of(camera, points, aspect)) {
            camera.field = lens_of(camera.field, excess(*spread, sight, share));
        }
    }
    const engine::view::Point free = sight.middle.centre();
    const engine::view::Point centre = sight.all.centre();
    camera.shift = {(free.x - centre.x) / (sight.all.w / 2),
                    (free.y - centre.y) / (sight.all.h / 2)};
    if (const auto spread =
            spread_of(Camera{camera.eye, camera.target, camera.field}, points, aspect)) {
        camera.shift += glm::vec2{-spread->centre().x, spread->centre().y};
    }
    return camera;
}

/// From the first device of its class to this one.
glm::vec3 beside_first(const RoomPlan& plan, const DeviceSpec& device) {
    const DevicePlace* first = place_of(plan, device.device_class, 1);
    const DevicePlace* own = place_of(plan, device.device_class, device.number + 1);
    if (first == nullptr || own == nullptr) return {};
    return metres(own->at) - metres(first->at);
}

/// With its lens shifted and widened, so that what it shows is in the middle of what is free.
Camera fitted(Camera camera, const Sight& sight) {
    const engine::view::Point centre = sight.middle.centre();
    camera.shift = {(centre.x - sight.all.centre().x) / (sight.all.w / 2),
                    (centre.y - sight.all.centre().y) / (sight.all.h / 2)};
    const float share = std::clamp(sight.middle.h / sight.all.h, 0.4F, 1.0F);
    camera.field = lens_of(camera.field, 1 / share);
    return camera;
}

/// From the chair's side, down on what lies there.
Camera over(const Ground& table, const Sight& sight, const glm::vec3& room) {
    std::vector<glm::vec3> points;
    add_corners(points, table.frame, {0, 0, 0}, {table.width, 0.05F, table.depth});
    Camera camera;
    camera.target = {};
    camera.eye = glm::mat3(table.frame) * glm::vec3{0, 1, 0.55F};
    return composed(camera, points, sight, room);
}

/// On which side of whoever keeps the list: from where the voter is not behind them.
float over_shoulder(const RoomPlan& plan) {
    const PersonPlace* voter = place_of_person(plan, "list_voter");
    const PersonPlace* keeper = place_of_person(plan, "list_keeper");
    if (voter == nullptr || keeper == nullptr) return 0;
    return keeper->at[0] < voter->at[0] ? -0.55F : 0.55F;
}

Camera near_camera(const RoomScene& scene, const World& world, DeviceId device,
                   std::string_view face, const Sight& sight) {
    const Layout& layout = world.layout();
    const RoomPlan& plan = scene.plan();
    const glm::vec3 room = metres(plan.size);
    const bool kit = is_kit(layout.device(device).device_class);
    if (const auto form = before_form(plan, layout, device)) {
        Camera camera;
        camera.target = {};
        camera.eye = form->side;
        return composed(camera, form->corners, sight, room, at_home);
    }
    const KitPlace* place = kit_place(plan, layout, device, face);
    Subject subject = kit ? place_of_kit(scene, world, device, place)
                          : side_of_machine(scene, world, device, face);
    const bool list = place != nullptr && face == "desk";
    if (list) subject = across_list(plan, subject);
    const PartId door = door_of(world, device, face);
    keep_surroundings(subject.points, door != no_part ? 0.28F : 0.36F);
    const auto& points = subject.points.empty() ? subject.whole : subject.points;
    constexpr float widest = 9;  // wider than that is the room itself
    if (points.empty() || glm::length(box_round(points).size()) > widest) {
        return fitted(camera_at(plan.cameras[0]), sight);
    }
    const glm::mat3 turn = turn_of(scene, layout, device, place);
    const auto from = [&](const glm::vec3& side) {
        Camera camera;
        camera.target = {};
        camera.eye = turn * side;
        return composed(camera, points, sight, room);
    };
    if (place != nullptr && place->behind) {
        const auto as_meant = [&](const glm::vec3& side) {
            const Camera camera = from(side);
            return glm::dot(glm::normalize(camera.eye - camera.target),
                            glm::normalize(turn * side));
        };
        const auto best = std::max_element(
            past_wall.begin(), past_wall.end(),
            [&](const auto& a, const auto& b) { return as_meant(a) < as_meant(b) - 0.02F; });
        return from(*best);
    }
    if (subject.leads) return from({0.35F, 0.9F, -1});
    if (list) return from({over_shoulder(plan), 0.38F, 1});
    if (door != no_part) return from(towards_opening(layout[door].shape));
    return from(side_of(face == "inside" ? "back" : face));
}

Camera placed_camera(const RoomScene& scene, const World& world, DeviceId device,
                     const Sight& sight) {
    const RoomPlan& plan = scene.plan();
    const DeviceSpec& spec = world.layout().device(device);
    Camera camera = camera_at(plan.cameras[place_number(world, device)]);
    const glm::vec3 beside = beside_first(plan, spec);
    camera.eye += beside;
    camera.target += beside;
    const bool alone =
        spec.device_class == DeviceClass::scanner || spec.device_class == DeviceClass::transmitter;
    std::vector<glm::vec3> points;
    if (alone) points = side_of_machine(scene, world, device, "").whole;
    if (alone && sight.opened) add_open_doors(points, scene, world, device);
    if (spec.device_class == DeviceClass::power) points = powered_from(scene, world, device);
    if (points.empty()) return fitted(camera, sight);
    return composed(camera, points, sight, metres(plan.size), at_home);
}

}  // namespace

Camera camera_of(const RoomScene& scene, const World& world, DeviceId device, std::string_view face,
                 bool near, const Sight& sight) {
    Camera camera;
    const auto table = face == "table" ? table_of(scene.plan()) : std::nullopt;
    if (device == no_device) {
        camera = fitted(camera_at(scene.plan().cameras[0]), sight);
    } else if (table) {
        camera = over(*table, sight, metres(scene.plan().size));
    } else if (!near && place_number(world, device) > 0) {
        camera = placed_camera(scene, world, device, sight);
    } else {
        camera = near_camera(scene, world, device, face, sight);
    }
    if (sight.zoom != 1) camera.field = lens_of(camera.field, sight.zoom);
    return camera;
}

}  // namespace sim::seats
