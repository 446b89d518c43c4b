#include "sim/recording/verify.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "engine/core/archive.h"
#include "engine/core/text.h"
#include "sim/recording/compress.h"
#include "sim/recording/grade_rows.h"
#include "sim/recording/recorder.h"
#include "sim/recording/restore.h"

namespace sim {

namespace {

/// Replays one branch and stops looking at the first difference.
class BranchCheck {
  public:
    BranchCheck(const Recording& recording, const RecordedDrill& recorded,
                const RecordedBranch& branch, Verification& result,
                const std::function<void(double)>& progress)
        : recording_(recording),
          result_(result),
          progress_(progress),
          branch_(branch),
          drill_(recorded.make()),
          setup_(*drill_.setup),
          rows_(recording.commands(branch.number)),
          commands_(commands_of(rows_, setup_)),
          observations_(recording.observations(branch.number)),
          hashes_(recording.hashes(branch.number)),
          keyframes_(recording.keyframes(branch.number)),
          layout_(layout_version(drill_.world)),
          own_from_(static_cast<std::size_t>(branch.parent < 0 ? 0 : branch.commands)) {}

    /// @param graded also compares the grade, which is the last branch's.
    void run(const RecordedDrill& recorded, bool graded) {
        Sink sink;
        sink.command = [this](const Command& command, const Refusal& refusal) {
            see(command, refusal);
        };
        sink.observations = [this](std::span<const Observation> seen) { see(seen); };
        sink.minute = [this](Time time, std::uint64_t hash, const World& world) {
            see(time, hash, world);
            tell(time);
        };
        own_ = branch_.parent < 0;
        std::optional<Grader> grader;
        const auto prelude =
            std::min(static_cast<std::size_t>(std::max<std::int64_t>(recorded.info.prelude, 0)),
                     commands_.size());
        replay_until(drill_, std::span(commands_).first(prelude),
                     std::min(drill_.start, branch_.reached), sink);
        grader.emplace(grading_plan(recorded.loaded.scenario, setup_), drill_.world);
        sink.moment = [&grader](const World& world) { grader->moment(world); };
        // What a branch has in common with its parent counts for its grade, and is checked there.
        if (!own_) {
            replay_until(drill_, std::span(commands_).first(own_from_), branch_.start, sink);
            own_ = true;
        }
        replay_until(drill_, commands_, branch_.reached, sink);
        finish();
        if (graded && result_.closed) compare_grade(grader->grade(drill_.world));
    }

  private:
    void differ(Time time, engine::Phrase what) {
        if (!result_.divergence) {
            result_.divergence = Divergence{branch_.number, time, std::move(what)};
        }
    }

    void tell(Time time) const {
        if (!progress_) return;
        const double whole = static_cast<double>(std::max<Time>(1, branch_.reached - drill_.start));
        const double gone = static_cast<double>(std::max<Time>(0, time - drill_.start));
        progress_((static_cast<double>(branch_.number) + std::min(1.0, gone / whole)) /
                  static_cast<double>(result_.branches));
    }

    void see(const Command& command, const Refusal& refusal) {
        const auto at = static_cast<std::size_t>(command.number);
        if (at < own_from_ || at >= rows_.size()) return;
        ++result_.commands;
        const RecordedCommand& row = rows_[at];
        RecordedCommand now = recorded(setup_, command, refusal);
        now.branch = row.branch;
        now.sentence = row.sentence;
        if (now == row) return;
        const auto outcome = [](const RecordedCommand& said) {
            return said.refused.empty() ? engine::Phrase(N_("done"))
                                        : engine::Phrase(N_("refused: {}"), said.refused);
        };
        differ(command.time,
               engine::Phrase(N_("command {} {}"), row.number, engine::quote(row.sentence))
                   .then(N_("; recorded: "))
                   .then(outcome(row))
                   .then(N_("; replayed: "))
                   .then(outcome(now)));
    }

    void see(std::span<const Observation> seen) {
        if (!own_) return;
        for (const Observation& observation : seen) {
            if (next_observation_ >= observations_.size()) {
                if (observation.time <= branch_.reached) {
                    differ(observation.time,
                           {N_("replayed an observation that was not recorded: {}"),
                            name(observation)});
                }
                continue;
            }
            const RecordedObservation& row = observations_[next_observation_++];
            ++result_.observations;
            const auto recorded_one = observation_of(setup_, row);
            if (recorded_one && *recorded_one == observation) continue;
            differ(std::min(row.time, observation.time),
                   {N_("observation {}: recorded {} at {}, replayed {} at {}"), next_observation_,
                    engine::quote(row.message, 60), engine::format_clock_exact(row.time),
                    name(observation), engine::format_clock_exact(observation.time)});
        }
    }

