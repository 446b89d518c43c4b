/// A thin and wary layer over SQLite: every failure becomes words, and nothing in a hostile file is
/// trusted to be what it says.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "engine/core/phrase.h"

struct sqlite3;
struct sqlite3_stmt;

namespace sim {

/// What went wrong with a file, in words: what() in English, text() for a reader.
class StorageError : public std::runtime_error {
  public:
    /// @param code SQLite's primary result code.
    StorageError(engine::Phrase text, int code)
        : std::runtime_error(text.english()), text_(std::move(text)), code_(code) {}

    const engine::Phrase& text() const { return text_; }
    int code() const { return code_; }
    /// The file's content is broken, as against a disk that is full or a folder that is closed.
    bool damaged() const;

  private:
    engine::Phrase text_;
    int code_;
};

class Statement {
  public:
    Statement(Statement&&) noexcept;
    Statement& operator=(Statement&&) noexcept;
    ~Statement();

    /// Places count from 1.
    Statement& bind(int place, std::int64_t value);
    Statement& bind(int place, std::string_view text);
    Statement& bind_blob(int place, std::string_view bytes);
    Statement& bind_null(int place);

    /// Next row; false at the end. After the end, or after `run`, the statement can be bound anew.
    bool step();
    /// Executes a statement that gives no rows.
    void run();

    enum class Type : std::uint8_t { null, integer, real, text, blob };
    /// Columns count from 0.
    int columns() const;
    Type type(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    /// Valid until the next step.
    std::string_view text(int column) const;
    std::string_view blob(int column) const;

  private:
    friend class Database;
    explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}
    void reset();

    sqlite3_stmt* statement_ = nullptr;
};

class Database {
  public:
    /// Opens a file to write, with a rollback journal; makes it when `create`.
    static Database writable(const std::filesystem::path& file, bool create);
    /// Opens a file to read, without touching it.
    static Database readable(const std::filesystem::path& file);

    Statement prepare(std::string_view sql) const;
    void run(const char* sql) const;
    /// The single number that a statement gives; 0 when it gives none.
    std::int64_t number(std::string_view sql) const;
    bool in_transaction() const;

  private:
    struct Closer {
        void operator()(sqlite3* handle) const;
    };
    static Database open(const std::filesystem::path& file, int flags);

    std::unique_ptr<int> looks_;  ///< how often the watch over reading time has looked
    std::unique_ptr<sqlite3, Closer> handle_;
};

}  // namespace sim
