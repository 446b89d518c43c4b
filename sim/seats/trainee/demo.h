/// "Watch it done": in practice one step is carried out before the trainee's eyes, on a copy of the
/// world, and is as if it had never been. The drill itself stands still meanwhile and knows nothing
/// of it.
#pragma once

#include <memory>
#include <vector>

#include "engine/view/geometry.h"
#include "sim/station/world.h"

namespace sim::seats {

struct Scene;

struct Demo {
    std::unique_ptr<World> world;  ///< what is shown; none: nothing is being shown
    std::vector<Command> sentences;
    std::size_t at = 0;
    bool said = false;      ///< the sentence is being carried out, or was the last one
    double until = 0;       ///< on the clock of Ui::time, when what is seen now has been seen
    double last = 0;        ///< the frame before, on the same clock
    double pace = 1;        ///< simulated seconds a second
    bool frozen = false;    ///< time stood still before it began
    PartId hand = no_part;  ///< what was held before
};

/// Nothing happens in an exam, or where no act does the step.
void start_demo(Scene& scene, std::vector<Command> sentences);
/// Once a frame.
void go_on_showing(Scene& scene);
void stop_demo(Scene& scene);
/// The strip over the room while it is shown. @return its height, 0 when there is none.
float draw_demo(Scene& scene, const engine::view::Rect& rect);

}  // namespace sim::seats
