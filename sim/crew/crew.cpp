#include "sim/crew/crew.h"

#include <algorithm>
#include <bit>

namespace sim {

namespace {

constexpr std::size_t word_bits = 64;
constexpr Time at_rest_after = 10 * engine::minute;

void set(std::vector<std::uint64_t>& bits, std::size_t at, bool so) {
    const std::uint64_t bit = std::uint64_t{1} << (at % word_bits);
    std::uint64_t& word = bits[at / word_bits];
    word = so ? word | bit : word & ~bit;
}

/// @param look when it is worth looking again though nothing happens: made earlier if need be.
bool look_again(const World& world, Lookout& lookout, std::size_t place, Since& since, Time& look) {
    Time due = engine::never;
    const bool so = lookout.holds(place, world, since, due);
    if (due > world.now) look = std::min(look, due);
    return so;
}

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

}  // namespace

Crew::Crew(std::shared_ptr<const Setup> setup, CrewPlan plan, std::array<bool, post_count> held)
    : setup_(std::move(setup)), plan_(plan), held_(held) {
    int number = 0;
    for (const Procedure& procedure : setup_->procedures) add(procedure, false, number++);
    for (const FaultSpec& fault : setup_->faults) add(fault.recovery, true, -1);
    order_duties();
}

void Crew::order_duties() {
    for (std::size_t i = 0; i < work_.size(); ++i) {
        const PostId post = work_[i].step->post;
        if (post != no_post) duties_[static_cast<std::size_t>(post)].work.push_back(i);
    }
    for (Duties& duties : duties_) {
        std::stable_sort(
            duties.work.begin(), duties.work.end(), [&](std::size_t left, std::size_t right) {
                return work_[left].procedure->priority > work_[right].procedure->priority;
            });
        const std::size_t words = (duties.work.size() + word_bits - 1) / word_bits;
        duties.turn.assign(words, 0);
        duties.begun.assign(words, 0);
        duties.underway.assign(words, 0);
        for (std::size_t i = 0; i < duties.work.size(); ++i) {
            Work& work = work_[duties.work[i]];
            work.place = i;
            duties.when.add(work.step->when);
            duties.done.add(work.step->done);
            mark(work);
        }
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
        work.opens = step.after.empty() && step.line == procedure.steps.front().line;
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
            if (earlier.skipped && !recovery) continue;
            earlier.next.push_back(first + i);
            ++work_[first + i].waits_for;
        }
    }
}

void Crew::mark(const Work& work) {
    if (work.step->post == no_post) return;
    Duties& duties = duties_[static_cast<std::size_t>(work.step->post)];
    const bool open = !work.done && work.waits_for == 0;
    const bool left_out = work.skipped && !work.recovery;
    set(duties.turn, work.place, !left_out && (open || returns(work)));
    set(duties.begun, work.place, open && !work.step->routine && (work.begun || !work.recovery));
    set(duties.underway, work.place, open && work.underway);
}

/// The next step, at `from` or after it, that may be done or may begin.
std::optional<std::size_t> Crew::next_place(const Duties& duties, std::size_t from) {
    const std::vector<std::uint64_t>& when = duties.when.open();
    const std::vector<std::uint64_t>& done = duties.done.open();
    std::uint64_t mask = ~std::uint64_t{0} << (from % word_bits);
    for (std::size_t word = from / word_bits; word < duties.turn.size(); ++word) {
        const std::uint64_t bits =
            mask & duties.turn[word] &
            (when[word] | (done[word] & duties.begun[word]) | duties.underway[word]);
        if (bits != 0) return word * word_bits + static_cast<std::size_t>(std::countr_zero(bits));
        mask = ~std::uint64_t{0};
    }
    return std::nullopt;
}

void Crew::set_done(Work& work, bool done) {
    if (work.done == done) return;
    work.done = done;
    work.underway = false;
    mark(work);
    if (work.skipped && !work.recovery) return;
    for (const std::size_t next : work.next) {
        work_[next].waits_for += done ? -1 : 1;
        mark(work_[next]);
    }
}

bool Crew::all_said(const World& world, const Work& work, PostId post) const {
    const auto& sentences = work.step->sentences;
    return std::all_of(sentences.begin(), sentences.end(), [&](const Sentence& sentence) {
        return check(world, as_said(world, sentence, post)).already;
    });
}

