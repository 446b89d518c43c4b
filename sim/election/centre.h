/// The results centre at the other end: checks signature, station and duplicate, then acknowledges.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "engine/core/time.h"
#include "sim/election/package.h"

namespace sim {

/// What the centre says to a package (domain.md A3.2, SERVER_VERIFY).
enum class Verdict : std::uint8_t {
    none,  ///< nothing arrived yet
    accepted,
    bad_signature,  ///< the text was changed, or not signed by the station it names
    bad_content,    ///< no package of this election
    wrong_station,
    duplicate,       ///< the same package was acknowledged before
    conflict,        ///< another package of this station was acknowledged before
    not_configured,  ///< its server answers with an error: it does not know the contest
};
std::span<const std::string_view> verdict_names();

struct Centre {
    std::int32_t received = 0;  ///< packages that arrived
    std::int32_t refused = 0;
    Verdict verdict = Verdict::none;  ///< to the last one
    bool acknowledged = false;
    bool by_medium = false;  ///< the medium was carried, not sent
    Time acknowledged_at = engine::never;
    Digest digest{};  ///< of what was acknowledged

    template <class Archive>
    void serialize(Archive& ar) {
        ar(received, refused, verdict, acknowledged, by_medium, acknowledged_at, digest);
    }
};

/// A package arrives, by network or on a carried medium. `station` is the one it comes from (by
/// the certificate of the connection, or by the bag the medium came in).
Verdict centre_receive(Centre& centre, const Election& election, const ResultsPackage& package,
                       std::uint64_t seed, std::uint16_t station, Time now, bool by_medium);

/// A package arrives, but the server is not set up for the contest: it keeps nothing.
Verdict centre_fails(Centre& centre);

}  // namespace sim
