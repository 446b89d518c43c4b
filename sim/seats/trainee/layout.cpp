#include "sim/seats/trainee/layout.h"

#include <fmt/format.h>

#include <algorithm>

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr float edge = 16;
constexpr float gap = 12;
constexpr float bottom_row = 100;

bool device_with_screen(const Scene& scene) {
    const DeviceId device = scene.me.plan.device;
    return device != no_device && has_screen(scene.world(), device);
}

void carry_out(Scene& scene, const PlanResult& result) {
    if (result.act) act_as(scene, *result.act);
    if (result.missed) {
        const engine::Translator& _ = scene.desk.translate();
        toast(scene.desk, scene.ui, Status::info,
              std::string(_("Let go of beside the slot: the sheet stays where it was")));
    }
    if (result.look != no_part) {
        scene.me.paper = result.look;
        open_sheet(scene, Sheet::paper);
    }
    if (result.screen != no_device) {
        scene.me.screen = result.screen;
        open_sheet(scene, Sheet::screen);
    }
}

/// The room lies behind the panels; where they leave it free was seen in the frame before.
void draw_ground(Scene& scene, const Rect& area) {
    if (!in_room(scene)) return;
    const bool free = scene.me.sheet == Sheet::none && !scene.me.ask && !scene.desk.covered() &&
                      !scene.me.demo.world;
    scene.me.plan.covered = !free;
    scene.me.room.for_picture = scene.desk.for_picture;
    Rect middle = scene.me.room.middle;
    if (middle.empty()) middle = area.inset(area.w * 0.25F, area.h * 0.1F);
    carry_out(scene, draw_room_view(scene.ui, area, middle, scene.world(), scene.reader(),
                                    scene.me.plan, scene.me.room, scene.live.post, "plan", true));
}

void draw_middle(Scene& scene, const Rect& area, Rect rect) {
    Rect strip = rect;
    const float shown = draw_show_me(scene, strip);
    if (shown > 0) rect.cut_top(shown + 8);
    if (in_room(scene)) {
        if (!(scene.me.room.middle == rect)) wake_in(scene.ui, 0);
        scene.me.room.middle = rect;
        draw_bubbles(scene, area);
        return;
    }
    const bool free = scene.me.sheet == Sheet::none && !scene.me.ask && !scene.desk.covered() &&
                      !scene.me.demo.world;
    scene.me.plan.covered = !free;
    carry_out(scene, draw_plan(scene.ui, rect, scene.world(), scene.reader(), scene.me.plan,
                               scene.live.post, "plan", true));
}

// -- the device's screen beside the plan

float screen_height(const Scene& scene, float width) {
    return device_with_screen(scene) ? width * 9 / 16 + 16 : 0;
}

void draw_screen(Scene& scene, const Rect& rect) {
    Ui& ui = scene.ui;
    const DeviceId device = scene.me.plan.device;
    shadow(ui, rect);
    fill(ui, rect, Colour{23, 26, 29}, 10);
    const std::string prefix = "screen." + scene.layout().device(device).name;
    // Under a sheet that shows the same screen there is only the picture.
    const bool free = scene.me.sheet == Sheet::none && !scene.me.ask;
    ScreenState* state = free ? &scene.me.screens[device] : nullptr;
    const auto touched =
        draw_device_screen(ui, rect.inset(8), scene.world(), device, scene.reader(), prefix, state);
    if (touched) touch(scene, *touched);
}

void enlarge_button(Scene& scene, const Rect& rect) {
    const engine::Translator& _ = scene.desk.translate();
    Button enlarge{"trainee.enlarge", std::string(_("Enlarge the screen")), "", icons::expand};
    enlarge.key = scene.desk.key("trainee.screen");
    enlarge.show_key = true;
    enlarge.look = Look::quiet;
    if (!scene.desk.settings.plan) panel(scene.ui, rect, true);
    if (button(scene.ui, rect, enlarge)) {
        scene.me.screen = scene.me.plan.device;
        open_sheet(scene, Sheet::screen);
    }
}

/// What needs an answer comes to the front once; then the trainee chooses.
void bring_forward(Scene& scene) {
    const bool asks = asks_whether_counted(scene);
    if (asks && !scene.me.asked) {
        scene.me.side = SideTab::counted;
        scene.me.asked_at = scene.ui.time;
        scene.me.counted_choice = -1;
    }
    if (!asks && scene.me.side == SideTab::counted) scene.me.side = SideTab::checklist;
    if (!asks && scene.me.page == SideTab::counted) scene.me.page = SideTab::plan;
    scene.me.asked = asks;
}

// -- the panel at the left

