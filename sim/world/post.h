/// The posts of a precinct commission at which somebody acts (domain.md part C, "Roles").
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "sim/world/ids.h"

namespace sim {

struct PostSpec {
    std::string_view name;  ///< as written in sentences: `as chair: …`
    const char* title;      ///< msgid shown to people
};

/// All posts; PostId indexes this table. Two operators, for one terminal cannot carry the load
/// (E1).
std::span<const PostSpec> posts();

enum class Post : PostId {
    chair,
    secretary,
    operator_1,
    operator_2,
    list_keeper,
    scanner_operator
};
inline constexpr std::size_t post_count = 6;

/// The post of that name, or no_post.
PostId find_post(std::string_view name);

}  // namespace sim
