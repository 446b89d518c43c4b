#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sim {

/// The bytes, made small with zstd.
std::string compress(std::string_view bytes);

/// What compress made, back; nothing when it is damaged or would be larger than any world.
std::optional<std::string> decompress(std::string_view packed);

}  // namespace sim
