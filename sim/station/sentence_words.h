/// The words of sentences: how a text falls apart into them, and which nouns and verbs there are.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/station/sentence.h"
#include "sim/station/verb.h"

namespace sim {

struct Token {
    std::string text;
    int column = 1;  ///< 1-based
    bool quoted = false;
};

std::variant<std::vector<Token>, SentenceError> split_sentence(std::string_view text);

/// The noun of that name among those kinds; `no_part` when there is none.
PartId find_noun(const Layout& layout, std::string_view name, Kinds kinds);

/// A noun as sentences say it.
std::string spoken_name(const Layout& layout, PartId part);
std::vector<std::string> spoken_names(const Layout& layout, Kinds kinds);

std::vector<std::string> verb_names();

/// "button, door".
std::string kinds_in_words(Kinds kinds);

}  // namespace sim
