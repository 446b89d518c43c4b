#include <fcntl.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "sim/report/drawing.h"
#include "sim/report/pages.h"
#include "sim/report/words.h"
#include "tests/sim/report/report_kit.h"

// Last: its MESSAGE is another than the table of messages'.
#include <doctest/doctest.h>

using namespace sim;
using namespace sim::test;

namespace {

/// What is wrong with the nesting of a page; empty when nothing is.
std::string badly_nested(const std::string& html) {
    std::vector<std::string> open;
    for (std::size_t at = html.find('<'); at != html.npos; at = html.find('<', at + 1)) {
        if (html.compare(at, 2, "<!") == 0) continue;
        const std::size_t end = html.find('>', at);
        if (end == html.npos) return "a tag without an end";
        const std::string tag = html.substr(at + 1, end - at - 1);
        if (tag.find('<') != tag.npos) return "a tag in a tag: " + tag;
        if (tag.ends_with('/')) continue;
        const bool closing = tag.starts_with('/');
        const std::string name = tag.substr(closing, tag.find(' ') - closing);
        if (!closing) {
            open.push_back(name);
        } else if (open.empty() || open.back() != name) {
            return "</" + name + "> closes " + (open.empty() ? "nothing" : open.back());
        } else {
            open.pop_back();
        }
    }
    return open.empty() ? "" : "never closed: " + open.back();
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
    return found;
}

std::string content_of(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

/// The search path for programs while it lives.
class SearchPath {
  public:
    explicit SearchPath(const std::string& path) : before_(std::getenv("PATH")) {
        setenv("PATH", path.c_str(), 1);
    }
    ~SearchPath() { setenv("PATH", before_.c_str(), 1); }
    SearchPath(const SearchPath&) = delete;
    SearchPath& operator=(const SearchPath&) = delete;

  private:
    std::string before_;
};

void make_program(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file) << "#!/bin/sh\n" << text << "\n";
    std::filesystem::permissions(file, std::filesystem::perms::owner_all);
}

}  // namespace

TEST_CASE("the HTML file is whole, needs no other file and shows names as they are") {
    const TemporaryFolder folder;
    const Report report = report_on(
        play(folder, {crew_of("skip:3"), short_end, true, "<b>Aida</b> & \"Sons\" \xff\x01"}));
    const std::string html = report_html(report);
    CHECK(badly_nested(html) == "");
    CHECK(html.find("&lt;b&gt;Aida&lt;/b&gt; &amp; &quot;Sons&quot;") != html.npos);
    CHECK(html.find("<b>Aida") == html.npos);
    CHECK(engine::valid_utf8(html));
    CHECK(html.find("<html lang=\"en\">") != html.npos);
    CHECK(count(html, "<h1>") == 1);
    CHECK(count(html, "role=\"img\"") == report.line.moments.size());
    CHECK(html.find("src=") == html.npos);
    CHECK(html.find("href=") == html.npos);
    CHECK(html.find("url(") == html.npos);
    CHECK(html.find("@page{size:A4") != html.npos);
    for (const ReportItem& item : report.practise.items) {
        CHECK(html.find(escaped(item.title)) != html.npos);
    }
}

TEST_CASE("the checker of nesting can fail") {
    CHECK(badly_nested("<p><b></p></b>") != "");
    CHECK(badly_nested("<p>") != "");
    CHECK(badly_nested("<p a=\"<b>\"></p>") != "");
    CHECK(badly_nested("<!DOCTYPE html><p><br/></p>") == "");
}

TEST_CASE("the PDF is one or two pages and the same each time") {
    const TemporaryFolder folder;
    const Report report = report_on(play(folder, {crew_of("skip:3")}), {}, "ky");
    const std::string pdf = report_pdf(report);
    CHECK(pdf.starts_with("%PDF-"));
    const std::size_t pages = count(pdf, "/Type /Page ");
    CHECK(pages >= 1);
    CHECK(pages <= 2);
    CHECK(pdf == report_pdf(report));
}

TEST_CASE("many competencies do not make a second sheet") {
    const TemporaryFolder folder;
    Report report = report_on(play(folder, {}));
    REQUIRE_FALSE(report.bars.empty());
    report.bars.assign(10, report.bars[0]);
    CHECK(count(report_pdf(report), "/Type /Page ") == 1);
    CHECK(count(report_html(report), "<td class=\"beside\"") == 10);
}

