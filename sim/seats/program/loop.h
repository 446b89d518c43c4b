/// The window: events in, frames out, nothing drawn while nothing changes.
#pragma once

#include <string>

#include "sim/seats/program/shell.h"

namespace sim::seats {

struct WindowOptions {
    Opening opening;
    int width = 1280;
    int height = 800;
    std::string targets;  ///< file that is kept up to date with what can be acted on; empty: none
};

/// Runs until the person closes the window or `stop` says so. Throws std::runtime_error when there
/// is no display or no OpenGL.
void run_window(const WindowOptions& options, bool (*stop)());

}  // namespace sim::seats
