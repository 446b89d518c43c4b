#include "engine/core/random.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <type_traits>
#include <vector>

using namespace engine;

namespace {

/// The sum of (observed - expected)² / expected.
double chi_square(const std::vector<std::int64_t>& observed, double expected) {
    double sum = 0;
    for (const std::int64_t count : observed) {
        const double difference = static_cast<double>(count) - expected;
        sum += difference * difference / expected;
    }
    return sum;
}

}  // namespace

TEST_CASE("Philox2x64-10 gives the published answers") {
    // Random123, tests/kat_vectors.
    using Pair = std::array<std::uint64_t, 2>;
    constexpr std::uint64_t ones = ~std::uint64_t{0};
    static_assert(philox2x64({0, 0}, 0) == Pair{0xca00a0459843d731U, 0x66c24222c9a845b5U});
    CHECK(philox2x64({0, 0}, 0) == Pair{0xca00a0459843d731U, 0x66c24222c9a845b5U});
    CHECK(philox2x64({ones, ones}, ones) == Pair{0x65b021d60cd8310fU, 0x4d02f3222f86df20U});
    CHECK(philox2x64({0x243f6a8885a308d3U, 0x13198a2e03707344U}, 0xa4093822299f31d0U) ==
          Pair{0x0a5e742c2997341cU, 0xb0f883d38000de5dU});
}

TEST_CASE("each part of a draw's name matters") {
    const Stream stream{1, 2, 3};
    const std::uint64_t value = bits(stream, 4);
    CHECK(value == bits(Stream{1, 2, 3}, 4));
    CHECK(value != bits(Stream{2, 2, 3}, 4));
    CHECK(value != bits(Stream{1, 3, 3}, 4));
    CHECK(value != bits(Stream{1, 2, 4}, 4));
    CHECK(value != bits(stream, 5));
    CHECK(value != bits(Stream{1, 3, 2}, 4));
    CHECK(block(stream, 4, 1) != block(stream, 4, 0));
}

TEST_CASE("the draws never change: recordings depend on them") {
    const Stream stream{42, 7, 9};
    CHECK(bits(stream, 0) == 13883361618593434855U);
    CHECK(uniform(stream, 1, -1000, 1000) == 511);
    CHECK(exponential(stream, 2, hour) == 5489721216);
    CHECK(spread(stream, 3, minute, 10 * second) == 67484209);
}

