#include <algorithm>

#include "sim/recording/recording.h"
#include "sim/recording/verify.h"
#include "sim/seats/instructor/state.h"
#include "sim/station/sentence.h"
#include "tests/sim/seats/instructor_kit.h"

using namespace sim;
using namespace sim::seats;
using sim::seats::test::InstructorKit;

namespace {

constexpr const char* jam = "scanner_jam_entry";

}  // namespace

TEST_CASE("a malfunction is chosen, injected by a click, seen in play, cleared and undone") {
    InstructorKit kit;
    CHECK(kit.find("fault.inject") == nullptr);
    kit.choose_fault("scanner_dirty_glass");
    CHECK(kit.seen(Message::injected) == 0);
    kit.click("fault.inject");
    CHECK(kit.seen(Message::injected) == 1);
    REQUIRE(kit.find("play.1.clear") != nullptr);
    CHECK(signal(kit.live.world(), "faults.active") == 1);
    kit.click("play.1.clear");
    CHECK(kit.seen(Message::cleared) == 1);
    CHECK(signal(kit.live.world(), "faults.active") == 0);
    CHECK(kit.find("play.1.clear") == nullptr);
    kit.click("fault.inject");
    kit.press("Ctrl+Z");
    CHECK(kit.seen(Message::cleared) == 2);
    CHECK(signal(kit.live.world(), "faults.active") == 0);
    kit.press("Ctrl+Z");
    CHECK(kit.seen(Message::cleared) == 2);
}

TEST_CASE("the catalogue is searched by a word of a sign and filtered by device and difficulty") {
    InstructorKit kit;
    const auto shown = [&] {
        std::vector<const FaultSpec*> all;
        for (const FaultSpec& fault : kit.live.setup().faults) {
            if (kit.find("fault." + fault.id) != nullptr) all.push_back(&fault);
        }
        return all;
    };
    REQUIRE(shown().size() == kit.live.setup().faults.size());
    kit.click("faults.device");
    kit.click("faults.device.list.transmitter");
    REQUIRE_FALSE(shown().empty());
    for (const FaultSpec* fault : shown()) CHECK(fault->device_class == DeviceClass::transmitter);
    kit.click("faults.difficulty");
    kit.click("faults.difficulty.list.3");
    REQUIRE_FALSE(shown().empty());
    for (const FaultSpec* fault : shown()) {
        CHECK(fault->device_class == DeviceClass::transmitter);
        CHECK(fault->difficulty == 3);
    }
    kit.click("faults.search");
    kit.type("no such word");
    CHECK(shown().empty());
    kit.click("faults.all");
    CHECK(shown().size() == kit.live.setup().faults.size());
    kit.click("faults.search");
    kit.type("lights of the room");
    REQUIRE(shown().size() >= 1);
    CHECK(shown().front()->id == "power_cut");
}

TEST_CASE("an entry for reference is read, and neither injected nor armed") {
    InstructorKit kit;
    kit.choose_fault("room_fleet_rates");
    CHECK(kit.find("fault.inject") == nullptr);
    CHECK(kit.find("fault.arm") == nullptr);
    kit.press("Shift+Enter");
    CHECK_FALSE(kit.instructor.state->form.open);
    kit.click("faults.search");
    kit.press("Enter");
    kit.press("Enter");
    CHECK(kit.seen(Message::injected) == 0);
}

TEST_CASE("by keyboard alone: search, inject with Enter, arm with Shift+Enter") {
    InstructorKit kit;
    kit.press("/");
    kit.type("power cut");
    kit.press("Enter");
    CHECK(kit.seen(Message::injected) == 0);
    kit.press("Enter");
    REQUIRE(kit.seen(Message::injected) == 1);
    CHECK(signal(kit.live.world(), "mains.live") == 0);
    kit.press("Shift+Enter");
    REQUIRE(kit.find("form.go") != nullptr);
    kit.press("Shift+Enter");
    CHECK(kit.find("form.go") == nullptr);
    CHECK(kit.live.arms.size() == 1);
}

TEST_CASE("armed at a time of day: injected at that very moment, whatever the rate") {
    InstructorKit kit;
    auto& form = kit.instructor.state->form;
    kit.choose_fault("scanner_dirty_glass");
    kit.click("fault.arm");
    form.at = "10:03:20";
    kit.frames(1);
    kit.click("form.go");
    CHECK(kit.seen(Message::injected) == 0);
    REQUIRE(kit.find("arm.1.disarm") != nullptr);
    kit.run_to("10:09");
    REQUIRE(kit.seen(Message::injected) == 1);
    const auto& perturbations = kit.live.world().perturbations;
    CHECK(perturbations.back().start == *engine::parse_clock("10:03:20"));
    CHECK(kit.find("arm.1.disarm") == nullptr);
}

