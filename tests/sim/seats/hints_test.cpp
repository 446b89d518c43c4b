// Hints in the room: what is asked for is found, and what cannot be shown costs nothing.
#include "sim/seats/trainee/scene.h"
#include "tests/sim/seats/trainee_kit.h"

namespace sim::seats {

TEST_CASE("Where something is that has no form in the room is told in the list of parts") {
    Hand hand("opening");
    hand.screen.host.ui().space_works = true;
    hand.screen.frames(3);
    REQUIRE(hand.click("trainee.where"));
    hand.screen.frames(3);
    const engine::view::Item* row = hand.screen.find("plan.list.commission");
    REQUIRE(row != nullptr);
    CHECK(row->visible);
    CHECK(hand.click("trainee.show_me"));
    hand.screen.frames(3);
    CHECK(hand.has("plan.list.commission"));
}

TEST_CASE("A hint at what no act does is not given, and costs nothing") {
    Hand hand("opening");
    hand.live.exam = true;
    hand.screen.frames(3);
    REQUIRE(hand.click("trainee.step.objectives.open_in_time"));
    hand.screen.frames(2);
    const std::size_t said = hand.live.session->said().size();
    REQUIRE(hand.click("trainee.where"));
    CHECK(hand.trainee.hints.empty());
    CHECK(hand.live.session->said().size() == said);
    CHECK_FALSE(hand.desk.toasts.empty());
}

}  // namespace sim::seats
