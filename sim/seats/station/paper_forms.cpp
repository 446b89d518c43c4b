// Forms and books that people fill in by hand.

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "sim/seats/shared/live.h"
#include "sim/seats/station/paper_model.h"
#include "sim/station/signals.h"

namespace sim::seats::papers {

namespace {

bool written(const World& world, PartId part) {
    return (world.part(part).flags & part_flag::exists) != 0;
}

/// Fields whose names begin like that, in the order of their file.
std::vector<PartId> fields_of(const World& world, std::string_view begin) {
    std::vector<PartId> found;
    const Layout& layout = world.layout();
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const PartSpec& part = layout.parts[i];
        if (part.kind == PartKind::field && part.name.starts_with(begin)) {
            found.push_back(static_cast<PartId>(i));
        }
    }
    return found;
}

Line figure(const Source& source, PartId field) {
    Line line{
        LineKind::box, label_of(source.world.layout(), field, source.reader), {}, {}, false, 0};
    line.filled = written(source.world, field);
    if (line.filled) line.right = std::to_string(source.world.part(field).amount);
    return line;
}

void station_line(const Source& source, Sheet& sheet) {
    const engine::Translator& _ = source.reader.translate;
    text(sheet, fmt::format(fmt::runtime(_("Station {} · {}")), source.world.setup->station_number,
                            source.world.setup->election.title.in(source.reader.language)));
}

void row(Sheet& sheet, LineKind kind, std::vector<std::string> cells) {
    sheet.lines.push_back({kind, {}, {}, std::move(cells), false, 0});
}

std::string title_of_post(const Source& source, PostId post) {
    return post == no_post ? std::string() : std::string(title_of(post, source.reader));
}

/// Where a seal sits or sat.
std::string place_of(const Source& source, const PartSpec& seal, const PartState& state) {
    const Layout& layout = source.world.layout();
    PartId place = state.in;
    if (place == no_part) place = seal.starts_in;
    if (source.trail != nullptr) {
        for (const Written& line : source.trail->lines) {
            const bool tells =
                line.what == Message::seal_applied || line.what == Message::seal_broken;
            if (tells && line.subject == state.amount) place = line.place;
        }
    }
    if (place == no_part) return {};
    const PartId door = layout[place].guards;
    return label_of(layout, door == no_part ? place : door, source.reader);
}

std::string when_and_who(const Source& source, Message what, std::int64_t seal, bool so) {
    const engine::Translator& _ = source.reader.translate;
    if (!so) return {};
    if (source.trail != nullptr) {
        const auto& lines = source.trail->lines;
        const auto found = std::find_if(lines.rbegin(), lines.rend(), [&](const Written& line) {
            return line.what == what && line.subject == seal;
        });
        if (found != lines.rend()) {
            return fmt::format("{}\n{}", source.clock(found->time),
                               title_of_post(source, found->post));
        }
    }
    return std::string(_("yes"));
}

}  // namespace

Sheet protocol(const Source& source) {
    const engine::Translator& _ = source.reader.translate;
    Sheet sheet;
    sheet.wide = source.spec().name == "protocol_wall" ? 640 : 560;
    title(sheet, source.spec().name == "protocol_wall" ? _("RESULTS PROTOCOL, ENLARGED FORM")
                                                       : _("RESULTS PROTOCOL"));
    station_line(source, sheet);
    gap(sheet);
    std::vector<PartId> reasons;
    const Election& election = source.world.setup->election;
    for (const PartId field : fields_of(source.world, "protocol.")) {
        const std::string& name = source.world.layout()[field].name;
        if (name.starts_with("protocol.difference_")) {
            reasons.push_back(field);
            continue;
        }
        Line line = figure(source, field);
        for (std::size_t i = 0; i < election.candidates.size(); ++i) {
            const std::string& candidate = election.candidates[i].name.in(source.reader.language);
            if (name == fmt::format("protocol.candidate_{}", i + 1)) {
                line.left = fmt::format("{}. {}", i + 1, candidate);
            } else if (name == fmt::format("protocol.machine_{}", i + 1)) {
                line.left = fmt::format(fmt::runtime(_("{}, by the machine")), candidate);
            }
        }
        if (name == "protocol.candidate_1" || name == "protocol.machine_ballots") gap(sheet);
        sheet.lines.push_back(std::move(line));
    }
    const bool any = std::any_of(reasons.begin(), reasons.end(),
                                 [&](PartId field) { return written(source.world, field); });
    if (any) gap(sheet);
    for (const PartId field : reasons) {
        if (!written(source.world, field)) continue;
        text(sheet, fmt::format(fmt::runtime(_("{}: explained, difference {}")),
                                label_of(source.world.layout(), field, source.reader),
                                source.world.part(field).amount));
    }
    signatures(source, sheet);
    return sheet;
}

