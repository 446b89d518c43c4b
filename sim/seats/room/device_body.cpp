#include "sim/seats/room/device_body.h"

#include <algorithm>
#include <vector>

#include "sim/seats/room/device_mesh.h"
#include "sim/seats/station/plan_layout.h"

namespace sim::seats {

using namespace engine::scene;

namespace {

constexpr Colour dark{26, 34, 44, 255};

bool lies_on(const PartBox& body, const PartBox& door) {
    const glm::vec3 out = door.out;
    const glm::vec3 high = body.low + body.size;
    for (int i = 0; i < 3; ++i) {
        if (out[i] != 0) {
            const float plane = out[i] > 0 ? high[i] : body.low[i];
            const float near = out[i] > 0 ? door.low[i] : door.low[i] + door.size[i];
            if (std::abs(plane - near) > 0.04F) return false;
        } else if (door.low[i] < body.low[i] - 0.02F ||
                   door.low[i] + door.size[i] > high[i] + 0.02F) {
            return false;
        }
    }
    return true;
}

/// How far what is behind the door reaches into the body.
float depth_behind(const Layout& layout, PartId door, const PartBox& box, const PartBox& body) {
    const int axis = box.out.y != 0 ? 1 : 2;
    const bool towards_high = box.out[axis] > 0;
    const float plane = towards_high ? body.low[axis] + body.size[axis] : body.low[axis];
    float depth = 0.05F;
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const PartSpec& spec = layout.parts[i];
        if (spec.behind != door || !has_shape(spec) || goes_about(spec)) continue;
        const PartBox inner = box_of(layout, static_cast<PartId>(i));
        const float end =
            towards_high ? plane - inner.low[axis] : inner.low[axis] + inner.size[axis] - plane;
        depth = std::max(depth, end + 0.004F);
    }
    return std::min(depth, body.size[axis] - 0.01F);
}

std::vector<Hole> holes_of(const Layout& layout, DeviceId device, const PartBox& body) {
    std::vector<Hole> holes;
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const auto part = static_cast<PartId>(i);
        const PartSpec& spec = layout.parts[i];
        if (spec.device != device || spec.kind != PartKind::door || !has_shape(spec)) continue;
        if (spec.shape.face == "inside") continue;
        const PartBox door = box_of(layout, part);
        if (!lies_on(body, door)) continue;
        Hole hole;
        hole.axis = door.out.y != 0 ? 1 : 2;
        hole.side = door.out[hole.axis] > 0 ? 1 : -1;
        constexpr float rim = 0.006F;
        hole.low = door.low + rim;
        hole.high = door.low + door.size - rim;
        const float plane =
            hole.side > 0 ? body.low[hole.axis] + body.size[hole.axis] : body.low[hole.axis];
        const float inner =
            plane - static_cast<float>(hole.side) * depth_behind(layout, part, door, body);
        hole.low[hole.axis] = std::min(plane, inner);
        hole.high[hole.axis] = std::max(plane, inner);
        holes.push_back(hole);
    }
    return holes;
}

void add_flat(Mesh& mesh, const glm::vec3& a, const glm::vec3& b, const glm::vec3& c,
              const glm::vec3& d, const glm::vec3& inside, Colour colour) {
    glm::vec3 normal = glm::cross(c - a, d - b);
    const float length = glm::length(normal);
    if (length <= 0) return;
    normal /= length;
    const bool turned = glm::dot(normal, (a + c) * 0.5F - inside) < 0;
    if (turned) normal = -normal;
    std::uint32_t at[4];
    const glm::vec3 points[4] = {a, b, c, d};
    for (int i = 0; i < 4; ++i) {
        Vertex vertex;
        vertex.at = points[turned ? 3 - i : i];
        vertex.normal = normal;
        vertex.colour = colour;
        at[i] = mesh.add(vertex);
    }
    mesh.triangle(at[0], at[1], at[2]);
    mesh.triangle(at[0], at[2], at[3]);
}

