#include "sim/recording/nouns.h"

#include <charconv>

#include "sim/station/signals.h"
#include "sim/world/post.h"

namespace sim {

namespace {

Noun noun_of(std::string_view place) {
    if (place == "part" || place == "part2" || place == "word") return Noun::part;
    if (place == "device") return Noun::device;
    if (place == "post") return Noun::post;
    if (place == "fault") return Noun::fault;
    if (place == "signal") return Noun::signal;
    if (place == "parameter") return Noun::parameter;
    return Noun::none;
}

template <class Items>
bool has(const Items& items, std::int64_t number) {
    return number >= 0 && number < static_cast<std::int64_t>(items.size());
}

std::optional<std::int64_t> bare_number(std::string_view digits) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return number;
}

}  // namespace

std::array<Noun, 3> argument_nouns(Message message, bool has_device, bool has_actor) {
    std::array<Noun, 3> nouns{};
    std::string_view text = spec(message).text;
    std::size_t argument = 0;
    while (argument < nouns.size()) {
        const std::size_t open = text.find('{');
        const std::size_t close = text.find('}', open);
        if (open == text.npos || close == text.npos) break;
        const Noun noun = noun_of(text.substr(open + 1, close - open - 1));
        text.remove_prefix(close + 1);
        if ((noun == Noun::device && has_device) || (noun == Noun::post && has_actor)) continue;
        nouns[argument++] = noun;
    }
    return nouns;
}

std::string noun_name(const Setup& setup, Noun noun, std::int64_t number) {
    switch (noun) {
        case Noun::none:
            return {};
        case Noun::part:
        case Noun::signal:
        case Noun::parameter:
            if (!has(setup.layout.parts, number)) return {};
            return setup.layout.parts[static_cast<std::size_t>(number)].name;
        case Noun::device:
            if (!has(setup.layout.devices, number)) return {};
            return setup.layout.devices[static_cast<std::size_t>(number)].name;
        case Noun::post:
            if (!has(posts(), number)) return {};
            return std::string(posts()[static_cast<std::size_t>(number)].name);
        case Noun::fault:
            if (!has(setup.faults, number)) return {};
            return setup.faults[static_cast<std::size_t>(number)].id;
    }
    return {};
}

std::string noun_word(const Setup& setup, Noun noun, std::int64_t number) {
    std::string name = noun_name(setup, noun, number);
    return name.empty() ? "#" + std::to_string(number) : name;
}

std::optional<std::int64_t> noun_number(const Setup& setup, Noun noun, std::string_view name) {
    if (!name.empty() && name[0] == '#') return bare_number(name.substr(1));
    const auto found = [](std::int64_t number) {
        return number >= 0 ? std::optional(number) : std::nullopt;
    };
    switch (noun) {
        case Noun::none:
            return std::nullopt;
        case Noun::part:
        case Noun::signal:
        case Noun::parameter:
            return found(setup.layout.find(name));
        case Noun::device:
            return found(setup.layout.find_device(name));
        case Noun::post:
            return found(find_post(name));
        case Noun::fault:
            for (std::size_t i = 0; i < setup.faults.size(); ++i) {
                if (setup.faults[i].id == name) return static_cast<std::int64_t>(i);
            }
            return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace sim
