#include "sim/election/package.h"

#include <sodium.h>

#include <cstring>
#include <nlohmann/json.hpp>
#include <optional>

#include "engine/core/random.h"
#include "sim/world/context.h"

namespace sim {
namespace {

static_assert(std::tuple_size_v<Digest> == crypto_hash_sha256_BYTES);
static_assert(std::tuple_size_v<Signature> == crypto_sign_BYTES);
static_assert(std::tuple_size_v<PublicKey> == crypto_sign_PUBLICKEYBYTES);

struct KeyPair {
    PublicKey open{};
    std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> secret{};
};

KeyPair key_pair(std::uint64_t seed, std::uint16_t station) {
    std::array<std::uint8_t, crypto_sign_SEEDBYTES> bytes{};
    const engine::Stream stream{seed, station, static_cast<std::uint32_t>(Purpose::keys)};
    for (std::size_t i = 0; i < bytes.size() / 8; ++i) {
        const std::uint64_t drawn = engine::bits(stream, i);
        std::memcpy(bytes.data() + 8 * i, &drawn, 8);
    }
    KeyPair pair;
    crypto_sign_seed_keypair(pair.open.data(), pair.secret.data(), bytes.data());
    return pair;
}

const std::uint8_t* bytes_of(std::string_view text) {
    return reinterpret_cast<const std::uint8_t*>(text.data());
}

std::string text_of(const Election& election, const ResultsData& data) {
    nlohmann::json votes = nlohmann::json::object();
    for (std::size_t i = 0; i < election.candidates.size() && i < candidates_most; ++i) {
        votes[election.candidates[i].id] = data.votes[i];
    }
    const nlohmann::json json{{"ballots", data.ballots},       {"closed", data.closed},
                              {"election", election.id},       {"election_hash", election.hash},
                              {"medium", data.medium_serial},  {"opened", data.opened},
                              {"overvotes", data.overvotes},   {"station", data.station},
                              {"undervotes", data.undervotes}, {"votes", votes}};
    return json.dump();
}

template <class Integer>
bool take(const nlohmann::json& json, const std::string& key, Integer& into) {
    const auto found = json.find(key);
    if (found == json.end() || !found->is_number_integer()) return false;
    const auto value = found->get<std::int64_t>();
    into = static_cast<Integer>(value);
    return static_cast<std::int64_t>(into) == value;
}

}  // namespace

Digest digest_of(std::string_view bytes) {
    Digest digest{};
    crypto_hash_sha256(digest.data(), bytes_of(bytes), bytes.size());
    return digest;
}

std::string hex(const Digest& digest) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : digest) {
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text;
}

std::int64_t short_number(const Digest& digest) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i) number = number << 8U | digest[i];
    return static_cast<std::int64_t>(number >> 4U);
}

ResultsPackage make_package(const Election& election, const ResultsData& data, std::uint64_t seed) {
    ResultsPackage package;
    package.text = text_of(election, data);
    package.digest = digest_of(package.text);
    const KeyPair keys = key_pair(seed, data.station);
    crypto_sign_detached(package.signature.data(), nullptr, bytes_of(package.text),
                         package.text.size(), keys.secret.data());
    return package;
}

PublicKey station_key(std::uint64_t seed, std::uint16_t station) {
    return key_pair(seed, station).open;
}

bool signature_holds(const ResultsPackage& package, const PublicKey& key) {
    return crypto_sign_verify_detached(package.signature.data(), bytes_of(package.text),
                                       package.text.size(), key.data()) == 0;
}

bool read_package(const Election& election, std::string_view text, ResultsData& data) {
    const nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object()) return false;
    ResultsData fresh;
    if (!take(json, "station", fresh.station) || !take(json, "ballots", fresh.ballots) ||
        !take(json, "undervotes", fresh.undervotes) || !take(json, "overvotes", fresh.overvotes) ||
        !take(json, "opened", fresh.opened) || !take(json, "closed", fresh.closed) ||
        !take(json, "medium", fresh.medium_serial)) {
        return false;
    }
    const auto votes = json.find("votes");
    if (votes == json.end() || !votes->is_object()) return false;
    for (std::size_t i = 0; i < election.candidates.size() && i < candidates_most; ++i) {
        if (!take(*votes, election.candidates[i].id, fresh.votes[i])) return false;
    }
    if (text_of(election, fresh) != text) return false;  // canonical, nothing else in it
    data = fresh;
    return true;
}

}  // namespace sim
