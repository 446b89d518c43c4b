#include "sim/recording/compress.h"

#include <doctest/doctest.h>

TEST_CASE("what was compressed comes back, and nothing else does") {
    std::string bytes(100'000, 'a');
    for (std::size_t i = 0; i < bytes.size(); i += 7) bytes[i] = static_cast<char>(i);
    const std::string packed = sim::compress(bytes);
    CHECK(packed.size() < bytes.size());
    CHECK(sim::decompress(packed) == bytes);
    CHECK(sim::decompress(sim::compress("")) == "");
    CHECK_FALSE(sim::decompress("no such thing"));
    CHECK_FALSE(sim::decompress(packed.substr(0, packed.size() / 2)));
    std::string changed = packed;
    changed[packed.size() / 2] = static_cast<char>(~changed[packed.size() / 2]);
    CHECK(sim::decompress(changed) != bytes);
}
