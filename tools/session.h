/// A drill with everything beside it: grade, account and recording.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/assessment/account.h"
#include "sim/assessment/grader.h"
#include "sim/recording/grade_rows.h"
#include "sim/recording/recorder.h"
#include "sim/recording/restore.h"
#include "sim/scenario/drill.h"
#include "tools/pacer.h"
#include "tools/program.h"

namespace polldrill {

struct SessionPlan {
    std::string scenario;  ///< path of its file
    std::uint64_t seed = 1;
    std::optional<sim::CrewPlan> crew;                       ///< instead of the scenario's
    std::optional<std::array<bool, sim::post_count>> posts;  ///< held by a trainee, likewise
    std::string record;                                      ///< file to record to; empty: none
    std::string trainee;
};

/// Holds still: the drill's sink points to it.
class Session {
  public:
    /// Reads the scenario; nothing when it has mistakes, which are printed.
    static std::unique_ptr<Session> begin(const SessionPlan& plan);

    /// Goes on with a drill that was cut off: replays what was kept, then records on. Throws
    /// RecordingError or StorageError.
    static std::unique_ptr<Session> resume(const std::string& file);

    /// Lets the drill run up to `until` or its end.
    void run_until(sim::Time until) { sim::run_until(drill_, until, sink_); }
    sim::Refusal say(sim::Command command) { return sim::say(drill_, std::move(command), sink_); }
    bool finished() const { return sim::finished(drill_); }

    /// Called between runs: writes down what has waited for long enough.
    void tick();
    /// Called between runs, before a wait: writes down all that happened.
    void save() {
        if (recording_) commit();
    }
    /// Calls `look` every few moments of the drill while it runs.
    void look_in(std::function<void()> look) { look_ = std::move(look); }

    /// Ends the drill here: grade, account's last hour, recording closed.
    void end();
    /// Leaves the recording open, to be gone on with.
    void leave();

    const sim::World& world() const { return drill_.world; }
    const sim::Setup& setup() const { return *drill_.setup; }
    const sim::Scenario& scenario() const { return loaded().scenario; }
    const sim::RecordingInfo& info() const { return info_; }
    const sim::DayAccount& account() const { return account_; }
    const sim::Grader& grader() const { return *grader_; }
    /// After the end.
    const sim::Grade& grade() const { return grade_; }
    /// Everything that was to be recorded is on the disk.
    bool recorded() const { return recorded_; }
    /// Commands that were refused, in order.
    const std::vector<std::pair<sim::Command, sim::Refusal>>& refused() const { return refused_; }

    /// Observations since the last call, for who wants to be told at once.
    std::vector<sim::Observation> take_news() { return std::exchange(news_, {}); }
    void want_news() { wants_news_ = true; }

  private:
    Session(std::unique_ptr<sim::RecordedDrill> made, sim::Drill drill);
    const sim::LoadedScenario& loaded() const { return made_->loaded; }
    void connect();
    void start(const SessionPlan& plan);
    void commit();
    void write_down();

    std::unique_ptr<sim::RecordedDrill> made_;
    sim::RecordingInfo info_;
    sim::Drill drill_;
    sim::Sink sink_;
    sim::DayAccount account_;
    std::optional<sim::Grader> grader_;
    sim::Grade grade_;
    std::optional<sim::Recorder> recorder_;
    bool recording_ = false;  ///< what happens now is to be written down
    bool recorded_ = true;
    sim::Time next_keyframe_ = 0;
    WallClock::time_point committed_;
    std::vector<std::pair<sim::Command, sim::Refusal>> refused_;
    std::function<void()> look_;
    unsigned moments_ = 0;
    bool wants_news_ = false;
    std::vector<sim::Observation> news_;
};

/// Whether SIGINT or SIGTERM asked the program to stop; `watch_for_stop` makes it listen.
bool stop_asked();
void watch_for_stop();

}  // namespace polldrill
