#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "engine/core/time.h"
#include "engine/core/wide.h"

namespace engine {

/// Philox2x64-10 of Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3"
/// (SC11): 128 random bits as a pure function of a counter and a key.
constexpr std::array<std::uint64_t, 2> philox2x64(std::array<std::uint64_t, 2> counter,
                                                  std::uint64_t key) {
    for (int round = 0; round < 10; ++round) {
        const Wide product = Wide{0xD2B74407B1CE6E93U} * counter[0];
        counter = {static_cast<std::uint64_t>(product >> 64) ^ key ^ counter[1],
                   static_cast<std::uint64_t>(product)};
        key += 0x9E3779B97F4A7C15U;
    }
    return counter;
}

/// A stream of the world's chance: whose it is and what it decides. Nothing moves in it: each draw
/// names its index, so a draw depends on nothing but (seed, subject, purpose, index), and what
/// happens elsewhere never shifts it. The index is below 2^48. Every function below may draw as
/// much as it needs from one index, so do not draw twice with one index for two decisions.
struct Stream {
    std::uint64_t seed = 0;
    std::uint32_t subject = 0;  ///< a voter, a device, a station
    std::uint32_t purpose = 0;  ///< what for: an enum value of the caller
};

/// The `number`th 128-bit block at an index.
constexpr std::array<std::uint64_t, 2> block(const Stream& stream, std::uint64_t index,
                                             std::uint64_t number = 0) {
    return philox2x64(
        {index | (number << 48U), (std::uint64_t{stream.subject} << 32U) | stream.purpose},
        stream.seed);
}

/// 64 random bits.
constexpr std::uint64_t bits(const Stream& stream, std::uint64_t index) {
    return block(stream, index)[0];
}

/// A whole number from low to high, both included, each exactly as likely. If high < low: low.
std::int64_t uniform(const Stream& stream, std::uint64_t index, std::int64_t low,
                     std::int64_t high);

/// True in exactly `parts` of `of` cases; never when parts <= 0, always when parts >= of.
bool chance(const Stream& stream, std::uint64_t index, std::int64_t parts, std::int64_t of);

/// -ln(bits / 2^64) for bits taken as at least 1: from 0 to 44.4. Only + - x and one ÷ in a fixed
/// order, so equal on every IEEE 754 machine without contraction; within 4e-16 + 4e-16 of the
/// value's size of the true logarithm (random_test.cpp).
double negative_log(std::uint64_t bits);

/// An exponentially distributed time with the given mean (0 when mean <= 0; mean below 2^53),
/// rounded down to the microsecond.
inline Time exponential(const Stream& stream, std::uint64_t index, Time mean) {
    if (mean <= 0) return 0;
    return static_cast<Time>(static_cast<double>(mean) * negative_log(bits(stream, index)));
}

/// A bell-shaped whole number with the given mean and standard deviation: the sum of eight uniform
/// 16-bit numbers, scaled (Irwin-Hall), drawn again outside mean ± 3 deviations and then not below
/// 0. A deviation <= 0 gives the mean. The deviation is below 2^40.
std::int64_t spread(const Stream& stream, std::uint64_t index, std::int64_t mean,
                    std::int64_t deviation);

/// An index into `weights`, each as likely as its weight says (weights below 0 count as 0); 0 when
/// there is nothing to choose.
std::size_t weighted(const Stream& stream, std::uint64_t index,
                     std::span<const std::int64_t> weights);

/// The generator of the seats (pictures, sounds, hints), of another type than the world's streams
/// so that neither can be drawn from in place of the other. SplitMix64; its state is its own
/// business.
class SeatRandom {
  public:
    explicit SeatRandom(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next();

    /// From low to high, both included.
    std::int64_t between(std::int64_t low, std::int64_t high);

  private:
    std::uint64_t state_;
};

}  // namespace engine
