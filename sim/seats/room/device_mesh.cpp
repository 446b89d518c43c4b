#include "sim/seats/room/device_mesh.h"

#include <algorithm>
#include <vector>

#include "engine/scene/shape.h"
#include "sim/seats/room/part_frame.h"
#include "sim/seats/station/plan_layout.h"
#include "sim/seats/station/plan_shapes.h"

namespace sim::seats {

using namespace engine::scene;

namespace {

constexpr float soft = 0.006F;

bool lies_on(const PartBox& body, const PartBox& door) {
    const glm::vec3 out = door.out;
    const glm::vec3 high = body.low + body.size;
    for (int i = 0; i < 3; ++i) {
        if (out[i] != 0) {
            const float plane = out[i] > 0 ? high[i] : body.low[i];
            const float near = out[i] > 0 ? door.low[i] : door.low[i] + door.size[i];
            if (std::abs(plane - near) > 0.06F) return false;
        } else if (door.low[i] < body.low[i] - 0.02F ||
                   door.low[i] + door.size[i] > high[i] + 0.02F) {
            return false;
        }
    }
    return true;
}

/// How far what is behind the door reaches into the body.
float depth_behind(const Layout& layout, PartId door, const PartBox& box, const PartBox& body) {
    const int axis = box.out.y != 0 ? 1 : 2;
    const bool towards_high = box.out[axis] > 0;
    const float plane = towards_high ? body.low[axis] + body.size[axis] : body.low[axis];
    float depth = 0.05F;
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const PartSpec& spec = layout.parts[i];
        if (spec.behind != door || !has_shape(spec) || goes_about(spec)) continue;
        const PartBox inner = box_of(layout, static_cast<PartId>(i));
        const float end =
            towards_high ? plane - inner.low[axis] : inner.low[axis] + inner.size[axis] - plane;
        depth = std::max(depth, end + 0.004F);
    }
    return std::min(depth, body.size[axis] - 0.01F);
}

std::vector<Hole> holes_of(const Layout& layout, DeviceId device, const PartBox& body) {
    std::vector<Hole> holes;
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const auto part = static_cast<PartId>(i);
        const PartSpec& spec = layout.parts[i];
        if (spec.device != device || spec.kind != PartKind::door || !has_shape(spec)) continue;
        if (spec.shape.face == "inside") continue;
        const PartBox door = box_of(layout, part);
        if (!lies_on(body, door)) continue;
        Hole hole;
        hole.axis = door.out.y != 0 ? 1 : 2;
        hole.side = door.out[hole.axis] > 0 ? 1 : -1;
        constexpr float rim = 0.006F;
        hole.low = door.low + rim;
        hole.high = door.low + door.size - rim;
        const float plane =
            hole.side > 0 ? body.low[hole.axis] + body.size[hole.axis] : body.low[hole.axis];
        const float inner =
            plane - static_cast<float>(hole.side) * depth_behind(layout, part, door, body);
        hole.low[hole.axis] = std::min(plane, inner);
        hole.high[hole.axis] = std::max(plane, inner);
        holes.push_back(hole);
    }
    return holes;
}

void add_piece(Mesh& mesh, const Layout& layout, DeviceId device, const PartShape& shape) {
    const PartBox box = box_of(shape);
    const Colour colour = colour_of(shape.colour.c_str());
    const auto first = mesh.vertices.size();
    if (shape.form == "wedge") {
        // Lower in front: its top falls to two fifths.
        const float w = box.size.x;
        const glm::vec2 outline[] = {{0, 0},
                                     {box.size.z, 0},
                                     {box.size.z, box.size.y * 0.4F},
                                     {box.size.z * 0.25F, box.size.y},
                                     {0, box.size.y}};
        add_prism(mesh, outline, -w / 2, w / 2, colour);
        glm::mat4 turn(0);
        turn[0] = {0, 0, 1, 0};  // outline's x is depth
        turn[1] = {0, 1, 0, 0};
        turn[2] = {-1, 0, 0, 0};  // pulled along the width
        turn[3] = {box.low.x + w / 2, box.low.y, box.low.z, 1};
        transform(mesh, first, turn);
        return;
    }
    if (shape.form == "cylinder" || shape.form == "disc") {
        const glm::vec3 middle = box.centre();
        int along = 0;
        for (int i = 1; i < 3; ++i) {
            if (shape.form == "disc" ? box.size[i] < box.size[along]
                                     : box.size[i] > box.size[along]) {
                along = i;
            }
        }
        glm::vec3 half(0);
        half[along] = box.size[along] / 2;
        const float radius = std::min(box.size[(along + 1) % 3], box.size[(along + 2) % 3]) / 2;
        add_cylinder(mesh, middle - half, middle + half, radius, radius, colour, 18);
    } else {
        add_pierced_box(mesh, box.low, box.size, colour, shape.form == "rounded" ? 0.014F : soft,
                        holes_of(layout, device, box), shaded(colour, 0.62F));
    }
    if (box.tilt != 0) transform(mesh, first, leaning(box));
}

