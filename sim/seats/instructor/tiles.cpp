#include <algorithm>

#include "sim/seats/instructor/state.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr float pad = 14;
constexpr float device_gap = 24;

std::string number_of(const View& view) {
    return std::to_string(view.live.setup().station_number);
}

float queue_width(const View& view) {
    const engine::Translator& _ = view.reader.translate;
    return measure(view.ui, Type::small, _("Queue")).x + 150;
}

/// Lays the devices out in lines; draws them when `at` is given. Returns the height.
float flow_devices(View& view, float width, const Point* at) {
    Ui& ui = view.ui;
    float x = 0;
    float y = 0;
    for (const DeviceLine& line : device_lines(view.live, view.reader)) {
        const bool loud = line.status == Status::fault || line.status == Status::care;
        const Type type = loud ? Type::small_strong : Type::small;
        const float own =
            std::max(measure(ui, Type::label, line.name).x, measure(ui, type, line.word).x + 22);
        if (x > 0 && x + own > width) {
            x = 0;
            y += 40;
        }
        if (at != nullptr) {
            text(ui, {at->x + x, at->y + y}, Type::label, Token::ink_3, line.name);
            status_shape(ui, {at->x + x + 8, at->y + y + 26}, 14, line.status);
            text(ui, {at->x + x + 22, at->y + y + 17}, type,
                 loud ? colour_of(line.status) : Token::ink_2, line.word);
        }
        x += own + device_gap;
    }
    return y + 36;
}

/// The queue's last hour as a line, with its last point.
void sparkline(View& view, const Rect& rect) {
    Ui& ui = view.ui;
    const auto& samples = view.state.watch.queue;
    line(ui, {rect.x, rect.bottom()}, {rect.right(), rect.bottom()}, Token::line);
    const Time from = view.now() - engine::hour;
    std::int64_t most = 6;
    for (const QueueSample& sample : samples) {
        if (sample.time >= from) most = std::max(most, sample.waiting);
    }
    std::vector<Point> points;
    const auto put = [&](Time time, std::int64_t value) {
        const float share = static_cast<float>(time - from) / static_cast<float>(engine::hour);
        points.push_back({rect.x + rect.w * std::clamp(share, 0.0F, 1.0F),
                          rect.bottom() - 2 -
                              (rect.h - 4) * static_cast<float>(value) / static_cast<float>(most)});
    };
    for (const QueueSample& sample : samples) {
        if (sample.time >= from) put(sample.time, sample.waiting);
    }
    put(view.now(), waiting(view.world()));
    if (points.size() > 1) polyline(ui, points, Token::ink_2, 1.5F);
    disc(ui, points.back(), 3, Token::ink_2);
}

void draw_queue(View& view, const Rect& rect) {
    Ui& ui = view.ui;
    const engine::Translator& _ = view.reader.translate;
    const float w = text(ui, {rect.x, rect.y + 3}, Type::small, Token::ink_3, _("Queue"));
    const std::string count = std::to_string(waiting(view.world()));
    const float number = figures(ui, {rect.x + w + 6, rect.y}, Type::head, Token::ink, count);
    const float left = rect.x + w + 16 + std::max(number, 24.0F);
    sparkline(view, {left, rect.y + 2, rect.right() - left, 18});
}

/// Words of the one line that matters, on the ground of its status.
float now_height(View& view, float width) {
    const NowLine now = now_line(view.state.watch, view.live, view.reader);
    return measure(view.ui, Type::small_strong, now.text, width - 42).y + 8;
}

void draw_now(View& view, const Rect& rect) {
    Ui& ui = view.ui;
    const NowLine now = now_line(view.state.watch, view.live, view.reader);
    const bool calm = now.need == Need::calm;
    if (!calm) {
        fill(ui, rect, soft_of(now.status), 6);
        if (ui.theme.plain) outline(ui, rect, colour_of(now.status), 6, 2);
    }
    status_shape(ui, {rect.x + 15, rect.y + 13}, 15, now.status);
    paragraph(ui, {rect.x + 30, rect.y + 4, rect.w - 42, 0}, Type::small_strong,
              calm ? Token::ink_2 : colour_of(now.status), now.text);
}

