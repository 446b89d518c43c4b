#include "sim/handbook/handbook.h"

#include <algorithm>
#include <set>

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
        CHECK(pages >= 2 + halves / 2);
        CHECK(pages <= 20 + halves / 2);
        CHECK(handbook_pdf(book) == pdf);
    }
}
