#include "engine/core/map_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/core/decimal.h"
#include "engine/core/quantity.h"

namespace engine {

namespace {

std::string did_you_mean(std::string_view word, std::span<const std::string> allowed) {
    const std::string near = nearest(word, allowed);
    return near.empty() ? "" : fmt::format("; did you mean \"{}\"?", near);
}

std::string joined_by(const std::string& message, std::string_view tail) {
    return message.ends_with('?') ? fmt::format("{} {}", message, tail)
                                  : fmt::format("{}. {}", message, tail);
}

std::string range_text(std::int64_t min, std::int64_t max, std::string_view base_unit) {
    const auto shown = [&](std::int64_t value) {
        return base_unit.empty() ? fmt::format("{}", value) : format_quantity(value, base_unit);
    };
    const bool open_below = min == std::numeric_limits<std::int64_t>::min();
    const bool open_above = max == std::numeric_limits<std::int64_t>::max();
    if (open_below) return fmt::format("at most {}", shown(max));
    if (open_above) return fmt::format("at least {}", shown(min));
    return fmt::format("from {} to {}", shown(min), shown(max));
}

}  // namespace

void report(Problems& problems, std::string_view file, const Node& at, std::string message) {
    problems.push_back({std::string(file), at.line, at.column, std::move(message)});
}

MapReader::MapReader(const Node& node, std::string_view file, std::string_view what,
                     Problems& problems)
    : node_(node), file_(file), what_(what), problems_(problems) {
    if (node.kind != Node::Kind::map && node.kind != Node::Kind::null) {
        report(node, fmt::format("{} must be a map (key: value), found {}", what_, describe(node)));
        usable_ = false;
    }
}

void MapReader::report(const Node& at, std::string message) {
    engine::report(problems_, file_, at, std::move(message));
}

void MapReader::allow(std::string_view key) {
    if (std::find(allowed_.begin(), allowed_.end(), key) == allowed_.end()) {
        allowed_.emplace_back(key);
    }
}

bool MapReader::has(std::string_view key) {
    return get(key) != nullptr;
}

const Node* MapReader::get(std::string_view key) {
    allow(key);
    return node_.find(key);
}

const Node* MapReader::require(std::string_view key) {
    const Node* value = get(key);
    if (value == nullptr && usable_) {
        report(node_, fmt::format("{}: the key \"{}\" is missing", what_, key));
    }
    return value;
}

const Node* MapReader::scalar(std::string_view key, bool required, std::string_view expected) {
    const Node* value = required ? require(key) : get(key);
    if (value == nullptr || value->kind == Node::Kind::scalar) return value;
    report(*value, fmt::format("{}: expected {}, found {}", key, expected, describe(*value)));
    return nullptr;
}

std::string MapReader::text(std::string_view key, std::optional<std::string> fallback) {
    const Node* value = scalar(key, !fallback, "text");
    return value != nullptr ? value->scalar : std::move(fallback).value_or("");
}

std::int64_t MapReader::integer(std::string_view key, std::optional<std::int64_t> fallback,
                                std::int64_t min, std::int64_t max) {
    const std::int64_t otherwise = fallback.value_or(std::clamp<std::int64_t>(0, min, max));
    const Node* value = scalar(key, !fallback, "a whole number");
    if (value == nullptr) return otherwise;
    const auto number = parse_quantity(value->scalar, "count");
    if (!number || value->quoted) {
        report(*value, fmt::format("{}: expected a whole number, found {}", key, describe(*value)));
        return otherwise;
    }
    if (*number < min || *number > max) {
        report(*value, fmt::format("{}: {} is out of range, allowed is {}", key, *number,
                                   range_text(min, max, "")));
        return otherwise;
    }
    return *number;
}

bool MapReader::boolean(std::string_view key, std::optional<bool> fallback) {
    const Node* value = scalar(key, !fallback, "true or false");
    if (value == nullptr) return fallback.value_or(false);
    if (!value->quoted && value->scalar == "true") return true;
    if (!value->quoted && value->scalar == "false") return false;
    report(*value, fmt::format("{}: expected true or false, found {}", key, describe(*value)));
    return fallback.value_or(false);
}

Time MapReader::clock(std::string_view key, std::optional<Time> fallback) {
    constexpr std::string_view expected =
        "a time of day (HH:MM or HH:MM:SS; \"-1d 15:00\" is the eve)";
    const Node* value = scalar(key, !fallback, expected);
    if (value == nullptr) return fallback.value_or(0);
    if (const auto moment = parse_clock(value->scalar)) return *moment;
    report(*value, fmt::format("{}: expected {}, found {}", key, expected, describe(*value)));
    return fallback.value_or(0);
}

Time MapReader::duration(std::string_view key, std::optional<Time> fallback) {
    constexpr std::string_view expected =
        "a duration (a number with us, ms, s, min or h, such as 30 s)";
    const Node* value = scalar(key, !fallback, expected);
    if (value == nullptr) return fallback.value_or(0);
    if (const auto span = parse_duration(value->scalar)) return *span;
    report(*value, fmt::format("{}: expected {}, found {}", key, expected, describe(*value)));
    return fallback.value_or(0);
}

std::int64_t MapReader::quantity(std::string_view key, std::string_view base_unit,
                                 std::optional<std::int64_t> fallback, std::int64_t min,
                                 std::int64_t max) {
    const std::int64_t otherwise = fallback.value_or(std::clamp<std::int64_t>(0, min, max));
    const auto units = quantity_units(base_unit);
    const std::string expected = units.empty()
                                     ? std::string("a whole number without a unit")
                                     : fmt::format("a number with a unit ({})", join(units));
    const Node* value = scalar(key, !fallback, expected);
    if (value == nullptr) return otherwise;
    const auto number = parse_quantity(value->scalar, base_unit);
    if (!number) {
        std::string message =
            fmt::format("{}: expected {}, found {}", key, expected, describe(*value));
        if (!units.empty()) {
            message += fmt::format("; it must be a whole number of {}", units.front());
        }
        report(*value, std::move(message));
        return otherwise;
    }
    if (*number < min || *number > max) {
        report(*value, fmt::format("{}: {} is out of range, allowed is {}", key, value->scalar,
                                   range_text(min, max, base_unit)));
        return otherwise;
    }
    return *number;
}

LocalizedText MapReader::localized(std::string_view key, bool required) {
    const Node* value = required ? require(key) : get(key);
    return value != nullptr ? read_localized(*value, file_, key, problems_) : LocalizedText{};
}

std::string MapReader::choice(std::string_view key, std::span<const std::string> allowed,
                              std::optional<std::string> fallback) {
    const Node* value = scalar(key, !fallback, fmt::format("one of: {}", join(allowed)));
    if (value == nullptr) return std::move(fallback).value_or("");
    if (std::find(allowed.begin(), allowed.end(), value->scalar) != allowed.end()) {
        return value->scalar;
    }
    const std::string message = fmt::format("{}: {} is not known{}", key, describe(*value),
                                            did_you_mean(value->scalar, allowed));
    report(*value, joined_by(message, "Allowed: " + join(allowed)));
    return std::move(fallback).value_or("");
}

std::size_t MapReader::choice_index(std::string_view key, std::span<const std::string> allowed,
                                    std::optional<std::size_t> fallback) {
    const std::size_t otherwise = fallback.value_or(0);
    const std::string word =
        choice(key, allowed, fallback ? std::optional<std::string>("") : std::nullopt);
    const auto found = std::find(allowed.begin(), allowed.end(), word);
    return found != allowed.end() ? static_cast<std::size_t>(found - allowed.begin()) : otherwise;
}

const std::vector<Node>& MapReader::list(std::string_view key) {
    static const std::vector<Node> none;
    const Node* value = get(key);
    if (value == nullptr || value->kind == Node::Kind::null) return none;
    if (value->kind == Node::Kind::list) return value->items;
    report(*value, fmt::format("{}: expected a list, found {}", key, describe(*value)));
    return none;
}

std::vector<std::string> MapReader::texts(std::string_view key) {
    const Node* value = get(key);
    if (value != nullptr && value->kind == Node::Kind::scalar) return {value->scalar};
    std::vector<std::string> texts;
    for (const Node& item : list(key)) {
        if (item.kind == Node::Kind::scalar) {
            texts.push_back(item.scalar);
        } else {
            report(item, fmt::format("{}: expected text, found {}", key, describe(item)));
        }
    }
    return texts;
}

void MapReader::problem(std::string_view key, std::string message) {
    const Node* value = node_.find(key);
    report(value != nullptr ? *value : node_, std::move(message));
}

void MapReader::finish() {
    constexpr std::size_t most = 50;  // a file full of foreign keys is one mistake, not thousands
    std::size_t unknown = 0;
    for (const auto& [key, value] : node_.entries) {
        if (std::find(allowed_.begin(), allowed_.end(), key.name) != allowed_.end()) continue;
        if (key.name.empty()) continue;  // reported while reading the file
        if (++unknown > most) return;
        const std::string message = fmt::format("unknown key {} in {}{}", quote(key.name, 40),
                                                what_, did_you_mean(key.name, allowed_));
        problems_.push_back(
            {file_, key.line, key.column, joined_by(message, "Allowed: " + join(allowed_))});
    }
}

LocalizedText read_localized(const Node& node, std::string_view file, std::string_view what,
                             Problems& problems) {
    LocalizedText text;
    if (node.kind != Node::Kind::map) {
        report(problems, file, node,
               fmt::format("{}: expected the text in three languages {{en: …, ru: …, ky: …}}, "
                           "found {}",
                           what, describe(node)));
        return text;
    }
    MapReader map(node, file, what, problems);
    const std::array<std::pair<std::string_view, std::string*>, 3> languages = {
        {{"en", &text.en}, {"ru", &text.ru}, {"ky", &text.ky}}};
    for (const auto& [language, target] : languages) {
        const std::size_t before = problems.size();
        *target = map.text(language);
        if (target->empty() && problems.size() == before) {
            map.problem(language, fmt::format("{}: the text in \"{}\" is empty", what, language));
        }
    }
    map.finish();
    return text;
}

}  // namespace engine
