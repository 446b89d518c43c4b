#include "sim/station/sentence.h"

#include <algorithm>

#include "engine/core/quantity.h"
#include "engine/core/text.h"
#include "sim/station/sentence_words.h"
#include "sim/station/signals.h"
#include "sim/station/verb.h"
#include "sim/world/post.h"

namespace sim {

namespace {

/// A value as the sentence says it.
std::string value_text(const Layout& layout, const Command& command) {
    if (command.object != no_part) {
        const PartSpec& noun = layout[command.object];
        if (noun.kind == PartKind::parameter) {
            return engine::format_quantity(command.value,
                                           spec(static_cast<Parameter>(noun.index)).unit);
        }
        if (noun.kind == PartKind::signal) {
            const SignalSpec& row = signals()[static_cast<std::size_t>(noun.index)];
            const auto index = static_cast<std::size_t>(command.value);
            if (row.type == SignalType::choice && index < row.choices.size()) {
                return std::string(row.choices[index]);
            }
            if (row.type == SignalType::time) return engine::format_clock_exact(command.value);
            if (row.type != SignalType::boolean) {
                return engine::format_quantity(command.value, row.unit);
            }
            return command.value != 0 ? "true" : "false";
        }
    }
    return std::to_string(command.value);
}

}  // namespace

std::string format_sentence(const Layout& layout, const Command& command) {
    std::string text;
    if (command.actor != no_post) {
        text = "as " + std::string(posts()[static_cast<std::size_t>(command.actor)].name) + ": ";
    }
    text += verb(command.verb).name;
    if (command.object != no_part) text += " " + spoken_name(layout, command.object);
    if (command.target != no_part) text += " " + spoken_name(layout, command.target);
    if (command.has_value) text += " " + value_text(layout, command);
    if (!command.words.empty()) text += " \"" + command.words + "\"";
    return text;
}

std::vector<std::string> completions(const World& world, std::string_view typed) {
    const auto tokens = split_sentence(typed);
    if (std::holds_alternative<SentenceError>(tokens)) return {};
    std::vector<Token> words = std::get<std::vector<Token>>(tokens);
    if (words.size() >= 2 && words[0].text == "as") words.erase(words.begin(), words.begin() + 2);
    const bool fresh = typed.empty() || typed.back() == ' ';
    std::string begun = fresh || words.empty() ? std::string{} : words.back().text;
    const std::size_t place = words.empty() ? 0 : words.size() - (fresh ? 0 : 1);
    std::vector<std::string> candidates;
    if (place == 0) {
        candidates = verb_names();
    } else {
        Kinds kinds;
        for (const Verb& row : verbs()) {
            if (row.name != words[0].text) continue;
            kinds = kinds.with(place == 1 ? row.object : row.target);
        }
        candidates = spoken_names(world.layout(), kinds);
    }
    std::erase_if(candidates, [&](const std::string& name) { return !name.starts_with(begun); });
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    return candidates;
}

}  // namespace sim
