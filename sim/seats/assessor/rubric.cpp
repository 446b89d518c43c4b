// The grade by competency, line by line.
#include <algorithm>
#include <filesystem>

#include "engine/core/paths.h"
#include "sim/report/parts.h"
#include "sim/report/words.h"
#include "sim/seats/assessor/state.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr float side = 16;

struct Group {
    std::string competency;
    std::vector<int> lines;  ///< of the grade
    bool critical_failed = false;
};

bool failed(const GradeLine& line) {
    return line.critical &&
           (line.state == GradeState::missed || line.state == GradeState::committed);
}

/// In the order in which they first come up.
std::vector<Group> groups_of(const Grade& grade) {
    std::vector<Group> groups;
    for (std::size_t i = 0; i < grade.lines.size(); ++i) {
        const GradeLine& line = grade.lines[i];
        auto group = std::find_if(groups.begin(), groups.end(), [&](const Group& one) {
            return one.competency == line.competency;
        });
        if (group == groups.end()) group = groups.insert(group, {line.competency, {}, false});
        group->lines.push_back(static_cast<int>(i));
        group->critical_failed = group->critical_failed || failed(line);
    }
    return groups;
}

bool folded(const AssessorState& state, const std::string& competency) {
    const auto known = state.folded.find(competency);
    return known == state.folded.end() || known->second;
}

std::string points_text(const GradeLine& line, const Reader& reader) {
    if (line.most <= 0) return line.points < 0 ? std::to_string(line.points) : std::string();
    return words(reader, N_("{0} / {1}"), {std::to_string(line.points), std::to_string(line.most)});
}

float draw_group(Ui& ui, AssessorState& state, const Group& group, const Rect& area, float y,
                 const Reader& reader) {
    const auto sums = state.grade.competencies.find(group.competency);
    const CompetencyGrade sum =
        sums == state.grade.competencies.end() ? CompetencyGrade{} : sums->second;
    std::string name = group.competency.empty()
                           ? words(reader, N_("Without a competency"))
                           : capital(competency_name(group.competency, reader.translate));
    const std::string points = std::to_string(sum.points);
    const std::string of = words(reader, N_("of {}"), {std::to_string(sum.most)});
    const float of_width = measure(ui, Type::small, of).x;
    const float points_width = of_width + 6 + measure(ui, Type::body_strong, points).x;
    const float shape = group.critical_failed ? 22.0F : 0.0F;
    const float room = area.w - 2 * side - points_width - 8 - shape;
    const Point size = measure(ui, Type::small_strong, name, room);
    const Rect head{area.x, y, area.w, size.y + 24};
    const bool closed = folded(state, group.competency);
    const std::string item_name =
        "rubric.competency." + (group.competency.empty() ? "none" : group.competency);
    Item item;
    item.name = item_name;
    item.label = name + ", " + points + " " + of;
    item.value = closed ? "closed" : "open";
    item.role = engine::view::Role::row;
    item.rect = head.inset(8, 2);
    const Response response = act(ui, item);
    if (response.hovered) fill(ui, item.rect, Token::sunken, 6);
    if (response.clicked) state.folded[group.competency] = !closed;
    paragraph(ui, {head.x + side, y + 6, room, 0}, Type::small_strong, Token::ink, name);
    if (group.critical_failed) {
        status_shape(ui, {head.x + side + size.x + 14, y + 15}, 14, Status::fault);
    }
    const float right = head.right() - side;
    text(ui, {right - of_width, y + 7}, Type::small, Token::ink_2, of);
    text(ui, {right - points_width, y + 4}, Type::body_strong, Token::ink, points);
    const float share =
        sum.most > 0 ? static_cast<float>(std::max(0, sum.points)) / static_cast<float>(sum.most)
                     : (sum.points < 0 ? 0.0F : 1.0F);
    progress(ui, {head.x + side, y + 10 + size.y, head.w - 2 * side, 4}, share,
             group.critical_failed ? Token::action : Token::ink_3);
    return head.h;
}

