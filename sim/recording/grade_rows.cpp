#include "sim/recording/grade_rows.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "engine/core/text.h"
#include "sim/recording/recording.h"

namespace sim {

namespace {

using Json = nlohmann::ordered_json;

engine::LocalizedText text_of(const std::string& id, const GradingPlan& plan) {
    for (const GradedProcedure& graded : plan.procedures) {
        const std::string& procedure = graded.procedure->id;
        const std::string prefix = procedure.empty() ? "" : procedure + ".";
        if (!id.starts_with(prefix)) continue;
        const std::string name = id.substr(prefix.size());
        for (const Step& step : graded.procedure->steps) {
            if (step.id == name) return step.text;
        }
        for (const Violation& violation : graded.procedure->never) {
            if (violation.id == name) return violation.text;
        }
    }
    return {id, {}, {}};
}

}  // namespace

std::vector<RecordedGrade> grade_rows(const Grade& grade) {
    std::vector<RecordedGrade> rows;
    for (const GradeLine& line : grade.lines) rows.push_back({line.id, json_of(line).dump()});
    rows.push_back({"total", json_of(grade).dump()});
    return rows;
}

Grade grade_of(const std::vector<RecordedGrade>& rows, const GradingPlan& plan) {
    Grade grade;
    grade.pass = plan.pass;
    for (const RecordedGrade& row : rows) {
        try {
            const Json json = Json::parse(row.value);
            if (row.item == "total") {
                grade.pass = json.at("pass_permille").get<int>();
                continue;
            }
            grade.lines.push_back(line_of_json(json));
            grade.lines.back().text = text_of(grade.lines.back().id, plan);
        } catch (const Json::exception&) {
            throw RecordingError(RecordingError::Kind::damaged,
                                 {N_("grade: {} makes no sense"), engine::quote(row.item, 60)});
        }
    }
    sum_up(grade);
    return grade;
}

}  // namespace sim
