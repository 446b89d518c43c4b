/// What happened, as data: an observation is a message's id with numbers, never finished text. The
/// same observation is shown in English, Russian and Kyrgyz, and read by the grade.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "sim/world/ids.h"

namespace sim {

/// How much a message matters to the person who reads the account of the day.
enum class Level : std::uint8_t {
    detail,   ///< every step of a machine; in the log, not in the account
    action,   ///< somebody did something
    event,    ///< something happened that people notice
    warning,  ///< needs somebody
    critical,
};

/// Who may ever see a message. The trainee's seat must never be told of an injection.
enum class Audience : std::uint8_t { everyone, instructor };

enum class Message : std::uint16_t {
#define MESSAGE(id, level, audience, text) id,
#include "sim/world/messages.inl"
#undef MESSAGE
};

struct MessageSpec {
    std::string_view name;  ///< stable name in recordings
    Level level;
    Audience audience;
    /// msgid with placeholders, filled by the arguments in order. The name in a placeholder says
    /// how a number is shown: {part} {part2} {device} {post} {fault} {signal} {parameter} as that
    /// noun's label, {time} as a clock, {duration}, {voter} as a number, {word} as a topic,
    /// anything else as a number.
    const char* text;
};

const MessageSpec& spec(Message message);
std::size_t message_count();
std::optional<Message> find_message(std::string_view name);

/// One thing that happened. `device` and `actor` may be none.
struct Observation {
    Time time = 0;
    Message message{};
    DeviceId device = no_device;
    PostId actor = no_post;
    std::array<std::int64_t, 3> arguments{};

    template <class Archive>
    void serialize(Archive& ar) {
        ar(time, message, device, actor, arguments);
    }
    friend bool operator==(const Observation&, const Observation&) = default;
};

/// Why a command cannot be done: a message and its arguments. `Message::none` means it can.
struct Refusal {
    Message reason{};  ///< the first message, `none`, by default
    std::array<std::int64_t, 3> arguments{};
    /// The command asks for what is so already (a door that is open): refused, and for the expert
    /// and the grade the sign that the thing is done.
    bool already = false;

    explicit operator bool() const { return reason != Message{}; }
};

}  // namespace sim
