#include "sim/seats/trainee/lesson.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/seats/shared/arrow.h"
#include "sim/seats/trainee/lesson_steps.h"
#include "sim/seats/trainee/panels.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr double rest = 1.4;  ///< s in which one sees that it was done

const LessonStep& step_of(const Lesson& lesson) {
    return lesson_steps()[std::min(lesson.step, lesson_length() - 1)];
}

bool is_last(const Lesson& lesson) {
    return lesson.step + 1 >= lesson_length();
}

PartId part_of(const Scene& scene, const LessonStep& step) {
    return step.part[0] == '\0' ? no_part : scene.layout().find(step.part);
}

void begin_step(Scene& scene) {
    Lesson& lesson = scene.me.lesson;
    lesson.begun = true;
    lesson.done_at = 0;
    lesson.met = false;
    lesson.turned = scene.me.room.turned;
    lesson.hovered = scene.me.plan.hovered;
    lesson.hints = scene.me.hints.size();
    scene.desk.settings.lesson = static_cast<int>(lesson.step);
    // Enter means the way on, not what was worked on last.
    if (is_last(lesson)) focus(scene.ui, "lesson.next");
    wake_in(scene.ui, 0);
}

void go_to(Scene& scene, std::size_t step) {
    Lesson& lesson = scene.me.lesson;
    lesson.step = step;
    lesson.begun = false;
    if (scene.me.plan.target == lesson.target) scene.me.plan.target = no_part;
    lesson.target = no_part;
    wake_in(scene.ui, 0);
}

/// What was let go is taken up again; what this machine cannot show is left out.
void settle(Scene& scene) {
    Lesson& lesson = scene.me.lesson;
    const bool flat = !in_room(scene);
    while (!is_last(lesson)) {
        const LessonStep& step = step_of(lesson);
        const bool beyond = step.room && flat;
        const bool misses = !lesson.begun && step.fits != nullptr && !step.fits(scene);
        if (!beyond && !misses) break;
        go_to(scene, lesson.step + 1);
    }
    if (lesson.begun && lesson.step > 0 && lesson.done_at == 0) {
        const LessonStep& step = step_of(lesson);
        if (step.undone != nullptr && step.undone(scene)) go_to(scene, lesson.step - 1);
    }
    if (!lesson.begun) begin_step(scene);
}

void watch(Scene& scene) {
    Lesson& lesson = scene.me.lesson;
    // Time stands still by itself while one decides about leaving.
    if (is_last(lesson) || scene.desk.leave_open || scene.me.leaving) return;
    if (lesson.done_at == 0) {
        if (!step_of(lesson).done(scene, lesson)) return;
        lesson.done_at = scene.ui.time;
    }
    const double left = lesson.done_at + rest + step_of(lesson).look - scene.ui.time;
    if (left <= 0) return go_to(scene, lesson.step + 1);
    wake_in(scene.ui, left);
}

/// The part stands in the blue outline, as when a hint shows a place.
void follow_target(Scene& scene) {
    Lesson& lesson = scene.me.lesson;
    const LessonStep& step = step_of(lesson);
    const PartId part = lesson.done_at > 0 ? no_part : part_of(scene, step);
    scene.me.plan.target_says.clear();
    if (scene.me.show.step != nullptr || scene.me.pointer.step != nullptr) return;
    if (step.says != nullptr && part != no_part) {
        scene.me.plan.target_says = scene.desk.translate()(step.says);
    }
    if (part == lesson.target) {
        if (part != no_part) scene.me.plan.target = part;
        return;
    }
    lesson.target = part;
    scene.me.plan.target = part;
}

struct KeyWord {
    std::string name;
    bool either = false;  ///< it does the same as the one before
};

