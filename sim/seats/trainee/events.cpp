#include <fmt/format.h>

#include "sim/seats/trainee/panels.h"

namespace sim::seats {

using namespace engine::view;

namespace {

Status status_of(Level level) {
    switch (level) {
        case Level::critical:
            return Status::fault;
        case Level::warning:
            return Status::care;
        case Level::event:
            return Status::info;
        case Level::detail:
        case Level::action:
            break;
    }
    return Status::ok;
}

std::string words_of(const Scene& scene, const FeedLine& line) {
    if (!line.words.empty()) {
        return fmt::format("{}: {}", describe(line.seen, scene.live.setup(), scene.reader()),
                           line.words);
    }
    return describe(line.seen, scene.live.setup(), scene.reader());
}

std::string when_and_who(const Scene& scene, const FeedLine& line) {
    std::string text = engine::format_clock(line.seen.time);
    if (line.seen.actor != no_post) {
        text += fmt::format(" · {}", title_of(line.seen.actor, scene.reader()));
    }
    return text;
}

}  // namespace

void draw_events(Scene& scene, const Rect& rect) {
    Ui& ui = scene.ui;
    const engine::Translator& _ = scene.desk.translate();
    if (scene.me.feed.empty()) {
        empty_state(ui, rect, Status::info,
                    _("What happens in the room is told here. Nothing has happened yet."));
        return;
    }
    const Rect content = begin_scroll(ui, "trainee.events", rect);
    float y = content.y;
    const float room = content.w - 32;
    for (auto line = scene.me.feed.rbegin(); line != scene.me.feed.rend(); ++line) {
        const bool seen = y < rect.bottom() + 400;
        const std::string words = seen ? words_of(scene, *line) : std::string("…");
        const std::string when = when_and_who(scene, *line);
        const float high = measure(ui, Type::small_strong, words, room).y;
        const float when_high = measure(ui, Type::small, when, room).y;
        if (y + high + when_high + 12 > rect.y && y < rect.bottom()) {
            if (std::next(line) != scene.me.feed.rend()) {
                fill(ui, {content.x + 9.5F, y + 24, 1, high + when_high - 6}, Token::line);
            }
            status_shape(ui, {content.x + 10, y + 11}, 16,
                         status_of(spec(line->seen.message).level));
            paragraph(ui, {content.x + 30, y + 2, room, 0}, Type::small_strong, Token::ink, words);
            paragraph(ui, {content.x + 30, y + 2 + high, room, 0}, Type::small, Token::ink_2, when);
        }
        y += high + when_high + 12;
    }
    end_scroll(ui, y - content.y);
}

}  // namespace sim::seats
