#include "sim/scenario/catalogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "engine/core/quantity.h"
#include "engine/core/time.h"
#include "sim/scenario/default_station.h"
#include "sim/scenario/form.h"
#include "sim/station/signals.h"
#include "sim/station/verb.h"
#include "sim/world/post.h"

namespace sim {

namespace {

using Json = nlohmann::ordered_json;
using Rows = std::vector<CatalogueRow>;

constexpr std::array<std::string_view, 6> kind_names = {"parts",      "verbs",  "signals",
                                                        "parameters", "faults", "scenarios"};

bool is_thing(PartKind kind) {
    return kind < PartKind::fault;
}

Rows list_parts(const Layout& layout, const CatalogueLanguage& language) {
    Rows rows;
    for (const PartSpec& part : layout.parts) {
        if (!is_thing(part.kind)) continue;
        CatalogueRow row;
        row.name = part.name;
        row.facts = name_of(part.kind);
        const std::string& label = part.label.in(language.language);
        const std::string& hint = part.hint.in(language.language);
        row.help = hint.empty() ? label : fmt::format("{} — {}", label, hint);
        row.json = {{"name", part.name}, {"kind", name_of(part.kind)}, {"label", label}};
        if (!hint.empty()) row.json["hint"] = hint;
        if (part.device != no_device) row.json["device"] = layout.device(part.device).name;
        if (part.behind != no_part) row.json["behind"] = layout[part.behind].name;
        if (!part.accepts.empty()) row.json["accepts"] = part.accepts;
        if (!part.type.empty()) row.json["type"] = part.type;
        rows.push_back(std::move(row));
    }
    return rows;
}

Json kinds_in(const Kinds& set) {
    Json names = Json::array();
    for (std::size_t i = 0; i < part_kind_count; ++i) {
        const auto kind = static_cast<PartKind>(i);
        if (set.has(kind)) names.push_back(name_of(kind));
    }
    return names;
}

std::string joined(const Json& names) {
    std::vector<std::string> words = names;
    return engine::join(words, "|");
}

/// The form of a verb's sentence: "connect PLUG PORT".
std::string usage(const Verb& verb) {
    std::string text(verb.name);
    const auto add = [&text](Use use, std::string_view word) {
        if (use == Use::required) text += fmt::format(" {}", word);
        if (use == Use::optional) text += fmt::format(" [{}]", word);
    };
    if (!verb.object.empty()) text += " PART";
    if (!verb.target.empty()) add(verb.target_use, "TARGET");
    add(verb.value_use, "VALUE");
    add(verb.words_use, verb.instructor && !verb.object.empty() ? "NAME=VALUE" : "\"WORDS\"");
    return text;
}

std::string_view use_name(Use use) {
    switch (use) {
        case Use::none:
            return "none";
        case Use::optional:
            return "optional";
        case Use::required:
            break;
    }
    return "required";
}

Rows list_verbs(const CatalogueLanguage& language) {
    Rows rows;
    for (const Verb& verb : verbs()) {
        CatalogueRow row;
        row.name = usage(verb);
        row.facts = joined(kinds_in(verb.object));
        if (!verb.target.empty()) row.facts += " → " + joined(kinds_in(verb.target));
        row.help = language.translate(verb.help);
        row.json = {{"verb", verb.name},
                    {"usage", row.name},
                    {"object", kinds_in(verb.object)},
                    {"target", kinds_in(verb.target)},
                    {"target_use", use_name(verb.target.empty() ? Use::none : verb.target_use)},
                    {"value", use_name(verb.value_use)},
                    {"words", use_name(verb.words_use)},
                    {"seconds", static_cast<double>(verb.duration) / 1e6},
                    {"who", verb.instructor ? "instructor" : "everyone"},
                    {"help", row.help}};
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string_view type_name(SignalType type) {
    constexpr std::array<std::string_view, 5> names = {"number", "boolean", "choice", "time",
                                                       "duration"};
    return names[static_cast<std::size_t>(type)];
}

CatalogueRow signal_row(std::string name, const SignalSpec& signal,
                        const CatalogueLanguage& language) {
    CatalogueRow row;
    row.name = std::move(name);
    row.help = language.translate(signal.help);
    row.facts = fmt::format("{}, {}", type_name(signal.type), name_of(signal.channel));
    row.json = {
        {"name", row.name}, {"type", type_name(signal.type)}, {"channel", name_of(signal.channel)}};
    if (signal.type == SignalType::number) row.json["unit"] = signal.unit;
    if (!signal.choices.empty()) {
        std::vector<std::string> choices(signal.choices.begin(), signal.choices.end());
        row.facts += fmt::format(": {}", engine::join(choices));
        row.json["values"] = choices;
    }
    row.json["help"] = row.help;
    return row;
}

Rows list_signals(const Layout& layout, const CatalogueLanguage& language) {
    Rows rows;
    for (const PartSpec& part : layout.parts) {
        if (part.kind != PartKind::signal) continue;
        const SignalSpec& signal = signals()[static_cast<std::size_t>(part.index)];
        rows.push_back(signal_row(part.label.en, signal, language));
    }
    const auto attributes = part_attributes();
    for (std::size_t i = 0; i < attributes.size(); ++i) {
        const SignalRef ref{static_cast<std::int16_t>(-2 - static_cast<int>(i)), 0};
        rows.push_back(signal_row(fmt::format("PART.{}", attributes[i]), spec(ref), language));
    }
    return rows;
}

Rows list_parameters(const Layout& layout, const CatalogueLanguage& language) {
    Rows rows;
    for (const auto& [name, named] : named_parameters(layout)) {
        const ParameterSpec& parameter = spec(named.parameter);
        const auto shown = [&](std::int64_t value) {
            return engine::format_quantity(value, parameter.unit);
        };
        const std::int64_t value =
            layout.device(named.device).base[static_cast<std::size_t>(named.parameter)];
        CatalogueRow row;
        row.name = name;
        row.facts =
            fmt::format("{} ({} … {})", shown(value), shown(parameter.low), shown(parameter.high));
        row.help = language.translate(parameter.help);
        row.json = {{"name", name},
                    {"class", name_of(parameter.device_class)},
                    {"unit", parameter.unit},
                    {"value", value},
                    {"neutral", parameter.neutral},
                    {"low", parameter.low},
                    {"high", parameter.high},
                    {"help", row.help}};
        rows.push_back(std::move(row));
    }
    return rows;
}

Json in_all(const engine::LocalizedText& text) {
    return {{"en", text.in("en")}, {"ru", text.in("ru")}, {"ky", text.in("ky")}};
}

Json sentences_json(const std::vector<Sentence>& sentences) {
    Json list = Json::array();
    for (const Sentence& sentence : sentences) list.push_back(sentence.text);
    return list;
}

Json time_json(Time time) {
    return time == engine::never ? Json(nullptr) : Json(engine::format_quantity(time, "us"));
}

Json causes_json(const FaultSpec& fault) {
    Json causes = Json::array();
    for (const Cause& cause : fault.causes) {
        const ParameterSpec& parameter = spec(cause.parameter);
        causes.push_back(
            {{"parameter", fmt::format("{}.{}", name_of(parameter.device_class), parameter.name)},
             {"value", engine::format_quantity(cause.value, parameter.unit)},
             {"delay", time_json(cause.delay)},
             {"ramp", time_json(cause.ramp)},
             {"duration", time_json(cause.duration)}});
    }
    for (const Slip& slip : fault.slips) {
        causes.push_back({{"by", posts()[static_cast<std::size_t>(slip.by)].name},
                          {"do", sentences_json(slip.sentences)},
                          {"delay", time_json(slip.delay)}});
    }
    return causes;
}

Json signs_json(const FaultSpec& fault) {
    Json signs = Json::array();
    for (const Sign& sign : fault.signs) {
        signs.push_back({{"text", in_all(sign.text)}, {"within", time_json(sign.within)}});
    }
    return signs;
}

Json recovery_json(const FaultSpec& fault) {
    Json steps = Json::array();
    for (const Step& step : fault.recovery.steps) {
        Json row = {{"id", step.id},
                    {"text", in_all(step.text)},
                    {"post", posts()[static_cast<std::size_t>(step.post)].name},
                    {"do", sentences_json(step.sentences)},
                    {"points", step.points},
                    {"source", step.source}};
        if (!step.hint.empty()) row["hint"] = in_all(step.hint);
        steps.push_back(std::move(row));
    }
    return steps;
}

Json mistakes_json(const FaultSpec& fault) {
    Json mistakes = Json::array();
    for (const Mistake& mistake : fault.mistakes) {
        mistakes.push_back(
            {{"text", in_all(mistake.text)}, {"do", sentences_json(mistake.sentences)}});
    }
    return mistakes;
}

Rows list_faults(DefaultStation& station, const CatalogueLanguage& language) {
    Rows rows;
    for (const FaultSpec& fault : station.faults()) {
        CatalogueRow row;
        row.name = fault.id;
        row.facts = fault.number;
        row.help = fault.title.in(language.language);
        row.json = {{"id", fault.id},
                    {"number", fault.number},
                    {"kind", fault.kind},
                    {"title", in_all(fault.title)},
                    {"device", name_of(fault.device_class)},
                    {"phase", phase_names[static_cast<std::size_t>(fault.phase)]},
                    {"difficulty", fault.difficulty},
                    {"cause", causes_json(fault)},
                    {"signs", signs_json(fault)},
                    {"recovery", recovery_json(fault)},
                    {"mistakes", mistakes_json(fault)},
                    {"rate", in_all(fault.rate)},
                    {"note", in_all(fault.note)},
                    {"sources", fault.sources}};
        rows.push_back(std::move(row));
    }
    return rows;
}

Rows list_scenarios(const FileSource& source, const std::vector<std::string>& paths,
                    const CatalogueLanguage& language, engine::Problems& problems) {
    Rows rows;
    for (const std::string& path : paths) {
        const auto text = source.scenario(path);
        if (!text) continue;
        const auto node = engine::read_yaml(*text, path, problems);
        if (!node || node->find("scenario") == nullptr) continue;
        engine::Problems ignored;
        Place place{path, ignored};
        Form form(*node, "scenario", place);
        CatalogueRow row;
        row.name = std::filesystem::path(path).stem().string();
        const std::int64_t difficulty = form.whole("difficulty", 1);
        const std::int64_t minutes = form.whole("minutes", 0);
        row.facts = engine::format_duration(minutes * engine::minute);
        const std::string title = form.localized("title").in(language.language);
        const std::string about = form.localized("about").in(language.language);
        row.help = fmt::format("{} — {}", title, about);
        row.json = {{"id", row.name},           {"file", path},
                    {"title", title},           {"about", about},
                    {"difficulty", difficulty}, {"minutes", minutes}};
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace

std::span<const std::string_view> catalogue_kinds() {
    return kind_names;
}

std::vector<CatalogueRow> list_catalogue(std::string_view kind, const FileSource& assets,
                                         const std::vector<std::string>& scenarios,
                                         const CatalogueLanguage& language,
                                         engine::Problems& problems) {
    if (kind == "verbs") return list_verbs(language);
    if (kind == "scenarios") return list_scenarios(assets, scenarios, language, problems);
    DefaultStation station(assets, problems);
    if (kind == "parts") return list_parts(station.layout(), language);
    if (kind == "signals") return list_signals(station.layout(), language);
    if (kind == "parameters") return list_parameters(station.layout(), language);
    if (kind == "faults") return list_faults(station, language);
    return {};
}

}  // namespace sim
