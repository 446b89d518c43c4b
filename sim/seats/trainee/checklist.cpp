#include "sim/seats/trainee/checklist.h"

#include <fmt/format.h>

#include <utility>

#include "sim/seats/trainee/panels.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr float mark_room = 32;
constexpr float time_room = 48;

void draw_head(Scene& scene, Rect& inside, const Checklist& list) {
    Ui& ui = scene.ui;
    const engine::Translator& _ = scene.desk.translate();
    const std::string count =
        engine::fill(_("{} of {}"), {std::to_string(list.done), std::to_string(list.all)});
    const float count_wide = measure(ui, Type::small, count).x;
    const Point size = measure(ui, Type::head, list.title, inside.w - count_wide - 12);
    const Rect head = inside.cut_top(size.y);
    paragraph(ui, {head.x, head.y, head.w - count_wide - 12, head.h}, Type::head, Token::ink,
              list.title);
    if (list.all == 0) return;
    text(ui, {head.right() - count_wide, head.y + 3}, Type::small, Token::ink_2, count);
    inside.cut_top(8);
    progress(ui, inside.cut_top(6),
             static_cast<float>(list.done) / static_cast<float>(std::max(1, list.all)));
    inside.cut_top(8);
}

void draw_mark(Scene& scene, Point centre, const CheckRow& row, bool current) {
    Ui& ui = scene.ui;
    if (row.state == StepState::done) return status_shape(ui, centre, 18, Status::ok);
    if (row.state == StepState::late) return status_shape(ui, centre, 18, Status::care);
    const std::string number = std::to_string(row.number);
    const Rect box = centred({centre.x, centre.y, 0, 0}, 24, 16);
    if (current) {
        disc(ui, centre, 11, Token::action);
        text_in(ui, box, Type::label, Token::on_action, number, Align::centre);
    } else {
        ring(ui, centre, 10.5F, row.state == StepState::open ? Token::action : Token::line_strong,
             row.state == StepState::open ? 2.0F : 1.0F);
        text_in(ui, box, Type::label, row.state == StepState::open ? Token::action : Token::ink_2,
                number, Align::centre);
    }
}

std::string item_name(const CheckRow& row) {
    if (row.recovery) return fmt::format("trainee.step.recovery_{}", row.number);
    return "trainee.step." + id_of(row);
}

/// "Scanner operator · until 08:00".
std::string who_and_when(const Scene& scene, const CheckRow& row) {
    const engine::Translator& _ = scene.desk.translate();
    std::string words;
    if (row.step->post != no_post) words = title_of(row.step->post, scene.reader());
    if (row.due == engine::never) return words;
    const bool late = scene.world().now > row.due;
    const std::string until =
        engine::fill(late ? _("was due {}") : _("until {}"), {hour_minute(row.due)});
    return words.empty() ? until : fmt::format("{} · {}", words, until);
}

struct HintButton {
    HintLevel level;
    const char* name;
    const char* label;
};
constexpr HintButton hint_buttons[] = {
    {HintLevel::where, "trainee.where", N_("Where?")},
    {HintLevel::show, "trainee.show_me", N_("Show me")},
};

/// A button for each hint with its price beside or below it. Draws them when `draw`, and says how
/// high they are.
float hint_area(Scene& scene, Rect area, const CheckRow& row, bool draw) {
    Ui& ui = scene.ui;
    const engine::Translator& _ = scene.desk.translate();
    float y = area.y;
    for (const HintButton& hint : hint_buttons) {
        Button one{hint.name, std::string(_(hint.label))};
        if (hint.level == HintLevel::show) {
            one.key = scene.desk.key("trainee.show_me");
            one.show_key = true;
        }
        const float wide = std::min(area.w, width_of(ui, one));
        const std::string cost = cost_words(scene, hint.level);
        const bool beside = wide + 8 + measure(ui, Type::small, cost).x <= area.w;
        if (draw && button(ui, {area.x, y, wide, 34}, one)) give_hint(scene, row, hint.level);
        if (beside) {
            if (draw) text(ui, {area.x + wide + 8, y + 8}, Type::small, Token::ink_2, cost);
            y += 40;
            continue;
        }
        y += 36;
        const float high = measure(ui, Type::small, cost, area.w).y;
        if (draw) paragraph(ui, {area.x, y, area.w, 0}, Type::small, Token::ink_2, cost);
        y += high + 6;
    }
    return y - 4 - area.y;
}

