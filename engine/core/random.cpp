#include "engine/core/random.h"

#include <algorithm>
#include <bit>

namespace engine {

namespace {

/// 64-bit words of one index, two a block, as many as asked for.
class Words {
  public:
    Words(const Stream& stream, std::uint64_t index) : stream_(stream), index_(index) {}

    std::uint64_t next() {
        if (at_ == 2) {
            words_ = block(stream_, index_, number_++);
            at_ = 0;
        }
        return words_[at_++];
    }

  private:
    const Stream& stream_;
    std::uint64_t index_;
    std::uint64_t number_ = 0;
    std::array<std::uint64_t, 2> words_{};
    std::size_t at_ = 2;
};

/// 0 to count - 1 (any 64-bit number when count is 0), each exactly as likely: Lemire, "Fast random
/// integer generation in an interval" (2019).
template <class Source>
std::uint64_t below(Source& words, std::uint64_t count) {
    if (count == 0) return words.next();
    Wide product = Wide{words.next()} * count;
    if (static_cast<std::uint64_t>(product) < count) {
        const std::uint64_t threshold = (0 - count) % count;
        while (static_cast<std::uint64_t>(product) < threshold) {
            product = Wide{words.next()} * count;
        }
    }
    return static_cast<std::uint64_t>(product >> 64);
}

template <class Source>
std::int64_t between_inclusive(Source& words, std::int64_t low, std::int64_t high) {
    if (high <= low) return low;
    const std::uint64_t count =
        static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low) + 1;
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + below(words, count));
}

std::int64_t rounded_quotient(SignedWide value, std::int64_t by) {
    const SignedWide half = by / 2;
    return static_cast<std::int64_t>((value < 0 ? value - half : value + half) / by);
}

}  // namespace

std::int64_t uniform(const Stream& stream, std::uint64_t index, std::int64_t low,
                     std::int64_t high) {
    Words words(stream, index);
    return between_inclusive(words, low, high);
}

bool chance(const Stream& stream, std::uint64_t index, std::int64_t parts, std::int64_t of) {
    if (parts <= 0) return false;
    if (parts >= of) return true;
    return uniform(stream, index, 0, of - 1) < parts;
}

double negative_log(std::uint64_t bits) {
    constexpr double ln2 = 0.693147180559945309417;
    if (bits == 0) bits = 1;
    const int shift = std::countl_zero(bits);
    // bits = 2^(64 - shift) × m with m in [1/2, 1), cut to 53 bits so that the double is exact.
    double m = static_cast<double>((bits << static_cast<unsigned>(shift)) >> 11U) / 0x1p53;
    int halvings = shift;
    if (m < 0.70710678118654752440) {
        m *= 2;
        ++halvings;
    }
    // ln m = 2 artanh s, s = (m - 1) / (m + 1), |s| < 0.1716: the series to s^19 (Estrin's order).
    const double s = (m - 1) / (m + 1);
    const double z = s * s;
    const double z2 = z * z;
    const double z4 = z2 * z2;
    const double low = (1.0 / 3 + z * (1.0 / 5)) + z2 * (1.0 / 7 + z * (1.0 / 9));
    const double high = (1.0 / 11 + z * (1.0 / 13)) + z2 * (1.0 / 15 + z * (1.0 / 17));
    const double series = low + z4 * (high + z4 * (1.0 / 19 + z * (1.0 / 21)));
    return static_cast<double>(halvings) * ln2 - 2 * (s + s * (z * series));
}

std::int64_t spread(const Stream& stream, std::uint64_t index, std::int64_t mean,
                    std::int64_t deviation) {
    if (deviation <= 0) return mean;
    constexpr std::int64_t middle = 8 * 65535 / 2;
    constexpr std::int64_t sum_deviation = 53510;  // 65536 × sqrt(8 / 12), rounded
    Words words(stream, index);
    for (;;) {
        std::int64_t sum = 0;
        for (int i = 0; i < 2; ++i) {
            const std::uint64_t word = words.next();
            sum += static_cast<std::int64_t>((word & 0xFFFFU) + ((word >> 16U) & 0xFFFFU) +
                                             ((word >> 32U) & 0xFFFFU) + (word >> 48U));
        }
        const std::int64_t offset =
            rounded_quotient(SignedWide{sum - middle} * deviation, sum_deviation);
        if (offset < -3 * deviation || offset > 3 * deviation) continue;
        return std::max<std::int64_t>(0, mean + offset);
    }
}

std::size_t weighted(const Stream& stream, std::uint64_t index,
                     std::span<const std::int64_t> weights) {
    std::int64_t total = 0;
    for (const std::int64_t weight : weights) total += std::max<std::int64_t>(0, weight);
    if (total == 0) return 0;
    std::int64_t left = uniform(stream, index, 0, total - 1);
    for (std::size_t i = 0; i < weights.size(); ++i) {
        left -= std::max<std::int64_t>(0, weights[i]);
        if (left < 0) return i;
    }
    return 0;
}

std::uint64_t SeatRandom::next() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15U;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
}

std::int64_t SeatRandom::between(std::int64_t low, std::int64_t high) {
    return between_inclusive(*this, low, high);
}

}  // namespace engine
