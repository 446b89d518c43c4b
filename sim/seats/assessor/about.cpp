// Everything about the recording itself: whether it can be trusted, how it branched, what was
// noted.
#include <algorithm>

#include "sim/report/words.h"
#include "sim/seats/assessor/state.h"

namespace sim::seats {

using namespace engine::view;

namespace {

void heading(Ui& ui, const Rect& area, float& y, std::string_view words) {
    y += 10;
    text_in(ui, {area.x, y, area.w, 16}, Type::label, Token::ink_3, words);
    y += 22;
}

void sentence(Ui& ui, const Rect& area, float& y, Status status, std::string_view words) {
    status_shape(ui, {area.x + 9, y + 11}, 16, status);
    y += paragraph(ui, {area.x + 26, y, area.w - 26, 0}, Type::body, Token::ink, words) + 6;
}

void fact(Ui& ui, const Rect& area, float& y, std::string_view name, std::string_view value) {
    const float column = std::min(180.0F, area.w * 0.4F);
    const float left =
        paragraph(ui, {area.x, y + 1, column - 12, 0}, Type::small, Token::ink_3, name);
    // Long names of files have no place to wrap: they are broken where the room ends.
    const float right =
        paragraph(ui, {area.x + column, y, area.w - column, 0}, Type::small, Token::ink, value);
    y += std::max(left, right) + 6;
}

void draw_facts(Ui& ui, const AssessorState& state, const Rect& area, float& y,
                const Reader& reader) {
    const auto add = [&](const char* name, const std::string& value) {
        if (!value.empty()) fact(ui, area, y, words(reader, name), valid_text(value));
    };
    std::string drill = state.info.scenario;
    if (state.player) {
        drill = state.player->drill().loaded.scenario.title.in(reader.language);
    }
    add(N_("Trainee"), state.info.trainee);
    add(N_("Drill"), drill);
    add(N_("Recorded"), state.info.started);
    add(N_("Seed"), std::to_string(state.info.seed));
    add(N_("Crew"), state.info.crew);
    add(N_("Program"), state.info.program);
    add(N_("File"), state.file);
    add(N_("Digest of the seal"), state.digest);
}

void draw_integrity(Ui& ui, Desk& desk, AssessorState& state, const Rect& area, float& y) {
    const Reader& reader = desk.reader;
    heading(ui, area, y, words(reader, N_("CAN IT BE TRUSTED?")));
    const Trust trust = trust_of(state, reader);
    sentence(ui, area, y, trust.status, trust.text);
    if (state.verification) {
        for (const Damage& damage : state.verification->damage) {
            sentence(ui, area, y, Status::fault, damage.message.in(reader.translate));
        }
        if (state.verification->divergence) {
            sentence(ui, area, y, Status::fault,
                     words(reader, N_("{0}: {1}"),
                           {clock_text(state.verification->divergence->time),
                            state.verification->divergence->what.in(reader.translate)}));
        }
        if (!state.verification->unreadable.empty()) {
            sentence(ui, area, y, Status::fault,
                     state.verification->unreadable.in(reader.translate));
        }
        if (state.verification->foreign_keyframes > 0) {
            sentence(ui, area, y, Status::info,
                     words(reader, N_("Made by another version of the program: going to a moment "
                                      "takes longer.")));
        }
    }
    if (state.ready() && state.closed) {
        sentence(ui, area, y, state.analysis->other_grade ? Status::fault : Status::ok,
                 words(reader, state.analysis->other_grade
                                   ? N_("The grade kept in the recording is another than the one "
                                        "worked out now. The one worked out now is shown.")
                                   : N_("The grade worked out now is the one kept in the "
                                        "recording.")));
    }
    if (state.closed) return;
    sentence(ui, area, y, Status::care,
             words(reader,
                   N_("The drill was cut off at {}: it was never ended and sealed. What was "
                      "recorded up to there is shown and graded."),
                   {clock_text(state.reached)}));
    if (!state.failure.empty()) return;
    Button resume{"about.resume", words(reader, N_("Go on with this drill")),
                  words(reader, N_("Takes it up where it was cut off, in the trainee's seat")),
                  icons::play};
    const float height = height_of(ui, resume, area.w);
    const float width = std::min(area.w, width_of(ui, resume));
    if (button(ui, {area.x, y, width, height}, resume)) {
        desk.request.kind = Request::Kind::resume;
        desk.request.file = state.file;
        desk.request.seat = SeatId::trainee;
    }
    y += height + 8;
}

void draw_branches(Ui& ui, AssessorState& state, const Rect& area, float& y, const Reader& reader) {
    if (state.branches.size() < 2) return;
    heading(ui, area, y, words(reader, N_("WENT BACK")));
    for (std::size_t i = 0; i < state.branches.size(); ++i) {
        const RecordedBranch& branch = state.branches[i];
        const bool last = i + 1 == state.branches.size();
        std::string said;
        if (branch.parent < 0) {
            said = words(reader, N_("The first try, up to {}"), {clock_text(branch.reached)});
        } else {
            said = words(reader, N_("Back to {0} of try {1}, then up to {2}"),
                         {clock_text(branch.start), std::to_string(branch.parent + 1),
                          clock_text(branch.reached)});
        }
        const Status status = last ? Status::ok : Status::idle;
        sentence(ui, area, y, status,
                 words(reader,
                       last ? N_("Try {0}: {1}. This one is shown and graded.")
                            : N_("Try {0}: {1}. Given up, not graded."),
                       {std::to_string(i + 1), said}));
    }
}

void draw_notes(Ui& ui, AssessorState& state, const Rect& area, float& y, const Reader& reader) {
    heading(ui, area, y, words(reader, N_("NOTES")));
    std::vector<MomentNote>& notes = state.assessment.notes;
    if (notes.empty()) {
        y += paragraph(ui, {area.x, y, area.w, 0}, Type::small, Token::ink_2,
                       words(reader, N_("None yet. A note stands at a moment of the drill."))) +
             8;
    }
    std::optional<std::size_t> gone;
    for (std::size_t i = 0; i < notes.size(); ++i) {
        const MomentNote& note = notes[i];
        const float x = area.x + figures_width(ui, Type::small_strong, "00:00:00") + 14;
        const Point size = measure(ui, Type::small, valid_text(note.text), area.right() - x - 44);
        const float height = std::max(32.0F, size.y + 12);
        const std::string name = "about.note." + std::to_string(i);
        const Rect place{area.x - 6, y, area.w - 32, height};
        if (row(ui, place, name, note.text, false, words(reader, N_("Go to this moment")))
                .clicked) {
            seek(state, note.time);
            state.overlay = Overlay::none;
        }
        figures(ui, {area.x, y + 6}, Type::small_strong, Token::action, clock_text(note.time));
        paragraph(ui, {x, y + 6, area.right() - x - 44, 0}, Type::small, Token::ink,
                  valid_text(note.text));
        Button remove{name + ".remove", "", words(reader, N_("Take the note away")), icons::close};
        remove.look = Look::quiet;
        if (button(ui, {area.right() - 32, y, 32, 32}, remove)) gone = i;
        y += height + 4;
    }
    Button add{"about.note", words(reader, N_("Note on this moment")), {}, icons::note};
    const float width = std::min(area.w, width_of(ui, add));
    const float height = height_of(ui, add, width);
    if (state.player && button(ui, {area.x, y, width, height}, add)) {
        state.overlay = Overlay::note;
        state.note_time = state.now;
        state.note_text.clear();
    }
    y += height + 8;
    if (gone) {
        notes.erase(notes.begin() + static_cast<std::ptrdiff_t>(*gone));
        changed(state, ui.time);
    }
}

/// What two graders who have both signed see differently.
void draw_graders(Ui& ui, AssessorState& state, const Rect& area, float& y, const Reader& reader) {
    heading(ui, area, y, words(reader, N_("GRADERS")));
    const std::string label = words(reader, N_("Second grader, blind"));
    const float height = std::max(32.0F, measure(ui, Type::body, label, area.w - 60).y + 8);
    if (toggle(ui, {area.x, y, std::min(area.w, 360.0F), height}, "about.blind", label,
               state.second)) {
        state.second = !state.second;
        state.edited.clear();
        judge(state);
    }
    y += height + 8;
    const Judgement& first = state.assessment.first;
    const Judgement& second = state.assessment.second;
    const auto signed_by = [&](const char* text, const Judgement& one) {
        if (!one.is_signed()) return;
        sentence(ui, area, y, Status::ok,
                 words(reader, text, {valid_text(one.signed_by), one.signed_at}));
    };
    if (!state.second) signed_by(N_("First grader: {0}, {1}"), first);
    signed_by(N_("Second grader: {0}, {1}"), second);
    if (!first.is_signed() || !second.is_signed() || !state.ready()) return;
    const Grade& computed = state.analysis->facts.computed;
    const Grade one = with_overrides(computed, first.overrides);
    const Grade other = with_overrides(computed, second.overrides);
    int differences = 0;
    for (std::size_t i = 0; i < one.lines.size(); ++i) {
        if (one.lines[i].points == other.lines[i].points) continue;
        ++differences;
        sentence(ui, area, y, Status::care,
                 words(reader, N_("{0}: first {1}, second {2}"),
                       {one.lines[i].text.in(reader.language), std::to_string(one.lines[i].points),
                        std::to_string(other.lines[i].points)}));
    }
    if (differences == 0) {
        sentence(ui, area, y, Status::ok, words(reader, N_("Both graders agree on every point.")));
    }
}

}  // namespace

void draw_about(Ui& ui, Desk& desk, AssessorState& state, Rect rect) {
    const Reader& reader = desk.reader;
    const Rect content = begin_scroll(ui, "assessor.about.page", rect);
    const Rect area{content.x + 16, content.y, content.w - 32, content.h};
    float y = area.y + 8;
    draw_facts(ui, state, area, y, reader);
    draw_integrity(ui, desk, state, area, y);
    draw_branches(ui, state, area, y, reader);
    draw_graders(ui, state, area, y, reader);
    draw_notes(ui, state, area, y, reader);
    end_scroll(ui, y - area.y + 12);
}

}  // namespace sim::seats
