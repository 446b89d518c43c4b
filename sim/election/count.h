/// The commission's own count and its papers: what people counted by hand and wrote down. The hand
/// count is the official result; the machine's figure is preliminary (domain.md C4.47).
#pragma once

#include <array>
#include <cstdint>

#include "engine/core/time.h"
#include "sim/election/package.h"
#include "sim/world/ballot.h"

namespace sim {

/// What is counted sheet by sheet after the polls have closed.
enum class Pile : std::uint8_t {
    received,  ///< sheets delivered, counted in the morning
    unused,
    spoiled,
    receipts,
    signatures,
    emergency,  ///< ballots of the emergency bin
    box,        ///< ballots of the scanner's main compartment
    invalid,    ///< ballots of its compartment for invalid ones
};
inline constexpr std::size_t pile_count = 8;

/// Control sums of the protocol (C4.43, C4.49); each has a field `protocol.difference_N`, N from 1,
/// where the reason is written when it does not hold.
enum class ControlSum : std::uint8_t {
    ballots,     ///< received = issued early, at the station, outside + cancelled
    voters,      ///< issued = voters who signed + spoiled
    boxes,       ///< in the boxes = issued − spoiled
    valid,       ///< valid + invalid = in the boxes
    candidates,  ///< the candidates' votes = valid
    machine,     ///< the machine's figures = the hand count of its sheets
};
inline constexpr std::size_t control_sum_count = 6;

/// Votes by hand over a set of sheets.
struct HandTally {
    std::array<std::int32_t, candidates_most> votes{};
    std::int32_t valid = 0;
    std::int32_t invalid = 0;

    template <class Archive>
    void serialize(Archive& ar) {
        ar(votes, valid, invalid);
    }
    friend bool operator==(const HandTally&, const HandTally&) = default;
};

/// The figures of a protocol as written, 0 where nothing is written.
struct ProtocolFigures {
    std::int64_t voters_in_list = 0;
    std::int64_t added = 0;
    std::int64_t received = 0;
    std::int64_t issued_early = 0;
    std::int64_t issued_station = 0;
    std::int64_t issued_outside = 0;
    std::int64_t voters_total = 0;
    std::int64_t cancelled = 0;
    std::int64_t spoiled = 0;
    std::int64_t mobile = 0;
    std::int64_t stationary = 0;
    std::int64_t scanner = 0;
    std::int64_t emergency = 0;
    std::int64_t valid = 0;
    std::int64_t invalid = 0;
    std::array<std::int64_t, candidates_most> candidates{};
    std::int64_t machine_ballots = 0;
    std::int64_t machine_invalid = 0;
    std::array<std::int64_t, candidates_most> machine{};

    template <class Archive>
    void serialize(Archive& ar) {
        ar(voters_in_list, added, received, issued_early, issued_station, issued_outside,
           voters_total, cancelled, spoiled, mobile, stationary, scanner, emergency, valid, invalid,
           candidates, machine_ballots, machine_invalid, machine);
    }
};

struct Count {
    std::array<std::int32_t, pile_count> piles{};    ///< as counted by hand
    std::array<std::uint8_t, pile_count> counted{};  ///< that pile was counted
    HandTally hand;             ///< of all ballots counted so far: emergency bin, box, invalid
    HandTally machine_hand;     ///< of the scanner's two compartments only
    ProtocolFigures protocol;   ///< as written by chair and secretary
    std::uint64_t written = 0;  ///< bit per protocol field that holds something
    ResultsPackage package;     ///< made when the results tape is printed
    Time package_at = engine::never;
    std::uint8_t explained = 0;  ///< bit per control sum whose difference is explained
    std::uint8_t declared = 0;   ///< bit per control sum that was said to hold, rightly or not
    std::int32_t acts = 0;       ///< acts of incident drawn up
    std::int32_t log_entries = 0;
    std::int32_t copies = 0;    ///< copies of the protocol given to observers
    std::int32_t compared = 0;  ///< hourly comparisons made
    Time compared_at = engine::never;
    std::int32_t compare_difference = 0;  ///< found by the last one
    std::int32_t reported_at = -1;        ///< hour of the last turnout report
    bool convened = false;
    bool lots_drawn = false;
    std::int32_t waiting_answer = -1;  ///< part of the channel that was called and has not answered
    std::int32_t answers = 0;
    bool courier_out = false;  ///< the medium is on its way to the centre

    template <class Archive>
    void serialize(Archive& ar) {
        ar(piles, counted, hand, machine_hand, protocol, written, package, package_at, explained,
           declared, acts, log_entries, copies, compared, compared_at, compare_difference,
           reported_at, convened, lots_drawn, waiting_answer, answers, courier_out);
    }
};

}  // namespace sim
