// The protocol, acts of incident and the log book.

#include <array>
#include <bit>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>

#include "sim/election/protocol.h"
#include "sim/station/reach.h"
#include "sim/station/results.h"

namespace sim {
namespace {

constexpr std::string_view field_prefix = "protocol.";
constexpr std::string_view difference_prefix = "protocol.difference_";
constexpr int signatures_needed = 3;  // chair, secretary and one member at least; estimate
constexpr std::int64_t figure_most = 1'000'000;

std::optional<int> line_of(const World& world, PartId part) {
    const std::string_view name = world.layout()[part].name;
    if (!name.starts_with(field_prefix)) return std::nullopt;
    return protocol_line(name.substr(field_prefix.size()));
}

/// The control sum whose difference a field explains.
std::optional<ControlSum> sum_of(const World& world, PartId part) {
    const std::string_view name = world.layout()[part].name;
    if (!name.starts_with(difference_prefix)) return std::nullopt;
    const std::string_view digits = name.substr(difference_prefix.size());
    int number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    if (number < 1 || number > static_cast<int>(control_sum_count)) return std::nullopt;
    return static_cast<ControlSum>(number - 1);
}

/// At the count only these two may hold a pen [KG29][KG31].
bool holds_pen(const Command& command) {
    return command.actor == static_cast<PostId>(Post::chair) ||
           command.actor == static_cast<PostId>(Post::secretary);
}

/// These are known in the morning; the others only after the polls have closed.
bool known_before(std::string_view name) {
    static constexpr std::array<std::string_view, 4> early{
        "protocol.voters_in_list", "protocol.added", "protocol.received", "protocol.issued_early"};
    for (const std::string_view one : early) {
        if (one == name) return true;
    }
    return false;
}

void set_protocol_paper(World& world) {
    const PartId paper = world.layout().find("protocol");
    if (paper == no_part || !protocol_complete(world.count.written, candidates(world))) return;
    world.edit(paper).flags |= part_flag::exists;
}

using SumDifferences = std::array<std::int64_t, control_sum_count>;

SumDifferences differences(const World& world) {
    SumDifferences all{};
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i] = protocol_difference(world.count, static_cast<ControlSum>(i), candidates(world));
    }
    return all;
}

void set_bit(std::uint8_t& bits, ControlSum sum, bool set) {
    const unsigned bit = 1U << static_cast<unsigned>(sum);
    bits = static_cast<std::uint8_t>(set ? bits | bit : bits & ~bit);
}

/// What was said of a sum counts no longer once a line has changed it.
void withdraw_changed(World& world, const SumDifferences& before) {
    const SumDifferences now = differences(world);
    for (std::size_t i = 0; i < now.size(); ++i) {
        if (now[i] == before[i]) continue;
        const auto sum = static_cast<ControlSum>(i);
        set_bit(world.count.declared, sum, false);
        set_bit(world.count.explained, sum, false);
        const PartId field =
            world.layout().find(std::string(difference_prefix) + std::to_string(i + 1));
        if (field != no_part) world.edit(field).flags &= ~part_flag::exists;
    }
}

}  // namespace

Refusal write_field_check(const World& world, const Command& command) {
    const std::optional<int> line = line_of(world, command.object);
    if (!line) return {Message::refused_kind, {command.object}};
    if (!command.has_value) return {Message::refused_value_needed, {command.object}};
    if (command.value < 0 || command.value > figure_most) {
        return {Message::refused_no_such_value, {command.value}};
    }
    if (protocol_holds(world.count, *line, command.value)) return already(command.object);
    if (!holds_pen(command)) return {Message::refused_pen, {}};
    if (!known_before(world.layout()[command.object].name) && !polls_closed(world)) {
        return {Message::refused_polls_open, {command.object}};
    }
    return {};
}

void write_field_effect(World& world, const Command& command) {
    const std::optional<int> line = line_of(world, command.object);
    if (!line) return;
    const SumDifferences before = differences(world);
    protocol_write(world.count, *line, command.value);
    withdraw_changed(world, before);
    PartState& state = world.edit(command.object);
    state.amount = static_cast<std::int32_t>(command.value);
    state.flags |= part_flag::exists;
    observe(world, Message::written, command, command.object, command.value);
    set_protocol_paper(world);
}

