#include "engine/core/yaml.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <sstream>
#include <tuple>

#include "engine/core/text.h"

namespace engine {

namespace {

/// Ends the reading of a file; the reason is already among the problems.
struct Stop {};

/// Where things stand in the text: yaml-cpp counts bytes from 0, a person characters from 1.
class Positions {
  public:
    explicit Positions(std::string_view text) : text_(text) {
        starts_.push_back(0);
        characters_.reserve(text.size() + 1);
        std::uint32_t characters = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            characters_.push_back(characters);
            if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) ++characters;
            if (text[i] == '\n') starts_.push_back(i + 1);
        }
        characters_.push_back(characters);
    }

    std::pair<int, int> of(int line, int column) const {
        if (line < 0) return {0, 0};
        if (static_cast<std::size_t>(line) >= starts_.size()) return of_byte(text_.size());
        const std::size_t start = starts_[static_cast<std::size_t>(line)];
        const std::size_t at =
            std::min(start + static_cast<std::size_t>(std::max(column, 0)), text_.size());
        return {line + 1, static_cast<int>(characters_[at] - characters_[start]) + 1};
    }

    std::pair<int, int> of_byte(std::size_t offset) const {
        const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
        const auto line = after - starts_.begin() - 1;
        return of(static_cast<int>(line), static_cast<int>(offset - *std::prev(after)));
    }

    std::string_view line(int number) const {
        const auto index = static_cast<std::size_t>(number);
        if (number < 0 || index >= starts_.size()) return {};
        const std::string_view rest = text_.substr(starts_[index]);
        return rest.substr(0, rest.find('\n'));
    }

  private:
    std::string_view text_;
    std::vector<std::size_t> starts_;
    std::vector<std::uint32_t> characters_;  // before each byte, from the start of the text
};

/// Turns the events of yaml-cpp into a tree.
class TreeBuilder : public YAML::EventHandler {
  public:
    TreeBuilder(const Positions& positions, std::string_view file, Problems& problems,
                const Limits& limits)
        : positions_(positions),
          file_(file),
          problems_(problems),
          limits_(limits),
          problems_before_(problems.size()) {}