/// A convex outline in depth and height (x is z, y is y) pulled along the width, edges cut off.
void add_profile(Mesh& mesh, std::span<const glm::vec2> outline, float from, float to,
                 Colour colour, float bevel) {
    std::vector<glm::vec2> round;
    glm::vec2 middle(0);
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const glm::vec2 point = outline[i];
        middle += point / static_cast<float>(outline.size());
        const auto towards = [&](const glm::vec2& other) {
            const float length = glm::length(other - point);
            return point + (other - point) * (std::min(bevel, length * 0.4F) / length);
        };
        round.push_back(towards(outline[(i + outline.size() - 1) % outline.size()]));
        round.push_back(towards(outline[(i + 1) % outline.size()]));
    }
    const auto n = round.size();
    const glm::vec3 inside{(from + to) / 2, middle.y, middle.x};
    const auto at = [&](std::size_t i, float x, bool cap) {
        glm::vec2 point = round[i % n];
        if (cap) point += glm::normalize(middle - point) * bevel;
        return glm::vec3{x, point.y, point.x};
    };
    for (std::size_t i = 0; i < n; ++i) {
        add_flat(mesh, at(i, from + bevel, false), at(i + 1, from + bevel, false),
                 at(i + 1, to - bevel, false), at(i, to - bevel, false), inside, colour);
        add_flat(mesh, at(i, from, true), at(i + 1, from, true), at(i + 1, from + bevel, false),
                 at(i, from + bevel, false), inside, colour);
        add_flat(mesh, at(i, to, true), at(i + 1, to, true), at(i + 1, to - bevel, false),
                 at(i, to - bevel, false), inside, colour);
    }
    for (const float x : {from, to}) {
        for (std::size_t i = 1; i + 2 < n; i += 2) {
            add_flat(mesh, at(0, x, true), at(i, x, true), at(i + 1, x, true), at(i + 2, x, true),
                     inside, colour);
        }
    }
}

/// Where the slope of a wedge begins in front and ends: depth and height. It is lower in front,
/// where its lip is two fifths as high; with a tilt the slope leans by it.
std::array<glm::vec2, 2> slope_ends(const PartBox& box) {
    const glm::vec3 high = box.low + box.size;
    const float lip = box.low.y + box.size.y * 0.4F;
    const float back = box.tilt != 0
                           ? std::max(box.low.z, high.z - (high.y - lip) * std::tan(box.tilt))
                           : box.low.z + box.size.z * 0.25F;
    return {glm::vec2{high.z, lip}, glm::vec2{back, high.y}};
}

void add_wedge(Mesh& mesh, const PartBox& box, Colour colour) {
    const glm::vec3 high = box.low + box.size;
    const auto [front, top] = slope_ends(box);
    const float lip = front.y;
    const float back = top.x;
    std::vector<glm::vec2> outline{{box.low.z, box.low.y}, {high.z, box.low.y}, {high.z, lip}};
    outline.emplace_back(back, high.y);
    if (back > box.low.z + 0.004F) outline.emplace_back(box.low.z, high.y);
    const float least = std::min({box.size.x, box.size.y, box.size.z});
    add_profile(mesh, outline, box.low.x, high.x, colour,
                std::clamp(least * 0.12F, 0.001F, 0.006F));
}

void add_drum(Mesh& mesh, const PartShape& shape, const PartBox& box, Colour colour) {
    int along = 0;
    for (int i = 1; i < 3; ++i) {
        const bool better =
            shape.form == "disc" ? box.size[i] < box.size[along] : box.size[i] > box.size[along];
        if (better) along = i;
    }
    glm::vec3 half(0);
    half[along] = box.size[along] / 2;
    const float radius = std::min(box.size[(along + 1) % 3], box.size[(along + 2) % 3]) / 2;
    const glm::vec3 middle = box.centre();
    add_cylinder(mesh, middle - half, middle + half, radius, radius, colour,
                 radius > 0.02F     ? 16
                 : radius > 0.0075F ? 10
                                    : 8);
}

/// Dark slits over the thinnest side, along its longest.
void add_vents(Mesh& mesh, const PartBox& box, Colour colour) {
    int thin = 0;
    int along = 0;
    for (int i = 1; i < 3; ++i) {
        if (box.size[i] < box.size[thin]) thin = i;
        if (box.size[i] > box.size[along]) along = i;
    }
    const int across = 3 - thin - along;
    if (thin == along) return;
    const int rows = std::clamp(static_cast<int>(box.size[across] / 0.012F), 1, 7);
    const float step = box.size[across] / static_cast<float>(rows);
    // Seen from either side; which one is outside does not matter.
    glm::vec3 half_along(0);
    glm::vec3 half_across(0);
    glm::vec3 half_thin(0);
    half_along[along] = box.size[along] / 2;
    half_across[across] = step * 0.25F;
    half_thin[thin] = box.size[thin] / 2;
    for (int i = 0; i < rows; ++i) {
        glm::vec3 middle = box.centre();
        middle[across] = box.low[across] + step * (static_cast<float>(i) + 0.5F);
        for (const float way : {-1.0F, 1.0F}) {
            const glm::vec3 out = half_thin * way;
            const bool turned = glm::dot(glm::cross(half_along, half_across), out) < 0;
            add_quad(mesh, middle + out, turned ? -half_along : half_along, half_across, colour);
        }
    }
}

