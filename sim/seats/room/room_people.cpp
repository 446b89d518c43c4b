#include "sim/seats/room/room_people.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "engine/scene/shape.h"
#include "sim/seats/room/room_errands.h"
#include "sim/seats/room/room_place.h"
#include "sim/seats/room/room_shadows.h"
#include "sim/seats/station/voter_facts.h"
#include "sim/world/post.h"

namespace sim::seats {

using namespace engine::scene;

namespace {

constexpr int most_in_line = 24;

/// Voters and the commission have numbers of their own, so that nobody changes their looks.
constexpr std::uint64_t voter_seed = 1000;
constexpr std::uint64_t staff_seed = 7;

/// Whether whoever stands before it holds something to its entry or takes it back.
bool takes_sheets(PathState path) {
    using enum PathState;
    return path == waiting || path == scanning || path == needs_review || path == returning ||
           path == returned || path == rejecting || path == rejected;
}

/// From 0 to 1, always the same for the same person and question.
float share_of(std::uint64_t seed, std::uint64_t question) {
    std::uint64_t mixed = (seed * 8 + question) * 0x9E3779B97F4A7C15ULL;
    mixed = (mixed ^ mixed >> 31U) * 0xBF58476D1CE4E5B9ULL;
    return static_cast<float>(mixed >> 40U) / 16777216.0F;
}

struct Crowd {
    const World& world;
    const RoomPlan& plan;
    std::vector<Standing> all;

    std::int32_t part(const std::string& name) const {
        const PartId found = world.layout().find(name);
        return found == no_part ? nobody : found;
    }

    Standing& stand(std::int32_t owner, std::uint64_t seed, glm::vec2 at, float turn, float reach) {
        Standing& person = all.emplace_back();
        person.seed = seed;
        person.owner = owner;
        person.pose.at = {at.x, 0, at.y};
        person.pose.facing = turn;
        person.pose.reach = reach;
        // Nobody stands exactly like the next one.
        person.pose.head_turn = static_cast<float>(static_cast<int>(seed * 37 % 31) - 15);
        person.pose.arms = static_cast<Arms>(share_of(seed, 1) * static_cast<float>(arms_count));
        person.pose.weight = share_of(seed, 2) < 0.5F ? -1.0F : 1.0F;
        person.pose.weight *= 0.4F + 0.6F * share_of(seed, 3);
        return person;
    }

    Standing& stand(std::int32_t owner, std::uint64_t seed, const PersonPlace& place, float reach) {
        Standing& person = stand(owner, seed, {metres(place.at[0]), metres(place.at[1])},
                                 static_cast<float>(place.turn), reach);
        person.pose.seated = place.seated;
        return person;
    }

    /// Who is compared with the photograph looks like it.
    void as_registered(Standing& person, VoterId who) const {
        person.voter = true;
        const Register& voters = world.setup->voters;
        const int entry = entry_of(world, who);
        if (entry < 0 || entry >= voters.size()) return;
        person.age = voters.age(entry);
        person.woman = voters.entries[static_cast<std::size_t>(entry)].woman != 0;
    }

    void voter(std::string_view where, int number, std::int32_t owner, VoterId who, float reach) {
        const PersonPlace* place = place_of_person(plan, where, number);
        if (place == nullptr || who == no_voter) return;
        as_registered(stand(owner, voter_seed + static_cast<std::uint64_t>(who), *place, reach),
                      who);
    }

    /// Whoever is next looks to where it goes on.
    void look_at_terminals(Standing& person) const {
        const PersonPlace* next = place_of_person(plan, "terminal_voter");
        if (next == nullptr) return;
        const glm::vec3 to =
            glm::vec3{metres(next->at[0]), 0, metres(next->at[1])} - person.pose.at;
        person.pose.facing = glm::degrees(std::atan2(to.x, to.z));
    }

    void line(std::string_view where, const std::vector<VoterId>& waiting, std::int32_t owner) {
        const QueuePlace* queue = queue_of(plan, where);
        if (queue == nullptr) return;
        const int count = std::min(static_cast<int>(waiting.size()), most_in_line);
        for (int i = 0; i < count; ++i) {
            const auto place = in_line(*queue, i);
            if (!place) break;
            const VoterId who = waiting[static_cast<std::size_t>(i)];
            const std::uint64_t seed = voter_seed + static_cast<std::uint64_t>(who);
            // No line is drawn with a ruler, but all in it look ahead.
            const float turn = place->turn + 16 * (share_of(seed, 4) - 0.5F);
            const float way = glm::radians(place->turn);
            const glm::vec2 ahead{std::sin(way), std::cos(way)};
            const glm::vec2 aside{ahead.y, -ahead.x};
            const glm::vec2 by = ahead * (0.06F * (share_of(seed, 5) - 0.5F)) +
                                 aside * (0.12F * (share_of(seed, 6) - 0.5F));
            Standing& person = stand(owner, seed, place->at + by, turn, 0);
            as_registered(person, who);
            if (i == 0 && where == "desk") look_at_terminals(person);
        }
    }

    void commission(PostId self) {
        for (std::size_t i = 0; i < post_count; ++i) {
            const PersonPlace* place = place_of_person(plan, posts()[i].name);
            if (place == nullptr) continue;
            const auto post = static_cast<PostId>(i);
            Standing& person =
                stand(nobody, seed_of_post(post), *place, world.actors[i].busy ? 0.9F : 0.25F);
            if (post == self) continue;
            const auto errand = errand_of(world, plan, post);
            if (!errand) continue;
            person.pose.at = {errand->at.x, 0, errand->at.y};
            person.pose.facing = errand->turn;
            person.pose.seated = false;
        }
    }

