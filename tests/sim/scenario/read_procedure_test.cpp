#include "sim/scenario/read_procedure.h"

#include <filesystem>

#include "sim/scenario/default_station.h"
#include "sim/scenario/read_steps.h"
#include "sim/station/verb.h"

#include <doctest/doctest.h>  // after the messages, whose MESSAGE it would take

namespace {

const std::filesystem::path here = std::filesystem::path(__FILE__).parent_path();

/// The small station of tests/sim/scenario/assets.
struct Station {
    engine::Problems problems;
    sim::FileSource assets = sim::disk_files(here / "assets");
    sim::DefaultStation station{assets, problems};

    sim::Procedure opening() {
        const auto text = assets.asset("procedures/opening.yaml");
        REQUIRE(text);
        return procedure(*text, "opening");
    }
    sim::Procedure procedure(const std::string& text, std::string_view id) {
        const auto node = engine::read_yaml(text, "test", problems);
        REQUIRE(node);
        sim::Place place{"test", problems};
        return sim::read_procedure(*node, id, station.words(), place);
    }
};

std::string step(const std::string& id, const std::string& more) {
    return "  - {id: " + id + ", text: {en: A, ru: Б, ky: В}, post: chair, " + more + "}\n";
}

std::string procedure_of(const std::string& steps) {
    return "procedure: test\ntitle: {en: A, ru: Б, ky: В}\nsteps:\n" + steps;
}

}  // namespace

TEST_CASE("a step for each device becomes one step a device, done by its operator") {
    Station station;
    const sim::Procedure opening = station.opening();
    CHECK(engine::text_of(station.problems) == "");
    REQUIRE(opening.steps.size() == 4);
    CHECK(opening.steps[1].id == "start_terminal_1");
    CHECK(opening.steps[2].id == "start_terminal_2");
    CHECK(opening.steps[2].post == sim::find_post("operator_2"));
    CHECK(opening.steps[2].text.en == "Switch on terminal_2");
    REQUIRE(opening.steps[2].sentences.size() == 1);
    CHECK(opening.steps[2].sentences[0].command.object ==
          station.station.layout().find("terminal_2.power"));
    CHECK(opening.steps[1].after == std::vector<std::int16_t>{0});
    CHECK(opening.steps[3].after == std::vector<std::int16_t>{1, 2});
    REQUIRE(opening.never.size() == 1);
    CHECK(opening.never[0].critical);
}

TEST_CASE("a sentence keeps its text, its line and the signal it takes its value from") {
    Station station;
    const sim::Step read_zero = station.opening().steps[3];
    REQUIRE(read_zero.sentences.size() == 2);
    CHECK(read_zero.sentences[0].text == "read zero_report");
    CHECK(read_zero.sentences[0].line > 20);
    CHECK(read_zero.sentences[1].takes_value);
    CHECK(read_zero.by == 8 * engine::hour);
    CHECK(read_zero.within == engine::never);
}

TEST_CASE("steps of one device wait for steps of the same device") {
    Station station;
    const sim::Procedure procedure = station.procedure(
        procedure_of(step("a", "each: terminal, do: \"switch_on {device}.power\"") +
                     step("b", "each: terminal, after: a, do: \"switch_off {device}.power\"")),
        "test");
    CHECK(engine::text_of(station.problems) == "");
    REQUIRE(procedure.steps.size() == 4);
    CHECK(procedure.steps[2].after == std::vector<std::int16_t>{0});
    CHECK(procedure.steps[3].after == std::vector<std::int16_t>{1});
}

TEST_CASE("a mistake in a step for each device is told once") {
    Station station;
    station.procedure(procedure_of(step("a", "each: terminal, do: \"switch_on {device}.pover\"")),
                      "test");
    CHECK(station.problems.size() == 1);
}

TEST_CASE("steps that wait for each other are told, once a circle") {
    Station station;
    station.procedure(procedure_of(step("a", "after: b, do: read zero_report") +
                                   step("b", "after: a, do: read zero_report") +
                                   step("c", "after: b, do: read zero_report")),
                      "test");
    CHECK(engine::text_of(station.problems) ==
          "test:4:5: step \"a\" can never be reached: by its after it waits for itself\n");
}
