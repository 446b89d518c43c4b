#include "sim/seats/room/room_errands.h"

#include <cmath>

#include "sim/seats/room/room_place.h"
#include "sim/world/post.h"

namespace sim::seats {

namespace {

constexpr Time lingers = 8 * engine::second;  ///< after an act; the next one is often beside it
constexpr float within_reach = 1.7F;          ///< m from one's own place

/// What has no place at which it is done: people, calls, papers.
bool is_thing(PartKind kind) {
    switch (kind) {
        case PartKind::person:
        case PartKind::channel:
        case PartKind::topic:
        case PartKind::paper:
        case PartKind::field:
        case PartKind::signal:
        case PartKind::post:
        case PartKind::place:
            return false;
        default:
            return true;
    }
}

/// Beside a device, where nobody is in the way of who looks at its front.
std::optional<Errand> beside(const RoomPlan& plan, const DeviceSpec& device) {
    const DevicePlace* place = place_of(plan, device.device_class, device.number + 1);
    if (place == nullptr) return std::nullopt;
    glm::vec2 at{-0.52F, 0.25F};
    glm::vec2 to{0.3F, 0.25F};
    if (device.device_class == DeviceClass::terminal) {
        at = {-0.55F, 0.85F};
        to = {0.2F, 0.1F};
    } else if (device.device_class == DeviceClass::transmitter) {
        at = {-0.3F, 0.75F};
        to = {0.15F, 0.1F};
    }
    const glm::mat4 frame = frame_of(*place);
    const glm::vec4 stand = frame * glm::vec4{at.x, 0, at.y, 1};
    const glm::vec4 look = frame * glm::vec4{to.x, 0, to.y, 1};
    return Errand{{stand.x, stand.z},
                  {look.x, look.z},
                  glm::degrees(std::atan2(look.x - stand.x, look.z - stand.z))};
}

std::optional<Errand> before(const PartPlace& place) {
    const glm::mat4 frame = frame_at(place.at, place.turn);
    const glm::vec4 stand = frame * glm::vec4{-0.35F, 0, 0.95F, 1};
    const glm::vec4 look = frame * glm::vec4{0.2F, 0, 0.1F, 1};
    return Errand{{stand.x, stand.z},
                  {look.x, look.z},
                  glm::degrees(std::atan2(look.x - stand.x, look.z - stand.z))};
}

std::optional<Errand> place_of_work(const World& world, const RoomPlan& plan, PartId part) {
    const Layout& layout = world.layout();
    if (part == no_part || !is_thing(layout[part].kind)) return std::nullopt;
    const PartSpec& spec = layout[part];
    if (spec.device != no_device) {
        if (const auto found = beside(plan, layout.device(spec.device))) return found;
    }
    const PartPlace* place = place_of(plan, spec.name);
    for (const PartId other : {spec.guards, spec.behind, world.part(part).in}) {
        if (place == nullptr && other != no_part) place = place_of(plan, layout[other].name);
    }
    return place == nullptr ? std::nullopt : before(*place);
}

}  // namespace

std::optional<Errand> errand_of(const World& world, const RoomPlan& plan, PostId post) {
    const Actor& actor = world.actors[static_cast<std::size_t>(post)];
    if (actor.doing.actor != post || world.now > actor.busy_until + lingers) return std::nullopt;
    auto errand = place_of_work(world, plan, actor.doing.target);
    if (!errand) errand = place_of_work(world, plan, actor.doing.object);
    const PersonPlace* own = place_of_person(plan, posts()[static_cast<std::size_t>(post)].name);
    if (!errand || own == nullptr) return std::nullopt;
    const glm::vec2 way = errand->to - glm::vec2{metres(own->at[0]), metres(own->at[1])};
    if (glm::length(way) < within_reach) return std::nullopt;
    return errand;
}

}  // namespace sim::seats
