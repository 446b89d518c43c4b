#include "sim/report/facts.h"

#include <algorithm>
#include <map>

#include "sim/recording/grade_rows.h"
#include "sim/station/signals.h"

namespace sim {

namespace {

// Shares of the work, about as long as each takes.
constexpr double verify_share = 0.4;
constexpr double replay_share = 0.3;
constexpr double expert_share = 1 - verify_share - replay_share;

/// Tells the share of one part of the work.
class Part {
  public:
    Part(const std::function<void(double)>& progress, double from, double share)
        : progress_(progress), from_(from), share_(share) {}
    void operator()(double done) const {
        if (progress_) progress_(from_ + share_ * std::clamp(done, 0.0, 1.0));
    }
    void at(Time now, Time from, Time to) const {
        const auto whole = static_cast<double>(std::max<Time>(1, to - from));
        (*this)(static_cast<double>(now - from) / whole);
    }

  private:
    const std::function<void(double)>& progress_;
    double from_;
    double share_;
};

/// Looks on while a drill is replayed.
class Watch {
  public:
    Watch(const GradingPlan& plan, const World& start)
        : grader_(plan, start), queue_(find_signal(start.layout(), "queue.desk")) {}

    void moment(const World& world) {
        grader_.moment(world);
        look_at_faults(world);
        if (!queue_) return;
        const std::int64_t waiting = read(world, *queue_);
        if (waiting <= longest) return;
        longest = waiting;
        longest_at = world.now;
    }

    Grade grade(const World& world) const { return grader_.grade(world); }

    std::vector<FaultSpan> faults() const {
        std::vector<FaultSpan> list;
        for (const auto& [number, span] : spans_) list.push_back(span.fault);
        return list;
    }

    std::int64_t longest = 0;
    Time longest_at = engine::never;

  private:
    struct Span {
        FaultSpan fault;
        bool active = false;
    };

    void look_at_faults(const World& world) {
        for (auto& [number, span] : spans_) {
            if (span.active) span.fault.to = world.now;
            span.active = false;
        }
        for (const Perturbation& change : world.perturbations) {
            if (change.fault < 0 || change.start > world.now || change.end <= world.now) continue;
            const FaultSpan begun{change.fault, change.device, change.start, world.now};
            Span& span = spans_.try_emplace(change.injection, Span{begun, true}).first->second;
            span.fault.from = std::min(span.fault.from, change.start);
            span.fault.to = world.now;
            span.active = true;
        }
    }

    Grader grader_;
    std::optional<SignalRef> queue_;
    std::map<std::int32_t, Span> spans_;  ///< by injection
};

void replay(ReportFacts& facts, const Part& part) {
    const RecordedDrill& recorded = facts.player->drill();
    const std::vector<Command>& commands = facts.player->commands();
    Drill drill = recorded.make();
    facts.setup_ = drill.setup;
    facts.plan = grading_plan(recorded.loaded.scenario, *drill.setup);
    Sink sink;
    const auto prelude = std::min(
        static_cast<std::size_t>(std::max<std::int64_t>(facts.info.prelude, 0)), commands.size());
    facts.start = std::min(drill.start, facts.end);
    replay_until(drill, std::span(commands).first(prelude), facts.start, sink);
    Watch watch(facts.plan, drill.world);
    sink.moment = [&](const World& world) {
        watch.moment(world);
        part.at(world.now, facts.start, facts.end);
    };
    replay_until(drill, commands, facts.end, sink);
    facts.computed = watch.grade(drill.world);
    facts.faults = watch.faults();
    facts.longest = watch.longest;
    facts.longest_at = watch.longest_at;
}

/// The expert at every post, with the same seed; the instructor says what was said then.
Grade play_expert(const ReportFacts& facts, const Part& part) {
    const RecordedDrill& recorded = facts.player->drill();
    LoadedScenario loaded = recorded.loaded;
    loaded.scenario.trainee = {};
    Drill drill = make_drill(loaded, facts.info.seed, {});
    Sink sink;
    play_to_start(drill, sink);
    Grader grader(facts.plan, drill.world);
    sink.moment = [&](const World& world) {
        grader.moment(world);
        part.at(world.now, facts.start, drill.setup->latest_end);
    };
    for (const Command& command : facts.player->commands()) {
        if (command.author != Seat::instructor) continue;
        run_until(drill, command.time, sink);
        if (finished(drill)) break;
        say(drill, command, sink);
    }
    // An hour past midnight as for everybody: the drill ends itself.
    run_until(drill, drill.setup->latest_end, sink);
    return grader.grade(drill.world);
}

}  // namespace

ReportFacts gather(const Recording& recording, const ReportOptions& options) {
    ReportFacts facts;
    facts.info = recording.info();
    facts.closed = recording.closed();
    facts.end = recording.reached();
    facts.start = facts.end;
    facts.digest = recording.digest();
    facts.verification = verify(recording, Part(options.progress, 0, verify_share));
    if (facts.verification.unreadable.empty()) {
        try {
            facts.player = std::make_unique<Player>(recording);
            replay(facts, Part(options.progress, verify_share, replay_share));
            facts.expert = play_expert(
                facts, Part(options.progress, verify_share + replay_share, expert_share));
        } catch (const RecordingError& error) {
            facts.player = nullptr;
            facts.verification.unreadable = error.text();
        }
    }
    try {
        if (facts.closed) facts.stored = grade_of(recording.grade(), facts.plan);
    } catch (const RecordingError&) {
        // What makes no sense is reported as damage of the seal or as another grade.
    }
    if (!facts.replayed() && facts.stored) facts.computed = *facts.stored;
    facts.grade = with_overrides(facts.computed, options.overrides);
    return facts;
}

Grade with_overrides(Grade grade, const std::vector<PointsOverride>& overrides) {
    for (const PointsOverride& change : overrides) {
        for (GradeLine& line : grade.lines) {
            if (line.id != change.line) continue;
            const bool violation = line.kind == GradeKind::violation;
            const int least = violation ? std::min(line.points, 0) : 0;
            line.points = std::clamp(change.points, least, std::max(line.most, least));
            if (violation) {
                line.state = line.points < 0 ? GradeState::committed : GradeState::avoided;
            } else if (line.points <= 0 && line.most > 0) {
                line.state = GradeState::missed;
            } else if (line.state == GradeState::missed || line.points == line.most) {
                line.state = GradeState::done;
            }
        }
    }
    sum_up(grade);
    return grade;
}

const GradeLine* find_line(const Grade& grade, std::string_view id) {
    for (const GradeLine& line : grade.lines) {
        if (line.id == id) return &line;
    }
    return nullptr;
}

LineSource source_of(const GradingPlan& plan, std::string_view id) {
    for (const GradedProcedure& graded : plan.procedures) {
        const Procedure& procedure = *graded.procedure;
        const std::string prefix = procedure.id.empty() ? "" : procedure.id + ".";
        if (!id.starts_with(prefix)) continue;
        const std::string_view name = id.substr(prefix.size());
        const int steps = static_cast<int>(procedure.steps.size());
        for (int i = 0; i < steps; ++i) {
            const Step& step = procedure.steps[static_cast<std::size_t>(i)];
            if (step.id == name) return {&graded, &step, nullptr, i + 1, steps};
        }
        for (const Violation& violation : procedure.never) {
            if (violation.id == name) return {&graded, nullptr, &violation, 0, steps};
        }
    }
    return {};
}

}  // namespace sim