/// Right and up on the side that looks out.
std::array<glm::vec3, 2> edges_of(const PartBox& box) {
    if (box.out.y > 0.5F) {
        return {glm::vec3{box.size.x / 2, 0, 0}, glm::vec3{0, 0, -box.size.z / 2}};
    }
    const float way = box.out.z < 0 ? -1.0F : 1.0F;
    return {glm::vec3{way * box.size.x / 2, 0, 0}, glm::vec3{0, box.size.y / 2, 0}};
}

struct Maker {
    Mesh& mesh;
    const DeviceFrame& device;
    const World& world;
    const Layout& layout;
    PartId part;
    const PartSpec& spec;
    PartBox box;
    Colour colour;

    void plain() { mesh.begin(part); }

    /// The picture of the part on its outer side.
    void decal(PartId of, const PartBox& at, float lift = 0.0006F) {
        if (device.decals == nullptr) return;
        const auto found = device.decals->decals.find(of);
        if (found == device.decals->decals.end()) return;
        const auto [right, up] = edges_of(at);
        mesh.begin(part, Surface::image, device.decals->image);
        add_quad(mesh, at.face() + at.out * lift, right, up, {255, 255, 255, 255},
                 found->second.texels);
    }

    void solid(float bevel) {
        plain();
        add_box(mesh, box.low, box.size, colour, bevel);
    }

    void round() {
        plain();
        const glm::vec3 half = box.out * (glm::dot(glm::abs(box.out), box.size) / 2);
        const float radius = box.out.y != 0 ? std::min(box.size.x, box.size.z) / 2
                                            : std::min(box.size.x, box.size.y) / 2;
        add_cylinder(mesh, box.centre() - half, box.centre() + half, radius, radius, colour, 18);
    }

    void shape() {
        spec.shape.form == "disc" ? round() : solid(spec.shape.form == "box" ? 0.002F : 0.004F);
    }
};

constexpr Colour teal{30, 138, 132, 255};
constexpr Colour slate{46, 56, 70, 255};
constexpr Colour black{14, 20, 28, 255};
constexpr Colour paper{252, 252, 249, 255};

/// Teal where a hand may work: opposite the hinge.
void add_handle(Maker& maker) {
    const PartBox& box = maker.box;
    const bool level = box.out.y > 0.5F;
    const glm::vec3 face = box.face();
    const float w = box.size.x;
    const float h = level ? box.size.z : box.size.y;
    maker.plain();
    if (level || w > 2.2F * h) {
        const float wide = std::clamp(w * 0.24F, 0.02F, 0.09F);
        const float deep = std::clamp(h * 0.08F, 0.006F, 0.016F);
        const glm::vec3 size =
            level ? glm::vec3{wide, 0.008F, deep} : glm::vec3{wide, deep, 0.010F};
        glm::vec3 at = face - glm::vec3{wide / 2, 0, 0};
        if (level) {
            at.z += box.size.z / 2 - deep * 1.6F;
        } else {
            at.y += box.size.y / 2 - deep * 1.9F;
            if (box.out.z < 0) at.z -= size.z;
        }
        add_box(maker.mesh, at, size, teal, 0.003F);
        return;
    }
    const float high = std::clamp(h * 0.22F, 0.02F, 0.11F);
    const float wide = std::clamp(w * 0.06F, 0.006F, 0.016F);
    const float side = maker.spec.shape.hinge == "right" ? -1.0F : 1.0F;
    glm::vec3 at = face;
    at.x += side * (w / 2 - wide * 1.8F) - wide / 2;
    at.y -= high / 2;
    const glm::vec3 size{wide, high, 0.012F};
    if (box.out.z < 0) at.z -= size.z;
    add_box(maker.mesh, at, size, teal, 0.003F);
}

