/// The world of one polling station: a value. Two of them live side by side; the same setup and the
/// same commands at the same times give the same world, bit for bit.
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "sim/election/centre.h"
#include "sim/election/count.h"
#include "sim/equipment/power.h"
#include "sim/equipment/scanner.h"
#include "sim/equipment/terminal.h"
#include "sim/equipment/transmitter.h"
#include "sim/people/hall.h"
#include "sim/station/setup.h"
#include "sim/world/command.h"
#include "sim/world/context.h"
#include "sim/world/post.h"

namespace sim {

/// Who works at a post: busy with one action at a time.
struct Actor {
    Time busy_until = 0;
    bool busy = false;
    std::uint32_t token = 0;  ///< of the action's end in the queue
    Command doing;

    template <class Archive>
    void serialize(Archive& ar) {
        ar(busy_until, busy, token, doing);
    }
};

/// An instructor's lie about a reading: the model beneath stays true.
struct Override {
    SignalRef signal;
    std::int64_t value = 0;

    template <class Archive>
    void serialize(Archive& ar) {
        ar(signal.signal, signal.unit, value);
    }
};

struct TriggerState {
    bool fired = false;
    Time due = engine::never;  ///< when it is looked at again because of a `for:`
    Since since;

    template <class Archive>
    void serialize(Archive& ar) {
        ar(fired, due, since);
    }
};

struct World {
    std::shared_ptr<const Setup> setup;

    Time now = 0;
    Queue queue;
    engine::Blocks<PartState> parts;
    engine::Blocks<Sheet> sheets;
    std::array<Actor, post_count> actors;
    std::vector<Scanner> scanners;
    std::vector<Terminal> terminals;
    std::vector<Transmitter> transmitters;
    Power power;
    Hall hall;
    Count count;
    Centre centre;
    std::vector<Perturbation> perturbations;
    std::int32_t injections = 0;
    std::vector<Override> overrides;
    std::vector<TriggerState> triggers;
    TriggerState ending;  ///< of the condition that ends the drill
    /// The expert is bringing the station to the drill's start: chance and timeline are off.
    bool prelude = false;
    Time finished_at = engine::never;
    std::int32_t commands = 0;  ///< applied so far
    std::int64_t observed = 0;  ///< observations so far
    Truth truth;

    /// What happened since the owner last emptied it; not part of the state.
    std::vector<Observation> observations;
    /// How many of them are counted in `observed`; zero it when you empty them.
    std::int64_t settled = 0;

    template <class Archive>
    void serialize(Archive& ar) {
        ar(cereal::make_nvp("now", now), cereal::make_nvp("queue", queue),
           cereal::make_nvp("parts", parts), cereal::make_nvp("sheets", sheets),
           cereal::make_nvp("actors", actors), cereal::make_nvp("scanners", scanners),
           cereal::make_nvp("terminals", terminals), cereal::make_nvp("transmitters", transmitters),
           cereal::make_nvp("power", power), cereal::make_nvp("hall", hall),
           cereal::make_nvp("count", count), cereal::make_nvp("centre", centre),
           cereal::make_nvp("perturbations", perturbations),
           cereal::make_nvp("injections", injections), cereal::make_nvp("overrides", overrides),
           cereal::make_nvp("triggers", triggers), cereal::make_nvp("ending", ending),
           cereal::make_nvp("prelude", prelude), cereal::make_nvp("finished_at", finished_at),
           cereal::make_nvp("commands", commands), cereal::make_nvp("observed", observed),
           cereal::make_nvp("truth", truth));
        // Stations with one scanner keep the layout that they have always had.
        if (scanners.size() > 1) ar(cereal::make_nvp("more_scanners", hall.more_scanners));
    }

    const PartState& part(PartId id) const { return parts[static_cast<std::size_t>(id)]; }
    PartState& edit(PartId id) { return parts.edit(static_cast<std::size_t>(id)); }
    const Layout& layout() const { return setup->layout; }
};

/// The station at the start of its drill, before anyone has done anything.
World make_world(std::shared_ptr<const Setup> setup);

/// What a device (or, with no_device, a person) may use of the world.
Context context(World& world, DeviceId device);

/// Runs all events up to and including `until` and sets `now` to it.
void advance(World& world, Time until);

/// Time of the next event, engine::never when none waits.
Time next_event(const World& world);

/// Says a sentence at the present moment (`command.time` must be `now`). Refused commands change
/// nothing but the counters and are observed like all others.
Refusal apply(World& world, const Command& command);
/// Begins what `check` allows, without a word about it; for acts that are no commands.
void begin(World& world, const Command& command);

/// Whether a command could be said now; the refusal says why not, or that it is so already.
Refusal check(const World& world, const Command& command);

/// Hash of the whole state; unchanged blocks are not hashed again.
std::uint64_t state_hash(const World& world);

/// A person's hand put right what a perturbation had worsened (wiped the glass, freed the outfeed):
/// all active perturbations of that parameter of that device end now.
void restore_parameter(World& world, DeviceId device, Parameter parameter);

/// A part changed (door, item, plug, switch): its device is told. Called by verb effects.
void part_changed(World& world, PartId part);

/// Power at a device's inlet appeared or vanished: its device is told.
void device_power(World& world, DeviceId device, bool live);

/// Value of a signal as the machine reports it (overrides included).
std::int64_t read(const World& world, SignalRef signal);

}  // namespace sim
