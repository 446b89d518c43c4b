#include "sim/assessment/grader.h"

#include <algorithm>

#include "sim/assessment/moment.h"
#include "sim/assessment/reading.h"
#include "sim/station/signals.h"
#include "sim/station/verb.h"
#include "sim/world/post.h"

namespace sim {

namespace {

// Nobody can do at once what is asked for at the very end.
constexpr Time last_moments = 60 * engine::second;
// How often it is looked at what has no turn yet: two things done within this time are not out of
// order.
constexpr Time between_looks = 10 * engine::second;

std::vector<SignalRef> signals_of(const Condition& condition) {
    std::vector<SignalRef> signals;
    for (const Condition::Node& node : condition.nodes) {
        const bool known = std::find(signals.begin(), signals.end(), node.signal) != signals.end();
        if (node.kind == Condition::Kind::compare && !known) signals.push_back(node.signal);
    }
    return signals;
}

}  // namespace

GradingPlan grading_plan(const Scenario& scenario, const Setup& setup) {
    GradingPlan plan;
    plan.pass = scenario.grading.pass;
    for (const std::string& id : scenario.grading.procedures) {
        for (const Procedure& procedure : setup.procedures) {
            if (procedure.id == id) plan.procedures.push_back({&procedure, GradeKind::step, -1});
        }
        for (std::size_t i = 0; i < setup.faults.size(); ++i) {
            if (setup.faults[i].id != id) continue;
            plan.procedures.push_back(
                {&setup.faults[i].recovery, GradeKind::step, static_cast<std::int16_t>(i)});
        }
    }
    plan.procedures.push_back({&scenario.objectives, GradeKind::objective, -1});
    return plan;
}

Grader::Grader(const GradingPlan& plan, const World& start) : pass_(plan.pass) {
    for (const GradedProcedure& graded : plan.procedures) add_procedure(graded);
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        Entry& entry = entries_[i];
        entry.number = i;
        const Condition& when =
            entry.violation != nullptr ? entry.violation->when : entry.step->when;
        when_.add(when);
        done_.add(entry.violation != nullptr ? when : entry.step->done);
        const auto at = static_cast<std::int16_t>(i);
        (all_before_done(entries_[i]) ? open_ : later_).push_back(at);
    }
    moment(start);
    first_ = false;
}

void Grader::add_procedure(const GradedProcedure& graded) {
    const auto first = static_cast<std::int16_t>(entries_.size());
    const bool objective = graded.kind == GradeKind::objective;
    const std::string prefix = graded.procedure->id.empty() ? "" : graded.procedure->id + ".";
    for (const Step& step : graded.procedure->steps) {
        Entry entry;
        entry.kind = graded.kind;
        entry.step = &step;
        entry.id = prefix + step.id;
        entry.fault = graded.fault;
        entry.counts = objective || (!step.routine && (step.points > 0 || step.critical));
        for (const std::int16_t at : step.after) {
            entry.after.push_back(static_cast<std::int16_t>(first + at));
        }
        entry.when_since = no_times(step.when);
        entry.done_since = no_times(step.done);
        entries_.push_back(std::move(entry));
    }
    for (const Violation& violation : graded.procedure->never) {
        Entry entry;
        entry.kind = GradeKind::violation;
        entry.violation = &violation;
        entry.id = prefix + violation.id;
        entry.fault = graded.fault;
        entry.counts = true;
        entry.when_since = no_times(violation.when);
        const auto same = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& one) {
            return one.violation != nullptr && one.violation->id == violation.id &&
                   one.violation->when == violation.when;
        });
        if (same != entries_.end()) {
            entry.same = static_cast<std::int16_t>(same - entries_.begin());
        }
        entries_.push_back(std::move(entry));
    }
}

void Grader::moment(const World& world) {
    when_.look(world);
    done_.look(world);
    bool any = look_at(open_, world);
    if (world.now >= next_look_) {
        next_look_ = world.now + between_looks;
        any = look_at(later_, world) || any;
    }
    while (any) any = open_up(world);
}

bool Grader::look_at(std::vector<std::int16_t>& list, const World& world) {
    bool any = false;
    for (const std::int16_t at : list) {
        Entry& entry = entries_[static_cast<std::size_t>(at)];
        if (entry.kind == GradeKind::violation) {
            look_at_violation(entry, world);
        } else if (!stands_still(entry)) {
            look(entry, world);
        }
        any = any || entry.finished;
    }
    if (any) {
        std::erase_if(list, [this](std::int16_t at) {
            return entries_[static_cast<std::size_t>(at)].finished;
        });
    }
    return any;
}

