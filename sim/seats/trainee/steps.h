/// The checklist as data: what is done, what is to be done now, what comes later, for the posts
/// that the trainee holds. What puts a malfunction right never stands in it unasked.
#pragma once

#include <vector>

#include "sim/seats/trainee/scene.h"

namespace sim::seats {

enum class StepState : std::uint8_t { done, late, open, later };

struct CheckRow {
    const Step* step = nullptr;
    const Procedure* procedure = nullptr;
    StepState state{};
    int number = 0;            ///< within the list
    Time at = engine::never;   ///< when it was done
    Time due = engine::never;  ///< until when it has to be
    bool by_itself = false;    ///< it was so when (or before) it was first asked for
    bool recovery = false;     ///< of a malfunction: shown since it was hinted at
};

struct Checklist {
    std::string title;
    std::vector<CheckRow> rows;
    int done = 0;
    int all = 0;
    Time due = engine::never;         ///< the next deadline among the open ones
    const Step* current = nullptr;    ///< the one that is opened
    std::optional<CheckRow> trouble;  ///< the next step of a recovery, never shown unasked
};

/// Of a post that the trainee holds, and worth points: what the list names, and what a skip stops
/// at.
bool is_asked_of_trainee(const Scene& scene, const Step& step);

Checklist checklist(Scene& scene);

/// The sentences of a step that are not carried out yet, as its post would say them now; none while
/// it has to be waited for. Works on a copy of the world.
std::vector<Command> pending(const World& world, const Step& step);

/// The step whose sentences carry a row out: its own, or where it has none the first open one of
/// the same post and procedure that is worth nothing by itself (which of those comes up is what has
/// to be found out).
const Step& carried_by(const Scene& scene, const CheckRow& row);

/// The part that the next of them is about.
PartId place_of(const std::vector<Command>& sentences);

/// Name of a step, for what is kept about it.
std::string id_of(const CheckRow& row);

}  // namespace sim::seats