float open_share(const Maker& maker) {
    if (maker.device.doors != nullptr) {
        const auto found = maker.device.doors->find(maker.part);
        if (found != maker.device.doors->end()) return found->second;
    }
    return maker.world.part(maker.part).open != 0 ? 1.0F : 0.0F;
}

void add_door(Maker& maker) {
    const auto first = maker.mesh.vertices.size();
    maker.solid(0.004F);
    add_handle(maker);
    const float share = open_share(maker);
    if (share > 0) transform(maker.mesh, first, opened(maker.spec.shape, share));
}

/// Open above, with the sheets that lie in it.
void add_bin(Maker& maker) {
    const PartBox& box = maker.box;
    maker.plain();
    const bool large = box.size.y > 0.1F;
    if (!large) {
        maker.solid(0.003F);
        return;
    }
    constexpr float wall = 0.006F;
    const glm::vec3 low = box.low;
    const glm::vec3 size{box.size.x, box.size.y * 0.55F, box.size.z};
    const Hole hole{
        1, 1, low + wall, {low.x + size.x - wall, low.y + size.y, low.z + size.z - wall}};
    add_pierced_box(maker.mesh, low, size, maker.colour, 0.003F, {&hole, 1},
                    shaded(maker.colour, 0.8F));
    // A heap that never tells its number.
    if (maker.world.part(maker.part).amount > 0) {
        add_box(maker.mesh, low + glm::vec3{0.02F, wall, 0.02F},
                {size.x - 0.04F, size.y * 0.5F, size.z - 0.04F}, paper, 0.01F);
    }
}

void add_slit(Maker& maker) {
    const PartBox& box = maker.box;
    maker.solid(0.001F);
    if (maker.spec.kind != PartKind::entry) return;
    // A tray before the entry, and guides that a hand may shift.
    const glm::vec3 face = box.face();
    maker.plain();
    const float deep = 0.13F;
    if (box.out.z > 0.5F) {
        add_box(maker.mesh, {box.low.x - 0.02F, box.low.y - 0.012F, box.low.z},
                {box.size.x + 0.04F, 0.01F, deep}, slate, 0.003F);
        for (const float x : {box.low.x - 0.012F, box.low.x + box.size.x}) {
            add_box(maker.mesh, {x, box.low.y - 0.002F, box.low.z + 0.02F},
                    {0.012F, 0.016F, deep - 0.03F}, teal, 0.003F);
        }
    } else {
        for (const float x : {box.low.x - 0.012F, box.low.x + box.size.x}) {
            add_box(maker.mesh, {x, face.y - 0.001F, box.low.z - 0.02F}, {0.012F, 0.014F, 0.07F},
                    teal, 0.003F);
        }
    }
}

void add_latch(Maker& maker) {
    const PartBox& box = maker.box;
    maker.plain();
    add_box(maker.mesh, box.low, box.size, slate, 0.003F);
    const bool fastened = maker.world.part(maker.part).open != 0;
    const bool tall = box.size.y > box.size.x;
    glm::vec3 size = box.size;
    glm::vec3 low = box.low;
    const int along = tall ? 1 : 0;
    size[along] *= 0.5F;
    if (!fastened) low[along] += size[along];
    const int depth = box.out.y != 0 ? 1 : 2;
    if (depth != along) {
        low[depth] += box.out[depth] * 0.006F;
    }
    add_box(maker.mesh, low + 0.001F, size - 0.002F, fastened ? teal : shaded(teal, 1.35F), 0.003F);
}

void add_lamp(Maker& maker) {
    const bool on = lit(maker.world, maker.part);
    maker.mesh.begin(maker.part, on ? Surface::lamp : Surface::plain);
    const PartBox& box = maker.box;
    const float radius = std::min(box.size.x, box.size.y) / 2;
    const glm::vec3 face = box.face();
    add_cylinder(maker.mesh, face - box.out * 0.004F, face + box.out * 0.002F, radius,
                 radius * 0.8F, on ? maker.colour : Colour{92, 102, 112, 255}, 16);
}

