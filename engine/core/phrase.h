/// A text for a person, made before anyone knows in which language it will be read.
#pragma once

#include <fmt/core.h>

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/core/translate.h"

namespace engine {

/// The text with each `{}` replaced by the next of the arguments; `{0}`, `{1}` … name one, so that
/// a translation can turn them round. A place without an argument stays as it is.
std::string fill(std::string_view text, std::span<const std::string> arguments);
std::string fill(std::string_view text, std::initializer_list<std::string> arguments);

/// Texts to be translated (mark them with N_), with what fills their places. Several may follow
/// each other: `unknown.then(advice)`.
class Phrase {
  public:
    Phrase() = default;

    template <class... Values>
    Phrase(const char* text, const Values&... values)
        : pieces_{{text, {fmt::format("{}", values)...}}} {}

    /// Words that are not translated: a name, what another program said.
    static Phrase verbatim(std::string words) { return {"{}", words}; }

    /// Appends, without a space between.
    Phrase& then(Phrase more) &;
    Phrase&& then(Phrase more) && { return std::move(then(std::move(more))); }

    std::string in(const Translator& translate) const;
    std::string english() const { return in({}); }
    bool empty() const { return pieces_.empty(); }

    friend bool operator==(const Phrase&, const Phrase&) = default;

  private:
    struct Piece {
        std::string text;
        std::vector<std::string> arguments;

        friend bool operator==(const Piece&, const Piece&) = default;
    };
    std::vector<Piece> pieces_;
};

}  // namespace engine
