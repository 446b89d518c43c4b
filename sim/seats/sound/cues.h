/// What can be heard at the station, and how each of it is made.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/view/sound.h"

namespace sim::seats {

/// Sounds once.
enum class Cue : std::uint8_t {
    key,     ///< a button or a touch
    plug,    ///< into its socket or out of it
    latch,   ///< latch, strap, something that clicks into its place
    door,    ///< door, cover, lid
    snap,    ///< a seal breaks
    paper,   ///< sheets are handled
    tear,    ///< paper or tape
    relay,   ///< a device is switched or loses its power
    accept,  ///< two rising notes
    thud,    ///< a sheet drops into the box
    ask,     ///< the scanner wants an answer
    chime,   ///< a device is content
    refuse,  ///< two low buzzes
    harsh,   ///< harsh beep: somebody must come
    phone,   ///< the other end picks up
    radio,   ///< squelch
};
inline constexpr std::size_t cue_count = static_cast<std::size_t>(Cue::radio) + 1;

/// Sounds as long as something is so.
enum class Loop : std::uint8_t {
    motor,    ///< of the feeder
    printer,  ///< thermal
    alarm,
    fan,
    ups,      ///< a beep every few seconds
    ups_low,  ///< fast beeps
    starter,  ///< of the generator
    generator,
    ringing,  ///< the tone while nobody answers
    crowd,
    hum,   ///< of lamps and supplies on mains power
    room,  ///< what a room is never without
};
inline constexpr std::size_t loop_count = static_cast<std::size_t>(Loop::room) + 1;

/// Numbers in the bank: first the cues, then the loops.
inline std::size_t sound_of(Cue cue) {
    return static_cast<std::size_t>(cue);
}
inline std::size_t sound_of(Loop loop) {
    return cue_count + static_cast<std::size_t>(loop);
}
std::vector<engine::view::SoundSpec> sound_bank();

}  // namespace sim::seats
