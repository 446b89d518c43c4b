#include "sim/station/results.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "sim/election/tally.h"
#include "sim/station/glue.h"

namespace sim {
namespace {

bool on_paper(const World& world, std::string_view name) {
    const PartId paper = world.layout().find(name);
    return paper != no_part && (world.part(paper).flags & part_flag::exists) != 0;
}

/// Every scanner has closed the polls and printed its tape ("results_tape", "results_tape_2" …).
bool all_taped(const World& world) {
    std::string tape = "results_tape";
    for (std::size_t i = 0; i < world.scanners.size(); ++i) {
        if (i > 0) tape = fmt::format("results_tape_{}", i + 1);
        if (world.scanners[i].polls != Polls::closed || !on_paper(world, tape)) return false;
    }
    return !world.scanners.empty();
}

bool any_open(const World& world) {
    return std::any_of(world.scanners.begin(), world.scanners.end(), [](const Scanner& scanner) {
        return scanner.polls == Polls::open || scanner.polls == Polls::paused;
    });
}

/// Paper for ballots lies in trays and in packs, ready-made ballots in a pile.
bool is_ballot_paper(const PartSpec& part) {
    return part.kind == PartKind::tray || part.type == "blank_sheets" ||
           part.type == "ready_ballots";
}

/// The unit is on the network or on the scanner's lead while people vote: a breach.
void notice_early_network(World& world, std::size_t number) {
    Transmitter& unit = world.transmitters[number];
    if (!unit.joined || unit.joined_early) return;
    if (world.now >= world.setup->polls_close && !any_open(world)) return;
    unit.joined_early = true;
    ++world.truth.network_joined_early;
    const DeviceId device =
        world.layout().device_of(DeviceClass::transmitter, static_cast<int>(number));
    context(world, device).observe(Message::modem_joined_early);
}

void hand_over_package(World& world, std::size_t number) {
    Transmitter& unit = world.transmitters[number];
    if (unit.package || unit.state == TransmitterState::off) return;
    Context about = context(
        world, world.layout().device_of(DeviceClass::transmitter, static_cast<int>(number)));
    const DeviceId source = transmitter_source(about);
    if (source == no_device) return;
    const auto scanner = static_cast<std::size_t>(world.layout().device(source).number);
    if (world.scanners[scanner].power == ScannerPower::running) transmitter_offer(unit, about);
}

/// What stands on the main medium.
std::int32_t medium_number(const World& world) {
    const DeviceId scanner = world.layout().device_of(DeviceClass::scanner, 0);
    const PartId slot = world.layout().device(scanner).part(Role::main_medium_slot);
    return slot == no_part ? 0 : world.part(slot).holds;
}

Message answer_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::none:
        case Verdict::accepted:
            return Message::centre_acknowledged;
        case Verdict::bad_signature:
            return Message::centre_bad_signature;
        case Verdict::bad_content:
            return Message::centre_bad_content;
        case Verdict::wrong_station:
            return Message::centre_wrong_station;
        case Verdict::duplicate:
            return Message::centre_duplicate;
        case Verdict::conflict:
            return Message::centre_conflict;
        case Verdict::not_configured:
            return Message::centre_not_configured;
    }
    return Message::none;
}

void centre_reply(World& world, const Event& event) {
    const auto device = static_cast<DeviceId>(event.subject);
    Context about = context(world, device);
    const Verdict verdict =
        about.value(Parameter::centre_ready) == 0
            ? centre_fails(world.centre)
            : centre_receive(world.centre, world.setup->election, world.count.package,
                             world.setup->seed, world.setup->station_number, world.now, false);
    about.observe(answer_of(verdict), machine_tally(world).ballots);
    Transmitter& unit =
        world.transmitters[static_cast<std::size_t>(world.layout().device(device).number)];
    if (event.token != unit.token) return;  // switched off meanwhile: the answer finds nobody
    const bool accepted = verdict == Verdict::accepted;
    transmitter_reply(unit, about, accepted ? 0 : static_cast<std::uint8_t>(verdict));
}

}  // namespace

int candidates(const World& world) {
    return static_cast<int>(std::min(world.setup->election.candidates.size(), candidates_most));
}

std::int32_t unused_sheets(const World& world) {
    std::int32_t count = sheets_at(world.sheets, SheetPlace::unused);
    const Layout& layout = world.layout();
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        if (is_ballot_paper(layout.parts[i])) count += world.part(static_cast<PartId>(i)).amount;
    }
    return count;
}

std::int32_t received_sheets(const World& world) {
    std::int32_t count = 0;
    for (const PartSpec& part : world.layout().parts) {
        if (is_ballot_paper(part)) count += part.amount;
    }
    return count;
}

std::int32_t issued_ballots(const World& world) {
    return world.hall.counts.issued();
}

ScannerTally machine_tally(const World& world) {
    ScannerTally all;
    for (const Scanner& scanner : world.scanners) {
        if (scanner.mode != ScannerMode::live) continue;
        all.ballots += scanner.tally.ballots;
        all.undervotes += scanner.tally.undervotes;
        all.overvotes += scanner.tally.overvotes;
        for (std::size_t i = 0; i < candidates_most; ++i) all.votes[i] += scanner.tally.votes[i];
    }
    return all;
}

bool polls_closed(const World& world) {
    return world.now >= world.setup->polls_close && !any_open(world);
}

bool results_printed(const World& world) {
    return world.count.package.made();
}

std::int32_t count_difference(const World& world) {
    std::int32_t with_people = 0;
    for (const Voter& voter : world.hall.voters) {
        const bool inside = voter.place != VoterPlace::gone;
        if (inside && voter.ballot != no_ballot) ++with_people;
    }
    const VoterCounts& counts = world.hall.counts;
    const std::int32_t accounted =
        machine_tally(world).ballots + counts.spoiled + counts.emergency + with_people;
    const std::int32_t ballots = issued_ballots(world) - accounted;
    const std::int32_t signatures = counts.claimed - counts.signatures;
    return std::max(ballots, -ballots) + std::max(signatures, -signatures);
}

void make_results(World& world) {
    Count& count = world.count;
    if (count.package.made() || world.scanners.empty()) return;
    const ScannerTally tally = machine_tally(world);
    const Scanner& scanner = world.scanners.front();
    const ResultsData data{world.setup->station_number,
                           tally.votes,
                           tally.undervotes,
                           tally.overvotes,
                           tally.ballots,
                           scanner.times.opened,
                           scanner.times.closed,
                           medium_number(world)};
    count.package = make_package(world.setup->election, data, world.setup->seed);
    count.package_at = world.now;
    world.observations.push_back({world.now, Message::package_made, no_device, no_post, {}});
}

void results_notice(World& world) {
    for (std::size_t i = 0; i < world.transmitters.size(); ++i) notice_early_network(world, i);
    if (!world.count.package.made()) {
        if (all_taped(world)) make_results(world);
        return;
    }
    for (std::size_t i = 0; i < world.transmitters.size(); ++i) hand_over_package(world, i);
}

void result_event(World& world, const Event& event) {
    if (event.kind == EventKind::centre_reply) {
        centre_reply(world, event);
    } else {
        people_event(world, event);
    }
}

}  // namespace sim
