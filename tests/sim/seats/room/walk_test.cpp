// People who walk from where they were to where the world has them.

#include <cmath>

#include "sim/seats/room/room_scene.h"
#include "sim/seats/room/room_walk.h"
#include "sim/seats/station/voter_facts.h"
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

TEST_CASE("those who wait stand one behind the other and look ahead") {
    engine::Problems problems;
    const auto loaded =
        load_scenario(room_kit::assets(), "scenarios/polling_day.yaml", problems, "");
    REQUIRE(loaded);
    World world = make_world(loaded->prototype);
    for (int i = 0; i < 30; ++i) world.hall.desk_queue.push_back(static_cast<VoterId>(i));
    for (const RoomPlan& plan : room_kit::rooms()) {
        CAPTURE(plan.id);
        Booths booths;
        std::vector<Standing> line;
        for (const Standing& person : people_of(world, plan, booths)) {
            if (person.voter) line.push_back(person);
        }
        REQUIRE(line.size() >= 5);
        // Who is in the register looks as old as it says: the photograph is compared with them.
        for (std::size_t i = 0; i < line.size(); ++i) {
            const int entry = entry_of(world, static_cast<VoterId>(i));
            CHECK(line[i].age == (entry < 0 ? 0 : world.setup->voters.age(entry)));
        }
        for (std::size_t i = 1; i < line.size(); ++i) {
            CAPTURE(i);
            const glm::vec3 ahead = line[i - 1].pose.at - line[i].pose.at;
            CHECK(glm::length(ahead) > 0.45F);
            CHECK(glm::length(ahead) < 0.8F);
            const float facing = glm::radians(line[i].pose.facing);
            CHECK(glm::dot(glm::normalize(ahead),
                           glm::vec3(std::sin(facing), 0, std::cos(facing))) > 0.6F);
        }
    }
}

TEST_CASE("who would be seen without a head beside a device is left out, others are not") {
    Framing picture;
    picture.camera = {{0, 1.6F, 2}, {0, 0.6F, 0}, 40};
    Standing person;
    person.pose.at = {0.4F, 0, 0.6F};
    CHECK(is_cut(person, picture));
    person.owner = 3;
    CHECK_FALSE(is_cut(person, picture));
    picture.alone = true;
    CHECK(is_cut(person, picture));
    person.pose.at = {0, 0, -4};
    CHECK_FALSE(is_cut(person, picture));
}
