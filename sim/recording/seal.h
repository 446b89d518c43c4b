/// The digest over all of a closed recording: for each table one digest for every column and a
/// small one for every row, so that a changed value is named by where row and column cross, and one
/// BLAKE2b over the whole.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/recording/database.h"

namespace sim {

using SealDigest = std::array<unsigned char, 32>;

struct TableSeal {
    std::string table;
    std::vector<std::string> columns;
    std::vector<SealDigest> column_digests;
    std::vector<std::uint32_t> rows;    ///< a small hash of each row
    std::vector<std::int64_t> row_ids;  ///< their SQLite row ids; not kept in the seal
};

struct Seal {
    std::vector<TableSeal> tables;
    SealDigest total{};
};

/// Where a sealed recording is not as it was. `row` counts from 1; 0 when not one row.
struct Damage {
    std::string table;
    std::int64_t row = 0;
    std::string column;      ///< empty when not one column
    engine::Phrase message;  ///< all of it, in words

    friend bool operator==(const Damage&, const Damage&) = default;
};

Seal compute_seal(const Database& database);

/// Writes the seal into its table.
void store_seal(const Database& database, const Seal& seal);

/// Whether the file has a seal, whole or not.
bool has_seal(const Database& database);

/// Everything in which the file differs from its seal, the seal's own changes included; at most
/// `most` entries.
std::vector<Damage> broken_seal(const Database& database, std::size_t most = 20);

}  // namespace sim
