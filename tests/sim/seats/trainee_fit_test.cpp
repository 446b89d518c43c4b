#include <string>
#include <tuple>

#include "tests/sim/seats/trainee_kit.h"

namespace sim::seats {

namespace {

void check_whole(const Hand& hand, const std::string& where) {
    for (const engine::view::CutText& cut : hand.screen.items().cut) {
        FAIL_CHECK(where << ": cut: " << cut.text);
    }
}

void walk_pages(Hand& hand, const std::string& where) {
    check_whole(hand, where);
    for (const char* page : {"checklist", "ballot", "people", "station", "events", "plan"}) {
        if (hand.click("trainee.page." + std::string(page))) {
            check_whole(hand, where + " " + page);
        }
    }
    for (const char* tab :
         {"trainee.left.events", "trainee.left.ballot", "trainee.right.person",
          "trainee.right.posts", "trainee.right.station", "trainee.left.checklist"}) {
        if (hand.click(tab)) check_whole(hand, where + " " + tab);
    }
}

void walk_sheets(Hand& hand, const std::string& where) {
    for (const char* key : {"F7", "F9", "/", "F2"}) {
        hand.screen.press(key);
        check_whole(hand, where + " " + key);
        for (const char* tab : {"incident", "seals", "protocol", "papers"}) {
            if (hand.click("trainee.forms.tab." + std::string(tab))) {
                check_whole(hand, where + " " + tab);
            }
        }
        for (const char* tab : {"radio", "chair"}) {
            if (hand.click("trainee.talk.tab." + std::string(tab))) {
                check_whole(hand, where + " " + tab);
            }
        }
        hand.screen.press("Esc");
        hand.screen.press("Esc");
    }
}

}  // namespace

TEST_CASE("No text is cut in any language at any size") {
    using Size = std::tuple<int, int, float>;
    for (const std::string language : {"en", "ru", "ky"}) {
        for (const auto& [width, height, scale] :
             {Size{1280, 800, 1.0F}, Size{1024, 700, 1.0F}, Size{1920, 1080, 1.0F},
              Size{1280, 800, 2.0F}, Size{1024, 700, 2.0F}, Size{1920, 1080, 2.0F}}) {
            const std::string where = language + " " + std::to_string(width) + "x" +
                                      std::to_string(height) + " " +
                                      std::to_string(static_cast<int>(100 * scale)) + " %";
            engine::view::Looks looks;
            looks.scale = scale;
            Hand hand("paper_jam", true, width, height, looks, language);
            // The longer words have to do with less room.
            hand.desk.settings.captions = language != "en";
            walk_pages(hand, where);
            skip_to(hand.live, *engine::parse_clock("10:30"));
            hand.screen.press("2");
            walk_pages(hand, where + " jam");
            walk_sheets(hand, where);
        }
    }
}

TEST_CASE("In a low window the list keeps its room beside a device with a screen") {
    engine::view::Looks looks;
    looks.scale = 2;
    Hand hand("no_match", false, 1920, 1080, looks, "ru");
    hand.until(*engine::parse_clock("09:20"));
    REQUIRE(hand.click("plan.device.terminal_1"));
    const engine::view::Item* skip = hand.screen.find("trainee.call.here");
    const engine::view::Item* room = hand.screen.find("trainee.view.room");
    REQUIRE(skip != nullptr);
    REQUIRE(room != nullptr);
    CHECK(skip->rect.bottom() < room->rect.y);
}

}  // namespace sim::seats
