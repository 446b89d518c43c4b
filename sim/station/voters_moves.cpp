// What the staff's sentences do to voters, and how voters go.

#include "sim/station/voters.h"

#include <algorithm>

#include "sim/station/reach.h"

namespace sim {

namespace {

/// Whatever the voter holds goes with them. What lies in the machine stays there and belongs to
/// nobody: as good as carried away until somebody puts it into a box.
void let_go_of_ballot(World& world, Voter& voter) {
    if (voter.ballot == no_ballot) return;
    Sheet& sheet = world.sheets.edit(static_cast<std::size_t>(voter.ballot));
    const bool stuck =
        std::any_of(world.scanners.begin(), world.scanners.end(),
                    [&voter](const Scanner& scanner) { return scanner.stuck == voter.ballot; });
    if (stuck) {
        sheet.place = SheetPlace::box;  // counted, and hanging over the box
    } else if (sheet.place == SheetPlace::issued || sheet.place == SheetPlace::in_path) {
        sheet.place = SheetPlace::carried_away;
        observe_voter(world, Message::voter_carried_away);
    }
    voter.ballot = no_ballot;
}

BallotId take_printed_ballot(World& world, int number) {
    Context about = context(world, terminal_device(world, number));
    return terminal_take_ballot(world.terminals[static_cast<std::size_t>(number)], about);
}

}  // namespace

void leave_hall(World& world, VoterId id, Leaving how) {
    Hall& hall = world.hall;
    const VoterPlace place = hall[id].place;
    const int number = hall[id].terminal;
    if (place == VoterPlace::terminal) {
        Context about = context(world, terminal_device(world, number));
        terminal_voter_left(world.terminals[static_cast<std::size_t>(number)], about);
    }
    move_to(hall, id, VoterPlace::gone, world.now);
    --hall.inside;
    Voter& voter = hall.edit(id);
    switch (how) {
        case Leaving::voted:
            ++hall.counts.voted;
            observe_voter(world, Message::voter_voted);
            break;
        case Leaving::sent_home:
            if (voter.has(voter_flag::identified)) {
                ++hall.counts.left;
            } else {
                ++hall.counts.turned_away;
            }
            break;
        case Leaving::impatient:
            ++hall.counts.left;
            break;
        case Leaving::carries_ballot:
            break;
    }
    if (voter.has(voter_flag::has_receipt)) observe_voter(world, Message::voter_receipt_left);
    let_go_of_ballot(world, voter);
    voter.clear(voter_flag::has_receipt);
}

bool take_ballot_back(World& world, VoterId id) {
    const BallotId ballot = world.hall[id].ballot;
    if (ballot == no_ballot) return false;
    Scanner& scanner = voters_scanner(world, id);
    if (scanner.loose == ballot) {
        scanner.loose = no_ballot;
    } else if (scanner.at_front == ballot) {
        Context about = scanner_context(world, id);
        scanner_take_front(scanner, about);
    }
    const Sheet& sheet = world.sheets[static_cast<std::size_t>(ballot)];
    if (sheet.stuck != no_ballot) {
        world.sheets.edit(static_cast<std::size_t>(sheet.stuck)).place = SheetPlace::unused;
    }
    return sheet.place == SheetPlace::issued && scanner.stuck != ballot;
}

void go_to_list_desk(World& world, VoterId id) {
    observe_voter(world, Message::voter_to_list_desk);
    world.hall.edit(id).set(voter_flag::spoils);
    move_to(world.hall, id, VoterPlace::list_queue, world.now);
}

void lay_ready_ballot(World& world) {
    const VoterId id = world.hall.at_list;
    if (id == no_voter || world.hall[id].has(voter_flag::spoils)) return;
    const PartId pile = world.layout().find("ready_ballots");
    if (pile == no_part || world.part(pile).amount <= 0) return;
    const int own = world.hall[id].terminal;
    if (own >= 0 && terminal_prints_ballots(looking(world, terminal_device(world, own)))) return;
    int number = -1;
    const PartId desk = world.layout().find("desk.ballot");
    if (desk == no_part || next_ballot(world, number) != no_ballot) return;
    Sheet sheet;
    sheet.station = world.setup->station_number;
    const engine::Stream draws{world.setup->seed, static_cast<std::uint32_t>(draws_of(world, id)),
                               static_cast<std::uint32_t>(Purpose::cling)};
    if (world.part(pile).amount > 1 &&
        engine::chance(draws, world.hall[id].ballots, room_value(world, Parameter::ballot_cling),
                       1000)) {
        Sheet blank;
        blank.blank_paper = 1;
        sheet.stuck = static_cast<BallotId>(world.sheets.size());
        world.sheets.push_back(blank);
        --world.edit(pile).amount;
    }
    world.sheets.push_back(sheet);
    world.edit(desk).amount = static_cast<std::int32_t>(world.sheets.size());
    --world.edit(pile).amount;
}

BallotId take_ready_ballot(World& world) {
    const BallotId sheet = ready_ballot(world);
    world.edit(world.layout().find("desk.ballot")).amount = 0;
    return sheet;
}

void hand_ballot(World& world, VoterId id, PostId by) {
    Hall& hall = world.hall;
    int number = -1;
    if (next_ballot(world, number) == no_ballot) return;
    const BallotId sheet =
        number < 0 ? take_ready_ballot(world) : take_printed_ballot(world, number);
    world.sheets.edit(static_cast<std::size_t>(sheet)).place = SheetPlace::issued;
    Voter& voter = hall.edit(id);
    if (voter.has(voter_flag::replacing)) {
        ++hall.counts.replaced;
    } else if (voter.has(voter_flag::receipt_taken)) {
        ++hall.counts.claimed;
    } else {
        ++hall.counts.without_receipt;
        ++world.truth.ballots_without_receipt;
        observe_voter(world, Message::ballot_without_receipt, id, 0, by);
    }
    if (!voter.has(voter_flag::signed_list)) {
        observe_voter(world, Message::ballot_without_signature, id, 0, by);
    }
    voter.clear(voter_flag::replacing);
    voter.ballot = sheet;
    if (voter.ballots == 0) spoil_handed(world, id);
    ++voter.ballots;
    voter.feeds = 0;
    hall.inspected = no_ballot;
    observe_voter(world, Message::ballot_handed, id, 0, by);
    move_to(hall, id, VoterPlace::booth_queue, world.now);
}

}  // namespace sim
