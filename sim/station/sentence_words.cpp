#include "sim/station/sentence_words.h"

#include <algorithm>

#include "engine/core/text.h"

namespace sim {

namespace {

constexpr std::size_t longest_sentence = 2000;

/// Nouns that are not things stand under a prefix, so that they never hide a thing of that name.
constexpr std::string_view prefixes[] = {"", "fault:", "parameter:", "signal:", "post:"};

}  // namespace

std::variant<std::vector<Token>, SentenceError> split_sentence(std::string_view text) {
    if (text.size() > longest_sentence) return SentenceError{N_("the sentence is too long"), 1};
    if (!engine::valid_utf8(text)) return SentenceError{N_("the sentence is not valid UTF-8"), 1};
    std::vector<Token> tokens;
    std::size_t at = 0;
    while (at < text.size()) {
        if (text[at] == ' ' || text[at] == '\t') {
            ++at;
            continue;
        }
        const int column = static_cast<int>(at) + 1;
        if (text[at] == '"') {
            const std::size_t end = text.find('"', at + 1);
            if (end == std::string_view::npos)
                return SentenceError{N_("the quotation has no end"), column};
            tokens.push_back({std::string(text.substr(at + 1, end - at - 1)), column, true});
            at = end + 1;
            continue;
        }
        const std::size_t end = std::min(text.find_first_of(" \t\"", at), text.size());
        tokens.push_back({std::string(text.substr(at, end - at)), column, false});
        at = end;
    }
    return tokens;
}

PartId find_noun(const Layout& layout, std::string_view name, Kinds kinds) {
    for (const std::string_view prefix : prefixes) {
        const PartId part = layout.find(std::string(prefix) + std::string(name));
        if (part != no_part && kinds.has(layout[part].kind)) return part;
    }
    return no_part;
}

std::string spoken_name(const Layout& layout, PartId part) {
    std::string_view name = layout[part].name;
    for (const std::string_view prefix : prefixes) {
        if (!prefix.empty() && name.starts_with(prefix)) name.remove_prefix(prefix.size());
    }
    return std::string(name);
}

std::vector<std::string> spoken_names(const Layout& layout, Kinds kinds) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        if (kinds.has(layout.parts[i].kind)) {
            names.push_back(spoken_name(layout, static_cast<PartId>(i)));
        }
    }
    return names;
}

std::vector<std::string> verb_names() {
    std::vector<std::string> names;
    for (const Verb& row : verbs()) {
        if (names.empty() || names.back() != row.name) names.emplace_back(row.name);
    }
    return names;
}

std::string kinds_in_words(Kinds kinds) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < part_kind_count; ++i) {
        if (kinds.has(static_cast<PartKind>(i))) {
            names.emplace_back(name_of(static_cast<PartKind>(i)));
        }
    }
    return engine::join(names);
}

}  // namespace sim