bool Grader::open_up(const World& world) {
    std::vector<std::int16_t> fresh;
    std::erase_if(later_, [&](std::int16_t at) {
        if (!all_before_done(entries_[static_cast<std::size_t>(at)])) return false;
        fresh.push_back(at);
        return true;
    });
    const bool any = look_at(fresh, world);
    open_.insert(open_.end(), fresh.begin(), fresh.end());
    std::sort(open_.begin(), open_.end());
    return any;
}

/// Whether another look at the entry could only find what the last one found.
bool Grader::stands_still(const Entry& entry) const {
    return entry.looked && entry.fault < 0 && !entry.step->done.empty() &&
           !done_.may_hold(entry.number) &&
           (entry.asked != engine::never || !(entry.seen || when_.may_hold(entry.number)));
}

bool Grader::true_now(Lookout& lookout, const Entry& entry, Since& since, const World& world) {
    Time due = engine::never;
    return lookout.holds(entry.number, world, since, due);
}

void Grader::look(Entry& entry, const World& world) {
    const bool recovery = entry.fault >= 0;
    if (recovery && !injected(entry, world)) return;
    const bool ready = all_before_done(entry);
    if (!entry.seen) {
        entry.seen = true_now(when_, entry, entry.when_since, world);
        // Before a malfunction shows there is nothing to be put right.
        if (recovery && !entry.seen) return;
    }
    if (ready && entry.seen && entry.asked == engine::never) entry.asked = world.now;
    // What was put right in its turn is put right, though it has changed again since.
    const bool kept = recovery && done_early(entry) && entry.in_turn;
    const bool held = is_done(entry, world) || kept;
    entry.always_held = held && (entry.always_held || first_ || (recovery && !entry.looked));
    entry.looked = true;
    if (!held) {
        entry.undone = done_early(entry) && recovery;
        if (!entry.undone) entry.early = engine::never;
        return;
    }
    if (!ready) {
        const bool by_itself = entry.always_held;  // nobody did it
        if (!by_itself && (entry.early == engine::never || entry.undone)) come_early(entry, world);
        return;
    }
    if (entry.undone) entry.early = engine::never;
    entry.disordered = done_early(entry) && !entry.in_turn;
    entry.before = entry.always_held && !recovery;
    entry.finished = true;
    if (!done_early(entry)) decide(entry, world, entry.step->done);
}

// Whether it is out of order is between a step and the steps right before it: who opened the cover
// too early, but took the sheet out after that, has done one thing too early and not two.
void Grader::come_early(Entry& entry, const World& world) {
    decide(entry, world, entry.step->done);
    entry.early = world.now;
    entry.undone = false;
    entry.in_turn = std::all_of(entry.after.begin(), entry.after.end(), [this](std::int16_t at) {
        const Entry& earlier = entries_[static_cast<std::size_t>(at)];
        return earlier.finished || (done_early(earlier) && !earlier.undone);
    });
}

// What happens to be so while its turn has not come is no merit and no fault; what somebody does
// before its turn, and leaves so, is out of order.
bool Grader::done_early(const Entry& entry) {
    return entry.early != engine::never && !entry.always_held && !entry.step->sentences.empty();
}

void Grader::look_at_violation(Entry& entry, const World& world) {
    if (!injected(entry, world) || !true_now(when_, entry, entry.when_since, world)) return;
    entry.before = first_;
    entry.finished = true;
    decide(entry, world, entry.violation->when);
}

void Grader::decide(Entry& entry, const World& world, const Condition& condition) {
    entry.values.clear();
    entry.decided = world.now;
    entry.observation = world.observed;
    entry.command = world.commands;
    for (const SignalRef signal : signals_of(condition)) {
        entry.values.push_back(read(world, signal));
    }
}

bool Grader::is_done(Entry& entry, const World& world) {
    const Step& step = *entry.step;
    if (!step.done.empty()) return true_now(done_, entry, entry.done_since, world);
    return !step.sentences.empty() &&
           std::all_of(step.sentences.begin(), step.sentences.end(),
                       [&](const Sentence& sentence) { return is_so(sentence, step.post, world); });
}

bool Grader::injected(const Entry& entry, const World& world) const {
    return entry.fault < 0 ||
           std::any_of(world.perturbations.begin(), world.perturbations.end(),
                       [&](const Perturbation& change) {
                           return change.fault == entry.fault && change.start <= world.now;
                       });
}

bool Grader::all_before_done(const Entry& entry) const {
    return std::all_of(entry.after.begin(), entry.after.end(), [this](std::int16_t at) {
        return entries_[static_cast<std::size_t>(at)].finished;
    });
}

