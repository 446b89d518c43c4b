#include "sim/scenario/study_figure.h"

#include <algorithm>
#include <array>

#include "engine/core/translate.h"

namespace sim {

namespace {

constexpr std::array table = {
#define FIGURE(id, section, kind, help) StudyFigureSpec{#id, FigureKind::kind, section, help},
#include "sim/scenario/study_figures.inl"
#undef FIGURE
};

}  // namespace

std::span<const StudyFigureSpec> study_figures() {
    return table;
}

const StudyFigureSpec& spec(StudyFigure figure) {
    return table[static_cast<std::size_t>(figure)];
}

std::optional<StudyFigure> find_study_figure(std::string_view name) {
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const StudyFigureSpec& one) { return one.name == name; });
    if (found == table.end()) return std::nullopt;
    return static_cast<StudyFigure>(found - table.begin());
}

std::vector<std::string> study_figure_names() {
    std::vector<std::string> names;
    for (const StudyFigureSpec& one : table) names.emplace_back(one.name);
    return names;
}

std::string_view unit_of(FigureKind kind) {
    switch (kind) {
        case FigureKind::number:
            return "";
        case FigureKind::seconds:
            return "s";
        case FigureKind::share:
        case FigureKind::days:
            return "ppm";
    }
    return "";
}

}  // namespace sim
