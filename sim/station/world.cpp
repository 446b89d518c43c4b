#include "sim/station/world.h"

#include <algorithm>

#include "sim/station/glue.h"
#include "sim/station/verb.h"

namespace sim {

namespace {

/// Items stand where their profile puts them; what holds them knows it.
void place_parts(World& world) {
    const Layout& layout = world.layout();
    std::vector<PartState> states(layout.parts.size());
    for (std::size_t i = 0; i < states.size(); ++i) {
        const PartSpec& spec = layout.parts[i];
        states[i].amount = spec.amount;
        states[i].open = spec.open ? 1 : 0;
        if (spec.kind == PartKind::paper && spec.open) states[i].flags = part_flag::exists;
        if (spec.starts_in == no_part) continue;
        states[i].in = spec.starts_in;
        states[static_cast<std::size_t>(spec.starts_in)].holds = static_cast<PartId>(i);
    }
    world.parts = engine::Blocks<PartState>(std::move(states));
}

void make_devices(World& world) {
    for (const DeviceSpec& device : world.layout().devices) {
        switch (device.device_class) {
            case DeviceClass::scanner:
                world.scanners.emplace_back();
                scanner_prepare(world.scanners.back(), world.setup->station_number);
                break;
            case DeviceClass::terminal: {
                const Context about =
                    context(world, world.layout().device_of(DeviceClass::terminal, device.number));
                world.terminals.push_back(
                    make_terminal(about, world.setup->voters.size(), world.setup->station_number));
                break;
            }
            case DeviceClass::transmitter:
                world.transmitters.emplace_back();
                break;
            case DeviceClass::power:
            case DeviceClass::room:
                break;
        }
    }
}

void device_timer(World& world, const Event& event) {
    const auto id = static_cast<DeviceId>(event.subject);
    const DeviceSpec& device = world.layout().device(id);
    const auto number = static_cast<std::size_t>(device.number);
    Context about = context(world, id);
    switch (device.device_class) {
        case DeviceClass::scanner:
            scanner_timer(world.scanners[number], about, event);
            break;
        case DeviceClass::terminal:
            terminal_timer(world.terminals[number], about, event);
            break;
        case DeviceClass::transmitter:
            transmitter_timer(world.transmitters[number], about, event);
            break;
        case DeviceClass::power:
        case DeviceClass::room:
            break;
    }
}

void tell_device(World& world, const PartSpec& spec, PartId part) {
    const DeviceSpec& device = world.layout().device(spec.device);
    const auto number = static_cast<std::size_t>(device.number);
    Context about = context(world, spec.device);
    const bool is_switch = spec.kind == PartKind::button || spec.kind == PartKind::toggle;
    switch (device.device_class) {
        case DeviceClass::scanner:
            if (is_switch) {
                scanner_pressed(world.scanners[number], about, part);
            } else {
                scanner_part_changed(world.scanners[number], about, part);
            }
            break;
        case DeviceClass::terminal:
            if (is_switch) {
                terminal_pressed(world.terminals[number], about, part);
            } else {
                terminal_part_changed(world.terminals[number], about, part);
            }
            break;
        case DeviceClass::transmitter:
            if (is_switch) {
                transmitter_pressed(world.transmitters[number], about, part);
            } else {
                transmitter_part_changed(world.transmitters[number], about, part);
            }
            break;
        case DeviceClass::power:
            if (is_switch) power_pressed(world.power, about, part);
            break;
        case DeviceClass::room:
            break;
    }
}

void end_action(World& world, const Event& event) {
    Actor& actor = world.actors[static_cast<std::size_t>(event.subject)];
    if (!actor.busy || actor.token != event.token) return;
    actor.busy = false;
    const Command command = actor.doing;
    const Verb& row = verb(command.verb);
    const Refusal refusal = row.check(world, command);
    if (refusal && !refusal.already) {
        // What was possible at the start is so no longer (somebody else was quicker).
        world.observations.push_back({world.now,
                                      Message::failed_meanwhile,
                                      no_device,
                                      command.actor,
                                      {command.object, 0, 0}});
        return;
    }
    if (!refusal) row.effect(world, command);
}

void handle(World& world, const Event& event) {
    switch (event.kind) {
        case EventKind::action_done:
            end_action(world, event);
            break;
        case EventKind::device_timer:
            device_timer(world, event);
            break;
        case EventKind::arrival:
        case EventKind::voter_timer:
            voter_event(world, event);
            break;
        case EventKind::condition_due:
            break;  // the timeline is looked at after every event
        case EventKind::fault_phase:
            refresh_power(world);
            for (std::size_t i = 0; i < world.scanners.size(); ++i) {
                Context about = context(
                    world, world.layout().device_of(DeviceClass::scanner, static_cast<int>(i)));
                scanner_cause_changed(world.scanners[i], about);
            }
            break;
        case EventKind::slip:
            slip_event(world, event);
            break;
        case EventKind::power_check:
            power_event(world, event);
            break;
        case EventKind::centre_reply:
        case EventKind::people:
            result_event(world, event);
            break;
    }
}

void say_all(World& world, const std::vector<Sentence>& sentences) {
    for (const Sentence& sentence : sentences) {
        Command command = sentence.command;
        command.time = world.now;
        command.author = Seat::scenario;
        if (sentence.takes_value) {
            command.has_value = true;
            command.value = read(world, sentence.value_from);
        }
        if (!check(world, command)) verb(command.verb).effect(world, command);
    }
}

/// The drill's own timeline: each trigger acts once, when its condition has come true.
void look_at_triggers(World& world) {
    if (world.prelude) return;
    const auto look = [&world](SignalRef signal) { return read(world, signal); };
    for (std::size_t i = 0; i < world.triggers.size(); ++i) {
        TriggerState& state = world.triggers[i];
        if (state.fired) continue;
        Time due = engine::never;
        const Trigger& trigger = world.setup->triggers[i];
        if (holds(trigger.when, look, world.now, state.since, due)) {
            state.fired = true;
            world.observations.push_back({world.now, Message::triggered, no_device, no_post, {}});
            say_all(world, trigger.then);
        } else if (due != engine::never && due != state.due) {
            state.due = due;
            world.queue.push(due, {EventKind::condition_due, static_cast<std::int16_t>(i), 0, 0});
        }
    }
}

void look_for_the_end(World& world) {
    if (world.finished_at != engine::never || world.prelude) return;
    const auto look = [&world](SignalRef signal) { return read(world, signal); };
    const bool late = world.now >= world.setup->latest_end;
    TriggerState& state = world.ending;
    Time due = engine::never;
    if (late || (!world.setup->finished.empty() &&
                 holds(world.setup->finished, look, world.now, state.since, due))) {
        world.finished_at = world.now;
    } else if (due != engine::never && due != state.due) {
        state.due = due;
        world.queue.push(due, {EventKind::condition_due, -1, 0, 0});
    }
}

/// After every event and command: people and papers notice, the timeline acts.
void settle(World& world) {
    voters_notice(world);
    results_notice(world);
    look_at_triggers(world);
    look_for_the_end(world);
    world.observed += static_cast<std::int64_t>(world.observations.size()) - world.settled;
    world.settled = static_cast<std::int64_t>(world.observations.size());
}

}  // namespace

Context context(World& world, DeviceId device) {
    return {world.now,
            world.queue,
            world.observations,
            world.parts,
            world.sheets,
            world.setup->layout,
            world.perturbations,
            world.truth,
            world.setup->seed,
            world.setup->chance && !world.prelude,
            device};
}

World make_world(std::shared_ptr<const Setup> setup) {
    World world;
    world.setup = std::move(setup);
    world.now = world.setup->start;
    place_parts(world);
    make_devices(world);
    world.triggers.resize(world.setup->triggers.size());
    for (std::size_t i = 0; i < world.triggers.size(); ++i) {
        const auto memories = static_cast<std::size_t>(world.setup->triggers[i].when.memories);
        world.triggers[i].since.assign(memories, engine::never);
    }
    world.ending.since.assign(static_cast<std::size_t>(world.setup->finished.memories),
                              engine::never);
    if (world.scanners.size() > 1) world.hall.more_scanners.resize(world.scanners.size() - 1);
    start_voters(world);
    refresh_power(world);
    world.queue.push(world.setup->latest_end, {EventKind::condition_due, -1, 0, 0});
    for (const Time clock : world.setup->looks) {
        if (clock > world.now) world.queue.push(clock, {EventKind::condition_due, -1, 0, 0});
    }
    settle(world);
    return world;
}

Time next_event(const World& world) {
    return world.queue.empty() ? engine::never : world.queue.top().time;
}

void advance(World& world, Time until) {
    while (!world.queue.empty() && world.queue.top().time <= until) {
        const Queue::Entry entry = world.queue.pop();
        world.now = entry.time;
        handle(world, entry.payload);
        settle(world);
    }
    world.now = std::max(world.now, until);
}

Refusal check(const World& world, const Command& command) {
    const Verb& row = verb(command.verb);
    const bool boss = command.author == Seat::instructor || command.author == Seat::scenario;
    if (row.instructor) {
        if (!boss) return {Message::refused_seat, {}};
        return row.check(world, command);
    }
    if (command.actor == no_post) return {Message::refused_nobody, {}};
    const Actor& actor = world.actors[static_cast<std::size_t>(command.actor)];
    const bool at_any_time = row.name == "stop" || row.name == "hint";
    if (actor.busy && !at_any_time) return {Message::refused_busy, {command.actor}};
    return row.check(world, command);
}

Refusal apply(World& world, const Command& command) {
    ++world.commands;
    const Refusal refusal = check(world, command);
    if (refusal) {
        world.observations.push_back(
            {world.now, refusal.reason, no_device, command.actor, refusal.arguments});
        settle(world);
        return refusal;
    }
    begin(world, command);
    settle(world);
    return {};
}

void begin(World& world, const Command& command) {
    const Verb& row = verb(command.verb);
    const Time duration = row.takes != nullptr ? row.takes(world, command) : row.duration;
    if (row.instructor || duration <= 0) {
        row.effect(world, command);
        return;
    }
    Actor& actor = world.actors[static_cast<std::size_t>(command.actor)];
    actor.busy = true;
    actor.busy_until = world.now + duration;
    actor.doing = command;
    ++actor.token;
    world.queue.push(actor.busy_until, {EventKind::action_done, command.actor, 0, actor.token});
}

std::uint64_t state_hash(const World& world) {
    return engine::hash_of(world) ^ world.setup->digest;
}

void restore_parameter(World& world, DeviceId device, Parameter parameter) {
    for (Perturbation& change : world.perturbations) {
        if (change.device == device && change.parameter == parameter && change.start <= world.now) {
            change.end = std::min(change.end, world.now);
        }
    }
}

void part_changed(World& world, PartId part) {
    const PartSpec& spec = world.layout()[part];
    if (spec.device == no_device) return;
    tell_device(world, spec, part);
    switch (spec.kind) {
        case PartKind::plug:
        case PartKind::inlet:
        case PartKind::outlet:
        case PartKind::toggle:
        case PartKind::button:
            refresh_power(world);
            break;
        default:
            break;
    }
}
void device_power(World& world, DeviceId id, bool live) {
    const DeviceSpec& device = world.layout().device(id);
    const auto number = static_cast<std::size_t>(device.number);
    Context about = context(world, id);
    switch (device.device_class) {
        case DeviceClass::scanner:
            scanner_power(world.scanners[number], about, live);
            break;
        case DeviceClass::terminal:
            terminal_power(world.terminals[number], about, live);
            break;
        case DeviceClass::transmitter:
            transmitter_power(world.transmitters[number], about, live);
            break;
        case DeviceClass::power:
        case DeviceClass::room:
            break;
    }
}

}  // namespace sim
