#include "sim/seats/start/start.h"

#include <algorithm>
#include <array>

#include "engine/core/paths.h"
#include "sim/seats/start/panels.h"

namespace sim::seats {

using namespace engine::view;

namespace {

void draw_foot(Ui& ui, Desk& desk, const Rect& rect) {
    const engine::Translator& _ = desk.translate();
    fill(ui, rect, Token::sunken);
    fill(ui, {rect.x, rect.y, rect.w, 1}, Token::line);
    float x = rect.x + 16;
    status_shape(ui, {x + 8, rect.centre().y}, 14, Status::ok);
    x += 22;
    const float y = rect.y + 7;
    x += text(ui, {x, y}, Type::small_strong, Token::ok, _("Offline")) + 16;
    const std::string_view stays = _("Nothing leaves this computer");
    const std::string_view invented =
        _("Training only. All people, numbers and candidates are invented.");
    const float stays_width = measure(ui, Type::small, stays).x;
    const float invented_width = measure(ui, Type::small, invented).x;
    if (x + stays_width + invented_width + 48 < rect.right()) {
        text(ui, {x, y}, Type::small, Token::ink_2, stays);
    }
    // A narrow window still says the half that matters.
    const bool all = x + invented_width + 16 < rect.right();
    const std::string_view said = all ? invented : _("Training only");
    const float width = all ? invented_width : measure(ui, Type::small, said).x;
    text(ui, {rect.right() - width - 16, y}, Type::small, Token::ink_2, said);
}

void draw_wide(Ui& ui, Desk& desk, Start& start, Rect page) {
    page = page.inset(24, 12);
    Rect right = page.cut_right(start_side - 24);
    page.cut_right(24);
    draw_heading(ui, desk, start, page.cut_top(44));
    page.cut_top(4);
    const float wanted = hero_height(ui, desk, start, page.w);
    const float hero = std::clamp(wanted, 232.0F, std::max(232.0F, page.h - 160));
    draw_hero(ui, desk, start, page.cut_top(hero));
    page.cut_top(16);
    draw_filters(ui, desk, start, page.cut_top(32));
    page.cut_top(12);
    draw_cards(ui, desk, start, page);

    const bool terse = right.h < 660;
    const float seat = terse ? 76 : 92;
    Rect language = right.cut_bottom(72);
    right.cut_bottom(12);
    draw_seats(ui, desk, start, right.cut_top(44 + 3 * seat));
    right.cut_top(4);
    draw_exam(ui, desk, start, right.cut_top(exam_height(ui, desk, right.w, terse)));
    right.cut_top(8);
    draw_equipment(ui, desk, start,
                   right.cut_top(equipment_height(ui, desk, start, right.w, terse)));
    right.cut_top(8);
    draw_recordings(ui, desk, start, right);
    draw_language(ui, desk, language);
}

void draw_narrow(Ui& ui, Desk& desk, Start& start, Rect page) {
    const engine::Translator& _ = desk.translate();
    const std::array<Segment, 3> choices{{{"drills", std::string(_("Drills")), "", true},
                                          {"you", std::string(_("You and your seat")), "", true},
                                          {"recordings", std::string(_("Recordings")), "", true}}};
    if (const auto tab = tabs(ui, page.cut_top(44), "start.tab", choices, start.tab)) {
        start.tab = *tab;
    }
    page = page.inset(12, 8);
    if (start.tab == 2) {
        draw_recordings(ui, desk, start, page);
        return;
    }
    Rect content = begin_scroll(ui, start.tab == 0 ? "start.drills" : "start.you", page);
    const float top = content.y;
    if (start.tab == 0) {
        content.h = 4000;
        draw_hero(ui, desk, start, content.cut_top(hero_height(ui, desk, start, content.w)));
        content.cut_top(12);
        content.cut_top(draw_filters_wrapped(ui, desk, start, content) + 12);
        content.cut_top(draw_card_list(ui, desk, start, content));
    } else {
        content.h = 4000;
        draw_heading(ui, desk, start, content.cut_top(heading_height(ui, desk, start, content.w)));
        content.cut_top(8);
        draw_seats(ui, desk, start, content.cut_top(44 + 3 * 92));
        content.cut_top(8);
        draw_exam(ui, desk, start, content.cut_top(exam_height(ui, desk, content.w, false)));
        content.cut_top(8);
        draw_equipment(ui, desk, start,
                       content.cut_top(equipment_height(ui, desk, start, content.w, false)));
        content.cut_top(8);
        draw_language(ui, desk, content.cut_top(72));
        content.cut_top(8);
    }
    end_scroll(ui, content.y - top);
}

}  // namespace

bool small_start(const Ui& ui) {
    constexpr float wide = 1000;
    constexpr float tall = 600 + band_height + start_foot;
    return ui.screen.w < wide || ui.screen.h < tall;
}

void refresh(Start& start, const Desk& desk) {
    constexpr std::size_t most = 200;
    if (start.drills.empty()) start.drills = read_drills(engine::scenarios_folder());
    if (start.kits.empty()) start.kits = read_kits(engine::assets_folder() / "kits");
    start.recordings = read_recordings(recordings_folder(), most);
    note_results(start.drills, start.recordings, desk.settings.name);
}

void draw_start(Ui& ui, Desk& desk, Start& start) {
    ui.items.screen = "start";
    const engine::Translator& _ = desk.translate();
    if (!start.named) {
        start.name = desk.settings.name;
        start.named = true;
    }
    fill(ui, ui.screen, Token::ground);
    Band band;
    band.icon = icons::check_box;
    band.seat = "Polldrill";
    band.title = _("Station staff training");
    band.leave = _("Close the program");
    if (draw_band(ui, desk, band).leave) desk.request.kind = Request::Kind::quit;
    Rect page = ui.screen;
    page.cut_top(band_height);
    draw_foot(ui, desk, page.cut_bottom(start_foot));
    if (small_start(ui)) {
        page.cut_bottom(start.covered);
        draw_narrow(ui, desk, start, page);
    } else {
        draw_wide(ui, desk, start, page);
    }
    draw_toasts(ui, desk, ui.screen.bottom() - start_foot - 8);
}

}  // namespace sim::seats