void draw_left(Scene& scene, const Rect& rect, const Checklist& list) {
    const engine::Translator& _ = scene.desk.translate();
    panel(scene.ui, rect, true);
    Rect inside = rect.inset(2);
    std::vector<Segment> choices{{"checklist", std::string(_("Checklist"))},
                                 {"events", std::string(_("Events"))}};
    constexpr SideTab order[] = {SideTab::checklist, SideTab::events, SideTab::counted};
    if (scene.me.asked) choices.push_back({"ballot", std::string(_("Ballot"))});
    int chosen = 0;
    for (int i = 0; i < static_cast<int>(choices.size()); ++i) {
        if (order[i] == scene.me.side) chosen = i;
    }
    if (const auto other = tabs(scene.ui, inside.cut_top(38), "trainee.left", choices, chosen)) {
        chosen = *other;
        scene.me.side = order[chosen];
    }
    if (order[chosen] == SideTab::events) {
        draw_events(scene, inside.inset(14, 12));
    } else if (order[chosen] == SideTab::counted) {
        draw_counted(scene, inside.inset(14, 10));
    } else {
        draw_checklist(scene, inside, list);
    }
}

/// Hand, telephone and views in one row, in the same place in every view.
void draw_bottom(Scene& scene, Rect bottom, float between) {
    Ui& ui = scene.ui;
    const Rect views = bottom.cut_right(std::min(views_width(scene), bottom.w * 0.6F));
    bottom.cut_right(between);
    const float talk = talk_tiles_width(scene);
    if (bottom.w - talk - between >= 150) {
        const Rect tiles = bottom.cut_right(talk);
        bottom.cut_right(between);
        panel(ui, tiles, true);
        draw_talk_tiles(scene, tiles);
    }
    panel(ui, bottom, true);
    draw_tray(scene, bottom);
    panel(ui, views, true);
    draw_views(scene, views);
}

Rect draw_wide(Scene& scene, Rect area, const Checklist& list) {
    Ui& ui = scene.ui;
    draw_ground(scene, area);
    Rect page = area.inset(edge);
    draw_bottom(scene, page.cut_bottom(bottom_row), edge);
    page.cut_bottom(edge);
    Rect left = page.cut_left(288);
    scene.me.waited = scene.me.waited || people_waiting(scene) > 0;
    if (scene.me.waited) {
        const Rect waiting = left.cut_bottom(waiting_height(scene, 256) + 24);
        left.cut_bottom(gap);
        panel(ui, waiting, true);
        draw_waiting(scene, waiting.inset(16, 12));
    }
    draw_left(scene, left, list);
    page.cut_left(edge);
    const bool screen = device_with_screen(scene);
    Rect right = page.cut_right(screen ? std::min(448.0F, page.w * 0.42F) : 264.0F);
    page.cut_right(edge);
    if (screen) {
        draw_screen(scene, right.cut_top(screen_height(scene, right.w)));
        enlarge_button(scene, right.cut_top(36));
        right.cut_top(4);
    }
    draw_side(scene, right);
    draw_middle(scene, area, page);
    return page;
}

// -- pages of a small window and of the one panel of a middling one

struct Page {
    SideTab tab;
    const char* name;
    std::string title;
};

std::vector<Page> pages(Scene& scene, bool with_plan) {
    const engine::Translator& _ = scene.desk.translate();
    std::vector<Page> all;
    if (with_plan)
        all.push_back({SideTab::plan, "plan", std::string(in_room(scene) ? _("Room") : _("Plan"))});
    all.push_back({SideTab::checklist, "checklist", std::string(_("Checklist"))});
    if (scene.me.asked) {
        all.push_back({SideTab::counted, "ballot", std::string(_("Ballot"))});
    }
    const auto people = people_to_talk_to(scene).size();
    std::string title(_("People"));
    if (people > 0) title += fmt::format(" {}", people);
    all.push_back({SideTab::people, "people", title});
    all.push_back({SideTab::station, "station", std::string(_("Station"))});
    all.push_back({SideTab::events, "events", std::string(_("Events"))});
    return all;
}

void draw_people_page(Scene& scene, Rect rect) {
    if (people_waiting(scene) > 0) {
        draw_waiting(scene, rect.cut_top(waiting_height(scene, rect.w)));
        rect.cut_top(gap);
    }
    if (scene.me.bubbles == Bubbles::full) {
        const engine::Translator& _ = scene.desk.translate();
        const bool somebody = chosen_person(scene) != no_part;
        empty_state(scene.ui, rect, Status::info,
                    somebody ? _("What can be said stands with the speaker in the room.")
                             : _("Nobody stands before you."));
        return;
    }
    draw_person(scene, rect);
}

void draw_station_page(Scene& scene, const Rect& rect) {
    Ui& ui = scene.ui;
    const Rect content = begin_scroll(ui, "trainee.station.list", rect);
    Rect rest{content.x + 6, content.y, content.w - 12, 40000};
    draw_posts(scene, rest.cut_top(posts_height(scene, rest.w, PostsLook::rows)), PostsLook::rows);
    rest.cut_top(gap);
    draw_talk_buttons(scene, rest.cut_top(talk_buttons_height(scene, rest.w)));
    rest.cut_top(gap);
    draw_station(scene, rest.cut_top(station_height(scene, rest.w)));
    end_scroll(ui, rest.y - content.y);
}

