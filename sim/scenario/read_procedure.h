/// Procedures, their steps and the sentences in them.
#pragma once

#include <string_view>
#include <vector>

#include "sim/scenario/read_condition.h"
#include "sim/world/part.h"
#include "sim/world/procedure.h"

namespace sim {

/// What the words of a file are read against.
struct Words {
    const Layout& layout;
    SignalNames signals;
};

/// Who says the sentences decides what may be in them.
enum class Speaker { commission, scenario };

/// The sentences under a key, each with its place in the file.
std::vector<Sentence> read_sentences(Form& form, std::string_view key, const Words& words,
                                     Speaker speaker);

/// What must not become true, under the key `never`.
std::vector<Violation> read_violations(Form& form, const Words& words, Place& place);

/// The condition under a key; always when it is absent.
Condition read_condition(Form& form, std::string_view key, const Words& words);

/// Reads a procedure whose file is called `id`.
Procedure read_procedure(const engine::Node& node, std::string_view id, const Words& words,
                         Place& place);

}  // namespace sim