    std::optional<Node> take() { return std::move(root_); }

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (documents_++ == 0) return;
        const bool marked = positions_.line(mark.line).starts_with("---") ||
                            positions_.line(mark.line - 1).starts_with("---");
        add(mark, marked ? "a second document: a file holds one document, so remove the \"---\""
                         : "text after the end of the document: mend the indentation");
        throw Stop{};
    }

    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        refuse_anchor(mark, anchor);
        if (wants_key()) {
            add(mark, "a key without a name: write \"key: value\"");
            open_key({}, mark);
        } else {
            place(make(Node::Kind::null, mark));
        }
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        add(mark, "an alias (*name): write the value itself, aliases are not allowed");
        if (wants_key()) {
            open_key({}, mark);
        } else {
            place(make(Node::Kind::null, mark));
        }
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        refuse_anchor(mark, anchor);
        refuse_tag(mark, tag, true);
        if (wants_key()) {
            open_key(value, mark);
            return;
        }
        Node node = make(Node::Kind::scalar, mark);
        node.scalar = value;
        node.quoted = tag == "!";
        place(std::move(node));
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(Node::Kind::list, mark, tag, anchor);
    }
    void OnSequenceEnd() override { close(); }

    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(Node::Kind::map, mark, tag, anchor);
    }
    void OnMapEnd() override { close(); }

    void OnAnchor(const YAML::Mark&, const std::string&) override {}

    void add(const YAML::Mark& mark, std::string message) {
        const auto [line, column] = positions_.of(mark.line, mark.column);
        add_at(line, column, std::move(message));
    }

  private:
    /// A list or map that is not yet closed.
    struct Level {
        Node node;
        bool key_open = false;       ///< of a map: the last key waits for its value
        bool is_key = false;         ///< stands where a key should: read, but not kept
        std::set<std::string> keys;  ///< to find duplicates
    };

    void add_at(int line, int column, std::string message) {
        problems_.push_back({std::string(file_), line, column, std::move(message)});
        if (problems_.size() - problems_before_ >= limits_.problems) {
            problems_.push_back({std::string(file_), line, column, "too many mistakes, stopped"});
            throw Stop{};
        }
    }

    bool wants_key() const {
        return !levels_.empty() && levels_.back().node.kind == Node::Kind::map &&
               !levels_.back().key_open;
    }

    Node make(Node::Kind kind, const YAML::Mark& mark) {
        if (++nodes_ > limits_.nodes) {
            add(mark, fmt::format("too much in one file: more than {} values", limits_.nodes));
            throw Stop{};
        }
        Node node;
        node.kind = kind;
        std::tie(node.line, node.column) = positions_.of(mark.line, mark.column);
        return node;
    }

    void open_key(const std::string& name, const YAML::Mark& mark) {
        Level& map = levels_.back();
        const Node place_of_key = make(Node::Kind::null, mark);
        if (!map.keys.insert(name).second) {
            const auto first =
                std::find_if(map.node.entries.begin(), map.node.entries.end(),
                             [&](const auto& entry) { return entry.key.name == name; });
            add(mark, fmt::format("duplicate key {}: it is already on line {}", quote(name),
                                  first->key.line));
        }
        map.node.entries.push_back({Key{name, place_of_key.line, place_of_key.column}, Node{}});
        map.key_open = true;
    }

    void place(Node node) {
        if (levels_.empty()) {
            root_ = std::move(node);
        } else if (Level& level = levels_.back(); level.node.kind == Node::Kind::list) {
            level.node.items.push_back(std::move(node));
        } else {
            level.node.entries.back().value = std::move(node);
            level.key_open = false;
        }
    }

    void open(Node::Kind kind, const YAML::Mark& mark, const std::string& tag,
              YAML::anchor_t anchor) {
        refuse_anchor(mark, anchor);
        refuse_tag(mark, tag, false);
        if (levels_.size() >= static_cast<std::size_t>(limits_.depth)) {
            add(mark, fmt::format("nested too deeply: more than {} levels", limits_.depth));
            throw Stop{};
        }
        Level level;
        level.is_key = wants_key();
        level.node = make(kind, mark);
        levels_.push_back(std::move(level));
    }

    void close() {
        Level level = std::move(levels_.back());
        levels_.pop_back();
        if (level.is_key) {
            // Only now: before its end yaml-cpp takes any unclosed bracket for a key.
            add_at(level.node.line, level.node.column,
                   "a key must be plain text, not a list or a map");
            Level& map = levels_.back();
            map.node.entries.push_back({Key{{}, level.node.line, level.node.column}, Node{}});
            map.key_open = true;
        } else {
            place(std::move(level.node));
        }
    }

    void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
        if (anchor != 0) add(mark, "an anchor (&name): write the value where it is needed");
    }

    void refuse_tag(const YAML::Mark& mark, const std::string& tag, bool scalar) {
        // yaml-cpp marks plain values with "?" and quoted ones with "!".
        if (tag.empty() || tag == "?" || (scalar && tag == "!")) return;
        add(mark,
            fmt::format("a tag ({}): tags are not allowed, write the value alone", quote(tag)));
    }

    const Positions& positions_;
    std::string_view file_;
    Problems& problems_;
    const Limits& limits_;
    std::size_t problems_before_;
    std::vector<Level> levels_;
    std::optional<Node> root_;
    std::size_t nodes_ = 0;
    int documents_ = 0;
};

/// What yaml-cpp would misread or read differently from a person: refused before it sees it.
bool plain_enough(std::string_view text, const Positions& positions, std::string_view file,
                  Problems& problems) {
    const auto complain = [&](std::size_t offset, std::string message) {
        const auto [line, column] = positions.of_byte(offset);
        problems.push_back({std::string(file), line, column, std::move(message)});
    };
    if (const std::size_t bad = invalid_utf8_at(text); bad < text.size()) {
        complain(bad, "not UTF-8 text: save the file as UTF-8");
        return false;
    }
    const std::size_t before = problems.size();
    bool indentation = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (indentation && c == '\t') {
            const std::size_t rest = text.find_first_not_of(" \t", i);
            if (rest != std::string_view::npos && text[rest] != '\n') {
                complain(i, "a tab at the start of a line: indent with spaces");
            }
        } else if (c != '\n' && c != '\t' && (c < 0x20 || c == 0x7F)) {
            complain(i, fmt::format("a control character (\\x{:02x}): only text is allowed", c));
        }
        indentation = c == '\n' || (indentation && c == ' ');
        if (problems.size() - before >= 20) break;
    }
    return problems.size() == before;
}

