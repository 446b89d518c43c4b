/// The electronic list of voters of one station: fictional people made from the seed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace sim {

/// One entry. Names are composed on demand (`voter_name`), so that making a register is cheap.
struct RegisterEntry {
    std::int16_t birth_year = 1980;
    std::uint8_t woman = 0;
    std::uint8_t manual_worker = 0;  ///< worn fingers
    std::uint8_t document = 0;       ///< see DocumentKind
};

/// The document a voter carries (domain.md C3.25, A2.1).
enum class DocumentKind : std::uint8_t { id_card, passport, phone_document };

struct Register {
    std::uint64_t seed = 0;
    std::vector<RegisterEntry> entries;

    int size() const { return static_cast<int>(entries.size()); }
    int age(int entry) const { return 2026 - entries[static_cast<std::size_t>(entry)].birth_year; }
};

/// The register of a station with `size` voters (0 to 32,767), from the seed. Age structure and
/// shares of documents and of manual work are estimates.
Register make_register(std::uint64_t seed, int size);

/// Family and given name of an entry, in Latin letters; the same for the same seed and entry.
std::string voter_name(const Register& voters, int entry);
/// The same in Cyrillic letters.
std::string voter_name_cyrillic(const Register& voters, int entry);

/// Fourteen digits as on a Kyrgyz document: sex, date of birth, serial number. Fictional.
std::string personal_number(const Register& voters, int entry);

}  // namespace sim
