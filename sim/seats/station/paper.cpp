#include "sim/seats/station/paper.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/seats/shared/live.h"
#include "sim/seats/station/paper_model.h"
#include "sim/seats/station/portrait.h"
#include "sim/seats/station/voter_facts.h"

namespace sim::seats {

namespace papers {

namespace {

constexpr float voter_row = 24;
constexpr float voter_head = 92;

void mark_state(const Source& source, Sheet& sheet) {
    const std::uint8_t flags = source.state().flags;
    sheet.posted = (flags & part_flag::posted) != 0;
    sheet.voided = (flags & part_flag::voided) != 0 && (flags & part_flag::exists) == 0;
}

/// Register entries of those who have signed, as a bit each.
std::vector<bool> signed_entries(const World& world) {
    std::vector<bool> result(static_cast<std::size_t>(world.setup->voters.size()));
    for (std::size_t i = 0; i < world.hall.voters.size(); ++i) {
        const Voter& voter = world.hall.voters[i];
        if (!voter.has(voter_flag::signed_list)) continue;
        const int entry = entry_of(world, static_cast<VoterId>(i));
        if (entry >= 0 && entry < world.setup->voters.size()) {
            result[static_cast<std::size_t>(entry)] = true;
        }
    }
    return result;
}

}  // namespace

std::string Source::clock(Time time) const {
    if (time == engine::never) return {};
    const std::string text = engine::format_clock(time);
    return text.size() >= 8 ? text.substr(text.size() - 8, 5) : text;
}

Time last_time(const Source& source, Message what, std::int64_t subject) {
    Time found = engine::never;
    if (source.trail == nullptr) return found;
    for (const Written& line : source.trail->lines) {
        if (line.what == what && line.subject == subject) found = line.time;
    }
    return found;
}

void title(Sheet& sheet, std::string_view words) {
    sheet.lines.push_back({LineKind::title, std::string(words), {}, {}, false, 0});
}

void text(Sheet& sheet, std::string_view words) {
    sheet.lines.push_back({LineKind::text, std::string(words), {}, {}, false, 0});
}

void pair(Sheet& sheet, std::string_view left, std::string right) {
    sheet.lines.push_back({LineKind::pair, std::string(left), std::move(right), {}, false, 0});
}

void rule(Sheet& sheet) {
    sheet.lines.push_back({LineKind::rule, {}, {}, {}, false, 0});
}

void gap(Sheet& sheet) {
    sheet.lines.push_back({LineKind::gap, {}, {}, {}, false, 0});
}

void signatures(const Source& source, Sheet& sheet) {
    gap(sheet);
    const unsigned bits = source.state().signatures;
    for (std::size_t i = 0; i < post_count; ++i) {
        const bool signed_here = (bits >> i & 1U) != 0;
        const bool expected = i <= static_cast<std::size_t>(Post::secretary);
        if (!signed_here && !expected) continue;
        sheet.lines.push_back({LineKind::signature,
                               std::string(title_of(static_cast<PostId>(i), source.reader)),
                               {},
                               {},
                               signed_here,
                               0});
    }
}

void head_of_strip(const Source& source, Sheet& sheet, std::string_view machine) {
    const engine::Translator& _ = source.reader.translate;
    const auto centre = [&](std::string words) {
        sheet.lines.push_back({LineKind::centre, std::move(words), {}, {}, false, 0});
    };
    centre(std::string(_("TRAINING · NOT AN OFFICIAL PAPER")));
    centre(source.world.setup->election.title.in(source.reader.language));
    centre(fmt::format(fmt::runtime(_("Station {} · {}")), source.world.setup->station_number,
                       machine));
    rule(sheet);
}

PaperKind kind_of(const World& world, PartId part) {
    if (part == no_part) return PaperKind::none;
    const PartSpec& spec = world.layout()[part];
    if (spec.kind == PartKind::field) {
        if (spec.name.starts_with("protocol.")) return PaperKind::protocol;
        if (spec.name.starts_with("turnout.")) return PaperKind::turnout;
        return PaperKind::none;
    }
    const bool mouth = spec.role == Role::paper_mouth && spec.kind == PartKind::surface;
    if (mouth) return PaperKind::scanner_strip;
    if (spec.kind == PartKind::pile) {
        const bool counted = (world.part(part).flags & part_flag::counted) != 0;
        return counted ? PaperKind::tally : PaperKind::none;
    }
    if (spec.kind != PartKind::paper) return PaperKind::none;
    if (spec.type == "act") return PaperKind::act;
    if (spec.type == "log") return PaperKind::log_book;
    if (spec.name == "protocol" || spec.name == "protocol_wall") return PaperKind::protocol;
    if (spec.name == "seal_register") return PaperKind::seal_register;
    if (spec.name == "paper_list") return PaperKind::voter_list;
    if (spec.name == "acknowledgement") return PaperKind::slip;
    if (spec.name == "desk.receipt") return PaperKind::receipt_at_desk;
    if (spec.name == "desk.ballot" || spec.name.starts_with("test_ballot")) {
        return PaperKind::ballot;
    }
    const DeviceId device = spec.device;
    if (device != no_device &&
        world.layout().device(device).device_class == DeviceClass::terminal) {
        return PaperKind::terminal_strip;
    }
    return PaperKind::scanner_strip;
}

Sheet sheet_of(const Source& source) {
    Sheet sheet;
    switch (kind_of(source.world, source.part)) {
        case PaperKind::scanner_strip:
            sheet = scanner_strip(source);
            break;
        case PaperKind::terminal_strip:
            sheet = terminal_strip(source);
            break;
        case PaperKind::slip:
            sheet = slip_of_centre(source);
            break;
        case PaperKind::receipt_at_desk:
            sheet = receipt_at_desk(source);
            break;
        case PaperKind::ballot:
            sheet = ballot(source);
            break;
        case PaperKind::protocol:
            sheet = protocol(source);
            break;
        case PaperKind::turnout:
            sheet = turnout(source);
            break;
        case PaperKind::act:
            sheet = act(source);
            break;
        case PaperKind::log_book:
            sheet = log_book(source);
            break;
        case PaperKind::seal_register:
            sheet = seal_register(source);
            break;
        case PaperKind::tally:
            sheet = tally(source);
            break;
        case PaperKind::voter_list:
            sheet.wide = 640;
            break;
        case PaperKind::none:
            break;
    }
    mark_state(source, sheet);
    const bool own_head = sheet.look == Look::strip || sheet.look == Look::turned;
    if (!own_head) {
        const engine::Translator& _ = source.reader.translate;
        sheet.lines.insert(sheet.lines.begin(), {LineKind::centre,
                                                 std::string(_("TRAINING · NOT AN OFFICIAL PAPER")),
                                                 {},
                                                 {},
                                                 false,
                                                 0});
    }
    return sheet;
}

float voter_list_height(const Source& source) {
    return voter_head + voter_row * static_cast<float>(source.world.setup->voters.size()) + 20;
}

void draw_voter_list(engine::view::Ui& ui, const engine::view::Rect& rect, const Source& source) {
    using engine::view::Rect;
    using machine::Colour;
    const engine::Translator& _ = source.reader.translate;
    const World& world = source.world;
    machine::Kit kit{ui, 1};
    const Rect page{rect.x, rect.y, rect.w, voter_list_height(source)};
    engine::view::fill(ui, page, Colour{253, 253, 250}, 2);
    engine::view::outline(ui, page, Colour{186, 192, 200}, 2, 1);
    const machine::Pen plain{13, false, {33, 36, 42}, 0.62F};
    const machine::Pen strong{13, true, {33, 36, 42}, 0.62F};
    Rect head{page.x + 20, page.y + 12, page.w - 40, 0};
    machine::one_line(kit, {head.x, head.y, head.w, 22}, {17, true, {33, 36, 42}, 0.5F},
                      _("PAPER VOTER LIST"), machine::Align::centre);
    machine::one_line(kit, {head.x, head.y + 24, head.w, 18}, {12, false, {66, 80, 102}},
                      _("TRAINING · NOT AN OFFICIAL PAPER"), machine::Align::centre);
    // Where there is little room the year of birth is left out.
    const bool narrow = head.w < 540;
    const float x[5] = {head.x, head.x + head.w * (narrow ? 0.14F : 0.09F),
                        head.x + head.w * (narrow ? 0.72F : 0.5F),
                        head.x + head.w * (narrow ? 0.72F : 0.66F), head.x + head.w};
    const auto row = [&](float y, const machine::Pen& pen, std::string_view a, std::string_view b,
                         std::string_view c) {
        machine::one_line(kit, {x[0], y, x[1] - x[0] - 6, voter_row}, pen, a);
        machine::one_line(kit, {x[1], y, x[2] - x[1] - 6, voter_row}, pen, b);
        if (!narrow) machine::one_line(kit, {x[2], y, x[3] - x[2] - 6, voter_row}, pen, c);
        engine::view::line(ui, {head.x, y + voter_row}, {head.x + head.w, y + voter_row},
                           Colour{200, 205, 212});
    };
    row(page.y + voter_head - voter_row, strong, "№", _("Name"), _("Born"));
    machine::one_line(kit, {x[3], page.y + voter_head - voter_row, x[4] - x[3], voter_row}, strong,
                      _("Signature"));
    const Rect seen = ui.clips.empty() ? ui.screen : ui.clips.back();
    const auto first =
        static_cast<int>(std::max(0.0F, (seen.y - page.y - voter_head) / voter_row - 1));
    const auto last =
        static_cast<int>(std::min(static_cast<float>(world.setup->voters.size()),
                                  (seen.bottom() - page.y - voter_head) / voter_row + 1));
    const std::vector<bool> signatures_given = signed_entries(world);
    for (int entry = first; entry < last; ++entry) {
        const float y = page.y + voter_head + voter_row * static_cast<float>(entry);
        row(y, plain, std::to_string(entry + 1),
            machine::name_of_voter(world.setup->voters, entry, source.reader.language),
            std::to_string(
                world.setup->voters.entries[static_cast<std::size_t>(entry)].birth_year));
        if (signatures_given[static_cast<std::size_t>(entry)]) {
            machine::one_line(kit, {x[3], y, x[4] - x[3], voter_row}, {13, true, {28, 60, 140}},
                              _("signed"));
        }
    }
}

}  // namespace papers

PaperTrail paper_trail(std::span<const Said> said, std::span<const Observation> seen, Time until) {
    PaperTrail trail;
    const auto words_of = [&](const Observation& one) {
        // The command began before its effect was seen; the last of that post about that paper.
        std::string words;
        for (const Said& each : said) {
            if (each.command.time > one.time) break;
            if (each.command.actor == one.actor && !each.refusal &&
                each.command.object == one.arguments[0]) {
                words = each.command.words;
            }
        }
        return words;
    };
    for (const Observation& one : seen) {
        if (one.time > until) break;
        switch (one.message) {
            case Message::log_entry:
            case Message::act_written:
                trail.lines.push_back(
                    {one.time, one.actor, one.message, one.arguments[0], no_part, words_of(one)});
                break;
            case Message::seal_applied:
            case Message::seal_broken:
                trail.lines.push_back({one.time,
                                       one.actor,
                                       one.message,
                                       one.arguments[0],
                                       static_cast<PartId>(one.arguments[1]),
                                       {}});
                break;
            case Message::seal_recorded:
            case Message::seal_witnessed:
            case Message::printer_printed:
                trail.lines.push_back(
                    {one.time, one.actor, one.message, one.arguments[0], no_part, {}});
                break;
            default:
                break;
        }
    }
    return trail;
}

bool has_paper(const World& world, PartId paper) {
    using papers::PaperKind;
    const PaperKind kind = papers::kind_of(world, paper);
    if (kind == PaperKind::none) return false;
    const PartSpec& spec = world.layout()[paper];
    const PartState& state = world.part(paper);
    if (spec.kind == PartKind::field || spec.name == "protocol") return true;
    if (kind == PaperKind::tally) return true;
    if ((state.flags & (part_flag::packed | part_flag::delivered)) != 0) return false;
    if (spec.role == Role::paper_mouth && spec.kind == PartKind::surface) {
        return spec.device != no_device &&
               signal(world, world.layout().device(spec.device).name + ".strip_blank") != 0;
    }
    if (spec.role == Role::paper_mouth) {
        return signal(world, world.layout().device(spec.device).name + ".receipt_out") != 0;
    }
    if (kind == PaperKind::receipt_at_desk) {
        return signal(world, "desk.has_receipt") != 0 || signal(world, "desk.receipt_taken") != 0;
    }
    if (spec.name == "desk.ballot") return signal(world, "desk.ballots_ready") > 0;
    return (state.flags & (part_flag::exists | part_flag::voided)) != 0;
}

float paper_width(const World& world, PartId paper) {
    const Reader english;
    return papers::sheet_of({world, paper, english, nullptr}).wide;
}

float paper_height(engine::view::Ui& ui, const World& world, PartId paper, const Reader& reader,
                   float width, const PaperTrail* trail) {
    const papers::Source source{world, paper, reader, trail};
    if (papers::kind_of(world, paper) == papers::PaperKind::voter_list) {
        return papers::voter_list_height(source);
    }
    machine::Kit kit{ui, 1};
    return papers::lay_out(kit, {0, 0, width, 0}, papers::sheet_of(source), false);
}

namespace {

/// What stands on it, a line of the paper a line of text.
std::string words_on(const papers::Sheet& sheet) {
    std::string words;
    for (const papers::Line& line : sheet.lines) {
        std::string one = line.left;
        if (!line.right.empty()) one += ": " + line.right;
        for (const std::string& cell : line.cells) one += (one.empty() ? "" : " | ") + cell;
        if (!one.empty()) words += (words.empty() ? "" : "\n") + one;
    }
    return words;
}

}  // namespace

void draw_paper(engine::view::Ui& ui, const engine::view::Rect& rect, const World& world,
                PartId paper, const Reader& reader, const PaperTrail* trail) {
    const papers::Source source{world, paper, reader, trail};
    const papers::Sheet sheet = papers::sheet_of(source);
    const engine::view::Rect area = rect;
    engine::view::Item text;
    text.name = "paper." + world.layout()[paper].name + ".text";
    text.role = engine::view::Role::area;
    text.label = label_of(world.layout(), paper, reader);
    text.value = words_on(sheet);
    text.rect = area;
    engine::view::act(ui, std::move(text));
    constexpr float margin = 10;
    engine::view::Rect content =
        engine::view::begin_scroll(ui, "paper." + world.layout()[paper].name, area);
    const float wide = std::min(content.w - 2 * margin, sheet.wide);
    const float x = content.x + (content.w - wide) / 2;
    float high = 0;
    if (papers::kind_of(world, paper) == papers::PaperKind::voter_list) {
        high = papers::voter_list_height(source);
        papers::draw_voter_list(ui, {x, content.y + margin, wide, high}, source);
    } else {
        machine::Kit kit{ui, 1};
        high = papers::lay_out(kit, {x, content.y + margin, wide, 0}, sheet, true);
    }
    engine::view::end_scroll(ui, high + 2 * margin);
}

}  // namespace sim::seats
