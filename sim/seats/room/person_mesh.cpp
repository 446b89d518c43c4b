// Bodies: trunk, arms, legs, and what is worn, for a person of 1.72 m, then sized, turned, placed.

#include "sim/seats/room/person_mesh.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/gtc/constants.hpp>
#include <glm/gtc/matrix_transform.hpp>

#include "sim/seats/room/person_builder.h"

namespace sim::seats {

using engine::scene::mixed;
using engine::scene::shaded;

namespace {

constexpr float usual = 1.72F;
constexpr float seat = 0.45F;         ///< height of a chair
constexpr float hip_up = 0.90F;       ///< of the joint
constexpr float seated_drop = 0.36F;  ///< how much lower the trunk is
constexpr float over_leg = 0.022F;    ///< how far the trunk is and leans over the leg that stands

bool has_skirt(const PersonLook& look) {
    return look.garment == Garment::dress;
}

void add_trunk(Figure& figure) {
    const PersonLook& look = figure.look;
    const Colour c = look.top;
    const float belly = 0.028F * look.girth;
    const float w = figure.wide;
    const float d = figure.deep;
    std::vector<Section>& trunk = figure.trunk;
    const bool seated = figure.pose.seated;
    const auto ring = [&](float up, float wide, float deep, float ahead, float tint, float square) {
        trunk.push_back(level(up, wide * w, deep * d, ahead, shaded(c, tint), square));
    };
    const bool woman = look.woman;
    if (!seated && look.garment == Garment::coat) {
        ring(0.40F, 0.205F, 0.165F, 0.000F, 0.86F, 0.2F);
        ring(0.62F, 0.192F, 0.150F, 0.000F, 0.93F, 0.2F);
    }
    if (!seated && look.garment == Garment::dress) {
        ring(0.32F, 0.225F, 0.185F, 0.000F, 0.86F, 0.1F);
        ring(0.58F, 0.200F, 0.160F, 0.000F, 0.93F, 0.1F);
    }
    ring(0.81F, woman ? 0.186F : 0.184F, 0.140F + belly * 0.4F, 0.002F, 0.95F, 0.25F);
    ring(0.93F, woman ? 0.180F : 0.174F, 0.122F + belly * 0.7F, belly * 0.3F, 0.99F, 0.22F);
    ring(1.07F, woman ? 0.148F : 0.164F, 0.108F + belly, belly * 0.5F, 1.0F, 0.22F);
    ring(1.20F, woman ? 0.160F : 0.176F, 0.116F + belly * 0.6F, belly * 0.3F + 0.002F, 1.0F, 0.25F);
    ring(1.29F, woman ? 0.166F : 0.187F, woman ? 0.128F : 0.124F, woman ? 0.012F : 0.004F, 1.0F,
         0.28F);
    ring(1.355F, woman ? 0.160F : 0.184F, 0.108F, -0.003F, 1.0F, 0.28F);
    if (figure.near) {
        ring(1.395F, woman ? 0.138F : 0.162F, 0.092F, -0.008F, 1.02F, 0.2F);
        ring(1.422F, woman ? 0.104F : 0.122F, 0.078F, -0.011F, 1.02F, 0.1F);
    }
    ring(1.443F, 0.078F, 0.067F, -0.011F, 1.0F, 0.05F);
    ring(1.458F, 0.060F, 0.058F, -0.009F, 0.94F, 0);
    if (!figure.near) {
        // The waist and the chest's height are enough from far.
        const auto rest = [](const Section& section) {
            const float up = section.centre.y;
            return (up > 0.85F && up < 1.0F) || (up > 1.1F && up < 1.25F) || up > 1.45F;
        };
        trunk.erase(std::remove_if(trunk.begin(), trunk.end(), rest), trunk.end());
    }
    const bool folds = look.garment == Garment::coat || look.garment == Garment::dress;
    const float depth = look.garment == Garment::dress ? 0.055F : 0.03F;
    add_skin(figure.mesh, trunk, figure.near ? 12 : 6, Ends::last,
             [&](std::size_t i, float, float angle) {
                 if (!folds || trunk[i].centre.y > 0.7F) return 1.0F;
                 const float low = (0.7F - trunk[i].centre.y) / 0.35F;
                 return 1 + depth * low * std::cos(angle * 5 + 0.6F);
             });
}

/// Shirt, lapels, tie, buttons: laid on the front.
void add_front(Figure& figure) {
    const PersonLook& look = figure.look;
    const std::span<const Section> trunk = figure.trunk;
    Mesh& mesh = figure.mesh;
    const Garment garment = look.garment;
    if (garment == Garment::jumper || garment == Garment::dress) {
        if (!figure.near) return;
        const Colour edge = garment == Garment::jumper ? look.inner : shaded(look.top, 1.25F);
        const std::array<SkinBand, 3> collar = {
            {{1.395F, -0.006F, 0.006F}, {1.425F, -0.036F, 0.036F}, {1.458F, -0.050F, 0.050F}}};
        add_patch(mesh, trunk, collar, 2, 0.004F, edge);
        if (garment == Garment::dress) {
            // A belt just outside the waist.
            std::vector<Section> belt;
            for (const float up : {1.052F, 1.088F}) {
                const float at_waist = front_of(trunk, 0, up);
                Section ring = trunk[2];
                for (const Section& section : trunk) {
                    if (section.centre.y < 1.08F) ring = section;
                }
                ring.centre.y = up;
                ring.right *= up < 1.07F ? 1.055F : 1.03F;
                ring.front.z = at_waist - ring.centre.z + 0.004F;
                ring.colour = shaded(look.top, 0.75F);
                belt.push_back(ring);
            }
            add_skin(mesh, belt, 12, Ends::none);
        }
        return;
    }
    const float v = garment == Garment::suit ? 1.13F : 1.22F;
    const std::array<SkinBand, 5> shirt = {{{v, -0.004F, 0.004F},
                                            {v + 0.08F, -0.024F, 0.024F},
                                            {v + 0.17F, -0.046F, 0.046F},
                                            {1.40F, -0.052F, 0.052F},
                                            {1.458F, -0.05F, 0.05F}}};
    add_patch(mesh, trunk, shirt, figure.near ? 2 : 1, figure.near ? 0.004F : 0.008F, look.inner);
    if (!figure.near) return;
    if (garment == Garment::suit && !look.woman) {
        const std::array<SkinBand, 4> tie = {{{v + 0.01F, -0.006F, 0.006F},
                                              {v + 0.06F, -0.021F, 0.021F},
                                              {1.36F, -0.016F, 0.016F},
                                              {1.437F, -0.018F, 0.018F}}};
        add_patch(mesh, trunk, tie, 2, 0.009F, look.accent);
    }
    const Colour lapel = shaded(look.top, garment == Garment::coat ? 0.8F : 0.84F);
    for (const float side : {-1.0F, 1.0F}) {
        const auto band = [&](float up, float inner, float outer) {
            return side > 0 ? SkinBand{up, inner, outer} : SkinBand{up, -outer, -inner};
        };
        const std::array<SkinBand, 6> flap = {
            {band(v - 0.02F, 0.000F, 0.012F), band(v + 0.08F, 0.022F, 0.062F),
             band(v + 0.16F, 0.043F, 0.096F), band(1.375F, 0.048F, 0.104F),
             band(1.385F, 0.048F, 0.074F), band(1.457F, 0.038F, 0.056F)}};
        add_patch(mesh, trunk, flap, 2, 0.008F, lapel);
    }
    const float hem = trunk.front().centre.y + 0.02F;
    const std::array<SkinBand, 4> opening = {{{hem, -0.004F, 0.002F},
                                              {(hem + v) / 2 - 0.1F, -0.003F, 0.003F},
                                              {(hem + v) / 2 + 0.1F, -0.003F, 0.003F},
                                              {v, -0.003F, 0.003F}}};
    add_patch(mesh, trunk, opening, 1, 0.004F, shaded(look.top, 0.6F));
    for (const float up : {v - 0.05F, v - 0.16F, v - 0.27F}) {
        const std::array<SkinBand, 2> button = {
            {{up - 0.008F, 0.012F, 0.028F}, {up + 0.008F, 0.012F, 0.028F}}};
        add_patch(mesh, trunk, button, 1, 0.007F, shaded(look.top, 0.5F));
    }
}

struct Leg {
    glm::vec3 hip{}, knee{}, ankle{};
};

Leg leg_of(const Figure& figure, float side) {
    const Pose& pose = figure.pose;
    Leg leg;
    leg.hip = {side * 0.088F, hip_up, 0};
    if (!pose.seated && !pose.walking) leg.hip.x += pose.weight * over_leg;
    if (pose.seated) {
        leg.hip.y = hip_up - seated_drop;
        leg.knee = {side * 0.105F, seat + 0.055F, 0.40F};
        leg.ankle = {side * 0.105F, 0.085F, 0.36F};
        return leg;
    }
    constexpr float thigh = 0.42F;
    constexpr float shin = 0.395F;
    float lift = 0;
    float bend = 0;
    if (pose.walking) {
        const float phase = glm::two_pi<float>() * pose.walk + (side > 0 ? 0.0F : glm::pi<float>());
        // A skirt takes short steps.
        const float stride = has_skirt(figure.look)                 ? 0.45F
                             : figure.look.garment == Garment::coat ? 0.75F
                                                                    : 1.0F;
        lift = std::sin(phase) * 0.34F * stride;
        bend = 0.08F + 0.5F * stride * std::max(0.0F, std::cos(phase));
    }
    // The leg that carries less is a little bent and to the side.
    // Under a long coat no knee is seen.
    const bool covered = has_skirt(figure.look) || figure.look.garment == Garment::coat;
    const float easy =
        pose.walking ? 0.0F : std::max(0.0F, -pose.weight * side) * (covered ? 0.3F : 1.0F);
    lift += 0.17F * easy;
    bend += 0.26F * easy;
    leg.knee =
        leg.hip + thigh * glm::vec3(side * (0.02F + 0.05F * easy), -std::cos(lift), std::sin(lift));
    leg.ankle = leg.knee + shin * glm::vec3(0, -std::cos(lift - bend), std::sin(lift - bend));
    return leg;
}

/// Nothing of a leg above the hem, and what comes out of it comes out from within.
void cut_above_hem(const Figure& figure, std::vector<Joint>& joints) {
    const Section& hem = figure.trunk.front();
    const float from = hem.centre.y + 0.03F;
    while (joints.size() > 2 && joints[1].at.y >= from) joints.erase(joints.begin());
    Joint& top = joints[0];
    const Joint& next = joints[1];
    const float t = std::clamp((top.at.y - from) / (top.at.y - next.at.y), 0.0F, 1.0F);
    top.at = glm::mix(top.at, next.at, t);
    top.across = glm::mix(top.across, next.across, t);
    // Few corners lie well within the outline that they stand for.
    const float share = figure.near ? 0.97F : 0.82F;
    const float wide = hem.right.x * share;
    const float deep = hem.front.z * share;
    top.across = top.deep = std::min({top.across, wide * 0.44F, deep * 0.6F});
    const float aside = wide - top.across;
    const float ahead = deep - top.across;
    const Pose& pose = figure.pose;
    const float over = pose.walking ? 0.0F : pose.weight * over_leg * (1 + hip_up - hem.centre.y);
    top.at.x = over + std::clamp(top.at.x - over, -aside, aside);
    top.at.z = hem.centre.z + std::clamp(top.at.z - hem.centre.z, -ahead, ahead);
}

void add_leg(Figure& figure, const Leg& leg, float side) {
    const PersonLook& look = figure.look;
    const bool skirt = has_skirt(look);
    const Colour cloth = skirt ? mixed(look.skin, {60, 52, 52, 255}, 0.55F) : look.below;
    const float full = (skirt ? 0.8F : 1.0F) * (0.94F + 0.16F * look.girth);
    const auto joint = [&](const glm::vec3& at, float radius, float tint) {
        return Joint{at, radius * full, radius * full, shaded(cloth, tint)};
    };
    const bool covered = figure.pose.seated && (skirt || look.garment == Garment::coat);
    std::vector<Joint> joints = {joint(leg.hip, 0.082F, 1), joint(leg.knee, 0.066F, 0.98F),
                                 joint(leg.ankle, skirt ? 0.040F : 0.056F, 0.9F)};
    if (figure.near) {
        joints.insert(joints.begin() + 1, joint(glm::mix(leg.hip, leg.knee, 0.6F), 0.079F, 1));
    }
    if (!figure.pose.seated) cut_above_hem(figure, joints);
    add_limb(figure.mesh, joints, figure.near ? 7 : 4, Ends::last);
    if (covered) {
        // What hangs over the lap.
        const auto lap = [&](float share, float wide) {
            return Joint{glm::mix(leg.hip, leg.knee, share) + glm::vec3(-side * 0.012F, 0.012F, 0),
                         wide, 0.094F, look.top};
        };
        const std::array<Joint, 3> cloth_over = {lap(0, 0.105F), lap(0.6F, 0.1F),
                                                 lap(1.03F, 0.088F)};
        add_limb(figure.mesh, cloth_over, figure.near ? 8 : 4, Ends::last);
    }
    const Colour leather = shaded(Colour{52, 44, 40, 255}, look.woman ? 0.9F : 0.8F);
    const glm::vec3 heel = leg.ankle + glm::vec3(0, -0.045F, 0);
    const float size = look.woman ? 0.88F : 1.0F;
    const auto shoe = [&](float ahead, float wide, float high, float up) {
        return Joint{heel + glm::vec3(side * ahead * 0.12F, up, ahead) * size, wide * size,
                     high * size, leather};
    };
    std::vector<Joint> joints_of_shoe = {
        shoe(-0.075F, 0.026F, 0.030F, 0.0F), shoe(-0.05F, 0.038F, 0.042F, 0.004F),
        shoe(0.11F, 0.045F, 0.028F, -0.010F), shoe(0.18F, 0.020F, 0.012F, -0.024F)};
    if (!figure.near) joints_of_shoe.erase(joints_of_shoe.begin() + 1);
    add_limb(figure.mesh, joints_of_shoe, figure.near ? 6 : 4, Ends::both);
}

void add_legs(Figure& figure) {
    const Leg left = leg_of(figure, 1);
    const Leg right = leg_of(figure, -1);
    add_leg(figure, left, 1);
    add_leg(figure, right, -1);
}

void add_neck_and_head(Figure& figure) {
    const PersonLook& look = figure.look;
    const Colour skin = shaded(look.skin, 0.93F);
    const float thick = look.woman ? 0.048F : 0.056F;
    const std::array<Section, 2> neck = {level(1.40F, thick * 0.92F, thick * 0.92F, -0.010F, skin),
                                         level(1.525F, thick, thick * 1.02F, 0.000F, skin)};
    add_skin(figure.mesh, neck, figure.near ? 8 : 6, Ends::none);
    if (figure.near) {
        const Colour cloth = look.garment == Garment::dress ? shaded(look.top, 1.12F) : look.inner;
        // It comes out of the trunk all round at once, for it has the trunk's corners.
        const std::array<Section, 3> collar = {
            level(1.434F, 0.079F * figure.wide, 0.066F * figure.deep, -0.011F, cloth),
            level(1.453F, 0.0755F * figure.wide, 0.0685F * figure.deep, -0.010F, cloth),
            level(1.484F, thick * 1.09F, thick * 1.1F, -0.006F, shaded(cloth, 0.97F))};
        add_skin(figure.mesh, collar, 12, Ends::none);
    }
    const std::size_t first = figure.mesh.vertices.size();
    add_head(figure.mesh, look, figure.near ? Detail::near : Detail::far);
    glm::mat4 frame = glm::translate(glm::mat4(1), {0, 1.466F, 0.012F});
    // It turns and nods about the top of the neck.
    const glm::vec3 pivot{0, 0.06F, -0.01F};
    frame = glm::translate(frame, pivot);
    frame = glm::rotate(frame, glm::radians(figure.pose.head_turn), {0, 1, 0});
    frame = glm::rotate(frame, glm::radians(figure.pose.head_nod), {1, 0, 0});
    frame = glm::translate(frame, -pivot);
    frame = glm::scale(frame, glm::vec3(1.067F));
    transform(figure.mesh, first, frame);
}

}  // namespace

void add_person(Mesh& mesh, std::int32_t owner, const PersonLook& look, const Pose& pose,
                Detail detail) {
    mesh.begin(owner);
    const std::size_t first = mesh.vertices.size();
    Figure figure{mesh,
                  look,
                  pose,
                  detail == Detail::near,
                  0.93F + 0.2F * look.girth,
                  0.94F + 0.24F * look.girth,
                  {}};
    add_trunk(figure);
    add_front(figure);
    add_arm(figure, 1);
    add_arm(figure, -1);
    add_neck_and_head(figure);
    const glm::mat4 lowered =
        glm::translate(glm::mat4(1), {0, pose.seated ? -seated_drop : 0.0F, 0});
    if (pose.seated) transform(mesh, first, lowered);
    if (!pose.seated && !pose.walking && pose.weight != 0) {
        // The trunk is over the leg that stands.
        glm::mat4 over = glm::translate(glm::mat4(1), {pose.weight * over_leg, hip_up, 0});
        over = glm::rotate(over, pose.weight * over_leg, {0, 0, 1});
        transform(mesh, first, glm::translate(over, {0, -hip_up, 0}));
    }
    add_legs(figure);
    float lowest = 1e9F;
    for (std::size_t i = first; i < mesh.vertices.size(); ++i) {
        lowest = std::min(lowest, mesh.vertices[i].at.y);
    }
    glm::mat4 frame = glm::translate(glm::mat4(1), pose.at);
    frame = glm::rotate(frame, glm::radians(pose.facing), {0, 1, 0});
    frame = glm::scale(frame, glm::vec3(look.height / usual));
    if (!pose.seated) frame = glm::translate(frame, {0, -lowest, 0});
    transform(mesh, first, frame);
}

}  // namespace sim::seats
