/// A drill over time, as plain rows: what the tracks below the picture show. Gathered by one run of
/// the recorded commands without a window.
#pragma once

#include <vector>

#include "sim/report/facts.h"

namespace sim::seats {

/// Hands at work: one command of a post, from its beginning to its end.
struct HandBlock {
    Time from = 0;
    Time to = 0;
    PostId post = no_post;
    std::int32_t command = 0;  ///< index in the recording's commands
    bool refused = false;
};

/// From here on a device is in this state.
struct StateChange {
    Time from = 0;
    std::int64_t value = 0;
};

struct DeviceTrack {
    DeviceId device = no_device;
    SignalRef signal;  ///< whose values these are
    std::vector<StateChange> changes;
};

struct QueueChange {
    Time from = 0;
    std::int64_t waiting = 0;
};

/// A stretch of the day between two of its turning points.
struct Phase {
    enum class Kind : std::uint8_t { opening, voting, closing };
    Kind kind{};
    Time from = 0;
    Time to = 0;
};

/// What became of one command.
struct Outcome {
    Refusal refusal;
    Time until = 0;  ///< when the hand that it occupied is free again
};

struct Tracks {
    Time start = 0;  ///< of the drill proper
    Time end = 0;
    std::vector<Phase> phases;
    std::vector<HandBlock> hands;  ///< of the posts that the trainee held, else of all
    std::vector<DeviceTrack> devices;
    std::vector<QueueChange> queue;
    std::int64_t longest = 0;
    Time longest_at = 0;
    std::vector<FaultSpan> faults;
    std::vector<Observation> spoken;    ///< radio, support line, reports, messages
    std::vector<Time> events;           ///< moments worth a step, in order, each once
    std::vector<Observation> observed;  ///< all, from the very beginning
    std::vector<Outcome> outcomes;      ///< of all commands, by their numbers
};

/// Looks on while a drill is replayed and fills the tracks.
class Tracker {
  public:
    /// @param held posts whose hands are shown.
    Tracker(const World& start, std::array<bool, post_count> held);

    /// A command was given; `world` is as it was left.
    void command(const Command& command, const Refusal& refusal, const World& world);
    void observations(std::span<const Observation> seen);
    void moment(const World& world);
    /// Before this nothing is shown: the station was brought to its beginning.
    void begin(const World& world);
    Tracks finish(const World& end);

  private:
    struct Span {
        FaultSpan fault;
        bool active = false;
    };
    void look_at_faults(const World& world);
    void mark(Time time);

    Tracks tracks_;
    std::array<bool, post_count> held_;
    std::vector<SignalRef> queues_;                 ///< everywhere where people wait
    std::vector<std::vector<std::int64_t>> plain_;  ///< of each device: what its values stand for
    std::vector<std::pair<std::int32_t, Span>> spans_;  ///< by injection
    bool begun_ = false;
};

}  // namespace sim::seats
