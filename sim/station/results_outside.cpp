// What leaves the station: packed material, the courier, calls and reports.

#include <bit>
#include <string_view>

#include "sim/station/reach.h"
#include "sim/station/results.h"

namespace sim {
namespace {

constexpr Time courier_time = 45 * engine::minute;  // to the territorial commission; estimate
constexpr Time answer_time = 60 * engine::second;   // where a channel names none; estimate
constexpr int signatures_needed = 3;

/// What EventKind::people is about.
enum PeopleEvent : std::int32_t { channel_answers, courier_arrives };

bool has(const World& world, PartId part, std::uint8_t flag) {
    return (world.part(part).flags & flag) != 0;
}

bool on_paper(const World& world, std::string_view name) {
    const PartId part = world.layout().find(name);
    return part != no_part && has(world, part, part_flag::exists);
}

/// What the support line says first, by what is wrong just now.
Message advice(const World& world) {
    const bool dark = !world.power.mains && world.power.generator != GeneratorState::running;
    if (dark) return Message::advice_power;
    for (const Scanner& scanner : world.scanners) {
        if (scanner.path == PathState::jammed) return Message::advice_jam;
    }
    for (const Transmitter& unit : world.transmitters) {
        if (unit.failure == TransmitterFailure::no_signal ||
            unit.failure == TransmitterFailure::no_network ||
            unit.failure == TransmitterFailure::lost_connection) {
            return Message::advice_signal;
        }
    }
    return Message::advice_card;
}

void answer(World& world, PartId channel) {
    Count& count = world.count;
    if (count.waiting_answer != channel) return;
    count.waiting_answer = -1;
    ++count.answers;
    const bool support = world.layout()[channel].name == "hotline";
    world.observations.push_back({world.now,
                                  support ? advice(world) : Message::call_answered,
                                  no_device,
                                  no_post,
                                  {channel, 0, 0}});
}

void medium_arrives(World& world) {
    if (!world.count.courier_out) return;
    world.count.courier_out = false;
    make_results(world);
    world.observations.push_back({world.now, Message::medium_arrived, no_device, no_post, {}});
    const Verdict verdict =
        centre_receive(world.centre, world.setup->election, world.count.package, world.setup->seed,
                       world.setup->station_number, world.now, true);
    if (verdict != Verdict::accepted) return;
    // The courier comes back with the commission's receipt for it.
    const PartId paper = world.layout().find("acknowledgement");
    if (paper != no_part) world.edit(paper).flags |= part_flag::exists;
    world.observations.push_back({world.now,
                                  Message::centre_acknowledged,
                                  no_device,
                                  no_post,
                                  {machine_tally(world).ballots, 0, 0}});
}

void set_flag(World& world, PartId part, std::uint8_t flag) {
    world.edit(part).flags |= flag;
}

}  // namespace

void people_event(World& world, const Event& event) {
    if (event.value == channel_answers) {
        answer(world, event.subject);
    } else if (event.value == courier_arrives) {
        medium_arrives(world);
    }
}

Refusal pack_check(const World& world, const Command& command) {
    const PartState& state = world.part(command.object);
    if (has(world, command.object, part_flag::packed)) return already(command.object);
    if (!polls_closed(world)) return {Message::refused_polls_open, {command.object}};
    switch (world.layout()[command.object].kind) {
        case PartKind::pile:
            if (!has(world, command.object, part_flag::counted)) {
                return {Message::refused_not_counted, {command.object}};
            }
            break;
        case PartKind::paper:
            if (!has(world, command.object, part_flag::exists)) {
                return {Message::refused_not_printed, {command.object}};
            }
            break;
        default:
            if (state.in != no_part) return {Message::refused_connected, {command.object}};
            break;
    }
    return {};
}

void pack_effect(World& world, const Command& command) {
    set_flag(world, command.object, part_flag::packed);
    observe(world, Message::packed, command, command.object);
}

Refusal deliver_paper_check(const World& world, const Command& command) {
    if (has(world, command.object, part_flag::delivered)) return already(command.object);
    if (!has(world, command.object, part_flag::exists)) {
        return {Message::refused_not_printed, {command.object}};
    }
    const bool protocol = world.layout()[command.object].name == "protocol";
    if (protocol && std::popcount(world.part(command.object).signatures) < signatures_needed) {
        return {Message::refused_unsigned, {command.object, signatures_needed}};
    }
    return {};
}

void deliver_paper_effect(World& world, const Command& command) {
    set_flag(world, command.object, part_flag::delivered);
    observe(world, Message::delivered, command, command.object);
}

Refusal deliver_medium_check(const World& world, const Command& command) {
    if (has(world, command.object, part_flag::delivered)) return already(command.object);
    if (!polls_closed(world)) return {Message::refused_polls_open, {command.object}};
    if (!has(world, command.object, part_flag::packed)) {
        return {Message::refused_not_packed, {command.object}};
    }
    if (!on_paper(world, "act_medium") && !on_paper(world, "act")) {
        return {Message::refused_no_act, {}};
    }
    return {};
}

void deliver_medium_effect(World& world, const Command& command) {
    set_flag(world, command.object, part_flag::delivered);
    world.count.courier_out = true;
    world.queue.push(world.now + courier_time,
                     {EventKind::people, command.object, courier_arrives, 0});
    observe(world, Message::delivered, command, command.object);
}

Refusal call_check(const World& world, const Command& command) {
    if (world.count.waiting_answer == command.object) return already(command.object);
    if (world.count.waiting_answer >= 0) {
        return {Message::refused_not_now, {static_cast<std::int64_t>(world.count.waiting_answer)}};
    }
    return {};
}

void call_effect(World& world, const Command& command) {
    const std::int32_t wait = world.layout()[command.object].amount;
    world.count.waiting_answer = command.object;
    PartState& state = world.edit(command.object);
    state.flags |= part_flag::told;
    world.queue.push(world.now + (wait > 0 ? wait * engine::second : answer_time),
                     {EventKind::people, command.object, channel_answers, 0});
    observe(world, Message::called, command, command.object);
}

Refusal report_figure_check(const World& world, const Command& command) {
    if (!world.layout()[command.object].name.starts_with("turnout.")) {
        return {Message::refused_kind, {command.object}};
    }
    if (has(world, command.object, part_flag::exists)) return already(command.object);
    if (!command.has_value) return {Message::refused_value_needed, {command.object}};
    if (command.value < 0 || command.value > world.setup->voters.size()) {
        return {Message::refused_no_such_value, {command.value}};
    }
    return {};
}

void report_figure_effect(World& world, const Command& command) {
    PartState& state = world.edit(command.object);
    state.amount = static_cast<std::int32_t>(command.value);
    state.flags |= part_flag::exists | part_flag::told;
    world.count.reported_at = static_cast<std::int32_t>(world.now / engine::hour);
    observe(world, Message::turnout_reported, command, command.value);
}

Refusal report_topic_check(const World& world, const Command& command) {
    if (has(world, command.object, part_flag::told)) return already(command.object);
    return {};
}

void report_topic_effect(World& world, const Command& command) {
    set_flag(world, command.object, part_flag::told);
    observe(world, Message::reported, command, command.object);
}

}  // namespace sim