void add_screen(Maker& maker) {
    const auto first = maker.mesh.vertices.size();
    PartBox box = maker.box;
    maker.plain();
    add_box(maker.mesh, box.low, box.size, black, 0.004F);
    if (maker.device.screen != 0xFFFF) {
        PartBox glass = box;
        const float rim = std::min(box.size.x, box.size.y) * 0.05F;
        const bool level = box.out.y > 0.5F && box.size.y <= 2 * box.size.z;
        glass.out = level ? glm::vec3{0, 1, 0} : glm::vec3{0, 0, box.out.z < -0.5F ? -1.0F : 1.0F};
        auto [right, up] = edges_of(glass);
        right *= 1 - rim / glm::length(right);
        up *= 1 - rim / glm::length(up);
        maker.mesh.begin(maker.part, Surface::screen, maker.device.screen);
        const auto quad = maker.mesh.vertices.size();
        add_quad(maker.mesh, glass.face() + glass.out * 0.0006F, right, up, {255, 255, 255, 255});
        for (std::size_t i = quad; i < maker.mesh.vertices.size(); ++i) {
            maker.mesh.vertices[i].light = {128, 128, 128, 255};
        }
    }
    if (box.tilt != 0) transform(maker.mesh, first, leaning(box));
}

/// What is in a slot stands out of it; what is in a holder lies in it.
void add_inserted(Maker& maker, PartId socket) {
    const PartBox at = box_of(maker.layout, socket);
    const PartKind kind = maker.layout[socket].kind;
    maker.plain();
    if (maker.spec.kind == PartKind::roll) {
        const glm::vec3 middle = at.centre();
        const float share = std::clamp(
            static_cast<float>(maker.world.part(maker.part).amount) / 20'000.0F, 0.35F, 1.0F);
        const float radius = std::min(at.size.y, at.size.z) * 0.5F * share;
        const glm::vec3 half{at.size.x * 0.42F, 0, 0};
        add_cylinder(maker.mesh, middle - half, middle + half, radius, radius, paper, 20);
        return;
    }
    if (kind == PartKind::slot) {
        PartBox card;
        const float w = at.size.x * 0.86F;
        const float length = std::max(w * 0.55F, 0.012F);
        card.out = at.out;
        const float thick = std::max(0.002F, std::min(at.size.y, at.size.z) * 0.5F);
        const glm::vec3 face = at.face();
        if (at.out.y > 0.5F) {
            card.low = {face.x - w / 2, face.y - length * 0.2F, face.z - thick / 2};
            card.size = {w, length, thick};
        } else {
            card.low = {face.x - w / 2, face.y - thick / 2,
                        at.out.z > 0 ? face.z - length * 0.2F : face.z - length * 0.8F};
            card.size = {w, thick, length};
        }
        add_box(maker.mesh, card.low, card.size, maker.colour, 0.0008F);
        return;
    }
    const glm::vec3 size = maker.box.size;
    add_box(maker.mesh, at.face() - glm::vec3{size.x / 2, 0, size.z / 2}, size, maker.colour,
            0.001F);
}

void add_plug(Maker& maker) {
    const PartId in = maker.world.part(maker.part).in;
    const PartBox own = maker.box;
    if (in != no_part) {
        const LeadEnd end = socket_end(maker.layout, in);
        maker.plain();
        const float radius = std::clamp(std::min(own.size.x, own.size.y) * 0.42F, 0.004F, 0.017F);
        const float length = std::clamp(own.size.z, 0.015F, 0.04F);
        add_cylinder(maker.mesh, end.at, end.at + end.out * length, radius, radius * 0.8F,
                     maker.colour, 12);
        return;
    }
    const LeadEnd end = loose_end(maker.layout, maker.part);
    const float radius = std::clamp(std::min(own.size.x, own.size.y) * 0.45F, 0.005F, 0.016F);
    maker.plain();
    add_cylinder(maker.mesh, end.at, end.at - end.out * 0.045F, radius, radius * 0.9F, maker.colour,
                 12);
    // Its two pins.
    for (const float x : {-0.4F, 0.4F}) {
        const glm::vec3 from = end.at - end.out * 0.045F + glm::vec3{x * radius, 0, 0};
        add_cylinder(maker.mesh, from, from - end.out * 0.014F, 0.0022F, 0.0022F,
                     {190, 196, 204, 255}, 6);
    }
}

/// By kind; false when nothing is to be seen of it.
bool add_by_kind(Maker& maker) {
    const PartId in = maker.world.part(maker.part).in;
    switch (maker.spec.kind) {
        case PartKind::door:
            add_door(maker);
            return true;
        case PartKind::compartment:
            add_bin(maker);
            return true;
        case PartKind::slot:
        case PartKind::entry:
        case PartKind::pile:
            add_slit(maker);
            return true;
        case PartKind::latch:
            add_latch(maker);
            return true;
        case PartKind::indicator:
            add_lamp(maker);
            return true;
        case PartKind::screen:
            add_screen(maker);
            return true;
        case PartKind::plug:
            add_plug(maker);
            return true;
        case PartKind::packing:
            if (maker.world.part(maker.part).open == 0) maker.solid(0.01F);
            return true;
        case PartKind::seal_point: {
            // A tag that hangs there, larger than its point.
            PartBox tag = maker.box;
            const bool sealed = maker.world.part(maker.part).holds != no_part;
            maker.shape();
            if (sealed) {
                const float grow = 0.006F;
                tag.low -= glm::vec3(grow, grow, 0) +
                           (tag.out.y > 0.5F ? glm::vec3(0, -grow, grow) : glm::vec3(0));
                tag.size += 2.0F * (glm::vec3(1) - glm::abs(tag.out)) * grow;
            }
            maker.decal(maker.part, tag, 0.0012F);
            return true;
        }
        case PartKind::unit:
        case PartKind::seal:
        case PartKind::person:
        case PartKind::target:
            return false;
        default:
            break;
    }
    if (goes_about(maker.spec)) {
        if (in == no_part) return false;
        add_inserted(maker, in);
        return true;
    }
    if (maker.spec.role == Role::paper_mouth) add_slit(maker);
    maker.shape();
    maker.decal(maker.part, maker.box);
    return true;
}

}  // namespace

