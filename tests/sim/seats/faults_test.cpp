// Malfunctions: injected in the instructor's seat, met by its signs, put right in
// the trainee's, all by clicks.
#include <fstream>
#include <iterator>
#include <set>

#include "sim/recording/recording.h"
#include "sim/seats/instructor/instructor.h"
#include "sim/station/signals.h"
#include "tests/sim/seats/trainee_worker.h"

namespace sim::seats {

namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to,
                     const std::string& rest) {
    const std::size_t begin = text.find(from);
    const std::size_t end = text.find(rest, begin);
    REQUIRE(begin != std::string::npos);
    REQUIRE(end != std::string::npos);
    return text.replace(begin, end - begin, to);
}

/// A drill in which nothing happens but what the instructor does; the trainee holds these posts.
std::string quiet_drill(const std::filesystem::path& folder, const std::string& fault,
                        const std::string& posts, bool evening) {
    std::ifstream file("scenarios/paper_jam.yaml");
    std::string text((std::istreambuf_iterator<char>(file)), {});
    text = replaced(text, "scenario: paper_jam", "scenario: met_by_hand", "\ntitle");
    text = replaced(text, "crew:", "crew: {trainee: [" + posts + "]}", "\nstart");
    if (evening)
        text = replaced(text, "start:", "start: {at: \"19:40\", begin: \"06:30\"}", "\nvoters");
    const std::string procedures =
        evening
            ? "procedures: [opening, terminals_opening, voting, checks, closing, terminals_closing]"
            : "procedures: [opening, terminals_opening, voting, checks]";
    text = replaced(text, "procedures: [opening", procedures, "\ntimeline");
    text = replaced(text, "timeline:", "", "grading:");
    text = replaced(text, "grading:", "grading: {procedures: [" + fault + "], pass: 80 %}",
                    "\nfinish");
    text = replaced(text, "finish:", "finish: {clock: {at_least: \"30:00\"}}", "\nend");
    text = replaced(text, "end:", "end: \"30:30\"", "\n");
    const auto path = folder / "met_by_hand.yaml";
    std::ofstream(path) << text;
    return path.string();
}

const FaultSpec& find_fault(const Setup& setup, const std::string& id) {
    for (const FaultSpec& fault : setup.faults) {
        if (fault.id == id) return fault;
    }
    FAIL("no malfunction of that name: " << id);
    return setup.faults.front();
}

bool holds_now(const World& world, const Condition& condition) {
    return holds(condition, [&world](SignalRef ref) { return read(world, ref); });
}

/// The trainee does with the hands what the expert would do at the posts held.
struct Learner : Worker {
    Crew expert;
    std::set<std::string> signs;

    explicit Learner(const std::string& drill)
        : Worker(drill, false, 1920, 1080),
          expert(live.session->world().setup, CrewPlan{}, std::array<bool, post_count>{}) {}

    void look(const FaultSpec& fault) {
        for (const sim::Sign& sign : fault.signs) {
            if (holds_now(world(), sign.when)) signs.insert(sign.text.en);
        }
    }

    /// One sentence at one of the posts held; false when there is nothing to do.
    bool work_as_expert() {
        for (const PostId post : held_posts(live)) {
            auto command = expert.decide(world(), post);
            if (!command) continue;
            command->actor = post;
            carry_out(*command);
            return true;
        }
        return false;
    }
};

struct Case {
    const char* fault;
    const char* posts;
    bool evening;
};

constexpr Case cases[] = {
    {"scanner_jam_entry", "scanner_operator, secretary", false},
    {"scanner_jam_outfeed", "scanner_operator, secretary", false},
    {"scanner_double_feed", "scanner_operator, secretary", false},
    {"scanner_dirty_glass", "scanner_operator, secretary", false},
    {"terminal_finger_not_read", "operator_1, operator_2", false},
    {"register_entry_missing", "operator_1, operator_2", false},
    {"power_cut", "chair, secretary, scanner_operator, operator_1, operator_2", false},
    {"scanner_paper_out", "scanner_operator, secretary, chair", true},
    {"scanner_roll_reversed", "scanner_operator, secretary, chair", true},
    {"transmission_no_signal", "scanner_operator, secretary, chair", true},
};

}  // namespace

TEST_CASE("each malfunction: injected by a click, met by its signs, put right by clicks") {
    const TemporaryFolder folder;
    for (const Case& one : cases) {
        INFO(one.fault);
        Learner learner(quiet_drill(folder.path(), one.fault, one.posts, one.evening));
        const FaultSpec& fault = find_fault(learner.live.setup(), one.fault);
        Instructor instructor;
        {
            engine::view::Screen console(
                [&](engine::view::Ui& ui) {
                    draw_instructor(ui, learner.desk, learner.live, instructor);
                },
                {}, 1920, 1080);
            const std::string entry = "fault." + std::string(one.fault);
            REQUIRE(console.click("faults.search"));
            console.type(fault.number);
            REQUIRE(console.click(entry));
            REQUIRE(console.click("fault.inject"));
        }
        REQUIRE(signal(learner.world(), "faults.active") >= 1);
        const Time latest = learner.world().now + (one.evening ? 5 : 2) * engine::hour;
        bool over = false;
        while (!over && learner.world().now < latest) {
            learner.look(fault);
            if (!learner.work_as_expert()) learner.pass(engine::second);
            const Grade grade = learner.live.session->grader().grade(learner.world());
            over =
                grade.max_score > 0 && grade.full() && learner.signs.size() == fault.signs.size();
        }
        const Grade grade = learner.live.session->grader().grade(learner.world());
        INFO(grade_text(grade, {}, "en"));
        CHECK_FALSE(learner.signs.empty());
        CHECK(grade.max_score > 0);
        CHECK(grade.full());
    }
}

}  // namespace sim::seats
