// One line of the grade: what was asked, what proves it, what the expert did, what the assessor
// says.
#include <algorithm>
#include <array>

#include "sim/report/words.h"
#include "sim/seats/assessor/state.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr float item_side = 18;
constexpr float pinned_from = 360;  ///< from this height on the judgement is always in sight

void draw_head(Ui& ui, const AssessorState& state, const GradeLine& line, const ItemText& item,
               const Rect& area, float& y, const Reader& reader) {
    const std::string said =
        line.critical ? words(reader, N_("Critical – {}"), {item.state}) : item.state;
    const PointsOverride* change = state.judgement().override_of(line.id);
    const std::string points = line.most > 0
                                   ? words(reader, N_("{0} of {1}"),
                                           {std::to_string(line.points), std::to_string(line.most)})
                                   : std::to_string(line.points);
    const float points_width = measure(ui, Type::head, points).x;
    const float width = pill_width(ui, said);
    if (width + points_width + 12 <= area.w) {
        pill(ui, {area.x, y}, status_of(line), said);
    } else {
        status_shape(ui, {area.x + 9, y + 11}, 16, status_of(line));
    }
    text(ui, {area.right() - points_width, y}, Type::head, Token::ink, points);
    y += 34;
    if (width + points_width + 12 > area.w) {
        y += paragraph(ui, {area.x, y - 6, area.w, 0}, Type::small_strong,
                       colour_of(status_of(line)), said);
    }
    y += paragraph(ui, {area.x, y, area.w, 0}, Type::head, Token::ink, item.title) + 6;
    if (change != nullptr) {
        y += paragraph(ui, {area.x, y, area.w, 0}, Type::small_strong, Token::action,
                       words(reader, N_("Points changed by {}"),
                             {change->by.empty() ? std::string("–") : valid_text(change->by)})) +
             4;
    }
    for (const std::string& sentence : item.condition) {
        y += paragraph(ui, {area.x, y, area.w, 0}, Type::small, Token::ink_2, sentence) + 2;
    }
    y += 8;
}

void draw_caption(Ui& ui, const Rect& area, float& y, std::string_view words) {
    text_in(ui, {area.x, y, area.w, 16}, Type::label, Token::ink_3, words);
    y += 22;
}

void draw_evidence(Ui& ui, AssessorState& state, const ItemText& item, const Rect& area, float& y,
                   const Reader& reader) {
    draw_caption(ui, area, y, words(reader, N_("EVIDENCE")));
    const float clock_width = figures_width(ui, Type::small_strong, "00:00:00");
    for (std::size_t i = 0; i < item.evidence.size(); ++i) {
        const EvidenceRow& row = item.evidence[i];
        const float x = area.x + clock_width + 34;
        const float room = area.right() - x;
        std::string said = row.text;
        if (!row.lead.empty()) said = words(reader, N_("{0}: {1}"), {row.lead, row.text});
        const Type type = row.decisive ? Type::small_strong : Type::small;
        const Point size = measure(ui, type, said, room);
        const Rect place{area.x - 8, y - 3, area.w + 16, size.y + 6};
        Item link;
        link.name = "evidence." + std::to_string(i);
        link.label = clock_text(row.time) + " " + said;
        link.help = words(reader, N_("Shows the three seconds before"));
        link.value = clock_text(row.time);
        link.role = engine::view::Role::link;
        link.rect = place;
        const Response response = act(ui, link);
        if (row.decisive || response.hovered) {
            fill(ui, place, response.hovered ? Token::action_soft : Token::sunken, 6);
        }
        const std::string clock = clock_text(row.time);
        figures(ui, {area.x, y}, Type::small_strong, Token::action, clock);
        fill(ui, {area.x, y + 17, clock_width, 1}, Token::action);
        status_shape(ui, {area.x + clock_width + 18, y + 9}, 14, row.status);
        paragraph(ui, {x, y, room, 0}, type, Token::ink, said);
        if (response.clicked) seek_before(state, row.time);
        y += size.y + 8;
    }
    y += 4;
}

/// "3:01 after it was asked for", or the clock where it was not.
std::string after_words(const GradeLine* line, const Reader& reader) {
    if (line == nullptr || line->decided == engine::never) return words(reader, N_("not done"));
    if (line->asked == engine::never || line->decided < line->asked) {
        return clock_text(line->decided);
    }
    return words(reader, N_("after {}"), {span_text(line->decided - line->asked)});
}

