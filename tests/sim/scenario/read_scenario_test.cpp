#include "sim/scenario/read_scenario.h"

#include <algorithm>
#include <filesystem>

#include "sim/station/signals.h"

#include <doctest/doctest.h>  // after the messages, whose MESSAGE it would take

namespace {

namespace fs = std::filesystem;

const fs::path here = fs::path(__FILE__).parent_path();

sim::LoadedScenario drill() {
    engine::Problems problems;
    auto loaded = sim::load_scenario(sim::disk_files(here / "assets"),
                                     (here / "drill.yaml").string(), problems);
    REQUIRE_MESSAGE(loaded, engine::text_of(problems));
    return *std::move(loaded);
}

std::int64_t base(const sim::Setup& setup, std::string_view device, sim::Parameter parameter) {
    const sim::DeviceId id = setup.layout.find_device(device);
    REQUIRE(id != sim::no_device);
    return setup.layout.device(id).base[static_cast<std::size_t>(parameter)];
}

}  // namespace

TEST_CASE("a scenario says who works, when it begins and what is graded") {
    const sim::LoadedScenario loaded = drill();
    const sim::Scenario& scenario = loaded.scenario;
    CHECK(scenario.id == "drill");
    CHECK(scenario.title.ky == "Машыгуу");
    CHECK(scenario.trainee[static_cast<std::size_t>(sim::Post::chair)]);
    CHECK(!scenario.trainee[static_cast<std::size_t>(sim::Post::secretary)]);
    CHECK(scenario.others == sim::CrewPlan{sim::CrewKind::skip, 3});
    CHECK(scenario.start == 7 * engine::hour);
    CHECK(scenario.grading.procedures == std::vector<std::string>{"opening", "scanner_jam_entry"});
    CHECK(scenario.grading.pass == 750);
    REQUIRE(scenario.objectives.steps.size() == 1);
    CHECK(scenario.objectives.steps[0].within == 20 * engine::minute);
    CHECK(!scenario.objectives.steps[0].done.empty());

    const sim::Setup& setup = *loaded.prototype;
    CHECK(setup.start == 6 * engine::hour + 30 * engine::minute);
    CHECK(setup.latest_end == 12 * engine::hour);
    CHECK(!setup.chance);
    CHECK(setup.station_number == 9001);
    CHECK(setup.election.candidates.size() == 2);
    CHECK(setup.election.hash.size() == 16);
}

TEST_CASE("parameters in force: neutral, the profile's, the scenario's") {
    const sim::LoadedScenario loaded = drill();
    const sim::Setup& setup = *loaded.prototype;
    CHECK(base(setup, "scanner", sim::Parameter::scan_time) == 3 * engine::second);
    CHECK(base(setup, "scanner", sim::Parameter::scanner_boot_time) == 80 * engine::second);
    CHECK(base(setup, "scanner", sim::Parameter::jam_chance) == 0);
    CHECK(base(setup, "terminal_1", sim::Parameter::face_time) == 20 * engine::second);
    CHECK(base(setup, "terminal_2", sim::Parameter::face_time) == 10 * engine::second);
    // Said by one piece of furniture, true for the room.
    CHECK(base(setup, "room", sim::Parameter::turnout) == 400);
}

TEST_CASE("a setup for another seed differs in what the seed decides and in nothing else") {
    const sim::LoadedScenario loaded = drill();
    const auto first = sim::make_setup(loaded, 1);
    const auto again = sim::make_setup(loaded, 1);
    const auto other = sim::make_setup(loaded, 2);
    CHECK(first->digest == again->digest);
    CHECK(first->arrivals.list == again->arrivals.list);
    CHECK(first->digest != other->digest);
    CHECK(first->arrivals.list != other->arrivals.list);
    CHECK(first->voters.size() == 300);
    CHECK(first->layout.parts.size() == other->layout.parts.size());
}

TEST_CASE("a setup made from kept files is the same as that from the disk") {
    const sim::LoadedScenario loaded = drill();
    engine::Problems problems;
    const auto kept = sim::load_scenario(loaded.files, problems);
    REQUIRE_MESSAGE(kept, engine::text_of(problems));
    CHECK(kept->files == loaded.files);
    CHECK(sim::make_setup(*kept, 7)->digest == sim::make_setup(loaded, 7)->digest);
}

TEST_CASE("every file that made a world is kept, and a changed one changes the digest") {
    sim::LoadedScenario loaded = drill();
    for (const char* key :
         {"scenarios/drill.yaml", "equipment/scanner_touch.yaml", "equipment/results_forms.yaml",
          "procedures/opening.yaml", "faults/scanner_jam_entry.yaml", "elections/trees.yaml"}) {
        CHECK_MESSAGE(loaded.files.contains(key), key);
    }
    sim::Files files = loaded.files;
    files["elections/trees.yaml"] += "# a tree more\n";
    engine::Problems problems;
    const auto changed = sim::load_scenario(files, problems);
    REQUIRE(changed);
    CHECK(changed->digest != loaded.digest);
}

TEST_CASE("the seed picks whether and when a random trigger comes, inside its bounds") {
    const sim::LoadedScenario loaded = drill();
    REQUIRE(loaded.random.size() == 1);
    int never = 0;
    std::vector<engine::Time> moments;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const auto setup = sim::make_setup(loaded, seed);
        const sim::Condition& when = setup->triggers.at(1).when;
        const auto at = std::find_if(when.nodes.begin(), when.nodes.end(), [](const auto& node) {
            return node.kind == sim::Condition::Kind::compare && node.value >= 9 * engine::hour;
        });
        REQUIRE(at != when.nodes.end());
        if (at->value == engine::never) {
            ++never;
            continue;
        }
        CHECK(at->value <= 10 * engine::hour);
        moments.push_back(at->value);
        CHECK(std::binary_search(setup->looks.begin(), setup->looks.end(), at->value));
        // The condition it was written with still counts.
        const engine::Time late = 11 * engine::hour;
        const sim::SignalRef clock = *sim::find_signal(setup->layout, "clock");
        const auto read = [&](std::int64_t ballots) {
            return [&, ballots](sim::SignalRef ref) { return ref == clock ? late : ballots; };
        };
        CHECK(sim::holds(when, read(1)));
        CHECK(!sim::holds(when, read(0)));
    }
    CHECK(never > 70);
    CHECK(never < 130);
    std::sort(moments.begin(), moments.end());
    CHECK(std::unique(moments.begin(), moments.end()) - moments.begin() > 60);
}

TEST_CASE("a scenario with a mistake is not loaded") {
    sim::Files files = drill().files;
    files["procedures/opening.yaml"] += "colour: red\n";
    engine::Problems problems;
    CHECK(!sim::load_scenario(files, problems));
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].file == "procedures/opening.yaml");
}

TEST_CASE("crews by name") {
    CHECK(sim::parse_crew("expert") == sim::CrewPlan{});
    CHECK(sim::parse_crew("idle") == sim::CrewPlan{sim::CrewKind::idle, 0});
    CHECK(sim::parse_crew("skip:3") == sim::CrewPlan{sim::CrewKind::skip, 3});
    for (const char* wrong : {"", "skip", "skip:", "skip:1", "skip:-3", "skip:3x", "Expert"}) {
        CHECK_MESSAGE(!sim::parse_crew(wrong), wrong);
    }
    CHECK(sim::format_crew({sim::CrewKind::skip, 3}) == "skip:3");
}
