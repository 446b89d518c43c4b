#include "engine/core/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

namespace engine {

namespace {

/// The length of the UTF-8 sequence at the front; 0 when broken.
std::size_t sequence_length(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byte(0);
    if (lead < 0x80) return 1;
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) return 0;
    }
    const unsigned second = byte(1);
    if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
        (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F)) {
        return 0;
    }
    return length;
}

bool is_control(std::string_view sequence) {
    const auto lead = static_cast<unsigned char>(sequence[0]);
    if (sequence.size() == 1) return lead < 0x20 || lead == 0x7F;
    return sequence.size() == 2 && lead == 0xC2 && static_cast<unsigned char>(sequence[1]) < 0xA0;
}

std::string escaped(std::string_view bytes) {
    if (bytes == "\n") return "\\n";
    if (bytes == "\t") return "\\t";
    if (bytes == "\r") return "\\r";
    std::string text;
    for (const char c : bytes) text += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    return text;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

const std::string& LocalizedText::in(std::string_view language) const {
    if (language == "ru" && !ru.empty()) return ru;
    if (language == "ky" && !ky.empty()) return ky;
    return en;
}

std::size_t edit_distance(std::string_view left, std::string_view right) {
    // Optimal string alignment: three rows of the usual table.
    std::vector<std::size_t> before(right.size() + 1);
    std::vector<std::size_t> above(right.size() + 1);
    std::vector<std::size_t> row(right.size() + 1);
    for (std::size_t j = 0; j <= right.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= left.size(); ++i) {
        before.swap(above);
        above.swap(row);
        row[0] = i;
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const bool same = left[i - 1] == right[j - 1];
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
        }
    }
    return row[right.size()];
}

std::string nearest(std::string_view word, std::span<const std::string> candidates) {
    constexpr std::size_t longest_word = 64;  // longer is no misspelling and would cost time
    if (word.empty() || word.size() > longest_word) return {};
    std::string small(word);
    std::transform(small.begin(), small.end(), small.begin(), lower);
    std::size_t least = std::max<std::size_t>(1, utf8_length(word) / 3) + 1;
    std::string best;
    for (const std::string& candidate : candidates) {
        if (candidate.size() > longest_word) continue;
        std::string other = candidate;
        std::transform(other.begin(), other.end(), other.begin(), lower);
        std::size_t distance = edit_distance(small, other);
        if (distance == 0 && candidate != word) distance = 1;
        if (distance < least) {
            least = distance;
            best = candidate;
        }
    }
    return best;
}

std::size_t invalid_utf8_at(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t length = sequence_length(text.substr(at));
        if (length == 0) return at;
        at += length;
    }
    return at;
}

bool valid_utf8(std::string_view text) {
    return invalid_utf8_at(text) == text.size();
}

std::string quote(std::string_view text, std::size_t limit) {
    std::string quoted = "\"";
    std::size_t characters = 0;
    while (!text.empty()) {
        if (characters++ == limit) {
            quoted += "…";
            break;
        }
        const std::size_t length = sequence_length(text);
        const std::string_view sequence = text.substr(0, std::max<std::size_t>(1, length));
        if (sequence == "\"" || sequence == "\\") {
            quoted += '\\';
            quoted += sequence;
        } else if (length == 0 || is_control(sequence)) {
            quoted += escaped(sequence);
        } else {
            quoted += sequence;
        }
        text.remove_prefix(sequence.size());
    }
    return quoted + '"';
}

std::size_t utf8_length(std::string_view text) {
    std::size_t characters = 0;
    while (!text.empty()) {
        text.remove_prefix(std::max<std::size_t>(1, sequence_length(text)));
        ++characters;
    }
    return characters;
}

std::string pad(std::string_view text, std::size_t columns) {
    std::string padded(text);
    const std::size_t length = utf8_length(text);
    if (length < columns) padded.append(columns - length, ' ');
    return padded;
}

std::string join(std::span<const std::string> words, std::string_view separator) {
    std::string text;
    for (const std::string& word : words) {
        if (&word != &words.front()) text += separator;
        text += word;
    }
    return text;
}

}  // namespace engine