TEST_CASE("armed by a reading: injected when it has come so far; disarmed: never") {
    InstructorKit kit;
    auto& form = kit.instructor.state->form;
    const std::int64_t now = signal(kit.live.world(), "scanner.ballots");
    for (const char* fault : {"scanner_dirty_glass", "scanner_double_feed"}) {
        kit.choose_fault(fault);
        kit.click("fault.arm");
        form.when = seats::Form::When::reading;
        form.value = std::to_string(now + 2);
        kit.frames(2);
        kit.click("form.go");
    }
    CHECK(kit.seen(Message::injected) == 0);
    kit.click("arm.2.disarm");
    kit.run_to("10:14");
    CHECK(signal(kit.live.world(), "scanner.ballots") > now + 2);
    CHECK(kit.seen(Message::injected) == 1);
}

TEST_CASE("what comes and goes is injected again and again, for so long each time") {
    InstructorKit kit;
    auto& form = kit.instructor.state->form;
    kit.choose_fault("scanner_dirty_glass");
    kit.click("fault.arm");
    form.when = seats::Form::When::now;
    form.repeats = true;
    form.duration = "30 s";
    form.off = "90 s";
    form.times = "3";
    kit.frames(1);
    kit.click("form.go");
    CHECK(kit.seen(Message::injected) == 1);
    CHECK(signal(kit.live.world(), "faults.active") == 1);
    kit.run_to("10:01");
    CHECK(signal(kit.live.world(), "faults.active") == 0);
    kit.run_to("10:02:10");
    CHECK(signal(kit.live.world(), "faults.active") == 1);
    kit.run_to("10:12");
    CHECK(kit.seen(Message::injected) == 3);
}

TEST_CASE("a form that cannot be says why and arms nothing") {
    InstructorKit kit;
    auto& form = kit.instructor.state->form;
    kit.choose_fault("scanner_dirty_glass");
    kit.click("fault.arm");
    form.at = "09:00";
    kit.frames(1);
    CHECK_FALSE(kit.find("form.go")->enabled);
    CHECK(kit.find("form.go")->help.find("09:00") != std::string::npos);
    form.at = "10:05";
    form.strengths.front() = "much";
    kit.frames(1);
    CHECK_FALSE(kit.find("form.go")->enabled);
    form.strengths.front() = "80 %";
    kit.frames(1);
    CHECK(kit.find("form.go")->enabled);
    kit.click("form.back");
    CHECK(kit.live.arms.empty());
}

TEST_CASE("signs, response and the line that matters follow the station") {
    InstructorKit kit;
    const seats::Watch& watch = kit.instructor.state->watch;
    CHECK(now_line(watch, kit.live, kit.desk.reader).need != Need::unnoticed);
    for (int i = 0; i < 20 && choice(kit.live.world(), "scanner.screen") != "jam"; ++i) {
        skip_to(kit.live, kit.live.world().now + engine::minute);
        kit.frames(1);
    }
    REQUIRE(choice(kit.live.world(), "scanner.screen") == "jam");
    skip_to(kit.live, kit.live.world().now + engine::minute);
    kit.frames(1);
    CHECK(now_line(watch, kit.live, kit.desk.reader).need == Need::unnoticed);
    REQUIRE(watch.in_play.size() == 1);
    const FaultSpec& fault =
        kit.live.setup().faults[static_cast<std::size_t>(watch.in_play.front().fault)];
    CHECK(fault.id == jam);
    CHECK(state_of(watch.in_play.front(), fault, 1) == ResponseState::next);
    CHECK(state_of(watch.in_play.front(), fault, 2) == ResponseState::later);
    CHECK_FALSE(say(kit.live, "as secretary: witness scanner.seal_cover", Seat::trainee));
    skip_to(kit.live, kit.live.world().now + engine::minute);
    kit.frames(1);
    CHECK(state_of(watch.in_play.front(), fault, 1) == ResponseState::done);
    CHECK(state_of(watch.in_play.front(), fault, 2) == ResponseState::next);
    CHECK(now_line(watch, kit.live, kit.desk.reader).need == Need::handling);
}

