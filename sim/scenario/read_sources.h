/// Where the publications stand that the files name by short keys.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/form.h"

namespace sim {

struct Publication {
    std::string key;    ///< "KG12a"
    std::string where;  ///< address
};

struct Publications {
    std::string id;
    engine::LocalizedText title;
    std::vector<Publication> rows;
};

/// Reads a file of publications that is called `id`.
Publications read_publications(const engine::Node& node, std::string_view id, Place& place);

}  // namespace sim
