#include "sim/seats/sound/cues.h"

namespace sim::seats {

using engine::view::SoundSpec;
using enum engine::view::Wave;

namespace {

/// Tones: wave, hertz, level, begin, length, decay.
SoundSpec made(Cue cue) {
    switch (cue) {
        case Cue::key:
            return {
                {{noise, 5000, 0.25F, 0, 0.03F, 0.006F}, {sine, 1900, 0.12F, 0, 0.03F, 0.008F}}};
        case Cue::plug:
            return {{{noise, 900, 0.5F, 0, 0.12F, 0.03F},
                     {sine, 140, 0.4F, 0, 0.12F, 0.03F},
                     {noise, 4000, 0.3F, 0.05F, 0.06F, 0.01F}}};
        case Cue::latch:
            return {{{noise, 6000, 0.4F, 0, 0.04F, 0.008F},
                     {sine, 1200, 0.2F, 0.03F, 0.06F, 0.015F},
                     {noise, 3000, 0.4F, 0.03F, 0.06F, 0.012F}}};
        case Cue::door:
            return {{{noise, 1500, 0.12F, 0, 0.25F},
                     {noise, 500, 0.6F, 0.22F, 0.2F, 0.05F},
                     {sine, 95, 0.5F, 0.22F, 0.2F, 0.05F}}};
        case Cue::snap:
            return {{{noise, 9000, 0.7F, 0, 0.05F, 0.006F},
                     {sine, 2600, 0.25F, 0, 0.05F, 0.01F},
                     {noise, 2500, 0.3F, 0.04F, 0.08F, 0.02F}}};
        case Cue::paper:
            return {
                {{noise, 3500, 0.22F, 0, 0.12F, 0.05F}, {noise, 5000, 0.25F, 0.1F, 0.2F, 0.06F}}};
        case Cue::tear:
            return {{{noise, 7000, 0.4F, 0, 0.28F}, {noise, 2500, 0.3F, 0.1F, 0.18F, 0.1F}}};
        case Cue::relay:
            return {{{noise, 2500, 0.5F, 0, 0.05F, 0.01F},
                     {sine, 220, 0.35F, 0, 0.09F, 0.03F},
                     {noise, 1200, 0.3F, 0.06F, 0.06F, 0.015F}}};
        case Cue::accept:
            return {{{sine, 660, 0.4F, 0, 0.09F}, {sine, 880, 0.4F, 0.09F, 0.09F}}};
        case Cue::thud:
            // After the notes that are heard at the same moment.
            return {
                {{noise, 350, 0.6F, 0.22F, 0.18F, 0.04F}, {sine, 80, 0.45F, 0.22F, 0.18F, 0.05F}}};
        case Cue::ask:
            return {{{sine, 740, 0.35F, 0, 0.12F}, {sine, 740, 0.35F, 0.22F, 0.12F}}};
        case Cue::chime:
            return {{{sine, 1047, 0.3F, 0, 0.5F, 0.15F}, {sine, 1568, 0.15F, 0, 0.5F, 0.1F}}};
        case Cue::refuse:
            return {{{buzz, 180, 0.3F, 0, 0.11F}, {buzz, 180, 0.3F, 0.14F, 0.11F}}};
        case Cue::harsh:
            return {{{buzz, 950, 0.32F, 0, 0.22F}, {buzz, 950, 0.32F, 0.3F, 0.34F}}};
        case Cue::phone:
            return {{{noise, 4000, 0.4F, 0, 0.04F, 0.01F}, {noise, 1200, 0.1F, 0.05F, 0.25F}}};
        case Cue::radio:
            return {{{noise, 4500, 0.3F, 0, 0.16F}, {sine, 1000, 0.15F, 0.16F, 0.06F}}};
    }
    return {};
}

/// In loops a tone of the loop's length has a whole number of swings.
SoundSpec made(Loop loop) {
    switch (loop) {
        case Loop::motor:
            return {{{buzz, 110, 0.1F, 0, 1}, {sine, 330, 0.12F, 0, 1}, {noise, 1800, 0.25F, 0, 1}},
                    1};
        case Loop::printer:
            return {{{buzz, 240, 0.08F, 0, 0.07F},
                     {noise, 6000, 0.3F, 0, 0.07F},
                     {buzz, 210, 0.08F, 0.08F, 0.06F},
                     {noise, 5000, 0.2F, 0.08F, 0.06F}},
                    0.15F};
        case Loop::alarm:
            return {{{buzz, 1100, 0.3F, 0, 0.25F}, {buzz, 850, 0.3F, 0.25F, 0.25F}}, 0.9F};
        case Loop::fan:
            return {{{noise, 900, 0.6F, 0, 1}, {sine, 160, 0.15F, 0, 1}}, 1};
        case Loop::ups:
            return {{{sine, 2300, 0.3F, 0.1F, 0.25F}}, 5};
        case Loop::ups_low:
            return {{{sine, 2300, 0.3F, 0.1F, 0.15F}}, 0.6F};
        case Loop::starter:
            return {{{noise, 700, 0.5F, 0, 0.3F}, {buzz, 60, 0.2F, 0, 0.3F}}, 0.4F};
        case Loop::generator:
            return {{{buzz, 50, 0.25F, 0, 1}, {sine, 100, 0.2F, 0, 1}, {noise, 300, 0.4F, 0, 1}},
                    1};
        case Loop::ringing:
            return {{{sine, 425, 0.25F, 0.2F, 1}}, 4};
        case Loop::crowd:
            return {{{noise, 450, 0.45F, 0, 6},
                     {noise, 900, 0.3F, 0.4F, 1.1F, 0.5F},
                     {noise, 700, 0.35F, 1.9F, 1.4F, 0.6F},
                     {noise, 1000, 0.25F, 3.6F, 0.9F, 0.4F},
                     {noise, 800, 0.3F, 4.7F, 1.2F, 0.5F}},
                    6};
        case Loop::hum:
            return {{{sine, 100, 0.3F, 0, 1}, {sine, 200, 0.12F, 0, 1}, {sine, 300, 0.05F, 0, 1}},
                    1};
        case Loop::room:
            return {{{noise, 150, 0.4F, 0, 4}}, 4};
    }
    return {};
}

}  // namespace

std::vector<SoundSpec> sound_bank() {
    std::vector<SoundSpec> bank;
    for (std::size_t i = 0; i < cue_count; ++i) bank.push_back(made(static_cast<Cue>(i)));
    for (std::size_t i = 0; i < loop_count; ++i) bank.push_back(made(static_cast<Loop>(i)));
    return bank;
}

}  // namespace sim::seats