TEST_CASE("signatures do not stand alone on a sheet") {
    const TemporaryFolder folder;
    Report report = report_on(play(folder, {}));
    std::size_t two = 0;
    for (int more = 0; more < 20; ++more) {
        CAPTURE(more);
        report.line.bands.push_back({report.line.from, report.line.to, "A fault with a name"});
        make_pdf({"", "", "2000-01-01T00:00:00"}, [&](cairo_t* cairo, const auto& next_page) {
            std::vector<Block> blocks = blocks_of(report, cairo);
            const std::vector<LaidPage> pages = report_pages(blocks);
            two += pages.size() == 2 ? 1 : 0;
            if (pages.size() > 1) CHECK(pages.back().blocks.size() > 1);
            next_page();
        });
    }
    CHECK(two > 0);
}

TEST_CASE("texts of any length and bytes that are no letters make pages all the same") {
    const TemporaryFolder folder;
    Report report = report_on(play(folder, {}));
    report.trainee = std::string(3000, 'W') + "\xff\xfe";
    report.title = report.trainee;
    report.practise.items.assign(3, report.well.items[0]);
    for (ReportItem& item : report.practise.items) item.text = std::string(2000, 'i');
    for (int i = 0; i < 200; ++i) {
        report.changes.push_back({"A line", "0 → 4 of 4", "Reason: it was so", "Gulnara"});
    }
    const std::string pdf = report_pdf(report);
    CHECK(count(pdf, "/Type /Page ") > 3);
    CHECK(badly_nested(report_html(report)) == "");
}

TEST_CASE("a report is written as a whole or not at all") {
    const TemporaryFolder folder;
    const Report report = report_on(play(folder, {}));
    const std::string file = (folder.path() / "a.html").string();
    write_report_html(report, file);
    CHECK(content_of(file) == report_html(report));
    CHECK_FALSE(std::filesystem::exists(file + ".part"));
    CHECK_THROWS(write_report_pdf(report, (folder.path() / "nowhere" / "a.pdf").string()));
}

TEST_CASE("printing hands the file to lp and says what went wrong") {
    const TemporaryFolder folder;
    const std::filesystem::path program = folder.path() / "lp";
    const std::filesystem::path said = folder.path() / "said";
    const SearchPath path(folder.path().string());
    CHECK(print_report("a b.pdf").find("no printing command") != std::string::npos);
    make_program(program, "echo \"$@\" >" + said.string());
    CHECK(print_report("a b; $(c).pdf") == "");
    CHECK(content_of(said) == "-- a b; $(c).pdf\n");
    make_program(program, "exit 3");
    CHECK(print_report("a.pdf").find("is there a printer") != std::string::npos);
}

TEST_CASE("spans, dates and first letters in words") {
    const Reader reader;
    CHECK(span_text(42 * engine::second) == "0:42");
    CHECK(span_text(12 * engine::minute + 5 * engine::second) == "12:05");
    CHECK(span_text(engine::hour + 2 * engine::minute + 3 * engine::second) == "1:02:03");
    CHECK(span_text(-5 * engine::second) == "−0:05");
    CHECK(clock_text(23 * engine::hour, true) == "23:00");
    CHECK(clock_text(24 * engine::hour) == "00:00:00 (+1)");
    CHECK(clock_text(30 * engine::hour + 30 * engine::minute, true) == "06:30 (+1)");
    CHECK(number_text(-3) == "−3");
    CHECK(date_text("2026-11-24 11:24:02 +0600", reader) == "24 November 2026");
    CHECK(date_text("today", reader) == "\"today\"");
    CHECK(date_text("2026-13-24 11:24:02 +0600", reader) == "\"2026-13-24 11:24:02 +0600\"");
    CHECK(iso_time("2026-11-24 11:24:02 +0600") == "2026-11-24T11:24:02+06:00");
    CHECK(iso_time("today") == "");
    CHECK(capital("өкүл") == "Өкүл");
    CHECK(capital("") == "");
    CHECK(capital("\xff") == "\xff");
}

TEST_CASE("every mark has a shape of its own") {
    std::vector<std::string> seen;
    for (const ReportMark mark : {ReportMark::ok, ReportMark::care, ReportMark::fault,
                                  ReportMark::idle, ReportMark::info, ReportMark::paused}) {
        std::string svg = svg_of(mark_drawing(mark, 16));
        // Without its colour, as on a black and white printer.
        const std::string colour(colour_of(mark));
        for (std::size_t at = svg.find(colour); at != svg.npos; at = svg.find(colour)) {
            svg.replace(at, colour.size(), "black");
        }
        for (const std::string& other : seen) CHECK(svg != other);
        seen.push_back(svg);
    }
}
