#include "sim/seats/assessor/assessor.h"

#include <algorithm>
#include <utility>

#include "sim/report/words.h"
#include "sim/scenario/files.h"
#include "sim/seats/assessor/state.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr float margin = 16;
constexpr float rubric_width = 225;
constexpr float item_width = 361;
constexpr float header_height = 60;
constexpr float tracks_height = 200;
constexpr float wide_from = 1000;
constexpr float high_from = 640;
constexpr float compact_header = 44;
constexpr float low_screen = 420;  ///< the picture needs what the header takes
constexpr double frame_time = 1.0 / 30;

std::string drill_title(const AssessorState& state, const Reader& reader) {
    return state.player ? state.player->drill().loaded.scenario.title.in(reader.language)
                        : valid_text(state.info.scenario);
}

void play_on(Ui& ui, AssessorState& state) {
    const double passed = std::clamp(ui.time - state.last_frame, 0.0, 0.5);
    state.last_frame = ui.time;
    if (!state.playing) return;
    seek(state, state.now + static_cast<Time>(passed * state.rate * engine::second));
    if (state.now >= state.last()) state.playing = false;
    wake_in(ui, frame_time);
}

void keep(Ui& ui, AssessorState& state) {
    if (!state.unsaved) return;
    if (ui.time >= state.save_at) {
        save(state);
        // A disk that is full may have room again in a while.
        if (state.unsaved) state.save_at = ui.time + 10;
    }
    if (state.unsaved) wake_in(ui, state.save_at - ui.time);
}

BandResult draw_top(Ui& ui, Desk& desk, AssessorState& state) {
    const Reader& reader = desk.reader;
    Band band;
    band.icon = icons::list;
    band.seat =
        state.own ? words(reader, N_("Your result")) : title_of(SeatId::assessor, reader.translate);
    band.title = drill_title(state, reader);
    band.detail = words(reader, N_("Recording"));
    if (state.player) {
        band.caption = words(reader, state.playing ? N_("Replaying") : N_("Replay stands at"));
        band.clock = clock_text(state.now);
    }
    band.leave = words(reader, N_("Back to the start"));
    return draw_band(ui, desk, band);
}

/// What has to be said above all else, if anything.
float draw_messages(Ui& ui, Desk& desk, AssessorState& state, const Rect& page) {
    const Reader& reader = desk.reader;
    if (!state.save_problem.empty()) {
        Button again{"assessor.save", words(reader, N_("Try again"))};
        const BarResult bar =
            message_bar(ui, page, Status::fault,
                        words(reader, N_("{}. It is kept here until it can be written."),
                              {state.save_problem.in(reader.translate)}),
                        &again);
        if (bar.acted) save(state);
        return bar.height;
    }
    if (!state.assessment_problem.empty()) {
        Button seen{"assessor.seen", words(reader, N_("Begin a new one"))};
        const BarResult bar =
            message_bar(ui, page, Status::care,
                        words(reader, N_("{}. It stays on the disk with the ending .kept."),
                              {state.assessment_problem.in(reader.translate)}),
                        &seen);
        if (bar.acted) state.assessment_problem = {};
        return bar.height;
    }
    const bool another = state.ready() && state.closed && state.analysis->other_grade;
    if (!another) return 0;
    Button why{"assessor.why", words(reader, N_("Why?"))};
    const BarResult bar =
        message_bar(ui, page, Status::care,
                    words(reader, N_("The grade worked out now is not the one that the recording "
                                     "keeps.")),
                    &why);
    if (bar.acted) state.overlay = Overlay::details;
    return bar.height;
}

void draw_wide(Ui& ui, Desk& desk, AssessorState& state, Rect page) {
    page = page.inset(margin, 0);
    page.cut_bottom(12);
    const Rect header = page.cut_top(header_height);
    const float spare = std::max(0.0F, page.h - 472 - 8 - tracks_height);
    const Rect tracks = page.cut_bottom(tracks_height + spare * 0.35F);
    page.cut_bottom(8);
    Rect side = page.cut_right(rubric_width + item_width);
    page.cut_right(12);
    // What moves the moment comes before what shows it.
    draw_tracks(ui, desk, state, tracks);
    draw_replay(ui, desk, state, page);
    draw_header(ui, desk, state, header);
    panel(ui, side);
    const Rect rubric = side.cut_left(rubric_width);
    fill(ui, {side.x, side.y, 1, side.h}, Token::line);
    draw_rubric(ui, desk, state, rubric);
    side.cut_left(1);
    side = side.inset(0, 4);
    side.cut_right(3);
    draw_item(ui, desk, state, side);
}

/// One line: name of the trainee, points, whether it can be trusted.
void draw_compact(Ui& ui, Desk& desk, AssessorState& state, const Rect& rect) {
    const Reader& reader = desk.reader;
    Rect row = rect.inset(margin, 0);
    if (state.ready()) {
        const std::string points = words(reader, N_("{0} of {1}"),
                                         {std::to_string(std::max(0, score_at(state, state.now))),
                                          std::to_string(state.grade.max_score)});
        const float width = measure(ui, Type::head, points).x;
        text(ui, {row.right() - width, row.centre().y - 11}, Type::head, Token::ink, points);
        row.cut_right(width + 12);
    }
    const Trust trust = trust_of(state, reader);
    const std::string name = valid_text(state.info.trainee);
    const float pill_wide = pill_width(ui, trust.text);
    float x = row.x;
    if (!name.empty() && measure(ui, Type::head, name).x + pill_wide + 12 <= row.w) {
        x += text(ui, {x, row.centre().y - 11}, Type::head, Token::ink, name) + 12;
    }
    if (x + pill_wide <= row.right()) {
        pill(ui, {x, row.centre().y - 12}, trust.status, trust.text);
    } else {
        status_shape(ui, {x + 10, row.centre().y}, 18, trust.status);
    }
}

