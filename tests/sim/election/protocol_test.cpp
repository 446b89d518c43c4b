#include "sim/election/protocol.h"

#include <doctest/doctest.h>
#include "sim/election/tally.h"

using namespace sim;

namespace {

Sheet marked(std::initializer_list<std::int16_t> marks) {
    Sheet sheet;
    std::size_t at = 0;
    for (const std::int16_t mark : marks) sheet.marks[at++] = mark;
    sheet.place = SheetPlace::box;
    return sheet;
}

/// A protocol that adds up: 10 sheets, 7 issued, one of them spoiled.
Count whole() {
    Count count;
    const auto write = [&](const char* name, std::int64_t value) {
        protocol_write(count, protocol_line(name).value(), value);
    };
    for (const char* name : {"added", "issued_early", "issued_outside", "mobile", "stationary"}) {
        write(name, 0);
    }
    write("voters_in_list", 20);
    write("received", 10);
    write("issued_station", 7);
    write("voters_total", 6);
    write("cancelled", 3);
    write("spoiled", 1);
    write("scanner", 5);
    write("emergency", 1);
    write("valid", 5);
    write("invalid", 1);
    write("candidate_1", 2);
    write("candidate_2", 3);
    write("machine_ballots", 5);
    write("machine_invalid", 1);
    write("machine_1", 2);
    write("machine_2", 2);
    count.machine_hand = {{2, 2}, 4, 1};
    return count;
}

std::int64_t gap(const Count& count, ControlSum sum) {
    return protocol_difference(count, sum, 2);
}

}  // namespace

TEST_CASE("a person reads the one mark, also a faint one and one with a tail") {
    CHECK(read_by_hand(marked({0, 300, 0}), 3) == 1);
    CHECK(read_by_hand(marked({0, 25, 0}), 3) == 1);
    CHECK(read_by_hand(marked({120, 300, 0}), 3) == 1);
    CHECK(read_by_hand(marked({10, 300, 0}), 1) == -1);
}

TEST_CASE("a person takes blank, overmarked and unprinted sheets for invalid") {
    CHECK(read_by_hand(marked({0, 0, 0}), 3) == -1);
    CHECK(read_by_hand(marked({0, 19, 0}), 3) == -1);
    CHECK(read_by_hand(marked({250, 300, 0}), 3) == -1);
    CHECK(read_by_hand(marked({150, 300, 0}), 3) == -1);
    Sheet unprinted = marked({0, 300, 0});
    unprinted.blank_paper = 1;
    CHECK(read_by_hand(unprinted, 3) == -1);
    CHECK(read_by_hand(marked({300}), 0) == -1);
}

TEST_CASE("the hand count takes the sheets of one place and leaves test ballots out") {
    engine::Blocks<Sheet> sheets;
    sheets.push_back(marked({300, 0}));
    sheets.push_back(marked({0, 300}));
    sheets.push_back(marked({0, 0}));
    sheets.push_back(marked({0, 300}));
    sheets.edit(3).test = 1;
    sheets.push_back(marked({0, 300}));
    sheets.edit(4).place = SheetPlace::emergency_bin;
    HandTally tally;
    CHECK(count_by_hand(sheets, SheetPlace::box, 2, tally) == 3);
    CHECK(tally.votes[0] == 1);
    CHECK(tally.votes[1] == 1);
    CHECK(tally.valid == 2);
    CHECK(tally.invalid == 1);
    CHECK(sheets_at(sheets, SheetPlace::box) == 3);
    CHECK(sheets_at(sheets, SheetPlace::spoiled) == 0);
}

TEST_CASE("each line of the protocol is its own") {
    CHECK_FALSE(protocol_line("candidate_0"));
    CHECK_FALSE(protocol_line("candidate_13"));
    CHECK_FALSE(protocol_line("candidate_1x"));
    CHECK_FALSE(protocol_line("nothing"));
    Count count = whole();
    CHECK(count.protocol.received == 10);
    CHECK(count.protocol.candidates[1] == 3);
    CHECK(count.protocol.machine[0] == 2);
    CHECK(protocol_complete(count.written, 2));
    CHECK_FALSE(protocol_complete(count.written, 3));
    CHECK(protocol_holds(count, protocol_line("valid").value(), 5));
    CHECK_FALSE(protocol_holds(count, protocol_line("valid").value(), 4));
    CHECK_FALSE(protocol_holds(Count{}, protocol_line("added").value(), 0));
}

TEST_CASE("the control sums of a right protocol hold") {
    const Count count = whole();
    for (std::size_t i = 0; i < control_sum_count; ++i) {
        CHECK(gap(count, static_cast<ControlSum>(i)) == 0);
    }
    CHECK(protocol_accounted(count, 2));
}

TEST_CASE("each wrong figure breaks its own control sum") {
    const auto broken = [](const char* name, std::int64_t value, ControlSum sum) {
        Count count = whole();
        protocol_write(count, protocol_line(name).value(), value);
        CHECK_FALSE(protocol_accounted(count, 2));
        return gap(count, sum);
    };
    CHECK(broken("cancelled", 2, ControlSum::ballots) == 1);
    CHECK(broken("voters_total", 5, ControlSum::voters) == 1);
    CHECK(broken("emergency", 0, ControlSum::boxes) == -1);
    CHECK(broken("invalid", 3, ControlSum::valid) == 2);
    CHECK(broken("candidate_1", 4, ControlSum::candidates) == 2);
    CHECK(broken("machine_2", 0, ControlSum::machine) == 2);
    CHECK(broken("machine_ballots", 6, ControlSum::machine) == 1);
}

TEST_CASE("an explained difference is accounted for") {
    Count count = whole();
    protocol_write(count, protocol_line("machine_ballots").value(), 6);
    CHECK_FALSE(protocol_accounted(count, 2));
    count.explained = 1U << static_cast<unsigned>(ControlSum::machine);
    CHECK(protocol_accounted(count, 2));
}
