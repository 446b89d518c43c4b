/// Everybody in the room: voters where the world has them, the commission at its posts, observers.
#pragma once

#include <map>
#include <vector>

#include "engine/scene/camera.h"
#include "engine/scene/mesh.h"
#include "sim/seats/room/person_mesh.h"
#include "sim/station/world.h"
#include "sim/world/room_plan.h"

namespace sim::seats {

/// Somebody and the place that the world has them at.
struct Standing {
    std::uint64_t seed = 0;  ///< of their looks: the same person has the same one all day
    std::int32_t owner = engine::scene::nobody;
    bool voter = false;  ///< comes in and goes out through the door
    int age = 0;         ///< as the register says; 0: by the seed
    bool woman = false;  ///< likewise
    Pose pose;
};

/// Whoever has a booth keeps it.
using Booths = std::map<VoterId, int>;

inline constexpr float own_place = 0.55F;  ///< m: who stands nearer to the eye is not drawn

/// The looks of who works at a post.
std::uint64_t seed_of_post(PostId post);

/// @param self post of who looks: nobody stands in their own way.
std::vector<Standing> people_of(const World& world, const RoomPlan& plan, Booths& booths,
                                PostId self = no_post);

/// A picture in which a device is worked at, and what of it no panel covers.
struct Framing {
    engine::scene::Camera camera;
    float aspect = 1;
    glm::vec2 low{-1};  ///< left and bottom of what is free, in halves of the picture
    glm::vec2 high{1};
    bool alone = false;  ///< whoever belongs to the device is not needed either

    friend bool operator==(const Framing&, const Framing&) = default;
};
/// Whether somebody would stand there without a head.
bool is_cut(const Standing& person, const Framing& picture);

/// @param eye those who are no farther from it than `near` metres are drawn finely.
void add_standing(engine::scene::Mesh& mesh, const Standing& person, const glm::vec3& eye,
                  float near);

/// Where nobody stands something can be done with whoever will.
void add_empty_places(engine::scene::Mesh& mesh, const World& world, const RoomPlan& plan);

}  // namespace sim::seats
