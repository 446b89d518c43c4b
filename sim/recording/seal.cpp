#include "sim/recording/seal.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <cstring>
#include <map>

#include "engine/core/archive.h"
#include "engine/core/text.h"
#include "engine/core/time.h"
#include "sim/recording/format.h"

namespace sim {

namespace {

using Bytes = std::string;

std::string_view view(const SealDigest& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

SealDigest seal_of(std::string_view bytes) {
    SealDigest digest{};
    crypto_generichash(digest.data(), digest.size(),
                       reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr,
                       0);
    return digest;
}

void put(Bytes& bytes, std::int64_t number) {
    char raw[sizeof number];
    std::memcpy(raw, &number, sizeof number);
    bytes.append(raw, sizeof number);
}

void put(Bytes& bytes, std::string_view text) {
    put(bytes, static_cast<std::int64_t>(text.size()));
    bytes.append(text);
}

// A value with its type, so that 1 and '1' differ.
void put_value(Bytes& bytes, const Statement& row, int column) {
    const Statement::Type type = row.type(column);
    bytes.push_back(static_cast<char>(type));
    switch (type) {
        case Statement::Type::null:
            break;
        case Statement::Type::integer:
            put(bytes, row.integer(column));
            break;
        case Statement::Type::real: {
            const double value = row.real(column);
            char raw[sizeof value];
            std::memcpy(raw, &value, sizeof value);
            bytes.append(raw, sizeof value);
            break;
        }
        case Statement::Type::text:
            put(bytes, row.text(column));
            break;
        case Statement::Type::blob:
            put(bytes, row.blob(column));
            break;
    }
}

std::vector<std::string> column_names(const Database& database, std::string_view table) {
    std::vector<std::string> names;
    Statement statement =
        database.prepare(fmt::format("SELECT name FROM pragma_table_info('{}')", table));
    while (statement.step()) names.emplace_back(statement.text(0));
    return names;
}

TableSeal seal_of(const Database& database, std::string_view table) {
    TableSeal seal;
    seal.table = table;
    seal.columns = column_names(database, table);
    std::vector<Bytes> columns(seal.columns.size());
    Statement rows = database.prepare(fmt::format("SELECT rowid, {} FROM {} ORDER BY rowid",
                                                  fmt::join(seal.columns, ", "), table));
    Bytes whole;
    while (rows.step()) {
        whole.clear();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const std::size_t start = whole.size();
            put_value(whole, rows, static_cast<int>(i) + 1);
            columns[i].append(whole, start);
        }
        seal.rows.push_back(static_cast<std::uint32_t>(engine::hash_bytes(whole)));
        seal.row_ids.push_back(rows.integer(0));
    }
    for (const Bytes& column : columns) seal.column_digests.push_back(seal_of(column));
    return seal;
}

Bytes row_bytes(const TableSeal& table) {
    Bytes bytes(table.rows.size() * sizeof(std::uint32_t), '\0');
    if (!table.rows.empty()) std::memcpy(bytes.data(), table.rows.data(), bytes.size());
    return bytes;
}

// The parts of a seal under their names, as its table keeps them.
std::map<std::string, Bytes> parts_of(const Seal& seal) {
    std::map<std::string, Bytes> parts;
    for (const TableSeal& table : seal.tables) {
        parts[table.table] = row_bytes(table);
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            parts[table.table + "." + table.columns[i]] = view(table.column_digests[i]);
        }
    }
    parts["total"] = view(seal.total);
    return parts;
}

std::vector<std::uint32_t> stored_rows(std::string_view bytes) {
    std::vector<std::uint32_t> rows(bytes.size() / sizeof(std::uint32_t));
    if (!rows.empty()) std::memcpy(rows.data(), bytes.data(), rows.size() * sizeof(std::uint32_t));
    return rows;
}

// What a row is about, for a person: its time where it has one, its name where it has one.
std::string about(const Database& database, const TableSeal& table, std::size_t row) {
    const auto has = [&](std::string_view column) {
        return std::find(table.columns.begin(), table.columns.end(), column) != table.columns.end();
    };
    const std::string_view column = has("time")   ? "time"
                                    : has("name") ? "name"
                                    : has("path") ? "path"
                                    : has("item") ? "item"
                                                  : "";
    if (column.empty() || row >= table.row_ids.size()) return {};
    Statement statement = database.prepare(
        fmt::format("SELECT {} FROM {} WHERE rowid = {}", column, table.table, table.row_ids[row]));
    if (!statement.step()) return {};
    if (column == "time") return fmt::format(" ({})", engine::format_clock(statement.integer(0)));
    return fmt::format(" ({})", engine::quote(statement.text(0), 40));
}

class Comparison {
  public:
    Comparison(const Database& database, std::size_t most) : database_(database), most_(most) {}

