#include "sim/scenario/read_condition.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "engine/core/quantity.h"
#include "engine/core/time.h"

namespace sim {

namespace {

using engine::Node;
using Kind = Condition::Kind;
using Comparison = Condition::Comparison;

constexpr std::size_t nodes_most = 2000;

const std::array<std::string, 5> comparison_words = {"at_least", "at_most", "more_than",
                                                     "less_than", "not"};
constexpr std::array comparisons = {Comparison::at_least, Comparison::at_most, Comparison::more,
                                    Comparison::less, Comparison::unequal};

class ConditionReader {
  public:
    ConditionReader(std::string_view what, const SignalNames& names, Place& place)
        : what_(what), names_(names), place_(place) {}

    /// Everything a map asks for, as the node reserved for it.
    std::size_t map(const Node& node, std::size_t into) {
        if (node.kind != Node::Kind::map || node.entries.empty()) {
            place_.report(node, fmt::format("{}: expected a condition (signal: value), found {}",
                                            what_, engine::describe(node)));
            return into;
        }
        const Node* lasting = node.find("for");
        if (lasting == nullptr) {
            entries(node, into);
            return into;
        }
        if (node.entries.size() == 1) {
            place_.report(*lasting,
                          "for: says how long the rest of its map has held, but nothing "
                          "else stands in it");
        }
        at(into).kind = Kind::lasting;
        at(into).value = how_long(*lasting);
        at(into).memory = condition_.memories++;
        const std::size_t child = add();
        children(into, {child});
        entries(node, child);
        return into;
    }

    std::size_t add() {
        condition_.nodes.emplace_back();
        if (condition_.nodes.size() == nodes_most) full_ = true;
        return condition_.nodes.size() - 1;
    }

    Condition take(const Node& node) {
        if (full_) {
            place_.report(node, fmt::format("{}: the condition is too long", what_));
            return {};
        }
        return std::move(condition_);
    }

  private:
    Condition::Node& at(std::size_t index) { return condition_.nodes[index]; }

    void children(std::size_t parent, const std::vector<std::size_t>& list) {
        at(parent).first = static_cast<std::int16_t>(condition_.children.size());
        at(parent).count = static_cast<std::int16_t>(list.size());
        for (const std::size_t child : list) {
            condition_.children.push_back(static_cast<std::int16_t>(child));
        }
    }

    void entries(const Node& node, std::size_t into) {
        const bool timed = node.find("for") != nullptr;
        if (node.entries.size() == (timed ? 2U : 1U)) {
            for (const auto& [key, value] : node.entries) {
                if (key.name != "for") entry(key, value, into);
            }
            return;
        }
        std::vector<std::size_t> list;
        for (const auto& [key, value] : node.entries) {
            if (key.name == "for" || full_) continue;
            list.push_back(add());
            entry(key, value, list.back());
        }
        at(into).kind = Kind::all;
        children(into, list);
    }

    void entry(const engine::Key& key, const Node& value, std::size_t into) {
        if (key.name == "all" || key.name == "any") {
            group(key, value, into);
        } else if (key.name == "not") {
            at(into).kind = Kind::negation;
            const std::size_t child = add();
            children(into, {child});
            map(value, child);
        } else {
            signal(key, value, into);
        }
    }

    void group(const engine::Key& key, const Node& value, std::size_t into) {
        if (value.kind != Node::Kind::list || value.items.empty()) {
            place_.report(value,
                          fmt::format("{}: expected a list of conditions, found {}", key.name,
                                      value.kind == Node::Kind::list ? "an empty one"
                                                                     : engine::describe(value)));
            return;
        }
        std::vector<std::size_t> list;
        for (const Node& item : value.items) {
            if (full_) return;
            list.push_back(add());
            map(item, list.back());
        }
        at(into).kind = key.name == "all" ? Kind::all : Kind::any;
        children(into, list);
    }

    Time how_long(const Node& node) {
        const auto span =
            node.kind == Node::Kind::scalar ? engine::parse_duration(node.scalar) : std::nullopt;
        if (span) return *span;
        place_.report(node, fmt::format("for: expected a duration such as 30 s, found {}",
                                        engine::describe(node)));
        return 0;
    }

    void signal(const engine::Key& key, const Node& value, std::size_t into) {
        if (key.name.empty() || place_.full()) return;  // reported while reading the file
        const auto kind = names_.find(key.name);
        if (!kind) {
            place_.report(key, fmt::format("{}: unknown signal {}{}", what_,
                                           engine::quote(key.name, 60), names_.advice(key.name)));
            return;
        }
        if (value.kind == Node::Kind::list) {
            one_of(key, *kind, value, into);
        } else if (value.kind == Node::Kind::map) {
            compared(key, *kind, value, into);
        } else {
            compare(key, *kind, Comparison::equal, value, into);
        }
    }

