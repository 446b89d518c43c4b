#include "sim/seats/room/room_leads.h"

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
        const auto line = cord(from->at, from->out, to->at, to->out, 0.25F, radius + 0.003F, 28);
        add_tube(mesh, line, radius, {colour.r, colour.g, colour.b, 255}, 6);
    }
}

}  // namespace sim::seats
