#include "engine/scene/shape.h"

#include <algorithm>
#include <cmath>
#include <glm/gtc/constants.hpp>

namespace engine::scene {

namespace {

Vertex corner(const glm::vec3& at, const glm::vec3& normal, Colour colour) {
    Vertex vertex;
    vertex.at = at;
    vertex.normal = normal;
    vertex.colour = colour;
    return vertex;
}

/// Four corners in a plane, counter-clockwise.
void quad(Mesh& mesh, const glm::vec3& a, const glm::vec3& b, const glm::vec3& c,
          const glm::vec3& d, const glm::vec3& normal, Colour colour) {
    const std::uint32_t first = mesh.add(corner(a, normal, colour));
    mesh.add(corner(b, normal, colour));
    mesh.add(corner(c, normal, colour));
    mesh.add(corner(d, normal, colour));
    mesh.triangle(first, first + 1, first + 2);
    mesh.triangle(first, first + 2, first + 3);
}

void flat(Mesh& mesh, const glm::vec3& a, const glm::vec3& b, const glm::vec3& c,
          const glm::vec3& d, Colour colour) {
    const glm::vec3 cross = glm::cross(c - a, d - b);
    const float length = glm::length(cross);
    quad(mesh, a, b, c, d, length > 0 ? cross / length : glm::vec3(0, 1, 0), colour);
}

float power(float value, float exponent) {
    return std::copysign(std::pow(std::abs(value), exponent), value);
}

/// Two directions that stand upright on a third and on each other.
std::array<glm::vec3, 2> across(const glm::vec3& along) {
    const glm::vec3 other = std::abs(along.y) < 0.9F ? glm::vec3(0, 1, 0) : glm::vec3(1, 0, 0);
    const glm::vec3 first = glm::normalize(glm::cross(other, along));
    return {first, glm::cross(along, first)};
}

}  // namespace

void add_box(Mesh& mesh, const glm::vec3& low, const glm::vec3& size, Colour colour, float bevel) {
    add_pierced_box(mesh, low, size, colour, bevel, {}, colour);
}

namespace {

/// Walls and bottom of an opening.
void add_recess(Mesh& mesh, const Hole& hole, Colour inside) {
    const int u = (hole.axis + 1) % 3;
    const int v = (hole.axis + 2) % 3;
    glm::vec3 outer[4];
    glm::vec3 inner[4];
    constexpr int turn[4][2] = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
    for (int i = 0; i < 4; ++i) {
        glm::vec3 point{0};
        point[u] = turn[i][0] != 0 ? hole.high[u] : hole.low[u];
        point[v] = turn[i][1] != 0 ? hole.high[v] : hole.low[v];
        point[hole.axis] = hole.side > 0 ? hole.high[hole.axis] : hole.low[hole.axis];
        outer[i] = point;
        point[hole.axis] = hole.side > 0 ? hole.low[hole.axis] : hole.high[hole.axis];
        inner[i] = point;
    }
    const auto face = [&](const glm::vec3& a, const glm::vec3& b, const glm::vec3& c,
                          const glm::vec3& d, Colour colour) {
        hole.side > 0 ? flat(mesh, a, b, c, d, colour) : flat(mesh, d, c, b, a, colour);
    };
    face(inner[0], inner[1], inner[2], inner[3], shaded(inside, 0.8F));
    for (int i = 0; i < 4; ++i) {
        const int k = (i + 1) % 4;
        face(outer[i], outer[k], inner[k], inner[i], inside);
    }
}

}  // namespace

void add_pierced_box(Mesh& mesh, const glm::vec3& low, const glm::vec3& size, Colour colour,
                     float bevel, std::span<const Hole> holes, Colour inside) {
    const glm::vec3 high = low + size;
    const float b = std::min({bevel, size.x * 0.45F, size.y * 0.45F, size.z * 0.45F});
    // For each axis two faces; each smaller by the bevel. Edges and corners join them.
    const auto at = [&](int sx, int sy, int sz, int flush) {
        const auto pick = [&](float l, float h, int s, bool full) {
            return s > 0 ? (full ? h : h - b) : (full ? l : l + b);
        };
        return glm::vec3{pick(low.x, high.x, sx, flush == 0), pick(low.y, high.y, sy, flush == 1),
                         pick(low.z, high.z, sz, flush == 2)};
    };
    for (int axis = 0; axis < 3; ++axis) {
        const int u = (axis + 1) % 3;
        const int v = (axis + 2) % 3;
        for (const int side : {-1, 1}) {
            const auto place = [&](int su, int sv) {
                int s[3];
                s[axis] = side;
                s[u] = su;
                s[v] = sv;
                return at(s[0], s[1], s[2], axis);
            };
            const glm::vec3 origin = place(-1, side > 0 ? -1 : 1);
            const glm::vec3 right = place(1, side > 0 ? -1 : 1) - origin;
            const glm::vec3 up = place(-1, side > 0 ? 1 : -1) - origin;
            std::vector<std::array<float, 4>> open;
            for (const Hole& hole : holes) {
                if (hole.axis != axis || hole.side != side) continue;
                const auto share = [&](float value, int along, const glm::vec3& edge) {
                    return (value - origin[along]) / edge[along];
                };
                const float v0 = share(hole.low[v], v, up);
                const float v1 = share(hole.high[v], v, up);
                open.push_back({share(hole.low[u], u, right), std::min(v0, v1),
                                share(hole.high[u], u, right), std::max(v0, v1)});
            }
            add_pierced(mesh, origin, right, up, colour, open);
        }
    }
    for (const Hole& hole : holes) add_recess(mesh, hole, inside);
    if (b <= 0) return;
    for (int axis = 0; axis < 3; ++axis) {
        const int u = (axis + 1) % 3;
        const int v = (axis + 2) % 3;
        for (const int su : {-1, 1}) {
            for (const int sv : {-1, 1}) {
                int s[3];
                s[u] = su;
                s[v] = sv;
                glm::vec3 points[4];
                s[axis] = -1;
                points[0] = at(s[0], s[1], s[2], u);
                points[1] = at(s[0], s[1], s[2], v);
                s[axis] = 1;
                points[2] = at(s[0], s[1], s[2], v);
                points[3] = at(s[0], s[1], s[2], u);
                glm::vec3 out{0};
                out[u] = static_cast<float>(su);
                out[v] = static_cast<float>(sv);
                // Each side keeps the normal of its face: the edge looks round.
                glm::vec3 along_u{0};
                glm::vec3 along_v{0};
                along_u[u] = out[u];
                along_v[v] = out[v];
                const std::uint32_t first = mesh.add(corner(points[0], along_u, colour));
                mesh.add(corner(points[1], along_v, colour));
                mesh.add(corner(points[2], along_v, colour));
                mesh.add(corner(points[3], along_u, colour));
                if (glm::dot(glm::cross(points[2] - points[0], points[3] - points[1]), out) > 0) {
                    mesh.triangle(first, first + 1, first + 2);
                    mesh.triangle(first, first + 2, first + 3);
                } else {
                    mesh.triangle(first + 3, first + 2, first + 1);
                    mesh.triangle(first + 3, first + 1, first);
                }
            }
        }
    }
    for (const int sx : {-1, 1}) {
        for (const int sy : {-1, 1}) {
            for (const int sz : {-1, 1}) {
                const glm::vec3 out(sx, sy, sz);
                const std::uint32_t first =
                    mesh.add(corner(at(sx, sy, sz, 0), {out.x, 0, 0}, colour));
                mesh.add(corner(at(sx, sy, sz, 1), {0, out.y, 0}, colour));
                mesh.add(corner(at(sx, sy, sz, 2), {0, 0, out.z}, colour));
                if (sx * sy * sz > 0) {
                    mesh.triangle(first, first + 1, first + 2);
                } else {
                    mesh.triangle(first, first + 2, first + 1);
                }
            }
        }
    }
}

void add_quad(Mesh& mesh, const glm::vec3& centre, const glm::vec3& right, const glm::vec3& up,
              Colour colour, const std::array<float, 4>& texels) {
    const glm::vec3 normal = glm::normalize(glm::cross(right, up));
    const auto put = [&](float x, float y, float u, float v) {
        Vertex vertex = corner(centre + right * x + up * y, normal, colour);
        vertex.texel = {u, v};
        return mesh.add(vertex);
    };
    const std::uint32_t first = put(-1, -1, texels[0], texels[3]);
    put(1, -1, texels[2], texels[3]);
    put(1, 1, texels[2], texels[1]);
    put(-1, 1, texels[0], texels[1]);
    mesh.triangle(first, first + 1, first + 2);
    mesh.triangle(first, first + 2, first + 3);
}

void add_sheet(Mesh& mesh, const glm::vec3& centre, const glm::vec3& right, const glm::vec3& up,
               Colour colour, int columns, int rows) {
    const glm::vec3 normal = glm::normalize(glm::cross(right, up));
    const auto first = static_cast<std::uint32_t>(mesh.vertices.size());
    for (int y = 0; y <= rows; ++y) {
        for (int x = 0; x <= columns; ++x) {
            const float u = static_cast<float>(x) / static_cast<float>(columns);
            const float v = static_cast<float>(y) / static_cast<float>(rows);
            Vertex vertex = corner(centre + right * (u * 2 - 1) + up * (v * 2 - 1), normal, colour);
            vertex.texel = {u, 1 - v};
            mesh.add(vertex);
        }
    }
    const auto wide = static_cast<std::uint32_t>(columns + 1);
    for (std::uint32_t y = 0; y < static_cast<std::uint32_t>(rows); ++y) {
        for (std::uint32_t x = 0; x < static_cast<std::uint32_t>(columns); ++x) {
            const std::uint32_t at = first + y * wide + x;
            mesh.triangle(at, at + 1, at + wide + 1);
            mesh.triangle(at, at + wide + 1, at + wide);
        }
    }
}

void add_pierced(Mesh& mesh, const glm::vec3& origin, const glm::vec3& right, const glm::vec3& up,
                 Colour colour, std::span<const std::array<float, 4>> holes) {
    std::vector<float> xs{0, 1};
    std::vector<float> ys{0, 1};
    for (const auto& hole : holes) {
        for (const std::size_t i : {0U, 2U}) xs.push_back(std::clamp(hole[i], 0.0F, 1.0F));
        for (const std::size_t i : {1U, 3U}) ys.push_back(std::clamp(hole[i], 0.0F, 1.0F));
    }
    for (auto* cuts : {&xs, &ys}) {
        std::sort(cuts->begin(), cuts->end());
        cuts->erase(std::unique(cuts->begin(), cuts->end()), cuts->end());
    }
    const glm::vec3 normal = glm::normalize(glm::cross(right, up));
    const auto open = [&](float x, float y) {
        return std::any_of(holes.begin(), holes.end(), [&](const auto& hole) {
            return x > hole[0] && x < hole[2] && y > hole[1] && y < hole[3];
        });
    };
    for (std::size_t y = 0; y + 1 < ys.size(); ++y) {
        for (std::size_t x = 0; x + 1 < xs.size(); ++x) {
            if (open((xs[x] + xs[x + 1]) / 2, (ys[y] + ys[y + 1]) / 2)) continue;
            quad(mesh, origin + right * xs[x] + up * ys[y], origin + right * xs[x + 1] + up * ys[y],
                 origin + right * xs[x + 1] + up * ys[y + 1],
                 origin + right * xs[x] + up * ys[y + 1], normal, colour);
        }
    }
}

void add_cylinder(Mesh& mesh, const glm::vec3& from, const glm::vec3& to, float radius,
                  float end_radius, Colour colour, int sides) {
    const glm::vec3 way = to - from;
    const float length = glm::length(way);
    if (length <= 0) return;
    const glm::vec3 along = way / length;
    const std::array<glm::vec3, 2> sideways = across(along);
    const glm::vec3& first = sideways[0];
    const glm::vec3& second = sideways[1];
    const float lean = (radius - end_radius) / length;
    const auto n = static_cast<std::uint32_t>(sides);
    const auto base = static_cast<std::uint32_t>(mesh.vertices.size());
    for (std::uint32_t i = 0; i <= n; ++i) {
        const float angle = glm::two_pi<float>() * static_cast<float>(i) / static_cast<float>(n);
        const glm::vec3 out = first * std::cos(angle) + second * std::sin(angle);
        const glm::vec3 normal = glm::normalize(out + along * lean);
        mesh.add(corner(from + out * radius, normal, colour));
        mesh.add(corner(to + out * end_radius, normal, colour));
    }
    for (std::uint32_t i = 0; i < n; ++i) {
        const std::uint32_t at = base + 2 * i;
        mesh.triangle(at, at + 2, at + 3);
        mesh.triangle(at, at + 3, at + 1);
    }
    const auto cap = [&](const glm::vec3& centre, float r, const glm::vec3& normal, bool reverse) {
        if (r <= 0) return;
        const std::uint32_t middle = mesh.add(corner(centre, normal, colour));
        for (std::uint32_t i = 0; i <= n; ++i) {
            const float angle =
                glm::two_pi<float>() * static_cast<float>(i) / static_cast<float>(n);
            mesh.add(corner(centre + (first * std::cos(angle) + second * std::sin(angle)) * r,
                            normal, colour));
        }
        for (std::uint32_t i = 0; i < n; ++i) {
            const std::uint32_t a = middle + 1 + i;
            reverse ? mesh.triangle(middle, a + 1, a) : mesh.triangle(middle, a, a + 1);
        }
    };
    cap(from, radius, -along, true);
    cap(to, end_radius, along, false);
}

void add_tube(Mesh& mesh, std::span<const glm::vec3> points, float radius, Colour colour,
              int sides) {
    if (points.size() < 2) return;
    const auto n = static_cast<std::uint32_t>(sides);
    const auto base = static_cast<std::uint32_t>(mesh.vertices.size());
    glm::vec3 side{0};
    for (std::size_t i = 0; i < points.size(); ++i) {
        const glm::vec3 way =
            points[std::min(i + 1, points.size() - 1)] - points[i > 0 ? i - 1 : 0];
        const float length = glm::length(way);
        const glm::vec3 along = length > 0 ? way / length : glm::vec3(0, 1, 0);
        // Carried along, so that the cord does not twist.
        side -= along * glm::dot(along, side);
        side = glm::dot(side, side) > 1e-6F ? glm::normalize(side) : across(along)[0];
        const glm::vec3 other = glm::cross(along, side);
        for (std::uint32_t k = 0; k <= n; ++k) {
            const float angle =
                glm::two_pi<float>() * static_cast<float>(k) / static_cast<float>(n);
            const glm::vec3 out = side * std::cos(angle) + other * std::sin(angle);
            mesh.add(corner(points[i] + out * radius, out, colour));
        }
    }
    for (std::uint32_t i = 0; i + 1 < points.size(); ++i) {
        for (std::uint32_t k = 0; k < n; ++k) {
            const std::uint32_t at = base + i * (n + 1) + k;
            const std::uint32_t next = at + n + 1;
            mesh.triangle(at, at + 1, next + 1);
            mesh.triangle(at, next + 1, next);
        }
    }
}

void add_prism(Mesh& mesh, std::span<const glm::vec2> outline, float from_z, float to_z,
               Colour colour) {
    const auto n = static_cast<std::uint32_t>(outline.size());
    for (std::uint32_t i = 0; i < n; ++i) {
        const glm::vec2 a = outline[i];
        const glm::vec2 b = outline[(i + 1) % n];
        flat(mesh, {a, from_z}, {b, from_z}, {b, to_z}, {a, to_z}, colour);
    }
    const auto front = static_cast<std::uint32_t>(mesh.vertices.size());
    for (const glm::vec2& point : outline) mesh.add(corner({point, to_z}, {0, 0, 1}, colour));
    for (const glm::vec2& point : outline) mesh.add(corner({point, from_z}, {0, 0, -1}, colour));
    for (std::uint32_t i = 1; i + 1 < n; ++i) {
        mesh.triangle(front, front + i, front + i + 1);
        mesh.triangle(front + n, front + n + i + 1, front + n + i);
    }
}

void add_loft(Mesh& mesh, std::span<const Ring> rings, int sides) {
    if (rings.size() < 2) return;
    const auto n = static_cast<std::uint32_t>(sides);
    const auto base = static_cast<std::uint32_t>(mesh.vertices.size());
    for (const Ring& ring : rings) {
        const float exponent = 1 - ring.squareness * 0.75F;
        for (std::uint32_t k = 0; k <= n; ++k) {
            const float angle =
                glm::two_pi<float>() * static_cast<float>(k) / static_cast<float>(n);
            const float c = power(std::cos(angle), exponent);
            const float s = power(std::sin(angle), exponent);
            mesh.add(corner(ring.centre + glm::vec3(c * ring.half_width, 0, -s * ring.half_depth),
                            {0, 1, 0}, ring.colour));
        }
    }
    const auto at = [&](std::size_t ring, std::uint32_t k) -> Vertex& {
        return mesh.vertices[base + ring * (n + 1) + k];
    };
    for (std::size_t i = 0; i < rings.size(); ++i) {
        for (std::uint32_t k = 0; k <= n; ++k) {
            const glm::vec3 round = at(i, k == n ? 1 : k + 1).at - at(i, k == 0 ? n - 1 : k - 1).at;
            const glm::vec3 rise =
                at(std::min(i + 1, rings.size() - 1), k).at - at(i > 0 ? i - 1 : 0, k).at;
            const glm::vec3 normal = glm::cross(round, rise);
            const float length = glm::length(normal);
            if (length > 1e-9F) at(i, k).normal = normal / length;
        }
    }
    for (std::uint32_t i = 0; i + 1 < rings.size(); ++i) {
        for (std::uint32_t k = 0; k < n; ++k) {
            const std::uint32_t a = base + i * (n + 1) + k;
            const std::uint32_t up = a + n + 1;
            mesh.triangle(a, a + 1, up + 1);
            mesh.triangle(a, up + 1, up);
        }
    }
    const auto cap = [&](std::size_t ring, bool top) {
        const glm::vec3 normal{0, top ? 1 : -1, 0};
        const std::uint32_t middle =
            mesh.add(corner(rings[ring].centre, normal, rings[ring].colour));
        for (std::uint32_t k = 0; k <= n; ++k) {
            mesh.add(corner(at(ring, k).at, normal, rings[ring].colour));
        }
        for (std::uint32_t k = 0; k < n; ++k) {
            const std::uint32_t a = middle + 1 + k;
            top ? mesh.triangle(middle, a, a + 1) : mesh.triangle(middle, a + 1, a);
        }
    };
    cap(0, false);
    cap(rings.size() - 1, true);
}

void add_ball(Mesh& mesh, const glm::vec3& centre, const glm::vec3& radii, Colour colour,
              int sides) {
    std::vector<Ring> rings;
    const int levels = std::max(4, sides / 2);
    for (int i = 0; i <= levels; ++i) {
        const float angle =
            glm::pi<float>() * (static_cast<float>(i) / static_cast<float>(levels) - 0.5F);
        const float wide = std::max(0.02F, std::cos(angle));
        rings.push_back({centre + glm::vec3(0, std::sin(angle) * radii.y, 0), radii.x * wide,
                         radii.z * wide, 0, colour});
    }
    add_loft(mesh, rings, sides);
}

std::vector<glm::vec3> cord(const glm::vec3& from, const glm::vec3& from_direction,
                            const glm::vec3& to, const glm::vec3& to_direction, float slack,
                            float floor, int points) {
    const float span = glm::length(to - from);
    const float reach = std::min(0.25F, 0.06F + span * 0.2F);
    const glm::vec3 a = from + from_direction * reach;
    const glm::vec3 b = to + to_direction * reach;
    // What hangs sags more the longer it is; what would go through the floor lies on it.
    const float sag = slack + span * 0.22F;
    std::vector<glm::vec3> line;
    for (int i = 0; i < points; ++i) {
        const float t = static_cast<float>(i) / static_cast<float>(points - 1);
        const float s = 1 - t;
        const glm::vec3 low_a = a - glm::vec3(0, sag, 0);
        const glm::vec3 low_b = b - glm::vec3(0, sag, 0);
        glm::vec3 point = s * s * s * s * from + 4 * s * s * s * t * a +
                          6 * s * s * t * t * (low_a + low_b) * 0.5F + 4 * s * t * t * t * b +
                          t * t * t * t * to;
        point.y = std::max(point.y, floor);
        line.push_back(point);
    }
    return line;
}

}  // namespace engine::scene