/// The parser's words for the commonest mistakes, put so that a person can mend them.
std::string in_words(const std::string& message) {
    struct Saying {
        std::string_view said;
        std::string_view meant;
    };
    static constexpr std::array<Saying, 12> sayings = {{
        {"end of sequence flow", "a list opened with \"[\" is not closed with \"]\""},
        {"end of map flow", "a map opened with \"{\" is not closed with \"}\""},
        {"end of map",
         "no \"key: value\" here: a colon is missing or the indentation does not fit"},
        {"end of sequence",
         "no \"- item\" here: the dash is missing or the indentation does not fit"},
        {"illegal map value",
         "no \": \" may stand here: mend the indentation, or quote a text with a colon"},
        {"illegal map key", "no key may stand here: mend the indentation"},
        {"illegal block entry", "no \"- \" may stand here: begin the list on its own line"},
        {"illegal flow end", "a \"]\" or \"}\" that closes nothing"},
        {"unknown token", "no value begins with this character: put the text in quotes"},
        {"illegal document indicator in scalar", "a quoted text is not closed"},
        {"illegal EOF in scalar", "a quoted text is not closed"},
        {"unknown escape character",
         "an unknown \"\\\" in double quotes: write \"\\\\\", or use single quotes"},
    }};
    for (const Saying& saying : sayings) {
        if (message.starts_with(saying.said)) return std::string(saying.meant);
    }
    return "not valid YAML: " + message;
}

/// The document end mark makes the parser notice quotes that are still open at the end of the file.
std::string with_end_mark(const std::string& text) {
    return text + (text.empty() || text.ends_with('\n') ? "...\n" : "\n...\n");
}

/// Without a byte order mark and with "\n" at the end of each line.
std::string normalized(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
        clean += text[i];
    }
    return clean;
}

}  // namespace

std::string Problem::text() const {
    if (line <= 0) return fmt::format("{}: {}", file, message);
    return fmt::format("{}:{}:{}: {}", file, line, column, message);
}

std::string text_of(const Problems& problems) {
    std::string text;
    for (const Problem& problem : problems) text += problem.text() + "\n";
    return text;
}

const Node* Node::find(std::string_view key) const {
    for (const auto& [name, value] : entries) {
        if (name.name == key) return &value;
    }
    return nullptr;
}

std::string describe(const Node& node) {
    switch (node.kind) {
        case Node::Kind::null:
            return "nothing";
        case Node::Kind::list:
            return "a list";
        case Node::Kind::map:
            return "a map";
        case Node::Kind::scalar:
            break;
    }
    return quote(node.scalar, 40);
}

std::optional<Node> read_yaml(std::string_view text, std::string_view file, Problems& problems,
                              const Limits& limits) {
    if (text.size() > limits.bytes) {
        problems.push_back({std::string(file), 0, 0,
                            fmt::format("the file is too large: {} bytes, at most {} are allowed",
                                        text.size(), limits.bytes)});
        return std::nullopt;
    }
    const std::string clean = normalized(text);
    const Positions positions(clean);
    if (!plain_enough(clean, positions, file, problems)) return std::nullopt;
    TreeBuilder tree(positions, file, problems, limits);
    try {
        std::istringstream stream(with_end_mark(clean));
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(tree)) {
        }
    } catch (const Stop&) {
        return std::nullopt;
    } catch (const YAML::Exception& exception) {
        try {
            tree.add(exception.mark, in_words(exception.msg));
        } catch (const Stop&) {
        }
        return std::nullopt;
    }
    std::optional<Node> root = tree.take();
    return root ? std::move(root) : Node{};
}

}  // namespace engine
