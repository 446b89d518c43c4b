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

/// The day's routine of colleagues and their machines, which would push what matters out of sight.
bool is_routine(const Scene& scene, const FeedLine& line) {
    switch (line.seen.message) {
        case Message::terminal_identified:
            return true;
        case Message::printer_printing:
        case Message::printer_printed:
            return line.seen.device != no_device &&
                   scene.layout().device(line.seen.device).device_class == DeviceClass::terminal;
        case Message::touched:
            return !holds(scene, line.seen.actor);
        default:
            return false;
    }
}

/// One row: a line of the feed, or several of the routine folded into one.
struct Row {
    const FeedLine* newest;
    const FeedLine* oldest;
    int folded = 1;
};

/// Newest first.
std::vector<Row> rows_of(const Scene& scene) {
    std::vector<Row> rows;
    bool routine = false;
    for (auto line = scene.me.feed.rbegin(); line != scene.me.feed.rend(); ++line) {
        const bool one = is_routine(scene, *line);
        if (one && routine) {
            rows.back().oldest = &*line;
            ++rows.back().folded;
        } else {
            rows.push_back({&*line, &*line});
        }
        routine = one;
    }
    return rows;
}

std::string words_of(const Scene& scene, const Row& row) {
    if (row.folded < 2) return words_of(scene, *row.newest);
    const engine::Translator& _ = scene.desk.translate();
    return engine::fill(_("Voters are being identified: {} events"), {std::to_string(row.folded)});
}

std::string when_and_who(const Scene& scene, const Row& row) {
    if (row.folded < 2) return when_and_who(scene, *row.newest);
    return engine::format_clock(row.oldest->seen.time) + "–" +
           engine::format_clock(row.newest->seen.time);
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
    const std::vector<Row> rows = rows_of(scene);
    for (auto row = rows.begin(); row != rows.end(); ++row) {
        const bool seen = y < rect.bottom() + 400;
        const std::string words = seen ? words_of(scene, *row) : std::string("…");
        const std::string when = when_and_who(scene, *row);
        const float high = measure(ui, Type::small_strong, words, room).y;
        const float when_high = measure(ui, Type::small, when, room).y;
        if (y + high + when_high + 12 > rect.y && y < rect.bottom()) {
            if (std::next(row) != rows.end()) {
                fill(ui, {content.x + 9.5F, y + 24, 1, high + when_high - 6}, Token::line);
            }
            status_shape(ui, {content.x + 10, y + 11}, 16,
                         status_of(spec(row->newest->seen.message).level));
            paragraph(ui, {content.x + 30, y + 2, room, 0}, Type::small_strong, Token::ink, words);
            paragraph(ui, {content.x + 30, y + 2 + high, room, 0}, Type::small, Token::ink_2, when);
        }
        y += high + when_high + 12;
    }
    end_scroll(ui, y - content.y);
}

}  // namespace sim::seats
