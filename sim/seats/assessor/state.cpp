#include "sim/seats/assessor/state.h"

#include <algorithm>

#include "sim/report/parts.h"
#include "sim/station/signals.h"

namespace sim::seats {

namespace {

constexpr Time lead_time = 3 * engine::second;
constexpr double save_delay = 1;
constexpr Time longest_goal = 30 * engine::minute;  ///< how much of a day's goal is marked

std::vector<Camera> cameras_of(const Layout& layout) {
    std::vector<Camera> cameras{{}};
    const PartId form = layout.find("protocol_wall");
    for (std::size_t i = 0; i < layout.devices.size(); ++i) {
        const DeviceClass device_class = layout.devices[i].device_class;
        const bool has_form = form != no_part && layout[form].device == static_cast<DeviceId>(i);
        if (device_class == DeviceClass::room && !has_form) continue;
        cameras.push_back({static_cast<DeviceId>(i), false});
        const bool screen = device_class != DeviceClass::power &&
                            device_class != DeviceClass::room &&
                            layout.devices[i].part(Role::screen) != no_part;
        if (screen) cameras.push_back({static_cast<DeviceId>(i), true});
    }
    return cameras;
}

/// What is looked at first: the critical failure, else what lost most.
int first_row(const Grade& grade) {
    int best = -1;
    int weight = -1;
    for (std::size_t i = 0; i < grade.lines.size(); ++i) {
        const GradeLine& line = grade.lines[i];
        const int lost = line.most - line.points;
        const bool failed = line.critical && (line.state == GradeState::missed ||
                                              line.state == GradeState::committed);
        const int own = lost + (failed ? 1000 : line.critical && lost > 0 ? 500 : 0);
        if (own <= weight) continue;
        weight = own;
        best = static_cast<int>(i);
    }
    return best;
}

/// Before this time of day the part of a condition at `at` cannot hold.
Time not_before(const Condition& condition, std::size_t at) {
    const Condition::Node& node = condition.nodes[at];
    Time time = 0;
    if (node.kind == Condition::Kind::compare) {
        const bool clock = node.signal.signal >= 0 && spec(node.signal).name == "clock";
        if (clock && node.comparison == Condition::Comparison::at_least) time = node.value;
    } else if (node.kind == Condition::Kind::all || node.kind == Condition::Kind::lasting) {
        const int children = node.kind == Condition::Kind::all ? node.count : 1;
        for (int i = 0; i < children; ++i) {
            const auto child = condition.children[static_cast<std::size_t>(node.first + i)];
            time = std::max(time, not_before(condition, static_cast<std::size_t>(child)));
        }
    }
    return time;
}

Time goal_begins(const AssessorState& state, const GradeLine& line, Time from) {
    const LineSource source = source_of(state.analysis->facts.plan, line.id);
    if (source.step != nullptr && !source.step->done.empty()) {
        from = std::max(from, not_before(source.step->done, 0));
    }
    for (const FaultSpan& span : state.analysis->tracks.faults) {
        if (span.from > from && span.from <= std::min(line.decided, line.due)) from = span.from;
    }
    return from;
}

void take_analysis(AssessorState& state, std::unique_ptr<Analysis> analysis) {
    state.analysis = std::move(analysis);
    const Tracks& tracks = state.analysis->tracks;
    state.reached = tracks.end;
    state.from = tracks.start;
    state.to = std::max(tracks.end, tracks.start + engine::second);
    state.now = std::clamp(state.now, tracks.start, tracks.end);
    judge(state);
    if (state.row < 0) open_row(state, first_row(state.grade));
}

}  // namespace

std::vector<double> rates() {
    return {0.5, 1, 2, 4, 8, 16, 30, 60};
}

void poll(AssessorState& state) {
    if (!state.analyst) return;
    const bool busy = state.analyst->busy();  // asked first, so that nothing is left behind
    if (auto player = state.analyst->take_player()) {
        state.player = std::move(player);
        const World start = state.player->at(state.player->first());
        state.cameras = cameras_of(start.layout());
        const Time begin =
            std::max(state.player->drill().loaded.scenario.start, state.player->first());
        state.from = std::min(begin, state.player->last());
        state.to = std::max(state.player->last(), state.from + engine::second);
        state.reached = state.player->last();
        state.now = std::clamp(state.now, state.from, state.reached);
    }
    if (auto analysis = state.analyst->take_analysis()) take_analysis(state, std::move(analysis));
    if (auto verification = state.analyst->take_verification()) {
        state.verification = std::move(verification);
    }
    if (busy) return;
    state.failure = state.analyst->failure();
    state.cancelled = state.analyst->cancelled();
    state.analyst.reset();
}

const World* shown_world(AssessorState& state) {
    if (!state.player) return nullptr;
    if (!state.world || state.world_time != state.now) {
        state.world = state.player->at(state.now);
        state.world_time = state.now;
    }
    return &*state.world;
}

void seek(AssessorState& state, Time time) {
    state.now = std::clamp(time, state.first(), std::max(state.first(), state.last()));
    const Time span = state.to - state.from;
    if (state.now < state.from || state.now > state.to) {
        state.from = std::clamp(state.now - span / 4, state.first(),
                                std::max(state.first(), state.last() - span));
        state.to = state.from + span;
    }
}

void seek_before(AssessorState& state, Time time) {
    set_playing(state, false);
    seek(state, time - lead_time);
}

void seek_event(AssessorState& state, bool next) {
    if (!state.ready()) return;
    const std::vector<Time>& events = state.analysis->tracks.events;
    if (next) {
        const auto at = std::upper_bound(events.begin(), events.end(), state.now);
        seek(state, at == events.end() ? state.last() : *at);
    } else {
        const auto at = std::lower_bound(events.begin(), events.end(), state.now);
        seek(state, at == events.begin() ? state.first() : *(at - 1));
    }
}

void seek_critical(AssessorState& state, bool next) {
    const CriticalWindow* best = nullptr;
    for (const CriticalWindow& window : state.windows) {
        const bool beyond = next ? window.from > state.now : window.from < state.now;
        if (!beyond) continue;
        const bool nearer =
            best == nullptr || (next ? window.from < best->from : window.from > best->from);
        if (nearer) best = &window;
    }
    if (best == nullptr) return;
    seek(state, best->from);
    open_row(state, static_cast<int>(best->line));
}

void set_playing(AssessorState& state, bool playing) {
    if (playing && state.now >= state.last()) seek(state, state.first());
    state.playing = playing;
}

Time lost_at(const GradeLine& line, Time end) {
    if (line.state == GradeState::late && line.due != engine::never) return line.due;
    const Time time = moment_of(line);
    // What had no limit could have been done up to the end.
    if (line.state == GradeState::missed && line.due == engine::never) return end;
    return time == engine::never ? end : std::min(time, end);
}

void judge(AssessorState& state) {
    if (!state.ready()) return;
    ReportFacts& facts = state.analysis->facts;
    state.grade = with_overrides(facts.computed, state.judgement().overrides);
    facts.grade = state.grade;
    ++state.judged;
    state.losses.clear();
    state.windows.clear();
    const Time end = state.last();
    for (std::size_t i = 0; i < state.grade.lines.size(); ++i) {
        const GradeLine& line = state.grade.lines[i];
        const int lost = std::max(line.most, 0) - line.points;
        if (lost > 0) state.losses.push_back({lost_at(line, end), lost, i});
        const bool happened = line.state == GradeState::committed;
        if (!line.critical || (line.asked == engine::never && !happened)) continue;
        Time from = happened ? line.decided : line.asked;
        // A goal is open from the very start; it matters from the malfunction on.
        const bool goal = line.kind == GradeKind::objective;
        if (goal) from = goal_begins(state, line, from);
        if (from > end) continue;
        Time to = line.decided != engine::never ? line.decided : end;
        if (line.state == GradeState::missed && line.due < to) to = std::max(line.due, from);
        to = std::min(to, end);
        if (goal) from = std::max(from, to - longest_goal);
        state.windows.push_back({from, to, i, line.state == GradeState::done});
    }
    std::stable_sort(state.losses.begin(), state.losses.end(),
                     [](const Loss& a, const Loss& b) { return a.time < b.time; });
}

void changed(AssessorState& state, double time) {
    judge(state);
    state.unsaved = true;
    state.save_at = time + save_delay;
}

void save(AssessorState& state) {
    if (!state.unsaved) return;
    const std::filesystem::path file = assessment_file(state.file);
    if (state.keep_old) {
        std::filesystem::path aside = file;
        aside += ".kept";
        std::error_code failed;
        std::filesystem::rename(file, aside, failed);
        state.keep_old = false;
    }
    state.assessment.digest = state.digest;
    state.save_problem = save_assessment(state.assessment, file);
    if (state.save_problem.empty()) state.unsaved = false;
}

void open_row(AssessorState& state, int row) {
    state.row = row;
    state.show_row = true;
    if (const GradeLine* line = state.line()) state.folded[line->competency] = false;
}

int score_at(const AssessorState& state, Time time) {
    int score = state.grade.max_score;
    for (const Loss& loss : state.losses) {
        if (loss.time <= time) score -= loss.points;
    }
    return score;
}

engine::view::Status status_of(const GradeLine& line) {
    using engine::view::Status;
    switch (line.state) {
        case GradeState::done:
        case GradeState::avoided:
            return line.points < line.most ? Status::care : Status::ok;
        case GradeState::late:
        case GradeState::out_of_order:
            return Status::care;
        case GradeState::missed:
        case GradeState::committed:
            return Status::fault;
    }
    return Status::idle;
}

}  // namespace sim::seats
