/// What `polldrill list` shows: the words of the station with their help.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/translate.h"
#include "sim/scenario/files.h"

namespace sim {

/// A row of the catalogue: what a person reads, and the same as data.
struct CatalogueRow {
    std::string name;
    std::string facts;  ///< kind, unit, range … in a few words
    std::string help;
    nlohmann::ordered_json json;
};

/// The language of the texts and of the program's own words.
struct CatalogueLanguage {
    std::string language = "en";
    const engine::Translator& translate;
};

/// parts, verbs, signals, parameters, faults, scenarios.
std::span<const std::string_view> catalogue_kinds();

/// The rows of a kind, of the default station where it matters. `scenarios` names the files of the
/// drills. Files that cannot be read are reported and left out.
std::vector<CatalogueRow> list_catalogue(std::string_view kind, const FileSource& assets,
                                         const std::vector<std::string>& scenarios,
                                         const CatalogueLanguage& language,
                                         engine::Problems& problems);

}  // namespace sim
