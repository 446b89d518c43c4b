#pragma once

#include <cstdint>

namespace engine {

/// What a run of the station chain did; two runs are the same if all three agree.
struct ChainResult {
    std::uint64_t checksum = 0;  ///< order-sensitive, over every event's time, station and voter
    std::uint64_t events = 0;    ///< four a voter
    std::int64_t sojourn = 0;    ///< total microseconds from arrival to the ballot's scan

    friend bool operator==(const ChainResult&, const ChainResult&) = default;
};

/// The side-by-side model of event kernels: in each station voters arrive (mean gap 36 s) and pass
/// two ID terminals (60 s), eight booths (240 s) and one scanner (25 s), first come first served,
/// times exponential in whole microseconds, all stations in one queue. This one runs on EventQueue
/// and Stream. The caller takes the time.
ChainResult run_chain_engine(std::uint32_t stations, std::uint32_t voters, std::uint64_t seed);

/// The same model and draws in a hand-written loop over one binary heap: the measure for the
/// engine.
ChainResult run_chain_by_hand(std::uint32_t stations, std::uint32_t voters, std::uint64_t seed);

}  // namespace engine
