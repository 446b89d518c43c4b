#include "sim/seats/sound/cues.h"

#include <algorithm>
#include <cmath>

#include <doctest/doctest.h>

using namespace sim::seats;

TEST_CASE("Every sound of the bank can be heard, stays within bounds and is as long as it should") {
    const auto bank = sound_bank();
    REQUIRE(bank.size() == cue_count + loop_count);
    for (std::size_t i = 0; i < bank.size(); ++i) {
        CAPTURE(i);
        const std::vector<float> made = engine::view::make_samples(bank[i]);
        const double length = static_cast<double>(made.size()) / engine::view::sample_rate;
        CHECK((bank[i].loop > 0) == (i >= cue_count));
        CHECK(length > 0.02);
        CHECK(length < (i < cue_count ? 0.7 : 6.1));
        float peak = 0;
        for (const float sample : made) peak = std::max(peak, std::abs(sample));
        CHECK(peak > 0.05F);
        CHECK(peak < 1);
    }
    const auto length = [&](Cue cue) {
        return static_cast<double>(engine::view::make_samples(bank[sound_of(cue)]).size()) /
               engine::view::sample_rate;
    };
    CHECK(length(Cue::accept) == doctest::Approx(0.18));
    CHECK(length(Cue::refuse) == doctest::Approx(0.25));
}
