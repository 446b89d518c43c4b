// The transmission unit: a narrow screen that shows how far the results have got.

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "sim/election/centre.h"
#include "sim/equipment/transmitter.h"
#include "sim/seats/station/screen_panel.h"

namespace sim::seats::machine {

namespace {

const char* refusal_words(sim::Verdict verdict) {
    switch (verdict) {
        case sim::Verdict::bad_signature:
            return N_("The signature does not fit the results.");
        case sim::Verdict::bad_content:
            return N_("These are no results of this election.");
        case sim::Verdict::wrong_station:
            return N_("These are the results of another station.");
        case sim::Verdict::duplicate:
            return N_("These results were acknowledged before.");
        case sim::Verdict::conflict:
            return N_("Other results of this station were acknowledged before.");
        default:
            return "";
    }
}

const char* failure_words(TransmitterFailure failure) {
    switch (failure) {
        case TransmitterFailure::no_sim:
            return N_("There is no SIM in the slot in use.");
        case TransmitterFailure::no_signal:
            return N_("No signal of the mobile network.");
        case TransmitterFailure::no_network:
            return N_("The network did not let the unit in.");
        case TransmitterFailure::lost_connection:
            return N_("The connection was lost.");
        case TransmitterFailure::certificate:
            return N_("The certificate is not in force.");
        case TransmitterFailure::clock:
            return N_("The clock of the scanner is wrong.");
        case TransmitterFailure::refused:
            return N_("The centre refused the results.");
        case TransmitterFailure::stopped:
            return N_("Sending was stopped.");
        default:
            return "";
    }
}

struct ScreenWords {
    const char* head;
    const char* text;
    Sketch sketch;
    Status status = Status::info;
};

ScreenWords words_of(const Panel& panel, TransmitterScreen screen) {
    const auto failure = static_cast<TransmitterFailure>(panel.read("failure"));
    switch (screen) {
        case TransmitterScreen::starting:
            return {N_("Starting"), N_("Please wait."), Sketch::wait};
        case TransmitterScreen::connect_scanner:
            return {N_("No results here"), N_("They come over the data lead from the scanner."),
                    Sketch::lead, Status::idle};
        case TransmitterScreen::ready_to_send:
            return {N_("Ready to send"),
                    failure == TransmitterFailure::none
                        ? N_("The results of the scanner are here, signed.")
                        : failure_words(failure),
                    Sketch::send, failure == TransmitterFailure::none ? Status::ok : Status::care};
        case TransmitterScreen::acknowledged:
            return {N_("Sent and acknowledged"), N_("The centre has the results."), Sketch::done,
                    Status::ok};
        case TransmitterScreen::waiting_to_retry:
            return {N_("Waiting for the next try"), failure_words(failure), Sketch::clock,
                    Status::care};
        case TransmitterScreen::insert_sim:
            return {N_("No SIM"), failure_words(TransmitterFailure::no_sim), Sketch::sim,
                    Status::fault};
        case TransmitterScreen::certificate:
            return {N_("Certificate not in force"), N_("Call the support line."), Sketch::seal,
                    Status::fault};
        case TransmitterScreen::clock:
            return {N_("Clock wrong"), N_("The certificate cannot be checked."), Sketch::clock,
                    Status::fault};
        case TransmitterScreen::refused:
            return {N_("Refused by the centre"),
                    refusal_words(static_cast<sim::Verdict>(panel.read("refusal"))), Sketch::stop,
                    Status::fault};
        case TransmitterScreen::not_sent:
            return {N_("Not sent"), failure_words(failure), Sketch::stop, Status::fault};
        default:
            return {N_("Sending"), "", Sketch::none};
    }
}

bool sending(TransmitterScreen screen) {
    return screen >= TransmitterScreen::checking_sim && screen <= TransmitterScreen::printing;
}

/// The way to the centre, step by step (A3.2).
void draw_way(Panel& panel, const Rect& body, TransmitterScreen screen) {
    const engine::Translator& _ = panel.reader.translate;
    Kit& kit = panel.kit;
    const std::array<std::string_view, 8> names{
        _("SIM"),         _("Signal"),       _("Network"),       _("Tunnel"),
        _("Certificate"), _("Results sent"), _("Centre checks"), _("Slip printed")};
    const auto at = static_cast<std::size_t>(screen) -
                    static_cast<std::size_t>(TransmitterScreen::checking_sim);
    engine::view::fill(kit.ui, body, paint::ground);
    Rect inner = body.inset(18 * kit.k, 12 * kit.k);
    if (!panel.targets.empty()) {
        const Rect row = inner.cut_bottom(44 * kit.k);
        inner.cut_bottom(8 * kit.k);
        draw_buttons(panel, row, panel.targets, static_cast<int>(panel.targets.size()));
    }
    const std::string head = fmt::format(fmt::runtime(_("Sending, try {}")), panel.read("tries"));
    one_line(kit, inner.cut_top(36 * kit.k), {26, true}, head);
    const float wide = inner.w / 2;
    const float high = std::min(26 * kit.k, inner.h / 4);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto column = static_cast<float>(i / 4);
        const auto row = static_cast<float>(i % 4);
        Rect place{inner.x + column * wide, inner.y + row * high, wide - 8 * kit.k, high};
        const Rect sign = place.cut_left(20 * kit.k);
        const Status status = i < at ? Status::ok : i == at ? Status::info : Status::idle;
        if (status == Status::idle) {
            engine::view::ring(kit.ui, sign.centre(), 7 * kit.k, paint::grey,
                               std::max(1.0F, 1.2F * kit.k));
        } else {
            status_sign(kit, sign.centre(), 16 * kit.k, status, ink_for(status));
        }
        place.cut_left(6 * kit.k);
        one_line(kit, place, {15, i == at, ink_for(status)}, names[i]);
    }
}

/// Bars as on a telephone, with the figure.
void draw_signal(Panel& panel, const Rect& rect) {
    const engine::Translator& _ = panel.reader.translate;
    Kit& kit = panel.kit;
    const std::int64_t dbm = panel.read("signal");
    Rect row = rect;
    const Rect bars = row.cut_left(34 * kit.k);
    for (int i = 0; i < 5; ++i) {
        const float high = (5 + 3 * static_cast<float>(i)) * kit.k;
        const bool lit = dbm >= -111 + 9 * i;
        engine::view::fill(kit.ui,
                           {bars.x + 6 * kit.k * static_cast<float>(i),
                            bars.centre().y + 9 * kit.k - high, 4 * kit.k, high},
                           lit ? paint::navy : paint::line);
    }
    row.cut_left(4 * kit.k);
    one_line(kit, row, {15, true},
             fmt::format(fmt::runtime(_("{} dBm · SIM {}")), dbm, panel.read("sim")));
}

}  // namespace