std::vector<KeyWord> keys_of(const Scene& scene, const LessonStep& step) {
    std::vector<KeyWord> names;
    std::string_view left(step.keys);
    bool either = false;
    while (!left.empty()) {
        const std::size_t end = std::min(left.find_first_of(" |"), left.size());
        const std::string_view word = left.substr(0, end);
        constexpr std::string_view with_shift = "Shift+";
        const bool shift = word.starts_with(with_shift);
        const std::string_view act = shift ? word.substr(with_shift.size()) : word;
        KeyPress own = scene.desk.key(act);
        // Beside the acts of the table: a key that means the same everywhere.
        if (own.key == Key::none) own = key_press(act);
        own.shift = own.shift || shift;
        names.push_back({name_of(own), either});
        either = end < left.size() && left[end] == '|';
        left.remove_prefix(std::min(end + 1, left.size()));
    }
    return names;
}

/// What stands before a key that is not the first one.
std::string_view joint(const engine::Translator& _, const KeyWord& key) {
    return key.either ? _("or") : _("then");
}

float caps_width(const Ui& ui, const engine::Translator& _, const std::vector<KeyWord>& keys) {
    float wide = 0;
    for (const KeyWord& key : keys) {
        if (wide > 0) wide += measure(ui, Type::small, joint(_, key)).x + 6;
        wide += measure(ui, Type::label, key.name).x + 18;
    }
    return wide;
}

/// The item that the step speaks of, as it can be seen now; of an open menu, which is drawn last,
/// as it was a frame ago.
const Item* pointed_item(const Scene& scene) {
    const Lesson& lesson = scene.me.lesson;
    const LessonStep& step = step_of(lesson);
    const auto seen = [&](const std::string& name) -> const Item* {
        if (name.empty()) return nullptr;
        const Item* item = scene.ui.items.find(name);
        if (item == nullptr && !scene.ui.state.menu.empty()) item = scene.ui.state.last.find(name);
        return item != nullptr && item->visible ? item : nullptr;
    };
    const std::string part = step.part[0] == '\0' ? "" : std::string("plan.part.") + step.part;
    if (const Item* item = seen(part)) return item;
    std::string_view left(step.item);
    while (!left.empty()) {
        const std::size_t end = std::min(left.find('|'), left.size());
        if (const Item* item = seen(std::string(left.substr(0, end)))) return item;
        left.remove_prefix(std::min(end + 1, left.size()));
    }
    // In a small window the room may lie behind another page.
    return scene.me.page == SideTab::plan ? nullptr : seen("trainee.page.plan");
}

void leave_lesson(Scene& scene) {
    scene.me.lesson.on = false;
    scene.me.plan.target_says.clear();
    scene.desk.request.kind = Request::Kind::start;
}

}  // namespace

bool before_checklist(const Scene& scene) {
    const Lesson& lesson = scene.me.lesson;
    const auto steps = lesson_steps();
    const auto asks = std::find_if(steps.begin(), steps.end(), [](const LessonStep& step) {
        return std::string_view(step.item) == "trainee.where";
    });
    return lesson.on && lesson.step < static_cast<std::size_t>(asks - steps.begin());
}

std::size_t lesson_length() {
    return lesson_steps().size();
}

