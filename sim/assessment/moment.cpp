#include "sim/assessment/moment.h"

#include "sim/station/verb.h"

namespace sim {

Since no_times(const Condition& condition) {
    return Since(static_cast<std::size_t>(condition.memories), engine::never);
}

bool true_now(const Condition& condition, const World& world, Since& since) {
    Time due = engine::never;
    return holds(
        condition, [&world](SignalRef signal) { return read(world, signal); }, world.now, since,
        due);
}

bool is_so(const Sentence& sentence, PostId post, const World& world) {
    Command command = sentence.command;
    if (command.actor == no_post) command.actor = post;
    if (sentence.takes_value) {
        command.has_value = true;
        command.value = read(world, sentence.value_from);
    }
    return verb(command.verb).check(world, command).already;
}

}  // namespace sim
