#include <algorithm>

#include "sim/report/parts.h"
#include "sim/report/words.h"

namespace sim {

Time moment_of(const GradeLine& line) {
    if (line.decided != engine::never) return line.decided;
    return line.due != engine::never ? line.due : line.asked;
}

ReportMark mark_of(const GradeLine& line) {
    switch (line.state) {
        case GradeState::done:
        case GradeState::avoided:
            return ReportMark::ok;
        case GradeState::late:
        case GradeState::out_of_order:
            return ReportMark::care;
        case GradeState::missed:
        case GradeState::committed:
            return ReportMark::fault;
    }
    return ReportMark::info;
}

std::string state_text(const GradeLine& line, const Reader& reader) {
    switch (line.state) {
        case GradeState::done:
            return words(reader, N_("Done"));
        case GradeState::late:
            if (line.due == engine::never || line.decided == engine::never ||
                line.decided <= line.due) {
                return words(reader, N_("Late"));
            }
            return words(reader, N_("{} late"), {span_text(line.decided - line.due)});
        case GradeState::out_of_order:
            return words(reader, N_("Too early, out of order"));
        case GradeState::missed:
            return words(reader, N_("Missed"));
        case GradeState::committed:
            return words(reader, N_("Must never happen"));
        case GradeState::avoided:
            return words(reader, N_("Did not happen"));
    }
    return {};
}

std::string line_title(const GradeLine& line, const ReportFacts& facts, const Reader& reader) {
    const std::string& text = line.text.in(reader.language);
    const auto same = std::count_if(
        facts.grade.lines.begin(), facts.grade.lines.end(),
        [&](const GradeLine& other) { return other.text == line.text && other.post != line.post; });
    const PostId post = find_post(line.post);
    if (same == 0 || post == no_post) return text;
    return words(reader, N_("{0}: {1}"), {std::string(title_of(post, reader)), text});
}

}  // namespace sim