float draw_current(Scene& scene, Rect at, const CheckRow& row) {
    Ui& ui = scene.ui;
    const std::string& title = row.step->text.in(scene.reader().language);
    const std::string& why = row.step->hint.in(scene.reader().language);
    const std::string who = who_and_when(scene, row);
    const Rect column{at.x + mark_room, at.y, at.w - mark_room - 8, 0};
    const float title_high = measure(ui, Type::body_strong, title, column.w).y;
    const float why_high = why.empty() ? 0 : measure(ui, Type::small, why, column.w).y + 4;
    const float who_high = who.empty() ? 0 : measure(ui, Type::small_strong, who, column.w).y + 4;
    const bool open = row.state == StepState::open;
    const float hints = open ? hint_area(scene, column, row, false) + 8 : 0;
    const float height = 10 + title_high + why_high + who_high + hints + 10;
    const Rect box{at.x - 8, at.y, at.w + 16, height};
    fill(ui, box, Token::action_soft, 6);
    if (ui.theme.plain) outline(ui, box, Token::action, 6, 2);
    draw_mark(scene, {at.x + 10, at.y + 21}, row, true);
    float y = at.y + 10;
    y += paragraph(ui, {column.x, y, column.w, 0}, Type::body_strong, Token::ink, title);
    if (!why.empty()) {
        y += 4 + paragraph(ui, {column.x, y + 4, column.w, 0}, Type::small, Token::ink, why);
    }
    if (!who.empty()) {
        const bool late = open && scene.world().now > row.due;
        y += 4 + paragraph(ui, {column.x, y + 4, column.w, 0}, Type::small_strong,
                           late ? Token::fault : Token::ink_2, who);
    }
    if (open) hint_area(scene, {column.x, y + 8, column.w, 0}, row, true);
    return height;
}

float draw_row(Scene& scene, Rect at, const CheckRow& row) {
    Ui& ui = scene.ui;
    const std::string& title = row.step->text.in(scene.reader().language);
    const bool over = row.state == StepState::done || row.state == StepState::late;
    const bool timed = over || (row.state == StepState::open && row.due != engine::never);
    const float room = at.w - mark_room - (timed ? time_room : 0.0F);
    const Type type = row.state == StepState::open ? Type::small_strong : Type::small;
    const float high = measure(ui, type, title, room).y;
    const float height = std::max(34.0F, high + 14);
    const Rect box{at.x - 8, at.y, at.w + 16, height};
    const Response response = engine::view::row(ui, box, item_name(row), title, false);
    if (response.clicked) {
        scene.me.chosen = row.step;
        act_from(scene, row.step->post);
    }
    draw_mark(scene, {at.x + 10, at.y + height / 2}, row, false);
    paragraph(ui, {at.x + mark_room, at.y + (height - high) / 2, room, 0}, type,
              row.state == StepState::open ? Token::ink : Token::ink_2, title);
    if (timed) {
        const std::string time = hour_minute(over ? row.at : row.due);
        const bool late = !over && scene.world().now > row.due;
        text(ui, {at.right() - figures_width(ui, Type::small, time), at.y + height / 2 - 9},
             late ? Type::small_strong : Type::small, late ? Token::fault : Token::ink_2, time);
    }
    return height;
}

Button nudge_button(const Scene& scene) {
    const engine::Translator& _ = scene.desk.translate();
    return {"trainee.nudge", std::string(_("Stuck? A hint")), cost_words(scene, HintLevel::nudge),
            icons::bulb};
}

