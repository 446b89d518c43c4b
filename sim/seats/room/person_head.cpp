// Heads: face, hair, hats. In metres for a person of 1.72 m, chin at the origin.

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/gtc/constants.hpp>

#include "engine/scene/shape.h"
#include "sim/seats/room/person_builder.h"

namespace sim::seats {

using engine::scene::mixed;
using engine::scene::shaded;

namespace {

constexpr float eye_up = 0.122F;
constexpr float eye_side = 0.0315F;

std::vector<Section> skull(const PersonLook& look, Detail detail) {
    const Colour skin = look.skin;
    const Colour warm = mixed(skin, {196, 104, 88, 255}, 0.12F);
    const Colour jaw = look.woman || look.beard ? skin : mixed(skin, {112, 104, 104, 255}, 0.13F);
    const float wide = 1 + 0.1F * (look.girth - 0.35F) - (look.woman ? 0.03F : 0.0F);
    std::vector<Section> sections = {
        level(0.000F, 0.024F, 0.020F, 0.058F, jaw),
        level(0.013F, 0.040F * wide, 0.049F, 0.044F, jaw),
        level(0.034F, 0.056F * wide, 0.066F, 0.021F, jaw, 0.12F),
        level(0.066F, 0.066F * wide, 0.084F, 0.010F, mixed(jaw, warm, 0.5F), 0.1F),
        level(0.096F, 0.073F * wide, 0.091F, 0.003F, warm, 0.08F),
        level(0.124F, 0.076F, 0.092F, 0.000F, skin, 0.12F),
        level(0.152F, 0.0775F, 0.097F, -0.004F, skin, 0.12F),
        level(0.184F, 0.075F, 0.096F, -0.008F, skin, 0.08F),
        level(0.211F, 0.062F, 0.081F, -0.011F, skin),
        level(0.230F, 0.038F, 0.050F, -0.013F, skin),
        level(0.238F, 0.008F, 0.010F, -0.013F, skin),
    };
    if (detail == Detail::far) {
        for (const int index : {9, 6, 5, 3, 1}) sections.erase(sections.begin() + index);
    }
    return sections;
}

void add_eye(Mesh& mesh, std::span<const Section> face, const PersonLook& look, float side) {
    const float x = side * eye_side;
    const auto patch = [&](std::initializer_list<SkinBand> bands, int columns, float out,
                           Colour colour) {
        std::vector<SkinBand> moved;
        for (const SkinBand& band : bands) {
            moved.push_back({eye_up + band.up, x + band.left, x + band.right});
        }
        add_patch(mesh, face, moved, columns, out, colour);
    };
    patch({{-0.0055F, -0.005F, 0.005F}, {-0.001F, -0.0145F, 0.0145F}, {0.0055F, -0.007F, 0.007F}},
          2, 0.0016F, {236, 234, 230, 255});
    patch({{-0.0056F, -0.003F, 0.003F}, {-0.001F, -0.0062F, 0.0062F}, {0.0046F, -0.0055F, 0.0055F}},
          2, 0.0024F, {58, 40, 30, 255});
    patch({{0.0012F, 0.0004F, 0.0026F}, {0.0034F, 0.0004F, 0.0026F}}, 1, 0.0030F,
          {240, 240, 240, 255});
    // The upper lid throws the line that makes an eye.
    patch(
        {{0.0030F, -0.0150F, 0.0150F}, {0.0062F, -0.0110F, 0.0110F}, {0.0092F, -0.0070F, 0.0070F}},
        2, 0.0032F, mixed(shaded(look.skin, 0.7F), {60, 44, 40, 255}, look.woman ? 0.45F : 0.25F));
}

void add_brow(Mesh& mesh, std::span<const Section> face, const PersonLook& look, float side) {
    const float thick = look.woman ? 0.005F : 0.0075F;
    const Colour colour = mixed(look.hair_colour, look.skin, 0.18F);
    const float inner = side * 0.013F;
    const float outer = side * 0.049F;
    const float left = std::min(inner, outer);
    const float right = std::max(inner, outer);
    const float up = eye_up + 0.0165F;
    const std::array<SkinBand, 3> bands = {{{up, left, right},
                                            {up + thick * 0.6F, left + 0.001F, right - 0.001F},
                                            {up + thick, left + 0.008F, right - 0.009F}}};
    add_patch(mesh, face, bands, 3, 0.0035F, colour);
}

void add_nose(Mesh& mesh, std::span<const Section> face, const PersonLook& look) {
    const Colour skin = mixed(look.skin, {190, 100, 84, 255}, 0.1F);
    const float big = look.woman ? 0.88F : 1.0F + 0.12F * look.girth;
    const auto section = [&](float up, float wide, float out, Colour colour) {
        const float front = front_of(face, 0, up);
        return Section{
            {0, up, front - 0.012F}, {wide * big, 0, 0}, {0, 0, 0.012F + out * big}, colour, 0};
    };
    const std::array<Section, 5> sections = {{
        section(0.071F, 0.007F, 0.004F, shaded(skin, 0.82F)),
        section(0.075F, 0.0165F, 0.017F, shaded(skin, 0.92F)),
        section(0.083F, 0.0160F, 0.0225F, skin),
        section(0.102F, 0.0105F, 0.0125F, skin),
        section(0.128F, 0.0085F, 0.0030F, look.skin),
    }};
    add_skin(mesh, sections, 6, Ends::none);
}

void add_mouth(Mesh& mesh, std::span<const Section> face, const PersonLook& look) {
    const Colour lip = mixed(look.skin, {156, 74, 70, 255}, look.woman ? 0.55F : 0.34F);
    const float wide = look.woman ? 0.021F : 0.024F;
    const float up = 0.046F;
    const float out = look.beard ? 0.0135F : 0.0035F;
    // Lips stand out, so that they are seen from the side as well.
    const auto section = [&](float at, float broad, float full, const Colour& colour) {
        const float front = front_of(face, 0, at);
        return Section{{0, at, front - 0.014F + (look.beard ? 0.010F : 0.0F)},
                       {wide * broad, 0, 0},
                       {0, 0, 0.014F + full},
                       colour,
                       0};
    };
    const std::array<Section, 5> lips = {section(up - 0.0105F, 0.55F, -0.002F, look.skin),
                                         section(up - 0.0045F, 0.85F, 0.0048F, lip),
                                         section(up + 0.0003F, 1.0F, 0.0022F, shaded(lip, 0.8F)),
                                         section(up + 0.0050F, 0.80F, 0.0055F, shaded(lip, 0.92F)),
                                         section(up + 0.0115F, 0.45F, -0.001F, look.skin)};
    add_skin(mesh, lips, 8, Ends::none);
    const std::array<SkinBand, 2> line = {
        {{up - 0.0009F, -wide * 1.04F, wide * 1.04F}, {up + 0.0011F, -wide * 1.04F, wide * 1.04F}}};
    add_patch(mesh, face, line, 2, out, shaded(lip, 0.55F));
    if (look.age < 50) return;
    // Lines from the nose past the mouth.
    for (const float side : {-1.0F, 1.0F}) {
        const std::array<SkinBand, 2> fold = {
            {{0.052F, side * 0.032F - 0.001F, side * 0.032F + 0.001F},
             {0.078F, side * 0.021F - 0.001F, side * 0.021F + 0.001F}}};
        add_patch(mesh, face, fold, 1, 0.0022F, shaded(look.skin, 0.8F));
    }
}

void add_ear(Mesh& mesh, const Section& at_eyes, const PersonLook& look, float side) {
    // Across the head: the face that looks outwards is the last.
    const Colour warm = mixed(look.skin, {196, 104, 88, 255}, 0.16F);
    const auto section = [&](float out, float high, float deep, float back) {
        return Section{{side * (at_eyes.right.x + out), 0.108F, back},
                       {0, 0, -side * deep},
                       {0, high, 0},
                       warm,
                       0};
    };
    const std::array<Section, 3> sections = {section(-0.012F, 0.026F, 0.013F, -0.008F),
                                             section(0.008F, 0.032F, 0.018F, -0.014F),
                                             section(0.011F, 0.024F, 0.011F, -0.015F)};
    add_skin(mesh, sections, 6, Ends::last);
}

/// A cover over the head from a height up; where it does not cover it hides inside.
/// @param lowest, highest sections that matter; @param edge lowest height covered, by how far
/// ahead the place is (1 in front).
void add_cover(Mesh& mesh, std::span<const Section> head, float thick, Colour colour, int sides,
               float lowest, float highest, const std::function<float(float ahead)>& edge) {
    std::vector<Section> sections;
    for (Section section : head) {
        if (section.centre.y < lowest || section.centre.y > highest) continue;
        section.colour = colour;
        section.centre.y += section.centre.y > 0.2F ? thick * 0.9F : 0.0F;
        sections.push_back(section);
    }
    add_skin(mesh, sections, sides, Ends::last, [&](std::size_t i, float ahead, float) {
        const float over = sections[i].centre.y - edge(ahead);
        const float wide = sections[i].right.x;
        if (over < -0.012F) return 0.86F;
        return 1 + thick / wide * std::clamp(over / 0.02F + 0.6F, 0.0F, 1.0F);
    });
}

/// From ear to ear round the back; above it and in front it lies inside the head.
void add_ring_of_hair(Mesh& mesh, std::span<const Section> head, const PersonLook& look,
                      int sides) {
    std::vector<Section> ring;
    for (Section section : head) {
        if (section.centre.y < 0.03F || section.centre.y > 0.19F) continue;
        section.colour = look.hair_colour;
        ring.push_back(section);
    }
    add_skin(mesh, ring, sides, Ends::none, [&](std::size_t i, float ahead, float) {
        const float up = ring[i].centre.y;
        const float lowest = ahead > -0.3F ? 0.09F : 0.05F;
        if (ahead > 0.1F || up < lowest || i + 1 == ring.size()) return 0.95F;
        return 1 + 0.006F / ring[i].right.x;
    });
}

void add_hair(Mesh& mesh, std::span<const Section> head, const PersonLook& look, int sides) {
    // What a hat hides need not be there.
    const bool hat = look.headgear == Headgear::kalpak || look.headgear == Headgear::cap;
    const float highest = hat ? 0.2F : 1.0F;
    if (look.hair == Hair::bald) {
        add_ring_of_hair(mesh, head, look, sides);
        return;
    }
    const bool bob = look.hair == Hair::bob;
    const float brow = look.hair == Hair::receding ? 0.214F : look.woman ? 0.182F : 0.188F;
    const float thick = bob ? 0.016F : look.woman ? 0.012F : 0.010F;
    add_cover(mesh, head, thick, look.hair_colour, sides, bob ? 0.0F : 0.03F, highest,
              [&](float ahead) {
                  if (ahead > 0.6F) return brow;
                  if (ahead > 0.3F) return bob ? 0.14F : brow - 0.02F;
                  if (ahead > 0.05F) return bob ? 0.03F : brow - 0.06F;
                  if (ahead > -0.35F) return bob ? 0.0F : 0.1F;
                  return bob ? -0.02F : 0.04F;
              });
    if (look.hair == Hair::bun) {
        engine::scene::add_ball(mesh, {0, 0.135F, -0.122F}, {0.042F, 0.038F, 0.036F},
                                shaded(look.hair_colour, 0.95F), 8);
    }
}

void add_beard(Mesh& mesh, std::span<const Section> head, const PersonLook& look, int sides) {
    std::vector<Section> sections;
    const Colour colour = mixed(look.hair_colour, look.skin, 0.06F);
    sections.push_back(level(-0.045F, 0.016F, 0.014F, 0.062F, colour));
    sections.push_back(level(-0.028F, 0.033F, 0.028F, 0.056F, colour));
    for (const Section& section : head) {
        if (section.centre.y < 0.005F || section.centre.y > 0.1F) continue;
        sections.push_back(section);
        sections.back().colour = colour;
    }
    add_skin(mesh, sections, sides, Ends::both, [&](std::size_t i, float ahead, float) {
        const float up = sections[i].centre.y;
        const float edge = ahead > 0.75F ? 0.05F : 0.075F;
        if (i > 1 && (up > edge || ahead < -0.1F)) return 0.9F;
        return i > 1 ? 1.12F : 1.0F;
    });
}

void add_moustache(Mesh& mesh, std::span<const Section> face, const PersonLook& look) {
    const std::array<SkinBand, 3> bands = {
        {{0.049F, -0.032F, 0.032F}, {0.057F, -0.028F, 0.028F}, {0.067F, -0.013F, 0.013F}}};
    add_patch(mesh, face, bands, 4, look.beard ? 0.013F : 0.0075F,
              mixed(look.hair_colour, look.skin, 0.06F));
}

void add_glasses(Mesh& mesh, std::span<const Section> face) {
    const Colour rim{48, 46, 48, 255};
    const float out = front_of(face, eye_side, eye_up) + 0.012F;
    for (const float side : {-1.0F, 1.0F}) {
        constexpr int corners = 10;
        const glm::vec3 middle{side * eye_side, eye_up - 0.003F, out};
        const auto first = static_cast<std::uint32_t>(mesh.vertices.size());
        for (int i = 0; i < corners; ++i) {
            const float angle = glm::two_pi<float>() * (static_cast<float>(i) + 0.5F) / corners;
            for (const float far : {1.0F, 1.16F}) {
                engine::scene::Vertex vertex;
                vertex.at =
                    middle +
                    glm::vec3(std::cos(angle) * 0.0235F, std::sin(angle) * 0.019F, 0.0F) * far;
                vertex.normal = {0, 0.2F, 0.98F};
                vertex.colour = rim;
                mesh.add(vertex);
            }
        }
        for (std::uint32_t i = 0; i < corners; ++i) {
            const std::uint32_t a = first + 2 * i;
            const std::uint32_t b = first + 2 * ((i + 1) % corners);
            mesh.triangle(a, a + 1, b + 1);
            mesh.triangle(a, b + 1, b);
        }
        const std::array<glm::vec3, 3> arm = {glm::vec3(side * 0.057F, eye_up, out),
                                              glm::vec3(side * 0.069F, eye_up, out - 0.02F),
                                              glm::vec3(side * 0.082F, eye_up + 0.003F, -0.026F)};
        engine::scene::add_tube(mesh, arm, 0.0022F, rim, 3);
    }
    engine::scene::add_box(mesh, {-0.009F, eye_up, out - 0.002F}, {0.018F, 0.004F, 0.003F}, rim);
}

void add_kalpak(Mesh& mesh, int sides, Detail detail) {
    const Colour felt{246, 244, 238, 255};
    const Colour trim{40, 36, 38, 255};
    const std::vector<Section> crown = {
        level(0.215F, 0.084F, 0.101F, -0.007F, felt), level(0.300F, 0.073F, 0.088F, -0.008F, felt),
        level(0.350F, 0.052F, 0.062F, -0.009F, felt), level(0.380F, 0.026F, 0.030F, -0.010F, felt),
        level(0.392F, 0.006F, 0.006F, -0.010F, felt)};
    add_skin(mesh, crown, sides, Ends::none);
    // The brim is turned up.
    const std::vector<Section> brim = {
        level(0.158F, 0.087F, 0.106F, -0.006F, trim), level(0.172F, 0.096F, 0.116F, -0.006F, trim),
        level(0.222F, 0.100F, 0.120F, -0.007F, trim), level(0.226F, 0.082F, 0.100F, -0.007F, trim)};
    add_skin(mesh, brim, sides, Ends::none);
    if (detail == Detail::far) return;
    for (int i = 0; i < 4; ++i) {
        // Seams up to the tassel, laid on as narrow strips.
        const float angle = glm::half_pi<float>() * static_cast<float>(i);
        std::vector<glm::vec3> line;
        for (const Section& section : crown) {
            line.push_back(section.centre +
                           (section.right * std::cos(angle) - section.front * std::sin(angle)) *
                               1.0F);
        }
        engine::scene::add_tube(mesh, line, 0.0035F, trim, 3);
    }
    engine::scene::add_ball(mesh, {0, 0.398F, -0.010F}, {0.012F, 0.016F, 0.012F}, trim, 6);
}

/// Over the hair, round the face, tied at the neck.
void add_scarf(Mesh& mesh, std::span<const Section> head, const PersonLook& look, int sides) {
    std::vector<Section> sections = {level(-0.075F, 0.094F, 0.088F, -0.012F, look.accent),
                                     level(-0.035F, 0.074F, 0.078F, -0.006F, look.accent)};
    for (Section section : head) {
        if (section.centre.y < 0.005F) continue;
        section.colour = shaded(look.accent, section.centre.y > 0.15F ? 1.05F : 0.97F);
        if (section.centre.y > 0.2F) section.centre.y += 0.012F;
        sections.push_back(section);
    }
    add_skin(mesh, sections, sides, Ends::both, [&](std::size_t i, float ahead, float angle) {
        const float up = sections[i].centre.y;
        const float folds = 0.02F * std::sin(angle * 5 + up * 30);
        if (up < 0.005F) return 1.02F + folds;
        const bool face = up < 0.19F && ahead > 0.5F;
        if (face) return 0.86F;
        return (up < 0.05F ? 1.24F : 1.17F) + folds * 0.5F;
    });
    engine::scene::add_ball(mesh, {0.0F, -0.03F, 0.075F}, {0.022F, 0.016F, 0.014F},
                            shaded(look.accent, 0.92F), 6);
}

void add_cap(Mesh& mesh, const PersonLook& look, int sides) {
    const Colour cloth = shaded(look.top, 0.82F);
    const std::vector<Section> crown = {
        level(0.168F, 0.083F, 0.102F, -0.006F, shaded(cloth, 0.85F)),
        level(0.196F, 0.092F, 0.112F, -0.002F, cloth), level(0.226F, 0.086F, 0.106F, 0.0F, cloth),
        level(0.244F, 0.060F, 0.076F, 0.0F, cloth), level(0.250F, 0.010F, 0.010F, 0.0F, cloth)};
    add_skin(mesh, crown, sides, Ends::last);
    const auto peak = [&](float up, float ahead, float wide, float thick) {
        return Section{{0, up, ahead}, {wide, 0, 0}, {0, -thick, 0}, shaded(cloth, 0.8F), 0.3F};
    };
    const std::array<Section, 3> sections = {peak(0.171F, 0.075F, 0.075F, 0.006F),
                                             peak(0.166F, 0.125F, 0.062F, 0.005F),
                                             peak(0.160F, 0.150F, 0.030F, 0.004F)};
    add_skin(mesh, sections, 8, Ends::last);
}

}  // namespace

void add_head(Mesh& mesh, const PersonLook& look, Detail detail) {
    const bool near = detail == Detail::near;
    const int sides = near ? 12 : 6;
    const std::vector<Section> head = skull(look, detail);
    add_skin(mesh, head, sides, Ends::last);
    if (near) {
        for (const float side : {-1.0F, 1.0F}) {
            add_eye(mesh, head, look, side);
            add_brow(mesh, head, look, side);
            if (look.headgear != Headgear::scarf) add_ear(mesh, head[4], look, side);
        }
        add_nose(mesh, head, look);
        add_mouth(mesh, head, look);
        if (look.moustache) add_moustache(mesh, head, look);
        if (look.glasses) add_glasses(mesh, head);
    }
    if (!near) {
        for (const float side : {-1.0F, 1.0F}) {
            const float x = side * eye_side;
            const std::array<SkinBand, 2> eye = {{{eye_up - 0.006F, x - 0.013F, x + 0.013F},
                                                  {eye_up + 0.012F, x - 0.015F, x + 0.015F}}};
            add_patch(mesh, head, eye, 1, 0.004F, mixed(look.skin, {52, 40, 36, 255}, 0.6F));
        }
    }
    if (look.beard && near) add_beard(mesh, head, look, sides);
    if (look.headgear == Headgear::scarf) {
        add_scarf(mesh, head, look, sides);
    } else {
        add_hair(mesh, head, look, sides);
    }
    if (look.headgear == Headgear::kalpak) add_kalpak(mesh, sides, detail);
    if (look.headgear == Headgear::cap) add_cap(mesh, look, sides);
}

}  // namespace sim::seats
