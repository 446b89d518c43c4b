#include "engine/core/translate.h"

#include <cstdint>
#include <fstream>
#include <iterator>
#include <optional>

namespace engine {
namespace {

constexpr std::uint32_t catalogue_magic = 0x950412de;

std::optional<std::uint32_t> word_at(std::string_view bytes, std::size_t offset) {
    if (offset > bytes.size() || bytes.size() - offset < 4) return std::nullopt;
    std::uint32_t word = 0;
    for (std::size_t i = 4; i-- > 0;) {
        word = word << 8 | static_cast<unsigned char>(bytes[offset + i]);
    }
    return word;
}

/// The string that entry `index` of the table at `table` points to.
std::optional<std::string_view> string_at(std::string_view bytes, std::size_t table,
                                          std::size_t index) {
    const auto length = word_at(bytes, table + index * 8);
    const auto start = word_at(bytes, table + index * 8 + 4);
    if (!length || !start) return std::nullopt;
    if (*start > bytes.size() || bytes.size() - *start < *length) return std::nullopt;
    return bytes.substr(*start, *length);
}

std::vector<std::string> split_forms(std::string_view text) {
    std::vector<std::string> forms;
    for (;;) {
        const auto end = text.find('\0');
        forms.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) return forms;
        text.remove_prefix(end + 1);
    }
}

/// Languages with three forms are the Slavic ones (1 лист, 2 листа, 5 листов); with two, Kyrgyz
/// and English count alike.
std::size_t form_for(std::size_t forms, long long n) {
    const auto count =
        n < 0 ? 0ULL - static_cast<unsigned long long>(n) : static_cast<unsigned long long>(n);
    if (forms < 2) return 0;
    if (forms == 2) return count == 1 ? 0 : 1;
    const auto ones = count % 10;
    const auto tens = count % 100 / 10;
    if (ones == 1 && tens != 1) return 0;
    return ones >= 2 && ones <= 4 && tens != 1 ? 1 : 2;
}

}  // namespace

Translator::Translator(std::string_view language, const std::filesystem::path& folder) {
    std::ifstream file(folder / (std::string(language) + ".mo"), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const auto count = word_at(bytes, 8);
    const auto originals = word_at(bytes, 12);
    const auto translations = word_at(bytes, 16);
    if (word_at(bytes, 0) != catalogue_magic || !translations) return;
    for (std::size_t i = 0; i < *count; ++i) {
        const auto original = string_at(bytes, *originals, i);
        const auto translation = string_at(bytes, *translations, i);
        if (!original || !translation) {
            texts_.clear();
            return;
        }
        if (original->empty()) continue;
        texts_.emplace(original->substr(0, original->find('\0')), split_forms(*translation));
    }
}

std::string_view Translator::operator()(std::string_view text) const {
    const auto found = texts_.find(text);
    return found == texts_.end() ? text : found->second.front();
}

std::string_view Translator::plural(std::string_view one, std::string_view many,
                                    long long n) const {
    const auto found = texts_.find(one);
    if (found == texts_.end()) return n == 1 ? one : many;
    const auto& forms = found->second;
    return forms[form_for(forms.size(), n)];
}

}  // namespace engine