void draw_comparison(Ui& ui, Desk& desk, AssessorState& state, const GradeLine& line,
                     const Rect& area, float& y) {
    const Reader& reader = desk.reader;
    const auto& expert = state.analysis->facts.expert;
    if (!expert || line.kind == GradeKind::violation) return;
    const GradeLine* theirs = find_line(*expert, line.id);
    draw_caption(ui, area, y, words(reader, N_("BESIDE THE EXPERT")));
    const std::array<Segment, 2> choices{
        Segment{"own", words(reader, N_("Here: {}"), {after_words(&line, reader)})},
        Segment{"expert", words(reader, N_("Expert: {}"), {after_words(theirs, reader)})}};
    const float widest = std::max(measure(ui, Type::small_strong, choices[0].label).x,
                                  measure(ui, Type::small_strong, choices[1].label).x);
    if (widest + 14 <= area.w / 2) {
        if (const auto clicked = segments(ui, {area.x, y, area.w, 32}, "assessor.beside", choices,
                                          state.expert_picture ? 1 : 0)) {
            state.expert_picture = *clicked == 1;
        }
        y += 38;
    } else {
        for (int i = 0; i < 2; ++i) {
            const Segment& choice = choices[static_cast<std::size_t>(i)];
            const Point size = measure(ui, Type::small_strong, choice.label, area.w - 20);
            const bool chosen = state.expert_picture == (i == 1);
            const Rect place{area.x, y, area.w, size.y + 12};
            if (row(ui, place, "assessor.beside." + choice.name, choice.label, chosen).clicked) {
                state.expert_picture = i == 1;
            }
            paragraph(ui, {area.x + 10, y + 6, area.w - 20, 0}, Type::small_strong, Token::ink,
                      choice.label);
            y += place.h + 4;
        }
    }
    const Time moment = line.decided != engine::never ? line.decided : lost_at(line, state.last());
    if (state.own_picture_of != line.id || !state.own_picture) {
        state.own_picture = state.player->at(moment);
        state.own_picture_of = line.id;
    }
    const ExpertMoment* other = state.analysis->expert_of(line.id);
    const Rect picture{area.x, y, area.w, std::max(180.0F, area.w * 9 / 16)};
    const World* world =
        state.expert_picture ? (other != nullptr ? &other->world : nullptr) : &*state.own_picture;
    fill(ui, picture, Token::sunken, 6);
    if (world == nullptr) {
        empty_state(ui, picture, Status::idle,
                    words(reader, N_("The expert had no need to do this in the same drill.")));
    } else {
        state.item_plan.device = state.plan.device;
        state.item_plan.face = state.plan.face;
        push_clip(ui, picture);
        draw_plan(ui, picture, *world, reader, state.item_plan, no_post, "assessor.beside.plan",
                  false);
        pop_clip(ui);
    }
    outline(ui, picture, Token::line, 6, 1);
    y += picture.h + 14;
}

/// Points on offer: the computed ones first.
std::vector<int> points_on_offer(const GradeLine& computed) {
    std::vector<int> offer;
    const int least = computed.kind == GradeKind::violation ? std::min(computed.points, 0) : 0;
    const int most = std::max(computed.most, 0);
    for (int points = most; points >= least; --points) {
        if (points != computed.points) offer.push_back(points);
    }
    return offer;
}

void set_override(Ui& ui, Desk& desk, AssessorState& state, const GradeLine& computed,
                  std::optional<int> points) {
    Judgement& judgement = state.judgement();
    std::erase_if(judgement.overrides,
                  [&](const PointsOverride& one) { return one.line == computed.id; });
    if (points) {
        judgement.overrides.push_back({computed.id, *points, state.reason, desk.settings.name});
    }
    changed(state, ui.time);
}

void draw_points(Ui& ui, Desk& desk, AssessorState& state, const GradeLine& computed,
                 const Rect& rect) {
    const Reader& reader = desk.reader;
    const PointsOverride* change = state.judgement().override_of(computed.id);
    std::vector<Segment> choices{
        {"keep", words(reader, N_("Keep {0} of {1}"),
                       {std::to_string(computed.points), std::to_string(computed.most)})}};
    const std::vector<int> offer = points_on_offer(computed);
    int chosen = 0;
    for (const int points : offer) {
        if (change != nullptr && change->points == points)
            chosen = static_cast<int>(choices.size());
        choices.push_back({std::to_string(points),
                           words(reader, N_("{0} of {1}"),
                                 {std::to_string(points), std::to_string(computed.most)})});
    }
    if (shortcut(ui, desk.key("assessor.override"))) focus(ui, "assessor.override");
    const auto clicked =
        choice(ui, rect, "assessor.override", words(reader, N_("Points")), choices, chosen);
    if (!clicked) return;
    const bool keep = *clicked == 0;
    set_override(ui, desk, state, computed,
                 keep ? std::optional<int>()
                      : std::optional<int>(offer[static_cast<std::size_t>(*clicked - 1)]));
    if (!keep && state.reason.empty()) focus(ui, "assessor.reason");
}

