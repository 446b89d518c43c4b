#include "sim/scenario/drill.h"

#include <algorithm>

namespace sim {

namespace {

void tell(Drill& drill, Sink& sink) {
    std::vector<Observation>& happened = drill.world.observations;
    if (!happened.empty()) {
        if (sink.observations) sink.observations(happened);
        happened.clear();
        drill.world.settled = 0;
    }
    if (sink.moment) sink.moment(drill.world);
}

/// Minutes that are wholly over before anything at `next` happens.
void tell_minutes(Drill& drill, Time next, Sink& sink) {
    while (drill.next_minute < next) {
        advance(drill.world, drill.next_minute);
        if (sink.minute) {
            sink.minute(drill.next_minute, state_hash(drill.world), drill.world);
        }
        drill.next_minute += engine::minute;
    }
}

/// The drill proper begins before anything at its start happens: chance and the timeline are on.
void begin_if_due(Drill& drill, Time next, Sink& sink) {
    if (!drill.world.prelude || next < drill.start) return;
    tell_minutes(drill, drill.start, sink);
    drill.world.now = std::max(drill.world.now, drill.start);
    drill.world.prelude = false;
}

/// Handles what waits at the next event's time, if that is not after `until`.
bool step(Drill& drill, Time until, Sink& sink) {
    const Time next = next_event(drill.world);
    if (next > until) return false;
    begin_if_due(drill, next, sink);
    tell_minutes(drill, next, sink);
    advance(drill.world, next);
    tell(drill, sink);
    return true;
}

Refusal give(Drill& drill, const Command& command, Sink& sink) {
    const Refusal refusal = apply(drill.world, command);
    drill.next_number = command.number + 1;
    if (sink.command) sink.command(command, refusal);
    // An action that only begins changes nothing yet that anyone could see.
    if (!drill.world.observations.empty()) tell(drill, sink);
    return refusal;
}

/// Everyone who can act does so; whoever acts without taking time may act again, within reason.
void let_crew_act(Drill& drill, Sink& sink) {
    constexpr int most_at_once = 50;
    for (int round = 0; round < most_at_once; ++round) {
        bool anyone = false;
        for (std::size_t post = 0; post < post_count; ++post) {
            while (step(drill, drill.world.now, sink)) continue;
            auto command = drill.crew.decide(drill.world, static_cast<PostId>(post));
            if (!command) continue;
            command->time = drill.world.now;
            command->number = drill.next_number;
            const std::int64_t seen = drill.world.observed;
            give(drill, *command, sink);
            anyone = anyone || drill.world.observed != seen;
        }
        if (!drill.crew.take_progress() && !anyone) return;
    }
}

/// Somebody of the crew has waited long enough, before anything else happens.
bool look_again(Drill& drill, Time until, Sink& sink) {
    const Time look = drill.crew.take_look();
    if (look > until || look >= next_event(drill.world)) return false;
    begin_if_due(drill, look, sink);
    tell_minutes(drill, look, sink);
    advance(drill.world, look);
    return true;
}

void finish_at(Drill& drill, Time until, Sink& sink) {
    if (finished(drill)) return;
    begin_if_due(drill, until, sink);
    tell_minutes(drill, until, sink);
    advance(drill.world, until);
}

}  // namespace

Drill make_drill(const LoadedScenario& loaded, std::uint64_t seed, CrewPlan plan) {
    const std::shared_ptr<const Setup> setup = make_setup(loaded, seed);
    Drill drill{setup,
                make_world(setup),
                Crew(setup, plan, loaded.scenario.trainee),
                std::max(loaded.scenario.start, setup->start),
                0,
                0};
    drill.world.prelude = drill.start > setup->start;
    const Time minutes = setup->start / engine::minute;
    drill.next_minute = minutes * engine::minute;
    if (drill.next_minute < setup->start) drill.next_minute += engine::minute;
    return drill;
}

void play_to_start(Drill& drill, Sink& sink) {
    if (!drill.world.prelude) return;
    Crew expert(drill.setup, {}, {});
    std::swap(expert, drill.crew);
    run_until(drill, drill.start, sink);
    std::swap(expert, drill.crew);
}

void run_until(Drill& drill, Time until, Sink& sink) {
    let_crew_act(drill, sink);
    while (!finished(drill) && (look_again(drill, until, sink) || step(drill, until, sink))) {
        if (!finished(drill)) let_crew_act(drill, sink);
    }
    finish_at(drill, until, sink);
}

Refusal say(Drill& drill, Command command, Sink& sink) {
    while (step(drill, drill.world.now, sink)) continue;
    command.time = drill.world.now;
    command.number = drill.next_number;
    return give(drill, command, sink);
}

void replay_until(Drill& drill, std::span<const Command> commands, Time until, Sink& sink) {
    for (const Command& command : commands) {
        if (command.number < drill.next_number) continue;
        if (command.time > until) break;
        while (step(drill, command.time, sink)) continue;
        begin_if_due(drill, command.time, sink);
        tell_minutes(drill, command.time, sink);
        advance(drill.world, command.time);
        give(drill, command, sink);
    }
    while (!finished(drill) && step(drill, until, sink)) continue;
    finish_at(drill, until, sink);
}

}  // namespace sim
