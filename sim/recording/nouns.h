/// Which arguments of a message name a noun of the station, and that noun's name: what a recording
/// keeps instead of a number, so that it outlives a change of numbering.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sim/station/setup.h"
#include "sim/world/message.h"

namespace sim {

enum class Noun : std::uint8_t { none, part, device, post, fault, signal, parameter };

/// What each argument of a message's text is. `{device}` and `{post}` take the observation's own
/// device and actor where there are any, and an argument otherwise.
std::array<Noun, 3> argument_nouns(Message message, bool has_device, bool has_actor);

/// The name of a noun by its number at this station; empty when it has none.
std::string noun_name(const Setup& setup, Noun noun, std::int64_t number);

/// The word that a recording keeps for a noun: its name, or "#12" for a number without a name.
std::string noun_word(const Setup& setup, Noun noun, std::int64_t number);

/// The number of a noun by its word; nothing when this station has no such thing.
std::optional<std::int64_t> noun_number(const Setup& setup, Noun noun, std::string_view name);

}  // namespace sim
