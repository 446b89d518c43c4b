/// The texts of the files that make a world: from the disk, or from a recording that kept them, so
/// that a drill can be built again without the disk it came from.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/yaml.h"

namespace sim {

/// Key ("scenarios/polling_day.yaml", "equipment/scanner_touch.yaml") → text, sorted by key.
using Files = std::map<std::string, std::string>;

/// Where texts come from. Assets are named by folder and id, the scenario by whatever the user
/// wrote.
struct FileSource {
    /// The text of an asset's key ("faults/ID.yaml"), nothing when it is not there.
    std::function<std::optional<std::string>(const std::string& key)> asset;
    /// Ids of the assets in a folder ("faults"), sorted.
    std::function<std::vector<std::string>(const std::string& folder)> ids;
    /// The text of the scenario at a path.
    std::function<std::optional<std::string>(const std::string& path)> scenario;
    /// How an asset's file is called in messages.
    std::function<std::string(const std::string& key)> shown;
};

/// Files below an assets folder (engine::assets_folder()), scenarios by their path.
FileSource disk_files(std::filesystem::path assets);

/// Files kept in a map. The scenario is found under "scenarios/…" by the last part of its path.
FileSource stored_files(Files files);

/// Key of the scenario among stored files; empty when there is none.
std::string scenario_key(const Files& files);

/// Id of the kit among stored files; empty when there is none.
std::string kit_among(const Files& files);

/// "faults" and "no_signal" → "faults/no_signal.yaml".
std::string asset_key(std::string_view folder, std::string_view id);

/// Reads a text file as far as `limit` bytes and one more, so that its reader can refuse it for its
/// size. Nothing when it cannot be read or is no regular file.
std::optional<std::string> read_text(const std::filesystem::path& path,
                                     std::size_t limit = engine::Limits{}.bytes);

/// XXH3 over keys and texts.
std::uint64_t files_digest(const Files& files);

}  // namespace sim
