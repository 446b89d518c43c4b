#include "sim/scenario/form.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "engine/core/quantity.h"

namespace sim {

std::string with_advice(std::string message, std::string_view word,
                        std::span<const std::string> allowed, std::size_t list_most) {
    const std::string near = engine::nearest(word, allowed);
    if (!near.empty()) message += fmt::format("; did you mean \"{}\"?", near);
    if (allowed.empty() || allowed.size() > list_most) return message;
    return fmt::format("{}{} Allowed: {}", message, near.empty() ? "." : "", engine::join(allowed));
}

std::string unknown_word(std::string_view what, std::string_view word,
                         std::span<const std::string> allowed, std::size_t list_most) {
    return with_advice(fmt::format("{}: {} is not known", what, engine::quote(word, 40)), word,
                       allowed, list_most);
}

bool is_id(std::string_view word) {
    if (word.empty() || word.size() > 60 || word[0] < 'a' || word[0] > 'z') return false;
    return std::all_of(word.begin(), word.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

Form::Form(const engine::Node& node, std::string_view format, Place& place)
    : place_(place),
      format_(*find_format(format)),
      map_(node, place.file, format_.name, place.problems) {
    for (const KeySpec& key : format_.keys) {
        if (!key.required) {
            map_.ignore(key.name);
            continue;
        }
        const engine::Node* value = map_.require(key.name);
        const bool list = key.type == KeyType::maps || key.type == KeyType::names ||
                          key.type == KeyType::sentences;
        if (value == nullptr) continue;
        const bool empty = value->kind == engine::Node::Kind::null ||
                           (value->kind == engine::Node::Kind::list && value->items.empty());
        if (list && empty) problem(key.name, fmt::format("{}: the list is empty", key.name));
    }
}

const KeySpec& Form::key_spec(std::string_view key) const {
    static constexpr KeySpec undeclared{};
    const KeySpec* spec = format_.find(key);
    assert(spec != nullptr && "a reader asks for a key that no format declares");
    return spec != nullptr ? *spec : undeclared;
}

const engine::Node* Form::find(std::string_view key) const {
    key_spec(key);
    const engine::Node* value = map_.node().find(key);
    return value != nullptr && value->kind != engine::Node::Kind::null ? value : nullptr;
}

std::string Form::text(std::string_view key, std::string fallback) {
    const bool required = key_spec(key).required;
    const bool there = map_.node().find(key) != nullptr;
    const std::size_t before = place_.problems.size();
    std::string text = map_.text(key, std::move(fallback));
    if (required && there && text.empty() && place_.problems.size() == before) {
        problem(key, fmt::format("{}: the text is empty", key));
    }
    return text;
}

std::string Form::name(std::string_view key) {
    const std::size_t before = place_.problems.size();
    std::string name = text(key);
    if (place_.problems.size() == before && map_.node().find(key) != nullptr && !is_id(name)) {
        problem(key, fmt::format("{}: {} is no name: small letters, digits and _, beginning with "
                                 "a letter",
                                 key, engine::quote(name, 40)));
    }
    return name;
}

engine::LocalizedText Form::localized(std::string_view key) {
    key_spec(key);
    return map_.localized(key, false);
}

std::int64_t Form::whole(std::string_view key, std::int64_t fallback) {
    const KeySpec& spec = key_spec(key);
    return map_.integer(key, fallback, spec.low, spec.high);
}

bool Form::boolean(std::string_view key, bool fallback) {
    key_spec(key);
    return map_.boolean(key, fallback);
}

engine::Time Form::clock(std::string_view key, engine::Time fallback) {
    key_spec(key);
    return map_.clock(key, fallback);
}

engine::Time Form::duration(std::string_view key, engine::Time fallback) {
    key_spec(key);
    return map_.duration(key, fallback);
}

std::int64_t Form::quantity(std::string_view key, std::int64_t fallback) {
    const KeySpec& spec = key_spec(key);
    return map_.quantity(key, spec.unit, fallback, spec.low, spec.high);
}

std::string Form::choice(std::string_view key, std::string fallback) {
    const std::vector<std::string> allowed = key_spec(key).choices();
    return map_.choice(key, allowed, std::move(fallback));
}

std::vector<std::string> Form::texts(std::string_view key) {
    key_spec(key);
    return map_.texts(key);
}

std::vector<std::int64_t> Form::numbers(std::string_view key, std::size_t count, std::int64_t low,
                                        std::int64_t high) {
    std::vector<std::int64_t> numbers;
    if (!has(key)) return numbers;
    const std::vector<engine::Node>& items = list(key);
    for (const engine::Node& item : items) {
        const auto number = engine::parse_quantity(item.scalar, "count");
        if (item.kind != engine::Node::Kind::scalar || !number || *number < low || *number > high) {
            place_.report(item, fmt::format("{}: expected a whole number from {} to {}, found {}",
                                            key, low, high, engine::describe(item)));
            return {};
        }
        numbers.push_back(*number);
    }
    if (numbers.size() == count) return numbers;
    if (!items.empty()) {
        problem(key, fmt::format("{}: expected {} numbers, found {}", key, count, items.size()));
    }
    return {};
}

std::string Form::colour(std::string_view key, std::string fallback) {
    std::string colour = text(key, std::move(fallback));
    const auto hex = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
    };
    if (colour.size() != 7 || colour[0] != '#' ||
        !std::all_of(colour.begin() + 1, colour.end(), hex)) {
        problem(key,
                fmt::format("{}: expected \"#RRGGBB\", found {}", key, engine::quote(colour, 40)));
    }
    return colour;
}

const std::vector<engine::Node>& Form::list(std::string_view key) {
    key_spec(key);
    return map_.list(key);
}

void Form::problem(std::string_view key, std::string message) {
    map_.problem(key, std::move(message));
}

}  // namespace sim
