/// What a person at a post sees, hears, reads and is told.
#pragma once

#include <string>
#include <vector>

#include "sim/assessment/describe.h"
#include "tools/program.h"

namespace polldrill {

/// What a trainee may perceive of a station, told as it changes.
class Perception {
  public:
    explicit Perception(const sim::World& world);

    /// What has happened and changed since the last call, a line each.
    std::string news(Session& session, const sim::Reader& reader);

    /// What can be seen of the whole station.
    std::string look(const sim::World& world, const sim::Reader& reader) const;
    /// What can be seen of a device or a part; empty when there is none of that name.
    std::string look(const sim::World& world, const std::string& name,
                     const sim::Reader& reader) const;

  private:
    struct Reading {
        std::string name;
        sim::SignalRef signal;
        bool told = false;  ///< its changes are worth a line
        std::int64_t last = 0;
    };

    std::string look_at_part(const sim::World& world, sim::PartId part,
                             const sim::Reader& reader) const;

    std::vector<Reading> readings_;
};

}  // namespace polldrill
