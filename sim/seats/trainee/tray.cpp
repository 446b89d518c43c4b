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
    const Point size = measure(ui, Type::small, item.label, rect.w);
    const bool pictured = in_room(scene) && item.enabled && rect.h - size.y >= 44;
    const float high = pictured ? 46 : 28;
    const float top = rect.y + (rect.h - high - size.y) / 2;
    if (pictured) {
        const float wide = std::min(rect.w - 4, 72.0F);
        draw_things(ui, {rect.centre().x - wide / 2, top, wide, high - 2}, scene.me.things,
                    kind.name, scene.world(), items,
                    response.hovered ? Token::sunken : Token::paper, scene.desk.for_picture);
    } else {
        icon(ui, {rect.x, top, rect.w, 26}, kind.symbol, ink, Type::icon);
    }
    paragraph(ui, {rect.x, top + high, rect.w, 0}, Type::small,
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
    const std::string& label = label_of(scene.layout(), hand, scene.reader());
    // What stands on a card, its code above all, is read while it is held.
    const PartKind kind = scene.layout()[hand].kind;
    const bool written = kind == PartKind::card || kind == PartKind::key;
    const std::string& hint = scene.layout()[hand].hint.in(scene.reader().language);
    std::string words = written && !hint.empty() ? hint : label;
    constexpr float foot_high = 32;
    // "Right and PIN: poll worker, 4711": where there is little room, what matters of it.
    const std::size_t colon = words.find(": ");
    if (written && colon != std::string::npos &&
        measure(ui, Type::label, words, inside.w).y > inside.h - foot_high) {
        words.erase(0, colon + 2);
    }
    const Rect foot = inside.cut_bottom(foot_high);
    if (scene.layout()[hand].kind == PartKind::paper) hold_by_hand(scene, inside, hand);
    constexpr float picture = 54;
    constexpr float caption = 16;
    // The words come before the picture.
    const float beside = measure(ui, Type::label, words, inside.w - picture - 6).y;
    if (in_room(scene) && inside.w >= 130 && beside <= inside.h - caption) {
        const PartId held[] = {hand};
        draw_things(ui, inside.cut_left(picture), scene.me.things, "hand", scene.world(), held,
                    Token::action_soft, scene.desk.for_picture);
        inside.cut_left(6);
    }
    // Long words need the caption's line as well.
    if (measure(ui, Type::label, words, inside.w).y <= inside.h - caption) {
        text_in(ui, inside.cut_top(caption), Type::label, Token::ink_2, _("In hand"));
    }
    const float high = measure(ui, Type::small_strong, words, inside.w).y;
    push_clip(ui, inside);
    paragraph(ui, {inside.x, inside.y, inside.w, 0},
              high > inside.h ? Type::label : Type::small_strong, Token::ink, words);
    pop_clip(ui);
    Button down{"trainee.put_down", std::string(_("Put down"))};
    down.look = Look::quiet;
    // A sign is better than a word in pieces.
    const float label_high = measure(ui, Type::body_strong, down.label, foot.w - 8).y;
    if (label_high > foot.h || !whole_words(ui, Type::body_strong, down.label, foot.w)) {
        down.help = std::exchange(down.label, {});
        down.icon = icons::down;
    }
    if (button(ui, foot, down)) scene.me.plan.hand = no_part;
}

}  // namespace

namespace {

/// As narrow as the name of a kind allows.
float kind_width(const Scene& scene, std::string_view label) {
    return std::max(46.0F, measure(scene.ui, Type::small, label).x + 5);
}

}  // namespace

void draw_tray(Scene& scene, const Rect& rect) {
    const engine::Translator& words = scene.desk.translate();
    std::vector<std::pair<const Kind*, std::vector<PartId>>> shown;
    float needed = 0;
    for (const Kind& kind : kinds) {
        auto items = loose(scene, kind.kind);
        if (items.empty()) continue;
        needed += kind_width(scene, words(kind.label));
        shown.emplace_back(&kind, std::move(items));
    }
    Rect inside = rect.inset(10, 10);
    // The hand gives way to what it may take.
    const float hand = std::clamp(inside.w - 17 - needed, 84.0F, 170.0F);
    draw_hand(scene, inside.cut_left(std::min(hand, rect.w / 3)));
    inside.cut_left(8);
    fill(scene.ui, {inside.x, inside.y, 1, inside.h}, Token::line);
    inside.cut_left(8);
    if (shown.empty()) return;
    if (inside.w < needed) {
        const engine::Translator& _ = words;
        Button take{"trainee.take", std::string(_("Take")), "", icons::hand};
        if (width_of(scene.ui, take) > inside.w) take.icon = nullptr;
        if (button(scene.ui, inside.inset(0, std::max(0.0F, inside.h / 2 - 24)), take)) {
            open_sheet(scene, Sheet::hand);
        }
        return;
    }
    const float more = (inside.w - needed) / static_cast<float>(shown.size());
    for (const auto& [kind, items] : shown) {
        const float wide = std::min(104.0F, kind_width(scene, words(kind->label)) + more);
        draw_kind(scene, inside.cut_left(wide).inset(1, 0), *kind, items);
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

}  // namespace sim::seats
