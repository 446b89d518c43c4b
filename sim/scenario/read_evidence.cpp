#include "sim/scenario/read_evidence.h"

#include <fmt/format.h>

#include "engine/core/quantity.h"
#include "engine/core/text.h"

namespace sim {

namespace {

/// The unit that texts are read in: spans may be written "6 min".
std::string_view reading_unit(FigureKind kind) {
    switch (kind) {
        case FigureKind::number:
            return "count";
        case FigureKind::seconds:
            return "us";
        case FigureKind::share:
        case FigureKind::days:
            return "ppm";
    }
    return "count";
}

void read_bound(Form& form, std::string_view key, FigureKind kind, std::int64_t& bound) {
    const engine::Node* node = form.find(key);
    if (node == nullptr) return;
    const std::string_view unit = reading_unit(kind);
    auto value = node->kind == engine::Node::Kind::scalar
                     ? engine::parse_quantity(node->scalar, unit)
                     : std::nullopt;
    if (value && kind == FigureKind::seconds) {
        value =
            *value % engine::second == 0 ? std::optional(*value / engine::second) : std::nullopt;
    }
    if (!value) {
        const auto units = engine::quantity_units(unit);
        form.problem(key, fmt::format("{}: expected a number{}, found {}", key,
                                      units.empty() ? "" : " with " + engine::join(units),
                                      engine::describe(*node)));
        return;
    }
    bound = *value;
}

PublicFigure read_row(const engine::Node& node, Place& place) {
    Form form(node, "public_figure", place);
    PublicFigure row;
    row.figure = find_study_figure(form.choice("figure")).value_or(StudyFigure{});
    row.text = form.localized("text");
    const FigureKind kind = spec(row.figure).kind;
    read_bound(form, "low", kind, row.low);
    read_bound(form, "high", kind, row.high);
    if (!form.has("low") && !form.has("high")) {
        place.report(node, "a public figure has low, high or both");
    } else if (row.low > row.high) {
        form.problem("low", "low: it is above high");
    }
    row.sources = form.texts("sources");
    if (form.has("sources") && row.sources.empty()) {
        form.problem("sources", "sources: a public figure has at least one");
    }
    form.finish();
    return row;
}

}  // namespace

PublicFigures read_evidence(const engine::Node& node, std::string_view id, Place& place) {
    Form form(node, "evidence", place);
    PublicFigures evidence;
    evidence.id = form.name("evidence");
    if (!evidence.id.empty() && evidence.id != id) {
        form.problem("evidence", fmt::format("evidence: \"{}\" stands in a file called \"{}.yaml\"",
                                             evidence.id, id));
    }
    evidence.id = id;
    evidence.title = form.localized("title");
    for (const engine::Node& item : form.list("figures")) {
        if (place.full()) break;
        evidence.rows.push_back(read_row(item, place));
    }
    form.finish();
    return evidence;
}

}  // namespace sim
