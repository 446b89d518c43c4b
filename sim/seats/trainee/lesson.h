/// The first minutes: how hands work here, one thing at a time, learnt where it is used. Each step
/// points at what it speaks of, notices that it was done, by mouse or by keyboard, and goes on.
#pragma once

#include <cstddef>
#include <glm/vec2.hpp>

#include "engine/view/geometry.h"
#include "sim/world/ids.h"

namespace sim::seats {

struct Scene;

struct Lesson {
    bool on = false;
    std::size_t step = 0;

    // Kept by the lesson.
    bool begun = false;     ///< how it was at the start of the step is known
    double done_at = 0;     ///< when the step was done, on the clock of Ui::time; 0: not yet
    bool met = false;       ///< the first half of a step that has two
    glm::vec2 turned{0};    ///< of the camera, as the step began
    PartId hovered = -1;    ///< likewise
    PartId target = -1;     ///< what it points at in the room
    std::size_t hints = 0;  ///< given, likewise
};

/// Steps of the lesson; the last one only says farewell.
std::size_t lesson_length();

/// The lesson has not come to the checklist yet: until then that asks for nothing.
bool before_checklist(const Scene& scene);

/// Draws the card along the top of `area` and takes its height from it.
void draw_lesson(Scene& scene, engine::view::Rect& area);
/// The arrow at what the step speaks of; after all else was drawn.
void point_out(Scene& scene);

}  // namespace sim::seats
