#include <fmt/format.h>

#include <utility>

#include "sim/seats/station/feeding.h"
#include "sim/seats/trainee/panels.h"
#include "sim/station/reach.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr std::size_t most_seals = 12;  ///< one free seal is as good as another

struct Kind {
    const char* name;
    PartKind kind;
    const char* label;  ///< msgid
    const char* symbol;
};
constexpr Kind kinds[] = {
    {"seals", PartKind::seal, N_("Seals"), icons::lock},
    {"cards", PartKind::card, N_("Cards"), icons::card},
    {"rolls", PartKind::roll, N_("Rolls"), icons::print},
    {"cloth", PartKind::cloth, N_("Cloth"), icons::hand},
    {"media", PartKind::medium, N_("Media"), icons::box},
    {"sims", PartKind::sim_card, N_("SIM cards"), icons::signal},
    {"keys", PartKind::key, N_("Keys"), icons::key},
    {"sheets", PartKind::paper, N_("Test sheets"), icons::paper},
};

/// A scanner waits for sheets that nobody votes with.
bool asks_for_test_sheets(const Scene& scene) {
    const auto& scanners = scene.world().scanners;
    return std::any_of(scanners.begin(), scanners.end(), [](const Scanner& one) {
        return one.mode == ScannerMode::test || one.path == PathState::calibrating_double ||
               one.path == PathState::calibrating_single;
    });
}

std::vector<PartId> loose(const Scene& scene, PartKind kind) {
    std::vector<PartId> items;
    if (kind == PartKind::paper && !asks_for_test_sheets(scene)) return items;
    const auto& parts = scene.layout().parts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto part = static_cast<PartId>(i);
        if (parts[i].kind != kind || !can_be_held(scene.world(), part)) continue;
        items.push_back(part);
        if (kind == PartKind::seal && items.size() >= most_seals) break;
    }
    return items;
}

std::string item_label(const Scene& scene, PartId part) {
    std::string label = label_of(scene.layout(), part, scene.reader());
    const std::string state = state_words(scene.world(), part, scene.reader());
    return state.empty() ? label : fmt::format("{} · {}", label, state);
}

std::vector<MenuEntry> entries_of(const Scene& scene, const std::vector<PartId>& items) {
    std::vector<MenuEntry> entries;
    for (const PartId part : items) {
        MenuEntry entry;
        entry.name = scene.layout()[part].name;
        entry.label = item_label(scene, part);
        entry.selected = scene.me.plan.hand == part;
        const Refusal away = reach(scene.world(), part);
        entry.enabled = !away;
        entry.help = away ? describe(away, scene.live.setup(), scene.reader())
                          : scene.layout()[part].hint.in(scene.reader().language);
        entries.push_back(std::move(entry));
    }
    return entries;
}

void take_up(Scene& scene, PartId part) {
    scene.me.plan.hand = scene.me.plan.hand == part ? no_part : part;
    wake_in(scene.ui, 0);
}

/// What can be taken, behind one button for each kind.
void draw_kind(Scene& scene, const Rect& rect, const Kind& kind, const std::vector<PartId>& items) {
    Ui& ui = scene.ui;
    const engine::Translator& _ = scene.desk.translate();
    const std::string name = fmt::format("trainee.take.{}", kind.name);
    Item item;
    item.name = name;
    item.label = _(kind.label);
    item.help = _("Take one of them into the hand");
    item.rect = rect;
    item.enabled = !items.empty();
    const Response response = act(ui, item);
    if (response.hovered && item.enabled) fill(ui, rect, Token::sunken, 6);
    const Ink ink = item.enabled ? Token::action : Token::ink_3;
    const Point size = measure(ui, Type::small, item.label, rect.w - 4);
    const float top = rect.y + (rect.h - 28 - size.y) / 2;
    icon(ui, {rect.x, top, rect.w, 26}, kind.symbol, ink, Type::icon);
    paragraph(ui, {rect.x + 2, top + 28, rect.w - 4, 0}, Type::small,
              item.enabled ? Token::ink_2 : Token::ink_3, item.label, Align::centre);
    if (response.clicked) open_menu(ui, name + ".list");
    if (const auto chosen = menu(ui, name + ".list", rect, item.label, entries_of(scene, items))) {
        take_up(scene, items[static_cast<std::size_t>(*chosen)]);
    }
}

