/// An entry of the catalogue of malfunctions: causes as perturbations of declared parameters, never
/// a scripted symptom.
#pragma once

#include <string>
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

/// What can be seen, heard or read when the fault is there: a condition that becomes true.
struct Sign {
    engine::LocalizedText text;
    Condition when;
};

/// A usual wrong answer and what follows from it.
struct Mistake {
    engine::LocalizedText text;
    std::vector<Sentence> sentences;
    Condition consequence;
};

struct FaultSpec {
    std::string id;                    ///< "scanner_jam_entry"
    std::string number;                ///< as in domain.md part B: "S01"
    std::string kind = "malfunction";  ///< malfunction, human_error, condition, reference
    engine::LocalizedText title;
    engine::LocalizedText note;
    DeviceClass device_class{};
    int difficulty = 1;  ///< 1 to 4
    std::vector<Cause> causes;
    std::vector<Sign> signs;
    Procedure recovery;
    std::vector<Mistake> mistakes;
    std::string rate;                  ///< how often it was seen, in words, with source
    std::vector<std::string> sources;  ///< keys of domain.md part I
};

}  // namespace sim
