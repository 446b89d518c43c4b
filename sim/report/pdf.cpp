#include <cairo-pdf.h>
#include <cairo.h>

#include <array>
#include <memory>
#include <stdexcept>

#include "engine/core/phrase.h"
#include "sim/report/pages.h"
#include "sim/report/words.h"

namespace sim {

namespace {

struct Destroy {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

/// Where the blocks of one page stand.
struct Page {
    std::vector<std::size_t> blocks;
    std::vector<double> tops;
};

constexpr double head_of_later_pages = 40;
constexpr double last_line = page_height - page_margin;

/// How high a block is with those it must not be parted from.
double together(const std::vector<Block>& blocks, std::size_t first, double air) {
    double height = 0;
    for (std::size_t i = first; i < blocks.size(); ++i) {
        height += (i == first ? 0 : air * blocks[i].before) + blocks[i].height;
        if (!blocks[i].with_next) break;
    }
    return height;
}

/// @param air how much of the space between blocks is kept.
std::vector<Page> paginate(const std::vector<Block>& blocks, double air) {
    std::vector<Page> pages(1);
    double y = page_margin - 12;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const Block& block = blocks[i];
        const double before = pages.back().blocks.empty() ? 0 : air * block.before;
        const bool fits = y + before + together(blocks, i, air) <= last_line;
        // What follows a heading stands with it already.
        const bool bound = i > 0 && blocks[i - 1].with_next;
        if (!fits && !bound && !pages.back().blocks.empty()) {
            pages.emplace_back();
            y = page_margin - 12 + head_of_later_pages;
        } else {
            y += before;
        }
        if (block.at_foot) y = std::max(y, last_line - block.height);
        pages.back().blocks.push_back(i);
        pages.back().tops.push_back(y);
        y += block.height;
    }
    return pages;
}

/// Closer together where that saves a page.
std::vector<Page> fewest_pages(const std::vector<Block>& blocks) {
    std::vector<Page> best = paginate(blocks, 1);
    for (const double air : {0.9, 0.8, 0.7, 0.6}) {
        std::vector<Page> closer = paginate(blocks, air);
        if (closer.size() < best.size()) best = std::move(closer);
    }
    return best;
}

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

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int size) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), size);
    return CAIRO_STATUS_SUCCESS;
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

std::string report_pdf(const Report& report) {
    std::string bytes;
    const std::unique_ptr<cairo_surface_t, Destroy> surface(
        cairo_pdf_surface_create_for_stream(append, &bytes, page_width * 0.75, page_height * 0.75));
    const auto name = [&](cairo_pdf_metadata_t what, const std::string& text) {
        if (!text.empty())
            cairo_pdf_surface_set_metadata(surface.get(), what, valid_text(text).c_str());
    };
    name(CAIRO_PDF_METADATA_TITLE, report.title);
    name(CAIRO_PDF_METADATA_SUBJECT, report.kind);
    name(CAIRO_PDF_METADATA_CREATOR, "Polldrill");
    // The recording's date, not today's: the same report gives the same file.
    name(CAIRO_PDF_METADATA_CREATE_DATE,
         report.created.empty() ? "2000-01-01T00:00:00" : report.created);
    const std::unique_ptr<cairo_t, Destroy> cairo(cairo_create(surface.get()));
    cairo_scale(cairo.get(), 0.75, 0.75);
    cairo_set_line_cap(cairo.get(), CAIRO_LINE_CAP_BUTT);
    const std::vector<Block> blocks = blocks_of(report, cairo.get());
    const std::vector<Page> pages = fewest_pages(blocks);
    for (std::size_t page = 0; page < pages.size(); ++page) {
        draw_page_frame(cairo.get(), report, page, pages.size());
        for (std::size_t i = 0; i < pages[page].blocks.size(); ++i) {
            blocks[pages[page].blocks[i]].draw(cairo.get(), pages[page].tops[i]);
        }
        cairo_show_page(cairo.get());
    }
    cairo_surface_finish(surface.get());
    const cairo_status_t status = cairo_status(cairo.get()) != CAIRO_STATUS_SUCCESS
                                      ? cairo_status(cairo.get())
                                      : cairo_surface_status(surface.get());
    if (status != CAIRO_STATUS_SUCCESS) throw std::runtime_error(cairo_status_to_string(status));
    return bytes;
}

}  // namespace sim