    void one_of(const engine::Key& key, const SignalKind& kind, const Node& value,
                std::size_t into) {
        std::vector<std::size_t> list;
        for (const Node& item : value.items) {
            if (full_) return;
            list.push_back(add());
            compare(key, kind, Comparison::equal, item, list.back());
        }
        if (list.empty()) place_.report(value, fmt::format("{}: the list is empty", key.name));
        at(into).kind = Kind::any;
        children(into, list);
    }

    void compared(const engine::Key& key, const SignalKind& kind, const Node& value,
                  std::size_t into) {
        std::vector<std::size_t> list;
        for (const auto& [word, limit] : value.entries) {
            if (full_) return;
            const auto found =
                std::find(comparison_words.begin(), comparison_words.end(), word.name);
            if (found == comparison_words.end()) {
                place_.report(word, unknown_word(key.name, word.name, comparison_words));
                continue;
            }
            const auto index = static_cast<std::size_t>(found - comparison_words.begin());
            if (!ordered(kind.type) && comparisons[index] != Comparison::unequal) {
                place_.report(word, fmt::format("{}: {} has no order; write the value, or not",
                                                key.name, word.name));
                continue;
            }
            list.push_back(add());
            compare(key, kind, comparisons[index], limit, list.back());
        }
        if (value.entries.empty()) {
            place_.report(value, fmt::format("{}: the comparison is empty", key.name));
        }
        at(into).kind = Kind::all;
        children(into, list);
    }

    static bool ordered(SignalType type) {
        return type != SignalType::boolean && type != SignalType::choice;
    }

    void compare(const engine::Key& key, const SignalKind& kind, Comparison comparison,
                 const Node& value, std::size_t into) {
        at(into).kind = Kind::compare;
        at(into).comparison = comparison;
        at(into).signal = kind.ref;
        at(into).value = number(key, kind, value);
    }

    std::int64_t number(const engine::Key& key, const SignalKind& kind, const Node& value) {
        std::string expected;
        if (value.kind == Node::Kind::scalar) {
            std::optional<std::int64_t> number;
            switch (kind.type) {
                case SignalType::boolean:
                    if (!value.quoted && value.scalar == "true") return 1;
                    if (!value.quoted && value.scalar == "false") return 0;
                    break;
                case SignalType::choice:
                    return choice(key, kind, value);
                case SignalType::time:
                    number =
                        value.scalar == "never" ? engine::never : engine::parse_clock(value.scalar);
                    break;
                case SignalType::duration:
                    number = engine::parse_duration(value.scalar);
                    break;
                case SignalType::number:
                    number = engine::parse_quantity(value.scalar, unit_of(kind));
                    break;
            }
            if (number) return *number;
        }
        switch (kind.type) {
            case SignalType::boolean:
                expected = "true or false";
                break;
            case SignalType::choice:
                expected = "one of: " + engine::join(choices_of(kind));
                break;
            case SignalType::time:
                expected = "a time of day (HH:MM) or never";
                break;
            case SignalType::duration:
                expected = "a duration such as 30 s";
                break;
            case SignalType::number: {
                const auto units = engine::quantity_units(unit_of(kind));
                expected = units.empty()
                               ? "a whole number"
                               : fmt::format("a number with a unit ({})", engine::join(units));
                break;
            }
        }
        place_.report(value, fmt::format("{}: expected {}, found {}", key.name, expected,
                                         engine::describe(value)));
        return 0;
    }

    static std::string_view unit_of(const SignalKind& kind) {
        return engine::known_base_unit(kind.unit) ? kind.unit : "count";
    }

    static std::vector<std::string> choices_of(const SignalKind& kind) {
        return {kind.choices.begin(), kind.choices.end()};
    }

    std::int64_t choice(const engine::Key& key, const SignalKind& kind, const Node& value) {
        const auto found = std::find(kind.choices.begin(), kind.choices.end(), value.scalar);
        if (found != kind.choices.end()) return found - kind.choices.begin();
        place_.report(value, unknown_word(key.name, value.scalar, choices_of(kind)));
        return 0;
    }

    std::string what_;
    const SignalNames& names_;
    Place& place_;
    Condition condition_;
    bool full_ = false;
};

}  // namespace

Condition read_condition(const engine::Node& node, std::string_view what, const SignalNames& names,
                         Place& place) {
    ConditionReader reader(what, names, place);
    reader.map(node, reader.add());
    return reader.take(node);
}

}  // namespace sim
