/// Drills for tests: the shipped files, stepped as the program steps them.
#pragma once

#include <string>
#include <variant>

#include "engine/core/paths.h"
#include "sim/scenario/drill.h"
#include "sim/station/sentence.h"
#include "sim/station/signals.h"

// Last: it has a macro of the same name as the table of messages.
#include <doctest/doctest.h>

namespace sim::test {

/// @param kit of assets/kits, whose equipment stands in for the scenario's.
inline LoadedScenario load_drill(const std::string& name, const std::string& kit = "") {
    engine::Problems problems;
    auto loaded = load_scenario(disk_files(engine::assets_folder()), "scenarios/" + name + ".yaml",
                                problems, kit);
    REQUIRE_MESSAGE(loaded.has_value(), engine::text_of(problems));
    return std::move(*loaded);
}

/// A drill with everything needed to poke at it.
struct Bench {
    LoadedScenario loaded;
    Drill drill;
    Sink sink;

    explicit Bench(LoadedScenario scenario, std::uint64_t seed = 1, CrewPlan plan = {})
        : loaded(std::move(scenario)), drill(make_drill(loaded, seed, plan)) {
        play_to_start(drill, sink);
    }

    std::int64_t signal(const std::string& name) const {
        const auto ref = find_signal(drill.setup->layout, name);
        REQUIRE_MESSAGE(ref.has_value(), name);
        return read(drill.world, *ref);
    }

    Command command(const std::string& sentence, Seat seat) const {
        const auto parsed = parse_sentence(drill.setup->layout, sentence);
        const auto* error = std::get_if<SentenceError>(&parsed);
        REQUIRE_MESSAGE(error == nullptr, sentence << ": " << error->message.english());
        Command made = std::get<Command>(parsed);
        made.author = seat;
        return made;
    }

    Refusal instructor(const std::string& sentence) {
        return sim::say(drill, command(sentence, Seat::instructor), sink);
    }

    /// Someone of the commission says it and it is given the time it takes.
    Refusal member(const std::string& sentence) {
        const Command said = command(sentence, Seat::trainee);
        const Refusal refusal = sim::say(drill, said, sink);
        if (!refusal && said.actor != no_post) {
            const auto actor = static_cast<std::size_t>(said.actor);
            run_until(drill, drill.world.actors[actor].busy_until, sink);
        }
        return refusal;
    }

    /// Runs until the condition holds; false when it does not within `longest`.
    bool run_until_holds(const Condition& condition, Time longest) {
        const Time end = drill.world.now + longest;
        const auto look = [this](SignalRef ref) { return read(drill.world, ref); };
        while (!holds(condition, look)) {
            if (drill.world.now >= end || finished(drill)) return false;
            run_until(drill, drill.world.now + engine::second, sink);
        }
        return true;
    }

    void run(Time span) { run_until(drill, drill.world.now + span, sink); }
};

}  // namespace sim::test
