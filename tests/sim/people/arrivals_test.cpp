#include "sim/people/arrivals.h"

#include <doctest/doctest.h>
#include <algorithm>
#include <array>
#include <set>

namespace sim {
namespace {

Arrivals arrivals(std::uint64_t seed) {
    ArrivalPlan plan;
    plan.seed = seed;
    return make_arrivals(plan);
}

int come_by(const Arrivals& day, Time time) {
    return static_cast<int>(std::count_if(
        day.list.begin(), day.list.end(),
        [&](const Arrival& each) { return each.visit == Visit::vote && each.time <= time; }));
}

TEST_CASE("between 400 and 1,300 voters come, by the seed") {
    int least = 100000;
    int most = 0;
    std::int64_t sum = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const int voters = arrivals(seed).expected;
        least = std::min(least, voters);
        most = std::max(most, voters);
        sum += voters;
    }
    CHECK(least >= 400);
    CHECK(most <= 1300);
    CHECK(most - least > 250);
    CHECK(sum / 200 > 740);
    CHECK(sum / 200 < 810);
}

TEST_CASE("the share that has come by the clock lies in the band of E1 on every seed") {
    struct Band {
        Time hour;
        int low, high;  // permille
    };
    constexpr std::array<Band, 5> bands = {
        {{10, 70, 110}, {12, 230, 350}, {14, 470, 550}, {16, 670, 730}, {18, 820, 900}}};
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const Arrivals day = arrivals(seed);
        for (const Band& band : bands) {
            const int share = come_by(day, band.hour * engine::hour) * 1000 / day.expected;
            CAPTURE(seed);
            CAPTURE(band.hour);
            CHECK(share >= band.low);
            CHECK(share <= band.high);
        }
    }
}

TEST_CASE("the list is sorted; nobody of the register comes to vote twice") {
    const Arrivals day = arrivals(3);
    CHECK(std::is_sorted(
        day.list.begin(), day.list.end(),
        [](const Arrival& left, const Arrival& right) { return left.time < right.time; }));
    std::set<std::int16_t> entries;
    for (const Arrival& each : day.list) {
        if (each.visit == Visit::vote) CHECK(entries.insert(each.entry).second);
        if (each.visit == Visit::not_in_list) CHECK(each.entry == -1);
        if (each.visit == Visit::again) CHECK(entries.contains(each.entry));
        if (each.visit == Visit::late) CHECK(each.time > 20 * engine::hour);
    }
    CHECK(static_cast<int>(entries.size()) == day.expected);
}

TEST_CASE("at about three stations of five come one to ten who are not in the list") {
    int some = 0;
    int many = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        const Arrivals day = arrivals(seed);
        const auto strangers =
            std::count_if(day.list.begin(), day.list.end(),
                          [](const Arrival& each) { return each.visit == Visit::not_in_list; });
        some += strangers >= 1 && strangers <= 10 ? 1 : 0;
        many += strangers > 10 ? 1 : 0;
    }
    CHECK(some > 400 * 52 / 100);
    CHECK(some < 400 * 70 / 100);
    CHECK(many > 400 * 5 / 100);
    CHECK(many < 400 * 15 / 100);
}

TEST_CASE("a few wait at the door before it opens, and no one long") {
    int early = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const Arrivals day = arrivals(seed);
        early += come_by(day, 8 * engine::hour);
        CHECK(day.list.front().time >= 8 * engine::hour - 20 * engine::minute);
    }
    CHECK(early > 20);
    CHECK(early < 200);
}

TEST_CASE("turnout and factor scale the day; impossible plans give an empty one") {
    ArrivalPlan plan;
    plan.seed = 5;
    const int usual = make_arrivals(plan).expected;
    plan.factor = 500;
    const int half = make_arrivals(plan).expected;
    CHECK(std::abs(half - usual / 2) <= 1);
    plan.factor = 10000;
    CHECK(make_arrivals(plan).expected == plan.register_size);
    plan.register_size = 0;
    CHECK(make_arrivals(plan).list.empty());
}

TEST_CASE("without chance only voters of the list come, once and in time") {
    ArrivalPlan plan;
    plan.chance = false;
    for (plan.seed = 1; plan.seed < 20; ++plan.seed) {
        for (const Arrival& each : make_arrivals(plan).list) CHECK(each.visit == Visit::vote);
    }
}

}  // namespace
}  // namespace sim
