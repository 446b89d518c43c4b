#include "sim/world/post.h"

#include "engine/core/translate.h"

namespace sim {

namespace {

constexpr std::array<PostSpec, post_count> table = {{
    {"chair", N_("Chair")},
    {"secretary", N_("Secretary")},
    {"operator_1", N_("Operator of terminal 1")},
    {"operator_2", N_("Operator of terminal 2")},
    {"list_keeper", N_("Member at the paper list")},
    {"scanner_operator", N_("Scanner operator")},
}};

}  // namespace

std::span<const PostSpec> posts() {
    return table;
}

PostId find_post(std::string_view name) {
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (table[i].name == name) return static_cast<PostId>(i);
    }
    return no_post;
}

}  // namespace sim
