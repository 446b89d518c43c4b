#include "sim/handbook/entry.h"

#include <cairo.h>

#include <algorithm>
#include <array>

#include "engine/core/phrase.h"

namespace sim::handbook {

void Pen::drawing(const Drawing& shapes, PagePoint at, double scale) const {
    if (!draws) return;
    cairo_save(cairo);
    cairo_translate(cairo, at.x, at.y);
    cairo_scale(cairo, scale, scale);
    paint(cairo, shapes, {0, 0});
    cairo_restore(cairo);
}

Drawing numbered_circle(const std::string& number, double radius) {
    Drawing drawing{2 * radius, 2 * radius, {}};
    drawing.circle({radius, radius}, radius - 0.6, colour::paper, colour::action, 1.2);
    drawing.text({radius, radius + radius * 0.42}, number, radius * 1.2, true, colour::ink,
                 Anchor::middle);
    return drawing;
}

namespace {

/// The number in its box, the title, at its right what kind it is. Returns its height.
double entry_head(const Pen& pen, const Handbook& book, const HandbookEntry& entry, double top) {
    constexpr double box = 48, side = 132;
    const double title_width = page_inner - box - 12 - side - 12;
    const double title =
        pen.text(entry.title, {page_left + box + 12, top + 2}, title_width, entry_style);
    if (pen.draws) {
        Drawing drawing;
        drawing.box({page_left + 0.75, top + 0.75}, {page_left + box, top + 26}, 5, {}, colour::ink,
                    1.5);
        pen.drawing(drawing, {0, 0});
    }
    pen.text(entry.number, {page_left + box / 2, top + 4}, -1, number_style, Anchor::middle);
    const std::array<std::string, 1> difficulty = {std::to_string(entry.difficulty)};
    double right = pen.text(entry.kind, {page_right, top}, side, hint_style, Anchor::right);
    if (!entry.reference) {
        right += pen.text(engine::fill(book.words.difficulty, difficulty),
                          {page_right, top + right}, side, hint_style, Anchor::right);
    }
    const double height = std::max({title + 4, right, 27.0}) + 6;
    if (pen.draws) pen.line(top + height, colour::line_strong);
    return height + 10;
}

double signs_and_mistakes(const Pen& pen, const Handbook& book, const HandbookEntry& entry,
                          PagePoint at, double width, double scale) {
    double y = at.y;
    if (!entry.signs.empty()) {
        y += pen.text(book.words.signs, {at.x, y}, width, scaled(label_style, scale)) + 4;
        for (const std::string& sign : entry.signs) {
            Drawing dot;
            dot.circle({3, 8 * scale}, 2.2, colour::ink_2);
            pen.drawing(dot, {at.x, y});
            y += pen.text(sign, {at.x + 14, y}, width - 14, scaled(text_style, scale)) + 4;
        }
        y += 8 * scale;
    }
    if (!entry.never.empty()) {
        constexpr TextStyle never{12, 600, colour::fault, 0, 0};
        y += pen.text(book.words.never, {at.x, y}, width, scaled(never, scale)) + 4;
        for (const std::string& mistake : entry.never) {
            pen.drawing(mark_drawing(Mark::fault, 11 * scale), {at.x, y + 3 * scale});
            y += pen.text(mistake, {at.x + 18, y}, width - 18, scaled(text_style, scale)) + 4;
        }
    }
    return y - at.y;
}

double steps_of(const Pen& pen, const Handbook& book, const HandbookEntry& entry, PagePoint at,
                double width, double scale) {
    if (entry.steps.empty()) return 0;
    double y = at.y + pen.text(book.words.steps, at, width, scaled(label_style, scale)) + 5;
    const double radius = 8.5 * scale;
    int number = 0;
    for (const HandbookStep& step : entry.steps) {
        pen.drawing(numbered_circle(std::to_string(++number), radius), {at.x, y});
        const double left = at.x + 2 * radius + 8;
        y += pen.text(step.text, {left, y}, width - 2 * radius - 8, scaled(step_style, scale));
        std::string below = step.who;
        if (!step.hint.empty()) below += (below.empty() ? "" : ": ") + step.hint;
        y += pen.text(below, {left, y}, width - 2 * radius - 8, scaled(hint_style, scale)) +
             5 * scale;
    }
    return y - at.y;
}

double note_of(const Pen& pen, const HandbookEntry& entry, PagePoint at, double width,
               double scale) {
    if (entry.note.empty()) return 0;
    const TextStyle note = scaled(text_style, scale);
    const double height = text_height(pen.cairo, entry.note, width - 24, note) + 14;
    Drawing box;
    box.box(at, {at.x + width, at.y + height}, 5, colour::ground);
    pen.drawing(box, {0, 0});
    pen.text(entry.note, {at.x + 12, at.y + 7}, width - 24, note);
    return height + 6;
}

double entry_foot(const Pen& pen, const Handbook& book, const HandbookEntry& entry, double top,
                  double scale) {
    double y = top;
    const auto row = [&](const std::string& name, const std::string& words) {
        if (words.empty()) return;
        TextStyle style = scaled(hint_style, scale);
        style.lead = name.size() + 1;
        y += pen.text(name + ": " + words, {page_left, y}, page_inner, style) + 2;
    };
    row(book.words.rate, entry.rate);
    row(book.words.sources, entry.sources);
    return y - top;
}

}  // namespace

double entry_height(const Pen& pen, const Handbook& book, const HandbookEntry& entry, double top,
                    double scale) {
    constexpr double left = 252, gap = 26;
    double y = top + entry_head(pen, book, entry, top);
    const double signs = signs_and_mistakes(pen, book, entry, {page_left, y}, left, scale);
    const double steps =
        steps_of(pen, book, entry, {page_left + left + gap, y}, page_inner - left - gap, scale);
    // The note beside the steps where there is room.
    const Pen measure{pen.cairo, false};
    const double beside = signs + 8 + note_of(measure, entry, {}, left, scale);
    if (beside <= steps) {
        note_of(pen, entry, {page_left, y + signs + 8}, left, scale);
        y += steps + 8;
    } else {
        y += std::max(signs, steps) + (signs + steps > 0 ? 8 : 0);
        y += note_of(pen, entry, {page_left, y}, page_inner, scale);
    }
    y += entry_foot(pen, book, entry, y, scale);
    return y - top;
}

std::optional<double> scale_for_half(cairo_t* cairo, const Handbook& book,
                                     const HandbookEntry& entry) {
    const Pen measure{cairo, false};
    for (const double scale : {1.0, 0.96, 0.92, 0.88, 0.84, 0.8}) {
        if (entry_height(measure, book, entry, 0, scale) <= half) return scale;
    }
    return std::nullopt;
}

}  // namespace sim::handbook
