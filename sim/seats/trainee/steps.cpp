#include "sim/seats/trainee/steps.h"

#include <algorithm>
#include <map>
#include <set>

namespace sim::seats {

namespace {

constexpr int most_later = 6;  ///< of one procedure

/// The grade so far, worked out anew only when something has happened.
const Grade& grade_now(Scene& scene) {
    const World& world = scene.world();
    const std::int64_t key =
        (world.observed + world.commands) * 100000 + world.now / (10 * engine::second);
    if (scene.me.graded != key) {
        scene.me.graded = key;
        scene.me.grade = scene.live.session->grader().grade(world);
    }
    return scene.me.grade;
}

struct Knowledge {
    std::map<std::string, const GradeLine*> lines;
    std::set<const Step*> open;
};

bool is_over(const GradeLine& line) {
    return line.state == GradeState::done || line.state == GradeState::late ||
           line.state == GradeState::out_of_order;
}

CheckRow row_of(const Procedure& procedure, const Step& step, const Knowledge& known) {
    CheckRow row;
    row.step = &step;
    row.procedure = &procedure;
    row.due = step.by;
    row.state = StepState::later;
    if (known.open.contains(&step)) row.state = StepState::open;
    const std::string prefix = procedure.id.empty() ? "" : procedure.id + ".";
    const auto found = known.lines.find(prefix + step.id);
    if (found == known.lines.end()) return row;
    const GradeLine& line = *found->second;
    row.due = line.due;
    if (is_over(line) && row.state != StepState::open) {
        row.state = line.state == GradeState::late ? StepState::late : StepState::done;
        row.at = line.decided;
        row.by_itself = line.asked == engine::never || line.decided == line.asked;
    }
    return row;
}

/// Who practises and has asked once is led through the rest.
bool asked_for_help(const Scene& scene, const Procedure& recovery) {
    return std::any_of(scene.me.hints.begin(), scene.me.hints.end(), [&](const auto& hint) {
        return hint.second.level > 0 && hint.first.starts_with(recovery.id + ".");
    });
}

void add_procedure(Scene& scene, const Procedure& procedure, bool recovery, const Knowledge& known,
                   Checklist& list) {
    int later = 0;
    const bool helped = recovery && !scene.live.exam && asked_for_help(scene, procedure);
    for (const Step& step : procedure.steps) {
        if (!is_asked_of_trainee(scene, step)) continue;
        CheckRow row = row_of(procedure, step, known);
        row.recovery = recovery;
        if (recovery) {
            if (row.state == StepState::open && !list.trouble) list.trouble = row;
            const auto hint = scene.me.hints.find(id_of(row));
            const bool told = helped || (hint != scene.me.hints.end() && hint->second.level > 0);
            // What was so before anything went wrong says nothing about what to do.
            const bool hidden = (!told && row.state == StepState::open) ||
                                (row.by_itself && row.state != StepState::open);
            if (row.state == StepState::later || hidden) continue;
        }
        ++list.all;
        if (row.state == StepState::done || row.state == StepState::late) ++list.done;
        if (!recovery && row.state == StepState::later && ++later > most_later) continue;
        list.rows.push_back(row);
    }
}

/// What the drill is for. Where something has to go wrong in it, only once the list speaks of that:
/// an aim that speaks of a malfunction would tell of it beforehand.
void add_aims(const Procedure& aims, const Knowledge& known, Checklist& list) {
    for (const Step& step : aims.steps) {
        CheckRow row = row_of(aims, step, known);
        if (row.state == StepState::later) row.state = StepState::open;
        ++list.all;
        if (row.state != StepState::open) ++list.done;
        list.rows.push_back(row);
    }
}

/// A procedure none of whose steps is open or done has not begun.
bool begun(const Procedure& procedure, const Knowledge& known) {
    return std::any_of(procedure.steps.begin(), procedure.steps.end(), [&](const Step& step) {
        return row_of(procedure, step, known).state != StepState::later;
    });
}

void choose_current(Scene& scene, Checklist& list) {
    if (before_checklist(scene)) return;
    const auto find = [&](const auto& wanted) -> const Step* {
        const auto found = std::find_if(list.rows.begin(), list.rows.end(), wanted);
        return found == list.rows.end() ? nullptr : found->step;
    };
    list.current = find([&](const CheckRow& row) { return row.step == scene.me.chosen; });
    if (list.current != nullptr) return;
    const auto open = [](const CheckRow& row) { return row.state == StepState::open; };
    list.current = find([&](const CheckRow& row) { return open(row) && row.recovery; });
    if (list.current != nullptr) return;
    list.current =
        find([&](const CheckRow& row) { return open(row) && row.step->post == scene.live.post; });
    if (list.current == nullptr) list.current = find(open);
}

/// As the expert sees it: a machine that still starts is waited for, not switched once more.
bool may_be_done(const World& world, const Condition& when) {
    Since since(static_cast<std::size_t>(when.memories), engine::never);
    Time due = engine::never;
    return sim::holds(
        when, [&world](SignalRef signal) { return read(world, signal); }, world.now, since, due);
}

/// Who chose a step and has done it goes on to the next one.
void forget_done(Scene& scene, const Checklist& list) {
    Trainee& me = scene.me;
    for (const CheckRow& row : list.rows) {
        if (row.step != me.chosen) continue;
        const bool open = row.state == StepState::open;
        if (!open && me.chosen_open) me.chosen = nullptr;
        me.chosen_open = open;
        return;
    }
    me.chosen_open = false;
}

}  // namespace

bool is_asked_of_trainee(const Scene& scene, const Step& step) {
    const bool mine = step.post == no_post || holds(scene, step.post);
    return mine && !step.routine && (step.points > 0 || step.critical);
}

Checklist checklist(Scene& scene) {
    const DrillSession& session = *scene.live.session;
    Knowledge known;
    for (const GradeLine& line : grade_now(scene).lines) known.lines.emplace(line.id, &line);
    for (const Step* step : session.grader().open_steps()) known.open.insert(step);
    Checklist list;
    list.title = session.scenario().title.in(scene.reader().language);
    const GradingPlan plan = grading_plan(session.scenario(), scene.live.setup());
    const bool single = std::count_if(plan.procedures.begin(), plan.procedures.end(),
                                      [](const GradedProcedure& graded) {
                                          return graded.kind == GradeKind::step && graded.fault < 0;
                                      }) == 1;
    for (const GradedProcedure& graded : plan.procedures) {
        if (graded.kind != GradeKind::step) continue;
        const bool recovery = graded.fault >= 0;
        if (!recovery && !single && !begun(*graded.procedure, known)) continue;
        add_procedure(scene, *graded.procedure, recovery, known, list);
    }
    const bool faultless =
        std::none_of(plan.procedures.begin(), plan.procedures.end(),
                     [](const GradedProcedure& graded) { return graded.fault >= 0; });
    const bool told = std::any_of(list.rows.begin(), list.rows.end(),
                                  [](const CheckRow& row) { return row.recovery; });
    for (const GradedProcedure& graded : plan.procedures) {
        if ((faultless || told) && graded.kind == GradeKind::objective) {
            add_aims(*graded.procedure, known, list);
        }
    }
    int number = 0;
    for (CheckRow& row : list.rows) {
        row.number = ++number;
        if (row.state == StepState::open && !row.recovery) list.due = std::min(list.due, row.due);
    }
    forget_done(scene, list);
    choose_current(scene, list);
    return list;
}

std::vector<Command> pending(const World& world, const Step& step) {
    std::vector<Command> sentences;
    if (!may_be_done(world, step.when)) return sentences;
    World copy = world;
    for (const Sentence& sentence : step.sentences) {
        Command command = sentence.command;
        if (command.actor == no_post) command.actor = step.post;
        command.author = Seat::trainee;
        command.time = copy.now;
        if (sentence.takes_value) {
            command.has_value = true;
            command.value = read(copy, sentence.value_from);
        }
        const bool named = command.actor != no_post;
        if (named && copy.actors[static_cast<std::size_t>(command.actor)].busy) {
            advance(copy, copy.actors[static_cast<std::size_t>(command.actor)].busy_until);
            command.time = copy.now;
        }
        if (check(copy, command).already) continue;
        sentences.push_back(command);
        if (apply(copy, command) || !named) continue;
        advance(copy, std::max(copy.now,
                               copy.actors[static_cast<std::size_t>(command.actor)].busy_until));
        copy.observations.clear();
        copy.settled = 0;
    }
    return sentences;
}

const Step& carried_by(const Scene& scene, const CheckRow& row) {
    if (!row.step->sentences.empty()) return *row.step;
    const std::vector<Step>& all = row.procedure->steps;
    const auto& open = scene.live.session->grader().open_steps();
    for (const Step* step : open) {
        const bool here = !all.empty() && step >= all.data() && step < all.data() + all.size();
        const bool worthless = step->points == 0 && !step->critical && !step->routine;
        if (here && worthless && step->post == row.step->post) return *step;
    }
    return *row.step;
}

PartId place_of(const std::vector<Command>& sentences) {
    if (sentences.empty()) return no_part;
    const Command& next = sentences.front();
    return next.target != no_part ? next.target : next.object;
}

std::string id_of(const CheckRow& row) {
    return row.procedure->id + "." + row.step->id;
}

}  // namespace sim::seats
