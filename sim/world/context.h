/// What a device, a voter or a paper may use of the world around it: the narrow door between the
/// behaviours below and the station that owns everything.
#pragma once

#include <span>
#include <vector>

#include "engine/core/blocks.h"
#include "engine/core/random.h"
#include "sim/world/ballot.h"
#include "sim/world/event.h"
#include "sim/world/message.h"
#include "sim/world/parameter.h"
#include "sim/world/part.h"

namespace sim {

/// What random draws are for; part of a stream's key, so that one purpose never shifts another.
enum class Purpose : std::uint32_t {
    register_entry,
    arrival_time,
    voter_traits,
    voter_document,
    voter_finger,
    voter_marks,
    voter_patience,
    voter_booth,
    voter_signature,
    voter_feed,
    voter_choice,
    voter_conduct,
    jam,
    cling,
    streak_mark,
    packet,
    signal_wave,
    seal_numbers,
    power_wave,
    fault_time,
    keys,
};

/// Facts that only the instructor and the assessor may know: what really happened, however it was
/// reported. Read through hidden signals.
struct Truth {
    std::int32_t counted_twice = 0;  ///< sheets counted more than once
    std::int32_t double_as_one = 0;  ///< two sheets that went through as one
    std::int32_t opened_with_totals = 0;
    std::int32_t ballots_without_receipt = 0;
    std::int32_t seals_broken_alone = 0;
    std::int32_t seals_broken_unrecorded = 0;
    std::int32_t seal_mismatches = 0;
    std::int32_t network_joined_early = 0;
    std::int32_t cast_for_voter = 0;      ///< an official fed or cast in the voter's place
    std::int32_t sent_home_eligible = 0;  ///< eligible voters turned away
    std::int32_t unplugged_in_write = 0;
    std::int32_t misread_ballots = 0;  ///< counted otherwise than marked
    std::int32_t torn_ballots = 0;

    template <class Archive>
    void serialize(Archive& ar) {
        ar(counted_twice, double_as_one, opened_with_totals, ballots_without_receipt,
           seals_broken_alone, seals_broken_unrecorded, seal_mismatches, network_joined_early,
           cast_for_voter, sent_home_eligible, unplugged_in_write, misread_ballots, torn_ballots);
    }
};

/// Handed to a behaviour for one call; holds references only.
struct Context {
    Time now;
    Queue& queue;
    std::vector<Observation>& observations;
    engine::Blocks<PartState>& parts;
    engine::Blocks<Sheet>& sheets;
    const Layout& layout;
    std::span<const Perturbation> perturbations;
    Truth& truth;
    std::uint64_t seed;
    bool chance;  ///< background chance is on
    DeviceId device = no_device;

    const DeviceSpec& spec() const { return layout.device(device); }
    /// Value in force of a parameter of this device.
    std::int64_t value(Parameter parameter) const {
        return in_force(spec().base[static_cast<std::size_t>(parameter)], parameter, device, now,
                        perturbations);
    }
    /// Id of this device's part with the role, or no_part.
    PartId id(Role role) const { return spec().part(role); }
    /// State of this device's part with the role; a neutral state when it has none.
    const PartState& part(Role role) const {
        static constexpr PartState nothing{};
        const PartId at = id(role);
        return at == no_part ? nothing : parts[static_cast<std::size_t>(at)];
    }
    const PartState& part(PartId at) const { return parts[static_cast<std::size_t>(at)]; }
    PartState& edit(PartId at) { return parts.edit(static_cast<std::size_t>(at)); }
    const PartSpec& part_spec(PartId at) const { return layout[at]; }

    engine::Stream stream(Purpose purpose, std::uint32_t subject) const {
        return {seed, subject, static_cast<std::uint32_t>(purpose)};
    }

    void observe(Message message, std::int64_t a = 0, std::int64_t b = 0, std::int64_t c = 0,
                 PostId actor = no_post) {
        observations.push_back({now, message, device, actor, {a, b, c}});
    }
    void schedule(Time delay, std::int32_t timer, std::uint32_t token) {
        queue.push(now + delay, {EventKind::device_timer, device, timer, token});
    }
};

}  // namespace sim
