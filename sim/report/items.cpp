#include <algorithm>
#include <set>
#include <tuple>

#include "sim/report/parts.h"
#include "sim/report/words.h"

namespace sim {

namespace {

constexpr std::size_t items_shown = 3;

/// How long after its turn came a line was done; -1 where that says nothing.
Time taken(const GradeLine* line) {
    if (line == nullptr || line->asked == engine::never || line->decided == engine::never) {
        return -1;
    }
    return line->decided >= line->asked ? line->decided - line->asked : -1;
}

const GradeLine* experts(const ReportFacts& facts, const GradeLine& line) {
    return facts.expert ? find_line(*facts.expert, line.id) : nullptr;
}

std::string time_text(const ReportFacts& facts, const GradeLine& line, const Reader& reader) {
    if (line.kind == GradeKind::objective) {
        if (line.due == engine::never) return {};
        return words(reader, N_("In time: the limit was {}."), {clock_text(line.due)});
    }
    const Time own = taken(&line);
    const Time theirs = taken(experts(facts, line));
    if (own < 0) return {};
    constexpr Time same = 2 * engine::second;
    if (own < same) return words(reader, N_("Done at once."));
    if (theirs < 0) return words(reader, N_("{} after its turn came."), {span_text(own)});
    if (own - theirs < same && theirs - own < same) {
        return words(reader, N_("{} after its turn came, like the expert."), {span_text(own)});
    }
    return words(reader, N_("{0} after its turn came; the expert: {1}."),
                 {span_text(own), span_text(theirs)});
}

std::string procedure_title(const ReportFacts& facts, const LineSource& source,
                            const Reader& reader) {
    if (source.graded == nullptr) return {};
    if (source.graded->kind == GradeKind::objective) return words(reader, N_("The drill's goal"));
    const std::string& title = source.graded->procedure->title.in(reader.language);
    if (!title.empty()) return title;
    const auto fault = static_cast<std::size_t>(source.graded->fault);
    if (source.graded->fault < 0 || facts.setup() == nullptr ||
        fault >= facts.setup()->faults.size()) {
        return {};
    }
    return facts.setup()->faults[fault].title.in(reader.language);
}

/// The procedures that lead to the drill's goals.
std::string way_text(const ReportFacts& facts, const Reader& reader) {
    std::vector<std::string> titles;
    for (const GradedProcedure& graded : facts.plan.procedures) {
        const std::string title =
            graded.kind == GradeKind::step
                ? procedure_title(facts, {&graded, nullptr, nullptr, 0, 0}, reader)
                : std::string();
        const bool known = std::find(titles.begin(), titles.end(), title) != titles.end();
        if (!title.empty() && !known) titles.push_back(title);
    }
    if (titles.empty()) return {};
    return words(reader, N_("The way there: {}"), {engine::join(titles, "; ")});
}

void add_sentence(std::string& text, const std::string& sentence) {
    if (sentence.empty()) return;
    if (!text.empty()) text += ' ';
    text += sentence;
    const std::string_view ends = ".!?…»”";
    const bool ended =
        std::any_of(ends.begin(), ends.end(), [&](char end) { return sentence.back() == end; });
    if (!ended) text += '.';
}

/// What to do and why: the procedure's own hint, the limit, what it costs.
std::string right_act(const ReportFacts& facts, const GradeLine& line, const LineSource& source,
                      const Reader& reader) {
    std::string text;
    if (source.step != nullptr) add_sentence(text, source.step->hint.in(reader.language));
    if (line.kind == GradeKind::objective) {
        add_sentence(text, way_text(facts, reader));
    }
    if (line.kind == GradeKind::violation && line.points < 0) {
        add_sentence(text,
                     words(reader, N_("Points lost by it: {}"), {std::to_string(-line.points)}));
    }
    if (moment_of(line) == engine::never) {
        add_sentence(text, words(reader, N_("Its turn never came: an earlier step was missing")));
    }
    const GradeLine* expert = experts(facts, line);
    const Time theirs = taken(expert);
    if (line.kind == GradeKind::objective && theirs >= 0) {
        add_sentence(text, words(reader, N_("The expert: at {}"), {clock_text(expert->decided)}));
    } else if (line.state != GradeState::done && theirs >= 0) {
        add_sentence(text,
                     words(reader, N_("The expert: {} after its turn came"), {span_text(theirs)}));
    }
    return text;
}

std::string source_text(const ReportFacts& facts, const LineSource& source, const Reader& reader) {
    const std::string title = procedure_title(facts, source, reader);
    if (title.empty() || source.number == 0 || source.graded->kind == GradeKind::objective) {
        return title;
    }
    return words(reader, N_("{0}, step {1} of {2}"),
                 {title, std::to_string(source.number), std::to_string(source.steps)});
}

std::string clock_of(const GradeLine& line, const Reader& reader) {
    if (line.decided != engine::never) return clock_text(line.decided);
    if (line.due != engine::never) return words(reader, N_("by {}"), {clock_text(line.due)});
    if (line.asked != engine::never) return words(reader, N_("from {}"), {clock_text(line.asked)});
    return {};
}

/// The first of the list, one of each competency before a second of any.
std::vector<const GradeLine*> spread(const std::vector<const GradeLine*>& list) {
    std::vector<const GradeLine*> chosen;
    std::set<std::string> seen;
    for (const GradeLine* line : list) {
        if (chosen.size() < items_shown && seen.insert(line->competency).second) {
            chosen.push_back(line);
        }
    }
    for (const GradeLine* line : list) {
        if (chosen.size() >= items_shown) break;
        if (std::find(chosen.begin(), chosen.end(), line) == chosen.end()) chosen.push_back(line);
    }
    return chosen;
}

std::vector<const GradeLine*> well_lines(const ReportFacts& facts) {
    std::vector<const GradeLine*> list;
    for (const GradeLine& line : facts.grade.lines) {
        // What was so already when its turn came is nobody's merit at that moment.
        const bool before = line.kind == GradeKind::step && taken(&line) == 0;
        const bool full = line.points > 0 && line.points >= line.most;
        if (line.state == GradeState::done && full && !before) list.push_back(&line);
    }
    std::stable_sort(list.begin(), list.end(), [](const GradeLine* a, const GradeLine* b) {
        return std::tuple(!a->critical, -a->points) < std::tuple(!b->critical, -b->points);
    });
    list = spread(list);
    const bool anything = !list.empty();
    for (const GradeLine& line : facts.grade.lines) {
        if (anything && list.size() < items_shown && line.state == GradeState::avoided) {
            list.push_back(&line);
        }
    }
    return list;
}

/// Causes before what followed from them, what is critical before the rest.
int rank_of(const GradeLine& line) {
    const bool unreached = moment_of(line) == engine::never;
    if (line.state == GradeState::committed) return line.critical ? 0 : 2;
    if (line.kind == GradeKind::objective) return 5;
    if (line.state == GradeState::missed) return unreached ? 6 : line.critical ? 1 : 3;
    return 4;
}

std::vector<const GradeLine*> lost_lines(const ReportFacts& facts) {
    std::vector<const GradeLine*> list;
    for (const GradeLine& line : facts.grade.lines) {
        const bool lost = line.state == GradeState::missed || line.points < line.most;
        if (line.state != GradeState::avoided && lost) list.push_back(&line);
    }
    std::stable_sort(list.begin(), list.end(), [](const GradeLine* a, const GradeLine* b) {
        const int left = rank_of(*a);
        const int right = rank_of(*b);
        if (left != right) return left < right;
        const int lost_left = a->most - a->points;
        const int lost_right = b->most - b->points;
        if (lost_left != lost_right) return lost_left > lost_right;
        return moment_of(*a) < moment_of(*b);
    });
    if (list.size() > items_shown) list.resize(items_shown);
    return list;
}

/// Done, but much slower than the expert.
std::vector<const GradeLine*> slow_lines(const ReportFacts& facts) {
    std::vector<const GradeLine*> list;
    const auto behind = [&](const GradeLine& line) {
        const Time theirs = taken(experts(facts, line));
        return theirs < 0 || taken(&line) < 0 ? Time{0} : taken(&line) - theirs;
    };
    for (const GradeLine& line : facts.grade.lines) {
        const Time late = behind(line);
        const bool slow = late >= 10 * engine::second && 4 * late >= taken(&line);
        if (line.state == GradeState::done && line.points == line.most && slow) {
            list.push_back(&line);
        }
    }
    std::stable_sort(list.begin(), list.end(), [&](const GradeLine* a, const GradeLine* b) {
        return behind(*a) > behind(*b);
    });
    return list;
}

}  // namespace

ReportItems done_well(const ReportFacts& facts, const Reader& reader) {
    ReportItems items;
    items.title = words(reader, N_("Done well"));
    for (const GradeLine* line : well_lines(facts)) {
        ReportItem item;
        item.line = line->id;
        item.mark = ReportMark::ok;
        item.title = line_title(*line, facts, reader);
        item.clock = clock_of(*line, reader);
        if (line->state == GradeState::avoided) {
            item.title = words(reader, N_("Avoided: {}"), {item.title});
        }
        item.text = time_text(facts, *line, reader);
        if (item.text.empty()) {
            item.text = source_text(facts, source_of(facts.plan, line->id), reader);
        }
        items.items.push_back(std::move(item));
    }
    if (items.items.empty()) {
        items.note = words(reader, N_("Nothing that was asked for was done in time. Begin with the "
                                      "first step at the right."));
    } else if (items.items.size() < items_shown) {
        items.note = words(reader, N_("That was all that was done as it should be."));
    }
    return items;
}

ReportItems to_practise(const ReportFacts& facts, const Reader& reader) {
    ReportItems items;
    items.title = words(reader, N_("To practise"));
    for (const GradeLine* line : lost_lines(facts)) {
        const LineSource source = source_of(facts.plan, line->id);
        ReportItem item;
        item.line = line->id;
        item.mark = mark_of(*line);
        item.title = line_title(*line, facts, reader);
        item.clock = clock_of(*line, reader);
        item.lead = state_text(*line, reader);
        if (line->state == GradeState::done) {
            // Only an assessor gives a part of the points.
            item.mark = ReportMark::care;
            item.lead = words(reader, N_("{0} of {1} points"),
                              {number_text(line->points), std::to_string(line->most)});
        }
        item.text = source_text(facts, source, reader);
        if (!item.text.empty()) item.text += ". ";
        item.text += right_act(facts, *line, source, reader);
        items.items.push_back(std::move(item));
    }
    for (const GradeLine* line : slow_lines(facts)) {
        if (items.items.size() >= items_shown) break;
        const LineSource source = source_of(facts.plan, line->id);
        ReportItem item;
        item.line = line->id;
        item.mark = ReportMark::info;
        item.title = line_title(*line, facts, reader);
        item.clock = clock_of(*line, reader);
        item.lead = words(reader, N_("Faster"));
        item.text = time_text(facts, *line, reader);
        const std::string act = right_act(facts, *line, source, reader);
        if (!act.empty()) item.text += " " + act;
        items.items.push_back(std::move(item));
    }
    if (facts.grade.lines.empty()) {
        items.note = words(reader, N_("Nothing of the drill had been asked for yet."));
    } else if (items.items.empty()) {
        items.note = words(reader, N_("Nothing was lost. Take a harder drill, or this one with "
                                      "another seed."));
    } else if (items.items.size() < items_shown) {
        items.note = words(reader, N_("Nothing else was lost."));
    }
    return items;
}

}  // namespace sim
