/// What waits in the world's queue: plain data, never a closure.
#pragma once

#include <cstdint>

#include "engine/core/queue.h"
#include "sim/world/ids.h"

namespace sim {

enum class EventKind : std::uint8_t {
    action_done,    ///< subject: PostId; the action it was busy with ends
    device_timer,   ///< subject: DeviceId; value: the device's own timer, token: see below
    arrival,        ///< the next voter of the schedule comes in
    voter_timer,    ///< subject: VoterId; value: what the voter was doing
    condition_due,  ///< a `for:` condition of the timeline may have become true
    fault_phase,    ///< a perturbation starts or ends
    power_check,    ///< a battery reaches its end, a generator its speed
    centre_reply,   ///< the results centre answers; subject: DeviceId of the unit
    people,         ///< support line, courier, observers: value says which
    slip,           ///< a colleague errs; subject: fault, value: see slips.cpp, token: injection
};

/// `token` lets an owner ignore a timer that no longer matters: it bumps its own token to cancel.
struct Event {
    EventKind kind{};
    std::int16_t subject = -1;
    std::int32_t value = 0;
    std::uint32_t token = 0;

    template <class Archive>
    void serialize(Archive& ar) {
        ar(kind, subject, value, token);
    }
    friend bool operator==(const Event&, const Event&) = default;
};

using Queue = engine::EventQueue<Event>;

}  // namespace sim
