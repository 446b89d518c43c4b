#include "sim/seats/trainee/trainee.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/seats/trainee/layout.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr double rates[] = {0.5, 1, 2, 4, 8, 15, 20, 30, 60};

std::string rate_words(double rate) {
    return fmt::format("{:g}×", rate);
}

/// "Doors open 08:00": what the clock runs towards first.
std::string next_deadline(const Scene& scene) {
    const engine::Translator& _ = scene.desk.translate();
    const Setup& setup = scene.live.setup();
    const Time now = scene.world().now;
    if (now < setup.polls_open && setup.polls_open <= setup.latest_end)
        return engine::fill(_("Doors open {}"), {hour_minute(setup.polls_open)});
    if (now < setup.polls_close && setup.polls_close <= setup.latest_end) {
        return engine::fill(_("Polls close {}"), {hour_minute(setup.polls_close)});
    }
    return engine::fill(_("Drill ends {}"), {hour_minute(setup.latest_end % engine::day)});
}

void toggle_freeze(Scene& scene) {
    if (scene.me.demo.world) return;
    const engine::Translator& _ = scene.desk.translate();
    if (scene.live.exam) {
        toast(scene.desk, scene.ui, Status::info,
              std::string(_("In an exam time cannot be stopped")));
        return;
    }
    if (scene.live.frozen) {
        go_on(scene.live);
    } else {
        freeze(scene.live);
    }
    wake_in(scene.ui, 0);
}

/// Freeze first, then the rates.
void draw_rates(Scene& scene, const Rect& anchor) {
    const engine::Translator& _ = scene.desk.translate();
    std::vector<MenuEntry> entries;
    MenuEntry hold;
    hold.name = "freeze";
    hold.label = scene.live.frozen ? _("Go on") : _("Freeze");
    hold.key = name_of(scene.desk.key("trainee.freeze"));
    hold.enabled = !scene.live.exam;
    hold.help = scene.live.exam ? std::string(_("In an exam time cannot be stopped")) : "";
    entries.push_back(std::move(hold));
    MenuEntry on;
    on.name = "skip";
    on.label = _("Skip to the next thing that needs you");
    on.key = name_of(scene.desk.key("trainee.skip"));
    on.enabled = !scene.live.exam;
    on.help = scene.live.exam ? std::string(_("In an exam nothing can be skipped")) : "";
    entries.push_back(std::move(on));
    for (const double rate : rates) {
        MenuEntry entry;
        entry.name = fmt::format("{:g}", rate);
        entry.label = rate_words(rate);
        entry.selected = scene.live.rate == rate;
        entry.enabled = !scene.live.exam || rate >= 1;
        entries.push_back(std::move(entry));
    }
    const auto chosen =
        menu(scene.ui, "trainee.rates", anchor, _("Simulated time"), std::move(entries));
    if (!chosen) return;
    if (*chosen == 0) return toggle_freeze(scene);
    if (*chosen == 1) return start_skip(scene);
    set_rate(scene.live, rates[static_cast<std::size_t>(*chosen - 2)]);
}

void draw_top(Scene& scene) {
    const engine::Translator& _ = scene.desk.translate();
    Band band;
    band.icon = icons::hand;
    band.seat = title_of(SeatId::trainee, _);
    band.title = scene.live.session->scenario().title.in(scene.reader().language);
    band.detail = scene.live.exam ? std::string(_("Exam")) : std::string();
    band.caption = next_deadline(scene);
    band.clock = engine::format_clock(scene.world().now);
    band.rate = rate_words(scene.live.rate);
    band.frozen = scene.live.frozen;
    band.leave = _("Leave the drill or end it");
    band.go_on = scene.live.exam ? "" : _("Let time go on");
    const BandResult result = draw_band(scene.ui, scene.desk, band);
    if (result.leave || result.home) scene.desk.leave_open = true;
    if (result.rate) open_menu(scene.ui, "trainee.rates");
    if (result.frozen) toggle_freeze(scene);
    draw_rates(scene, result.rate_rect);
}

/// When the drill ends by itself if all stays as it is: what was to be done is done. Else never.
Time promised_end(const World& world) {
    const Condition& wanted = world.setup->finished;
    if (wanted.empty() || world.prelude) return engine::never;
    Since since = world.ending.since;
    Time due = engine::never;
    holds(
        wanted, [&world](SignalRef signal) { return read(world, signal); }, world.now, since, due);
    return due;
}