void draw_page(Scene& scene, const Rect& rect, SideTab page, const Checklist& list) {
    switch (page) {
        case SideTab::people:
            draw_people_page(scene, rect.inset(14, 10));
            break;
        case SideTab::counted:
            draw_counted(scene, rect.inset(14, 10));
            break;
        case SideTab::station:
        case SideTab::posts:
            draw_station_page(scene, rect.inset(8, 10));
            break;
        case SideTab::events:
            draw_events(scene, rect.inset(14, 10));
            break;
        case SideTab::checklist:
        case SideTab::plan:
            draw_checklist(scene, rect, list);
            break;
    }
}

/// Tabs over pages; returns the page that is shown.
SideTab choose_page(Scene& scene, const Rect& rect, const std::vector<Page>& all, SideTab& now) {
    std::vector<Segment> choices;
    int chosen = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        choices.push_back({all[i].name, all[i].title});
        if (all[i].tab == now) chosen = static_cast<int>(i);
    }
    const float room = rect.w / static_cast<float>(std::max<std::size_t>(1, choices.size())) - 6;
    const bool fit = std::all_of(choices.begin(), choices.end(), [&](const Segment& one) {
        return measure(scene.ui, Type::small_strong, one.label).x <= room;
    });
    // Words are not broken: where they have no room, the pages are a list to choose from.
    const auto other =
        fit ? tabs(scene.ui, rect, "trainee.page", choices, chosen)
            : choice(scene.ui, rect.inset(8, 2), "trainee.page", choices[0].label, choices, chosen);
    if (other) {
        chosen = *other;
        now = all[static_cast<std::size_t>(chosen)].tab;
    }
    return all[static_cast<std::size_t>(chosen)].tab;
}

Rect draw_middling(Scene& scene, Rect area, const Checklist& list) {
    Ui& ui = scene.ui;
    draw_ground(scene, area);
    Rect page = area.inset(gap);
    draw_bottom(scene, page.cut_bottom(bottom_row), gap);
    page.cut_bottom(gap);
    Rect left = page.cut_left(300);
    page.cut_left(gap);
    if (device_with_screen(scene)) {
        // Where it would leave the list no room it is seen in the picture alone.
        const float high = screen_height(scene, left.w);
        if (left.h - high >= 260) draw_screen(scene, left.cut_top(high));
        enlarge_button(scene, left.cut_top(36));
        left.cut_top(4);
    }
    panel(ui, left, true);
    Rect inside = left.inset(2);
    const auto all = pages(scene, false);
    draw_page(scene, inside, choose_page(scene, inside.cut_top(40), all, scene.me.side), list);
    draw_middle(scene, area, page);
    return page;
}

Rect draw_small(Scene& scene, Rect area, const Checklist& list) {
    Ui& ui = scene.ui;
    const auto all = pages(scene, true);
    const SideTab shown = choose_page(scene, area.cut_top(40), all, scene.me.page);
    if (shown != SideTab::plan) {
        fill(ui, area, Token::paper);
        draw_page(scene, area, shown, list);
        return area;
    }
    const Rect ground = area;
    draw_ground(scene, ground);
    Rect bottom = area.cut_bottom(44);
    fill(ui, bottom, Token::paper);
    const engine::Translator& _ = scene.desk.translate();
    const PartId hand = scene.me.plan.hand;
    Button take{"trainee.take",
                hand == no_part ? std::string(_("Take")) : std::string(_("In hand")),
                hand == no_part ? std::string() : label_of(scene.layout(), hand, scene.reader()),
                icons::hand};
    take.selected = hand != no_part;
    const float wide = std::min(width_of(ui, take), bottom.w * 0.4F);
    if (button(ui, bottom.cut_left(wide + 4).inset(2, 3), take)) open_sheet(scene, Sheet::hand);
    if (device_with_screen(scene)) {
        Button enlarge{"trainee.enlarge", "", std::string(_("Enlarge the screen")), icons::expand};
        if (button(ui, bottom.cut_left(44).inset(2, 3), enlarge)) {
            scene.me.screen = scene.me.plan.device;
            open_sheet(scene, Sheet::screen);
        }
    }
    draw_views(scene, bottom);
    draw_middle(scene, ground, area.inset(6));
    return area;
}

/// Another step comes into sight in the list.
void follow_current(Scene& scene, const Checklist& list) {
    if (list.current == scene.me.current) return;
    scene.me.current = list.current;
    scene.me.in_sight = 0;
}

}  // namespace

Rect draw_layout(Scene& scene, const Rect& area) {
    bring_forward(scene);
    const Checklist list = checklist(scene);
    follow_current(scene, list);
    const bool middling = area.w >= 880 && area.h >= 430;
    scene.me.bubbles = in_room(scene) ? bubbles_fit(scene, !middling) : Bubbles::none;
    if (area.w >= 1180 && area.h >= 560) {
        return draw_wide(scene, area, list);
    }
    if (middling) return draw_middling(scene, area, list);
    return draw_small(scene, area, list);
}

}  // namespace sim::seats
