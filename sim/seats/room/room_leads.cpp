#include "sim/seats/room/room_leads.h"

#include "engine/scene/shape.h"
#include "sim/seats/room/lead_ways.h"
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
        at.y = box.low.y + 0.024F;
        at.z = box.low.z;
    }
    return LeadEnd{glm::vec3(*frame * glm::vec4(at, 1)), glm::mat3(*frame) * out};
}

}  // namespace

void add_leads(Mesh& mesh, const World& world, const RoomScene& room, const RoomMoment& moment) {
    const Layout& layout = world.layout();
    const LeadWays ways(world, room);
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
        const engine::scene::Colour sheath{colour.r, colour.g, colour.b, 255};
        if (own) {
            // The bush in which it is held.
            add_cylinder(mesh, to->at - to->out * 0.004F, to->at + to->out * 0.014F, radius * 2.2F,
                         radius * 1.5F, sheath, 10);
        }
        const auto line = ways.lead(*from, *to, radius);
        add_tube(mesh, line, radius, sheath, 5);
    }
}

}  // namespace sim::seats
