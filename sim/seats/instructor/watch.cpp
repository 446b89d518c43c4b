#include "sim/seats/instructor/watch.h"

#include <algorithm>

#include "sim/assessment/describe.h"
#include "sim/assessment/moment.h"
#include "sim/station/verb.h"

namespace sim::seats {

namespace {

constexpr Time sample_every = engine::minute;
/// What an ended malfunction left behind stays on the screen for so long.
constexpr Time lingers = 15 * engine::minute;

bool is_done(const Step& step, const World& world, Since& since) {
    if (!step.done.empty()) return true_now(step.done, world, since);
    return !step.sentences.empty() &&
           std::all_of(step.sentences.begin(), step.sentences.end(),
                       [&](const Sentence& one) { return is_so(one, step.post, world); });
}

void prepare(InPlay& item, const FaultSpec& fault) {
    for (const Step& step : fault.recovery.steps) {
        item.steps.push_back(
            {engine::never, engine::never, no_times(step.when), no_times(step.done)});
    }
    for (const sim::Sign& sign : fault.signs) {
        item.signs.push_back({engine::never, engine::never, no_times(sign.when), {}});
    }
}

Seat author_of(const InPlay& item, const Live& live) {
    const auto& said = live.session->said();
    for (auto it = said.rbegin(); it != said.rend(); ++it) {
        if (it->refusal || it->command.object == no_part) continue;
        const PartSpec& noun = live.layout()[it->command.object];
        if (noun.kind == PartKind::fault && noun.index == item.fault &&
            verb(it->command.verb).name == "inject" && it->command.time <= item.since) {
            return it->command.author;
        }
    }
    return Seat::scenario;
}

/// Finds the injections in the world, which keeps all of them.
void find_injections(Watch& watch, const Live& live) {
    for (const Perturbation& change : live.world().perturbations) {
        if (change.fault < 0) continue;
        auto item =
            std::find_if(watch.in_play.begin(), watch.in_play.end(),
                         [&](const InPlay& one) { return one.injection == change.injection; });
        if (item == watch.in_play.end()) {
            InPlay made;
            made.injection = change.injection;
            made.fault = change.fault;
            made.since = change.start;
            made.until = change.end;
            made.device = change.device;
            prepare(made, live.setup().faults[static_cast<std::size_t>(change.fault)]);
            made.author = author_of(made, live);
            watch.in_play.push_back(std::move(made));
        } else {
            item->since = std::min(item->since, change.start);
        }
    }
    for (InPlay& item : watch.in_play) {
        item.until = 0;
        for (const Perturbation& change : live.world().perturbations) {
            if (change.injection == item.injection) item.until = std::max(item.until, change.end);
        }
    }
}

void look_at(InPlay& item, const FaultSpec& fault, const World& world) {
    if (!item.begun(world.now)) return;
    for (std::size_t i = 0; i < item.signs.size(); ++i) {
        InPlay::Moment& sign = item.signs[i];
        if (sign.reached == engine::never && true_now(fault.signs[i].when, world, sign.when)) {
            sign.reached = world.now;
        }
    }
    for (std::size_t i = 0; i < item.steps.size(); ++i) {
        InPlay::Moment& mark = item.steps[i];
        const Step& step = fault.recovery.steps[i];
        if (mark.reached != engine::never) continue;
        if (mark.asked == engine::never && true_now(step.when, world, mark.when)) {
            mark.asked = world.now;
        }
        const bool ready =
            std::all_of(step.after.begin(), step.after.end(), [&](std::int16_t before) {
                return item.steps[static_cast<std::size_t>(before)].reached != engine::never;
            });
        if (ready && mark.asked != engine::never && is_done(step, world, mark.done)) {
            mark.reached = world.now;
        }
    }
}

/// After going back: nothing of what came later has happened.
void forget(Watch& watch, Time now, std::int32_t injections) {
    std::erase_if(watch.in_play, [&](const InPlay& item) { return item.injection > injections; });
    std::erase_if(watch.queue, [now](const QueueSample& sample) { return sample.time > now; });
    for (InPlay& item : watch.in_play) {
        for (auto* moments : {&item.steps, &item.signs}) {
            for (InPlay::Moment& moment : *moments) {
                if (moment.asked > now) moment.asked = engine::never;
                if (moment.reached > now) moment.reached = engine::never;
                std::fill(moment.when.begin(), moment.when.end(), engine::never);
                std::fill(moment.done.begin(), moment.done.end(), engine::never);
            }
        }
    }
    watch.marks.clear();
    watch.said = 0;
    watch.last_act = 0;
}

void read_said(Watch& watch, const Live& live) {
    const auto& said = live.session->said();
    for (; watch.said < said.size(); ++watch.said) {
        const Said& one = said[watch.said];
        const Command& command = one.command;
        if (command.author == Seat::trainee) watch.last_act = command.time;
        if (one.refusal || command.author != Seat::instructor) continue;
        const std::string_view name = verb(command.verb).name;
        if (name == "bookmark") {
            watch.marks.push_back({Mark::Kind::bookmark, command.time, command.words, -1});
        } else if (name == "note") {
            watch.marks.push_back({Mark::Kind::note, command.time, command.words, -1});
        } else if (name == "message") {
            watch.marks.push_back({Mark::Kind::message, command.time, command.words, -1});
        }
    }
}

}  // namespace

void look(Watch& watch, const Live& live) {
    const DrillSession& session = *live.session;
    const World& world = live.world();
    if (watch.branch != session.branch() || watch.said > session.said().size()) {
        watch.branch = session.branch();
        forget(watch, world.now, world.injections);
    }
    read_said(watch, live);
    find_injections(watch, live);
    if (watch.looked != world.now || watch.injections != world.injections) {
        for (InPlay& item : watch.in_play) {
            look_at(item, live.setup().faults[static_cast<std::size_t>(item.fault)], world);
        }
        watch.looked = world.now;
        watch.injections = world.injections;
    }
    if (watch.queue.empty() || world.now >= watch.queue.back().time + sample_every) {
        watch.queue.push_back({world.now, waiting(world)});
    }
}

Time expected_time(const FaultSpec& fault) {
    Time longest = -1;
    for (const Step& step : fault.recovery.steps) {
        if (step.within != engine::never) longest = std::max(longest, step.within);
    }
    return longest < 0 ? engine::never : longest;
}

ResponseState state_of(const InPlay& item, const FaultSpec& fault, std::size_t step) {
    const InPlay::Moment& mark = item.steps[step];
    if (mark.reached != engine::never) return ResponseState::done;
    const Step& spec = fault.recovery.steps[step];
    const bool ready = std::all_of(spec.after.begin(), spec.after.end(), [&](std::int16_t before) {
        return item.steps[static_cast<std::size_t>(before)].reached != engine::never;
    });
    return ready && mark.asked != engine::never ? ResponseState::next : ResponseState::later;
}

bool responded(const InPlay& item) {
    // What was so already when it was first asked for is nobody's response.
    return std::any_of(item.steps.begin(), item.steps.end(), [](const InPlay::Moment& step) {
        return step.reached != engine::never && step.reached > step.asked;
    });
}

bool settled(const InPlay& item) {
    return std::all_of(item.steps.begin(), item.steps.end(),
                       [](const InPlay::Moment& step) { return step.reached != engine::never; });
}

bool in_sight(const InPlay& item, Time now) {
    if (item.until > now) return true;
    const bool seen = std::any_of(item.signs.begin(), item.signs.end(),
                                  [](const auto& sign) { return sign.reached != engine::never; });
    return seen && !settled(item) && now - item.until < lingers;
}

}  // namespace sim::seats
