#include "sim/seats/room/room_glances.h"

#include <xxhash.h>

#include <algorithm>

#include "engine/view/ui.h"
#include "sim/seats/room/room_frame.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr double seldom = 2;  ///< seconds between two of them
constexpr double rest = 0.5;  ///< seconds for which the eye has stood still

/// While the eye moves every moment is its own.
bool at_rest(const Ui& ui, const RoomView& room) {
    return !moving(room) && room.grip == Point{} && ui.time > room.shown.hurry_until &&
           ui.time > room.shown.moved_at + rest;
}

/// What makes another picture of it at once: light, and where it is looked from.
std::uint64_t setting_of(const Ui& ui, const Space& space, const Rect& rect, DeviceId device) {
    const float figures[] = {space.dim.x, space.dim.y, space.dim.z, rect.w * ui.scale,
                             rect.h * ui.scale};
    const std::uint64_t words[] = {space.fixed_version, space.map_version,
                                   static_cast<std::uint64_t>(device)};
    return XXH3_64bits_withSeed(words, sizeof words, XXH3_64bits(figures, sizeof figures));
}

/// Whether this one is drawn anew in this frame.
bool has_turn(Ui& ui, RoomGlances& glances, RoomGlances::One& one, const RoomView& room,
              std::uint64_t setting) {
    if (room.for_picture) return true;
    const bool urgent = one.setting != setting;
    if (glances.drawn_at == ui.time || ui.time <= glances.seen_at || !at_rest(ui, room)) {
        if (urgent) wake_in(ui, glances.drawn_at == ui.time ? 0 : rest);
        return false;
    }
    if (urgent) return true;
    if (ui.time < glances.drawn_at + seldom) return false;
    return std::none_of(glances.ones.begin(), glances.ones.end(),
                        [&](const auto& other) { return other.second.drawn_at < one.drawn_at; });
}

}  // namespace

bool draw_glance(Ui& ui, const Rect& rect, RoomGlances& glances, int number, const RoomView& room,
                 const World& world, DeviceId device, float radius) {
    if (!room.scene || !room.placed) return false;
    if (glances.of != room.scene.get()) {
        glances.of = room.scene.get();
        glances.ones.clear();
        glances.seen_at = ui.time;
    }
    RoomGlances::One& one = glances.ones[number];
    const Space& space = room.scene->space();
    const std::uint64_t setting = setting_of(ui, space, rect, device);
    const bool fresh = has_turn(ui, glances, one, room, setting);
    engine::scene::Camera camera;
    if (fresh) {
        camera = camera_of(*room.scene, world, device, "front", false, {rect, rect});
        one.setting = setting;
        one.drawn_at = glances.drawn_at = ui.time;
    }
    const auto detail = room.for_picture ? engine::view::Detail::print : engine::view::Detail::low;
    show_glance(ui, rect, space, camera, one.glance, fresh, detail, radius);
    return one.glance.look != 0;
}

}  // namespace sim::seats
