#include "sim/recording/seal.h"

#include <fmt/format.h>

#include "sim/recording/format.h"
#include "sim/recording/verify.h"
#include "tests/sim/recording/short_drill.h"

namespace fs = std::filesystem;

namespace {

struct Column {
    std::string table;
    std::string name;
    std::string type;
};

std::vector<Column> all_columns(const sim::Database& database) {
    std::vector<Column> columns;
    std::vector<std::string> tables;
    for (const sim::Table& table : sim::recording_tables()) tables.emplace_back(table.name);
    tables.emplace_back("seal");
    for (const std::string& table : tables) {
        sim::Statement rows =
            database.prepare(fmt::format("SELECT name, type FROM pragma_table_info('{}')", table));
        while (rows.step()) {
            columns.push_back({table, std::string(rows.text(0)), std::string(rows.text(1))});
        }
    }
    return columns;
}

// Another value of the same type in one row.
void change(const sim::Database& database, const Column& column, std::int64_t rowid) {
    const std::string value = column.type == "INTEGER" ? "coalesce({0}, 0) + 1000003"
                              : column.type == "TEXT"  ? "{0} || 'x'"
                                                       : "CAST({0} || 'x' AS BLOB)";
    database.run(fmt::format("UPDATE {} SET {} = {} WHERE rowid = {}", column.table, column.name,
                             fmt::format(fmt::runtime(value), column.name), rowid)
                     .c_str());
}

}  // namespace

TEST_CASE("any changed value of a closed recording is found, with its table, row and column") {
    const sim::TemporaryFolder folder;
    const fs::path file = folder.path() / "a.drill";
    record_short(file);
    REQUIRE(sim::Recording::open(file).damage().empty());
    const std::vector<Column> columns = all_columns(sim::Database::readable(file));
    CHECK(columns.size() > 40);
    for (const Column& column : columns) {
        for (const char* which : {"min", "max"}) {
            CAPTURE(column.table);
            CAPTURE(column.name);
            const fs::path copy = folder.path() / "copy.drill";
            fs::copy_file(file, copy, fs::copy_options::overwrite_existing);
            {
                const sim::Database database = sim::Database::writable(copy, false);
                change(
                    database, column,
                    database.number(fmt::format("SELECT {}(rowid) FROM {}", which, column.table)));
            }
            std::vector<sim::Damage> damage;
            try {
                damage = sim::Recording::open(copy).damage();
            } catch (const sim::RecordingError& error) {
                // A word's number beyond all bounds already says what and where.
                CHECK(error.kind() == sim::RecordingError::Kind::damaged);
                continue;
            }
            REQUIRE_FALSE(damage.empty());
            CHECK(damage[0].table == column.table);
            const bool renumbered = column.type == "INTEGER" && damage[0].column.empty();
            if (column.table != "seal" && !renumbered) CHECK(damage[0].column == column.name);
            CHECK_FALSE(damage[0].message.empty());
        }
    }
}

TEST_CASE("a missing row, an added row and a broken-off seal are found") {
    const sim::TemporaryFolder folder;
    const fs::path file = folder.path() / "a.drill";
    record_short(file);
    const char* changes[] = {
        "DELETE FROM observations WHERE id = 5",
        "INSERT INTO hashes VALUES (NULL, 0, 0, 0)",
        "DELETE FROM seal",
        "DELETE FROM seal WHERE part = 'total'",
        "DELETE FROM seal WHERE part = 'commands.time'",
        "UPDATE commands SET actor = NULL WHERE actor IS NOT NULL AND id = 3",
    };
    for (const char* sql : changes) {
        CAPTURE(sql);
        const fs::path copy = folder.path() / "copy.drill";
        fs::copy_file(file, copy, fs::copy_options::overwrite_existing);
        sim::Database::writable(copy, false).run(sql);
        CHECK_FALSE(sim::Recording::open(copy).damage().empty());
    }
}

TEST_CASE("what a person reads of a damage names row, moment and column") {
    const sim::TemporaryFolder folder;
    const fs::path file = folder.path() / "a.drill";
    record_short(file);
    sim::Database::writable(file, false).run("UPDATE hashes SET hash = hash + 1 WHERE id = 3");
    const std::vector<sim::Damage> damage = sim::Recording::open(file).damage();
    REQUIRE(damage.size() == 1);
    CHECK(damage[0].table == "hashes");
    CHECK(damage[0].row == 3);
    CHECK(damage[0].column == "hash");
    CHECK(damage[0].message.english() == "hashes: row 3 (06:32:00): hash was changed");
}
