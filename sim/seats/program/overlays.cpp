#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "sim/seats/program/shell.h"
#include "sim/seats/program/sounding.h"

namespace sim::seats {

using namespace engine::view;

namespace {

/// The height of a sheet around an area that scrolls: no more than its content, once it is known.
float fitted(const Ui& ui, std::string_view scroll, float around, float most) {
    const auto known = ui.state.lengths.find(scroll);
    return known == ui.state.lengths.end() ? most : std::min(most, known->second + around);
}

constexpr float around_sheet = 80;  ///< edges and title

/// A sheet over everything, with its title and the way back. Returns the room inside.
Rect begin_sheet(Ui& ui, const Desk& desk, const char* name, std::string_view title, float width,
                 float height, bool& open) {
    push_layer(ui);
    Item beside;
    beside.name = std::string(name) + ".beside";
    beside.role = engine::view::Role::area;
    beside.rect = ui.screen;
    act(ui, beside);
    fill(ui, ui.screen, Colour{20, 38, 58, 110});
    const Rect sheet =
        centred(ui.screen, std::min(width, ui.screen.w - 24), std::min(height, ui.screen.h - 24));
    panel(ui, sheet, true);
    Rect inner = sheet.inset(20, 16);
    Rect head = inner.cut_top(40);
    Button close;
    close.name = std::string(name) + ".close";
    close.icon = icons::close;
    close.help = desk.translate()(N_("Close"));
    close.look = Look::quiet;
    close.key = desk.key("back");
    if (button(ui, head.cut_right(40), close)) open = false;
    text_in(ui, head, Type::title, Token::ink, title);
    inner.cut_top(8);
    return inner;
}

void end_sheet(Ui& ui) {
    pop_layer(ui);
}

}  // namespace

Rect setting_row(Ui& ui, Rect& content, std::string_view label, float control) {
    const bool stacked = content.w < control + 160;
    const float words =
        measure(ui, Type::body, label, stacked ? content.w : content.w - control - 16).y;
    const float height = stacked ? words + 48 : std::max(40.0F, words);
    Rect line = content.cut_top(height);
    content.cut_top(12);
    if (stacked) {
        paragraph(ui, line.cut_top(words), Type::body, Token::ink, label);
        line.cut_top(4);
        return line.cut_left(std::min(control, line.w));
    }
    const Rect right = line.cut_right(control);
    paragraph(ui, {line.x, line.centre().y - words / 2, line.w - 16, words}, Type::body, Token::ink,
              label);
    return {right.x, right.centre().y - 20, right.w, 40};
}

bool setting_switch(Ui& ui, Rect& content, std::string_view name, std::string_view label, bool on) {
    const float height = std::max(40.0F, measure(ui, Type::body, label, content.w - 52).y + 8);
    const bool clicked = toggle(ui, content.cut_top(height), name, label, on);
    content.cut_top(4);
    return clicked;
}

namespace {

void draw_looks(Ui& ui, Shell& shell, Rect& content) {
    Settings& settings = shell.desk.settings;
    const engine::Translator& _ = shell.desk.translate();
    const std::array<Segment, 3> languages{
        {{"en", "English", "", true}, {"ru", "Русский", "", true}, {"ky", "Кыргызча", "", true}}};
    int language = 0;
    for (std::size_t i = 0; i < languages.size(); ++i) {
        if (languages[i].name == settings.language) language = static_cast<int>(i);
    }
    if (const auto chosen = segments(ui, setting_row(ui, content, _("Language"), 300),
                                     "settings.language", languages, language)) {
        settings.language = languages[static_cast<std::size_t>(*chosen)].name;
    }
    std::array<Segment, 5> scales;
    int scale = 0;
    for (int i = 0; i < 5; ++i) {
        const int percent = 100 + 25 * i;
        scales[static_cast<std::size_t>(i)] = {std::to_string(percent),
                                               fmt::format("{} %", percent), "", true};
        if (settings.scale == percent) scale = i;
    }
    if (const auto chosen = segments(ui, setting_row(ui, content, _("Size of everything"), 300),
                                     "settings.scale", scales, scale)) {
        settings.scale = 100 + 25 * *chosen;
    }
    if (setting_switch(ui, content, "settings.contrast", _("High contrast"),
                       settings.high_contrast)) {
        settings.high_contrast = !settings.high_contrast;
    }
    if (setting_switch(ui, content, "settings.motion", _("No motion"), settings.reduced_motion)) {
        settings.reduced_motion = !settings.reduced_motion;
    }
    if (setting_switch(ui, content, "settings.plan", _("Station as a plan, not as a room"),
                       settings.plan)) {
        settings.plan = !settings.plan;
    }
    if (setting_switch(ui, content, "settings.pause_away",
                       _("Freeze practice while another window is in front"),
                       settings.pause_away)) {
        settings.pause_away = !settings.pause_away;
    }
    content.cut_top(8);
    Button again;
    again.name = "settings.tour";
    again.label = _("Show the tour again");
    const float w = std::min(width_of(ui, again), content.w);
    if (button(ui, {content.x, content.y, w, 40}, again)) {
        shell.tour = 0;
        shell.desk.settings_open = false;
        if (shell.live || shell.assessor) shell.desk.request.kind = Request::Kind::start;
    }
    content.cut_top(48);
}

/// Takes the next key that is pressed for the act being set; Esc gives up.
void capture_key(Ui& ui, Shell& shell) {
    if (shell.capturing.empty() || ui.input.keys.empty()) return;
    const KeyPress press = ui.input.keys.front();
    ui.input.keys.clear();
    if (press.key != Key::escape) {
        KeyPress plain = press;
        plain.repeat = false;
        shell.desk.settings.keys[shell.capturing] = name_of(plain);
    }
    shell.capturing.clear();
}

void draw_keys(Ui& ui, Shell& shell, Rect& content) {
    const engine::Translator& _ = shell.desk.translate();
    content.cut_top(paragraph(ui, {content.x, content.y, content.w, 0}, Type::small, Token::ink_2,
                              _("Choose an action, then press the key it shall have. Esc leaves it "
                                "as it is.")) +
                    8);
    const std::array<Segment, 3> hands{{{"both", std::string(_("Both hands")), "", true},
                                        {"left", std::string(_("Left hand")), "", true},
                                        {"right", std::string(_("Right hand")), "", true}}};
    if (const auto chosen =
            segments(ui, setting_row(ui, content, _("I work the keyboard with"), 380),
                     "settings.hand", hands, static_cast<int>(shell.desk.settings.hand))) {
        shell.desk.settings.hand = static_cast<OneHand>(*chosen);
    }
    for (const KeyAct& key_act : key_acts()) {
        const std::string name(key_act.name);
        const std::string_view label = _(key_act.text);
        const float words = measure(ui, Type::body, label, content.w - 180).y;
        const Rect line = content.cut_top(std::max(36.0F, words + 10));
        const bool waits = shell.capturing == name;
        const Response response = row(ui, line, "settings.key." + name, label, waits);
        paragraph(ui, {line.x + 8, line.centre().y - words / 2, content.w - 180, words}, Type::body,
                  Token::ink, label);
        const std::string shown =
            waits ? std::string(_("press a key")) : name_of(key_of(shell.desk.settings, name));
        const float w = measure(ui, Type::label, shown).x + 12;
        key_cap(ui, {line.right() - w - 8, line.centre().y - 10}, shown);
        if (response.clicked) shell.capturing = name;
    }
    Button usual;
    usual.name = "settings.keys_usual";
    usual.label = _("All keys as usual");
    content.cut_top(8);
    const float w = std::min(width_of(ui, usual), content.w);
    if (button(ui, {content.x, content.y, w, 40}, usual)) shell.desk.settings.keys.clear();
    content.cut_top(48);
}

}  // namespace

void draw_settings(Ui& ui, Shell& shell) {
    const engine::Translator& _ = shell.desk.translate();
    capture_key(ui, shell);
    bool open = true;
    constexpr const char* scrolls[] = {"settings.looks", "settings.sound", "settings.keys"};
    const char* scroll = scrolls[shell.settings_tab];
    const float height = fitted(ui, scroll, around_sheet + 52, 560);
    Rect inner = begin_sheet(ui, shell.desk, "settings", _("Settings"), 620, height, open);
    const std::array<Segment, 3> choices{{{"looks", std::string(_("Language and looks"))},
                                          {"sound", std::string(_("Sound"))},
                                          {"keys", std::string(_("Keys"))}}};
    if (const auto tab = tabs(ui, inner.cut_top(40), "settings.tab", choices, shell.settings_tab)) {
        shell.settings_tab = *tab;
    }
    inner.cut_top(12);
    Rect content = begin_scroll(ui, scroll, inner);
    const float top = content.y;
    content.h = 8000;
    if (shell.settings_tab == 0) {
        draw_looks(ui, shell, content);
    } else if (shell.settings_tab == 1) {
        draw_sound_settings(ui, shell.desk, content);
    } else {
        draw_keys(ui, shell, content);
    }
    end_scroll(ui, content.y - top);
    end_sheet(ui);
    if (!open) shell.desk.settings_open = false;
}

void draw_help(Ui& ui, Shell& shell) {
    const engine::Translator& _ = shell.desk.translate();
    bool open = true;
    const float height = fitted(ui, "help.content", around_sheet, 640);
    Rect inner = begin_sheet(ui, shell.desk, "help", _("Help and keys"), 680, height, open);
    Rect content = begin_scroll(ui, "help.content", inner);
    const float top = content.y;
    content.h = 8000;
    const std::string_view seat = seat_prefix(shell);
    content.cut_top(
        paragraph(ui, {content.x, content.y, content.w, 0}, Type::body, Token::ink,
                  _("Everything works with the mouse alone and with the keyboard alone: Tab goes "
                    "from one thing to the next, the arrows to the nearest, Enter acts, the menu "
                    "key shows all that can be done, Esc goes back. Rest the mouse on something "
                    "to read what it is for.")) +
        16);
    Button lesson{"help.lesson", std::string(_("The first minutes: learn it by doing it"))};
    if (button(ui,
               content.cut_top(height_of(ui, lesson, content.w))
                   .cut_left(std::min(width_of(ui, lesson), content.w)),
               lesson)) {
        shell.desk.request.kind = Request::Kind::lesson;
        open = false;
    }
    content.cut_top(12);
    for (const KeyAct& key_act : key_acts()) {
        const std::string_view name = key_act.name;
        if (name.find('.') != std::string_view::npos && !name.starts_with(seat)) continue;
        const std::string_view label = _(key_act.text);
        const float words = measure(ui, Type::body, label, content.w - 130).y;
        const Rect line = content.cut_top(std::max(30.0F, words + 6));
        key_cap(ui, {line.x, line.y + 5}, name_of(key_of(shell.desk.settings, name)));
        paragraph(ui, {line.x + 120, line.y + 4, content.w - 130, words}, Type::body, Token::ink,
                  label);
    }
    end_scroll(ui, content.y - top);
    end_sheet(ui);
    if (!open) shell.desk.help_open = false;
}

void draw_leave(Ui& ui, Shell& shell) {
    const engine::Translator& _ = shell.desk.translate();
    Desk& desk = shell.desk;
    const bool finished = !shell.live || shell.live->session->finished();
    struct Choice {
        Button button;
        Request::Kind asks;
    };
    std::vector<Choice> choices;
    choices.push_back({{"leave.stay", std::string(_("Stay"))}, Request::Kind::none});
    choices.back().button.look = Look::primary;
    const bool lesson = shell.trainee && shell.trainee->lesson.on;
    if (lesson) {
        choices.push_back(
            {{"leave.lesson", std::string(_("Leave the lesson"))}, Request::Kind::start});
    } else if (!finished) {
        choices.push_back({{"leave.later", std::string(_("Leave, and go on with it later"))},
                           Request::Kind::start});
    }
    if (!lesson)
        choices.push_back(
            {{"leave.end",
              std::string(finished ? _("To your result") : _("End it here and see the result"))},
             Request::Kind::end_drill});
    if (!finished && !lesson) choices.back().button.look = Look::danger;
    choices.push_back({{"leave.quit", std::string(_("Close the program"))}, Request::Kind::quit});
    constexpr float width = 480;
    const float inside = std::min(width, ui.screen.w - 24) - 40;
    float height = 0;
    for (const Choice& choice : choices) height += height_of(ui, choice.button, inside) + 10;
    bool open = true;
    const Rect inner =
        begin_sheet(ui, desk, "leave", _("Leave the drill?"), width, height + 32 + 48, open);
    const Rect content = begin_scroll(ui, "leave.choices", inner);
    Rect rest{content.x, content.y, content.w, height};
    for (const Choice& choice : choices) {
        if (button(ui, rest.cut_top(height_of(ui, choice.button, rest.w)), choice.button)) {
            desk.request.kind = choice.asks;
            open = false;
        }
        rest.cut_top(10);
    }
    end_scroll(ui, height - 10);
    end_sheet(ui);
    if (!open) desk.leave_open = false;
}

}  // namespace sim::seats
