/// The light of a room: worked out once, kept on the disk, made finer beside the work.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <thread>

#include "engine/scene/light.h"
#include "sim/station/world.h"
#include "sim/world/room_plan.h"

namespace sim::seats {

/// $XDG_CACHE_HOME/polldrill/light or ~/.cache/polldrill/light.
std::filesystem::path light_folder();

bool is_night(const World& world);
bool has_current(const World& world);
/// How much of the room's light is left. Without current there are the windows by day and screens
/// by night; at a device the eye has got used to that, and by night a torch helps.
glm::vec3 dimmed(const World& world, bool night, bool at_device);

class RoomLight {
  public:
    RoomLight() = default;
    ~RoomLight();
    RoomLight(const RoomLight&) = delete;
    RoomLight& operator=(const RoomLight&) = delete;

    /// Begins for a room: at once from the disk, or coarse, with the fine one made beside.
    /// @param night by the lamps alone.
    void begin(const RoomPlan& plan, engine::scene::Mesh mesh, std::vector<engine::scene::Lit> lit,
               bool night);
    /// Whether another light than the last one taken is ready.
    bool ready();
    /// Permille of the fine light; 1000 when there is nothing more to come.
    int progress() const { return working_ ? progress_.load() : 1000; }
    const engine::scene::Baked& take();
    /// Waits for the fine light: for pictures.
    void finish();

  private:
    void join();

    engine::scene::Baked now_;
    engine::scene::Baked next_;
    std::thread worker_;
    std::atomic<int> progress_{0};
    std::atomic<bool> stop_{false};
    std::atomic<bool> done_{false};  ///< by the worker
    bool working_ = false;
    bool ready_ = false;
};

}  // namespace sim::seats
