#include "sim/seats/room/thing_shapes.h"

#include <array>
#include <cmath>
#include <vector>

#include "engine/scene/shape.h"

namespace sim::seats {

using namespace engine::scene;

namespace {

constexpr Colour white{252, 252, 249, 255};
constexpr Colour amber{238, 183, 60, 255};
constexpr Colour steel{176, 184, 192, 255};
constexpr Colour brass{204, 164, 78, 255};
constexpr Colour slate{46, 56, 70, 255};
constexpr Colour gold{214, 184, 110, 255};

constexpr float tag_wide = 0.042F;
constexpr float tag_deep = 0.022F;
constexpr float tag_high = 0.004F;
constexpr float tag_from = 0.020F;  ///< behind it lies its wire

/// A tag and the loop of wire behind it.
void add_seal(Mesh& mesh, const glm::vec3& at) {
    add_box(mesh, at + glm::vec3{0, 0, tag_from}, {tag_wide, tag_high, tag_deep}, amber, 0.0012F);
    std::vector<glm::vec3> loop;
    constexpr int steps = 9;
    for (int i = 0; i <= steps; ++i) {
        const float turn = 3.1416F * static_cast<float>(i) / steps;
        loop.push_back(at + glm::vec3{tag_wide / 2 - 0.013F * std::cos(turn), 0.0026F,
                                      tag_from + 0.002F - 0.020F * std::sin(turn)});
    }
    add_tube(mesh, loop, 0.0013F, steel, 4);
    add_box(mesh, at + glm::vec3{tag_wide / 2 - 0.009F, 0.0006F, tag_from - 0.005F},
            {0.018F, 0.0048F, 0.007F}, shaded(amber, 0.8F), 0.001F);
}

/// A roll that stands, and the end of its strip.
void add_roll(Mesh& mesh, const glm::vec3& at) {
    const glm::vec3 foot = at + glm::vec3{0.03F, 0, 0.03F};
    const glm::vec3 top = foot + glm::vec3{0, 0.06F, 0};
    add_cylinder(mesh, foot, top, 0.027F, 0.027F, white, 20);
    add_cylinder(mesh, top, top + glm::vec3{0, 0.0004F, 0}, 0.0262F, 0.0262F, shaded(white, 0.88F),
                 20);
    add_cylinder(mesh, top, top + glm::vec3{0, 0.0007F, 0}, 0.0115F, 0.0115F, {186, 150, 108, 255},
                 14);
    add_cylinder(mesh, top, top + glm::vec3{0, 0.0010F, 0}, 0.0085F, 0.0085F, {70, 62, 54, 255},
                 12);
    add_box(mesh, foot + glm::vec3{0.004F, 0.0002F, 0.0264F}, {0.026F, 0.0596F, 0.0008F}, white);
}

void add_cloth(Mesh& mesh, const glm::vec3& at) {
    constexpr Colour blue{150, 190, 210, 255};
    add_box(mesh, at, {0.090F, 0.003F, 0.064F}, shaded(blue, 0.92F), 0.0014F);
    add_box(mesh, at + glm::vec3{0.002F, 0.003F, 0.001F}, {0.086F, 0.003F, 0.054F}, blue, 0.0014F);
    add_box(mesh, at + glm::vec3{0.044F, 0.006F, 0.002F}, {0.043F, 0.0024F, 0.048F},
            shaded(blue, 1.06F), 0.0011F);
    for (int i = 0; i < 4; ++i) {
        add_box(mesh, at + glm::vec3{0.008F + 0.008F * static_cast<float>(i), 0.006F, 0.004F},
                {0.0015F, 0.0003F, 0.048F}, white);
    }
}

void add_medium(Mesh& mesh, const glm::vec3& at, Colour colour) {
    add_box(mesh, at, {0.020F, 0.008F, 0.046F}, colour, 0.0024F);
    add_box(mesh, at + glm::vec3{0.003F, 0.008F, 0.012F}, {0.014F, 0.0005F, 0.026F}, white);
    add_box(mesh, at + glm::vec3{0.004F, 0.002F, 0.046F}, {0.012F, 0.0045F, 0.013F}, steel);
    for (const float x : {0.0062F, 0.0112F}) {
        add_box(mesh, at + glm::vec3{x, 0.0065F, 0.052F}, {0.0026F, 0.0003F, 0.0026F}, slate);
    }
    add_cylinder(mesh, at + glm::vec3{0.010F, 0.008F, 0.005F},
                 at + glm::vec3{0.010F, 0.0086F, 0.005F}, 0.0028F, 0.0028F, slate, 10);
}

void add_key(Mesh& mesh, const glm::vec3& at) {
    std::vector<glm::vec3> bow;
    constexpr int steps = 16;
    for (int i = 0; i <= steps; ++i) {
        const float turn = 6.2832F * static_cast<float>(i) / steps;
        bow.push_back(at + glm::vec3{0.012F + 0.0095F * std::sin(turn), 0.003F,
                                     0.011F - 0.0085F * std::cos(turn)});
    }
    add_tube(mesh, bow, 0.0026F, brass, 6);
    const glm::vec3 neck = at + glm::vec3{0.012F, 0.003F, 0.020F};
    add_cylinder(mesh, neck, neck + glm::vec3{0, 0, 0.005F}, 0.0042F, 0.0042F, brass, 10);
    add_cylinder(mesh, neck, neck + glm::vec3{0, 0, 0.040F}, 0.0024F, 0.0022F, brass, 8);
    for (const auto& [z, deep] : {std::pair{0.026F, 0.008F}, {0.032F, 0.006F}, {0.037F, 0.009F}}) {
        add_box(mesh, neck + glm::vec3{0.001F, -0.0012F, z - 0.002F}, {deep, 0.0024F, 0.0032F},
                brass);
    }
}

void add_stamp(Mesh& mesh, const glm::vec3& at, Colour colour) {
    const glm::vec3 foot = at + glm::vec3{0.03F, 0, 0.03F};
    add_cylinder(mesh, foot, foot + glm::vec3{0, 0.006F, 0}, 0.022F, 0.022F, slate, 16);
    add_cylinder(mesh, foot + glm::vec3{0, 0.006F, 0}, foot + glm::vec3{0, 0.024F, 0}, 0.020F,
                 0.014F, colour, 16);
    add_cylinder(mesh, foot + glm::vec3{0, 0.024F, 0}, foot + glm::vec3{0, 0.070F, 0}, 0.008F,
                 0.012F, colour, 12);
    add_ball(mesh, foot + glm::vec3{0, 0.072F, 0}, glm::vec3(0.013F), colour, 10);
}

/// A card with its chip, its band and the lines that say what it is.
void add_card(Mesh& mesh, const glm::vec3& at, Colour colour) {
    constexpr float high = 0.0015F;
    add_box(mesh, at, {0.086F, high, 0.054F}, mixed(colour, white, 0.55F), 0);
    const auto mark = [&](float x, float z, float wide, float deep, Colour of) {
        add_box(mesh, at + glm::vec3{x, high, z}, {wide, 0.0003F, deep}, of);
    };
    mark(0, 0.004F, 0.086F, 0.009F, mixed(colour, slate, 0.25F));
    mark(0.009F, 0.021F, 0.013F, 0.011F, gold);
    mark(0.030F, 0.022F, 0.044F, 0.004F, slate);
    mark(0.030F, 0.030F, 0.030F, 0.003F, steel);
    mark(0.009F, 0.044F, 0.050F, 0.003F, steel);
}

void add_sim_card(Mesh& mesh, const glm::vec3& at) {
    const std::array<glm::vec2, 5> outline{
        {{0, 0}, {0.025F, 0}, {0.025F, 0.012F}, {0.020F, 0.018F}, {0, 0.018F}}};
    const auto first = mesh.vertices.size();
    add_prism(mesh, outline, 0, 0.0012F, white);
    // Laid down, its cut corner at the back right.
    const glm::mat4 lay{{1, 0, 0, 0}, {0, 0, -1, 0}, {0, 1, 0, 0}, {at.x, at.y, at.z + 0.018F, 1}};
    transform(mesh, first, lay);
    add_box(mesh, at + glm::vec3{0.006F, 0.0012F, 0.004F}, {0.012F, 0.0002F, 0.010F}, gold);
}

/// A plug with the coil of its lead.
void add_lead(Mesh& mesh, const PartSpec& spec, const glm::vec3& at, Colour colour) {
    const bool round = spec.shape.form == "cylinder";
    std::vector<glm::vec3> coil;
    constexpr int steps = 44;
    for (int i = 0; i <= steps; ++i) {
        const float share = static_cast<float>(i) / steps;
        const float turn = 6.2832F * (2.1F * share + 0.25F);
        const float reach = 0.034F - 0.006F * share;
        coil.push_back(at + glm::vec3{0.04F - reach * 1.2F * std::cos(turn),
                                      0.004F + 0.006F * share, 0.04F - reach * std::sin(turn)});
    }
    const glm::vec3 end = at + glm::vec3{0.112F, 0.010F, 0.050F};
    coil.push_back(glm::mix(coil.back(), end, 0.5F) + glm::vec3{0, 0.004F, 0});
    coil.push_back(end);
    add_tube(mesh, coil, round ? 0.0034F : 0.0026F, colour, 6);
    add_cylinder(mesh, end - glm::vec3{0.012F, 0, 0}, end, 0.004F, 0.007F, shaded(colour, 1.2F), 8);
    if (!round) {
        add_box(mesh, end - glm::vec3{0, 0.007F, 0.012F}, {0.026F, 0.014F, 0.024F}, colour, 0.002F);
        add_box(mesh, end + glm::vec3{0.026F, -0.004F, -0.008F}, {0.010F, 0.008F, 0.016F}, steel);
        return;
    }
    add_cylinder(mesh, end, end + glm::vec3{0.030F, 0, 0}, 0.012F, 0.017F, colour, 14);
    for (const float z : {-0.0095F, 0.0095F}) {
        const glm::vec3 pin = end + glm::vec3{0.030F, 0, z};
        add_cylinder(mesh, pin, pin + glm::vec3{0.018F, 0, 0}, 0.0026F, 0.0022F, steel, 6);
    }
}

}  // namespace

void add_thing(Mesh& mesh, const PartSpec& spec, const glm::vec3& at) {
    const Colour colour = colour_of(spec.shape.colour.c_str());
    switch (spec.kind) {
        case PartKind::seal:
            return add_seal(mesh, at);
        case PartKind::roll:
            return add_roll(mesh, at);
        case PartKind::cloth:
            return add_cloth(mesh, at);
        case PartKind::medium:
            return add_medium(mesh, at, colour);
        case PartKind::sim_card:
            return add_sim_card(mesh, at);
        case PartKind::key:
            return add_key(mesh, at);
        case PartKind::unit:
            return add_stamp(mesh, at, colour);
        case PartKind::plug:
            return add_lead(mesh, spec, at, colour);
        default:
            return add_card(mesh, at, colour);
    }
}

TagFace tag_face(const glm::vec3& at) {
    TagFace face;
    face.middle = at + glm::vec3{tag_wide / 2, tag_high + 0.0003F, tag_from + tag_deep / 2};
    face.right = {tag_wide * 0.46F, 0, 0};
    face.up = {0, 0, -tag_deep * 0.44F};
    return face;
}

}  // namespace sim::seats
