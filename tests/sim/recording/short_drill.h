/// Half an hour of a station's opening, recorded: what the tests of recordings look at.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <memory>
#include <string>

#include "engine/core/paths.h"
#include "sim/assessment/grader.h"
#include "sim/recording/grade_rows.h"
#include "sim/recording/recorder.h"
#include "sim/recording/recording.h"
#include "sim/scenario/drill.h"
#include "sim/station/sentence.h"

inline constexpr const char* short_scenario = R"(
scenario: short
title: {en: Short, ru: Короткая, ky: Кыска}
about: {en: Half an hour, ru: Полчаса, ky: Жарым саат}
difficulty: 1
minutes: 30
station:
  number: 5024
  devices:
    - {name: scanner, equipment: scanner_touch}
    - {name: terminal_1, equipment: terminal_printing}
    - {name: terminal_2, equipment: terminal_printing}
    - {name: modem, equipment: transmitter_cellular}
    - {name: power, equipment: power_kit}
    - {name: room, equipment: polling_room}
    - {name: hall, equipment: polling_hall}
    - {name: forms, equipment: results_forms}
election: trees
start: {at: "06:30"}
procedures: [opening]
objectives:
  - id: half_past
    text: {en: Half an hour passes, ru: Проходит полчаса, ky: Жарым саат өтөт}
    when: {clock: {at_least: "06:45"}}
    points: 1
finish: {clock: {at_least: "07:00"}}
)";

inline sim::LoadedScenario load_short() {
    sim::FileSource source = sim::disk_files(engine::assets_folder());
    source.scenario = [](const std::string&) { return std::string(short_scenario); };
    engine::Problems problems;
    auto loaded = sim::load_scenario(source, "short.yaml", problems);
    INFO(engine::text_of(problems));
    REQUIRE(loaded);
    return std::move(*loaded);
}

/// Plays up to a time while recording; closes at the end of the drill when asked to.
class ShortDrill {
  public:
    explicit ShortDrill(const std::filesystem::path& file)
        : loaded(load_short()),
          drill(sim::make_drill(loaded, 7, {})),
          recorder(file, {"test", "short", 7, "Asel", "expert", "", 0, "today"}, loaded.files,
                   drill.world),
          grader(sim::grading_plan(loaded.scenario, *drill.setup), drill.world) {
        sink.command = [this](const sim::Command& command, const sim::Refusal& refusal) {
            recorder.append(command, refusal);
        };
        sink.observations = [this](std::span<const sim::Observation> seen) {
            recorder.append(seen);
        };
        sink.moment = [this](const sim::World& world) { grader.moment(world); };
        sink.minute = [this](sim::Time time, std::uint64_t hash, const sim::World& world) {
            recorder.minute(time, hash);
            if (time % (5 * engine::minute) == 0) recorder.keyframe(world);
        };
    }

    void run_until(sim::Time time) { sim::run_until(drill, time, sink); }
    bool commit() { return recorder.commit(drill.world.now); }
    bool close() {
        return recorder.close(drill.world.now, sim::grade_rows(grader.grade(drill.world)));
    }
    /// A sentence of the trainee's, to have a refused command as well.
    void say(const std::string& sentence) {
        auto command = std::get<sim::Command>(sim::parse_sentence(drill.setup->layout, sentence));
        command.author = sim::Seat::trainee;
        sim::say(drill, command, sink);
    }

    sim::LoadedScenario loaded;
    sim::Drill drill;
    sim::Sink sink;
    sim::Recorder recorder;
    sim::Grader grader;
};

inline constexpr sim::Time short_end = 7 * engine::hour;

/// The whole drill in a closed file.
inline void record_short(const std::filesystem::path& file) {
    ShortDrill drill(file);
    drill.run_until(6 * engine::hour + 40 * engine::minute);
    drill.say("as chair: break seal_104");
    drill.run_until(short_end);
    REQUIRE(drill.close());
    REQUIRE_FALSE(drill.recorder.take_problem());
}
