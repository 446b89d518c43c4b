/// Help with a step, in three grades, each written down with what it costs in an exam.
#pragma once

#include "sim/seats/trainee/steps.h"

namespace sim::seats {

enum class HintLevel : std::uint8_t { none, nudge, where, show };

/// Points that a hint costs in an exam.
int cost_of(HintLevel level);
/// "−2 points", "in an exam −2 points".
std::string cost_words(const Scene& scene, HintLevel level);

HintLevel level_of(const Scene& scene, const CheckRow& row);

/// Gives the hint: shows the place, or the sentences one after another.
void give_hint(Scene& scene, const CheckRow& row, HintLevel level);

/// The strip over the plan while sentences are shown. @return its height, 0 when there is none.
float draw_show_me(Scene& scene, const engine::view::Rect& rect);
/// What is shown just now stands in the plan's blue outline, until it is done.
void follow_help(Scene& scene);

/// Points at the field of a screen that is to be touched, or at the button behind which the shown
/// thing is found when it has no place in the picture.
/// After all else was drawn.
void point_help(Scene& scene);

}  // namespace sim::seats
