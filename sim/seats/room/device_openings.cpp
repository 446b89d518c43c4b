// What opens, and what is behind it: doors, bins, latches, holders, the path of the paper.

#include <algorithm>
#include <cmath>

#include "sim/seats/room/device_parts.h"

namespace sim::seats {

using namespace engine::scene;

namespace {

using namespace paint3;

constexpr std::int32_t thick_door = 120;  ///< mm; a cabinet that is a door: only its front moves
constexpr std::int32_t leaf_mm = 28;
constexpr float leaf = 0.001F * leaf_mm;

/// Which edge of a door is the one at which a hand pulls, as a step from its middle.
glm::vec2 pulled_edge(const PartShape& shape) {
    const std::string_view hinge = shape.hinge;
    if (shape.face == "top") {
        if (hinge == "left") return {1, 0};
        if (hinge == "right") return {-1, 0};
        return {0, hinge == "front" ? 1 : -1};
    }
    if (hinge == "right") return {-1, 0};
    if (hinge == "top") return {0, -1};
    if (hinge == "bottom" || hinge == "slide") return {0, 1};
    return {1, 0};
}

/// Teal where a hand may work: a grip at the edge opposite the hinge.
void add_handle(Maker& maker, const PartBox& box) {
    const glm::vec2 edge = pulled_edge(maker.spec.shape);
    const auto [right, up] = edges_of(box);
    const float w = glm::length(right) * 2;
    const float h = glm::length(up) * 2;
    const bool aside = edge.x != 0;
    const float along = aside ? h : w;
    const float across = aside ? w : h;
    const float length = std::clamp(along * 0.3F, 0.014F, 0.11F);
    const float width = std::clamp(across * 0.08F, 0.004F, 0.016F);
    // As seen from the front, whatever the side looks at.
    const glm::vec3 x = box.out.z < 0 ? -glm::normalize(right) : glm::normalize(right);
    const glm::vec3 y = glm::normalize(up);
    const glm::vec3 at =
        box.face() + x * (edge.x * (w / 2 - width * 1.4F)) + y * (edge.y * (h / 2 - width * 1.4F));
    const glm::vec3 half = glm::abs(x) * (aside ? width / 2 : length / 2) +
                           glm::abs(y) * (aside ? length / 2 : width / 2) +
                           glm::abs(box.out) * (width * 0.45F);
    add_box(maker.mesh, at - half, half * 2.0F, teal, 0.0025F);
}

/// A shaft with its wheels, along x.
void add_shaft(Mesh& mesh, const glm::vec3& from, float width, float radius, int wheels) {
    add_cylinder(mesh, from, from + glm::vec3{width, 0, 0}, radius * 0.4F, radius * 0.4F, steel, 6);
    const float step = width / static_cast<float>(wheels);
    for (int i = 0; i < wheels; ++i) {
        const float x = step * (static_cast<float>(i) + 0.32F);
        add_cylinder(mesh, from + glm::vec3{x, 0, 0}, from + glm::vec3{x + step * 0.36F, 0, 0},
                     radius, radius, rubber, 7);
    }
}

/// The underside of the scanner's cover: the other half of the path.
void add_cover_inside(Maker& maker) {
    const PartBox& box = maker.box;
    constexpr float rim = 0.016F;
    const float w = box.size.x - 2 * rim;
    const float d = box.size.z - 2 * rim;
    const glm::vec3 low{box.low.x + rim, box.low.y - 0.006F, box.low.z + rim};
    add_box(maker.mesh, low, {w, 0.008F, d}, slate);
    for (const float share : {0.3F, 0.74F}) {
        add_shaft(maker.mesh, {low.x + w * 0.06F, low.y - 0.003F, low.z + d * share}, w * 0.88F,
                  0.008F, 3);
    }
    add_box(maker.mesh, {low.x + w * 0.08F, low.y - 0.003F, low.z + d * 0.46F},
            {w * 0.84F, 0.004F, d * 0.12F}, {18, 58, 68, 255});
}

/// The cabinet round a thick door's leaf, open in front, with a shelf.
void add_cabinet(Maker& maker) {
    const PartBox& box = maker.box;
    glm::vec3 size = box.size;
    size.z -= leaf;
    constexpr float wall = 0.02F;
    const Hole hole{2,
                    1,
                    box.low + wall,
                    {box.low.x + size.x - wall, box.low.y + size.y - wall, box.low.z + size.z}};
    add_pierced_box(maker.mesh, box.low, size, maker.colour, 0.006F, {&hole, 1},
                    shaded(maker.colour, 0.7F));
    if (open_share(maker.device, maker.part) > 0) {
        add_box(maker.mesh, {box.low.x + wall, box.low.y + size.y * 0.35F, box.low.z + wall},
                {size.x - 2 * wall, 0.012F, size.z - 0.06F}, shaded(maker.colour, 1.3F));
    }
}

/// Lock and lever of a safe, sunken panel.
void add_safe_front(Maker& maker, const PartBox& box) {
    const glm::vec3 face = box.face();
    const float w = box.size.x;
    const float h = box.size.y;
    add_box(maker.mesh, {face.x - w * 0.42F, face.y - h * 0.42F, face.z - 0.001F},
            {w * 0.84F, h * 0.84F, 0.004F}, shaded(maker.colour, 1.12F), 0.002F);
    // Hinges at the edge on which it turns, a dial with its marks.
    for (const float up : {-0.3F, 0.3F}) {
        const glm::vec3 hinge{box.low.x - 0.002F, face.y + h * up, face.z - 0.004F};
        add_cylinder(maker.mesh, hinge - glm::vec3{0, 0.03F, 0}, hinge + glm::vec3{0, 0.03F, 0},
                     0.009F, 0.009F, steel, 6);
    }
    const glm::vec3 plate{face.x + w * 0.12F, face.y + h * 0.12F, face.z};
    add_cylinder(maker.mesh, plate, plate + glm::vec3{0, 0, 0.006F}, 0.052F, 0.05F, slate, 16);
    for (int i = 0; i < 12; ++i) {
        const float turn = 6.2832F * static_cast<float>(i) / 12;
        const glm::vec3 out{std::sin(turn), std::cos(turn), 0};
        const glm::vec3 aside{out.y, -out.x, 0};
        add_quad(maker.mesh, plate + glm::vec3{0, 0, 0.0066F} + out * 0.043F, aside * 0.0011F,
                 out * (i % 3 == 0 ? 0.0055F : 0.0034F), paper);
    }
    const glm::vec3 dial{face.x + w * 0.12F, face.y + h * 0.12F, face.z};
    add_cylinder(maker.mesh, dial, dial + glm::vec3{0, 0, 0.022F}, 0.034F, 0.028F, steel, 14);
    add_cylinder(maker.mesh, dial + glm::vec3{0, 0, 0.022F}, dial + glm::vec3{0, 0, 0.034F}, 0.012F,
                 0.011F, slate, 12);
    const glm::vec3 lever{face.x + w * 0.12F, face.y - h * 0.1F, face.z};
    add_cylinder(maker.mesh, lever, lever + glm::vec3{0, 0, 0.03F}, 0.014F, 0.012F, steel, 12);
    add_box(maker.mesh, lever + glm::vec3{-0.008F, -0.07F, 0.022F}, {0.016F, 0.08F, 0.012F}, teal,
            0.003F);
}

/// A box of clear plastic that stands on its own, with what lies in it.
void add_clear_box(Maker& maker) {
    const PartBox& box = maker.box;
    constexpr float post = 0.014F;
    const glm::vec3 size = box.size;
    const auto bar = [&](const glm::vec3& from, const glm::vec3& to) {
        add_box(maker.mesh, box.low + from, to - from, maker.colour);
    };
    bar({0, 0, 0}, {size.x, post, size.z});
    for (const float x : {0.0F, size.x - post}) {
        for (const float z : {0.0F, size.z - post}) {
            bar({x, post, z}, {x + post, size.y - post, z + post});
        }
        bar({x, size.y - post, 0}, {x + post, size.y, size.z});
    }
    for (const float z : {0.0F, size.z - post}) {
        bar({post, size.y - post, z}, {size.x - post, size.y, z + post});
    }
    const std::int64_t sheets = maker.world.part(maker.part).amount;
    if (sheets > 0) {
        const float high =
            size.y * std::clamp(0.04F + static_cast<float>(sheets) * 0.0006F, 0.0F, 0.5F);
        add_box(maker.mesh, box.low + glm::vec3{0.03F, post, 0.03F},
                {size.x - 0.06F, high, size.z - 0.06F}, paper, 0.01F);
    }
    maker.mesh.begin(maker.part, Surface::glass);
    constexpr Colour pane{206, 222, 232, 90};
    const glm::vec3 inner = size - 2.0F * post;
    const glm::vec3 middle = box.low + size * 0.5F;
    const glm::vec3 up{0, inner.y / 2, 0};
    for (const float way : {-1.0F, 1.0F}) {
        add_quad(maker.mesh, middle + glm::vec3{0, 0, way * (size.z / 2 - 0.003F)},
                 {way * inner.x / 2, 0, 0}, up, pane);
        add_quad(maker.mesh, middle + glm::vec3{way * (size.x / 2 - 0.003F), 0, 0},
                 {0, 0, -way * inner.z / 2}, up, pane);
    }
}

/// The lid of a ballot box: what sheets fall through, with a rim of steel.
void add_lid_slot(Maker& maker, const PartBox& box) {
    const glm::vec3 face = box.face();
    const float wide = std::min(0.25F, box.size.x * 0.7F);
    add_box(maker.mesh, face - glm::vec3{wide / 2 + 0.008F, 0.001F, 0.014F},
            {wide + 0.016F, 0.004F, 0.028F}, steel);
    add_box(maker.mesh, face - glm::vec3{wide / 2, 0, 0.006F}, {wide, 0.0038F, 0.012F}, black);
}

/// The dark gap round a closed door by which one sees that it is one.
void add_seam(Maker& maker, const PartBox& box) {
    constexpr float gap = 0.0025F;
    const glm::vec3 depth = glm::abs(box.out);
    const float thick = glm::dot(depth, box.size);
    const glm::vec3 half =
        (glm::vec3(1) - depth) * (box.size * 0.5F + gap) + depth * (thick * 0.2F);
    const glm::vec3 middle = box.centre() - box.out * (thick * 0.3F);
    add_box(maker.mesh, middle - half, half * 2.0F, shaded(slate, 0.7F));
}

bool is_cabinet(const PartShape& door) {
    return door.face == "front" && door.size[2] > thick_door;
}

PartShape leaf_of(PartShape door) {
    if (!is_cabinet(door)) return door;
    door.at[2] += door.size[2] - leaf_mm;
    door.size[2] = leaf_mm;
    return door;
}

}  // namespace

float open_share(const DeviceFrame& device, PartId door) {
    if (device.doors != nullptr) {
        const auto found = device.doors->find(door);
        if (found != device.doors->end()) return found->second;
    }
    return device.world.part(door).open != 0 ? 1.0F : 0.0F;
}

glm::mat4 turn_of(const PartShape& door, float share) {
    return opened(leaf_of(door), share);
}

void add_door(Maker& maker) {
    const PartShape shape = leaf_of(maker.spec.shape);
    const PartBox box = box_of(shape);
    maker.plain();
    const bool cabinet = is_cabinet(maker.spec.shape);
    if (cabinet) add_cabinet(maker);
    const float share = open_share(maker.device, maker.part);
    if (share == 0) add_seam(maker, box);
    const auto first = maker.mesh.vertices.size();
    add_form(maker.mesh, shape, box, maker.colour);
    if (maker.spec.role == Role::cover && share > 0) add_cover_inside(maker);
    const DeviceClass of = maker.layout.device(maker.spec.device).device_class;
    if (cabinet) {
        add_safe_front(maker, box);
    } else if (of == DeviceClass::room && shape.face == "top") {
        add_lid_slot(maker, box);
        add_handle(maker, box);
    } else {
        add_handle(maker, box);
    }
    if (share > 0) maker.inner_words();
    if (share > 0) transform(maker.mesh, first, opened(shape, share));
}

void add_bin(Maker& maker) {
    const PartBox& box = maker.box;
    maker.plain();
    if (maker.spec.behind == no_part) return add_clear_box(maker);
    // Open above, with the sheets that lie in it: a heap that never tells its number.
    constexpr float wall = 0.005F;
    const glm::vec3 low = box.low;
    const glm::vec3 size{box.size.x, box.size.y * (box.size.y > 0.1F ? 0.55F : 0.8F), box.size.z};
    const Hole hole{
        1, 1, low + wall, {low.x + size.x - wall, low.y + size.y, low.z + size.z - wall}};
    add_pierced_box(maker.mesh, low, size, maker.colour, 0, {&hole, 1}, shaded(maker.colour, 0.8F));
    if (maker.world.part(maker.part).amount > 0) {
        add_box(maker.mesh, low + glm::vec3{0.015F, wall, 0.015F},
                {size.x - 0.03F, size.y * 0.5F, size.z - 0.03F}, paper, 0.008F);
    }
}

void add_latch(Maker& maker) {
    const PartBox& box = maker.box;
    maker.plain();
    const bool fastened = maker.world.part(maker.part).open != 0;
    if (maker.spec.shape.form == "disc") {
        // A lock that is turned: its lever lies across when it is fastened.
        add_form(maker.mesh, maker.spec.shape, box, slate);
        const float r = std::min(box.size.x, box.size.y) / 2;
        const glm::vec3 half = fastened ? glm::vec3{r * 0.9F, r * 0.26F, 0.005F}
                                        : glm::vec3{r * 0.26F, r * 0.9F, 0.005F};
        const glm::vec3 at = box.face() + box.out * 0.005F;
        add_box(maker.mesh, at - half, half * 2.0F, fastened ? teal : shaded(teal, 1.3F), 0.002F);
        return;
    }
    add_box(maker.mesh, box.low, box.size, slate);
    glm::vec3 size = box.size;
    glm::vec3 low = box.low;
    const int along = box.size.y > box.size.x ? 1 : 0;
    size[along] *= 0.5F;
    if (!fastened) low[along] += size[along];
    const int depth = box.out.y != 0 ? 1 : 2;
    if (depth != along) low[depth] += box.out[depth] * 0.006F;
    add_box(maker.mesh, low + 0.001F, size - 0.002F, fastened ? teal : shaded(teal, 1.3F), 0.003F);
}

void add_holder(Maker& maker) {
    // A trough with two cheeks, between which the roll lies.
    const PartBox& box = maker.box;
    maker.plain();
    constexpr float cheek = 0.004F;
    add_box(maker.mesh, box.low, {box.size.x, box.size.y * 0.14F, box.size.z}, maker.colour,
            0.001F);
    for (const float x : {box.low.x, box.low.x + box.size.x - cheek}) {
        add_box(maker.mesh, {x, box.low.y, box.low.z}, {cheek, box.size.y * 0.8F, box.size.z},
                maker.colour);
    }
}

void add_paper_path(Maker& maker) {
    const PartBox& box = maker.box;
    maker.plain();
    if (maker.spec.role != Role::path) {
        maker.shape();
        return;
    }
    add_box(maker.mesh, box.low, box.size, slate);
    // Ribs on which the paper slides.
    for (int i = 0; i < 6; ++i) {
        const float x = box.low.x + box.size.x * (0.1F + 0.16F * static_cast<float>(i));
        add_box(maker.mesh, {x, box.low.y + box.size.y, box.low.z + 0.01F},
                {0.003F, 0.0015F, box.size.z - 0.02F}, shaded(slate, 1.5F));
    }
    const int number = number_of(maker.world, maker.part, DeviceClass::scanner);
    if (number < 0 || maker.world.scanners[static_cast<std::size_t>(number)].sheet == no_ballot) {
        return;
    }
    // A sheet that stopped on its way: it has folded up.
    const float y = box.low.y + box.size.y + 0.003F;
    const float front = box.low.z + box.size.z;
    std::vector<glm::vec3> points;
    constexpr float folds[]{0, 0.002F, 0.030F, 0.005F, 0.040F, 0.010F};
    for (int i = 0; i < 6; ++i) {
        points.emplace_back(box.centre().x, y + folds[i],
                            front - box.size.z * 0.11F * static_cast<float>(i));
    }
    add_paper(maker.mesh, points, {box.size.x * 0.4F, 0, 0.006F}, 5);
}

void add_glass(Maker& maker) {
    // Dark, for its lamps are out while one looks; a bright edge shows where it lies.
    const PartBox& box = maker.box;
    maker.plain();
    add_box(maker.mesh, box.low, box.size, steel);
    PartBox pane = box;
    pane.low += glm::vec3{0.004F, 0.0008F, 0.004F};
    pane.size -= glm::vec3{0.008F, 0, 0.008F};
    add_box(maker.mesh, pane.low, pane.size, mixed({14, 46, 56, 255}, maker.colour, 0.12F));
}

void add_rollers(Maker& maker) {
    maker.plain();
    const PartBox& box = maker.box;
    const float radius = std::min(box.size.y, box.size.z) / 2;
    add_shaft(maker.mesh, {box.low.x, box.low.y + radius, box.centre().z}, box.size.x, radius, 3);
}

}  // namespace sim::seats
