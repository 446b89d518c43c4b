// What shows something: lamps, screens, the labels of a body, pictures of small parts.

#include <algorithm>

#include "sim/seats/room/device_parts.h"
#include "sim/seats/station/plan_shapes.h"

namespace sim::seats {

using namespace engine::scene;

namespace {

using namespace paint3;

void add_picture(Maker& maker, const PartBox& at, const Decal& decal, float lift,
                 Surface surface = Surface::image) {
    maker.mesh.begin(maker.part, surface, maker.device.decals->image);
    if (maker.spec.shape.form == "wedge" && maker.spec.kind != PartKind::unit) {
        const Slope slope = slope_of(at);
        const glm::vec3 out = glm::normalize(glm::cross(slope.right, slope.up));
        add_quad(maker.mesh, slope.middle + out * lift, slope.right * 0.82F, slope.up * 0.82F,
                 {255, 255, 255, 255}, decal.texels);
        return;
    }
    const auto [right, up] = edges_of(at);
    add_quad(maker.mesh, at.face() + at.out * lift, right, up, {255, 255, 255, 255}, decal.texels);
}

}  // namespace

void Maker::decal(const PartBox& at, float lift) {
    if (device.decals == nullptr) return;
    const auto found = device.decals->decals.find(part);
    if (found != device.decals->decals.end()) add_picture(*this, at, found->second, lift);
}

void Maker::inner_words() {
    if (device.decals == nullptr) return;
    const auto found = device.decals->captions.find(part);
    if (found == device.decals->captions.end()) return;
    const CaptionBand band = caption_band(spec.shape);
    mesh.begin(part, Surface::image, device.decals->image);
    add_quad(mesh, band.middle, band.right, band.up, {255, 255, 255, 255}, found->second.texels);
}

namespace {

/// The door on which a label sticks: it goes with it.
PartId door_under(const Maker& maker, const PartBox& label) {
    const Layout& layout = maker.layout;
    constexpr float near = 0.006F;
    const glm::vec3 at = label.centre();
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const PartSpec& spec = layout.parts[i];
        if (spec.device != maker.device.device || spec.kind != PartKind::door) continue;
        const PartBox door = box_of(spec.shape);
        if (door.out != label.out) continue;
        const float above = glm::dot(label.face() - door.face(), door.out);
        if (above < 0 || above > near) continue;
        const glm::vec3 aside = (glm::vec3(1) - glm::abs(door.out)) * (at - door.centre());
        if (glm::all(glm::lessThanEqual(glm::abs(aside), door.size * 0.5F))) {
            return static_cast<PartId>(i);
        }
    }
    return no_part;
}

}  // namespace

void add_labels(Maker& maker) {
    if (maker.device.decals == nullptr) return;
    const std::vector<PartShape>& body = maker.layout.device(maker.device.device).body;
    for (const auto& [piece, decal] : maker.device.decals->labels) {
        if (!belongs_to(maker.layout, body[piece], maker.part)) continue;
        const PartBox box = box_of(body[piece]);
        const auto first = maker.mesh.vertices.size();
        // A display shines by itself.
        const bool shines = body[piece].form == "gauge";
        add_picture(maker, box, decal, 0, shines ? Surface::screen : Surface::image);
        for (auto i = first; shines && i < maker.mesh.vertices.size(); ++i) {
            maker.mesh.vertices[i].light = {128, 128, 128, 255};
        }
        if (box.tilt != 0) transform(maker.mesh, first, leaning(box));
        const PartId door = door_under(maker, box);
        if (door == no_part) continue;
        const float share = open_share(maker.device, door);
        if (share > 0) transform(maker.mesh, first, turn_of(maker.layout[door].shape, share));
    }
}

void add_antenna(Maker& maker) {
    maker.shape();
    const PartBox& box = maker.box;
    constexpr float plate = 0.1F;
    if (box.size.x < plate || box.size.y < plate) {
        if (box.size.y < plate) return;
        // The foot on which a rod turns.
        const float r = box.size.x * 0.75F;
        const glm::vec3 foot{box.centre().x, box.low.y, box.centre().z};
        add_cylinder(maker.mesh, foot, foot + glm::vec3{0, 0.026F, 0}, r, r * 0.8F, rubber, 10);
        return;
    }
    // A flat one shows its patches and the frame round them.
    constexpr int count = 4;
    const float front = box.low.z + box.size.z + 0.0008F;
    const glm::vec2 step{box.size.x / (count + 0.5F), box.size.y / (count + 0.5F)};
    for (int i = 0; i < count * count; ++i) {
        const auto column = static_cast<float>(i % count) + 0.75F;
        const auto row = static_cast<float>(i / count) + 0.75F;
        add_quad(maker.mesh, {box.low.x + step.x * column, box.low.y + step.y * row, front},
                 {step.x * 0.36F, 0, 0}, {0, step.y * 0.36F, 0}, shaded(maker.colour, 0.8F));
    }
}

void add_lamp(Maker& maker) {
    const bool on = lit(maker.world, maker.part);
    const PartBox& box = maker.box;
    const auto [right, up] = edges_of(box);
    const float radius = std::min(glm::length(right), glm::length(up));
    const glm::vec3 face = box.face();
    // A ring of its own round it, which glows with it.
    maker.mesh.begin(maker.part, on ? Surface::lamp : Surface::plain);
    add_cylinder(maker.mesh, face - box.out * 0.004F, face + box.out * 0.0008F, radius * 1.45F,
                 radius * 1.4F, on ? mixed(maker.colour, slate, 0.55F) : slate, 10);
    add_cylinder(maker.mesh, face, face + box.out * 0.003F, radius, radius * 0.72F,
                 on ? maker.colour : Colour{92, 102, 112, 255}, 10);
}

void add_screen(Maker& maker) {
    const PartBox& box = maker.box;
    maker.plain();
    add_box(maker.mesh, box.low, box.size, black, 0.002F);
    if (maker.device.screen == 0xFFFF) return;
    PartBox glass = box;
    // One that stands on a top faces the person before it.
    const bool level = box.out.y > 0.5F && box.size.y <= 2 * box.size.z;
    if (!level) glass.out = {0, 0, box.out.z < -0.5F ? -1.0F : 1.0F};
    auto [right, up] = edges_of(glass);
    const float rim = std::min(glm::length(right), glm::length(up)) * 0.07F;
    right *= 1 - rim / glm::length(right);
    up *= 1 - rim / glm::length(up);
    maker.mesh.begin(maker.part, Surface::screen, maker.device.screen);
    const auto quad = maker.mesh.vertices.size();
    add_quad(maker.mesh, glass.face() + glass.out * 0.0006F, right, up, {255, 255, 255, 255});
    for (std::size_t i = quad; i < maker.mesh.vertices.size(); ++i) {
        maker.mesh.vertices[i].light = {128, 128, 128, 255};
    }
}

}  // namespace sim::seats
