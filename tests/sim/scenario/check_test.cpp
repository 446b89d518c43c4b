#include "sim/scenario/check.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "sim/scenario/read_scenario.h"

#include <doctest/doctest.h>  // after the messages, whose MESSAGE it would take

namespace {

namespace fs = std::filesystem;

const fs::path here = fs::path(__FILE__).parent_path();
// Beyond what any file may be, so that the reader itself has to refuse it.
constexpr std::size_t whole_file = 8 * 1024 * 1024;

/// Only the file's own name, so that the words do not depend on where the tests run.
std::string said_about(const fs::path& file) {
    const auto text = sim::read_text(file, whole_file);
    REQUIRE(text);
    sim::FileSource assets = sim::disk_files(here / "assets");
    assets.shown = [](const std::string& key) { return key; };
    return engine::text_of(sim::check_text(assets, file.filename().string(), *text));
}

std::vector<fs::path> corpus() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(here / "broken")) {
        if (entry.path().extension() == ".yaml") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

TEST_CASE("the files of the corpus are refused with exactly the words beside them") {
    const std::vector<fs::path> files = corpus();
    CHECK(files.size() >= 60);
    for (const fs::path& file : files) {
        CAPTURE(file.filename().string());
        const std::string said = said_about(file);
        CHECK(!said.empty());
        fs::path expected = file;
        expected.replace_extension(".expected");
        // POLLDRILL_WRITE_EXPECTED=1 writes down what is said now; read it before committing it.
        if (std::getenv("POLLDRILL_WRITE_EXPECTED") != nullptr) {
            std::ofstream(expected, std::ios::binary) << said;
        }
        CHECK(sim::read_text(expected, whole_file).value_or("") == said);
    }
}

TEST_CASE("good files of every kind have no problems") {
    const sim::FileSource assets = sim::disk_files(here / "assets");
    std::vector<fs::path> files = {here / "drill.yaml"};
    for (const auto& entry : fs::recursive_directory_iterator(here / "assets")) {
        if (entry.path().extension() == ".yaml") files.push_back(entry.path());
    }
    CHECK(files.size() >= 11);
    for (const fs::path& file : files) {
        CAPTURE(file.string());
        CHECK(engine::text_of(sim::check_file(assets, file.string())) == "");
    }
}

TEST_CASE("what is no readable file is said to be none") {
    const sim::FileSource assets = sim::disk_files(here / "assets");
    for (const fs::path& path : {here / "absent.yaml", here / "assets", fs::path("/dev/null")}) {
        const auto problems = sim::check_file(assets, path.string());
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].line == 0);
        CHECK(problems[0].message == "there is no such file, or it cannot be read");
    }
}

TEST_CASE("a fault may be checked before it is in the catalogue") {
    const sim::FileSource assets = sim::disk_files(here / "assets");
    const std::string text =
        "fault: scanner_slow\n"
        "title: {en: Slow, ru: Медленно, ky: Жай}\n"
        "device: scanner\n"
        "cause: [{parameter: scan_time, value: 9 s}]\n";
    CHECK(engine::text_of(sim::check_text(assets, "scanner_slow.yaml", text)) == "");
}
