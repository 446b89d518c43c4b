/// What a study notes of each day: the words; sim/assessment/study.h works the values out.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sim {

enum class StudyFigure : std::uint8_t {
#define FIGURE(id, section, kind, help) id,
#include "sim/scenario/study_figures.inl"
#undef FIGURE
};

enum class FigureKind : std::uint8_t {
    number,   ///< of things
    seconds,  ///< a span of time
    share,    ///< parts in a million
    days,     ///< 0 or a million a day: the mean is a share of days
};

struct StudyFigureSpec {
    std::string_view name;  ///< "mean_wait"
    FigureKind kind{};
    const char* section;  ///< msgid
    const char* help;     ///< msgid
};

std::span<const StudyFigureSpec> study_figures();
const StudyFigureSpec& spec(StudyFigure figure);
std::optional<StudyFigure> find_study_figure(std::string_view name);
std::vector<std::string> study_figure_names();

/// The unit that files give a figure in; empty for a number of things.
std::string_view unit_of(FigureKind kind);

}  // namespace sim
