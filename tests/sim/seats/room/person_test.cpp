// People: within their triangles, as high as said, whole from outside, each one different.

#include "sim/seats/room/person_mesh.h"

#include <algorithm>

#include "tests/sim/seats/room/room_kit.h"

#include <doctest/doctest.h>  // after the messages, whose MESSAGE it would take

using namespace sim::seats;
using engine::scene::Box;
using engine::scene::Mesh;

namespace {

Mesh person(const PersonLook& look, const Pose& pose, Detail detail = Detail::near) {
    Mesh mesh;
    add_person(mesh, 5, look, pose, detail);
    return mesh;
}

/// Six times what the triangles enclose.
double volume(const Mesh& mesh) {
    double sum = 0;
    const glm::vec3 middle = room_kit::bounds_of(mesh).centre();
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const glm::vec3 a = mesh.vertices[mesh.indices[i]].at - middle;
        const glm::vec3 b = mesh.vertices[mesh.indices[i + 1]].at - middle;
        const glm::vec3 c = mesh.vertices[mesh.indices[i + 2]].at - middle;
        sum += glm::dot(a, glm::cross(b, c));
    }
    return sum;
}

std::vector<Pose> poses() {
    std::vector<Pose> all(5);
    all[1].seated = true;
    all[2].walking = true;
    all[2].walk = 0.3F;
    all[3].reach = 1;
    all[3].head_turn = 30;
    all[4].facing = 135;
    all[4].at = {3, 0, -2};
    for (std::size_t i = 0; i < arms_count; ++i) {
        Pose& pose = all.emplace_back();
        pose.arms = static_cast<Arms>(i);
        pose.weight = i % 2 == 0 ? 1.0F : -0.7F;
    }
    return all;
}

}  // namespace

TEST_CASE("people are whole from outside and keep to their triangles") {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        CAPTURE(seed);
        for (const Pose& pose : poses()) {
            const Mesh near = person(person_look(seed), pose);
            const Mesh far = person(person_look(seed), pose, Detail::far);
            CHECK(near.indices.size() / 3 > 900);
            CHECK(near.indices.size() / 3 < 2100);
            CHECK(far.indices.size() / 3 < 520);
            for (const Mesh* mesh : {&near, &far}) {
                CHECK(room_kit::sound(*mesh));
                CHECK(room_kit::looks_outwards(*mesh) > 0.97);
                CHECK(volume(*mesh) > 0.2);
                REQUIRE(mesh->pieces.size() == 1);
                CHECK(mesh->pieces[0].owner == 5);
            }
        }
    }
}

TEST_CASE("people are as high as said and stand on the floor") {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        PersonLook look = person_look(seed);
        CHECK(look.height >= 1.5F);
        CHECK(look.height <= 1.9F);
        look.headgear = Headgear::none;
        for (const Detail detail : {Detail::near, Detail::far}) {
            const Box box = room_kit::bounds_of(person(look, {}, detail));
            CHECK(box.low.y == doctest::Approx(0).epsilon(0.001));
            CHECK(std::abs(box.high.y - look.height) < 0.03F);
            CHECK(box.size().x < 0.75F);
            CHECK(box.size().z < 0.6F);
        }
    }
}

TEST_CASE("each number is somebody else, the same each time") {
    std::vector<PersonLook> looks;
    for (std::uint64_t seed = 0; seed < 120; ++seed) {
        CHECK(person_look(seed) == person_look(seed));
        looks.push_back(person_look(seed));
    }
    for (std::size_t i = 0; i < looks.size(); ++i) {
        for (std::size_t j = i + 1; j < looks.size(); ++j) CHECK_FALSE(looks[i] == looks[j]);
    }
    const auto some = [&](auto holds) {
        const auto count = std::count_if(looks.begin(), looks.end(), holds);
        return count > 0 && count < static_cast<std::ptrdiff_t>(looks.size());
    };
    CHECK(some([](const PersonLook& look) { return look.woman; }));
    CHECK(some([](const PersonLook& look) { return look.glasses; }));
    CHECK(some([](const PersonLook& look) { return look.beard; }));
    for (const Headgear hat : {Headgear::kalpak, Headgear::scarf, Headgear::cap}) {
        CHECK(some([&](const PersonLook& look) { return look.headgear == hat; }));
    }
    for (const Garment garment : {Garment::suit, Garment::coat, Garment::jumper, Garment::dress}) {
        CHECK(some([&](const PersonLook& look) { return look.garment == garment; }));
    }
}

TEST_CASE("age and sex that are known are kept") {
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        const PersonLook old_man = person_look(seed, 72, false);
        CHECK(old_man.age == 72);
        CHECK_FALSE(old_man.woman);
        CHECK(old_man.garment != Garment::dress);
        CHECK(old_man.hair_colour.r > 100);
        CHECK_FALSE(person_look(seed, 24, true).beard);
    }
}

TEST_CASE("a pose moves the body") {
    const PersonLook look = person_look(3, 40, false);
    const auto box = [&](const Pose& pose) { return room_kit::bounds_of(person(look, pose)); };
    Pose reaching;
    reaching.reach = 1;
    CHECK(box(reaching).high.z > box({}).high.z + 0.2F);
    Pose seated;
    seated.seated = true;
    CHECK(box(seated).high.y < box({}).high.y - 0.25F);
    CHECK(box(seated).high.z > 0.4F);
    Pose stride;
    stride.walking = true;
    stride.walk = 0.25F;
    CHECK(box(stride).size().z > box({}).size().z + 0.15F);
    Pose elsewhere;
    elsewhere.at = {4, 0, 2};
    elsewhere.facing = 90;
    CHECK(box(elsewhere).centre().x == doctest::Approx(4).epsilon(0.05));
    CHECK(box(elsewhere).size().z > box(elsewhere).size().x);
}

TEST_CASE("every arm ends in a hand") {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        CAPTURE(seed);
        const PersonLook look = person_look(seed);
        for (const Pose& pose : poses()) {
            if (pose.facing != 0) continue;
            const Mesh mesh = person(look, pose);
            // Below the head nothing else is of their skin.
            const float chin = pose.seated ? 0.95F : 1.28F;
            const auto hands =
                std::count_if(mesh.vertices.begin(), mesh.vertices.end(), [&](const auto& vertex) {
                    return vertex.at.y < chin * look.height / 1.72F && vertex.colour == look.skin;
                });
            CHECK(hands >= 2 * 20);
        }
    }
}

TEST_CASE("no leg comes out through what is worn over it") {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        CAPTURE(seed);
        PersonLook look = person_look(seed);
        look.below = {1, 2, 3, 255};
        look.height = 1.72F;
        if (look.garment == Garment::dress) continue;
        const float hem = look.garment == Garment::coat ? 0.40F : 0.81F;
        for (const Pose& pose : poses()) {
            if (pose.seated) continue;
            const Mesh mesh = person(look, pose);
            for (const auto& vertex : mesh.vertices) {
                if (vertex.colour.r > 3 || vertex.colour.g > 3 || vertex.colour.b > 4) continue;
                CHECK(vertex.at.y < hem + 0.1F);
            }
        }
    }
}
