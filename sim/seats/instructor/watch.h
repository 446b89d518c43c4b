/// What the instructor's seat keeps of a station while it runs: how far the response to each
/// malfunction has come, the queue, and the one line that says what matters now. Draws nothing.
#pragma once

#include <string>
#include <vector>

#include "engine/view/theme.h"
#include "sim/seats/shared/live.h"

namespace sim::seats {

/// One injection with what was seen and done about it.
struct InPlay {
    struct Moment {
        Time asked = engine::never;  ///< since when it could be done (signs: unused)
        Time reached = engine::never;
        Since when;
        Since done;
    };

    std::int32_t injection = 0;
    std::int16_t fault = -1;
    Time since = 0;              ///< its first cause begins
    Time until = engine::never;  ///< the last of its causes ended, or will
    DeviceId device = no_device;
    Seat author = Seat::scenario;
    std::vector<Moment> steps;  ///< as in the fault's recovery
    std::vector<Moment> signs;

    bool begun(Time now) const { return since <= now; }
    bool active(Time now) const { return begun(now) && until > now; }
};

struct QueueSample {
    Time time = 0;
    std::int64_t waiting = 0;
};

/// A moment on the timeline.
struct Mark {
    enum class Kind : std::uint8_t { injected, planned, note, message, bookmark };
    Kind kind{};
    Time time = 0;
    std::string text;  ///< in words, but for injections (`fault`)
    std::int16_t fault = -1;
};

struct Watch {
    int branch = 0;
    std::vector<InPlay> in_play;     ///< all injections so far, in their order
    std::vector<QueueSample> queue;  ///< one a minute
    std::vector<Mark> marks;         ///< of what was said so far, by time
    Time last_act = 0;               ///< of the trainee
    std::size_t said = 0;            ///< read of DrillSession::said

    // What an injection of each number was known to have reached, before the way back.
    std::int32_t injections = 0;
    Time looked = -1;
};

/// Keeps up with the drill; to be called at every frame.
void look(Watch& watch, const Live& live);

/// How long the response may take by its steps; engine::never when none has a limit.
Time expected_time(const FaultSpec& fault);

enum class ResponseState : std::uint8_t { done, next, later };
ResponseState state_of(const InPlay& item, const FaultSpec& fault, std::size_t step);

/// Something of the response has been done.
bool responded(const InPlay& item);
/// Every step of the response is done.
bool settled(const InPlay& item);
/// Belongs on the screen: its causes act, or what they left is not put right yet.
bool in_sight(const InPlay& item, Time now);

/// Ranks of attention, the most urgent first.
enum class Need : std::uint8_t { unnoticed, handling, no_action, overdue, frozen, over, calm };
struct NowLine {
    Need need = Need::calm;
    engine::view::Status status{};
    std::string text;
};
NowLine now_line(const Watch& watch, const Live& live, const Reader& reader);

/// How one device is.
struct DeviceLine {
    DeviceId device = no_device;
    std::string name;
    engine::view::Status status{};
    std::string word;
};
std::vector<DeviceLine> device_lines(const Live& live, const Reader& reader);

/// Voters waiting anywhere in the station.
std::int64_t waiting(const World& world);

/// "Set-up", "Voting", "Paused", "Closing", in words.
std::string phase_words(const World& world, const Reader& reader);

/// Names of the people at the trainee's posts, or of the posts.
std::string who(const Live& live, const Reader& reader);

/// "1:12", "12:03", "1:02:03": how long something has been.
std::string span_words(Time span);

}  // namespace sim::seats
