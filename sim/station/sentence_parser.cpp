#include <algorithm>
#include <charconv>

#include "engine/core/quantity.h"
#include "engine/core/text.h"
#include "sim/faults/injection.h"
#include "sim/station/sentence.h"
#include "sim/station/sentence_words.h"
#include "sim/station/signals.h"
#include "sim/station/verb.h"
#include "sim/world/post.h"

namespace sim {

namespace {

using engine::Phrase;
using engine::quote;

/// "; did you mean …?", or the end of the sentence where no word is near.
Phrase near_to(std::string_view word, const std::vector<std::string>& allowed) {
    const std::string near = engine::nearest(word, allowed);
    return near.empty() ? Phrase::verbatim(".") : Phrase(N_("; did you mean {}?"), quote(near));
}

/// The nearest right word, or what is allowed where none is near; `list` is what `polldrill list`
/// calls the words when there are too many to say.
Phrase advice(std::string_view word, const std::vector<std::string>& allowed,
              std::string_view list) {
    constexpr std::size_t most = 100;
    if (!engine::nearest(word, allowed).empty()) return near_to(word, allowed);
    if (allowed.size() <= most) return {N_(". Allowed: {}"), engine::join(allowed)};
    return {N_(". Allowed: what \"polldrill list {}\" shows"), list};
}
class Parser {
  public:
    Parser(const Layout& layout, std::vector<Token> tokens, bool in_step)
        : layout_(layout), tokens_(std::move(tokens)), in_step_(in_step) {}

    std::variant<Sentence, SentenceError> parse() {
        if (!actor() || !verb_and_object() || !target() || !value() || !words()) return error_;
        if (at_ < tokens_.size()) {
            return SentenceError{
                {N_("unexpected {0} after {1}"), quote(tokens_[at_].text), quote(row_->name)},
                tokens_[at_].column};
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
    /// Where the word that is wanted should have stood.
    int wanted_column() const { return more() ? here().column : end_column(); }
    bool fail(int column, Phrase message) {
        error_ = {std::move(message), column};
        return false;
    }

    bool actor() {
        if (!more()) return fail(1, N_("an empty sentence; a verb is needed"));
        if (here().text != "as" || here().quoted) return true;
        ++at_;
        if (!more() || here().text.empty() || here().text.back() != ':') {
            return fail(wanted_column(), N_("expected \"as POST: VERB …\""));
        }
        const std::string name = here().text.substr(0, here().text.size() - 1);
        sentence_.command.actor = find_post(name);
        if (sentence_.command.actor == no_post) {
            std::vector<std::string> allowed;
            for (const PostSpec& post : posts()) allowed.emplace_back(post.name);
            return fail(here().column, Phrase(N_("unknown post {}"), quote(name))
                                           .then(near_to(name, allowed))
                                           .then({N_(" Allowed: {}"), engine::join(allowed)}));
        }
        ++at_;
        return more() || fail(end_column(), N_("a verb is needed after the post"));
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
            return fail(word.column, Phrase(N_("unknown verb {}"), quote(word.text))
                                         .then(advice(word.text, verb_names(), "verbs")));
        }
        ++at_;
        if (kinds.empty()) return choose(word, std::nullopt);
        if (!more() || here().quoted) {
            if (alone) return choose(word, std::nullopt);
            return fail(wanted_column(),
                        {N_("{} needs an object: {}"), quote(word.text), kinds_in_words(kinds)});
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
            return fail(here().column,
                        {N_("{} is a {}; {} goes with: {}"), quote(here().text),
                         name_of(layout_[other].kind), quote(word.text), kinds_in_words(kinds)});
        }
        if (alone) return choose(word, std::nullopt);
        return fail(here().column,
                    Phrase(N_("unknown part {}"), quote(here().text))
                        .then(advice(here().text, spoken_names(layout_, kinds), "parts")));
    }

    bool choose(const Token& word, std::optional<PartKind> kind) {
        const auto id = find_verb(word.text, kind);
        if (!id) return fail(word.column, {N_("{} needs an object"), quote(word.text)});
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
            return fail(wanted_column(), {N_("{} needs a second noun: {}"), quote(row_->name),
                                          kinds_in_words(row_->target)});
        }
        return fail(here().column,
                    Phrase(N_("unknown {}"), quote(here().text))
                        .then(near_to(here().text, spoken_names(layout_, row_->target)))
                        .then({N_(" Needed: {}"), kinds_in_words(row_->target)}));
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
        if (object != no_part && layout_[object].kind == PartKind::parameter) {
            const auto parameter = static_cast<Parameter>(layout_[object].index);
            if (const auto value = parse_parameter_value(parameter, text)) return value;
        }
        return engine::parse_quantity(text, unit());
    }

    bool value() {
        if (row_->value_use == Use::none) return true;
        const bool there = more() && !here().quoted && here().text.find('=') == std::string::npos;
        if (!there) {
            if (row_->value_use == Use::optional) return true;
            return fail(wanted_column(), {N_("{} needs a value"), quote(row_->name)});
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
            Phrase wrong(N_("{} is not a value here"), quote(text));
            wrong.then(units.empty() ? Phrase(N_("; a whole number is needed"))
                                     : Phrase(N_("; a number with one of these units: {}"),
                                              engine::join(units)));
            return fail(column, std::move(wrong));
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
            return fail(token.column, Phrase(N_("unknown signal {}"), quote(name))
                                          .then(advice(name, signal_names(layout_), "signals")));
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
            return fail(end_column(), {N_("{} needs words in quotation marks"), quote(row_->name)});
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
    auto tokens = split_sentence(text);
    if (std::holds_alternative<SentenceError>(tokens)) return std::get<SentenceError>(tokens);
    auto result = Parser(layout, std::move(std::get<std::vector<Token>>(tokens)), in_step).parse();
    if (std::holds_alternative<Sentence>(result)) std::get<Sentence>(result).text = text;
    return result;
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

}  // namespace sim
