#include "sim/scenario/read_sources.h"

#include "engine/core/paths.h"
#include "sim/scenario/check.h"

#include <doctest/doctest.h>  // after the messages, whose MESSAGE it would take

using namespace sim;

TEST_CASE("Publications: a key that stands twice and a row without address are told") {
    const auto problems_of = [](const std::string& rows) {
        const std::string text = "publications: list\ntitle: {en: a, ru: a, ky: a}\nrows:\n" + rows;
        return engine::text_of(check_text(disk_files(engine::assets_folder()), "list.yaml", text));
    };
    CHECK(problems_of("  - {source: P1, where: a}\n  - {source: P2, where: a}\n") == "");
    const std::string twice =
        problems_of("  - {source: P1, where: a}\n  - {source: P1, where: b}\n");
    CHECK(twice.find("list.yaml:5:14: source: \"P1\" stands here twice") != twice.npos);
    CHECK(problems_of("  - {source: P1}\n").find("where") != std::string::npos);
}

TEST_CASE("The publications that are shipped") {
    const std::string path = (engine::assets_folder() / "sources.yaml").string();
    CHECK(check_file(disk_files(engine::assets_folder()), path).empty());
}
