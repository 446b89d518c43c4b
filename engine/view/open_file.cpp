#include "engine/view/open_file.h"

#include <SDL.h>

#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <system_error>

namespace engine::view {

namespace {

/// SDL starts it without telling whether it was there.
bool has_opener() {
    const char* folders = std::getenv("PATH");
    std::istringstream list(folders == nullptr ? "" : folders);
    std::error_code failed;
    for (std::string folder; std::getline(list, folder, ':');) {
        if (std::filesystem::exists(std::filesystem::path(folder) / "xdg-open", failed))
            return true;
    }
    return false;
}

}  // namespace

bool open_file(const std::string& path) {
    std::error_code failed;
    const std::filesystem::path whole = std::filesystem::absolute(path, failed);
    if (failed || !has_opener()) return false;
    std::string address = "file://";
    constexpr char digits[] = "0123456789ABCDEF";
    for (const char byte : whole.string()) {
        const auto code = static_cast<unsigned char>(byte);
        const bool plain = (code >= '0' && code <= '9') || (code >= 'A' && code <= 'Z') ||
                           (code >= 'a' && code <= 'z') || byte == '/' || byte == '.' ||
                           byte == '-' || byte == '_';
        if (plain) {
            address += byte;
        } else {
            address += {'%', digits[code >> 4U], digits[code & 15U]};
        }
    }
    return SDL_OpenURL(address.c_str()) == 0;
}

}  // namespace engine::view
