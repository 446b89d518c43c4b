#include <algorithm>
#include <cmath>

#include "engine/scene/pick.h"
#include "engine/view/widgets.h"
#include "sim/seats/room/leader.h"
#include "sim/seats/room/room_frame.h"
#include "sim/seats/station/plan_layout.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr float chip_high = 30;
constexpr float away = 16;  ///< of a chip from the top of what it names

/// A device's name where it stands.
struct Chip {
    DeviceId device = no_device;
    DeviceState how;
    std::string name;
    Rect at;
    float mark = 0;            ///< width of its status
    std::optional<Point> top;  ///< of the device, in the picture
};

Leader leader_of(const Chip& chip, const Rect& at) {
    return {{std::clamp(chip.top->x, at.x + 8, at.right() - 8), at.bottom()}, *chip.top};
}

/// What labels keep off.
struct Ground {
    Rect room;
    std::vector<Rect> faces;
    std::vector<Rect> taken;  ///< by what is said and by other labels
    std::vector<Leader> leaders;
};

/// Whether something would lie over something else, so that it cannot be told what is named.
bool confused(const Ground& ground, const Rect& at, const Leader& leader) {
    for (const Rect& other : ground.taken) {
        if (overlap(at.inset(-3), other) > 0 || passes(leader, other.inset(-3))) return true;
    }
    // Far ones may be behind anything.
    constexpr float near_face = 24;
    for (const Rect& face : ground.faces) {
        if (face.w >= near_face && overlap(at, face) > 0.1F * face.w * face.h) return true;
    }
    return std::any_of(ground.leaders.begin(), ground.leaders.end(), [&](const Leader& other) {
        return cross(leader, other) || passes(other, at.inset(-3));
    });
}

/// Near its device, over no face and no other label, its leader over none either.
bool place(Chip& chip, const Ground& ground) {
    const Rect& room = ground.room;
    const float wide = chip.at.w;
    const Point top = *chip.top;
    float best = 1e9F;
    for (int up = 0; up < 9; ++up) {
        for (const float aside : {0.0F, -0.5F, 0.5F, -0.8F, 0.8F, -1.2F, 1.2F, -1.6F, 1.6F}) {
            Rect at{top.x - wide / 2 + aside * wide,
                    top.y - away - chip_high - 22 * static_cast<float>(up), wide, chip_high};
            at.x = std::clamp(at.x, room.x, room.right() - wide);
            at.y = std::clamp(at.y, room.y, room.bottom() - chip_high);
            const Leader leader = leader_of(chip, at);
            float cost = 3 * std::abs(aside) * wide + 22 * static_cast<float>(up);
            for (const Rect& face : ground.faces) {
                cost += 4 * overlap(at.inset(-3), face);
                for (float share = 0.1F; share < 1; share += 0.1F) {
                    if (face.contains(leader.at(share))) cost += 120;
                }
            }
            if (cost >= best || confused(ground, at, leader)) continue;
            best = cost;
            chip.at = at;
        }
    }
    return best < 1e9F;
}

/// A point of the device that nobody and nothing hides, high up and near its middle if it can be.
std::optional<glm::vec3> point_seen(const RoomFrame& frame, DeviceId device, const Rect& room) {
    const Layout& layout = frame.hands.world.layout();
    const engine::scene::Box box = frame.view.scene->body_of(layout, device);
    if (box.empty()) return std::nullopt;
    const Space& space = frame.view.scene->space();
    const engine::scene::Mesh* meshes[] = {&space.moving, &space.fixed};
    const Rect& all = frame.all;
    const glm::mat4 lens = engine::scene::view_projection(frame.view.camera, all.w / all.h);
    const glm::vec3 size = box.high - box.low;
    for (const float up : {1.0F, 0.8F, 0.5F}) {
        for (const float aside : {0.5F, 0.25F, 0.75F, 0.1F, 0.9F}) {
            const glm::vec3 at{box.low.x + size.x * aside, box.low.y + size.y * up,
                               box.low.z + size.z * (up < 1 ? aside : 0.5F)};
            const auto place = engine::scene::project(lens, at, all.w, all.h);
            if (!place) continue;
            const Point on{all.x + place->x, all.y + place->y};
            if (!room.contains(on)) continue;
            const auto hit = engine::scene::pick(
                meshes,
                engine::scene::ray_through(frame.view.camera, place->x, place->y, all.w, all.h));
            if (!hit || hit->owner < 0) continue;
            const auto owner = static_cast<std::size_t>(hit->owner);
            if (owner >= layout.parts.size()) continue;
            const PartSpec& part = layout.parts[owner];
            if (part.device == device && part.kind != PartKind::person) return at;
        }
    }
    return std::nullopt;
}

/// While the eye moves labels go with their devices: nobody reads where they would hop about.
bool underway(const RoomView& view) {
    return moving(view) || !(view.grip == Point{});
}

/// Rays are worked out anew when what is seen has changed.
void find_points(RoomFrame& frame, const Rect& room) {
    RoomView& view = frame.view;
    if (underway(view) || (view.seen_key != 0 && view.shows_key == view.seen_key)) return;
    view.shows.clear();
    view.shows_key = view.seen_key;
    const Layout& layout = frame.hands.world.layout();
    for (std::size_t i = 0; i < layout.devices.size(); ++i) {
        const auto device = static_cast<DeviceId>(i);
        if (is_kit(layout.devices[i].device_class)) continue;
        if (const auto at = point_seen(frame, device, room)) view.shows[device].at = *at;
    }
}