/// Hands that are at something take nothing else: what it is and how far, where one looks for them.
void draw_busy_hand(Scene& scene, const Rect& rect) {
    Ui& ui = scene.ui;
    const engine::Translator& _ = scene.desk.translate();
    fill(ui, rect, Token::info_soft, 6);
    outline(ui, rect, Token::info, 6, 2);
    Rect inside = rect.inset(10, 6);
    draw_post_progress(scene, inside.cut_bottom(8), scene.live.post);
    inside.cut_bottom(4);
    text_in(ui, inside.cut_top(16), Type::label, Token::ink_2, _("Hands busy"));
    push_clip(ui, inside);
    paragraph(ui, {inside.x, inside.y, inside.w, 0}, Type::small_strong, Token::ink,
              post_doing(scene, scene.live.post));
    pop_clip(ui);
}

/// A sheet is drawn out of the hand to the slot; a click shows where that is.
void hold_by_hand(Scene& scene, const Rect& rect, PartId sheet) {
    const engine::Translator& _ = scene.desk.translate();
    Item item;
    item.name = "trainee.hand";
    item.label = label_of(scene.layout(), sheet, scene.reader());
    item.help = _("Drag it into the slot of the scanner; a click shows the scanner");
    item.role = engine::view::Role::part;
    item.rect = rect;
    const Response response = act(scene.ui, item);
    if (response.pressed) hold_sheet(scene.ui, scene.me.plan, sheet);
    if (!response.clicked || scene.me.plan.drag.moving) return;
    scene.me.plan.device = scene.layout().device_of(DeviceClass::scanner, 0);
    scene.me.plan.face = "front";
    wake_in(scene.ui, 0);
}

void draw_hand(Scene& scene, const Rect& rect) {
    Ui& ui = scene.ui;
    const engine::Translator& _ = scene.desk.translate();
    const PartId hand = scene.me.plan.hand;
    if (post_busy(scene, scene.live.post)) return draw_busy_hand(scene, rect);
    if (hand == no_part) {
        well(ui, rect);
        const Point size = measure(ui, Type::small, _("Nothing"), rect.w - 12);
        const float top = rect.centre().y - (18 + size.y) / 2;
        text_in(ui, {rect.x, top, rect.w, 18}, Type::small_strong, Token::ink_2, _("In hand"),
                Align::centre);
        text_in(ui, {rect.x, top + 18, rect.w, 18}, Type::small, Token::ink_2, _("Nothing"),
                Align::centre);
        return;
    }
    fill(ui, rect, Token::action_soft, 6);
    outline(ui, rect, Token::action, 6, 2);
    Rect inside = rect.inset(10, 6);
    const Rect foot = inside.cut_bottom(32);
    if (scene.layout()[hand].kind == PartKind::paper) hold_by_hand(scene, inside, hand);
    text_in(ui, inside.cut_top(16), Type::label, Token::ink_2, _("In hand"));
    const std::string& label = label_of(scene.layout(), hand, scene.reader());
    // What stands on a card, its code above all, is read while it is held.
    const PartKind kind = scene.layout()[hand].kind;
    const bool written = kind == PartKind::card || kind == PartKind::key;
    const std::string& hint = scene.layout()[hand].hint.in(scene.reader().language);
    const std::string words = written && !hint.empty() ? hint : label;
    const float high = measure(ui, Type::small_strong, words, inside.w).y;
    push_clip(ui, inside);
    paragraph(ui, {inside.x, inside.y, inside.w, 0},
              high > inside.h ? Type::label : Type::small_strong, Token::ink, words);
    pop_clip(ui);
    Button down{"trainee.put_down", std::string(_("Put down"))};
    down.look = Look::quiet;
    // A sign is better than a word in pieces.
    if (!whole_words(ui, Type::body_strong, down.label, foot.w)) {
        down.help = std::exchange(down.label, {});
        down.icon = icons::down;
    }
    if (button(ui, foot, down)) scene.me.plan.hand = no_part;
}

}  // namespace

