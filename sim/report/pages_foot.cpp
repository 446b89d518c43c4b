#include <algorithm>

#include "sim/report/pages.h"

namespace sim {

namespace {

void add_change(std::vector<Block>& blocks, const ReportChange& change, cairo_t* cairo) {
    const double points =
        change.points.empty() ? 0 : text_width(cairo, change.points, style::strong) + 16;
    const double by = change.by.empty() ? 0 : text_width(cairo, change.by, style::caption) + 16;
    const double title =
        std::max(text_height(cairo, change.title, page_inner - points, style::medium),
                 change.points.empty() ? 0.0 : 18.0);
    const double height =
        title + text_height(cairo, change.text, page_inner - by, style::small) + 2;
    blocks.push_back(
        {8, height, [&change, points, by, title](cairo_t* page, double top) {
             draw_text(page, change.title, {page_left, top}, page_inner - points, style::medium);
             draw_text(page, change.points, {page_right, top}, -1, style::strong, Anchor::right);
             draw_text(page, change.text, {page_left, top + title + 2}, page_inner - by,
                       style::small);
             draw_text(page, change.by, {page_right, top + title + 2}, -1, style::caption,
                       Anchor::right);
         }});
}

void add_list(std::vector<Block>& blocks, const std::string& title,
              const std::vector<ReportChange>& changes, cairo_t* cairo) {
    if (changes.empty()) return;
    const double height = text_height(cairo, title, page_inner, style::head);
    blocks.push_back(separator());
    blocks.push_back({14, height,
                      [&title](cairo_t* page, double top) {
                          draw_text(page, title, {page_left, top}, page_inner, style::head);
                      },
                      false, true});
    for (const ReportChange& change : changes) add_change(blocks, change, cairo);
}

/// Facts side by side as far as they fit, each a name and a value.
double run_facts(cairo_t* cairo, const std::vector<ReportFact>& facts, double top, bool draw) {
    double x = 0;
    double y = 0;
    constexpr double row = 18;
    for (const ReportFact& fact : facts) {
        const double name = text_width(cairo, fact.name, style::caption) + 6;
        const double value = text_width(cairo, fact.value, style::small);
        if (x > 0 && x + name + value > page_inner) {
            x = 0;
            y += row;
        }
        const double room = std::max(page_inner - x - name, 120.0);
        if (draw) {
            draw_text(cairo, fact.name, {page_left + x, top + y}, -1, style::caption);
            draw_text(cairo, fact.value, {page_left + x + name, top + y}, room,
                      {12, 400, colour::ink, 0, 0});
        }
        const double tall = text_height(cairo, fact.value, room, style::small);
        if (tall > row) {
            y += tall;
            x = 0;
            continue;
        }
        x += name + value + 16;
    }
    return y + (x > 0 ? row : 0);
}

}  // namespace

void add_changes(std::vector<Block>& blocks, const Report& report, cairo_t* cairo) {
    add_list(blocks, report.changes_title, report.changes, cairo);
    add_list(blocks, report.comments_title, report.comments, cairo);
}

void add_foot(std::vector<Block>& blocks, const Report& report, cairo_t* cairo) {
    constexpr double indent = 22;
    constexpr double width = page_inner - indent;
    double height = 12 + text_height(cairo, report.seal_text, width, style::strong) + 6;
    for (const std::string& detail : report.seal_details) {
        height += text_height(cairo, detail, width, style::small) + 2;
    }
    height += run_facts(cairo, report.identity, 0, false);
    constexpr double signing = 42;
    height += signing;
    blocks.push_back(
        {14, height,
         [&report, height](cairo_t* page, double top) {
             Drawing drawing;
             drawing.line({page_left, top + 0.5}, {page_right, top + 0.5}, colour::line_strong);
             drawing.place(mark_drawing(report.seal, 14), {page_left, top + 14});
             double y = top + 12;
             y += draw_text(page, report.seal_text, {page_left + indent, y}, width, style::strong) +
                  6;
             for (const std::string& detail : report.seal_details) {
                 y += draw_text(page, detail, {page_left + indent, y}, width, style::small) + 2;
             }
             run_facts(page, report.identity, y, true);
             const double column = (page_inner - 48) / 3;
             for (std::size_t i = 0; i < report.signatures.size(); ++i) {
                 const double x = page_left + static_cast<double>(i) * (column + 24);
                 const double line = top + height - 18;
                 drawing.line({x, line}, {x + column, line}, colour::ink);
                 draw_text(page, report.signatures[i], {x, line + 5}, column, style::caption);
             }
             paint(page, drawing, {0, 0});
         },
         true});
}

}  // namespace sim
