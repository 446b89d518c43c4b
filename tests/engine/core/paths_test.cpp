#include "engine/core/paths.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

namespace {

TEST_CASE("the assets are found in the source tree, or where the environment says") {
    unsetenv("POLLDRILL_ASSETS");
    CHECK(std::filesystem::exists(engine::assets_folder() / "translations/ru.po"));
    CHECK(std::filesystem::exists(engine::translations_folder() / "ru.mo"));
    setenv("POLLDRILL_ASSETS", "/somewhere/assets", 1);
    CHECK(engine::assets_folder() == "/somewhere/assets");
    CHECK(engine::scenarios_folder() == "/somewhere/scenarios");
    unsetenv("POLLDRILL_ASSETS");
}

}  // namespace
