/// A drill under way with everything beside it: who may speak, grade, account, recording, and the
/// moments to which an instructor can go back.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "sim/assessment/account.h"
#include "sim/assessment/grader.h"
#include "sim/recording/grade_rows.h"
#include "sim/recording/recorder.h"
#include "sim/recording/restore.h"
#include "sim/scenario/drill.h"
#include "sim/session/pacer.h"

namespace sim {

struct SessionPlan {
    std::string scenario;  ///< path of its file
    std::string kit;       ///< other equipment for it, a file of assets/kits; empty: its own
    std::uint64_t seed = 1;
    std::optional<CrewPlan> crew;                       ///< instead of the scenario's
    std::optional<std::array<bool, post_count>> posts;  ///< held by a trainee, likewise
    std::string record;                                 ///< file to record to; empty: none
    std::string trainee;
    bool exam = false;    ///< kept in the recording, so that it stays one when gone on with
    bool rewind = false;  ///< keep moments to go back to
};

/// What was said, and what came of it.
struct Said {
    Command command;
    Refusal refusal;
};

/// Holds still: the drill's sink points to it.
class DrillSession {
  public:
    /// Reads the scenario; nothing when it has mistakes, which are told in `problems`.
    static std::unique_ptr<DrillSession> begin(const SessionPlan& plan, std::string& problems);

    /// Goes on with a drill that was cut off: replays what was kept, then records on. Throws
    /// RecordingError or StorageError.
    static std::unique_ptr<DrillSession> resume(const std::string& file, bool rewind = false);

    /// Lets the drill run up to `until` or its end.
    void run_until(Time until) { sim::run_until(drill_, until, sink_); }
    Refusal say(Command command) { return sim::say(drill_, std::move(command), sink_); }
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

    /// Goes back to a moment of this drill (others are moved into it) and begins a new branch
    /// there, which is recorded and graded from now on. Needs `rewind`; false when there is no such
    /// moment.
    bool back_to(Time time);
    /// Keeps this moment exactly, so that going back to it is instant.
    void keep_moment();
    /// Since when one can go back.
    Time earliest() const {
        return moments_kept_.empty() ? world().now : moments_kept_.front().time;
    }
    /// Grows by one with every return, so that who remembers the drill forgets what never happened.
    int branch() const { return branch_; }

    /// The trainee takes or gives back a post; the crew leaves it alone or takes over. The sentence
    /// `assign POST "trainee"` (or `"expert"`) does it by itself, and journals it.
    void hold(PostId post, bool held) { drill_.crew.hold(post, held); }

    const World& world() const { return drill_.world; }
    const Crew& crew() const { return drill_.crew; }
    const Setup& setup() const { return *drill_.setup; }
    const Scenario& scenario() const { return loaded().scenario; }
    const RecordingInfo& info() const { return info_; }
    const DayAccount& account() const { return account_; }
    const Grader& grader() const { return *grader_; }
    Time start() const { return drill_.start; }
    /// After the end.
    const Grade& grade() const { return grade_; }
    bool ended() const { return ended_; }
    /// Everything that was to be recorded is on the disk.
    bool recorded() const { return recorded_; }
    bool records() const { return recorder_.has_value(); }
    /// Why something could not be written, once each time that it begins to go wrong.
    std::optional<engine::Phrase> take_problem() { return std::exchange(problem_, {}); }
    /// The recording's file.
    std::string file() const { return recorder_ ? recorder_->file().string() : std::string(); }

    /// Commands of this branch from the very start, in order.
    const std::vector<Said>& said() const { return said_; }
    /// Commands that were refused, in order.
    std::vector<Said> refused() const;
    /// Observations of this branch from the very start, in order.
    const std::vector<Observation>& seen() const { return seen_; }

    /// Observations since the last call, for who wants to be told at once.
    std::vector<Observation> take_news();

  private:
    /// A moment to go back to.
    struct Moment {
        Time time = 0;
        World world;
        Crew crew;
        Time next_minute = 0;
        std::int32_t next_number = 0;
        std::optional<Grader> grader;
        DayAccount account;
        std::size_t said = 0;
        std::size_t seen = 0;
    };

    DrillSession(std::unique_ptr<RecordedDrill> made, Drill drill);
    const LoadedScenario& loaded() const { return made_->loaded; }
    void connect();
    void start(const SessionPlan& plan);
    void commit();
    void write_down();
    void begin_keeping();
    void restore_moment(const Moment& moment);
    void thin_out();

    std::unique_ptr<RecordedDrill> made_;
    RecordingInfo info_;
    Drill drill_;
    Sink sink_;
    DayAccount account_;
    std::optional<Grader> grader_;
    Grade grade_;
    bool ended_ = false;
    std::optional<Recorder> recorder_;
    bool recording_ = false;  ///< what happens now is to be written down
    bool recorded_ = true;
    std::optional<engine::Phrase> problem_;
    Time next_keyframe_ = 0;
    WallClock::time_point committed_;
    std::vector<Said> said_;
    std::vector<Observation> seen_;
    std::size_t told_ = 0;  ///< of `seen_`, by take_news
    std::function<void()> look_;
    unsigned moments_ = 0;
    bool replaying_ = false;  ///< what was said before is said again, up to where the drill goes on

    bool rewind_ = false;
    int branch_ = 0;
    Time moment_every_ = 0;
    Time next_moment_ = 0;
    std::vector<Moment> moments_kept_;  ///< by time
};

}  // namespace sim
