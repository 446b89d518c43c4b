#include "tools/session.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <atomic>
#include <csignal>
#include <ctime>
#include <filesystem>

#include "engine/core/paths.h"

namespace polldrill {

namespace {

// In real time at most half a second is lost with the process: this, and the time to write.
constexpr auto commit_every = std::chrono::milliseconds(250);
constexpr sim::Time keyframe_every = 15 * engine::minute;

std::atomic<bool> stop{false};

std::string wall_time() {
    const std::time_t now = std::time(nullptr);
    return fmt::format("{:%Y-%m-%d %H:%M:%S %z}", fmt::localtime(now));
}

}  // namespace

bool stop_asked() {
    return stop.load();
}

void watch_for_stop() {
    struct sigaction action {};
    action.sa_handler = [](int) { stop.store(true); };  // no SA_RESTART: a wait for a line ends
    for (const int signal : {SIGINT, SIGTERM}) sigaction(signal, &action, nullptr);
}

Session::Session(std::unique_ptr<sim::RecordedDrill> made, sim::Drill drill)
    : made_(std::move(made)),
      info_(made_->info),
      drill_(std::move(drill)),
      account_(*drill_.setup),
      committed_(WallClock::now()) {
    connect();
}

std::unique_ptr<Session> Session::begin(const SessionPlan& plan) {
    engine::Problems problems;
    auto made = std::make_unique<sim::RecordedDrill>();
    const sim::FileSource assets = sim::disk_files(engine::assets_folder());
    auto loaded = sim::load_scenario(assets, plan.scenario, problems);
    if (!loaded) {
        fmt::print(stderr, "{}", engine::text_of(problems));
        return nullptr;
    }
    made->loaded = std::move(*loaded);
    sim::Scenario& scenario = made->loaded.scenario;
    if (plan.posts) scenario.trainee = *plan.posts;
    made->plan = plan.crew.value_or(scenario.others);
    made->info = {POLLDRILL_VERSION,
                  scenario.id,
                  plan.seed,
                  plan.trainee,
                  sim::format_crew(made->plan),
                  sim::format_posts(scenario.trainee),
                  0,
                  wall_time()};
    sim::Drill drill = made->make();
    std::unique_ptr<Session> session(new Session(std::move(made), std::move(drill)));
    session->start(plan);
    return session;
}

void Session::start(const SessionPlan& plan) {
    if (!plan.record.empty()) {
        recorder_.emplace(plan.record, info_, loaded().files, drill_.world);
        write_down();
    }
    sim::play_to_start(drill_, sink_);
    if (recorder_) recorder_->begin(drill_.next_number);
    grader_.emplace(sim::grading_plan(loaded().scenario, *drill_.setup), drill_.world);
    if (recorder_) commit();
}

std::unique_ptr<Session> Session::resume(const std::string& file) {
    std::unique_ptr<sim::RecordedDrill> made;
    std::vector<sim::Command> commands;
    sim::Time reached = 0;
    std::optional<sim::Drill> drill;
    {
        const sim::Recording recording = sim::Recording::open(file);
        made = sim::restore(recording);
        reached = recording.reached();
        drill = made->make();
        const auto last = static_cast<std::int64_t>(recording.branches().size()) - 1;
        commands = sim::commands_of(recording.commands(last), *drill->setup);
    }
    const sim::World beginning = drill->world;
    std::unique_ptr<Session> session(new Session(std::move(made), std::move(*drill)));
    const auto prelude = static_cast<std::size_t>(session->info_.prelude);
    const auto before = std::span(commands).first(std::min(prelude, commands.size()));
    sim::replay_until(session->drill_, before, std::min(reached, session->drill_.start),
                      session->sink_);
    session->grader_.emplace(sim::grading_plan(session->scenario(), session->setup()),
                             session->world());
    sim::replay_until(session->drill_, commands, reached, session->sink_);
    session->drill_.crew.forget();
    session->recorder_.emplace(sim::Recorder::resume(file, beginning));
    session->write_down();
    session->next_keyframe_ = session->world().now + keyframe_every;
    return session;
}

void Session::connect() {
    sink_.command = [this](const sim::Command& command, const sim::Refusal& refusal) {
        if (refusal) refused_.emplace_back(command, refusal);
        if (recording_) recorder_->append(command, refusal);
    };
    sink_.observations = [this](std::span<const sim::Observation> seen) {
        account_.add(seen);
        if (recording_) recorder_->append(seen);
        if (wants_news_) news_.insert(news_.end(), seen.begin(), seen.end());
    };
    sink_.moment = [this](const sim::World& world) {
        if (grader_) grader_->moment(world);
        account_.moment(world);
        constexpr unsigned every = 64;
        if (look_ && ++moments_ % every == 0) look_();
    };
}

void Session::write_down() {
    recording_ = true;
    sink_.minute = [this](sim::Time time, std::uint64_t hash, const sim::World& world) {
        recorder_->minute(time, hash);
        if (time >= next_keyframe_) {
            recorder_->keyframe(world);
            next_keyframe_ = time + keyframe_every;
        }
        // All of this minute has happened, so this is a moment to go on from.
        tick();
    };
}

void Session::tick() {
    if (recording_ && WallClock::now() - committed_ >= commit_every) commit();
}

void Session::commit() {
    recorded_ = recorder_->commit(drill_.world.now);
    committed_ = WallClock::now();
    if (const auto problem = recorder_->take_problem()) {
        fmt::print(stderr, "{}: not recorded: {}; the drill goes on\n", recorder_->file().string(),
                   *problem);
    }
}

void Session::end() {
    grade_ = grader_->grade(drill_.world);
    account_.finish(drill_.world);
    if (!recording_) return;
    recorded_ = recorder_->close(drill_.world.now, sim::grade_rows(grade_));
    recording_ = false;
    sink_.minute = nullptr;
    if (const auto problem = recorder_->take_problem()) {
        fmt::print(stderr, "{}: not recorded: {}\n", recorder_->file().string(), *problem);
    }
}

void Session::leave() {
    if (recording_) commit();
    recording_ = false;
    sink_.minute = nullptr;
}

}  // namespace polldrill
