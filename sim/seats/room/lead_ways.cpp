#include "sim/seats/room/lead_ways.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/seats/room/part_frame.h"
#include "sim/seats/room/room_place.h"
#include "sim/seats/station/plan_layout.h"

namespace sim::seats {

using namespace engine::scene;

namespace {

constexpr float beside_body = 0.06F;  ///< m: how near to a body a lead lies
constexpr float same_level = 0.06F;
constexpr float over = 0.03F;  ///< beyond the edge of a desk

glm::vec2 above(const glm::vec3& at) {
    return {at.x, at.z};
}

glm::vec3 at_height(const glm::vec2& at, float y) {
    return {at.x, y, at.y};
}

bool is_desk(FurnitureKind kind) {
    return kind == FurnitureKind::desk || kind == FurnitureKind::table;
}

/// Nothing lies beneath it.
bool is_solid(FurnitureKind kind) {
    return kind == FurnitureKind::cupboard || kind == FurnitureKind::cabinet ||
           kind == FurnitureKind::shelf || kind == FurnitureKind::stage;
}

}  // namespace

LeadWays::LeadWays(const World& world, const RoomScene& room) {
    const Layout& layout = world.layout();
    const RoomPlan& plan = room.plan();
    room_ = {metres(plan.size[0]), metres(plan.size[2])};
    for (const RoomFurniture& one : plan.furniture) {
        if (!stands(one.stands_for, layout)) continue;
        const glm::mat4 frame = frame_at(one.at, one.turn);
        const glm::vec3 size = metres(one.size);
        if (is_desk(one.kind)) add(frame, {}, size, metres(one.at[1]) + size.y, desks_);
        if (is_solid(one.kind)) add(frame, {}, size, metres(one.at[1]), bodies_);
    }
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const auto part = static_cast<PartId>(i);
        const PartSpec& spec = layout.parts[i];
        const auto frame = room.frame_of(layout, part);
        if (!frame || spec.device == no_device || !has_shape(spec)) continue;
        if (spec.kind != PartKind::unit && spec.kind != PartKind::battery) continue;
        if (!is_kit(layout.device(spec.device).device_class)) continue;
        const PartBox box = box_of(layout, part);
        const glm::vec3 low(*frame * glm::vec4(box.low, 1));
        add(*frame, box.low, box.low + box.size, low.y, bodies_);
    }
    for (std::size_t i = 0; i < layout.devices.size(); ++i) {
        const auto device = static_cast<DeviceId>(i);
        const DeviceSpec& spec = layout.devices[i];
        if (is_kit(spec.device_class)) continue;
        const DevicePlace* place = place_of(plan, spec.device_class, spec.number + 1);
        const Box box = room.body_of(layout, device);
        if (place == nullptr || box.empty()) continue;
        const glm::mat4 frame = frame_of(*place);
        const glm::mat4 inverse = glm::inverse(frame);
        const glm::vec3 a(inverse * glm::vec4(box.low, 1));
        const glm::vec3 b(inverse * glm::vec4(box.high, 1));
        add(frame, glm::min(a, b), glm::max(a, b), metres(place->at[1]), bodies_);
    }
}

void LeadWays::add(const glm::mat4& frame, const glm::vec3& low, const glm::vec3& high, float level,
                   std::vector<Footprint>& to) const {
    to.push_back({frame, glm::inverse(frame), above(low), above(high), level});
}

bool LeadWays::Footprint::bars(const glm::vec2& from, const glm::vec2& to, float beside) const {
    constexpr float skin = 0.005F;  // along its edge is free
    const glm::vec2 a = above(glm::vec3(inverse * glm::vec4(at_height(from, 0), 1)));
    const glm::vec2 b = above(glm::vec3(inverse * glm::vec4(at_height(to, 0), 1)));
    float enter = 0;
    float leave = 1;
    for (int axis = 0; axis < 2; ++axis) {
        const float step = b[axis] - a[axis];
        const float near = low[axis] - beside + skin - a[axis];
        const float far = high[axis] + beside - skin - a[axis];
        if (std::abs(step) < 1e-6F) {
            if (near > 0 || far < 0) return false;
            continue;
        }
        enter = std::max(enter, std::min(near / step, far / step));
        leave = std::min(leave, std::max(near / step, far / step));
    }
    return enter < leave;
}

