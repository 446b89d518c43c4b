// Kits: other equipment for any drill, kept with the files that made its world.

#include <algorithm>

#include "engine/core/paths.h"
#include "sim/scenario/read_scenario.h"

#include <doctest/doctest.h>  // after the messages, whose MESSAGE it would take

namespace {

constexpr const char* day = "scenarios/polling_day.yaml";

sim::LoadedScenario load(const std::string& kit) {
    engine::Problems problems;
    auto loaded = sim::load_scenario(sim::disk_files(engine::assets_folder()), day, problems, kit);
    REQUIRE_MESSAGE(loaded.has_value(), engine::text_of(problems));
    return std::move(*loaded);
}

std::vector<std::string> profiles_of(const sim::LoadedScenario& loaded) {
    std::vector<std::string> profiles;
    for (const sim::DeviceSpec& device : loaded.prototype->layout.devices) {
        profiles.push_back(device.profile);
    }
    return profiles;
}

}  // namespace

TEST_CASE("a kit's equipment stands in for the drill's") {
    CHECK(profiles_of(load("second_makers")) ==
          std::vector<std::string>{"scanner_compact", "terminal_laptop", "terminal_laptop",
                                   "transmitter_satellite", "power_kit_inverter",
                                   "polling_room_keys", "polling_hall_ready", "results_forms"});
    const auto large = profiles_of(load("large_station"));
    CHECK(std::count(large.begin(), large.end(), "scanner_touch") == 2);
    CHECK(std::count(large.begin(), large.end(), "terminal_printing") == 4);
}

TEST_CASE("the kit is kept with the drill's files and makes the same world again") {
    const sim::LoadedScenario loaded = load("second_makers");
    CHECK(loaded.files.contains("kits/second_makers.yaml"));
    CHECK(loaded.files.contains("equipment/polling_room.yaml"));  // that its own is like
    engine::Problems problems;
    const auto kept = sim::load_scenario(loaded.files, problems);
    REQUIRE_MESSAGE(kept, engine::text_of(problems));
    CHECK(profiles_of(*kept) == profiles_of(loaded));
    CHECK(kept->files == loaded.files);
    CHECK(sim::make_setup(*kept, 3)->digest == sim::make_setup(loaded, 3)->digest);
    CHECK(sim::make_setup(load(""), 3)->digest != sim::make_setup(loaded, 3)->digest);
}

TEST_CASE("a kit that is not there is told, with the nearest name") {
    engine::Problems problems;
    const auto loaded =
        sim::load_scenario(sim::disk_files(engine::assets_folder()), day, problems, "second_maker");
    CHECK_FALSE(loaded);
    CHECK(engine::text_of(problems).find("second_makers") != std::string::npos);
}

TEST_CASE("what only some equipment has is left out where it is not") {
    const auto has_step = [](const sim::LoadedScenario& loaded, std::string_view id) {
        for (const sim::Procedure& procedure : loaded.prototype->procedures) {
            for (const sim::Step& step : procedure.steps) {
                if (step.id == id) return true;
            }
        }
        return false;
    };
    const sim::LoadedScenario first = load("");
    const sim::LoadedScenario second = load("second_makers");
    CHECK(has_step(first, "sheets_loaded_1"));
    CHECK_FALSE(has_step(second, "sheets_loaded_1"));
    CHECK(has_step(second, "antenna_pointed_1"));
    CHECK_FALSE(has_step(first, "antenna_pointed_1"));
    const auto has_fault = [](const sim::LoadedScenario& loaded, std::string_view id) {
        const auto& faults = loaded.prototype->faults;
        return std::any_of(faults.begin(), faults.end(),
                           [id](const sim::FaultSpec& fault) { return fault.id == id; });
    };
    CHECK(has_fault(first, "terminal_ballot_paper_out"));
    CHECK_FALSE(has_fault(second, "terminal_ballot_paper_out"));
}
