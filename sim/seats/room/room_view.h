/// The station in its room, worked by hand: the same parts, acts, menus and words as in the plan.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string_view>

#include "engine/scene/camera.h"
#include "sim/seats/room/room_scene.h"
#include "sim/seats/station/plan_hands.h"

namespace sim::seats {

/// What lasts between frames. The seat keeps one a picture.
struct RoomView {
    std::optional<RoomPlan> plan;  ///< read when it is first shown
    std::unique_ptr<RoomScene> scene;
    const Setup* of = nullptr;
    engine::view::Detail detail = engine::view::Detail::middle;  ///< as the machine allows
    std::optional<engine::view::Detail> wanted;                  ///< instead of that
    bool lit = true;                                             ///< light is worked out
    bool for_picture = false;  ///< fine light and edges from the first frame on

    // Kept by the view; seats leave it alone.
    engine::view::ViewState shown;
    engine::scene::Camera camera, from, to;
    double moved_at = -1e9;
    bool placed = false;
    DeviceId device = no_device;
    std::string face;
    bool near = false;            ///< stepped in to the device
    PartId opening = no_part;     ///< the door behind which one looked last
    PartId pointed_at = no_part;  ///< the target of the frame before
    glm::vec2 turned{0};          ///< by hand, radians to the right and up
    float zoom = 1;
    engine::view::Point grip{};   ///< where the mouse took hold to look around
    engine::view::Rect middle{};  ///< where the work was in the frame before
    float bar = 92;               ///< how much of it names and sides took

    /// A part that can be seen and pointed at.
    struct Seen {
        PartId part = no_part;
        engine::view::Rect rect;  ///< of all of it
        engine::view::Point at;   ///< a place where it is met
        std::vector<engine::view::Point> outline;
    };
    std::vector<Seen> seen;
    std::vector<engine::view::Rect> over;    ///< what the seat laid over it; set by the seat
    std::vector<engine::view::Rect> covers;  ///< what lay over the room in the frame before
    std::uint64_t seen_key = 0;
    /// A point of a device that is seen, and where its label lies.
    struct Shown {
        glm::vec3 at{};
        engine::view::Point by;  ///< from there to the label's upper left
        bool placed = false;     ///< else it stands in the row below
    };
    std::map<DeviceId, Shown> shows;
    std::uint64_t shows_key = 0;  ///< when that was worked out
};

/// Draws the room into `all` (behind panels that lie over it) and works within `middle`.
PlanResult draw_room_view(engine::view::Ui& ui, const engine::view::Rect& all,
                          const engine::view::Rect& middle, const World& world,
                          const Reader& reader, PlanState& state, RoomView& view, PostId actor,
                          std::string_view prefix, bool interactive);

/// Where a face is in the picture; nothing when it is behind who looks.
std::optional<engine::view::Rect> face_in(const RoomView& view, const engine::view::Rect& all,
                                          const glm::vec3& head);
/// The faces of all who are in the room.
std::vector<engine::view::Rect> faces_in(const RoomView& view, const engine::view::Rect& all);

/// A window and what of it is free.
struct Sight {
    engine::view::Rect all;
    engine::view::Rect middle;
    float zoom = 1;       ///< above 1 shows more
    bool opened = false;  ///< with doors and covers as far as they stand open
};

/// A camera on a side of a device so that it fills what is free, shifted to its middle; the room's
/// own place when the device has none, or when one is not near it.
engine::scene::Camera camera_of(const RoomScene& scene, const World& world, DeviceId device,
                                std::string_view face, bool near, const Sight& sight);

/// Which parts are met by a ray from the camera, and where.
std::vector<RoomView::Seen> seen_parts(const RoomScene& scene, const World& world,
                                       const engine::scene::Camera& camera,
                                       const engine::view::Rect& all,
                                       const engine::view::Rect& middle,
                                       std::span<const engine::view::Rect> covers = {});

}  // namespace sim::seats
