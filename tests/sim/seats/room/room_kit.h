/// Rooms, stations and checks of meshes for the tests of the room in space.
#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "engine/core/paths.h"
#include "engine/scene/mesh.h"
#include "sim/scenario/read_room.h"
#include "sim/scenario/read_scenario.h"

namespace room_kit {

inline const sim::FileSource& assets() {
    static const sim::FileSource source = sim::disk_files(engine::assets_folder());
    return source;
}

inline const std::vector<sim::RoomPlan>& rooms() {
    static const std::vector<sim::RoomPlan> all = [] {
        std::vector<sim::RoomPlan> read;
        engine::Problems problems;
        for (const std::string& id : assets().ids("rooms")) {
            if (auto room = sim::load_room(assets(), id, problems)) {
                read.push_back(*std::move(room));
            }
        }
        return read;
    }();
    return all;
}

struct Station {
    std::string name;
    sim::Layout layout;
};

/// The usual station, the same with each kit, and the large one.
inline const std::vector<Station>& stations() {
    static const std::vector<Station> all = [] {
        std::vector<Station> read;
        const auto add = [&](const std::string& path, const std::string& kit) {
            engine::Problems problems;
            const auto loaded = sim::load_scenario(assets(), path, problems, kit);
            if (loaded) read.push_back({path + ' ' + kit, loaded->prototype->layout});
        };
        add("scenarios/polling_day.yaml", "");
        add("scenarios/large_station.yaml", "");
        for (const std::string& kit : assets().ids("kits")) add("scenarios/polling_day.yaml", kit);
        return read;
    }();
    return all;
}

inline bool sound(const engine::scene::Mesh& mesh) {
    for (const engine::scene::Vertex& vertex : mesh.vertices) {
        for (int i = 0; i < 3; ++i) {
            if (!std::isfinite(vertex.at[i]) || !std::isfinite(vertex.normal[i])) return false;
        }
        if (std::abs(glm::length(vertex.normal) - 1) > 0.01F) return false;
    }
    for (const std::uint32_t index : mesh.indices) {
        if (index >= mesh.vertices.size()) return false;
    }
    return true;
}

/// Share of the area whose triangles look the way their corners' normals say.
inline double looks_outwards(const engine::scene::Mesh& mesh) {
    double right = 0;
    double all = 0;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const auto& a = mesh.vertices[mesh.indices[i]];
        const auto& b = mesh.vertices[mesh.indices[i + 1]];
        const auto& c = mesh.vertices[mesh.indices[i + 2]];
        const glm::vec3 cross = glm::cross(b.at - a.at, c.at - a.at);
        const double area = glm::length(cross);
        all += area;
        if (glm::dot(cross, a.normal + b.normal + c.normal) >= 0) right += area;
    }
    return all > 0 ? right / all : 0;
}

inline engine::scene::Box bounds_of(const engine::scene::Mesh& mesh) {
    engine::scene::Box box;
    for (const auto& vertex : mesh.vertices) box.add(vertex.at);
    return box;
}

}  // namespace room_kit