Refusal write_paper_check(const World& world, const Command& command) {
    const std::string& type = world.layout()[command.object].type;
    if (type != "act" && type != "log") return {Message::refused_kind, {command.object}};
    // One act for one kind of incident; further ones go into the act without a kind.
    const bool exists = (world.part(command.object).flags & part_flag::exists) != 0;
    const bool particular = type == "act" && world.layout()[command.object].name != "act";
    if (particular && exists) return already(command.object);
    return {};
}

void write_paper_effect(World& world, const Command& command) {
    PartState& state = world.edit(command.object);
    state.flags |= part_flag::exists;
    ++state.amount;
    if (world.layout()[command.object].type == "log") {
        ++world.count.log_entries;
        observe(world, Message::log_entry, command, command.object);
    } else {
        ++world.count.acts;
        observe(world, Message::act_written, command, command.object);
    }
}

Refusal explain_check(const World& world, const Command& command) {
    const std::optional<ControlSum> sum = sum_of(world, command.object);
    if (!sum) return {Message::refused_kind, {command.object}};
    const auto bit = static_cast<unsigned>(*sum);
    if ((world.count.explained >> bit & 1U) != 0) return already(command.object);
    if (!holds_pen(command)) return {Message::refused_pen, {}};
    if (!protocol_complete(world.count.written, candidates(world))) {
        return {Message::refused_lines_missing, {command.object}};
    }
    if (protocol_difference(world.count, *sum, candidates(world)) == 0) {
        return {Message::refused_no_difference, {command.object}};
    }
    return {};
}

void explain_effect(World& world, const Command& command) {
    const std::optional<ControlSum> sum = sum_of(world, command.object);
    if (!sum) return;
    set_bit(world.count.explained, *sum, true);
    set_bit(world.count.declared, *sum, false);
    PartState& state = world.edit(command.object);
    state.flags |= part_flag::exists;
    state.amount =
        static_cast<std::int32_t>(protocol_difference(world.count, *sum, candidates(world)));
    observe(world, Message::explained, command, command.object);
}

Refusal reconcile_check(const World& world, const Command& command) {
    const std::optional<ControlSum> sum = sum_of(world, command.object);
    if (!sum) return {Message::refused_kind, {command.object}};
    const auto settled = static_cast<unsigned>(world.count.declared | world.count.explained);
    if ((settled >> static_cast<unsigned>(*sum) & 1U) != 0) return already(command.object);
    if (!holds_pen(command)) return {Message::refused_pen, {}};
    if (!protocol_complete(world.count.written, candidates(world))) {
        return {Message::refused_lines_missing, {command.object}};
    }
    return {};
}

void reconcile_effect(World& world, const Command& command) {
    const std::optional<ControlSum> sum = sum_of(world, command.object);
    if (!sum) return;
    set_bit(world.count.declared, *sum, true);
    observe(world, Message::sum_declared, command, command.object);
}

Refusal copy_check(const World& world, const Command& command) {
    const PartState& state = world.part(command.object);
    if ((state.flags & part_flag::exists) == 0) {
        return {Message::refused_not_printed, {command.object}};
    }
    if (world.count.copies > 0 && world.layout()[command.object].name == "protocol") {
        return already(command.object);
    }
    if (std::popcount(state.signatures) < signatures_needed) {
        return {Message::refused_unsigned, {command.object, signatures_needed}};
    }
    if (room_value(world, Parameter::copies_free) == 0) return {Message::refused_no_copies, {}};
    return {};
}

void copy_effect(World& world, const Command& command) {
    const std::int64_t copies = command.has_value && command.value > 0 ? command.value : 5;
    if (world.layout()[command.object].name == "protocol") {
        world.count.copies += static_cast<std::int32_t>(std::min<std::int64_t>(copies, 100));
    }
    observe(world, Message::copies_given, command, command.object, copies);
}

}  // namespace sim
