#include "sim/seats/room/room_leads.h"

#include <algorithm>

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
        auto line = cord(from->at, from->out, to->at, to->out, 0.25F, radius + 0.003F, 22);
        for (const LeadEnd* end : {&*from, &*to}) lay_on_desk(line, *end, radius);
        add_tube(mesh, line, radius, {colour.r, colour.g, colour.b, 255}, 5);
    }
}

}  // namespace sim::seats
