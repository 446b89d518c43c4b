#include "sim/station/sentence.h"

#include <algorithm>
#include <charconv>

#include "engine/core/quantity.h"
#include "engine/core/text.h"
#include "sim/station/signals.h"
#include "sim/station/verb.h"
#include "sim/world/post.h"

namespace sim {

namespace {

struct Token {
    std::string text;
    int column = 1;
    bool quoted = false;
};

constexpr std::size_t longest_sentence = 2000;

SentenceError error_at(int column, std::string message) {
    return {std::move(message), column};
}

std::string near_to(std::string_view word, const std::vector<std::string>& allowed) {
    const std::string near = engine::nearest(word, allowed);
    return near.empty() ? std::string{"."} : "; did you mean " + engine::quote(near) + "?";
}

/// The nearest right word, or what is allowed where none is near; `list` is what `polldrill list`
/// calls the words when there are too many to say.
std::string advice(std::string_view word, const std::vector<std::string>& allowed,
                   std::string_view list) {
    constexpr std::size_t most = 100;
    const std::string near = near_to(word, allowed);
    if (near != ".") return near;
    if (allowed.size() <= most) return ". Allowed: " + engine::join(allowed);
    return ". Allowed: what \"polldrill list " + std::string(list) + "\" shows";
}

std::variant<std::vector<Token>, SentenceError> split(std::string_view text) {
    if (text.size() > longest_sentence) return error_at(1, "the sentence is too long");
    if (!engine::valid_utf8(text)) return error_at(1, "the sentence is not valid UTF-8");
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
            if (end == std::string_view::npos) return error_at(column, "the quotation has no end");
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

/// Nouns that are not things stand under a prefix, so that they never hide a thing of that name.
constexpr std::string_view prefixes[] = {"", "fault:", "parameter:", "signal:", "post:"};

PartId find_noun(const Layout& layout, std::string_view name, Kinds kinds) {
    for (const std::string_view prefix : prefixes) {
        const PartId part = layout.find(std::string(prefix) + std::string(name));
        if (part != no_part && kinds.has(layout[part].kind)) return part;
    }
    return no_part;
}

std::string bare_name(const Layout& layout, PartId part) {
    std::string_view name = layout[part].name;
    for (const std::string_view prefix : prefixes) {
        if (!prefix.empty() && name.starts_with(prefix)) name.remove_prefix(prefix.size());
    }
    return std::string(name);
}

std::vector<std::string> names_of(const Layout& layout, Kinds kinds) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        if (kinds.has(layout.parts[i].kind)) {
            names.push_back(bare_name(layout, static_cast<PartId>(i)));
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

class Parser {
  public:
    Parser(const Layout& layout, std::vector<Token> tokens, bool in_step)
        : layout_(layout), tokens_(std::move(tokens)), in_step_(in_step) {}

    std::variant<Sentence, SentenceError> parse() {
        if (!actor() || !verb_and_object() || !target() || !value() || !words()) return error_;
        if (at_ < tokens_.size()) {
            return error_at(tokens_[at_].column, "unexpected " + engine::quote(tokens_[at_].text) +
                                                     " after " + engine::quote(row_->name));
        }
        return sentence_;
    }

  private:
    bool more() const { return at_ < tokens_.size(); }
    const Token& here() const { return tokens_[at_]; }
    int end_column() const {
        if (tokens_.empty()) return 1;
        const Token& last = tokens_.back();
        return last.column + static_cast<int>(last.text.size());
    }
    bool fail(int column, std::string message) {
        error_ = error_at(column, std::move(message));
        return false;
    }

    bool actor() {
        if (!more()) return fail(1, "an empty sentence; a verb is needed");
        if (here().text != "as" || here().quoted) return true;
        ++at_;
        if (!more() || here().text.empty() || here().text.back() != ':') {
            return fail(more() ? here().column : end_column(), "expected \"as POST: VERB …\"");
        }
        const std::string name = here().text.substr(0, here().text.size() - 1);
        sentence_.command.actor = find_post(name);
        if (sentence_.command.actor == no_post) {
            std::vector<std::string> allowed;
            for (const PostSpec& post : posts()) allowed.emplace_back(post.name);
            return fail(here().column, "unknown post " + engine::quote(name) +
                                           near_to(name, allowed) +
                                           " Allowed: " + engine::join(allowed));
        }
        ++at_;
        return more() || fail(end_column(), "a verb is needed after the post");
    }

    bool verb_and_object() {
        const Token word = here();
        Kinds kinds;
        bool known = false;
        bool alone = false;
        for (const Verb& row : verbs()) {
            if (row.name != word.text) continue;
            known = true;
            alone = alone || row.object.empty();
            kinds = kinds.with(row.object);
        }
        if (!known || word.quoted) {
            return fail(word.column, "unknown verb " + engine::quote(word.text) +
                                         advice(word.text, verb_names(), "verbs"));
        }
        ++at_;
        if (kinds.empty()) return choose(word, std::nullopt);
        if (!more() || here().quoted) {
            if (alone) return choose(word, std::nullopt);
            return fail(more() ? here().column : end_column(),
                        engine::quote(word.text) + " needs an object: " + kinds_in_words(kinds));
        }
        return object(word, kinds, alone);
    }

    bool object(const Token& word, Kinds kinds, bool alone) {
        const PartId part = find_noun(layout_, here().text, kinds);
        if (part != no_part) {
            sentence_.command.object = part;
            ++at_;
            return choose(word, layout_[part].kind);
        }
        const PartId other = layout_.find(here().text);
        if (other != no_part) {
            return fail(here().column, engine::quote(here().text) + " is a " +
                                           std::string(name_of(layout_[other].kind)) + "; " +
                                           engine::quote(word.text) +
                                           " goes with: " + kinds_in_words(kinds));
        }
        if (alone) return choose(word, std::nullopt);
        return fail(here().column, "unknown part " + engine::quote(here().text) +
                                       advice(here().text, names_of(layout_, kinds), "parts"));
    }

    bool choose(const Token& word, std::optional<PartKind> kind) {
        const auto id = find_verb(word.text, kind);
        if (!id) return fail(word.column, engine::quote(word.text) + " needs an object");
        sentence_.command.verb = *id;
        row_ = &verb(*id);
        return true;
    }

    bool target() {
        if (row_->target_use == Use::none) return true;
        const bool here_now = more() && !here().quoted;
        const PartId part = here_now ? find_noun(layout_, here().text, row_->target) : no_part;
        if (part != no_part) {
            sentence_.command.target = part;
            ++at_;
            return true;
        }
        if (row_->target_use == Use::optional) return true;
        if (!here_now) {
            return fail(more() ? here().column : end_column(),
                        engine::quote(row_->name) +
                            " needs a second noun: " + kinds_in_words(row_->target));
        }
        return fail(here().column, "unknown " + engine::quote(here().text) +
                                       near_to(here().text, names_of(layout_, row_->target)) +
                                       " Needed: " + kinds_in_words(row_->target));
    }

    /// Base unit of the number that follows, by what is set or overridden.
    std::string_view unit() const {
        const PartId object = sentence_.command.object;
        if (object == no_part) return "count";
        const PartSpec& noun = layout_[object];
        if (noun.kind == PartKind::parameter) {
            return spec(static_cast<Parameter>(noun.index)).unit;
        }
        if (noun.kind == PartKind::signal)
            return signals()[static_cast<std::size_t>(noun.index)].unit;
        return "count";
    }

    std::optional<std::int64_t> number(const std::string& text) const {
        const PartId object = sentence_.command.object;
        if (object != no_part && layout_[object].kind == PartKind::signal) {
            const SignalSpec& row = signals()[static_cast<std::size_t>(layout_[object].index)];
            for (std::size_t i = 0; i < row.choices.size(); ++i) {
                if (row.choices[i] == text) return static_cast<std::int64_t>(i);
            }
            if (row.type == SignalType::boolean && (text == "true" || text == "false")) {
                return text == "true" ? 1 : 0;
            }
            if (row.type == SignalType::time) return engine::parse_clock(text);
        }
        return engine::parse_quantity(text, unit());
    }

    bool value() {
        if (row_->value_use == Use::none) return true;
        const bool there = more() && !here().quoted && here().text.find('=') == std::string::npos;
        if (!there) {
            if (row_->value_use == Use::optional) return true;
            return fail(more() ? here().column : end_column(),
                        engine::quote(row_->name) + " needs a value");
        }
        if (in_step_ && here().text.front() == '{') return value_from_signal();
        const int column = here().column;
        std::string text = here().text;
        ++at_;
        while (more() && !here().quoted && here().text.find('=') == std::string::npos) {
            text += " " + here().text;
            ++at_;
        }
        const auto result = number(text);
        if (!result) {
            const std::vector<std::string> units = engine::quantity_units(unit());
            return fail(column, engine::quote(text) + " is not a value here" +
                                    (units.empty() ? "; a whole number is needed"
                                                   : "; a number with one of these units: " +
                                                         engine::join(units)));
        }
        sentence_.command.has_value = true;
        sentence_.command.value = *result;
        return true;
    }

    bool value_from_signal() {
        const Token token = here();
        ++at_;
        const std::string name = token.text.size() > 2 && token.text.back() == '}'
                                     ? token.text.substr(1, token.text.size() - 2)
                                     : std::string{};
        const auto signal = find_signal(layout_, name);
        if (!signal) {
            return fail(token.column, "unknown signal " + engine::quote(name) +
                                          advice(name, signal_names(layout_), "signals"));
        }
        sentence_.takes_value = true;
        sentence_.value_from = *signal;
        return true;
    }

    bool words() {
        if (row_->words_use == Use::none) return true;
        std::string text;
        while (more()) {
            if (!here().quoted && here().text.find('=') == std::string::npos && text.empty()) break;
            if (!text.empty()) text += " ";
            text += here().text;
            ++at_;
        }
        if (text.empty() && row_->words_use == Use::required) {
            return fail(end_column(),
                        engine::quote(row_->name) + " needs words in quotation marks");
        }
        sentence_.command.words = std::move(text);
        return true;
    }

    const Layout& layout_;
    std::vector<Token> tokens_;
    bool in_step_;
    std::size_t at_ = 0;
    const Verb* row_ = nullptr;
    Sentence sentence_;
    SentenceError error_;
};

std::variant<Sentence, SentenceError> parse(const Layout& layout, std::string_view text,
                                            bool in_step) {
    auto tokens = split(text);
    if (std::holds_alternative<SentenceError>(tokens)) return std::get<SentenceError>(tokens);
    auto result = Parser(layout, std::move(std::get<std::vector<Token>>(tokens)), in_step).parse();
    if (std::holds_alternative<Sentence>(result)) std::get<Sentence>(result).text = text;
    return result;
}

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

std::variant<Command, SentenceError> parse_sentence(const Layout& layout, std::string_view text) {
    auto result = parse(layout, text, false);
    if (std::holds_alternative<SentenceError>(result)) return std::get<SentenceError>(result);
    return std::move(std::get<Sentence>(result).command);
}

std::variant<Sentence, SentenceError> parse_step_sentence(const Layout& layout,
                                                          std::string_view text) {
    return parse(layout, text, true);
}

std::string format_sentence(const Layout& layout, const Command& command) {
    std::string text;
    if (command.actor != no_post) {
        text = "as " + std::string(posts()[static_cast<std::size_t>(command.actor)].name) + ": ";
    }
    text += verb(command.verb).name;
    if (command.object != no_part) text += " " + bare_name(layout, command.object);
    if (command.target != no_part) text += " " + bare_name(layout, command.target);
    if (command.has_value) text += " " + value_text(layout, command);
    if (!command.words.empty()) text += " \"" + command.words + "\"";
    return text;
}

std::vector<std::string> completions(const World& world, std::string_view typed) {
    const auto tokens = split(typed);
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
        candidates = names_of(world.layout(), kinds);
    }
    std::erase_if(candidates, [&](const std::string& name) { return !name.starts_with(begun); });
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    return candidates;
}

}  // namespace sim