    std::vector<Damage> run() {
        actual_ = compute_seal(database_);
        Statement statement = database_.prepare("SELECT part, digest FROM seal");
        while (statement.step()) {
            stored_[std::string(statement.text(0))] = Bytes(statement.blob(1));
        }
        const auto expected = parts_of(actual_);
        for (const auto& [part, digest] : stored_) {
            if (expected.count(part) == 0) {
                add({"seal",
                     0,
                     "part",
                     {N_("seal: {} is not part of it"), engine::quote(part, 40)}});
            }
        }
        for (const TableSeal& table : actual_.tables) compare(table);
        const auto total = stored_.find("total");
        if (total == stored_.end()) {
            add({"seal", 0, "part", N_("seal: the digest over all is missing")});
        } else if (total->second != view(actual_.total) && damages_.empty()) {
            add({"seal", 0, "digest", N_("seal: the digest over all was changed")});
        }
        return std::move(damages_);
    }

  private:
    void add(Damage damage) {
        if (damages_.size() < most_) damages_.push_back(std::move(damage));
    }

    std::vector<std::string> changed_columns(const TableSeal& table) {
        std::vector<std::string> changed;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const auto part = stored_.find(table.table + "." + table.columns[i]);
            if (part == stored_.end()) {
                add({"seal",
                     0,
                     "part",
                     {N_("seal: the digest of {}.{} is missing"), table.table, table.columns[i]}});
            } else if (part->second != view(table.column_digests[i])) {
                changed.push_back(table.columns[i]);
            }
        }
        return changed;
    }

    void compare(const TableSeal& table) {
        const std::vector<std::string> columns = changed_columns(table);
        const auto part = stored_.find(table.table);
        if (part == stored_.end()) {
            add({"seal",
                 0,
                 "part",
                 {N_("seal: the digest of the rows of {} is missing"), table.table}});
            return;
        }
        const std::vector<std::uint32_t> before = stored_rows(part->second);
        const bool whole = part->second.size() % sizeof(std::uint32_t) == 0;
        if (before.size() != table.rows.size() || !whole) {
            if (columns.empty()) {
                add({"seal",
                     0,
                     "digest",
                     {N_("seal: the digest of the rows of {} was changed"), table.table}});
                return;
            }
            count(table, before);
            return;
        }
        bool any = false;
        for (std::size_t i = 0; i < before.size(); ++i) {
            if (before[i] == table.rows[i]) continue;
            any = true;
            changed(table, i, columns);
        }
        if (any || columns.empty()) return;
        add({"seal",
             0,
             "digest",
             {N_("seal: the digest of {}.{} was changed"), table.table, engine::join(columns)}});
    }

    void changed(const TableSeal& table, std::size_t row, const std::vector<std::string>& columns) {
        if (columns.empty()) {
            add({"seal",
                 0,
                 "digest",
                 {N_("seal: the digest of row {0} of {1} was changed"), row + 1, table.table}});
            return;
        }
        add({table.table,
             static_cast<std::int64_t>(row) + 1,
             columns.size() == 1 ? columns[0] : std::string(),
             {N_("{}: row {}{}: {} was changed"), table.table, row + 1,
              about(database_, table, row), engine::join(columns)}});
    }

    void count(const TableSeal& table, const std::vector<std::uint32_t>& before) {
        const std::size_t common = std::min(before.size(), table.rows.size());
        std::size_t first = 0;
        while (first < common && before[first] == table.rows[first]) ++first;
        add({table.table,
             static_cast<std::int64_t>(first) + 1,
             {},
             {N_("{}: {} rows instead of {}; the first difference is at row {}"), table.table,
              table.rows.size(), before.size(), first + 1}});
    }

    const Database& database_;
    std::size_t most_;
    Seal actual_;
    std::map<std::string, Bytes> stored_;
    std::vector<Damage> damages_;
};

}  // namespace

Seal compute_seal(const Database& database) {
    Seal seal;
    Bytes all;
    for (const Table& table : recording_tables()) {
        seal.tables.push_back(seal_of(database, table.name));
        const TableSeal& made = seal.tables.back();
        put(all, made.table);
        for (std::size_t i = 0; i < made.columns.size(); ++i) {
            put(all, made.columns[i]);
            put(all, view(made.column_digests[i]));
        }
        put(all, row_bytes(made));
    }
    seal.total = seal_of(all);
    return seal;
}

void store_seal(const Database& database, const Seal& seal) {
    database.run("DELETE FROM seal");
    Statement insert = database.prepare("INSERT INTO seal VALUES (?, ?)");
    for (const auto& [part, digest] : parts_of(seal)) {
        insert.bind(1, part).bind_blob(2, digest);
        insert.run();
    }
}

bool has_seal(const Database& database) {
    return database.number("SELECT count(*) FROM seal") > 0;
}

std::vector<Damage> broken_seal(const Database& database, std::size_t most) {
    return Comparison(database, most).run();
}

}  // namespace sim
