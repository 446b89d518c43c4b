#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/paths.h"
#include "engine/core/yaml.h"

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> shipped_files() {
    std::vector<fs::path> files;
    for (const fs::path& folder : {engine::assets_folder(), engine::scenarios_folder()}) {
        if (!fs::is_directory(folder)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(folder)) {
            if (entry.path().extension() == ".yaml") files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<std::string> places(std::string_view text) {
    std::vector<std::string> found;
    for (auto open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
        found.emplace_back(text.substr(open, text.find('}', open) - open));
    }
    std::sort(found.begin(), found.end());
    return found;
}

/// Adds a line for each text below `node` that lacks a language.
void find_untranslated(const engine::Node& node, const std::string& file,
                       std::vector<std::string>& found) {
    for (const auto& item : node.items) find_untranslated(item, file, found);
    for (const auto& entry : node.entries) find_untranslated(entry.value, file, found);
    const engine::Node* english = node.find("en");
    if (!english) return;
    for (const char* language : {"ru", "ky"}) {
        const engine::Node* translation = node.find(language);
        if (!translation || translation->scalar.empty()) {
            found.push_back(fmt::format("{}:{}: no {}", file, english->line, language));
        } else if (places(translation->scalar) != places(english->scalar)) {
            found.push_back(
                fmt::format("{}:{}: other places in {}", file, english->line, language));
        }
    }
}

TEST_CASE("every text of the shipped files is in English, Russian and Kyrgyz") {
    std::vector<std::string> found;
    for (const fs::path& path : shipped_files()) {
        std::ifstream file(path, std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        engine::Problems problems;
        const auto node = engine::read_yaml(text, path.string(), problems);
        CHECK_MESSAGE(problems.empty(), engine::text_of(problems));
        if (node) find_untranslated(*node, path.string(), found);
    }
    CHECK_MESSAGE(found.empty(), fmt::format("{}", fmt::join(found, "\n")));
}

TEST_CASE("a text without one of the languages is noticed") {
    engine::Problems problems;
    std::vector<std::string> found;
    const auto node = engine::read_yaml(
        "a: {en: one, ru: один}\nb: [{en: 'two {x}', ru: 'два {x}', ky: 'эки {y}'}]\n", "f",
        problems);
    REQUIRE(node);
    find_untranslated(*node, "f", found);
    CHECK(found == std::vector<std::string>{"f:1: no ky", "f:2: other places in ky"});
}

}  // namespace
