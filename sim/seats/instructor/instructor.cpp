#include "sim/seats/instructor/instructor.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/seats/instructor/state.h"

namespace sim::seats {

using namespace engine::view;

Instructor::Instructor() : state(std::make_unique<InstructorState>()) {}
Instructor::~Instructor() = default;

namespace {

constexpr auto most_work = std::chrono::milliseconds(20);
constexpr float margin = 16;
constexpr float side_width = 320;

/// A skip goes on a little in each frame, so that it can be watched and stopped.
void go_on_skipping(InstructorState& state, Live& live) {
    if (state.skip_until < 0) return;
    const auto began = sim::WallClock::now();
    while (live.world().now < state.skip_until && !live.session->finished()) {
        skip_to(live, std::min(state.skip_until, live.world().now + engine::minute));
        look(state.watch, live);
        if (sim::WallClock::now() - began > most_work) return;
    }
    state.skip_until = -1;
}

void draw_top(View& view) {
    const engine::Translator& _ = view.reader.translate;
    Band band;
    band.icon = icons::people;
    band.seat = std::string(title_of(SeatId::instructor, _));
    band.title = view.live.session->scenario().title.in(view.reader.language);
    band.detail = engine::fill(_("Station {}"),
                               std::vector{std::to_string(view.live.setup().station_number)});
    band.clock = engine::format_clock(view.now());
    band.rate = fmt::format("{}×", view.live.rate);
    band.frozen = view.live.frozen;
    band.leave = _("Leave the drill or end it");
    const BandResult result = draw_band(view.ui, view.desk, band);
    if (result.leave || result.home) view.desk.leave_open = true;
    if (result.rate) faster(view, view.live.rate >= rates.back() ? -99 : 1);
}

/// To the malfunction that needs somebody, or to the station's line.
void next_that_needs(View& view) {
    const auto& items = view.state.watch.in_play;
    view.state.tab = 1;
    for (auto it = items.rbegin(); it != items.rend(); ++it) {
        if (it->until <= view.now()) continue;
        focus(view.ui, "play." + std::to_string(it->injection) + ".clear");
        view.ui.state.ring = true;
        return;
    }
    focus(view.ui, "faults.search");
}

void keys(View& view) {
    Ui& ui = view.ui;
    const Desk& desk = view.desk;
    if (shortcut(ui, desk.key("instructor.trainee"))) {
        view.desk.request.kind = Request::Kind::seat;
        view.desk.request.seat = SeatId::trainee;
    }
    if (shortcut(ui, desk.key("instructor.undo"))) undo_last(view);
    if (shortcut(ui, desk.key("instructor.faster"))) faster(view, 1);
    if (shortcut(ui, desk.key("instructor.slower"))) faster(view, -1);
    if (shortcut(ui, desk.key("instructor.next"))) next_that_needs(view);
    if (shortcut(ui, desk.key("search"))) {
        view.state.tab = 1;
        focus(ui, "faults.search");
    }
    // With nothing chosen there is nothing to arm; with the form open the key is the form's.
    const bool can_arm = !view.state.form.open && view.state.chosen >= 0 &&
                         can_be_injected(view.fault(view.state.chosen));
    if (can_arm && shortcut(ui, desk.key("instructor.arm"))) {
        view.state.form = make_form(view.live, view.state.chosen);
        view.state.tab = 1;
        focus(ui, "form.back");
    }
}

void draw_faults(View& view, const Rect& rect) {
    panel(view.ui, rect);
    Rect inner = rect.inset(14, 12);
    if (view.state.form.open) {
        draw_form(view, inner);
        return;
    }
    const bool anything = in_play_count(view) > 0;
    // What is chosen has to be read before it is used: in a low window it gets the room.
    const float share = view.state.chosen >= 0 && inner.h < 480 ? 0.3F : 0.46F;
    const float dock = anything ? std::max(inner.h * share, 150.0F) : 76;
    const Rect below = inner.cut_bottom(std::min(dock, inner.h * 0.6F));
    draw_palette(view, inner);
    const Rect line{rect.x, below.y, rect.w, 1};
    fill(view.ui, line, Token::line);
    draw_dock(view, {below.x, below.y + 10, below.w, below.h - 10});
}

void draw_wide(View& view, Rect page) {
    Rect bottom = page.cut_bottom(transport_height(view, page.w - 24) + 22);
    page.cut_bottom(10);
    const Rect side = page.cut_right(side_width);
    page.cut_right(12);
    panel(view.ui, bottom);
    draw_transport(view, bottom.inset(12, 10));
    if (!view.state.enlarged) {
        draw_tile(view, page.cut_top(tile_height(view, page.w)));
        page.cut_top(10);
    }
    draw_detail(view, page);
    draw_faults(view, side);
}

void draw_station_page(View& view, Rect page) {
    if (view.state.enlarged) {
        draw_mirror(view, page);
        return;
    }
    const float mirror = std::clamp(page.w * 0.6F, 190.0F, 420.0F) + 48;
    const float side = std::max(320.0F, page.h - 20);
    const Rect content = begin_scroll(view.ui, "station", page);
    // Beside the scroll bar names break into more lines.
    const float tile = tile_height(view, content.w);
    float y = content.y;
    draw_tile(view, {content.x, y, content.w, tile});
    y += tile + 10;
    draw_mirror(view, {content.x, y, content.w, mirror});
    y += mirror + 10;
    panel(view.ui, {content.x, y, content.w, side});
    draw_side(view, Rect{content.x, y, content.w, side}.inset(10, 6));
    y += side + 4;
    end_scroll(view.ui, y - content.y);
}

void draw_in_play_page(View& view, const Rect& page) {
    panel(view.ui, page);
    draw_dock(view, page.inset(12, 8));
}

void draw_time_page(View& view, const Rect& page) {
    panel(view.ui, page);
    const Rect inner = page.inset(12, 10);
    const Rect content = begin_scroll(view.ui, "time", inner);
    const float h = transport_height(view, content.w);
    draw_transport(view, {content.x, content.y, content.w, h});
    end_scroll(view.ui, h);
}

void draw_narrow(View& view, Rect page) {
    const engine::Translator& _ = view.reader.translate;
    const std::string in_play =
        engine::fill(_("In play {}"), std::vector{std::to_string(in_play_count(view))});
    const Segment pages[] = {{"station", std::string(_("Station"))},
                             {"faults", std::string(_("Malfunctions"))},
                             {"in_play", in_play},
                             {"time", std::string(_("Time"))}};
    Rect bar = page.cut_top(40);
    bar.x = 0;
    bar.w = view.ui.screen.w;
    if (const auto tab = tabs(view.ui, bar, "instructor", pages, view.state.tab)) {
        view.state.tab = *tab;
    }
    page.cut_top(8);
    if (view.state.tab == 0) draw_station_page(view, page);
    if (view.state.tab == 1) {
        panel(view.ui, page);
        const Rect inner = page.inset(12, 8);
        if (view.state.form.open) {
            draw_form(view, inner);
        } else {
            draw_palette(view, inner);
        }
    }
    if (view.state.tab == 2) draw_in_play_page(view, page);
    if (view.state.tab == 3) draw_time_page(view, page);
}

/// Keys of the transport work on every page.
void time_keys(View& view) {
    if (view.state.tab == 3) return;
    const Desk& desk = view.desk;
    if (shortcut(view.ui, desk.key("instructor.freeze"))) {
        if (view.live.frozen) {
            go_on(view.live);
        } else {
            freeze(view.live);
        }
    }
    if (shortcut(view.ui, desk.key("instructor.bookmark"))) bookmark_now(view);
    for (const auto& [name, kind] : {std::pair{"instructor.note", Compose::note},
                                     std::pair{"instructor.message", Compose::message}}) {
        if (!shortcut(view.ui, desk.key(name))) continue;
        view.state.tab = 3;
        view.state.compose = kind;
        view.state.compose_text.clear();
        focus(view.ui, "compose.text");
    }
}

}  // namespace

void tend(Instructor& instructor, Live& live) {
    look(instructor.state->watch, live);
    go_on_skipping(*instructor.state, live);
}

void draw_instructor(Ui& ui, Desk& desk, Live& live, Instructor& instructor) {
    InstructorState& state = *instructor.state;
    tend(instructor, live);
    View view{ui, desk, live, state, desk.reader};
    fill(ui, ui.screen, Token::ground);
    draw_top(view);
    Rect page = ui.screen;
    page.cut_top(band_height);
    page.cut_top(draw_way_back(view, page));
    const bool wide = ui.screen.w >= 960 && ui.screen.h >= 600;
    ui.items.screen = "instructor";
    const Rect inner = page.inset(wide ? margin : 8, wide ? 10 : 0);
    if (wide) {
        draw_wide(view, inner);
    } else {
        draw_narrow(view, {inner.x, inner.y, inner.w, inner.h - 8});
        time_keys(view);
    }
    keys(view);
    // Above what must stay in reach: the transport, or the acts at the foot of a page.
    const float foot = wide ? transport_height(view, inner.w - 24) + 44 : 64;
    draw_toasts(ui, desk, ui.screen.bottom() - foot);
    if (!live.frozen && !live.session->finished()) wake_in(ui, 0.25);
    if (state.skip_until >= 0) wake_in(ui, 0);
}

}  // namespace sim::seats
