#include <map>
#include <set>

#include "sim/seats/room/device_mesh.h"
#include "sim/seats/room/room_sides.h"
#include "sim/seats/room/room_view.h"
#include "sim/seats/station/plan_layout.h"
#include "tests/sim/seats/room/room_kit.h"

#include <doctest/doctest.h>

using namespace sim;
using namespace sim::seats;
using engine::view::Rect;

namespace {

/// Part of a device that has a shape to be pointed at: seals are worked at their points, what is on
/// a screen on the screen.
bool expected(const Layout& layout, PartId part) {
    const PartSpec& spec = layout[part];
    if (spec.device == no_device || !has_shape(spec)) return false;
    return spec.kind != PartKind::seal && spec.kind != PartKind::target;
}

void look_at(const RoomScene& scene, const World& world, const Sight& sight,
             std::set<PartId>& met) {
    const Layout& layout = world.layout();
    const auto see = [&](const engine::scene::Camera& camera) {
        std::set<PartId> once;
        for (const RoomView::Seen& one :
             seen_parts(scene, world, camera, sight.all, sight.middle)) {
            CHECK(sight.middle.contains(one.at));
            CHECK(once.insert(one.part).second);
            met.insert(one.part);
        }
    };
    see(camera_of(scene, world, no_device, "front", false, sight));
    // The head can be turned and lowered.
    const auto look_down = [&](const engine::scene::Camera& camera) {
        for (const float by : {0.35F, 0.9F}) {
            engine::scene::Camera lower = camera;
            lower.target.y -= by * glm::length(camera.target - camera.eye);
            see(lower);
        }
    };
    for (std::size_t i = 0; i < layout.devices.size(); ++i) {
        const auto device = static_cast<DeviceId>(i);
        see(camera_of(scene, world, device, "front", false, sight));
        std::vector<std::string> faces = {"front", "inside", "back", "top"};
        for (const Opening& one : openings_of(world, device)) faces.push_back(one.face);
        for (const std::string& face : faces) {
            const engine::scene::Camera camera = camera_of(scene, world, device, face, true, sight);
            see(camera);
            look_down(camera);
        }
        for (const KitPlace& place : kit_places(scene.plan(), layout, device)) {
            see(camera_of(scene, world, device, place.name, true, sight));
        }
    }
}

enum class Doors { shut, open, large_open };

/// One that is drawn out may stand before another.
void set_doors(World& world, Doors doors) {
    const Layout& layout = world.layout();
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const PartKind kind = layout.parts[i].kind;
        const auto part = static_cast<PartId>(i);
        if (kind != PartKind::door && kind != PartKind::packing) continue;
        const auto& size = layout.parts[i].shape.size;
        const bool large = size[0] * size[1] > 60'000;
        world.edit(part).open =
            doors == Doors::open || (doors == Doors::large_open && large) ? 1 : 0;
    }
}

}  // namespace

TEST_CASE("every part of every profile is met by its own click from some camera place") {
    const auto [kit, look] = [] {
        std::string of;
        Sight at{{0, 48, 1280, 752}, {320, 64, 688, 604}};
        SUBCASE("first makers, 1280x800") {}
        SUBCASE("second makers, 1920x1080") {
            of = "second_makers";
            at = {{0, 48, 1920, 1032}, {320, 64, 1300, 880}};
        }
        SUBCASE("first makers, 1024x700") {
            at = {{0, 48, 1024, 652}, {324, 60, 688, 516}};
        }
        return std::pair{of, at};
    }();
    engine::Problems problems;
    const auto loaded =
        load_scenario(room_kit::assets(), "scenarios/polling_day.yaml", problems, kit);
    REQUIRE(loaded);
    World world = make_world(loaded->prototype);
    const auto plan = load_room(room_kit::assets(), world.setup->room, problems);
    REQUIRE(plan);
    RoomScene scene(*plan, world, false);
    std::set<PartId> met;
    RoomMoment moment;
    moment.still = true;
    for (const Doors doors : {Doors::shut, Doors::open, Doors::large_open}) {
        set_doors(world, doors);
        ++world.observed;
        scene.update(world, moment);
        look_at(scene, world, look, met);
    }
    std::string missing;
    const Layout& layout = world.layout();
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const auto part = static_cast<PartId>(i);
        if (expected(layout, part) && !met.contains(part)) missing += layout.parts[i].name + " ";
    }
    CHECK(missing == "");
}

