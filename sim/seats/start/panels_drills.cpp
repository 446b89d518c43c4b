#include <fmt/format.h>

#include <algorithm>

#include "sim/seats/start/art.h"
#include "sim/seats/start/panels.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr float card_height = 96;
constexpr int filter_count = 6;
constexpr float hero_wide = 620;  ///< from here on the card lies on the picture
constexpr float hero_card = 400;
constexpr float strip = 80;  ///< of picture above the card otherwise, where there is room for it

float strip_height(const Ui& ui) {
    return ui.screen.h < 560 ? 0 : strip;
}

std::string_view difficulty_word(int difficulty, const engine::Translator& _) {
    switch (difficulty) {
        case 1:
            return _("Basic");
        case 2:
            return _("Fair");
        case 3:
            return _("Hard");
        default:
            return _("Expert");
    }
}

bool passes(const DrillCard& drill, int filter) {
    if (filter == 0) return drill.for_trainee;
    if (filter == filter_count - 1) return true;
    return drill.subject == static_cast<Subject>(filter - 1);
}

std::string filter_label(int filter, const engine::Translator& _) {
    if (filter == 0) return std::string(_("For you"));
    if (filter == filter_count - 1) return std::string(_("All"));
    return std::string(title_of(static_cast<Subject>(filter - 1), _));
}

int count_of(const Start& start, int filter) {
    return static_cast<int>(
        std::count_if(start.drills.begin(), start.drills.end(),
                      [filter](const DrillCard& drill) { return passes(drill, filter); }));
}

std::string minutes_text(const DrillCard& drill, const engine::Translator& _) {
    return fmt::format(fmt::runtime(std::string(_("{} min"))), drill.minutes);
}

void begin_drill(Desk& desk, const DrillCard& drill, const std::string& kit) {
    desk.request.kind = Request::Kind::drill;
    desk.request.file = drill.file;
    desk.request.kit = kit;
    desk.request.seat =
        desk.settings.seat == SeatId::assessor ? SeatId::trainee : desk.settings.seat;
}

std::string begin_words(const Desk& desk, const Start& start) {
    const engine::Translator& _ = desk.translate();
    switch (desk.settings.seat) {
        case SeatId::instructor:
            return std::string(_("Start as instructor"));
        case SeatId::assessor:
            return std::string(_("Start as trainee"));
        case SeatId::trainee:
            break;
    }
    return std::string(start.exam ? _("Start exam") : _("Start drill"));
}

/// The last time at this drill was not finished; only who does it oneself goes on with it.
const RecordingRow* unfinished(const Desk& desk, const Start& start, const DrillCard& drill) {
    if (desk.settings.seat != SeatId::trainee || start.exam) return nullptr;
    const auto last = std::find_if(start.recordings.begin(), start.recordings.end(),
                                   [&](const RecordingRow& row) {
                                       return row.scenario == drill.id && row.trainee == start.name;
                                   });
    const bool open = last != start.recordings.end() && last->state == RecordingState::cut_off;
    return open ? &*last : nullptr;
}

constexpr float button_room = 52;

/// What stands in the hero's card. In a low window the button comes before the long words, into
/// `button_at`: it must be seen without scrolling.
float hero_text(Ui& ui, const DrillCard& drill, const Desk& desk, const Rect& rect,
                std::string_view above, Rect* button_at = nullptr) {
    const engine::Translator& _ = desk.translate();
    float y = rect.y;
    text(ui, {rect.x, y}, Type::label, Token::action, above);
    y += 24;
    y += paragraph(ui, {rect.x, y, rect.w, 0}, Type::title, Token::ink,
                   drill.title.in(desk.reader.language));
    y += 4;
    const std::string facts =
        fmt::format("{} · {}", title_of(drill.subject, _), minutes_text(drill, _));
    float x = rect.x + text(ui, {rect.x, y}, Type::small, Token::ink_2, facts) + 14;
    x += dots(ui, {x, y + 9}, drill.difficulty) + 8;
    text(ui, {x, y}, Type::small, Token::ink_2, difficulty_word(drill.difficulty, _));
    y += 28;
    if (button_at != nullptr) {
        *button_at = {rect.x, y, rect.w, 40};
        y += button_room;
    }
    const std::string& about =
        drill.mistakes.empty() ? drill.about.in(desk.reader.language) : drill.mistakes;
    y += paragraph(ui, {rect.x, y, rect.w, 0}, Type::body, Token::ink, about);
    return y - rect.y;
}

