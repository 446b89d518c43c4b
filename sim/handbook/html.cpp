#include <fmt/format.h>

#include <array>

#include "engine/core/phrase.h"
#include "sim/handbook/handbook.h"

namespace sim {

namespace {

constexpr const char* css = R"(
@page{size:A4;margin:12mm}
*{box-sizing:border-box}
body{margin:0;background:#F1F4F6;color:#14263A;
font:13.5px/1.42 Inter,"Noto Sans","DejaVu Sans",sans-serif;font-feature-settings:"tnum"}
main{width:794px;max-width:100%;margin:16px auto;padding:40px 48px;background:#FFF}
svg{display:block;max-width:100%}svg text{font-family:inherit}
p,ol,ul{margin:0;padding:0}a{color:inherit}
.band{display:flex;justify-content:space-between;border-bottom:1px solid #7E909F;padding-bottom:12px;font-weight:600;font-size:16px}
.chip{border:1.5px solid;border-radius:4px;padding:0 10px;font-size:12px;line-height:22px;font-weight:700;letter-spacing:.06em}
h1{font-size:40px;line-height:1.15;margin:48px 0 12px}
h2{font-size:24px;margin:44px 0 8px;padding-top:16px;border-top:1px solid #7E909F}
h3{font-size:18px;margin:28px 0 4px}
h4{font-size:12px;color:#0B6E78;margin:0 0 4px}h4.never{color:#B3261E;margin-top:12px}
.lead{font-size:17px;color:#3A4D60;max-width:600px;margin-bottom:20px}
.how{color:#3A4D60;margin-bottom:4px}
nav{columns:2;column-gap:30px;font-size:12px}
nav b{display:block;font-size:16px;margin:10px 0 4px;break-after:avoid}
nav b a{display:inline;padding:0;color:inherit}
nav>a{display:block;padding-left:36px;text-indent:-36px;text-decoration:none;color:#3A4D60;break-inside:avoid}
nav a i{display:inline-block;width:36px;text-indent:0;font-style:normal;font-weight:600;color:#14263A}
.views{display:flex;flex-wrap:wrap;gap:18px 22px;margin:14px 0}
figure{margin:0;min-width:130px;max-width:100%}figcaption{font-size:12px;font-weight:600;margin-bottom:6px;max-width:310px}
.parts{columns:3;column-gap:18px;list-style:none;color:#3A4D60;font-size:12.5px}
.parts li{break-inside:avoid;padding-left:28px;margin-bottom:4px}
.parts b{float:left;margin-left:-28px;min-width:19px;height:19px;line-height:17px;border:1.2px solid #0B6E78;border-radius:10px;text-align:center;font-size:10px;color:#14263A}
article{border-top:1px solid #D3DCE3;margin-top:22px;padding-top:16px;break-inside:avoid}
article header{display:flex;gap:12px;align-items:flex-start;border-bottom:1px solid #7E909F;padding-bottom:6px;margin-bottom:10px}
article header b{border:1.5px solid;border-radius:5px;padding:1px 8px;font-size:14px}
article h3{flex:1;margin:0;font-size:17px}
.soft{color:#566777;font-size:11px}article header .soft{text-align:right}
.two{display:grid;grid-template-columns:252px 1fr;gap:26px;color:#3A4D60;font-size:12.5px}
.two ul{padding-left:16px}.two li{margin-bottom:4px}
.two ul.never{list-style:none;padding:0}.never li{padding-left:18px;position:relative}
.never svg{position:absolute;left:0;top:3px}
ol{padding-left:22px}ol li::marker{font-weight:600;color:#0B6E78}
ol b{display:block;font-weight:500;color:#14263A}
.note{background:#F1F4F6;border-radius:5px;padding:7px 12px;margin:8px 0 6px;color:#3A4D60;font-size:12.5px}
dl{display:grid;grid-template-columns:44px 1fr;gap:3px 8px;margin:0;font-size:12px}
dt{font-weight:600}dd{margin:0;color:#3A4D60;overflow-wrap:anywhere}
@media(max-width:640px){main{padding:20px}.two{grid-template-columns:1fr}nav,.parts{columns:1}}
@media print{body{background:#FFF}main{width:auto;margin:0;padding:0;zoom:.9}h2{break-before:page;border:0;margin-top:0}}
)";

std::string list_of(std::string_view tag, const std::vector<std::string>& items,
                    const std::string& before = {}) {
    if (items.empty()) return {};
    std::string text = fmt::format("<ul{}>", tag);
    for (const std::string& item : items) text += "<li>" + before + escaped(item) + "</li>";
    return text + "</ul>";
}

std::string entry_html(const Handbook& book, const HandbookEntry& entry) {
    const std::array<std::string, 1> difficulty = {std::to_string(entry.difficulty)};
    std::string text =
        fmt::format("<article id=\"{}\"><header><b>{}</b><h3>{}</h3><span class=\"soft\">{}",
                    entry.id, escaped(entry.number), escaped(entry.title), escaped(entry.kind));
    if (!entry.reference) {
        text += "<br/>" + escaped(engine::fill(book.words.difficulty, difficulty));
    }
    text += "</span></header>";
    if (!entry.signs.empty() || !entry.never.empty() || !entry.steps.empty()) {
        text += "<div class=\"two\"><div>";
        if (!entry.signs.empty()) {
            text += "<h4>" + escaped(book.words.signs) + "</h4>" + list_of("", entry.signs);
        }
        if (!entry.never.empty()) {
            text += "<h4 class=\"never\">" + escaped(book.words.never) + "</h4>" +
                    list_of(" class=\"never\"", entry.never, svg_of(mark_drawing(Mark::fault, 11)));
        }
        text += "</div><div>";
        if (!entry.steps.empty()) {
            text += "<h4>" + escaped(book.words.steps) + "</h4><ol>";
            for (const HandbookStep& step : entry.steps) {
                std::string below = step.who;
                if (!step.hint.empty()) below += (below.empty() ? "" : ": ") + step.hint;
                text += fmt::format("<li><b>{}</b><span class=\"soft\">{}</span></li>",
                                    escaped(step.text), escaped(below));
            }
            text += "</ol>";
        }
        text += "</div></div>";
    }
    if (!entry.note.empty()) text += "<p class=\"note\">" + escaped(entry.note) + "</p>";
    const auto row = [&](const std::string& name, const std::string& words) {
        if (words.empty()) return;
        text += fmt::format("<p class=\"soft\"><b>{}:</b> {}</p>", escaped(name), escaped(words));
    };
    row(book.words.rate, entry.rate);
    row(book.words.sources, entry.sources);
    return text + "</article>\n";
}

std::string device_html(const Handbook& book, const HandbookDevice& device) {
    std::string text = fmt::format("<section><h3>{}</h3><p class=\"how\">{}</p>",
                                   escaped(device.name), escaped(device.note));
    text += "<div class=\"views\">";
    for (const HandbookView& view : device.views) {
        text += fmt::format("<figure><figcaption>{}</figcaption>{}</figure>", escaped(view.title),
                            svg_of(view.drawing, view.words));
    }
    text += "</div><h4>" + escaped(book.words.parts) + "</h4><ul class=\"parts\">";
    for (const HandbookPart& part : device.parts) {
        text += fmt::format("<li><b>{}</b>{}</li>", part.number, escaped(part.name));
    }
    return text + "</ul></section>\n";
}

/// Where the sources stand; an address is a link.
std::string sources_html(const Handbook& book) {
    std::string text = "<h2 id=\"sources\">" + escaped(book.words.sources) + "</h2><dl>";
    for (const HandbookSource& source : book.sources) {
        const std::string address = source.where.substr(0, source.where.find(", "));
        std::string where = escaped(source.where);
        if (address.starts_with("http")) {
            where = fmt::format("<a href=\"{0}\">{0}</a>{1}", escaped(address),
                                escaped(source.where.substr(address.size())));
        }
        text +=
            fmt::format("<dt id=\"source_{0}\">{0}</dt><dd>{1}</dd>", escaped(source.key), where);
    }
    return text + "</dl>\n";
}

}  // namespace

std::string handbook_html(const Handbook& book) {
    std::string text = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head><meta charset=\"utf-8\"/>"
        "<meta name=\"viewport\" content=\"width=device-width\"/><title>{}</title>"
        "<style>{}</style></head>\n<body><main>\n",
        book.language, escaped(book.title), css);
    text += fmt::format(
        "<div class=\"band\"><span>Polldrill</span><span class=\"chip\">{}</span></div>"
        "<h1>{}</h1><p class=\"lead\">{}</p>",
        escaped(book.words.training), escaped(book.title), escaped(book.about));
    for (const std::string& line : book.how_to_read) {
        text += "<p class=\"how\">" + escaped(line) + "</p>";
    }
    text += "<h2>" + escaped(book.words.contents) + "</h2><nav>";
    for (const HandbookChapter& chapter : book.chapters) {
        text += fmt::format("<b>{} <span class=\"soft\">{}</span></b>", escaped(chapter.title),
                            escaped(chapter.count));
        for (const HandbookEntry& entry : chapter.entries) {
            text += fmt::format("<a href=\"#{}\"><i>{}</i>{}</a>", entry.id, escaped(entry.number),
                                escaped(entry.title));
        }
    }
    if (!book.sources.empty()) {
        text += fmt::format("<b><a href=\"#sources\">{}</a></b>", escaped(book.words.sources));
    }
    text += "</nav>\n";
    for (const HandbookChapter& chapter : book.chapters) {
        text += "<h2>" + escaped(chapter.title) + "</h2>\n";
        for (const HandbookDevice& device : chapter.devices) text += device_html(book, device);
        for (const HandbookEntry& entry : chapter.entries) text += entry_html(book, entry);
    }
    if (!book.sources.empty()) text += sources_html(book);
    return text + "</main></body>\n</html>\n";
}

}  // namespace sim