namespace {

/// All of what lies behind the door is in the free rectangle, and each part can be made out.
void check_opening(const RoomScene& scene, const World& world, DeviceId device,
                   const Opening& opening, const Sight& sight) {
    const Layout& layout = world.layout();
    CAPTURE(layout[opening.door].name);
    const auto camera = camera_of(scene, world, device, opening.face, true, sight);
    const auto seen = seen_parts(scene, world, camera, sight.all, sight.middle);
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const auto part = static_cast<PartId>(i);
        const bool there = part == opening.door || (layout.parts[i].behind == opening.door &&
                                                    layout.parts[i].shape.face == "inside");
        if (!there || !expected(layout, part)) continue;
        CAPTURE(layout.parts[i].name);
        if (scene.bounds(part).empty()) continue;
        const auto found = std::find_if(seen.begin(), seen.end(),
                                        [&](const auto& one) { return one.part == part; });
        REQUIRE(found != seen.end());
        CHECK(std::max(found->rect.w, found->rect.h) >= 24);
        for (const engine::view::Point& at : found->outline) CHECK(sight.middle.contains(at));
    }
}

}  // namespace

TEST_CASE("what was opened is seen whole from its own side, and large enough") {
    const Sight sight{{0, 48, 1280, 752}, {320, 156, 532, 512}};
    for (const char* kit : {"", "second_makers"}) {
        CAPTURE(kit);
        engine::Problems problems;
        const auto loaded =
            load_scenario(room_kit::assets(), "scenarios/polling_day.yaml", problems, kit);
        REQUIRE(loaded);
        World world = make_world(loaded->prototype);
        const auto plan = load_room(room_kit::assets(), world.setup->room, problems);
        REQUIRE(plan);
        RoomScene scene(*plan, world, false);
        RoomMoment moment;
        moment.still = true;
        set_doors(world, Doors::open);
        ++world.observed;
        scene.update(world, moment);
        std::size_t openings = 0;
        for (std::size_t i = 0; i < world.layout().devices.size(); ++i) {
            const auto device = static_cast<DeviceId>(i);
            if (is_kit(world.layout().device(device).device_class)) continue;
            std::set<std::string> faces;
            for (const Opening& one : openings_of(world, device)) {
                check_opening(scene, world, device, one, sight);
                faces.insert(one.face);
                ++openings;
            }
            // Each has a tab of its own.
            CHECK(faces.size() == openings_of(world, device).size());
        }
        CHECK(openings >= 6);
    }
}

TEST_CASE("what is shut has no side within, and is looked at where its door is") {
    engine::Problems problems;
    const auto loaded =
        load_scenario(room_kit::assets(), "scenarios/polling_day.yaml", problems, "");
    REQUIRE(loaded);
    World world = make_world(loaded->prototype);
    const auto plan = load_room(room_kit::assets(), world.setup->room, problems);
    REQUIRE(plan);
    const Layout& layout = world.layout();
    const DeviceId scanner = layout.device_of(DeviceClass::scanner, 0);
    const auto path = std::find_if(layout.parts.begin(), layout.parts.end(),
                                   [](const auto& spec) { return spec.role == Role::path; });
    REQUIRE(path != layout.parts.end());
    const auto part = static_cast<PartId>(path - layout.parts.begin());
    const Reader reader;
    const auto within = [&] {
        const auto sides = sides_of(world, *plan, scanner, reader);
        return std::count_if(sides.begin(), sides.end(),
                             [](const Side& side) { return side.face.starts_with("inside"); });
    };
    set_doors(world, Doors::shut);
    CHECK(within() == 0);
    CHECK(settled_face(world, scanner, "inside", part, no_part) == "top");
    CHECK(settled_face(world, scanner, "inside", no_part, path->behind) == "top");
    world.edit(path->behind).open = 1;
    CHECK(within() == 1);
    CHECK(settled_face(world, scanner, "inside", no_part, no_part) == "inside");
}
