#include "sim/seats/room/thing_pictures.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/gtc/matrix_transform.hpp>

#include "engine/scene/shape.h"
#include "engine/view/draw.h"
#include "engine/view/ui.h"
#include "sim/seats/room/thing_shapes.h"

namespace sim::seats {

using namespace engine::scene;
using namespace engine::view;

namespace {

constexpr float larger = 10;  ///< than it is, so that shadows are as soft as of furniture
constexpr std::size_t most = 3;
constexpr int tag_wide = 96;
constexpr int tag_high = 48;

/// How many of a kind are laid beside each other, and how they lie.
std::size_t count_of(PartKind kind, std::size_t things) {
    const bool one = kind == PartKind::roll || kind == PartKind::cloth || kind == PartKind::plug;
    return std::min(things, one ? 1 : most);
}

glm::mat4 lying(PartKind kind, std::size_t number, std::size_t count) {
    const auto i = static_cast<float>(number);
    const float middle = static_cast<float>(count - 1) / 2;
    glm::mat4 at(1);
    if (kind == PartKind::seal) {
        at = glm::translate(at, {0.031F * (i - middle), 0.0022F * i, 0.006F * (i - middle)});
        return glm::rotate(at, 0.16F * (middle - i), {0, 1, 0});
    }
    if (kind == PartKind::card) {
        at = glm::translate(at, {0.012F * (middle - i), 0.0018F * i, 0.012F * (i - middle)});
        return glm::rotate(at, 0.14F * (i - middle), {0, 1, 0});
    }
    at = glm::translate(at, {0.030F * (i - middle), 0, 0.004F * i});
    return glm::rotate(at, 0.5F + 0.15F * i, {0, 1, 0});
}

/// Bright from above and from the left, as on the table by the window.
void light(Mesh& mesh) {
    const glm::vec3 sun = glm::normalize(glm::vec3{-0.45F, 0.8F, 0.5F});
    for (const Piece& piece : mesh.pieces) {
        if (piece.surface == Surface::glass || piece.surface == Surface::lamp) continue;
        for (std::uint32_t i = 0; i < piece.count; ++i) {
            Vertex& vertex = mesh.vertices[mesh.indices[piece.first + i]];
            const float bright = 74 + 62 * std::max(0.0F, glm::dot(vertex.normal, sun));
            const auto value = static_cast<std::uint8_t>(bright);
            vertex.light = {value, value, value, 255};
        }
    }
}

/// Round and pale, where the things touch the ground.
void add_soft_shadow(Mesh& mesh, const Box& things) {
    mesh.begin(nobody, Surface::glass);
    constexpr int sides = 28;
    const glm::vec3 middle = things.centre();
    const glm::vec3 half = things.size() * 0.5F;
    const auto corner = [&](float reach, float turn, std::uint8_t strength) {
        Vertex vertex;
        vertex.at = {middle.x + (half.x * 0.80F + reach) * std::cos(turn), -0.002F,
                     middle.z + (half.z * 0.80F + reach) * std::sin(turn)};
        vertex.normal = {0, 1, 0};
        vertex.colour = {40, 52, 66, strength};
        vertex.light = {128, 128, 128, 255};
        return mesh.add(vertex);
    };
    constexpr std::array<std::pair<float, int>, 3> rings{{{-0.04F, 64}, {0.03F, 42}, {0.13F, 0}}};
    std::uint32_t before = 0;
    for (std::size_t ring = 0; ring < rings.size(); ++ring) {
        const std::uint32_t first = static_cast<std::uint32_t>(mesh.vertices.size());
        for (int i = 0; i < sides; ++i) {
            corner(rings[ring].first, 6.2832F * static_cast<float>(i) / sides,
                   static_cast<std::uint8_t>(rings[ring].second));
        }
        for (std::uint32_t i = 0; i < sides; ++i) {
            const std::uint32_t next = (i + 1) % sides;
            if (ring == 0) {
                if (i > 0 && next > 0) mesh.triangle(first, first + next, first + i);
                continue;
            }
            mesh.triangle(before + i, before + next, first + next);
            mesh.triangle(before + i, first + next, first + i);
        }
        before = first;
    }
}

void paint_number(Ui& ui, Image& image, std::int64_t number) {
    const Painting painting(ui, image, tag_wide, tag_high);
    const Rect& rect = painting.rect;
    fill(ui, rect, engine::view::Colour{238, 183, 60});
    const std::string words = std::to_string(number);
    constexpr float face_size = 44;
    const Point whole = measure(ui, Type::device_head, words);
    const float share = std::min(rect.w * 0.9F / whole.x, rect.h * 0.72F / whole.y);
    text_scaled(ui, {rect.centre().x - whole.x * share / 2, rect.y}, Type::device_head,
                face_size * share, engine::view::Colour{23, 26, 29}, words);
    for (int i = 0; i < 16; ++i) {
        const float x = rect.x + rect.w * (0.08F + 0.053F * static_cast<float>(i));
        fill(ui,
             {x, rect.y + rect.h * 0.72F, rect.w * (i % 3 == 0 ? 0.032F : 0.016F), rect.h * 0.2F},
             engine::view::Colour{23, 26, 29});
    }
}

void build(Ui& ui, ThingPictures::One& one, const World& world, std::span<const PartId> things,
           engine::view::Colour ground) {
    Space& space = one.space;
    space.moving.clear();
    Mesh& mesh = space.moving;
    const PartKind kind = world.layout()[things.front()].kind;
    const std::size_t count = count_of(kind, things.size());
    space.images.clear();
    if (kind == PartKind::seal) space.images.resize(count);
    Box all;
    for (std::size_t i = 0; i < count; ++i) {
        // The first lies on top.
        const std::size_t number = count - 1 - i;
        const PartSpec& spec = world.layout()[things[number]];
        const auto first = mesh.vertices.size();
        mesh.begin(nobody);
        add_thing(mesh, spec, {});
        if (kind == PartKind::seal) {
            const auto image = static_cast<std::uint16_t>(number);
            paint_number(ui, space.images[number], world.part(things[number]).amount);
            const TagFace face = tag_face({});
            mesh.begin(nobody, Surface::image, image);
            add_quad(mesh, face.middle, face.right, face.up, {255, 255, 255, 255});
        }
        transform(mesh, first, glm::scale(glm::mat4(1), glm::vec3(larger)) * lying(kind, i, count));
        Box box;
        for (auto at = first; at < mesh.vertices.size(); ++at) box.add(mesh.vertices[at].at);
        all.add(box.low);
        all.add(box.high);
    }
    light(mesh);
    add_soft_shadow(mesh, all);
    mesh.begin(nobody, Surface::lamp);
    add_quad(mesh, {0, -0.004F, 0}, {40, 0, 0}, {0, 0, -40}, {ground.r, ground.g, ground.b, 255});
    space.moving_version = version_of(mesh);
    // A long lens from the front and above, as near as shows all of it.
    one.camera.target = all.centre();
    one.camera.field = 16;
    const glm::vec3 way = glm::normalize(glm::vec3{0.12F, 1.15F, 1});
    one.camera.eye = all.centre() + way;
    float distance = 1;
    for (int i = 0; i < 8; ++i) {
        const glm::vec3 corner{(i & 1) != 0 ? all.high.x : all.low.x,
                               (i & 2) != 0 ? all.high.y : all.low.y,
                               (i & 4) != 0 ? all.high.z : all.low.z};
        const glm::vec3 from = corner - all.centre();
        const glm::vec3 right = glm::normalize(glm::cross(glm::vec3{0, 1, 0}, way));
        const glm::vec3 up = glm::cross(way, right);
        const float half = std::tan(glm::radians(one.camera.field) / 2) * 0.97F;
        constexpr float aspect = 1.35F;
        distance =
            std::max({distance, glm::dot(from, way) + std::abs(glm::dot(from, up)) / half,
                      glm::dot(from, way) + std::abs(glm::dot(from, right)) / half / aspect});
    }
    one.camera.eye = all.centre() + way * distance;
}

}  // namespace

void draw_things(Ui& ui, const Rect& rect, ThingPictures& pictures, const std::string& name,
                 const World& world, std::span<const PartId> things, Token ground,
                 bool for_picture) {
    if (things.empty()) return;
    std::unique_ptr<ThingPictures::One>& one = pictures.ones[name];
    if (!one) one = std::make_unique<ThingPictures::One>();
    const engine::view::Colour colour = ui.theme[ground];
    const auto shown = things.first(std::min(things.size(), most));
    const float figures[] = {rect.w, rect.h, ui.scale};
    const std::uint64_t words[] = {colour.r, colour.g, colour.b};
    std::uint64_t look = XXH3_64bits_withSeed(shown.data(), shown.size_bytes(),
                                              XXH3_64bits_withSeed(words, sizeof words, 1));
    look = XXH3_64bits_withSeed(figures, sizeof figures, look);
    const bool fresh = look != one->look;
    if (fresh) {
        one->look = look;
        build(ui, *one, world, shown, colour);
    }
    const auto detail = for_picture ? engine::view::Detail::print : engine::view::Detail::middle;
    show_glance(ui, rect, one->space, one->camera, one->glance, fresh, detail, 0);
}

}  // namespace sim::seats
