/// JSON Schema of the files, for editors that complete and check while one types.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

namespace sim {

/// JSON Schema (draft 2020-12) of a kind of file: scenario, equipment, procedure, fault, election,
/// evidence.
/// Made from the formats the readers use. Nothing for another word.
std::optional<nlohmann::ordered_json> schema_of(std::string_view kind);

}  // namespace sim
