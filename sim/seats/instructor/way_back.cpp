#include <algorithm>

#include "sim/seats/instructor/state.h"
#include "sim/station/verb.h"

namespace sim::seats {

using namespace engine::view;

namespace {

struct Way {
    std::string name;
    WayBack way;
};

std::vector<Way> ways(const View& view) {
    const engine::Translator& _ = view.reader.translate;
    std::vector<Way> all;
    const Time earliest = view.live.session->earliest();
    const auto add = [&](Time time, std::string name, std::string label) {
        if (time >= earliest && time < view.now()) {
            all.push_back({std::move(name), {time, std::move(label), false, {}}});
        }
    };
    int number = 0;
    for (const Mark& mark : view.state.watch.marks) {
        if (mark.kind != Mark::Kind::bookmark) continue;
        const std::string label = mark.text.empty() ? std::string(_("Bookmark")) : mark.text;
        all.push_back(
            {"bookmark." + std::to_string(++number), {mark.time, label, true, mark.text}});
    }
    for (const InPlay& item : view.state.watch.in_play) {
        if (!item.begun(view.now())) continue;
        add(item.since - engine::second, "before." + std::to_string(item.injection),
            engine::fill(_("Before: {}"),
                         std::vector{view.fault(item.fault).title.in(view.reader.language)}));
    }
    for (const int minutes : {1, 2, 5, 10, 15, 30, 60, 120}) {
        const Time time = (view.now() - minutes * engine::minute) / engine::second * engine::second;
        add(time, "minutes." + std::to_string(minutes),
            engine::fill(_("{} min ago"), std::vector{std::to_string(minutes)}));
    }
    add(earliest, "start", std::string(_("Beginning of the drill")));
    std::stable_sort(all.begin(), all.end(),
                     [](const Way& a, const Way& b) { return a.way.time > b.way.time; });
    return all;
}

/// A bookmark shows how it was when it was set: what was said at that very moment has not been said
/// yet. It is set again, for in the new branch it would not be there.
bool go_to_bookmark(View& view, const WayBack& way) {
    const Time before = std::max(way.time - engine::microsecond, view.live.session->earliest());
    if (!back_to(view.live, before)) return false;
    skip_to(view.live, way.time);
    Command command;
    if (const auto id = find_verb("bookmark", std::nullopt)) command.verb = *id;
    command.words = way.words;
    say(view.live, command, Seat::instructor);
    return true;
}

void go_back(View& view) {
    const engine::Translator& _ = view.reader.translate;
    const WayBack way = *view.state.way_back;
    view.state.way_back.reset();
    view.state.skip_until = -1;
    if (!(way.bookmark ? go_to_bookmark(view, way) : back_to(view.live, way.time))) {
        toast(view.desk, view.ui, Status::care,
              std::string(_("That moment is no longer kept. Choose another one.")));
        return;
    }
    look(view.state.watch, view.live);
    toast(view.desk, view.ui, Status::ok,
          engine::fill(_("Back at {}. Time stands; what came after is kept as a branch."),
                       std::vector{engine::format_clock(view.now())}));
    focus(view.ui, "time.freeze");
}

}  // namespace

void draw_back_menu(View& view, const Rect& anchor) {
    if (!menu_open(view.ui, "back")) return;
    const engine::Translator& _ = view.reader.translate;
    const std::vector<Way> all = ways(view);
    std::vector<MenuEntry> entries;
    for (const Way& way : all) {
        MenuEntry entry;
        entry.name = way.name;
        entry.label = way.way.label;
        entry.key = engine::format_clock(way.way.time);
        entries.push_back(std::move(entry));
    }
    if (const auto chosen = menu(view.ui, "back", anchor, _("Back to…"), entries)) {
        ask_back(view, all[static_cast<std::size_t>(*chosen)].way);
    }
}

float draw_way_back(View& view, const Rect& rect) {
    if (!view.state.way_back) return 0;
    Ui& ui = view.ui;
    const engine::Translator& _ = view.reader.translate;
    const WayBack& way = *view.state.way_back;
    const std::string words = engine::fill(
        _("Go back to {} ({})? Time will stand there. What came after stays in the recording as a "
          "branch of its own."),
        std::vector{engine::format_clock(way.time), way.label});
    Button go{"back.go", std::string(_("Go back"))};
    go.look = Look::primary;
    const Button stay{"back.stay", std::string(_("Stay here"))};
    const float acts = width_of(ui, go) + width_of(ui, stay) + 24;
    const bool beside = rect.w - acts - 60 > 240;
    const float room = beside ? rect.w - acts - 60 : rect.w - 62;
    const float text_h = measure(ui, Type::body, words, room).y;
    const float h = beside ? std::max(56.0F, text_h + 20) : text_h + 68;
    const Rect bar{rect.x, rect.y, rect.w, h};
    fill(ui, bar, Token::care_soft);
    fill(ui, {bar.x, bar.bottom() - 2, bar.w, 2}, Token::care);
    const float middle = beside ? bar.centre().y : bar.y + 10 + text_h / 2;
    status_shape(ui, {bar.x + 26, middle}, 20, Status::care);
    paragraph(ui, {bar.x + 46, middle - text_h / 2, room, 0}, Type::body, Token::ink, words);
    const float y = beside ? bar.centre().y - 20 : bar.bottom() - 50;
    const float x = beside ? bar.right() - acts + 8 : bar.x + 46;
    const bool gone = button(ui, {x, y, width_of(ui, go), 40}, go);
    const bool stays = button(ui, {x + width_of(ui, go) + 8, y, width_of(ui, stay), 40}, stay) ||
                       shortcut(ui, view.desk.key("back"));
    if (gone) {
        go_back(view);
    } else if (stays) {
        view.state.way_back.reset();
        focus(ui, "time.back");
    }
    return h;
}

}  // namespace sim::seats
