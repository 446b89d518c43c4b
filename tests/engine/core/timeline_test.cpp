#include "engine/core/timeline.h"

#include <doctest/doctest.h>

#include "engine/core/queue.h"
#include "engine/core/random.h"

using namespace engine;

namespace {

struct Ping {
    int kind = 0;

    template <class Archive>
    void serialize(Archive& archive) {
        archive(kind);
    }
};

/// A toy whose state depends on the order of everything that ever happened to it.
struct Toy {
    struct Command {
        Time time = 0;
        int value = 0;
    };

    Time clock = 0;
    std::uint64_t state = 1;
    std::uint64_t draws = 0;
    std::vector<std::uint64_t> ballast;
    EventQueue<Ping> queue;

    explicit Toy(std::size_t size = 0) : ballast(size) { queue.push(0, {0}); }

    Time now() const { return clock; }

    void mix(std::uint64_t value) { state = (state ^ value) * 0x9E3779B97F4A7C15U; }

    void advance(Time time) {
        while (!queue.empty() && queue.top().time <= time) {
            const auto event = queue.pop();
            clock = event.time;
            mix(static_cast<std::uint64_t>(event.time) +
                static_cast<std::uint64_t>(event.payload.kind));
            if (event.payload.kind == 0) {
                queue.push(clock + uniform(Stream{1, 2, 3}, draws++, 1, 10), {0});
            }
        }
        clock = std::max(clock, time);
    }

    void apply(const Command& command) {
        mix(static_cast<std::uint64_t>(command.value));
        // One effect at this very moment, one later.
        queue.push(clock, {command.value});
        queue.push(clock + 7, {command.value});
    }

    template <class Archive>
    void serialize(Archive& archive) {
        archive(clock, state, draws, ballast, queue);
    }
};

using Line = Timeline<Toy>;

/// A run to 1000 with commands, some in one moment, advanced in uneven steps.
Line run(Line::Settings settings, std::uint64_t steps_seed = 1) {
    Line line(Toy(10), settings);
    SeatRandom steps(steps_seed);
    for (const auto& [time, value] : std::vector<std::pair<Time, int>>{
             {0, 5}, {100, 6}, {100, 7}, {333, 8}, {700, 9}, {700, 10}, {999, 11}}) {
        while (line.now() < time) {
            line.advance(std::min(time, line.now() + steps.between(1, 60)));
        }
        if (steps.between(0, 1) == 1) line.advance(line.now());  // a pacer may look at any moment
        line.apply({0, value});
    }
    line.advance(1000);
    return line;
}

/// The state at every moment, from a run that never looks back.
std::vector<std::uint64_t> linear_states(const std::vector<Toy::Command>& commands, Time end) {
    std::vector<std::uint64_t> states;
    Line line(Toy(10), {never / 4, 0});
    std::size_t next = 0;
    for (Time time = 0; time <= end; ++time) {
        line.advance(time);
        for (; next < commands.size() && commands[next].time == time; ++next) {
            line.apply(commands[next]);
        }
        states.push_back(hash_of(line.model()));
    }
    return states;
}

}  // namespace

TEST_CASE("seeking anywhere gives the linear run, with any keyframes") {
    for (const Line::Settings settings : {Line::Settings{50, 1 << 20}, Line::Settings{1, 1 << 20},
                                          Line::Settings{64, 1500}, Line::Settings{50, 0}}) {
        Line line = run(settings);
        const auto expected = linear_states(line.journal(), 1000);
        REQUIRE(hash_of(line.model()) == expected.back());
        SeatRandom random(9);
        for (int i = 0; i < 300; ++i) {
            const Time time = random.between(0, 1000);
            line.seek(time);
            REQUIRE(line.now() == time);
            REQUIRE(hash_of(line.model()) == expected[static_cast<std::size_t>(time)]);
        }
        CHECK(line.end() == 1000);
        CHECK(line.journal().size() == 7);
    }
}

TEST_CASE("the steps in which time passes make no difference") {
    const Line one = run({50, 1 << 20}, 1);
    for (std::uint64_t seed = 2; seed < 12; ++seed) {
        const Line other = run({50, 1 << 20}, seed);
        CHECK_FALSE(first_difference(one.model(), other.model()).has_value());
    }
}

TEST_CASE("what a command schedules for its own moment happens before the next command") {
    Line line(Toy(10), {50, 1 << 20});
    line.advance(100);
    line.apply({0, 5});
    CHECK(line.model().queue.top().time > 100);
}

TEST_CASE("a seek outside the run goes to its nearer end") {
    Line line = run({50, 1 << 20});
    line.seek(5000);
    CHECK(line.now() == 1000);
    line.seek(-5);
    CHECK(line.now() == 0);
    CHECK(line.end() == 1000);
}

