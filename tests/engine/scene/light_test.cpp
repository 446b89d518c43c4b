#include "engine/scene/light.h"

#include "engine/scene/shape.h"

#include <doctest/doctest.h>

using namespace engine::scene;

namespace {

/// A floor of four by four metres with a box on it, a window to the left.
struct Room {
    Mesh mesh;
    std::vector<Lit> lit;
    LightPlan plan;
    Box box{{0, 0, 0}, {4, 3, 4}};

    Room() {
        mesh.begin(nobody, Surface::mapped);
        Lit floor{{{0, 0, 4}, {4, 0, 0}, {0, 0, -4}}, 0, 4};
        add_quad(mesh, {2, 0, 2}, {2, 0, 0}, {0, 0, -2}, {255, 255, 255, 255});
        lit.push_back(floor);
        mesh.begin(nobody);
        add_box(mesh, {1.5F, 0.001F, 1.5F}, {1, 1, 1}, {200, 200, 200, 255});
        plan.windows.push_back({{0, 1, 3}, {0, 0, -2}, {0, 1.5F, 0}});
        plan.to_sun = glm::normalize(glm::vec3(-1, 1, 0));
    }

    Baked bake_it(const LightQuality& quality) {
        std::atomic<int> progress{0};
        const std::atomic<bool> stop{false};
        Baked baked = bake(mesh, lit, plan, box, quality, progress, stop);
        CHECK(progress == 1000);
        return baked;
    }
};

constexpr LightQuality quick{32, 1, 1, 0.2F};

int brightness(const Baked& baked, const Mesh& mesh, const glm::vec3& at) {
    // The floor's only rectangle fills the upper left of the map.
    const float u = at.x / 4;
    const float v = at.z / 4;
    (void)mesh;
    const auto x = static_cast<int>(1 + u * 20);
    const auto y = static_cast<int>(1 + v * 20);
    return baked.map.texels[static_cast<std::size_t>(y * baked.map.width + x)].r;
}

}  // namespace

TEST_CASE("light falls off behind things and in their corners") {
    Room room;
    const Baked baked = room.bake_it(quick);
    const int open = brightness(baked, room.mesh, {3.6F, 0, 0.4F});
    const int beside = brightness(baked, room.mesh, {2.7F, 0, 2});
    CHECK(open > 0);
    CHECK(beside < open);
}

TEST_CASE("the sun lights the floor through the window and nowhere else") {
    Room room;
    const Baked with = room.bake_it(quick);
    room.plan.sun = {};
    const Baked without = room.bake_it(quick);
    // From the window, one metre up and more, at 45 degrees: one to two and a half metres in.
    CHECK(brightness(with, room.mesh, {1.3F, 0, 1.2F}) >
          brightness(without, room.mesh, {1.3F, 0, 1.2F}));
    CHECK(brightness(with, room.mesh, {3.6F, 0, 3.8F}) ==
          brightness(without, room.mesh, {3.6F, 0, 3.8F}));
}

TEST_CASE("the same room has the same light, whichever processor came first") {
    Room room;
    const Baked first = room.bake_it(quick);
    const Baked second = room.bake_it(quick);
    CHECK(first.map == second.map);
    CHECK(first.vertices == second.vertices);
    CHECK(first.places.size() == 4);
    for (const glm::vec2& place : first.places) {
        CHECK(place.x > 0);
        CHECK(place.y < 1);
    }
}

TEST_CASE("what moves takes the light of where it is") {
    Room room;
    const Baked baked = room.bake_it(quick);
    REQUIRE_FALSE(baked.grid.empty());
    const glm::vec3 by_window = baked.grid.at({0.5F, 1.5F, 2}, {-1, 0, 0});
    const glm::vec3 far_away = baked.grid.at({3.7F, 0.3F, 3.7F}, {1, 0, 0});
    CHECK(by_window.g > far_away.g);
    Mesh moving;
    add_box(moving, {3.5F, 0.2F, 3.5F}, {0.1F, 0.1F, 0.1F}, {255, 255, 255, 255});
    take_light(moving, 0, baked.grid);
    CHECK(moving.vertices.front().light.r < 255);
}

TEST_CASE("a bake that is broken off ends") {
    Room room;
    std::atomic<int> progress{0};
    const std::atomic<bool> stop{true};
    const Baked baked = bake(room.mesh, room.lit, room.plan, room.box, fine_light, progress, stop);
    CHECK(baked.vertices.size() == room.mesh.vertices.size());
}
