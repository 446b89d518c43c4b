#include "sim/recording/verify.h"

#include <fmt/format.h>

#include "sim/recording/seal.h"
#include "tests/sim/recording/short_drill.h"

namespace fs = std::filesystem;

namespace {

/// Changes a closed recording and seals it anew, as somebody would who knows how.
sim::Verification verify_forged(const fs::path& file, const fs::path& copy, const char* sql) {
    fs::copy_file(file, copy, fs::copy_options::overwrite_existing);
    {
        const sim::Database database = sim::Database::writable(copy, false);
        database.run(sql);
        sim::store_seal(database, sim::compute_seal(database));
    }
    return sim::verify(sim::Recording::open(copy));
}

}  // namespace

TEST_CASE("a recorded drill replays bit for bit, its grade too") {
    const sim::TemporaryFolder folder;
    const fs::path file = folder.path() / "a.drill";
    record_short(file);
    const sim::Verification result = sim::verify(sim::Recording::open(file));
    if (result.divergence) MESSAGE(result.divergence->what.english());
    CHECK(result.unreadable.english() == "");
    CHECK(result.good());
    CHECK(result.closed);
    CHECK(result.reached == short_end);
    CHECK(result.commands > 20);
    CHECK(result.observations > result.commands);
    CHECK(result.minutes == 30);
    CHECK(result.keyframes == 6);
}

TEST_CASE("a forged recording differs from its replay at the right moment") {
    const sim::TemporaryFolder folder;
    const fs::path file = folder.path() / "a.drill";
    const fs::path copy = folder.path() / "copy.drill";
    record_short(file);
    struct Forgery {
        const char* sql;
        const char* time;
    };
    const sim::Database database = sim::Database::readable(file);
    const sim::Time command_time = database.number("SELECT time FROM commands WHERE id = 9");
    const sim::Time observation_time =
        database.number("SELECT time FROM observations WHERE id = 12");

    auto result =
        verify_forged(file, copy, "UPDATE commands SET sentence = 'as chair: stop' WHERE id = 9");
    CHECK(result.damage.empty());
    CHECK_FALSE(result.good());

    result = verify_forged(file, copy, "UPDATE observations SET a = a + 1 WHERE id = 12");
    REQUIRE(result.divergence);
    CHECK(result.divergence->time == observation_time);

    result = verify_forged(
        file, copy, "UPDATE commands SET refused = (SELECT min(number) FROM words) WHERE id = 9");
    REQUIRE(result.divergence);
    CHECK(result.divergence->time == command_time);

    result = verify_forged(file, copy, "UPDATE hashes SET hash = hash + 1 WHERE id = 10");
    REQUIRE(result.divergence);
    CHECK(engine::format_clock(result.divergence->time) == "06:39:00");

    result = verify_forged(file, copy, "DELETE FROM observations WHERE id > 40");
    CHECK(result.divergence);
    result = verify_forged(file, copy, "UPDATE grade SET value = replace(value, 'done', 'late')");
    CHECK(result.divergence);
    result = verify_forged(file, copy, "UPDATE meta SET value = '8' WHERE name = 'seed'");
    CHECK_FALSE(result.good());
    result = verify_forged(file, copy, "UPDATE files SET text = text || ' ' WHERE rowid = 2");
    CHECK_FALSE(result.good());
    result = verify_forged(
        file, copy, "UPDATE keyframes SET state = (SELECT state FROM keyframes WHERE id = 1)");
    CHECK(result.divergence);
}

TEST_CASE("a drill that was cut off verifies as far as it goes") {
    const sim::TemporaryFolder folder;
    const fs::path file = folder.path() / "a.drill";
    {
        ShortDrill drill(file);
        drill.run_until(6 * engine::hour + 41 * engine::minute + 7 * engine::second);
        REQUIRE(drill.commit());
        drill.run_until(6 * engine::hour + 42 * engine::minute);
    }
    const sim::Verification result = sim::verify(sim::Recording::open(file));
    CHECK(result.good());
    CHECK_FALSE(result.closed);
    CHECK(engine::format_clock(result.reached) == "06:41:07");
}
