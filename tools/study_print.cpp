#include <fmt/format.h>

#include <algorithm>

#include "engine/core/phrase.h"
#include "engine/core/text.h"
#include "tools/study.h"

namespace polldrill {

namespace {

using StudyJson = nlohmann::ordered_json;
using sim::FigureKind;

/// How the numbers of a row are written: all in the same unit.
struct Scale {
    FigureKind kind{};
    bool minutes = false;

    std::string unit(const engine::Translator& _) const {
        switch (kind) {
            case FigureKind::number:
                return "";
            case FigureKind::seconds:
                return std::string(minutes ? _(N_("min")) : _(N_("s")));
            case FigureKind::share:
            case FigureKind::days:
                return "%";
        }
        return "";
    }
    /// A number and its unit, the unit in a column of its own.
    std::string with_unit(double value, const engine::Translator& _) const {
        return number(value) + " " + engine::pad(unit(_), 3);
    }
    std::string number(double value) const {
        const bool percent = kind == FigureKind::share || kind == FigureKind::days;
        if (percent) return fmt::format("{:.2f}", value / 10'000);
        if (minutes) return fmt::format("{:.1f}", value / 60);
        return fmt::format("{:.1f}", value);
    }
    /// Of one day.
    std::string whole(std::int64_t value) const {
        if (kind == FigureKind::number || (kind == FigureKind::seconds && !minutes)) {
            return fmt::format("{}", value);
        }
        return number(static_cast<double>(value));
    }
};

Scale scale_of(FigureKind kind, double most) {
    return {kind, kind == FigureKind::seconds && most >= 300};
}

std::string at_right(const std::string& text, std::size_t columns) {
    const std::size_t length = engine::utf8_length(text);
    return length >= columns ? text : std::string(columns - length, ' ') + text;
}

std::string span_of(const std::string& low, const std::string& high) {
    return low + " … " + high;
}

/// Rows of texts as columns; the first is to the left, the others to the right.
struct Table {
    std::vector<std::vector<std::string>> rows;