void nudge(Scene& scene, const Checklist& list) {
    const engine::Translator& _ = scene.desk.translate();
    if (list.trouble && level_of(scene, *list.trouble) < HintLevel::nudge) {
        give_hint(scene, *list.trouble, HintLevel::nudge);
        return;
    }
    const Step* current = list.current;
    if (current == nullptr && !people_to_talk_to(scene).empty()) {
        show_people(scene);
        toast(scene.desk, scene.ui, Status::info,
              std::string(_("Somebody is waiting for your answer.")));
        return;
    }
    if (current == nullptr && can_call(scene)) {
        toast(scene.desk, scene.ui, Status::info,
              std::string(_("People are waiting, and a terminal is free.")) + " " +
                  engine::fill(_("Call the next voter: [{}]"),
                               {name_of(scene.desk.key("trainee.call_next"))}));
        return;
    }
    toast(scene.desk, scene.ui, Status::info,
          current != nullptr
              ? std::string(_("The next step is on the list; it says why, and can show where"))
              : std::string(_("Nothing needs you that can be seen now; keep an eye on the room")));
}

/// In an exam the price stands below the button, where it is read before it is paid.
float nudge_height(const Scene& scene) {
    return scene.live.exam ? 54 : 34;
}

void draw_nudge(Scene& scene, Rect rect, const Checklist& list) {
    if (scene.live.exam) {
        text_in(scene.ui, rect.cut_bottom(20), Type::small, Token::ink_2,
                cost_words(scene, HintLevel::nudge), Align::centre);
    }
    if (button(scene.ui, rect, nudge_button(scene))) nudge(scene, list);
}

/// Where nothing stands on the list the hint is offered in its place.
bool hints_above(const Checklist& list) {
    return list.rows.empty() && list.trouble;
}

/// "25 min left until 10:35"; over an hour in hours, with the day where it is another one.
std::string time_left(const Scene& scene, Time due) {
    const engine::Translator& _ = scene.desk.translate();
    const Time now = scene.world().now;
    const auto minutes = static_cast<int>((due - now) / engine::minute);
    const bool tomorrow = due > engine::day && now <= engine::day;
    const std::string clock = hour_minute(due);
    if (minutes < 60 && !tomorrow) {
        return engine::fill(_("{} min left until {}"), {std::to_string(minutes), clock});
    }
    const std::vector<std::string> values{std::to_string(minutes / 60),
                                          std::to_string(minutes % 60), clock};
    return engine::fill(
        tomorrow ? _("{0} h {1} min, until {2} tomorrow") : _("{0} h {1} min, until {2}"), values);
}

std::string due_words(const Scene& scene, Time due) {
    const engine::Translator& _ = scene.desk.translate();
    return due >= scene.world().now ? time_left(scene, due)
                                    : engine::fill(_("Late: it was due {}"), {hour_minute(due)});
}

float foot_height(const Scene& scene, float width, Time due) {
    const float nudge = nudge_height(scene);
    if (due == engine::never) return 12 + nudge;
    return 22 + nudge + measure(scene.ui, Type::small_strong, due_words(scene, due), width - 28).y;
}

void draw_foot(Scene& scene, Rect foot, const Checklist& list) {
    Ui& ui = scene.ui;
    separator(ui, {foot.x, foot.y}, foot.w);
    foot.cut_top(8);
    const Rect at = foot.cut_bottom(nudge_height(scene));
    if (!hints_above(list)) draw_nudge(scene, at, list);
    if (list.due == engine::never) return;
    const Time left = list.due - scene.world().now;
    const std::string words = due_words(scene, list.due);
    status_shape(ui, {foot.x + 9, foot.y + 11}, 16, left >= 0 ? Status::info : Status::fault);
    paragraph(ui, {foot.x + 28, foot.y + 2, foot.w - 28, 0}, Type::small_strong,
              left >= 0 ? Token::ink : Token::fault, words);
}

/// What the drill is about, as the start screen told it: while nothing is on the list it is all
/// that says what one is here for. Left out where it would crowd out the rest.
void draw_task(Scene& scene, Rect& inside) {
    constexpr float rest = 170;
    const std::string& about = scene.live.session->scenario().about.in(scene.reader().language);
    const float high = measure(scene.ui, Type::body, about, inside.w).y;
    if (about.empty() || high + rest > inside.h) return;
    inside.cut_top(4);
    paragraph(scene.ui, inside.cut_top(high), Type::body, Token::ink, about);
    inside.cut_top(8);
}