float hero_text_height(const Ui& ui, const DrillCard& drill, const Desk& desk, float width) {
    const std::string& about =
        drill.mistakes.empty() ? drill.about.in(desk.reader.language) : drill.mistakes;
    return 24 + measure(ui, Type::title, drill.title.in(desk.reader.language), width).y + 32 +
           measure(ui, Type::body, about, width).y;
}

void draw_card_words(Ui& ui, const Desk& desk, const DrillCard& drill, Rect rect) {
    const engine::Translator& _ = desk.translate();
    const float title = paragraph(ui, {rect.x, rect.y, rect.w, 44}, Type::head, Token::ink,
                                  drill.title.in(desk.reader.language));
    float y = rect.y + title;
    if (title < 40) {
        text(ui, {rect.x, y}, Type::small, Token::ink_2,
             fmt::format("{} · {}", title_of(drill.subject, _), minutes_text(drill, _)));
    }
    y = rect.bottom() - 20;
    const float x = rect.x + dots(ui, {rect.x, y + 9}, drill.difficulty) + 8;
    const float w =
        text(ui, {x, y}, Type::small, Token::ink_2, difficulty_word(drill.difficulty, _));
    std::string best;
    if (!drill.mistakes.empty()) {
        pill(ui, {rect.right() - pill_width(ui, _("Cannot start")), y - 3}, Status::fault,
             _("Cannot start"));
        return;
    }
    if (drill.best) {
        best = fmt::format(fmt::runtime(std::string(_("Best {} of 100"))), *drill.best);
    } else if (drill.tries == 0) {
        best = _("New");
    }
    const float right = measure(ui, Type::small_strong, best).x;
    if (x + w + 12 + right + 24 > rect.right()) return;
    if (drill.best) {
        status_shape(ui, {rect.right() - right - 14, y + 9}, 14,
                     drill.passed ? Status::ok : Status::care);
        text(ui, {rect.right() - right, y}, Type::small_strong, Token::ink, best);
    } else if (!best.empty()) {
        const Rect chip{rect.right() - right - 16, y - 2, right + 16, 22};
        fill(ui, chip, Token::info_soft, 4);
        text_in(ui, chip, Type::small_strong, Token::info, best, Align::centre);
    }
}

void draw_card(Ui& ui, Desk& desk, Start& start, const DrillCard& drill, const Rect& rect,
               int number) {
    const DrillCard* shown = shown_drill(desk, start);
    const bool chosen = shown != nullptr && shown->id == drill.id;
    Item item;
    item.name = "start.drill." + drill.id;
    item.label = drill.title.in(desk.reader.language);
    item.role = engine::view::Role::row;
    item.rect = rect;
    item.selected = chosen;
    const Response response = act(ui, item);
    fill(ui, rect, response.hovered ? Token::sunken : Token::paper, 8);
    // The picture is as wide as the words leave it.
    const engine::Translator& _ = desk.translate();
    const std::string facts =
        fmt::format("{} · {}", title_of(drill.subject, _), minutes_text(drill, _));
    const float words = measure(ui, Type::small, facts).x + 32;
    const float art = std::clamp(rect.w - words, 40.0F, std::min(128.0F, rect.w * 0.32F));
    draw_art(ui, {rect.x + 1, rect.y + 1, art, rect.h - 2}, drill.subject, number);
    outline(ui, rect, chosen ? Token::action : Token::line, 8, chosen ? 2.0F : ui.theme.border);
    draw_card_words(ui, desk, drill,
                    {rect.x + art + 16, rect.y + 10, rect.w - art - 28, rect.h - 20});
    if (response.doubled || (response.by_keyboard && chosen)) {
        if (drill.mistakes.empty()) begin_drill(desk, drill, start.kit);
    } else if (response.clicked) {
        start.chosen = drill.id;
    }
}

std::vector<const DrillCard*> filtered(const Start& start) {
    std::vector<const DrillCard*> drills;
    for (const DrillCard& drill : start.drills) {
        if (passes(drill, start.filter)) drills.push_back(&drill);
    }
    return drills;
}

void draw_no_drills(Ui& ui, Desk& desk, Start& start, const Rect& rect) {
    const engine::Translator& _ = desk.translate();
    Button all;
    all.name = "start.show_all";
    all.label = _("Show all drills");
    if (empty_state(ui, rect, Status::idle, _("No drill of this kind is on this computer."),
                    &all)) {
        start.filter = filter_count - 1;
    }
}

}  // namespace

