// People who walk from where they were to where the world has them.

#include "sim/seats/room/room_scene.h"
#include "sim/seats/room/room_walk.h"
#include "sim/station/world.h"
#include "tests/sim/seats/room/room_kit.h"
// After all others, for its macros.
#include <doctest/doctest.h>

using namespace sim;
using namespace sim::seats;

namespace {

const Layout& layout() {
    return room_kit::stations().front().layout;
}

Standing voter_at(glm::vec2 at) {
    Standing voter;
    voter.seed = 1001;
    voter.voter = true;
    voter.pose.at = {at.x, 0, at.y};
    return voter;
}

std::size_t shown(const Walkers& walkers) {
    engine::scene::Mesh mesh;
    walkers.add_standing(mesh, {}, 0);
    walkers.add_walking(mesh, {}, 0);
    return mesh.vertices.size();
}

}  // namespace

TEST_CASE("every place of a room is reached on ways that nothing stands in") {
    for (const RoomPlan& plan : room_kit::rooms()) {
        const Ways ways(plan, layout());
        glm::vec2 from{};
        for (const PersonPlace& place : plan.people) {
            const glm::vec2 to = glm::vec2(place.at[0], place.at[1]) / 1000.0F;
            if (from == glm::vec2(0)) from = to;
            const auto way = ways.way(from, to);
            REQUIRE(!way.empty());
            CHECK(way.back() == to);
            // Only the first and the last step may lead out of a place by furniture.
            for (std::size_t i = 0; i + 2 < way.size(); ++i) {
                for (float share = 0; share <= 1; share += 0.1F) {
                    CHECK(ways.free(glm::mix(way[i], way[i + 1], share)));
                }
            }
            from = to;
        }
    }
}

TEST_CASE("who comes walks in, goes where the world says and leaves through the door") {
    Walkers walkers(room_kit::rooms().front(), layout());
    walkers.gather({}, false);
    CHECK(!walkers.walking());
    const Standing first[] = {voter_at({3, 2})};
    walkers.gather(first, false);
    REQUIRE(walkers.walking());
    const glm::vec3 door = walkers.on_the_way().front();
    walkers.walk(0.5F);
    CHECK(glm::length(walkers.on_the_way().front() - door) == doctest::Approx(0.6F));
    walkers.walk(60);
    CHECK(!walkers.walking());
    CHECK(shown(walkers) > 0);
    walkers.gather({}, false);
    CHECK(walkers.walking());
    walkers.walk(60);
    CHECK(!walkers.walking());
    CHECK(shown(walkers) == 0);
}

TEST_CASE("without motion everybody stands where the world has them") {
    Walkers walkers(room_kit::rooms().front(), layout());
    const Standing here[] = {voter_at({3, 2})};
    const Standing there[] = {voter_at({9, 5})};
    walkers.gather(here, true);
    walkers.gather(there, false);
    CHECK(walkers.walking());
    walkers.gather(there, true);
    CHECK(!walkers.walking());
    walkers.gather({}, true);
    CHECK(shown(walkers) == 0);
}
