/// What the trainee hears at their place: from what happened since the last frame and from how the
/// station is, to sounds and their captions. It reads what can be perceived and nothing else.
#pragma once

#include <array>
#include <deque>
#include <span>
#include <string>
#include <vector>

#include "engine/core/translate.h"
#include "sim/seats/sound/cues.h"
#include "sim/station/world.h"

namespace sim::seats {

/// A sound in words.
struct Caption {
    const char* text = "";  ///< msgid: what is heard
    DeviceId device = no_device;
    double until = 0;  ///< on the clock of Ui::time
};

struct Ear {
    static constexpr std::array<double, cue_count> never() {
        std::array<double, cue_count> times{};
        times.fill(-1e9);
        return times;
    }

    // To be played.
    std::vector<Cue> cues;                  ///< that begin in this frame
    std::array<float, loop_count> loops{};  ///< how loud each is, 0 to 1
    std::deque<Caption> captions;           ///< oldest first

    // What was heard before.
    std::array<double, cue_count> last = never();  ///< when each began
    std::vector<bool> going;                       ///< by loop and device, for the captions
    bool crowded = false;
    bool settled = false;  ///< what went on when the trainee came in is not news
};

/// One frame of the station.
struct Earshot {
    const World& world;
    std::span<const Observation> fresh;    ///< since the frame before
    std::array<bool, post_count> hands{};  ///< posts whose hands are the trainee's
    double rate = 1;
    bool frozen = false;
    bool skipping = false;  ///< time runs to another moment
    double clock = 0;       ///< Ui::time
};

void hear(Ear& ear, const Earshot& shot);

/// "Scanner: two rising notes".
std::string words_of(const Caption& caption, const Layout& layout, const engine::Translator& _);

}  // namespace sim::seats