const DrillCard* shown_drill(const Desk& desk, const Start& start) {
    if (start.drills.empty()) return nullptr;
    for (const DrillCard& drill : start.drills) {
        if (drill.id == start.chosen) return &drill;
    }
    // What was left a while ago comes before what is new.
    for (const DrillCard& drill : start.drills) {
        const RecordingRow* begun = unfinished(desk, start, drill);
        if (begun != nullptr && begun == &start.recordings.front()) return &drill;
    }
    return &start.drills[next_drill(start.drills)];
}

float heading_height(const Ui& ui, const Desk& desk, const Start&, float width) {
    return 44 + 8 +
           measure(ui, Type::small, desk.translate()(N_("Your name, for your recordings")), width)
               .y +
           44;
}

void draw_heading(Ui& ui, Desk& desk, Start& start, Rect rect) {
    const engine::Translator& _ = desk.translate();
    text(ui, {rect.x, rect.y + 2}, Type::display, Token::ink, _("Rehearse"));
    const bool own_lines = rect.h > 60;
    Button lesson{"start.lesson", std::string(_("The first minutes")),
                  std::string(_("Learn how your hands work here; nothing is graded")), icons::hand};
    const float title_wide = measure(ui, Type::display, _("Rehearse")).x;
    const float lesson_wide = width_of(ui, lesson);
    if (button(ui, {rect.x + title_wide + 20, rect.y, lesson_wide, 38}, lesson)) {
        desk.request.kind = Request::Kind::lesson;
    }
    const float free = rect.w - title_wide - 20 - lesson_wide - 12;
    const float name_wide = std::clamp(free, 140.0F, 260.0F);
    Rect name =
        own_lines
            ? Rect{rect.x,
                   rect.y + 52 +
                       measure(ui, Type::small, _("Your name, for your recordings"), rect.w).y,
                   rect.w, 40}
            : Rect{rect.right() - name_wide, rect.y, name_wide, 38};
    if (own_lines) {
        paragraph(ui, {rect.x, rect.y + 48, rect.w, 0}, Type::small, Token::ink_3,
                  _("Your name, for your recordings"));
    } else {
        const int count = count_of(start, 0);
        const auto done = std::count_if(start.drills.begin(), start.drills.end(),
                                        [](const DrillCard& drill) { return drill.passed; });
        const std::string line =
            fmt::format(fmt::runtime(std::string(_("{} drills for you, {} passed"))), count, done);
        const float w = measure(ui, Type::body, line).x;
        if (w + title_wide + lesson_wide + 60 < name.x - rect.x) {
            text(ui, {name.x - w - 16, rect.y + 9}, Type::body, Token::ink_2, line);
        }
    }
    const FieldResult typed = field(ui, name, "start.name", _("Your name, for your recordings"),
                                    start.name, _("Your name"), icons::person);
    if (typed.changed) {
        desk.settings.name = start.name;
        note_results(start.drills, start.recordings, start.name);
    }
}

float hero_height(const Ui& ui, const Desk& desk, const Start& start, float width) {
    const DrillCard* drill = shown_drill(desk, start);
    if (drill == nullptr) return 160;
    const bool narrow = width < hero_wide;
    float words = hero_text_height(ui, *drill, desk, narrow ? width - 40 : hero_card - 40);
    if (!narrow) {
        // As high as the longest of them: the cards below stay where they are, whichever is chosen.
        for (const DrillCard& other : start.drills) {
            if (!other.mistakes.empty()) continue;
            words = std::max(words, hero_text_height(ui, other, desk, hero_card - 40));
        }
    }
    return words + 32 + button_room + (narrow ? strip_height(ui) : 32);
}

