#include <algorithm>

#include "sim/station/glue.h"
#include "sim/station/signals.h"

namespace sim {
namespace {

constexpr Time try_again = engine::second;
constexpr std::int32_t sentences_most = 256;

/// An event's value: which slip of the fault, and which of its sentences comes next.
std::int32_t packed(std::size_t slip, std::size_t sentence) {
    return static_cast<std::int32_t>(slip) * sentences_most + static_cast<std::int32_t>(sentence);
}

/// Whether the lapse of this injection is still in force: it may have been cleared.
bool lapses(const World& world, const Event& event) {
    return std::any_of(
        world.perturbations.begin(), world.perturbations.end(), [&](const Perturbation& change) {
            return change.injection == static_cast<std::int32_t>(event.token) &&
                   change.parameter == Parameter::attention && change.end > world.now;
        });
}

}  // namespace

void start_slips(World& world, int fault, int injection) {
    const auto& slips = world.setup->faults[static_cast<std::size_t>(fault)].slips;
    std::size_t slip = 0;
    for (const Perturbation& change : world.perturbations) {
        if (change.injection != injection || change.parameter != Parameter::attention) continue;
        if (slip < slips.size()) {
            world.queue.push(change.start,
                             {EventKind::slip, static_cast<std::int16_t>(fault), packed(slip, 0),
                              static_cast<std::uint32_t>(injection)});
        }
        ++slip;
    }
}

void slip_event(World& world, const Event& event) {
    const auto& slips = world.setup->faults[static_cast<std::size_t>(event.subject)].slips;
    const Slip& slip = slips[static_cast<std::size_t>(event.value / sentences_most)];
    const auto at = static_cast<std::size_t>(event.value % sentences_most);
    if (at >= slip.sentences.size() || !lapses(world, event)) return;
    const Sentence& sentence = slip.sentences[at];
    Command command = sentence.command;
    command.time = world.now;
    command.author = Seat::scenario;
    if (command.actor == no_post) command.actor = slip.by;
    if (sentence.takes_value) {
        command.has_value = true;
        command.value = read(world, sentence.value_from);
    }
    Event next = event;
    const Refusal refusal = check(world, command);
    if (refusal && !refusal.already) {
        world.queue.push(world.now + try_again, next);
        return;
    }
    if (!refusal) begin(world, command);
    ++next.value;
    const Actor& actor = world.actors[static_cast<std::size_t>(command.actor)];
    world.queue.push(actor.busy ? actor.busy_until : world.now, next);
}

}  // namespace sim
