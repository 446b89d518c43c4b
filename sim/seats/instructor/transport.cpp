#include <fmt/format.h>

#include <algorithm>

#include "sim/seats/instructor/state.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr float control = 40;
constexpr float gap = 8;
constexpr float timeline_height = 54;

std::string rate_words(double rate) {
    return fmt::format("{}×", rate);
}

bool running(const View& view) {
    return !view.live.session->ended() && !view.live.session->finished();
}

Button freeze_button(const View& view) {
    const engine::Translator& _ = view.reader.translate;
    Button freeze{"time.freeze", std::string(view.live.frozen ? _("Go on") : _("Freeze")),
                  std::string(view.live.frozen ? _("Simulated time goes on")
                                               : _("Simulated time stands still for all")),
                  view.live.frozen ? icons::play : icons::pause};
    freeze.key = view.desk.key("instructor.freeze");
    freeze.show_key = true;
    freeze.look = Look::primary;
    freeze.enabled = running(view);
    return freeze;
}

/// The acts of the row, in order; the rates stand after the first.
std::vector<Button> row_buttons(const View& view) {
    const engine::Translator& _ = view.reader.translate;
    const bool back = view.live.session->earliest() < view.now();
    std::vector<Button> all{freeze_button(view)};
    all.push_back({"time.back", std::string(_("Back to…")),
                   std::string(back ? _("To a bookmark or a kept moment, and on from there as a "
                                        "branch")
                                    : _("No moment has been kept yet")),
                   icons::history});
    all.back().enabled = back && !view.live.session->ended();
    all.push_back({"time.skip", std::string(_("Skip to…")),
                   std::string(_("Lets the drill run at once, without waiting")), icons::forward});
    all.back().enabled = running(view);
    all.push_back({"time.bookmark", std::string(_("Bookmark")), std::string(_("Marks this moment")),
                   icons::bookmark});
    all.back().key = view.desk.key("instructor.bookmark");
    all.push_back(
        {"time.note", std::string(_("Note")), std::string(_("Kept for the debrief")), icons::note});
    all.back().key = view.desk.key("instructor.note");
    all.push_back({"time.message", std::string(_("Message")),
                   std::string(_("The trainee sees it and confirms it")), icons::megaphone});
    all.back().key = view.desk.key("instructor.message");
    return all;
}

float rates_width(const View& view) {
    float widest = 30;
    for (const double rate : rates) {
        widest = std::max(widest, measure(view.ui, Type::small_strong, rate_words(rate)).x);
    }
    return (widest + 14) * static_cast<float>(rates.size()) + 6;
}

/// Where everything of the row stands: lines are broken where the width ends.
struct Row {
    std::vector<Rect> places;  ///< of the buttons
    Rect rates;
    float height = 0;
    Rect free;  ///< right of the last
};

Row lay_out(const View& view, const std::vector<Button>& buttons, const Rect& rect) {
    Row row;
    float x = rect.x;
    float y = rect.y;
    const auto place = [&](float width) {
        width = std::min(width, rect.w);
        if (x > rect.x && x + width > rect.right() + 0.5F) {
            x = rect.x;
            y += control + gap;
        }
        const Rect at{x, y, width, control};
        x += width + gap;
        return at;
    };
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        row.places.push_back(place(width_of(view.ui, buttons[i])));
        if (i == 0) row.rates = place(rates_width(view));
    }
    row.height = y + control - rect.y;
    row.free = {x + 4, y, rect.right() - x - 4, control};
    return row;
}

void draw_rates(View& view, const Rect& rect) {
    const engine::Translator& _ = view.reader.translate;
    std::vector<Segment> choices;
    int selected = -1;
    for (std::size_t i = 0; i < rates.size(); ++i) {
        choices.push_back({fmt::format("{}", rates[i]), rate_words(rates[i]),
                           std::string(_("Simulated seconds in a second"))});
        if (rates[i] == view.live.rate) selected = static_cast<int>(i);
    }
    if (const auto rate = segments(view.ui, rect, "time.rate", choices, selected)) {
        set_rate(view.live, rates[static_cast<std::size_t>(*rate)]);
    }
}

