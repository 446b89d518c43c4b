#include "sim/seats/program/shell.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <filesystem>

#include "engine/core/paths.h"
#include "engine/core/phrase.h"
#include "sim/seats/start/panels.h"

namespace sim::seats {

using namespace engine::view;

namespace {

namespace fs = std::filesystem;

Reader reader_for(const std::string& language) {
    return {engine::Translator(language, engine::translations_folder()), language};
}

/// "2026-05-04-141002-paper_jam-Aizada.drill": sorts by date.
std::string recording_name(const std::string& scenario, const std::string& trainee) {
    std::string who;
    for (const char c : trainee) {
        const bool kept = (static_cast<unsigned char>(c) & 0x80U) != 0 ||
                          std::isalnum(static_cast<unsigned char>(c)) != 0;
        if (kept) who += c;
    }
    const std::time_t now = std::time(nullptr);
    return fmt::format("{:%Y-%m-%d-%H%M%S}-{}{}{}.drill", fmt::localtime(now), scenario,
                       who.empty() ? "" : "-", who.substr(0, 60));
}

/// A file in the person's folder that does not exist yet.
std::string fresh_recording(const Shell& shell, const std::string& scenario) {
    const fs::path folder = recordings_folder();
    std::error_code error;
    fs::create_directories(folder, error);
    const std::string id = fs::path(scenario).stem().string();
    fs::path file = folder / recording_name(id, shell.desk.settings.name);
    for (int i = 2; fs::exists(file, error) && i < 100; ++i) {
        file.replace_filename(fmt::format("{}-{}.drill", file.stem().string(), i));
    }
    return file.string();
}

void sit_down(Shell& shell, SeatId seat) {
    shell.seat = seat == SeatId::instructor ? SeatId::instructor : SeatId::trainee;
    shell.trainee = std::make_unique<Trainee>();
    shell.instructor = std::make_unique<Instructor>();
    shell.assessor.reset();
    shell.problem.clear();
}

void leave_drill(Shell& shell) {
    if (shell.live && !shell.live->session->ended()) shell.live->session->leave();
    shell.live.reset();
}

void to_start(Shell& shell) {
    leave_drill(shell);
    shell.assessor.reset();
    refresh(shell.start, shell.desk);
}

void resume_drill(Shell& shell, const std::string& file, SeatId seat) {
    const engine::Translator& _ = shell.desk.translate();
    try {
        auto session = DrillSession::resume(file, true);
        leave_drill(shell);
        shell.live = make_live(std::move(session), 1);
        sit_down(shell, seat);
    } catch (const RecordingError& error) {
        shell.problem =
            fmt::format("{} {}", _("One cannot go on with this recording:"), error.text().in(_));
    } catch (const StorageError& error) {
        shell.problem =
            fmt::format("{} {}", _("One cannot go on with this recording:"), error.text().in(_));
    }
}

/// Who sits in the trainee's seat looks at a result and judges nothing.
bool is_own(const Shell& shell) {
    return shell.desk.settings.seat == SeatId::trainee;
}

void end_drill(Shell& shell) {
    if (!shell.live) return to_start(shell);
    DrillSession& session = *shell.live->session;
    if (!session.ended()) session.end();
    const std::string file = session.file();
    const bool recorded = session.recorded() && !file.empty();
    shell.live.reset();
    if (!recorded || !open_recording_in(shell, file, is_own(shell))) to_start(shell);
}

/// Practice that leaves nothing behind: neither a recording nor a grade.
void begin_lesson(Shell& shell) {
    SessionPlan plan;
    plan.scenario = (engine::assets_folder() / "lessons" / "first_minute.yaml").string();
    std::string mistakes;
    std::unique_ptr<DrillSession> session = DrillSession::begin(plan, mistakes);
    if (!session) {
        shell.problem = mistakes;
        return;
    }
    leave_drill(shell);
    shell.live = make_live(std::move(session), 1);
    shell.live->post = static_cast<PostId>(Post::scanner_operator);
    sit_down(shell, SeatId::trainee);
    const auto reached = static_cast<std::size_t>(std::max(0, shell.desk.settings.lesson));
    shell.trainee->lesson.on = true;
    shell.trainee->lesson.step = reached + 1 < lesson_length() ? reached : 0;
}

void obey(Shell& shell) {
    const Request request = std::exchange(shell.desk.request, {});
    switch (request.kind) {
        case Request::Kind::none:
        case Request::Kind::screenshot:
            break;
        case Request::Kind::start:
            to_start(shell);
            break;
        case Request::Kind::drill:
            begin_drill(shell, request.file, request.seed, request.seat, request.kit,
                        shell.start.exam);
            break;
        case Request::Kind::resume:
            resume_drill(shell, request.file, request.seat);
            break;
        case Request::Kind::recording:
            open_recording_in(shell, request.file, is_own(shell));
            break;
        case Request::Kind::end_drill:
            end_drill(shell);
            break;
        case Request::Kind::lesson:
            begin_lesson(shell);
            break;
        case Request::Kind::first_drill:
            to_start(shell);
            shell.start.chosen.clear();
            if (const DrillCard* drill = shown_drill(shell.desk, shell.start)) {
                begin_drill(shell, drill->file, 1, SeatId::trainee, shell.start.kit);
            }
            break;
        case Request::Kind::seat:
            if (shell.live) shell.seat = request.seat;
            break;
        case Request::Kind::quit:
            shell.quit = true;
            break;
    }
}

/// Settings that were changed during the frame hold from the next one on.
void settle_settings(Ui& ui, Shell& shell) {
    Desk& desk = shell.desk;
    if (desk.settings == shell.saved) return;
    if (desk.settings.language != shell.saved.language && !desk.settings.language.empty()) {
        desk.reader = reader_for(desk.settings.language);
    }
    shell.saved = desk.settings;
    wake_in(ui, 0);
    if (!shell.keep) return;
    const engine::Phrase problem = save_settings(desk.settings, settings_folder());
    if (!problem.empty()) shell.problem = problem.in(desk.translate());
}

void tell_storage(Shell& shell) {
    if (!shell.live) return;
    if (const auto problem = shell.live->session->take_problem()) {
        const engine::Translator& _ = shell.desk.translate();
        shell.problem = fmt::format("{} {}",
                                    _("The recording cannot be written. The drill goes on; make "
                                      "room, and nothing is lost:"),
                                    problem->in(_));
    }
}

bool on_tour(const Shell& shell) {
    return shell.tour >= 0 && !shell.live && !shell.assessor;
}

/// Keys of what lies on top, taken before the seat below is drawn, which has the same ones.
struct TopKeys {
    bool back = false;  ///< closes the topmost sheet
    TourKey tour = TourKey::none;
};

TopKeys take_top_keys(Ui& ui, const Shell& shell) {
    TopKeys keys;
    // A key that is being set anew may be Esc; a menu closes before what it belongs to.
    if (!shell.capturing.empty() || !ui.state.menu.empty()) return keys;
    if (shell.desk.covered()) {
        keys.back = ui.input.take({Key::escape});
    } else if (on_tour(shell)) {
        // With the focus ring Enter belongs to what it surrounds.
        if (ui.input.take({Key::escape})) keys.tour = TourKey::leave;
        if (!ui.state.ring && ui.input.take({Key::enter})) keys.tour = TourKey::next;
    }
    return keys;
}

bool asked(const Desk& desk) {
    return desk.request.kind != Request::Kind::none &&
           desk.request.kind != Request::Kind::screenshot;
}

/// Something lies over the seat that is closed by Esc.
bool on_top(const Ui& ui, const Shell& shell) {
    return !ui.state.menu.empty() || shell.desk.covered() || on_tour(shell);
}

void draw_problem(Ui& ui, Shell& shell) {
    if (shell.problem.empty()) return;
    const engine::Translator& _ = shell.desk.translate();
    push_layer(ui);
    Button away;
    away.name = "problem.away";
    away.label = _("Understood");
    if (message_bar(ui, {0, band_height, ui.screen.w, 0}, Status::care, shell.problem, &away)
            .acted) {
        shell.problem.clear();
    }
    pop_layer(ui);
}

}  // namespace

std::string_view seat_prefix(const Shell& shell) {
    if (shell.assessor) return "assessor.";
    if (!shell.live) return "start.";
    return shell.seat == SeatId::instructor ? "instructor." : "trainee.";
}

Shell make_shell(const Opening& opening) {
    Shell shell;
    shell.keep = opening.keep;
    Desk& desk = shell.desk;
    if (opening.keep) desk.settings = load_settings(settings_folder());
    if (!opening.language.empty()) desk.settings.language = opening.language;
    if (desk.settings.language.empty()) desk.settings.language = language_of_environment();
    if (opening.plan) desk.settings.plan = *opening.plan;
    shell.saved = desk.settings;
    desk.reader = reader_for(desk.settings.language);
    const std::string extension = fs::path(opening.file).extension().string();
    if (opening.file.empty()) {
        refresh(shell.start, desk);
        if (!desk.settings.tour_seen && opening.keep) shell.tour = 0;
        return shell;
    }
    bool opened = false;
    if (extension == ".yaml" || extension == ".yml") {
        const SeatId seat = opening.seat.value_or(SeatId::trainee);
        opened = begin_drill(shell, opening.file, opening.seed, seat, opening.kit, false,
                             opening.record);
        if (opened && opening.rate != 1) set_rate(*shell.live, opening.rate);
    } else {
        opened = open_recording_in(shell, opening.file);
    }
    if (!opened) refresh(shell.start, desk);
    return shell;
}

bool begin_drill(Shell& shell, const std::string& file, std::uint64_t seed, SeatId seat,
                 const std::string& kit, bool exam, const std::string& record) {
    SessionPlan plan;
    plan.scenario = file;
    plan.kit = kit;
    plan.seed = seed;
    plan.trainee = shell.desk.settings.name;
    plan.exam = exam;
    plan.rewind = true;
    plan.record = !record.empty() ? record : shell.keep ? fresh_recording(shell, file) : "";
    std::string mistakes;
    std::unique_ptr<DrillSession> session = DrillSession::begin(plan, mistakes);
    if (!session) {
        shell.problem = mistakes;
        return false;
    }
    leave_drill(shell);
    shell.live = make_live(std::move(session), 1);
    sit_down(shell, seat);
    return true;
}

bool open_recording_in(Shell& shell, const std::string& file, bool own) {
    std::string problem;
    std::unique_ptr<Assessor> assessor = open_recording(file, shell.desk.reader, problem, own);
    if (!assessor) {
        shell.problem = problem;
        return false;
    }
    leave_drill(shell);
    shell.assessor = std::move(assessor);
    shell.problem.clear();
    return true;
}

void draw_shell(Ui& ui, Shell& shell) {
    Desk& desk = shell.desk;
    // What was asked for waited until the frame in which it was asked had been shown: that shows
    // the room of the seat that is left now.
    if (asked(desk)) obey(shell);
    if (shell.capturing.empty())
        stand_in(ui.input, desk.settings, seat_prefix(shell), on_top(ui, shell));
    if (shell.live) {
        step(*shell.live);
        if (shell.instructor) tend(*shell.instructor, *shell.live);
        tell_storage(shell);
    }
    const bool covered = desk.covered();
    const TopKeys keys = take_top_keys(ui, shell);
    if (shell.assessor) {
        draw_assessor(ui, desk, *shell.assessor);
    } else if (shell.live && shell.seat == SeatId::instructor) {
        draw_instructor(ui, desk, *shell.live, *shell.instructor);
    } else if (shell.live) {
        draw_trainee(ui, desk, *shell.live, *shell.trainee);
    } else {
        draw_start(ui, desk, shell.start);
    }
    draw_problem(ui, shell);
    if (keys.back) {
        (desk.settings_open ? desk.settings_open
         : desk.help_open   ? desk.help_open
                            : desk.leave_open) = false;
    }
    if (desk.leave_open) draw_leave(ui, shell);
    if (desk.help_open) draw_help(ui, shell);
    if (desk.settings_open) draw_settings(ui, shell);
    if (!covered && on_tour(shell)) draw_tour(ui, shell, keys.tour);
    if (asked(desk)) wake_in(ui, 0);
    settle_settings(ui, shell);
    wake_in(ui, next_wake(shell));
}

double next_wake(const Shell& shell) {
    if (shell.assessor) return next_wake(*shell.assessor);
    if (!shell.live || shell.live->frozen || shell.live->session->finished()) return 3600;
    // The clock on the band shows seconds.
    const double second = 1 / std::max(1.0, shell.live->rate);
    return std::max(0.03, std::min(next_wake(*shell.live), second));
}

void leave(Shell& shell) {
    leave_drill(shell);
    if (shell.keep) save_settings(shell.desk.settings, settings_folder());
}

}  // namespace sim::seats
