#include <SDL.h>

#include "engine/view/sound.h"

namespace engine::view {

namespace {

constexpr int frames_at_once = 1024;  ///< 21 ms

/// The library's thread asks for more; while it is held off, the mixer can be changed.
class Hold {
  public:
    explicit Hold(SDL_AudioDeviceID device) : device_(device) {
        if (device_ != 0) SDL_LockAudioDevice(device_);
    }
    ~Hold() {
        if (device_ != 0) SDL_UnlockAudioDevice(device_);
    }
    Hold(const Hold&) = delete;
    Hold& operator=(const Hold&) = delete;

  private:
    SDL_AudioDeviceID device_;
};

void fill(void* mixer, Uint8* bytes, int length) {
    static_cast<Mixer*>(mixer)->mix(
        {reinterpret_cast<float*>(bytes), static_cast<std::size_t>(length) / sizeof(float)});
}

}  // namespace

SoundDevice::~SoundDevice() {
    close();
}

void SoundDevice::open() {
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) {
        missing_ = true;
        return;
    }
    SDL_AudioSpec wanted{};
    wanted.freq = sample_rate;
    wanted.format = AUDIO_F32SYS;
    wanted.channels = 1;
    wanted.samples = frames_at_once;
    wanted.callback = &fill;
    wanted.userdata = &mixer_;
    device_ = SDL_OpenAudioDevice(nullptr, 0, &wanted, nullptr, 0);
    if (device_ == 0) {
        missing_ = true;
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
    }
}

void SoundDevice::close() {
    if (device_ == 0) return;
    SDL_CloseAudioDevice(device_);
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
    device_ = 0;
    running_ = false;
}

void SoundDevice::play(std::size_t sound, float gain) {
    const Hold hold(device_);
    mixer_.play(sound, gain);
}

void SoundDevice::set_loop(std::size_t sound, float gain) {
    const Hold hold(device_);
    mixer_.set_loop(sound, gain);
}

void SoundDevice::set_volume(float volume) {
    const Hold hold(device_);
    mixer_.set_volume(volume);
}

void SoundDevice::tend() {
    if (missing_) return;
    // One that was unplugged is opened anew with the next thing to be heard.
    if (device_ != 0 && SDL_GetAudioDeviceStatus(device_) == SDL_AUDIO_STOPPED) close();
    bool wanted = false;
    {
        const Hold hold(device_);
        wanted = !mixer_.silent();
    }
    if (wanted && device_ == 0) open();
    if (device_ == 0 || wanted == running_) return;
    SDL_PauseAudioDevice(device_, wanted ? 0 : 1);
    running_ = wanted;
}

}  // namespace engine::view
