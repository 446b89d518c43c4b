// Who, what, when, and whether it can be trusted.
#include <fmt/format.h>

#include "sim/report/words.h"
#include "sim/seats/assessor/state.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr float gap = 16;

struct Fact {
    std::string label;
    std::string value;
    float width = 0;
};

Fact fact(const Ui& ui, std::string label, std::string value) {
    const float width =
        std::max(measure(ui, Type::small, label).x, measure(ui, Type::body_strong, value).x);
    return {std::move(label), std::move(value), width};
}

void draw_fact(Ui& ui, float x, const Rect& rect, const Fact& fact, Align align = Align::left) {
    const float y = rect.centre().y - 20;
    text_in(ui, {x, y, fact.width + 1, 18}, Type::small, Token::ink_3, fact.label, align);
    text_in(ui, {x, y + 18, fact.width + 1, 22}, Type::body_strong, Token::ink, fact.value, align);
}

void bar(Ui& ui, float x, const Rect& rect) {
    fill(ui, {x, rect.centre().y - 14, 1, 28}, Token::line);
}

std::string posts_text(const AssessorState& state, const Reader& reader) {
    std::array<bool, post_count> held{};
    std::string text;
    if (!parse_posts(state.info.posts, held)) return text;
    for (std::size_t i = 0; i < post_count; ++i) {
        if (!held[i]) continue;
        const std::string title(title_of(static_cast<PostId>(i), reader));
        text = text.empty() ? title : text + ", " + title;
    }
    return text;
}

std::string trainee_name(const AssessorState& state, const Reader& reader) {
    if (!state.info.trainee.empty()) return valid_text(state.info.trainee);
    return words(reader, state.info.posts.empty() ? N_("The crew, no trainee")
                                                  : N_("Trainee without a name"));
}

/// Portrait, name and posts. Returns the width.
float draw_person(Ui& ui, const Rect& rect, const AssessorState& state, const Reader& reader,
                  float room) {
    fill(ui, {rect.x, rect.centre().y - 20, 40, 40}, Token::sunken, 8);
    icon(ui, {rect.x, rect.centre().y - 20, 40, 40}, icons::person, Token::ink_2, Type::title);
    const float x = rect.x + 52;
    room -= 52;
    const std::string name = trainee_name(state, reader);
    const std::string posts = posts_text(state, reader);
    const float name_width = measure(ui, Type::head, name).x;
    const float posts_width = measure(ui, Type::small, posts).x;
    if (name_width <= room && (posts.empty() || posts_width <= room)) {
        const float y = posts.empty() ? rect.centre().y - 11 : rect.centre().y - 21;
        text(ui, {x, y}, Type::head, Token::ink, name);
        if (!posts.empty()) text(ui, {x, y + 22}, Type::small, Token::ink_3, posts);
        return 52 + std::max(name_width, posts_width);
    }
    if (name_width <= room) {
        text(ui, {x, rect.centre().y - 11}, Type::head, Token::ink, name);
        return 52 + name_width;
    }
    const Point size = measure(ui, Type::small_strong, name, room);
    paragraph(ui, {x, rect.centre().y - size.y / 2, room, 0}, Type::small_strong, Token::ink, name);
    return 52 + size.x;
}

float trust_width(const Ui& ui, const Trust& trust) {
    return pill_width(ui, trust.text);
}

void draw_trust(Ui& ui, AssessorState& state, float x, const Rect& rect, const Trust& trust,
                const Reader& reader) {
    Item item;
    item.name = "assessor.about";
    item.label = trust.text;
    item.help = words(reader, N_("Everything about this recording: integrity, branches, notes"));
    item.rect = {x - 4, rect.centre().y - 16, trust_width(ui, trust) + 8, 32};
    const Response response = act(ui, item);
    if (response.hovered) fill(ui, item.rect, Token::sunken, 16);
    pill(ui, {x, rect.centre().y - 12}, trust.status, trust.text);
    if (response.clicked) state.overlay = Overlay::details;
}

struct Right {
    Fact grade;
    std::string critical;
    Status critical_status{};
    std::string blind;
};

