/// The assessor's seat: a recording opened, played, judged, signed and reported on. The recording
/// is never changed; what the assessor says is kept beside it (judgement.h).
#pragma once

#include <memory>
#include <string>

#include "sim/seats/shared/desk.h"

namespace sim::seats {

struct AssessorState;

struct Assessor {
    Assessor();
    ~Assessor();

    std::unique_ptr<AssessorState> state;
};

/// Opens any recording: closed or cut off, of another program, damaged. What takes long (the drill
/// run again, the expert's run, the verification) goes on in a worker meanwhile. A file that cannot
/// be read at all gives nothing and says why in `problem`, in the reader's language.
/// @param own the trainee looks at their own result: all of it is shown, nothing can be judged.
std::unique_ptr<Assessor> open_recording(const std::string& file, const Reader& reader,
                                         std::string& problem, bool own = false);

void draw_assessor(engine::view::Ui& ui, Desk& desk, Assessor& assessor);

/// Seconds until something changes by itself; at most 3600. For who draws on demand.
double next_wake(const Assessor& assessor);

/// Waits until the worker is done: for pictures and tests.
void settle(Assessor& assessor);

/// Goes to a moment; those outside the drill are moved into it.
void seek(Assessor& assessor, Time time);

/// The moment that is shown.
Time shown_time(const Assessor& assessor);

}  // namespace sim::seats