/// Where a point of the room lies in the picture.
std::optional<Point> place_of(const RoomFrame& frame, const glm::vec3& at) {
    const Rect& all = frame.all;
    const glm::mat4 lens = engine::scene::view_projection(frame.view.camera, all.w / all.h);
    const auto place = engine::scene::project(lens, at, all.w, all.h);
    if (!place) return std::nullopt;
    return Point{all.x + place->x, all.y + place->y};
}

void draw_chip(RoomFrame& frame, const Chip& chip, bool alone) {
    Hands& hands = frame.hands;
    Ui& ui = hands.ui;
    Item item;
    item.name = hands.prefix + ".device." + hands.world.layout().device(chip.device).name;
    item.label = device_label(hands.world.layout(), chip.device, hands.reader);
    item.value = chip.how.word;
    item.rect = chip.at;
    const Response response = act(ui, item);
    if (alone) {
        shadow(ui, chip.at);
        frame.view.covers.push_back(chip.at);
        fill(ui, chip.at, response.hovered ? Token::action_soft : Token::paper, 8);
    } else if (response.hovered) {
        fill(ui, chip.at, Token::action_soft, 6);
    }
    if (chip.mark > 0) {
        status_shape(ui, {chip.at.x + 18, chip.at.centre().y}, 15, chip.how.status);
    }
    text_in(ui, {chip.at.x + 10 + chip.mark, chip.at.y, chip.at.w - 16 - chip.mark, chip.at.h},
            Type::small_strong, Token::ink, chip.name);
    if (!response.clicked) return;
    hands.state.device = chip.device;
    hands.state.face = "front";
    hands.state.list_open = false;
    hands.result.opened = true;
}

/// What has no place in the picture stands together at its lower edge.
void draw_elsewhere(RoomFrame& frame, std::vector<Chip>& chips) {
    if (chips.empty()) return;
    constexpr float pad = 4;
    const float most = frame.middle.w - 2 * pad;
    float x = 0;
    float y = 0;
    float widest = 0;
    for (Chip& chip : chips) {
        if (x > 0 && x + chip.at.w > most) {
            x = 0;
            y += chip_high;
        }
        chip.at.x = x;
        chip.at.y = y;
        x += chip.at.w;
        widest = std::max(widest, x);
    }
    const float high = y + chip_high + 2 * pad;
    const Rect ground{frame.middle.x, frame.middle.bottom() - high, widest + 2 * pad, high};
    panel(frame.hands.ui, ground, true);
    frame.view.covers.push_back(ground);
    for (Chip& chip : chips) {
        chip.at = chip.at.moved(ground.x + pad, ground.y + pad);
        draw_chip(frame, chip, false);
    }
}

}  // namespace

void draw_chips(RoomFrame& frame) {
    Hands& hands = frame.hands;
    Ui& ui = hands.ui;
    const Layout& layout = hands.world.layout();
    Ground ground;
    ground.room = frame.middle;
    ground.room.cut_bottom(2 * chip_high + 12);
    ground.faces = faces_in(frame.view, frame.all);
    ground.taken = frame.view.covers;
    find_points(frame, ground.room);
    const bool on_the_way = underway(frame.view);
    if (on_the_way && frame.view.shows.empty()) return;
    std::vector<Chip> seen;
    std::vector<Chip> shown;
    std::vector<Chip> elsewhere;
    for (std::size_t i = 0; i < layout.devices.size(); ++i) {
        Chip chip;
        chip.device = static_cast<DeviceId>(i);
        chip.how = device_state(hands.world, chip.device, hands.reader);
        chip.name = short_label(layout, chip.device, hands.reader);
        chip.mark = chip.how.word.empty() ? 0.0F : 22.0F;
        const float wide = measure(ui, Type::small_strong, chip.name).x + chip.mark + 22;
        chip.at = {0, 0, std::min(wide, frame.middle.w), chip_high};
        const auto found = frame.view.shows.find(chip.device);
        const bool known = found != frame.view.shows.end();
        if (known) chip.top = place_of(frame, found->second.at);
        if (!on_the_way) {
            (chip.top ? seen : elsewhere).push_back(std::move(chip));
        } else if (!known || !found->second.placed) {
            elsewhere.push_back(std::move(chip));
        } else if (chip.top) {
            const Point& by = found->second.by;
            chip.at = chip.at.moved(chip.top->x + by.x, chip.top->y + by.y);
            if (common(chip.at, ground.room) != chip.at) continue;
            ground.leaders.push_back(leader_of(chip, chip.at));
            shown.push_back(std::move(chip));
        }
    }
    // The one that is nearest stays where it belongs.
    std::stable_sort(seen.begin(), seen.end(),
                     [](const Chip& a, const Chip& b) { return a.top->y > b.top->y; });
    for (Chip& chip : seen) {
        const bool placed = place(chip, ground);
        RoomView::Shown& kept = frame.view.shows[chip.device];
        kept.placed = placed;
        if (placed) {
            kept.by = {chip.at.x - chip.top->x, chip.at.y - chip.top->y};
            ground.taken.push_back(chip.at);
            ground.leaders.push_back(leader_of(chip, chip.at));
        }
        (placed ? shown : elsewhere).push_back(std::move(chip));
    }
    for (const Leader& leader : ground.leaders) {
        if (leader.to.y <= leader.from.y) continue;
        line(ui, leader.from, leader.to, Token::paper, 3);
        line(ui, leader.from, leader.to, Token::band, 1.5F);
        disc(ui, leader.to, 4, Token::paper);
        disc(ui, leader.to, 2.5F, Token::band);
    }
    for (const Chip& chip : shown) draw_chip(frame, chip, true);
    std::stable_sort(elsewhere.begin(), elsewhere.end(),
                     [](const Chip& a, const Chip& b) { return a.device < b.device; });
    draw_elsewhere(frame, elsewhere);
}

}  // namespace sim::seats
