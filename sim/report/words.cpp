#include "sim/report/words.h"

#include <fmt/format.h>
#include <glib.h>

#include <array>
#include <charconv>
#include <vector>

#include "engine/core/phrase.h"
#include "engine/core/text.h"

namespace sim {

namespace {

// {0} the day, {1} the year.
constexpr std::array<const char*, 12> months = {
    N_("{0} January {1}"), N_("{0} February {1}"), N_("{0} March {1}"),
    N_("{0} April {1}"),   N_("{0} May {1}"),      N_("{0} June {1}"),
    N_("{0} July {1}"),    N_("{0} August {1}"),   N_("{0} September {1}"),
    N_("{0} October {1}"), N_("{0} November {1}"), N_("{0} December {1}")};

struct Moment {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
};

bool number(std::string_view text, std::size_t at, std::size_t size, int& value) {
    if (at + size > text.size()) return false;
    const char* begin = text.data() + at;
    const auto [end, error] = std::from_chars(begin, begin + size, value);
    return error == std::errc() && end == begin + size && value >= 0;
}

bool read_moment(std::string_view text, Moment& moment) {
    return number(text, 0, 4, moment.year) && number(text, 5, 2, moment.month) &&
           number(text, 8, 2, moment.day) && number(text, 11, 2, moment.hour) &&
           number(text, 14, 2, moment.minute) && number(text, 17, 2, moment.second) &&
           moment.month >= 1 && moment.month <= 12 && moment.day >= 1 && moment.day <= 31 &&
           moment.hour <= 23 && moment.minute <= 59 && moment.second <= 60;
}

}  // namespace

std::string words(const Reader& reader, const char* text,
                  std::initializer_list<std::string> arguments) {
    const std::vector<std::string> list(arguments);
    return engine::fill(reader.translate(text), list);
}

std::string number_text(int number) {
    return number < 0 ? "−" + std::to_string(-number) : std::to_string(number);
}

std::string span_text(Time span) {
    const std::string_view sign = span < 0 ? "−" : "";
    const Time seconds = (span < 0 ? -span : span) / engine::second;
    const Time hours = seconds / 3600;
    const Time minutes = seconds / 60 % 60;
    if (hours > 0) return fmt::format("{}{}:{:02}:{:02}", sign, hours, minutes, seconds % 60);
    return fmt::format("{}{}:{:02}", sign, minutes, seconds % 60);
}

std::string clock_text(Time time, bool short_form) {
    const bool next_day = time >= 24 * engine::hour;
    std::string text = engine::format_clock(next_day ? time - 24 * engine::hour : time);
    if (short_form && text.size() >= 8) text.resize(text.size() - 3);
    return next_day ? text + " (+1)" : text;
}

std::string date_text(const std::string& started, const Reader& reader) {
    Moment moment;
    if (!read_moment(started, moment)) return engine::quote(started, 40);
    return words(reader, months[static_cast<std::size_t>(moment.month - 1)],
                 {std::to_string(moment.day), std::to_string(moment.year)});
}

std::string iso_time(const std::string& started) {
    Moment moment;
    if (!read_moment(started, moment)) return {};
    std::string text = fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", moment.year, moment.month,
                                   moment.day, moment.hour, moment.minute, moment.second);
    int zone = 0;
    if (started.size() >= 25 && (started[20] == '+' || started[20] == '-') &&
        number(started, 21, 4, zone)) {
        text += fmt::format("{}{:02}:{:02}", started[20], zone / 100, zone % 100);
    }
    return text;
}

}  // namespace sim
