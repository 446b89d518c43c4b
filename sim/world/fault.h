/// An entry of the catalogue of malfunctions: causes as perturbations of declared parameters and as
/// what a colleague does wrong, never a scripted symptom.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/text.h"
#include "sim/world/condition.h"
#include "sim/world/parameter.h"
#include "sim/world/part.h"
#include "sim/world/procedure.h"

namespace sim {

/// One cause: a parameter of a device of the class (the first unless the injection names another)
/// is taken to a value, `delay` after the injection, within `ramp`, for `duration`.
struct Cause {
    Parameter parameter{};
    std::int64_t value = 0;
    Time delay = 0;
    Time ramp = 0;
    Time duration = engine::never;
};

/// A human cause: a colleague does what should not be done, `delay` after the injection, as soon as
/// it is possible. While it lasts, the parameter room.attention says so.
struct Slip {
    PostId by = no_post;
    std::vector<Sentence> sentences;
    Time delay = 0;
    Time duration = engine::never;
};

/// What can be seen, heard or read when the fault is there: a condition that becomes true.
struct Sign {
    engine::LocalizedText text;
    Condition when;
    Time within = engine::hour;  ///< after the injection, in a station at work
};

/// A usual wrong answer and what follows from it.
struct Mistake {
    engine::LocalizedText text;
    std::vector<Sentence> sentences;
    Condition consequence;
};

/// The part of the day in which an entry can be met.
enum class Phase : std::uint8_t { opening, voting, closing };
/// As written in fault files.
inline constexpr std::array<std::string_view, 3> phase_names{"opening", "voting", "closing"};

struct FaultSpec {
    std::string id;                    ///< as in the name of its file
    std::string number;                ///< as in domain.md part B
    std::string kind = "malfunction";  ///< malfunction, human_error, condition, reference
    engine::LocalizedText title;
    engine::LocalizedText note;
    DeviceClass device_class{};
    Phase phase = Phase::voting;
    int difficulty = 1;  ///< 1 to 4
    std::vector<Cause> causes;
    std::vector<Slip> slips;
    std::vector<Sign> signs;
    Procedure recovery;
    std::vector<Mistake> mistakes;
    engine::LocalizedText rate;        ///< how often it was seen, with source
    std::vector<std::string> sources;  ///< keys of domain.md part I
};

}  // namespace sim
