/// Turns wall time into "advance to t". The only place where the two meet.
#pragma once

#include <chrono>

#include "engine/core/time.h"

namespace sim {

using WallClock = std::chrono::steady_clock;

class Pacer {
  public:
    /// @param rate simulated seconds a second; 0 is paused.
    Pacer(Time now, double rate) { set(now, rate); }

    /// From `now` on at another rate.
    void set(Time now, double rate) {
        base_ = now;
        since_ = WallClock::now();
        rate_ = rate;
    }

    double rate() const { return rate_; }
    bool paused() const { return rate_ <= 0; }

    /// How far simulated time may have come by now.
    Time target() const {
        if (paused()) return base_;
        const std::chrono::duration<double, std::micro> passed = WallClock::now() - since_;
        return base_ + static_cast<Time>(passed.count() * rate_);
    }

    /// How long to sleep until simulated time `until`, at most `most`.
    std::chrono::microseconds sleep_before(Time until, std::chrono::microseconds most) const {
        const Time ahead = until - target();
        if (paused() || ahead <= 0) return paused() ? most : std::chrono::microseconds(0);
        const double wall = static_cast<double>(ahead) / rate_;
        if (wall >= static_cast<double>(most.count())) return most;
        return std::chrono::microseconds(static_cast<std::int64_t>(wall));
    }

  private:
    Time base_ = 0;
    WallClock::time_point since_;
    double rate_ = 0;
};

}  // namespace sim
