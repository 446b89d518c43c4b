// A spare unit takes a device's place: what ailed the device goes with it, what was counted stays,
// for it stands on the media and with the other terminal.

#include "sim/station/glue.h"
#include "sim/station/reach.h"

namespace sim {
namespace {

bool switched_on(const World& world, const DeviceSpec& device) {
    const auto number = static_cast<std::size_t>(device.number);
    switch (device.device_class) {
        case DeviceClass::scanner:
            return world.scanners[number].power != ScannerPower::off;
        case DeviceClass::terminal:
            return world.terminals[number].state != TerminalState::off;
        case DeviceClass::transmitter:
            return world.transmitters[number].state != TransmitterState::off;
        case DeviceClass::power:
        case DeviceClass::room:
            return false;
    }
    return false;
}

void swap_scanner(World& world, Scanner& scanner) {
    Scanner spare;
    scanner_prepare(spare, world.setup->station_number);
    spare.fresh = true;
    spare.mains = scanner.mains;
    spare.polls = scanner.polls == Polls::open ? Polls::paused : scanner.polls;
    spare.mode = scanner.mode;
    spare.tally = scanner.tally;
    spare.test_sheets = scanner.test_sheets;
    spare.paused_count = scanner.tally.ballots;
    spare.times = scanner.times;
    spare.outcomes = scanner.outcomes;
    // The sheets in the old one are taken out with it; a counted one falls into the box.
    spare.at_front = scanner.at_front != no_ballot ? scanner.at_front : scanner.sheet;
    spare.front_second = scanner.at_front != no_ballot ? scanner.front_second : scanner.second;
    spare.stuck = scanner.stuck;
    spare.loose = scanner.loose;
    // Whose sheet was in the path has not been told what becomes of it.
    spare.last_sheet = scanner.sheet == no_ballot ? scanner.last_sheet : no_ballot;
    spare.by_voter = scanner.by_voter;
    spare.choice = scanner.choice;
    spare.path_token = scanner.path_token + 1;
    spare.power_token = scanner.power_token + 1;
    spare.print_token = scanner.print_token + 1;
    scanner = spare;
}

void swap_terminal(World& world, Terminal& terminal, const Context& about) {
    Terminal spare = make_terminal(about, world.setup->voters.size(), world.setup->station_number);
    spare.fresh = true;
    spare.live = terminal.live;
    spare.opened = terminal.opened;
    spare.finished = terminal.finished;
    spare.summary_printed = terminal.summary_printed;
    spare.peer = terminal.peer;
    spare.last_peer = terminal.last_peer;
    spare.peer_read = terminal.peer_read;
    spare.known = std::move(terminal.known);
    spare.log = std::move(terminal.log);
    spare.log_times = std::move(terminal.log_times);
    spare.identified = terminal.identified;
    spare.receipts = terminal.receipts;
    spare.receipts_out = terminal.receipts_out;
    spare.ballots = terminal.ballots;
    spare.clung = terminal.clung;
    spare.ballots_owed = terminal.ballots_owed;
    spare.mouth = std::move(terminal.mouth);
    spare.token = terminal.token + 1;
    spare.changes = terminal.changes + 1;
    spare.battery_token = terminal.battery_token + 1;
    spare.lock_pending = terminal.lock_pending;
    terminal = std::move(spare);
}

void swap_transmitter(Transmitter& unit) {
    Transmitter spare;
    spare.powered = unit.powered;
    spare.joined_early = unit.joined_early;
    spare.tries_total = unit.tries_total;
    spare.token = unit.token + 1;
    unit = spare;
}

}  // namespace

Refusal swap_check(const World& world, const Command& command) {
    const DeviceId id = world.layout()[command.object].device;
    if (id == no_device) return {Message::refused_kind, {command.object}};
    const DeviceSpec& device = world.layout().device(id);
    const bool has_spare = device.device_class == DeviceClass::scanner ||
                           device.device_class == DeviceClass::terminal ||
                           device.device_class == DeviceClass::transmitter;
    if (!has_spare) return {Message::refused_kind, {command.object}};
    if (switched_on(world, device)) return {Message::refused_switched_on, {id}};
    return reach(world, command.object);
}

void swap_effect(World& world, const Command& command) {
    const DeviceId id = world.layout()[command.object].device;
    const DeviceSpec& device = world.layout().device(id);
    const auto number = static_cast<std::size_t>(device.number);
    for (Perturbation& change : world.perturbations) {
        if (change.device == id && change.start <= world.now) {
            change.end = std::min(change.end, world.now);
        }
    }
    if (device.device_class == DeviceClass::scanner) swap_scanner(world, world.scanners[number]);
    if (device.device_class == DeviceClass::terminal) {
        swap_terminal(world, world.terminals[number], context(world, id));
    }
    if (device.device_class == DeviceClass::transmitter) {
        swap_transmitter(world.transmitters[number]);
    }
    ++world.edit(command.object).amount;  // how often it was replaced
    observe(world, Message::swapped, command, command.object);
    refresh_power(world);
}

}  // namespace sim
