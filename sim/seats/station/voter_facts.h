/// Which voter stands where, and which entry of the register that is.
#pragma once

#include "sim/station/reach.h"

namespace sim::seats {

/// Who stands at the place that a person's part names; no_voter when nobody does.
inline VoterId voter_there(const World& world, PartId person) {
    if (person == no_part) return no_voter;
    const PartSpec& spec = world.layout()[person];
    const int terminal = number_of(world, person, DeviceClass::terminal);
    if (terminal >= 0) return world.hall.at_terminal[static_cast<std::size_t>(terminal)];
    if (spec.name == "desk.voter") return world.hall.at_list;
    if (spec.name == "scanner.voter") return world.hall.at_scanner;
    return no_voter;
}

/// Entry in the register, -1 for who is not in it.
inline int entry_of(const World& world, VoterId voter) {
    const auto& list = world.setup->arrivals.list;
    const auto at = static_cast<std::size_t>(voter + world.hall.skipped_arrivals);
    return voter == no_voter || at >= list.size() ? -1 : list[at].entry;
}

}  // namespace sim::seats
