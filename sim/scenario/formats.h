/// What may stand in the files: every map's keys, declared once. The readers take their lists of
/// allowed keys, ranges and choices from here, `schema` prints it, the documentation shows it.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sim {

enum class KeyType : std::uint8_t {
    text,
    name,       ///< an id: small letters, digits, _
    localized,  ///< {en, ru, ky}
    whole,      ///< low … high
    boolean,
    clock,  ///< a moment of polling day
    duration,
    quantity,   ///< number with a unit that converts to `unit`, low … high in that unit
    choice,     ///< one of `choices`
    texts,      ///< a list of texts, or one
    names,      ///< a list of ids, or one
    sentences,  ///< a list of sentences, or one
    condition,
    numbers,     ///< a list of whole numbers
    map,         ///< a map of the format `of`
    maps,        ///< a list of maps of the format `of`
    parameters,  ///< name of a parameter → value, or {value, source}
    anything,    ///< several forms; the help says which
};

struct KeySpec {
    std::string_view name;
    KeyType type = KeyType::text;
    bool required = false;
    std::string_view help;
    std::string_view of = {};  ///< map, maps: name of the format
    std::int64_t low = std::numeric_limits<std::int64_t>::min();
    std::int64_t high = std::numeric_limits<std::int64_t>::max();
    std::string_view unit = {};
    std::vector<std::string> (*choices)() = nullptr;
};

struct MapFormat {
    std::string_view name;  ///< as in messages: "step", "fault"
    std::string_view help;
    std::span<const KeySpec> keys;

    /// The key of that name, or nullptr.
    const KeySpec* find(std::string_view key) const;
};

/// All formats, those of parts of files among them.
std::span<const MapFormat> formats();
/// The format of that name, or nullptr.
const MapFormat* find_format(std::string_view name);

/// Kinds of files by their first key.
std::span<const std::string_view> file_kinds();

}  // namespace sim
