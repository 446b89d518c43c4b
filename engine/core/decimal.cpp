#include "engine/core/decimal.h"

#include <limits>

#include "engine/core/wide.h"

namespace engine {

namespace {

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace

std::optional<Decimal> take_decimal(std::string_view& text) {
    constexpr int most_digits = 18;
    std::string_view rest = text;
    Decimal number;
    if (!rest.empty() && (rest.front() == '-' || rest.front() == '+')) {
        number.negative = rest.front() == '-';
        rest.remove_prefix(1);
    }
    int count = 0;
    bool in_fraction = false;
    bool digit_last = false;
    for (; !rest.empty(); rest.remove_prefix(1)) {
        const char c = rest.front();
        if (is_digit(c)) {
            if (++count > most_digits) return std::nullopt;
            number.digits = number.digits * 10 + static_cast<std::uint64_t>(c - '0');
            number.decimals += in_fraction ? 1 : 0;
            digit_last = true;
        } else if (c == '.' && digit_last && !in_fraction) {
            in_fraction = true;
            digit_last = false;
        } else {
            break;
        }
    }
    if (!digit_last) return std::nullopt;
    text = rest;
    return number;
}

std::optional<std::int64_t> scale_exactly(const Decimal& number, std::int64_t factor,
                                          std::int64_t divisor) {
    Wide denominator = static_cast<Wide>(divisor);
    for (int i = 0; i < number.decimals; ++i) denominator *= 10;
    const Wide product = Wide{number.digits} * static_cast<std::uint64_t>(factor);
    if (product % denominator != 0) return std::nullopt;
    const Wide value = product / denominator;
    if (value > static_cast<Wide>(std::numeric_limits<std::int64_t>::max())) return std::nullopt;
    const auto whole = static_cast<std::int64_t>(value);
    return number.negative ? -whole : whole;
}

std::string_view trim(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace engine
