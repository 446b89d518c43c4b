// Arms and hands of people, as they hang, rest, reach and swing.

#include <array>
#include <cmath>
#include <glm/gtc/constants.hpp>
#include <glm/gtc/matrix_transform.hpp>

#include "engine/scene/shape.h"
#include "sim/seats/room/person_builder.h"

namespace sim::seats {

using engine::scene::shaded;

namespace {

void add_hand(Figure& figure, const glm::vec3& wrist, const glm::vec3& along, float side,
              bool palm_down) {
    const Colour skin = figure.look.skin;
    const float size = figure.look.woman ? 0.9F : 1.0F;
    const auto joint = [&](float far, float broad, float thin, float tint) {
        return Joint{wrist + along * (far * size), (palm_down ? broad : thin) * size,
                     (palm_down ? thin : broad) * size, shaded(skin, tint)};
    };
    const std::array<Joint, 5> hand = {
        joint(-0.02F, 0.027F, 0.024F, 1), joint(0.03F, 0.034F, 0.021F, 1),
        joint(0.085F, 0.041F, 0.018F, 0.98F), joint(0.13F, 0.036F, 0.013F, 0.96F),
        joint(0.17F, 0.020F, 0.009F, 0.94F)};
    add_limb(figure.mesh, hand, 6, Ends::last);
    // The thumb stands off on the inner side, or ahead of a hanging hand.
    const glm::vec3 away = palm_down ? glm::vec3(-side, 0, 0) : glm::vec3(-side * 0.25F, 0, 1);
    const glm::vec3 root = wrist + along * (0.03F * size) + away * (0.024F * size);
    const std::array<Joint, 3> thumb = {
        Joint{root, 0.013F, 0.013F, skin},
        Joint{root + (along * 0.035F + away * 0.022F) * size, 0.012F, 0.012F, skin},
        Joint{root + (along * 0.070F + away * 0.028F) * size, 0.007F, 0.007F, shaded(skin, 0.96F)}};
    add_limb(figure.mesh, thumb, 4, Ends::last);
}

struct Bend {
    glm::vec3 elbow{}, wrist{};
};

/// An arm at rest. @param hanging as it is otherwise.
Bend resting(Arms arms, const glm::vec3& shoulder, float side, const Bend& hanging) {
    const auto from_shoulder = [&](float out, float up, float ahead) {
        return shoulder + glm::vec3(side * out, up, ahead);
    };
    // The right arm lies over the left one, or does by itself what one hand does.
    const bool right = side < 0;
    switch (arms) {
        case Arms::hanging:
            break;
        case Arms::folded:
            return {from_shoulder(0.065F, -0.25F, 0.02F),
                    {side * 0.07F, right ? 1.0F : 0.975F, right ? 0.185F : 0.16F}};
        case Arms::behind:
            return {from_shoulder(0.055F, -0.255F, -0.075F),
                    {side * 0.05F, right ? 0.97F : 0.94F, -0.175F}};
        case Arms::passport:
            if (!right) break;
            return {from_shoulder(0.045F, -0.255F, 0.045F), {side * 0.15F, 1.17F, 0.245F}};
        case Arms::crossed:
            return {from_shoulder(0.055F, -0.235F, 0.075F),
                    {side * 0.02F, right ? 1.165F : 1.115F, right ? 0.215F : 0.17F}};
    }
    return hanging;
}

/// Out of the trunk, where it would be within so much of its skin.
glm::vec3 outside(const Figure& figure, glm::vec3 at, float clear) {
    const std::vector<Section>& trunk = figure.trunk;
    if (at.y < trunk.front().centre.y || at.y > trunk.back().centre.y) return at;
    std::size_t i = 0;
    while (i + 2 < trunk.size() && trunk[i + 1].centre.y < at.y) ++i;
    const Section& low = trunk[i];
    const Section& high = trunk[i + 1];
    const float t = (at.y - low.centre.y) / (high.centre.y - low.centre.y);
    const float wide = glm::mix(low.right.x, high.right.x, t) + clear;
    const float deep = glm::mix(low.front.z, high.front.z, t) + clear;
    const float middle = glm::mix(low.centre.z, high.centre.z, t);
    constexpr float square = 2.4F;
    const float within = std::pow(
        std::pow(std::abs(at.x) / wide, square) + std::pow(std::abs(at.z - middle) / deep, square),
        1 / square);
    if (within >= 1 || within < 1e-3F) return at;
    return {at.x / within, at.y, middle + (at.z - middle) / within};
}

/// A booklet between thumb and fingers.
void add_passport(Figure& figure, const glm::vec3& wrist, const glm::vec3& along) {
    const glm::vec3 at = wrist + along * 0.12F;
    const std::size_t first = figure.mesh.vertices.size();
    engine::scene::add_box(figure.mesh, {-0.045F, -0.02F, -0.005F}, {0.09F, 0.125F, 0.01F},
                           {38, 62, 118, 255});
    glm::mat4 frame = glm::translate(glm::mat4(1), at);
    frame = glm::rotate(frame, glm::radians(-35.0F), {1, 0, 0});
    transform(figure.mesh, first, frame);
}

}  // namespace

void add_arm(Figure& figure, float side) {
    const PersonLook& look = figure.look;
    const Pose& pose = figure.pose;
    const float out = (look.woman ? 0.165F : 0.190F) * figure.wide;
    const glm::vec3 shoulder{side * out, 1.365F, -0.006F};
    // Its right arm is at -x.
    const float reach = side < 0 ? pose.reach : 0.0F;
    const float swing =
        pose.walking ? std::sin(glm::two_pi<float>() * pose.walk) * -side * 0.20F : 0.0F;
    glm::vec3 elbow = shoulder + glm::vec3(side * 0.042F, -0.27F, -0.025F + swing * 0.55F);
    glm::vec3 wrist = elbow + glm::vec3(side * 0.008F, -0.235F, 0.055F + swing * 0.75F);
    if (pose.seated) {
        elbow = shoulder + glm::vec3(side * 0.05F, -0.235F, 0.10F);
        wrist = elbow + glm::vec3(-side * 0.085F, 0.015F, 0.235F);
    }
    const bool at_rest = !pose.walking && !pose.seated;
    if (at_rest) {
        const Bend bend = resting(pose.arms, shoulder, side, {elbow, wrist});
        elbow = bend.elbow;
        wrist = bend.wrist;
    }
    const glm::vec3 held_elbow = shoulder + glm::vec3(side * 0.035F, -0.225F, 0.13F);
    const glm::vec3 held_wrist = held_elbow + glm::vec3(-side * 0.04F, 0.02F, 0.24F);
    elbow = glm::mix(elbow, held_elbow, reach);
    wrist = glm::mix(wrist, held_wrist, reach);
    const float size = look.woman ? 0.9F : 1.0F;
    elbow = outside(figure, elbow, 0.03F);
    wrist = outside(figure, wrist, 0.035F);
    const glm::vec3 fingers = wrist + glm::normalize(wrist - elbow) * (0.17F * size);
    const glm::vec3 lower = glm::normalize(outside(figure, fingers, 0.025F) - wrist);
    const Colour sleeve = shaded(look.top, 0.97F);
    const float full = (look.woman ? 0.88F : 1.0F) * (0.92F + 0.2F * look.girth);
    const auto joint = [&](const glm::vec3& at, float radius, float tint) {
        return Joint{at, radius * full, radius * full, shaded(sleeve, tint)};
    };
    const bool shows = at_rest && side < 0 && reach < 0.3F && pose.arms == Arms::passport;
    if (shows) add_passport(figure, wrist, lower);
    const auto beside = [&](float out_by, float up_by) {
        return shoulder + glm::vec3(side * out_by, up_by, 0);
    };
    if (!figure.near) {
        const Colour skin = look.skin;
        const std::array<Joint, 5> arm = {joint(beside(-0.035F, -0.018F), 0.043F, 1.02F),
                                          joint(elbow, 0.05F, 0.95F), joint(wrist, 0.04F, 0.98F),
                                          Joint{wrist + lower * 0.01F, 0.03F, 0.03F, skin},
                                          Joint{wrist + lower * 0.15F, 0.022F, 0.022F, skin}};
        return add_limb(figure.mesh, arm, 4, Ends::last);
    }
    std::vector<Joint> arm = {joint(beside(-0.070F, 0.006F), 0.020F, 1.02F),
                              joint(beside(-0.032F, -0.012F), 0.041F, 1.02F),
                              joint(beside(-0.003F, -0.045F), 0.055F, 1.0F),
                              joint(glm::mix(shoulder, elbow, 0.5F), 0.054F, 1),
                              joint(elbow, 0.047F, 0.95F),
                              joint(wrist, 0.038F, 0.98F)};
    if (look.garment != Garment::dress) {
        arm.push_back({wrist + lower * 0.0005F, 0.031F, 0.031F, shaded(sleeve, 0.8F)});
        arm.push_back({wrist + lower * 0.001F, 0.030F, 0.030F, look.inner});
        arm.push_back({wrist + lower * 0.014F, 0.024F, 0.024F, look.inner});
    }
    add_limb(figure.mesh, arm, 7, Ends::last);
    add_hand(figure, wrist, lower, side, std::abs(lower.z) > 0.7F);
}

}  // namespace sim::seats
