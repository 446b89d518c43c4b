/// The small numbers by which the polling station names its things. Plain integers: they are saved,
/// hashed and compared with the world, and an index is only ever valid within one world's setup.
#pragma once

#include <cstdint>

#include "engine/core/time.h"

namespace sim {

using engine::Time;

/// Index into Layout::parts: every noun a sentence can name.
using PartId = std::int16_t;
inline constexpr PartId no_part = -1;

/// Index into Layout::devices.
using DeviceId = std::int8_t;
inline constexpr DeviceId no_device = -1;

/// Index into the posts of the commission (see post.h).
using PostId = std::int8_t;
inline constexpr PostId no_post = -1;

/// Index of a voter in order of arrival; not the entry's number in the register.
using VoterId = std::int16_t;
inline constexpr VoterId no_voter = -1;

/// Index of a sheet of ballot paper. The register never knows it (secrecy).
using BallotId = std::int16_t;
inline constexpr BallotId no_ballot = -1;

}  // namespace sim
