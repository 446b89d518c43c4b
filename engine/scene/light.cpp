#include "engine/scene/light.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <glm/gtc/constants.hpp>
#include <thread>

namespace engine::scene {

namespace {

constexpr float reach = 1.6F;   ///< m: what is farther away takes no light
constexpr float off = 0.006F;   ///< m before the surface
constexpr float margin = 1.0F;  ///< texels round a rectangle of the map

/// Evenly over the sphere: a spiral of Fibonacci.
glm::vec3 direction(int index, int count) {
    const float y = 1 - (static_cast<float>(index) + 0.5F) * 2 / static_cast<float>(count);
    const float radius = std::sqrt(std::max(0.0F, 1 - y * y));
    const float angle = static_cast<float>(index) * 2.39996323F;
    return {std::cos(angle) * radius, y, std::sin(angle) * radius};
}

glm::vec3 ambient_of(const Occlusion& room, const LightPlan& plan, int count, const glm::vec3& from,
                     const glm::vec3& normal) {
    float seen = 0;
    float all = 0;
    for (int i = 0; i < count; ++i) {
        const glm::vec3 way = direction(i, count);
        const float weight = glm::dot(way, normal);
        if (weight <= 0.05F) continue;
        all += weight;
        const float free = room.distance({from, way}, reach) / reach;
        seen += weight * std::sqrt(free);
    }
    const float share = all > 0 ? seen / all : 1;
    // Floors throw some of their warmth back at what looks down.
    const glm::vec3 warm =
        glm::mix(glm::vec3(1), glm::vec3(0.96F, 0.92F, 0.86F), std::clamp(-normal.y, 0.0F, 1.0F));
    return plan.ambient * warm * (0.30F + 0.70F * share);
}

glm::vec3 windows_of(const Occlusion& room, const LightPlan& plan, int points,
                     const glm::vec3& from, const glm::vec3& normal) {
    float sum = 0;
    for (const Rectangle& window : plan.windows) {
        const glm::vec3 facing = glm::normalize(glm::cross(window.right, window.up));
        const float area = glm::length(window.right) * glm::length(window.up);
        for (int y = 0; y < points; ++y) {
            for (int x = 0; x < points; ++x) {
                const glm::vec3 to =
                    window.origin +
                    window.right * ((static_cast<float>(x) + 0.5F) / static_cast<float>(points)) +
                    window.up * ((static_cast<float>(y) + 0.5F) / static_cast<float>(points));
                const glm::vec3 way = to - from;
                const float distance = glm::length(way);
                if (distance < 0.05F) continue;
                const glm::vec3 towards = way / distance;
                const float here = glm::dot(towards, normal);
                const float there = -glm::dot(towards, facing);
                if (here <= 0 || there <= 0) continue;
                if (room.blocked({from, towards}, distance - 0.05F)) continue;
                sum += here * there * area / (distance * distance + area * 0.3F) /
                       static_cast<float>(points * points);
            }
        }
    }
    return plan.sky * (sum * 0.9F);
}

bool through_window(const LightPlan& plan, const Ray& ray, float& distance) {
    for (const Rectangle& window : plan.windows) {
        const glm::vec3 facing = glm::cross(window.right, window.up);
        const float slope = glm::dot(ray.direction, facing);
        if (slope >= 0) continue;
        const float at = glm::dot(window.origin - ray.from, facing) / slope;
        if (at <= 0) continue;
        const glm::vec3 place = ray.from + ray.direction * at - window.origin;
        const float u = glm::dot(place, window.right) / glm::dot(window.right, window.right);
        const float v = glm::dot(place, window.up) / glm::dot(window.up, window.up);
        if (u < 0 || u > 1 || v < 0 || v > 1) continue;
        distance = at;
        return true;
    }
    return false;
}

glm::vec3 sun_of(const Occlusion& room, const LightPlan& plan, int points, const glm::vec3& from,
                 const glm::vec3& normal) {
    const float slope = glm::dot(plan.to_sun, normal);
    if (slope <= 0) return {};
    int seen = 0;
    for (int i = 0; i < points; ++i) {
        // Within a small cone, so that shadows soften with distance.
        const glm::vec3 spread = direction(i, points) * (points > 1 ? 0.025F : 0.0F);
        const Ray ray{from, glm::normalize(plan.to_sun + spread)};
        float distance = 0;
        if (through_window(plan, ray, distance) && !room.blocked(ray, distance - 0.05F)) ++seen;
    }
    return plan.sun * (slope * static_cast<float>(seen) / static_cast<float>(points));
}

/// As film does: what is too bright loses its difference before its colour.
float softened(float value) {
    constexpr float shoulder = 0.85F;
    if (value <= shoulder) return value;
    return shoulder + 0.4F * (1 - std::exp(-(value - shoulder) / 0.4F));
}

Colour encoded(const glm::vec3& fallen) {
    const float brightest = std::max({fallen.x, fallen.y, fallen.z, 1e-4F});
    const glm::vec3 light = fallen * (softened(brightest) / brightest);
    const auto byte = [](float value) {
        return static_cast<std::uint8_t>(std::clamp(value * 127.5F + 0.5F, 0.0F, 255.0F));
    };
    return {byte(light.x), byte(light.y), byte(light.z), 255};
}

/// Runs over a range on all processors.
void spread(std::size_t count, const std::function<void(std::size_t, std::size_t)>& work) {
    const std::size_t hands = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 8);
    std::atomic<std::size_t> next{0};
    constexpr std::size_t share = 256;
    const auto run = [&] {
        for (std::size_t at = next.fetch_add(share); at < count; at = next.fetch_add(share)) {
            work(at, std::min(at + share, count));
        }
    };
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < hands; ++i) others.emplace_back(run);
    run();
    for (std::thread& other : others) other.join();
}