void begin_compose(View& view, Compose kind) {
    view.state.compose = kind;
    view.state.compose_text.clear();
    view.state.compose_problem.clear();
    focus(view.ui, "compose.text");
}

void draw_skip_menu(View& view, const Rect& anchor) {
    const engine::Translator& _ = view.reader.translate;
    if (!menu_open(view.ui, "skip")) return;
    const Setup& setup = view.live.setup();
    std::vector<std::pair<Time, MenuEntry>> all;
    const auto add = [&](const char* name, Time time, std::string label) {
        if (time <= view.now()) return;
        MenuEntry entry;
        entry.name = name;
        entry.label = std::move(label);
        entry.key = engine::format_clock(time).substr(0, 5);
        all.emplace_back(time, std::move(entry));
    };
    const auto minutes = [&](int count) {
        return engine::fill(_("{} min on"), std::vector{std::to_string(count)});
    };
    add("1", view.now() + engine::minute, minutes(1));
    add("5", view.now() + 5 * engine::minute, minutes(5));
    add("15", view.now() + 15 * engine::minute, minutes(15));
    add("60", view.now() + engine::hour, minutes(60));
    add("open", setup.polls_open, std::string(_("Polls open")));
    add("close", setup.polls_close, std::string(_("Polls close")));
    std::vector<MenuEntry> entries;
    for (const auto& one : all) entries.push_back(one.second);
    MenuEntry other;
    other.name = "other";
    other.label = std::string(_("Another time…"));
    entries.push_back(other);
    const auto chosen = menu(view.ui, "skip", anchor, _("Skip to…"), entries);
    if (!chosen) return;
    const auto index = static_cast<std::size_t>(*chosen);
    if (index < all.size()) {
        view.state.skip_from = view.now();
        view.state.skip_until = all[index].first;
        wake_in(view.ui, 0);
    } else {
        begin_compose(view, Compose::skip);
    }
}

void act(View& view, const std::string& name) {
    if (name == "time.freeze") {
        if (view.live.frozen) {
            go_on(view.live);
        } else {
            freeze(view.live);
        }
    }
    if (name == "time.back") open_menu(view.ui, "back");
    if (name == "time.skip") open_menu(view.ui, "skip");
    if (name == "time.bookmark") bookmark_now(view);
    if (name == "time.note") begin_compose(view, Compose::note);
    if (name == "time.message") begin_compose(view, Compose::message);
}

constexpr float least_message = 300;

/// The message field at the end of the row, where there is room for it.
void draw_message(View& view, const Rect& rect) {
    const engine::Translator& _ = view.reader.translate;
    Button send{"message.send", std::string(_("Send"))};
    send.enabled = !view.state.message.empty();
    send.help = std::string(send.enabled ? _("The trainee sees it and confirms it")
                                         : _("Write something first"));
    Rect rest = rect;
    const Rect at = rest.cut_right(width_of(view.ui, send));
    rest.cut_right(gap);
    const FieldResult typed =
        field(view.ui, rest, "message.text", _("Message to the trainee"), view.state.message,
              _("Message to the trainee"), icons::megaphone);
    if (shortcut(view.ui, view.desk.key("instructor.message"))) focus(view.ui, "message.text");
    const bool sent = button(view.ui, at, send) || typed.submitted;
    if (!sent || view.state.message.empty()) return;
    say_words(view, "message", view.state.message);
    view.state.message.clear();
}

void finish_compose(View& view) {
    const engine::Translator& _ = view.reader.translate;
    InstructorState& state = view.state;
    if (state.compose_text.empty()) return;
    if (state.compose == Compose::skip) {
        const auto time = engine::parse_clock(state.compose_text);
        if (!time || *time <= view.now()) {
            state.compose_problem = std::string(_("Write a later time of day, such as 12:30"));
            return;
        }
        state.skip_from = view.now();
        state.skip_until = *time;
    } else {
        say_words(view, state.compose == Compose::note ? "note" : "message", state.compose_text);
    }
    state.compose = Compose::none;
    focus(view.ui, "time.freeze");
}

