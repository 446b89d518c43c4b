/// Recordings for the tests of reports: half an hour of an opening, worked well or badly.
#pragma once

#include "sim/crew/crew.h"
#include "sim/recording/database.h"
#include "sim/report/report.h"
#include "tests/sim/recording/short_drill.h"

namespace sim::test {

struct Played {
    CrewPlan plan;
    Time until = short_end;
    bool close = true;
    std::string trainee = "Asel";
};

inline std::filesystem::path play(const TemporaryFolder& folder, const Played& played) {
    const std::filesystem::path file = folder.path() / "played.drill";
    const LoadedScenario loaded = load_short();
    Drill drill = make_drill(loaded, 7, played.plan);
    Recorder recorder(file,
                      {"test", "short", 7, played.trainee, format_crew(played.plan), "chair", 0,
                       "2026-05-04 14:10:00 +0600"},
                      loaded.files, drill.world);
    Grader grader(grading_plan(loaded.scenario, *drill.setup), drill.world);
    Sink sink;
    sink.command = [&](const Command& command, const Refusal& refusal) {
        recorder.append(command, refusal);
    };
    sink.observations = [&](std::span<const Observation> seen) { recorder.append(seen); };
    sink.moment = [&](const World& world) { grader.moment(world); };
    sink.minute = [&](Time time, std::uint64_t hash, const World& world) {
        recorder.minute(time, hash);
        if (time % (10 * engine::minute) == 0) recorder.keyframe(world);
    };
    run_until(drill, played.until, sink);
    if (played.close) {
        REQUIRE(recorder.close(drill.world.now, grade_rows(grader.grade(drill.world))));
    } else {
        REQUIRE(recorder.commit(drill.world.now));
    }
    return file;
}

inline CrewPlan crew_of(const char* text) {
    const auto plan = parse_crew(text);
    REQUIRE(plan);
    return *plan;
}

inline Report report_on(const std::filesystem::path& file, const ReportOptions& options = {},
                        const std::string& language = "en") {
    const Reader reader{engine::Translator(language, engine::translations_folder()), language};
    return make_report(Recording::open(file), reader, options);
}

/// The grade that a recording keeps.
inline Grade stored_grade(const std::filesystem::path& file) {
    return grade_of(Recording::open(file).grade(), {});
}

}  // namespace sim::test
