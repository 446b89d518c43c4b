#include "sim/scenario/default_station.h"

#include <algorithm>

namespace sim {

namespace {

std::vector<DevicePlan> devices_with(Library& library, const std::string& kit) {
    std::vector<DevicePlan> devices = default_devices();
    if (!kit.empty()) equip(devices, library.kit(kit));
    return devices;
}

Profiles read_profiles(Library& library, const std::vector<DevicePlan>& devices, Place& place) {
    library.prefetch(library.station_keys(devices));
    return library.profiles(devices, place);
}

}  // namespace

DefaultStation::DefaultStation(const FileSource& assets, engine::Problems& problems,
                               const engine::Node* fault, std::string_view id,
                               const std::string& kit)
    : place_{"default station", problems},
      library_(assets, problems),
      devices_(devices_with(library_, kit)),
      profiles_(read_profiles(library_, devices_, place_)),
      layout_(build_layout(devices_, profiles_, place_)),
      words_{layout_, signal_names_of(layout_)} {
    library_.open_faults(layout_);
    std::vector<FaultNoun> nouns = library_.fault_nouns();
    const bool known = std::any_of(nouns.begin(), nouns.end(),
                                   [&](const FaultNoun& noun) { return noun.id == id; });
    if (fault != nullptr && !known) {
        FaultHead head = read_fault_head(*fault, id);
        nouns.push_back({std::move(head.id), std::move(head.title)});
    }
    add_nouns(layout_, nouns);
}

}  // namespace sim
