#include <algorithm>
#include <array>

#include "engine/core/phrase.h"
#include "sim/handbook/sheets.h"

namespace sim {

using namespace handbook;

namespace {

// -- contents

struct ContentsRow {
    bool chapter = false;
    std::string number, title, id;
};

constexpr double contents_gap = 30;
constexpr double contents_width = (page_inner - contents_gap) / 2;

struct ContentsPlace {
    std::size_t page = 0;
    PagePoint at;
};

double row_height(const Pen& pen, const ContentsRow& row, double air) {
    if (row.chapter) return pen.text(row.title, {}, contents_width - 40, style::head) + 2 * air;
    return pen.text(row.title, {}, contents_width - 40 - 34, hint_style) + air;
}

/// Two columns a page, a chapter's name never the last of one.
std::vector<ContentsPlace> place_rows(const Pen& pen, const std::vector<ContentsRow>& rows,
                                      double air) {
    std::vector<ContentsPlace> places;
    constexpr double top = page_top + 44;
    std::size_t column = 0;
    double y = top;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        double before = rows[i].chapter && y > top ? 4 * air : 0;
        double needed = before + row_height(pen, rows[i], air);
        if (rows[i].chapter && i + 1 < rows.size()) needed += row_height(pen, rows[i + 1], air);
        if (y + needed > page_bottom) {
            ++column;
            y = top;
            before = 0;
        }
        y += before;
        places.push_back(
            {column / 2,
             {page_left + static_cast<double>(column % 2) * (contents_width + contents_gap), y}});
        y += row_height(pen, rows[i], air);
    }
    return places;
}

/// Closer together where that saves a page.
std::vector<ContentsPlace> fewest_places(const Pen& pen, const std::vector<ContentsRow>& rows) {
    std::vector<ContentsPlace> best = place_rows(pen, rows, 3);
    for (const double air : {2.0, 1.4, 0.8}) {
        std::vector<ContentsPlace> closer = place_rows(pen, rows, air);
        if (!best.empty() && closer.back().page < best.back().page) best = std::move(closer);
    }
    return best;
}

std::vector<ContentsRow> contents_rows(const Handbook& book) {
    std::vector<ContentsRow> rows;
    for (const HandbookChapter& chapter : book.chapters) {
        if (chapter.devices.empty() && chapter.entries.empty()) continue;
        rows.push_back({true, {}, chapter.title, chapter.title});
        for (const HandbookEntry& entry : chapter.entries) {
            rows.push_back({false, entry.number, entry.title, entry.id});
        }
    }
    if (!book.sources.empty()) rows.push_back({true, {}, book.words.sources, book.words.sources});
    return rows;
}

void draw_title(const Pen& pen, const Handbook& book) {
    pen.drawing(brand_mark(), {page_left, 37});
    pen.text("Polldrill", {page_left + 30, 38}, -1, style::head);
    draw_chip(pen.cairo, book.words.training, {page_right, 36}, Anchor::right);
    draw_rule(pen.cairo, 72);
    double y = 150;
    y += pen.text(book.title, {page_left, y}, page_inner, title_style) + 12;
    y += pen.text(book.about, {page_left, y}, 560, lead_style);
    const double foot = page_bottom - 20;
    double words = 0;
    for (const std::string& line : book.how_to_read) {
        words += text_height(pen.cairo, line, page_inner, style::body) + 6;
    }
    double rows = 0;
    for (const HandbookChapter& chapter : book.chapters) {
        rows += text_height(pen.cairo, chapter.title, 400, style::strong) + 8;
    }
    double at = foot - words;
    for (const std::string& line : book.how_to_read) {
        at += pen.text(line, {page_left, at}, page_inner, style::body) + 6;
    }
    const double box_top = foot - words - rows - 52;
    Drawing box;
    box.box({page_left + 0.75, box_top}, {page_right - 0.75, box_top + rows + 26}, 10, {},
            colour::ink, 1.5);
    pen.drawing(box, {0, 0});
    at = box_top + 17;
    for (const HandbookChapter& chapter : book.chapters) {
        pen.text(chapter.count, {page_right - 24, at}, -1, style::body, Anchor::right);
        at += pen.text(chapter.title, {page_left + 24, at}, 400, style::strong) + 8;
    }
    // The first device in the room that is left.
    const auto pictured = std::find_if(
        book.chapters.begin(), book.chapters.end(), [](const HandbookChapter& chapter) {
            return !chapter.devices.empty() && !chapter.devices.front().views.empty();
        });
    if (pictured == book.chapters.end()) return;
    const Drawing& picture = pictured->devices.front().outline;
    const double room = box_top - y - 80;
    const double scale = std::min({1.0, room / picture.height, page_inner / picture.width});
    if (scale < 0.4) return;
    pen.drawing(
        picture,
        {page_width / 2 - picture.width * scale / 2, y + 40 + (room - picture.height * scale) / 2},
        scale);
}

void draw_frame(const Pen& pen, const Handbook& book, const std::string& head, std::size_t page,
                std::size_t count) {
    const std::array<std::string, 2> numbers = {std::to_string(page), std::to_string(count)};
    pen.text(head, {page_left, 40}, page_inner - 200, style::small_strong);
    draw_chip(pen.cairo, book.words.training, {page_right, 36}, Anchor::right);
    const double y = page_height - 36;
    pen.text(book.title, {page_left, y}, page_inner - 120, hint_style);
    pen.text(engine::fill(book.words.page_of, numbers), {page_right, y}, -1, hint_style,
             Anchor::right);
}

}  // namespace