/// The caps of a keyboard that lies level.
void add_keys(Mesh& mesh, const PartBox& box, Colour colour) {
    constexpr int rows = 5;
    const float deep = box.size.z / rows;
    const float wide = box.size.x / 14;
    const float top = box.low.y + box.size.y;
    for (int row = 0; row < rows; ++row) {
        const float z = box.low.z + deep * (static_cast<float>(row) + 0.5F);
        float x = box.low.x;
        while (x < box.low.x + box.size.x - wide * 0.5F) {
            // The space bar is one wide cap in the row nearest to the hands.
            const bool bar =
                row == rows - 1 && x > box.low.x + wide * 3.5F && x < box.low.x + wide * 4.5F;
            const float cap = bar ? wide * 5 : wide;
            add_quad(mesh, {x + cap / 2, top, z}, {cap / 2 - 0.0015F, 0, 0},
                     {0, 0, -deep / 2 + 0.0015F}, colour);
            x += cap;
        }
    }
}

}  // namespace

std::array<glm::vec3, 2> edges_of(const PartBox& box) {
    if (box.out.y > 0.5F) {
        return {glm::vec3{box.size.x / 2, 0, 0}, glm::vec3{0, 0, -box.size.z / 2}};
    }
    const float way = box.out.z < 0 ? -1.0F : 1.0F;
    return {glm::vec3{way * box.size.x / 2, 0, 0}, glm::vec3{0, box.size.y / 2, 0}};
}

Slope slope_of(const PartBox& box) {
    const auto [front, top] = slope_ends(box);
    Slope slope;
    slope.right = {box.size.x / 2, 0, 0};
    slope.up = glm::vec3{0, top.y - front.y, top.x - front.x} * 0.5F;
    slope.middle = {box.centre().x, (front.y + top.y) / 2, (front.x + top.x) / 2};
    return slope;
}

bool is_label(const PartShape& piece) {
    return piece.form == "plate" || piece.form == "hazard" || piece.form == "caption" ||
           piece.form == "gauge" || piece.form.starts_with("mark_");
}

void add_form(Mesh& mesh, const PartShape& shape, const PartBox& box, Colour colour,
              std::span<const Hole> holes) {
    if (shape.form == "wedge") return add_wedge(mesh, box, colour);
    if (shape.form == "cylinder" || shape.form == "disc") return add_drum(mesh, shape, box, colour);
    if (shape.form == "vents") return add_vents(mesh, box, colour);
    if (shape.form == "keys") return add_keys(mesh, box, colour);
    const float least = std::min({box.size.x, box.size.y, box.size.z});
    // No edge is seen of what is as thin as a label or as small as a nut.
    const bool fine = least < 0.0045F || std::max({box.size.x, box.size.y, box.size.z}) < 0.045F;
    const float bevel = fine                      ? 0.0F
                        : shape.form == "rounded" ? std::clamp(least * 0.24F, 0.0015F, 0.014F)
                                                  : std::clamp(least * 0.12F, 0.0008F, 0.005F);
    add_pierced_box(mesh, box.low, box.size, colour, bevel, holes, mixed(colour, dark, 0.45F));
}

void add_piece(Mesh& mesh, const Layout& layout, DeviceId device, const PartShape& shape) {
    if (is_label(shape)) return;
    const PartBox box = box_of(shape);
    const auto first = mesh.vertices.size();
    add_form(mesh, shape, box, colour_of(shape.colour.c_str()), holes_of(layout, device, box));
    if (box.tilt != 0 && shape.form != "wedge") transform(mesh, first, leaning(box));
}

bool belongs_to(const Layout& layout, const PartShape& piece, PartId unit) {
    const DeviceSpec& device = layout.device(layout[unit].device);
    if (!is_kit(device.device_class)) return true;
    const PartBox own = box_of(layout[unit].shape);
    const glm::vec3 middle = box_of(piece).centre();
    constexpr float near = 0.03F;
    return glm::all(glm::greaterThan(middle, own.low - near)) &&
           glm::all(glm::lessThan(middle, own.low + own.size + near));
}

}  // namespace sim::seats
