#include "sim/people/arrivals.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

#include "engine/core/random.h"
#include "sim/world/context.h"

namespace sim {
namespace {

/// Share of the day's voters by twelfth of the day, permille (domain.md E1).
constexpr std::array<std::int64_t, 12> shares = {35,  55, 95, 110, 110, 105,
                                                 100, 95, 85, 80,  70,  60};

/// What a draw is about; subject of the stream.
enum class Draw : std::uint32_t { turnout, hours, order, moments, extras, extra_moments };

engine::Stream stream(const ArrivalPlan& plan, Draw draw) {
    return {plan.seed, static_cast<std::uint32_t>(draw),
            static_cast<std::uint32_t>(Purpose::arrival_time)};
}

int expected_voters(const ArrivalPlan& plan) {
    // 2025: 25-40 % by district at 18:00, so ±30 % around the mean (E1).
    const std::int64_t station = std::clamp<std::int64_t>(
        engine::spread(stream(plan, Draw::turnout), 0, 1000, 130), 700, 1300);
    const std::int64_t come =
        plan.register_size * plan.turnout * std::min<std::int64_t>(plan.factor, 100'000) / 1000;
    return static_cast<int>(
        std::clamp<std::int64_t>(come * station / 1'000'000, 0, plan.register_size));
}

/// How many come in each twelfth: the shares, each off by up to 6 %, made to sum to `voters`.
std::array<int, 12> quotas(const ArrivalPlan& plan, int voters) {
    std::array<std::int64_t, 12> weights{};
    for (std::size_t i = 0; i < weights.size(); ++i) {
        weights[i] = shares[i] * engine::uniform(stream(plan, Draw::hours), i, 940, 1060);
    }
    const std::int64_t sum = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
    std::array<int, 12> counts{};
    std::int64_t passed = 0;
    int given = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        passed += weights[i];
        const int until = static_cast<int>(voters * passed / sum);
        counts[i] = until - given;
        given = until;
    }
    return counts;
}

/// The first `voters` of a random order of the register.
std::vector<std::int16_t> draw_entries(const ArrivalPlan& plan, int voters) {
    std::vector<std::int16_t> order(static_cast<std::size_t>(plan.register_size));
    std::iota(order.begin(), order.end(), std::int16_t{0});
    const engine::Stream draws = stream(plan, Draw::order);
    for (std::size_t i = 0; i < static_cast<std::size_t>(voters); ++i) {
        const std::int64_t with = engine::uniform(draws, i, static_cast<std::int64_t>(i),
                                                  static_cast<std::int64_t>(order.size()) - 1);
        std::swap(order[i], order[static_cast<std::size_t>(with)]);
    }
    order.resize(static_cast<std::size_t>(voters));
    return order;
}

Time moment(const ArrivalPlan& plan, std::uint64_t index, std::size_t twelfth) {
    const engine::Stream draws = stream(plan, Draw::moments);
    const Time length = (plan.polls_close - plan.polls_open) / 12;
    // Of the first hour's voters some stand at the door before it opens (share: an estimate).
    if (twelfth == 0 && engine::chance(draws, 2 * index, 150, 1000)) {
        return plan.polls_open - engine::uniform(draws, 2 * index + 1, 0, 20 * engine::minute);
    }
    const Time start = plan.polls_open + static_cast<Time>(twelfth) * length;
    return start + engine::uniform(draws, 2 * index + 1, 0, length - 1);
}

/// domain.md E4: 1-10 such voters at 61.2 % of stations, more than ten at 9.7 % [KG11].
std::int64_t not_in_list(const engine::Stream& draws) {
    const std::int64_t at = engine::uniform(draws, 0, 0, 999);
    if (at < 612) return engine::uniform(draws, 1, 1, 10);
    return at < 709 ? engine::uniform(draws, 1, 11, 16) : 0;
}

void add_others(const ArrivalPlan& plan, std::vector<Arrival>& list) {
    const engine::Stream draws = stream(plan, Draw::extras);
    const engine::Stream moments = stream(plan, Draw::extra_moments);
    const std::size_t regular = list.size();
    std::uint64_t index = 0;
    for (std::int64_t i = not_in_list(draws); i > 0; --i) {
        list.push_back({engine::uniform(moments, index++, plan.polls_open,
                                        plan.polls_close - 30 * engine::minute),
                        -1, Visit::not_in_list});
    }
    // How many come twice or late is an estimate.
    const std::int64_t again = regular > 0 ? engine::uniform(draws, 2, 0, 2) : 0;
    for (std::int64_t i = 0; i < again; ++i) {
        const Arrival first = list[static_cast<std::size_t>(
            engine::uniform(moments, index++, 0, static_cast<std::int64_t>(regular) - 1))];
        const Time earliest = first.time + 2 * engine::hour;
        const Time latest = plan.polls_close - 10 * engine::minute;
        if (first.visit != Visit::vote || earliest >= latest) continue;
        list.push_back(
            {engine::uniform(moments, index++, earliest, latest), first.entry, Visit::again});
    }
    for (std::int64_t i = engine::uniform(draws, 3, 0, 2); i > 0; --i) {
        list.push_back({plan.polls_close + engine::uniform(moments, index++, 3 * engine::minute,
                                                           12 * engine::minute),
                        -1, Visit::late});
    }
}

}  // namespace

Arrivals make_arrivals(const ArrivalPlan& plan) {
    Arrivals made;
    if (plan.register_size <= 0 || plan.register_size > 32767 ||
        plan.polls_close - plan.polls_open < engine::minute) {
        return made;
    }
    made.expected = expected_voters(plan);
    const std::vector<std::int16_t> entries = draw_entries(plan, made.expected);
    made.list.reserve(entries.size() + 24);
    const std::array<int, 12> counts = quotas(plan, made.expected);
    std::size_t next = 0;
    for (std::size_t twelfth = 0; twelfth < counts.size(); ++twelfth) {
        for (int i = 0; i < counts[twelfth]; ++i, ++next) {
            made.list.push_back({moment(plan, next, twelfth), entries[next], Visit::vote});
        }
    }
    if (plan.chance) add_others(plan, made.list);
    std::sort(made.list.begin(), made.list.end(), [](const Arrival& left, const Arrival& right) {
        return std::tuple(left.time, left.entry, left.visit) <
               std::tuple(right.time, right.entry, right.visit);
    });
    return made;
}

}  // namespace sim
