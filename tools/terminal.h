/// A session that is run from a terminal.
#pragma once

#include <memory>

#include "tools/program.h"

namespace polldrill {

/// Begins a session; nothing when the scenario has mistakes, which are printed.
std::unique_ptr<Session> begin_session(const SessionPlan& plan);

/// Says, to the error stream, why something is not recorded; once each time that it begins.
void tell_problem(Session& session, const sim::Reader& reader);

/// Whether SIGINT or SIGTERM asked the program to stop; `watch_for_stop` makes it listen.
bool stop_asked();
void watch_for_stop();

}  // namespace polldrill
