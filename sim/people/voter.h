/// What a voter is like: pure functions of the seed and the voter, never stored.
#pragma once

#include <array>
#include <cstdint>

#include "engine/core/random.h"
#include "sim/world/ballot.h"
#include "sim/world/ids.h"

namespace sim {

inline constexpr int fingers_shown = 4;  ///< both index fingers, then both thumbs

/// What decides how well a voter's fingers can be read.
struct FingerTraits {
    int age = 40;
    bool manual_worker = false;
    bool chance = true;  ///< background chance; without it every finger is good
};

/// Quality of a finger (0 … fingers_shown-1), permille. domain.md A2.5: the first fails for 3 % of
/// adults, for 10-15 % of those over 60 and manual workers; 1-2 % have no finger that matches.
int finger_quality(std::uint64_t seed, VoterId voter, int finger, const FingerTraits& traits);

/// Likeness of the face to the photograph, permille.
int face_likeness(std::uint64_t seed, VoterId voter, bool chance);

/// How readable the document is, permille; 1 % under 300.
int document_readability(std::uint64_t seed, VoterId voter, bool chance);

/// How long this voter waits at most before leaving; `mean` is the parameter patience.
Time voter_patience(std::uint64_t seed, VoterId voter, Time mean);

/// A time around `mean` (deviation two fifths of it, at least a fifth of the mean).
Time around(const engine::Stream& stream, std::uint64_t index, Time mean);

/// Shares by which a ballot is marked, permille (parameters of the room).
struct MarkShares {
    std::int64_t over = 8, blank = 6, faint = 6, stray = 6;
    bool chance = true;
};

/// The marks this voter makes on a ballot with that many candidates; `attempt` counts the ballots
/// the voter was given. A later attempt is always valid: whoever was asked to look again does.
std::array<std::int16_t, candidates_most> draw_marks(std::uint64_t seed, VoterId voter, int attempt,
                                                     int candidates, const MarkShares& shares);

/// How the sheet comes out of the voter's hands.
struct Conduct {
    int skew = 0;  ///< permille
    bool folded = false;
    bool tears = false;  ///< damages the ballot before feeding it
    bool carries_away = false;
    bool casts_overvote = false;  ///< asked to review: casts as it is
    bool casts_blank = false;
};
Conduct conduct(std::uint64_t seed, VoterId voter, std::int64_t carry_away_ppm, bool chance);

}  // namespace sim