    void observers() {
        for (int i = 1; i <= 3; ++i) {
            const PersonPlace* place = place_of_person(plan, "observer", i);
            if (place == nullptr) continue;
            stand(part("observers"), staff_seed + 200 + static_cast<std::uint64_t>(i) * 5, *place,
                  0.1F);
        }
    }

    void at_devices() {
        const Hall& hall = world.hall;
        for (const DeviceSpec& device : world.layout().devices) {
            const int number = device.number;
            const std::int32_t owner = part(device.name + ".voter");
            const auto index = static_cast<std::size_t>(number);
            if (device.device_class == DeviceClass::terminal && index < terminals_most) {
                voter("terminal_voter", number + 1, owner, hall.at_terminal[index], 0.35F);
            }
            if (device.device_class == DeviceClass::scanner) {
                const bool works =
                    index < world.scanners.size() && takes_sheets(world.scanners[index].path);
                voter("scanner_voter", number + 1, owner, hall.voter_at(number),
                      works ? 0.8F : 0.15F);
            }
        }
        voter("list_voter", 1, part("desk.voter"), hall.at_list, 0.4F);
    }

    void in_booths(Booths& booths) {
        const Hall& hall = world.hall;
        std::erase_if(booths, [&](const auto& one) {
            return static_cast<std::size_t>(one.first) >= hall.voters.size() ||
                   hall[one.first].place != VoterPlace::booth;
        });
        // Those in booths are among the last who came.
        int missing = hall.booths_taken - static_cast<int>(booths.size());
        for (std::size_t i = hall.voters.size(); i-- > 0 && missing > 0;) {
            const auto who = static_cast<VoterId>(i);
            if (hall[who].place != VoterPlace::booth || booths.contains(who)) continue;
            int number = 1;
            const auto taken = [&](const auto& one) { return one.second == number; };
            while (std::any_of(booths.begin(), booths.end(), taken)) ++number;
            booths[who] = number;
            --missing;
        }
        for (const auto& [who, number] : booths) voter("booth_voter", number, nobody, who, 0.5F);
    }
};

}  // namespace

std::uint64_t seed_of_post(PostId post) {
    return staff_seed + static_cast<std::uint64_t>(post) * 13;
}

std::vector<Standing> people_of(const World& world, const RoomPlan& plan, Booths& booths,
                                PostId self) {
    Crowd crowd{world, plan, {}};
    const Hall& hall = world.hall;
    crowd.commission(self);
    crowd.observers();
    crowd.at_devices();
    crowd.in_booths(booths);
    crowd.line("desk", hall.desk_queue, crowd.part("queue"));
    crowd.line("list", hall.list_queue, nobody);
    crowd.line("booth", hall.booth_queue, nobody);
    crowd.line("scanner", hall.scanner_queue, nobody);
    return std::move(crowd.all);
}

bool is_cut(const Standing& person, const Framing& picture) {
    constexpr float beside = 5;  // m: whoever is farther away is part of the room
    const glm::vec3 head = person.pose.at + glm::vec3{0, person.pose.seated ? 1.2F : 1.56F, 0};
    if (person.owner != nobody && !picture.alone) return false;
    if (glm::length(head - picture.camera.eye) > beside) return false;
    const glm::vec4 clip = view_projection(picture.camera, picture.aspect) * glm::vec4(head, 1);
    if (clip.w <= 0) return true;
    const glm::vec2 at = glm::vec2(clip) / clip.w;
    return glm::any(glm::lessThan(at, picture.low)) || glm::any(glm::greaterThan(at, picture.high));
}

void add_standing(Mesh& mesh, const Standing& person, const glm::vec3& eye, float near) {
    // Whose place one looks from is not in the way.
    const glm::vec2 beside{person.pose.at.x - eye.x, person.pose.at.z - eye.z};
    if (glm::length(beside) < own_place) return;
    const bool close = glm::length(person.pose.at + glm::vec3{0, 1.2F, 0} - eye) < near;
    const Detail detail = close ? Detail::near : Detail::far;
    const PersonLook look = person.age > 0 ? person_look(person.seed, person.age, person.woman)
                                           : person_look(person.seed);
    add_person(mesh, person.owner, look, person.pose, detail);
    add_shadow(mesh, person.pose, detail);
}

void add_empty_places(Mesh& mesh, const World& world, const RoomPlan& plan) {
    const Layout& layout = world.layout();
    const Hall& hall = world.hall;
    const auto empty = [&](const std::string& name, glm::vec2 at) {
        const PartId owner = layout.find(name);
        if (owner == no_part) return;
        mesh.begin(owner, Surface::ghost);
        add_box(mesh, {at.x - 0.22F, 0, at.y - 0.22F}, {0.44F, 0.02F, 0.44F}, {}, 0);
    };
    const auto at_place = [&](const std::string& name, std::string_view where, int number,
                              VoterId who) {
        const PersonPlace* place = place_of_person(plan, where, number);
        if (who != no_voter || place == nullptr) return;
        empty(name, {metres(place->at[0]), metres(place->at[1])});
    };
    for (const DeviceSpec& device : layout.devices) {
        const int number = device.number;
        const auto index = static_cast<std::size_t>(number);
        const std::string name = device.name + ".voter";
        if (device.device_class == DeviceClass::terminal) {
            at_place(name, "terminal_voter", number + 1,
                     index < terminals_most ? hall.at_terminal[index] : no_voter);
        }
        if (device.device_class == DeviceClass::scanner) {
            at_place(name, "scanner_voter", number + 1, hall.voter_at(number));
        }
    }
    at_place("desk.voter", "list_voter", 1, hall.at_list);
    const QueuePlace* queue = queue_of(plan, "desk");
    if (!hall.desk_queue.empty() || queue == nullptr) return;
    if (const auto head = in_line(*queue, 0)) empty("queue", head->at);
}

}  // namespace sim::seats