void draw_lesson(Scene& scene, Rect& area) {
    Lesson& lesson = scene.me.lesson;
    if (!lesson.on) return;
    settle(scene);
    watch(scene);
    settle(scene);
    follow_target(scene);
    Ui& ui = scene.ui;
    const engine::Translator& _ = scene.desk.translate();
    const LessonStep& step = step_of(lesson);
    const bool last = is_last(lesson);
    const bool done = lesson.done_at > 0;
    Button on{"lesson.next", std::string(last ? _("Now the first drill") : _("Skip this"))};
    on.look = last ? Look::primary : Look::quiet;
    if (last) on.key = {Key::enter};
    on.show_key = last;
    Button leave{"lesson.leave", std::string(_("Leave the lesson"))};
    leave.look = Look::quiet;
    const float on_wide = width_of(ui, on);
    // In a small window the way out above is enough.
    const float on_and_leave = on_wide + width_of(ui, leave);
    const bool stacked = area.w < on_and_leave + 420;
    const float leave_wide = stacked ? 0 : width_of(ui, leave);
    const bool waits = !done && post_busy(scene, scene.live.post);
    const std::vector<KeyWord> keys = keys_of(scene, step);
    const std::string_view by_keys =
        waits ? _("Your hands are at it: that takes as long as in life.") : _("By keyboard:");
    const float keys_wide =
        keys.empty() ? 0 : measure(ui, Type::small, by_keys).x + 8 + caps_width(ui, _, keys);
    const float room = area.w - 72 - (stacked ? 0 : on_wide + leave_wide + 24);
    const std::string words(_(step.text));
    const float words_high = measure(ui, Type::body_strong, words, room).y;
    const float keys_high = keys.empty() ? 0 : 24.0F;
    // Where there is room for it the card is as high in every step, and nothing below it jumps.
    float most = words_high + keys_high;
    if (area.h > 480) {
        for (const LessonStep& other : lesson_steps()) {
            most = std::max(most, measure(ui, Type::body_strong, _(other.text), room).y + 24);
        }
    }
    // In a small window the keys stand beside the buttons, where there is room for both.
    const bool beside = stacked && area.w - on_wide - leave_wide - 100 > keys_wide;
    if (beside) most -= keys_high;
    const float height = 8 + most + 8 + (stacked ? 38.0F : 0.0F);
    Rect card = area.cut_top(std::max(height, 52.0F));
    Item ground;
    ground.name = "lesson.card";
    ground.label = words;
    ground.role = engine::view::Role::area;
    ground.rect = card;
    act(ui, ground);
    fill(ui, card, done ? Token::ok_soft : Token::info_soft);
    fill(ui, {card.x, card.bottom() - 1, card.w, 1}, Token::line_strong);
    Rect row = stacked ? card.cut_bottom(40) : card;
    const Rect on_at = centred(row.cut_right(on_wide + 16), on_wide, 36);
    const Rect leave_at = centred(row.cut_right(leave_wide), leave_wide, 36);
    if (!stacked) card = row;
    if (button(ui, on_at, on)) {
        if (last) scene.desk.request.kind = Request::Kind::first_drill;
        if (!last) go_to(scene, lesson.step + 1);
    }
    if (!stacked && button(ui, leave_at, leave)) leave_lesson(scene);
    const Rect mark{card.x + 16, card.y, 40, card.h};
    if (done) {
        status_shape(ui, {mark.x + 14, mark.centre().y}, 24, Status::ok);
    } else {
        text_in(ui, mark, Type::small_strong, Token::ink_2,
                fmt::format("{}/{}", lesson.step + 1, lesson_length()));
    }
    const float top = card.centre().y - (words_high + (beside ? 0 : keys_high)) / 2;
    paragraph(ui, {card.x + 64, top, room, words_high}, Type::body_strong, Token::ink, words);
    if (keys.empty() || (keys_wide > room && !waits)) return;
    float x = card.x + 64;
    const float y = beside ? row.centre().y - 10 : top + words_high + 3;
    x += text(ui, {x, y}, Type::small, Token::ink_2, by_keys) + 8;
    if (waits) return;
    for (const KeyWord& key : keys) {
        if (&key != keys.data()) {
            x += text(ui, {x, y}, Type::small, Token::ink_2, joint(_, key)) + 6;
        }
        x += key_cap(ui, {x, y}, key.name) + 6;
    }
}

void point_out(Scene& scene) {
    const Lesson& lesson = scene.me.lesson;
    // Busy hands can do nothing there yet.
    const bool waits = post_busy(scene, scene.live.post);
    if (!lesson.on || lesson.done_at > 0 || waits || scene.me.sheet != Sheet::none ||
        scene.desk.covered())
        return;
    const Item* item = pointed_item(scene);
    if (item == nullptr) return;
    const bool part = item->name.starts_with("plan.part.");
    const Rect at = part ? item->rect.inset(-10) : item->rect;
    // Outside the ring of what has the focus, which is as blue.
    const bool ringed = scene.ui.state.ring && scene.ui.state.focus == item->name;
    scene.ui.later.push_back([at, part, ringed](Ui& ui) {
        if (!part) outline(ui, at.inset(ringed ? -10 : -4), Token::focus, 10, 3);
        point_at(ui, at);
    });
    lead_focus(scene.ui, item->name);
}

}  // namespace sim::seats
