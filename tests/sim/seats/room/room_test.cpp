// The rooms that ship: everything has its place, nothing stands in another thing or in the way.

#include <algorithm>
#include <glm/gtc/matrix_transform.hpp>

#include "sim/seats/room/room_mesh.h"
#include "sim/seats/room/room_place.h"
#include "tests/sim/seats/room/room_kit.h"

#include <doctest/doctest.h>  // after the messages, whose MESSAGE it would take

using namespace sim;
using namespace sim::seats;
using engine::scene::Box;

namespace {

struct Thing {
    std::string name;
    Box box;
};

Box box_at(const Millimetres& at, std::int32_t turn, const Millimetres& size) {
    const glm::mat4 frame = frame_at(at, turn);
    Box box;
    const glm::vec3 far = metres(size);
    for (const float x : {0.0F, far.x}) {
        for (const float z : {0.0F, far.z}) {
            box.add(glm::vec3(frame * glm::vec4(x, 0, z, 1)));
            box.add(glm::vec3(frame * glm::vec4(x, far.y, z, 1)));
        }
    }
    return box;
}

std::vector<Thing> furniture_of(const RoomPlan& room, const Layout& layout) {
    std::vector<Thing> things;
    for (const RoomFurniture& one : room.furniture) {
        if (!stands(one.stands_for, layout)) continue;
        things.push_back(
            {"furniture at " + std::to_string(one.at[0]) + ", " + std::to_string(one.at[2]),
             box_at(one.at, one.turn, one.size)});
    }
    return things;
}

/// Cases of the devices, and the larger things of the kits.
std::vector<Thing> equipment_of(const RoomPlan& room, const Layout& layout) {
    std::vector<Thing> things;
    for (const DeviceSpec& device : layout.devices) {
        if (device.device_class == DeviceClass::power || device.device_class == DeviceClass::room) {
            continue;
        }
        const DevicePlace* place = place_of(room, device.device_class, device.number + 1);
        REQUIRE_MESSAGE(place != nullptr, device.name);
        const PartId body = layout.find(device.name + ".case");
        REQUIRE(body != no_part);
        things.push_back({device.name, box_at(place->at, place->turn, layout[body].shape.size)});
    }
    for (const std::string name :
         {"safe", "stationary_box", "mobile_box", "ups", "generator", "strip", "hub"}) {
        const PartId part = layout.find(name);
        if (part == no_part) continue;
        const PartPlace* place = place_of(room, name);
        REQUIRE_MESSAGE(place != nullptr, name);
        things.push_back({name, box_at(place->at, place->turn, layout[part].shape.size)});
    }
    return things;
}

bool overlap(const Box& a, const Box& b) {
    constexpr float touch = 0.002F;
    for (int i = 0; i < 3; ++i) {
        if (a.high[i] <= b.low[i] + touch || b.high[i] <= a.low[i] + touch) return false;
    }
    return true;
}

bool stands_on_something(const Box& box, const std::vector<Thing>& furniture) {
    if (box.low.y < 0.001F) return true;
    return std::any_of(furniture.begin(), furniture.end(), [&](const Thing& thing) {
        const Box& top = thing.box;
        return std::abs(top.high.y - box.low.y) < 0.001F && top.low.x <= box.low.x &&
               top.high.x >= box.high.x && top.low.z <= box.low.z && top.high.z >= box.high.z;
    });
}

/// Who stands there takes this much room.
Box body_at(float x, float z) {
    Box box;
    box.add({x - 0.2F, 0.05F, z - 0.15F});
    box.add({x + 0.2F, 1.7F, z + 0.15F});
    return box;
}

template <class Each>
void for_all(Each each) {
    REQUIRE(room_kit::rooms().size() >= 3);
    REQUIRE(room_kit::stations().size() >= 4);
    for (const RoomPlan& room : room_kit::rooms()) {
        for (const room_kit::Station& station : room_kit::stations()) {
            CAPTURE(room.id);
            CAPTURE(station.name);
            each(room, station.layout);
        }
    }
}

}  // namespace

TEST_CASE("all furniture and equipment lies in its room and in nothing else") {
    for_all([](const RoomPlan& room, const Layout& layout) {
        const std::vector<Thing> furniture = furniture_of(room, layout);
        std::vector<Thing> things = equipment_of(room, layout);
        for (const Thing& thing : things) {
            CAPTURE(thing.name);
            CHECK(stands_on_something(thing.box, furniture));
        }
        things.insert(things.end(), furniture.begin(), furniture.end());
        const glm::vec3 size = metres(room.size);
        for (std::size_t i = 0; i < things.size(); ++i) {
            CAPTURE(things[i].name);
            const Box& box = things[i].box;
            CHECK(glm::all(glm::greaterThanEqual(box.low, glm::vec3(-0.001F))));
            CHECK(glm::all(glm::lessThanEqual(box.high, size + 0.001F)));
            for (std::size_t j = i + 1; j < things.size(); ++j) {
                CAPTURE(things[j].name);
                CHECK_FALSE(overlap(box, things[j].box));
            }
        }
    });
}

