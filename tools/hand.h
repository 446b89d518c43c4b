#pragma once

#include "sim/assessment/describe.h"
#include "sim/session/session.h"
#include "tools/program.h"

namespace polldrill {

/// Holds the drill as a conversation until it ends or the person leaves. With rate 0 simulated time
/// passes only by `wait` and by what actions take; otherwise it passes by itself while one types.
Exit converse(Session& session, const sim::Reader& reader, double rate);

}  // namespace polldrill
