/// What the station's step calls in the rooms that mediate between devices and people. Each may
/// read and change the whole world, between events only.
#pragma once

#include "sim/station/world.h"

namespace sim {

// voters.cpp
void start_voters(World& world);                     ///< schedules the first arrival
void voter_event(World& world, const Event& event);  ///< arrival, voter_timer
void voters_notice(World& world);  ///< after every event and command: people see what changed

// energy.cpp
void refresh_power(World& world);                    ///< works out who has power, tells devices
void power_event(World& world, const Event& event);  ///< power_check

// swap.cpp
Refusal swap_check(const World& world, const Command& command);
void swap_effect(World& world, const Command& command);  ///< the spare unit takes a device's place

// slips.cpp
void start_slips(World& world, int fault, int injection);  ///< a colleague is going to err
void slip_event(World& world, const Event& event);         ///< and does so as soon as possible

// results.cpp
void result_event(World& world, const Event& event);  ///< centre_reply, people
void results_notice(World& world);  ///< after every event and command: reports, packages, count

}  // namespace sim