/// The end comes announced.
void tell_of_the_end(Scene& scene) {
    if (scene.live.session->finished() || scene.me.demo.world) return;
    constexpr Time soon = 5 * engine::minute;
    const engine::Translator& _ = scene.desk.translate();
    const Time latest = scene.live.setup().latest_end;
    if (!scene.me.end_told && scene.world().now >= latest - soon) {
        scene.me.end_told = true;
        toast(scene.desk, scene.ui, Status::care,
              engine::fill(_("The drill's time ends at {}"), {hour_minute(latest)}));
    }
    // In an exam nobody says that all is well.
    if (scene.live.exam) return;
    const Time promised = promised_end(scene.world());
    if (promised == scene.me.end_promised) return;
    scene.me.end_promised = promised;
    if (promised == engine::never) return;
    toast(scene.desk, scene.ui, Status::ok,
          engine::fill(_("All is as the drill wants it. If it stays so, the drill ends at {}"),
                       {hour_minute(promised)}));
}

/// Bars under the band; returns what is left of the area.
void draw_bars(Scene& scene, Rect& area) {
    Ui& ui = scene.ui;
    const engine::Translator& _ = scene.desk.translate();
    if (scene.me.skip.on) {
        Button stop{"trainee.skip.stop", std::string(_("Stop"))};
        stop.key = scene.desk.key("back");
        const std::string words = engine::fill(_("Time runs to the next thing that needs you: {}"),
                                               {hour_minute(scene.world().now)});
        const BarResult bar = message_bar(ui, area, Status::info, words, &stop);
        if (bar.acted) stop_skip(scene);
        area.cut_top(bar.height);
    }
    if (scene.me.message) {
        Button seen{"trainee.message.seen", std::string(_("Understood"))};
        const std::string words =
            engine::fill(_("The instructor says: {}"), {scene.me.message->words});
        const BarResult bar = message_bar(ui, area, Status::info, words, &seen);
        if (bar.acted) scene.me.message.reset();
        area.cut_top(bar.height);
    }
}

void open_forms(Scene& scene, FormTab tab) {
    scene.me.form = tab;
    open_sheet(scene, Sheet::forms);
}

void open_screen(Scene& scene) {
    const World& world = scene.world();
    DeviceId device = scene.me.plan.device;
    if (device == no_device || !has_screen(world, device)) {
        device = scene.layout().device_of(DeviceClass::scanner, 0);
    }
    if (device == no_device) return;
    scene.me.screen = device;
    open_sheet(scene, scene.me.sheet == Sheet::screen ? Sheet::none : Sheet::screen);
}

/// The same as the button on the list, which may be out of sight.
void show_current(Scene& scene) {
    const Checklist list = checklist(scene);
    for (const CheckRow& row : list.rows) {
        const bool open = row.state == StepState::open;
        if (row.step == list.current && open) return give_hint(scene, row, HintLevel::show);
    }
}

void freeze_when_away(Scene& scene) {
    if (!scene.ui.input.away || !scene.desk.settings.pause_away) return;
    if (scene.live.exam || scene.live.frozen) return;
    freeze(scene.live);
    wake_in(scene.ui, 0);
}

/// Nobody waits while one makes up one's mind about leaving.
void freeze_while_leaving(Scene& scene) {
    Trainee& me = scene.me;
    const bool runs = !scene.live.exam && !scene.live.session->finished();
    const bool leaving = scene.desk.leave_open && runs;
    if (leaving && !me.leaving && !scene.live.frozen) {
        freeze(scene.live);
        me.leaving = true;
    } else if (!scene.desk.leave_open && me.leaving) {
        me.leaving = false;
        if (scene.live.frozen) go_on(scene.live);
        wake_in(scene.ui, 0);
    }
}

void handle_keys(Scene& scene) {
    Ui& ui = scene.ui;
    if (scene.me.demo.world) return;
    const auto pressed = [&](std::string_view act) { return shortcut(ui, scene.desk.key(act)); };
    if (pressed("trainee.freeze")) toggle_freeze(scene);
    if (pressed("trainee.skip")) start_skip(scene);
    if (pressed("trainee.call_next")) call_next(scene);
    if (pressed("trainee.incident")) open_forms(scene, FormTab::incident);
    if (pressed("trainee.screen")) open_screen(scene);
    if (pressed("trainee.plan")) scene.desk.settings.plan = !scene.desk.settings.plan;
    if (pressed("trainee.chair")) {
        scene.me.talk = TalkTab::chair;
        open_sheet(scene, Sheet::talk);
    }
    if (pressed("trainee.checklist")) {
        open_sheet(scene, Sheet::none);
        scene.me.side = SideTab::checklist;
        scene.me.page = SideTab::checklist;
        focus(ui, "trainee.where");
    }
    if (pressed("trainee.instructor")) {
        scene.desk.request.kind = Request::Kind::seat;
        scene.desk.request.seat = SeatId::instructor;
    }
    talk_keys(scene);
    if (scene.me.sheet != Sheet::none || scene.me.ask) return;
    view_keys(scene);
    if (pressed("trainee.show_me")) show_current(scene);
}

