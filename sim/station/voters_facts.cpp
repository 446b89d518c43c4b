// What is known about voters, terminals and sheets.

#include "sim/people/voter.h"
#include "sim/station/reach.h"
#include "sim/station/voters.h"

namespace sim {

DeviceId terminal_device(const World& world, int number) {
    return world.layout().device_of(DeviceClass::terminal, number);
}

Scanner& voters_scanner(World& world, VoterId voter) {
    return world.scanners[static_cast<std::size_t>(world.hall.scanner_of(voter))];
}
const Scanner& voters_scanner(const World& world, VoterId voter) {
    return world.scanners[static_cast<std::size_t>(world.hall.scanner_of(voter))];
}

Context scanner_context(World& world, VoterId voter) {
    const int number = world.hall.scanner_of(voter);
    return context(world, world.layout().device_of(DeviceClass::scanner, number));
}
Context looking_at_scanner(const World& world, VoterId voter) {
    const int number = world.hall.scanner_of(voter);
    return looking(world, world.layout().device_of(DeviceClass::scanner, number));
}

BallotId ready_ballot(const World& world) {
    const PartId desk = world.layout().find("desk.ballot");
    return desk == no_part || world.part(desk).amount <= 0
               ? no_ballot
               : static_cast<BallotId>(world.part(desk).amount - 1);
}

std::int32_t identified(const World& world) {
    std::int32_t sum = 0;
    for (const Terminal& terminal : world.terminals) sum += terminal.identified;
    return sum;
}

std::int32_t receipts(const World& world) {
    std::int32_t sum = 0;
    for (const Terminal& terminal : world.terminals) sum += terminal.receipts;
    return sum;
}

std::int32_t ballots_ready(const World& world) {
    std::int32_t sum = 0;
    for (const Terminal& terminal : world.terminals) {
        sum += static_cast<std::int32_t>(terminal.mouth.size());
    }
    return sum + (ready_ballot(world) != no_ballot ? 1 : 0);
}

BallotId next_ballot(const World& world, int& terminal) {
    const VoterId voter = world.hall.at_list;
    const int own = voter == no_voter ? -1 : world.hall[voter].terminal;
    const auto lies_at = [&world](int number) {
        return !world.terminals[static_cast<std::size_t>(number)].mouth.empty();
    };
    terminal = -1;
    if (own >= 0 && lies_at(own)) terminal = own;
    const BallotId ready = ready_ballot(world);
    if (terminal < 0 && ready != no_ballot) return ready;
    for (int i = 0; terminal < 0 && i < static_cast<int>(world.terminals.size()); ++i) {
        if (lies_at(i)) terminal = i;
    }
    if (terminal < 0) return no_ballot;
    return world.terminals[static_cast<std::size_t>(terminal)].mouth.front();
}

VoterId draws_of(const World& world, VoterId voter) {
    return static_cast<VoterId>(voter + world.hall.skipped_arrivals);
}

const Arrival& arrival_of(const World& world, VoterId voter) {
    return world.setup->arrivals.list[static_cast<std::size_t>(draws_of(world, voter))];
}

Presented present(const World& world, VoterId voter, DeviceId terminal) {
    const Context about = looking(world, terminal);
    const Arrival& arrival = arrival_of(world, voter);
    const VoterId draws = draws_of(world, voter);
    Presented document;
    document.listed = arrival.entry;
    document.entry = arrival.entry;
    const bool missing =
        engine::chance(about.stream(Purpose::voter_document, static_cast<std::uint32_t>(draws)), 7,
                       about.value(Parameter::register_missing), 1000);
    if (missing) document.entry = -1;
    const int unit = world.layout().device(terminal).number;
    if (world.terminals[static_cast<std::size_t>(unit)].register_wrong ||
        about.value(Parameter::register_region) != 0) {
        document.entry = -1;
        document.listed = -1;
    }
    document.marked =
        engine::chance(about.stream(Purpose::voter_document, static_cast<std::uint32_t>(draws)), 11,
                       about.value(Parameter::already_marked), 1000);
    document.no_template =
        engine::chance(about.stream(Purpose::voter_finger, static_cast<std::uint32_t>(draws)), 3000,
                       about.value(Parameter::template_missing), 1000);
    document.readability =
        static_cast<std::int16_t>(document_readability(about.seed, draws, about.chance));
    return document;
}

int finger_of(const World& world, VoterId voter, int finger) {
    const Arrival& arrival = arrival_of(world, voter);
    const Register& voters = world.setup->voters;
    FingerTraits traits;
    traits.chance = world.setup->chance && !world.prelude;
    if (arrival.entry >= 0 && arrival.entry < voters.size()) {
        traits.age = voters.age(arrival.entry);
        const RegisterEntry& entry = voters.entries[static_cast<std::size_t>(arrival.entry)];
        traits.manual_worker = entry.manual_worker != 0;
    }
    return finger_quality(world.setup->seed, draws_of(world, voter), finger, traits);
}

int face_of(const World& world, VoterId voter) {
    const bool chance = world.setup->chance && !world.prelude;
    return face_likeness(world.setup->seed, draws_of(world, voter), chance);
}

bool eligible(const World& world, VoterId voter) {
    const Arrival& arrival = arrival_of(world, voter);
    if (arrival.entry < 0 || arrival.visit == Visit::late) return false;
    for (const Terminal& terminal : world.terminals) {
        if (terminal_knows(terminal, arrival.entry)) return false;
    }
    return true;
}

bool doors_open(const World& world) {
    const PartId door = world.layout().find("entrance_door");
    return door == no_part || world.part(door).open != 0;
}

namespace {

/// The port at the other end of the lead in this one; no_part for none.
PartId far_port(const World& world, PartId port) {
    const PartId plug = port == no_part ? no_part : world.part(port).holds;
    const PartId other_plug = plug == no_part ? no_part : world.layout()[plug].other_end;
    return other_plug == no_part ? no_part : world.part(other_plug).in;
}

/// The terminals that are joined to the same hub as this port of it.
void add_neighbours(const World& world, PartId hub_port, std::vector<int>& numbers) {
    const PartSpec& port = world.layout()[hub_port];
    const DeviceSpec& device = world.layout().device(port.device);
    for (std::size_t i = 0; i < world.layout().parts.size(); ++i) {
        const auto other = static_cast<PartId>(i);
        const PartSpec& spec = world.layout()[other];
        const bool same_hub = spec.device == port.device && spec.type == port.type &&
                              spec.kind == PartKind::port && other != hub_port;
        if (!same_hub || device.device_class != DeviceClass::room) continue;
        const PartId far = far_port(world, other);
        const int number = far == no_part ? -1 : number_of(world, far, DeviceClass::terminal);
        if (number >= 0) numbers.push_back(number);
    }
}

}  // namespace

int linked_terminal(const World& world, int number) {
    const DeviceId device = terminal_device(world, number);
    const PartId far = far_port(world, world.layout().device(device).part(Role::peer_port));
    const int other = far == no_part ? -1 : number_of(world, far, DeviceClass::terminal);
    if (other >= 0 || far == no_part) return other;
    const std::vector<int> others = linked_terminals(world, number);
    return others.empty() ? -1 : others.front();
}

std::vector<int> linked_terminals(const World& world, int number) {
    std::vector<int> numbers;
    const DeviceId device = terminal_device(world, number);
    const PartId far = far_port(world, world.layout().device(device).part(Role::peer_port));
    if (far == no_part) return numbers;
    const int other = number_of(world, far, DeviceClass::terminal);
    if (other >= 0) {
        numbers.push_back(other);
    } else if (world.layout()[far].type == "hub") {
        add_neighbours(world, far, numbers);
    }
    return numbers;
}

void sync_terminal(World& world, int number) {
    Terminal& terminal = world.terminals[static_cast<std::size_t>(number)];
    if (terminal.peer < 0) return;
    const Context about = context(world, terminal_device(world, number));
    terminal_sync(terminal, about, world.terminals[static_cast<std::size_t>(terminal.peer)]);
    if (world.terminals.size() <= 2) return;
    for (const int other : linked_terminals(world, number)) {
        const Terminal& peer = world.terminals[static_cast<std::size_t>(other)];
        if (other != terminal.peer && terminal_running(peer)) terminal_hear(terminal, about, peer);
    }
}

}  // namespace sim
