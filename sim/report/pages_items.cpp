#include <algorithm>

#include "sim/report/pages.h"

namespace sim {

namespace {

constexpr double gap = 32;
constexpr double column = (page_inner - gap) / 2;
constexpr double indent = 24;

/// Lays texts out below each other; only measures where it is not to draw.
class Run {
  public:
    Run(cairo_t* cairo, PagePoint at, bool draws)
        : cairo_(cairo), at_(at), y_(at.y), draws_(draws) {}

    void items(const ReportItems& items) {
        say(items.title, 0, column, style::head);
        y_ += 10;
        for (const ReportItem& one : items.items) item(one);
        if (items.note.empty()) return;
        say(items.note, 0, column, style::body);
        y_ += 10;
    }

    void previous(const Report& report) {
        if (report.previous.empty()) return;
        constexpr double inside = 12;
        constexpr double width = column - 2 * inside;
        const double top = y_;
        y_ += 10;
        say(report.previous, inside, width, style::small);
        say(report.previous_beside, inside, width, style::small_strong);
        y_ += 10;
        if (!draws_) return;
        Drawing box;
        box.box({at_.x, top}, {at_.x + column, y_}, 6, {}, colour::line_strong);
        paint(cairo_, box, {0, 0});
    }

    double height() const { return y_ - at_.y; }

  private:
    void item(const ReportItem& item) {
        const double clock =
            item.clock.empty() ? 0 : text_width(cairo_, item.clock, style::caption) + 10;
        if (draws_) {
            paint(cairo_, mark_drawing(item.mark, 14), {at_.x, y_ + 2});
            draw_text(cairo_, item.clock, {at_.x + column, y_ + 1}, -1, style::caption,
                      Anchor::right);
        }
        say(item.title, indent, column - indent - clock, style::strong);
        y_ += 2;
        TextStyle look = style::small;
        look.lead = item.lead.size();
        const std::string apart = item.lead.empty() || item.text.empty() ? "" : "  ";
        say(item.lead + apart + item.text, indent, column - indent, look);
        y_ += 10;
    }

    void say(const std::string& text, double from, double width, const TextStyle& look) {
        if (text.empty()) return;
        if (draws_) draw_text(cairo_, text, {at_.x + from, y_}, width, look);
        y_ += text_height(cairo_, text, width, look);
    }

    cairo_t* cairo_;
    PagePoint at_;
    double y_;
    bool draws_;
};

double draw_columns(cairo_t* cairo, const Report& report, double top, bool draws) {
    Run well(cairo, {page_left, top}, draws);
    well.items(report.well);
    well.previous(report);
    Run practise(cairo, {page_left + column + gap, top}, draws);
    practise.items(report.practise);
    return std::max(well.height(), practise.height());
}

}  // namespace

void add_items(std::vector<Block>& blocks, const Report& report, cairo_t* cairo) {
    const double height = draw_columns(cairo, report, 0, false);
    blocks.push_back(separator());
    blocks.push_back({14, height, [&report, height](cairo_t* page, double top) {
                          const double middle = page_left + column + gap / 2;
                          Drawing line;
                          line.line({middle, top}, {middle, top + height - 8}, colour::line_strong);
                          paint(page, line, {0, 0});
                          draw_columns(page, report, top, true);
                      }});
}

}  // namespace sim
