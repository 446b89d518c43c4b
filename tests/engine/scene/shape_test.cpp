#include "engine/scene/shape.h"

#include <cmath>

#include "engine/scene/pick.h"

#include <doctest/doctest.h>

using namespace engine::scene;

namespace {

/// Of a closed skin whose triangles turn outwards.
float volume(const Mesh& mesh) {
    float sum = 0;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const glm::vec3& a = mesh.vertices[mesh.indices[i]].at;
        const glm::vec3& b = mesh.vertices[mesh.indices[i + 1]].at;
        const glm::vec3& c = mesh.vertices[mesh.indices[i + 2]].at;
        sum += glm::dot(a, glm::cross(b, c)) / 6;
    }
    return sum;
}

/// Every triangle turns to the side on which its corners' normals are.
bool turned_outwards(const Mesh& mesh) {
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const Vertex& a = mesh.vertices[mesh.indices[i]];
        const Vertex& b = mesh.vertices[mesh.indices[i + 1]];
        const Vertex& c = mesh.vertices[mesh.indices[i + 2]];
        const glm::vec3 turn = glm::cross(b.at - a.at, c.at - a.at);
        if (glm::dot(turn, a.normal + b.normal + c.normal) < -1e-9F) return false;
    }
    return true;
}

}  // namespace

TEST_CASE("a box holds as much as it says, bevelled edges a little less") {
    Mesh sharp;
    add_box(sharp, {1, 2, 3}, {0.5F, 0.4F, 0.3F}, {});
    CHECK(volume(sharp) == doctest::Approx(0.06).epsilon(1e-4));
    CHECK(turned_outwards(sharp));
    Mesh soft;
    add_box(soft, {1, 2, 3}, {0.5F, 0.4F, 0.3F}, {}, 0.01F);
    CHECK(volume(soft) < 0.06F);
    CHECK(volume(soft) > 0.0595F);
    CHECK(turned_outwards(soft));
    CHECK(soft.indices.size() / 3 == 12 + 24 + 8);
}

TEST_CASE("round shapes are closed and turn outwards") {
    Mesh mesh;
    SUBCASE("cylinder") {
        add_cylinder(mesh, {0, 0, 0}, {0, 2, 0}, 0.5F, 0.5F, {}, 64);
    }
    SUBCASE("ball") {
        add_ball(mesh, {0, 1, 0}, {0.7F, 1.1F, 0.7F}, {}, 48);
    }
    SUBCASE("loft") {
        const Ring rings[] = {{{0, 0, 0}, 0.6F, 0.7F, 0.5F, {}}, {{0, 1, 0}, 0.6F, 0.6F, 0, {}}};
        add_loft(mesh, rings, 24);
    }
    SUBCASE("prism") {
        const glm::vec2 outline[] = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
        add_prism(mesh, outline, 0, 1.5F, {});
    }
    CHECK(volume(mesh) > 1);
    CHECK(volume(mesh) < 3);
    CHECK(turned_outwards(mesh));
}

TEST_CASE("a pierced face lets a ray through its holes only") {
    Mesh mesh;
    mesh.begin(7);
    const std::array<float, 4> holes[] = {{0.25F, 0.25F, 0.5F, 0.75F}};
    add_pierced(mesh, {0, 0, 0}, {4, 0, 0}, {0, 4, 0}, {}, holes);
    const Mesh* all[] = {&mesh};
    const auto at = [&](float x, float y) { return pick(all, {{x, y, 5}, {0, 0, -1}}); };
    REQUIRE(at(0.5F, 0.5F));
    CHECK(at(0.5F, 0.5F)->owner == 7);
    CHECK(at(0.5F, 0.5F)->distance == doctest::Approx(5));
    CHECK_FALSE(at(1.5F, 2));
    CHECK(at(2.5F, 2));
    CHECK_FALSE(at(5, 2));
}

TEST_CASE("what is nearest is met, and from its front") {
    Mesh mesh;
    mesh.begin(1);
    add_box(mesh, {-1, -1, -1}, {2, 2, 2}, {});
    mesh.begin(2);
    add_box(mesh, {-1, -1, 2}, {2, 2, 0.5F}, {});
    const Mesh* all[] = {&mesh};
    CHECK(pick(all, {{0, 0, 9}, {0, 0, -1}})->owner == 2);
    CHECK(pick(all, {{0, 0, -9}, {0, 0, 1}})->owner == 1);
    CHECK(pick(all, {{0, 0, 1.5F}, {0, 0, -1}})->owner == 1);
}

TEST_CASE("moving a mesh moves what a ray meets") {
    Mesh one;
    one.begin(3);
    add_box(one, {0, 0, 0}, {1, 1, 1}, {});
    Mesh all;
    append(all, one);
    glm::mat4 by(1);
    by[3] = {10, 0, 0, 1};
    append(all, one, by);
    const Mesh* meshes[] = {&all};
    CHECK(pick(meshes, {{10.5F, 0.5F, 5}, {0, 0, -1}}));
    CHECK(pick(meshes, {{0.5F, 0.5F, 5}, {0, 0, -1}}));
    CHECK_FALSE(pick(meshes, {{5, 0.5F, 5}, {0, 0, -1}}));
}

TEST_CASE("a place in the picture and the ray through it agree, with a shifted lens as well") {
    Camera camera;
    camera.eye = {1, 1.6F, 3};
    camera.target = {0.5F, 0.8F, -1};
    camera.field = 44;
    camera.shift = {0.2F, -0.1F};
    const glm::vec3 point{0.3F, 0.5F, -0.7F};
    const auto place = project(view_projection(camera, 1.6F), point, 1280, 800);
    REQUIRE(place);
    const Ray ray = ray_through(camera, place->x, place->y, 1280, 800);
    const glm::vec3 way = glm::normalize(point - ray.from);
    CHECK(glm::dot(way, ray.direction) == doctest::Approx(1).epsilon(1e-5));
    CHECK_FALSE(project(view_projection(camera, 1.6F), {1, 1.6F, 5}, 1280, 800));
}

TEST_CASE("a cord begins and ends where it should, hangs, and does not go through the floor") {
    const glm::vec3 from{0, 0.8F, 0};
    const glm::vec3 to{2, 0.3F, 0};
    const auto line = cord(from, {0, 0, 1}, to, {0, 0, 1}, 1, 0.01F);
    CHECK(glm::length(line.front() - from) < 1e-5F);
    CHECK(glm::length(line.back() - to) < 1e-5F);
    float lowest = 9;
    for (const glm::vec3& point : line) lowest = std::min(lowest, point.y);
    CHECK(lowest == doctest::Approx(0.01));
    Mesh mesh;
    add_tube(mesh, line, 0.005F, {});
    CHECK(turned_outwards(mesh));
}

TEST_CASE("colours are read and mixed") {
    CHECK(colour_of("#7FA095") == Colour{0x7F, 0xA0, 0x95, 255});
    CHECK(colour_of("grey") == Colour{});
    CHECK(mixed(colour_of("#000000"), colour_of("#FFFFFF"), 0.5F).g == 128);
    CHECK(shaded(colour_of("#808080"), 3).r == 255);
}
