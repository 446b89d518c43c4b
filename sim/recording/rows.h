/// What stands in a recording, as plain values.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sim/station/setup.h"
#include "sim/world/command.h"
#include "sim/world/message.h"
#include "sim/world/post.h"

namespace sim {

/// What a recording says about itself.
struct RecordingInfo {
    std::string program;   ///< version that made it
    std::string scenario;  ///< id of the drill
    std::uint64_t seed = 0;
    std::string trainee;
    std::string crew;          ///< who worked the posts: "expert", "idle", "skip:3"
    std::string posts;         ///< posts a trainee held, separated by blanks
    std::int64_t prelude = 0;  ///< commands before the drill proper began
    std::string started;       ///< wall clock, only to be read by people
    bool exam = false;         ///< the trainee can neither stop nor skip time; hints cost points

    friend bool operator==(const RecordingInfo&, const RecordingInfo&) = default;
};

/// A line of the journal of branches: the first has no parent.
struct RecordedBranch {
    std::int64_t number = 0;
    std::int64_t parent = -1;
    Time start = 0;             ///< where it left its parent
    std::int64_t commands = 0;  ///< how many commands it has in common with its parent
    Time reached = 0;           ///< how far it was run

    friend bool operator==(const RecordedBranch&, const RecordedBranch&) = default;
};

/// An argument of a message: a number, or the name of a noun.
struct RecordedArgument {
    std::int64_t number = 0;
    std::string noun;

    friend bool operator==(const RecordedArgument&, const RecordedArgument&) = default;
};

/// A command as it was said, and what came of it.
struct RecordedCommand {
    std::int64_t branch = 0;
    std::int64_t number = 0;
    Time time = 0;
    std::string author;
    std::string actor;
    std::string sentence;
    std::string refused;  ///< name of the message; empty when it was carried out
    bool already = false;
    std::array<RecordedArgument, 3> arguments;

    friend bool operator==(const RecordedCommand&, const RecordedCommand&) = default;
};

struct RecordedObservation {
    std::int64_t branch = 0;
    Time time = 0;
    std::string message;
    std::string device;
    std::string actor;
    std::array<RecordedArgument, 3> arguments;

    friend bool operator==(const RecordedObservation&, const RecordedObservation&) = default;
};

struct RecordedHash {
    std::int64_t branch = 0;
    Time time = 0;
    std::uint64_t hash = 0;

    friend bool operator==(const RecordedHash&, const RecordedHash&) = default;
};

struct RecordedKeyframe {
    std::int64_t branch = 0;
    Time time = 0;
    std::int64_t commands = 0;
    std::uint64_t layout = 0;  ///< of the saved state: see layout_version
    std::string state;         ///< compressed

    friend bool operator==(const RecordedKeyframe&, const RecordedKeyframe&) = default;
};

struct RecordedGrade {
    std::string item;
    std::string value;

    friend bool operator==(const RecordedGrade&, const RecordedGrade&) = default;
};

/// Names of the posts held, separated by blanks; and back: false when a name is no post's.
std::string format_posts(const std::array<bool, post_count>& held);
bool parse_posts(std::string_view text, std::array<bool, post_count>& held);

// From and to the numbers of one station.
RecordedCommand recorded(const Setup& setup, const Command& command, const Refusal& refusal);
RecordedObservation recorded(const Setup& setup, const Observation& observation);
/// Nothing when the program no longer knows the message, the device or the noun.
std::optional<Observation> observation_of(const Setup& setup, const RecordedObservation& row);
std::optional<Refusal> refusal_of(const Setup& setup, const RecordedCommand& row);

}  // namespace sim