Right right_side(const Ui& ui, const AssessorState& state, const Reader& reader) {
    Right right;
    right.blind = words(reader, N_("Second grader, blind"));
    if (!state.ready()) return right;
    right.grade = fact(ui, words(reader, N_("Points not lost so far")),
                       words(reader, N_("{0} of {1}"),
                             {std::to_string(std::max(0, score_at(state, state.now))),
                              std::to_string(state.grade.max_score)}));
    const std::size_t failed = state.grade.failed_critical.size();
    right.critical = failed == 0
                         ? words(reader, N_("Nothing critical failed"))
                         : words(reader, N_("Critical failed: {}"), {std::to_string(failed)});
    right.critical_status = failed == 0 ? Status::ok : Status::fault;
    return right;
}

/// Draws from the right edge; returns where the free room ends.
float draw_right(Ui& ui, AssessorState& state, const Rect& rect, const Reader& reader,
                 bool with_toggle) {
    const Right right = right_side(ui, state, reader);
    float x = rect.right();
    if (state.ready()) {
        x -= pill_width(ui, right.critical);
        pill(ui, {x, rect.centre().y - 12}, right.critical_status, right.critical);
        x -= gap + right.grade.width;
        draw_fact(ui, x, rect, right.grade, Align::right);
        x -= gap;
        bar(ui, x, rect);
    }
    if (with_toggle) {
        const float width = measure(ui, Type::body, right.blind).x + 56;
        x -= gap + width;
        const Rect place{x, rect.centre().y - 16, width, 32};
        if (toggle(ui, place, "assessor.blind", right.blind, state.second,
                   words(reader, N_("Judge anew without seeing what the first grader changed and "
                                    "said")))) {
            state.second = !state.second;
            state.edited.clear();
            judge(state);
        }
    }
    return x - gap;
}

}  // namespace

Trust trust_of(const AssessorState& state, const Reader& reader) {
    if (!state.verification) {
        if (!state.failure.empty()) return {Status::fault, words(reader, N_("Cannot be played"))};
        if (state.cancelled) return {Status::idle, words(reader, N_("Not verified"))};
        return {Status::info, words(reader, N_("Being verified…"))};
    }
    const Verification& verification = *state.verification;
    if (!verification.damage.empty()) {
        return {Status::fault, words(reader, N_("Changed after it was sealed"))};
    }
    if (!verification.unreadable.empty() || !state.failure.empty()) {
        return {Status::fault, words(reader, N_("Cannot be played again"))};
    }
    if (verification.divergence) {
        return {Status::fault,
                words(reader, N_("Differs from {}"), {clock_text(verification.divergence->time)})};
    }
    if (!state.closed) return {Status::care, words(reader, N_("Cut off, the rest is true"))};
    return {Status::ok, words(reader, N_("Verified: seal and replay"))};
}

void draw_header(Ui& ui, Desk& desk, AssessorState& state, Rect rect) {
    const Reader& reader = desk.reader;
    const Trust trust = trust_of(state, reader);
    const Fact recorded =
        fact(ui, words(reader, N_("Recorded")),
             state.info.started.empty() ? std::string("–") : date_text(state.info.started, reader));
    const Fact seed = fact(ui, words(reader, N_("Seed")), std::to_string(state.info.seed));
    const Right right = right_side(ui, state, reader);
    const float right_width =
        (state.ready() ? pill_width(ui, right.critical) + right.grade.width + 2 * gap : 0) +
        measure(ui, Type::body, right.blind).x + 56 + 2 * gap;
    const float least_name = 200;
    float left = least_name + trust_width(ui, trust) + 2 * gap;
    const bool with_toggle = !state.own && left + right_width < rect.w;
    const float end = draw_right(ui, state, rect, reader, with_toggle);
    const float room = end - rect.x;
    const bool with_recorded = left + recorded.width + 2 * gap < room;
    if (with_recorded) left += recorded.width + 2 * gap;
    const bool with_seed = with_recorded && left + seed.width + 2 * gap < room;
    if (with_seed) left += seed.width + 2 * gap;
    const float name_room = least_name + std::max(0.0F, room - left);
    float x = rect.x + draw_person(ui, rect, state, reader, name_room) + gap;
    const auto next = [&](const Fact& fact) {
        bar(ui, x, rect);
        draw_fact(ui, x + gap, rect, fact);
        x += 2 * gap + fact.width;
    };
    if (with_recorded) next(recorded);
    if (with_seed) next(seed);
    bar(ui, x, rect);
    draw_trust(ui, state, x + gap, rect, trust, reader);
}

}  // namespace sim::seats
