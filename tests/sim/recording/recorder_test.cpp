#include "sim/recording/recorder.h"

#include <sys/resource.h>
#include <unistd.h>

#include <csignal>

#include "sim/recording/player.h"
#include "sim/recording/verify.h"
#include "tests/sim/recording/short_drill.h"

namespace fs = std::filesystem;

namespace {

/// No file of this process may grow beyond this, as on a full disk.
class FileSizeLimit {
  public:
    explicit FileSizeLimit(rlim_t bytes) {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &before_);
        rlimit limit = before_;
        limit.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &before_); }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

  private:
    rlimit before_{};
};

}  // namespace

TEST_CASE("a full disk is said once, and nothing is lost when there is room again") {
    const sim::TemporaryFolder folder;
    const fs::path file = folder.path() / "a.drill";
    ShortDrill drill(file);
    drill.run_until(6 * engine::hour + 35 * engine::minute);
    REQUIRE(drill.commit());
    {
        const FileSizeLimit full(8192);
        drill.run_until(6 * engine::hour + 50 * engine::minute);
        CHECK_FALSE(drill.commit());
        CHECK(drill.recorder.take_problem());
        drill.run_until(6 * engine::hour + 51 * engine::minute);
        CHECK_FALSE(drill.commit());
        CHECK_FALSE(drill.recorder.take_problem());
        // What was there before is whole.
        CHECK(sim::verify(sim::Recording::open(file)).good());
    }
    drill.run_until(short_end);
    CHECK(drill.close());
    const sim::Verification result = sim::verify(sim::Recording::open(file));
    CHECK(result.good());
    CHECK(result.minutes == 30);
}

TEST_CASE("a folder that cannot be written to stops no drill") {
    if (geteuid() == 0) {
        // The superuser may write anywhere; a folder that is not there is as closed to him.
        ShortDrill drill("/proc/polldrill/a.drill");
        CHECK_FALSE(drill.commit());
        CHECK(drill.recorder.take_problem());
        drill.run_until(short_end);
        CHECK(sim::finished(drill.drill));
        CHECK_FALSE(drill.close());
        return;
    }
    const sim::TemporaryFolder folder;
    fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
    ShortDrill drill(folder.path() / "a.drill");
    CHECK_FALSE(drill.commit());
    CHECK(drill.recorder.take_problem());
    fs::permissions(folder.path(), fs::perms::owner_all);
    CHECK(drill.commit());
}

TEST_CASE("a file that exists is never written over") {
    const sim::TemporaryFolder folder;
    const fs::path file = folder.path() / "a.drill";
    record_short(file);
    const auto before = fs::file_size(file);
    ShortDrill drill(file);
    CHECK_FALSE(drill.commit());
    CHECK(drill.recorder.take_problem() == "a file of that name exists");
    CHECK(fs::file_size(file) == before);
}

TEST_CASE("a drill that was cut off is gone on with in the same file") {
    const sim::TemporaryFolder folder;
    const fs::path file = folder.path() / "a.drill";
    {
        ShortDrill drill(file);
        drill.run_until(6 * engine::hour + 40 * engine::minute);
        REQUIRE(drill.commit());
    }
    sim::LoadedScenario loaded = load_short();
    sim::Drill drill = sim::make_drill(loaded, 7, {});
    sim::Sink sink;
    const sim::Recording cut = sim::Recording::open(file);
    sim::Recorder recorder = sim::Recorder::resume(file, drill.world);
    sim::Grader grader(sim::grading_plan(loaded.scenario, *drill.setup), drill.world);
    sink.moment = [&](const sim::World& world) {
        grader.moment(world);
        drill.crew.watch(world);
    };
    sim::replay_until(drill, sim::commands_of(cut.commands(0), *drill.setup), cut.reached(), sink);
    sink.moment = [&](const sim::World& world) { grader.moment(world); };
    sink.command = [&](const sim::Command& command, const sim::Refusal& refusal) {
        recorder.append(command, refusal);
    };
    sink.observations = [&](std::span<const sim::Observation> seen) { recorder.append(seen); };
    sink.minute = [&](sim::Time time, std::uint64_t hash, const sim::World&) {
        recorder.minute(time, hash);
    };
    sim::run_until(drill, short_end, sink);
    REQUIRE(recorder.close(drill.world.now, sim::grade_rows(grader.grade(drill.world))));
    const sim::Verification result = sim::verify(sim::Recording::open(file));
    if (result.divergence) MESSAGE(result.divergence->what.english());
    CHECK(result.good());
    CHECK(result.closed);
    CHECK(result.minutes == 30);
}

TEST_CASE("a drill that went back keeps the branch it left") {
    const sim::TemporaryFolder folder;
    const fs::path file = folder.path() / "a.drill";
    {
        ShortDrill drill(file);
        const sim::Time back = 6 * engine::hour + 36 * engine::minute;
        drill.run_until(back);
        const sim::Drill then = drill.drill;
        drill.run_until(6 * engine::hour + 45 * engine::minute);
        drill.drill = then;
        drill.recorder.branch(0, back, then.next_number, 6 * engine::hour + 45 * engine::minute);
        drill.say("as chair: break seal_104");
        drill.run_until(6 * engine::hour + 50 * engine::minute);
        REQUIRE(drill.commit());
    }
    const sim::Recording recording = sim::Recording::open(file);
    CHECK(recording.branches().size() == 2);
    const sim::Verification result = sim::verify(recording);
    if (result.divergence) MESSAGE(result.divergence->what.english());
    CHECK(result.unreadable.english() == "");
    CHECK(result.good());
}

TEST_CASE("a moment reached by keyframe is the moment reached by running") {
    const sim::TemporaryFolder folder;
    const fs::path file = folder.path() / "a.drill";
    record_short(file);
    const sim::Player player(sim::Recording::open(file));
    for (const char* clock : {"06:30:00", "06:34:59", "06:35:00", "06:47:11", "07:00:00"}) {
        CAPTURE(clock);
        const sim::Time time = *engine::parse_clock(clock);
        sim::Drill drill = player.drill().make();
        sim::Sink nobody;
        sim::replay_until(drill, player.commands(), time, nobody);
        CHECK(sim::state_hash(player.at(time)) == sim::state_hash(drill.world));
    }
    CHECK(player.at(0).now == player.first());
    CHECK(player.at(engine::never).now == player.last());
}