    void print() const {
        std::vector<std::size_t> widths;
        for (const auto& row : rows) {
            if (row.size() < 2) continue;
            widths.resize(std::max(widths.size(), row.size()));
            for (std::size_t i = 0; i < row.size(); ++i) {
                widths[i] = std::max(widths[i], engine::utf8_length(row[i]));
            }
        }
        for (const auto& row : rows) {
            std::string line = row.size() < 2 ? row.front() : engine::pad(row[0], widths[0]);
            for (std::size_t i = 1; i < row.size(); ++i) line += "  " + at_right(row[i], widths[i]);
            while (line.ends_with(' ')) line.pop_back();
            fmt::print("{}\n", line);
        }
    }
};

/// The part of the days in which a thing happened, or the least and the most of a day.
std::string days_of(const sim::StudySum& sum, const Scale& scale, const engine::Translator& _) {
    if (scale.kind != FigureKind::days) {
        return span_of(scale.whole(sum.least), scale.whole(sum.most));
    }
    const double happened = sum.mean * static_cast<double>(sum.days) / 1e6;
    return engine::fill(_(N_("{} of {} days")),
                        {fmt::format("{:.0f}", happened), std::to_string(sum.days)});
}

enum class Place : std::uint8_t { inside, below, above, unknown };

/// Inside when the interval of the mean and the published range have something in common.
Place place_of(const sim::StudySum& sum, const sim::PublicFigure& row) {
    if (sum.days == 0) return Place::unknown;
    if (sum.high < static_cast<double>(row.low)) return Place::below;
    if (sum.low > static_cast<double>(row.high)) return Place::above;
    return Place::inside;
}

std::string_view place_word(Place place, const engine::Translator& _) {
    switch (place) {
        case Place::inside:
            return _(N_("inside"));
        case Place::below:
            return _(N_("below"));
        case Place::above:
            return _(N_("above"));
        case Place::unknown:
            return _(N_("no such day"));
    }
    return "";
}

const sim::StudySum& sum_for(const Study& study, sim::StudyFigure figure) {
    return study.sums[static_cast<std::size_t>(figure)];
}

bool has_low(const sim::PublicFigure& row) {
    return row.low != std::numeric_limits<std::int64_t>::min();
}
bool has_high(const sim::PublicFigure& row) {
    return row.high != std::numeric_limits<std::int64_t>::max();
}

std::string published(const sim::PublicFigure& row, const Scale& scale) {
    const auto number = [&](std::int64_t value) {
        return scale.number(static_cast<double>(value));
    };
    if (!has_low(row)) return "≤ " + number(row.high);
    if (!has_high(row)) return "≥ " + number(row.low);
    if (row.low == row.high) return number(row.low);
    return span_of(number(row.low), number(row.high));
}

}  // namespace

void print_study(const Study& study, const sim::Reader& reader) {
    const engine::Translator& _ = reader.translate;
    Table table;
    table.rows.push_back({std::string(_(N_("A day's figures"))),
                          std::string(_(N_("mean"))) + "    ", std::string(_(N_("95 % interval"))),
                          std::string(_(N_("least … most of a day")))});
    std::string_view section;
    for (std::size_t i = 0; i < study.sums.size(); ++i) {
        const sim::StudyFigureSpec& figure = sim::study_figures()[i];
        const sim::StudySum& sum = study.sums[i];
        if (section != figure.section) {
            table.rows.push_back({""});
            table.rows.push_back({std::string(_(figure.section))});
            section = figure.section;
        }
        const std::string words = "  " + std::string(_(figure.help));
        if (sum.days == 0) {
            table.rows.push_back({words, "-    ", "", ""});
            continue;
        }
        const Scale scale = scale_of(figure.kind, static_cast<double>(sum.most));
        table.rows.push_back({words, scale.with_unit(sum.mean, _),
                              span_of(scale.number(sum.low), scale.number(sum.high)),
                              days_of(sum, scale, _)});
    }
    table.print();
}

void print_comparison(const Study& study, const sim::PublicFigures& evidence,
                      const sim::Reader& reader) {
    const engine::Translator& _ = reader.translate;
    fmt::print("\n{}\n", evidence.title.in(reader.language));
    Table table;
    table.rows.push_back({"", std::string(_(N_("study"))) + "    ",
                          std::string(_(N_("95 % interval"))), std::string(_(N_("published"))), "",
                          std::string(_(N_("sources")))});
    std::size_t inside = 0;
    for (const sim::PublicFigure& row : evidence.rows) {
        const sim::StudySum& sum = sum_for(study, row.figure);
        const FigureKind kind = sim::study_figures()[static_cast<std::size_t>(row.figure)].kind;
        const double bound = static_cast<double>(has_high(row) ? row.high : row.low);
        const Scale scale = scale_of(kind, std::max(sum.mean, bound));
        const Place place = place_of(sum, row);
        inside += place == Place::inside ? 1 : 0;
        table.rows.push_back(
            {"  " + row.text.in(reader.language),
             sum.days == 0 ? "-    " : scale.with_unit(sum.mean, _),
             sum.days == 0 ? "" : span_of(scale.number(sum.low), scale.number(sum.high)),
             published(row, scale), std::string(place_word(place, _)), engine::join(row.sources)});
    }
    table.print();
    fmt::print("{}\n",
               engine::fill(_(N_("{} of {} lie inside: the interval of the mean and what "
                                 "was published have something in common.")),
                            {std::to_string(inside), std::to_string(evidence.rows.size())}));
}

nlohmann::ordered_json study_json(const Study& study) {
    StudyJson json;
    json["seeds"] = {study.seeds.first, study.seeds.last};
    json["days"] = study.played;
    json["events"] = study.events;
    auto& figures = json["figures"] = StudyJson::object();
    for (std::size_t i = 0; i < study.sums.size(); ++i) {
        const sim::StudyFigureSpec& figure = sim::study_figures()[i];
        const sim::StudySum& sum = study.sums[i];
        StudyJson row;
        row["unit"] = sim::unit_of(figure.kind);
        row["days"] = sum.days;
        if (sum.days > 0) {
            row["mean"] = sum.mean;
            row["low"] = sum.low;
            row["high"] = sum.high;
            row["deviation"] = sum.deviation;
            row["least"] = sum.least;
            row["median"] = sum.median;
            row["most"] = sum.most;
        }
        figures[std::string(figure.name)] = std::move(row);
    }
    return json;
}

nlohmann::ordered_json comparison_json(const Study& study, const sim::PublicFigures& evidence) {
    static constexpr std::string_view words[] = {"inside", "below", "above", "unknown"};
    StudyJson list = StudyJson::array();
    for (const sim::PublicFigure& row : evidence.rows) {
        const sim::StudyFigureSpec& figure =
            sim::study_figures()[static_cast<std::size_t>(row.figure)];
        const sim::StudySum& sum = sum_for(study, row.figure);
        StudyJson json;
        json["figure"] = figure.name;
        json["unit"] = sim::unit_of(figure.kind);
        json["text"] = {{"en", row.text.en}, {"ru", row.text.ru}, {"ky", row.text.ky}};
        json["mean"] = sum.days > 0 ? StudyJson(sum.mean) : StudyJson();
        json["interval"] = sum.days > 0 ? StudyJson{sum.low, sum.high} : StudyJson();
        json["published"] = {has_low(row) ? StudyJson(row.low) : StudyJson(),
                             has_high(row) ? StudyJson(row.high) : StudyJson()};
        json["lies"] = words[static_cast<std::size_t>(place_of(sum, row))];
        json["sources"] = row.sources;
        list.push_back(std::move(json));
    }
    return list;
}

std::string study_csv(const Study& study) {
    std::string text = "seed";
    for (const sim::StudyFigureSpec& figure : sim::study_figures()) {
        text += fmt::format(",{}", figure.name);
    }
    text += '\n';
    for (std::size_t i = 0; i < study.days.size(); ++i) {
        if (study.days[i].empty()) continue;
        text += std::to_string(study.seeds.first + i);
        for (const std::int64_t value : study.days[i]) {
            text += value == sim::no_figure ? "," : fmt::format(",{}", value);
        }
        text += '\n';
    }
    return text;
}

}  // namespace polldrill
