#include "sim/handbook/handbook.h"

#include <algorithm>
#include <array>
#include <set>
#include <sstream>

#include "engine/core/paths.h"
#include "sim/handbook/entry.h"
#include "sim/scenario/default_station.h"

#include <doctest/doctest.h>  // after the messages, whose MESSAGE it would take

using namespace sim;

namespace {

Handbook handbook_in(const std::string& language) {
    engine::Problems problems;
    const engine::Translator translate(language, engine::translations_folder());
    auto book = make_handbook(disk_files(engine::assets_folder()), language, translate, problems);
    REQUIRE_MESSAGE(book, engine::text_of(problems));
    return std::move(*book);
}

std::size_t count(const std::string& text, std::string_view word) {
    std::size_t found = 0;
    for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) ++found;
    return found;
}

}  // namespace

TEST_CASE("The handbook holds the whole catalogue, by device and number") {
    engine::Problems problems;
    DefaultStation station(disk_files(engine::assets_folder()), problems);
    const Handbook book = handbook_in("en");
    std::set<std::string> known;
    for (const HandbookChapter& chapter : book.chapters) {
        std::string before;
        for (const HandbookEntry& entry : chapter.entries) {
            CAPTURE(entry.id);
            CHECK(known.insert(entry.id).second);
            CHECK(!entry.title.empty());
            CHECK(!entry.sources.empty());
            if (entry.reference) continue;
            CHECK(!entry.signs.empty());
            CHECK(!entry.steps.empty());
            if (!before.empty() && before[0] == entry.number[0]) CHECK(before < entry.number);
            before = entry.number;
        }
    }
    CHECK(known.size() == station.faults().size());
}

TEST_CASE("Each device has pictures, and every number on them is named") {
    const Handbook book = handbook_in("ky");
    std::size_t devices = 0;
    for (const HandbookChapter& chapter : book.chapters) {
        for (const HandbookDevice& device : chapter.devices) {
            CAPTURE(device.name);
            ++devices;
            CHECK(!device.views.empty());
            std::set<std::string> numbers;
            for (const HandbookView& view : device.views) {
                for (const Shape& shape : view.drawing.shapes) {
                    for (const PagePoint& point : shape.points) {
                        CHECK(point.x >= -1);
                        CHECK(point.x <= view.drawing.width + 1);
                        CHECK(point.y >= -1);
                        CHECK(point.y <= view.drawing.height + 1);
                    }
                    if (shape.kind == ShapeKind::text) numbers.insert(shape.text);
                }
            }
            CHECK(numbers.size() == device.parts.size());
        }
    }
    CHECK(devices >= 4);
}

TEST_CASE("Lines from the numbers of one side to their parts do not cross") {
    const Handbook book = handbook_in("en");
    const auto turn = [](PagePoint a, PagePoint b, PagePoint c) {
        return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    };
    for (const HandbookChapter& chapter : book.chapters) {
        for (const HandbookDevice& device : chapter.devices) {
            for (const HandbookView& view : device.views) {
                CAPTURE(view.words);
                std::vector<std::array<PagePoint, 2>> lines;
                for (const Shape& shape : view.drawing.shapes) {
                    if (shape.kind == ShapeKind::polyline) {
                        lines.push_back({shape.points[0], shape.points[1]});
                    }
                }
                for (const auto& a : lines) {
                    for (const auto& b : lines) {
                        if (a[0].x != b[0].x) continue;
                        CHECK_FALSE((turn(a[0], a[1], b[0]) * turn(a[0], a[1], b[1]) < 0 &&
                                     turn(b[0], b[1], a[0]) * turn(b[0], b[1], a[1]) < 0));
                    }
                }
            }
        }
    }
}

TEST_CASE("What both operators do alike is one step of theirs") {
    for (const HandbookChapter& chapter : handbook_in("en").chapters) {
        for (const HandbookEntry& entry : chapter.entries) {
            CAPTURE(entry.id);
            for (const HandbookStep& step : entry.steps) {
                CHECK(step.who.find("terminal 1, Operator") == step.who.npos);
            }
            if (entry.number == "V01") CHECK(entry.steps[0].who == "Operators of the terminals");
        }
    }
}

TEST_CASE("How often and the sources: in each language, and every key has its address") {
    const Handbook english = handbook_in("en");
    for (const std::string language : {"en", "ru", "ky"}) {
        const Handbook book = handbook_in(language);
        std::set<std::string> keys;
        for (const HandbookSource& source : book.sources) keys.insert(source.key);
        for (std::size_t i = 0; i < book.chapters.size(); ++i) {
            for (std::size_t k = 0; k < book.chapters[i].entries.size(); ++k) {
                const HandbookEntry& entry = book.chapters[i].entries[k];
                CAPTURE(entry.id);
                CHECK(!entry.rate.empty());
                if (language != "en") {
                    CHECK(entry.rate != english.chapters[i].entries[k].rate);
                }
                std::istringstream words(entry.sources);
                for (std::string key; words >> key;) {
                    if (key.ends_with(',')) key.pop_back();
                    CHECK_MESSAGE(keys.contains(key), key);
                }
            }
        }
        const std::string html = handbook_html(book);
        for (const std::string& key : keys) CHECK(count(html, "\"source_" + key + "\"") == 1);
    }
}

TEST_CASE("No entry takes more than half a page") {
    for (const std::string language : {"en", "ru", "ky"}) {
        const Handbook book = handbook_in(language);
        make_pdf({"", "", "2000-01-01T00:00:00"}, [&](cairo_t* cairo, const auto& next_page) {
            for (const HandbookChapter& chapter : book.chapters) {
                for (const HandbookEntry& entry : chapter.entries) {
                    CHECK_MESSAGE(handbook::scale_for_half(cairo, book, entry), entry.id);
                }
            }
            next_page();
        });
    }
}

TEST_CASE("The handbook as HTML and PDF, in each language") {
    for (const std::string language : {"en", "ru", "ky"}) {
        CAPTURE(language);
        const Handbook book = handbook_in(language);
        const std::string html = handbook_html(book);
        std::size_t entries = 0, halves = 0;
        for (const HandbookChapter& chapter : book.chapters) {
            for (const HandbookEntry& entry : chapter.entries) {
                CAPTURE(entry.id);
                ++entries;
                halves += entry.reference ? 0 : 1;
                // In the contents and over the entry.
                CHECK(count(html, escaped(entry.title)) >= 2);
            }
        }
        CHECK(count(html, "<article") == entries);
        CHECK(count(html, "<article") == count(html, "</article>"));
        const std::string pdf = handbook_pdf(book);
        CHECK(pdf.starts_with("%PDF-"));
        CHECK(pdf.find("%%EOF") != pdf.npos);
        const std::size_t pages = count(pdf, "/Type /Page ");
        CHECK(pages >= 2 + halves / 4);
        CHECK(pages <= 12 + halves / 2);
        CHECK(handbook_pdf(book) == pdf);
    }
}
