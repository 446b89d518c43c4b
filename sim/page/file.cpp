#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "sim/page/layout.h"

namespace sim {

namespace fs = std::filesystem;

void write_whole(const std::string& bytes, const std::string& path) {
    const fs::path half = path + ".part";
    errno = 0;
    {
        std::ofstream out(half, std::ios::binary | std::ios::trunc);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        out.close();
        if (!out) {
            const std::string reason = errno != 0 ? std::strerror(errno) : "it cannot be written";
            std::error_code ignored;
            fs::remove(half, ignored);
            throw std::runtime_error(path + ": " + reason);
        }
    }
    std::error_code error;
    fs::rename(half, path, error);
    if (!error) return;
    std::error_code ignored;
    fs::remove(half, ignored);
    throw std::runtime_error(path + ": " + error.message());
}

}  // namespace sim