/// Points and, once they are changed, the reason beside them or below.
void draw_change(Ui& ui, Desk& desk, AssessorState& state, const GradeLine& computed,
                 const Rect& area, float& y) {
    const Reader& reader = desk.reader;
    const bool changed_now = state.judgement().override_of(computed.id) != nullptr;
    const bool beside = changed_now && area.w >= 300;
    const float width = beside ? 140 : area.w;
    draw_points(ui, desk, state, computed, {area.x, y, width, 40});
    PointsOverride* change = state.judgement().override_of(computed.id);
    if (change == nullptr || !changed_now) {
        y += 48;
        return;
    }
    if (!beside) y += 48;
    const Rect place =
        beside ? Rect{area.x + width + 8, y, area.w - width - 8, 40} : Rect{area.x, y, area.w, 40};
    const FieldResult typed = field(ui, place, "assessor.reason", words(reader, N_("Reason")),
                                    state.reason, words(reader, N_("Reason")));
    if (typed.changed) {
        change->reason = state.reason;
        change->by = desk.settings.name;
        changed(state, ui.time);
    }
    y += 48;
    if (state.reason.find_first_not_of(' ') != std::string::npos) return;
    status_shape(ui, {area.x + 8, y + 9}, 14, Status::care);
    y += paragraph(ui, {area.x + 24, y, area.w - 24, 0}, Type::small, Token::care,
                   words(reader, N_("A reason is needed before this can be signed."))) +
         6;
}

void draw_judgement(Ui& ui, Desk& desk, AssessorState& state, const Rect& area, float& y) {
    const Reader& reader = desk.reader;
    const GradeLine* computed = find_line(state.analysis->facts.computed, state.item.line);
    if (computed == nullptr) return;
    if (state.edited != computed->id) {
        const PointsOverride* change = state.judgement().override_of(computed->id);
        state.reason = change == nullptr ? std::string() : change->reason;
        state.comment = state.judgement().comment_of(computed->id);
        state.edited = computed->id;
    }
    draw_caption(ui, area, y, words(reader, N_("YOUR JUDGEMENT")));
    if (state.judgement().is_signed()) {
        y += paragraph(ui, {area.x, y, area.w, 0}, Type::small, Token::ink_2,
                       words(reader,
                             N_("Signed by {0}. Withdraw the signature to change "
                                "anything."),
                             {valid_text(state.judgement().signed_by)})) +
             6;
        const std::string comment = state.judgement().comment_of(computed->id);
        if (!comment.empty()) {
            y += paragraph(ui, {area.x, y, area.w, 0}, Type::small, Token::ink,
                           valid_text(comment)) +
                 6;
        }
        return;
    }
    const bool fixed = computed->most <= 0 && computed->points == 0;
    if (!fixed) {
        draw_change(ui, desk, state, *computed, area, y);
    }
    if (shortcut(ui, desk.key("assessor.comment"))) focus(ui, "assessor.comment");
    const FieldResult typed =
        field(ui, {area.x, y, area.w, 40}, "assessor.comment", words(reader, N_("Comment")),
              state.comment, words(reader, N_("Comment for the trainee")), icons::comment);
    if (typed.changed) {
        state.judgement().comment(computed->id, state.comment);
        changed(state, ui.time);
    }
    y += 48;
}

}  // namespace

void draw_item(Ui& ui, Desk& desk, AssessorState& state, Rect rect) {
    const Reader& reader = desk.reader;
    const GradeLine* line = state.ready() ? state.line() : nullptr;
    if (line == nullptr) {
        empty_state(
            ui, rect, Status::idle,
            words(reader, state.ready() ? N_("Choose a line of the rubric to see what proves it.")
                                        : N_("What proves each point is shown here once the grade "
                                             "is known.")));
        return;
    }
    const ItemText item = item_text(state, reader);
    const bool pinned = rect.h >= pinned_from && !state.own;
    if (pinned) {
        const Rect foot = rect.cut_bottom(state.foot);
        float y = foot.y + 10;
        separator(ui, {foot.x, foot.y}, foot.w);
        draw_judgement(ui, desk, state, {foot.x + item_side, y, foot.w - 2 * item_side, foot.h}, y);
        if (state.foot != y - foot.y + 2) wake_in(ui, 0);
        state.foot = y - foot.y + 2;
        line = state.line();
    }
    const Rect area = begin_scroll(ui, "assessor.item", rect);
    const Rect column{area.x + item_side, area.y, area.w - 2 * item_side, area.h};
    float y = area.y + 12;
    draw_head(ui, state, *line, item, column, y, reader);
    draw_evidence(ui, state, item, column, y, reader);
    draw_comparison(ui, desk, state, *line, column, y);
    if (!pinned && !state.own) draw_judgement(ui, desk, state, column, y);
    end_scroll(ui, y - area.y + 8);
}

}  // namespace sim::seats
