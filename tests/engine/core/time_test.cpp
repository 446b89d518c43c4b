#include "engine/core/time.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace engine;

namespace {

struct Row {
    std::string text;
    Time value;
};

}  // namespace

TEST_CASE("a clock text is a moment of polling day") {
    const std::array<Row, 12> rows = {
        {{"00:00", 0},
         {"06:30", 6 * hour + 30 * minute},
         {"06:30:05", 6 * hour + 30 * minute + 5 * second},
         {"06:30:05.5", 6 * hour + 30 * minute + 5 * second + 500 * millisecond},
         {"06:30:05.000001", 6 * hour + 30 * minute + 5 * second + 1},
         {"23:59:59.999999", day - 1},
         {"26:30", 26 * hour + 30 * minute},
         {"99:59", 99 * hour + 59 * minute},
         {"-1d 15:00", -9 * hour},
         {"-1d 00:00", -day},
         {"-2d 23:59:59", -day - second},
         {" 06:30 ", 6 * hour + 30 * minute}}};
    for (const Row& row : rows) {
        CAPTURE(row.text);
        REQUIRE(parse_clock(row.text).has_value());
        CHECK(*parse_clock(row.text) == row.value);
        CHECK(*parse_clock(format_clock_exact(row.value)) == row.value);
    }
}

TEST_CASE("what is no clock text is refused") {
    for (const char* text : {"",
                             "6:30",
                             "06",
                             "06:",
                             "06:3",
                             "06:60",
                             "06:30:60",
                             "06:30:",
                             "06:30:05.",
                             "06:30:05.0000001",
                             "06:30x",
                             "-06:30",
                             "-0d 06:30",
                             "-1d06:30",
                             "-1d 24:00",
                             "-1d",
                             "+06:30",
                             "06.30",
                             "006:30",
                             "100:00",
                             "06:30:05 pm",
                             "-10d 06:30",
                             "a6:30"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_clock(text).has_value());
    }
}

TEST_CASE("a moment is written as a clock") {
    CHECK(format_clock(6 * hour + 30 * minute) == "06:30:00");
    CHECK(format_clock(26 * hour + 30 * minute) == "26:30:00");
    CHECK(format_clock(-9 * hour) == "-1d 15:00:00");
    CHECK(format_clock(-1) == "-1d 23:59:59");
    CHECK(format_clock(-day) == "-1d 00:00:00");
    CHECK(format_clock(-day - 1) == "-2d 23:59:59");
    CHECK(format_clock(1) == "00:00:00");
    CHECK(format_clock(never) == "never");
    CHECK(format_clock_exact(1) == "00:00:00.000001");
    CHECK(format_clock_exact(-1) == "-1d 23:59:59.999999");
    CHECK(format_clock_exact(500 * millisecond) == "00:00:00.5");
    CHECK(format_clock_exact(second) == "00:00:01");
    CHECK(format_clock_exact(never) == "never");
}

TEST_CASE("a duration is a number with a unit") {
    const std::array<Row, 14> rows = {{{"30s", 30 * second},
                                       {"30 s", 30 * second},
                                       {"5 min", 5 * minute},
                                       {"500 ms", 500 * millisecond},
                                       {"2 h", 2 * hour},
                                       {"250 us", 250},
                                       {"250 µs", 250},
                                       {"1.5 s", 1500 * millisecond},
                                       {"0.000001 s", 1},
                                       {"0.5 min", 30 * second},
                                       {"0 s", 0},
                                       {"1 h 30 min", 90 * minute},
                                       {"1h30min", 90 * minute},
                                       {"1 min 2.5 s", 62500 * millisecond}}};
    for (const Row& row : rows) {
        CAPTURE(row.text);
        REQUIRE(parse_duration(row.text).has_value());
        CHECK(*parse_duration(row.text) == row.value);
        CHECK(*parse_duration(format_duration(row.value)) == row.value);
    }
}

TEST_CASE("what is no exact duration is refused") {
    for (const char* text :
         {"", "s", "30", "30 sec", "-5 s", "1.0000001 s", "0.5 us", ".5 s", "5. s", "1 s 1 s",
          "1 s 1 min", "1e3 s", "99999999999999999999 s", "999999999999999 h", "30 s,", "1..5 s"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_duration(text).has_value());
    }
}

TEST_CASE("a duration is written in the largest units") {
    CHECK(format_duration(0) == "0 s");
    CHECK(format_duration(90 * minute) == "1 h 30 min");
    CHECK(format_duration(1500 * millisecond) == "1 s 500 ms");
    CHECK(format_duration(-30 * second) == "-30 s");
    CHECK(format_duration(never) == "never");
    CHECK(format_duration(std::numeric_limits<Time>::min()).starts_with("-2562047788 h"));
}
