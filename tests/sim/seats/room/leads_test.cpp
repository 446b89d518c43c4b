// Leads hang and lie where one could lay them.

#include "sim/seats/room/room_leads.h"

#include "tests/sim/seats/room/room_kit.h"
// After all others, for its macros.
#include <doctest/doctest.h>

using namespace sim;
using namespace sim::seats;

namespace {

/// Corners of leads that lie within the body of the scanner, deeper than its sockets.
std::size_t within(const RoomScene& scene, const World& world) {
    constexpr float socket = 0.05F;
    const DeviceId scanner = world.layout().device_of(DeviceClass::scanner, 0);
    const engine::scene::Box body = scene.body_of(world.layout(), scanner);
    REQUIRE(!body.empty());
    engine::scene::Mesh mesh;
    add_leads(mesh, world, scene, {});
    CHECK(room_kit::sound(mesh));
    std::size_t count = 0;
    for (const engine::scene::Vertex& vertex : mesh.vertices) {
        if (glm::any(glm::lessThan(vertex.at, body.low + socket))) continue;
        if (glm::any(glm::greaterThan(vertex.at, body.high - socket))) continue;
        ++count;
    }
    return count;
}

}  // namespace

TEST_CASE("wherever the scanner's lead is plugged in, it never goes through the scanner") {
    for (const RoomPlan& plan : room_kit::rooms()) {
        for (const char* kit : {"", "second_makers"}) {
            engine::Problems problems;
            const auto loaded =
                load_scenario(room_kit::assets(), "scenarios/paper_jam.yaml", problems, kit);
            REQUIRE(loaded);
            World world = make_world(loaded->prototype);
            const RoomScene scene(plan, world, false);
            const Layout& layout = world.layout();
            const PartId lead = layout.find("scanner.lead");
            REQUIRE(lead != no_part);
            for (std::size_t i = 0; i < layout.parts.size(); ++i) {
                if (layout.parts[i].kind != PartKind::outlet) continue;
                world.edit(lead).in = static_cast<PartId>(i);
                CAPTURE(layout.parts[i].name);
                CAPTURE(plan.size[0]);
                CHECK(within(scene, world) == 0);
            }
        }
    }
}