bool Grader::missed(std::size_t at, Time end, std::vector<signed char>& known) const {
    if (known[at] >= 0) return known[at] != 0;
    known[at] = 0;
    const Entry& entry = entries_[at];
    bool result = false;
    if (entry.finished) {
        result = false;
    } else if (entry.kind == GradeKind::objective) {
        result = true;
    } else if (entry.asked != engine::never) {
        result = end - entry.asked >= last_moments;
    } else {
        for (const std::int16_t before : entry.after) {
            result = missed(static_cast<std::size_t>(before), end, known) || result;
        }
    }
    known[at] = result ? 1 : 0;
    return result;
}

namespace {

/// What hints have cost, at all posts; nothing when none was paid for.
std::optional<GradeLine> hints_taken(const World& world) {
    std::int32_t cost = 0;
    for (std::size_t i = 0; i < world.layout().parts.size(); ++i) {
        if (world.layout().parts[i].kind != PartKind::post) continue;
        cost += world.part(static_cast<PartId>(i)).amount;
    }
    if (cost <= 0) return {};
    GradeLine line;
    line.kind = GradeKind::violation;
    line.state = GradeState::committed;
    line.id = "hints";
    line.text = {"Hints were taken", "Использованы подсказки", "Кеңештер колдонулду"};
    line.points = -cost;
    line.decided = world.now;
    line.observation = world.observed;
    line.command = world.commands;
    return line;
}

}  // namespace

Grade Grader::grade(const World& world) const {
    Grade grade;
    grade.pass = pass_;
    std::vector<signed char> known(entries_.size(), -1);
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const Entry& entry = entries_[i];
        const bool violation = entry.kind == GradeKind::violation;
        // An objective counts even where it was reached before the drill began.
        const bool before = entry.before && entry.kind != GradeKind::objective;
        if (!entry.counts || before) continue;
        const bool is_missed = !violation && missed(i, world.now, known);
        if (!violation && !entry.finished && done_early(entry) && (!entry.undone || is_missed)) {
            Entry early = entry;
            early.finished = true;
            early.disordered = !entry.in_turn;
            grade.lines.push_back(line_of(early, world, false));
            continue;
        }
        if (!violation && !entry.finished && !is_missed) continue;
        if (entry.same >= 0) {
            // A recovery's list counts from its malfunction on, a procedure's always.
            const Entry& same = entries_[static_cast<std::size_t>(entry.same)];
            const bool counted = same.finished && !same.before;
            if (counted || !entry.finished) continue;
        }
        grade.lines.push_back(line_of(entry, world, is_missed));
    }
    if (auto hints = hints_taken(world)) grade.lines.push_back(std::move(*hints));
    sum_up(grade);
    return grade;
}

GradeLine Grader::line_of(const Entry& entry, const World& world, bool is_missed) const {
    GradeLine line;
    line.kind = entry.kind;
    line.id = entry.id;
    line.asked = entry.asked;
    line.decided = entry.decided;
    line.observation = entry.observation;
    line.command = entry.command;
    judge(line, entry, is_missed);
    if (!entry.finished) return line;
    const std::vector<SignalRef> signals =
        signals_of(entry.violation != nullptr ? entry.violation->when : entry.step->done);
    for (std::size_t i = 0; i < std::min(signals.size(), entry.values.size()); ++i) {
        line.evidence.push_back({signal_name(world.layout(), signals[i]),
                                 value_text(world.layout(), signals[i], entry.values[i])});
    }
    return line;
}

void Grader::judge(GradeLine& line, const Entry& entry, bool is_missed) {
    if (entry.violation != nullptr) {
        const Violation& violation = *entry.violation;
        line.state = entry.finished ? GradeState::committed : GradeState::avoided;
        line.text = violation.text;
        line.critical = violation.critical;
        line.competency = violation.competency;
        line.points = entry.finished ? -violation.points : 0;
        return;
    }
    const Step& step = *entry.step;
    line.text = step.text;
    line.critical = step.critical;
    line.competency = step.competency;
    line.most = step.points;
    if (step.post != no_post) line.post = posts()[static_cast<std::size_t>(step.post)].name;
    line.due = step.by;
    if (step.within != engine::never && entry.asked != engine::never) {
        line.due = std::min(line.due, entry.asked + step.within);
    }
    if (is_missed) {
        line.state = GradeState::missed;
    } else if (entry.decided > line.due) {
        line.state = GradeState::late;
        line.points = step.points / 2;
    } else if (entry.disordered) {
        line.state = GradeState::out_of_order;
        line.points = step.points / 2;
    } else {
        line.state = GradeState::done;
        line.points = step.points;
    }
}

std::vector<const Step*> Grader::open_steps() const {
    std::vector<const Step*> steps;
    for (const std::int16_t at : open_) {
        const Entry& entry = entries_[static_cast<std::size_t>(at)];
        if (entry.kind == GradeKind::step && entry.asked != engine::never) {
            steps.push_back(entry.step);
        }
    }
    return steps;
}

}  // namespace sim
