// Every entry of the catalogue proves itself from its own file, in a working station: its signs
// come true when it is injected and not otherwise, the expert puts it right, and each usual mistake
// has the consequence it names.

#include "sim/world/fault.h"

#include <cstdlib>
#include <map>

#include "tests/sim/drills.h"

using namespace sim;
using test::Bench;

namespace {

/// When in the day a fault is met here.
Time moment_of(const FaultSpec& fault) {
    switch (fault.phase) {
        case Phase::opening:
            return 6 * engine::hour + 31 * engine::minute;
        case Phase::voting:
            return 10 * engine::hour;
        case Phase::closing:
            return 19 * engine::hour + 55 * engine::minute;
    }
    return 0;
}

/// A polling day on one maker's equipment, and which entries are tried there.
struct Day {
    std::string kit;
    LoadedScenario loaded;
    std::size_t every = 1;  ///< one entry in so many

    const std::vector<FaultSpec>& faults() const { return loaded.prototype->faults; }
};

#if defined(__SANITIZE_ADDRESS__)
constexpr bool sanitized = true;
#elif defined(__has_feature)
constexpr bool sanitized = __has_feature(address_sanitizer);
#else
constexpr bool sanitized = false;
#endif

/// To try one entry while it is written: its id in POLLDRILL_FAULT, the kit in POLLDRILL_KIT.
bool asked_for(const FaultSpec& fault) {
    const char* only = std::getenv("POLLDRILL_FAULT");
    return only == nullptr || fault.id == only;
}

bool happens(const Day& day, std::size_t number) {
    const FaultSpec& fault = day.faults()[number];
    const bool its_turn = std::getenv("POLLDRILL_FAULT") != nullptr || number % day.every == 0;
    return its_turn && fault.kind != "reference" && asked_for(fault);
}

Day calm_day(const std::string& kit, std::size_t every) {
    Day day{kit, test::load_drill("polling_day", kit), every};
    auto setup = std::make_shared<Setup>(*day.loaded.prototype);
    setup->chance = false;
    day.loaded.prototype = setup;
    return day;
}

/// The first makers' equipment and the second makers'. Of the latter all entries are tried when
/// there is time for it.
/// All entries with the first makers' equipment, some with the second makers'; all of both with
/// POLLDRILL_LONG, and some of both under sanitizers.
std::vector<Day> days() {
    const char* only = std::getenv("POLLDRILL_KIT");
    const bool all = only != nullptr || std::getenv("POLLDRILL_LONG") != nullptr;
    const std::size_t some = sanitized ? 18 : 9;
    std::vector<Day> days;
    for (const char* kit : {"", "second_makers"}) {
        if (only != nullptr && std::string(only) != kit) continue;
        days.push_back(calm_day(kit, all || (*kit == 0 && !sanitized) ? 1 : some));
    }
    return days;
}

/// The same day with a commission that has not learned how to put one fault right.
LoadedScenario without_recovery(const Day& day, std::size_t fault) {
    LoadedScenario loaded = day.loaded;
    auto setup = std::make_shared<Setup>(*loaded.prototype);
    setup->faults[fault].recovery.steps.clear();
    loaded.prototype = setup;
    return loaded;
}

Bench bench_at(Time at, const LoadedScenario& loaded, std::uint64_t seed = 4) {
    Bench bench(loaded, seed);
    run_until(bench.drill, at, bench.sink);
    return bench;
}

/// Someone makes the mistake, whatever the others do meanwhile.
void make(Bench& bench, const Mistake& mistake) {
    for (const Sentence& sentence : mistake.sentences) {
        Command command = sentence.command;
        command.author = Seat::trainee;
        if (command.actor == no_post) command.actor = static_cast<PostId>(Post::scanner_operator);
        const auto actor = static_cast<std::size_t>(command.actor);
        bench.drill.crew.hold(command.actor, true);
        run_until(bench.drill, bench.drill.world.actors[actor].busy_until, bench.sink);
        if (sentence.takes_value) {
            command.has_value = true;
            command.value = read(bench.drill.world, sentence.value_from);
        }
        // Others are at the machine too: wait for a turn.
        for (int tries = 0; tries < 600 && check(bench.drill.world, command); ++tries) {
            bench.run(engine::second / 2);
        }
        sim::say(bench.drill, command, bench.sink);
        run_until(bench.drill, bench.drill.world.actors[actor].busy_until, bench.sink);
    }
    for (std::size_t post = 0; post < post_count; ++post) {
        bench.drill.crew.hold(static_cast<PostId>(post), false);
    }
}

/// Every sign comes true, and the day ends well with the expert.
void shows_and_heals(const Day& day, std::size_t number) {
    const FaultSpec& fault = day.faults()[number];
    CAPTURE(day.kit);
    CAPTURE(fault.id);
    REQUIRE_FALSE(fault.signs.empty());
    REQUIRE_FALSE(fault.recovery.steps.empty());
    Bench bench = bench_at(moment_of(fault), day.loaded);
    REQUIRE_FALSE(bench.instructor("inject " + fault.id));
    Bench watched = bench_at(moment_of(fault), without_recovery(day, number));
    REQUIRE_FALSE(watched.instructor("inject " + fault.id));
    for (const Sign& sign : fault.signs) {
        Bench waiting = watched;
        CHECK_MESSAGE(waiting.run_until_holds(sign.when, sign.within), sign.text.en);
    }
    run_until(bench.drill, bench.drill.setup->latest_end, bench.sink);
    CHECK(bench.drill.world.finished_at < bench.drill.setup->latest_end);
    CHECK(bench.signal("truth.counted_twice") == 0);
    CHECK(bench.signal("truth.torn_ballots") == 0);
    CHECK(bench.signal("truth.seals_broken_alone") == 0);
    CHECK(bench.signal("centre.acknowledged") == 1);
}

/// The signs that come true on a day on which nothing is injected.
std::map<std::string, bool> signs_seen(const Day& day, std::uint64_t seed) {
    Bench bench = bench_at(6 * engine::hour + 31 * engine::minute, day.loaded, seed);
    std::map<std::string, bool> seen;
    bench.sink.moment = [&](const World& world) {
        const auto look = [&world](SignalRef ref) { return read(world, ref); };
        for (const FaultSpec& fault : world.setup->faults) {
            if (!asked_for(fault)) continue;
            for (const Sign& sign : fault.signs) {
                if (holds(sign.when, look)) seen[fault.id + ": " + sign.text.en] = true;
            }
        }
    };
    run_until(bench.drill, bench.drill.setup->latest_end, bench.sink);
    return seen;
}

}  // namespace