    static std::string name(const Observation& observation) {
        return engine::quote(spec(observation.message).name);
    }

    void see(Time time, std::uint64_t hash, const World& world) {
        if (!own_) return;
        if (next_hash_ < hashes_.size()) {
            const RecordedHash& row = hashes_[next_hash_++];
            ++result_.minutes;
            if (row.time != time) {
                differ(std::min(row.time, time), N_("a minute's hash is missing or out of order"));
            } else if (row.hash != hash) {
                differ(time, {N_("the state's hash: recorded {}, replayed {}"),
                              fmt::format("{:016x}", row.hash), fmt::format("{:016x}", hash)});
            }
        } else {
            differ(time, N_("a minute's hash is missing"));
        }
        compare_keyframes(time, world);
    }

    void compare_keyframes(Time time, const World& world) {
        while (next_keyframe_ < keyframes_.size() && keyframes_[next_keyframe_].time <= time) {
            const RecordedKeyframe& row = keyframes_[next_keyframe_++];
            if (row.layout != layout_) {
                ++result_.foreign_keyframes;
                continue;
            }
            ++result_.keyframes;
            const auto bytes = decompress(row.state);
            if (row.time == time && row.commands == world.commands && bytes &&
                *bytes == engine::save(world)) {
                continue;
            }
            differ(time, {N_("keyframe {} is not the state of its moment"), next_keyframe_});
        }
    }

    void finish() {
        const Time end = branch_.reached;
        if (next_observation_ < observations_.size()) {
            const RecordedObservation& row = observations_[next_observation_];
            differ(row.time, {N_("observation {} was recorded but not replayed: {}"),
                              next_observation_ + 1, engine::quote(row.message, 60)});
        }
        if (next_hash_ < hashes_.size()) differ(hashes_[next_hash_].time, N_("a hash too many"));
        if (next_keyframe_ < keyframes_.size()) {
            differ(keyframes_[next_keyframe_].time, N_("a keyframe that was not replayed"));
        }
        if (drill_.next_number < static_cast<std::int32_t>(commands_.size())) {
            differ(end, N_("commands after the end of the drill"));
        }
        if (drill_.world.now != end) {
            differ(drill_.world.now,
                   {N_("the drill ended here instead of at {}"), engine::format_clock_exact(end)});
        }
    }

    void compare_grade(const Grade& grade) {
        const std::vector<RecordedGrade> now = grade_rows(grade);
        const std::vector<RecordedGrade> before = recording_.grade();
        for (std::size_t i = 0; i < std::max(now.size(), before.size()); ++i) {
            if (i < now.size() && i < before.size() && now[i] == before[i]) continue;
            const std::string& item = i < before.size() ? before[i].item : now[i].item;
            differ(result_.reached, {N_("the grade of {} is another"), engine::quote(item, 60)});
            return;
        }
    }

    const Recording& recording_;
    Verification& result_;
    const std::function<void(double)>& progress_;
    RecordedBranch branch_;
    Drill drill_;
    const Setup& setup_;
    std::vector<RecordedCommand> rows_;
    std::vector<Command> commands_;
    std::vector<RecordedObservation> observations_;
    std::vector<RecordedHash> hashes_;
    std::vector<RecordedKeyframe> keyframes_;
    std::uint64_t layout_;
    std::size_t own_from_;
    bool own_ = false;
    std::size_t next_observation_ = 0;
    std::size_t next_hash_ = 0;
    std::size_t next_keyframe_ = 0;
};

void replay(const Recording& recording, Verification& result,
            const std::function<void(double)>& progress) {
    result.info = recording.info();
    result.closed = recording.closed();
    result.reached = recording.reached();
    const std::unique_ptr<RecordedDrill> recorded = restore(recording);
    const std::vector<RecordedBranch> branches = recording.branches();
    result.branches = static_cast<std::int64_t>(branches.size());
    for (const RecordedBranch& branch : branches) {
        BranchCheck(recording, *recorded, branch, result, progress)
            .run(*recorded, branch.number + 1 == result.branches);
    }
}

}  // namespace

Verification verify(const Recording& recording, const std::function<void(double)>& progress) {
    Verification result;
    result.damage = recording.damage();
    try {
        replay(recording, result, progress);
    } catch (const RecordingError& error) {
        result.unreadable = error.text();
    }
    return result;
}

}  // namespace sim
