#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "sim/seats/start/panels.h"

namespace sim::seats {

using namespace engine::view;

namespace {

struct SeatWords {
    const char* icon;
    const char* name;
    const char* what;
};

constexpr std::array<SeatWords, seat_count> seat_words{{
    {icons::hand, "trainee", N_("Work the station with your own hands")},
    {icons::people, "instructor", N_("Watch a drill, freeze it, inject malfunctions")},
    {icons::bars, "assessor", N_("Replay a recording and grade it")},
}};

void draw_seat(Ui& ui, Desk& desk, const Rect& rect, SeatId seat) {
    const engine::Translator& _ = desk.translate();
    const SeatWords& words = seat_words[static_cast<std::size_t>(seat)];
    const bool chosen = desk.settings.seat == seat;
    Item item;
    item.name = std::string("start.seat.") + words.name;
    item.label = title_of(seat, _);
    item.role = engine::view::Role::option;
    item.rect = rect;
    item.selected = chosen;
    const Response response = act(ui, item);
    fill(ui, rect,
         chosen             ? Token::action_soft
         : response.hovered ? Token::sunken
                            : Token::paper,
         8);
    outline(ui, rect, chosen ? Token::action : Token::line, 8, chosen ? 2.0F : ui.theme.border);
    const Rect mark = {rect.x + 16, rect.centre().y - 24, 48, 48};
    fill(ui, mark, chosen ? Token::action : Token::sunken, 8);
    icon(ui, mark, words.icon, chosen ? Token::on_action : Token::ink_2, Type::title);
    const float x = mark.right() + 16;
    const float room = rect.right() - x - 44;
    const float what = measure(ui, Type::small, _(words.what), room).y;
    const float y = rect.centre().y - (22 + what) / 2;
    text(ui, {x, y}, Type::head, Token::ink, title_of(seat, _));
    paragraph(ui, {x, y + 22, room, what}, Type::small, Token::ink_2, _(words.what));
    if (chosen) {
        disc(ui, {rect.right() - 24, rect.centre().y}, 10, Token::action);
        icon(ui, {rect.right() - 34, rect.centre().y - 10, 20, 20}, icons::check, Token::on_action,
             Type::small);
    }
    if (response.clicked) desk.settings.seat = seat;
}

constexpr const char* own_equipment = N_("As the drill has it");

std::string equipment_title(const Desk& desk, const Start& start) {
    for (const KitCard& kit : start.kits) {
        if (kit.id == start.kit) return kit.title.in(desk.reader.language);
    }
    return std::string(desk.translate()(own_equipment));
}

constexpr const char* exam_words =
    N_("Hints cost points, and time can be neither stopped nor skipped.");

struct StateWords {
    Status status;
    std::string text;
};

StateWords state_of(const RecordingRow& row, const engine::Translator& _) {
    switch (row.state) {
        case RecordingState::assessed:
            return row.passed ? StateWords{Status::ok, std::string(_("Passed"))}
                              : StateWords{Status::care, std::string(_("Not passed"))};
        case RecordingState::cut_off:
            return {Status::paused, std::string(_("Go on"))};
        case RecordingState::damaged:
            return {Status::fault, std::string(_("Damaged"))};
    }
    return {Status::idle, ""};
}

std::string title_of_recording(const Start& start, const RecordingRow& row, const Desk& desk) {
    for (const DrillCard& drill : start.drills) {
        if (drill.id == row.scenario) return drill.title.in(desk.reader.language);
    }
    return row.scenario.empty() ? std::filesystem::path(row.file).stem().string() : row.scenario;
}

float draw_recording(Ui& ui, Desk& desk, const Start& start, const RecordingRow& row_data,
                     const Rect& rect, std::size_t number) {
    const engine::Translator& _ = desk.translate();
    const std::string title = title_of_recording(start, row_data, desk);
    const StateWords state = state_of(row_data, _);
    const Response response =
        row(ui, rect, "start.recording." + std::to_string(number), title, false, row_data.problem);
    icon(ui, {rect.x + 4, rect.y, 28, rect.h},
         row_data.state == RecordingState::cut_off ? icons::history : icons::play_circle,
         Token::ink_2);
    std::string when =
        row_data.started.substr(0, std::min<std::size_t>(16, row_data.started.size()));
    if (!row_data.trainee.empty()) when += " · " + row_data.trainee;
    const float score_width = 44;
    const float pill_w = pill_width(ui, state.text);
    const float room = rect.w - 40 - pill_w - score_width - 12;
    text_in(ui,
            {rect.x + 36, rect.y + 4, std::max(room, measure(ui, Type::small_strong, title).x), 18},
            Type::small_strong, Token::ink, title);
    push_clip(ui, {rect.x + 36, rect.y, room, rect.h});
    text(ui, {rect.x + 36, rect.y + 22}, Type::small, Token::ink_3, when);
    pop_clip(ui);
    pill(ui, {rect.right() - score_width - pill_w, rect.centre().y - 12}, state.status, state.text);
    const std::string score = row_data.percent ? std::to_string(*row_data.percent) : "–";
    text_in(ui, {rect.right() - score_width, rect.y, score_width - 10, rect.h}, Type::head,
            Token::ink, score, Align::right);
    if (response.clicked) {
        const bool resume = row_data.state == RecordingState::cut_off;
        desk.request.kind = resume ? Request::Kind::resume : Request::Kind::recording;
        desk.request.file = row_data.file;
        desk.request.seat = SeatId::trainee;
    }
    return rect.h;
}

}  // namespace

float exam_height(const Ui& ui, const Desk& desk, float width, bool terse) {
    if (terse) return 36 + 12;
    const engine::Translator& _ = desk.translate();
    return 36 + measure(ui, Type::small, _(exam_words), width - 32).y + 20;
}

void draw_exam(Ui& ui, Desk& desk, Start& start, Rect rect) {
    const engine::Translator& _ = desk.translate();
    panel(ui, rect);
    const bool terse = rect.h < 60;
    Rect inner = rect.inset(16, terse ? 6 : 8);
    if (toggle(ui, inner.cut_top(36), "start.exam", _("As an exam"), start.exam, _(exam_words))) {
        start.exam = !start.exam;
    }
    if (!terse) paragraph(ui, inner, Type::small, Token::ink_3, _(exam_words));
}

float equipment_height(const Ui& ui, const Desk& desk, const Start& start, float width,
                       bool terse) {
    if (start.kits.empty()) return 0;
    if (terse) return 36 + 12;
    return 36 + measure(ui, Type::small, equipment_title(desk, start), width - 72).y + 12;
}

void draw_equipment(Ui& ui, Desk& desk, Start& start, Rect rect) {
    if (start.kits.empty()) return;
    const engine::Translator& _ = desk.translate();
    panel(ui, rect);
    const std::string title = equipment_title(desk, start);
    if (row(ui, rect, "start.equipment", fmt::format("{}: {}", _("Equipment"), title), false,
            _("On other equipment every drill runs as well"))
            .clicked) {
        open_menu(ui, "start.kits");
    }
    if (rect.h < 60) {
        const std::string line =
            start.kit.empty() ? fmt::format("{}: {}", _("Equipment"), title) : title;
        text_in(ui, {rect.x + 16, rect.y, rect.w - 72, rect.h}, Type::body, Token::ink, line);
    } else {
        text(ui, {rect.x + 16, rect.y + 10}, Type::body, Token::ink, _("Equipment"));
        paragraph(ui, {rect.x + 16, rect.y + 36, rect.w - 72, 0}, Type::small, Token::ink_3, title);
    }
    icon(ui, {rect.right() - 44, rect.y, 28, rect.h}, icons::down, Token::ink_2);
    if (!menu_open(ui, "start.kits")) return;
    std::vector<MenuEntry> entries(1);
    entries[0].name = "own";
    entries[0].label = _(own_equipment);
    entries[0].selected = start.kit.empty();
    for (const KitCard& kit : start.kits) {
        MenuEntry& entry = entries.emplace_back();
        entry.name = kit.id;
        entry.label = kit.title.in(desk.reader.language);
        entry.selected = start.kit == kit.id;
    }
    const auto chosen = menu(ui, "start.kits", rect, _("Equipment"), entries);
    if (!chosen) return;
    start.kit = *chosen == 0 ? "" : start.kits[static_cast<std::size_t>(*chosen - 1)].id;
}

void draw_seats(Ui& ui, Desk& desk, Start&, Rect rect) {
    const engine::Translator& _ = desk.translate();
    const Rect head = rect.cut_top(44);
    text(ui, {head.x, head.y + 6}, Type::title, Token::ink, _("Your seat"));
    const float each = (rect.h - 3 * 8) / static_cast<float>(seat_count);
    for (std::size_t i = 0; i < seat_count; ++i) {
        draw_seat(ui, desk, rect.cut_top(each), static_cast<SeatId>(i));
        rect.cut_top(8);
    }
}

void draw_recordings(Ui& ui, Desk& desk, Start& start, Rect rect) {
    const engine::Translator& _ = desk.translate();
    Rect head = rect.cut_top(36);
    Button fresh;
    fresh.name = "start.refresh";
    fresh.icon = icons::history;
    fresh.help = _("Look for new recordings");
    fresh.look = Look::quiet;
    if (button(ui, head.cut_right(36), fresh)) refresh(start, desk);
    text_in(ui, head, Type::head, Token::ink, _("Recent recordings"));
    panel(ui, rect);
    if (start.recordings.empty()) {
        const std::string_view words =
            _("Nothing recorded yet. Every drill you do is kept here, with its grade.");
        if (rect.h < 120) {
            paragraph(ui, rect.inset(16, 12), Type::small, Token::ink_3, words);
        } else {
            empty_state(ui, rect, Status::idle, words);
        }
        return;
    }
    const Rect content = begin_scroll(ui, "start.recordings", rect.inset(4));
    float y = content.y;
    for (std::size_t i = 0; i < start.recordings.size(); ++i) {
        if (i > 0) separator(ui, {content.x + 8, y}, content.w - 16);
        y += draw_recording(ui, desk, start, start.recordings[i], {content.x, y, content.w, 46}, i);
    }
    end_scroll(ui, y - content.y);
}

void draw_language(Ui& ui, Desk& desk, Rect rect) {
    const engine::Translator& _ = desk.translate();
    panel(ui, rect);
    const std::array<Segment, 3> choices{{{"en", "EN", "English", true},
                                          {"ru", "РУ", "Русский", true},
                                          {"ky", "КЫ", "Кыргызча", true}}};
    const Rect inner = rect.inset(16, 12);
    int selected = 0;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (choices[i].name == desk.reader.language) selected = static_cast<int>(i);
    }
    const Rect right{inner.right() - 144, inner.centre().y - 20, 144, 40};
    const float room = inner.w - 156;
    text(ui, {inner.x, inner.y + 2}, Type::head, Token::ink, _("Language"));
    if (measure(ui, Type::small, _("Screens, papers and voices")).x < room) {
        text(ui, {inner.x, inner.y + 26}, Type::small, Token::ink_3,
             _("Screens, papers and voices"));
    }
    if (const auto chosen = segments(ui, right, "start.language", choices, selected)) {
        desk.settings.language = choices[static_cast<std::size_t>(*chosen)].name;
    }
}

}  // namespace sim::seats
