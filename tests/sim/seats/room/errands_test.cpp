// Members of the commission who work elsewhere than at their places.

#include "sim/seats/room/room_errands.h"

#include "sim/seats/room/room_place.h"
#include "tests/sim/drills.h"
#include "tests/sim/seats/room/room_kit.h"
// After all others, for its macros.
#include <doctest/doctest.h>

namespace sim::seats {
namespace {

constexpr PostId chair = static_cast<PostId>(Post::chair);
constexpr PostId scanner_operator = static_cast<PostId>(Post::scanner_operator);

void have_opened(World& world, PostId post, std::string_view part) {
    Actor& actor = world.actors[static_cast<std::size_t>(post)];
    actor.doing.actor = post;
    actor.doing.object = world.layout().find(part);
    actor.busy_until = world.now;
}

}  // namespace

TEST_CASE("who works on a device stands beside it, and turns to it; after a while they go back") {
    for (const RoomPlan& plan : room_kit::rooms()) {
        test::Bench bench(test::load_drill("opening"));
        World& world = bench.drill.world;
        CHECK_FALSE(errand_of(world, plan, chair));
        have_opened(world, chair, "scanner.cover");
        const auto errand = errand_of(world, plan, chair);
        REQUIRE(errand);
        const DevicePlace* place = place_of(plan, DeviceClass::scanner, 1);
        REQUIRE(place != nullptr);
        const glm::vec4 middle = frame_of(*place) * glm::vec4{0.3F, 0, 0.3F, 1};
        CHECK(glm::length(errand->at - glm::vec2{middle.x, middle.z}) < 1.2F);
        world.now += engine::minute;
        CHECK_FALSE(errand_of(world, plan, chair));
    }
}

TEST_CASE("what can be reached from one's own place is done there") {
    for (const RoomPlan& plan : room_kit::rooms()) {
        test::Bench bench(test::load_drill("opening"));
        World& world = bench.drill.world;
        have_opened(world, scanner_operator, "scanner.cover");
        CHECK_FALSE(errand_of(world, plan, scanner_operator));
    }
}

}  // namespace sim::seats
