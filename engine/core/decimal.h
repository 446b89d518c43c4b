#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace engine {

/// Exact decimal text: ±digits / 10^decimals.
struct Decimal {
    bool negative = false;
    std::uint64_t digits = 0;
    int decimals = 0;
};

/// Takes "-12.5" off the front of `text`. Empty, and `text` untouched, when no number stands there
/// or it has more than 18 digits.
std::optional<Decimal> take_decimal(std::string_view& text);

/// number × factor / divisor, if that is whole and fits. divisor is from 1 to 10^9.
std::optional<std::int64_t> scale_exactly(const Decimal& number, std::int64_t factor,
                                          std::int64_t divisor = 1);

/// `text` without spaces and tabs at both ends.
std::string_view trim(std::string_view text);

}  // namespace engine
