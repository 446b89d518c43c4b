#include "sim/recording/format.h"

#include <fmt/format.h>

#include <array>

namespace sim {

namespace {

// commands.refused and observations.message, device, actor are numbers of words; so are the
// arguments a, b, c where the message's text names a noun there.
constexpr std::array<Table, 9> tables = {{
    {"meta", "name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL"},
    {"files", "path TEXT PRIMARY KEY NOT NULL, text TEXT NOT NULL"},
    {"words", "number INTEGER PRIMARY KEY NOT NULL, word TEXT NOT NULL"},
    {"branches",
     "number INTEGER PRIMARY KEY NOT NULL, parent INTEGER, start INTEGER NOT NULL, "
     "commands INTEGER NOT NULL, reached INTEGER NOT NULL"},
    {"commands",
     "id INTEGER PRIMARY KEY NOT NULL, branch INTEGER NOT NULL, number INTEGER NOT NULL, "
     "time INTEGER NOT NULL, author INTEGER NOT NULL, actor INTEGER, sentence TEXT NOT NULL, "
     "refused INTEGER, already INTEGER NOT NULL, a INTEGER NOT NULL, b INTEGER NOT NULL, "
     "c INTEGER NOT NULL"},
    {"observations",
     "id INTEGER PRIMARY KEY NOT NULL, branch INTEGER NOT NULL, time INTEGER NOT NULL, "
     "message INTEGER NOT NULL, device INTEGER, actor INTEGER, a INTEGER NOT NULL, "
     "b INTEGER NOT NULL, c INTEGER NOT NULL"},
    {"hashes",
     "id INTEGER PRIMARY KEY NOT NULL, branch INTEGER NOT NULL, time INTEGER NOT NULL, "
     "hash INTEGER NOT NULL"},
    {"keyframes",
     "id INTEGER PRIMARY KEY NOT NULL, branch INTEGER NOT NULL, time INTEGER NOT NULL, "
     "commands INTEGER NOT NULL, layout INTEGER NOT NULL, state BLOB NOT NULL"},
    {"grade", "number INTEGER PRIMARY KEY NOT NULL, item TEXT NOT NULL, value TEXT NOT NULL"},
}};

constexpr Table seal = {"seal", "part TEXT PRIMARY KEY NOT NULL, digest BLOB NOT NULL"};

}  // namespace

std::span<const Table> recording_tables() {
    return tables;
}

const Table& seal_table() {
    return seal;
}

std::string create_statement(const Table& table) {
    return fmt::format("CREATE TABLE {} ({}) STRICT", table.name, table.columns);
}

}  // namespace sim
