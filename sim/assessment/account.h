/// The readable account of a day: hour by hour the key figures, what happened, who did what.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "sim/assessment/describe.h"
#include "sim/station/world.h"

namespace sim {

/// Gathers a day while it runs or is replayed.
class Account {
  public:
    explicit Account(const World& start);

    void add(std::span<const Observation> observations);
    /// To be called at every moment; takes the figures at the end of each hour.
    void moment(const World& world);

    /// @param whole with every single observation of machines, else as a person would tell it:
    /// what repeats within an hour is said once with its number.
    std::string text(const World& end, const Reader& reader, bool whole = false) const;

  private:
    struct Figures {
        Time hour = 0;
        std::vector<std::int64_t> values;
    };
    Figures figures(const World& world) const;

    std::vector<Observation> observations_;
    std::vector<SignalRef> signals_;
    std::vector<Figures> hours_;
    Time next_ = 0;
};

}  // namespace sim
