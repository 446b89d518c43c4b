#include "sim/world/room_plan.h"

#include <algorithm>

namespace sim {

namespace {

constexpr std::array<std::string_view, 13> places = {
    "chair",    "secretary",      "operator_1", "operator_2",    "list_keeper", "scanner_operator",
    "entrance", "terminal_voter", "list_voter", "scanner_voter", "booth_voter", "observer",
    "member"};

template <class Row>
const Row* found(const std::vector<Row>& rows, std::string_view who, int number) {
    const auto at = std::find_if(rows.begin(), rows.end(), [&](const Row& row) {
        return row.number == number && row.who == who;
    });
    return at != rows.end() ? &*at : nullptr;
}

}  // namespace

std::span<const std::string_view> person_places() {
    return places;
}

const DevicePlace* place_of(const RoomPlan& plan, DeviceClass device_class, int number) {
    const auto at =
        std::find_if(plan.devices.begin(), plan.devices.end(), [&](const DevicePlace& place) {
            return place.device_class == device_class && place.number == number;
        });
    return at != plan.devices.end() ? &*at : nullptr;
}

const PartPlace* place_of(const RoomPlan& plan, std::string_view part) {
    for (const PartPlace& place : plan.parts) {
        if (place.part == part) return &place;
    }
    for (const PartPlace& place : plan.parts) {
        const auto& carried = place.carries;
        if (std::find(carried.begin(), carried.end(), part) != carried.end()) return &place;
    }
    const std::size_t dot = part.rfind('.');
    return dot != std::string_view::npos ? place_of(plan, part.substr(0, dot)) : nullptr;
}

const PersonPlace* place_of_person(const RoomPlan& plan, std::string_view who, int number) {
    return found(plan.people, who, number);
}

const QueuePlace* queue_of(const RoomPlan& plan, std::string_view who, int number) {
    return found(plan.queues, who, number);
}

bool stands(std::string_view stands_for, const Layout& layout) {
    if (stands_for.empty() || layout.find(stands_for) != no_part) return true;
    return std::any_of(layout.devices.begin(), layout.devices.end(), [&](const DeviceSpec& device) {
        const std::string numbered =
            std::string(name_of(device.device_class)) + '_' + std::to_string(device.number + 1);
        return stands_for == numbered;
    });
}

}  // namespace sim
