/// The grade of a drill: what was asked for, what was done when, what it is worth and by what it is
/// proved.
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "sim/world/ids.h"

namespace sim {

enum class GradeKind : std::uint8_t { step, objective, violation };
std::string_view name_of(GradeKind kind);

enum class GradeState : std::uint8_t {
    done,          ///< as it should be
    late,          ///< done, but after its time: half the points
    out_of_order,  ///< done before what must come first: half the points
    missed,        ///< asked for, and not done
    committed,     ///< violation: it happened
    avoided,       ///< violation: it did not
};
std::string_view name_of(GradeState state);

/// One reading that proves a line: a signal and its value when the line was decided.
struct Evidence {
    std::string signal;
    std::string value;

    friend bool operator==(const Evidence&, const Evidence&) = default;
};

struct GradeLine {
    GradeKind kind{};
    GradeState state{};
    std::string id;  ///< "opening.zero_report"
    engine::LocalizedText text;
    std::string post;  ///< whose it was; empty for objectives and violations
    std::string competency;
    bool critical = false;
    int points = 0;                ///< earned; negative for a violation
    int most = 0;                  ///< that could be earned
    Time asked = engine::never;    ///< since when it could be done
    Time due = engine::never;      ///< until when it had to be
    Time decided = engine::never;  ///< when it was done, or happened
    std::int64_t observation = 0;  ///< how many observations there were then
    std::int64_t command = 0;      ///< and how many commands
    std::vector<Evidence> evidence;

    friend bool operator==(const GradeLine&, const GradeLine&) = default;
};

struct CompetencyGrade {
    int points = 0;
    int most = 0;

    friend bool operator==(const CompetencyGrade&, const CompetencyGrade&) = default;
};

struct Grade {
    int score = 0;
    int max_score = 0;
    int pass = 800;  ///< share of the points that passes, permille
    std::vector<GradeLine> lines;
    std::vector<std::string> missed;           ///< ids of steps and objectives, in order
    std::vector<std::string> failed_critical;  ///< ids; one is enough to fail
    std::map<std::string, CompetencyGrade> competencies;

    bool passed() const {
        return failed_critical.empty() &&
               std::int64_t{1000} * score >= std::int64_t{pass} * max_score;
    }
    bool full() const { return failed_critical.empty() && missed.empty() && score == max_score; }

    friend bool operator==(const Grade&, const Grade&) = default;
};

/// Works out sums, missed and failed from the lines.
void sum_up(Grade& grade);

// Everything but the texts, which the files give; `line_of_json` throws nlohmann::json::exception.
nlohmann::ordered_json json_of(const GradeLine& line);
GradeLine line_of_json(const nlohmann::ordered_json& json);
/// The sums alone.
nlohmann::ordered_json json_of(const Grade& grade);

/// A competency's name ("fault_handling") in words.
std::string competency_name(const std::string& id, const engine::Translator& _);

/// The grade for a person to read, in a language ("en", "ru", "ky").
std::string grade_text(const Grade& grade, const engine::Translator& _, std::string_view language);

}  // namespace sim
