// Where paper goes in and comes out: entries with their trays and guides, mouths of printers.

#include <algorithm>
#include <vector>

#include "sim/seats/room/device_parts.h"
#include "sim/seats/station/plan_shapes.h"

namespace sim::seats {

using namespace engine::scene;

namespace {

using namespace paint3;

/// A sheet that lies on a tray, or stands in a slit of the top.
void add_ballot(Maker& maker, int number) {
    const PartBox& box = maker.box;
    const auto shift = static_cast<float>(number);
    const float half = box.size.x * 0.46F;
    std::vector<glm::vec3> points;
    const float lean = glm::radians(lean_seen(maker.world, maker.part));
    if (box.out.y > 0.5F) {
        const glm::vec3 from = box.face() + glm::vec3{0.006F * shift, 0, -0.002F * shift};
        for (const auto& [up, back] : {std::pair{-0.002F, 0.0F}, std::pair{0.05F, 0.002F},
                                       std::pair{0.1F, 0.014F}, std::pair{0.14F, 0.036F}}) {
            points.push_back(from + glm::vec3{0, up, -back});
        }
    } else {
        const float y = box.low.y + box.size.y + 0.0015F + 0.0012F * shift;
        const float x = box.centre().x + 0.006F * shift;
        points = {{x, y, box.low.z - 0.002F},
                  {x, y + 0.003F, box.low.z + 0.07F},
                  {x, y + 0.001F, box.low.z + 0.15F},
                  {x, y + 0.006F, box.low.z + 0.21F}};
    }
    // Turned about its edge in the slit: sideways where it lies, within the slit where it stands.
    const glm::vec3 start = points.front();
    const float slant = std::tan(lean);
    for (glm::vec3& point : points) point.x -= glm::length(point - start) * slant;
    const glm::vec3 tip = box.out.y > 0.5F ? glm::vec3{0, -slant, 0} : glm::vec3{0, 0, slant};
    add_paper(maker.mesh, points, half * glm::normalize(glm::vec3{1, 0, 0} + tip), 7);
}

/// A strip that has come out of a printer.
void add_strip(Maker& maker, int number) {
    const PartBox& box = maker.box;
    const float shift = 0.004F * static_cast<float>(number);
    const glm::vec3 from = box.face() + glm::vec3{shift, 0, 0};
    std::vector<glm::vec3> points;
    if (box.out.y > 0.5F) {
        for (const auto& [up, back] :
             {std::pair{-0.004F, 0.0F}, std::pair{0.03F, 0.002F}, std::pair{0.06F, 0.012F},
              std::pair{0.082F, 0.032F}, std::pair{0.09F, 0.06F}}) {
            points.push_back(from + glm::vec3{0, up, -back});
        }
    } else {
        for (const auto& [out, down] :
             {std::pair{-0.004F, 0.0F}, std::pair{0.03F, 0.0F}, std::pair{0.055F, 0.008F},
              std::pair{0.07F, 0.026F}, std::pair{0.076F, 0.05F}}) {
            points.push_back(from + glm::vec3{0, -down, box.out.z * out});
        }
    }
    add_paper(maker.mesh, points, {box.size.x * 0.42F, 0, 0}, 8);
}

/// The tray before an entry and the guides that a hand may shift.
void add_tray(Maker& maker) {
    const PartBox& box = maker.box;
    const bool level = box.out.y > 0.5F;
    if (level) {
        for (const float x : {box.low.x - 0.014F, box.low.x + box.size.x + 0.002F}) {
            add_box(maker.mesh, {x, box.face().y - 0.002F, box.centre().z - 0.012F},
                    {0.012F, 0.026F, 0.024F}, teal, 0.003F);
        }
        return;
    }
    const float deep = box.size.z;
    add_box(maker.mesh, {box.low.x - 0.016F, box.low.y - 0.006F, box.low.z},
            {box.size.x + 0.032F, 0.006F + box.size.y, deep}, slate);
    for (int i = 1; i < 5; ++i) {
        const float x = box.low.x + box.size.x * 0.2F * static_cast<float>(i);
        add_box(maker.mesh, {x, box.low.y + box.size.y, box.low.z + 0.01F},
                {0.003F, 0.001F, deep - 0.02F}, shaded(slate, 1.4F));
    }
    for (const float x : {box.low.x - 0.014F, box.low.x + box.size.x + 0.002F}) {
        add_box(maker.mesh, {x, box.low.y + box.size.y - 0.001F, box.low.z + deep * 0.12F},
                {0.012F, 0.012F, deep * 0.8F}, teal, 0.003F);
    }
}

}  // namespace

void add_paper(Mesh& mesh, std::span<const glm::vec3> points, const glm::vec3& across, int lines) {
    const auto put = [&](const glm::vec3& a, const glm::vec3& b, const glm::vec3& side, float lift,
                         Colour colour, bool both) {
        const glm::vec3 along = (b - a) * 0.5F;
        glm::vec3 normal = glm::normalize(glm::cross(side, along));
        const glm::vec3 middle = (a + b) * 0.5F;
        add_quad(mesh, middle + normal * lift, side, along, colour);
        if (both) add_quad(mesh, middle - normal * lift, -side, along, colour);
    };
    float length = 0;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        put(points[i], points[i + 1], across, 0.0002F, paper, true);
        length += glm::length(points[i + 1] - points[i]);
    }
    // Print, on the side that faces up and the one that faces a reader.
    const float step = length / static_cast<float>(lines + 1);
    float next = step;
    float done = 0;
    int line = 0;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const glm::vec3 way = points[i + 1] - points[i];
        const float own = glm::length(way);
        while (next < done + own - 0.002F && line < lines) {
            const glm::vec3 at = points[i] + way * ((next - done) / own);
            const float share = line % 3 == 0 ? 0.8F : 0.62F;
            const glm::vec3 half = glm::normalize(way) * std::min(0.0016F, step * 0.2F);
            put(at - half, at + half, across * share, 0.0006F, printed, true);
            next += step;
            ++line;
        }
        done += own;
    }
}

