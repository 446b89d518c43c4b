#include "sim/scenario/read_evidence.h"

#include "engine/core/paths.h"
#include "sim/scenario/check.h"

#include <doctest/doctest.h>  // after the messages, whose MESSAGE it would take

using namespace sim;

namespace {

std::string problems_of(const std::string& row) {
    const std::string text =
        "evidence: figures\ntitle: {en: a, ru: a, ky: a}\nfigures:\n  - " + row + "\n";
    return engine::text_of(check_text(disk_files(engine::assets_folder()), "figures.yaml", text));
}

}  // namespace

TEST_CASE("Public figures: what is wrong is told with its place") {
    const std::string text = ", text: {en: a, ru: a, ky: a}, sources: [V1]";
    CHECK(problems_of("{figure: jams, low: 1, high: 2" + text + "}") == "");
    CHECK(problems_of("{figure: mean_wait, low: 2 min" + text + "}") == "");
    const auto tells = [&](const std::string& row, const char* words) {
        const std::string told = problems_of("{" + row + text + "}");
        CAPTURE(told);
        CHECK(told.starts_with("figures.yaml:4:"));
        CHECK(told.find(words) != told.npos);
    };
    tells("figure: jamms, low: 1", "did you mean \"jams\"");
    tells("figure: jams", "low, high or both");
    tells("figure: jams, low: 3, high: 2", "above high");
    tells("figure: jams, low: 3 s", "expected a number");
    tells("figure: jam_share, high: 3 s", "expected a number with ppm");
    tells("figure: jams, low: 1, colour: red", "colour");
}

TEST_CASE("The public figures that are shipped") {
    const std::string path = (engine::assets_folder() / "evidence.yaml").string();
    CHECK(check_file(disk_files(engine::assets_folder()), path).empty());
}