float draw_line(Ui& ui, AssessorState& state, int at, const Rect& area, float y,
                const Reader& reader) {
    const GradeLine& line = state.grade.lines[static_cast<std::size_t>(at)];
    const std::string points = points_text(line, reader);
    const float points_width = measure(ui, Type::small_strong, points).x;
    std::string title = line_title(line, state.analysis->facts, reader);
    if (line.state == GradeState::avoided) {
        title = words(reader, N_("Did not happen: {}"), {title});
    }
    const bool chosen = at == state.row;
    const float room = area.w - 2 * side - 24 - points_width - 8;
    const Type type = chosen ? Type::small_strong : Type::small;
    const Point size = measure(ui, type, title, room);
    const Rect place{area.x + 8, y, area.w - 16, size.y + 10};
    const bool changed = state.judgement().override_of(line.id) != nullptr;
    Item item;
    item.name = "rubric." + line.id;
    item.label = title;
    item.value = points;
    item.role = engine::view::Role::row;
    item.rect = place;
    item.selected = chosen;
    if (chosen && state.show_row) {
        state.show_row = false;
        focus(ui, item.name);
    }
    const Response response = act(ui, item);
    if (chosen) {
        fill(ui, place, Token::action_soft, 6);
        if (ui.theme.plain) outline(ui, place, Token::action, 6, 2);
    } else if (response.hovered) {
        fill(ui, place, Token::sunken, 6);
    }
    status_shape(ui, {area.x + side + 8, y + 14}, 14, status_of(line));
    paragraph(ui, {area.x + side + 24, y + 5, room, 0}, type, chosen ? Token::action : Token::ink_2,
              title);
    const float right = area.right() - side;
    if (changed) {
        icon(ui, {right - points_width - 16, y + 5, 14, 18}, icons::pencil, Token::action,
             Type::small);
    }
    text(ui, {right - points_width, y + 5}, chosen || changed ? Type::small_strong : Type::small,
         Token::ink, points);
    if (response.clicked) {
        open_row(state, at);
        state.show_row = false;
        if (state.page == Page::rubric) state.page = Page::item;
    }
    return place.h + 2;
}

/// Lines in the order in which they stand on the screen.
std::vector<int> order_of(const Grade& grade) {
    std::vector<int> order;
    for (const Group& group : groups_of(grade)) {
        order.insert(order.end(), group.lines.begin(), group.lines.end());
    }
    return order;
}

void step_row(AssessorState& state, int by) {
    const std::vector<int> order = order_of(state.grade);
    if (order.empty()) return;
    const auto now = std::find(order.begin(), order.end(), state.row);
    auto at = now == order.end() ? 0 : static_cast<int>(now - order.begin()) + by;
    at = std::clamp(at, 0, static_cast<int>(order.size()) - 1);
    open_row(state, order[static_cast<std::size_t>(at)]);
}

constexpr float one_row_from = 420;
constexpr float row_high = 40;

/// How the buttons of the foot stand.
struct FootPlan {
    bool one_row = false;  ///< beside the score; else below it
    float height = 60;
    std::vector<Rect> at;  ///< from the upper left of where they stand
};

FootPlan foot_plan(const Ui& ui, const std::vector<Button>& buttons, float width) {
    FootPlan plan;
    float total = -8;
    for (const Button& one : buttons) total += width_of(ui, one) + 8;
    constexpr float score = 190;
    plan.one_row = width >= one_row_from && total + score <= width;
    const float most = plan.one_row ? total : width - 24;
    float x = 0;
    float y = 0;
    for (const Button& one : buttons) {
        const float wide = std::min(width_of(ui, one), most);
        if (x > 0 && x + wide > most + 0.5F) {
            plan.at.back().w = most - plan.at.back().x;
            x = 0;
            y += row_high + 8;
        }
        plan.at.push_back({x, y, wide, row_high});
        x += wide + 8;
    }
    plan.at.back().w = most - plan.at.back().x;
    if (!plan.one_row) plan.height = 62 + y + row_high + 8;
    return plan;
}

std::string scenario_file(const AssessorState& state) {
    return (engine::scenarios_folder() / (state.info.scenario + ".yaml")).string();
}

/// To do the drill again, where it is one's own: with the people of this time, or with others.
std::vector<Button> again_buttons(const AssessorState& state, const Reader& reader) {
    Button again{"assessor.again", words(reader, N_("Once more")),
                 words(reader, N_("The same drill from its beginning, with the same people"))};
    again.look = Look::primary;
    again.enabled = std::filesystem::exists(scenario_file(state));
    Button others{"assessor.others", words(reader, N_("With other people")),
                  words(reader, N_("The same drill, but other voters come"))};
    others.enabled = again.enabled;
    return {again, others};
}

void do_again(Desk& desk, const AssessorState& state, std::uint64_t seed) {
    desk.request.kind = Request::Kind::drill;
    desk.request.file = scenario_file(state);
    desk.request.kit = state.kit;
    desk.request.seat = SeatId::trainee;
    desk.request.seed = seed;
}

Button sign_button(const AssessorState& state, const Reader& reader) {
    Button sign{"assessor.sign",
                words(reader, state.judgement().is_signed() ? N_("Signed") : N_("Sign"))};
    if (state.judgement().is_signed()) sign.icon = icons::check;
    sign.help = words(reader, N_("Put your name to this judgement"));
    sign.look = state.judgement().is_signed() ? Look::plain : Look::primary;
    return sign;
}