void add_pile(Maker& maker) {
    // Packs of sheets, each with the band that holds it, none quite on the other.
    const PartBox& box = maker.box;
    maker.plain();
    constexpr int packs = 3;
    const float high = box.size.y / packs;
    for (int i = 0; i < packs; ++i) {
        const float aside = i % 2 == 0 ? 0.003F : -0.002F;
        const glm::vec3 low =
            box.low + glm::vec3{aside, high * static_cast<float>(i), aside * 0.7F};
        const glm::vec3 size{box.size.x, high - 0.002F, box.size.z};
        add_box(maker.mesh, low, size, maker.colour);
        add_box(maker.mesh, low + glm::vec3{-0.0008F, -0.0008F, size.z * 0.42F},
                {size.x + 0.0016F, size.y + 0.0016F, size.z * 0.16F}, {150, 178, 196, 255});
    }
}

void add_catch(Maker& maker) {
    const PartBox& box = maker.box;
    maker.plain();
    constexpr float wall = 0.004F;
    const glm::vec3 size = box.size;
    const auto bar = [&](const glm::vec3& from, const glm::vec3& to) {
        add_box(maker.mesh, box.low + from, to - from, maker.colour);
    };
    bar({0, 0, 0}, {size.x, wall, size.z});
    for (const float x : {0.0F, size.x - wall}) {
        bar({x, wall, 0}, {x + wall, size.y * 0.7F, size.z});
    }
    bar({wall, wall, size.z - wall}, {size.x - wall, size.y * 0.35F, size.z});
    if (maker.world.part(maker.part).amount > 0) {
        add_box(maker.mesh, box.low + glm::vec3{0.012F, wall, 0.004F},
                {size.x - 0.024F, 0.003F, size.z - 0.012F}, paper);
    }
}

void add_slit(Maker& maker) {
    const PartBox& box = maker.box;
    maker.plain();
    const bool entry = maker.spec.kind == PartKind::entry;
    if (maker.spec.shape.form == "disc") {
        maker.shape();
        maker.decal(box);
        return;
    }
    if (entry && box.out.z > 0.5F && box.size.z > 0.06F) {
        add_tray(maker);
        add_box(maker.mesh, {box.low.x, box.low.y + box.size.y, box.low.z - 0.003F},
                {box.size.x, 0.012F, 0.004F}, black);
    } else {
        // The frame of the slit, and the dark in it.
        PartBox frame = box;
        const glm::vec3 side = glm::vec3(1) - glm::abs(box.out);
        frame.low -= side * 0.005F;
        frame.size += side * 0.01F;
        add_box(maker.mesh, frame.low, frame.size, shaded(slate, 1.25F));
        const glm::vec3 lip = box.out * 0.001F;
        add_box(maker.mesh, box.low + lip, box.size, maker.colour);
        if (entry) add_tray(maker);
    }
    const int sheets = sheets_seen(maker.world, maker.part);
    const bool ballots = entry || maker.spec.kind == PartKind::pile;
    for (int i = 0; i < sheets; ++i) {
        if (ballots && entry) {
            add_ballot(maker, i);
        } else {
            add_strip(maker, i);
        }
    }
    if (!entry || sheets > 0) return;
    const int number = number_of(maker.world, maker.part, DeviceClass::scanner);
    if (number < 0) return;
    const Scanner& scanner = maker.world.scanners[static_cast<std::size_t>(number)];
    // A sheet that stuck at the entry still stands out of it.
    if (scanner.path == PathState::jammed && scanner.sheet != no_ballot) add_ballot(maker, 0);
}

}  // namespace sim::seats
