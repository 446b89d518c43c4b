/// The instructor's seat: one station on this machine, watched with all that the trainee cannot
/// see; malfunctions, time, notes and the way back.
#pragma once

#include <memory>

#include "sim/seats/shared/desk.h"
#include "sim/seats/shared/live.h"

namespace sim::seats {

/// All that the seat remembers between frames.
struct InstructorState;

struct Instructor {
    Instructor();
    ~Instructor();
    Instructor(const Instructor&) = delete;
    Instructor& operator=(const Instructor&) = delete;

    std::unique_ptr<InstructorState> state;
};

/// Keeps up with the drill: what was seen of each malfunction, the queue, a skip under way. To be
/// called in every frame in which time runs, whichever seat is shown; drawing does it, too.
void tend(Instructor& instructor, Live& live);

/// Draws one frame and does what the instructor wants.
void draw_instructor(engine::view::Ui& ui, Desk& desk, Live& live, Instructor& instructor);

}  // namespace sim::seats
