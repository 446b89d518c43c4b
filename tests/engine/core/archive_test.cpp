#include "engine/core/archive.h"

#include <doctest/doctest.h>

#include <array>
#include <map>
#include <optional>
#include <set>
#include <variant>
#include <vector>

#include "engine/core/random.h"

using namespace engine;

namespace {

enum class Colour : std::uint8_t { red, green };

struct Inner {
    int count = 0;
    std::string name;

    template <class Archive>
    void serialize(Archive& archive) {
        archive(CEREAL_NVP(count), CEREAL_NVP(name));
    }
};

struct Outer {
    std::vector<Inner> scanner;
    Colour colour = Colour::red;
    std::optional<std::int64_t> when;
    std::array<std::uint16_t, 3> levels{};
    std::pair<bool, std::int8_t> pair;
    std::map<std::string, int> by_name;
    std::set<int> seen;
    std::variant<int, std::string> either;
    std::vector<std::uint32_t> numbers;
    std::vector<Colour> colours;
    std::vector<bool> flags;
    int not_saved = 5;

    template <class Archive>
    void serialize(Archive& archive) {
        archive(CEREAL_NVP(scanner), CEREAL_NVP(colour), CEREAL_NVP(when), levels, pair, by_name,
                seen, either, CEREAL_NVP(numbers), colours, flags);
    }
};

Outer example() {
    Outer outer;
    outer.scanner = {{12, "one"}, {7, "zwölf"}};
    outer.colour = Colour::green;
    outer.when = -5;
    outer.levels = {1, 2, 65535};
    outer.pair = {true, std::int8_t{-3}};
    outer.by_name = {{"a", 1}, {"b", 2}};
    outer.seen = {3, 1, 2};
    outer.either = std::string("text");
    outer.numbers = {1, 2, 3};
    outer.colours = {Colour::green, Colour::red};
    outer.flags = {true, false, true};
    return outer;
}

}  // namespace

TEST_CASE("what was saved is loaded") {
    const Outer outer = example();
    Outer loaded;
    loaded.scanner = {{1, "old"}, {2, "old"}, {3, "old"}};
    loaded.not_saved = 6;
    load(loaded, save(outer));
    CHECK(save(loaded) == save(outer));
    CHECK(loaded.scanner.size() == 2);
    CHECK(loaded.scanner[1].name == "zwölf");
    CHECK(loaded.when == -5);
    CHECK(std::get<std::string>(loaded.either) == "text");
    CHECK(loaded.not_saved == 6);
    CHECK(hash_of(loaded) == hash_of(outer));
    CHECK_FALSE(first_difference(loaded, outer).has_value());
}

TEST_CASE("bytes are little-endian with sizes of 32 bits and no names") {
    Inner inner{0x01020304, "ab"};
    CHECK(save(inner) == std::string("\x04\x03\x02\x01\x02\x00\x00\x00"
                                     "ab",
                                     10));
}

TEST_CASE("the hash depends on every value and not on the scratch space") {
    const Outer outer = example();
    std::string scratch(100'000, 'x');
    const std::uint64_t hash = hash_of(outer, scratch);
    CHECK(hash == hash_of(outer));
    CHECK(hash == hash_bytes(save(outer)));
    CHECK(scratch.size() >= 100'000);
    Outer other = outer;
    other.flags[1] = true;
    CHECK(hash_of(other, scratch) != hash);
    CHECK(hash_of(outer, scratch) == hash);
    CHECK(hash_bytes("") == 0x2d06800538d394c2U);  // XXH3 of nothing, as published
}

TEST_CASE("the first difference is named") {
    const Outer outer = example();
    const auto difference = [&](auto change) {
        Outer other = outer;
        change(other);
        return first_difference(outer, other).value_or("equal");
    };
    CHECK(difference([](Outer& o) { o.scanner[0].count = 13; }) == "scanner[0].count: 12 ≠ 13");
    CHECK(difference([](Outer& o) { o.scanner[1].name = "x"; }) ==
          "scanner[1].name: \"zwölf\" ≠ \"x\"");
    CHECK(difference([](Outer& o) { o.scanner.pop_back(); }) == "scanner.size: 2 ≠ 1");
    CHECK(difference([](Outer& o) { o.colour = Colour::red; }) == "colour: 1 ≠ 0");
    CHECK(difference([](Outer& o) { o.when = 4; }) == "when.data: -5 ≠ 4");
    CHECK(difference([](Outer& o) { o.when.reset(); }) == "when.nullopt: false ≠ true");
    CHECK(difference([](Outer& o) { o.levels[2] = 1; }) == "[3][2]: 65535 ≠ 1");
    CHECK(difference([](Outer& o) { o.pair.first = false; }) == "[4].first: true ≠ false");
    CHECK(difference([](Outer& o) { o.numbers[1] = 9; }) == "numbers[1]: 2 ≠ 9");
    CHECK(difference([](Outer& o) { o.colours[0] = Colour::red; }) == "[9][0]: 1 ≠ 0");
    CHECK(difference([](Outer& o) { o.flags[2] = false; }) == "[10][2]: true ≠ false");
    CHECK(difference([](Outer& o) { o.not_saved = 1; }) == "equal");
}

TEST_CASE("damaged data is refused and leaves the target alone") {
    const std::string bytes = save(example());
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        Outer target;
        target.numbers = {77};
        CHECK_THROWS_AS(load(target, std::string_view(bytes).substr(0, length)), DamagedData);
        CHECK(target.numbers == std::vector<std::uint32_t>{77});
    }
    Outer target;
    CHECK_THROWS_AS(load(target, bytes + "x"), DamagedData);
}

TEST_CASE("random damage never does worse than DamagedData") {
    const std::string bytes = save(example());
    SeatRandom random(5);
    for (int i = 0; i < 20'000; ++i) {
        std::string damaged = bytes;
        const auto last = static_cast<std::int64_t>(bytes.size()) - 1;
        for (std::int64_t n = random.between(1, 4); n > 0; --n) {
            damaged[static_cast<std::size_t>(random.between(0, last))] =
                static_cast<char>(random.next());
        }
        Outer target;
        try {
            load(target, damaged);
        } catch (const DamagedData& error) {
            REQUIRE(error.offset() <= damaged.size());
        }
    }
}

TEST_CASE("a damaged size makes no room that the bytes cannot fill") {
    std::string bytes = save(std::vector<std::uint64_t>{1});
    bytes[0] = 8;  // eight numbers in eight bytes
    std::vector<std::uint64_t> numbers;
    CHECK_THROWS_WITH_AS(load(numbers, bytes), "a list longer than the data (at byte 4)",
                         DamagedData);
    bytes.replace(0, 4, "\xff\xff\xff\xff");
    std::vector<Inner> inners;
    CHECK_THROWS_AS(load(inners, bytes), DamagedData);
    std::string text;
    CHECK_THROWS_AS(load(text, bytes), DamagedData);
    bool yes = false;
    CHECK_THROWS_AS(load(yes, "\x02"), DamagedData);
}
