// What is put into something: plugs, cards, media, rolls; and the seals that hang on their points.

#include <algorithm>
#include <array>

#include "sim/seats/room/device_parts.h"

namespace sim::seats {

using namespace engine::scene;

namespace {

using namespace paint3;

/// A box round an axis that leaves `at` along `out`, one of the frame's own directions.
void add_block(Mesh& mesh, const glm::vec3& at, const glm::vec3& out, float width, float height,
               float length, Colour colour, float bevel) {
    const glm::vec3 end = at + out * length;
    glm::vec3 low = glm::min(at, end);
    glm::vec3 high = glm::max(at, end);
    const bool level = std::abs(out.y) > 0.5F;
    const bool aside = std::abs(out.x) > 0.5F;
    (aside ? low.z : low.x) -= width / 2;
    (aside ? high.z : high.x) += width / 2;
    (level ? low.z : low.y) -= height / 2;
    (level ? high.z : high.y) += height / 2;
    add_box(mesh, low, high - low, colour, bevel);
}

struct PlugForm {
    bool round = false;
    float width = 0, height = 0, length = 0;
};

PlugForm plug_form(const PartSpec& plug) {
    const glm::vec3 size = box_of(plug.shape).size;
    PlugForm form;
    form.round = plug.shape.form == "cylinder";
    form.width = std::clamp(size.x, 0.008F, 0.05F);
    form.height = std::clamp(size.y, 0.008F, 0.05F);
    form.length = std::clamp(size.z, 0.018F, 0.038F);
    return form;
}

constexpr float sleeve_length = 0.018F;

/// The body that a hand holds and the sleeve from which the lead comes, leaving `at` along `out`.
void add_plug_body(Maker& maker, const glm::vec3& at, const glm::vec3& out) {
    const PlugForm form = plug_form(maker.spec);
    maker.plain();
    const float thick = std::min(form.width, form.height) / 2;
    if (form.round) {
        add_cylinder(maker.mesh, at, at + out * (form.length * 0.5F), thick, thick * 0.96F,
                     maker.colour, 12);
        add_cylinder(maker.mesh, at + out * (form.length * 0.5F), at + out * form.length,
                     thick * 0.8F, thick * 0.52F, shaded(maker.colour, 1.15F), 10);
    } else {
        add_block(maker.mesh, at, out, form.width, form.height, form.length, maker.colour, 0.002F);
    }
    const float sleeve = std::clamp(thick * 0.45F, 0.0034F, 0.0065F);
    const glm::vec3 from = at + out * form.length;
    add_cylinder(maker.mesh, from, from + out * sleeve_length, sleeve, sleeve * 0.7F, rubber, 8);
}

void add_pins(Maker& maker, const glm::vec3& at, const glm::vec3& way) {
    const PlugForm form = plug_form(maker.spec);
    if (form.round && form.width > 0.02F) {
        for (const float x : {-0.0095F, 0.0095F}) {
            const glm::vec3 from =
                at + (std::abs(way.x) > 0.5F ? glm::vec3{0, 0, x} : glm::vec3{x, 0, 0});
            add_cylinder(maker.mesh, from, from + way * 0.018F, 0.0024F, 0.002F, steel, 5);
        }
        return;
    }
    add_block(maker.mesh, at, way, form.width * 0.7F, form.height * 0.55F, 0.01F, steel, 0.0008F);
}

/// The roll and the strip that it gives.
void add_roll(Maker& maker, const PartBox& at) {
    constexpr float full = 25'000;  ///< mm
    const float share =
        std::clamp(static_cast<float>(maker.world.part(maker.part).amount) / full, 0.4F, 1.0F);
    const float radius = std::min(at.size.y, at.size.z) * 0.48F * share;
    const glm::vec3 half{at.size.x * 0.43F, 0, 0};
    const glm::vec3 middle{at.centre().x, at.low.y + at.size.y * 0.14F + radius, at.centre().z};
    add_cylinder(maker.mesh, middle - half, middle + half, radius, radius, paper, 14);
    for (const float side : {-1.0F, 1.0F}) {
        const glm::vec3 end = middle + half * side;
        add_cylinder(maker.mesh, end, end + glm::vec3{side * 0.001F, 0, 0}, radius * 0.32F,
                     radius * 0.32F, {150, 118, 84, 255}, 6);
    }
}

}  // namespace

float plug_reach(const PartSpec& plug) {
    // A little inside the sleeve, so that there is no gap where the lead bends.
    return plug_form(plug).length + sleeve_length - 0.004F;
}

void add_inserted(Maker& maker, PartId socket) {
    const PartBox at = box_of(maker.layout, socket);
    const PartKind kind = maker.layout[socket].kind;
    maker.plain();
    if (maker.spec.kind == PartKind::roll) return add_roll(maker, at);
    const glm::vec3 size = maker.box.size;
    if (kind != PartKind::slot) {
        add_box(maker.mesh, at.face() - glm::vec3{size.x / 2, 0, size.z / 2}, size, maker.colour,
                0.001F);
        return;
    }
    const bool upright = at.size.y > at.size.x && at.out.y < 0.5F;
    const float wide = (upright ? at.size.y : at.size.x) * 0.86F;
    const float length = std::max(wide * 0.55F, 0.012F);
    const float thick =
        std::clamp(std::min({at.size.x, at.size.y, at.size.z}) * 0.5F, 0.0014F, 0.004F);
    const glm::vec3 from = at.face() - at.out * (length * 0.2F);
    if (maker.layout[socket].shape.form == "disc") {
        // A contact key: its fob hangs out of the round socket.
        add_cylinder(maker.mesh, from, at.face() + at.out * 0.012F, wide * 0.4F, wide * 0.4F, steel,
                     14);
        add_block(maker.mesh, at.face() + at.out * 0.01F, at.out, wide * 0.7F, wide * 1.1F, 0.03F,
                  maker.colour, 0.004F);
        return;
    }
    add_block(maker.mesh, from, at.out, upright ? thick : wide, upright ? wide : thick, length,
              maker.colour, 0.0006F);
    if (maker.spec.kind != PartKind::card) return;
    // The band by which one card is told from another.
    add_block(maker.mesh, from + at.out * (length * 0.72F), at.out,
              (upright ? thick : wide) + 0.0006F, (upright ? wide : thick) + 0.0006F,
              length * 0.14F, paper, 0);
}

void add_plug(Maker& maker) {
    const PartId in = maker.world.part(maker.part).in;
    if (in != no_part) {
        const LeadEnd end = socket_end(maker.layout, in);
        add_plug_body(maker, end.at, end.out);
        return;
    }
    // It lies there, its pins away from the lead.
    const LeadEnd end = loose_end(maker.layout, maker.part);
    const float length = plug_form(maker.spec).length;
    const glm::vec3 front = end.at - end.out * (length + sleeve_length - 0.004F);
    add_plug_body(maker, front, end.out);
    add_pins(maker, front, -end.out);
}

namespace {

/// From a pole of a car's battery to the clamp of the same colour at the foot of what it feeds.
void add_battery_cable(Maker& maker, const glm::vec3& pole, Colour colour) {
    const std::string& name = maker.spec.name;
    const PartId unit = maker.layout.find(name.substr(0, name.rfind('.')));
    if (unit == no_part || unit == maker.part) return;
    const PartBox fed = box_of(maker.layout, unit);
    const bool positive = colour.r > colour.b * 2;
    const glm::vec3 clamp{fed.low.x + fed.size.x - (positive ? 0.047F : 0.087F), fed.low.y + 0.033F,
                          fed.low.z + fed.size.z};
    const float above = positive ? 0.05F : 0.07F;
    const float before = positive ? 0.05F : 0.075F;
    const glm::vec3 turn{maker.box.low.x - 0.02F, fed.low.y + 0.06F, clamp.z + before};
    const std::array<glm::vec3, 4> line{pole, pole + glm::vec3{-0.02F, above * 2, 0.1F}, turn,
                                        clamp + glm::vec3{0, 0, before}};
    std::vector<glm::vec3> points;
    constexpr int steps = 7;
    for (int i = 0; i <= steps; ++i) {
        // A curve through five points of control.
        std::array<glm::vec3, 5> at{line[0], line[1], line[2], line[3], clamp};
        const float t = static_cast<float>(i) / steps;
        for (std::size_t left = at.size() - 1; left > 0; --left) {
            for (std::size_t k = 0; k < left; ++k) at[k] = glm::mix(at[k], at[k + 1], t);
        }
        points.push_back(at[0]);
    }
    add_tube(maker.mesh, points, 0.0055F, colour, 4);
    add_cylinder(maker.mesh, clamp, clamp + glm::vec3{0, 0, 0.016F}, 0.008F, 0.007F, colour, 6);
}

}  // namespace

void add_battery(Maker& maker) {
    const PartBox& box = maker.box;
    const glm::vec3 size = box.size;
    maker.shape();
    if (size.y < 0.1F) return;
    constexpr Colour red{176, 58, 48, 255};
    // A car's battery: lid, poles with their clamps, a stripe of its maker.
    const float top = box.low.y + size.y;
    add_box(maker.mesh, {box.low.x - 0.003F, top - 0.03F, box.low.z - 0.003F},
            {size.x + 0.006F, 0.032F, size.z + 0.006F}, shaded(maker.colour, 1.5F), 0.004F);
    add_box(maker.mesh,
            {box.low.x + size.x * 0.12F, box.low.y + size.y * 0.35F, box.low.z + size.z},
            {size.x * 0.76F, size.y * 0.22F, 0.0015F}, teal);
    for (const float share : {0.16F, 0.84F}) {
        const glm::vec3 pole{box.low.x + size.x * share, top, box.low.z + size.z * 0.72F};
        add_cylinder(maker.mesh, pole, pole + glm::vec3{0, 0.02F, 0}, 0.009F, 0.008F, steel, 10);
        add_box(maker.mesh, pole + glm::vec3{-0.014F, 0.002F, -0.014F}, {0.028F, 0.012F, 0.028F},
                share < 0.5F ? red : rubber, 0.002F);
        add_battery_cable(maker, pole + glm::vec3{0, 0.012F, 0}, share < 0.5F ? red : rubber);
    }
}

void add_seal_point(Maker& maker) {
    const PartBox& box = maker.box;
    const glm::vec3 face = box.face();
    const auto [right, up] = edges_of(box);
    const glm::vec3 x = glm::normalize(right);
    const glm::vec3 y = glm::normalize(up);
    maker.plain();
    // Two eyes: one of the door, one of the body.
    const float r = std::min(glm::length(right), glm::length(up));
    add_cylinder(maker.mesh, face - box.out * glm::dot(glm::abs(box.out), box.size), face, r,
                 r * 0.86F, shaded(slate, 1.3F), 8);
    for (const float side : {-0.36F, 0.36F}) {
        const glm::vec3 eye = face + x * (r * side);
        add_cylinder(maker.mesh, eye, eye + box.out * 0.0012F, r * 0.2F, r * 0.2F, black, 5);
    }
    const PartId sealed = maker.world.part(maker.part).holds;
    if (sealed == no_part) return;
    // The wire through both, and the tag that hangs on it.
    constexpr float wire = 0.0012F;
    const glm::vec3 lift = box.out * 0.005F;
    const std::array<glm::vec3, 5> loop{
        face + x * (r * -0.36F), face + lift + x * (r * -0.3F) - y * (r * 0.5F),
        face + lift - y * (r * 1.15F), face + lift + x * (r * 0.3F) - y * (r * 0.5F),
        face + x * (r * 0.36F)};
    add_tube(maker.mesh, loop, wire, steel, 3);
    constexpr float wide = 0.040F;
    constexpr float high = 0.020F;
    const glm::vec3 middle = face + box.out * 0.004F - y * (r + high / 2 - 0.001F);
    const glm::vec3 half =
        glm::abs(x) * (wide / 2) + glm::abs(y) * (high / 2) + glm::abs(box.out) * 0.0016F;
    add_box(maker.mesh, middle - half, half * 2.0F, seal);
    PartBox tag = box;
    tag.low = middle - half;
    tag.size = half * 2.0F;
    maker.decal(tag, 0.0004F);
}

}  // namespace sim::seats