/// A rectangle of the map.
struct Plot {
    int x = 0, y = 0, columns = 0, rows = 0;
};

/// Shelves, tall ones first; returns the height used.
int lay_out(std::vector<Plot>& plots, int width) {
    std::vector<std::size_t> order(plots.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return plots[a].rows > plots[b].rows; });
    int x = 0;
    int y = 0;
    int shelf = 0;
    for (const std::size_t i : order) {
        Plot& plot = plots[i];
        if (x + plot.columns > width) {
            x = 0;
            y += shelf;
            shelf = 0;
        }
        plot.x = x;
        plot.y = y;
        x += plot.columns;
        shelf = std::max(shelf, plot.rows);
    }
    return y + shelf;
}

struct Work {
    const Occlusion& room;
    const LightPlan& plan;
    const LightQuality& quality;
    std::atomic<int>& progress;
    const std::atomic<bool>& stop;
    std::atomic<std::size_t> done{0};
    std::size_t all = 1;

    void advance(std::size_t by) {
        done += by;
        progress = static_cast<int>(done * 1000 / all);
    }
};

void fill_plot(Work& work, const Lit& lit, const Plot& plot, LightMap& map) {
    const glm::vec3 normal = glm::normalize(glm::cross(lit.at.right, lit.at.up));
    const auto cells = static_cast<std::size_t>(plot.columns) * static_cast<std::size_t>(plot.rows);
    spread(cells, [&](std::size_t from, std::size_t to) {
        if (work.stop) return;
        for (std::size_t i = from; i < to; ++i) {
            const int column = static_cast<int>(i) % plot.columns;
            const int row = static_cast<int>(i) / plot.columns;
            const auto share = [](int at, int count) {
                const float inside = static_cast<float>(count) - 2 * margin;
                return std::clamp((static_cast<float>(at) + 0.5F - margin) / inside, 0.004F,
                                  0.996F);
            };
            const glm::vec3 at = lit.at.origin + lit.at.right * share(column, plot.columns) +
                                 lit.at.up * (1 - share(row, plot.rows));
            map.texels[static_cast<std::size_t>(plot.y + row) *
                           static_cast<std::size_t>(map.width) +
                       static_cast<std::size_t>(plot.x + column)] =
                encoded(light_at(work.room, work.plan, work.quality, at, normal));
        }
        work.advance(to - from);
    });
}

