/// Small pictures of what a hand takes up, made once from the shapes that lie in the room.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>

#include "engine/view/glance.h"
#include "engine/view/theme.h"
#include "sim/station/world.h"

namespace sim::seats {

/// What lasts between frames.
struct ThingPictures {
    struct One {
        engine::view::Space space;
        engine::scene::Camera camera;
        engine::view::Glance glance;
        std::uint64_t look = 0;
    };
    std::map<std::string, std::unique_ptr<One>> ones;
};

/// Shows some things that are alike, the first of them in front, on a ground of that colour.
/// @param name of the picture, the same from frame to frame.
void draw_things(engine::view::Ui& ui, const engine::view::Rect& rect, ThingPictures& pictures,
                 const std::string& name, const World& world, std::span<const PartId> things,
                 engine::view::Token ground, bool for_picture);

}  // namespace sim::seats
