#include "sim/seats/shared/desk.h"

#include <algorithm>

namespace sim::seats {

using namespace engine::view;

void toast(Desk& desk, const Ui& ui, Status status, std::string text) {
    constexpr double shown = 6;
    constexpr std::size_t most = 4;
    desk.toasts.push_back({status, std::move(text), ui.time + shown});
    while (desk.toasts.size() > most) desk.toasts.pop_front();
}

void draw_toasts(Ui& ui, Desk& desk, float bottom, float left) {
    std::erase_if(desk.toasts, [&](const Toast& toast) { return toast.until <= ui.time; });
    float y = bottom;
    for (auto it = desk.toasts.rbegin(); it != desk.toasts.rend(); ++it) {
        wake_in(ui, it->until - ui.time);
        const float width = std::min(360.0F, ui.screen.w - left - 16);
        const Point size = measure(ui, Type::body, it->text, width - 60);
        const Rect rect{left, y - size.y - 24, std::min(width, size.x + 64), size.y + 20};
        shadow(ui, rect);
        fill(ui, rect, Token::band, 8);
        disc(ui, {rect.x + 26, rect.centre().y}, 12, Token::paper);
        status_shape(ui, {rect.x + 26, rect.centre().y}, 18, it->status);
        paragraph(ui, {rect.x + 48, rect.y + 10, size.x + 2, size.y}, Type::body, Token::on_band,
                  it->text);
        it->place = rect;
        // It gets out of the way of a hand that reaches for what it lies over.
        if (ui.input.mouse_moved && rect.contains(ui.input.mouse)) it->until = ui.time;
        y = rect.y - 4;
    }
}

std::string_view title_of(SeatId seat, const engine::Translator& _) {
    switch (seat) {
        case SeatId::trainee:
            return _("Trainee");
        case SeatId::instructor:
            return _("Instructor");
        case SeatId::assessor:
            return _("Assessor");
    }
    return {};
}

namespace {

constexpr float word_from = 1100;  ///< the way out has a word in windows so wide

/// At 200 % in a small window: the chip that says TRAINING must still find its room.
bool is_narrow(const Ui& ui) {
    return ui.screen.w < 600;
}

/// The amber chip says in every seat and at every moment that nothing here is real: all else on
/// the band gives way to it.
float training_width(const Ui& ui, const engine::Translator& _) {
    return measure(ui, Type::small_strong, _("TRAINING")).x + 20;
}

void draw_training(Ui& ui, Rect free, const engine::Translator& _) {
    const std::string_view word = _("TRAINING");
    const float width = training_width(ui, _);
    float x = ui.screen.centre().x - width / 2;
    x = std::clamp(x, free.x, std::max(free.x, free.right() - width));
    const Rect chip{x, 12, width, 24};
    fill(ui, chip, Token::training, 4);
    text_in(ui, chip, Type::small_strong, Token::on_training, word, Align::centre);
}

/// Where the bar is frozen, the word gives way to its shape rather than reach beyond `least`.
float draw_right(Ui& ui, Desk& desk, const Band& band, const Rect& bar, float least,
                 BandResult& result) {
    const engine::Translator& _ = desk.translate();
    float x = bar.right() - 8;
    Button leave{"band.leave", std::string(_("Leave")), band.leave, icons::leave};
    leave.look = Look::band;
    leave.key = desk.key("leave");
    // Where there is no room for the word, the seat's mark leads out as well.
    if (ui.screen.w < word_from) leave.label.clear();
    const float leave_w = leave.label.empty() ? 36.0F : width_of(ui, leave);
    x -= leave_w;
    result.leave = button(ui, {x, 6, leave_w, 36}, leave);
    x -= 44;
    Button help{"band.help", "", std::string(_("Help and keys")), icons::help};
    help.look = Look::band;
    if (button(ui, {x, 6, 36, 36}, help)) desk.help_open = !desk.help_open;
    Button settings{"band.settings", "", std::string(_("Settings")), icons::settings};
    settings.look = Look::band;
    x -= 44;
    if (button(ui, {x, 6, 36, 36}, settings)) desk.settings_open = !desk.settings_open;
    x -= 8;
    if (!band.rate.empty()) {
        Button rate{"band.rate", band.rate, std::string(_("How fast simulated time runs"))};
        rate.look = Look::band;
        const float w = std::max(48.0F, width_of(ui, rate));
        x -= w;
        result.rate_rect = {x, 8, w, 32};
        result.rate = button(ui, result.rate_rect, rate);
        x -= 12;
    }
    if (!band.clock.empty()) {
        const Type type = is_narrow(ui) ? Type::head : Type::clock;
        x -= figures_width(ui, type, band.clock);
        figures(ui, {x, (band_height - spec(type).line) / 2}, type, Token::on_band, band.clock);
        if (band.frozen) {
            const std::string_view word = _("FROZEN");
            const float words = measure(ui, Type::small_strong, word).x;
            const bool worded = x - words - 34 >= least;
            const float chip = worded ? words + 28 : 24;
            x -= chip + 6;
            Item going_on;
            going_on.name = "band.frozen";
            going_on.label = word;
            going_on.help = band.go_on;
            going_on.enabled = !band.go_on.empty();
            going_on.rect = {x, 8, chip, 32};
            result.frozen = act(ui, going_on).clicked;
            fill(ui, {x, 12, chip, 24}, Token::training, 4);
            status_shape(ui, {x + 12, 24}, 14, Status::paused);
            if (worded) text(ui, {x + 22, 15}, Type::small_strong, Token::on_training, word);
        }
        x -= is_narrow(ui) ? 8.0F : 16.0F;
    }
    if (!band.caption.empty() && ui.screen.w > 900) {
        x -= measure(ui, Type::body, band.caption).x;
        text(ui, {x, 13}, Type::body, Token::on_band_2, band.caption);
        x -= 16;
    }
    return x;
}

void toggle_mute(const Ui& ui, Desk& desk) {
    const engine::Translator& _ = desk.translate();
    desk.settings.mute = desk.settings.sounds();
    if (!desk.settings.mute && desk.settings.volume == 0) desk.settings.volume = Settings{}.volume;
    toast(desk, ui, Status::info,
          std::string(desk.settings.mute ? _("Sound is off") : _("Sound is on")));
}

}  // namespace

BandResult draw_band(Ui& ui, Desk& desk, const Band& band) {
    const Rect bar{0, 0, ui.screen.w, band_height};
    fill(ui, bar, Token::band);
    if (band.frozen) fill(ui, {0, band_height - 3, bar.w, 3}, Token::training);
    const engine::Translator& _ = desk.translate();
    Item home;
    home.name = "band.home";
    home.label = band.seat;
    home.help = std::string(_("Back to the start"));
    const bool icon_only = is_narrow(ui) && band.icon != nullptr && !band.clock.empty();
    home.rect = {8, 4, icon_only ? 40 : measure(ui, Type::head, band.seat).x + 52, 40};
    const Response response = act(ui, home);
    if (response.hovered) fill(ui, home.rect, Token::band_2, 8);
    if (band.icon != nullptr) icon(ui, {14, 8, 28, 32}, band.icon, Token::on_band_2, Type::title);
    if (!icon_only) text(ui, {48, 13}, Type::head, Token::on_band, band.seat);
    float left = home.rect.right() + (icon_only ? 4.0F : 12.0F);
    BandResult result;
    const float training = training_width(ui, _) + 12;
    const float right = draw_right(ui, desk, band, bar, left + training, result);
    result.home = response.clicked;
    const float room = right - left - 12 - training;
    if (!band.title.empty() && measure(ui, Type::body, band.title).x + 10 < room) {
        fill(ui, {left - 4, 14, 1, 20}, Token::on_band_2);
        left += 10 + text(ui, {left + 10, 13}, Type::body, Token::on_band, band.title) + 12;
        if (!band.detail.empty() && measure(ui, Type::small, band.detail).x < right - left - 140) {
            left += text(ui, {left, 15}, Type::small, Token::on_band_2, band.detail) + 12;
        }
    }
    draw_training(ui, {left, 0, right - left, band_height}, _);
    if (shortcut(ui, desk.key("help"))) desk.help_open = !desk.help_open;
    if (shortcut(ui, desk.key("settings"))) desk.settings_open = !desk.settings_open;
    if (shortcut(ui, desk.key("mute"))) toggle_mute(ui, desk);
    if (shortcut(ui, desk.key("screenshot"))) desk.request.kind = Request::Kind::screenshot;
    return result;
}

}  // namespace sim::seats
