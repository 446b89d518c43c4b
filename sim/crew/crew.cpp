#include "sim/crew/crew.h"

#include <algorithm>

namespace sim {

namespace {

constexpr Time at_rest_after = 10 * engine::minute;

/// The sentence as this post says it at this moment.
Command as_said(const World& world, const Sentence& sentence, PostId post) {
    Command command = sentence.command;
    command.time = world.now;
    command.author = Seat::expert;
    command.actor = post;
    if (sentence.takes_value) {
        command.has_value = true;
        command.value = read(world, sentence.value_from);
    }
    return command;
}

/// @param look when it is worth looking again though nothing happens: made earlier if need be.
bool condition_holds(const World& world, const Condition& condition, Since& since, Time& look) {
    Time due = engine::never;
    const auto read_signal = [&world](SignalRef signal) { return read(world, signal); };
    const bool so = holds(condition, read_signal, world.now, since, due);
    if (due > world.now) look = std::min(look, due);
    return so;
}

/// Comparisons of which at least one holds whenever the node does; false when there are none.
bool gates_of(const Condition& condition, std::size_t at,
              std::vector<const Condition::Node*>& found) {
    const Condition::Node& node = condition.nodes[at];
    const auto child = [&](int i) {
        return static_cast<std::size_t>(
            condition.children[static_cast<std::size_t>(node.first + i)]);
    };
    switch (node.kind) {
        case Condition::Kind::compare:
            found.push_back(&node);
            return true;
        case Condition::Kind::lasting:
            return gates_of(condition, child(0), found);
        case Condition::Kind::all:
            for (int i = 0; i < node.count; ++i) {
                if (gates_of(condition, child(i), found)) return true;
            }
            return false;
        case Condition::Kind::any:
            for (int i = 0; i < node.count; ++i) {
                if (!gates_of(condition, child(i), found)) return false;
            }
            return node.count > 0;
        case Condition::Kind::always:
        case Condition::Kind::negation:
            return false;
    }
    return false;
}

}  // namespace

Crew::Crew(std::shared_ptr<const Setup> setup, CrewPlan plan, std::array<bool, post_count> held)
    : setup_(std::move(setup)), plan_(plan), held_(held) {
    int number = 0;
    for (const Procedure& procedure : setup_->procedures) add(procedure, false, number++);
    for (const FaultSpec& fault : setup_->faults) add(fault.recovery, true, -1);
    for (std::size_t i = 0; i < work_.size(); ++i) {
        const PostId post = work_[i].step->post;
        if (post != no_post) by_post_[static_cast<std::size_t>(post)].push_back(i);
    }
    for (Work& work : work_) {
        if (work.recovery && work.step->post != no_post) {
            find_gates(work, gates_[static_cast<std::size_t>(work.step->post)]);
        }
    }
    for (std::vector<std::size_t>& mine : by_post_) {
        std::stable_sort(mine.begin(), mine.end(), [&](std::size_t left, std::size_t right) {
            return work_[left].procedure->priority > work_[right].procedure->priority;
        });
    }
}

void Crew::add(const Procedure& procedure, bool recovery, int number) {
    const std::size_t first = work_.size();
    for (std::size_t i = 0; i < procedure.steps.size(); ++i) {
        const Step& step = procedure.steps[i];
        Work& work = work_.emplace_back();
        work.procedure = &procedure;
        work.step = &step;
        work.first = first;
        work.recovery = recovery;
        work.opens = step.after.empty() && step.text.en == procedure.steps.front().text.en;
        work.when_since.assign(static_cast<std::size_t>(step.when.memories), engine::never);
        work.done_since.assign(static_cast<std::size_t>(step.done.memories), engine::never);
        const bool counts = plan_.kind == CrewKind::skip && plan_.skip > 0 && !step.routine;
        if (counts && (work_.size() - 1) % static_cast<std::size_t>(plan_.skip) ==
                          static_cast<std::size_t>(plan_.skip) - 1) {
            work.skipped = true;
            if (!recovery) left_out_.emplace_back(number, static_cast<int>(i));
        }
    }
    for (std::size_t i = 0; i < procedure.steps.size(); ++i) {
        for (const std::int16_t index : procedure.steps[i].after) {
            Work& earlier = work_[first + static_cast<std::size_t>(index)];
            if (earlier.skipped) continue;
            earlier.next.push_back(first + i);
            ++work_[first + i].waits_for;
        }
    }
}

void Crew::find_gates(Work& work, std::vector<SignalRef>& signals) const {
    const Condition& when = work.step->when;
    if (when.empty()) return;
    std::vector<const Condition::Node*> found;
    if (!gates_of(when, 0, found)) return;
    // A `for:` has to be looked at as soon as what it waits for is so, whatever stands beside it.
    for (std::size_t i = 0; i < when.nodes.size(); ++i) {
        const bool lasting = when.nodes[i].kind == Condition::Kind::lasting;
        if (lasting && !gates_of(when, i, found)) return;
    }
    for (const Condition::Node* node : found) {
        const auto known = std::find(signals.begin(), signals.end(), node->signal);
        work.gates.push_back(
            {static_cast<std::size_t>(known - signals.begin()), node->comparison, node->value});
        if (known == signals.end()) signals.push_back(node->signal);
    }
}

bool Crew::may_begin(const World& world, const Work& work, std::size_t post) {
    if (work.gates.empty()) return true;
    const auto runs = [](Time start) { return start != engine::never; };
    if (std::any_of(work.when_since.begin(), work.when_since.end(), runs)) return true;
    return std::any_of(work.gates.begin(), work.gates.end(), [&](const Gate& gate) {
        std::optional<std::int64_t>& value = seen_[gate.signal];
        if (!value) value = read(world, gates_[post][gate.signal]);
        return detail::compare(gate.comparison, *value, gate.value);
    });
}

void Crew::set_done(Work& work, bool done) {
    if (work.done == done) return;
    work.done = done;
    work.underway = false;
    if (work.skipped) return;
    for (const std::size_t next : work.next) work_[next].waits_for += done ? -1 : 1;
}

void Crew::forget() {
    for (Work& work : work_) {
        set_done(work, false);
        work.begun = false;
        work.underway = false;
        work.touched = 0;
        std::fill(work.when_since.begin(), work.when_since.end(), engine::never);
        std::fill(work.done_since.begin(), work.done_since.end(), engine::never);
    }
}

bool Crew::all_said(const World& world, const Work& work, PostId post) const {
    const auto& sentences = work.step->sentences;
    return std::all_of(sentences.begin(), sentences.end(), [&](const Sentence& sentence) {
        return check(world, as_said(world, sentence, post)).already;
    });
}

bool Crew::finished(const World& world, Work& work, PostId post) {
    if (work.done) return true;
    // A recovery's step is only done once there was something to recover from.
    if (work.recovery && !work.begun) {
        work.begun = condition_holds(world, work.step->when, work.when_since, look_);
        if (!work.begun) return false;
    }
    const bool so = work.step->done.empty()
                        ? all_said(world, work, post)
                        : condition_holds(world, work.step->done, work.done_since, look_);
    if (!so) return false;
    work_[work.first].touched = world.now;
    set_done(work, true);
    if (work.recovery) begin_again(work);
    progressed_ = progressed_ || work.done;
    return true;
}

/// When a malfunction is wholly put right, its recovery may be needed again.
void Crew::begin_again(Work& last) {
    const auto begin = work_.begin() + static_cast<std::ptrdiff_t>(last.first);
    const auto end = begin + static_cast<std::ptrdiff_t>(last.procedure->steps.size());
    const bool all = std::all_of(begin, end, [](const Work& work) {
        return work.done || work.skipped || work.step->routine;
    });
    if (all) reset(last);
}

void Crew::reset(const Work& work) {
    for (std::size_t i = 0; i < work.procedure->steps.size(); ++i) {
        set_done(work_[work.first + i], false);
        work_[work.first + i].begun = false;
    }
}

/// The sign of a malfunction is there anew long after its recovery came to rest, though some steps
/// of it never fell due.
bool Crew::returned(const World& world, Work& work) {
    if (!work.opens || !work.done || !work.recovery || work.step->when.empty()) return false;
    if (world.now - work_[work.first].touched < at_rest_after) return false;
    if (!condition_holds(world, work.step->when, work.when_since, look_)) return false;
    reset(work);
    return true;
}

/// Who began to put something right goes on with it though the sign is gone by now: a card that is
/// in is not left in.
bool Crew::due(const World& world, Work& work) {
    return condition_holds(world, work.step->when, work.when_since, look_) || work.underway;
}

const Sentence* Crew::next_sentence(const World& world, const Work& work, PostId post) const {
    for (const Sentence& next : work.step->sentences) {
        const Refusal refusal = check(world, as_said(world, next, post));
        if (!refusal.already) return refusal ? nullptr : &next;
    }
    return nullptr;
}

std::optional<Command> Crew::decide(const World& world, PostId post) {
    const auto at = static_cast<std::size_t>(post);
    if (plan_.kind == CrewKind::idle || world.actors[at].busy) return std::nullopt;
    seen_.assign(gates_[at].size(), std::nullopt);
    for (const std::size_t index : by_post_[at]) {
        Work& work = work_[index];
        const bool rests = work.done && !returned(world, work);
        if (rests || work.skipped || work.waits_for > 0) continue;
        if (work.recovery && !work.begun && !may_begin(world, work, at)) continue;
        if (work.step->routine) {
            if (held_[at] || !condition_holds(world, work.step->when, work.when_since, look_))
                continue;
        } else {
            // What a trainee has done is looked at too: others may be waiting for it.
            if (finished(world, work, post) || held_[at]) continue;
            if (work.recovery && !work.begun) continue;
            if (!due(world, work)) continue;
        }
        const Sentence* next = next_sentence(world, work, post);
        const bool more = next != nullptr && next != &work.step->sentences.back();
        work.underway = more && work.recovery && !work.step->routine;
        if (next == nullptr) continue;
        work_[work.first].touched = world.now;
        return as_said(world, *next, post);
    }
    return std::nullopt;
}

}  // namespace sim
