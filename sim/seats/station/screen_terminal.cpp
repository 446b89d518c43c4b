// The voter-ID terminal: what its operator sees.

#include <fmt/format.h>

#include <algorithm>

#include "sim/equipment/terminal.h"
#include "sim/seats/station/screen_panel.h"
#include "sim/seats/station/screen_voter.h"
#include "sim/station/reach.h"

namespace sim::seats::machine {

namespace {

struct Words {
    const char* head;
    const char* text;
    Sketch sketch = Sketch::none;
    bool busy = false;
};

/// Screens on which no voter is being dealt with.
Words words_of(const Panel& panel, TerminalScreen screen) {
    switch (screen) {
        case TerminalScreen::starting:
            return {N_("Starting"), N_("Please wait."), Sketch::wait, true};
        case TerminalScreen::self_test:
            return {N_("Checking itself"),
                    N_("Printer, finger sensor, camera, register and link are being checked."),
                    Sketch::wait, true};
        case TerminalScreen::fault:
            return {N_("Not ready"), "", Sketch::stop};
        case TerminalScreen::login:
            return {N_("Put in the operator's card"), "", Sketch::card};
        case TerminalScreen::locked:
            return {N_("Locked"), N_("It was not used for a time. The operator's card unlocks it."),
                    Sketch::closed};
        case TerminalScreen::menu:
            return {N_("Not open for voters"), "", Sketch::none};
        case TerminalScreen::test_menu:
            return {N_("Test mode"), "", Sketch::none};
        case TerminalScreen::next_voter:
            return {N_("Next voter"), N_("Lay the document on the reader."), Sketch::document};
        case TerminalScreen::closed:
            return {N_("Closed for voters"), "", Sketch::closed};
        case TerminalScreen::printing_summary:
            return {N_("Printing"), N_("Summary of the day"), Sketch::printer, true};
        case TerminalScreen::exporting:
            return {N_("Handing the data out"), N_("Please wait."), Sketch::medium, true};
        case TerminalScreen::shutting_down:
            return {N_("Shutting down"), N_("Please wait."), Sketch::wait, true};
        case TerminalScreen::comparing:
            return {N_("Test running"), N_("A made-up voter is being compared."), Sketch::finger,
                    true};
        case TerminalScreen::printing_receipt:
            return {N_("Printing"), N_("Test receipt"), Sketch::printer, true};
        case TerminalScreen::no_paper:
            return {N_("No receipt paper"), N_("Put in a new roll; printing begins again."),
                    Sketch::roll};
        case TerminalScreen::no_printer:
            return {N_("Printer not connected"), N_("Stop for this voter and start again."),
                    Sketch::printer};
        case TerminalScreen::lid_open:
            return {N_("Printer lid open"), N_("Close the lid; printing begins again."),
                    Sketch::lid};
        default:
            static_cast<void>(panel);
            return {"", ""};
    }
}

std::string problems(const Panel& panel) {
    const engine::Translator& _ = panel.reader.translate;
    const auto found = static_cast<unsigned>(panel.read("problems"));
    std::string text;
    const auto add = [&](unsigned bit, const char* words) {
        if ((found & bit) == 0) return;
        if (!text.empty()) text += '\n';
        text += _(words);
    };
    add(terminal_problem::no_paper, N_("No receipt paper"));
    add(terminal_problem::lid_open, N_("Printer lid open"));
    add(terminal_problem::sensor_dirty, N_("The finger sensor is dirty"));
    add(terminal_problem::no_printer, N_("Printer not connected"));
    add(terminal_problem::wrong_station, N_("Prepared for another station"));
    add(terminal_problem::no_peer, N_("No link to the other terminal"));
    return text;
}

std::string tests_done(const Panel& panel) {
    const engine::Translator& _ = panel.reader.translate;
    std::string done;
    const auto add = [&](const char* name, const char* words) {
        if (panel.read(name) == 0) return;
        if (!done.empty()) done += ", ";
        done += _(words);
    };
    add("tested_match", N_("a match"));
    add("tested_no_match", N_("a mismatch"));
    add("tested_already", N_("a repeated visit"));
    add("tested_receipt", N_("a receipt"));
    if (done.empty()) return std::string(_("No test done yet"));
    return fmt::format(fmt::runtime(_("Tests done: {}")), done);
}

Face face_of(const Panel& panel, TerminalScreen screen) {
    const engine::Translator& _ = panel.reader.translate;
    const Words words = words_of(panel, screen);
    Face face;
    face.head = *words.head == '\0' ? std::string() : std::string(_(words.head));
    face.text = *words.text == '\0' ? std::string() : std::string(_(words.text));
    face.sketch = words.sketch;
    face.busy = words.busy;
    switch (screen) {
        case TerminalScreen::fault:
            face.head_ink = paint::red;
            face.text = problems(panel);
            break;
        case TerminalScreen::test_menu:
            face.text = tests_done(panel);
            face.menu = true;
            break;
        case TerminalScreen::menu:
            face.text = fmt::format(fmt::runtime(_("Voters in the register: {}")),
                                    panel.world.setup->voters.size());
            break;
        case TerminalScreen::closed:
            face.text =
                fmt::format(fmt::runtime(_("Identified today: {}")), panel.read("identified"));
            break;
        case TerminalScreen::login:
            if (panel.target("pin") == nullptr) face.text = _("Then enter its PIN.");
            break;
        default:
            break;
    }
    return face;
}

Foot foot_of_terminal(const Panel& panel) {
    const engine::Translator& _ = panel.reader.translate;
    const std::int64_t charge = panel.read("battery") / 10;
    Foot foot;
    if (panel.read("mains") == 0) {
        foot.status = Status::care;
        foot.words = fmt::format(fmt::runtime(_("On battery, {} %")), charge);
    } else if (panel.read("peer_linked") == 0 && panel.world.terminals.size() > 1) {
        foot.status = Status::care;
        foot.words = _("No link to the other terminal");
    } else if (panel.read("closed") != 0) {
        foot.words = _("Closed for voters");
    } else if (panel.read("opened") != 0) {
        foot.status = Status::ok;
        const bool tray = panel.spec().part(Role::ballot_tray) != no_part;
        foot.words = tray ? fmt::format(fmt::runtime(_("Open · sheets in the tray: {}")),
                                        panel.read("sheets_left"))
                          : std::string(_("Open for voters"));
    } else {
        foot.words = _("Not open for voters");
    }
    foot.label = _("Identified");
    foot.figure = fmt::format("{:03}", panel.read("identified"));
    return foot;
}

/// The orange banner that nobody can overlook (A2.4).
void draw_test_banner(Panel& panel, Rect& body) {
    const engine::Translator& _ = panel.reader.translate;
    Kit& kit = panel.kit;
    const Rect band = body.cut_top(24 * kit.k);
    engine::view::fill(kit.ui, band, paint::amber);
    one_line(kit, band, {13, true, paint::on_amber}, _("TEST MODE · NOTHING COUNTS"),
             Align::centre);
}

}  // namespace

void draw_terminal(Panel& panel) {
    const engine::Translator& _ = panel.reader.translate;
    const auto screen = static_cast<TerminalScreen>(panel.read("screen"));
    Rect body = draw_header(panel, panel.world.now);
    if (panel.read("test_mode") != 0) draw_test_banner(panel, body);
    const bool running = screen != TerminalScreen::starting && screen != TerminalScreen::self_test;
    if (running)
        draw_foot(panel, body.cut_bottom(foot_height * panel.kit.k), foot_of_terminal(panel));
    const Target* pin = panel.target("pin");
    if (pin != nullptr) {
        return draw_keypad(panel, body, *pin, std::string(_("Enter PIN")),
                           std::string(_("Card of the operator")), true);
    }
    if (shows_voter(panel, screen)) return draw_voter(panel, body, screen);
    draw_face(panel, body, face_of(panel, screen));
}

}  // namespace sim::seats::machine