Sheet tally(const Source& source) {
    const engine::Translator& _ = source.reader.translate;
    const World& world = source.world;
    Sheet sheet;
    sheet.wide = 480;
    title(sheet, _("TALLY SHEET"));
    station_line(source, sheet);
    gap(sheet);
    pair(sheet, _("Voters in the paper list"), std::to_string(signal(world, "count.list")));
    pair(sheet, _("Ballots handed out, by the tally sheet of the list desk"),
         std::to_string(signal(world, "count.issued")));
    rule(sheet);
    const Layout& layout = world.layout();
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const auto part = static_cast<PartId>(i);
        const PartState& state = world.part(part);
        if (layout.parts[i].kind != PartKind::pile) continue;
        if ((state.flags & part_flag::counted) == 0) continue;
        pair(sheet, label_of(layout, part, source.reader), std::to_string(state.amount));
    }
    const HandTally& hand = world.count.hand;
    if (hand.valid + hand.invalid == 0) return sheet;
    rule(sheet);
    const Election& election = world.setup->election;
    const std::size_t most = std::min(election.candidates.size(), hand.votes.size());
    for (std::size_t i = 0; i < most; ++i) {
        pair(sheet,
             fmt::format("{}. {}", i + 1, election.candidates[i].name.in(source.reader.language)),
             std::to_string(hand.votes[i]));
    }
    rule(sheet);
    pair(sheet, _("Valid ballots, by hand"), std::to_string(hand.valid));
    pair(sheet, _("Invalid ballots, by hand"), std::to_string(hand.invalid));
    return sheet;
}

Sheet turnout(const Source& source) {
    const engine::Translator& _ = source.reader.translate;
    Sheet sheet;
    sheet.wide = 420;
    title(sheet, _("TURNOUT REPORTED"));
    station_line(source, sheet);
    gap(sheet);
    for (const PartId field : fields_of(source.world, "turnout.")) {
        sheet.lines.push_back(figure(source, field));
    }
    return sheet;
}

Sheet act(const Source& source) {
    const engine::Translator& _ = source.reader.translate;
    Sheet sheet;
    sheet.wide = 500;
    title(sheet, label_of(source.world.layout(), source.part, source.reader));
    station_line(source, sheet);
    rule(sheet);
    bool any = false;
    if (source.trail != nullptr) {
        for (const Written& line : source.trail->lines) {
            if (line.what != Message::act_written || line.subject != source.part) continue;
            any = true;
            pair(sheet, _("Drawn up at"), source.clock(line.time));
            pair(sheet, _("By"), title_of_post(source, line.post));
            if (!line.words.empty()) text(sheet, line.words);
            gap(sheet);
        }
    }
    if (!any && source.state().amount > 0) text(sheet, _("Drawn up by the commission."));
    signatures(source, sheet);
    return sheet;
}

