/// What a frame of the window costs; drawn without any display, by whatever OpenGL is there.
#pragma once

#include <string>

#include "tools/program.h"

namespace polldrill {

/// The busiest screens of each seat while the mouse moves, while the clock runs, and as a whole.
/// @param recording of a day, for the assessor's seat.
Exit bench_frames(const std::string& recording);

/// Dragging through a recording in the assessor's seat: from the mouse to the picture.
Exit bench_dragging(const std::string& recording);

}  // namespace polldrill
