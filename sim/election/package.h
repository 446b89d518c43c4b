/// The results package a scanner hands to the transmission unit: canonical JSON (sorted keys, no
/// spaces, integers only), its SHA-256 digest, which stands on the results tape, and an Ed25519
/// signature (VVSG 2.0 principle 13: transmitted results are signed).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "sim/election/election.h"
#include "sim/world/ballot.h"
#include "sim/world/ids.h"

namespace sim {

using Digest = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;
using PublicKey = std::array<std::uint8_t, 32>;

/// What a scanner has counted; what goes into its package.
struct ResultsData {
    std::uint16_t station = 0;
    std::array<std::int32_t, candidates_most> votes{};
    std::int32_t undervotes = 0;
    std::int32_t overvotes = 0;
    std::int32_t ballots = 0;
    Time opened = 0;  ///< by the scanner's clock
    Time closed = 0;
    std::int32_t medium_serial = 0;
};

struct ResultsPackage {
    std::string text;       ///< canonical JSON; empty before the results are printed
    Digest digest{};        ///< SHA-256 of the text
    Signature signature{};  ///< of the text

    bool made() const { return !text.empty(); }

    template <class Archive>
    void serialize(Archive& ar) {
        ar(text, digest, signature);
    }
    friend bool operator==(const ResultsPackage&, const ResultsPackage&) = default;
};

/// SHA-256 of bytes.
Digest digest_of(std::string_view bytes);
/// All 64 hexadecimal digits of a digest; the tape shows the first 16.
std::string hex(const Digest& digest);
/// The first 15 hexadecimal digits as a number, for signals; 0 for a digest of zeros.
std::int64_t short_number(const Digest& digest);

/// The package of this election's results, signed with the station's key, which the seed gives.
ResultsPackage make_package(const Election& election, const ResultsData& data, std::uint64_t seed);

/// The station's public key, which the centre knows.
PublicKey station_key(std::uint64_t seed, std::uint16_t station);

/// Whether the signature fits text and key.
bool signature_holds(const ResultsPackage& package, const PublicKey& key);

/// Reads a package's text back; false when it is not canonical JSON of this election.
bool read_package(const Election& election, std::string_view text, ResultsData& data);

}  // namespace sim
