// The first minutes: every step is done with the thing that it points at, and is noticed.
#include "sim/seats/program/shell.h"
#include "tests/sim/seats/trainee_kit.h"

namespace sim::seats {

namespace {

struct Pupil {
    Shell shell;
    engine::view::Screen screen;

    Pupil()
        : shell(fresh()),
          screen([this](engine::view::Ui& ui) { draw_shell(ui, shell); }, {}, 1280, 800) {}

    static Shell fresh() {
        Shell shell;
        shell.keep = false;
        shell.desk.settings.language = "en";
        shell.saved = shell.desk.settings;
        shell.desk.reader = {engine::Translator("en", engine::translations_folder()), "en"};
        shell.start.drills = read_drills("scenarios");
        return shell;
    }
    std::size_t step() const { return shell.trainee->lesson.step; }
    /// Hands need a while, and so does who reads.
    void wait() {
        skip_to(*shell.live, shell.live->world().now + 10 * engine::second);
        screen.frames(150);
    }
    /// The step was done, and the next one that can be done here is shown.
    void goes_on(const std::string& name, int button = 0) {
        const std::size_t before = step();
        CAPTURE(before);
        REQUIRE_MESSAGE(screen.click(name, button), name);
        wait();
        CHECK(step() > before);
    }
};

}  // namespace

TEST_CASE(
    "The first minutes are done by clicks, leave nothing behind and lead to the first drill") {
    Pupil pupil;
    pupil.screen.frames(3);
    REQUIRE(pupil.screen.click("start.lesson"));
    REQUIRE(pupil.shell.live);
    CHECK_FALSE(pupil.shell.live->session->records());
    pupil.goes_on("trainee.view.power");
    const std::size_t naming = pupil.step();
    pupil.screen.move_to("plan.part.strip.switch");
    pupil.wait();
    CHECK(pupil.step() == naming + 1);
    pupil.goes_on("plan.part.strip.plug");
    pupil.goes_on("plan.part.wall.outlet_2");
    pupil.goes_on("plan.part.strip.switch");
    const std::size_t menu = pupil.step();
    CHECK(pupil.screen.click("plan.part.strip.switch", 1));
    pupil.wait();
    CHECK(pupil.step() == menu);
    pupil.screen.press("Esc");
    pupil.wait();
    CHECK(pupil.step() == menu + 1);
    const std::size_t named = pupil.step();
    pupil.screen.press("L");
    pupil.screen.press("L");
    pupil.wait();
    CHECK(pupil.step() > named);
    pupil.goes_on("plan.room");
    pupil.goes_on("plan.part.entrance_door");
    pupil.goes_on("plan.device.scanner");
    const std::size_t setting = pupil.step();
    CHECK(pupil.screen.find("trainee.where") == nullptr);
    pupil.screen.press("F10");
    pupil.screen.press("Esc");
    pupil.wait();
    CHECK(pupil.step() == setting + 1);
    pupil.goes_on("trainee.where");
    // Its middle is the place of a seal.
    const std::size_t closing = pupil.step();
    pupil.screen.press("Tab");
    pupil.screen.press("Enter");
    pupil.wait();
    CHECK(pupil.step() == closing + 1);
    pupil.screen.click("trainee.take.cloth");
    pupil.goes_on("trainee.take.cloth.list.cloth");
    pupil.goes_on("trainee.put_down");
    const std::size_t asking = pupil.step();
    pupil.screen.press("F7");
    pupil.wait();
    CHECK(pupil.step() == asking);
    pupil.screen.press("Esc");
    pupil.wait();
    CHECK(pupil.step() == asking + 1);
    const std::size_t freezing = pupil.step();
    CHECK(pupil.screen.click("band.rate"));
    pupil.screen.frames(2);
    CHECK(pupil.screen.click("trainee.rates.freeze"));
    pupil.wait();
    CHECK(pupil.screen.click("band.frozen"));
    pupil.wait();
    CHECK(pupil.step() == freezing + 2);
    CHECK(pupil.step() + 1 == lesson_length());
    CHECK(pupil.screen.click("lesson.next"));
    REQUIRE(pupil.shell.live);
    CHECK(pupil.shell.live->session->scenario().id != "first_minute");
    CHECK_FALSE(pupil.shell.trainee->lesson.on);
}

TEST_CASE("With the keyboard the next Tab goes to what the lesson points at") {
    Pupil pupil;
    pupil.shell.desk.request.kind = Request::Kind::lesson;
    pupil.screen.frames(3);
    const auto does = [&](std::initializer_list<const char*> keys) {
        const std::size_t before = pupil.step();
        CAPTURE(before);
        for (const char* key : keys) pupil.screen.press(key);
        pupil.wait();
        CHECK(pupil.step() > before);
    };
    does({"5"});
    does({"Tab"});
    does({"Tab", "Enter"});
    does({"Tab", "Enter"});
    does({"Tab", "Enter"});
    does({"Menu", "Esc"});
    does({"L", "L"});
    does({"Esc"});
    does({"Tab", "Enter"});
    does({"2"});
    does({"F10", "Esc"});
    does({"F4", "Enter"});
    does({"Tab", "Enter"});
    does({"Tab", "Enter", "Enter"});
    does({"G"});
    does({"F7", "Esc"});
    does({"F5"});
    does({"F5"});
    CHECK(pupil.step() + 1 == lesson_length());
}

TEST_CASE("The lesson is left and taken up again where it was") {
    Pupil pupil;
    pupil.shell.desk.request.kind = Request::Kind::lesson;
    pupil.screen.frames(3);
    pupil.goes_on("trainee.view.power");
    const std::size_t reached = pupil.step();
    CHECK(pupil.screen.click("lesson.leave"));
    CHECK_FALSE(pupil.shell.live);
    CHECK(pupil.screen.click("start.lesson"));
    CHECK(pupil.step() == reached);
    CHECK(pupil.screen.click("lesson.next"));
    CHECK(pupil.step() == reached + 1);
}

TEST_CASE("Who lets go of what the lesson put in the hand is asked to take it again") {
    Pupil pupil;
    pupil.shell.desk.request.kind = Request::Kind::lesson;
    pupil.screen.frames(3);
    pupil.goes_on("trainee.view.power");
    pupil.screen.move_to("plan.part.strip.switch");
    pupil.wait();
    const std::size_t taking = pupil.step();
    pupil.goes_on("plan.part.strip.plug");
    pupil.screen.press("G");
    pupil.screen.frames(3);
    CHECK(pupil.step() == taking);
}

}  // namespace sim::seats