TEST_CASE("uniform stays within its bounds and is even") {
    const Stream stream{11, 0, 0};
    for (const std::int64_t sides : {2, 3, 6, 7, 100}) {
        std::vector<std::int64_t> counts(static_cast<std::size_t>(sides));
        for (std::uint64_t i = 0; i < 60'000; ++i) {
            const std::int64_t value = uniform(stream, i, -5, sides - 6);
            REQUIRE(value >= -5);
            REQUIRE(value <= sides - 6);
            ++counts[static_cast<std::size_t>(value + 5)];
        }
        const auto freedom = static_cast<double>(sides - 1);
        CHECK(chi_square(counts, 60'000.0 / static_cast<double>(sides)) <
              freedom + 5 * std::sqrt(2 * freedom) + 5);
    }
}

TEST_CASE("uniform copes with the ends of its range") {
    using Limits = std::numeric_limits<std::int64_t>;
    const Stream stream{12, 0, 0};
    CHECK(uniform(stream, 0, 5, 5) == 5);
    CHECK(uniform(stream, 0, 5, 4) == 5);
    bool negative = false;
    bool positive = false;
    for (std::uint64_t i = 0; i < 100; ++i) {
        const std::int64_t value = uniform(stream, i, Limits::min(), Limits::max());
        (value < 0 ? negative : positive) = true;
    }
    CHECK(negative);
    CHECK(positive);
}

TEST_CASE("uniform draws again where a plain multiplication would be uneven") {
    // 2^64 words onto 3 × 2^61 values: every third would come up twice where the others come
    // thrice.
    const Stream stream{13, 0, 0};
    const std::int64_t high = 3 * (std::int64_t{1} << 60);
    std::vector<std::int64_t> counts(3);
    for (std::uint64_t i = 0; i < 30'000; ++i) {
        const std::int64_t value = uniform(stream, i, -high, high - 1);
        ++counts[static_cast<std::size_t>(
            (static_cast<std::uint64_t>(value) + static_cast<std::uint64_t>(high)) % 3)];
    }
    CHECK(chi_square(counts, 10'000) < 20);
}

TEST_CASE("chance is as likely as it says") {
    const Stream stream{14, 0, 0};
    int hits = 0;
    for (std::uint64_t i = 0; i < 100'000; ++i) {
        hits += chance(stream, i, 1, 1000) ? 1 : 0;
        REQUIRE_FALSE(chance(stream, i, 0, 10));
        REQUIRE_FALSE(chance(stream, i, -1, 10));
        REQUIRE(chance(stream, i, 10, 10));
        REQUIRE(chance(stream, i, 1, 0));
    }
    CHECK(hits > 50);
    CHECK(hits < 160);
}

TEST_CASE("the own logarithm agrees with the library's") {
    double worst = 0;
    for (std::uint64_t i = 0; i < 200'000; ++i) {
        std::uint64_t word = bits(Stream{15, 0, 0}, i);
        word >>= i % 64;               // all magnitudes
        if (i % 3 == 0) word = ~word;  // near 1, where the logarithm is near 0
        const double own = negative_log(word);
        const long double u = std::max<std::uint64_t>(word, 1);
        const auto exact = static_cast<double>(-std::log(u / 18446744073709551616.0L));
        worst = std::max(worst, std::abs(own - exact) / (4e-16 + 4e-16 * exact));
    }
    CHECK(worst <= 1.0);
    CHECK(negative_log(0) == negative_log(1));
    CHECK(negative_log(1) == doctest::Approx(44.3614195558));
    CHECK(negative_log(~std::uint64_t{0}) >= 0);
    CHECK(negative_log(std::uint64_t{1} << 63U) == doctest::Approx(0.69314718056));
}

TEST_CASE("exponential times have the mean and the shape they should") {
    const Stream stream{16, 0, 0};
    constexpr int count = 200'000;
    double sum = 0;
    int beyond_mean = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        const Time time = exponential(stream, i, 60 * second);
        REQUIRE(time >= 0);
        sum += static_cast<double>(time);
        beyond_mean += time > 60 * second ? 1 : 0;
    }
    CHECK(sum / count == doctest::Approx(60e6).epsilon(0.01));
    CHECK(beyond_mean / static_cast<double>(count) == doctest::Approx(0.36788).epsilon(0.01));
    CHECK(exponential(stream, 0, 0) == 0);
    CHECK(exponential(stream, 0, -5) == 0);
}

TEST_CASE("spread is bell-shaped within three deviations") {
    const Stream stream{17, 0, 0};
    constexpr int count = 100'000;
    double sum = 0;
    double squares = 0;
    int within_one = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::int64_t value = spread(stream, i, 10'000, 500);
        REQUIRE(value >= 8'500);
        REQUIRE(value <= 11'500);
        const auto offset = static_cast<double>(value - 10'000);
        sum += offset;
        squares += offset * offset;
        within_one += std::abs(offset) <= 500 ? 1 : 0;
    }
    CHECK(std::abs(sum / count) < 6);
    CHECK(std::sqrt(squares / count) == doctest::Approx(493).epsilon(0.01));
    CHECK(within_one / static_cast<double>(count) == doctest::Approx(0.68).epsilon(0.02));
    CHECK(spread(stream, 0, 77, 0) == 77);
    for (std::uint64_t i = 0; i < 100; ++i) REQUIRE(spread(stream, i, 10, 1000) >= 0);
}

TEST_CASE("weighted chooses by weight") {
    const Stream stream{18, 0, 0};
    const std::vector<std::int64_t> weights = {1, 0, 3, -5, 6};
    std::vector<int> counts(weights.size());
    for (std::uint64_t i = 0; i < 10'000; ++i) ++counts[weighted(stream, i, weights)];
    CHECK(counts[1] == 0);
    CHECK(counts[3] == 0);
    CHECK(counts[0] == doctest::Approx(1000).epsilon(0.1));
    CHECK(counts[2] == doctest::Approx(3000).epsilon(0.1));
    CHECK(counts[4] == doctest::Approx(6000).epsilon(0.1));
    CHECK(weighted(stream, 0, {}) == 0);
    CHECK(weighted(stream, 0, std::vector<std::int64_t>{0, 0}) == 0);
}

TEST_CASE("the seats' generator cannot stand in for the world's") {
    static_assert(!std::is_convertible_v<SeatRandom, Stream>);
    static_assert(!std::is_constructible_v<Stream, SeatRandom>);
    static_assert(!std::is_convertible_v<std::uint64_t, SeatRandom>);
    SeatRandom random(1234567);
    CHECK(random.next() == 6457827717110365317U);  // the reference SplitMix64
    CHECK(random.next() == 3203168211198807973U);
    for (int i = 0; i < 1000; ++i) {
        const std::int64_t value = random.between(-3, 3);
        REQUIRE(value >= -3);
        REQUIRE(value <= 3);
    }
}
