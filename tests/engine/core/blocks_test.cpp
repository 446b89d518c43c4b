#include "engine/core/blocks.h"

#include <doctest/doctest.h>

#include "engine/core/random.h"

using namespace engine;

namespace {

struct Voter {
    int state = 0;

    template <class Archive>
    void serialize(Archive& archive) {
        archive(CEREAL_NVP(state));
    }
};

using Voters = Blocks<Voter, 4>;

Voters fresh(const Voters& voters) {
    return Voters(voters.items());
}

}  // namespace

TEST_CASE("blocks hash by content, whatever their history") {
    SeatRandom random(3);
    Voters voters;
    for (int step = 0; step < 2000; ++step) {
        const std::int64_t what = random.between(0, 9);
        if (voters.empty() || what < 2) {
            voters.push_back({step});
        } else if (what < 7) {
            const auto last = static_cast<std::int64_t>(voters.size()) - 1;
            voters.edit(static_cast<std::size_t>(random.between(0, last))).state = step;
        } else if (what == 7) {
            const Voters copy = voters;
            voters = copy;
        } else if (what == 8 && step % 50 == 0) {
            voters.clear();
        } else {
            REQUIRE(voters.hash() == fresh(voters).hash());
        }
    }
    CHECK(voters.hash() == fresh(voters).hash());
}

TEST_CASE("an edit, a length and an order show in the hash") {
    Voters voters;
    const std::uint64_t none = voters.hash();
    for (int i = 0; i < 9; ++i) voters.push_back({i});
    const std::uint64_t nine = voters.hash();
    CHECK(nine != none);
    Voters other = voters;
    other.edit(8).state = 100;
    CHECK(other.hash() != nine);
    CHECK(voters.hash() == nine);
    other.edit(8).state = 8;
    CHECK(other.hash() == nine);
    std::swap(other.edit(0).state, other.edit(8).state);
    CHECK(other.hash() != nine);
}

TEST_CASE("blocks save and compare as a plain vector") {
    Voters voters;
    for (int i = 0; i < 9; ++i) voters.push_back({i});
    CHECK(save(voters) == save(voters.items()));
    Voters loaded;
    loaded.push_back({77});
    (void)loaded.hash();
    load(loaded, save(voters));
    CHECK(loaded.size() == 9);
    CHECK(loaded[8].state == 8);
    CHECK(loaded.hash() == voters.hash());
    CHECK(hash_of(loaded) == hash_of(voters));
    loaded.edit(5).state = 50;
    CHECK(first_difference(voters, loaded) == "[5].state: 5 ≠ 50");
    CHECK(hash_of(loaded) != hash_of(voters));
}