bool LeadWays::Footprint::holds(const glm::vec2& at, float beside) const {
    const glm::vec2 own = above(glm::vec3(inverse * glm::vec4(at_height(at, 0), 1)));
    return glm::all(glm::greaterThan(own, low - beside)) &&
           glm::all(glm::lessThan(own, high + beside));
}

std::array<glm::vec2, 4> LeadWays::Footprint::corners(float beside) const {
    const auto corner = [&](float x, float z) {
        return above(glm::vec3(frame * glm::vec4(x, 0, z, 1)));
    };
    const glm::vec2 a = low - beside;
    const glm::vec2 b = high + beside;
    return {corner(a.x, a.y), corner(b.x, a.y), corner(b.x, b.y), corner(a.x, b.y)};
}

bool LeadWays::in_room(const glm::vec2& at) const {
    return kept_in_room(at) == at;
}

glm::vec2 LeadWays::kept_in_room(const glm::vec2& at) const {
    constexpr float wall = 0.02F;
    return glm::clamp(at, glm::vec2(wall), room_ - wall);
}

const LeadWays::Footprint* LeadWays::desk_under(const glm::vec3& at) const {
    for (const Footprint& desk : desks_) {
        if (at.y > desk.level - 0.01F && desk.holds(above(at), 0)) return &desk;
    }
    return nullptr;
}

/// The corners by which the shortest way leads round a footprint; none where it is not in the way.
std::vector<glm::vec2> LeadWays::round_one(const Footprint& print, const glm::vec2& from,
                                           const glm::vec2& to) const {
    // Who begins close to it keeps as close.
    const bool close = print.holds(from, beside_body) || print.holds(to, beside_body);
    const float beside = close ? 0.012F : beside_body;
    if (print.holds(from, beside) || print.holds(to, beside)) return {};
    if (!print.bars(from, to, beside)) return {};
    const auto corners = print.corners(beside);
    std::vector<glm::vec2> best;
    float shortest = std::numeric_limits<float>::max();
    for (std::size_t first = 0; first < corners.size(); ++first) {
        for (const std::size_t turn : {std::size_t{1}, std::size_t{3}}) {
            std::vector<glm::vec2> way;
            float length = 0;
            glm::vec2 at = from;
            for (std::size_t i = 0; i < 3; ++i) {
                const glm::vec2 next = corners[(first + i * turn) % corners.size()];
                if (!in_room(next) || print.bars(at, next, beside)) break;
                length += glm::length(next - at);
                way.push_back(at = next);
                const float all = length + glm::length(to - at);
                if (print.bars(at, to, beside) || all >= shortest) continue;
                shortest = all;
                best = way;
            }
        }
    }
    return best;
}

std::vector<glm::vec2> LeadWays::round_all(const glm::vec2& from, const glm::vec2& to,
                                           float level) const {
    constexpr int most_turns = 6;
    std::vector<glm::vec2> way{from, to};
    std::vector<bool> gone_round(bodies_.size(), false);
    for (int turns = 0; turns < most_turns; ++turns) {
        bool straight = true;
        for (std::size_t i = 0; straight && i + 1 < way.size(); ++i) {
            for (std::size_t k = 0; straight && k < bodies_.size(); ++k) {
                if (gone_round[k] || std::abs(bodies_[k].level - level) > same_level) continue;
                const auto by = round_one(bodies_[k], way[i], way[i + 1]);
                if (by.empty()) continue;
                way.insert(way.begin() + static_cast<std::ptrdiff_t>(i) + 1, by.begin(), by.end());
                gone_round[k] = true;
                straight = false;
            }
        }
        if (straight) break;
    }
    return way;
}