void draw_hero(Ui& ui, Desk& desk, Start& start, Rect rect) {
    const engine::Translator& _ = desk.translate();
    const DrillCard* drill = shown_drill(desk, start);
    if (drill == nullptr) {
        panel(ui, rect);
        empty_state(ui, rect, Status::fault,
                    _("No drills were found. They belong in the folder “scenarios” beside the "
                      "program."));
        return;
    }
    const bool narrow = rect.w < hero_wide;
    Rect card = rect;
    if (narrow) {
        if (strip_height(ui) > 0) draw_art(ui, card.cut_top(strip), drill->subject, 0);
        panel(ui, card);
    } else {
        draw_art(ui, rect, drill->subject, 0, 376);
        outline(ui, rect, Token::line, 0, 1);
        card = Rect{rect.x + 16, rect.y + 16, hero_card, rect.h - 32};
        panel(ui, card, true);
    }
    const bool chosen = !start.chosen.empty();
    const RecordingRow* begun = unfinished(desk, start, *drill);
    const std::string_view above = begun != nullptr   ? _("NOT FINISHED")
                                   : drill->tries > 0 ? _("ONCE MORE")
                                   : chosen           ? _("YOUR CHOICE")
                                                      : _("NEXT FOR YOU");
    const Rect inner = card.inset(20, 16);
    Rect buttons{inner.x, inner.bottom() - 40, inner.w, 40};
    const bool low = narrow && strip_height(ui) == 0;
    if (low) {
        hero_text(ui, *drill, desk, inner, above, &buttons);
    } else {
        const Rect words{inner.x, inner.y, inner.w, inner.h - button_room};
        const Rect content = begin_scroll(ui, "start.hero", words);
        end_scroll(ui, hero_text(ui, *drill, desk, content, above));
    }
    Button go;
    go.name = "start.begin";
    go.label = begin_words(desk, start);
    go.key = {Key::enter};
    go.show_key = inner.w > 260;
    go.look = Look::primary;
    go.enabled = drill->mistakes.empty();
    go.help = go.enabled ? std::string() : std::string(_("This drill's file has mistakes"));
    if (begun != nullptr) {
        Button on{"start.resume", std::string(_("Go on with it"))};
        std::swap(on.key, go.key);
        std::swap(on.show_key, go.show_key);
        std::swap(on.look, go.look);
        go.label = _("Start anew");
        if (button(ui, buttons.cut_left(std::min(width_of(ui, on), inner.w * 0.6F)), on)) {
            desk.request.kind = Request::Kind::resume;
            desk.request.file = begun->file;
            desk.request.seat = SeatId::trainee;
        }
        buttons.cut_left(10);
    }
    const float w = std::min(width_of(ui, go), buttons.w);
    if (button(ui, buttons.cut_left(w), go)) begin_drill(desk, *drill, start.kit);
}

namespace {

float draw_filter_line(Ui& ui, const Desk& desk, Start& start, const Rect& rect, bool wrap) {
    const engine::Translator& _ = desk.translate();
    float x = rect.x;
    float y = rect.y;
    for (int i = 0; i < filter_count; ++i) {
        const int count = count_of(start, i);
        if (count == 0 && i != start.filter) continue;
        const std::string label = filter_label(i, _);
        const float w = chip_width(ui, label, count);
        if (wrap && x + w > rect.right() && x > rect.x) {
            x = rect.x;
            y += 40;
        }
        if (chip(ui, {x, y, w, 32}, "start.filter." + std::to_string(i), label, count,
                 start.filter == i)) {
            start.filter = i;
        }
        x += w + 8;
    }
    return y + 32 - rect.y;
}

}  // namespace

void draw_filters(Ui& ui, Desk& desk, Start& start, Rect rect) {
    draw_filter_line(ui, desk, start, rect, false);
}

float draw_filters_wrapped(Ui& ui, Desk& desk, Start& start, Rect rect) {
    return draw_filter_line(ui, desk, start, rect, true);
}

void draw_cards(Ui& ui, Desk& desk, Start& start, Rect rect) {
    const std::vector<const DrillCard*> drills = filtered(start);
    if (drills.empty()) return draw_no_drills(ui, desk, start, rect);
    constexpr float gap = 12;
    const Rect content = begin_scroll(ui, "start.cards", rect);
    const float width = (content.w - 16) / 2;
    float y = content.y;
    for (std::size_t i = 0; i < drills.size(); ++i) {
        const float x = content.x + (i % 2 == 0 ? 0 : width + 16);
        draw_card(ui, desk, start, *drills[i], {x, y, width, card_height}, static_cast<int>(i));
        if (i % 2 == 1 || i + 1 == drills.size()) y += card_height + gap;
    }
    end_scroll(ui, y - gap - content.y);
}

float draw_card_list(Ui& ui, Desk& desk, Start& start, Rect rect) {
    const std::vector<const DrillCard*> drills = filtered(start);
    float y = rect.y;
    for (std::size_t i = 0; i < drills.size(); ++i) {
        draw_card(ui, desk, start, *drills[i], {rect.x, y, rect.w, card_height},
                  static_cast<int>(i));
        y += card_height + 8;
    }
    return y - rect.y;
}

}  // namespace sim::seats
