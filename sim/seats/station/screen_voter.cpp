#include "sim/seats/station/screen_voter.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "sim/seats/station/portrait.h"
#include "sim/station/reach.h"

namespace sim::seats::machine {

namespace {

const Terminal& terminal_of(const Panel& panel) {
    return panel.world.terminals[static_cast<std::size_t>(panel.spec().number)];
}

enum Step : std::size_t { document, list, finger, face, receipt, step_count };
/// Idle: not yet; paused: passed over.
using Steps = std::array<Status, step_count>;

Status finger_state(const Panel& panel) {
    const std::string_view result = panel.choice("result");
    if (result == "finger_matched") return Status::ok;
    const bool face_only = result == "face_matched" || result == "face_not_matched" ||
                           result == "photo_accepted" || panel.choice("state") == "capture_face" ||
                           panel.choice("state") == "match_face";
    if (result == "finger_not_matched" || (panel.read("tries") > 0)) return Status::fault;
    return face_only ? Status::paused : Status::info;
}

Steps steps_of(const Panel& panel, TerminalScreen screen) {
    Steps steps{Status::ok, Status::ok, Status::idle, Status::idle, Status::idle};
    const std::string_view result = panel.choice("result");
    switch (screen) {
        case TerminalScreen::reading:
            return {Status::info, Status::idle, Status::idle, Status::idle, Status::idle};
        case TerminalScreen::unreadable:
            return {Status::fault, Status::idle, Status::idle, Status::idle, Status::idle};
        case TerminalScreen::not_in_list:
        case TerminalScreen::already_identified:
            steps[list] = Status::fault;
            return steps;
        default:
            break;
    }
    steps[finger] = finger_state(panel);
    if (screen == TerminalScreen::comparing && panel.choice("state") == "match") {
        steps[finger] = Status::info;
    }
    if (result == "face_matched") steps[face] = Status::ok;
    if (result == "photo_accepted") steps[face] = Status::care;
    if (result == "face_not_matched") steps[face] = Status::fault;
    if (screen == TerminalScreen::face || panel.choice("state") == "match_face") {
        steps[face] = Status::info;
    }
    if (steps[finger] == Status::ok) steps[face] = Status::paused;
    if (screen == TerminalScreen::printing_receipt || screen == TerminalScreen::printing_ballot) {
        steps[receipt] = Status::info;
    }
    if (screen == TerminalScreen::hand_over) steps[receipt] = Status::ok;
    const bool blocked = screen == TerminalScreen::no_paper || screen == TerminalScreen::lid_open ||
                         screen == TerminalScreen::no_printer ||
                         screen == TerminalScreen::no_sheets;
    if (blocked) steps[receipt] = Status::care;
    return steps;
}

void draw_steps(Panel& panel, const Rect& band, const Steps& steps) {
    const engine::Translator& _ = panel.reader.translate;
    Kit& kit = panel.kit;
    engine::view::fill(kit.ui, band, paint::foot);
    const std::array<std::string_view, step_count> names{_("Document"), _("List"), _("Finger"),
                                                         _("Face"), _("Receipt")};
    const Rect row = band.inset(12 * kit.k, 0);
    const float wide = row.w / static_cast<float>(step_count);
    for (std::size_t i = 0; i < step_count; ++i) {
        Rect place{row.x + static_cast<float>(i) * wide, row.y, wide - 6 * kit.k, row.h};
        const Rect sign = place.cut_left(18 * kit.k);
        const Colour ink = ink_for(steps[i]);
        if (steps[i] == Status::idle) {
            engine::view::ring(kit.ui, sign.centre(), 7 * kit.k, paint::grey,
                               std::max(1.0F, 1.2F * kit.k));
        } else if (steps[i] == Status::paused) {
            status_sign(kit, sign.centre(), 14 * kit.k, Status::idle, paint::grey);
        } else {
            status_sign(kit, sign.centre(), 15 * kit.k, steps[i], ink);
        }
        place.cut_left(5 * kit.k);
        const bool strong = steps[i] == Status::fault || steps[i] == Status::info;
        one_line(kit, place, {14, strong, ink}, names[i]);
    }
}

struct Report {
    Status status = Status::info;
    const char* head = "";
    const char* text = "";
    bool quality = false;
    bool tries = false;
};

Report report_of(const Panel& panel, TerminalScreen screen) {
    const std::string_view result = panel.choice("result");
    switch (screen) {
        case TerminalScreen::reading:
            return {Status::info, N_("Reading the document"), N_("Please wait.")};
        case TerminalScreen::unreadable:
            return {Status::fault, N_("Document not readable"),
                    N_("The chip and the printed lines gave nothing.")};
        case TerminalScreen::not_in_list:
            return {Status::fault, N_("Not in the list of this station"),
                    N_("The register of this station has no such voter.")};
        case TerminalScreen::already_identified:
            return {Status::fault, N_("Identified already"), ""};
        case TerminalScreen::finger:
            if (panel.read("tries") == 0) {
                return {Status::info, N_("Put a finger on the sensor"),
                        N_("Flat and without pressing hard"), false, true};
            }
            return {Status::fault, N_("Finger not recognised"), N_("Put on another finger"), true,
                    true};
        case TerminalScreen::comparing:
            if (panel.choice("state") == "match_face") {
                return {Status::info, N_("Comparing the face"), N_("Please wait.")};
            }
            return {Status::info, N_("Comparing the finger"), N_("Please wait."), false, true};
        case TerminalScreen::face:
            return {Status::info, N_("Look into the camera"),
                    N_("Without hat and glasses, face to the light")};
        case TerminalScreen::not_matched:
            if (result == "face_not_matched") {
                return {Status::fault, N_("Face not recognised"), "", true, false};
            }
            return {Status::fault, N_("No finger recognised"), "", true, false};
        case TerminalScreen::confirm:
            if (result == "photo_accepted") {
                return {Status::care, N_("Compared by eye"),
                        N_("The photograph was compared before observers.")};
            }
            return {Status::ok,
                    result == "face_matched" ? N_("Face recognised") : N_("Finger recognised"),
                    N_("Compare the photograph with the person."), true, false};
        case TerminalScreen::printing_receipt:
            return {Status::info, N_("Printing the receipt"), N_("Please wait.")};
        case TerminalScreen::printing_ballot:
            return {Status::info, N_("Printing the ballot"), N_("Please wait.")};
        case TerminalScreen::no_paper:
            return {Status::care, N_("No receipt paper"),
                    N_("Put in a new roll; printing begins again.")};
        case TerminalScreen::no_printer:
            return {Status::care, N_("Printer not connected"),
                    N_("Stop for this voter and start again.")};
        case TerminalScreen::lid_open:
            return {Status::care, N_("Printer lid open"),
                    N_("Close the lid; printing begins again.")};
        case TerminalScreen::no_sheets:
            return {Status::care, N_("No blank sheets"),
                    N_("Fill the tray; printing begins again.")};
        case TerminalScreen::hand_over:
            return {Status::ok, N_("Hand the receipt over"),
                    N_("The ballot is handed out at the list desk.")};
        default:
            return {};
    }
}

/// When and where, as far as this terminal knows.
std::string identified_words(const Panel& panel) {
    const engine::Translator& _ = panel.reader.translate;
    const Terminal& terminal = terminal_of(panel);
    for (std::size_t i = 0; i < terminal.log.size(); ++i) {
        if (terminal.log[i] != terminal.document.entry) continue;
        const std::string time = engine::format_clock(terminal.log_times[i]).substr(0, 5);
        return fmt::format(fmt::runtime(_("At this terminal, at {}")), time);
    }
    return std::string(_("At the other terminal"));
}

void draw_quality(Panel& panel, Rect rect, bool of_face) {
    const engine::Translator& _ = panel.reader.translate;
    Kit& kit = panel.kit;
    const Context look = looking(panel.world, panel.device);
    const std::int64_t needed =
        look.value(of_face ? Parameter::face_threshold : Parameter::finger_threshold) / 10;
    const std::int64_t got = std::clamp(terminal_of(panel).reading / 10, 0, 100);
    const std::string of = fmt::format(fmt::runtime(_("{} of 100")), got);
    Rect row = rect.cut_top(22 * kit.k);
    const float wide = width(kit, {17, true}, of);
    one_line(kit, row.cut_right(wide), {17, true}, of, Align::right);
    row.cut_right(8 * kit.k);
    const std::string words = fmt::format(
        fmt::runtime(of_face ? _("Likeness, needed {}") : _("Quality, needed {}")), needed);
    one_line(kit, row, {14, false, paint::ink_2}, words);
    rect.cut_top(4 * kit.k);
    const Rect bar = rect.cut_top(9 * kit.k);
    engine::view::fill(kit.ui, bar, paint::line, 4 * kit.k);
    const float share = static_cast<float>(got) / 100;
    engine::view::fill(kit.ui, {bar.x, bar.y, bar.w * share, bar.h},
                       got >= needed ? paint::green : paint::red, 4 * kit.k);
    const float at = bar.x + bar.w * static_cast<float>(needed) / 100;
    engine::view::fill(kit.ui, {at - kit.k, bar.y - 3 * kit.k, 2 * kit.k, bar.h + 6 * kit.k},
                       paint::navy);
}

void draw_tries(Panel& panel, const Rect& rect) {
    const engine::Translator& _ = panel.reader.translate;
    Kit& kit = panel.kit;
    const Context look = looking(panel.world, panel.device);
    const auto most = static_cast<int>(look.value(Parameter::finger_tries));
    const auto used = static_cast<int>(panel.read("tries"));
    Rect row = rect;
    const float each = std::min(18 * kit.k, rect.w * 0.5F / static_cast<float>(most));
    Rect signs = row.cut_right(each * static_cast<float>(most));
    for (int i = 0; i < most; ++i) {
        const Rect place = signs.cut_left(each);
        const bool running = panel.choice("state") == "match" && i == used - 1;
        if (i >= used) {
            engine::view::ring(kit.ui, place.centre(), each * 0.38F, paint::grey,
                               std::max(1.0F, 1.2F * kit.k));
        } else {
            const Status status = running ? Status::info : Status::fault;
            status_sign(kit, place.centre(), each * 0.8F, status, ink_for(status));
        }
    }
    row.cut_right(8 * kit.k);
    const std::string words =
        fmt::format(fmt::runtime(_("Tries left: {}")), std::max(most - used, 0));
    one_line(kit, row, {14, true}, words);
}

void draw_report(Panel& panel, Rect rect, TerminalScreen screen) {
    const engine::Translator& _ = panel.reader.translate;
    Kit kit = panel.kit;
    const Report report = report_of(panel, screen);
    std::string text(*report.text == '\0' ? std::string_view() : _(report.text));
    if (screen == TerminalScreen::already_identified) text = identified_words(panel);
    if (report.tries) {
        draw_tries(panel, rect.cut_bottom(20 * kit.k));
        rect.cut_bottom(4 * kit.k);
    }
    if (report.quality) {
        const bool of_face = panel.choice("result") == "face_matched" ||
                             panel.choice("result") == "face_not_matched";
        draw_quality(panel, rect.cut_bottom(40 * kit.k), of_face);
        rect.cut_bottom(4 * kit.k);
    }
    const float head_share = text.empty() ? 1.0F : 0.62F;
    const Rect top{rect.x, rect.y, rect.w, rect.h * head_share};
    const Colour ink = report.status == Status::info ? paint::navy : ink_for(report.status);
    rect.cut_top(lines(kit, top, {22, true, ink, 0.5F}, _(report.head)) + 3 * kit.k);
    if (!text.empty()) lines(kit, rect, {15, false, paint::ink_2, 0.5F}, text);
}

bool entry_known(const Panel& panel, TerminalScreen screen) {
    const int entry = terminal_of(panel).document.entry;
    return screen != TerminalScreen::reading && screen != TerminalScreen::unreadable &&
           screen != TerminalScreen::not_in_list && entry >= 0 &&
           entry < panel.world.setup->voters.size();
}

void draw_entry(Panel& panel, Rect rect) {
    const engine::Translator& _ = panel.reader.translate;
    Kit& kit = panel.kit;
    const Register& voters = panel.world.setup->voters;
    const int entry = terminal_of(panel).document.entry;
    Rect words = rect.cut_bottom(40 * kit.k);
    Rect captions = rect.cut_bottom(16 * kit.k);
    const float wide = (rect.w - 8 * kit.k) / 2;
    for (const bool today : {false, true}) {
        const float x = rect.x + (today ? wide + 8 * kit.k : 0);
        draw_portrait(kit, {x, rect.y, wide, rect.h}, voters, entry, today);
        one_line(kit, {x, captions.y, wide, captions.h}, {11, false, paint::ink_2},
                 today ? _("Camera, now") : _("Register"), Align::centre);
    }
    one_line(kit, words.cut_top(22 * kit.k), {15, true, paint::navy, 0.55F},
             name_of_voter(voters, entry, panel.reader.language));
    const std::string born = fmt::format(
        fmt::runtime(_("born {} · No. {} in the list")),
        static_cast<int>(voters.entries[static_cast<std::size_t>(entry)].birth_year), entry + 1);
    one_line(kit, words, {12, false, paint::ink_2, 0.55F}, born);
}

}  // namespace

bool shows_voter(const Panel& panel, TerminalScreen screen) {
    if (panel.read("test_mode") != 0) return false;
    switch (screen) {
        case TerminalScreen::reading:
        case TerminalScreen::finger:
        case TerminalScreen::comparing:
        case TerminalScreen::face:
        case TerminalScreen::unreadable:
        case TerminalScreen::not_in_list:
        case TerminalScreen::already_identified:
        case TerminalScreen::confirm:
        case TerminalScreen::not_matched:
        case TerminalScreen::printing_receipt:
        case TerminalScreen::printing_ballot:
        case TerminalScreen::no_sheets:
        case TerminalScreen::hand_over:
            return true;
        case TerminalScreen::no_paper:
        case TerminalScreen::no_printer:
        case TerminalScreen::lid_open:
            return panel.read("closed") == 0;
        default:
            return false;
    }
}

void draw_voter(Panel& panel, Rect body, TerminalScreen screen) {
    Kit& kit = panel.kit;
    draw_steps(panel, body.cut_top(28 * kit.k), steps_of(panel, screen));
    engine::view::fill(kit.ui, body, paint::ground);
    Rect inner = body.inset(16 * kit.k, 9 * kit.k);
    Rect left = inner.cut_left(inner.w * 0.42F);
    inner.cut_left(16 * kit.k);
    if (entry_known(panel, screen)) {
        draw_entry(panel, left);
    } else {
        draw_sketch(kit, left,
                    screen == TerminalScreen::not_in_list ? Sketch::stop : Sketch::document);
    }
    if (!panel.targets.empty()) {
        const std::size_t count = panel.targets.size();
        const float gap = 6 * kit.k;
        const float high = count > 2 ? 2 * 36 * kit.k + gap : 40 * kit.k;
        draw_buttons(panel, inner.cut_bottom(high), panel.targets, count > 1 ? 2 : 1);
        inner.cut_bottom(gap);
    }
    draw_report(panel, inner, screen);
}

}  // namespace sim::seats::machine