Token border_of(const View& view) {
    const NowLine now = now_line(view.state.watch, view.live, view.reader);
    if (now.status == Status::fault) return Token::fault;
    if (now.status == Status::care) return Token::care;
    return Token::line;
}

Button seat_button(const View& view) {
    const engine::Translator& _ = view.reader.translate;
    Button seat{"station.trainee", std::string(_("Trainee's seat")),
                std::string(_("The same drill as the trainee sees it"))};
    seat.key = view.desk.key("instructor.trainee");
    seat.show_key = true;
    return seat;
}

/// The way to the trainee's seat stands beside the devices, or below where that is too narrow.
bool seat_beside(const View& view, float inner) {
    return inner - width_of(view.ui, seat_button(view)) > 420;
}

float devices_width(const View& view, float inner) {
    return seat_beside(view, inner) ? inner - width_of(view.ui, seat_button(view)) - 16 : inner;
}

float head_width(const View& view, float width) {
    return std::max(120.0F, width - 2 * pad - queue_width(view) - 16);
}

float head_height(const View& view, float width) {
    const Ui& ui = view.ui;
    const float number = measure(ui, Type::title, number_of(view)).x + 12;
    const std::string phase = phase_words(view.world(), view.reader);
    const float room = head_width(view, width) - number - measure(ui, Type::small, phase).x - 16;
    return std::max(26.0F, measure(ui, Type::head, who(view.live, view.reader), room).y);
}

}  // namespace

float tile_height(const View& view, float width) {
    // The measuring functions are those that draw; they change nothing without a place.
    View copy = view;
    const float inner = width - 2 * pad;
    return 10 + head_height(view, width) + 6 + now_height(copy, inner) + 8 +
           flow_devices(copy, devices_width(view, inner), nullptr) +
           (seat_beside(view, inner) ? 20.0F : 62.0F);
}

void draw_tile(View& view, const Rect& rect) {
    Ui& ui = view.ui;
    panel(ui, rect);
    const Token border = border_of(view);
    if (border != Token::line) {
        const Colour soft = ui[border].with_alpha(ui.theme.plain ? 1 : 0.55);
        outline(ui, rect, soft, 8, std::max(1.0F, ui.theme.border));
    }
    const Rect inner = rect.inset(pad, 10);
    const std::string number = number_of(view);
    const float number_w = text(ui, {inner.x, inner.y - 1}, Type::title, Token::ink, number) + 12;
    const std::string phase = phase_words(view.world(), view.reader);
    const float head_w = head_width(view, rect.w);
    const float phase_w = measure(ui, Type::small, phase).x;
    const float names_w = head_w - number_w - phase_w - 16;
    const std::string names = who(view.live, view.reader);
    const float used = measure(ui, Type::head, names, names_w).x;
    paragraph(ui, {inner.x + number_w, inner.y + 2, names_w, 0}, Type::head, Token::ink, names);
    text(ui, {inner.x + number_w + used + 12, inner.y + 4}, Type::small, Token::ink_3, phase);
    draw_queue(view, {inner.right() - queue_width(view), inner.y + 1, queue_width(view), 24});
    float y = inner.y + head_height(view, rect.w) + 6;
    const float h = now_height(view, inner.w);
    draw_now(view, {inner.x - 4, y, inner.w + 8, h});
    y += h + 8;
    const Point at{inner.x, y};
    const float devices = flow_devices(view, devices_width(view, inner.w), &at);
    const Button seat = seat_button(view);
    const float seat_w = std::min(width_of(ui, seat), inner.w);
    const Rect seat_at = seat_beside(view, inner.w)
                             ? Rect{inner.right() - seat_w, y + (devices - 36) / 2, seat_w, 36}
                             : Rect{inner.x, y + devices + 6, seat_w, 36};
    if (button(ui, seat_at, seat)) {
        view.desk.request.kind = Request::Kind::seat;
        view.desk.request.seat = SeatId::trainee;
    }
    const double expected = static_cast<double>(signal(view.world(), "voters.expected"));
    const double voted = static_cast<double>(signal(view.world(), "scanner.ballots"));
    const float share = expected > 0 ? static_cast<float>(voted / expected) : 0;
    progress(ui, {inner.x, rect.bottom() - 8, inner.w, 3}, share);
}

}  // namespace sim::seats
