// Skins over cross-sections.

#include <algorithm>
#include <cmath>
#include <glm/gtc/constants.hpp>

#include "sim/seats/room/person_builder.h"

namespace sim::seats {

using engine::scene::Vertex;

namespace {

float power(float value, float exponent) {
    return std::copysign(std::pow(std::abs(value), exponent), value);
}

float exponent_of(const Section& section) {
    return 1 - section.squareness * 0.75F;
}

void close_end(Mesh& mesh, std::uint32_t first, std::uint32_t n, const glm::vec3& normal,
               bool last) {
    const auto end = static_cast<std::uint32_t>(mesh.vertices.size());
    for (std::uint32_t k = 0; k < n; ++k) {
        Vertex vertex = mesh.vertices[first + k];
        vertex.normal = normal;
        mesh.add(vertex);
    }
    for (std::uint32_t k = 1; k + 1 < n; ++k) {
        last ? mesh.triangle(end, end + k, end + k + 1) : mesh.triangle(end, end + k + 1, end + k);
    }
}

}  // namespace

Section level(float up, float half_width, float half_depth, float ahead, Colour colour,
              float squareness) {
    return {{0, up, ahead}, {half_width, 0, 0}, {0, 0, half_depth}, colour, squareness};
}

void add_skin(Mesh& mesh, std::span<const Section> sections, int sides, Ends ends,
              const Swell& swell) {
    if (sections.size() < 2) return;
    const auto n = static_cast<std::uint32_t>(sides);
    const auto base = static_cast<std::uint32_t>(mesh.vertices.size());
    for (std::size_t i = 0; i < sections.size(); ++i) {
        const Section& section = sections[i];
        const float exponent = exponent_of(section);
        for (std::uint32_t k = 0; k < n; ++k) {
            const float angle =
                glm::two_pi<float>() * static_cast<float>(k) / static_cast<float>(n);
            const float ahead = -std::sin(angle);
            const float far = swell ? swell(i, ahead, angle) : 1.0F;
            Vertex vertex;
            vertex.at = section.centre + (section.right * power(std::cos(angle), exponent) +
                                          section.front * power(ahead, exponent)) *
                                             far;
            vertex.colour = section.colour;
            mesh.add(vertex);
        }
    }
    const auto at = [&](std::size_t i, std::uint32_t k) -> Vertex& {
        return mesh.vertices[base + i * n + k % n];
    };
    const std::size_t last = sections.size() - 1;
    for (std::size_t i = 0; i <= last; ++i) {
        for (std::uint32_t k = 0; k < n; ++k) {
            const glm::vec3 round = at(i, k + 1).at - at(i, k + n - 1).at;
            const glm::vec3 rise = at(std::min(i + 1, last), k).at - at(i > 0 ? i - 1 : 0, k).at;
            const glm::vec3 normal = glm::cross(round, rise);
            const float length = glm::length(normal);
            at(i, k).normal = length > 1e-9F ? normal / length : glm::vec3(0, 1, 0);
        }
    }
    for (std::uint32_t i = 0; i < last; ++i) {
        for (std::uint32_t k = 0; k < n; ++k) {
            const std::uint32_t a = base + i * n + k;
            const std::uint32_t b = base + i * n + (k + 1) % n;
            // Cut the other way on the other side, so that a body is the same left and right.
            if (std::cos(glm::two_pi<float>() * (static_cast<float>(k) + 0.5F) /
                         static_cast<float>(n)) > 0) {
                mesh.triangle(a, b, b + n);
                mesh.triangle(a, b + n, a + n);
            } else {
                mesh.triangle(a, b, a + n);
                mesh.triangle(b, b + n, a + n);
            }
        }
    }
    const auto along = [](const Section& section) {
        return glm::normalize(glm::cross(section.front, section.right));
    };
    if (ends == Ends::both) close_end(mesh, base, n, -along(sections[0]), false);
    if (ends == Ends::none) return;
    close_end(mesh, base + static_cast<std::uint32_t>(last) * n, n, along(sections[last]), true);
}

void add_limb(Mesh& mesh, std::span<const Joint> joints, int sides, Ends ends) {
    std::vector<Section> sections;
    for (std::size_t i = 0; i < joints.size(); ++i) {
        const glm::vec3 along = glm::normalize(joints[std::min(i + 1, joints.size() - 1)].at -
                                               joints[i > 0 ? i - 1 : 0].at);
        const glm::vec3 right = glm::normalize(glm::vec3(1, 0, 0) - along * along.x);
        sections.push_back({joints[i].at, right * joints[i].across,
                            glm::cross(right, along) * joints[i].deep, joints[i].colour, 0});
    }
    add_skin(mesh, sections, sides, ends);
}

float front_of(std::span<const Section> body, float x, float up) {
    std::size_t i = 0;
    while (i + 2 < body.size() && body[i + 1].centre.y < up) ++i;
    const Section& a = body[i];
    const Section& b = body[i + 1];
    const float t = std::clamp((up - a.centre.y) / (b.centre.y - a.centre.y), 0.0F, 1.0F);
    const auto depth = [x](const Section& section) {
        const float exponent = exponent_of(section);
        const float wide = std::min(1.0F, std::abs(x) / section.right.x);
        const float rest = 1 - std::pow(wide, 2 / exponent);
        return section.centre.z + section.front.z * std::pow(std::max(0.0F, rest), exponent / 2);
    };
    return depth(a) * (1 - t) + depth(b) * t;
}

namespace {

/// With a band wherever the body has a section, so that the patch bends as the body does.
std::vector<SkinBand> bent(std::span<const Section> body, std::span<const SkinBand> bands) {
    std::vector<SkinBand> result;
    for (std::size_t i = 0; i < bands.size(); ++i) {
        if (i > 0) {
            const SkinBand& a = bands[i - 1];
            const SkinBand& b = bands[i];
            for (const Section& section : body) {
                const float up = section.centre.y;
                if (up <= a.up + 1e-4F || up >= b.up - 1e-4F) continue;
                const float t = (up - a.up) / (b.up - a.up);
                result.push_back({up, glm::mix(a.left, b.left, t), glm::mix(a.right, b.right, t)});
            }
        }
        result.push_back(bands[i]);
    }
    return result;
}

}  // namespace

void add_patch(Mesh& mesh, std::span<const Section> body, std::span<const SkinBand> laid,
               int columns, float out, Colour colour) {
    const std::vector<SkinBand> bands = bent(body, laid);
    const auto first = static_cast<std::uint32_t>(mesh.vertices.size());
    const auto place = [&](float x, float up) {
        return glm::vec3(x, up, front_of(body, x, up) + out);
    };
    for (const SkinBand& band : bands) {
        for (int k = 0; k <= columns; ++k) {
            const float t = static_cast<float>(k) / static_cast<float>(columns);
            const float x = band.left + (band.right - band.left) * t;
            constexpr float step = 0.004F;
            Vertex vertex;
            vertex.at = place(x, band.up);
            vertex.normal =
                glm::normalize(glm::cross(place(x + step, band.up) - place(x - step, band.up),
                                          place(x, band.up + step) - place(x, band.up - step)));
            vertex.colour = colour;
            mesh.add(vertex);
        }
    }
    const auto wide = static_cast<std::uint32_t>(columns + 1);
    for (std::uint32_t i = 0; i + 1 < bands.size(); ++i) {
        for (std::uint32_t k = 0; k + 1 < wide; ++k) {
            const std::uint32_t a = first + i * wide + k;
            mesh.triangle(a, a + 1, a + wide + 1);
            mesh.triangle(a, a + wide + 1, a + wide);
        }
    }
}

}  // namespace sim::seats
