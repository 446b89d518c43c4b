#include "engine/view/sound.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>

#include <doctest/doctest.h>

using namespace engine::view;

namespace {

/// How much of a pitch is in it, 0 to about 1.
double share_of(std::span<const float> samples, double hertz) {
    double in = 0;
    double out = 0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double turn = 2 * std::numbers::pi * hertz * static_cast<double>(i) / sample_rate;
        in += samples[i] * std::cos(turn);
        out += samples[i] * std::sin(turn);
    }
    return 2 * std::hypot(in, out) / static_cast<double>(samples.size());
}

float peak_of(std::span<const float> samples) {
    float peak = 0;
    for (const float sample : samples) peak = std::max(peak, std::abs(sample));
    return peak;
}

float largest_step(std::span<const float> samples, float before = 0) {
    float largest = 0;
    for (const float sample : samples) {
        largest = std::max(largest, std::abs(sample - before));
        before = sample;
    }
    return largest;
}

const std::vector<SoundSpec> bank{
    {{{Wave::sine, 660, 0.5F, 0, 0.1F}, {Wave::sine, 880, 0.5F, 0.1F, 0.1F}}, 0},
    {{{Wave::sine, 100, 0.5F, 0, 1}}, 1},
    {{{Wave::noise, 2000, 0.4F, 0, 1}}, 1},
};

/// So much changes between two samples of the loop at 100 Hz by itself.
constexpr float own_step = 0.5F * 2 * std::numbers::pi_v<float> * 100 / sample_rate;
constexpr float fade_step = 1 / (0.03F * sample_rate);

std::vector<float> next(Mixer& mixer, std::size_t count = 24000) {
    std::vector<float> out(count);
    mixer.mix(out);
    return out;
}

}  // namespace

TEST_CASE("A sound has the length, pitch and peak of its description") {
    const std::vector<float> made = make_samples(bank[0]);
    REQUIRE(made.size() == 9600);
    const std::span<const float> all(made);
    CHECK(share_of(all.first(4800), 660) > 0.4);
    CHECK(share_of(all.first(4800), 880) < 0.05);
    CHECK(share_of(all.last(4800), 880) > 0.4);
    CHECK(peak_of(made) == doctest::Approx(0.5).epsilon(0.01));
    CHECK(std::abs(made.front()) < 0.01F);
    CHECK(std::abs(made.back()) < 0.01F);
}

TEST_CASE("A buzz has odd harmonics, noise is dulled above its pitch") {
    const std::vector<float> buzz = make_samples({{{Wave::buzz, 200, 0.5F, 0, 1}}, 0});
    CHECK(share_of(buzz, 600) > 0.1);
    CHECK(share_of(buzz, 400) < 0.01);
    CHECK(peak_of(buzz) == doctest::Approx(0.5).epsilon(0.01));
    const std::vector<float> dull = make_samples({{{Wave::noise, 200, 0.5F, 0, 1}}, 0});
    const std::vector<float> bright = make_samples({{{Wave::noise, 8000, 0.5F, 0, 1}}, 0});
    CHECK(largest_step(dull) < largest_step(bright) / 4);
    CHECK(peak_of(bright) <= 0.5F);
}

TEST_CASE("A loop goes on without a seam") {
    for (const std::size_t sound : {1U, 2U}) {
        const std::vector<float> made = make_samples(bank[sound]);
        CHECK(made.size() == sample_rate);
        CHECK(std::abs(made.front() - made.back()) <= largest_step(made, made.front()));
    }
}

TEST_CASE("The mixer is silent until something is to be heard, and again when it is over") {
    Mixer mixer(bank);
    CHECK(mixer.silent());
    mixer.set_volume(1);
    CHECK(mixer.silent());
    mixer.play(0);
    CHECK_FALSE(mixer.silent());
    CHECK(peak_of(next(mixer)) > 0.3F);
    CHECK(mixer.silent());
    mixer.set_loop(1, 1);
    CHECK_FALSE(mixer.silent());
    next(mixer);
    mixer.set_loop(1, 0);
    CHECK_FALSE(mixer.silent());
    next(mixer);
    CHECK(mixer.silent());
}

TEST_CASE("Muted is silence, and what would have sounded is not made up for") {
    Mixer mixer(bank);
    mixer.set_volume(1);
    mixer.set_loop(1, 1);
    next(mixer);
    mixer.set_volume(0);
    mixer.play(0);
    next(mixer);
    CHECK(mixer.silent());
    CHECK(peak_of(next(mixer)) == 0);
    mixer.set_loop(1, 0);
    next(mixer);
    mixer.set_volume(1);
    CHECK(peak_of(next(mixer)) == 0);
}

TEST_CASE("Changes of loudness do not click") {
    Mixer mixer(bank);
    mixer.set_volume(1);
    float last = 0;
    const auto change = [&](auto&& what) {
        what();
        const std::vector<float> out = next(mixer, 4111);
        CHECK(largest_step(out, last) <= own_step + fade_step);
        last = out.back();
    };
    change([&] { mixer.set_loop(1, 1); });
    change([&] { mixer.set_loop(1, 0.2F); });
    change([&] { mixer.set_loop(1, 1); });
    change([&] { mixer.set_volume(0); });
    change([&] { mixer.set_volume(1); });
    change([&] { mixer.set_loop(1, 0); });
}

TEST_CASE("However much sounds at once, it stays within bounds") {
    Mixer mixer(bank);
    mixer.set_volume(1);
    for (int i = 0; i < 100; ++i) mixer.play(0);
    mixer.set_loop(1, 1);
    mixer.set_loop(2, 1);
    CHECK(peak_of(next(mixer)) <= 1);
}

TEST_CASE("Without a device everything goes on in silence, and is not asked for again") {
    setenv("SDL_AUDIODRIVER", "no such driver", 1);
    SoundDevice device(bank);
    device.set_volume(1);
    device.tend();
    CHECK_FALSE(device.missing());
    device.play(0);
    device.tend();
    CHECK(device.missing());
    CHECK_FALSE(device.running());
    device.set_loop(1, 1);
    device.tend();
    CHECK_FALSE(device.running());
    unsetenv("SDL_AUDIODRIVER");
}

TEST_CASE("A device runs only while something is to be heard") {
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    SoundDevice device(bank);
    device.set_loop(1, 1);
    device.tend();
    CHECK_FALSE(device.running());
    device.set_volume(1);
    device.tend();
    CHECK(device.running());
    CHECK_FALSE(device.missing());
    unsetenv("SDL_AUDIODRIVER");
}
