#include "sim/seats/room/room_view.h"

#include <algorithm>
#include <cmath>
#include <glm/gtc/matrix_transform.hpp>

#include "engine/core/paths.h"
#include "engine/scene/pick.h"
#include "engine/view/widgets.h"
#include "sim/scenario/read_room.h"
#include "sim/seats/room/room_frame.h"
#include "sim/seats/room/room_sides.h"
#include "sim/seats/station/device_view.h"

namespace sim::seats {

using namespace engine::view;
using engine::scene::Camera;
using Frame = RoomFrame;

namespace {

constexpr double move_time = 0.35;  ///< s of a camera's move
constexpr float arm = 0.55F;        ///< m: how far before the eye a hand is

/// A room that cannot be read is an empty one: the work goes on in it.
RoomPlan plan_of(const Setup& setup) {
    engine::Problems problems;
    const FileSource files = disk_files(engine::assets_folder());
    return load_room(files, setup.room, problems).value_or(RoomPlan{});
}

/// What this machine can draw while something moves; better once it is known to be quick.
engine::view::Detail detail_for(const Ui& ui, engine::view::Detail& now) {
    constexpr double slow = 0.026;
    constexpr double quick = 0.004;
    if (ui.space_cost > slow) now = engine::view::Detail::low;
    if (ui.space_cost > 0 && ui.space_cost < quick && now == engine::view::Detail::middle) {
        now = engine::view::Detail::high;
    }
    return now;
}

/// The bar over a device takes its place.
Rect free_of(const Frame& frame) {
    Rect middle = frame.middle;
    if (frame.view.device == no_device || !frame.hands.interactive) return middle;
    middle.cut_top(std::clamp(middle.h - 60, 0.0F, frame.view.bar));
    return middle;
}

/// At a device, until the head is turned.
std::optional<Framing> framing_of(const Frame& frame) {
    const RoomView& view = frame.view;
    if (!view.placed || view.device == no_device || view.turned != glm::vec2(0)) return {};
    const Rect free = free_of(frame);
    const Point half{frame.all.w / 2, frame.all.h / 2};
    const Point centre = frame.all.centre();
    const Layout& layout = frame.hands.world.layout();
    const PartId target = frame.hands.state.target;
    const bool sought = target != no_part && layout[target].kind == PartKind::person;
    const bool alone = layout.device(view.device).device_class == DeviceClass::scanner && !sought;
    return Framing{view.to,
                   frame.all.w / std::max(1.0F, frame.all.h),
                   {(free.x - centre.x) / half.x, (centre.y - free.bottom()) / half.y},
                   {(free.right() - centre.x) / half.x, (centre.y - free.y) / half.y},
                   alone};
}

/// The camera wants to be elsewhere: it goes there, at once where nothing moves.
void aim(Frame& frame) {
    RoomView& view = frame.view;
    PlanState& state = frame.hands.state;
    Ui& ui = frame.hands.ui;
    // What a step or a hint points at is looked at where it stands.
    const Layout& layout = frame.hands.world.layout();
    if (state.target != no_part && state.target != view.pointed_at &&
        layout[state.target].device == state.device) {
        const std::string side = kit_side(view.scene->plan(), layout, state.target);
        if (!side.empty()) state.face = side;
        // What has no body in the room is found in the list.
        if (frame.hands.interactive && view.scene->bounds(state.target).empty()) {
            state.list_open = true;
            focus(ui, frame.hands.prefix + ".list." + layout[state.target].name);
        }
    }
    const PartId newly = state.target != view.pointed_at ? state.target : no_part;
    state.face = settled_face(frame.hands.world, state.device, state.face, newly, view.opening);
    if (state.device != no_device) {
        view.opening = door_of(frame.hands.world, state.device, state.face);
    }
    view.pointed_at = state.target;
    if (state.device != view.device || state.face != view.face) {
        // The same device from another side, or asked for by a step: one steps in.
        view.near = state.device != no_device && (state.device == view.device ||
                                                  state.face != "front" || state.target != no_part);
        // What was worked on elsewhere is not what the next key means.
        const std::string parts = frame.hands.prefix + ".part.";
        if (state.device != view.device && ui.state.focus.starts_with(parts)) {
            ui.state.focus.clear();
        }
        view.device = state.device;
        view.face = state.face;
        view.turned = {};
        view.zoom = 1;
    }
    Camera wanted = camera_of(*view.scene, frame.hands.world, view.device, view.face, view.near,
                              {frame.all, free_of(frame), view.zoom, !frame.hands.interactive});
    const glm::vec3 ahead = wanted.target - wanted.eye;
    const float away = glm::length(ahead);
    if (view.turned != glm::vec2(0) && away > 0) {
        const float turn = std::atan2(ahead.x, -ahead.z) + view.turned.x;
        const float rise = std::clamp(std::asin(ahead.y / away) + view.turned.y, -1.45F, 1.3F);
        wanted.target =
            wanted.eye + away * glm::vec3{std::sin(turn) * std::cos(rise), std::sin(rise),
                                          -std::cos(turn) * std::cos(rise)};
    }
    if (!(wanted == view.to)) {
        const bool by_hand = view.grip.x != 0 || view.grip.y != 0;
        view.from = view.placed && !by_hand ? view.camera : wanted;
        view.to = wanted;
        view.moved_at = view.placed && !by_hand ? ui.time : -1e9;
        view.placed = true;
    }
    const double passed = (ui.time - view.moved_at) / move_time;
    if (passed >= 1 || ui.still || !frame.hands.interactive) {
        view.camera = view.to;
        return;
    }
    const auto t = static_cast<float>(std::clamp(passed, 0.0, 1.0));
    view.camera = engine::scene::between(view.from, view.to, 1 - (1 - t) * (1 - t) * (1 - t));
    wake_in(ui, 0);
}

engine::scene::Ray mouse_ray(const Frame& frame) {
    const Point mouse = frame.hands.ui.input.mouse;
    return engine::scene::ray_through(frame.view.camera, mouse.x - frame.all.x,
                                      mouse.y - frame.all.y, frame.all.w, frame.all.h);
}

PartId under_mouse(const Frame& frame) {
    const Ui& ui = frame.hands.ui;
    if (!ui.input.mouse_inside || !frame.middle.contains(ui.input.mouse)) return no_part;
    const Space& space = frame.view.scene->space();
    const engine::scene::Mesh* meshes[] = {&space.moving, &space.fixed};
    const auto hit = engine::scene::pick(meshes, mouse_ray(frame));
    if (!hit || hit->owner < 0) return no_part;
    const Layout& layout = frame.hands.world.layout();
    if (static_cast<std::size_t>(hit->owner) >= layout.parts.size()) return no_part;
    return static_cast<PartId>(hit->owner);
}

/// What is pointed out is met all over its outline, also where a body lies before it.
PartId meant(const Frame& frame, PartId met) {
    const Hands& hands = frame.hands;
    const PartId target = hands.state.target;
    if (target == no_part || met == target) return met;
    const Layout& layout = hands.world.layout();
    if (met != no_part && layout[met].kind != PartKind::unit) return met;
    const auto seen = std::find_if(frame.view.seen.begin(), frame.view.seen.end(),
                                   [&](const auto& one) { return one.part == target; });
    if (seen == frame.view.seen.end()) return met;
    const std::vector<Point>& around = seen->outline;
    const Point at = hands.ui.input.mouse;
    bool left = false;
    bool right = false;
    for (std::size_t i = 0; i < around.size(); ++i) {
        const Point& a = around[i];
        const Point& b = around[(i + 1) % around.size()];
        const float side = (b.x - a.x) * (at.y - a.y) - (b.y - a.y) * (at.x - a.x);
        left = left || side < 0;
        right = right || side > 0;
    }
    return left && right ? met : target;
}

void look_around(Frame& frame, const Response& ground) {
    RoomView& view = frame.view;
    Ui& ui = frame.hands.ui;
    if (ground.pressed) view.grip = ui.input.mouse;
    if (ground.held) {
        const Point mouse = ui.input.mouse;
        const float across = glm::radians(view.camera.field) / frame.all.h;
        view.turned.x -= (mouse.x - view.grip.x) * across;
        view.turned.y += (mouse.y - view.grip.y) * across;
        view.grip = mouse;
    } else {
        view.grip = {};
    }
    const auto turn = [&](Key key, float x, float y) {
        if (shortcut(ui, {key, true, false, false})) view.turned += glm::vec2{x, y};
    };
    constexpr float step = 0.12F;
    turn(Key::left, -step, 0);
    turn(Key::right, step, 0);
    turn(Key::up, 0, step);
    turn(Key::down, 0, -step);
    if (ground.hovered && ui.input.wheel != 0) {
        view.zoom = std::clamp(view.zoom * std::pow(0.9F, ui.input.wheel), 0.35F, 1.3F);
        wake_in(ui, 0);
    }
}

/// A part of a device that one is not near yet: a double click steps in.
void step_in(Frame& frame, PartId part) {
    const Layout& layout = frame.hands.world.layout();
    const DeviceId device = layout[part].device;
    if (device == no_device) return;
    frame.hands.state.device = device;
    const std::string_view face = face_of(layout, part);
    frame.hands.state.face = face.empty() ? "front" : face;
    frame.view.device = device;
    frame.view.face = frame.hands.state.face;
    frame.view.near = true;
    frame.view.turned = {};
    frame.view.zoom = 1;
    frame.hands.result.opened = true;
}

void register_parts(Frame& frame, PartId pointed) {
    Hands& hands = frame.hands;
    const Layout& layout = hands.world.layout();
    const auto show = [&](const RoomView::Seen& seen, const Rect& hit) {
        const PartSpec& spec = layout[seen.part];
        if (spec.kind == PartKind::screen) {
            screen_item(hands, seen.part, hit);
        } else {
            const Response response = part_item(hands, seen.part, seen.rect, hit, "part");
            if (response.doubled) step_in(frame, seen.part);
        }
        hands.spots.back().rect = seen.rect;
        hands.spots.back().outline = seen.outline;
    };
    const engine::view::Input& input = hands.ui.input;
    const bool aims = pointed != no_part && input.mouse_inside;
    // Their order is the way of the keyboard: it must not depend on the mouse.
    for (const RoomView::Seen& seen : frame.view.seen) {
        // Wherever the mouse is on it, it is met there, and nothing else is.
        const Point at = aims && seen.part == pointed ? input.mouse : seen.at;
        Rect hit{at.x - 3, at.y - 3, 6, 6};
        if (aims && seen.part != pointed && hit.contains(input.mouse)) hit = {at.x, at.y, 0, 0};
        show(seen, hit);
    }
}

std::uint64_t key_of(const Frame& frame) {
    const RoomView& view = frame.view;
    const auto mix = [](std::uint64_t hash, float value) {
        return (hash ^ static_cast<std::uint64_t>(std::lround(value * 4096))) * 0x9E3779B97F4A7C15U;
    };
    std::uint64_t hash = view.scene->version();
    for (const glm::vec3& part : {view.camera.eye, view.camera.target}) {
        for (int i = 0; i < 3; ++i) hash = mix(hash, part[i]);
    }
    for (const float value :
         {view.camera.field, view.camera.shift.x, view.camera.shift.y, frame.middle.x,
          frame.middle.y, frame.middle.w, frame.middle.h, frame.all.w, frame.all.h}) {
        hash = mix(hash, value);
    }
    for (const Rect& cover : view.covers) {
        for (const float value : {cover.x, cover.y, cover.w, cover.h}) hash = mix(hash, value);
    }
    return hash;
}

void draw_frame(Frame& frame) {
    Hands& hands = frame.hands;
    Ui& ui = hands.ui;
    RoomView& view = frame.view;
    PlanState& state = hands.state;
    if (!view.scene || view.of != hands.world.setup.get()) {
        view.plan = plan_of(*hands.world.setup);
        view.scene = std::make_unique<RoomScene>(*view.plan, hands.world, view.lit);
        view.of = hands.world.setup.get();
        view.placed = false;
        view.shown = {};
        view.seen_key = 0;
        if (view.for_picture) view.scene->light().finish();
    }
    Response ground;
    if (hands.interactive) {
        Item look;
        look.name = hands.prefix + ".look";
        look.role = engine::view::Role::area;
        look.label = hands.translate()(N_("Look around: drag, or Shift and arrows"));
        look.rect = frame.middle;
        ground = act(ui, look);
        look_around(frame, ground);
    }
    const engine::view::Detail detail = view.for_picture
                                            ? engine::view::Detail::print
                                            : view.wanted.value_or(detail_for(ui, view.detail));
    // Who only looks on gets no second frame in which people make room.
    if (!hands.interactive) aim(frame);
    RoomMoment moment;
    const bool fine = detail == engine::view::Detail::high || detail == engine::view::Detail::print;
    moment.near = fine ? 7.0F : detail == engine::view::Detail::low ? 1.8F : 3.6F;
    moment.hand = state.hand;
    moment.self = hands.actor;
    moment.eye = view.to.eye;
    moment.time = ui.time;
    moment.still = ui.still || !hands.interactive;
    const glm::vec3 aside = view.camera.eye +
                            glm::normalize(view.camera.target - view.camera.eye) * arm -
                            glm::vec3{0, 0.18F, 0};
    moment.hand_at = aside;
    if (hands.interactive && ui.input.mouse_inside && frame.middle.contains(ui.input.mouse)) {
        const engine::scene::Ray ray = mouse_ray(frame);
        moment.hand_at = ray.from + ray.direction * arm;
    }
    moment.cost = std::max(0.0, ui.space_cost);
    if (view.placed) moment.camera = view.camera;
    moment.aspect = frame.all.w / std::max(1.0F, frame.all.h);
    moment.working = framing_of(frame);
    moment.at_device = view.placed && view.device != no_device;
    const auto again = view.scene->update(ui, hands.world, hands.reader, moment);
    if (again) wake_in(ui, *again);
    aim(frame);
    show_space(ui, frame.all, view.scene->space(), view.camera, detail, view.shown);
    const std::uint64_t key = key_of(frame);
    // Who only looks on points at nothing: thousands of rays for each change would be in vain.
    const bool points = hands.interactive || state.covered || state.labels;
    if (points && key != view.seen_key && !moving(view) && view.grip == Point{}) {
        view.seen =
            seen_parts(*view.scene, hands.world, view.camera, frame.all, frame.middle, view.covers);
        view.seen_key = key;
    }
    if (moving(view) || key != view.seen_key) view.seen_key = 0;
    // A place in space is found by a ray in this very frame: what lies there is what is meant.
    PartId pointed = no_part;
    const std::string ground_name = hands.prefix + ".look";
    const std::string parts = hands.prefix + ".part.";
    if (hands.interactive && !ground.held &&
        (ui.state.hot == ground_name || ui.state.hot.starts_with(parts))) {
        pointed = meant(frame, under_mouse(frame));
        const bool known = std::any_of(view.seen.begin(), view.seen.end(),
                                       [&](const auto& one) { return one.part == pointed; });
        if (!known) pointed = no_part;
        ui.state.hot =
            pointed == no_part ? ground_name : parts + hands.world.layout()[pointed].name;
    }
    if (!moving(view)) register_parts(frame, pointed);
    // In the whole room devices alone have names: there parts are too small to stand beside theirs.
    if (state.labels && state.device != no_device && !moving(view)) draw_names(frame);
    view.covers = view.over;
    if (hands.interactive) {
        const bool in_room = state.device == no_device;
        if (!in_room && state.list_open) draw_list(frame);
        draw_bar(frame);
        if (in_room && state.device == no_device && !moving(view)) draw_chips(frame);
        draw_held(hands, frame.middle);
        draw_way_to_target(frame);
        if (!state.ask && state.device != no_device && shortcut(ui, state.back_key)) {
            state.device = no_device;
            hands.result.opened = true;
        }
    }
}

}  // namespace

PlanResult draw_room_view(Ui& ui, const Rect& all, const Rect& middle, const World& world,
                          const Reader& reader, PlanState& state, RoomView& view, PostId actor,
                          std::string_view prefix, bool interactive) {
    if (all.empty() || middle.empty()) return {};
    return work_with_hands(ui, world, reader, state, actor, prefix, interactive, [&](Hands& hands) {
        Frame frame{hands, view, all, middle};
        hands.free = middle;
        draw_frame(frame);
    });
}

}  // namespace sim::seats
