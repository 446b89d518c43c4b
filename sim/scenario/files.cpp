#include "sim/scenario/files.h"

#include <algorithm>
#include <fstream>
#include <system_error>
#include <utility>

#include "engine/core/archive.h"

namespace sim {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view scenarios = "scenarios/";
constexpr std::string_view extension = ".yaml";

std::vector<std::string> ids_on_disk(const fs::path& folder) {
    std::vector<std::string> ids;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        if (entry->path().extension() == extension) ids.push_back(entry->path().stem().string());
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

/// As seen from the working folder where the file lies below it.
std::string shown_path(const fs::path& path) {
    std::error_code error;
    const fs::path near = fs::proximate(path, error);
    return error || near.empty() || *near.begin() == ".." ? path.string() : near.string();
}

std::vector<std::string> ids_among(const Files& files, const std::string& folder) {
    std::vector<std::string> ids;
    const std::string prefix = folder + "/";
    for (auto at = files.lower_bound(prefix); at != files.end() && at->first.starts_with(prefix);
         ++at) {
        std::string_view id = std::string_view(at->first).substr(prefix.size());
        if (id.ends_with(extension)) id.remove_suffix(extension.size());
        ids.emplace_back(id);
    }
    return ids;
}

std::optional<std::string> find(const Files& files, const std::string& key) {
    const auto found = files.find(key);
    if (found == files.end()) return std::nullopt;
    return found->second;
}

}  // namespace

std::string asset_key(std::string_view folder, std::string_view id) {
    std::string key(folder);
    return ((key += '/') += id) += extension;
}

std::optional<std::string> read_text(const fs::path& path, std::size_t limit) {
    std::error_code error;
    if (!fs::is_regular_file(path, error)) return std::nullopt;
    std::ifstream stream(path, std::ios::binary);
    if (!stream) return std::nullopt;
    std::string text(std::min<std::uintmax_t>(fs::file_size(path, error), limit + 1), '\0');
    if (error) return std::nullopt;
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    return text;
}

FileSource disk_files(fs::path assets) {
    FileSource source;
    source.asset = [assets](const std::string& key) { return read_text(assets / key); };
    source.ids = [assets](const std::string& folder) { return ids_on_disk(assets / folder); };
    source.scenario = [](const std::string& path) { return read_text(path); };
    source.shown = [assets](const std::string& key) { return shown_path(assets / key); };
    return source;
}

FileSource stored_files(Files files) {
    FileSource source;
    source.asset = [files](const std::string& key) { return find(files, key); };
    source.ids = [files](const std::string& folder) { return ids_among(files, folder); };
    source.shown = [](const std::string& key) { return key; };
    source.scenario = [files = std::move(files)](const std::string& path) {
        return find(files, std::string(scenarios) + fs::path(path).filename().string());
    };
    return source;
}

std::string scenario_key(const Files& files) {
    const auto at = files.lower_bound(std::string(scenarios));
    return at != files.end() && at->first.starts_with(scenarios) ? at->first : "";
}

std::string kit_among(const Files& files) {
    const std::vector<std::string> ids = ids_among(files, "kits");
    return ids.empty() ? "" : ids.front();
}

std::uint64_t files_digest(const Files& files) {
    return engine::hash_of(files);
}

}  // namespace sim
