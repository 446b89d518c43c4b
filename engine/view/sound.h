/// Sound made in code: a short description becomes samples, a mixer adds up what sounds, a device
/// plays it. Where there is no device everything goes on in silence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace engine::view {

inline constexpr int sample_rate = 48000;

enum class Wave : std::uint8_t {
    sine,
    buzz,   ///< nearly square: rich in odd harmonics
    noise,  ///< dulled above its pitch
};

/// One ingredient of a sound. Times in seconds.
struct Tone {
    Wave wave = Wave::sine;
    float hertz = 440;
    float level = 0.3F;  ///< its peak, 0 to 1
    float begin = 0;
    float length = 0.1F;
    float decay = 0;  ///< falls to a third in this time; 0: stays, and is faded at both ends
};

struct SoundSpec {
    std::vector<Tone> tones;
    /// After so long it begins again, without a seam in tones that last as long; 0: it sounds once.
    float loop = 0;
};

std::vector<float> make_samples(const SoundSpec& spec);

/// Adds up what sounds. Every change of loudness takes some milliseconds, so that nothing clicks.
class Mixer {
  public:
    explicit Mixer(const std::vector<SoundSpec>& bank);

    /// Lets a sound of the bank begin; muted, or with very many under way, it is left out.
    void play(std::size_t sound, float gain = 1);
    /// A loop of the bank is as loud as that from now on; 0: silent.
    void set_loop(std::size_t sound, float gain);
    /// Of everything, 0 to 1; 0 mutes.
    void set_volume(float volume);

    /// The next samples, one channel, each between -1 and 1.
    void mix(std::span<float> out);
    /// Nothing sounds, and nothing will before something is played or set.
    bool silent() const;

  private:
    struct Gain {
        float now = 0;
        float target = 0;
        float next(float step);
        bool silent() const { return now == 0 && target == 0; }
    };
    struct Loop {
        std::size_t sound = 0;
        std::size_t at = 0;
        Gain gain;
    };
    struct Voice {
        std::size_t sound = 0;
        std::size_t at = 0;
        float gain = 1;
    };

    std::vector<std::vector<float>> samples_;  ///< by sound
    std::vector<Loop> loops_;
    std::vector<Voice> voices_;
    Gain volume_;
};

/// The machine's sound device. It is opened with the first thing to be heard and held while
/// nothing sounds.
class SoundDevice {
  public:
    explicit SoundDevice(const std::vector<SoundSpec>& bank) : mixer_(bank) {}
    ~SoundDevice();
    SoundDevice(const SoundDevice&) = delete;
    SoundDevice& operator=(const SoundDevice&) = delete;

    void play(std::size_t sound, float gain = 1);
    void set_loop(std::size_t sound, float gain);
    void set_volume(float volume);
    /// To be called after every frame.
    void tend();
    /// There is no device: found out with the first thing to be heard.
    bool missing() const { return missing_; }
    bool running() const { return running_; }

  private:
    void open();
    void close();

    Mixer mixer_;
    std::uint32_t device_ = 0;
    bool running_ = false;
    bool missing_ = false;
};

}  // namespace engine::view
