/// Reading one map of a file by its declared format.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/map_reader.h"
#include "sim/scenario/formats.h"

namespace sim {

/// A file being read: its name in messages and where its mistakes go.
struct Place {
    std::string file;
    engine::Problems& problems;

    /// Enough is said: words that take long to look up are passed over from here on, so that no
    /// file costs more than a moment.
    bool full() const { return problems.size() >= problems_most; }
    static constexpr std::size_t problems_most = 200;

    void report(const engine::Node& at, std::string message) {
        engine::report(problems, file, at, std::move(message));
    }
    void report(const engine::Key& at, std::string message) {
        problems.push_back({file, at.line, at.column, std::move(message)});
    }
};

/// Adds what a person needs after a wrong word: the nearest right spelling and, when there are at
/// most `list_most` of them, all that are allowed.
std::string with_advice(std::string message, std::string_view word,
                        std::span<const std::string> allowed, std::size_t list_most = 40);

/// "x is not known; did you mean …? Allowed: …".
std::string unknown_word(std::string_view what, std::string_view word,
                         std::span<const std::string> allowed, std::size_t list_most = 40);

/// Whether a word is an id: small letters, digits and _, beginning with a letter.
bool is_id(std::string_view word);

/// MapReader whose keys, ranges and choices come from a format. Missing required keys are reported
/// at once, unknown keys by `finish`. A getter whose key is absent gives its fallback.
class Form {
  public:
    Form(const engine::Node& node, std::string_view format, Place& place);

    bool has(std::string_view key) const { return find(key) != nullptr; }
    /// The value, or nullptr when absent or empty.
    const engine::Node* find(std::string_view key) const;

    std::string text(std::string_view key, std::string fallback = "");
    /// An id; anything else is reported.
    std::string name(std::string_view key);
    engine::LocalizedText localized(std::string_view key);
    std::int64_t whole(std::string_view key, std::int64_t fallback = 0);
    bool boolean(std::string_view key, bool fallback = false);
    engine::Time clock(std::string_view key, engine::Time fallback);
    engine::Time duration(std::string_view key, engine::Time fallback);
    std::int64_t quantity(std::string_view key, std::int64_t fallback);
    std::string choice(std::string_view key, std::string fallback = "");
    std::vector<std::string> texts(std::string_view key);
    /// Exactly `count` whole numbers; none when the key is absent or wrong.
    std::vector<std::int64_t> numbers(std::string_view key, std::size_t count, std::int64_t low,
                                      std::int64_t high);
    /// "#RRGGBB".
    std::string colour(std::string_view key, std::string fallback);
    const std::vector<engine::Node>& list(std::string_view key);

    /// A mistake at the value of a key, or at the map when it is absent.
    void problem(std::string_view key, std::string message);
    void finish() { map_.finish(); }

    const engine::Node& node() const { return map_.node(); }
    Place& place() { return place_; }

  private:
    const KeySpec& key_spec(std::string_view key) const;

    Place& place_;
    const MapFormat& format_;
    engine::MapReader map_;
};

}  // namespace sim
