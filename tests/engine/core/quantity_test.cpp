#include "engine/core/quantity.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace engine;

TEST_CASE("a quantity becomes a whole number of its base unit") {
    struct Row {
        std::string text;
        std::string base;
        std::int64_t value;
    };
    const std::vector<Row> rows = {{"1.5 s", "us", 1'500'000},
                                   {"2 h", "us", 7'200'000'000},
                                   {"80%", "permille", 800},
                                   {"12.5 %", "permille", 125},
                                   {"3 permille", "permille", 3},
                                   {"3 ‰", "ppm", 3000},
                                   {"0.0001 %", "ppm", 1},
                                   {"12.5 V", "mv", 12500},
                                   {"-3 mV", "mv", -3},
                                   {"0.25 A", "ma", 250},
                                   {"1.5 Wh", "mwh", 1500},
                                   {"0.3 mm", "um", 300},
                                   {"2.5 cm", "mm", 25},
                                   {"1 m", "um", 1'000'000},
                                   {"-85 dBm", "dbm", -85},
                                   {"23.5 °C", "celsius_milli", 23500},
                                   {"-7 C", "celsius_milli", -7000},
                                   {"1500", "count", 1500},
                                   {"+7", "count", 7},
                                   {"4.0", "count", 4},
                                   {"1.5 MB", "byte", 1'500'000},
                                   {"12 px", "px", 12},
                                   {"9.223372036854775 MB", "byte", 0}};
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const auto value = parse_quantity(row.text, row.base);
        if (row.value == 0) {
            CHECK_FALSE(value.has_value());
            continue;
        }
        REQUIRE(value.has_value());
        CHECK(*value == row.value);
        CHECK(parse_quantity(format_quantity(*value, row.base), row.base) == row.value);
    }
}

TEST_CASE("a quantity that is not exact, has no unit or a foreign one is refused") {
    CHECK_FALSE(parse_quantity("0.05 %", "permille").has_value());
    CHECK_FALSE(parse_quantity("12", "mv").has_value());
    CHECK_FALSE(parse_quantity("12 A", "mv").has_value());
    CHECK_FALSE(parse_quantity("12 mv", "mv").has_value());
    CHECK_FALSE(parse_quantity("12 V", "count").has_value());
    CHECK_FALSE(parse_quantity("1.5", "count").has_value());
    CHECK_FALSE(parse_quantity("-85.5 dBm", "dbm").has_value());
    CHECK_FALSE(parse_quantity("V", "mv").has_value());
    CHECK_FALSE(parse_quantity("", "count").has_value());
    CHECK_FALSE(parse_quantity("1 2", "count").has_value());
    CHECK_FALSE(parse_quantity("0x10", "count").has_value());
    CHECK_FALSE(parse_quantity("9999999999999999999 B", "byte").has_value());
    CHECK_FALSE(parse_quantity("999999999999999999 MB", "byte").has_value());
    CHECK_FALSE(parse_quantity("12 V", "furlong").has_value());
}

TEST_CASE("the units of a base unit can be named") {
    CHECK(quantity_units("mv") == std::vector<std::string>{"mV", "V"});
    CHECK(quantity_units("count").empty());
    CHECK(known_base_unit("count"));
    CHECK_FALSE(known_base_unit("furlong"));
    CHECK(format_quantity(12000, "mv") == "12 V");
    CHECK(format_quantity(12500, "mv") == "12500 mV");
    CHECK(format_quantity(0, "mv") == "0 mV");
    CHECK(format_quantity(42, "count") == "42");
}