/// From an end to where it lies on what is below.
LeadWays::Way LeadWays::down(const LeadEnd& end, float radius) const {
    constexpr float stiff = 0.03F;  // m that a lead goes on as it leaves its plug
    constexpr float bend = 0.05F;
    const Footprint* desk = desk_under(end.at);
    const float ground = (desk != nullptr ? desk->level : 0.0F) + radius + 0.001F;
    const glm::vec3 straight = end.at + end.out * stiff;
    glm::vec2 out = above(end.out);
    if (glm::length(out) < 0.1F) out = {0, 1};
    const float high = std::max(0.0F, end.at.y - ground);
    const glm::vec2 lies =
        kept_in_room(above(straight) + glm::normalize(out) * (0.04F + std::min(0.1F, high / 4)));
    if (desk != nullptr && !desk->holds(lies, 0)) {
        // It hangs over the edge as it comes out.
        return {{end.at, 0},
                {at_height(lies, std::max(straight.y, ground)), bend},
                {at_height(lies, radius + 0.001F), bend}};
    }
    if (high < 0.01F) return {{end.at, 0}, {straight, bend}, {at_height(lies, ground), bend}};
    return {{end.at, 0},
            {at_height(glm::mix(above(straight), lies, 0.5F), straight.y), bend},
            {at_height(lies, ground), bend * 1.4F}};
}

/// Over that edge of the desk from which the rest of the way is short, down to the floor.
void LeadWays::over_edge(Way& way, const Footprint& desk, const glm::vec2& to, float radius) const {
    constexpr float bend = 0.045F;
    const glm::vec2 at = above(way.back().at);
    const glm::vec2 came = at - above(way.front().at);
    const glm::vec2 own = above(glm::vec3(desk.inverse * glm::vec4(at_height(at, 0), 1)));
    float least = std::numeric_limits<float>::max();
    std::vector<glm::vec2> chosen;
    for (int axis = 0; axis < 2; ++axis) {
        for (const bool high : {false, true}) {
            glm::vec2 edge = own;
            edge[axis] = high ? desk.high[axis] + over : desk.low[axis] - over;
            const glm::vec2 leaves =
                above(glm::vec3(desk.frame * glm::vec4(at_height(edge, 0), 1)));
            const bool taken = std::any_of(desks_.begin(), desks_.end(), [&](const Footprint& one) {
                return one.holds(leaves, 0.02F) && &one != &desk;
            });
            if (taken || !in_room(leaves)) continue;
            const auto there = round_all(at, leaves, desk.level);
            float length = glm::length(to - leaves) * 0.3F;
            for (std::size_t i = 1; i < there.size(); ++i) {
                length += glm::length(there[i] - there[i - 1]);
            }
            // Back past its device it goes only where there is no other way.
            if (glm::dot(leaves - at, came) < -1e-4F) length += 2;
            if (length >= least) continue;
            least = length;
            chosen = there;
        }
    }
    if (chosen.empty()) return;
    const float lies = desk.level + radius + 0.001F;
    for (std::size_t i = 1; i + 1 < chosen.size(); ++i) {
        way.push_back({at_height(chosen[i], lies), bend});
    }
    way.push_back({at_height(chosen.back(), lies + 0.005F), bend});
    way.push_back({at_height(chosen.back(), radius + 0.001F), bend * 1.5F});
}

/// Two turns beside the straight way, on the side where nothing stands.
void LeadWays::coil(Way& way, const glm::vec3& to, float radius) const {
    constexpr float wide = 0.036F;
    constexpr int turns = 2;
    constexpr int corners = 12;
    const glm::vec3 from = way.back().at;
    const glm::vec2 along = glm::normalize(above(to - from) + glm::vec2(1e-4F, 0));
    glm::vec2 aside{-along.y, along.x};
    const glm::vec2 middle = (above(from) + above(to)) * 0.5F;
    const auto stands_there = [&](const glm::vec2& at) {
        return !in_room(at) || std::any_of(bodies_.begin(), bodies_.end(), [&](const auto& body) {
            return std::abs(body.level - from.y) < same_level && body.holds(at, wide * 0.9F);
        });
    };
    if (stands_there(middle + aside * wide)) aside = -aside;
    constexpr int all = turns * corners;
    for (int i = 0; i <= all; ++i) {
        const float angle = 6.2832F * static_cast<float>(i) / corners;
        const float r = wide * (i > corners ? 0.9F : 1.0F);
        const glm::vec2 at =
            middle + aside * wide + along * (std::sin(angle) * r) - aside * (std::cos(angle) * r);
        // Each turn lies on the one before.
        const float lifted = radius * 2 * static_cast<float>(std::min(i, all - i)) / corners;
        way.push_back({at_height(at, from.y + lifted), wide});
    }
}

