#include "sim/seats/assessor/analysis.h"

#include <algorithm>

#include "sim/recording/grade_rows.h"

namespace sim::seats {

namespace {

// Shares of the work, as they were measured on a polling day.
constexpr double own_share = 0.45;
constexpr double expert_share = 0.45;

std::span<const Command> prelude_of(const std::vector<Command>& commands, std::int64_t prelude) {
    return std::span(commands).first(
        std::min(static_cast<std::size_t>(std::max<std::int64_t>(prelude, 0)), commands.size()));
}

double share_of(Time now, Time from, Time to) {
    return to <= from ? 1.0
                      : std::clamp(static_cast<double>(now - from) / static_cast<double>(to - from),
                                   0.0, 1.0);
}

void replay(Analysis& analysis, const Player& player, const std::function<void(double)>& progress) {
    ReportFacts& facts = analysis.facts;
    const RecordedDrill& recorded = player.drill();
    const std::vector<Command>& commands = player.commands();
    Drill drill = recorded.make();
    facts.setup_ = drill.setup;
    facts.plan = grading_plan(recorded.loaded.scenario, *drill.setup);
    facts.start = std::min(drill.start, facts.end);
    std::array<bool, post_count> held{};
    if (!parse_posts(facts.info.posts, held)) held = {};
    // Played by a crew alone: the hands of the posts that a trainee would have held.
    if (facts.info.posts.empty()) held = recorded.loaded.scenario.trainee;
    Tracker tracker(drill.world, held);
    const Time first = drill.world.now;
    Sink sink;
    sink.command = [&](const Command& command, const Refusal& refusal) {
        tracker.command(command, refusal, drill.world);
    };
    sink.observations = [&](std::span<const Observation> seen) { tracker.observations(seen); };
    sink.moment = [&](const World& world) {
        progress(own_share * share_of(world.now, first, facts.end));
    };
    replay_until(drill, prelude_of(commands, facts.info.prelude), facts.start, sink);
    Grader grader(facts.plan, drill.world);
    tracker.begin(drill.world);
    sink.moment = [&](const World& world) {
        grader.moment(world);
        tracker.moment(world);
        progress(own_share * share_of(world.now, first, facts.end));
    };
    replay_until(drill, commands, facts.end, sink);
    facts.computed = grader.grade(drill.world);
    facts.grade = facts.computed;
    analysis.tracks = tracker.finish(drill.world);
    facts.faults = analysis.tracks.faults;
}

/// What the expert said, in the same drill with the same seed; the instructor says what was said
/// then.
std::vector<Command> play_expert(Analysis& analysis, const Player& player,
                                 const std::function<void(double)>& progress) {
    ReportFacts& facts = analysis.facts;
    LoadedScenario loaded = player.drill().loaded;
    loaded.scenario.trainee = {};
    Drill drill = make_drill(loaded, facts.info.seed, {});
    std::vector<Command> said;
    const Time first = drill.world.now;
    Sink sink;
    sink.command = [&](const Command& command, const Refusal&) { said.push_back(command); };
    const Time last = std::max(facts.end, drill.start + engine::hour);
    const auto tell = [&](const World& world) {
        progress(own_share + expert_share * share_of(world.now, first, last));
    };
    sink.moment = tell;
    play_to_start(drill, sink);
    Grader grader(facts.plan, drill.world);
    sink.moment = [&](const World& world) {
        grader.moment(world);
        tell(world);
    };
    for (const Command& command : player.commands()) {
        if (command.author != Seat::instructor) continue;
        run_until(drill, command.time, sink);
        if (finished(drill)) break;
        say(drill, command, sink);
    }
    run_until(drill, drill.setup->latest_end, sink);
    facts.expert = grader.grade(drill.world);
    return said;
}

/// The expert's station at the moments in which the lines were done.
void picture_expert(Analysis& analysis, const Player& player, const std::vector<Command>& said,
                    const std::function<void(double)>& progress) {
    std::vector<ExpertMoment> moments;
    for (const GradeLine& line : analysis.facts.expert->lines) {
        if (line.decided != engine::never) moments.push_back({line.id, line.decided, {}});
    }
    std::stable_sort(moments.begin(), moments.end(),
                     [](const auto& a, const auto& b) { return a.time < b.time; });
    LoadedScenario loaded = player.drill().loaded;
    loaded.scenario.trainee = {};
    Drill drill = make_drill(loaded, analysis.facts.info.seed, {});
    Sink sink;
    sink.moment = [&](const World&) { progress(own_share + expert_share); };
    for (ExpertMoment& moment : moments) {
        replay_until(drill, said, moment.time, sink);
        moment.world = drill.world;
    }
    analysis.expert = std::move(moments);
}

}  // namespace

const ExpertMoment* Analysis::expert_of(std::string_view line) const {
    const auto found = std::find_if(expert.begin(), expert.end(),
                                    [&](const ExpertMoment& one) { return one.line == line; });
    return found == expert.end() ? nullptr : &*found;
}

Analysis analyse(const Recording& recording, const Player& player,
                 const std::function<void(double)>& progress) {
    Analysis analysis;
    ReportFacts& facts = analysis.facts;
    facts.info = recording.info();
    facts.closed = recording.closed();
    facts.end = recording.reached();
    facts.digest = recording.digest();
    replay(analysis, player, progress);
    picture_expert(analysis, player, play_expert(analysis, player, progress), progress);
    if (!facts.closed) return analysis;
    const std::vector<RecordedGrade> rows = recording.grade();
    analysis.other_grade = rows != grade_rows(facts.computed);
    try {
        facts.stored = grade_of(rows, facts.plan);
    } catch (const RecordingError&) {
        analysis.other_grade = true;
    }
    return analysis;
}

Analyst::Analyst(std::string file) : file_(std::move(file)), thread_([this] { run(); }) {}

Analyst::~Analyst() {
    cancel();
    wait();
}

void Analyst::wait() {
    if (thread_.joinable()) thread_.join();
}

void Analyst::run() {
    const auto failed = [this](engine::Phrase why) {
        const std::lock_guard lock(mutex_);
        failure_ = std::move(why);
    };
    try {
        work(Recording::open(file_), failed);
    } catch (const Cancelled&) {
        // Whoever cancelled knows.
    } catch (const RecordingError& error) {
        failed(error.text());
    } catch (const StorageError& error) {
        failed(error.text());
    } catch (const std::exception& error) {
        failed(engine::Phrase::verbatim(error.what()));
    }
    done_ = true;
}

void Analyst::work(const Recording& recording, const std::function<void(engine::Phrase)>& failed) {
    try {
        play(recording);
    } catch (const RecordingError& error) {
        failed(error.text());  // where it was damaged is found all the same
    }
    Verification verification = verify(recording);
    const std::lock_guard lock(mutex_);
    verification_ = std::move(verification);
    progress_ = 1;
}

void Analyst::play(const Recording& recording) {
    const auto progress = [this](double share) {
        progress_ = share;
        if (stop_) throw Cancelled{};
    };
    auto player = std::make_shared<const Player>(recording);
    {
        const std::lock_guard lock(mutex_);
        player_ = player;
    }
    auto analysis = std::make_unique<Analysis>(analyse(recording, *player, progress));
    progress(own_share + expert_share);
    const std::lock_guard lock(mutex_);
    analysis_ = std::move(analysis);
}

std::shared_ptr<const Player> Analyst::take_player() {
    const std::lock_guard lock(mutex_);
    return std::exchange(player_, nullptr);
}

std::unique_ptr<Analysis> Analyst::take_analysis() {
    const std::lock_guard lock(mutex_);
    return std::exchange(analysis_, nullptr);
}

std::optional<Verification> Analyst::take_verification() {
    const std::lock_guard lock(mutex_);
    return std::exchange(verification_, std::nullopt);
}

engine::Phrase Analyst::failure() const {
    const std::lock_guard lock(mutex_);
    return failure_;
}

}  // namespace sim::seats