TEST_CASE("Each fault: every sign comes true, and the day ends well with the expert") {
    for (const Day& day : days()) {
        for (std::size_t number = 0; number < day.faults().size(); ++number) {
            if (happens(day, number)) shows_and_heals(day, number);
        }
    }
}

TEST_CASE("Without an injection no sign of any fault is ever seen") {
    const bool all = std::getenv("POLLDRILL_LONG") != nullptr;
    const std::uint64_t seeds = all ? 20 : sanitized ? 1 : 3;
    std::size_t played = 0;
    for (const Day& day : days()) {
        for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
            CAPTURE(day.kit);
            CAPTURE(seed);
            for (const auto& entry : signs_seen(day, seed))
                CHECK_MESSAGE(!entry.second, entry.first);
            ++played;
        }
    }
    MESSAGE(played << " days without an injection");
}

TEST_CASE("Each usual mistake leads to the consequence it names") {
    for (const Day& day : days()) {
        for (std::size_t number = 0; number < day.faults().size(); ++number) {
            const FaultSpec& fault = day.faults()[number];
            if (!happens(day, number)) continue;
            for (const Mistake& mistake : fault.mistakes) {
                CAPTURE(day.kit);
                CAPTURE(fault.id);
                CAPTURE(mistake.text.en);
                Bench bench = bench_at(moment_of(fault), without_recovery(day, number));
                REQUIRE_FALSE(bench.instructor("inject " + fault.id));
                const Sign& sign = fault.signs.front();
                REQUIRE(bench.run_until_holds(sign.when, sign.within));
                make(bench, mistake);
                CHECK(bench.run_until_holds(mistake.consequence, 4 * engine::hour));
            }
        }
    }
}
