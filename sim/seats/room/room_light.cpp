#include "sim/seats/room/room_light.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <cstdlib>
#include <fstream>
#include <utility>

#include "engine/view/space.h"
#include "sim/seats/room/room_place.h"

namespace sim::seats {

namespace fs = std::filesystem;
using namespace engine::scene;

namespace {

constexpr std::uint32_t format = 2;  ///< of the file; grows when the light is worked out otherwise

LightPlan light_plan(const RoomPlan& plan, bool night) {
    LightPlan light;
    if (night) {
        light.ambient = {0.98F, 0.93F, 0.82F};
        return light;
    }
    const float wide = metres(plan.size[0]);
    const float deep = metres(plan.size[2]);
    for (const OnWall& window : plan.windows) {
        const float w = metres(window.size[0]);
        const float h = metres(window.size[1]);
        const float from = metres(window.from);
        const float up = metres(window.up);
        Rectangle at;
        at.up = {0, h, 0};
        switch (window.wall) {
            case Wall::back:
                at.origin = {from, up, 0};
                at.right = {w, 0, 0};
                break;
            case Wall::left:
                at.origin = {0, up, from + w};
                at.right = {0, 0, -w};
                break;
            case Wall::front:
                at.origin = {from + w, up, deep};
                at.right = {-w, 0, 0};
                break;
            case Wall::right:
                at.origin = {wide, up, from};
                at.right = {0, 0, w};
                break;
        }
        light.windows.push_back(at);
    }
    light.to_sun = towards_sun(plan);
    return light;
}

/// Whole file or nothing; a file that does not fit is made anew.
template <class T>
bool read_all(std::ifstream& in, std::vector<T>& values, std::size_t most) {
    std::uint64_t count = 0;
    in.read(reinterpret_cast<char*>(&count), sizeof count);
    if (!in || count > most) return false;
    values.resize(count);
    in.read(reinterpret_cast<char*>(values.data()),
            static_cast<std::streamsize>(count * sizeof(T)));
    return static_cast<bool>(in);
}

template <class T>
void write_all(std::ofstream& out, const std::vector<T>& values) {
    const std::uint64_t count = values.size();
    out.write(reinterpret_cast<const char*>(&count), sizeof count);
    out.write(reinterpret_cast<const char*>(values.data()),
              static_cast<std::streamsize>(count * sizeof(T)));
}

constexpr std::size_t most_values = 1U << 24U;

bool read_light(const fs::path& file, std::size_t vertices, Baked& baked) {
    std::ifstream in(file, std::ios::binary);
    std::uint32_t head[3] = {};
    in.read(reinterpret_cast<char*>(head), sizeof head);
    if (!in || head[0] != format) return false;
    baked.map.width = static_cast<int>(head[1]);
    baked.map.height = static_cast<int>(head[2]);
    LightGrid& grid = baked.grid;
    in.read(reinterpret_cast<char*>(&grid.low), sizeof grid.low);
    in.read(reinterpret_cast<char*>(&grid.cell), sizeof grid.cell);
    in.read(reinterpret_cast<char*>(&grid.cells), sizeof grid.cells);
    if (!read_all(in, baked.map.texels, most_values) || !read_all(in, baked.places, most_values) ||
        !read_all(in, baked.vertices, most_values) || !read_all(in, grid.values, most_values)) {
        return false;
    }
    const std::size_t texels = static_cast<std::size_t>(head[1]) * head[2];
    const auto cells = static_cast<std::size_t>(grid.cells.x) *
                       static_cast<std::size_t>(grid.cells.y) *
                       static_cast<std::size_t>(grid.cells.z);
    return baked.map.texels.size() == texels && baked.vertices.size() == vertices &&
           grid.values.size() == cells;
}

/// A full disk only means that it is worked out again.
void write_light(const fs::path& file, const Baked& baked) {
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    const fs::path next = file.string() + ".new";
    {
        std::ofstream out(next, std::ios::binary);
        const std::uint32_t head[3] = {format, static_cast<std::uint32_t>(baked.map.width),
                                       static_cast<std::uint32_t>(baked.map.height)};
        out.write(reinterpret_cast<const char*>(head), sizeof head);
        const LightGrid& grid = baked.grid;
        out.write(reinterpret_cast<const char*>(&grid.low), sizeof grid.low);
        out.write(reinterpret_cast<const char*>(&grid.cell), sizeof grid.cell);
        out.write(reinterpret_cast<const char*>(&grid.cells), sizeof grid.cells);
        write_all(out, baked.map.texels);
        write_all(out, baked.places);
        write_all(out, baked.vertices);
        write_all(out, grid.values);
        if (!out.flush()) {
            out.close();
            fs::remove(next, error);
            return;
        }
    }
    fs::rename(next, file, error);
}

Box box_of_room(const RoomPlan& plan) {
    return {{0, 0, 0}, metres(plan.size)};
}

}  // namespace

bool is_night(const World& world) {
    const engine::Time of_day = world.now % engine::day;
    return of_day >= 19 * engine::hour + 30 * engine::minute || of_day < 6 * engine::hour;
}

bool has_current(const World& world) {
    return world.power.mains || world.power.generator == GeneratorState::running;
}

glm::vec3 dimmed(const World& world, bool night, bool at_device) {
    if (has_current(world)) return glm::vec3(1);
    if (night) return at_device ? glm::vec3{0.66F, 0.65F, 0.6F} : glm::vec3{0.20F, 0.22F, 0.27F};
    return at_device ? glm::vec3{0.98F, 1.0F, 1.04F} : glm::vec3{0.76F, 0.79F, 0.84F};
}

fs::path light_folder() {
    if (const char* cache = std::getenv("XDG_CACHE_HOME"); cache != nullptr && *cache != 0) {
        return fs::path(cache) / "polldrill" / "light";
    }
    const char* home = std::getenv("HOME");
    return fs::path(home != nullptr ? home : ".") / ".cache" / "polldrill" / "light";
}

RoomLight::~RoomLight() {
    stop_ = true;
    join();
}

void RoomLight::join() {
    if (worker_.joinable()) worker_.join();
    working_ = false;
}

void RoomLight::begin(const RoomPlan& plan, Mesh mesh, std::vector<Lit> lit, bool night) {
    stop_ = true;
    join();
    stop_ = false;
    done_ = false;
    const LightPlan light = light_plan(plan, night);
    std::uint64_t hash = engine::view::version_of(mesh);
    hash = XXH3_64bits_withSeed(&light.to_sun, sizeof light.to_sun, hash + (night ? 1 : 0));
    const fs::path file = light_folder() / fmt::format("{:016x}", hash);
    if (read_light(file, mesh.vertices.size(), now_)) {
        ready_ = true;
        return;
    }
    now_ = bake(mesh, lit, light, box_of_room(plan), coarse_light, progress_, stop_);
    ready_ = true;
    working_ = true;
    worker_ = std::thread([this, mesh = std::move(mesh), lit = std::move(lit), light, file,
                           room = box_of_room(plan)] {
        progress_ = 0;
        next_ = bake(mesh, lit, light, room, fine_light, progress_, stop_);
        if (stop_) return;
        write_light(file, next_);
        done_ = true;
    });
}

bool RoomLight::ready() {
    if (working_ && done_) finish();
    return ready_;
}

const Baked& RoomLight::take() {
    ready_ = false;
    return now_;
}

void RoomLight::finish() {
    if (!working_) return;
    join();
    if (!done_) return;
    now_ = std::move(next_);
    ready_ = true;
}

}  // namespace sim::seats
