// People in the hall: they come, wait, mark, feed, ask and go.

#include "sim/station/voters.h"

#include <algorithm>

#include "sim/people/voter.h"
#include "sim/station/glue.h"

namespace sim {

namespace {

constexpr Time tries_again_after = 4 * engine::second;  // taking a ballot from the slot; estimate
constexpr Time stays_for_a_word = 30 * engine::minute;  // when told to wait; estimate
constexpr Time looks_again = 5 * engine::minute;        // impatient, but busy just now
constexpr Time at_once = engine::second;                // who does not wait for the light
constexpr int feeds_alone = 3;                          // then the voter asks; an estimate

Hall& hall(World& world) {
    return world.hall;
}

engine::Stream stream(const World& world, VoterId voter, Purpose purpose) {
    return {world.setup->seed, static_cast<std::uint32_t>(draws_of(world, voter)),
            static_cast<std::uint32_t>(purpose)};
}

void set_timer(World& world, VoterId id, VoterTimer timer, Time delay) {
    Voter& voter = hall(world).edit(id);
    ++voter.token;
    world.queue.push(world.now + delay,
                     {EventKind::voter_timer, id, static_cast<std::int32_t>(timer), voter.token});
}

void watch_patience(World& world, VoterId id, Time delay) {
    world.queue.push(world.now + delay, {EventKind::voter_timer, id,
                                         static_cast<std::int32_t>(VoterTimer::patience), 0});
}

Time patience_of(const World& world, VoterId id) {
    return voter_patience(world.setup->seed, draws_of(world, id),
                          room_value(world, Parameter::patience));
}

Conduct conduct_of(const World& world, VoterId id) {
    return conduct(world.setup->seed, draws_of(world, id),
                   share_of(world, Parameter::carry_away_share),
                   world.setup->chance && !world.prelude);
}

Sheet& sheet_of(World& world, BallotId sheet) {
    return world.sheets.edit(static_cast<std::size_t>(sheet));
}

// -- coming

void schedule_arrival(World& world) {
    const auto next = static_cast<std::size_t>(hall(world).next_arrival);
    const std::vector<Arrival>& list = world.setup->arrivals.list;
    if (next < list.size()) {
        world.queue.push(std::max(list[next].time, world.now), {EventKind::arrival, -1, 0, 0});
    }
}

void arrive(World& world) {
    Hall& in = hall(world);
    const auto id = static_cast<VoterId>(in.voters.size());
    ++in.next_arrival;
    ++in.counts.arrived;
    Voter voter;
    voter.since = world.now;
    const bool late = world.now >= world.setup->polls_close;
    if (late && !doors_open(world)) {
        voter.place = VoterPlace::gone;
        in.voters.push_back(voter);
        ++in.counts.turned_away;
        observe_voter(world, Message::voter_late, id);
        return schedule_arrival(world);
    }
    in.voters.push_back(voter);
    in.desk_queue.push_back(id);
    ++in.inside;
    in.counts.longest_queue =
        std::max(in.counts.longest_queue, static_cast<std::int32_t>(in.desk_queue.size()));
    observe_voter(world, Message::voter_arrived, id);
    // Whoever comes before the opening knows when it is.
    const Time early = std::max<Time>(world.setup->polls_open - world.now, 0);
    watch_patience(world, id, early + patience_of(world, id) / 3);
    schedule_arrival(world);
}

// -- waiting

/// Stands about and could as well go home.
bool only_waits(const Voter& voter) {
    switch (voter.place) {
        case VoterPlace::desk_queue:
        case VoterPlace::terminal:
        case VoterPlace::list_queue:
        case VoterPlace::booth_queue:
        case VoterPlace::scanner_queue:
            return true;
        case VoterPlace::list_desk:
            return !voter.has(voter_flag::signing);
        case VoterPlace::scanner:
            return voter.step == ScannerStep::waiting || voter.step == ScannerStep::unsure ||
                   voter.step == ScannerStep::in_scanner;
        default:
            return false;
    }
}

void patience_timer(World& world, VoterId id) {
    const Voter& voter = hall(world)[id];
    if (voter.place == VoterPlace::gone) return;
    if (!only_waits(voter)) return watch_patience(world, id, looks_again);
    if (!voter.has(voter_flag::asked)) {
        hall(world).edit(id).set(voter_flag::asked);
        observe_voter(world, Message::voter_asks, id);
        const Time whole = patience_of(world, id);
        return watch_patience(world, id, whole - whole / 3);
    }
    if (voter.has(voter_flag::told_wait) && !voter.has(voter_flag::patient)) {
        hall(world).edit(id).set(voter_flag::patient);
        return watch_patience(world, id, stays_for_a_word);
    }
    observe_voter(world, Message::voter_left, id);
    leave_hall(world, id, Leaving::impatient);
}

// -- booth

void enter_booth(World& world, VoterId id) {
    move_to(hall(world), id, VoterPlace::booth, world.now);
    const Time mean = room_value(world, Parameter::marking_time);
    set_timer(world, id, VoterTimer::mark,
              around(stream(world, id, Purpose::voter_booth), hall(world)[id].ballots, mean));
}

void marked(World& world, VoterId id) {
    const Voter& voter = hall(world)[id];
    const bool again = voter.has(voter_flag::marks_again);
    const Conduct does = conduct_of(world, id);
    Sheet& sheet = sheet_of(world, voter.ballot);
    const int attempt = again ? 1 : voter.ballots - 1;
    const auto before = sheet.marks;
    sheet.marks =
        draw_marks(world.setup->seed, draws_of(world, id), attempt,
                   static_cast<int>(world.setup->election.candidates.size()), mark_shares(world));
    if (again) darken(sheet, before);
    sheet.skew = static_cast<std::int16_t>(attempt == 0 ? does.skew : 0);
    sheet.folded = attempt == 0 && does.folded ? 1 : 0;
    const bool first = attempt == 0;
    if (first) spoil_marked(world, id);
    hall(world).edit(id).clear(voter_flag::marks_again);
    if (first && does.carries_away) return leave_hall(world, id, Leaving::carries_ballot);
    if (first && does.tears) {
        sheet.torn = 1;
        return go_to_list_desk(world, id);
    }
    move_to(hall(world), id, VoterPlace::scanner_queue, world.now);
}

// -- scanner

void feed(World& world, VoterId id) {
    Scanner& scanner = voters_scanner(world, id);
    Context about = scanner_context(world, id);
    Voter& voter = hall(world).edit(id);
    const bool early = pushes_in(world, id);
    if (!scanner_ready(scanner, about) && !early) {
        voter.step = ScannerStep::waiting;
        return;
    }
    ++voter.feeds;
    voter.step = ScannerStep::in_scanner;
    observe_voter(world, Message::voter_feeds);
    const BallotId stuck = world.sheets[static_cast<std::size_t>(voter.ballot)].stuck;
    scanner_feed(scanner, about, voter.ballot, stuck, true);
}

void become_unsure(World& world, VoterId id) {
    Voter& voter = hall(world).edit(id);
    if (voter.step == ScannerStep::unsure) return;
    voter.step = ScannerStep::unsure;
    ++voter.token;
    observe_voter(world, Message::voter_unsure);
}

void decide(World& world, VoterId id) {
    Scanner& scanner = voters_scanner(world, id);
    if (scanner.path != PathState::needs_review) return;
    Context about = scanner_context(world, id);
    const Conduct does = conduct_of(world, id);
    const bool cast = scanner.reason == ScanReason::blank ? does.casts_blank : does.casts_overvote;
    hall(world).edit(id).step = ScannerStep::in_scanner;
    scanner_review_answer(scanner, about, cast);
}

/// The ballot lies at the slot again, and the voter takes it as the screen asks.
void took_back(World& world, VoterId id) {
    const ScanOutcome outcome = voters_scanner(world, id).last_outcome;
    const ScanReason reason = voters_scanner(world, id).reason;
    if (!take_ballot_back(world, id)) return become_unsure(world, id);
    const Voter& voter = hall(world)[id];
    if (outcome == ScanOutcome::returned && reason == ScanReason::overvote) {
        return go_to_list_desk(world, id);
    }
    if (outcome == ScanOutcome::returned) {
        hall(world).edit(id).set(voter_flag::marks_again);
        return move_to(hall(world), id, VoterPlace::booth_queue, world.now);
    }
    Sheet& sheet = sheet_of(world, voter.ballot);
    if (sheet.torn != 0) return go_to_list_desk(world, id);
    if (!stays_clumsy(world, id)) {
        sheet.folded = 0;
        sheet.skew = static_cast<std::int16_t>(sheet.skew / 4);
    }
    hall(world).edit(id).step = ScannerStep::waiting;
}

/// A sheet that lies at the scanner and belongs to nobody there.
void notice_lost_sheet(World& world, int number) {
    const Scanner& scanner = world.scanners[static_cast<std::size_t>(number)];
    const VoterId id = hall(world).voter_at(number);
    for (const BallotId lies : {scanner.at_front, scanner.loose}) {
        if (lies == no_ballot || (id != no_voter && hall(world)[id].ballot == lies)) continue;
        const Sheet& sheet = world.sheets[static_cast<std::size_t>(lies)];
        if (sheet.test != 0 || sheet.place != SheetPlace::issued) continue;
        sheet_of(world, lies).place = SheetPlace::carried_away;
    }
}

/// What the scanner did with a sheet, as the voter who stands there sees it.
void see_outcome(World& world, VoterId id) {
    const Scanner& scanner = voters_scanner(world, id);
    const Voter& voter = hall(world)[id];
    if (voter.ballot == no_ballot || scanner.last_sheet != voter.ballot) return;
    switch (scanner.last_outcome) {
        case ScanOutcome::accepted:
        case ScanOutcome::accepted_invalid:
            // Counted, but visibly stuck on its way into the box: who knows?
            if (scanner.stuck == voter.ballot || scanner.at_front == voter.ballot) {
                return become_unsure(world, id);
            }
            return leave_hall(world, id, Leaving::voted);
        case ScanOutcome::review:
            hall(world).edit(id).step = ScannerStep::deciding;
            return set_timer(world, id, VoterTimer::decide,
                             around(stream(world, id, Purpose::voter_conduct), 16U + voter.feeds,
                                    room_value(world, Parameter::review_time)));
        case ScanOutcome::returned:
            hall(world).edit(id).step = ScannerStep::returned;
            return set_timer(world, id, VoterTimer::take_back, tries_again_after);
        case ScanOutcome::rejected:
            if (voter.step == ScannerStep::unsure) return;
            if (voter.feeds >= feeds_alone || scanner.front_second != no_ballot) {
                return become_unsure(world, id);
            }
            hall(world).edit(id).step = ScannerStep::returned;
            return set_timer(world, id, VoterTimer::take_back, tries_again_after);
        case ScanOutcome::jammed:
            return become_unsure(world, id);
        default:
            return;
    }
}

/// The front of the queue goes to a scanner that is free, and that takes ballots if any does.
bool takes_next(World& world, int number) {
    const auto takes = [&world](int one) {
        const DeviceId device = world.layout().device_of(DeviceClass::scanner, one);
        return scanner_enabled(world.scanners[static_cast<std::size_t>(one)],
                               context(world, device));
    };
    if (world.scanners.size() == 1 || takes(number)) return true;
    for (int other = 0; other < static_cast<int>(world.scanners.size()); ++other) {
        if (takes(other)) return false;
    }
    return true;
}

void notice_scanner(World& world, int number) {
    Hall& in = hall(world);
    const Scanner& scanner = world.scanners[static_cast<std::size_t>(number)];
    std::uint32_t& seen =
        number == 0 ? in.scanner_seen : in.more_scanners[static_cast<std::size_t>(number - 1)].seen;
    if (seen != scanner.outcomes) {
        seen = scanner.outcomes;
        if (in.voter_at(number) != no_voter) see_outcome(world, in.voter_at(number));
    }
    notice_lost_sheet(world, number);
    if (in.voter_at(number) == no_voter && !in.scanner_queue.empty() && takes_next(world, number)) {
        const VoterId next = in.scanner_queue.front();
        move_to(in, next, VoterPlace::scanner, world.now, number);
        in.edit(next).step = ScannerStep::waiting;
    }
    const VoterId id = in.voter_at(number);
    if (id == no_voter || in[id].step != ScannerStep::waiting) return;
    const bool early = pushes_in(world, id);
    if (!early && !scanner_ready(scanner, scanner_context(world, id))) return;
    if (hands_over(world, id)) {
        in.edit(id).set(voter_flag::held_out);
        observe_voter(world, Message::voter_hands_over);
        return become_unsure(world, id);
    }
    in.edit(id).step = ScannerStep::feeding;
    set_timer(
        world, id, VoterTimer::feed,
        early ? at_once
              : around(stream(world, id, Purpose::voter_feed), in[id].feeds + 16U * in[id].ballots,
                       room_value(world, Parameter::feed_time)));
}

// -- terminals and list desk

void notice_link(World& world, int number) {
    Terminal& terminal = world.terminals[static_cast<std::size_t>(number)];
    const int other = linked_terminal(world, number);
    const bool linked = other >= 0 && terminal_running(terminal) &&
                        terminal_running(world.terminals[static_cast<std::size_t>(other)]);
    const auto peer = static_cast<std::int8_t>(linked ? other : -1);
    if (peer == terminal.peer) return;
    sync_terminal(world, number);  // what the link carried until now
    if (peer >= 0 && peer != terminal.last_peer) {
        terminal.last_peer = peer;
        terminal.peer_read = 0;
    }
    terminal.peer = peer;
}

void notice_terminals(World& world) {
    Hall& in = hall(world);
    const std::size_t count = std::min(world.terminals.size(), terminals_most);
    for (std::size_t i = 0; i < count; ++i) {
        if (!world.perturbations.empty()) {
            Context about = context(world, terminal_device(world, static_cast<int>(i)));
            terminal_notice(world.terminals[i], about);
        }
        notice_link(world, static_cast<int>(i));
        const Terminal& terminal = world.terminals[i];
        if (terminal.identified == in.terminal_identified[i]) continue;
        in.terminal_identified[i] = terminal.identified;
        const VoterId voter = in.at_terminal[i];
        if (voter != no_voter) in.edit(voter).set(voter_flag::identified);
        for (std::size_t k = 0; k < count; ++k) {
            const bool twice = k != i && terminal_knows(world.terminals[k], terminal.log.back());
            if (twice) ++in.counts.identified_twice;
        }
    }
}

void notice_list_desk(World& world) {
    Hall& in = hall(world);
    if (in.at_list == no_voter && !in.list_queue.empty()) {
        const VoterId next = in.list_queue.front();
        move_to(in, next, VoterPlace::list_desk, world.now);
        observe_voter(world, Message::voter_at_list, next);
    }
    lay_ready_ballot(world);
    const std::int64_t booths = in.booth_queue.empty() ? 0 : room_value(world, Parameter::booths);
    while (!in.booth_queue.empty() && in.booths_taken < booths) {
        enter_booth(world, in.booth_queue.front());
    }
}

}  // namespace

void start_voters(World& world) {
    const std::vector<Arrival>& list = world.setup->arrivals.list;
    const auto first = std::find_if(list.begin(), list.end(), [&world](const Arrival& arrival) {
        return arrival.time >= world.now;
    });
    hall(world).next_arrival = static_cast<std::int32_t>(first - list.begin());
    hall(world).skipped_arrivals = hall(world).next_arrival;
    hall(world).voters = {};
    schedule_arrival(world);
}

void voter_event(World& world, const Event& event) {
    if (event.kind == EventKind::arrival) return arrive(world);
    const auto id = static_cast<VoterId>(event.subject);
    const auto timer = static_cast<VoterTimer>(event.value);
    if (timer == VoterTimer::patience) return patience_timer(world, id);
    if (hall(world)[id].token != event.token) return;
    switch (timer) {
        case VoterTimer::sign: {
            Voter& voter = hall(world).edit(id);
            voter.clear(voter_flag::signing);
            voter.set(voter_flag::signed_list);
            ++hall(world).counts.signatures;
            return observe_voter(world, Message::voter_signed, id);
        }
        case VoterTimer::mark:
            return marked(world, id);
        case VoterTimer::feed:
            return feed(world, id);
        case VoterTimer::take_back:
            return took_back(world, id);
        case VoterTimer::decide:
            return decide(world, id);
        case VoterTimer::patience:
            return;
    }
}

void voters_notice(World& world) {
    notice_terminals(world);
    notice_list_desk(world);
    for (int i = 0; i < static_cast<int>(world.scanners.size()); ++i) notice_scanner(world, i);
}

void start_signing(World& world, VoterId id) {
    set_timer(world, id, VoterTimer::sign,
              around(stream(world, id, Purpose::voter_signature), hall(world)[id].ballots,
                     room_value(world, Parameter::signature_time)));
    hall(world).edit(id).set(voter_flag::signing);
}

}  // namespace sim