std::vector<glm::vec3> LeadWays::rounded(const Way& way) {
    constexpr float fine = 0.26F;  // radians from point to point
    std::vector<glm::vec3> line{way.front().at};
    for (std::size_t i = 1; i + 1 < way.size(); ++i) {
        const glm::vec3 before = way[i - 1].at - way[i].at;
        const glm::vec3 after = way[i + 1].at - way[i].at;
        const float in = glm::length(before);
        const float out = glm::length(after);
        if (in < 1e-4F || out < 1e-4F) continue;
        const float cosine = std::clamp(-glm::dot(before, after) / (in * out), -1.0F, 1.0F);
        const float angle = std::acos(cosine);
        const float reach = std::min({way[i].radius, in * 0.5F, out * 0.5F});
        const int steps = static_cast<int>(std::ceil(angle / fine));
        if (steps < 1 || reach < 1e-4F) {
            line.push_back(way[i].at);
            continue;
        }
        const glm::vec3 a = way[i].at + before / in * reach;
        const glm::vec3 b = way[i].at + after / out * reach;
        for (int k = 0; k <= steps; ++k) {
            const float t = static_cast<float>(k) / static_cast<float>(steps);
            line.push_back(glm::mix(glm::mix(a, way[i].at, t), glm::mix(way[i].at, b, t), t));
        }
    }
    line.push_back(way.back().at);
    return line;
}

std::vector<glm::vec3> LeadWays::lead(const LeadEnd& from, const LeadEnd& to, float radius) const {
    constexpr float short_way = 0.45F;
    constexpr float corner = 0.12F;
    constexpr float wave = 0.9F;
    Way way = down(from, radius);
    Way back = down(to, radius);
    const Footprint* desk = desk_under(from.at);
    const Footprint* other = desk_under(to.at);
    const bool floor_reached = way.back().at.y < 0.1F;
    const bool other_reached = back.back().at.y < 0.1F;
    if (desk != other || floor_reached != other_reached) {
        if (desk != nullptr && !floor_reached) over_edge(way, *desk, above(to.at), radius);
        if (other != nullptr && !other_reached) over_edge(back, *other, above(from.at), radius);
    }
    const glm::vec3 start = way.back().at;
    const glm::vec3 end = back.back().at;
    if (glm::length(from.at - to.at) < short_way) {
        coil(way, end, radius);
    } else {
        const float level = start.y - radius - 0.001F;
        const auto round = round_all(above(start), above(end), level);
        for (std::size_t i = 0; i + 1 < round.size(); ++i) {
            if (i > 0) way.push_back({at_height(round[i], start.y), corner});
            // What lies on the floor is never quite straight.
            const glm::vec2 along = round[i + 1] - round[i];
            const float length = glm::length(along);
            const int waves = static_cast<int>(length / wave);
            for (int k = 1; k < waves; ++k) {
                const glm::vec2 aside = glm::vec2{-along.y, along.x} / length;
                const float sway = 0.022F * std::sin(2.4F * static_cast<float>(k) + length);
                const float share = static_cast<float>(k) / static_cast<float>(waves);
                way.push_back(
                    {at_height(round[i] + along * share + aside * sway, start.y), wave / 2});
            }
        }
    }
    way.insert(way.end(), back.rbegin(), back.rend());
    return rounded(way);
}

}  // namespace sim::seats