bool goes_about(const PartSpec& spec) {
    constexpr Kinds kinds{PartKind::card,     PartKind::key,   PartKind::roll, PartKind::medium,
                          PartKind::sim_card, PartKind::cloth, PartKind::seal};
    return kinds.has(spec.kind);
}

LeadEnd socket_end(const Layout& layout, PartId socket) {
    const PartBox box = box_of(layout, socket);
    return {box.face(), box.out};
}

LeadEnd loose_end(const Layout& layout, PartId plug) {
    const PartBox box = box_of(layout, plug);
    const glm::vec3 middle = box.centre();
    constexpr float lying = 0.018F;
    return {{middle.x, lying, middle.z - 0.04F}, {0, 0, 1}};
}

void add_body(Mesh& fixed, const DeviceFrame& device, PartId unit) {
    const Layout& layout = device.world.layout();
    const auto first = fixed.vertices.size();
    fixed.begin(unit);
    const std::vector<PartShape>& pieces = layout.device(device.device).body;
    if (pieces.empty() || is_kit(layout.device(device.device).device_class)) {
        add_piece(fixed, layout, device.device, layout[unit].shape);
    } else {
        for (const PartShape& shape : pieces) add_piece(fixed, layout, device.device, shape);
    }
    transform(fixed, first, device.frame);
}

void add_part(Mesh& moving, const DeviceFrame& device, PartId part) {
    const Layout& layout = device.world.layout();
    const PartSpec& spec = layout[part];
    if (!has_shape(spec)) return;
    // What is behind a closed door cannot be seen, and costs nothing.
    if (spec.behind != no_part && device.world.part(spec.behind).open == 0) {
        const bool moves = device.doors != nullptr && device.doors->contains(spec.behind);
        if (!moves) return;
    }
    const PartId in = device.world.part(part).in;
    if (in != no_part && layout[in].behind != no_part &&
        device.world.part(layout[in].behind).open == 0) {
        return;
    }
    const auto first = moving.vertices.size();
    Maker maker{moving, device, device.world,         layout,
                part,   spec,   box_of(layout, part), colour_of(spec.shape.colour.c_str())};
    if (add_by_kind(maker)) transform(moving, first, device.frame);
}

}  // namespace sim::seats
