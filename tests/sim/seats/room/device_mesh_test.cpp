#include "sim/seats/room/device_mesh.h"

#include <cmath>
#include <map>

#include "sim/seats/station/plan_layout.h"
#include "sim/station/verb.h"
#include "tests/sim/drills.h"

namespace sim::seats {
namespace {

using namespace engine::scene;

constexpr const char* kits[]{"", "second_makers", "large_station"};

Mesh mesh_of(const World& world, DeviceId device, const std::map<PartId, float>* doors = nullptr) {
    const Layout& layout = world.layout();
    const DecalSheet decals = decal_sheet(layout, device, 0);
    DeviceFrame frame{world, device};
    frame.decals = &decals;
    frame.screen = 1;
    frame.doors = doors;
    Mesh mesh;
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const auto part = static_cast<PartId>(i);
        if (layout.parts[i].device != device || !has_shape(layout.parts[i])) continue;
        const bool room = layout.device(device).device_class == DeviceClass::room;
        if (!room && is_body(layout, part)) add_body(mesh, frame, part);
        add_part(mesh, frame, part);
    }
    return mesh;
}

std::map<PartId, Box> boxes_of(const Mesh& mesh) {
    std::map<PartId, Box> boxes;
    for (const Piece& piece : mesh.pieces) {
        if (piece.count == 0) continue;
        boxes[static_cast<PartId>(piece.owner)].add(piece.bounds.low);
        boxes[static_cast<PartId>(piece.owner)].add(piece.bounds.high);
    }
    return boxes;
}

std::size_t triangles_of(const Mesh& mesh) {
    return mesh.indices.size() / 3;
}

/// Held, lying about or taken away: it has no place on its device.
bool elsewhere(const World& world, PartId part) {
    const PartSpec& spec = world.layout()[part];
    constexpr Kinds none{PartKind::person, PartKind::target, PartKind::seal};
    if (none.has(spec.kind) || goes_about(spec)) return true;
    return spec.kind == PartKind::packing && world.part(part).open != 0;
}

void open_all(World& world, bool open) {
    for (std::size_t i = 0; i < world.layout().parts.size(); ++i) {
        if (world.layout().parts[i].kind != PartKind::door) continue;
        world.edit(static_cast<PartId>(i)).open = open ? 1 : 0;
    }
}

template <class Look>
void each_device(World& world, Look look) {
    for (std::size_t i = 0; i < world.layout().devices.size(); ++i) {
        const auto device = static_cast<DeviceId>(i);
        CAPTURE(world.layout().device(device).name);
        look(device);
    }
}

TEST_CASE("Every part that can be seen is in space, behind open doors too") {
    for (const char* kit : kits) {
        CAPTURE(kit);
        test::Bench bench(test::load_drill("opening", kit));
        World& world = bench.drill.world;
        for (const bool open : {false, true}) {
            open_all(world, open);
            each_device(world, [&](DeviceId device) {
                const auto boxes = boxes_of(mesh_of(world, device));
                for (std::size_t i = 0; i < world.layout().parts.size(); ++i) {
                    const auto part = static_cast<PartId>(i);
                    const PartSpec& spec = world.layout().parts[i];
                    if (spec.device != device || !has_shape(spec) || elsewhere(world, part)) {
                        continue;
                    }
                    // Single things of a kit that have no body of parts are drawn by the room.
                    if (spec.kind == PartKind::unit && !is_body(world.layout(), part)) continue;
                    CAPTURE(spec.name);
                    const bool hidden = spec.behind != no_part && !open;
                    CHECK(boxes.contains(part) != hidden);
                }
            });
        }
    }
}

TEST_CASE("Shapes are finite, and few enough for a slow machine") {
    for (const char* kit : kits) {
        CAPTURE(kit);
        test::Bench bench(test::load_drill("opening", kit));
        World& world = bench.drill.world;
        open_all(world, true);
        std::size_t all = 0;
        each_device(world, [&](DeviceId device) {
            const Mesh mesh = mesh_of(world, device);
            bool finite = true;
            for (const Vertex& vertex : mesh.vertices) {
                for (int i = 0; i < 3; ++i) {
                    finite =
                        finite && std::isfinite(vertex.at[i]) && std::isfinite(vertex.normal[i]);
                }
            }
            CHECK(finite);
            CHECK(triangles_of(mesh) <= 3600);
            all += triangles_of(mesh);
        });
        if (std::string_view(kit) != "large_station") CHECK(all <= 12'500);
    }
}

TEST_CASE("A door that turns moves, and half open it is between") {
    test::Bench bench(test::load_drill("opening"));
    const World& world = bench.drill.world;
    each_device(bench.drill.world, [&](DeviceId device) {
        for (std::size_t i = 0; i < world.layout().parts.size(); ++i) {
            const auto part = static_cast<PartId>(i);
            const PartSpec& spec = world.layout().parts[i];
            if (spec.device != device || spec.kind != PartKind::door || !has_shape(spec)) continue;
            CAPTURE(spec.name);
            std::map<PartId, float> doors;
            const auto box_at = [&](float share) {
                doors[part] = share;
                return boxes_of(mesh_of(world, device, &doors)).at(part);
            };
            const Box shut = box_at(0);
            const Box open = box_at(1);
            const auto moved = [](const Box& a, const Box& b) {
                return glm::length(a.low - b.low) + glm::length(a.high - b.high);
            };
            CHECK(moved(shut, open) > 0.02F);
            CHECK(moved(shut, box_at(0.5F)) > 0.01F);
            CHECK(moved(open, box_at(0.5F)) > 0.01F);
        }
    });
}

TEST_CASE("What lies in a drawer comes out with its front") {
    test::Bench bench(test::load_drill("opening", "second_makers"));
    World& world = bench.drill.world;
    const PartId bin = world.layout().find("scanner.emergency_bin");
    const PartId front = world.layout().find("scanner.emergency_flap");
    REQUIRE(world.layout()[front].shape.hinge == "slide");
    const DeviceId device = world.layout()[bin].device;
    std::map<PartId, float> doors{{front, 0.0F}};
    const Box in = boxes_of(mesh_of(world, device, &doors)).at(bin);
    doors[front] = 1;
    const Box out = boxes_of(mesh_of(world, device, &doors)).at(bin);
    CHECK(out.high.z > in.high.z + 0.1F);
    CHECK(out.size().x == doctest::Approx(in.size().x));
}

TEST_CASE("What hangs, lies and shines follows the world") {
    test::Bench bench(test::load_drill("opening"));
    World& world = bench.drill.world;
    const PartId point = world.layout().find("scanner.seal_cover");
    const DeviceId device = world.layout()[point].device;
    const Box sealed = boxes_of(mesh_of(world, device)).at(point);
    world.edit(point).holds = no_part;
    CHECK(sealed.size().x > boxes_of(mesh_of(world, device)).at(point).size().x);

    const PartId mouth = world.layout().find("scanner.paper_mouth");
    const Box idle = boxes_of(mesh_of(world, device)).at(mouth);
    world.scanners[0].printer.job = world.layout().find("zero_report");
    CHECK(boxes_of(mesh_of(world, device)).at(mouth).size().y > idle.size().y + 0.05F);

    const PartId entry = world.layout().find("scanner.entry");
    const std::size_t empty = triangles_of(mesh_of(world, device));
    world.sheets.push_back({});
    const std::size_t sheet = world.sheets.size() - 1;
    world.scanners[0].at_front = static_cast<BallotId>(sheet);
    CHECK(triangles_of(mesh_of(world, device)) > empty);
    const Box straight = boxes_of(mesh_of(world, device)).at(entry);
    world.sheets.edit(sheet).skew = 1000;
    CHECK(boxes_of(mesh_of(world, device)).at(entry).size().x > straight.size().x + 0.02F);
}

TEST_CASE("Behind an open cover lie the roll and the sheet that got stuck") {
    test::Bench bench(test::load_drill("opening"));
    World& world = bench.drill.world;
    const Layout& layout = world.layout();
    const PartId point = layout.find("scanner.seal_cover");
    const DeviceId device = layout[point].device;
    const Box shut = boxes_of(mesh_of(world, device)).at(point);
    open_all(world, true);
    const auto open = boxes_of(mesh_of(world, device));
    CHECK(open.at(point).centre().y > shut.centre().y + 0.1F);  // fixed to its cover

    const PartId path = layout.find("scanner.path");
    world.scanners[0].sheet = 0;
    CHECK(boxes_of(mesh_of(world, device)).at(path).size().y > open.at(path).size().y + 0.02F);

    const PartId roll = layout.find("scanner_roll_1");
    REQUIRE(world.part(roll).in == layout.find("scanner.roll_holder"));
    Mesh mesh;
    add_part(mesh, {world, device}, roll);
    CHECK(triangles_of(mesh) > 0);
}

TEST_CASE("Each maker's machines have their own shape") {
    std::vector<std::vector<std::size_t>> triangles;
    for (const char* kit : {"", "second_makers"}) {
        test::Bench bench(test::load_drill("opening", kit));
        triangles.emplace_back();
        each_device(bench.drill.world, [&](DeviceId device) {
            const Mesh mesh = mesh_of(bench.drill.world, device);
            const DeviceClass of = bench.drill.world.layout().device(device).device_class;
            if (of != DeviceClass::room) triangles.back().push_back(triangles_of(mesh));
        });
    }
    REQUIRE(triangles[0].size() == triangles[1].size());
    for (std::size_t i = 0; i < triangles[0].size(); ++i) CHECK(triangles[0][i] != triangles[1][i]);
}

}  // namespace
}  // namespace sim::seats
