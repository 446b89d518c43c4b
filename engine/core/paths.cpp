#include "engine/core/paths.h"

#include <cstdlib>
#include <system_error>

namespace engine {
namespace {

namespace fs = std::filesystem;

fs::path program_folder() {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    return error ? fs::path(".") : program.parent_path();
}

}  // namespace

fs::path assets_folder() {
    if (const char* named = std::getenv("POLLDRILL_ASSETS"); named && *named) return named;
    std::error_code error;
    const fs::path built_from = fs::path(POLLDRILL_SOURCE_FOLDER) / "assets";
    if (fs::is_directory(built_from, error)) return built_from;
    return program_folder().parent_path() / "share/polldrill/assets";
}

fs::path scenarios_folder() {
    return assets_folder().parent_path() / "scenarios";
}

fs::path translations_folder() {
    std::error_code error;
    const fs::path beside = program_folder() / "translations";
    return fs::is_directory(beside, error) ? beside : assets_folder() / "translations";
}

}  // namespace engine