TEST_CASE("after a seek the recorded commands are given again on the way") {
    Line line = run({50, 1 << 20});
    const std::uint64_t last = hash_of(line.model());
    line.seek(50);
    CHECK_FALSE(line.at_end());
    line.advance(2000);
    CHECK(line.at_end());
    CHECK(line.end() == 2000);
    CHECK(line.branches().size() == 1);
    line.seek(1000);
    CHECK(hash_of(line.model()) == last);
}

TEST_CASE("a branch goes on from the past and keeps the old future") {
    Line line = run({50, 1 << 20});
    const std::uint64_t old_end = hash_of(line.model());
    CHECK(line.branch(100) == 1);
    CHECK(line.now() == 100);
    CHECK(line.journal().size() == 3);  // those of the moment itself are kept
    CHECK(line.end() == 100);
    CHECK(line.at_end());
    CHECK(line.branches()[1].parent == 0);
    CHECK(line.branches()[1].from == 100);
    line.advance(200);
    line.apply({0, 99});
    line.advance(1000);
    CHECK(hash_of(line.model()) != old_end);
    CHECK(line.journal(0).size() == 7);
    CHECK(line.journal(1).size() == 4);
    const auto expected = linear_states(line.journal(), 1000);
    for (const Time time : {0, 99, 100, 101, 199, 200, 201, 650, 1000}) {
        line.seek(time);
        CHECK(hash_of(line.model()) == expected[static_cast<std::size_t>(time)]);
    }
}

TEST_CASE("every branch can be gone back to") {
    Line line = run({50, 1 << 20});
    std::vector<std::uint64_t> ends = {hash_of(line.model())};
    for (const Time time : {600, 300, 450, 100}) {
        line.select(line.branches().size() % 2 == 0 ? 0 : line.branches().size() - 1);
        line.branch(std::min(time, line.end()));
        line.advance(line.now() + 20);
        line.apply({0, static_cast<int>(time)});
        line.advance(900);
        ends.push_back(hash_of(line.model()));
    }
    for (const std::size_t number : {0, 3, 1, 4, 2, 0, 4, 4, 3}) {
        line.select(number);
        CHECK(line.current_branch() == number);
        CHECK(hash_of(line.model()) == ends[number]);
        const auto expected = linear_states(line.journal(), line.end());
        for (Time time = 0; time <= line.end(); time += 37) {
            line.seek(time);
            REQUIRE(hash_of(line.model()) == expected[static_cast<std::size_t>(time)]);
        }
    }
    CHECK_THROWS_AS(line.select(5), std::out_of_range);
}

TEST_CASE("a keyframe of one branch is never taken for another's") {
    Line line(Toy(10), {1000, 1 << 20});
    line.advance(100);
    line.branch(100);
    line.apply({0, 4});
    const std::uint64_t with_four = hash_of(line.model());
    line.select(0);
    line.apply({0, 5});  // in the very moment in which the branch began
    line.add_keyframe({100, 1, save(line.model())});
    CHECK(hash_of(line.model()) != with_four);
    line.select(1);
    CHECK(hash_of(line.model()) == with_four);
    CHECK(line.keyframes().empty());
}

TEST_CASE("a command given in the past begins a branch there") {
    Line line = run({50, 1 << 20});
    line.seek(500);
    line.apply({0, 1});
    CHECK(line.branches().size() == 2);
    CHECK(line.journal().back().time == 500);
    CHECK(line.journal(0).size() == 7);
}

TEST_CASE("keyframes keep to the budget by doubling their distance") {
    Line line = run({10, 4000});
    CHECK(line.keyframe_bytes() <= 4000);
    CHECK(line.keyframes().size() >= 5);
    CHECK(line.keyframe_spacing() > 10);
    std::size_t bytes = 0;
    for (const auto& frame : line.keyframes()) {
        CHECK(frame.time % line.keyframe_spacing() == 0);
        bytes += frame.bytes.size();
    }
    CHECK(bytes == line.keyframe_bytes());
    CHECK(run({10, 0}).keyframes().empty());
}

TEST_CASE("a recorded journal is replayed by a fresh timeline") {
    const Line recorded = run({50, 1 << 20});
    Line replayed(Toy(10), {50, 1 << 20});
    replayed.adopt(recorded.journal(), recorded.end());
    CHECK(replayed.now() == 0);
    replayed.advance(1000);
    CHECK(hash_of(replayed.model()) == hash_of(recorded.model()));
    CHECK(replayed.at_end());
    CHECK_THROWS_AS(replayed.adopt({}, 0), std::logic_error);

    Line from_keyframe(Toy(10), {50, 1 << 20});
    from_keyframe.adopt(recorded.journal(), recorded.end());
    from_keyframe.add_keyframe(recorded.keyframes().back());
    from_keyframe.seek(1000);
    CHECK(hash_of(from_keyframe.model()) == hash_of(recorded.model()));
}