/// What stands below the rubric: to sign or to do the drill again, and the report.
std::vector<Button> foot_buttons(const Desk& desk, const AssessorState& state) {
    const Reader& reader = desk.reader;
    std::vector<Button> all =
        state.own ? again_buttons(state, reader) : std::vector<Button>{sign_button(state, reader)};
    Button report{"assessor.report", words(reader, N_("The report")),
                  words(reader, N_("Save or print the report on this drill"))};
    report.key = desk.key("assessor.report");
    all.push_back(std::move(report));
    return all;
}

void press(Desk& desk, AssessorState& state, std::string_view name) {
    if (name == "assessor.again") return do_again(desk, state, state.info.seed);
    if (name == "assessor.others") return do_again(desk, state, state.info.seed + 1);
    if (name == "assessor.sign") {
        state.overlay = Overlay::sign;
        state.sign_problem.clear();
    } else {
        state.overlay = Overlay::report;
        state.report_done.reset();
    }
}

void draw_foot(Ui& ui, Desk& desk, AssessorState& state, const Rect& rect,
               const std::vector<Button>& buttons, const FootPlan& plan) {
    const Reader& reader = desk.reader;
    separator(ui, {rect.x, rect.y}, rect.w);
    const Grade& grade = state.grade;
    Rect row{rect.x + side, rect.y + 10, rect.w - 2 * side, 44};
    const std::string score = words(reader, N_("{0} of {1}"),
                                    {std::to_string(grade.score), std::to_string(grade.max_score)});
    text(ui, {row.x, row.y}, Type::head, Token::ink, score);
    const int pass = (grade.pass * grade.max_score + 999) / 1000;
    text_in(ui, {row.x, row.y + 22, row.w, 18}, Type::small, Token::ink_2,
            words(reader, N_("Pass at {}"), {std::to_string(pass)}));
    const bool passed = grade.passed();
    const std::string verdict = words(reader, passed ? N_("Passed") : N_("Not passed"));
    const float width = pill_width(ui, verdict);
    const float score_width = measure(ui, Type::head, score).x + 12;
    if (plan.one_row) {
        pill(ui, {row.x + score_width, row.y}, passed ? Status::ok : Status::fault, verdict);
    } else if (score_width + width <= row.w) {
        pill(ui, {row.right() - width, row.y}, passed ? Status::ok : Status::fault, verdict);
    }
    const float left = plan.one_row ? row.right() - plan.at.back().right() : rect.x + 12;
    const float top = rect.y + (plan.one_row ? 10.0F : 62.0F);
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        if (button(ui, plan.at[i].moved(left, top), buttons[i])) {
            press(desk, state, buttons[i].name);
        }
    }
}

}  // namespace

void draw_rubric(Ui& ui, Desk& desk, AssessorState& state, Rect rect) {
    const Reader& reader = desk.reader;
    if (!state.ready()) {
        empty_state(
            ui, rect, Status::idle,
            words(reader, state.failure.empty() ? N_("The grade is being worked out…")
                                                : N_("Without a replay there is no grade.")));
        return;
    }
    if (shortcut(ui, desk.key("assessor.row_down"))) step_row(state, 1);
    if (shortcut(ui, desk.key("assessor.row_up"))) step_row(state, -1);
    const std::vector<Button> buttons = foot_buttons(desk, state);
    const FootPlan plan = foot_plan(ui, buttons, rect.w);
    Rect inner = rect;
    const Rect foot = inner.cut_bottom(plan.height);
    draw_foot(ui, desk, state, foot, buttons, plan);
    const Rect head = inner.cut_top(46);
    text(ui, {head.x + side, head.y + 13}, Type::head, Token::ink, words(reader, N_("Rubric")));
    const auto lost = std::count_if(
        state.grade.lines.begin(), state.grade.lines.end(),
        [](const GradeLine& line) { return line.points < line.most || line.points < 0; });
    const std::string said = lost == 0
                                 ? words(reader, N_("full marks"))
                                 : words(reader, N_("{} with losses"), {std::to_string(lost)});
    const float width = measure(ui, Type::small, said).x;
    if (measure(ui, Type::head, words(reader, N_("Rubric"))).x + width + 8 < head.w - 2 * side) {
        text(ui, {head.right() - side - width, head.y + 15}, Type::small, Token::ink_3, said);
    }
    if (state.grade.lines.empty()) {
        empty_state(ui, inner, Status::idle,
                    words(reader, N_("Nothing of this drill had been asked for yet.")));
        return;
    }
    const Rect area = begin_scroll(ui, "assessor.rubric", inner);
    float y = area.y;
    for (const Group& group : groups_of(state.grade)) {
        y += draw_group(ui, state, group, area, y, reader);
        if (folded(state, group.competency)) continue;
        for (const int at : group.lines) y += draw_line(ui, state, at, area, y, reader);
        y += 6;
    }
    end_scroll(ui, y - area.y + 8);
}

}  // namespace sim::seats
