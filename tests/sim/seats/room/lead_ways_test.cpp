// Leads go over edges and round what stands there.

#include "sim/seats/room/lead_ways.h"

#include "sim/seats/room/room_leads.h"
#include "sim/seats/room/room_place.h"
#include "tests/sim/seats/room/room_kit.h"
// After all others, for its macros.
#include <doctest/doctest.h>

using namespace sim;
using namespace sim::seats;

namespace {

constexpr float radius = 0.005F;
constexpr float desk = 0.74F;

struct Laid {
    explicit Laid(const RoomPlan& plan)
        : world(closing()), scene(plan, world, false), ways(world, scene) {}

    static World closing() {
        engine::Problems problems;
        const auto loaded = load_scenario(room_kit::assets(), "scenarios/closing.yaml", problems);
        REQUIRE(loaded);
        return make_world(loaded->prototype);
    }
    World world;
    RoomScene scene;
    LeadWays ways;
};

}  // namespace

TEST_CASE("no lead goes through the top of a desk") {
    for (const RoomPlan& plan : room_kit::rooms()) {
        const Laid laid(plan);
        engine::scene::Mesh mesh;
        add_leads(mesh, laid.world, laid.scene, {});
        REQUIRE(!mesh.vertices.empty());
        for (const RoomFurniture& one : plan.furniture) {
            if (one.kind != FurnitureKind::desk && one.kind != FurnitureKind::table) continue;
            if (one.turn != 0 || !stands(one.stands_for, laid.world.layout())) continue;
            std::size_t within = 0;
            for (const engine::scene::Vertex& vertex : mesh.vertices) {
                const bool above = vertex.at.x > metres(one.at[0]) + 0.01F &&
                                   vertex.at.x < metres(one.at[0] + one.size[0]) - 0.01F &&
                                   vertex.at.z > metres(one.at[2]) + 0.01F &&
                                   vertex.at.z < metres(one.at[2] + one.size[2]) - 0.01F;
                if (above && vertex.at.y > 0.1F && vertex.at.y < desk - 0.01F) ++within;
            }
            CAPTURE(one.at[0]);
            CHECK(within == 0);
        }
    }
}

TEST_CASE("a lead keeps both its ends, lies on the floor between them and bends smoothly") {
    const Laid laid(room_kit::rooms().front());
    const LeadEnd from{{3, 0.3F, 7}, {0, 0, 1}};
    const LeadEnd to{{6, 0.3F, 8}, {0, 0, -1}};
    const auto line = laid.ways.lead(from, to, radius);
    CHECK(line.front() == from.at);
    CHECK(line.back() == to.at);
    float lowest = 1;
    float sharpest = 1;
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
        lowest = std::min(lowest, line[i].y);
        const glm::vec3 in = line[i] - line[i - 1];
        const glm::vec3 out = line[i + 1] - line[i];
        if (glm::length(in) < 1e-4F || glm::length(out) < 1e-4F) continue;
        sharpest = std::min(sharpest, glm::dot(glm::normalize(in), glm::normalize(out)));
    }
    CHECK(lowest == doctest::Approx(radius + 0.001F));
    CHECK(sharpest > 0.86F);
}

TEST_CASE("what is too long between near ends lies in a coil") {
    const Laid laid(room_kit::rooms().front());
    const auto line =
        laid.ways.lead({{4, 0.02F, 5}, {1, 0, 0}}, {{4.3F, 0.02F, 5}, {-1, 0, 0}}, radius);
    float length = 0;
    for (std::size_t i = 1; i < line.size(); ++i) length += glm::length(line[i] - line[i - 1]);
    CHECK(length > 0.6F);
}
