#include "sim/recording/recording.h"

#include <fstream>

#include "tests/sim/recording/short_drill.h"

namespace fs = std::filesystem;

namespace {

void write(const fs::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

std::string read(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string why_not(const fs::path& file) {
    try {
        sim::Recording::open(file);
    } catch (const sim::RecordingError& error) {
        return error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("what was recorded is read back by name") {
    const sim::TemporaryFolder folder;
    const fs::path file = folder.path() / "a.drill";
    record_short(file);
    const sim::Recording recording = sim::Recording::open(file);
    CHECK(recording.info() ==
          sim::RecordingInfo{"test", "short", 7, "Asel", "expert", "", 0, "today"});
    CHECK(recording.closed());
    CHECK(recording.files().count("scenarios/short.yaml") == 1);
    CHECK(recording.files().count("procedures/opening.yaml") == 1);
    CHECK(recording.grade().back().item == "total");
    const auto commands = recording.commands(0);
    CHECK(commands[0].author == "expert");
    CHECK(commands[0].actor == "chair");
    CHECK(commands[0].sentence == "as chair: convene commission");
    CHECK(commands[0].refused.empty());
    const auto refused = std::find_if(
        commands.begin(), commands.end(),
        [](const sim::RecordedCommand& command) { return command.author == "trainee"; });
    REQUIRE(refused != commands.end());
    CHECK_FALSE(refused->refused.empty());
}

TEST_CASE("what is no recording is said to be none") {
    const sim::TemporaryFolder folder;
    const fs::path file = folder.path() / "a.drill";
    CHECK(why_not(file) == "there is no such file");
    CHECK(why_not(folder.path()) == "this is not a file");
    write(file, "");
    CHECK(why_not(file) == "the file is empty: the drill was cut off before anything was kept");
    write(file, "scenario: opening\n");
    CHECK(why_not(file) == "the file is not a recording");
    fs::remove(file);
    sim::Database::writable(file, true).run("CREATE TABLE a (b)");
    CHECK(why_not(file) == "the file is not a recording of this program");
}

TEST_CASE("other tables, triggers and newer formats are refused") {
    const sim::TemporaryFolder folder;
    const fs::path file = folder.path() / "a.drill";
    const fs::path copy = folder.path() / "copy.drill";
    record_short(file);
    const auto changed = [&](const char* sql) {
        fs::copy_file(file, copy, fs::copy_options::overwrite_existing);
        sim::Database::writable(copy, false).run(sql);
        return why_not(copy);
    };
    CHECK(changed("PRAGMA user_version = 9") == "the recording has format 9, this program reads 1");
    CHECK(changed("CREATE TABLE more (a)") ==
          "the file holds something that is no part of a recording: \"more\"");
    CHECK(changed("CREATE VIEW more AS SELECT * FROM meta") ==
          "the file holds something that is no part of a recording: \"more\"");
    CHECK(changed("DROP TABLE words") == "table words is missing");
    CHECK(changed("ALTER TABLE words ADD COLUMN a TEXT") == "table words is not as it must be");
}

TEST_CASE("a file with bytes overwritten or cut off is damaged, never a crash") {
    const sim::TemporaryFolder folder;
    const fs::path file = folder.path() / "a.drill";
    record_short(file);
    const std::string whole = read(file);
    const fs::path copy = folder.path() / "copy.drill";
    int found = 0;
    for (std::size_t at = 0; at < whole.size(); at += whole.size() / 40 + 1) {
        std::string bytes = whole;
        for (std::size_t i = at; i < std::min(at + 64, bytes.size()); ++i) bytes[i] = '\xa5';
        write(copy, bytes);
        try {
            found += sim::Recording::open(copy).damage().empty() ? 0 : 1;
        } catch (const sim::RecordingError& error) {
            CHECK(error.kind() == sim::RecordingError::Kind::damaged);
            ++found;
        }
    }
    CHECK(found > 20);  // the rest fell into room that holds nothing
    for (const std::size_t size : {100UL, 512UL, 4096UL, whole.size() / 2, whole.size() - 1}) {
        write(copy, whole.substr(0, size));
        CAPTURE(size);
        bool damaged = false;
        try {
            damaged = !sim::Recording::open(copy).damage().empty();
        } catch (const sim::RecordingError&) {
            damaged = true;
        }
        CHECK(damaged);
    }
}

TEST_CASE("a file that was cut off in the middle of writing is read from a copy") {
    const sim::TemporaryFolder folder;
    const fs::path file = folder.path() / "a.drill";
    {
        ShortDrill drill(file);
        drill.run_until(6 * engine::hour + 40 * engine::minute);
        REQUIRE(drill.commit());
    }
    // A transaction that has reached the file, but not its end: as after kill -9.
    const fs::path torn = folder.path() / "torn.drill";
    {
        const sim::Database database = sim::Database::writable(file, false);
        database.run("PRAGMA cache_size = 1; BEGIN; DELETE FROM observations; DELETE FROM hashes;");
        database.run("UPDATE meta SET value = 'x'");
        fs::copy_file(file, torn);
        fs::copy_file(folder.path() / "a.drill-journal", folder.path() / "torn.drill-journal");
        database.run("ROLLBACK");
    }
    const std::string before = read(torn);
    const sim::Recording recording = sim::Recording::open(torn);
    CHECK(recording.reached() == 6 * engine::hour + 40 * engine::minute);
    CHECK(recording.hashes(0).size() == 10);
    CHECK(read(torn) == before);
}
