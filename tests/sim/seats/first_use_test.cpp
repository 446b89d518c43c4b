// What somebody meets who has never seen the program: the tour, a way out, an exam, a panel that
// keeps still.
#include "sim/recording/recording.h"
#include "sim/seats/program/shell.h"
#include "tests/sim/seats/trainee_kit.h"

namespace sim::seats {

namespace {

/// The whole program without a window, and without the person's folders.
struct Visitor {
    Shell shell;
    engine::view::Screen screen;

    explicit Visitor(int width = 1280, int height = 800)
        : shell(fresh()),
          screen([this](engine::view::Ui& ui) { draw_shell(ui, shell); }, {}, width, height) {}

    static Shell fresh() {
        Shell shell;
        shell.keep = false;
        shell.desk.settings.language = "en";
        shell.saved = shell.desk.settings;
        shell.desk.reader = {engine::Translator("en", engine::translations_folder()), "en"};
        shell.start.drills = read_drills("scenarios");
        return shell;
    }
    bool has(std::string_view name) const { return screen.find(name) != nullptr; }
    engine::view::Rect place(std::string_view name) const {
        REQUIRE(has(name));
        return screen.find(name)->rect;
    }
};

}  // namespace

TEST_CASE("The tour lets one try what it speaks of, and its keys are its own") {
    Visitor visitor;
    visitor.shell.tour = 0;
    visitor.screen.frames(3);
    visitor.screen.press("Enter");
    CHECK(visitor.shell.tour == 1);
    CHECK_FALSE(visitor.shell.live);
    visitor.screen.type("Aida");
    CHECK(visitor.shell.desk.settings.name == "Aida");
    visitor.screen.press("Enter");
    CHECK(visitor.shell.tour == 2);
    CHECK(visitor.screen.click("start.exam"));
    CHECK(visitor.shell.start.exam);
    visitor.screen.press("Esc");
    CHECK(visitor.shell.tour == -1);
    CHECK(visitor.shell.desk.settings.tour_seen);
}

TEST_CASE("The button that leads on through the tour keeps its place, and hides nothing") {
    for (const auto& [width, height] : {std::pair{1280, 800}, {1024, 700}, {640, 400}}) {
        Visitor visitor(width, height);
        visitor.shell.tour = 0;
        visitor.screen.frames(3);
        const engine::view::Rect next = visitor.place("tour.next");
        const char* spoken_of[] = {"start.name", "start.seat.trainee", "start.begin",
                                   "start.lesson"};
        for (const char* item : spoken_of) {
            CAPTURE(item);
            CHECK(visitor.screen.click("tour.next"));
            visitor.screen.frames(4);
            CHECK(visitor.place("tour.next") == next);
            const engine::view::Rect card = visitor.place("tour.card");
            REQUIRE(visitor.screen.find(item)->visible);
            CHECK(engine::view::common(visitor.place(item), card).empty());
        }
    }
}

TEST_CASE("Esc closes what lies on top") {
    Visitor visitor;
    REQUIRE(begin_drill(visitor.shell, "scenarios/paper_jam.yaml", 1, SeatId::trainee));
    freeze(*visitor.shell.live);
    visitor.screen.frames(3);
    CHECK(visitor.screen.click("trainee.log"));
    REQUIRE(visitor.shell.trainee->sheet == Sheet::forms);
    visitor.shell.desk.help_open = true;
    visitor.screen.frames(3);
    visitor.screen.press("Esc");
    CHECK_FALSE(visitor.shell.desk.help_open);
    CHECK(visitor.shell.trainee->sheet == Sheet::forms);
    visitor.screen.press("Esc");
    CHECK(visitor.shell.trainee->sheet == Sheet::none);
}

TEST_CASE("A drill is left by a button with a name, or by its key, in both of its seats") {
    Visitor visitor;
    for (const SeatId seat : {SeatId::trainee, SeatId::instructor}) {
        const TemporaryFolder folder;
        const std::string file = (folder.path() / "left.drill").string();
        REQUIRE(begin_drill(visitor.shell, "scenarios/paper_jam.yaml", 1, seat, "", false, file));
        visitor.screen.frames(3);
        REQUIRE(visitor.has("band.leave"));
        CHECK(visitor.screen.find("band.leave")->label == "Leave");
        CHECK(visitor.screen.click("band.leave"));
        CHECK(visitor.screen.click("leave.stay"));
        CHECK_FALSE(visitor.has("leave.stay"));
        CHECK(visitor.shell.live);
        visitor.screen.press("Ctrl+Q");
        visitor.screen.press("Esc");
        CHECK(visitor.shell.live);
        visitor.screen.press("Ctrl+Q");
        CHECK(visitor.screen.click("leave.later"));
        CHECK_FALSE(visitor.shell.live);
        visitor.shell.desk.request = {Request::Kind::resume, file, "", 1, seat};
        visitor.screen.frames(3);
        REQUIRE(visitor.shell.live);
        CHECK(visitor.screen.click("band.leave"));
        CHECK(visitor.screen.click("leave.end"));
        CHECK_FALSE(visitor.shell.live);
        REQUIRE(visitor.shell.assessor);
        CHECK(visitor.screen.click("band.leave"));
        CHECK_FALSE(visitor.shell.assessor);
    }
    CHECK(visitor.screen.click("band.home"));
    CHECK_FALSE(visitor.shell.quit);
    visitor.screen.press("Ctrl+Q");
    CHECK(visitor.shell.quit);
}

TEST_CASE("An exam that is gone on with stays an exam") {
    const TemporaryFolder folder;
    Visitor visitor;
    for (const bool exam : {false, true}) {
        const std::string file =
            (folder.path() / (exam ? "exam.drill" : "practice.drill")).string();
        REQUIRE(begin_drill(visitor.shell, "scenarios/paper_jam.yaml", 1, SeatId::trainee, "", exam,
                            file));
        visitor.shell.desk.request.kind = Request::Kind::start;
        visitor.screen.frames(2);
        REQUIRE_FALSE(visitor.shell.live);
        visitor.shell.desk.request = {Request::Kind::resume, file, "", 1, SeatId::trainee};
        visitor.screen.frames(2);
        REQUIRE(visitor.shell.live);
        CHECK(visitor.shell.live->exam == exam);
    }
}

TEST_CASE("An exam is chosen at the start; in it time can be neither stopped nor skipped") {
    Visitor visitor;
    for (const bool exam : {false, true}) {
        visitor.shell.start.exam = exam;
        visitor.screen.frames(2);
        REQUIRE(visitor.screen.click("start.begin"));
        REQUIRE(visitor.shell.live);
        CHECK(visitor.shell.live->exam == exam);
        visitor.screen.press("F5");
        CHECK(visitor.shell.live->frozen != exam);
        visitor.screen.press("Ctrl+Right");
        if (exam) CHECK_FALSE(visitor.shell.trainee->skip.on);
        visitor.shell.desk.request.kind = Request::Kind::start;
        visitor.screen.frames(2);
    }
}

TEST_CASE("The cards of the start screen stay where they are, whichever drill is chosen") {
    Visitor visitor;
    const engine::view::Rect before = visitor.place("start.filter.0");
    for (const DrillCard& drill : visitor.shell.start.drills) {
        visitor.shell.start.chosen = drill.id;
        visitor.screen.frames(2);
        CHECK(visitor.place("start.filter.0").y == before.y);
    }
}

TEST_CASE("The posts keep their places while somebody is busy") {
    Hand hand("paper_jam");
    const auto place = [&] {
        const engine::view::Item* item = hand.screen.find("trainee.post.scanner_operator");
        REQUIRE(item != nullptr);
        return item->rect.y;
    };
    // The hourly comparison is under way as the drill begins.
    REQUIRE(hand.has("trainee.stop.secretary"));
    const float busy = place();
    for (int i = 0; i < 20; ++i) {
        hand.pass(engine::minute / 4);
        CHECK(place() == busy);
    }
    CHECK_FALSE(hand.has("trainee.stop.secretary"));
}

TEST_CASE("A ballot that jams again stops a skip") {
    Hand hand("paper_jam");
    const auto skip = [&] {
        hand.screen.press("Ctrl+Right");
        for (int i = 0; i < 4000 && hand.trainee.skip.on; ++i) hand.screen.frames(1);
        REQUIRE_FALSE(hand.trainee.skip.on);
    };
    const auto jammed = [&] { return choice(hand.world(), "scanner.path") == "jammed"; };
    for (int i = 0; i < 10 && !jammed(); ++i) skip();
    REQUIRE(jammed());
    const Time undecided = hand.world().now;
    skip();
    CHECK(hand.world().now == undecided);
    const auto operate = [&](std::string_view sentence) {
        const auto refused = say(hand.live, sentence, Seat::trainee);
        CHECK_MESSAGE(!refused, describe(refused, hand.live.setup(), hand.desk.reader));
        hand.pass(40 * engine::second);
    };
    operate("as scanner_operator: take scanner.entry");
    operate("as scanner_operator: tell scanner.voter ballot_not_counted");
    const Time from = hand.world().now;
    for (int i = 0; i < 10 && !jammed(); ++i) skip();
    CHECK(hand.world().now < from + 5 * engine::minute);
    CHECK(jammed());
}

}  // namespace sim::seats
