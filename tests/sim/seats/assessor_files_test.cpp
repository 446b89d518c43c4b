#include <array>
#include <fstream>

#include "sim/seats/assessor/condition_words.h"
#include "tests/sim/seats/assessor_kit.h"

namespace sim::seats {

TEST_CASE("a drill that was cut off is shown as far as it goes, and can be gone on with") {
    const Tape tape(false);
    Judge judge(tape.file);
    REQUIRE(judge.assessor);
    CHECK_FALSE(judge.state().closed);
    CHECK_FALSE(judge.state().grade.lines.empty());
    judge.screen->click("assessor.about");
    REQUIRE(judge.screen->click("about.resume"));
    CHECK(judge.desk.request.kind == Request::Kind::resume);
    CHECK(judge.desk.request.file == tape.file.string());
}

TEST_CASE("branches that were given up are named") {
    const Tape tape(true, "10:20:00");
    Judge judge(tape.file);
    REQUIRE(judge.state().branches.size() == 2);
    CHECK(judge.state().verification->good());
    judge.screen->click("assessor.about");
    CHECK(judge.has("overlay.close"));
}

TEST_CASE("what is no recording says so and opens nothing") {
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "notes.drill";
    std::ofstream(file) << "no recording";
    Judge text(file);
    CHECK_FALSE(text.assessor);
    CHECK_FALSE(text.problem.empty());
    Judge missing(folder.path() / "missing.drill");
    CHECK_FALSE(missing.assessor);
    CHECK_FALSE(missing.problem.empty());
}

TEST_CASE("a changed recording opens with where it was changed") {
    const Tape tape;
    Judge judge(tape.forged("UPDATE commands SET time = time + 1 WHERE id = 40"));
    REQUIRE(judge.assessor);
    REQUIRE(judge.state().verification);
    CHECK_FALSE(judge.state().verification->damage.empty());
    CHECK(trust_of(judge.state(), judge.desk.reader).status == engine::view::Status::fault);
    CHECK(judge.screen->items().cut.empty());
}

TEST_CASE("a recording that cannot be played says why and what to do") {
    const Tape tape;
    Judge judge(tape.forged("UPDATE files SET text = 'scenario: ['"));
    REQUIRE(judge.assessor);
    CHECK_FALSE(judge.state().failure.empty());
    REQUIRE(judge.screen->click("assessor.home"));
    CHECK(judge.desk.request.kind == Request::Kind::start);
}

TEST_CASE("another grade than the kept one is told") {
    const Tape tape;
    Judge judge(
        tape.forged("UPDATE grade SET value = replace(value, '\"score\":', '\"score\":1')"));
    REQUIRE(judge.assessor);
    REQUIRE(judge.state().ready());
    CHECK(judge.state().analysis->other_grade);
    CHECK(judge.has("assessor.why"));
}

TEST_CASE("an assessment that cannot be read is moved aside, never written over") {
    const Tape tape;
    const std::filesystem::path beside = assessment_file(tape.file);
    std::ofstream(beside) << "{ broken";
    Judge judge(tape.file);
    CHECK(judge.has("assessor.seen"));
    judge.open(".seal_seen");
    judge.give(1);
    save(judge.state());
    std::ifstream kept(beside.string() + ".kept");
    std::string words;
    std::getline(kept, words);
    CHECK(words == "{ broken");
    engine::Phrase problem;
    CHECK(load_assessment(beside, problem).first.overrides.size() == 1);
    CHECK(problem.empty());
}

TEST_CASE("an assessment that cannot be written stays here and says so") {
    const Tape tape;
    Judge judge(tape.file);
    judge.open(".seal_seen");
    judge.state().file = (tape.folder.path() / "no" / "such" / "folder.drill").string();
    judge.give(1);
    save(judge.state());
    judge.screen->frames(2);
    CHECK(judge.has("assessor.save"));
    CHECK(judge.state().unsaved);
    judge.state().file = tape.file.string();
    judge.screen->click("assessor.save");
    CHECK_FALSE(judge.state().unsaved);
    CHECK_FALSE(judge.has("assessor.save"));
}

TEST_CASE("conditions are sentences in three languages") {
    const Tape tape;
    for (const char* language : {"en", "ru", "ky"}) {
        Judge judge(tape.file, 1280, 800, {}, language);
        for (std::size_t i = 0; i < judge.state().grade.lines.size(); ++i) {
            open_row(judge.state(), static_cast<int>(i));
            const ItemText item = item_text(judge.state(), judge.desk.reader);
            CHECK_FALSE(item.condition.empty());
            for (const std::string& sentence : item.condition) {
                CHECK(sentence.find('{') == std::string::npos);
                CHECK(sentence.find("scanner.") == std::string::npos);
            }
        }
    }
}

TEST_CASE("no text is cut, at any size, scale and language") {
    const Tape tape;
    constexpr std::array<std::pair<int, int>, 3> sizes{
        std::pair{1280, 800}, {1024, 700}, {1920, 1080}};
    for (const char* language : {"en", "ru", "ky"}) {
        for (const auto& size : sizes) {
            const int width = size.first;
            const int height = size.second;
            for (const float scale : {1.0F, 2.0F}) {
                Judge judge(tape.file, width, height, {scale, false, true}, language);
                seek(*judge.assessor, *engine::parse_clock("10:18:10"));
                const auto check = [&](const char* what) {
                    judge.screen->frames(3);
                    for (const engine::view::CutText& cut : judge.screen->items().cut) {
                        FAIL_CHECK(language << " " << width << " " << scale << " " << what << ": "
                                            << cut.text);
                    }
                };
                check("first");
                for (const char* page : {"tracks", "rubric", "item", "about", "replay"}) {
                    if (judge.screen->click(std::string("assessor.page.") + page)) check(page);
                }
                for (const Overlay overlay :
                     {Overlay::details, Overlay::sign, Overlay::report, Overlay::note}) {
                    judge.state().overlay = overlay;
                    check("overlay");
                }
            }
        }
    }
}

}  // namespace sim::seats
