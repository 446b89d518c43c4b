// The first-time tour of the start screen.

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "sim/seats/program/shell.h"
#include "sim/seats/shared/arrow.h"

namespace sim::seats {

using namespace engine::view;

namespace {

struct TourStep {
    const char* item;  ///< that it speaks of, or how the names of several begin; empty: none
    int tab;           ///< of the start screen in a small window, where that is
    const char* text;
};

constexpr TourStep tour_steps[] = {
    {"", 0,
     N_("Welcome. Polldrill is a polling station on which nothing can go wrong for good: all "
        "people, numbers and candidates are invented.")},
    {"start.name", 1, N_("Write your name here: your recordings and reports carry it.")},
    {"start.seat.", 1,
     N_("Choose your seat. As a trainee you work the equipment by hand, as "
        "an instructor you watch and inject malfunctions, as an assessor "
        "you replay and grade.")},
    {"start.begin", 0,
     N_("This is the next drill for you. Its time, its difficulty and what it is "
        "about stand above.")},
    {"start.lesson", 1,
     N_("Now into the room: in a few minutes you learn there, by doing it, how your "
        "hands work. Nothing of it is graded or recorded.")},
};

/// What can be seen of all that a step speaks of.
std::optional<Rect> place_of(const Ui& ui, const TourStep& step) {
    std::optional<Rect> place;
    for (const Item& item : ui.items.items) {
        if (*step.item == '\0' || !item.name.starts_with(step.item) || !item.visible) continue;
        if (!place) place = item.rect;
        const float right = std::max(place->right(), item.rect.right());
        const float bottom = std::max(place->bottom(), item.rect.bottom());
        place->x = std::min(place->x, item.rect.x);
        place->y = std::min(place->y, item.rect.y);
        place->w = right - place->x;
        place->h = bottom - place->y;
    }
    return place;
}

/// What a step speaks of is brought into sight; one begins to write where one is to write.
void bring(Ui& ui, Shell& shell, const TourStep& step) {
    shell.start.tab = step.tab;
    const std::string_view about = step.item;
    if (about.empty()) return;
    focus(ui, about.ends_with('.') ? std::string(about) + "trainee" : std::string(about));
}

}  // namespace

void draw_tour(Ui& ui, Shell& shell, TourKey key) {
    const engine::Translator& _ = shell.desk.translate();
    const auto step = static_cast<std::size_t>(shell.tour);
    if (step >= std::size(tour_steps)) return;
    const bool hands = shell.desk.settings.seat == SeatId::trainee;
    const bool last = step + 1 == std::size(tour_steps);
    const bool small = small_start(ui);
    // The same place and size in every step, below all that is spoken of: who clicks "Next" finds
    // it where it was.
    const float width = small ? ui.screen.w - 24 : 440;
    float words = 0;
    for (const TourStep& one : tour_steps) {
        words = std::max(words, measure(ui, Type::body, _(one.text), width - 32).y);
    }
    const float height = words + 76;
    // Beside the column of the seats, where the language is chosen as well.
    const float middle = (small ? ui.screen.w : ui.screen.w - start_side) / 2;
    const Rect card{middle - width / 2, ui.screen.bottom() - start_foot - 8 - height, width,
                    height};
    shell.start.covered = small ? height + 12 : 0;
    push_layer(ui);
    // Only the card lies over the screen: what it speaks of can be tried at once.
    Item ground;
    ground.name = "tour.card";
    ground.role = engine::view::Role::area;
    ground.rect = card;
    act(ui, ground);
    panel(ui, card, true);
    outline(ui, card, Token::action, 8, 2);
    Rect inner = card.inset(16, 12);
    paragraph(ui, inner.cut_top(words), Type::body, Token::ink, _(tour_steps[step].text));
    Rect buttons = inner.cut_bottom(40);
    Button next;
    next.name = "tour.next";
    next.look = Look::primary;
    const std::string on(_("Next"));
    const std::string begin(hands ? _("To the first minutes") : _("Begin"));
    next.label = begin;
    float wide = width_of(ui, next);
    next.label = on;
    wide = std::max(wide, width_of(ui, next));
    if (last) next.label = begin;
    Button skip;
    skip.name = "tour.skip";
    skip.label = _("Skip the tour");
    skip.look = Look::quiet;
    bool over = key == TourKey::leave;
    const Rect next_at = buttons.cut_right(std::min(wide, buttons.w * 0.55F));
    const bool clicked = button(ui, next_at, next);
    if (button(ui, buttons.cut_left(std::min(width_of(ui, skip), buttons.w)), skip)) over = true;
    text_in(ui, buttons, Type::label, Token::ink_3,
            fmt::format("{} / {}", step + 1, std::size(tour_steps)), Align::centre);
    if (clicked || key == TourKey::next) {
        ++shell.tour;
        over = over || last;
        if (last && hands) shell.desk.request.kind = Request::Kind::lesson;
        if (!last) bring(ui, shell, tour_steps[step + 1]);
    }
    if (const auto place = place_of(ui, tour_steps[step])) {
        outline(ui, place->inset(-5), Token::focus, 10, 3);
        point_at(ui, place->inset(-4));
    }
    pop_layer(ui);
    if (over) {
        shell.tour = -1;
        shell.start.covered = 0;
        shell.desk.settings.tour_seen = true;
    }
}

}  // namespace sim::seats
