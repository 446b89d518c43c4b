#include "engine/view/sound.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace engine::view {

namespace {

constexpr float edge = 0.004F;  ///< of a tone that stays: fade at both ends
constexpr float seam = 0.05F;   ///< of a loop: its end goes over into its beginning
constexpr float loop_fade = 0.15F;
constexpr float volume_fade = 0.04F;
constexpr std::size_t most_voices = 12;

std::size_t count_of(float duration) {
    return static_cast<std::size_t>(std::lround(duration * static_cast<float>(sample_rate)));
}

float loudness(const Tone& tone, float time, bool endless) {
    if (endless) return tone.level;
    const float left = tone.length - time;
    const float fade = std::min({1.0F, time / edge, left / edge});
    return tone.level * fade * (tone.decay > 0 ? std::exp(-time / tone.decay) : 1.0F);
}

float swing(Wave wave, float hertz, float time) {
    const double turns = static_cast<double>(hertz) * static_cast<double>(time);
    const auto s = static_cast<float>(std::sin(2 * std::numbers::pi * turns));
    return wave == Wave::buzz ? std::tanh(4 * s) / std::tanh(4.0F) : s;
}

/// Always the same noise, with its peak at 1.
std::vector<float> noise(float hertz, std::size_t count) {
    const float turn = 2 * std::numbers::pi_v<float> * hertz / static_cast<float>(sample_rate);
    const float share = turn / (1 + turn);
    std::uint32_t state = 0x9e3779b9U;
    std::vector<float> made(count);
    float value = 0;
    float peak = 1e-6F;
    for (float& sample : made) {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        const float raw = static_cast<float>(state) / 2147483648.0F - 1;
        value += share * (raw - value);
        sample = value;
        peak = std::max(peak, std::abs(value));
    }
    for (float& sample : made) sample /= peak;
    return made;
}

void add(const Tone& tone, bool endless, std::vector<float>& samples) {
    const std::size_t first = count_of(tone.begin);
    const std::size_t end =
        endless ? samples.size() : std::min(samples.size(), first + count_of(tone.length));
    if (first >= end) return;
    const std::vector<float> rustle =
        tone.wave == Wave::noise ? noise(tone.hertz, end - first) : std::vector<float>();
    for (std::size_t i = first; i < end; ++i) {
        const float time = static_cast<float>(i - first) / static_cast<float>(sample_rate);
        const float value = rustle.empty() ? swing(tone.wave, tone.hertz, time) : rustle[i - first];
        samples[i] += value * loudness(tone, time, endless);
    }
}

/// Straight up to four fifths, bent softly above.
float limited(float value) {
    constexpr float knee = 0.8F;
    const float size = std::abs(value);
    if (size <= knee) return value;
    return std::copysign(knee + (1 - knee) * std::tanh((size - knee) / (1 - knee)), value);
}

}  // namespace

std::vector<float> make_samples(const SoundSpec& spec) {
    float length = spec.loop;
    if (spec.loop <= 0) {
        for (const Tone& tone : spec.tones) length = std::max(length, tone.begin + tone.length);
    }
    const std::size_t count = count_of(length);
    const std::size_t over = spec.loop > 0 ? std::min(count_of(seam), count) : 0;
    std::vector<float> samples(count + over);
    for (const Tone& tone : spec.tones) {
        const bool endless = spec.loop > 0 && tone.begin <= 0 && tone.length >= spec.loop;
        add(tone, endless, samples);
    }
    for (std::size_t i = 0; i < over; ++i) {
        const float share = static_cast<float>(i) / static_cast<float>(over);
        samples[i] = samples[i] * share + samples[count + i] * (1 - share);
    }
    samples.resize(count);
    for (float& sample : samples) sample = std::clamp(sample, -1.0F, 1.0F);
    return samples;
}

float Mixer::Gain::next(float step) {
    now += std::clamp(target - now, -step, step);
    return now;
}

Mixer::Mixer(const std::vector<SoundSpec>& bank) {
    for (std::size_t i = 0; i < bank.size(); ++i) {
        samples_.push_back(make_samples(bank[i]));
        if (bank[i].loop > 0) loops_.push_back({i, 0, {}});
    }
    voices_.reserve(most_voices);
}

void Mixer::play(std::size_t sound, float gain) {
    if (volume_.target <= 0 || voices_.size() >= most_voices || sound >= samples_.size()) return;
    voices_.push_back({sound, 0, gain});
}

void Mixer::set_loop(std::size_t sound, float gain) {
    for (Loop& loop : loops_) {
        if (loop.sound == sound) loop.gain.target = std::clamp(gain, 0.0F, 1.0F);
    }
}

void Mixer::set_volume(float volume) {
    volume_.target = std::clamp(volume, 0.0F, 1.0F);
}

void Mixer::mix(std::span<float> out) {
    constexpr float loop_step = 1 / (loop_fade * static_cast<float>(sample_rate));
    constexpr float volume_step = 1 / (volume_fade * static_cast<float>(sample_rate));
    std::fill(out.begin(), out.end(), 0.0F);
    for (Loop& loop : loops_) {
        const std::vector<float>& samples = samples_[loop.sound];
        if (loop.gain.silent() || samples.empty()) continue;
        for (float& value : out) {
            value += samples[loop.at] * loop.gain.next(loop_step);
            if (++loop.at == samples.size()) loop.at = 0;
        }
    }
    for (Voice& voice : voices_) {
        const std::vector<float>& samples = samples_[voice.sound];
        const std::size_t count = std::min(out.size(), samples.size() - voice.at);
        for (std::size_t i = 0; i < count; ++i) out[i] += samples[voice.at + i] * voice.gain;
        voice.at += count;
    }
    std::erase_if(voices_,
                  [&](const Voice& voice) { return voice.at >= samples_[voice.sound].size(); });
    for (float& value : out) value = limited(value * volume_.next(volume_step));
    if (volume_.silent()) voices_.clear();
}

bool Mixer::silent() const {
    if (volume_.silent()) return true;
    return voices_.empty() && std::all_of(loops_.begin(), loops_.end(),
                                          [](const Loop& loop) { return loop.gain.silent(); });
}

}  // namespace engine::view
