#include "sim/people/voter.h"

#include <algorithm>

#include "sim/world/context.h"

namespace sim {
namespace {

engine::Stream stream(std::uint64_t seed, VoterId voter, Purpose purpose) {
    return {seed, static_cast<std::uint32_t>(voter), static_cast<std::uint32_t>(purpose)};
}

/// The voters' common liking for each candidate; the same for all voters of the station.
std::size_t choose(std::uint64_t seed, VoterId voter, int candidates) {
    const engine::Stream liking{seed, 0xFFFF'FFFFU,
                                static_cast<std::uint32_t>(Purpose::voter_choice)};
    std::array<std::int64_t, candidates_most> weights{};
    for (std::size_t i = 0; i < static_cast<std::size_t>(candidates); ++i) {
        const std::int64_t liked = engine::uniform(liking, i, 3, 10);
        weights[i] = liked * liked;
    }
    return engine::weighted(stream(seed, voter, Purpose::voter_choice), 0,
                            std::span(weights).first(static_cast<std::size_t>(candidates)));
}

}  // namespace

int finger_quality(std::uint64_t seed, VoterId voter, int finger, const FingerTraits& traits) {
    if (!traits.chance) return 900;
    const engine::Stream draws = stream(seed, voter, Purpose::voter_finger);
    const bool worn = traits.age > 60 || traits.manual_worker;
    // With the share of those worn this gives 1-2 % of voters without any finger that matches.
    const bool none = engine::chance(draws, 1000, worn ? 35 : 8, 1000);
    const bool bad = none || engine::chance(draws, 100 + static_cast<std::uint64_t>(finger),
                                            worn ? 95 : 22, 1000);
    const auto index = static_cast<std::uint64_t>(finger);
    return static_cast<int>(bad ? engine::uniform(draws, index, 120, 390)
                                : engine::uniform(draws, index, 480, 1000));
}

int face_likeness(std::uint64_t seed, VoterId voter, bool chance) {
    if (!chance) return 900;
    const engine::Stream draws = stream(seed, voter, Purpose::voter_finger);
    const bool unlike = engine::chance(draws, 2000, 30, 1000);  // estimate
    return static_cast<int>(unlike ? engine::uniform(draws, 2001, 100, 290)
                                   : engine::uniform(draws, 2001, 400, 1000));
}

int document_readability(std::uint64_t seed, VoterId voter, bool chance) {
    if (!chance) return 1000;
    const engine::Stream draws = stream(seed, voter, Purpose::voter_document);
    const bool bad = engine::chance(draws, 0, 10, 1000);  // estimate
    return static_cast<int>(bad ? engine::uniform(draws, 1, 50, 290)
                                : engine::uniform(draws, 1, 500, 1000));
}

Time around(const engine::Stream& draws, std::uint64_t index, Time mean) {
    return std::max(engine::spread(draws, index, mean, mean / 5 * 2), mean / 5);
}

Time voter_patience(std::uint64_t seed, VoterId voter, Time mean) {
    return std::max(around(stream(seed, voter, Purpose::voter_patience), 0, mean),
                    10 * engine::minute);
}

std::array<std::int16_t, candidates_most> draw_marks(std::uint64_t seed, VoterId voter, int attempt,
                                                     int candidates, const MarkShares& shares) {
    std::array<std::int16_t, candidates_most> marks{};
    const int count = std::clamp(candidates, 1, static_cast<int>(candidates_most));
    const engine::Stream draws = stream(seed, voter, Purpose::voter_marks);
    const std::uint64_t base = static_cast<std::uint64_t>(attempt) * 16;
    const std::size_t choice = choose(seed, voter, count);
    const auto other =
        static_cast<std::size_t>((static_cast<std::int64_t>(choice) +
                                  engine::uniform(draws, base, 1, std::max(count - 1, 1))) %
                                 count);
    const std::int64_t dark = engine::uniform(draws, base + 1, 300, 700);
    const auto darkness = [&](std::uint64_t index, std::int64_t low, std::int64_t high) {
        return static_cast<std::int16_t>(engine::uniform(draws, base + index, low, high));
    };
    const bool careless = shares.chance && attempt == 0;
    std::int64_t at = careless ? engine::uniform(draws, base + 2, 0, 999) : 1000;
    marks[choice] = static_cast<std::int16_t>(dark);
    if (at < shares.over) {
        if (other != choice) marks[other] = darkness(3, dark * 6 / 10, dark);
        return marks;
    }
    at -= shares.over;
    if (at < shares.blank) {
        marks[choice] = 0;
        return marks;
    }
    at -= shares.blank;
    if (at < shares.faint) {
        marks[choice] = darkness(4, 25, 65);
        return marks;
    }
    at -= shares.faint;
    if (at < shares.stray && other != choice) marks[other] = darkness(5, 80, dark * 4 / 10);
    return marks;
}

Conduct conduct(std::uint64_t seed, VoterId voter, std::int64_t carry_away_ppm, bool chance) {
    const engine::Stream draws = stream(seed, voter, Purpose::voter_conduct);
    Conduct does;
    // Shares of folded, torn and crooked ballots and of what voters answer are estimates.
    does.casts_overvote = engine::chance(draws, 0, 400, 1000);
    does.casts_blank = engine::chance(draws, 1, 750, 1000);
    does.carries_away = engine::chance(draws, 6, carry_away_ppm, 1'000'000);
    if (!chance) return does;
    does.skew = static_cast<int>(engine::uniform(draws, 2, 0, 100));
    if (engine::chance(draws, 3, 15, 1000)) does.skew += 400;
    does.folded = engine::chance(draws, 4, 5, 1000);
    does.tears = engine::chance(draws, 5, 1, 1000);
    return does;
}

}  // namespace sim
