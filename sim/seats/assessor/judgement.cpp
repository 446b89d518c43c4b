#include "sim/seats/assessor/judgement.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "engine/core/text.h"

namespace sim::seats {

namespace {

using Json = nlohmann::ordered_json;

constexpr int format_version = 1;

Json json_of(const Judgement& judgement) {
    Json json;
    json["overrides"] = Json::array();
    for (const PointsOverride& one : judgement.overrides) {
        json["overrides"].push_back(
            {{"line", one.line}, {"points", one.points}, {"reason", one.reason}, {"by", one.by}});
    }
    json["comments"] = Json::array();
    for (const ReportComment& one : judgement.comments) {
        json["comments"].push_back({{"line", one.line}, {"text", one.text}});
    }
    json["signed_by"] = judgement.signed_by;
    json["signed_at"] = judgement.signed_at;
    return json;
}

Judgement judgement_of(const Json& json) {
    Judgement judgement;
    for (const Json& one : json.at("overrides")) {
        judgement.overrides.push_back(
            {one.at("line"), one.at("points"), one.at("reason"), one.at("by")});
    }
    for (const Json& one : json.at("comments")) {
        judgement.comments.push_back({one.at("line"), one.at("text")});
    }
    judgement.signed_by = json.at("signed_by");
    judgement.signed_at = json.at("signed_at");
    return judgement;
}

Assessment assessment_of(const Json& json) {
    Assessment assessment;
    assessment.digest = json.at("recording");
    assessment.first = judgement_of(json.at("first"));
    assessment.second = judgement_of(json.at("second"));
    for (const Json& one : json.at("notes")) {
        const auto time = engine::parse_clock(one.at("time").get<std::string>());
        assessment.notes.push_back({time.value_or(0), one.at("text"), one.at("by")});
    }
    return assessment;
}

}  // namespace

PointsOverride* Judgement::override_of(std::string_view line) {
    const auto found = std::find_if(overrides.begin(), overrides.end(),
                                    [&](const PointsOverride& one) { return one.line == line; });
    return found == overrides.end() ? nullptr : &*found;
}

const PointsOverride* Judgement::override_of(std::string_view line) const {
    return const_cast<Judgement*>(this)->override_of(line);
}

std::string Judgement::comment_of(std::string_view line) const {
    for (const ReportComment& one : comments) {
        if (one.line == line) return one.text;
    }
    return {};
}

void Judgement::comment(const std::string& line, const std::string& text) {
    std::erase_if(comments, [&](const ReportComment& one) { return one.line == line; });
    if (!text.empty()) comments.push_back({line, text});
}

std::vector<std::string> Judgement::without_reason() const {
    std::vector<std::string> lines;
    for (const PointsOverride& one : overrides) {
        if (one.reason.find_first_not_of(' ') == std::string::npos) lines.push_back(one.line);
    }
    return lines;
}

std::filesystem::path assessment_file(const std::filesystem::path& recording) {
    std::filesystem::path file = recording;
    file += ".assessment.json";
    return file;
}

Assessment load_assessment(const std::filesystem::path& file, engine::Phrase& problem) {
    std::error_code none;
    if (!std::filesystem::exists(file, none)) return {};
    std::ifstream in(file, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    if (!in) {
        problem = {N_("The assessment beside the recording cannot be read: {}"), file.string()};
        return {};
    }
    try {
        const Json json = Json::parse(bytes.str());
        if (json.at("assessment").get<int>() != format_version) {
            problem = {N_("The assessment beside the recording was written by another program: {}"),
                       file.string()};
            return {};
        }
        return assessment_of(json);
    } catch (const nlohmann::json::exception&) {
        problem = {N_("The assessment beside the recording is damaged: {}"), file.string()};
    }
    return {};
}

engine::Phrase save_assessment(const Assessment& assessment, const std::filesystem::path& file) {
    Json json;
    json["assessment"] = format_version;
    json["recording"] = assessment.digest;
    json["first"] = json_of(assessment.first);
    json["second"] = json_of(assessment.second);
    json["notes"] = Json::array();
    for (const MomentNote& note : assessment.notes) {
        json["notes"].push_back({{"time", engine::format_clock_exact(note.time)},
                                 {"text", note.text},
                                 {"by", note.by}});
    }
    std::filesystem::path fresh = file;
    fresh += ".new";
    {
        std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
        // Text that somebody pasted need not be UTF-8.
        out << json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
        out.flush();
        if (!out) {
            std::error_code none;
            std::filesystem::remove(fresh, none);
            return {N_("The assessment could not be written to {}"), file.string()};
        }
    }
    std::error_code failed;
    std::filesystem::rename(fresh, file, failed);
    if (failed) return {N_("The assessment could not be written to {}"), file.string()};
    return {};
}

std::string wall_clock() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02} +0000", parts.tm_year + 1900,
                       parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec);
}

}  // namespace sim::seats
