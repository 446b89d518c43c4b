#include "sim/session/session.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <filesystem>

#include "engine/core/paths.h"
#include "sim/station/verb.h"

namespace sim {

namespace {

// In real time at most half a second is lost with the process: this, and the time to write.
constexpr auto commit_every = std::chrono::milliseconds(250);
constexpr Time keyframe_every = 15 * engine::minute;

// Moments to go back to: a state takes a few hundred kilobytes.
constexpr Time moment_spacing = 2 * engine::minute;
constexpr std::size_t most_moments = 200;

/// `assign POST "trainee"`: the crew leaves the post alone; with other words it works there. Done
/// in replay as well, so that a drill gone on with, or gone back in, has the same people.
void hand_over_post(Drill& drill, const Command& command) {
    if (verb(command.verb).name != "assign" || command.object == no_part) return;
    const auto post = static_cast<PostId>(drill.world.layout()[command.object].index);
    drill.crew.hold(post, command.words == "trainee");
}

std::string wall_time() {
    const std::time_t now = std::time(nullptr);
    return fmt::format("{:%Y-%m-%d %H:%M:%S %z}", fmt::localtime(now));
}

}  // namespace

DrillSession::DrillSession(std::unique_ptr<RecordedDrill> made, Drill drill)
    : made_(std::move(made)),
      info_(made_->info),
      drill_(std::move(drill)),
      account_(*drill_.setup),
      committed_(WallClock::now()) {
    connect();
}

std::unique_ptr<DrillSession> DrillSession::begin(const SessionPlan& plan, std::string& mistakes) {
    engine::Problems problems;
    auto made = std::make_unique<RecordedDrill>();
    const FileSource assets = disk_files(engine::assets_folder());
    auto loaded = load_scenario(assets, plan.scenario, problems, plan.kit);
    if (!loaded) {
        mistakes = engine::text_of(problems);
        return nullptr;
    }
    made->loaded = std::move(*loaded);
    Scenario& scenario = made->loaded.scenario;
    if (plan.posts) scenario.trainee = *plan.posts;
    made->plan = plan.crew.value_or(scenario.others);
    made->info = {POLLDRILL_VERSION,
                  scenario.id,
                  plan.seed,
                  plan.trainee,
                  format_crew(made->plan),
                  format_posts(scenario.trainee),
                  0,
                  wall_time(),
                  plan.exam};
    Drill drill = made->make();
    std::unique_ptr<DrillSession> session(new DrillSession(std::move(made), std::move(drill)));
    session->start(plan);
    return session;
}

void DrillSession::start(const SessionPlan& plan) {
    if (!plan.record.empty()) {
        recorder_.emplace(plan.record, info_, loaded().files, drill_.world);
        write_down();
    }
    play_to_start(drill_, sink_);
    if (recorder_) recorder_->begin(drill_.next_number);
    grader_.emplace(grading_plan(loaded().scenario, *drill_.setup), drill_.world);
    if (plan.rewind) begin_keeping();
    if (recorder_) commit();
}

std::unique_ptr<DrillSession> DrillSession::resume(const std::string& file, bool rewind) {
    std::unique_ptr<RecordedDrill> made;
    std::vector<Command> commands;
    Time reached = 0;
    std::int64_t branch = 0;
    std::optional<Drill> drill;
    {
        const Recording recording = Recording::open(file);
        made = restore(recording);
        reached = recording.reached();
        drill = made->make();
        branch = static_cast<std::int64_t>(recording.branches().size()) - 1;
        commands = commands_of(recording.commands(branch), *drill->setup);
    }
    const World beginning = drill->world;
    std::unique_ptr<DrillSession> session(new DrillSession(std::move(made), std::move(*drill)));
    session->branch_ = static_cast<int>(branch);
    const auto prelude = static_cast<std::size_t>(session->info_.prelude);
    const auto before = std::span(commands).first(std::min(prelude, commands.size()));
    replay_until(session->drill_, before, std::min(reached, session->drill_.start), session->sink_);
    session->grader_.emplace(grading_plan(session->scenario(), session->setup()), session->world());
    if (rewind) session->begin_keeping();
    // Who works now came at the start of the drill.
    session->replaying_ = true;
    replay_until(session->drill_, commands, reached, session->sink_);
    session->replaying_ = false;
    session->told_ = session->seen_.size();
    session->recorder_.emplace(Recorder::resume(file, beginning));
    session->write_down();
    session->next_keyframe_ = session->world().now + keyframe_every;
    return session;
}

void DrillSession::connect() {
    sink_.command = [this](const Command& command, const Refusal& refusal) {
        said_.push_back({command, refusal});
        if (!refusal) hand_over_post(drill_, command);
        if (recording_) recorder_->append(command, refusal);
    };
    sink_.observations = [this](std::span<const Observation> seen) {
        account_.add(seen);
        seen_.insert(seen_.end(), seen.begin(), seen.end());
        if (recording_) recorder_->append(seen);
    };
    sink_.moment = [this](const World& world) {
        // Nobody asks the crew while a recording is played again.
        if (replaying_) drill_.crew.watch(world);
        if (grader_) grader_->moment(world);
        account_.moment(world);
        constexpr unsigned every = 64;
        if (look_ && ++moments_ % every == 0) look_();
    };
    sink_.minute = [this](Time time, std::uint64_t hash, const World& world) {
        if (recording_) {
            recorder_->minute(time, hash);
            if (time >= next_keyframe_) {
                recorder_->keyframe(world);
                next_keyframe_ = time + keyframe_every;
            }
        }
        // All of this minute has happened, so this is a moment to go on from, or back to.
        if (rewind_ && time >= next_moment_) keep_moment();
        tick();
    };
    if (!rewind_ && !recording_) sink_.minute = nullptr;
}

void DrillSession::write_down() {
    recording_ = true;
    connect();
}

void DrillSession::begin_keeping() {
    rewind_ = true;
    moment_every_ = moment_spacing;
    connect();
    keep_moment();
}

void DrillSession::tick() {
    if (recording_ && WallClock::now() - committed_ >= commit_every) commit();
}

void DrillSession::commit() {
    recorded_ = recorder_->commit(drill_.world.now);
    committed_ = WallClock::now();
    if (auto problem = recorder_->take_problem()) problem_ = std::move(*problem);
}

void DrillSession::end() {
    grade_ = grader_->grade(drill_.world);
    account_.finish(drill_.world);
    ended_ = true;
    if (!recording_) return;
    recorded_ = recorder_->close(drill_.world.now, grade_rows(grade_));
    recording_ = false;
    sink_.minute = nullptr;
    if (auto problem = recorder_->take_problem()) problem_ = std::move(*problem);
}

void DrillSession::leave() {
    if (recording_) commit();
    recording_ = false;
    sink_.minute = nullptr;
}

std::vector<Said> DrillSession::refused() const {
    std::vector<Said> refused;
    std::copy_if(said_.begin(), said_.end(), std::back_inserter(refused),
                 [](const Said& said) { return static_cast<bool>(said.refusal); });
    return refused;
}

std::vector<Observation> DrillSession::take_news() {
    const auto from =
        seen_.begin() + static_cast<std::ptrdiff_t>(std::exchange(told_, seen_.size()));
    return {from, seen_.end()};
}

void DrillSession::keep_moment() {
    if (!rewind_ || !grader_) return;
    while (!moments_kept_.empty() && moments_kept_.back().time >= world().now) {
        moments_kept_.pop_back();
    }
    moments_kept_.push_back({world().now, drill_.world, drill_.crew, drill_.next_minute,
                             drill_.next_number, grader_, account_, said_.size(), seen_.size()});
    next_moment_ = world().now + moment_every_;
    if (moments_kept_.size() > most_moments) thin_out();
}

void DrillSession::thin_out() {
    std::vector<Moment> kept;
    for (std::size_t i = 0; i < moments_kept_.size(); i += 2) {
        kept.push_back(std::move(moments_kept_[i]));
    }
    moments_kept_ = std::move(kept);
    moment_every_ *= 2;
}

void DrillSession::restore_moment(const Moment& moment) {
    drill_.world = moment.world;
    drill_.crew = moment.crew;
    drill_.next_minute = moment.next_minute;
    drill_.next_number = moment.next_number;
    grader_ = moment.grader;
    account_ = moment.account;
    said_.resize(moment.said, Said{});
    seen_.resize(moment.seen);
}

bool DrillSession::back_to(Time time) {
    if (ended_ || moments_kept_.empty()) return false;
    const Time left = world().now;
    time = std::clamp(time, moments_kept_.front().time, left);
    while (moments_kept_.back().time > time) moments_kept_.pop_back();
    std::vector<Command> commands;
    for (std::size_t i = moments_kept_.back().said; i < said_.size(); ++i) {
        if (said_[i].command.time <= time) commands.push_back(said_[i].command);
    }
    const bool recorded = std::exchange(recording_, false);
    if (recorded) commit();
    restore_moment(moments_kept_.back());
    next_moment_ = moments_kept_.back().time + moment_every_;
    replaying_ = true;
    replay_until(drill_, commands, time, sink_);
    replaying_ = false;
    told_ = seen_.size();
    if (recorded) {
        recorder_->branch(branch_, world().now, drill_.next_number, left);
        recording_ = true;
        next_keyframe_ = world().now;
    }
    ++branch_;
    keep_moment();
    return true;
}

}  // namespace sim
