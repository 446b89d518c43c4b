#include "engine/core/yaml.h"

#include <doctest/doctest.h>

#include <string>

using namespace engine;

namespace {

/// The problems of a text, one a line.
std::string problems_of(const std::string& text, const Limits& limits = {}) {
    Problems problems;
    (void)read_yaml(text, "f", problems, limits);
    return text_of(problems);
}

Node good(const std::string& text) {
    Problems problems;
    const auto node = read_yaml(text, "f", problems);
    REQUIRE(text_of(problems) == "");
    REQUIRE(node.has_value());
    return *node;
}

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

}  // namespace

TEST_CASE("a document becomes a tree with positions") {
    const Node root = good(
        "# a comment\n"
        "title: \"Jam\"\n"
        "start: 06:30\n"
        "empty:\n"
        "list: [1, two,\n"
        "       {three: 3}]\n"
        "ключ: значение\n"
        "text: |\n"
        "  one\n"
        "  two\n");
    REQUIRE(root.kind == Node::Kind::map);
    CHECK(root.line == 2);
    CHECK(root.entries.size() == 6);
    const Node* title = root.find("title");
    REQUIRE(title != nullptr);
    CHECK(title->scalar == "Jam");
    CHECK(title->quoted);
    CHECK(title->line == 2);
    CHECK(title->column == 8);
    CHECK_FALSE(root.find("start")->quoted);
    CHECK(root.find("empty")->kind == Node::Kind::null);
    const Node* list = root.find("list");
    REQUIRE(list->items.size() == 3);
    CHECK(list->items[1].scalar == "two");
    CHECK(list->items[2].find("three")->line == 6);
    CHECK(list->items[2].entries[0].key.column == 9);
    const Node* value = root.find("ключ");
    REQUIRE(value != nullptr);
    CHECK(value->line == 7);
    CHECK(value->column == 7);  // in characters, not bytes
    CHECK(root.find("text")->scalar == "one\ntwo\n");
    CHECK(root.find("absent") == nullptr);
}

TEST_CASE("an empty document is nothing") {
    CHECK(good("").kind == Node::Kind::null);
    CHECK(good("# only a comment\n").kind == Node::Kind::null);
    CHECK(good("---\n").kind == Node::Kind::null);
}

TEST_CASE("a byte order mark, CRLF and a document mark are no trouble") {
    const Node root = good("\xEF\xBB\xBF---\r\na: 1\r\nb: two words\r\n...\r\n");
    CHECK(root.find("a")->scalar == "1");
    CHECK(root.find("b")->scalar == "two words");
    CHECK(root.find("b")->line == 3);
}

TEST_CASE("duplicate keys are refused where they stand, with the line of the first") {
    CHECK(problems_of("a: 1\nb: 2\na: 3\n") ==
          "f:3:1: duplicate key \"a\": it is already on line 1\n");
    CHECK(problems_of("m: {x: 1, x: 2}\nn: {x: 1}\n") ==
          "f:1:11: duplicate key \"x\": it is already on line 1\n");
    CHECK(problems_of("\"a\": 1\na: 3\n") ==
          "f:2:1: duplicate key \"a\": it is already on line 1\n");
}

TEST_CASE("keys must be plain text") {
    CHECK(problems_of("? [a, b]\n: 1\n") ==
          "f:1:3: a key must be plain text, not a list or a map\n");
    CHECK(problems_of("{a: 1}: 2\n") == "f:1:1: a key must be plain text, not a list or a map\n");
    CHECK(problems_of("a: 1\n: 2\n") == "f:2:1: a key without a name: write \"key: value\"\n");
    CHECK(problems_of("~: 2\n") == "f:1:1: a key without a name: write \"key: value\"\n");
}

TEST_CASE("anchors, aliases, tags and further documents are refused with words") {
    CHECK(problems_of("a: &x 1\nb: *x\n") ==
          "f:1:4: an anchor (&name): write the value where it is needed\n"
          "f:2:4: an alias (*name): write the value itself, aliases are not allowed\n");
    CHECK(problems_of("a: !!int 1\n") ==
          "f:1:4: a tag (\"tag:yaml.org,2002:int\"): tags are not allowed, write the value "
          "alone\n");
    CHECK(problems_of("a: !mine [1]\n") ==
          "f:1:4: a tag (\"!mine\"): tags are not allowed, write the value alone\n");
    CHECK(problems_of("a: 1\n---\nb: 2\n") ==
          "f:2:1: a second document: a file holds one document, so remove the \"---\"\n");
}

TEST_CASE("an alias bomb goes nowhere") {
    std::string bomb = "a0: &a0 [x, x]\n";
    for (int i = 1; i < 30; ++i) {
        const std::string before = "*a" + std::to_string(i - 1);
        bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before + ", " +
                before + "]\n";
    }
    CHECK(problems_of(bomb).find("an alias") != std::string::npos);
}