LightGrid make_grid(Work& work, const Box& room) {
    LightGrid grid;
    constexpr float pitch = 0.9F;
    grid.low = room.low + 0.15F;
    const glm::vec3 size = room.size() - 0.3F;
    grid.cells = glm::ivec3(glm::ceil(size / pitch)) + 1;
    grid.cell = size / glm::vec3(grid.cells - 1);
    const auto count = static_cast<std::size_t>(grid.cells.x) *
                       static_cast<std::size_t>(grid.cells.y) *
                       static_cast<std::size_t>(grid.cells.z);
    grid.values.resize(count);
    constexpr glm::vec3 ways[6] = {{1, 0, 0},  {-1, 0, 0}, {0, 1, 0},
                                   {0, -1, 0}, {0, 0, 1},  {0, 0, -1}};
    LightQuality less = work.quality;
    less.directions = std::min(less.directions, 32);
    less.window_points = std::min(less.window_points, 2);
    spread(count, [&](std::size_t from, std::size_t to) {
        if (work.stop) return;
        for (std::size_t i = from; i < to; ++i) {
            const auto n = static_cast<int>(i);
            const glm::ivec3 cell{n % grid.cells.x, n / grid.cells.x % grid.cells.y,
                                  n / grid.cells.x / grid.cells.y};
            const glm::vec3 at = grid.low + glm::vec3(cell) * grid.cell;
            for (std::size_t k = 0; k < 6; ++k) {
                grid.values[i][k] = light_at(work.room, work.plan, less, at, ways[k]);
            }
        }
        work.advance(6 * (to - from));
    });
    return grid;
}

}  // namespace

glm::vec3 light_at(const Occlusion& room, const LightPlan& plan, const LightQuality& quality,
                   const glm::vec3& at, const glm::vec3& normal) {
    const glm::vec3 from = at + normal * off;
    return ambient_of(room, plan, quality.directions, from, normal) +
           windows_of(room, plan, quality.window_points, from, normal) +
           sun_of(room, plan, quality.sun_points, from, normal);
}

glm::vec3 LightGrid::at(const glm::vec3& place, const glm::vec3& normal) const {
    if (values.empty()) return glm::vec3(1);
    const glm::vec3 within = glm::clamp((place - low) / cell, glm::vec3(0), glm::vec3(cells - 1));
    const glm::ivec3 base = glm::min(glm::ivec3(within), glm::max(cells - 2, glm::ivec3(0)));
    const glm::vec3 share = within - glm::vec3(base);
    const glm::vec3 weight = normal * normal;
    glm::vec3 sum(0);
    for (int corner = 0; corner < 8; ++corner) {
        const glm::ivec3 step{corner & 1, corner >> 1 & 1, corner >> 2 & 1};
        const glm::ivec3 cell_at = glm::min(base + step, cells - 1);
        const auto index =
            static_cast<std::size_t>((cell_at.z * cells.y + cell_at.y) * cells.x + cell_at.x);
        float part = 1;
        for (int axis = 0; axis < 3; ++axis) {
            part *= step[axis] != 0 ? share[axis] : 1 - share[axis];
        }
        const auto& six = values[index];
        sum += part * (six[normal.x > 0 ? 0 : 1] * weight.x + six[normal.y > 0 ? 2 : 3] * weight.y +
                       six[normal.z > 0 ? 4 : 5] * weight.z);
    }
    return sum;
}

