/// Sentences to commands and back.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/core/phrase.h"
#include "sim/station/world.h"

namespace sim {

/// Why a sentence is no command: in words, with what is allowed and the nearest right spelling.
struct SentenceError {
    engine::Phrase message;
    int column = 1;  ///< 1-based, within the sentence
};

/// Parses `[as POST:] VERB [OBJECT] [TARGET] [VALUE | "WORDS"] [NAME=VALUE …]`. Author, time and
/// number are left for the caller; the actor is set when the sentence names one.
std::variant<Command, SentenceError> parse_sentence(const Layout& layout, std::string_view text);

/// The same for a step of a procedure, where VALUE may be {signal}.
std::variant<Sentence, SentenceError> parse_step_sentence(const Layout& layout,
                                                          std::string_view text);

/// The sentence of a command, as the journal stores it; parses back to the same command.
std::string format_sentence(const Layout& layout, const Command& command);

/// Words that may follow what has been typed, for completion.
std::vector<std::string> completions(const World& world, std::string_view typed);

}  // namespace sim