/// At a terminal its screen says what comes next; elsewhere somebody has spoken.
std::string waiting_words(const Scene& scene, PartId person) {
    const engine::Translator& _ = scene.desk.translate();
    const Layout& layout = scene.layout();
    const DeviceId device = layout[person].device;
    if (device == no_device || layout.device(device).device_class != DeviceClass::terminal) {
        return std::string(_("Somebody is waiting for your answer."));
    }
    return engine::fill(_("A voter stands at terminal {}. Its screen says what comes next."),
                        {std::to_string(layout.device(device).number + 1)});
}

/// What goes wrong is not on the list unasked, but the list does not say that all is well.
void draw_nothing_open(Scene& scene, const Rect& inside, const Checklist& list) {
    const engine::Translator& _ = scene.desk.translate();
    if (list.trouble) {
        Button hint = nudge_button(scene);
        if (empty_state(scene.ui, inside, Status::care,
                        _("Something in the room is not as it should be. Look, listen, read the "
                          "screens. A hint opens the list of what is to be done."),
                        &hint)) {
            nudge(scene, list);
        }
        return;
    }
    if (const auto there = people_to_talk_to(scene); !there.empty()) {
        Button answer{"trainee.people.here", std::string(_("Go to who is waiting"))};
        if (empty_state(scene.ui, inside, Status::care, waiting_words(scene, there.front()),
                        &answer)) {
            go_to_person(scene, there.front());
        }
        return;
    }
    if (can_call(scene)) {
        const Button call = call_button(scene, "trainee.call.here");
        if (empty_state(scene.ui, inside, Status::care,
                        _("People are waiting, and a terminal is free."), &call)) {
            call_next(scene);
        }
        return;
    }
    Button skip{"trainee.skip.here", std::string(_("Skip to what needs you"))};
    const bool may = !scene.live.exam && !scene.live.session->finished();
    if (empty_state(scene.ui, inside, Status::info,
                    _("Nothing has to be done now. Look after the people and the devices."),
                    may ? &skip : nullptr)) {
        start_skip(scene);
    }
}

}  // namespace

namespace {

/// With its buttons, and once more when the list becomes lower; who scrolls is left alone.
void bring_into_sight(Scene& scene, float room, float from, float high) {
    if (scene.me.in_sight == room) return;
    scene.me.in_sight = room;
    constexpr float above = 44;  // the row before stays in sight
    float& offset = scene.ui.state.scrolls["trainee.checklist"];
    const float least = std::max(0.0F, from + high + 8 - room);
    const float most = std::max(0.0F, from - (high + above < room ? above : 0.0F));
    const float wanted = least > most ? most : std::clamp(offset, least, most);
    if (wanted == offset) return;
    offset = wanted;
    wake_in(scene.ui, 0);
}

}  // namespace

void draw_checklist(Scene& scene, const Rect& rect, const Checklist& list) {
    Ui& ui = scene.ui;
    Rect inside = rect.inset(16, 12);
    draw_head(scene, inside, list);
    const float foot_high = foot_height(scene, inside.w, list.due);
    const bool low = inside.h < 240;  // then the foot goes with the list
    if (!low) {
        draw_foot(scene, inside.cut_bottom(foot_high), list);
        inside.cut_bottom(4);
    }
    if (list.rows.empty()) {
        draw_task(scene, inside);
        // Its button keeps off the line above the foot.
        inside.cut_bottom(10);
        draw_nothing_open(scene, inside, list);
        return;
    }
    const Rect area{inside.x - 8, inside.y, inside.w + 16, inside.h};
    Rect content = begin_scroll(ui, "trainee.checklist", area);
    const Rect column = content.inset(8, 0);
    float y = content.y;
    for (const CheckRow& row : list.rows) {
        const Rect at{column.x, y, column.w, 0};
        if (row.step != list.current) {
            y += draw_row(scene, at, row) + 2;
            continue;
        }
        const float high = draw_current(scene, at, row);
        bring_into_sight(scene, area.h, y - content.y, high);
        y += high + 2;
    }
    if (low) {
        draw_foot(scene, {column.x, y + 8, column.w, foot_high}, list);
        y += foot_high + 12;
    }
    end_scroll(ui, y - content.y);
}

}  // namespace sim::seats
