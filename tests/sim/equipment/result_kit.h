/// A layout made by hand and what a Context needs, for tests of power and of the transmission unit.
#pragma once

#include <string>
#include <vector>

#include "sim/world/context.h"

namespace sim {

struct ResultKit {
    Layout layout;
    Time now = 0;
    Queue queue;
    std::vector<Observation> observations;
    engine::Blocks<PartState> parts;
    engine::Blocks<Sheet> sheets;
    std::vector<Perturbation> perturbations;
    Truth truth;
    std::uint64_t seed = 1;
    bool chance = false;

    DeviceId device(const std::string& name, DeviceClass device_class) {
        DeviceSpec spec;
        spec.name = name;
        spec.device_class = device_class;
        spec.by_role.fill(no_part);
        for (std::size_t i = 0; i < parameter_count; ++i) {
            spec.base[i] = sim::spec(static_cast<Parameter>(i)).neutral;
        }
        layout.devices.push_back(spec);
        return static_cast<DeviceId>(layout.devices.size() - 1);
    }

    PartId part(DeviceId device, const std::string& name, PartKind kind, Role role = Role::none,
                const std::string& type = "") {
        PartSpec spec;
        spec.name = name;
        spec.kind = kind;
        spec.role = role;
        spec.device = device;
        spec.type = type;
        layout.parts.push_back(spec);
        parts.push_back({});
        const auto id = static_cast<PartId>(layout.parts.size() - 1);
        if (role != Role::none) {
            layout.devices[static_cast<std::size_t>(device)]
                .by_role[static_cast<std::size_t>(role)] = id;
        }
        return id;
    }

    /// Two plugs of one lead.
    std::pair<PartId, PartId> lead(DeviceId device, const std::string& name,
                                   const std::string& type) {
        const PartId near = part(device, name + "_near", PartKind::plug, Role::none, type);
        const PartId far = part(device, name, PartKind::plug, Role::none, type);
        layout.parts[static_cast<std::size_t>(near)].other_end = far;
        layout.parts[static_cast<std::size_t>(far)].other_end = near;
        return {near, far};
    }

    void put(PartId item, PartId socket) {
        parts.edit(static_cast<std::size_t>(item)).in = socket;
        parts.edit(static_cast<std::size_t>(socket)).holds = item;
    }
    void take(PartId item) {
        const PartId socket = parts[static_cast<std::size_t>(item)].in;
        parts.edit(static_cast<std::size_t>(item)).in = no_part;
        parts.edit(static_cast<std::size_t>(socket)).holds = no_part;
    }
    void set_open(PartId part, bool open) {
        parts.edit(static_cast<std::size_t>(part)).open = open ? 1 : 0;
    }
    void perturb(DeviceId device, Parameter parameter, std::int64_t value) {
        perturbations.push_back({-1, 0, parameter, device, value, now, 0, engine::never});
    }

    Context context(DeviceId device) {
        return {now,           queue, observations, parts,  sheets, layout,
                perturbations, truth, seed,         chance, device};
    }

    int seen(Message message) const {
        int count = 0;
        for (const Observation& one : observations) count += one.message == message ? 1 : 0;
        return count;
    }
};

}  // namespace sim
