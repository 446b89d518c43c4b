#include "engine/core/map_reader.h"

#include <doctest/doctest.h>

using namespace engine;

namespace {

/// Reads a map with `read` and gives the problems, one a line.
template <class Read>
std::string problems_of(const std::string& text, Read read) {
    Problems problems;
    const auto node = read_yaml(text, "f", problems);
    REQUIRE(node.has_value());
    MapReader map(*node, "f", "scenario", problems);
    read(map);
    return text_of(problems);
}

const std::vector<std::string> colours = {"red", "green"};

}  // namespace

TEST_CASE("a good map is read") {
    const std::string text =
        "title: {en: Jam, ru: Замятие, ky: Тыгылуу}\n"
        "name: x y\n"
        "count: 12\n"
        "on: true\n"
        "start: -1d 15:00\n"
        "wait: 1.5 s\n"
        "dust: 2.5 %\n"
        "colour: green\n"
        "steps: [a, b]\n"
        "one: a\n"
        "none:\n";
    const std::string problems = problems_of(text, [](MapReader& map) {
        CHECK(map.localized("title").ky == "Тыгылуу");
        CHECK(map.text("name") == "x y");
        CHECK(map.integer("count", {}, 0, 12) == 12);
        CHECK(map.boolean("on"));
        CHECK(map.clock("start") == -9 * hour);
        CHECK(map.duration("wait") == 1500 * millisecond);
        CHECK(map.quantity("dust", "permille", {}, 0, 1000) == 25);
        CHECK(map.choice("colour", colours) == "green");
        CHECK(map.choice_index("colour", colours) == 1);
        CHECK(map.list("steps").size() == 2);
        CHECK(map.texts("steps") == std::vector<std::string>{"a", "b"});
        CHECK(map.texts("one") == std::vector<std::string>{"a"});
        CHECK(map.list("none").empty());
        CHECK(map.has("one"));
        map.finish();
    });
    CHECK(problems == "");
}

TEST_CASE("absent keys take their fallback, required ones are missed") {
    const std::string problems = problems_of("{}", [](MapReader& map) {
        CHECK(map.text("a", "x") == "x");
        CHECK(map.integer("a", 5) == 5);
        CHECK(map.boolean("a", true));
        CHECK(map.clock("a", hour) == hour);
        CHECK(map.duration("a", second) == second);
        CHECK(map.quantity("a", "mv", 7) == 7);
        CHECK(map.choice("a", colours, "red") == "red");
        CHECK(map.choice_index("a", colours, 1) == 1);
        CHECK(map.localized("a", false).empty());
        CHECK(map.list("a").empty());
        CHECK_FALSE(map.has("a"));
        CHECK(map.text("b") == "");
        CHECK(map.integer("c", {}, 3, 9) == 3);
        CHECK(map.localized("d").empty());
        CHECK(map.require("e") == nullptr);
        map.finish();
    });
    CHECK(problems ==
          "f:1:1: scenario: the key \"b\" is missing\n"
          "f:1:1: scenario: the key \"c\" is missing\n"
          "f:1:1: scenario: the key \"d\" is missing\n"
          "f:1:1: scenario: the key \"e\" is missing\n");
}

TEST_CASE("every mistake is told in one pass: what, where, what is allowed") {
    const std::string text =
        "tittle: x\n"
        "name: [a]\n"
        "count: many\n"
        "count2: 13\n"
        "on: yes\n"
        "start: 6:30\n"
        "wait: 30\n"
        "dust: 2.55 %\n"
        "dust2: 200 %\n"
        "colour: gren\n"
        "steps: a\n"
        "quoted: \"5\"\n"
        "zzz: 1\n";
    const std::string problems = problems_of(text, [](MapReader& map) {
        map.get("title");
        map.text("name");
        map.integer("count");
        map.integer("count2", {}, 0, 12);
        map.boolean("on");
        map.clock("start");
        map.duration("wait");
        CHECK(map.quantity("dust", "permille", 8) == 8);
        map.quantity("dust2", "permille", {}, 0, 1000);
        map.choice("colour", colours);
        map.list("steps");
        map.integer("quoted");
        map.finish();
    });
    CHECK(problems == R"(f:2:7: name: expected text, found a list
f:3:8: count: expected a whole number, found "many"
f:4:9: count2: 13 is out of range, allowed is from 0 to 12
f:5:5: on: expected true or false, found "yes"
f:6:8: start: expected a time of day (HH:MM or HH:MM:SS; "-1d 15:00" is the eve), found "6:30"
f:7:7: wait: expected a duration (a number with us, ms, s, min or h, such as 30 s), found "30"
f:8:7: dust: expected a number with a unit (permille, ‰, %), found "2.55 %"; it must be a whole number of permille
f:9:8: dust2: 200 % is out of range, allowed is from 0 permille to 100 %
f:10:9: colour: "gren" is not known; did you mean "green"? Allowed: red, green
f:11:8: steps: expected a list, found "a"
f:12:9: quoted: expected a whole number, found "5"
f:1:1: unknown key "tittle" in scenario; did you mean "title"? Allowed: title, name, count, count2, on, start, wait, dust, dust2, colour, steps, quoted
f:13:1: unknown key "zzz" in scenario. Allowed: title, name, count, count2, on, start, wait, dust, dust2, colour, steps, quoted
)");
}

TEST_CASE("a text for people needs its three languages") {
    const std::string text =
        "a: Jam\n"
        "b: {en: Jam, ru: Замятие}\n"
        "c: {en: Jam, ru: \"\", ky: x, kg: y}\n"
        "d: {en: [], ru: a, ky: b}\n";
    const std::string problems = problems_of(text, [](MapReader& map) {
        for (const char* key : {"a", "b", "c", "d"}) map.localized(key);
    });
    CHECK(problems ==
          R"(f:1:4: a: expected the text in three languages {en: …, ru: …, ky: …}, found "Jam"
f:2:4: b: the key "ky" is missing
f:3:18: c: the text in "ru" is empty
f:3:29: unknown key "kg" in c; did you mean "ky"? Allowed: en, ru, ky
f:4:9: en: expected text, found a list
)");
}

TEST_CASE("what is no map is told once") {
    const std::string problems = problems_of("[a]", [](MapReader& map) {
        CHECK(map.text("name") == "");
        CHECK(map.integer("count") == 0);
        map.finish();
    });
    CHECK(problems == "f:1:1: scenario must be a map (key: value), found a list\n");
}

TEST_CASE("own checks report at the key") {
    const std::string problems = problems_of("a: 1\nb: 2\n", [](MapReader& map) {
        map.problem("b", "b is wrong");
        map.problem("absent", "something is wrong");
        map.ignore("a");
        map.ignore("b");
        map.finish();
    });
    CHECK(problems == "f:2:4: b is wrong\nf:1:1: something is wrong\n");
}
