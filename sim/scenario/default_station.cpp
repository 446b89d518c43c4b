#include "sim/scenario/default_station.h"

#include <algorithm>

namespace sim {

namespace {

Profiles read_profiles(Library& library, Place& place) {
    library.prefetch(library.station_keys(default_devices()));
    return library.profiles(default_devices(), place);
}

}  // namespace

DefaultStation::DefaultStation(const FileSource& assets, engine::Problems& problems,
                               const engine::Node* fault, std::string_view id)
    : place_{"default station", problems},
      library_(assets, problems),
      profiles_(read_profiles(library_, place_)),
      layout_(build_layout(default_devices(), profiles_, place_)),
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
