// The five places from which one looks, as small pictures of them.

#include <algorithm>

#include "sim/seats/trainee/layout.h"
#include "sim/seats/trainee/panels.h"

namespace sim::seats {

using namespace engine::view;

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
    scene.me.plan.list_open = false;
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
    float widest = 68;
    for (const View& view : views) {
        widest = std::max(widest, measure(scene.ui, Type::small_strong, _(view.label)).x + 2);
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
    int number = 0;
    for (const View& view : views) {
        ++number;
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
        const DeviceId device = shown ? scene.me.plan.device : device_for(scene, view);
        const bool there = view.device_class == DeviceClass::room || device != no_device;
        const bool pictured = !low && there && in_room(scene) &&
                              draw_glance(ui, tile.inset(2), scene.me.glances, number,
                                          scene.me.room, scene.world(), device, 5);
        if (!pictured) {
            fill(ui, tile,
                 shown              ? Token::action_soft
                 : response.hovered ? Token::line
                                    : Token::sunken,
                 6);
        }
        if (shown) {
            outline(ui, tile, Token::action, 7, 2);
        } else if (pictured) {
            outline(ui, tile.inset(2), response.hovered ? Token::action : Token::line_strong, 5, 1);
        }
        const float cap = key_cap(ui, {tile.x + 4, tile.y + 4}, item.value);
        if (low && words) {
            text_in(ui, {tile.x + cap + 8, tile.y, tile.w - cap - 10, tile.h}, Type::small_strong,
                    shown ? Token::ink : Token::ink_2, item.label, Align::centre);
            continue;
        }
        if (!pictured) {
            icon(ui, tile.moved(6, 0), view.symbol, shown ? Token::action : Token::ink_2,
                 Type::icon);
        }
        if (low) continue;
        text_in(ui, {box.x - 4, tile.bottom() + 3, box.w + 8, 18},
                shown ? Type::small_strong : Type::small, shown ? Token::ink : Token::ink_2,
                item.label, Align::centre);
    }
}

}  // namespace sim::seats
