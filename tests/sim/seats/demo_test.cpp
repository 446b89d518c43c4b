// A step is shown on a copy of the world: the drill does not notice.
#include "tests/sim/seats/trainee_kit.h"

namespace sim::seats {

TEST_CASE("A step that is shown is seen done, and is undone") {
    Hand hand("opening");
    hand.live.frozen = false;
    const auto convened = [&] { return hand.screen.find("trainee.demo.stop") != nullptr; };
    REQUIRE(hand.click("trainee.show_me"));
    REQUIRE(hand.click("trainee.show.watch"));
    REQUIRE(hand.trainee.demo.world);
    CHECK(hand.live.frozen);
    const std::int64_t commands = hand.world().commands;
    const Time now = hand.world().now;
    bool done = false;
    for (int i = 0; i < 2000 && hand.trainee.demo.world; ++i) {
        hand.screen.frames(1);
        done = done || (hand.trainee.demo.world && hand.trainee.demo.world->commands > commands);
        CHECK(convened() == (hand.trainee.demo.world != nullptr));
    }
    CHECK(done);
    CHECK_FALSE(hand.trainee.demo.world);
    CHECK_FALSE(hand.live.frozen);
    CHECK(hand.world().now - now < engine::second);
    // Time goes on, said by the instructor's seat, and nothing else was said.
    CHECK(hand.world().commands == commands + 1);
}

TEST_CASE("What is being shown is left with Esc, and hands do nothing meanwhile") {
    Hand hand("opening");
    REQUIRE(hand.click("trainee.show_me"));
    REQUIRE(hand.click("trainee.show.watch"));
    const std::int64_t commands = hand.world().commands;
    hand.click("trainee.support");
    CHECK(hand.world().commands == commands);
    hand.screen.press("Esc");
    CHECK_FALSE(hand.trainee.demo.world);
    CHECK(hand.live.frozen);
}

TEST_CASE("In an exam nothing is done for anybody") {
    Hand hand("opening");
    hand.live.exam = true;
    hand.screen.frames(2);
    REQUIRE(hand.click("trainee.show_me"));
    CHECK_FALSE(hand.has("trainee.show.watch"));
}

}  // namespace sim::seats