void draw_tray(Scene& scene, const Rect& rect) {
    Rect inside = rect.inset(10, 10);
    draw_hand(scene, inside.cut_left(std::min(170.0F, rect.w / 3)));
    inside.cut_left(8);
    fill(scene.ui, {inside.x, inside.y, 1, inside.h}, Token::line);
    inside.cut_left(8);
    std::vector<std::pair<const Kind*, std::vector<PartId>>> shown;
    for (const Kind& kind : kinds) {
        auto items = loose(scene, kind.kind);
        if (!items.empty()) shown.emplace_back(&kind, std::move(items));
    }
    if (shown.empty()) return;
    const engine::Translator& words = scene.desk.translate();
    float needed = 56;
    for (const auto& [kind, items] : shown) {
        needed = std::max(needed, measure(scene.ui, Type::small, words(kind->label)).x + 10);
    }
    if (inside.w < needed * static_cast<float>(shown.size())) {
        const engine::Translator& _ = words;
        Button take{"trainee.take", std::string(_("Take")), "", icons::hand};
        if (width_of(scene.ui, take) > inside.w) take.icon = nullptr;
        if (button(scene.ui, inside.inset(0, std::max(0.0F, inside.h / 2 - 24)), take)) {
            open_sheet(scene, Sheet::hand);
        }
        return;
    }
    const float wide = std::min(96.0F, inside.w / static_cast<float>(shown.size()));
    for (const auto& [kind, items] : shown) {
        draw_kind(scene, inside.cut_left(wide).inset(2, 0), *kind, items);
    }
}

void draw_loose(Scene& scene, const Rect& rect) {
    Ui& ui = scene.ui;
    const engine::Translator& _ = scene.desk.translate();
    const Rect content = begin_scroll(ui, "trainee.loose", rect);
    float y = content.y;
    if (scene.me.plan.hand != no_part) {
        draw_hand(scene, {content.x, y, std::min(content.w, 260.0F), 84});
        y += 96;
    }
    for (const Kind& kind : kinds) {
        const std::vector<PartId> items = loose(scene, kind.kind);
        if (items.empty()) continue;
        text(ui, {content.x, y}, Type::small_strong, Token::ink_2, _(kind.label));
        y += 24;
        for (const MenuEntry& entry : entries_of(scene, items)) {
            Button one{"trainee.loose." + entry.name, entry.label, entry.help};
            one.enabled = entry.enabled;
            one.selected = entry.selected;
            const float high = height_of(ui, one, content.w);
            if (button(ui, {content.x, y, content.w, high}, one)) {
                take_up(scene, scene.layout().find(entry.name));
            }
            y += high + 6;
        }
        y += 6;
    }
    end_scroll(ui, y - content.y);
}

