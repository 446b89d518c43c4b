/// The layout of a recording (*.drill): one SQLite file. Nouns and messages are kept as words, so
/// that a newer program, which numbers them otherwise, still reads what happened.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace sim {

/// `PRAGMA application_id`: "PDRL".
inline constexpr int recording_application = 0x5044524c;
/// `PRAGMA user_version`; raised when a table changes.
inline constexpr int recording_format = 1;

struct Table {
    std::string_view name;
    std::string_view columns;  ///< as in CREATE TABLE
};

/// All tables that the seal covers, in its order.
std::span<const Table> recording_tables();
/// The table of digests: one row for each table's rows, one for each column, one for all.
const Table& seal_table();
/// "CREATE TABLE … STRICT": a table of a recording has exactly this text.
std::string create_statement(const Table& table);

}  // namespace sim
