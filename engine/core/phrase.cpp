#include "engine/core/phrase.h"

#include <algorithm>
#include <iterator>

namespace engine {

namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

/// Which argument stands at a place: `next` for "", the number that is named otherwise.
std::size_t argument_at(std::string_view place, std::size_t next) {
    if (place.empty()) return next;
    const bool digit = place.size() == 1 && place[0] >= '0' && place[0] <= '9';
    return digit ? static_cast<std::size_t>(place[0] - '0') : nowhere;
}

}  // namespace

std::string fill(std::string_view text, std::span<const std::string> arguments) {
    std::string result;
    std::size_t next = 0;
    for (;;) {
        const std::size_t open = text.find('{');
        const std::size_t close = text.find('}', open);
        if (open == text.npos || close == text.npos) break;
        const std::string_view place = text.substr(open + 1, close - open - 1);
        const std::size_t which = argument_at(place, next);
        result += text.substr(0, open);
        if (which < arguments.size()) {
            result += arguments[which];
        } else {
            result += text.substr(open, close - open + 1);
        }
        next += place.empty() ? 1 : 0;
        text.remove_prefix(close + 1);
    }
    return result += text;
}

std::string fill(std::string_view text, std::initializer_list<std::string> arguments) {
    return fill(text, std::span(arguments.begin(), arguments.size()));
}

Phrase& Phrase::then(Phrase more) & {
    pieces_.insert(pieces_.end(), std::make_move_iterator(more.pieces_.begin()),
                   std::make_move_iterator(more.pieces_.end()));
    return *this;
}

std::string Phrase::in(const Translator& translate) const {
    std::string text;
    for (const Piece& piece : pieces_) text += fill(translate(piece.text), piece.arguments);
    return text;
}

}  // namespace engine
