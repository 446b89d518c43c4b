/// A drill under way: a world, the crew beside it, and the one way of stepping them that live play,
/// replay and seek share.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "sim/crew/crew.h"
#include "sim/scenario/read_scenario.h"
#include "sim/station/world.h"

namespace sim {

/// What the owner of a drill wants to be told. Each may be empty.
struct Sink {
    /// A command was applied (or refused).
    std::function<void(const Command&, const Refusal&)> command;
    /// What happened, in order; called before `moment`.
    std::function<void(std::span<const Observation>)> observations;
    /// After every distinct event time and every command that had an effect at once: the state can
    /// be looked at. The grade looks here, so live play and replay look at the same states.
    std::function<void(const World&)> moment;
    /// Every simulated minute, with the state's hash; all of that minute has happened.
    std::function<void(Time, std::uint64_t hash, const World&)> minute;
};

struct Drill {
    std::shared_ptr<const Setup> setup;
    World world;
    Crew crew;
    Time start = 0;  ///< the drill proper begins; before, the expert prepares
    Time next_minute = 0;
    std::int32_t next_number = 0;
};

/// The station at the beginning of its files; `start` is still ahead when the drill starts in the
/// middle of the day.
Drill make_drill(const LoadedScenario& loaded, std::uint64_t seed, CrewPlan plan);

/// Brings the station to the start of the drill: the expert plays there with chance, timeline and
/// grade off. Its commands are told to the sink like all others, so that replay needs no expert.
void play_to_start(Drill& drill, Sink& sink);

/// Lets events happen and the crew act up to and including `until`; stops early when the drill is
/// finished. Ends with `world.now` = until, or the moment of the finish.
void run_until(Drill& drill, Time until, Sink& sink);

/// Someone says something now. Stamps time and number.
Refusal say(Drill& drill, Command command, Sink& sink);

/// Runs events and the given commands (in order of their numbers, times not before now) up to and
/// including `until`, without any crew. Gives the states that live play gave.
void replay_until(Drill& drill, std::span<const Command> commands, Time until, Sink& sink);

inline bool finished(const Drill& drill) {
    return drill.world.finished_at != engine::never;
}

}  // namespace sim
