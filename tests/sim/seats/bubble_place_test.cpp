// What is said keeps off what must stay in sight, and points at who says it or at nobody.
#include "sim/seats/trainee/bubble_place.h"

#include <cmath>

#include <doctest/doctest.h>

using namespace sim::seats;
using engine::view::Point;
using engine::view::Rect;

namespace {

BubbleGround room() {
    BubbleGround ground;
    ground.free = {0, 0, 800, 500};
    return ground;
}

float away_from(const Rect& head, Point at) {
    return std::hypot(at.x - head.centre().x, at.y - head.centre().y);
}

}  // namespace

TEST_CASE("Words stand beside a head and point at it from the nearest edge") {
    BubbleGround ground = room();
    const Rect head{380, 240, 40, 40};
    ground.heads = {head};
    ground.kept = {kept_in_sight(head, 4, true)};
    const BubblePlace placed = place_bubble(ground, {200, 60}, head);
    CHECK(placed.clear);
    const auto tail = tail_of(ground, placed.box, head);
    REQUIRE(tail);
    CHECK_FALSE(placed.box.contains((*tail)[1]));
    CHECK(away_from(head, (*tail)[1]) < 20);
    CHECK(away_from(head, (*tail)[1]) > 12);
}

TEST_CASE("A device in the middle is spoken round, and what has no place beside it is not clear") {
    BubbleGround ground = room();
    ground.kept = {kept_in_sight({150, 60, 500, 440}, 1, true)};
    CHECK_FALSE(place_bubble(ground, {300, 200}, std::nullopt).clear);
    const BubblePlace line = place_bubble(ground, {400, 36}, std::nullopt);
    CHECK(line.clear);
    CHECK(line.box.bottom() <= 62);
}

TEST_CASE("No tail crosses another head or another's words, or reaches across the room") {
    BubbleGround ground = room();
    const Rect box{20, 20, 200, 60};
    const Rect head{320, 30, 40, 40};
    CHECK(tail_of(ground, box, head));
    ground.heads = {head, {255, 30, 40, 40}};
    CHECK_FALSE(tail_of(ground, box, head));
    ground.heads = {head};
    ground.taken = {{240, 20, 50, 60}};
    CHECK_FALSE(tail_of(ground, box, head));
    ground.taken.clear();
    CHECK_FALSE(tail_of(ground, box, {720, 30, 40, 40}));
}
