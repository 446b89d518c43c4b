#include "engine/core/queue.h"

#include <doctest/doctest.h>

#include <map>
#include <utility>

#include "engine/core/random.h"

using namespace engine;

namespace {

struct Payload {
    int value = 0;

    template <class Archive>
    void serialize(Archive& archive) {
        archive(value);
    }
};

using Queue = EventQueue<Payload>;

/// The obvious queue, to compare with: ordered by (time, sequence).
using Shadow = std::map<std::pair<Time, std::uint64_t>, int>;

void check_same(const Queue& queue, const Shadow& shadow) {
    REQUIRE(queue.size() == shadow.size());
    REQUIRE(queue.empty() == shadow.empty());
    if (!shadow.empty()) {
        REQUIRE(queue.top().time == shadow.begin()->first.first);
        REQUIRE(queue.top().sequence == shadow.begin()->first.second);
        REQUIRE(queue.top().payload.value == shadow.begin()->second);
    }
}

void check_sorted(const Queue& queue, const Shadow& shadow) {
    const auto entries = queue.sorted();
    REQUIRE(entries.size() == shadow.size());
    auto expected = shadow.begin();
    for (const auto& entry : entries) {
        REQUIRE(entry.sequence == expected->first.second);
        ++expected;
    }
}

}  // namespace

TEST_CASE("the queue does what an ordered map does, whatever is asked of it") {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        SeatRandom random(seed);
        Queue queue;
        Shadow shadow;
        const std::int64_t eagerness = random.between(30, 70);
        for (int step = 0; step < 3000; ++step) {
            const std::int64_t what = random.between(0, 99);
            if (what < eagerness) {
                const Time time = random.between(-20, 20);
                const std::uint64_t sequence = queue.push(time, {step});
                REQUIRE(shadow.emplace(std::pair{time, sequence}, step).second);
            } else if (what < 94 && !shadow.empty()) {
                const auto entry = queue.pop();
                REQUIRE(entry.time == shadow.begin()->first.first);
                REQUIRE(entry.sequence == shadow.begin()->first.second);
                REQUIRE(entry.payload.value == shadow.begin()->second);
                shadow.erase(shadow.begin());
            } else if (what < 97 && !shadow.empty()) {
                auto victim = shadow.begin();
                std::advance(victim,
                             random.between(0, static_cast<std::int64_t>(shadow.size()) - 1));
                REQUIRE(queue.cancel(victim->first.second));
                REQUIRE_FALSE(queue.cancel(victim->first.second));
                shadow.erase(victim);
            } else if (what == 97) {
                check_sorted(queue, shadow);
            } else if (what == 98) {
                Queue loaded;
                load(loaded, save(queue));
                queue = loaded;
            } else if (what == 99 && step % 10 == 0) {
                queue.clear();
                shadow.clear();
            }
            check_same(queue, shadow);
        }
    }
}

TEST_CASE("events of one moment come out in the order they were scheduled") {
    Queue queue;
    for (int i = 0; i < 50; ++i) queue.push(7, {i});
    for (int i = 0; i < 50; ++i) CHECK(queue.pop().payload.value == i);
}

TEST_CASE("times at both ends of the range keep their order") {
    Queue queue;
    queue.push(never, {3});
    queue.push(0, {2});
    queue.push(-1, {1});
    queue.push(std::numeric_limits<Time>::min(), {0});
    for (int i = 0; i < 4; ++i) CHECK(queue.pop().payload.value == i);
}

TEST_CASE("two queues with the same events save the same bytes, whatever their history") {
    Queue straight;
    Queue crooked;
    for (int i = 0; i < 100; ++i) {
        straight.push(i * 37 % 101, {i});
        crooked.push(i * 37 % 101, {i});
    }
    crooked.cancel(crooked.push(-5, {0}));
    straight.cancel(straight.push(500, {0}));
    for (int i = 0; i < 10; ++i) straight.pop();
    for (int i = 0; i < 10; ++i) {
        const auto sequence = crooked.sorted().front().sequence;
        crooked.cancel(sequence);
    }
    CHECK(save(straight) == save(crooked));
    CHECK(hash_of(straight) == hash_of(crooked));
}

TEST_CASE("sequence numbers go on after clear and load") {
    Queue queue;
    const auto first = queue.push(1, {});
    queue.clear();
    CHECK(queue.push(1, {}) == first + 1);
    Queue loaded;
    load(loaded, save(queue));
    CHECK(loaded.push(1, {}) == first + 2);
}

TEST_CASE("saved events out of order are refused") {
    const auto bytes = [](std::vector<Queue::Entry> entries, std::uint64_t next) {
        return save(entries) + save(next);
    };
    Queue queue;
    CHECK_NOTHROW(load(queue, bytes({{1, 0, {}}, {1, 1, {}}}, 2)));
    CHECK_THROWS_AS(load(queue, bytes({{2, 0, {}}, {1, 1, {}}}, 2)), DamagedData);
    CHECK_THROWS_AS(load(queue, bytes({{1, 1, {}}, {1, 0, {}}}, 2)), DamagedData);
    CHECK_THROWS_AS(load(queue, bytes({{1, 0, {}}, {1, 0, {}}}, 2)), DamagedData);
    CHECK_THROWS_AS(load(queue, bytes({{1, 5, {}}}, 2)), DamagedData);
}
