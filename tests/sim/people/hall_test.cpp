#include "sim/people/hall.h"

#include <doctest/doctest.h>

namespace sim {
namespace {

Hall hall_with(int voters) {
    Hall hall;
    for (int i = 0; i < voters; ++i) {
        hall.voters.push_back({});
        hall.desk_queue.push_back(static_cast<VoterId>(i));
    }
    return hall;
}

TEST_CASE("a voter stands in one place at a time") {
    Hall hall = hall_with(3);
    move_to(hall, 1, VoterPlace::terminal, 5, 1);
    CHECK(hall.desk_queue == std::vector<VoterId>{0, 2});
    CHECK(hall.at_terminal[1] == 1);
    move_to(hall, 1, VoterPlace::list_queue, 6);
    CHECK(hall.at_terminal[1] == no_voter);
    CHECK(hall[1].terminal == 1);
    move_to(hall, 1, VoterPlace::list_desk, 7);
    CHECK(hall.list_queue.empty());
    CHECK(hall.at_list == 1);
    move_to(hall, 1, VoterPlace::booth_queue, 8);
    CHECK(hall.at_list == no_voter);
    move_to(hall, 1, VoterPlace::booth, 9);
    CHECK(hall.booths_taken == 1);
    move_to(hall, 1, VoterPlace::scanner_queue, 10);
    CHECK(hall.booths_taken == 0);
    move_to(hall, 1, VoterPlace::scanner, 11);
    CHECK(hall.at_scanner == 1);
    move_to(hall, 1, VoterPlace::gone, 12);
    CHECK(hall.at_scanner == no_voter);
    CHECK(hall[1].since == 12);
}

TEST_CASE("moving makes earlier timers stale") {
    Hall hall = hall_with(1);
    const std::uint32_t token = hall[0].token;
    move_to(hall, 0, VoterPlace::terminal, 1, 0);
    CHECK(hall[0].token != token);
}

TEST_CASE("whoever leaves the middle of a queue leaves the others in order") {
    Hall hall = hall_with(4);
    move_to(hall, 2, VoterPlace::gone, 1);
    CHECK(hall.desk_queue == std::vector<VoterId>{0, 1, 3});
}

TEST_CASE("a hall saved and loaded is the same") {
    Hall hall = hall_with(70);
    move_to(hall, 5, VoterPlace::terminal, 3, 0);
    Hall copy;
    engine::load(copy, engine::save(hall));
    CHECK(engine::hash_of(copy) == engine::hash_of(hall));
    CHECK(copy.at_terminal[0] == 5);
}

TEST_CASE("every place and step has a name") {
    CHECK(voter_place_names().size() == static_cast<std::size_t>(VoterPlace::gone) + 1);
    CHECK(scanner_step_names().size() == static_cast<std::size_t>(ScannerStep::returned) + 1);
}

}  // namespace
TEST_CASE("each scanner has a place of its own") {
    Hall hall = hall_with(2);
    hall.more_scanners.resize(1);
    move_to(hall, 0, VoterPlace::scanner, 1);
    move_to(hall, 1, VoterPlace::scanner, 2, 1);
    CHECK(hall.voter_at(0) == 0);
    CHECK(hall.voter_at(1) == 1);
    CHECK(hall.scanner_of(1) == 1);
    CHECK(hall.scanner_of(0) == 0);
    move_to(hall, 1, VoterPlace::gone, 3);
    CHECK(hall.voter_at(1) == no_voter);
    CHECK(hall.voter_at(0) == 0);
}

}  // namespace sim
