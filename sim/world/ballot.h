/// A sheet of ballot paper as matter: what is on it and how it lies in the hand. No serial number
/// that the register knows, no voter.
#pragma once

#include <array>
#include <cstdint>

#include "sim/world/ids.h"

namespace sim {

inline constexpr std::size_t candidates_most = 12;

/// Where a sheet is, and thereby how it is accounted for.
enum class SheetPlace : std::uint8_t {
    unused,         ///< blank or printed, never handed out
    issued,         ///< with a voter or lying at the scanner
    in_path,        ///< held by a scanner
    box,            ///< fell into the main compartment after scanning
    invalid_bin,    ///< fell into the compartment for invalid ballots after scanning
    emergency_bin,  ///< put by hand into the emergency bin
    spoiled,        ///< handed back or torn, replaced
    carried_away,
};

struct Sheet {
    /// Darkness of each candidate's square, permille of the target area (domain.md A1.4: 70
    /// counts).
    std::array<std::int16_t, candidates_most> marks{};
    std::uint16_t station = 0;     ///< number printed on it
    std::uint8_t test = 0;         ///< test ballot
    std::uint8_t blank_paper = 0;  ///< nothing printed: a sheet that stuck to a ballot
    std::int16_t contrast = 1000;  ///< print contrast, permille
    std::int16_t skew = 0;         ///< how crooked it is fed, permille
    std::uint8_t torn = 0;
    std::uint8_t folded = 0;
    SheetPlace place = SheetPlace::unused;
    std::uint8_t times_counted = 0;  ///< by a scanner; more than one is a double count
    BallotId stuck = no_ballot;      ///< a second sheet sticking to this one

    template <class Archive>
    void serialize(Archive& ar) {
        ar(marks, station, test, blank_paper, contrast, skew, torn, folded, place, times_counted,
           stuck);
    }
    friend bool operator==(const Sheet&, const Sheet&) = default;
};

/// What a person sees on a sheet: the one candidate it is for, or invalid (blank, more than one).
/// A person sees faint marks and ignores a tick's stray tail (domain.md D2: the hand count may
/// rescue sloppy ticks).
int read_by_hand(const Sheet& sheet, int candidates);

}  // namespace sim