namespace {

struct View {
    const char* name;
    const char* key;
    const char* label;  ///< msgid
    const char* symbol;
    DeviceClass device_class;
};
constexpr View views[] = {
    {"trainee.view.room", "trainee.room", N_("Room"), icons::people, DeviceClass::room},
    {"trainee.view.scanner", "trainee.scanner", N_("Scanner"), icons::box, DeviceClass::scanner},
    {"trainee.view.terminal", "trainee.terminal", N_("Desk"), icons::card, DeviceClass::terminal},
    {"trainee.view.modem", "trainee.modem", N_("Sending"), icons::signal, DeviceClass::transmitter},
    {"trainee.view.power", "trainee.power", N_("Power"), icons::bolt, DeviceClass::power},
};

bool is_shown(const Scene& scene, const View& view) {
    const DeviceId device = scene.me.plan.device;
    if (view.device_class == DeviceClass::room) return device == no_device;
    return device != no_device && scene.layout().device(device).device_class == view.device_class;
}

/// The terminal of the operator who acts; pressed again: the other one.
DeviceId device_for(const Scene& scene, const View& view) {
    const Layout& layout = scene.layout();
    if (view.device_class == DeviceClass::room) return no_device;
    const bool second = scene.live.post == static_cast<PostId>(Post::operator_2);
    const DeviceId first = layout.device_of(view.device_class, 0);
    const DeviceId other = layout.device_of(view.device_class, 1);
    if (view.device_class != DeviceClass::terminal || other == no_device) return first;
    if (scene.me.plan.device == first) return other;
    if (scene.me.plan.device == other) return first;
    return second ? other : first;
}

void show(Scene& scene, const View& view) {
    // The same place again: one looks straight ahead, wherever one had turned.
    if (is_shown(scene, view)) {
        scene.me.room.turned = {};
        scene.me.room.zoom = 1;
    }
    scene.me.plan.device = device_for(scene, view);
    scene.me.plan.face = "front";
    scene.me.page = SideTab::plan;
    wake_in(scene.ui, 0);
}

}  // namespace

void view_keys(Scene& scene) {
    for (const View& view : views) {
        if (shortcut(scene.ui, scene.desk.key(view.key))) show(scene, view);
    }
}

float views_width(const Scene& scene) {
    const engine::Translator& _ = scene.desk.translate();
    float widest = 64;
    for (const View& view : views) {
        widest = std::max(widest, measure(scene.ui, Type::small_strong, _(view.label)).x + 8);
    }
    return 5 * (widest + 4) + 20;
}

void draw_views(Scene& scene, const Rect& rect) {
    Ui& ui = scene.ui;
    const engine::Translator& _ = scene.desk.translate();
    const bool low = rect.h < 70;
    Rect rest = rect.inset(low ? 2.0F : 10.0F, low ? 2.0F : 10.0F);
    const float wide = rest.w / 5;
    // A low row has no place below its pictures: there the words stand for them.
    const bool words = std::all_of(std::begin(views), std::end(views), [&](const View& view) {
        return measure(ui, Type::small_strong, _(view.label)).x + 40 <= wide;
    });
    for (const View& view : views) {
        const Rect box = rest.cut_left(wide).inset(2, 0);
        const bool shown = is_shown(scene, view);
        Item item;
        item.name = view.name;
        item.label = _(view.label);
        item.value = name_of(scene.desk.key(view.key));
        item.role = engine::view::Role::tab;
        item.selected = shown;
        item.rect = box;
        const Response response = act(ui, item);
        if (response.clicked) show(scene, view);
        const float label_high = low ? 0.0F : 22.0F;
        const Rect tile{box.x, box.y, box.w, box.h - label_high};
        fill(ui, tile,
             shown              ? Token::action_soft
             : response.hovered ? Token::line
                                : Token::sunken,
             6);
        if (shown) outline(ui, tile, Token::action, 6, 2);
        const float cap = key_cap(ui, {tile.x + 4, tile.y + 4}, item.value);
        if (low && words) {
            text_in(ui, {tile.x + cap + 8, tile.y, tile.w - cap - 10, tile.h}, Type::small_strong,
                    shown ? Token::ink : Token::ink_2, item.label, Align::centre);
            continue;
        }
        icon(ui, tile.moved(6, 0), view.symbol, shown ? Token::action : Token::ink_2, Type::icon);
        if (low) continue;
        text_in(ui, {box.x - 2, tile.bottom() + 3, box.w + 4, 18},
                shown ? Type::small_strong : Type::small, shown ? Token::ink : Token::ink_2,
                item.label, Align::centre);
    }
}

}  // namespace sim::seats
