// What lies above the screen: about the recording, signature, report, note.
#include <chrono>

#include "engine/view/open_file.h"
#include "sim/report/words.h"
#include "sim/seats/assessor/state.h"

namespace sim::seats {

using namespace engine::view;

namespace {

void close(AssessorState& state) {
    state.overlay = Overlay::none;
}

/// The ground of an overlay with its title; returns the room inside.
Rect begin_overlay(Ui& ui, AssessorState& state, std::string_view title, float width, float height,
                   const Reader& reader) {
    push_layer(ui);
    Item back;
    back.name = "overlay.back";
    back.role = engine::view::Role::area;
    back.rect = ui.screen;
    if (act(ui, back).clicked) close(state);
    fill(ui, ui.screen, ui.theme[Token::band].with_alpha(0.45));
    const Rect frame =
        centred(ui.screen, std::min(width, ui.screen.w - 32), std::min(height, ui.screen.h - 32));
    Item ground;
    ground.name = "overlay.ground";
    ground.role = engine::view::Role::area;
    ground.rect = frame;
    act(ui, ground);
    panel(ui, frame, true);
    Rect inner = frame.inset(20, 16);
    Rect head = inner.cut_top(40);
    Button shut{"overlay.close", "", words(reader, N_("Close")), icons::close};
    shut.look = Look::quiet;
    if (button(ui, head.cut_right(36), shut)) close(state);
    paragraph(ui, {head.x, head.y + 6, head.w - 8, 0}, Type::title, Token::ink, title);
    if (shortcut(ui, {Key::escape})) close(state);
    return inner;
}

void say(Ui& ui, Rect& room, Type type, const Ink& ink, std::string_view words) {
    const float height = paragraph(ui, {room.x, room.y, room.w, 0}, type, ink, words);
    room.cut_top(height + 8);
}

void warn(Ui& ui, Rect& room, Status status, std::string_view words) {
    status_shape(ui, {room.x + 9, room.y + 11}, 16, status);
    const float height =
        paragraph(ui, {room.x + 26, room.y, room.w - 26, 0}, Type::body, Token::ink, words);
    room.cut_top(height + 8);
}

void sign(Ui& ui, Desk& desk, AssessorState& state) {
    const Reader& reader = desk.reader;
    const std::vector<std::string> open = state.judgement().without_reason();
    if (!open.empty()) {
        for (std::size_t i = 0; i < state.grade.lines.size(); ++i) {
            if (state.grade.lines[i].id == open.front()) open_row(state, static_cast<int>(i));
        }
        state.sign_problem = words(
            reader, N_("Points were changed without a reason: {}. Give the reason, then sign."),
            {state.line() != nullptr ? state.line()->text.in(reader.language) : open.front()});
        return;
    }
    if (state.sign_name.find_first_not_of(' ') == std::string::npos) {
        state.sign_problem = words(reader, N_("Write your name first."));
        focus(ui, "sign.name");
        return;
    }
    state.judgement().signed_by = state.sign_name;
    state.judgement().signed_at = wall_clock();
    changed(state, ui.time);
    save(state);
    if (state.save_problem.empty()) {
        toast(desk, ui, Status::ok,
              words(reader, N_("Signed. The judgement stands beside the recording.")));
    }
    close(state);
}

void draw_signed(Ui& ui, AssessorState& state, Rect room, const Reader& reader) {
    const Judgement& judgement = state.judgement();
    warn(ui, room, Status::ok,
         words(reader, N_("Signed by {0} on {1}"),
               {valid_text(judgement.signed_by), judgement.signed_at}));
    say(ui, room, Type::small, Token::ink_2,
        words(reader, N_("A signed judgement cannot be changed. Withdrawn, it can be changed and "
                         "has to be signed again.")));
    Button withdraw{"sign.withdraw", words(reader, N_("Withdraw the signature"))};
    withdraw.look = Look::danger;
    const float width = std::min(room.w, width_of(ui, withdraw));
    if (button(ui, {room.x, room.y + 4, width, height_of(ui, withdraw, width)}, withdraw)) {
        state.judgement().signed_by.clear();
        state.judgement().signed_at.clear();
        changed(state, ui.time);
        close(state);
    }
}

void draw_sign(Ui& ui, Desk& desk, AssessorState& state) {
    const Reader& reader = desk.reader;
    Rect room = begin_overlay(ui, state, words(reader, N_("Signature")), 520, 380, reader);
    if (state.judgement().is_signed()) {
        draw_signed(ui, state, room, reader);
        pop_layer(ui);
        return;
    }
    if (state.sign_name.empty()) state.sign_name = desk.settings.name;
    const Rect area = begin_scroll(ui, "sign.page", room);
    Rect inner{area.x, area.y, area.w, 1000};
    say(ui, inner, Type::body, Token::ink,
        words(reader, N_("{0} of {1} points, {2} changed by you."),
              {std::to_string(state.grade.score), std::to_string(state.grade.max_score),
               std::to_string(state.judgement().overrides.size())}));
    say(ui, inner, Type::small, Token::ink_2,
        words(reader, N_("The recording is sealed and stays as it is; the judgement is kept beside "
                         "it in a file of its own.")));
    say(ui, inner, Type::small_strong, Token::ink, words(reader, N_("Your name")));
    const FieldResult typed =
        field(ui, inner.cut_top(40), "sign.name", words(reader, N_("Your name")), state.sign_name,
              words(reader, N_("First and last name")), icons::person);
    inner.cut_top(12);
    if (!state.sign_problem.empty()) warn(ui, inner, Status::care, state.sign_problem);
    Button button_sign{"sign.sign", words(reader, N_("Sign")), {}, icons::pencil};
    button_sign.look = Look::primary;
    const float width = std::min(inner.w, width_of(ui, button_sign));
    if (button(ui, {inner.x, inner.y, width, 40}, button_sign) || typed.submitted) {
        sign(ui, desk, state);
    }
    end_scroll(ui, inner.y + 48 - area.y);
    pop_layer(ui);
}

std::string report_path(const AssessorState& state, const char* ending) {
    std::filesystem::path path(state.file);
    path.replace_extension(ending);
    return path.string();
}

enum class ReportKind : std::uint8_t { html, pdf, print };

void begin_report(AssessorState& state, const Reader& reader, ReportKind kind) {
    ReportOptions options;
    options.name = std::filesystem::path(state.file).filename().string();
    options.assessor = state.judgement().signed_by;
    options.overrides = state.judgement().overrides;
    options.comments = state.judgement().comments;
    const std::string path = report_path(state, kind == ReportKind::html ? ".html" : ".pdf");
    state.report_done.reset();
    state.report_unopened = false;
    const auto work = std::make_shared<ReportWork>();
    state.report_switch.work = work;
    options.progress = [work](double share) {
        work->share = share;
        if (work->stop) throw Cancelled{};
    };
    state.report = std::async(std::launch::async, [file = state.file, reader, options, path, kind] {
        ReportResult result;
        result.path = path;
        try {
            const Report report = make_report(Recording::open(file), reader, options);
            options.progress(1);
            if (kind == ReportKind::html) {
                write_report_html(report, path);
            } else {
                write_report_pdf(report, path);
            }
            if (kind == ReportKind::print) {
                result.problem = std::string(reader.translate(print_report(path)));
                result.printed = result.problem.empty();
            }
        } catch (const Cancelled&) {
            result.cancelled = true;
        } catch (const RecordingError& error) {
            result.problem = error.text().in(reader.translate);
        } catch (const std::exception& error) {
            result.problem = error.what();
        }
        return result;
    });
}

void draw_report_state(Ui& ui, AssessorState& state, Rect& room, const Reader& reader) {
    if (state.report.valid()) {
        say(ui, room, Type::body, Token::ink_2,
            words(reader, N_("The report is being made: the drill is run again and compared…")));
        ReportWork& work = *state.report_switch.work;
        progress(ui, room.cut_top(6), static_cast<float>(work.share));
        room.cut_top(10);
        Button cancel{"report.cancel", words(reader, N_("Cancel"))};
        cancel.enabled = !work.stop;
        const float width = std::min(room.w, width_of(ui, cancel));
        if (button(ui, {room.x, room.y, width, 40}, cancel)) work.stop = true;
        room.cut_top(48);
        return;
    }
    if (!state.report_done) return;
    const ReportResult& done = *state.report_done;
    if (done.cancelled) {
        warn(ui, room, Status::info, words(reader, N_("Broken off; no file was written.")));
        return;
    }
    if (!done.problem.empty()) {
        warn(ui, room, Status::fault,
             words(reader,
                   N_("It did not work: {}. Try another way, or free some room on the "
                      "disk."),
                   {valid_text(done.problem)}));
        return;
    }
    warn(ui, room, Status::ok,
         words(reader,
               done.printed ? N_("Handed to the printer. Also kept as {}") : N_("Saved as {}"),
               {done.path}));
    Button show{"report.open", words(reader, N_("Open it")), {}, icons::eye};
    const float width = std::min(room.w, width_of(ui, show));
    if (button(ui, {room.x, room.y, width, 40}, show))
        state.report_unopened = !open_file(done.path);
    room.cut_top(48);
    if (!state.report_unopened) return;
    warn(ui, room, Status::care,
         words(reader, N_("No program was found here that shows it. It lies in {}"), {done.path}));
}

void draw_report(Ui& ui, Desk& desk, AssessorState& state) {
    const Reader& reader = desk.reader;
    const Rect room = begin_overlay(ui, state, words(reader, N_("The report")), 560, 424, reader);
    const Rect area = begin_scroll(ui, "report.page", room);
    Rect inner{area.x, area.y, area.w, 1000};
    say(ui, inner, Type::body, Token::ink,
        words(reader, N_("Grade, charts, the moments that decided and what to practise, in your "
                         "language, beside the recording.")));
    if (!state.judgement().is_signed()) {
        warn(ui, inner, Status::info,
             words(reader, N_("This judgement is not signed yet; the report will say so.")));
    }
    const bool busy = state.report.valid();
    struct Choice {
        const char* name;
        const char* label;
        const char* icon;
        ReportKind kind;
    };
    for (const Choice& choice :
         {Choice{"report.pdf", N_("Save as PDF"), icons::paper, ReportKind::pdf},
          Choice{"report.html", N_("Save as a page (HTML)"), icons::book, ReportKind::html},
          Choice{"report.print", N_("Print"), icons::print, ReportKind::print}}) {
        Button one{choice.name, words(reader, choice.label), {}, choice.icon};
        one.enabled = !busy;
        if (busy) one.help = words(reader, N_("A report is being made"));
        if (choice.kind == ReportKind::pdf) one.look = Look::primary;
        const float height = height_of(ui, one, std::min(inner.w, 320.0F));
        const Rect place = inner.cut_top(height);
        if (button(ui, {place.x, place.y, std::min(inner.w, 320.0F), height}, one)) {
            begin_report(state, reader, choice.kind);
        }
        inner.cut_top(8);
    }
    inner.cut_top(4);
    draw_report_state(ui, state, inner, reader);
    end_scroll(ui, inner.y + 8 - area.y);
    pop_layer(ui);
}

void draw_note(Ui& ui, Desk& desk, AssessorState& state) {
    const Reader& reader = desk.reader;
    Rect room =
        begin_overlay(ui, state, words(reader, N_("Note at {}"), {clock_text(state.note_time)}),
                      520, 170, reader);
    if (ui.state.focus != "note.text" && ui.state.field != "note.text" && state.note_text.empty() &&
        !ui.state.ring) {
        focus(ui, "note.text");
    }
    const FieldResult typed =
        field(ui, room.cut_top(40), "note.text", words(reader, N_("Note")), state.note_text,
              words(reader, N_("What is to be remembered of this moment")), icons::note);
    room.cut_top(10);
    Button keep{"note.keep", words(reader, N_("Keep the note"))};
    keep.look = Look::primary;
    keep.enabled = state.note_text.find_first_not_of(' ') != std::string::npos;
    if (!keep.enabled) keep.help = words(reader, N_("Write something first"));
    const float width = std::min(room.w, width_of(ui, keep));
    const bool asked = button(ui, {room.x, room.y, width, 40}, keep) || typed.submitted;
    if (asked && keep.enabled) {
        std::vector<MomentNote>& notes = state.assessment.notes;
        const auto at =
            std::upper_bound(notes.begin(), notes.end(), state.note_time,
                             [](Time time, const MomentNote& note) { return time < note.time; });
        notes.insert(at, {state.note_time, state.note_text, desk.settings.name});
        changed(state, ui.time);
        close(state);
    }
    pop_layer(ui);
}

void poll_report(Ui& ui, AssessorState& state) {
    if (!state.report.valid()) return;
    if (state.report.wait_for(std::chrono::seconds(0)) == std::future_status::ready) {
        state.report_done = state.report.get();
    }
    wake_in(ui, 0.05);
}

}  // namespace

void draw_overlay(Ui& ui, Desk& desk, AssessorState& state) {
    poll_report(ui, state);
    switch (state.overlay) {
        case Overlay::none:
            break;
        case Overlay::details: {
            const Rect room = begin_overlay(
                ui, state, words(desk.reader, N_("About this recording")), 760, 640, desk.reader);
            draw_about(ui, desk, state, room);
            pop_layer(ui);
            break;
        }
        case Overlay::sign:
            draw_sign(ui, desk, state);
            break;
        case Overlay::report:
            draw_report(ui, desk, state);
            break;
        case Overlay::note:
            draw_note(ui, desk, state);
            break;
    }
}

}  // namespace sim::seats
