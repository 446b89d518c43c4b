/// The readable account of a day: hour by hour the key figures, what happened, who did what.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/assessment/describe.h"
#include "sim/station/world.h"

namespace sim {

/// Gathers a day while it runs or is replayed.
class DayAccount {
  public:
    explicit DayAccount(const Setup& setup);

    void add(std::span<const Observation> observations);
    /// To be called at every moment; takes the figures at the end of each hour.
    void moment(const World& world) {
        if (world.now >= next_) take_figures(world);
    }
    /// Takes the figures of the hour that the drill ended in.
    void finish(const World& end);

    /// @param whole with every single observation of machines, else as a person would tell it:
    /// what repeats within an hour is said once with its number.
    std::string text(const Setup& setup, const Reader& reader, bool whole = false) const;

    /// What the signal read at the end of each hour, by the hour's beginning; nothing for one that
    /// is not among the figures.
    std::map<Time, std::int64_t> figures(std::string_view signal) const;

  private:
    void take_figures(const World& world);

    std::vector<Observation> observations_;
    std::vector<SignalRef> signals_;
    std::map<Time, std::vector<std::int64_t>> figures_;  ///< by the hour's beginning
    Time next_ = 0;
};

}  // namespace sim
