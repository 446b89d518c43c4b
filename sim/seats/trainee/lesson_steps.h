/// What the lesson of the first minutes consists of.
#pragma once

#include <span>

#include "sim/seats/trainee/scene.h"

namespace sim::seats {

struct LessonStep {
    const char* text;  ///< msgid
    const char* item;  ///< that it speaks of; with a part: where the way to it begins
    const char* part;  ///< in the room; empty: none
    const char* keys;  ///< names of keys or of acts that have one, by spaces
    bool (*done)(const Scene&, Lesson&);
    bool room = false;                       ///< needs a machine that draws the room
    bool flat = false;                       ///< and is done from the plan as well
    bool (*undone)(const Scene&) = nullptr;  ///< what the step before did was taken back
};

std::span<const LessonStep> lesson_steps();

}  // namespace sim::seats
