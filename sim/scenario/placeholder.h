/// {name} in texts of files that stand for many of a kind.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/core/text.h"
#include "engine/core/yaml.h"

namespace sim {

/// What stands for {first} of each pair.
using Placeholders = std::vector<std::pair<std::string, std::string>>;

/// The text with each {name} among the placeholders replaced; others stay.
std::string filled(std::string_view text, const Placeholders& placeholders);
engine::LocalizedText filled(const engine::LocalizedText& text, const Placeholders& placeholders);
/// The same in every key and text of a tree.
engine::Node filled(const engine::Node& node, const Placeholders& placeholders);

}  // namespace sim
