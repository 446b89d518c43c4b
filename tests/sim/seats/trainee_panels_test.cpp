#include <algorithm>
#include <string>

#include "tests/sim/seats/trainee_kit.h"

namespace sim::seats {

namespace {

std::string last_said(const Hand& hand) {
    return format_sentence(hand.live.layout(), hand.live.session->said().back().command);
}

}  // namespace

TEST_CASE("A step of the checklist is shown and then done by the hand") {
    Hand hand("opening");
    REQUIRE(hand.has("trainee.show_me"));
    CHECK(hand.click("trainee.show_me"));
    REQUIRE(hand.trainee.show.sentences.size() == 1);
    CHECK(hand.trainee.plan.target == hand.live.layout().find("commission"));
    const std::size_t said = hand.live.session->said().size();
    CHECK(hand.click("plan.part.commission"));
    REQUIRE(hand.live.session->said().size() == said + 1);
    CHECK(last_said(hand) == "as chair: convene commission");
    hand.finish_action();
    CHECK(hand.value("commission.convened") == 1);
    hand.screen.frames(2);
    CHECK(hand.trainee.show.step == nullptr);
}

TEST_CASE("Showing changes nothing but the note of it") {
    Hand hand("opening");
    World before = hand.world();
    CHECK(hand.click("trainee.show_me"));
    const World& after = hand.world();
    CHECK(after.commands == before.commands + 1);
    CHECK(last_said(hand).starts_with("as chair: hint chair 0"));
    CHECK(hand.value("commission.convened") == 0);
    // Looked at again it costs nothing and is not noted again.
    CHECK(hand.click("trainee.show_me"));
    CHECK(hand.world().commands == before.commands + 1);
}

TEST_CASE("In an exam a hint costs points and time cannot be stopped") {
    Hand hand("opening");
    hand.live.exam = true;
    hand.live.frozen = false;
    const Grade before = hand.live.session->grader().grade(hand.world());
    hand.screen.press("F5");
    CHECK_FALSE(hand.live.frozen);
    CHECK(hand.click("trainee.where"));
    CHECK(hand.click("trainee.show_me"));
    const Grade after = hand.live.session->grader().grade(hand.world());
    REQUIRE(after.lines.size() == before.lines.size() + 1);
    CHECK(after.lines.back().id == "hints");
    CHECK(after.lines.back().points == -3);
}

TEST_CASE("Practice can freeze while another window is in front, an exam cannot") {
    const auto leave = [](Hand& hand) {
        hand.live.frozen = false;
        engine::view::InputEvent event;
        event.kind = engine::view::InputEvent::Kind::focus;
        hand.screen.queue.push(event);
        hand.screen.frames(1);
        return hand.live.frozen;
    };
    Hand hand("paper_jam");
    CHECK_FALSE(leave(hand));
    hand.desk.settings.pause_away = true;
    CHECK(leave(hand));
    hand.live.exam = true;
    CHECK_FALSE(leave(hand));
}

TEST_CASE("Posts change by a click, and a busy one can be told to stop") {
    Hand hand("opening", true, 1920, 1080);
    CHECK(hand.click("trainee.post.secretary"));
    CHECK(hand.live.post == find_post("secretary"));
    CHECK(hand.click("trainee.post.chair"));
    CHECK(hand.click("trainee.show_me"));
    CHECK(hand.click("plan.part.commission"));
    REQUIRE(hand.has("trainee.stop.chair"));
    CHECK(hand.click("trainee.stop.chair"));
    CHECK_FALSE(hand.world().actors[0].busy);
    CHECK(hand.value("commission.convened") == 0);
}

TEST_CASE("What is refused is told with its reason") {
    Hand hand("opening");
    CHECK(hand.click("plan.device.room"));
    CHECK(hand.click("plan.part.safe"));
    REQUIRE_FALSE(hand.desk.toasts.empty());
    CHECK(hand.desk.toasts.back().text.find("seal") != std::string::npos);
    CHECK(hand.value("safe.open") == 0);
}

TEST_CASE("What passes by itself covers nothing that is worked with") {
    for (const auto& [width, height] :
         {std::pair{1280, 800}, std::pair{1024, 700}, std::pair{800, 600}}) {
        Hand hand("paper_jam", false, width, height);
        toast(hand.desk, hand.screen.host.ui(), engine::view::Status::info, "The seal is whole");
        hand.screen.frames(2);
        REQUIRE_FALSE(hand.desk.toasts.empty());
        const engine::view::Rect place = hand.desk.toasts.back().place;
        REQUIRE_FALSE(place.empty());
        for (const engine::view::Item& item : hand.screen.items().items) {
            const bool worked_with = item.name.starts_with("trainee.") && item.visible;
            if (worked_with)
                CHECK_MESSAGE(engine::view::common(place, item.rect).empty(), item.name);
        }
    }
}

TEST_CASE("A sheet that is closed gives the focus back to what opened it") {
    Hand hand("paper_jam");
    const auto& focus = hand.screen.host.ui().state.focus;
    for (int i = 0; i < 60 && focus != "trainee.support"; ++i) hand.screen.press("Tab");
    REQUIRE(focus == "trainee.support");
    hand.screen.press("Enter");
    hand.screen.press("Tab");
    REQUIRE(focus != "trainee.support");
    hand.screen.press("Esc");
    CHECK(focus == "trainee.support");
    CHECK(hand.click("trainee.log"));
    CHECK(hand.click("trainee.forms.close"));
    CHECK(focus == "trainee.log");
}

TEST_CASE("The log book is written by keyboard alone") {
    Hand hand("opening");
    hand.screen.press("F9");
    REQUIRE(hand.has("trainee.log_book.entry"));
    for (int i = 0; i < 40 && hand.screen.host.ui().state.focus != "trainee.log_book.entry"; ++i) {
        hand.screen.press("Tab");
    }
    hand.screen.type("Seal 104 compared");
    hand.screen.press("Enter");
    CHECK(last_said(hand) == "as chair: write log_book \"Seal 104 compared\"");
    hand.finish_action();
    CHECK(hand.value("log_book.entries") == 1);
    hand.screen.press("Esc");
    CHECK_FALSE(hand.has("trainee.log_book.entry"));
}

TEST_CASE("A figure that is no number is refused before it is said") {
    Hand hand("closing", true);
    hand.screen.press("F9");
    CHECK(hand.click("trainee.forms.tab.protocol"));
    CHECK(hand.click("trainee.protocol.received"));
    const std::size_t said = hand.live.session->said().size();
    hand.screen.type("12a");
    hand.screen.press("Enter");
    CHECK(hand.live.session->said().size() == said);
    CHECK(hand.trainee.said_at == hand.live.layout().find("protocol.received"));
}

TEST_CASE("A jam asks whether the ballot was counted, and never names the malfunction") {
    Hand hand("paper_jam");
    hand.until(*engine::parse_clock("10:30"));
    REQUIRE(hand.has("trainee.counted.again"));
    // It came by itself: what the mouse was about to click elsewhere answers nothing.
    CHECK_FALSE(hand.screen.find("trainee.counted.counted")->enabled);
    hand.screen.frames(60);
    for (const engine::view::Item& item : hand.screen.items().items) {
        CHECK(item.name.find("jam_entry") == std::string::npos);
    }
    // Choices look alike and none is chosen; only what cannot be done yet waits, and says why.
    for (const char* name : {"again", "counted", "emergency", "another"}) {
        const auto* item = hand.screen.find("trainee.counted." + std::string(name));
        REQUIRE(item != nullptr);
        CHECK(item->enabled == (std::string(name) != "again"));
        CHECK_FALSE(item->selected);
    }
    // The first hint names the step; before it nothing of the recovery stands in the list.
    CHECK_FALSE(hand.trainee.hints.size() > 0);
    hand.trainee.side = SideTab::checklist;
    hand.screen.frames(2);
    CHECK_FALSE(hand.has("trainee.where"));
    CHECK(hand.click("trainee.nudge"));
    CHECK(hand.has("trainee.where"));
}

TEST_CASE("The choice on the ballot is said to the voter") {
    Hand hand("paper_jam");
    hand.until(*engine::parse_clock("10:30"));
    REQUIRE(hand.has("trainee.counted.counted"));
    hand.screen.frames(60);
    CHECK(hand.click("trainee.counted.counted"));
    const std::size_t before = hand.live.session->said().size();
    CHECK(hand.screen.find("trainee.counted.counted")->help.find("Once more") == 0);
    CHECK(hand.click("trainee.counted.counted"));
    CHECK(hand.live.session->said().size() == before + 1);
    bool said = false;
    for (const Said& one : hand.live.session->said()) {
        said = said || format_sentence(hand.live.layout(), one.command) ==
                           "as scanner_operator: tell scanner.voter ballot_counted";
    }
    CHECK(said);
}

TEST_CASE("Skipping stops at what needs a person, and says what it was") {
    Hand hand("paper_jam");
    const auto stops = [&](const char* because) {
        const Time from = hand.world().now;
        hand.screen.press("Ctrl+Right");
        // Who stands there already is shown first.
        const auto told = [&](const char* words) {
            return !hand.desk.toasts.empty() &&
                   hand.desk.toasts.back().text.find(words) != std::string::npos;
        };
        if (told("Skip once more")) hand.screen.press("Ctrl+Right");
        for (int i = 0; i < 2000 && hand.trainee.skip.on; ++i) hand.screen.frames(1);
        CHECK_FALSE(hand.trainee.skip.on);
        CHECK(hand.world().now > from);
        REQUIRE_FALSE(hand.desk.toasts.empty());
        CHECK_MESSAGE(told(because), hand.desk.toasts.back().text);
    };
    stops("Somebody waits for you");
    stops("What you were doing is done");
    stops("Somebody waits for you");
    stops("A ballot needs you");
}

TEST_CASE("Hands that are busy say what with, and for how long") {
    Hand hand("paper_jam");
    hand.until(*engine::parse_clock("10:30"));
    Scene scene{hand.screen.host.ui(), hand.desk, hand.live, hand.trainee};
    CHECK(act_as(scene, "as secretary: witness scanner.seal_cover"));
    CHECK_FALSE(act_as(scene, "as secretary: witness scanner.seal_box"));
    CHECK_MESSAGE(hand.trainee.said.find("left)") != std::string::npos, hand.trainee.said);
}

TEST_CASE("At the end the way leads to the result") {
    Hand hand("opening");
    hand.until(hand.live.setup().latest_end);
    REQUIRE(hand.live.session->finished());
    hand.screen.frames(2);
    REQUIRE(hand.has("trainee.end.result"));
    CHECK(hand.click("trainee.end.result"));
    CHECK(hand.desk.request.kind == Request::Kind::end_drill);
}

TEST_CASE("Nothing hidden is shown: the feed holds what everyone may know") {
    Hand hand("paper_jam");
    hand.until(*engine::parse_clock("10:25"));
    REQUIRE_FALSE(hand.trainee.feed.empty());
    for (const FeedLine& line : hand.trainee.feed) {
        CHECK(spec(line.seen.message).audience == Audience::everyone);
    }
}

TEST_CASE("What is found by its word among all that can be done is found once") {
    Hand hand("opening", true);
    hand.screen.press("/");
    hand.screen.type("commission");
    const std::vector<engine::view::Item>& items = hand.screen.items().items;
    const auto convene = [](const engine::view::Item& item) {
        return item.name == "trainee.acts.commission.convene";
    };
    CHECK(std::count_if(items.begin(), items.end(), convene) == 1);
}

TEST_CASE("Who waits is called to a terminal by button, by key and by a click on those who wait") {
    Hand hand("no_match");
    hand.until(*engine::parse_clock("09:12"));
    REQUIRE(hand.value("queue.desk") == 2);
    // Skipping would leave them: one is told first.
    hand.screen.press("Ctrl+Right");
    hand.screen.frames(3);
    CHECK(hand.world().now == *engine::parse_clock("09:12"));
    CHECK(hand.click("trainee.call.terminal_2"));
    hand.pass(10 * engine::second);
    CHECK(hand.value("terminal_2.voter_waiting") == 1);
    CHECK_FALSE(hand.screen.find("trainee.call.terminal_2")->enabled);
    CHECK(hand.screen.find("trainee.call.terminal_1")->enabled);
    hand.screen.press("N");
    hand.pass(10 * engine::second);
    CHECK(hand.value("terminal_1.voter_waiting") == 1);
    CHECK(hand.value("queue.desk") == 0);
    CHECK_FALSE(hand.has("trainee.call.here"));
}

TEST_CASE("A device's label and its row in the station panel say the same") {
    Hand hand("closing");
    hand.until(*engine::parse_clock("20:05"));
    hand.screen.frames(3);
    int compared = 0;
    for (const DeviceSpec& device : hand.live.layout().devices) {
        const engine::view::Item* label = hand.screen.find("plan.device." + device.name);
        const engine::view::Item* row = hand.screen.find("trainee.station." + device.name);
        if (label == nullptr || row == nullptr) continue;
        CHECK(row->label == device.label.in("en") + ": " + label->value);
        ++compared;
    }
    CHECK(compared >= 3);
}

}  // namespace sim::seats
