#include "sim/seats/room/room_walk.h"

#include <algorithm>
#include <cmath>

#include "sim/seats/room/room_builder.h"

namespace sim::seats {

using engine::scene::Mesh;

namespace {

constexpr float speed = 1.2F;       ///< m/s
constexpr float two_steps = 1.35F;  ///< m
constexpr float turning = 360;      ///< degrees a second

glm::vec2 on_floor(const Pose& pose) {
    return {pose.at.x, pose.at.z};
}

glm::vec3 middle_of_head(const Pose& pose) {
    constexpr float standing = 1.56F;
    constexpr float sitting = 1.2F;
    return pose.at + glm::vec3{0, pose.seated ? sitting : standing, 0};
}

/// The nearer way round, no farther than `most`.
float turned(float from, float to, float most) {
    const float by = std::remainder(to - from, 360.0F);
    return from + std::clamp(by, -most, most);
}

glm::vec2 entrance_of(const RoomPlan& plan) {
    for (const RoomDoor& door : plan.doors) {
        if (!door.entrance) continue;
        const WallFrame wall = wall_frame(plan, door.at.wall);
        const glm::vec3 at = wall.at(metres(door.at.from) + metres(door.at.size[0]) / 2, 0, 0.1F);
        return {at.x, at.z};
    }
    return {};
}

}  // namespace

Walkers::Walkers(const RoomPlan& plan, const Layout& layout)
    : ways_(plan, layout), door_(entrance_of(plan)) {}

void Walkers::set_out(Walker& walker, glm::vec2 to) {
    if (walker.way.empty()) ++walking_;
    walker.way = ways_.way(on_floor(walker.shown), to);
    walker.shown.walking = true;
    walker.shown.seated = false;
    walker.shown.reach = 0;
    walker.shown.head_turn = 0;
    ++changes_;
}

void Walkers::gather(std::span<const Standing> people, bool still) {
    still = still || first_;
    first_ = false;
    for (auto& [seed, walker] : all_) walker.there = false;
    for (const Standing& person : people) {
        const auto [at, fresh] = all_.try_emplace(person.seed);
        Walker& walker = at->second;
        const glm::vec2 to = on_floor(person.pose);
        const bool elsewhere = fresh || walker.leaves || on_floor(walker.place.pose) != to;
        walker.there = true;
        walker.leaves = false;
        walker.place = person;
        if (fresh) {
            walker.shown = person.pose;
            if (person.voter && !still) walker.shown.at = {door_.x, 0, door_.y};
        }
        if (still) {
            if (!walker.way.empty()) --walking_;
            if (elsewhere || !walker.way.empty()) ++changes_;
            walker.way.clear();
        } else if (elsewhere && on_floor(walker.shown) != to) {
            set_out(walker, to);
        }
        if (walker.way.empty()) walker.shown = person.pose;
    }
    for (auto at = all_.begin(); at != all_.end();) {
        Walker& walker = at->second;
        const bool gone = !walker.there && (still || !walker.place.voter);
        if (!walker.there && !gone && !walker.leaves) {
            walker.leaves = true;
            set_out(walker, door_);
        }
        if (gone && !walker.way.empty()) --walking_;
        if (gone) ++changes_;
        at = gone ? all_.erase(at) : std::next(at);
    }
}

bool Walkers::step(Walker& walker, float seconds) const {
    float left = speed * seconds;
    Pose& pose = walker.shown;
    while (!walker.way.empty() && left > 0) {
        const glm::vec2 ahead = walker.way.front() - on_floor(pose);
        const float away = glm::length(ahead);
        if (away > 1e-3F) {
            const float facing = glm::degrees(std::atan2(ahead.x, ahead.y));
            pose.facing = turned(pose.facing, facing, turning * seconds);
        }
        const float by = std::min(left, away);
        if (away > 0) pose.at += glm::vec3(ahead.x, 0, ahead.y) * (by / away);
        pose.walk = std::fmod(pose.walk + by / two_steps, 1.0F);
        left -= by;
        if (by >= away) walker.way.erase(walker.way.begin());
    }
    return walker.way.empty();
}

void Walkers::walk(float seconds) {
    if (walking_ == 0) return;
    for (auto at = all_.begin(); at != all_.end();) {
        Walker& walker = at->second;
        if (walker.way.empty() || !step(walker, seconds)) {
            ++at;
            continue;
        }
        --walking_;
        ++changes_;
        walker.shown = walker.place.pose;
        at = walker.leaves ? all_.erase(at) : std::next(at);
    }
}

void Walkers::add(Mesh& mesh, const Walker& walker, const glm::vec3& eye, float near) const {
    Standing person = walker.place;
    person.pose = walker.shown;
    seats::add_standing(mesh, person, eye, near);
}

void Walkers::add_standing(Mesh& mesh, const glm::vec3& eye, float near,
                           const std::optional<Framing>& picture) const {
    for (const auto& [seed, walker] : all_) {
        if (picture && is_cut(walker.place, *picture)) continue;
        if (walker.way.empty()) add(mesh, walker, eye, near);
    }
}

void Walkers::add_walking(Mesh& mesh, const glm::vec3& eye, float near) const {
    for (const auto& [seed, walker] : all_) {
        if (!walker.way.empty()) add(mesh, walker, eye, near);
    }
}

std::vector<glm::vec3> Walkers::on_the_way() const {
    std::vector<glm::vec3> result;
    for (const auto& [seed, walker] : all_) {
        if (!walker.way.empty()) result.push_back(walker.shown.at + glm::vec3{0, 0.9F, 0});
    }
    return result;
}

std::vector<glm::vec3> Walkers::heads() const {
    std::vector<glm::vec3> result;
    for (const auto& [seed, walker] : all_) result.push_back(middle_of_head(walker.shown));
    return result;
}

std::optional<glm::vec3> Walkers::head_of_owner(std::int32_t owner) const {
    for (const auto& [seed, walker] : all_) {
        const bool theirs = walker.place.owner == owner && walker.there;
        if (theirs) return middle_of_head(walker.shown);
    }
    return std::nullopt;
}

std::optional<glm::vec3> Walkers::head_of(std::uint64_t seed) const {
    const auto found = all_.find(seed);
    return found == all_.end() ? std::nullopt : std::optional(middle_of_head(found->second.shown));
}

}  // namespace sim::seats
