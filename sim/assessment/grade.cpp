#include "sim/assessment/grade.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "engine/core/time.h"

namespace sim {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 3> kind_names = {"step", "objective", "violation"};
constexpr std::array<std::string_view, 6> state_names = {"done",   "late",      "out_of_order",
                                                         "missed", "committed", "avoided"};

template <class Enum, std::size_t Count>
Enum named(const std::array<std::string_view, Count>& names, const std::string& name) {
    const auto found = std::find(names.begin(), names.end(), name);
    return static_cast<Enum>(found == names.end() ? 0 : found - names.begin());
}

const char* state_words(GradeState state) {
    switch (state) {
        case GradeState::done:
            return N_("done");
        case GradeState::late:
            return N_("late");
        case GradeState::out_of_order:
            return N_("out of order");
        case GradeState::missed:
            return N_("missed");
        case GradeState::committed:
            return N_("happened");
        case GradeState::avoided:
            return N_("did not happen");
    }
    return "";
}

// Competencies are named by the files; those of the procedures that ship are translated here.
constexpr std::array competency_words = {
    N_("closing"),      N_("communication"),  N_("counting"),       N_("custody"),
    N_("order"),        N_("protocol"),       N_("fault handling"), N_("setup"),
    N_("transmission"), N_("voter handling"), N_("zero state")};

void put_time(Json& json, const char* name, Time time) {
    if (time != engine::never) json[name] = engine::format_clock_exact(time);
}

Time get_time(const Json& json, const char* name) {
    if (!json.contains(name)) return engine::never;
    return engine::parse_clock(json.at(name).get<std::string>()).value_or(engine::never);
}

std::string line_text(const GradeLine& line, const engine::Translator& _,
                      std::string_view language) {
    std::string text =
        fmt::format("  {}  {}  {:>3}/{:<3} {}", engine::pad(_(state_words(line.state)), 20),
                    line.decided != engine::never ? engine::format_clock(line.decided) : "        ",
                    line.points, line.most, line.text.in(language));
    if (line.critical) text += fmt::format(" [{}]", _("critical"));
    text += fmt::format("  ({})\n", line.id);
    return text;
}

}  // namespace

std::string_view name_of(GradeKind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}
std::string_view name_of(GradeState state) {
    return state_names[static_cast<std::size_t>(state)];
}

void sum_up(Grade& grade) {
    grade.score = 0;
    grade.max_score = 0;
    grade.missed.clear();
    grade.failed_critical.clear();
    grade.competencies.clear();
    for (const GradeLine& line : grade.lines) {
        grade.score += line.points;
        grade.max_score += line.most;
        const bool failed = line.state == GradeState::missed || line.state == GradeState::committed;
        if (line.state == GradeState::missed) grade.missed.push_back(line.id);
        if (failed && line.critical) grade.failed_critical.push_back(line.id);
        if (line.competency.empty()) continue;
        CompetencyGrade& competency = grade.competencies[line.competency];
        competency.points += line.points;
        competency.most += line.most;
    }
    grade.score = std::max(grade.score, 0);
}

Json json_of(const GradeLine& line) {
    Json json;
    json["kind"] = name_of(line.kind);
    json["state"] = name_of(line.state);
    json["id"] = line.id;
    if (!line.post.empty()) json["post"] = line.post;
    if (!line.competency.empty()) json["competency"] = line.competency;
    json["critical"] = line.critical;
    json["points"] = line.points;
    json["most"] = line.most;
    put_time(json, "asked", line.asked);
    put_time(json, "due", line.due);
    put_time(json, "decided", line.decided);
    json["observation"] = line.observation;
    json["command"] = line.command;
    Json evidence = Json::object();
    for (const Evidence& item : line.evidence) evidence[item.signal] = item.value;
    json["evidence"] = std::move(evidence);
    return json;
}

GradeLine line_of_json(const Json& json) {
    GradeLine line;
    line.kind = named<GradeKind>(kind_names, json.at("kind").get<std::string>());
    line.state = named<GradeState>(state_names, json.at("state").get<std::string>());
    line.id = json.at("id").get<std::string>();
    line.post = json.value("post", "");
    line.competency = json.value("competency", "");
    line.critical = json.at("critical").get<bool>();
    line.points = json.at("points").get<int>();
    line.most = json.at("most").get<int>();
    line.asked = get_time(json, "asked");
    line.due = get_time(json, "due");
    line.decided = get_time(json, "decided");
    line.observation = json.at("observation").get<std::int64_t>();
    line.command = json.at("command").get<std::int64_t>();
    for (const auto& [signal, value] : json.at("evidence").items()) {
        line.evidence.push_back({signal, value.get<std::string>()});
    }
    return line;
}

Json json_of(const Grade& grade) {
    Json json;
    json["score"] = grade.score;
    json["max_score"] = grade.max_score;
    json["pass_permille"] = grade.pass;
    json["passed"] = grade.passed();
    json["missed"] = grade.missed;
    json["failed_critical"] = grade.failed_critical;
    Json competencies = Json::object();
    for (const auto& [name, points] : grade.competencies) {
        competencies[name] = {{"points", points.points}, {"most", points.most}};
    }
    json["competencies"] = std::move(competencies);
    return json;
}

std::string competency_name(const std::string& id, const engine::Translator& _) {
    std::string words = id;
    std::replace(words.begin(), words.end(), '_', ' ');
    const bool known = std::find(competency_words.begin(), competency_words.end(),
                                 std::string_view(words)) != competency_words.end();
    return known ? std::string(_(words)) : words;
}

std::string grade_text(const Grade& grade, const engine::Translator& _, std::string_view language) {
    std::string text;
    const auto section = [&](std::string_view title, const auto& wanted) {
        std::string lines;
        for (const GradeLine& line : grade.lines) {
            if (wanted(line)) lines += line_text(line, _, language);
        }
        if (!lines.empty()) text += fmt::format("{}\n{}", title, lines);
    };
    section(_("Breaches"), [](const GradeLine& line) {
        return line.kind == GradeKind::violation && line.state == GradeState::committed;
    });
    section(_("Objectives"),
            [](const GradeLine& line) { return line.kind == GradeKind::objective; });
    section(_("Missed, late or out of order"), [](const GradeLine& line) {
        return line.kind == GradeKind::step && line.state != GradeState::done;
    });
    section(_("Done"), [](const GradeLine& line) {
        return line.kind == GradeKind::step && line.state == GradeState::done;
    });
    if (!grade.competencies.empty()) text += fmt::format("{}\n", _("By competency"));
    for (const auto& [name, points] : grade.competencies) {
        text += fmt::format("  {}  {}/{}\n", engine::pad(competency_name(name, _), 28),
                            points.points, points.most);
    }
    text += fmt::format("{}: {}/{}  {}\n", _("Grade"), grade.score, grade.max_score,
                        grade.passed() ? _("passed") : _("not passed"));
    return text;
}

}  // namespace sim
