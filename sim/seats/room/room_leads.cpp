#include "sim/seats/room/room_leads.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "engine/scene/shape.h"
#include "sim/seats/room/part_frame.h"
#include "sim/seats/station/lead.h"

namespace sim::seats {

using namespace engine::scene;

namespace {

std::optional<LeadEnd> end_of(const World& world, const RoomScene& room, PartId plug,
                              const RoomMoment& moment) {
    const Layout& layout = world.layout();
    if (plug == moment.hand) return LeadEnd{moment.hand_at, {0, 0, 1}};
    const PartId in = world.part(plug).in;
    const PartId at = in != no_part ? in : plug;
    const auto frame = room.frame_of(layout, at);
    if (!frame) return std::nullopt;
    LeadEnd end = in != no_part ? socket_end(layout, in) : loose_end(layout, plug);
    if (in != no_part) end.at += end.out * plug_reach(layout[plug]);
    return LeadEnd{glm::vec3(*frame * glm::vec4(end.at, 1)),
                   glm::normalize(glm::mat3(*frame) * end.out)};
}

/// Near an end that is on a desk the lead lies on it before it hangs over its edge.
void lay_on_desk(std::vector<glm::vec3>& line, const LeadEnd& end, float radius) {
    constexpr float desk = 0.74F;
    constexpr float edge = 0.34F;
    if (end.at.y < desk) return;
    for (glm::vec3& point : line) {
        const float away = glm::length(glm::vec2(point.x - end.at.x, point.z - end.at.z));
        if (away < edge) point.y = std::max(point.y, desk + radius + 0.002F);
    }
}

/// Corners are cut, twice.
std::vector<glm::vec3> rounded(std::vector<glm::vec3> line) {
    for (int pass = 0; pass < 2; ++pass) {
        std::vector<glm::vec3> made{line.front()};
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
            made.push_back(glm::mix(line[i], line[i + 1], 0.25F));
            made.push_back(glm::mix(line[i], line[i + 1], 0.75F));
        }
        made.push_back(line.back());
        line = std::move(made);
    }
    return line;
}

/// What stands on the floor, seen from above, with room for a lead beside it.
struct Footprint {
    glm::vec2 low, high;

    std::array<glm::vec2, 4> corners() const {
        return {{low, {high.x, low.y}, high, {low.x, high.y}}};
    }
    /// Whether a straight way goes through it.
    bool bars(const glm::vec2& from, const glm::vec2& to) const {
        constexpr float skin = 0.01F;  // along its edge is free
        float enter = 0;
        float leave = 1;
        for (int axis = 0; axis < 2; ++axis) {
            const float step = to[axis] - from[axis];
            const float near = low[axis] + skin - from[axis];
            const float far = high[axis] - skin - from[axis];
            if (std::abs(step) < 1e-6F) {
                if (near > 0 || far < 0) return false;
                continue;
            }
            enter = std::max(enter, std::min(near / step, far / step));
            leave = std::min(leave, std::max(near / step, far / step));
        }
        return enter < leave;
    }
};

/// The corners by which the shortest way leads round a footprint; none where it is not in the way.
std::vector<glm::vec2> way_round(const Footprint& print, const glm::vec2& from,
                                 const glm::vec2& to) {
    if (!print.bars(from, to)) return {};
    const auto corners = print.corners();
    std::vector<glm::vec2> best;
    float shortest = 1e9F;
    for (std::size_t first = 0; first < corners.size(); ++first) {
        for (const std::size_t turn : {std::size_t{1}, std::size_t{3}}) {
            std::vector<glm::vec2> way;
            float length = 0;
            glm::vec2 at = from;
            for (std::size_t i = 0; i < 3; ++i) {
                const glm::vec2 next = corners[(first + i * turn) % corners.size()];
                if (print.bars(at, next)) break;
                length += glm::length(next - at);
                way.push_back(at = next);
                const float all = length + glm::length(to - at);
                if (print.bars(at, to) || all >= shortest) continue;
                shortest = all;
                best = way;
            }
        }
    }
    return best;
}

/// Where a lead comes out of something that stands on the floor.
std::optional<Footprint> footprint_at(const World& world, const RoomScene& room, PartId plug) {
    const PartId in = world.part(plug).in;
    if (in == no_part || world.layout()[in].device == no_device) return std::nullopt;
    const DeviceId device = world.layout()[in].device;
    if (world.layout().device(device).device_class != DeviceClass::scanner) return std::nullopt;
    const Box box = room.body_of(world.layout(), device);
    if (box.empty()) return std::nullopt;
    constexpr float beside = 0.08F;
    return Footprint{{box.low.x - beside, box.low.z - beside},
                     {box.high.x + beside, box.high.z + beside}};
}

/// A cord that goes round the body it comes out of and lies on the floor there.
std::vector<glm::vec3> cord_round(const LeadEnd& from, const Footprint& print, const LeadEnd& to,
                                  float floor) {
    constexpr float clear = 0.12F;  // m before the socket: beyond the footprint's edge
    const auto above = [](const glm::vec3& at) { return glm::vec2{at.x, at.z}; };
    const glm::vec2 start = above(from.at + from.out * clear);
    const std::vector<glm::vec2> way = way_round(print, start, above(to.at));
    if (way.empty()) return cord(from.at, from.out, to.at, to.out, 0.25F, floor, 22);
    const auto on_floor = [floor](const glm::vec2& at) { return glm::vec3{at.x, floor, at.y}; };
    const auto towards = [&](const glm::vec2& at, const glm::vec2& next) {
        return on_floor(glm::normalize(next - at)) * glm::vec3{1, 0, 1};
    };
    auto line = cord(from.at, from.out, on_floor(way.front()), towards(way.front(), start), 0.1F,
                     floor, 12);
    for (std::size_t i = 1; i < way.size(); ++i) line.push_back(on_floor(way[i]));
    const auto rest = cord(on_floor(way.back()), towards(way.back(), above(to.at)), to.at, to.out,
                           0.1F, floor, 16);
    line.insert(line.end(), rest.begin() + 1, rest.end());
    return rounded(line);
}

}  // namespace

void add_leads(Mesh& mesh, const World& world, const RoomScene& room, const RoomMoment& moment) {
    const Layout& layout = world.layout();
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const auto plug = static_cast<PartId>(i);
        const PartSpec& spec = layout.parts[i];
        if (spec.kind != PartKind::plug || spec.other_end == no_part || spec.other_end < plug) {
            continue;
        }
        const auto from = end_of(world, room, plug, moment);
        const auto to = end_of(world, room, spec.other_end, moment);
        if (!from || !to) continue;
        const engine::view::Colour colour = lead_colour(world, plug);
        const bool mains = spec.type == "mains_plug" || spec.type == "device_plug" ||
                           layout[spec.other_end].type == "mains_plug";
        const float radius = mains ? 0.0042F : 0.0028F;
        mesh.begin(nobody);
        const float floor = radius + 0.003F;
        std::vector<glm::vec3> line;
        if (const auto print = footprint_at(world, room, plug)) {
            line = cord_round(*from, *print, *to, floor);
        } else if (const auto other = footprint_at(world, room, spec.other_end)) {
            line = cord_round(*to, *other, *from, floor);
        } else {
            line = cord(from->at, from->out, to->at, to->out, 0.25F, floor, 22);
        }
        for (const LeadEnd* end : {&*from, &*to}) lay_on_desk(line, *end, radius);
        add_tube(mesh, line, radius, {colour.r, colour.g, colour.b, 255}, 5);
    }
}

}  // namespace sim::seats
