#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/text.h"
#include "engine/core/time.h"
#include "engine/core/yaml.h"

namespace engine {

/// Reads the keys of one YAML map and reports everything wrong with it: wrong kinds, values out of
/// range, missing keys and, on finish(), keys that nobody asked for. It never throws and goes on
/// after an error with the fallback (or an empty value), so that one pass finds all mistakes of a
/// file.
///
/// In every typed getter a key without a fallback is required. The node, the texts given and
/// `problems` must outlive the reader.
class MapReader {
  public:
    /// @param what names the map in messages: "scenario", "step", "fault".
    MapReader(const Node& node, std::string_view file, std::string_view what, Problems& problems);

    const Node& node() const { return node_; }
    const std::string& file() const { return file_; }
    Problems& problems() { return problems_; }

    /// Whether the key is there (marks it as asked for).
    bool has(std::string_view key);

    /// The value, or nullptr when the key is absent.
    const Node* get(std::string_view key);

    /// The value; reports the key as missing and returns nullptr when it is absent.
    const Node* require(std::string_view key);

    std::string text(std::string_view key, std::optional<std::string> fallback = {});

    std::int64_t integer(std::string_view key, std::optional<std::int64_t> fallback = {},
                         std::int64_t min = std::numeric_limits<std::int64_t>::min(),
                         std::int64_t max = std::numeric_limits<std::int64_t>::max());

    /// Only "true" and "false".
    bool boolean(std::string_view key, std::optional<bool> fallback = {});

    /// A moment of the day, see parse_clock.
    Time clock(std::string_view key, std::optional<Time> fallback = {});

    /// A span of time, see parse_duration.
    Time duration(std::string_view key, std::optional<Time> fallback = {});

    /// A number with a unit, see parse_quantity; min and max are in the base unit.
    std::int64_t quantity(std::string_view key, std::string_view base_unit,
                          std::optional<std::int64_t> fallback = {},
                          std::int64_t min = std::numeric_limits<std::int64_t>::min(),
                          std::int64_t max = std::numeric_limits<std::int64_t>::max());

    /// A map {en, ru, ky} in which all three are filled.
    LocalizedText localized(std::string_view key, bool required = true);

    /// One of the allowed words; the index of the word is `choice_index`.
    std::string choice(std::string_view key, std::span<const std::string> allowed,
                       std::optional<std::string> fallback = {});
    std::size_t choice_index(std::string_view key, std::span<const std::string> allowed,
                             std::optional<std::size_t> fallback = {});

    /// The items of a list; an absent key or an empty value is an empty list.
    const std::vector<Node>& list(std::string_view key);

    /// A list of texts; a single text is a list of one.
    std::vector<std::string> texts(std::string_view key);

    /// Keeps finish() from complaining about a key that somebody else reads.
    void ignore(std::string_view key) { allow(key); }

    /// Reports a mistake at the value of a key, or at the map when the key is absent.
    void problem(std::string_view key, std::string message);

    /// Reports every key that was never asked for, with the nearest spelling and what is allowed.
    /// Call it once, at the end.
    void finish();

  private:
    void allow(std::string_view key);
    const Node* scalar(std::string_view key, bool required, std::string_view expected);
    void report(const Node& at, std::string message);

    const Node& node_;
    std::string file_;
    std::string what_;
    Problems& problems_;
    std::vector<std::string> allowed_;
    bool usable_ = true;  // false when the node is no map: one message is enough
};

/// Adds a problem at a node.
void report(Problems& problems, std::string_view file, const Node& at, std::string message);

/// Reads {en, ru, ky}; anything else is reported. `what` names it in messages.
LocalizedText read_localized(const Node& node, std::string_view file, std::string_view what,
                             Problems& problems);

}  // namespace engine
