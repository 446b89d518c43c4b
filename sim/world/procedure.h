/// Procedures: one description of the work, four uses: checklist and hints, the expert, the grade
/// and the printed manual.
#pragma once

#include <string>
#include <vector>

#include "engine/core/text.h"
#include "sim/world/command.h"
#include "sim/world/condition.h"

namespace sim {

/// One thing to do within a step. Number fields written as {signal} take the signal's value when
/// the sentence is said.
struct Sentence {
    Command command;       ///< parsed against the station; author, time and number are left out
    SignalRef value_from;  ///< the value is this signal's when it is said
    bool takes_value = false;
    std::string text;  ///< as written, for people and files
    int line = 0;      ///< where in its file
};

struct Step {
    std::string id;
    engine::LocalizedText text;
    engine::LocalizedText hint;
    PostId post = no_post;
    Condition when;                   ///< may be done from now on, by what the post perceives
    Condition done;                   ///< is done; empty: when every sentence was carried out
    std::vector<std::int16_t> after;  ///< steps of the same procedure that come first
    std::vector<Sentence> sentences;
    Time by = engine::never;      ///< clock time until which it has to be done
    Time within = engine::never;  ///< or how long after `when` came true
    bool routine = false;         ///< done again whenever `when` holds: not graded one by one
    bool critical = false;
    std::string competency;
    int points = 0;
    std::string source;  ///< key of the public source, or `estimate`
    int line = 0;
};

/// Something that must never become true (a ballot without a receipt). Costs all its points and,
/// when critical, the drill.
struct Violation {
    std::string id;
    engine::LocalizedText text;
    Condition when;
    bool critical = false;
    std::string competency;
    int points = 0;
    std::string source;
};

struct Procedure {
    std::string id;
    engine::LocalizedText title;
    int priority = 0;  ///< recoveries come before the routine of the day
    std::vector<Step> steps;
    std::vector<Violation> never;
    std::string file;
};

}  // namespace sim