void draw_end(Scene& scene) {
    if (!scene.live.session->finished() || scene.me.done_seen) return;
    Ui& ui = scene.ui;
    const engine::Translator& _ = scene.desk.translate();
    push_layer(ui);
    Item beside;
    beside.name = "trainee.end.beside";
    beside.role = engine::view::Role::area;
    beside.rect = ui.screen;
    act(ui, beside);
    fill(ui, {0, band_height, ui.screen.w, ui.screen.h - band_height}, Colour{20, 38, 58, 90});
    const float width = std::min(460.0F, ui.screen.w - 24);
    const bool late = scene.world().finished_at >= scene.live.setup().latest_end;
    const std::string words = fmt::format(
        "{} {}",
        late ? _("The drill's time is over.") : _("The station is as the drill wanted it."),
        _("Your result shows what went well, what to practise, and the moments that prove it."));
    const float words_high = measure(ui, Type::body, words, width - 48).y;
    Button result{"trainee.end.result", std::string(_("To your result"))};
    result.look = Look::primary;
    Button look{"trainee.end.look", std::string(_("Look around first"))};
    look.key = scene.desk.key("back");
    const float result_high = height_of(ui, result, width - 48);
    const float look_high = height_of(ui, look, width - 48);
    const float height = 24 + 34 + 8 + words_high + 20 + result_high + 8 + look_high + 24;
    const Rect box = centred(ui.screen, width, std::min(height, ui.screen.h - 16));
    panel(ui, box, true);
    const Rect content = begin_scroll(ui, "trainee.end", box.inset(24, 20));
    Rect rest{content.x, content.y, content.w, 4000};
    text_in(ui, rest.cut_top(34), Type::title, Token::ink, _("The drill is over"));
    rest.cut_top(8);
    paragraph(ui, rest.cut_top(words_high), Type::body, Token::ink_2, words);
    rest.cut_top(20);
    if (button(ui, rest.cut_top(result_high), result)) {
        scene.desk.request.kind = Request::Kind::end_drill;
    }
    rest.cut_top(8);
    if (button(ui, rest.cut_top(look_high), look)) scene.me.done_seen = true;
    end_scroll(ui, rest.y - content.y);
    pop_layer(ui);
}

/// Once it was put aside, the way to the result stands in a bar.
void draw_end_bar(Scene& scene, Rect& area) {
    if (!scene.live.session->finished() || !scene.me.done_seen) return;
    const engine::Translator& _ = scene.desk.translate();
    Button result{"trainee.end.result", std::string(_("To your result"))};
    result.look = Look::primary;
    const BarResult bar = message_bar(scene.ui, area, Status::ok, _("The drill is over"), &result);
    if (bar.acted) scene.desk.request.kind = Request::Kind::end_drill;
    area.cut_top(bar.height);
}

/// How much of the foot of the picture the row of devices takes.
float foot_of(const RoomView& room, const Rect& middle) {
    if (room.device != no_device) return 0;
    float high = 0;
    for (const Rect& cover : room.covers) {
        if (cover.bottom() >= middle.bottom() - 2) high = std::max(high, cover.h);
    }
    return std::min(high, middle.h / 3);
}

}  // namespace

void draw_trainee(Ui& ui, Desk& desk, Live& live, Trainee& trainee) {
    Scene scene{ui, desk, live, trainee};
    perceive(scene);
    go_on_skipping(scene);
    ui.items.screen = "trainee";
    fill(ui, ui.screen, Token::ground);
    trainee.plan.drop_key = desk.key("trainee.put_down");
    trainee.plan.label_key = desk.key("trainee.labels");
    trainee.plan.back_key = desk.key("back");
    go_on_showing(scene);
    follow_help(scene);
    tell_of_the_end(scene);
    const bool covered = desk.covered();
    draw_top(scene);
    Rect area{0, band_height, ui.screen.w, ui.screen.h - band_height};
    const Rect captions = area.cut_bottom(captions_height(scene));
    draw_end_bar(scene, area);
    draw_bars(scene, area);
    draw_lesson(scene, area);
    const Rect middle = draw_layout(scene, area);
    freeze_when_away(scene);
    freeze_while_leaving(scene);
    if (!covered) handle_keys(scene);
    point_out(scene);
    point_help(scene);
    draw_sheets(scene);
    draw_end(scene);
    draw_captions(scene, captions);
    // Over the floor of the plan: beside it stands what is worked with and what has to be read.
    draw_toasts(ui, desk, middle.bottom() - 12 - foot_of(trainee.room, middle), middle.x + 12);
}

}  // namespace sim::seats
