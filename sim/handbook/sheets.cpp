#include "sim/handbook/sheets.h"

#include <algorithm>
#include <array>

namespace sim::handbook {

namespace {

constexpr double legend_gap = 18;
constexpr double legend_width = (page_inner - 2 * legend_gap) / 3;
constexpr double device_foot = 20, device_gap = 20;
constexpr TextStyle key_style{10, 600, colour::ink, 0, 0};
constexpr TextStyle where_style{10, 400, colour::ink_2, 0, 0};

double cell(const HandbookView& view, double scale) {
    return std::max(view.drawing.width * scale, 130.0);
}

}  // namespace

Sheets::Sheets(const Handbook& book, cairo_t* cairo) : book_(book), measure_{cairo, false} {
    for (const HandbookChapter& chapter : book.chapters) add_chapter(chapter);
    if (!book.sources.empty()) add_sources();
}

void Sheets::next(const std::string& head) {
    sheets.push_back({head, {}});
    y_ = page_top;
}

void Sheets::add_chapter(const HandbookChapter& chapter) {
    if (chapter.devices.empty() && chapter.entries.empty()) return;
    next(chapter.title);
    begins.push_back({chapter.title, sheets.size() - 1});
    add_devices(chapter);
    for (const HandbookEntry& entry : chapter.entries) add_entry(chapter, entry);
    draw_entries(0);
}

// -- entries

void Sheets::add_entry(const HandbookChapter& chapter, const HandbookEntry& entry) {
    double scale = scale_for_half(measure_.cairo, book_, entry).value_or(1);
    double height = entry_height(measure_, book_, entry, 0, scale);
    // Slightly smaller letters rather than a gap at the foot.
    for (const double smaller : {0.96, 0.92}) {
        if (y_ + height <= page_bottom || smaller >= scale) continue;
        const double less = entry_height(measure_, book_, entry, 0, smaller);
        if (y_ + less > page_bottom) continue;
        scale = smaller;
        height = less;
    }
    if (y_ + height > page_bottom && y_ > page_top) {
        draw_entries(page_bottom - (y_ - between));
        next(chapter.title);
    }
    begins.push_back({entry.id, sheets.size() - 1});
    entries_.push_back({&entry, y_, scale});
    y_ += height + between;
}

/// Draws what was gathered for the page; what is left of it becomes air between the entries.
void Sheets::draw_entries(double spare) {
    constexpr double most = 24;
    const double air =
        entries_.size() < 2 ? 0 : std::min(most, spare / static_cast<double>(entries_.size() - 1));
    double moved = 0;
    for (const Entry& one : entries_) {
        sheets.back().draws.push_back([this, one, top = one.top + moved, air](const Pen& pen) {
            if (top > page_top) pen.line(top - (between + air) / 2);
            entry_height(pen, book_, *one.entry, top, one.scale);
        });
        moved += air;
    }
    entries_.clear();
}

// -- devices

double Sheets::device_head(const HandbookDevice& device) const {
    return measure_.text(device.name, {}, page_inner, device_style) + 4 +
           measure_.text(device.note, {}, page_inner, text_style) + 22;
}

/// As many devices on a page as fit without small pictures, all at one scale.
void Sheets::add_devices(const HandbookChapter& chapter) {
    constexpr std::array scales = {1.2, 1.1, 1.0, 0.92, 0.84, 0.76};
    constexpr double smallest_of_several = 0.84;
    const std::vector<HandbookDevice>& devices = chapter.devices;
    for (std::size_t first = 0; first < devices.size();) {
        std::size_t count = devices.size() - first;
        double scale = 0;
        for (; count > 0 && scale == 0; count -= scale == 0 ? 1 : 0) {
            for (const double one : scales) {
                if (count > 1 && one < smallest_of_several) break;
                double bottom = page_top - device_foot - device_gap;
                for (std::size_t i = first; i < first + count; ++i) {
                    bottom += device_height(devices[i], one) + device_foot + device_gap;
                }
                if (bottom > page_bottom) continue;
                scale = one;
                break;
            }
        }
        // Larger than a page: it goes on over several.
        count = std::max<std::size_t>(count, 1);
        if (first > 0) next(chapter.title);
        for (const std::size_t end = first + count; first < end; ++first) {
            add_device(chapter, devices[first], scale == 0 ? 1 : scale);
        }
    }
    if (!devices.empty()) y_ += between / 2;
}

void Sheets::add_device(const HandbookChapter& chapter, const HandbookDevice& device,
                        double scale) {
    if (y_ > page_top) {
        sheets.back().draws.push_back([top = y_](const Pen& pen) { pen.line(top); });
        y_ += device_gap;
    }
    sheets.back().draws.push_back([&device, top = y_](const Pen& pen) {
        const double name = pen.text(device.name, {page_left, top}, page_inner, device_style);
        pen.text(device.note, {page_left, top + name + 4}, page_inner, text_style);
    });
    y_ += device_head(device);
    add_views(chapter, device, scale);
    add_parts(chapter, device);
}

std::vector<Sheets::Row> Sheets::rows_of(const HandbookDevice& device, double scale) const {
    std::vector<Row> rows;
    for (std::size_t i = 0; i < device.views.size(); ++i) {
        const HandbookView& view = device.views[i];
        const double wide = cell(view, scale);
        if (rows.empty() || rows.back().width + views_gap + wide > page_inner) {
            rows.push_back({i, i});
        } else {
            rows.back().width += views_gap;
        }
        Row& row = rows.back();
        row.end = i + 1;
        row.width += wide;
        row.high = std::max(row.high, view.drawing.height * scale);
        row.titles = std::max(row.titles, measure_.text(view.title, {}, wide, style::small_strong));
    }
    return rows;
}

double Sheets::device_height(const HandbookDevice& device, double scale) const {
    const Legend legend = legend_of(device);
    double height = device_head(device) + legend.head + legend.column;
    for (const Row& row : rows_of(device, scale)) height += row.height() + rows_gap;
    return height;
}

/// Rows of pictures with their names above.
void Sheets::add_views(const HandbookChapter& chapter, const HandbookDevice& device, double scale) {
    for (const Row& row : rows_of(device, scale)) {
        if (y_ + row.height() > page_bottom) next(chapter.title);
        // A full row stands across the page, what is left over between its pictures.
        const bool full = row.end < device.views.size() && row.end - row.first > 1;
        const double spare =
            full ? (page_inner - row.width) / static_cast<double>(row.end - row.first - 1) : 0;
        double x = page_left;
        for (std::size_t i = row.first; i < row.end; ++i) {
            const HandbookView& view = device.views[i];
            const double wide = cell(view, scale);
            sheets.back().draws.push_back(
                [&view, x, top = y_, titles = row.titles, wide, scale](const Pen& pen) {
                    pen.text(view.title, {x, top}, wide, style::small_strong);
                    pen.drawing(view.drawing, {x, top + titles + 6}, scale);
                });
            x += wide + views_gap + spare;
        }
        y_ += row.height() + rows_gap;
    }
}

Sheets::Legend Sheets::legend_of(const HandbookDevice& device) const {
    constexpr std::size_t columns = 3;
    Legend legend;
    double all = 0;
    for (const HandbookPart& part : device.parts) {
        const double text = measure_.text(part.name, {}, legend_width - 28, part_style);
        legend.heights.push_back(std::max(text + 2, 19.0));
        all += legend.heights.back();
    }
    // The first height at which the columns hold everything.
    legend.column = all / columns;
    const auto fits = [&](double limit) {
        std::size_t used = 1;
        double y = 0;
        for (const double height : legend.heights) {
            if (y > 0 && y + height > limit) {
                ++used;
                y = 0;
            }
            y += height;
        }
        return used <= columns;
    };
    while (!fits(legend.column)) legend.column += 4;
    legend.head = measure_.text(book_.words.parts, {}, -1, style::head) + 8;
    return legend;
}

void Sheets::add_parts(const HandbookChapter& chapter, const HandbookDevice& device) {
    const Legend legend = legend_of(device);
    if (y_ + legend.head + legend.column > page_bottom) next(chapter.title);
    sheets.back().draws.push_back([this, &device, legend, top = y_](const Pen& pen) {
        pen.text(book_.words.parts, {page_left, top}, -1, style::head);
        double x = page_left, y = 0;
        for (std::size_t i = 0; i < legend.heights.size(); ++i) {
            if (y > 0 && y + legend.heights[i] > legend.column) {
                x += legend_width + legend_gap;
                y = 0;
            }
            pen.drawing(numbered_circle(std::to_string(device.parts[i].number), 8.5),
                        {x, top + legend.head + y});
            pen.text(device.parts[i].name, {x + 26, top + legend.head + y}, legend_width - 28,
                     part_style);
            y += legend.heights[i];
        }
    });
    y_ += legend.head + legend.column + device_foot;
}

// -- sources

void Sheets::add_sources() {
    constexpr double gap = 26, key_width = 40;
    constexpr double width = (page_inner - gap) / 2;
    const auto turn = [&] {
        next(book_.words.sources);
        if (begins.back().id == book_.words.sources) return;
        begins.push_back({book_.words.sources, sheets.size() - 1});
        sheets.back().draws.push_back([this, top = y_](const Pen& pen) {
            pen.text(book_.words.sources, {page_left, top}, -1, device_style);
        });
        y_ += 44;
    };
    turn();
    double top = y_;
    bool left = true;
    for (const HandbookSource& source : book_.sources) {
        const double height =
            std::max(measure_.text(source.where, {}, width - key_width, where_style), 14.0) + 3;
        if (y_ + height > page_bottom) {
            if (left) {
                y_ = top;
            } else {
                turn();
                top = y_;
            }
            left = !left;
        }
        const PagePoint at{left ? page_left : page_left + width + gap, y_};
        sheets.back().draws.push_back([&source, at](const Pen& pen) {
            pen.text(source.key, at, -1, key_style);
            pen.text(source.where, {at.x + key_width, at.y}, width - key_width, where_style);
        });
        y_ += height;
    }
}

}  // namespace sim::handbook
