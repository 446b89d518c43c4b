/// The lines of the protocol (domain.md C4.49 plus one a candidate, the machine's figures beside).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "sim/election/count.h"

namespace sim {

/// Number of the line written into `protocol.NAME`: "received", "candidate_3", "machine_ballots",
/// "machine_3". Below 64, so that a bit a line says which are filled.
std::optional<int> protocol_line(std::string_view name);

std::int64_t& protocol_value(ProtocolFigures& figures, int line);

/// Whether every line that an election with so many candidates needs is filled.
bool protocol_complete(std::uint64_t written, int candidates);

/// Writes a figure into a line.
void protocol_write(Count& count, int line, std::int64_t value);

/// Whether a line holds exactly that figure already.
bool protocol_holds(const Count& count, int line, std::int64_t value);

/// Left side minus right side of a control sum by what is written.
std::int64_t protocol_difference(const Count& count, ControlSum sum, int candidates);

/// Control sums that were said to hold and do not.
int protocol_wrongly_declared(const Count& count, int candidates);

/// Whether somebody said of each control sum that it holds, or wrote why it does not.
bool protocol_checked(const Count& count);

/// Whether each control sum holds or its difference is explained.
bool protocol_accounted(const Count& count, int candidates);

}  // namespace sim
