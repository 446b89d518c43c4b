#include <algorithm>

#include "engine/core/translate.h"
#include "sim/faults/injection.h"
#include "sim/station/glue.h"
#include "sim/station/reach.h"
#include "sim/station/signals.h"
#include "sim/station/verb.h"

namespace sim {

namespace {

int fault_of(const World& world, const Command& command) {
    return world.layout()[command.object].index;
}

Refusal inject_check(const World& world, const Command& command) {
    const FaultSpec& fault =
        world.setup->faults[static_cast<std::size_t>(fault_of(world, command))];
    const auto words = read_injection(fault, world.layout(), command.words);
    const auto* mistake = std::get_if<InjectionMistake>(&words);
    if (mistake == nullptr) return {};
    const int index = fault_of(world, command);
    if (mistake->of_value) {
        return {Message::refused_injection_value, {index, mistake->word, mistake->word}};
    }
    if (mistake->word < 0) return {Message::refused_injection_word, {index, index}};
    return {Message::refused_injection_near, {index, mistake->word, index}};
}

void schedule_phases(World& world, const Perturbation& change) {
    const auto subject = static_cast<std::int16_t>(change.fault);
    for (const Time at : {change.start, change.start + change.ramp, change.end}) {
        if (at >= world.now && at != engine::never) {
            world.queue.push(at, {EventKind::fault_phase, subject, change.injection, 0});
        }
    }
}

void inject_effect(World& world, const Command& command) {
    const int index = fault_of(world, command);
    const FaultSpec& fault = world.setup->faults[static_cast<std::size_t>(index)];
    const auto words = read_injection(fault, world.layout(), command.words);
    if (std::holds_alternative<InjectionMistake>(words)) return;
    ++world.injections;
    for (const Perturbation& change :
         perturbations_of(fault, index, std::get<InjectionWords>(words), world.layout(),
                          world.injections, world.now)) {
        world.perturbations.push_back(change);
        schedule_phases(world, change);
    }
    observe(world, Message::injected, command, index);
    start_slips(world, index, world.injections);
    refresh_power(world);
}

bool active(const World& world, int fault) {
    return std::any_of(world.perturbations.begin(), world.perturbations.end(),
                       [&](const Perturbation& change) {
                           return change.fault == fault && change.end > world.now;
                       });
}

Refusal clear_check(const World& world, const Command& command) {
    if (!active(world, fault_of(world, command))) {
        return {Message::refused_not_now, {command.object}, true};
    }
    return {};
}

void end_where(World& world, auto matches) {
    for (Perturbation& change : world.perturbations) {
        if (matches(change)) change.end = std::min(change.end, world.now);
    }
    refresh_power(world);
}

void clear_effect(World& world, const Command& command) {
    const int fault = fault_of(world, command);
    end_where(world, [fault](const Perturbation& change) { return change.fault == fault; });
    observe(world, Message::cleared, command, fault);
}

/// The last injection whose causes are still in force.
int last_injection(const World& world) {
    int last = 0;
    for (const Perturbation& change : world.perturbations) {
        if (change.end > world.now) last = std::max(last, change.injection);
    }
    return last;
}

Refusal undo_check(const World& world, const Command&) {
    if (last_injection(world) == 0) return {Message::refused_not_now, {no_part}, true};
    return {};
}

/// The causes go back, the consequences stay.
void undo_effect(World& world, const Command& command) {
    const int last = last_injection(world);
    std::int16_t fault = -1;
    for (const Perturbation& change : world.perturbations) {
        if (change.injection == last) fault = change.fault;
    }
    end_where(world, [last](const Perturbation& change) { return change.injection == last; });
    observe(world, Message::cleared, command, fault);
}

// -- parameters and readings

Refusal set_check(const World& world, const Command& command) {
    const auto parameter = static_cast<Parameter>(world.layout()[command.object].index);
    if (command.value < spec(parameter).low || command.value > spec(parameter).high) {
        return {Message::refused_parameter_value, {command.object, command.object}};
    }
    return {};
}

void set_effect(World& world, const Command& command) {
    const PartSpec& noun = world.layout()[command.object];
    Perturbation change;
    change.injection = ++world.injections;
    change.parameter = static_cast<Parameter>(noun.index);
    change.device = noun.device;
    change.value = command.value;
    change.start = world.now;
    world.perturbations.push_back(change);
    observe(world, Message::parameter_set, command, command.object, command.value);
    refresh_power(world);
}

SignalRef signal_of(const World& world, const Command& command) {
    const PartSpec& noun = world.layout()[command.object];
    const int unit = noun.device == no_device ? 0 : world.layout().device(noun.device).number;
    return {noun.index, static_cast<std::int16_t>(unit)};
}

Refusal anything(const World&, const Command&) {
    return {};
}

void override_effect(World& world, const Command& command) {
    const SignalRef signal = signal_of(world, command);
    std::erase_if(world.overrides, [&](const Override& lie) { return lie.signal == signal; });
    world.overrides.push_back({signal, command.value});
    observe(world, Message::overridden, command, command.object, command.value);
}

Refusal restore_check(const World& world, const Command& command) {
    const SignalRef signal = signal_of(world, command);
    const bool lies = std::any_of(world.overrides.begin(), world.overrides.end(),
                                  [&](const Override& lie) { return lie.signal == signal; });
    if (!lies) return {Message::refused_not_now, {command.object}, true};
    return {};
}

void restore_effect(World& world, const Command& command) {
    const SignalRef signal = signal_of(world, command);
    std::erase_if(world.overrides, [&](const Override& lie) { return lie.signal == signal; });
    observe(world, Message::override_released, command, command.object);
}

// -- running the drill: recorded, of no effect on the world

void freeze_effect(World& world, const Command& command) {
    observe(world, Message::frozen, command);
}
void go_on_effect(World& world, const Command& command) {
    observe(world, Message::resumed, command);
}
void rate_effect(World& world, const Command& command) {
    observe(world, Message::rate_set, command, command.value);
}
void message_effect(World& world, const Command& command) {
    observe(world, Message::instructor_message, command);
}
void note_effect(World& world, const Command& command) {
    observe(world, Message::note, command);
}
void bookmark_effect(World& world, const Command& command) {
    observe(world, Message::bookmark, command);
}
void assign_effect(World& world, const Command& command) {
    observe(world, Message::post_assigned, command, world.layout()[command.object].index);
}

Refusal stop_check(const World& world, const Command& command) {
    if (!world.actors[static_cast<std::size_t>(command.actor)].busy) {
        return {Message::refused_not_now, {no_part}, true};
    }
    return {};
}

void stop_effect(World& world, const Command& command) {
    Actor& actor = world.actors[static_cast<std::size_t>(command.actor)];
    actor.busy = false;
    ++actor.token;
    actor.busy_until = world.now;
}

// A trainee's own wish for help: what it costs stands in the value, and is kept at the post.

constexpr std::int64_t most_points = 20;

Refusal hint_check(const World&, const Command& command) {
    if (command.value < 0 || command.value > most_points) {
        return {Message::refused_no_such_value, {command.value}};
    }
    return {};
}

void hint_effect(World& world, const Command& command) {
    world.edit(command.object).amount += static_cast<std::int32_t>(command.value);
    observe(world, Message::note, command);
}

constexpr Kinds fault_kind{PartKind::fault};
constexpr Kinds parameter_kind{PartKind::parameter};
constexpr Kinds signal_kind{PartKind::signal};

constexpr Verb instructor_row(std::string_view name, Kinds object, Use value, Use words,
                              const char* help, VerbCheck check, VerbEffect effect) {
    return {name, object, {}, Use::none, value, words, 0, true, help, check, effect};
}

constexpr Verb table[] = {
    instructor_row(
        "inject", fault_kind, Use::none, Use::optional,
        N_("Inject a malfunction; NAME=VALUE changes a cause, delay, ramp, duration or device"),
        inject_check, inject_effect),
    instructor_row("clear", fault_kind, Use::none, Use::none, N_("End the causes of a malfunction"),
                   clear_check, clear_effect),
    instructor_row("undo", {}, Use::none, Use::none,
                   N_("End the causes of the last injection; the consequences stay"), undo_check,
                   undo_effect),
    instructor_row("set", parameter_kind, Use::required, Use::none, N_("Set a physical parameter"),
                   set_check, set_effect),
    instructor_row("override", signal_kind, Use::required, Use::none,
                   N_("Make a reading lie; the model beneath stays true"), anything,
                   override_effect),
    instructor_row("restore", signal_kind, Use::none, Use::none,
                   N_("Let a reading tell the truth again"), restore_check, restore_effect),
    instructor_row("freeze", {}, Use::none, Use::none, N_("Stop simulated time"), anything,
                   freeze_effect),
    instructor_row("go_on", {}, Use::none, Use::none, N_("Let simulated time go on"), anything,
                   go_on_effect),
    instructor_row("rate", {}, Use::required, Use::none,
                   N_("Let simulated time run so many times faster"), anything, rate_effect),
    instructor_row("message", {}, Use::none, Use::required, N_("Send words to the trainee"),
                   anything, message_effect),
    instructor_row("note", {}, Use::none, Use::required, N_("Write a note for the debrief"),
                   anything, note_effect),
    instructor_row("bookmark", {}, Use::none, Use::optional, N_("Mark this moment"), anything,
                   bookmark_effect),
    instructor_row("assign", Kinds{PartKind::post}, Use::none, Use::required,
                   N_("Give a post to the trainee or to the expert"), anything, assign_effect),
    verb_row("stop", {}, 0, N_("Break off what one is doing"), stop_check, stop_effect),
    {"hint",
     Kinds{PartKind::post},
     {},
     Use::none,
     Use::required,
     Use::optional,
     0,
     false,
     N_("Take a hint; the number is what it costs"),
     hint_check,
     hint_effect},
};

}  // namespace

std::span<const Verb> instructor_verbs() {
    return table;
}

}  // namespace sim
