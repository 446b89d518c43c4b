/// Grading reads a drill while it runs (or is replayed) and changes nothing: it folds over moments,
/// outside the world and its hash.
#pragma once

#include <limits>
#include <string>
#include <vector>

#include "sim/assessment/grade.h"
#include "sim/scenario/read_scenario.h"
#include "sim/station/lookout.h"
#include "sim/station/world.h"
#include "sim/world/procedure.h"

namespace sim {

/// One list of steps that counts for the grade.
struct GradedProcedure {
    const Procedure* procedure = nullptr;
    GradeKind kind = GradeKind::step;  ///< step or objective
    std::int16_t fault = -1;  ///< a recovery: counts once this fault of the catalogue is injected
};

/// What is graded. The procedures must outlive the grader.
struct GradingPlan {
    std::vector<GradedProcedure> procedures;
    int pass = 800;  ///< share of the points that passes, permille
};

/// The plan of a scenario: the procedures and recoveries its grading names and its objectives.
/// Scenario and setup must outlive the grader.
GradingPlan grading_plan(const Scenario& scenario, const Setup& setup);

/// Steps count when they were asked for: when `when` has held and what comes before was done. A
/// step that never came to be asked for because an earlier one was missed is missed, too. What was
/// so already when the drill began does not count; routine does not count; nor does a step that was
/// first asked for in the last moments. Half the points for what is late or out of order; out of
/// order is what was done before the steps right before it, be they in order themselves or not.
/// What several lists forbid under one name and condition counts once.
class Grader {
  public:
    /// @param start the world at the drill's beginning.
    Grader(const GradingPlan& plan, const World& start);

    /// Looks at the world; to be called at every moment at which something may have changed.
    void moment(const World& world);

    /// The grade so far, as if the drill ended now.
    Grade grade(const World& world) const;

    /// What has to be done now and what is done, for a trainee's checklist: the lines of steps
    /// asked for that are not done, in the order of their procedures.
    std::vector<const Step*> open_steps() const;

  private:
    struct Entry {
        GradeKind kind{};
        const Step* step = nullptr;
        const Violation* violation = nullptr;
        std::string id;
        std::size_t number = 0;  ///< among the entries
        std::int16_t fault = -1;
        std::vector<std::int16_t> after;  ///< entries
        std::int16_t same = -1;           ///< an entry before that forbids the same
        bool counts = false;

        // What is known of it.
        bool before = false;         ///< was so when the drill began
        bool seen = false;           ///< `when` has held
        bool looked = false;         ///< `done` has been looked at
        bool always_held = false;    ///< `done` has held ever since
        Time early = engine::never;  ///< since when it is so although its turn has not come
        bool in_turn = false;        ///< early, but what comes right before it was so by then
        bool undone = false;         ///< of a recovery: was so early, and is not any more
        bool finished = false;
        bool disordered = false;
        Time asked = engine::never;
        Time decided = engine::never;
        std::int64_t observation = 0;
        std::int64_t command = 0;
        Since when_since;
        Since done_since;
        std::vector<std::int64_t> values;  ///< of the signals of its condition
    };

    void add_procedure(const GradedProcedure& graded);
    bool look_at(std::vector<std::int16_t>& list, const World& world);
    bool open_up(const World& world);
    bool stands_still(const Entry& entry) const;
    void look(Entry& entry, const World& world);
    void look_at_violation(Entry& entry, const World& world);
    void come_early(Entry& entry, const World& world);
    static void decide(Entry& entry, const World& world, const Condition& condition);
    static bool true_now(Lookout& lookout, const Entry& entry, Since& since, const World& world);
    bool is_done(Entry& entry, const World& world);
    static bool done_early(const Entry& entry);
    bool injected(const Entry& entry, const World& world) const;
    bool all_before_done(const Entry& entry) const;
    bool missed(std::size_t entry, Time end, std::vector<signed char>& known) const;
    GradeLine line_of(const Entry& entry, const World& world, bool is_missed) const;
    static void judge(GradeLine& line, const Entry& entry, bool is_missed);

    std::vector<Entry> entries_;
    Lookout when_, done_;              ///< of the entries, by number
    std::vector<std::int16_t> open_;   ///< entries whose turn it is, looked at every moment
    std::vector<std::int16_t> later_;  ///< entries that wait for others, looked at now and then
    Time next_look_ = std::numeric_limits<Time>::min();
    int pass_ = 800;
    bool first_ = true;
};

}  // namespace sim
