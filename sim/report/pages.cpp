#include "sim/report/pages.h"

#include <cairo.h>

#include <algorithm>

#include "sim/report/drawing.h"
#include "sim/report/words.h"

namespace sim {

namespace {

double facts_label_width(cairo_t* cairo, const Report& report) {
    double width = 0;
    for (const ReportFact& fact : report.about) {
        width = std::max(width, text_width(cairo, fact.name, style::caption));
    }
    return std::min(width, 130.0);
}

double name_height(cairo_t* cairo, const Report& report, double width) {
    return text_height(cairo, report.trainee, width, style::display) + 4 +
           text_height(cairo, report.role, width, style::body);
}

double facts_height(cairo_t* cairo, const Report& report, double label, double width) {
    double height = 0;
    for (const ReportFact& fact : report.about) {
        height += 4 + std::max(text_height(cairo, fact.name, label, style::caption),
                               text_height(cairo, fact.value, width, style::medium));
    }
    return height;
}

void draw_facts(cairo_t* cairo, const Report& report, PagePoint at, double label, double width) {
    for (const ReportFact& fact : report.about) {
        const double shift =
            text_baseline(cairo, style::medium) - text_baseline(cairo, style::caption);
        const double name =
            draw_text(cairo, fact.name, {at.x, at.y + shift}, label, style::caption);
        const double value =
            draw_text(cairo, fact.value, {at.x + label + 16, at.y}, width, style::medium);
        at.y += 4 + std::max(name, value);
    }
}

}  // namespace

void add_head(std::vector<Block>& blocks, const Report& report, cairo_t* cairo) {
    const auto head = [&report](cairo_t* page, double top) {
        paint(page, brand_mark(), {page_left, top + 1});
        draw_text(page, "Polldrill", {page_left + 30, top + 2}, -1, style::head);
        draw_chip(page, report.training, {page_width / 2, top}, Anchor::middle);
        draw_text(page, report.kind, {page_right, top + 4}, -1, style::caption, Anchor::right);
        draw_rule(page, top + 35);
    };
    blocks.push_back({0, 36, head});

    constexpr double column = 360;
    const double label = facts_label_width(cairo, report);
    const double width = page_inner - column - label - 16;
    const double height = std::max(name_height(cairo, report, column - 24),
                                   facts_height(cairo, report, label, width));
    const auto name = [&report, label, width](cairo_t* page, double top) {
        const double used =
            draw_text(page, report.trainee, {page_left, top}, column - 24, style::display);
        draw_text(page, report.role, {page_left, top + used + 4}, column - 24, style::body);
        draw_facts(page, report, {page_left + column, top + 2}, label, width);
    };
    blocks.push_back({18, height, name});

    for (const std::string& warning : report.warnings) {
        const double inner = page_inner - 52;
        const double tall = text_height(cairo, warning, inner, style::medium) + 18;
        blocks.push_back(
            {12, tall, [&warning, inner, tall](cairo_t* page, double top) {
                 Drawing box;
                 box.box({page_left, top}, {page_right, top + tall}, 8, {}, colour::care, 1.5);
                 box.place(mark_drawing(ReportMark::care, 16), {page_left + 14, top + 10});
                 paint(page, box, {0, 0});
                 draw_text(page, warning, {page_left + 40, top + 9}, inner, style::medium);
             }});
    }
}

namespace {

constexpr TextStyle score_style{60, 700, colour::ink, 0, 0};
constexpr TextStyle of_style{18, 500, colour::ink_2, 0, 0};
constexpr TextStyle verdict_style{20, 600, colour::ink, 0, 0};

}  // namespace

void add_verdict(std::vector<Block>& blocks, const Report& report, cairo_t* cairo) {
    const ReportVerdict& verdict = report.verdict;
    const std::string score = std::to_string(verdict.score);
    const double score_width = text_width(cairo, score, score_style);
    const double side = 24 + score_width + 12 + text_width(cairo, verdict.of, of_style) + 24;
    const double words = page_inner - side - 48;
    double text = text_height(cairo, verdict.state, words - 22, style::strong) + 4 +
                  text_height(cairo, verdict.title, words, verdict_style);
    for (const std::string& sentence : verdict.sentences) {
        text += 4 + text_height(cairo, sentence, words, style::body);
    }
    const double number = text_height(cairo, score, -1, score_style);
    const double height = std::max(text + 32, number + 20);
    blocks.push_back(
        {16, height, [=, &verdict](cairo_t* page, double top) {
             Drawing box;
             box.box({page_left + 0.75, top}, {page_right - 0.75, top + height}, 10, {},
                     colour::ink, 1.5);
             box.line({page_left + side, top + 18}, {page_left + side, top + height - 18},
                      colour::line_strong);
             box.place(mark_drawing(verdict.mark, 15), {page_left + side + 24, top + 17});
             paint(page, box, {0, 0});
             const double base = top + height / 2 + 21;
             draw_text(page, score, {page_left + 24, base - text_baseline(page, score_style)}, -1,
                       score_style);
             draw_text(page, verdict.of,
                       {page_left + 24 + score_width + 12, base - text_baseline(page, of_style)},
                       -1, of_style);
             double y = top + 16;
             y += 4 + draw_text(page, verdict.state, {page_left + side + 46, y}, words - 22,
                                style::strong);
             y += draw_text(page, verdict.title, {page_left + side + 24, y}, words, verdict_style);
             for (const std::string& sentence : verdict.sentences) {
                 y += 4;
                 y += draw_text(page, sentence, {page_left + side + 24, y}, words, style::body);
             }
         }});
}

namespace {

/// A heading, and at its right signs with words.
struct Legend {
    Drawing sign;
    std::string text;
};

Block heading(cairo_t* cairo, const std::string& title, std::vector<Legend> legends,
              double before) {
    const double title_width = text_width(cairo, title, style::head);
    double along = 0;
    for (const Legend& legend : legends) {
        along += legend.sign.width + 8 + text_width(cairo, legend.text, style::caption) + 20;
    }
    // Beside the heading where there is room, else below it.
    const bool beside = title_width + 24 + along - 20 <= page_inner;
    const double line = text_height(cairo, title, page_inner, style::head);
    const double row = 18;
    const double height = beside ? line : line + 6 + row * static_cast<double>(legends.size());
    const auto draw = [=](cairo_t* page, double top) {
        draw_text(page, title, {page_left, top}, beside ? -1 : page_inner, style::head);
        double x = beside ? page_right - along + 20 : page_left;
        double y = beside ? top + 3 : top + line + 6;
        for (const Legend& legend : legends) {
            paint(page, legend.sign, {x, y + 1});
            draw_text(page, legend.text, {x + legend.sign.width + 8, y},
                      page_inner - legend.sign.width - 8, style::caption);
            if (beside) {
                x += legend.sign.width + 8 + text_width(page, legend.text, style::caption) + 20;
            } else {
                y += row;
            }
        }
    };
    return {before, height, draw, false, true};
}

/// Parts of a bar's row, the bar between them.
struct BarWidths {
    double name = 90;
    double figures = 0;
    double beside = 0;  ///< 0: not told
    double bar = 0;
};

BarWidths bar_widths(cairo_t* cairo, const Report& report, double column, bool beside) {
    BarWidths widths;
    for (const ReportBar& bar : report.bars) {
        widths.name = std::max(widths.name, text_width(cairo, bar.name, style::medium) + 16);
        widths.figures =
            std::max(widths.figures,
                     text_width(cairo, number_text(bar.points) + " " + bar.of, style::strong) + 14);
        if (!beside) continue;
        widths.beside = std::max(widths.beside, text_width(cairo, bar.beside, style::caption) + 20);
    }
    widths.name = std::min(widths.name, beside ? 190.0 : 176.0);
    widths.beside = std::min(widths.beside, 190.0);
    widths.bar = column - widths.name - widths.figures - widths.beside;
    return widths;
}

void draw_bar(cairo_t* page, const ReportBar& bar, PagePoint at, double column, double height,
              const BarWidths& widths) {
    const auto middle = [&](const std::string& text, double width, const TextStyle& look) {
        return at.y + (height - text_height(page, text, width, look)) / 2;
    };
    draw_text(page, bar.name, {at.x, middle(bar.name, widths.name - 12, style::medium)},
              widths.name - 12, style::medium);
    paint(page, bar_drawing(bar, widths.bar), {at.x + widths.name, at.y + height / 2 - 8});
    double x = at.x + column - widths.beside;
    const double y = middle(bar.of, -1, style::body);
    draw_text(page, bar.of, {x, y}, -1, style::body, Anchor::right);
    x -= text_width(page, bar.of + " ", style::body);
    draw_text(page, number_text(bar.points), {x, y}, -1, style::strong, Anchor::right);
    if (widths.beside <= 0) return;
    draw_text(page, bar.beside,
              {at.x + column, middle(bar.beside, widths.beside - 12, style::caption)},
              widths.beside - 12, style::caption, Anchor::right);
}

}  // namespace

void add_bars(std::vector<Block>& blocks, const Report& report, cairo_t* cairo) {
    if (report.bars.empty()) return;
    std::vector<Legend> legends = {{own_sign(), report.own_legend}};
    if (!report.expert_legend.empty()) legends.push_back({expert_sign(), report.expert_legend});
    blocks.push_back(heading(cairo, report.bars_title, std::move(legends), 20));
    // Many stand in two columns, so that the report stays one sheet; how far the expert was is
    // then told by the sign alone.
    constexpr std::size_t most_of_one_column = 7;
    constexpr double gap = 32;
    const bool two = report.bars.size() > most_of_one_column;
    const double column = two ? (page_inner - gap) / 2 : page_inner;
    const BarWidths widths = bar_widths(cairo, report, column, !two);
    const std::size_t rows = two ? (report.bars.size() + 1) / 2 : report.bars.size();
    for (std::size_t row = 0; row < rows; ++row) {
        std::vector<const ReportBar*> bars = {&report.bars[row]};
        if (row + rows < report.bars.size()) bars.push_back(&report.bars[row + rows]);
        double height = 18;
        for (const ReportBar* bar : bars) {
            height =
                std::max({height, text_height(cairo, bar->name, widths.name - 12, style::medium),
                          widths.beside > 0
                              ? text_height(cairo, bar->beside, widths.beside - 12, style::caption)
                              : 0});
        }
        blocks.push_back({row == 0 ? 10.0 : 7.0, height, [=](cairo_t* page, double top) {
                              double left = page_left;
                              for (const ReportBar* bar : bars) {
                                  draw_bar(page, *bar, {left, top}, column, height, widths);
                                  left += column + gap;
                              }
                          }});
    }
}

void add_moments(std::vector<Block>& blocks, const Report& report, cairo_t* cairo) {
    const ReportTimeLine& line = report.line;
    if (line.moments.empty()) return;
    blocks.push_back(separator());
    std::vector<Legend> legends;
    for (const ReportBand& band : line.bands) legends.push_back({band_sign(), band.text});
    blocks.push_back(heading(cairo, line.title, std::move(legends), 14));
    double captions = 0;
    for (const ReportMoment& moment : line.moments) {
        captions = std::max(captions,
                            text_height(cairo, moment.state, picture_width, style::small_strong) +
                                text_height(cairo, moment.text, picture_width, style::small));
    }
    const double lead = line_drawing(line, page_inner).height;
    const double height = lead + picture_height + 8 + 20 + captions;
    blocks.push_back(
        {8, height, [&line, lead](cairo_t* page, double top) {
             paint(page, line_drawing(line, page_inner), {page_left, top});
             for (std::size_t i = 0; i < line.moments.size(); ++i) {
                 const ReportMoment& moment = line.moments[i];
                 const double x = page_left + picture_left(i, page_inner);
                 paint(page, station_drawing(moment.picture), {x, top + lead});
                 double y = top + lead + picture_height + 8;
                 paint(page, mark_drawing(moment.mark, 12), {x, y + 2});
                 draw_text(page, moment.clock, {x + 18, y}, -1, style::strong);
                 y += 20;
                 y += draw_text(page, moment.state, {x, y}, picture_width, style::small_strong);
                 draw_text(page, moment.text, {x, y}, picture_width, style::small);
             }
         }});
}

}  // namespace sim
