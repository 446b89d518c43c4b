#include <algorithm>
#include <string>
#include <vector>

#include "engine/core/paths.h"
#include "sim/recording/restore.h"
#include "sim/recording/verify.h"
#include "sim/scenario/default_station.h"
#include "sim/station/sentence.h"
#include "tests/sim/recording/short_drill.h"

namespace {

namespace fs = std::filesystem;

/// Checks that a text is another one in each language and that what it quotes stands in all.
void check_languages(const engine::Phrase& phrase) {
    const std::string english = phrase.english();
    CAPTURE(english);
    CHECK_FALSE(english.empty());
    std::vector<std::string> told{english};
    for (const char* language : {"ru", "ky"}) {
        const engine::Translator translate(language, engine::translations_folder());
        told.push_back(phrase.in(translate));
        CHECK(std::count(told.begin(), told.end(), told.back()) == 1);
        CHECK(told.back().find("{}") == std::string::npos);
        CHECK(std::count(told.back().begin(), told.back().end(), '"') ==
              std::count(english.begin(), english.end(), '"'));
    }
}

engine::Phrase mistake_of(const std::string& sentence) {
    engine::Problems problems;
    static const sim::FileSource assets = sim::disk_files(engine::assets_folder());
    static const sim::DefaultStation station(assets, problems);
    const auto parsed = sim::parse_sentence(station.layout(), sentence);
    const auto* error = std::get_if<sim::SentenceError>(&parsed);
    REQUIRE_MESSAGE(error != nullptr, sentence);
    return error->message;
}

engine::Phrase why_not(const fs::path& file) {
    try {
        sim::restore(sim::Recording::open(file));
    } catch (const sim::RecordingError& error) {
        return error.text();
    }
    return {};
}

}  // namespace

TEST_CASE("what is wrong with a sentence is said in English, Russian and Kyrgyz") {
    for (const std::string& sentence : {std::string(""),
                                        std::string(3000, 'x'),
                                        std::string("open \xff"),
                                        std::string("note \"no end"),
                                        std::string("as nobody: stop"),
                                        std::string("as nobodi: stop"),
                                        std::string("as chair stop"),
                                        std::string("as chair:"),
                                        std::string("opne scanner.cover"),
                                        std::string("dance"),
                                        std::string("open"),
                                        std::string("open scanner.glass"),
                                        std::string("open scanner.covr"),
                                        std::string("insert poll_card_1"),
                                        std::string("connect scanner.lead nowhere"),
                                        std::string("set scanner.entry_grip"),
                                        std::string("set scanner.entry_grip much"),
                                        std::string("override queue.desk many"),
                                        std::string("note"),
                                        std::string("stop stop stop")}) {
        CAPTURE(sentence);
        check_languages(mistake_of(sentence));
    }
}

TEST_CASE("what is wrong with a recording is said in English, Russian and Kyrgyz") {
    const sim::TemporaryFolder folder;
    const fs::path file = folder.path() / "a.drill";
    const fs::path copy = folder.path() / "copy.drill";
    check_languages(why_not(file));
    check_languages(why_not(folder.path()));
    record_short(file);
    for (const char* sql :
         {"DELETE FROM meta WHERE name = 'crew'", "UPDATE meta SET value = 'x' WHERE name = 'seed'",
          "UPDATE meta SET value = 'x' WHERE name = 'crew'", "DROP TABLE grade",
          "CREATE TABLE more (a)", "PRAGMA user_version = 77", "PRAGMA application_id = 1"}) {
        CAPTURE(sql);
        fs::copy_file(file, copy, fs::copy_options::overwrite_existing);
        sim::Database::writable(copy, false).run(sql);
        check_languages(why_not(copy));
    }
}

TEST_CASE("what verify finds is said in English, Russian and Kyrgyz") {
    const sim::TemporaryFolder folder;
    const fs::path file = folder.path() / "a.drill";
    record_short(file);
    {
        const sim::Database database = sim::Database::writable(file, false);
        database.run("UPDATE hashes SET hash = hash + 1 WHERE id = 3");
        database.run("UPDATE observations SET a = a + 1 WHERE id = 12");
        database.run("DELETE FROM grade WHERE number = 1");
        database.run("DELETE FROM seal WHERE part = 'total'");
    }
    const sim::Verification result = sim::verify(sim::Recording::open(file));
    CHECK(result.damage.size() == 4);
    for (const sim::Damage& damage : result.damage) check_languages(damage.message);
    REQUIRE(result.divergence);
    check_languages(result.divergence->what);
}
