#include <algorithm>
#include <array>

#include "sim/report/parts.h"
#include "sim/report/words.h"

namespace sim {

namespace {

constexpr std::size_t moments_shown = 5;

/// Something that could be shown.
struct Possible {
    Time time = 0;
    int weight = 0;
    ReportMark mark{};
    std::string state;
    std::string text;
    const GradeLine* line = nullptr;
    bool good = false;
};

int weight_of(const GradeLine& line) {
    const int lost = line.most - line.points;
    switch (line.state) {
        case GradeState::committed:
            return (line.critical ? 220 : 160) + lost;
        case GradeState::missed:
            return (line.critical ? 200 : 60) + 4 * lost;
        case GradeState::late:
        case GradeState::out_of_order:
            return (line.critical ? 120 : 50) + 4 * lost;
        case GradeState::done:
            return (line.critical ? 100 : 20) + 4 * line.most;
        case GradeState::avoided:
            return 0;
    }
    return 0;
}

std::string shown_state(const GradeLine& line, const Reader& reader) {
    const bool by_turn = line.decided == engine::never && line.due == engine::never;
    return by_turn ? words(reader, N_("Its turn came; missed")) : state_text(line, reader);
}

std::vector<Possible> line_possibles(const ReportFacts& facts, const Reader& reader) {
    std::vector<Possible> list;
    for (const GradeLine& line : facts.grade.lines) {
        const Time time = moment_of(line);
        if (time == engine::never || line.state == GradeState::avoided) continue;
        const ReportMark mark = mark_of(line);
        list.push_back({std::clamp(time, facts.start, facts.end), weight_of(line), mark,
                        shown_state(line, reader), line_title(line, facts, reader), &line,
                        mark == ReportMark::ok});
    }
    return list;
}

/// When a malfunction could first be noticed: its recovery's first step was asked for.
Time noticed(const ReportFacts& facts, const FaultSpan& span) {
    Time first = engine::never;
    for (const GradeLine& line : facts.computed.lines) {
        const LineSource source = source_of(facts.plan, line.id);
        if (source.graded == nullptr || source.graded->fault != span.fault) continue;
        if (line.asked >= span.from) first = std::min(first, line.asked);
    }
    return first == engine::never ? span.from : first;
}

/// A malfunction's title; where it befell several devices, with the device.
std::string fault_title(const ReportFacts& facts, const FaultSpan& span, const Reader& reader) {
    const auto fault = static_cast<std::size_t>(span.fault);
    if (facts.setup() == nullptr || fault >= facts.setup()->faults.size()) return {};
    const std::string& title = facts.setup()->faults[fault].title.in(reader.language);
    const bool elsewhere =
        std::any_of(facts.faults.begin(), facts.faults.end(), [&](const FaultSpan& other) {
            return other.fault == span.fault && other.device != span.device;
        });
    const Layout& layout = facts.setup()->layout;
    const auto device = static_cast<std::size_t>(span.device);
    if (!elsewhere || span.device < 0 || device >= layout.devices.size()) return title;
    const std::string& label = layout.devices[device].label.in(reader.language);
    return words(reader, N_("{0}: {1}"),
                 {label.empty() ? layout.devices[device].name : label, title});
}

void add_faults(std::vector<Possible>& list, const ReportFacts& facts, const Reader& reader) {
    for (const FaultSpan& span : facts.faults) {
        const std::string title = fault_title(facts, span, reader);
        if (title.empty()) continue;
        list.push_back({noticed(facts, span), 130, ReportMark::info,
                        words(reader, N_("Malfunction")), title, nullptr, true});
    }
}

/// What fills the places that are left over.
std::vector<Possible> plain_possibles(const ReportFacts& facts, const Reader& reader) {
    std::vector<Possible> list;
    list.push_back({facts.start, 0, ReportMark::info, words(reader, N_("Start")),
                    words(reader, N_("The drill begins")), nullptr, true});
    if (facts.longest_at != engine::never && facts.longest > 1) {
        list.push_back({facts.longest_at, 0, ReportMark::info, words(reader, N_("Queue")),
                        words(reader, N_("The longest queue: {} wait for a terminal"),
                              {std::to_string(facts.longest)}),
                        nullptr, true});
    }
    list.push_back({facts.end, 0, ReportMark::info, words(reader, N_("End")),
                    facts.closed ? words(reader, N_("The drill ends"))
                                 : words(reader, N_("The recording was cut off here")),
                    nullptr, true});
    return list;
}

bool too_near(const std::vector<Possible>& chosen, const Possible& one) {
    return std::any_of(chosen.begin(), chosen.end(), [&](const Possible& other) {
        const Time apart = other.time - one.time;
        return std::max(apart, -apart) < 2 * engine::second;
    });
}

std::vector<Possible> choose(std::vector<Possible> list, std::vector<Possible> plain) {
    std::stable_sort(list.begin(), list.end(), [](const Possible& a, const Possible& b) {
        return a.weight != b.weight ? a.weight > b.weight : a.time < b.time;
    });
    std::vector<Possible> chosen;
    const auto take = [&](std::size_t most, const auto& wanted) {
        for (const Possible& one : list) {
            if (chosen.size() >= most) return;
            if (wanted(one) && !too_near(chosen, one)) chosen.push_back(one);
        }
    };
    // Trouble first, but two places stay for how it began and what went well.
    take(moments_shown - 2, [](const Possible& one) { return !one.good; });
    take(moments_shown, [](const Possible& one) { return one.good; });
    take(moments_shown, [](const Possible&) { return true; });
    list = std::move(plain);
    take(moments_shown, [](const Possible&) { return true; });
    std::stable_sort(chosen.begin(), chosen.end(),
                     [](const Possible& a, const Possible& b) { return a.time < b.time; });
    return chosen;
}

/// The stretch of the day that is shown, and its ticks.
void lay_out(ReportTimeLine& line, const ReportFacts& facts) {
    line.from = facts.end;
    line.to = facts.start;
    for (const ReportMoment& moment : line.moments) {
        line.from = std::min(line.from, moment.time);
        line.to = std::max(line.to, moment.time);
    }
    if (line.from > line.to) std::swap(line.from, line.to);
    constexpr std::array<Time, 11> steps = {
        15 * engine::second, 30 * engine::second, engine::minute,      2 * engine::minute,
        5 * engine::minute,  10 * engine::minute, 15 * engine::minute, 30 * engine::minute,
        engine::hour,        2 * engine::hour,    4 * engine::hour};
    const Time span = std::max<Time>(line.to - line.from, engine::minute);
    const auto fits =
        std::find_if(steps.begin(), steps.end(), [&](Time one) { return span <= 7 * one; });
    const Time step = fits == steps.end() ? steps.back() : *fits;
    const auto down = [](Time time, Time unit) {
        const Time rest = ((time % unit) + unit) % unit;
        return time - rest;
    };
    const Time from = down(line.from, step);
    const Time to = std::max(down(line.to - 1, step) + step, from + step);
    line.from = from;
    line.to = to;
    for (Time time = from; time <= to; time += step) {
        line.ticks.push_back({time, clock_text(time, step >= engine::minute)});
        if (time + step / 2 < to) line.ticks.push_back({time + step / 2, {}});
    }
}

void add_bands(ReportTimeLine& line, const ReportFacts& facts, const Reader& reader) {
    constexpr std::size_t most = 3;
    for (const FaultSpan& span : facts.faults) {
        const std::string title = fault_title(facts, span, reader);
        const Time from = noticed(facts, span);
        const bool shown = span.to > std::max(line.from, from) && from < line.to;
        if (title.empty() || !shown || line.bands.size() >= most) continue;
        line.bands.push_back(
            {std::max(from, line.from), std::min(span.to, line.to),
             words(reader, N_("{0}, {1} to {2}"), {title, clock_text(from), clock_text(span.to)})});
    }
}

}  // namespace

ReportTimeLine time_line(const ReportFacts& facts, const Reader& reader) {
    ReportTimeLine line;
    if (!facts.replayed()) return line;
    std::vector<Possible> list = line_possibles(facts, reader);
    add_faults(list, facts, reader);
    for (const Possible& one : choose(std::move(list), plain_possibles(facts, reader))) {
        line.moments.push_back({one.time, clock_text(one.time), one.mark, one.state, one.text,
                                picture_of(facts.player->at(one.time), one.line, reader)});
    }
    const auto count = static_cast<long long>(line.moments.size());
    line.title = count == 5 ? words(reader, N_("Five moments")) : words(reader, N_("Moments"));
    lay_out(line, facts);
    add_bands(line, facts, reader);
    return line;
}

}  // namespace sim
