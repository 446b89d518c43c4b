/// What has to be worked out of a recording: the drill run again without a window, the grade, the
/// expert at the same drill, the verification. Done by a worker while the window stays alive.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "sim/seats/assessor/tracks.h"

namespace sim::seats {

/// The station of the expert at the moment in which a line was done.
struct ExpertMoment {
    std::string line;
    Time time = 0;
    World world;
};

struct Analysis {
    ReportFacts facts;  ///< without player and verification
    Tracks tracks;
    std::vector<ExpertMoment> expert;
    /// The grade that the recording kept is another than the one worked out now.
    bool other_grade = false;

    const Setup& setup() const { return *facts.setup_; }
    const ExpertMoment* expert_of(std::string_view line) const;
};

/// Thrown out of a run that is to stop.
struct Cancelled {};

/// Runs the drill again and the expert at it. @param progress is told a share from 0 to 1 and
/// throws Cancelled to stop. Throws RecordingError.
Analysis analyse(const Recording& recording, const Player& player,
                 const std::function<void(double)>& progress);

/// The worker. What is ready can be taken, each once, in the order of the functions.
class Analyst {
  public:
    explicit Analyst(std::string file);
    ~Analyst();
    Analyst(const Analyst&) = delete;
    Analyst& operator=(const Analyst&) = delete;

    std::shared_ptr<const Player> take_player();
    std::unique_ptr<Analysis> take_analysis();
    std::optional<Verification> take_verification();
    /// Why the recording cannot be played; empty as long as nothing is known of it.
    engine::Phrase failure() const;

    double progress() const { return progress_; }
    bool busy() const { return !done_; }
    bool cancelled() const { return stop_; }
    void cancel() { stop_ = true; }
    void wait();

  private:
    void run();
    void work(const Recording& recording, const std::function<void(engine::Phrase)>& failed);
    void play(const Recording& recording);

    std::string file_;
    mutable std::mutex mutex_;
    std::shared_ptr<const Player> player_;
    std::unique_ptr<Analysis> analysis_;
    std::optional<Verification> verification_;
    engine::Phrase failure_;
    std::atomic<double> progress_ = 0;
    std::atomic<bool> stop_ = false;
    std::atomic<bool> done_ = false;
    std::thread thread_;
};

}  // namespace sim::seats
