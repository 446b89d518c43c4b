/// Lines from a person at a terminal, with editing, history and completion, or from a file.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace polldrill {

class LineReader {
  public:
    /// Words that may stand where the last word of what was typed stands.
    using Completer = std::function<std::vector<std::string>(const std::string& typed)>;
    /// Called some times a second while the person types; what it returns is shown above the line.
    using Idler = std::function<std::string()>;

    LineReader(Completer completer, Idler idler);
    ~LineReader();
    LineReader(const LineReader&) = delete;
    LineReader& operator=(const LineReader&) = delete;

    /// Whether somebody types.
    bool interactive() const { return terminal_ != nullptr; }

    /// Whether the next line is still to be waited for.
    bool would_wait() const;

    /// The next line without its end; nothing at the end of the input.
    std::optional<std::string> read(const std::string& prompt);

  private:
    struct Terminal;
    std::unique_ptr<Terminal> terminal_;
};

}  // namespace polldrill
