#include "sim/recording/compress.h"

#include <zstd.h>

namespace sim {

namespace {

constexpr unsigned long long size_most = 64ULL * 1024 * 1024;

}  // namespace

std::string compress(std::string_view bytes) {
    std::string packed(ZSTD_compressBound(bytes.size()), '\0');
    const std::size_t size =
        ZSTD_compress(packed.data(), packed.size(), bytes.data(), bytes.size(), 6);
    packed.resize(ZSTD_isError(size) != 0U ? 0 : size);
    return packed;
}

std::optional<std::string> decompress(std::string_view packed) {
    const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > size_most) {
        return std::nullopt;
    }
    std::string bytes(static_cast<std::size_t>(size), '\0');
    const std::size_t got =
        ZSTD_decompress(bytes.data(), bytes.size(), packed.data(), packed.size());
    if (ZSTD_isError(got) != 0U || got != bytes.size()) return std::nullopt;
    return bytes;
}

}  // namespace sim
