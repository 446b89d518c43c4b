#include <fmt/format.h>

#include "sim/report/drawing.h"
#include "sim/report/words.h"

namespace sim {

namespace {

constexpr double inner = 698;
constexpr double bar_width = 300;

constexpr const char* css = R"(
@page{size:A4;margin:12mm}
*{box-sizing:border-box}
body{margin:0;background:#F1F4F6;color:#14263A;
font:13.5px/1.42 Inter,"Noto Sans","DejaVu Sans",sans-serif;font-feature-settings:"tnum"}
main{width:794px;max-width:100%;margin:16px auto;padding:40px 48px;background:#FFF}
svg{display:block;max-width:100%;flex:none}
svg text{font-family:inherit}
h1{font-size:28px;line-height:34px;margin:0;font-weight:700}
h2{font-size:16px;line-height:22px;margin:0;font-weight:600}
p{margin:0}
.band,.who,.row,.legend,.mark,footer .facts{display:flex}
.band{justify-content:space-between;align-items:center;gap:16px;border-bottom:1px solid #7E909F;padding-bottom:12px}
.brand{font-size:16px;font-weight:600}
.chip{border:1.5px solid;border-radius:4px;padding:2px 10px;font-size:12px;font-weight:700;letter-spacing:.1em}
.soft{color:#566777;font-size:12px}
.who{gap:24px;margin-top:18px}.who>div{flex:1.1}.who>dl{flex:1}
.who p{color:#3A4D60}
dl{margin:0;display:grid;grid-template-columns:auto 1fr;gap:3px 16px;align-content:start}
dt{color:#566777;font-size:12px;line-height:19px}dd{margin:0;font-weight:500}
.warning{display:flex;gap:12px;border:1.5px solid #8A5200;border-radius:8px;padding:9px 14px;margin-top:12px;font-weight:500}
.verdict{display:flex;border:1.5px solid;border-radius:10px;padding:16px 24px;margin-top:16px;gap:24px;align-items:center}
.score{display:flex;align-items:baseline;gap:12px;white-space:nowrap;color:#3A4D60;font-size:18px;font-weight:500}
.score b{font-size:60px;line-height:66px;color:#14263A}
.words{border-left:1px solid #7E909F;padding-left:24px;color:#3A4D60}
.words h2{font-size:20px;line-height:27px;color:#14263A}
.mark{gap:8px;align-items:center;color:#14263A;font-weight:600}
section{margin-top:14px;padding-top:14px;border-top:1px solid #7E909F}
section.first{border:0;padding-top:6px}
.row{justify-content:space-between;align-items:baseline;gap:6px 24px;flex-wrap:wrap;margin-bottom:8px}
.legend{gap:6px 20px;flex-wrap:wrap;color:#566777;font-size:12px}
.legend span{display:flex;gap:8px;align-items:center}
table{border-collapse:collapse;width:100%}
td,th{padding:3px 0;text-align:left;font-weight:500}
th{width:176px;padding-right:12px}
td.figures{text-align:right;white-space:nowrap;padding-left:12px;color:#3A4D60;font-weight:400}
td.figures b{color:#14263A}
td.beside{text-align:right;color:#566777;font-size:12px;font-weight:400;padding-left:12px;width:146px}
.moments{display:flex;justify-content:space-between}
figure{margin:0;width:128px}figcaption{font-size:12px;color:#3A4D60;padding-top:7px}
figcaption b{display:block;color:#14263A;font-weight:600}
figcaption .mark{font-size:13.5px;gap:6px}
.halves{display:grid;grid-template-columns:1fr 1fr}
.halves>div{padding-right:16px}.halves>div+div{border-left:1px solid #7E909F;padding:0 0 0 16px}
.items{list-style:none;margin:8px 0 0;padding:0}
.items li{display:flex;gap:10px;margin-bottom:9px}
.items svg{margin-top:3px}.items li>div{flex:1;min-width:0;overflow-wrap:anywhere}
.items h3{margin:0;font-size:13.5px;font-weight:600;display:flex;justify-content:space-between;gap:10px}
.items time{font-weight:400;font-size:12px;color:#566777;flex:none}
.items p{font-size:12px;color:#3A4D60}.items p b{color:#14263A;font-weight:600;margin-right:6px}
.previous{border:1px solid #7E909F;border-radius:6px;padding:9px 12px;font-size:12px}
.changes h3{margin:8px 0 0;font-size:13.5px;font-weight:500;display:flex;justify-content:space-between;gap:16px}
.changes p{font-size:12px;color:#3A4D60;display:flex;justify-content:space-between;gap:16px;overflow-wrap:anywhere}
.facts{flex-wrap:wrap;gap:2px 22px;font-size:12px;margin-top:6px}
.facts i{font-style:normal;color:#566777;margin-right:6px}
.facts span{overflow-wrap:anywhere}
.sign{display:grid;grid-template-columns:repeat(3,1fr);gap:24px;margin-top:44px}
.sign span{border-top:1px solid #14263A;padding-top:4px;color:#566777;font-size:12px}
.verdict,.halves,.items li,figure,.warning,.moments,footer,tr{break-inside:avoid}h2{break-after:avoid}
@media print{body{background:none}main{width:698px;margin:0 auto;padding:0}
section{margin-top:10px;padding-top:10px}.verdict{padding:10px 24px;margin-top:12px}.who{margin-top:12px}.sign{margin-top:36px}}
@media (max-width:700px){main{padding:16px}.who,.verdict,.halves{display:block}
.halves>div+div,.words{border:0;padding:12px 0 0}.moments{flex-wrap:wrap;gap:12px}.line{display:none}}
)";

std::string mark(ReportMark state, double size) {
    return svg_of(mark_drawing(state, size));
}

std::string element(std::string_view tag, const std::string& text, std::string_view kind = {}) {
    if (text.empty()) return {};
    const std::string name = kind.empty() ? "" : fmt::format(" class=\"{}\"", kind);
    return fmt::format("<{0}{1}>{2}</{0}>", tag, name, escaped(text));
}

std::string head_html(const Report& report) {
    std::string text = fmt::format(
        "<header><div class=\"band\"><span class=\"brand\">Polldrill</span>{}{}</div>",
        element("strong", report.training, "chip"), element("span", report.kind, "soft"));
    text += "<div class=\"who\"><div>" + element("h1", report.trainee) + element("p", report.role) +
            "</div><dl>";
    for (const ReportFact& fact : report.about) {
        text += element("dt", fact.name) + element("dd", fact.value);
    }
    text += "</dl></div>";
    for (const std::string& warning : report.warnings) {
        text += "<div class=\"warning\" role=\"note\">" + mark(ReportMark::care, 16) +
                element("p", warning) + "</div>";
    }
    return text + "</header>\n";
}

std::string verdict_html(const Report& report) {
    const ReportVerdict& verdict = report.verdict;
    std::string text = fmt::format(
        "<div class=\"verdict\"><p class=\"score\"><b>{}</b> {}</p><div class=\"words\">"
        "<p class=\"mark\">{}{}</p>",
        verdict.score, escaped(verdict.of), mark(verdict.mark, 15), escaped(verdict.state));
    text += element("h2", verdict.title);
    for (const std::string& sentence : verdict.sentences) text += element("p", sentence);
    return text + "</div></div>\n";
}

std::string legend(const Drawing& sign, const std::string& words) {
    return "<span>" + svg_of(sign) + escaped(words) + "</span>";
}

std::string bars_html(const Report& report) {
    if (report.bars.empty()) return {};
    std::string text = "<section class=\"first\"><div class=\"row\">" +
                       element("h2", report.bars_title) + "<div class=\"legend\">" +
                       legend(own_sign(), report.own_legend);
    if (!report.expert_legend.empty()) text += legend(expert_sign(), report.expert_legend);
    text += "</div></div><table>";
    for (const ReportBar& bar : report.bars) {
        text += fmt::format(
            "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"figures\"><b>{}</b> {}</td>"
            "<td class=\"beside\">{}</td></tr>",
            escaped(bar.name), svg_of(bar_drawing(bar, bar_width)), number_text(bar.points),
            escaped(bar.of), escaped(bar.beside));
    }
    return text + "</table></section>\n";
}

std::string moments_html(const Report& report) {
    const ReportTimeLine& line = report.line;
    if (line.moments.empty()) return {};
    std::string text =
        "<section><div class=\"row\">" + element("h2", line.title) + "<div class=\"legend\">";
    for (const ReportBand& band : line.bands) text += legend(band_sign(), band.text);
    text += "</div></div><div class=\"line\">" + svg_of(line_drawing(line, inner)) +
            "</div><div class=\"moments\">";
    for (const ReportMoment& moment : line.moments) {
        text += fmt::format(
            "<figure>{}<figcaption><span class=\"mark\">{}<time>{}</time></span><b>{}</b>{}"
            "</figcaption></figure>",
            svg_of(station_drawing(moment.picture), moment.picture.words), mark(moment.mark, 12),
            escaped(moment.clock), escaped(moment.state), escaped(moment.text));
    }
    for (std::size_t i = line.moments.size(); i < 5; ++i) text += "<figure></figure>";
    return text + "</div></section>\n";
}

std::string items_html(const ReportItems& items) {
    std::string text = element("h2", items.title) + "<ul class=\"items\">";
    for (const ReportItem& item : items.items) {
        text += fmt::format("<li>{}<div><h3>{}{}</h3><p>{}{}</p></div></li>", mark(item.mark, 14),
                            escaped(item.title), element("time", item.clock),
                            element("b", item.lead), escaped(item.text));
    }
    return text + "</ul>" + element("p", items.note, "note");
}

std::string changes_html(const std::string& title, const std::vector<ReportChange>& changes) {
    if (changes.empty()) return {};
    std::string text = "<section class=\"changes\">" + element("h2", title);
    for (const ReportChange& change : changes) {
        if (!change.title.empty()) {
            text +=
                fmt::format("<h3>{}{}</h3>", escaped(change.title), element("b", change.points));
        }
        text += fmt::format("<p><span>{}</span>{}</p>", escaped(change.text),
                            element("span", change.by, "soft"));
    }
    return text + "</section>\n";
}

std::string foot_html(const Report& report) {
    std::string text = "<footer><section><p class=\"mark\">" + mark(report.seal, 14) +
                       escaped(report.seal_text) + "</p>";
    for (const std::string& detail : report.seal_details) text += element("p", detail, "soft");
    text += "<p class=\"facts\">";
    for (const ReportFact& fact : report.identity) {
        text += fmt::format("<span><i>{}</i>{}</span>", escaped(fact.name), escaped(fact.value));
    }
    text += "</p><div class=\"sign\">";
    for (const std::string& signature : report.signatures) text += element("span", signature);
    return text + "</div></section></footer>\n";
}

}  // namespace

std::string report_html(const Report& report) {
    std::string text = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head><meta charset=\"utf-8\"/>"
        "<meta name=\"viewport\" content=\"width=device-width\"/>{}<style>{}</style></head>\n"
        "<body><main>\n",
        escaped(report.language), element("title", report.title), css);
    text += head_html(report) + verdict_html(report) + bars_html(report) + moments_html(report);
    text += "<section class=\"halves\"><div>" + items_html(report.well);
    if (!report.previous.empty()) {
        text += fmt::format("<p class=\"previous\">{} <b>{}</b></p>", escaped(report.previous),
                            escaped(report.previous_beside));
    }
    text += "</div><div>" + items_html(report.practise) + "</div></section>\n";
    text += changes_html(report.changes_title, report.changes);
    text += changes_html(report.comments_title, report.comments);
    text += foot_html(report);
    return text + "</main></body>\n</html>\n";
}

}  // namespace sim