/// One line to write in, in the place of the row.
void draw_compose(View& view, const Rect& rect) {
    Ui& ui = view.ui;
    const engine::Translator& _ = view.reader.translate;
    InstructorState& state = view.state;
    const bool skip = state.compose == Compose::skip;
    const bool note = state.compose == Compose::note;
    const std::string_view label = skip   ? _("Time of day, such as 12:30")
                                   : note ? _("Note for the debrief")
                                          : _("Message to the trainee");
    Button done{"compose.done", std::string(skip ? _("Skip") : note ? _("Keep") : _("Send"))};
    done.look = Look::primary;
    done.enabled = !state.compose_text.empty();
    if (!done.enabled) done.help = std::string(_("Write something first"));
    const Button cancel{"compose.cancel", std::string(_("Cancel"))};
    Rect rest = rect;
    rest.h = control;
    const Rect cancel_at = rest.cut_right(width_of(ui, cancel));
    rest.cut_right(gap);
    const Rect done_at = rest.cut_right(width_of(ui, done));
    rest.cut_right(gap);
    const FieldResult typed = field(ui, rest, "compose.text", label, state.compose_text, label,
                                    skip   ? icons::clock
                                    : note ? icons::note
                                           : icons::megaphone);
    if (button(ui, done_at, done) || typed.submitted) finish_compose(view);
    if (button(ui, cancel_at, cancel) || shortcut(ui, view.desk.key("back"))) {
        state.compose = Compose::none;
        focus(ui, "time.note");
    }
}

void draw_skipping(View& view, const Rect& rect) {
    Ui& ui = view.ui;
    const engine::Translator& _ = view.reader.translate;
    InstructorState& state = view.state;
    const Button stop{"skip.stop", std::string(_("Stop here"))};
    Rect rest = rect;
    rest.h = control;
    const Rect at = rest.cut_right(width_of(ui, stop));
    rest.cut_right(gap);
    const std::string words = engine::fill(
        _("Skipping to {}: {}"),
        std::vector{engine::format_clock(state.skip_until), engine::format_clock(view.now())});
    paragraph(ui, {rest.x, rest.y, rest.w, 0}, Type::small, Token::ink, words);
    const double whole = static_cast<double>(state.skip_until - state.skip_from);
    const double gone = static_cast<double>(view.now() - state.skip_from);
    progress(ui, {rest.x, rest.y + 26, rest.w, 6},
             whole > 0 ? static_cast<float>(gone / whole) : 1);
    if (button(ui, at, stop) || shortcut(ui, view.desk.key("back"))) state.skip_until = -1;
    wake_in(ui, 0);
}

}  // namespace

float transport_height(const View& view, float width) {
    const Rect rect{0, 0, width, 0};
    return lay_out(view, row_buttons(view), rect).height + 8 + timeline_height;
}

void draw_transport(View& view, const Rect& rect) {
    Ui& ui = view.ui;
    std::vector<Button> buttons = row_buttons(view);
    Row row = lay_out(view, buttons, rect);
    const Rect line{rect.x, rect.y, rect.w, row.height};
    if (view.state.skip_until >= 0) {
        draw_skipping(view, line);
    } else if (view.state.compose != Compose::none) {
        draw_compose(view, line);
    } else {
        // Where a message can be written in the row itself, its button is not needed.
        const float message = row.places.back().w + gap + std::max(0.0F, row.free.w);
        const bool inline_message =
            row.places.back().y == rect.y && row.height == control && message > least_message;
        if (inline_message) buttons.pop_back();
        for (std::size_t i = 0; i < buttons.size(); ++i) {
            if (button(ui, row.places[i], buttons[i])) act(view, buttons[i].name);
            if (i == 0) draw_rates(view, row.rates);
        }
        if (inline_message) {
            draw_message(view, {row.places.back().x + gap, rect.y, message - gap, control});
        }
        draw_skip_menu(view, row.places[2]);
        draw_back_menu(view, row.places[1]);
    }
    draw_timeline(view, {rect.x, rect.y + row.height + 8, rect.w,
                         std::max(timeline_height, rect.h - row.height - 8)});
}

}  // namespace sim::seats
