#include "sim/scenario/read_condition.h"

#include <array>
#include <map>

#include <doctest/doctest.h>  // after the messages, whose MESSAGE it would take

namespace {

constexpr std::array<std::string_view, 3> states = {"off", "open", "closed"};

sim::SignalNames names() {
    static const std::map<std::string, sim::SignalKind, std::less<>> table = {
        {"state", {{0, 0}, sim::SignalType::choice, "count", states}},
        {"ballots", {{1, 0}, sim::SignalType::number, "count", {}}},
        {"cover.open", {{2, 0}, sim::SignalType::boolean, "count", {}}},
        {"clock", {{3, 0}, sim::SignalType::time, "us", {}}},
        {"dirt", {{4, 0}, sim::SignalType::number, "permille", {}}},
        {"waited", {{5, 0}, sim::SignalType::duration, "us", {}}},
    };
    sim::SignalNames names;
    names.find = [](std::string_view name) -> std::optional<sim::SignalKind> {
        const auto found = table.find(name);
        if (found == table.end()) return std::nullopt;
        return found->second;
    };
    names.advice = [](std::string_view) { return std::string("; did you mean \"ballots\"?"); };
    return names;
}

using Values = std::map<int, std::int64_t>;

sim::Condition parse(const std::string& text) {
    engine::Problems problems;
    const auto node = engine::read_yaml(text, "test", problems);
    REQUIRE(node);
    sim::Place place{"test", problems};
    sim::Condition condition = sim::read_condition(*node, "when", names(), place);
    CHECK(engine::text_of(problems) == "");
    return condition;
}

bool holds(const std::string& text, const Values& values) {
    return sim::holds(parse(text), [&](sim::SignalRef ref) { return values.at(ref.signal); });
}

std::string problem(const std::string& text) {
    engine::Problems problems;
    const auto node = engine::read_yaml(text, "test", problems);
    REQUIRE(node);
    sim::Place place{"test", problems};
    sim::read_condition(*node, "when", names(), place);
    return engine::text_of(problems);
}

}  // namespace

TEST_CASE("a value is typed by its signal") {
    CHECK(holds("state: open", {{0, 1}}));
    CHECK(!holds("state: open", {{0, 2}}));
    CHECK(holds("ballots: 12", {{1, 12}}));
    CHECK(holds("cover.open: true", {{2, 1}}));
    CHECK(holds("cover.open: false", {{2, 0}}));
    CHECK(holds("clock: \"08:00\"", {{3, 8 * engine::hour}}));
    CHECK(holds("clock: never", {{3, engine::never}}));
    CHECK(holds("dirt: 15 %", {{4, 150}}));
    CHECK(holds("waited: {at_least: 2 min}", {{5, 2 * engine::minute}}));
}

TEST_CASE("comparisons, and several of them at once") {
    CHECK(holds("ballots: {at_least: 5}", {{1, 5}}));
    CHECK(!holds("ballots: {more_than: 5}", {{1, 5}}));
    CHECK(holds("ballots: {at_most: 5}", {{1, 5}}));
    CHECK(!holds("ballots: {less_than: 5}", {{1, 5}}));
    CHECK(holds("state: {not: off}", {{0, 1}}));
    CHECK(holds("ballots: {at_least: 5, less_than: 8}", {{1, 7}}));
    CHECK(!holds("ballots: {at_least: 5, less_than: 8}", {{1, 8}}));
    CHECK(holds("state: [open, closed]", {{0, 2}}));
    CHECK(!holds("state: [open, closed]", {{0, 0}}));
}

TEST_CASE("keys of a map all count; all, any and not nest") {
    CHECK(!holds("{state: open, ballots: 1}", {{0, 1}, {1, 2}}));
    CHECK(holds("any: [{state: open}, {ballots: 1}]", {{0, 1}, {1, 2}}));
    CHECK(!holds("all: [{state: open}, {ballots: 1}]", {{0, 1}, {1, 2}}));
    CHECK(holds("not: {state: open, ballots: 1}", {{0, 1}, {1, 2}}));
    CHECK(holds("{not: {any: [{state: off}, {ballots: 1}]}, cover.open: true}",
                {{0, 1}, {1, 2}, {2, 1}}));
}

TEST_CASE("for: the rest of its map has held that long") {
    const sim::Condition condition = parse("{cover.open: true, ballots: 1, for: 30 s}");
    REQUIRE(condition.memories == 1);
    sim::Since since(1, engine::never);
    Values values = {{1, 1}, {2, 1}};
    engine::Time due = engine::never;
    const auto now = [&](engine::Time time) {
        due = engine::never;
        return sim::holds(
            condition, [&](sim::SignalRef ref) { return values.at(ref.signal); }, time, since, due);
    };
    CHECK(!now(0));
    CHECK(due == 30 * engine::second);
    CHECK(!now(29 * engine::second));
    CHECK(now(30 * engine::second));
    values[1] = 2;
    CHECK(!now(31 * engine::second));
    values[1] = 1;
    CHECK(!now(32 * engine::second));
    CHECK(now(62 * engine::second));
}

TEST_CASE("two for: have each a memory of their own") {
    CHECK(parse("any: [{cover.open: true, for: 1 s}, {ballots: 1, for: 2 s}]").memories == 2);
}

TEST_CASE("what is wrong is said at its place") {
    CHECK(problem("balots: 1") ==
          "test:1:1: when: unknown signal \"balots\"; did you mean \"ballots\"?\n");
    CHECK(problem("state: opn") ==
          "test:1:8: state: \"opn\" is not known; did you mean \"open\"? "
          "Allowed: off, open, closed\n");
    CHECK(problem("cover.open: yes") ==
          "test:1:13: cover.open: expected true or false, found \"yes\"\n");
    CHECK(problem("dirt: 15 cm") ==
          "test:1:7: dirt: expected a number with a unit (permille, ‰, %), found \"15 cm\"\n");
    CHECK(problem("state: {at_least: open}") ==
          "test:1:9: state: at_least has no order; write the value, or not\n");
}
