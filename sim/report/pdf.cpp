#include <array>

#include "engine/core/phrase.h"
#include "sim/report/pages.h"

namespace sim {

namespace {

void draw_page_frame(cairo_t* cairo, const Report& report, std::size_t page, std::size_t count) {
    const TextStyle look{11, 400, colour::ink_3, 0, 0};
    const std::array<std::string, 2> numbers = {std::to_string(page + 1), std::to_string(count)};
    const double y = page_height - 34;
    draw_text(cairo, engine::fill(report.page_of, numbers), {page_margin + page_inner, y}, -1, look,
              Anchor::right);
    draw_text(cairo, report.title, {page_margin, y}, page_inner - 120, look);
    if (page == 0) return;
    const double top = page_margin - 12;
    draw_text(cairo, report.title, {page_margin, top + 4}, page_inner - 200, style::small_strong);
    draw_chip(cairo, report.training, {page_margin + page_inner, top}, Anchor::right);
}

}  // namespace

std::vector<Block> blocks_of(const Report& report, cairo_t* cairo) {
    std::vector<Block> blocks;
    add_head(blocks, report, cairo);
    add_verdict(blocks, report, cairo);
    add_bars(blocks, report, cairo);
    add_moments(blocks, report, cairo);
    add_items(blocks, report, cairo);
    add_changes(blocks, report, cairo);
    add_foot(blocks, report, cairo);
    return blocks;
}

/// Signatures alone on a sheet could belong to any report: what stands before them comes along.
std::vector<LaidPage> report_pages(std::vector<Block>& blocks) {
    std::vector<LaidPage> pages = fewest_pages(blocks);
    if (pages.size() < 2 || pages.back().blocks.size() > 1) return pages;
    Block& before = blocks[blocks.size() - 2];
    constexpr double most = page_height - 3 * page_margin;
    if (before.height + before.before + blocks.back().height + blocks.back().before > most) {
        return pages;
    }
    before.with_next = true;
    return fewest_pages(blocks);
}

std::string report_pdf(const Report& report) {
    // The recording's date, not today's: the same report gives the same file.
    const PdfFacts facts{report.title, report.kind,
                         report.created.empty() ? "2000-01-01T00:00:00" : report.created};
    return make_pdf(facts, [&](cairo_t* cairo, const std::function<void()>& next_page) {
        std::vector<Block> blocks = blocks_of(report, cairo);
        const std::vector<LaidPage> pages = report_pages(blocks);
        for (std::size_t page = 0; page < pages.size(); ++page) {
            draw_page_frame(cairo, report, page, pages.size());
            for (std::size_t i = 0; i < pages[page].blocks.size(); ++i) {
                blocks[pages[page].blocks[i]].draw(cairo, pages[page].tops[i]);
            }
            next_page();
        }
    });
}

}  // namespace sim
