/// What the lesson of the first minutes consists of.
#pragma once

#include <span>

#include "sim/seats/trainee/scene.h"

namespace sim::seats {

struct LessonStep {
    const char* text;  ///< msgid
    /// That it speaks of, the first of several by "|" that is there; with a part: where the way to
    /// it begins.
    const char* item;
    const char* part;  ///< in the room; empty: none
    /// Acts of the table of keys, one after the other by spaces, one or the other by "|"; "Shift+"
    /// may stand before one.
    const char* keys;
    bool (*done)(const Scene&, Lesson&);
    bool room = false;                       ///< needs a machine that draws the room
    bool (*undone)(const Scene&) = nullptr;  ///< what the step before did was taken back
    bool (*fits)(const Scene&) = nullptr;    ///< else it is left out: what it builds on is missing
    double look = 0;                         ///< s that what it came to deserves to be looked at
    const char* says = nullptr;  ///< msgid: at the part, where it is not a click that is asked for
};

std::span<const LessonStep> lesson_steps();

}  // namespace sim::seats
