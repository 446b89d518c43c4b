#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// What a person reads, in the three languages of the content.
struct LocalizedText {
    std::string en;
    std::string ru;
    std::string ky;

    /// The text in "en", "ru" or "ky"; English where the language is unknown or its text is empty.
    const std::string& in(std::string_view language) const;

    bool empty() const { return en.empty() && ru.empty() && ky.empty(); }

    friend bool operator==(const LocalizedText&, const LocalizedText&) = default;

    template <class Archive>
    void serialize(Archive& archive) {
        archive(en, ru, ky);
    }
};

/// The candidate nearest in spelling: insert, delete, replace and swap of neighbours are one step
/// each; case is ignored, but a word that differs in nothing else is one step away. The first of
/// equals; empty when the nearest is further than a third of the word's length (at least one step).
std::string nearest(std::string_view word, std::span<const std::string> candidates);

/// Steps of insert, delete, replace and swap of neighbours between two texts, counted in bytes.
std::size_t edit_distance(std::string_view left, std::string_view right);

/// Whether the bytes are UTF-8 (no overlong form, no surrogate, nothing above U+10FFFF).
bool valid_utf8(std::string_view text);

/// The offset of the first byte that is not UTF-8; text.size() when all is.
std::size_t invalid_utf8_at(std::string_view text);

/// The text in double quotes, safe on any terminal: control characters and broken bytes become
/// escapes (\n, \t, \x1b), and what is longer than `limit` characters is cut with "…".
std::string quote(std::string_view text, std::size_t limit = 80);

/// Code points in valid UTF-8 (broken bytes count one each).
std::size_t utf8_length(std::string_view text);

/// The text followed by spaces up to `columns` code points; longer text is left as it is.
std::string pad(std::string_view text, std::size_t columns);

/// "a, b, c".
std::string join(std::span<const std::string> words, std::string_view separator = ", ");

}  // namespace engine
