#include "sim/election/centre.h"

#include <array>

namespace sim {
namespace {

Verdict judge(const Centre& centre, const Election& election, const ResultsPackage& package,
              std::uint64_t seed, std::uint16_t station) {
    ResultsData data;
    if (!read_package(election, package.text, data)) return Verdict::bad_content;
    if (digest_of(package.text) != package.digest ||
        !signature_holds(package, station_key(seed, data.station))) {
        return Verdict::bad_signature;
    }
    if (data.station != station) return Verdict::wrong_station;
    if (centre.acknowledged) {
        return centre.digest == package.digest ? Verdict::duplicate : Verdict::conflict;
    }
    return Verdict::accepted;
}

}  // namespace

std::span<const std::string_view> verdict_names() {
    static constexpr std::array<std::string_view, 8> names{
        "none",          "accepted",  "bad_signature", "bad_content",
        "wrong_station", "duplicate", "conflict",      "not_configured"};
    return names;
}

Verdict centre_receive(Centre& centre, const Election& election, const ResultsPackage& package,
                       std::uint64_t seed, std::uint16_t station, Time now, bool by_medium) {
    ++centre.received;
    centre.verdict = judge(centre, election, package, seed, station);
    if (centre.verdict != Verdict::accepted) {
        ++centre.refused;
        return centre.verdict;
    }
    centre.acknowledged = true;
    centre.by_medium = by_medium;
    centre.acknowledged_at = now;
    centre.digest = package.digest;
    return centre.verdict;
}

Verdict centre_fails(Centre& centre) {
    ++centre.received;
    ++centre.refused;
    centre.verdict = Verdict::not_configured;
    return centre.verdict;
}

}  // namespace sim
