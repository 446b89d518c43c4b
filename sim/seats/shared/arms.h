/// Malfunctions that wait for a moment, or until a reading becomes so. When it is time the
/// instructor's `inject …` is said at that very moment of the drill, so that the journal holds
/// nothing but sentences. What waits belongs to the drill under way, not to a seat's screen.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/world/condition.h"
#include "sim/world/message.h"

namespace sim::seats {

struct Live;

struct Arm {
    std::int32_t number = 0;  ///< given by `arm`; grows
    std::int16_t fault = -1;  ///< in the catalogue
    std::string words;        ///< NAME=VALUE pairs of the injection

    enum class When : std::uint8_t { time, reading };
    When when = When::time;
    Time at = 0;  ///< time: of the first injection
    SignalRef signal;
    Condition::Comparison comparison = Condition::Comparison::at_least;
    std::int64_t value = 0;

    /// Comes and goes: injected `times` times, again `every` after the time before.
    int times = 1;
    Time every = 0;

    std::vector<Time> fired;  ///< when it was injected so far
    Refusal refusal;          ///< why it could not be, the last time

    bool waits() const { return static_cast<int>(fired.size()) < times; }
    /// Next injection; engine::never when that depends on a reading, or when it is over.
    Time next() const {
        if (!waits()) return engine::never;
        if (!fired.empty()) return fired.back() + every;
        return when == When::time ? at : engine::never;
    }
};

/// Adds it. @return its number.
std::int32_t arm(Live& live, Arm item);
/// It will not be injected any more; what it has injected stays.
void disarm(Live& live, std::int32_t number);

/// Says what is due now. Called by all that lets time run.
void fire_arms(Live& live);
/// The moment at which what is armed has to be looked at again.
Time next_look(const Live& live);
/// After going back: what was injected later than now waits again.
void rewind_arms(Live& live);

}  // namespace sim::seats
