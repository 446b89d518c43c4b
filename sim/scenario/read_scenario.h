/// Scenario files: the drills. A file says everything; with a seed it becomes a Setup.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/crew/crew.h"
#include "sim/scenario/files.h"
#include "sim/scenario/read_procedure.h"
#include "sim/station/setup.h"
#include "sim/world/post.h"

namespace sim {

/// "expert", "idle" or "skip:3"; nothing when it is none of them.
std::optional<CrewPlan> parse_crew(std::string_view text);
std::string format_crew(const CrewPlan& plan);

struct Grading {
    /// Graded procedures, and faults whose recovery is graded, by id.
    std::vector<std::string> procedures;
    int pass = 800;  ///< permille of the points
};

/// What a scenario says beyond the world itself.
struct Scenario {
    std::string id;
    engine::LocalizedText title;
    engine::LocalizedText about;
    int difficulty = 1;
    int minutes = 0;
    std::array<bool, post_count> trainee{};  ///< posts that the trainee holds
    CrewPlan others;
    Time start = 0;  ///< the drill begins; the expert brings the station here
    Grading grading;
    Procedure objectives;  ///< a graded procedure: each step's `done` is what has to be reached
};

/// A trigger whose moment or whose happening the seed decides.
struct RandomTrigger {
    std::size_t trigger = 0;  ///< index in the prototype's triggers
    Time earliest = 0;        ///< between these two, when `timed`
    Time latest = 0;
    bool timed = false;
    std::int64_t chance = 1000;  ///< permille
};

/// Everything read from the files; makes Setups for any seed without reading again.
struct LoadedScenario {
    Scenario scenario;
    Files files;  ///< every file that made it, for the recording
    std::shared_ptr<const Setup> prototype;
    std::vector<RandomTrigger> random;
    int register_size = 1723;
    std::uint64_t digest = 0;  ///< of the files
};

/// Reads a scenario and all it names. Mistakes of all files are reported in one pass; nothing is
/// returned when there was one.
/// @param kit id of a file of assets/kits whose equipment stands in for the scenario's; empty:
/// none.
std::optional<LoadedScenario> load_scenario(const FileSource& source, const std::string& path,
                                            engine::Problems& problems,
                                            const std::string& kit = "");

/// The same from the files of a recording, the kit among them.
std::optional<LoadedScenario> load_scenario(const Files& files, engine::Problems& problems);

/// Reads a scenario's parsed file, called `id`, and all it names; the scenario's own text is not
/// among the files of the result.
LoadedScenario read_scenario(const FileSource& source, const engine::Node& node,
                             const std::string& shown, const std::string& id,
                             engine::Problems& problems, const std::string& kit = "");

/// The setup of a drill with this seed: register, arrivals, moments of random triggers, digest.
std::shared_ptr<const Setup> make_setup(const LoadedScenario& loaded, std::uint64_t seed);

}  // namespace sim