Sheet log_book(const Source& source) {
    const engine::Translator& _ = source.reader.translate;
    Sheet sheet;
    sheet.look = Look::book;
    sheet.wide = 560;
    sheet.columns = {0.14F, 0.28F, 0.58F};
    title(sheet, _("LOG BOOK"));
    station_line(source, sheet);
    row(sheet, LineKind::row_head,
        {std::string(_("Time")), std::string(_("By")), std::string(_("Entry"))});
    int entries = 0;
    if (source.trail != nullptr) {
        for (const Written& line : source.trail->lines) {
            if (line.what != Message::log_entry || line.subject != source.part) continue;
            ++entries;
            row(sheet, LineKind::row,
                {source.clock(line.time), title_of_post(source, line.post),
                 line.words.empty() ? fmt::format(fmt::runtime(_("Entry {}")), entries)
                                    : line.words});
        }
    }
    for (; entries < source.state().amount; ++entries) {
        row(sheet, LineKind::row, {"", "", fmt::format(fmt::runtime(_("Entry {}")), entries + 1)});
    }
    if (entries == 0) text(sheet, _("No entry yet."));
    return sheet;
}

Sheet seal_register(const Source& source) {
    const engine::Translator& _ = source.reader.translate;
    Sheet sheet;
    sheet.look = Look::book;
    sheet.wide = 640;
    sheet.columns = {0.12F, 0.27F, 0.22F, 0.18F, 0.21F};
    title(sheet, _("SEAL REGISTER"));
    station_line(source, sheet);
    row(sheet, LineKind::row_head,
        {std::string(_("Seal")), std::string(_("On")), std::string(_("Written down")),
         std::string(_("Second member")), std::string(_("Broken"))});
    int rows = 0;
    const Layout& layout = source.world.layout();
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const PartSpec& seal = layout.parts[i];
        const PartState& state = source.world.part(static_cast<PartId>(i));
        if (seal.kind != PartKind::seal || state.recorded == 0) continue;
        ++rows;
        row(sheet, LineKind::row,
            {std::to_string(state.amount), place_of(source, seal, state),
             when_and_who(source, Message::seal_recorded, state.amount, true),
             when_and_who(source, Message::seal_witnessed, state.amount, state.witnessed != 0),
             when_and_who(source, Message::seal_broken, state.amount, state.broken != 0)});
    }
    if (rows == 0) text(sheet, _("No seal has been written down yet."));
    return sheet;
}

Sheet ballot(const Source& source) {
    const engine::Translator& _ = source.reader.translate;
    Sheet sheet;
    sheet.look = Look::ballot;
    sheet.wide = 400;
    const Election& election = source.world.setup->election;
    const std::string& name = source.spec().name;
    const bool test = name.starts_with("test_ballot");
    const auto count = static_cast<int>(election.candidates.size());
    const int number = test ? source.state().amount : 0;
    std::uint32_t station = source.world.setup->station_number;
    if (test && number == count + 4) ++station;
    if (!test) {
        // It is looked at with the printed side up once, by the list keeper (P12).
        if (signal(source.world, "desk.inspected") == 0) {
            sheet.look = Look::turned;
            return sheet;
        }
        sheet.faint = signal(source.world, "desk.misprinted") != 0 ? 0.22F : 1.0F;
    }
    title(sheet, test ? _("TEST BALLOT") : _("BALLOT"));
    sheet.lines.push_back({LineKind::centre,
                           fmt::format(fmt::runtime(_("Station {} · {}")), station,
                                       election.title.in(source.reader.language)),
                           {},
                           {},
                           false,
                           0});
    sheet.lines.push_back({LineKind::centre,
                           std::string(_("Mark one square, for one candidate.")),
                           {},
                           {},
                           false,
                           0});
    rule(sheet);
    for (int i = 0; i < count; ++i) {
        Line line{LineKind::square,
                  fmt::format("{}. {}", i + 1,
                              election.candidates[static_cast<std::size_t>(i)].name.in(
                                  source.reader.language)),
                  {},
                  {},
                  false,
                  0};
        // The deck of domain.md C1.8.
        const bool first = number == count + 4 || number == count + 5 || number == count + 6;
        if (test && (number == i + 1 || (number == count + 2 && i < 2) || (first && i == 0))) {
            line.mark = 450;
        }
        if (test && number == count + 3 && i == 0) line.mark = 80;
        sheet.lines.push_back(std::move(line));
    }
    sheet.folded = test && number == count + 5;
    return sheet;
}

}  // namespace sim::seats::papers