TEST_CASE("nobody has to stand in furniture or equipment, on their way or in a line") {
    for_all([](const RoomPlan& room, const Layout& layout) {
        std::vector<Thing> things = furniture_of(room, layout);
        const auto equipment = equipment_of(room, layout);
        things.insert(things.end(), equipment.begin(), equipment.end());
        const auto free_at = [&](float x, float z) {
            const Box body = body_at(x, z);
            for (const Thing& thing : things) {
                CAPTURE(thing.name);
                CHECK_FALSE(overlap(body, thing.box));
            }
        };
        for (const PersonPlace& person : room.people) {
            CAPTURE(person.who);
            CAPTURE(person.number);
            if (person.seated || person.who == "booth_voter") continue;
            const bool there =
                person.who != "terminal_voter" ||
                layout.device_of(DeviceClass::terminal, person.number - 1) != no_device;
            if (there) free_at(metres(person.at[0]), metres(person.at[1]));
        }
        for (const QueuePlace& queue : room.queues) {
            const auto device = layout.device_of(DeviceClass::scanner, queue.number - 1);
            if (queue.who == "scanner" && device == no_device) continue;
            CAPTURE(queue.who);
            for (int i = 0; const auto place = in_line(queue, i); ++i) {
                free_at(place->at.x, place->at.y);
            }
        }
    });
}

TEST_CASE("every part that stands somewhere, and everybody of the hall, finds a place") {
    for_all([](const RoomPlan& room, const Layout& layout) {
        int booths = 0;
        for (const PartSpec& part : layout.parts) {
            CAPTURE(part.name);
            const bool furniture = part.device != no_device &&
                                   (layout.device(part.device).device_class == DeviceClass::power ||
                                    layout.device(part.device).device_class == DeviceClass::room);
            const bool standing = part.kind == PartKind::unit || part.kind == PartKind::door ||
                                  part.kind == PartKind::compartment ||
                                  part.kind == PartKind::outlet || part.kind == PartKind::toggle ||
                                  part.kind == PartKind::seal_point || part.kind == PartKind::port;
            if (furniture && standing) CHECK(place_of(room, part.name) != nullptr);
            if (part.name.starts_with("booth_")) {
                ++booths;
                CHECK(place_of_person(room, "booth_voter", booths) != nullptr);
            }
        }
        for (const DeviceSpec& device : layout.devices) {
            const int number = device.number + 1;
            if (device.device_class == DeviceClass::terminal) {
                CHECK(place_of_person(room, "terminal_voter", number) != nullptr);
            } else if (device.device_class == DeviceClass::scanner) {
                CHECK(place_of_person(room, "scanner_voter", number) != nullptr);
                CHECK(queue_of(room, "scanner", number) != nullptr);
            }
        }
        for (const std::string_view who : person_places()) {
            CAPTURE(who);
            CHECK(place_of_person(room, who) != nullptr);
        }
        CHECK(in_line(*queue_of(room, "desk"), 4).has_value());
    });
}

TEST_CASE("cameras stand at eye height, in the room and in nothing") {
    for_all([](const RoomPlan& room, const Layout& layout) {
        std::vector<Thing> things = furniture_of(room, layout);
        const auto equipment = equipment_of(room, layout);
        things.insert(things.end(), equipment.begin(), equipment.end());
        for (const CameraPlace& camera : room.cameras) {
            const glm::vec3 eye = metres(camera.eye);
            CHECK(eye.y >= 1.2F);
            CHECK(eye.y <= 1.8F);
            CHECK(camera.field >= 34);
            CHECK(camera.field <= 60);
            Box about;
            about.add(eye - 0.15F);
            about.add(eye + 0.15F);
            for (const Thing& thing : things) {
                CAPTURE(thing.name);
                CHECK_FALSE(overlap(about, thing.box));
            }
        }
    });
}

