/// The pages after the contents: chapter by chapter the devices, then the entries one below the
/// other, none split over two pages; the sources last.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "sim/handbook/entry.h"

namespace sim::handbook {

/// What stands on a page, and what its head says.
struct Sheet {
    std::string head;
    std::vector<std::function<void(const Pen&)>> draws;
};

/// Where an entry or a chapter begins.
struct Begin {
    std::string id;
    std::size_t page;
};

class Sheets {
  public:
    Sheets(const Handbook& book, cairo_t* cairo);

    std::vector<Sheet> sheets;
    std::vector<Begin> begins;

  private:
    /// An entry of the page under way.
    struct Entry {
        const HandbookEntry* entry;
        double top, scale;
    };
    /// Pictures of one row.
    struct Row {
        std::size_t first, end;
        double width = 0, titles = 0, high = 0;
        double height() const { return titles + 6 + high; }
    };
    /// The names of the parts in three columns.
    struct Legend {
        std::vector<double> heights;
        double column = 0;
        double head = 0;
    };

    void next(const std::string& head);
    void add_chapter(const HandbookChapter& chapter);
    void add_entry(const HandbookChapter& chapter, const HandbookEntry& entry);
    void draw_entries(double spare);
    void add_devices(const HandbookChapter& chapter);
    void add_device(const HandbookChapter& chapter, const HandbookDevice& device, double scale);
    void add_views(const HandbookChapter& chapter, const HandbookDevice& device, double scale);
    void add_parts(const HandbookChapter& chapter, const HandbookDevice& device);
    void add_sources();
    double device_head(const HandbookDevice& device) const;
    std::vector<Row> rows_of(const HandbookDevice& device, double scale) const;
    double device_height(const HandbookDevice& device, double scale) const;
    Legend legend_of(const HandbookDevice& device) const;

    const Handbook& book_;
    Pen measure_;
    double y_ = page_top;
    std::vector<Entry> entries_;
};

}  // namespace sim::handbook
