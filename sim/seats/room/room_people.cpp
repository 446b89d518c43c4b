#include "sim/seats/room/room_people.h"

#include <algorithm>
#include <string>

#include "engine/scene/shape.h"
#include "sim/seats/room/person_mesh.h"
#include "sim/seats/room/room_place.h"
#include "sim/world/post.h"

namespace sim::seats {

using namespace engine::scene;

namespace {

constexpr int most_in_line = 24;

/// Voters and the commission have numbers of their own, so that nobody changes their looks.
constexpr std::uint64_t voter_seed = 1000;
constexpr std::uint64_t staff_seed = 7;

struct Crowd {
    Mesh& mesh;
    const World& world;
    const RoomPlan& plan;
    glm::vec3 eye;
    float near;

    PartId part(const std::string& name) const {
        const PartId found = world.layout().find(name);
        return found;
    }

    void stand(std::int32_t owner, std::uint64_t seed, glm::vec2 at, float turn, float reach,
               bool seated = false) {
        Pose pose;
        pose.at = {at.x, 0, at.y};
        pose.facing = turn;
        pose.seated = seated;
        pose.reach = reach;
        // Nobody stands exactly like the next one.
        pose.head_turn = static_cast<float>(static_cast<int>(seed * 37 % 31) - 15);
        const bool close = glm::length(pose.at + glm::vec3{0, 1.2F, 0} - eye) < near;
        add_person(mesh, owner, person_look(seed), pose, close ? Detail::near : Detail::far);
    }

    /// Where nobody stands something can be done with whoever will.
    void nobody_there(PartId owner, glm::vec2 at) {
        if (owner == no_part) return;
        mesh.begin(owner, Surface::ghost);
        add_box(mesh, {at.x - 0.22F, 0, at.y - 0.22F}, {0.44F, 0.02F, 0.44F}, {}, 0);
    }

    void at_place(const PersonPlace* place, PartId owner, VoterId who, float reach) {
        if (place == nullptr) return;
        const glm::vec2 at{metres(place->at[0]), metres(place->at[1])};
        if (who == no_voter) return nobody_there(owner, at);
        stand(owner == no_part ? nobody : owner, voter_seed + static_cast<std::uint64_t>(who), at,
              static_cast<float>(place->turn), reach);
    }

    void line(const QueuePlace* queue, const std::vector<VoterId>& waiting, std::int32_t owner) {
        if (queue == nullptr) return;
        const int count = std::min(static_cast<int>(waiting.size()), most_in_line);
        for (int i = 0; i < count; ++i) {
            const auto place = in_line(*queue, i);
            if (!place) break;
            stand(owner,
                  voter_seed + static_cast<std::uint64_t>(waiting[static_cast<std::size_t>(i)]),
                  place->at, place->turn, 0);
        }
    }

    void commission() {
        for (std::size_t i = 0; i < post_count; ++i) {
            const std::string name(posts()[i].name);
            const PersonPlace* place = place_of_person(plan, name);
            if (place == nullptr) continue;
            const bool busy = world.actors[i].busy;
            stand(nobody, staff_seed + i * 13, {metres(place->at[0]), metres(place->at[1])},
                  static_cast<float>(place->turn), busy ? 0.9F : 0.25F, place->seated);
        }
    }

    void observers(PartId owner) {
        for (int i = 1; i <= 3; ++i) {
            const PersonPlace* place = place_of_person(plan, "observer", i);
            if (place == nullptr) continue;
            stand(owner == no_part ? nobody : owner,
                  staff_seed + 200 + static_cast<std::uint64_t>(i) * 5,
                  {metres(place->at[0]), metres(place->at[1])}, static_cast<float>(place->turn),
                  0.1F, place->seated);
        }
    }
};

}  // namespace

void add_people(Mesh& mesh, const World& world, const RoomPlan& plan, const glm::vec3& eye,
                float near) {
    Crowd crowd{mesh, world, plan, eye, near};
    const Hall& hall = world.hall;
    const Layout& layout = world.layout();
    crowd.commission();
    crowd.observers(crowd.part("observers"));
    for (const DeviceSpec& device : layout.devices) {
        const int number = device.number;
        const PartId voter = crowd.part(device.name + ".voter");
        if (device.device_class == DeviceClass::terminal) {
            const auto index = static_cast<std::size_t>(number);
            const VoterId who = index < terminals_most ? hall.at_terminal[index] : no_voter;
            crowd.at_place(place_of_person(plan, "terminal_voter", number + 1), voter, who, 0.35F);
        }
        if (device.device_class == DeviceClass::scanner) {
            crowd.at_place(place_of_person(plan, "scanner_voter", number + 1), voter,
                           hall.voter_at(number), 0.8F);
        }
    }
    crowd.at_place(place_of_person(plan, "list_voter"), crowd.part("desk.voter"), hall.at_list,
                   0.4F);
    for (int i = 0; i < hall.booths_taken; ++i) {
        const PersonPlace* place = place_of_person(plan, "booth_voter", i + 1);
        if (place == nullptr) continue;
        crowd.stand(nobody, voter_seed + 500 + static_cast<std::uint64_t>(i) * 3,
                    {metres(place->at[0]), metres(place->at[1])}, static_cast<float>(place->turn),
                    0.5F);
    }
    const PartId queue = crowd.part("queue");
    const QueuePlace* before_desk = queue_of(plan, "desk");
    crowd.line(before_desk, hall.desk_queue, queue == no_part ? nobody : queue);
    if (hall.desk_queue.empty() && before_desk != nullptr) {
        if (const auto head = in_line(*before_desk, 0)) crowd.nobody_there(queue, head->at);
    }
    crowd.line(queue_of(plan, "scanner"), hall.scanner_queue, nobody);
}

}  // namespace sim::seats