TEST_CASE("bytes that are no text are refused before anything reads them") {
    CHECK(problems_of("a: 1\nб: \xFF\n") == "f:2:4: not UTF-8 text: save the file as UTF-8\n");
    CHECK(problems_of("a: x\x04y\nb: \x1b\n") ==
          "f:1:5: a control character (\\x04): only text is allowed\n"
          "f:2:4: a control character (\\x1b): only text is allowed\n");
    CHECK(problems_of(std::string("a: x\0", 5)) ==
          "f:1:5: a control character (\\x00): only text is allowed\n");
    CHECK(problems_of("a: 1\rb: 2\n") ==
          "f:1:5: a control character (\\x0d): only text is allowed\n");
    CHECK(problems_of("\xFF\xFEu") == "f:1:1: not UTF-8 text: save the file as UTF-8\n");
}

TEST_CASE("tabs as indentation are refused, elsewhere they are no trouble") {
    CHECK(problems_of("a:\n\tb: 1\n  \tc: 2\n") ==
          "f:2:1: a tab at the start of a line: indent with spaces\n"
          "f:3:3: a tab at the start of a line: indent with spaces\n");
    CHECK(problems_of("a: 1\t# comment\n\t\nb: 2\n") == "");
}

TEST_CASE("the limits hold") {
    CHECK(problems_of(std::string(1024 * 1024 + 1, ' ')) ==
          "f: the file is too large: 1048577 bytes, at most 1048576 are allowed\n");
    CHECK(problems_of(repeated("[", 33) + repeated("]", 33)) ==
          "f:1:33: nested too deeply: more than 32 levels\n");
    CHECK(problems_of(repeated("[", 32) + repeated("]", 32)) == "");
    CHECK(problems_of("[a, b, c]", {.nodes = 3}) ==
          "f:1:8: too much in one file: more than 3 values\n");
    CHECK(problems_of("[a, b, c]", {.nodes = 4}) == "");
    CHECK(problems_of(repeated("a: 1\n", 5), {.problems = 2}) ==
          "f:2:1: duplicate key \"a\": it is already on line 1\n"
          "f:3:1: duplicate key \"a\": it is already on line 1\n"
          "f:3:1: too many mistakes, stopped\n");
}

TEST_CASE("depth without end is refused, not crashed on") {
    for (const char* nest : {"[", "{", "- ", "? ", "[{a: ", "- - ", "{? "}) {
        CAPTURE(nest);
        CHECK(problems_of(repeated(nest, 100'000)).find("more than 32 levels") !=
              std::string::npos);
    }
}

TEST_CASE("what yaml-cpp refuses comes with its position and in words") {
    CHECK(problems_of("a: [1, 2\nb: 3\n") ==
          "f:2:2: a list opened with \"[\" is not closed with \"]\"\n");
    CHECK(problems_of("a: {x: 1\nb: 3\n") ==
          "f:2:2: a map opened with \"{\" is not closed with \"}\"\n");
    CHECK(problems_of("- [\n") == "f:2:1: a list opened with \"[\" is not closed with \"]\"\n");
    CHECK(problems_of("текст: один: два\n") ==
          "f:1:12: no \": \" may stand here: mend the indentation, or quote a text with a colon\n");
    CHECK(problems_of("a:\n  - x\n - y\n") ==
          "f:3:2: no \"key: value\" here: a colon is missing or the indentation does not fit\n");
    CHECK(problems_of("a: - b\n") ==
          "f:1:4: no \"- \" may stand here: begin the list on its own line\n");
    CHECK(problems_of("a: }\n") == "f:1:4: a \"]\" or \"}\" that closes nothing\n");
    CHECK(problems_of("a: @x\n") ==
          "f:1:4: no value begins with this character: put the text in quotes\n");
    CHECK(problems_of("- a\nb\n") ==
          "f:2:1: text after the end of the document: mend the indentation\n");
    CHECK(problems_of("%YAML 9.9\n---\na: 1\n") ==
          "f:1:1: not valid YAML: YAML major version too large\n");
}

TEST_CASE("quotes that are never closed do not swallow the rest of the file") {
    CHECK(problems_of("a: \"open\nb: 2\n") == "f:3:1: a quoted text is not closed\n");
    CHECK(problems_of("a: 'open") == "f:1:9: a quoted text is not closed\n");
    CHECK(good("a: |+\n  x\n\n").find("a")->scalar == "x\n\n");
    CHECK(good("a: |\n  x").find("a")->scalar == "x\n");
    CHECK(good("a: 1\n...\n").find("a")->scalar == "1");
}

TEST_CASE("several mistakes are found in one pass, and the tree is still there") {
    Problems problems;
    const auto node = read_yaml("a: &x 1\na: 2\nb: !t 3\n", "f", problems);
    CHECK(problems.size() == 3);
    REQUIRE(node.has_value());
    CHECK(node->find("b")->scalar == "3");
}

TEST_CASE("values are described for messages") {
    const Node root = good("[~, [], {}, \"a\\nb\"]");
    CHECK(describe(root.items[0]) == "nothing");
    CHECK(describe(root.items[1]) == "a list");
    CHECK(describe(root.items[2]) == "a map");
    CHECK(describe(root.items[3]) == "\"a\\nb\"");
}
