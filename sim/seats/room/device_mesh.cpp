#include "sim/seats/room/device_mesh.h"

#include <algorithm>

#include "sim/seats/room/device_parts.h"
#include "sim/seats/station/plan_layout.h"
#include "sim/station/verb.h"

namespace sim::seats {

using namespace engine::scene;

namespace {

/// The pieces of its body; nothing else moves with them.
void add_pieces(Mesh& mesh, const Layout& layout, DeviceId device, PartId unit) {
    bool own = false;
    for (const PartShape& piece : layout.device(device).body) {
        if (!belongs_to(layout, piece, unit)) continue;
        add_piece(mesh, layout, device, piece);
        own = own || !is_label(piece);
    }
    if (!own) add_piece(mesh, layout, device, layout[unit].shape);
}

/// Its labels; and of what stands about in the room (a hub) the body as well, for only furniture
/// is built with the room.
void add_unit(Maker& maker) {
    const DeviceId device = maker.spec.device;
    const bool in_room = maker.layout.device(device).device_class == DeviceClass::room;
    if (in_room && is_body(maker.layout, maker.part)) {
        maker.plain();
        add_pieces(maker.mesh, maker.layout, device, maker.part);
    }
    add_labels(maker);
}

/// Small parts whose kind has a form of its own; false: the profile's form and its picture.
bool add_own_form(Maker& maker) {
    switch (maker.spec.kind) {
        case PartKind::door:
            add_door(maker);
            return true;
        case PartKind::compartment:
            add_bin(maker);
            return true;
        case PartKind::pile:
            maker.spec.shape.form == "slit" ? add_slit(maker) : add_pile(maker);
            return true;
        case PartKind::slot:
        case PartKind::entry:
            add_slit(maker);
            return true;
        case PartKind::tray:
            add_catch(maker);
            return true;
        case PartKind::latch:
            add_latch(maker);
            return true;
        case PartKind::holder:
            add_holder(maker);
            return true;
        case PartKind::path:
            add_paper_path(maker);
            return true;
        case PartKind::indicator:
            add_lamp(maker);
            return true;
        case PartKind::antenna:
            add_antenna(maker);
            return true;
        case PartKind::screen:
            add_screen(maker);
            return true;
        case PartKind::plug:
            add_plug(maker);
            return true;
        case PartKind::seal_point:
            add_seal_point(maker);
            return true;
        case PartKind::packing:
            if (maker.world.part(maker.part).open == 0) maker.solid(0.008F);
            return true;
        case PartKind::unit:
            add_unit(maker);
            return true;
        case PartKind::seal:
        case PartKind::person:
        case PartKind::target:
            return true;
        default:
            break;
    }
    if (maker.spec.kind == PartKind::battery) {
        add_battery(maker);
        return true;
    }
    if (maker.spec.role == Role::paper_mouth) {
        add_slit(maker);
        return true;
    }
    if (maker.spec.role == Role::glass) {
        add_glass(maker);
        return true;
    }
    if (maker.spec.role == Role::rollers) {
        add_rollers(maker);
        return true;
    }
    return false;
}

/// Turned as it leans; a form that leans by itself, or something in a socket, is not turned again.
float lean_of(const PartSpec& spec, const PartBox& box, bool placed) {
    return placed || spec.shape.form == "wedge" ? 0.0F : box.tilt;
}

/// The door with which a part moves: a seal point is fixed to the one it guards, what lies in a
/// drawer comes out with its front.
PartId carrier_of(const Layout& layout, const PartSpec& spec) {
    if (spec.kind == PartKind::seal_point) return spec.guards;
    if (spec.behind == no_part || layout[spec.behind].shape.hinge != "slide") return no_part;
    return spec.behind;
}

bool out_of_sight(const DeviceFrame& device, PartId door) {
    if (door == no_part || device.world.part(door).open != 0) return false;
    const bool moves = device.doors != nullptr && device.doors->contains(door);
    return !moves;
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
    constexpr float above = 0.018F;
    // Kits have one frame for all that stands about: it lies as low as it is drawn there.
    const bool kit = is_kit(layout.device(layout[plug].device).device_class);
    const float lying = kit ? box.low.y + above : above;
    // And beside what it belongs to, where it can be seen from the front.
    if (kit) return {{middle.x - 0.05F, lying, middle.z - 0.04F}, {0, 0, 1}};
    // Its lead lies in a coil between it and its device, away from the other leads there.
    const PartId other = layout[plug].other_end;
    const bool mains = layout[plug].type == "mains_plug";
    const float left = mains ? 1.0F : -1.0F;
    const float from = other != no_part ? box_of(layout, other).centre().x : middle.x;
    return {{from + left * 0.1F, lying, -0.13F}, {-left, 0, 0}};
}

void add_body(Mesh& fixed, const DeviceFrame& device, PartId unit) {
    const Layout& layout = device.world.layout();
    const auto first = fixed.vertices.size();
    fixed.begin(unit);
    add_pieces(fixed, layout, device.device, unit);
    transform(fixed, first, device.frame);
}

void add_part(Mesh& moving, const DeviceFrame& device, PartId part) {
    const Layout& layout = device.world.layout();
    const PartSpec& spec = layout[part];
    const PartId in = device.world.part(part).in;
    const bool goes = goes_about(spec);
    // What is put into something is there even if its profile gives it no form.
    if (goes ? in == no_part : !has_shape(spec)) return;
    // What is behind a closed door cannot be seen, and costs nothing.
    if (!goes && out_of_sight(device, spec.behind)) return;
    if (in != no_part && out_of_sight(device, layout[in].behind)) return;
    const auto first = moving.vertices.size();
    Maker maker{moving, device, device.world,         layout,
                part,   spec,   box_of(layout, part), colour_of(spec.shape.colour.c_str())};
    if (goes && spec.kind != PartKind::seal) {
        add_inserted(maker, in);
    } else if (!add_own_form(maker)) {
        maker.shape();
        maker.decal(maker.box);
    }
    const bool placed = goes || (spec.kind == PartKind::plug && in != no_part);
    PartBox lean = maker.box;
    lean.tilt = lean_of(spec, maker.box, placed);
    if (lean.tilt != 0) transform(moving, first, leaning(lean));
    const PartId carrier = carrier_of(layout, spec);
    if (carrier != no_part) {
        const float share = open_share(device, carrier);
        if (share > 0) transform(moving, first, turn_of(layout[carrier].shape, share));
    }
    transform(moving, first, device.frame);
}

}  // namespace sim::seats
