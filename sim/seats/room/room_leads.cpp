#include "sim/seats/room/room_leads.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "engine/scene/shape.h"
#include "sim/seats/room/part_frame.h"
#include "sim/seats/station/lead.h"
#include "sim/seats/station/plan_layout.h"

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

/// A cord is stiff: what bends sharply draws its bend out, what lies on the floor is never quite
/// straight. The ends keep their places.
std::vector<glm::vec3> relaxed(const std::vector<glm::vec3>& line, float floor) {
    constexpr float step = 0.05F;
    constexpr int passes = 26;
    constexpr std::size_t kept = 2;
    std::vector<glm::vec3> made{line.front()};
    float due = step;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const float length = glm::length(line[i + 1] - line[i]);
        float at = due;
        for (; at < length; at += step) made.push_back(glm::mix(line[i], line[i + 1], at / length));
        due = at - length;
    }
    made.push_back(line.back());
    const auto count = made.size();
    if (count < 2 * kept + 3) return line;
    const float whole = static_cast<float>(count) * step;
    const float sway = std::min(0.05F, (whole - 0.8F) * 0.02F);
    const glm::vec3 along = line.back() - line.front();
    const float flat = glm::length(glm::vec2(along.x, along.z));
    if (sway > 0 && flat > 0.3F) {
        const glm::vec3 aside{-along.z / flat, 0, along.x / flat};
        for (std::size_t i = 0; i < count; ++i) {
            const float share = static_cast<float>(i) / static_cast<float>(count - 1);
            const float still = std::sin(3.1416F * share);
            made[i] += aside * (sway * still * std::sin(static_cast<float>(i) * step * 3.7F));
        }
    }
    for (int pass = 0; pass < passes; ++pass) {
        glm::vec3 before = made[kept - 1];
        for (std::size_t i = kept; i + kept < count; ++i) {
            const glm::vec3 now = made[i];
            made[i] = (before + now * 2.0F + made[i + 1]) * 0.25F;
            made[i].y = std::max(made[i].y, std::min(floor, now.y));
            before = now;
        }
    }
    // Points that change nothing are left out.
    std::vector<glm::vec3> thin{made.front()};
    for (std::size_t i = 1; i + 1 < count; ++i) {
        const glm::vec3 in = glm::normalize(made[i] - thin.back());
        const glm::vec3 out = glm::normalize(made[i + 1] - made[i]);
        const bool far = glm::length(made[i] - thin.back()) > 0.6F;
        if (far || glm::dot(in, out) < 0.994F) thin.push_back(made[i]);
    }
    thin.push_back(made.back());
    return thin;
}

/// Where the lead of a plug that has no other end leaves the thing that it feeds.
std::optional<LeadEnd> body_end(const World& world, const RoomScene& room, PartId plug) {
    const Layout& layout = world.layout();
    const std::string& name = layout[plug].name;
    const std::size_t dot = name.rfind('.');
    if (dot == std::string::npos) return std::nullopt;
    const PartId unit = layout.find(name.substr(0, dot));
    if (unit == no_part || !has_shape(layout[unit])) return std::nullopt;
    const auto frame = room.frame_of(layout, unit);
    if (!frame) return std::nullopt;
    const PartBox box = box_of(layout, unit);
    const bool strip = box.size.x > 2 * box.size.y && box.size.x > 2 * box.size.z;
    glm::vec3 at = box.centre();
    glm::vec3 out{0, 0, -1};
    if (strip) {
        at.x = box.low.x - 0.006F;
        out = {-1, 0, 0};
    } else {
        at.y = box.low.y + 0.05F;
        at.z = box.low.z;
    }
    return LeadEnd{glm::vec3(*frame * glm::vec4(at, 1)), glm::mat3(*frame) * out};
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
    constexpr float beside = 0.16F;
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
    return line;
}

}  // namespace

void add_leads(Mesh& mesh, const World& world, const RoomScene& room, const RoomMoment& moment) {
    const Layout& layout = world.layout();
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const auto plug = static_cast<PartId>(i);
        const PartSpec& spec = layout.parts[i];
        if (spec.kind != PartKind::plug) continue;
        const bool own = spec.other_end == no_part;
        if (!own && spec.other_end < plug) continue;
        const auto from = end_of(world, room, plug, moment);
        const auto to =
            own ? body_end(world, room, plug) : end_of(world, room, spec.other_end, moment);
        if (!from || !to) continue;
        const engine::view::Colour colour = lead_colour(world, plug);
        const bool mains = spec.type == "mains_plug" || spec.type == "device_plug" || own ||
                           layout[spec.other_end].type == "mains_plug";
        const float radius = mains ? 0.0048F : 0.0032F;
        mesh.begin(nobody);
        const float floor = radius + 0.003F;
        std::vector<glm::vec3> line;
        if (const auto print = footprint_at(world, room, plug)) {
            line = cord_round(*from, *print, *to, floor);
        } else if (const auto other =
                       own ? std::nullopt : footprint_at(world, room, spec.other_end)) {
            line = cord_round(*to, *other, *from, floor);
        } else {
            line = cord(from->at, from->out, to->at, to->out, 0.25F, floor, 22);
        }
        line = relaxed(line, floor);
        for (const LeadEnd* end : {&*from, &*to}) lay_on_desk(line, *end, radius);
        add_tube(mesh, line, radius, {colour.r, colour.g, colour.b, 255}, 5);
    }
}

}  // namespace sim::seats
