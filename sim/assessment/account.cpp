#include "sim/assessment/account.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "sim/station/signals.h"

namespace sim {

namespace {

// A message seen this often within an hour is told once.
constexpr int told_singly_most = 4;

struct Figure {
    std::string_view signal;
    const char* name;
};

constexpr std::array<Figure, 6> figure_list = {{
    {"voters.arrived", N_("arrived")},
    {"voters.identified", N_("identified")},
    {"ballots.issued", N_("ballots issued")},
    {"scanner.count", N_("counted by the scanner")},
    {"queue.desk", N_("waiting at the desk")},
    {"queue.longest", N_("longest queue")},
}};

Time hour_of(Time time) {
    const Time within = ((time % engine::hour) + engine::hour) % engine::hour;
    return time - within;
}

bool worth_telling(const Observation& seen, bool whole) {
    return whole || spec(seen.message).level > Level::detail;
}

char mark_of(Level level) {
    switch (level) {
        case Level::critical:
            return '#';
        case Level::warning:
            return '!';
        default:
            return ' ';
    }
}

std::string line_of(const Observation& seen, const Setup& setup, const Reader& reader) {
    std::string who;
    if (seen.actor != no_post) who = fmt::format("{}: ", title_of(seen.actor, reader));
    return fmt::format("  {} {} {}{}\n", engine::format_clock(seen.time),
                       mark_of(spec(seen.message).level), who, describe(seen, setup, reader));
}

}  // namespace

DayAccount::DayAccount(const Setup& setup) : next_(hour_of(setup.start) + engine::hour) {
    observations_.reserve(20'000);  // a day's
    for (const Figure& figure : figure_list) {
        signals_.push_back(find_signal(setup.layout, figure.signal).value_or(SignalRef{}));
    }
}

void DayAccount::add(std::span<const Observation> observations) {
    observations_.insert(observations_.end(), observations.begin(), observations.end());
}

void DayAccount::take_figures(const World& world) {
    while (next_ <= world.now) {
        std::vector<std::int64_t>& values = figures_[next_ - engine::hour];
        for (const SignalRef signal : signals_) {
            values.push_back(signal == SignalRef{} ? 0 : read(world, signal));
        }
        next_ += engine::hour;
    }
}

void DayAccount::finish(const World& end) {
    take_figures(end);
    std::vector<std::int64_t>& values = figures_[next_ - engine::hour];
    values.clear();
    for (const SignalRef signal : signals_) {
        values.push_back(signal == SignalRef{} ? 0 : read(end, signal));
    }
}

std::map<Time, std::int64_t> DayAccount::figures(std::string_view signal) const {
    std::map<Time, std::int64_t> values;
    for (std::size_t i = 0; i < figure_list.size(); ++i) {
        if (figure_list[i].signal != signal || signals_[i] == SignalRef{}) continue;
        for (const auto& [hour, all] : figures_) values[hour] = all[i];
    }
    return values;
}

std::string DayAccount::text(const Setup& setup, const Reader& reader, bool whole) const {
    std::map<Time, std::map<Message, int>> repeated;
    std::map<Time, std::vector<const Observation*>> hours;
    for (const Observation& seen : observations_) {
        if (!worth_telling(seen, whole)) continue;
        hours[hour_of(seen.time)].push_back(&seen);
        ++repeated[hour_of(seen.time)][seen.message];
    }
    std::string text;
    for (const auto& [hour, lines] : hours) {
        text += fmt::format("{}–{}", engine::format_clock(hour).substr(0, 5),
                            engine::format_clock(hour + engine::hour).substr(0, 5));
        const auto figures = figures_.find(hour);
        for (std::size_t i = 0; figures != figures_.end() && i < signals_.size(); ++i) {
            if (signals_[i] == SignalRef{}) continue;
            text +=
                fmt::format("  {} {}", reader.translate(figure_list[i].name), figures->second[i]);
        }
        text += '\n';
        for (const Observation* seen : lines) {
            int& count = repeated[hour][seen->message];
            const bool singly = whole || spec(seen->message).level == Level::critical ||
                                (count > 0 && count <= told_singly_most);
            if (!singly && count < 0) continue;
            text += line_of(*seen, setup, reader);
            if (singly) continue;
            text.insert(text.size() - 1,
                        fmt::format("  (×{} {})", count, reader.translate(N_("this hour"))));
            count = -1;
        }
    }
    return text;
}

}  // namespace sim