void draw_narrow(Ui& ui, Desk& desk, AssessorState& state, Rect page) {
    const Reader& reader = desk.reader;
    const bool headed = state.page != Page::replay || ui.screen.h >= low_screen;
    const Rect header = page.cut_top(headed ? compact_header : 0);
    const std::vector<Segment> choices{{"replay", words(reader, N_("Replay"))},
                                       {"tracks", words(reader, N_("Tracks"))},
                                       {"rubric", words(reader, N_("Rubric"))},
                                       {"item", words(reader, N_("Item"))},
                                       {"about", words(reader, N_("About"))}};
    if (const auto chosen =
            tabs(ui, page.cut_top(40), "assessor.page", choices, static_cast<int>(state.page))) {
        state.page = static_cast<Page>(*chosen);
    }
    Rect room = page.inset(8, 8);
    switch (state.page) {
        case Page::replay:
            draw_replay(ui, desk, state, room);
            break;
        case Page::tracks:
            draw_tracks(ui, desk, state, room);
            break;
        case Page::rubric:
            panel(ui, room);
            draw_rubric(ui, desk, state, room.inset(1));
            break;
        case Page::item:
            panel(ui, room);
            draw_item(ui, desk, state, room.inset(1));
            break;
        case Page::about:
            panel(ui, room);
            draw_about(ui, desk, state, room.inset(1));
            break;
    }
    if (headed) draw_compact(ui, desk, state, header);
}

void keys(Ui& ui, Desk& desk, AssessorState& state) {
    if (!state.player) return;
    const auto step = [&](const char* act, Time by) {
        if (!shortcut(ui, desk.key(act))) return;
        set_playing(state, false);
        seek(state, state.now + by);
    };
    step("assessor.back", -engine::second);
    step("assessor.on", engine::second);
    if (shortcut(ui, desk.key("assessor.note"))) {
        set_playing(state, false);
        state.overlay = Overlay::note;
        state.note_time = state.now;
        state.note_text.clear();
    }
    if (state.plan.device != no_device && shortcut(ui, desk.key("back"))) {
        state.camera = 0;
        state.plan.device = no_device;
    }
}

}  // namespace

Assessor::Assessor() : state(std::make_unique<AssessorState>()) {}

Assessor::~Assessor() {
    if (state) save(*state);
}

std::unique_ptr<Assessor> open_recording(const std::string& file, const Reader& reader,
                                         std::string& problem, bool own) {
    auto assessor = std::make_unique<Assessor>();
    AssessorState& state = *assessor->state;
    state.file = file;
    state.own = own;
    try {
        const Recording recording = Recording::open(file);
        state.info = recording.info();
        state.kit = kit_among(recording.files());
        state.closed = recording.closed();
        state.reached = recording.reached();
        state.digest = recording.digest();
        state.branches = recording.branches();
    } catch (const RecordingError& error) {
        problem = error.text().in(reader.translate);
        return nullptr;
    } catch (const StorageError& error) {
        problem = error.text().in(reader.translate);
        return nullptr;
    }
    state.assessment = load_assessment(assessment_file(file), state.assessment_problem);
    state.keep_old = !state.assessment_problem.empty();
    state.analyst = std::make_unique<Analyst>(file);
    return assessor;
}

void draw_assessor(Ui& ui, Desk& desk, Assessor& assessor) {
    AssessorState& state = *assessor.state;
    poll(state);
    if (state.analyst) wake_in(ui, frame_time);
    play_on(ui, state);
    keep(ui, state);
    // What lies above has the keys for itself.
    std::vector<KeyPress> pressed;
    const Time before = state.now;
    const bool covered = state.overlay != Overlay::none;
    if (covered) pressed = std::exchange(ui.input.keys, {});
    fill(ui, ui.screen, Token::ground);
    Rect page = ui.screen;
    page.cut_top(band_height);
    page.cut_top(draw_messages(ui, desk, state, page));
    const bool wide = ui.screen.w >= wide_from && ui.screen.h >= high_from;
    ui.items.screen = wide ? "assessor" : "assessor.narrow";
    if (wide) {
        draw_wide(ui, desk, state, page);
    } else {
        draw_narrow(ui, desk, state, page);
    }
    const BandResult band = draw_top(ui, desk, state);
    if (band.leave || band.home) desk.request.kind = Request::Kind::start;
    if (covered) {
        ui.input.keys = std::move(pressed);
    } else {
        keys(ui, desk, state);
    }
    draw_overlay(ui, desk, state);
    // Panels that were drawn before the moment was moved follow in the next frame.
    if (state.now != before) wake_in(ui, 0);
    if (state.playing || state.unsaved) ui.wake = std::min(ui.wake, next_wake(assessor));
}

double next_wake(const Assessor& assessor) {
    const AssessorState& state = *assessor.state;
    if (state.playing || state.analyst) return frame_time;
    if (state.report.valid()) return 0.05;
    return state.unsaved ? 0.5 : 3600;
}

void settle(Assessor& assessor) {
    AssessorState& state = *assessor.state;
    if (state.analyst) state.analyst->wait();
    poll(state);
}

void seek(Assessor& assessor, Time time) {
    seek(*assessor.state, time);
}

Time shown_time(const Assessor& assessor) {
    return assessor.state->now;
}

}  // namespace sim::seats