TEST_CASE("the mesh is sound, looks outwards, keeps to its triangles and to its room") {
    for_all([](const RoomPlan& room, const Layout& layout) {
        const RoomMesh built = build_room(room, layout);
        CHECK(room_kit::sound(built.mesh));
        CHECK(room_kit::sound(built.outside));
        CHECK(room_kit::looks_outwards(built.mesh) > 0.999);
        CHECK(built.mesh.indices.size() / 3 < 16000);
        CHECK(built.outside.indices.size() / 3 < 2500);
        const Box box = room_kit::bounds_of(built.mesh);
        const glm::vec3 size = metres(room.size);
        for (int i = 0; i < 3; ++i) {
            CHECK(box.low[i] > -2.5F);
            CHECK(box.high[i] < size[i] + 2.5F);
        }
        const PartId booth = layout.find("booth_1");
        CHECK(std::any_of(built.mesh.pieces.begin(), built.mesh.pieces.end(),
                          [&](const auto& piece) { return piece.owner == booth; }));
    });
}

TEST_CASE("what the light map covers lies in the planes that are told") {
    const RoomMesh built = build_room(room_kit::rooms()[0], room_kit::stations()[0].layout);
    CHECK(built.lit.size() >= 8);
    std::size_t covered = 0;
    for (const Lit& lit : built.lit) {
        const glm::vec3 normal = glm::normalize(glm::cross(lit.at.right, lit.at.up));
        for (std::uint32_t i = lit.first; i < lit.first + lit.count; ++i) {
            const auto& vertex = built.mesh.vertices[i];
            const glm::vec3 inside = vertex.at - lit.at.origin;
            CHECK(std::abs(glm::dot(inside, normal)) < 0.01F);
            CHECK(glm::dot(vertex.normal, normal) > 0.999F);
            const float u = glm::dot(inside, lit.at.right) / glm::dot(lit.at.right, lit.at.right);
            const float v = glm::dot(inside, lit.at.up) / glm::dot(lit.at.up, lit.at.up);
            CHECK(std::min(u, v) > -0.001F);
            CHECK(std::max(u, v) < 1.001F);
        }
        covered += lit.count;
    }
    std::size_t mapped = 0;
    for (const auto& piece : built.mesh.pieces) {
        if (piece.surface == engine::scene::Surface::mapped) mapped += piece.count;
    }
    CHECK(covered > 0);
    CHECK(mapped > covered);
}

TEST_CASE("the clock's hands tell the time") {
    const RoomPlan& room = room_kit::rooms()[0];
    REQUIRE(room.clock);
    const auto hands = [&](int hour, int minute) {
        engine::scene::Mesh mesh;
        add_clock_hands(mesh, room, hour, minute);
        CHECK(room_kit::sound(mesh));
        return room_kit::bounds_of(mesh);
    };
    const float middle = metres(room.clock->up);
    CHECK(hands(12, 0).high.y - middle > middle - hands(12, 0).low.y);
    CHECK(middle - hands(6, 30).low.y > hands(6, 30).high.y - middle);
    CHECK(hands(15, 0).size().y < hands(18, 0).size().y);
}

TEST_CASE("the entrance's leaf swings out of the opening") {
    const RoomPlan& room = room_kit::rooms()[0];
    const auto leaf = [&](float open) {
        engine::scene::Mesh mesh;
        add_entrance(mesh, room, 7, open, {133, 146, 160, 255});
        REQUIRE(!mesh.pieces.empty());
        CHECK(mesh.pieces[0].owner == 7);
        CHECK(room_kit::looks_outwards(mesh) > 0.999);
        return room_kit::bounds_of(mesh).size();
    };
    CHECK(std::max(leaf(0).x, leaf(0).z) > 0.9F);
    CHECK(std::min(leaf(0).x, leaf(0).z) < 0.2F);
    CHECK(std::min(leaf(1).x, leaf(1).z) > 0.1F);
}

TEST_CASE("a line begins at its head, goes round its corner and ends") {
    QueuePlace queue;
    queue.points = {{1000, 1000}, {1000, 2000}, {3000, 2000}};
    queue.gap = 800;
    CHECK(in_line(queue, 0)->at == glm::vec2(1, 1));
    CHECK(in_line(queue, 0)->turn == doctest::Approx(180));
    CHECK(in_line(queue, 1)->at.y == doctest::Approx(1.8));
    CHECK(in_line(queue, 2)->at.x == doctest::Approx(1.6));
    CHECK(in_line(queue, 2)->turn == doctest::Approx(-90));
    CHECK(in_line(queue, 3).has_value());
    CHECK_FALSE(in_line(queue, 4).has_value());
}

TEST_CASE("what a place carries keeps its distance, turned with it") {
    PartPlace place;
    place.at = {5000, 0, 3000};
    place.turn = 90;
    const glm::mat4 frame = frame_of(place, {600, 600, 0}, {600, 0, 0});
    CHECK(frame[3].y == doctest::Approx(0.6));
    const glm::vec4 front = frame * glm::vec4(0, 0, 1, 0);
    CHECK(front.x == doctest::Approx(1));
}
