#include "engine/core/time.h"

#include <fmt/format.h>

#include <array>

#include "engine/core/decimal.h"

namespace engine {

namespace {

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Takes exactly two digits off the front; below 0 when they are not there.
int take_two_digits(std::string_view& text) {
    if (text.size() < 2 || !is_digit(text[0]) || !is_digit(text[1])) return -1;
    const int value = (text[0] - '0') * 10 + (text[1] - '0');
    text.remove_prefix(2);
    return value;
}

bool take(std::string_view& text, char c) {
    if (text.empty() || text.front() != c) return false;
    text.remove_prefix(1);
    return true;
}

/// ".5" to ".123456" after the seconds; below 0 when malformed.
Time take_fraction(std::string_view& text) {
    Time fraction = 0;
    Time unit = second;
    bool any = false;
    while (!text.empty() && is_digit(text.front())) {
        unit /= 10;
        if (unit == 0) return -1;
        fraction += unit * (text.front() - '0');
        text.remove_prefix(1);
        any = true;
    }
    return any ? fraction : -1;
}

/// "-1d " in front of the time: whole days before polling day.
std::optional<Time> take_days_before(std::string_view& text) {
    if (!take(text, '-')) return 0;
    if (text.size() < 3 || !is_digit(text[0]) || text[0] == '0' || text[1] != 'd' ||
        text[2] != ' ') {
        return std::nullopt;
    }
    const Time days = text[0] - '0';
    text.remove_prefix(3);
    text = trim(text);
    return days;
}

struct Unit {
    std::string_view name;
    Time size;
};
constexpr std::array<Unit, 6> units = {{{"h", hour},
                                        {"min", minute},
                                        {"s", second},
                                        {"ms", millisecond},
                                        {"us", microsecond},
                                        {"µs", microsecond}}};

const Unit* take_unit(std::string_view& text) {
    std::size_t length = 0;
    while (length < text.size() && text[length] != ' ' && !is_digit(text[length])) ++length;
    for (const Unit& unit : units) {
        if (text.substr(0, length) == unit.name) {
            text.remove_prefix(length);
            return &unit;
        }
    }
    return nullptr;
}

Time floor_divide(Time value, Time by) {
    return value / by - (value % by < 0 ? 1 : 0);
}

}  // namespace

std::optional<Time> parse_clock(std::string_view text) {
    text = trim(text);
    const auto days = take_days_before(text);
    if (!days) return std::nullopt;
    const int hours = take_two_digits(text);
    if (hours < 0 || (*days > 0 && hours > 23) || !take(text, ':')) return std::nullopt;
    const int minutes = take_two_digits(text);
    if (minutes < 0 || minutes > 59) return std::nullopt;
    Time moment = -*days * day + hours * hour + minutes * minute;
    if (text.empty()) return moment;
    if (!take(text, ':')) return std::nullopt;
    const int seconds = take_two_digits(text);
    if (seconds < 0 || seconds > 59) return std::nullopt;
    moment += seconds * second;
    if (text.empty()) return moment;
    if (!take(text, '.')) return std::nullopt;
    const Time fraction = take_fraction(text);
    if (fraction < 0 || !text.empty()) return std::nullopt;
    return moment + fraction;
}

std::string format_clock(Time moment) {
    if (moment == never) return "never";
    const Time days_before = moment < 0 ? -floor_divide(moment, day) : 0;
    const Time rest = moment + days_before * day;
    const std::string clock =
        fmt::format("{:02}:{:02}:{:02}", rest / hour, rest / minute % 60, rest / second % 60);
    return days_before > 0 ? fmt::format("-{}d {}", days_before, clock) : clock;
}

std::string format_clock_exact(Time moment) {
    std::string clock = format_clock(moment);
    const Time fraction = moment - floor_divide(moment, second) * second;
    if (moment == never || fraction == 0) return clock;
    std::string digits = fmt::format("{:06}", fraction);
    digits.erase(digits.find_last_not_of('0') + 1);
    return clock + "." + digits;
}

std::optional<Time> parse_duration(std::string_view text) {
    text = trim(text);
    Time total = 0;
    Time last_unit = never;
    do {
        const auto number = take_decimal(text);
        if (!number || number->negative) return std::nullopt;
        text = trim(text);
        const Unit* unit = take_unit(text);
        if (unit == nullptr || unit->size >= last_unit) return std::nullopt;
        const auto span = scale_exactly(*number, unit->size);
        if (!span || *span > never - 1 - total) return std::nullopt;
        total += *span;
        last_unit = unit->size;
        text = trim(text);
    } while (!text.empty());
    return total;
}

std::string format_duration(Time span) {
    if (span == never) return "never";
    std::string text = span < 0 ? "-" : "";
    // Unsigned, so that the least Time has a magnitude too.
    std::uint64_t rest =
        span < 0 ? 0 - static_cast<std::uint64_t>(span) : static_cast<std::uint64_t>(span);
    if (rest == 0) return "0 s";
    bool first = true;
    for (std::size_t i = 0; i < 5; ++i) {
        const auto size = static_cast<std::uint64_t>(units[i].size);
        if (rest < size) continue;
        text += fmt::format("{}{} {}", first ? "" : " ", rest / size, units[i].name);
        rest %= size;
        first = false;
    }
    return text;
}

}  // namespace engine
