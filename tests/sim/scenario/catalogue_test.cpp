#include "sim/scenario/catalogue.h"

#include <algorithm>
#include <filesystem>

#include "sim/station/signals.h"
#include "sim/station/verb.h"

#include <doctest/doctest.h>  // after the messages, whose MESSAGE it would take

namespace {

const std::filesystem::path here = std::filesystem::path(__FILE__).parent_path();

std::vector<sim::CatalogueRow> rows(std::string_view kind, std::string language = "en") {
    const engine::Translator english;
    engine::Problems problems;
    auto list = sim::list_catalogue(kind, sim::disk_files(here / "assets"),
                                    {(here / "drill.yaml").string()},
                                    {std::move(language), english}, problems);
    CHECK(engine::text_of(problems) == "");
    return list;
}

const sim::CatalogueRow& row(const std::vector<sim::CatalogueRow>& list, std::string_view name) {
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const auto& one) { return one.name == name; });
    REQUIRE_MESSAGE(found != list.end(), std::string(name));
    return *found;
}

}  // namespace

TEST_CASE("each kind lists its words with help, as data too") {
    for (const std::string_view kind : sim::catalogue_kinds()) {
        CAPTURE(std::string(kind));
        const auto list = rows(kind);
        CHECK(!list.empty());
        for (const sim::CatalogueRow& one : list) {
            CHECK(!one.name.empty());
            CHECK(one.json.is_object());
        }
    }
    CHECK(rows("colours").empty());
}

TEST_CASE("parts are shown in the reader's language, nouns of the instructor are not parts") {
    const auto parts = rows("parts", "ky");
    CHECK(row(parts, "scanner.glass").help == "Айнек");
    CHECK(row(parts, "scanner.glass").json["behind"] == "scanner.cover");
    CHECK(std::none_of(parts.begin(), parts.end(),
                       [](const auto& one) { return one.name.find(':') != std::string::npos; }));
}

TEST_CASE("parameters show the value in force with its unit") {
    const auto parameters = rows("parameters");
    CHECK(row(parameters, "scanner.boot_time").json["value"] == 80000000);
    CHECK(row(parameters, "scanner.boot_time").facts.starts_with("80 s"));
}

TEST_CASE("all verbs and all signals of the station are listed") {
    CHECK(rows("verbs").size() == sim::verbs().size());
    const auto signals = rows("signals");
    row(signals, "clock");
    row(signals, "scanner.polls");
    row(signals, "terminal_2.state");
    row(signals, "PART.open");
    for (const sim::CatalogueRow& one : signals) CHECK_MESSAGE(!one.help.empty(), one.name);
}