Baked bake(const Mesh& mesh, const std::vector<Lit>& lit, const LightPlan& plan, const Box& room,
           const LightQuality& quality, std::atomic<int>& progress, const std::atomic<bool>& stop) {
    Occlusion occlusion;
    occlusion.add(mesh);
    occlusion.build();
    Work work{occlusion, plan, quality, progress, stop};
    Baked baked;
    std::vector<Plot> plots;
    std::size_t texels = 0;
    for (const Lit& one : lit) {
        const auto cells = [&](const glm::vec3& edge) {
            return std::clamp(static_cast<int>(std::ceil(glm::length(edge) / quality.texel)), 2,
                              500) +
                   static_cast<int>(2 * margin);
        };
        plots.push_back({0, 0, cells(one.at.right), cells(one.at.up)});
        texels += static_cast<std::size_t>(plots.back().columns) *
                  static_cast<std::size_t>(plots.back().rows);
    }
    baked.map.width = 512;
    for (const Plot& plot : plots) baked.map.width = std::max(baked.map.width, plot.columns);
    baked.map.height = std::max(1, lay_out(plots, baked.map.width));
    baked.map.texels.resize(static_cast<std::size_t>(baked.map.width) *
                            static_cast<std::size_t>(baked.map.height));
    work.all = texels + mesh.vertices.size() + 4000;
    for (std::size_t i = 0; i < lit.size(); ++i) {
        fill_plot(work, lit[i], plots[i], baked.map);
        for (std::uint32_t k = 0; k < lit[i].count; ++k) {
            const glm::vec3 place = mesh.vertices[lit[i].first + k].at - lit[i].at.origin;
            const glm::vec2 share{
                glm::dot(place, lit[i].at.right) / glm::dot(lit[i].at.right, lit[i].at.right),
                1 - glm::dot(place, lit[i].at.up) / glm::dot(lit[i].at.up, lit[i].at.up)};
            const glm::vec2 inside{static_cast<float>(plots[i].columns) - 2 * margin,
                                   static_cast<float>(plots[i].rows) - 2 * margin};
            const glm::vec2 corner{static_cast<float>(plots[i].x) + margin,
                                   static_cast<float>(plots[i].y) + margin};
            baked.places.push_back((corner + share * inside) /
                                   glm::vec2(baked.map.width, baked.map.height));
        }
    }
    baked.vertices.resize(mesh.vertices.size());
    std::vector<bool> mapped(mesh.vertices.size(), false);
    for (const Lit& one : lit) {
        for (std::uint32_t k = 0; k < one.count; ++k) mapped[one.first + k] = true;
    }
    spread(mesh.vertices.size(), [&](std::size_t from, std::size_t to) {
        if (stop) return;
        for (std::size_t i = from; i < to; ++i) {
            const Vertex& vertex = mesh.vertices[i];
            if (!mapped[i]) {
                baked.vertices[i] =
                    encoded(light_at(occlusion, plan, quality, vertex.at, vertex.normal));
            }
        }
        work.advance(to - from);
    });
    baked.grid = make_grid(work, room);
    progress = 1000;
    return baked;
}

void take_light(Mesh& mesh, const std::vector<Lit>& lit, const Baked& baked) {
    for (std::size_t i = 0; i < mesh.vertices.size() && i < baked.vertices.size(); ++i) {
        mesh.vertices[i].light = baked.vertices[i];
    }
    std::size_t at = 0;
    for (const Lit& one : lit) {
        for (std::uint32_t k = 0; k < one.count && at < baked.places.size(); ++k) {
            mesh.vertices[one.first + k].texel = baked.places[at++];
        }
    }
}

void take_light(Mesh& mesh, std::size_t first, const LightGrid& grid) {
    if (grid.empty()) return;
    for (std::size_t i = first; i < mesh.vertices.size(); ++i) {
        mesh.vertices[i].light = encoded(grid.at(mesh.vertices[i].at, mesh.vertices[i].normal));
    }
}

}  // namespace engine::scene