std::string handbook_pdf(const Handbook& book) {
    const PdfFacts facts{book.title, book.about, "2000-01-01T00:00:00"};
    return make_pdf(facts, [&](cairo_t* cairo, const std::function<void()>& next_page) {
        const Pen pen{cairo, true};
        const Pen measure{cairo, false};
        const Sheets sheets(book, cairo);
        const std::vector<ContentsRow> rows = contents_rows(book);
        const std::vector<ContentsPlace> places = fewest_places(measure, rows);
        const std::size_t contents = places.empty() ? 0 : places.back().page + 1;
        const std::size_t count = 1 + contents + sheets.sheets.size();
        draw_title(pen, book);
        next_page();
        for (std::size_t page = 0; page < contents; ++page) {
            draw_frame(pen, book, book.words.contents, 2 + page, count);
            if (page == 0) pen.text(book.words.contents, {page_left, page_top}, -1, device_style);
            for (std::size_t i = 0; i < rows.size(); ++i) {
                if (places[i].page != page) continue;
                const auto begin =
                    std::find_if(sheets.begins.begin(), sheets.begins.end(),
                                 [&](const Begin& one) { return one.id == rows[i].id; });
                const std::string number = std::to_string(begin->page + contents + 2);
                const PagePoint at = places[i].at;
                const TextStyle& look = rows[i].chapter ? style::head : hint_style;
                pen.text(number, {at.x + contents_width, at.y}, -1, look, Anchor::right);
                if (rows[i].chapter) {
                    pen.text(rows[i].title, at, contents_width - 40, look);
                    continue;
                }
                constexpr TextStyle strong{11, 600, colour::ink, 0, 0};
                pen.text(rows[i].number, at, -1, strong);
                constexpr TextStyle title{11, 400, colour::ink_2, 0, 0};
                pen.text(rows[i].title, {at.x + 34, at.y}, contents_width - 40 - 34, title);
            }
            next_page();
        }
        for (std::size_t i = 0; i < sheets.sheets.size(); ++i) {
            draw_frame(pen, book, sheets.sheets[i].head, contents + 2 + i, count);
            for (const auto& draw : sheets.sheets[i].draws) draw(pen);
            next_page();
        }
    });
}

}  // namespace sim
