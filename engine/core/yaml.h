#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace engine {

/// What is wrong in a file, for a person. Line and column count from 1, the column in characters;
/// line 0 means the file as a whole.
struct Problem {
    std::string file;
    int line = 0;
    int column = 0;
    std::string message;

    /// "file:line:column: message".
    std::string text() const;

    friend bool operator==(const Problem&, const Problem&) = default;
};

using Problems = std::vector<Problem>;

/// One problem a line, in the order found.
std::string text_of(const Problems& problems);

/// A key of a map and where it stands.
struct Key {
    std::string name;
    int line = 0;
    int column = 0;
};

/// A YAML value with its position. Scalars stay text: who reads them decides what they are.
struct Node {
    struct Entry;
    enum class Kind { null, scalar, list, map };

    Kind kind = Kind::null;
    std::string scalar;
    bool quoted = false;  ///< written in quotes or as a block, so never a keyword
    int line = 0;
    int column = 0;
    std::vector<Node> items;     ///< of a list
    std::vector<Entry> entries;  ///< of a map, in the order of the file

    /// The value under a key, or nullptr (also when this is no map).
    const Node* find(std::string_view key) const;
};

/// One key of a map and what stands under it.
struct Node::Entry {
    Key key;
    Node value;
};

/// "a list", "a map", "nothing" or the quoted text, for messages.
std::string describe(const Node& node);

/// What a file may cost at most.
struct Limits {
    std::size_t bytes = 1024 * 1024;
    int depth = 32;
    std::size_t nodes = 100'000;
    std::size_t problems = 200;  ///< reading stops after so many
};

/// Reads one YAML document. Refused with position and words: what yaml-cpp refuses, duplicate keys,
/// keys that are not plain text, anchors, aliases, tags, a second document, tabs as indentation,
/// control characters, invalid UTF-8, and whatever exceeds the limits.
///
/// The tree is returned whenever the text could be read to its end, even if problems were added on
/// the way, so that a caller can find the other mistakes of the file in the same pass. A file is
/// good only if `problems` did not grow. An empty document is a null node.
std::optional<Node> read_yaml(std::string_view text, std::string_view file, Problems& problems,
                              const Limits& limits = {});

}  // namespace engine