void draw_transmitter(Panel& panel) {
    const engine::Translator& _ = panel.reader.translate;
    const auto screen = static_cast<TransmitterScreen>(panel.read("screen"));
    Rect body = draw_header(panel, panel.world.now);
    Kit& kit = panel.kit;
    if (screen != TransmitterScreen::starting) {
        Rect foot = body.cut_bottom(foot_height * kit.k);
        engine::view::fill(kit.ui, foot, paint::foot);
        engine::view::fill(kit.ui, {foot.x, foot.y, foot.w, std::max(1.0F, kit.k)}, paint::line);
        foot = foot.inset(14 * kit.k, 0);
        const std::string words = panel.read("package") != 0
                                      ? std::string(_("Results taken over"))
                                      : std::string(_("No results taken over"));
        const float wide = foot.w * 0.5F;
        one_line(kit, foot.cut_right(wide), {15, true}, words, Align::right);
        draw_signal(panel, foot);
    }
    if (sending(screen)) return draw_way(panel, body, screen);
    const ScreenWords found = words_of(panel, screen);
    Face face;
    face.head = _(found.head);
    face.text = *found.text == '\0' ? std::string() : std::string(_(found.text));
    face.sketch = found.sketch;
    face.busy = screen == TransmitterScreen::starting;
    if (found.status == Status::fault) face.head_ink = paint::red;
    if (found.status == Status::ok) face.head_ink = paint::green;
    if (screen == TransmitterScreen::not_sent || screen == TransmitterScreen::waiting_to_retry) {
        face.after = fmt::format(fmt::runtime(_("Tries so far: {}")), panel.read("tries"));
    }
    draw_face(panel, body, face);
}

}  // namespace sim::seats::machine