TEST_CASE("back to a bookmark: asked first, then a branch that is recorded and verified") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "branch.drill";
    InstructorKit kit("en", 1280, 800, 100, file.string());
    kit.run_to("10:04");
    kit.press("B");
    kit.choose_fault("scanner_dirty_glass");
    kit.click("fault.inject");
    kit.run_to("10:08");
    kit.click("time.back");
    kit.click("back.bookmark.1");
    CHECK(kit.live.world().now == *engine::parse_clock("10:08"));
    kit.click("back.stay");
    CHECK(kit.live.session->branch() == 0);
    kit.click("time.back");
    kit.click("back.bookmark.1");
    kit.click("back.go");
    CHECK(kit.live.session->branch() == 1);
    CHECK(kit.live.world().now == *engine::parse_clock("10:04"));
    CHECK(kit.live.frozen);
    // The injection was said at that very moment, but after the bookmark.
    CHECK(kit.seen(Message::injected) == 0);
    CHECK(kit.seen(Message::bookmark) == 1);
    CHECK(kit.find("play.1.clear") == nullptr);
    kit.run_to("10:06");
    kit.live.session->end();
    const Verification result = verify(Recording::open(file));
    CHECK(result.good());
    CHECK(result.branches == 2);
}

TEST_CASE("going back arms again what was injected later") {
    InstructorKit kit;
    auto& form = kit.instructor.state->form;
    kit.choose_fault("scanner_dirty_glass");
    kit.click("fault.arm");
    form.at = "10:05";
    kit.frames(1);
    kit.click("form.go");
    kit.run_to("10:07");
    CHECK(kit.seen(Message::injected) == 1);
    kit.click("time.back");
    kit.click("back.before.1");
    kit.click("back.go");
    CHECK(kit.seen(Message::injected) == 0);
    CHECK(kit.find("arm.1.disarm") != nullptr);
    kit.run_to("10:06");
    CHECK(kit.seen(Message::injected) == 1);
}

TEST_CASE("a reading lies and tells the truth again") {
    InstructorKit kit;
    const std::int64_t ballots = signal(kit.live.world(), "scanner.ballots");
    kit.click("detail.readings");
    kit.click("readings.search");
    kit.type("scanner.ballots");
    kit.click("reading.scanner.ballots");
    kit.instructor.state->reading_value = "7";
    kit.frames(1);
    kit.click("reading.override");
    CHECK(signal(kit.live.world(), "scanner.ballots") == 7);
    CHECK(kit.seen(Message::overridden) == 1);
    kit.click("reading.restore");
    CHECK(signal(kit.live.world(), "scanner.ballots") == ballots);
}

TEST_CASE("a post is given to the trainee and back to the expert") {
    InstructorKit kit;
    CHECK_FALSE(kit.live.session->crew().holds_post(static_cast<PostId>(Post::chair)));
    kit.click("post.chair.trainee");
    CHECK(kit.live.session->crew().holds_post(static_cast<PostId>(Post::chair)));
    kit.click("post.chair.expert");
    CHECK_FALSE(kit.live.session->crew().holds_post(static_cast<PostId>(Post::chair)));
    CHECK(kit.seen(Message::post_assigned) == 2);
}

TEST_CASE("time: freeze, rate, skip; notes and messages; the trainee's seat") {
    InstructorKit kit;
    kit.press("F5");
    CHECK_FALSE(kit.live.frozen);
    kit.press("F5");
    CHECK(kit.live.frozen);
    kit.click("time.rate.10");
    CHECK(kit.live.rate == 10);
    const Time from = kit.live.world().now;
    kit.click("time.skip");
    kit.click("skip.5");
    for (int i = 0; i < 200 && kit.instructor.state->skip_until >= 0; ++i) kit.frames(1);
    CHECK(kit.live.world().now == from + 5 * engine::minute);
    kit.press("N");
    kit.type("B is only a letter here");
    kit.press("Enter");
    CHECK(kit.seen(Message::note) == 1);
    CHECK(kit.seen(Message::bookmark) == 0);
    kit.press("F8");
    kit.type("Well done");
    kit.press("Enter");
    REQUIRE(kit.seen(Message::instructor_message) == 1);
    CHECK(kit.live.session->said().back().command.words == "Well done");
    kit.press("F11");
    CHECK(kit.desk.request.kind == Request::Kind::seat);
    CHECK(kit.desk.request.seat == SeatId::trainee);
}