/// Whether its `when` holds; when it is worth looking again though nothing happens is kept.
bool Crew::its_time(const World& world, Work& work) {
    Duties& duties = duties_[static_cast<std::size_t>(work.step->post)];
    return look_again(world, duties.when, work.place, work.when_since, look_);
}

bool Crew::finished(const World& world, Work& work, PostId post) {
    if (work.done) return true;
    // A recovery's step is only done once there was something to recover from.
    if (work.recovery && !work.begun) {
        work.begun = its_time(world, work);
        if (!work.begun) return false;
        mark(work);
    }
    Lookout& done = duties_[static_cast<std::size_t>(post)].done;
    const bool so = work.step->done.empty()
                        ? all_said(world, work, post)
                        : look_again(world, done, work.place, work.done_since, look_);
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
        Work& each = work_[work.first + i];
        set_done(each, false);
        each.begun = false;
        mark(each);
    }
}

/// Whether it begins a recovery that may have to be begun anew.
bool Crew::returns(const Work& work) {
    return work.recovery && work.opens && work.done && !work.step->when.empty();
}

/// The sign of a malfunction is there anew long after its recovery came to rest, though some steps
/// of it never fell due.
bool Crew::returned(const World& world, Work& work) {
    const Time touched = work_[work.first].touched;
    if (!returns(work) || world.now - touched < at_rest_after) return false;
    if (!its_time(world, work)) return false;
    reset(work);
    return true;
}

/// Who began to put something right goes on with it though the sign is gone by now: a card that is
/// in is not left in.
bool Crew::due(const World& world, Work& work) {
    return its_time(world, work) || work.underway;
}

const Sentence* Crew::next_sentence(const World& world, const Work& work, PostId post) const {
    for (const Sentence& next : work.step->sentences) {
        const Refusal refusal = check(world, as_said(world, next, post));
        if (!refusal.already) return refusal ? nullptr : &next;
    }
    return nullptr;
}

/// Whether it is time for the step, and it is not done yet.
bool Crew::wants(const World& world, Work& work, PostId post) {
    // What is left out of a recovery is so when its turn comes: what follows must not come before.
    if (work.skipped) {
        if (its_time(world, work)) set_done(work, true);
        return false;
    }
    const bool held = holds_post(post);
    if (work.step->routine) return !held && its_time(world, work);
    // What a trainee has done is looked at too: others may be waiting for it.
    if (finished(world, work, post) || held) return false;
    if (work.recovery && !work.begun) return false;
    return due(world, work);
}

void Crew::watch(const World& world) {
    if (plan_.kind == CrewKind::idle) return;
    for (std::size_t at = 0; at < duties_.size(); ++at) {
        Duties& duties = duties_[at];
        duties.when.look(world);
        duties.done.look(world);
        for (auto place = next_place(duties, 0); place; place = next_place(duties, *place + 1)) {
            Work& work = work_[duties.work[*place]];
            if ((work.done && !returned(world, work)) || work.waits_for > 0) continue;
            if (work.skipped && its_time(world, work)) set_done(work, true);
            if (work.skipped || work.step->routine) continue;
            finished(world, work, static_cast<PostId>(at));
        }
    }
}

std::optional<Command> Crew::decide(const World& world, PostId post) {
    const auto at = static_cast<std::size_t>(post);
    if (plan_.kind == CrewKind::idle || world.actors[at].busy) return std::nullopt;
    Duties& duties = duties_[at];
    duties.when.look(world);
    duties.done.look(world);
    for (auto place = next_place(duties, 0); place; place = next_place(duties, *place + 1)) {
        Work& work = work_[duties.work[*place]];
        if ((work.done && !returned(world, work)) || work.waits_for > 0) continue;
        if (!wants(world, work, post)) continue;
        const Sentence* next = next_sentence(world, work, post);
        const bool more = next != nullptr && next != &work.step->sentences.back();
        work.underway = more && work.recovery && !work.step->routine;
        mark(work);
        if (next == nullptr) continue;
        work_[work.first].touched = world.now;
        return as_said(world, *next, post);
    }
    return std::nullopt;
}

}  // namespace sim
