// Identification, hand-over at the list desk, speech with voters.

#include <algorithm>
#include <tuple>

#include "engine/core/translate.h"
#include "sim/people/voter.h"
#include "sim/station/glue.h"
#include "sim/station/reach.h"
#include "sim/station/verb.h"
#include "sim/station/voters.h"

namespace sim {

namespace {

using engine::second;

constexpr std::int32_t tray_capacity = 500;    // estimate
constexpr std::int16_t contrast_needed = 400;  // see parameter print_contrast

bool named(const World& world, PartId part, std::string_view name) {
    return world.layout()[part].name == name;
}

/// The terminal a part belongs to, -1 for none.
int terminal_of(const World& world, PartId part) {
    return number_of(world, part, DeviceClass::terminal);
}

/// Who stands at the place that a person's part names.
VoterId who(const World& world, PartId part) {
    const int number = terminal_of(world, part);
    if (number >= 0) return world.hall.at_terminal[static_cast<std::size_t>(number)];
    if (named(world, part, "desk.voter")) return world.hall.at_list;
    if (named(world, part, "scanner.voter")) return world.hall.at_scanner;
    return no_voter;
}

Refusal nobody(PartId part) {
    return {Message::refused_no_voter, {part}};
}

void note(World& world, Message message, const Command& command, std::int64_t a = 0) {
    observe_voter(world, message, a, 0, command.actor);
}

// -- call and send

/// Calls that others have begun before this one: each takes a voter out of the queue first.
std::size_t calls_before(const World& world, const Command& command) {
    std::size_t calls = 0;
    for (std::size_t i = 0; i < world.actors.size(); ++i) {
        const Actor& other = world.actors[i];
        const auto post = static_cast<PostId>(i);
        if (!other.busy || post == command.actor || other.doing.verb != command.verb) continue;
        calls +=
            std::tuple(other.doing.time, post) < std::tuple(command.time, command.actor) ? 1 : 0;
    }
    return calls;
}

Refusal call_check(const World& world, const Command& command) {
    const int number = terminal_of(world, command.object);
    if (number < 0) return {Message::refused_kind, {command.object}};
    if (who(world, command.object) != no_voter) {
        return {Message::refused_occupied, {command.object}, true};
    }
    if (world.hall.desk_queue.size() <= calls_before(world, command)) return nobody(command.object);
    if (!doors_open(world)) {
        return {Message::refused_door_shut, {world.layout().find("entrance_door")}};
    }
    return {};
}

void call_effect(World& world, const Command& command) {
    Hall& hall = world.hall;
    const VoterId voter = hall.desk_queue.front();
    const Time since = std::max(hall[voter].since, world.setup->polls_open);
    const Time waited = std::max<Time>(world.now - since, 0);
    ++hall.counts.waits;
    hall.counts.waited += waited;
    hall.counts.longest_wait = std::max(hall.counts.longest_wait, waited);
    move_to(hall, voter, VoterPlace::terminal, world.now, terminal_of(world, command.object));
    observe_voter(world, Message::voter_called, voter, command.object, command.actor);
}

bool at_scanner(const World& world, PartId person) {
    return named(world, person, "scanner.voter");
}

PartId emergency_bin(const World& world) {
    const DeviceId scanner = world.layout().device_of(DeviceClass::scanner, 0);
    return scanner == no_device ? no_part
                                : world.layout().device(scanner).part(Role::emergency_bin);
}

/// Whether the voter at the scanner has the ballot, or it lies where it can be taken.
Refusal ballot_at_hand(const World& world, VoterId id, PartId person) {
    const Voter& voter = world.hall[id];
    const bool busy = voter.step == ScannerStep::in_scanner || voter.step == ScannerStep::deciding;
    if (voter.ballot == no_ballot || busy) return {Message::refused_voter_busy, {person}};
    const Sheet& sheet = world.sheets[static_cast<std::size_t>(voter.ballot)];
    const Scanner& scanner = voters_scanner(world);
    const bool lies = scanner.at_front == voter.ballot || scanner.loose == voter.ballot;
    if (sheet.place != SheetPlace::issued && !lies) {
        return {Message::refused_voter_busy, {person}};
    }
    return {};
}

Refusal send_check(const World& world, const Command& command) {
    const VoterId id = who(world, command.object);
    if (id == no_voter) return nobody(command.object);
    if (named(world, command.target, "home")) return {};
    if (!at_scanner(world, command.object)) {
        return {Message::refused_target, {command.object, command.target}};
    }
    if (named(world, command.target, "emergency")) {
        const PartId bin = emergency_bin(world);
        if (bin == no_part) return {Message::refused_target, {command.object, command.target}};
        if (const Refusal shut = reach(world, bin)) return shut;
        return ballot_at_hand(world, id, command.object);
    }
    if (named(world, command.target, "list_desk")) {
        return ballot_at_hand(world, id, command.object);
    }
    return {Message::refused_target, {command.object, command.target}};
}

void send_home(World& world, VoterId id, PostId by) {
    const Voter& voter = world.hall[id];
    if (!voter.has(voter_flag::identified) && eligible(world, id)) {
        ++world.truth.sent_home_eligible;
    }
    observe_voter(world, Message::voter_sent_home, id, 0, by);
    leave_hall(world, id, Leaving::sent_home);
}

void into_emergency_bin(World& world, VoterId id) {
    if (!take_ballot_back(world, id)) return;
    Voter& voter = world.hall.edit(id);
    world.sheets.edit(static_cast<std::size_t>(voter.ballot)).place = SheetPlace::emergency_bin;
    voter.ballot = no_ballot;
    voter.set(voter_flag::in_emergency);
    ++world.hall.counts.emergency;
    ++world.edit(emergency_bin(world)).amount;
    observe_voter(world, Message::voter_emergency);
    leave_hall(world, id, Leaving::voted);
}

void send_effect(World& world, const Command& command) {
    const VoterId id = who(world, command.object);
    if (named(world, command.target, "home")) return send_home(world, id, command.actor);
    if (named(world, command.target, "emergency")) return into_emergency_bin(world, id);
    if (take_ballot_back(world, id)) go_to_list_desk(world, id);
}

// -- the terminal's readers

Refusal scan_check(const World& world, const Command& command) {
    const int number = terminal_of(world, command.object);
    if (number < 0) return {Message::refused_kind, {command.object}};
    const PartSpec& spec = world.layout()[command.object];
    const VoterId id = world.hall.at_terminal[static_cast<std::size_t>(number)];
    if (id == no_voter) return nobody(world.layout().device(spec.device).part(Role::voter));
    const Terminal& terminal = world.terminals[static_cast<std::size_t>(number)];
    const Context about = looking(world, spec.device);
    switch (spec.role) {
        case Role::document_reader:
            if (world.hall[id].has(voter_flag::identified)) return already(command.object);
            return terminal_document_check(terminal, about);
        case Role::finger_sensor:
            if (command.has_value && (command.value < 1 || command.value > fingers_shown)) {
                return {Message::refused_no_such_value, {command.value}};
            }
            return terminal_finger_check(terminal, about);
        case Role::camera:
            return terminal_face_check(terminal, about);
        default:
            return {Message::refused_kind, {command.object}};
    }
}

/// The finger named, or the next one that was not tried.
int finger_to_try(const Terminal& terminal, const Command& command) {
    if (command.has_value) return static_cast<int>(command.value) - 1;
    for (int finger = 0; finger < fingers_shown; ++finger) {
        if ((terminal.fingers >> static_cast<unsigned>(finger) & 1U) == 0) return finger;
    }
    return 0;
}

void scan_effect(World& world, const Command& command) {
    const int number = terminal_of(world, command.object);
    const PartSpec& spec = world.layout()[command.object];
    const VoterId id = world.hall.at_terminal[static_cast<std::size_t>(number)];
    Terminal& terminal = world.terminals[static_cast<std::size_t>(number)];
    Context about = context(world, spec.device);
    if (spec.role == Role::document_reader) {
        sync_terminal(world, number);
        return terminal_scan_document(terminal, about, present(world, id, spec.device));
    }
    if (spec.role == Role::camera) return terminal_scan_face(terminal, about, face_of(world, id));
    const int finger = finger_to_try(terminal, command);
    terminal_scan_finger(terminal, about, finger, finger_of(world, id, finger));
}

// -- papers from hand to hand

Refusal hand_receipt_check(const World& world, const Command& command) {
    const int number = terminal_of(world, command.object);
    if (terminal_of(world, command.target) != number) {
        return {Message::refused_target, {command.object, command.target}};
    }
    const VoterId id = who(world, command.target);
    if (world.terminals[static_cast<std::size_t>(number)].receipts_out == 0) {
        return {Message::refused_no_receipt_out, {command.object}, id == no_voter};
    }
    if (id == no_voter) return nobody(command.target);
    if (!world.hall[id].has(voter_flag::identified)) {
        return {Message::refused_voter_busy, {command.target}};
    }
    return {};
}

void hand_receipt_effect(World& world, const Command& command) {
    const int number = terminal_of(world, command.object);
    const VoterId id = who(world, command.target);
    Context about = context(world, terminal_device(world, number));
    terminal_receipt_taken(world.terminals[static_cast<std::size_t>(number)], about);
    world.hall.edit(id).set(voter_flag::has_receipt);
    note(world, Message::voter_has_receipt, command, id);
    move_to(world.hall, id, VoterPlace::list_queue, world.now);
}

Refusal at_list_desk(const World& world, PartId person) {
    if (!named(world, person, "desk.voter")) return {Message::refused_kind, {person}};
    return world.hall.at_list == no_voter ? nobody(person) : Refusal{};
}

/// What any hand-over of a ballot needs: somebody at the list desk and a ballot.
Refusal ballot_check(const World& world, const Command& command) {
    if (!named(world, command.object, "desk.ballot")) {
        return {Message::refused_kind, {command.object}};
    }
    if (const Refusal none = at_list_desk(world, command.target)) return none;
    int number = -1;
    if (next_ballot(world, number) == no_ballot) return {Message::refused_no_ballot_here, {}};
    const Voter& voter = world.hall[world.hall.at_list];
    if (voter.has(voter_flag::spoils)) return {Message::refused_voter_busy, {command.target}};
    return {};
}

Refusal hand_check(const World& world, const Command& command) {
    if (terminal_of(world, command.object) >= 0) return hand_receipt_check(world, command);
    if (const Refusal refusal = ballot_check(world, command)) return refusal;
    const Voter& voter = world.hall[world.hall.at_list];
    if (voter.has(voter_flag::replacing)) return {};
    if (!voter.has(voter_flag::receipt_taken)) return {Message::refused_needs_receipt, {}};
    if (!voter.has(voter_flag::signed_list)) return {Message::refused_needs_signature, {}};
    return {};
}

void hand_effect(World& world, const Command& command) {
    if (terminal_of(world, command.object) >= 0) return hand_receipt_effect(world, command);
    hand_ballot(world, world.hall.at_list, command.actor);
}

void issue_effect(World& world, const Command& command) {
    hand_ballot(world, world.hall.at_list, command.actor);
}

Refusal take_check(const World& world, const Command& command) {
    if (!named(world, command.object, "desk.receipt")) {
        return {Message::refused_kind, {command.object}};
    }
    if (world.hall.at_list == no_voter) return nobody(world.layout().find("desk.voter"));
    const Voter& voter = world.hall[world.hall.at_list];
    if (voter.has(voter_flag::receipt_taken)) return already(command.object);
    if (!voter.has(voter_flag::has_receipt)) return {Message::refused_not_here, {command.object}};
    return {};
}

void take_effect(World& world, const Command& command) {
    const VoterId id = world.hall.at_list;
    Voter& voter = world.hall.edit(id);
    voter.clear(voter_flag::has_receipt);
    voter.set(voter_flag::receipt_taken);
    ++world.hall.counts.receipts_taken;
    note(world, Message::receipt_taken, command, id);
}

Refusal ask_check(const World& world, const Command& command) {
    if (!named(world, command.target, "signature")) {
        return {Message::refused_target, {command.object, command.target}};
    }
    if (const Refusal none = at_list_desk(world, command.object)) return none;
    const Voter& voter = world.hall[world.hall.at_list];
    const bool done = voter.has(voter_flag::signed_list) || voter.has(voter_flag::signing);
    if (done) return already(command.target);
    return {};
}

void ask_effect(World& world, const Command&) {
    start_signing(world, world.hall.at_list);
}

Refusal lies_ready(const World& world, PartId part) {
    if (!named(world, part, "desk.ballot")) return {Message::refused_kind, {part}};
    int number = -1;
    if (next_ballot(world, number) == no_ballot) return {Message::refused_no_ballot_here, {}};
    return {};
}

Refusal inspect_check(const World& world, const Command& command) {
    if (const Refusal none = lies_ready(world, command.object)) return none;
    int number = -1;
    if (next_ballot(world, number) == world.hall.inspected) return already(command.object);
    return {};
}

void inspect_effect(World& world, const Command& command) {
    int number = -1;
    world.hall.inspected = next_ballot(world, number);
    const Sheet& sheet = world.sheets[static_cast<std::size_t>(world.hall.inspected)];
    const bool good = sheet.contrast >= contrast_needed;
    note(world, good ? Message::ballot_inspected : Message::ballot_misprinted, command);
}

Refusal discard_check(const World& world, const Command& command) {
    return lies_ready(world, command.object);
}

/// It stays among the unused sheets, and its terminal owes another.
void discard_effect(World& world, const Command& command) {
    int number = -1;
    next_ballot(world, number);
    Terminal& terminal = world.terminals[static_cast<std::size_t>(number)];
    Context about = context(world, terminal_device(world, number));
    terminal_take_ballot(terminal, about);
    terminal_owe_ballot(terminal, about);
    ++world.hall.counts.discarded;
    world.hall.inspected = no_ballot;
    note(world, Message::ballot_discarded, command);
}

Refusal replace_check(const World& world, const Command& command) {
    if (!named(world, command.object, "desk.ballot")) {
        return {Message::refused_kind, {command.object}};
    }
    if (const Refusal none = at_list_desk(world, command.target)) return none;
    const Voter& voter = world.hall[world.hall.at_list];
    if (voter.has(voter_flag::replacing)) return already(command.object);
    if (voter.ballot == no_ballot) return {Message::refused_no_spoiled, {}};
    return {};
}

/// Some terminal that runs, the voter's own if it does: there the new ballot is printed.
int printing_terminal(const World& world, VoterId id) {
    const int own = world.hall[id].terminal;
    const auto open = [&world](int number) {
        const Terminal& terminal = world.terminals[static_cast<std::size_t>(number)];
        return terminal.opened && !terminal.finished && terminal_running(terminal);
    };
    if (own >= 0 && open(own)) return own;
    for (int i = 0; i < static_cast<int>(world.terminals.size()); ++i) {
        if (open(i)) return i;
    }
    return std::max(own, 0);
}

void replace_effect(World& world, const Command& command) {
    const VoterId id = world.hall.at_list;
    Voter& voter = world.hall.edit(id);
    world.sheets.edit(static_cast<std::size_t>(voter.ballot)).place = SheetPlace::spoiled;
    voter.ballot = no_ballot;
    voter.clear(voter_flag::spoils);
    voter.set(voter_flag::replacing);
    ++world.hall.counts.spoiled;
    const int number = printing_terminal(world, id);
    Context about = context(world, terminal_device(world, number));
    terminal_owe_ballot(world.terminals[static_cast<std::size_t>(number)], about);
    note(world, Message::ballot_replaced, command, id);
}

Refusal withdraw_check(const World& world, const Command& command) {
    const int number = terminal_of(world, command.object);
    if (number < 0) return {Message::refused_kind, {command.object}};
    if (world.terminals[static_cast<std::size_t>(number)].receipts_out == 0) {
        return {Message::refused_no_receipt_out, {command.object}, true};
    }
    return {};
}

void withdraw_effect(World& world, const Command& command) {
    const int number = terminal_of(world, command.object);
    Context about = context(world, terminal_device(world, number));
    terminal_receipt_taken(world.terminals[static_cast<std::size_t>(number)], about);
    note(world, Message::receipt_withdrawn, command);
}

// -- blank sheets

Refusal fill_check(const World& world, const Command& command) {
    const PartId stock = world.layout().find("blank_sheets");
    if (world.part(command.object).amount >= tray_capacity) {
        return {Message::refused_tray_full, {command.object}, true};
    }
    if (stock == no_part || world.part(stock).amount <= 0) {
        return {Message::refused_empty, {stock}};
    }
    if (command.has_value && (command.value < 1 || command.value > tray_capacity)) {
        return {Message::refused_no_such_value, {command.value}};
    }
    return reach(world, command.object);
}

void fill_effect(World& world, const Command& command) {
    const PartId stock = world.layout().find("blank_sheets");
    const std::int32_t room = tray_capacity - world.part(command.object).amount;
    const std::int32_t wanted = command.has_value ? static_cast<std::int32_t>(command.value) : room;
    const std::int32_t sheets = std::min({room, wanted, world.part(stock).amount});
    world.edit(stock).amount -= sheets;
    world.edit(command.object).amount += sheets;
    observe_voter(world, Message::terminal_filled, sheets, command.object, command.actor);
    part_changed(world, command.object);
}

// -- speech

/// Whoever fed a ballot and does not know what became of it is told; nobody else needs to be.
Refusal tell_about_ballot_check(const World& world, const Command& command) {
    if (!at_scanner(world, command.object)) {
        return {Message::refused_target, {command.object, command.target}};
    }
    const VoterId id = world.hall.at_scanner;
    if (id == no_voter) return {Message::refused_no_voter, {command.object}, true};
    if (world.hall[id].step != ScannerStep::unsure) {
        return {Message::refused_voter_busy, {command.object}, true};
    }
    const bool again = named(world, command.target, "ballot_not_counted");
    return again ? ballot_at_hand(world, id, command.object) : Refusal{};
}

Refusal tell_check(const World& world, const Command& command) {
    if (named(world, command.target, "ballot_counted") ||
        named(world, command.target, "ballot_not_counted")) {
        return tell_about_ballot_check(world, command);
    }
    const VoterId id = who(world, command.object);
    if (id == no_voter) return nobody(command.object);
    const Voter& voter = world.hall[id];
    const bool told = (named(world, command.target, "wait") && voter.has(voter_flag::told_wait)) ||
                      (named(world, command.target, "enquiry") && voter.has(voter_flag::enquiry));
    return told ? already(command.target) : Refusal{};
}

/// Told that it did not count, a voter takes the ballot and feeds it again, whatever the truth.
void try_again(World& world, VoterId id) {
    if (!take_ballot_back(world, id)) return;
    const Voter& voter = world.hall[id];
    Sheet& sheet = world.sheets.edit(static_cast<std::size_t>(voter.ballot));
    if (sheet.torn != 0) return go_to_list_desk(world, id);
    sheet.folded = 0;
    sheet.skew = 0;
    world.hall.edit(id).step = ScannerStep::waiting;
}

void tell_effect(World& world, const Command& command) {
    const VoterId id = who(world, command.object);
    observe_voter(world, Message::voter_told, id, command.target, command.actor);
    Voter& voter = world.hall.edit(id);
    if (named(world, command.target, "wait")) return voter.set(voter_flag::told_wait);
    if (named(world, command.target, "enquiry")) return voter.set(voter_flag::enquiry);
    if (named(world, command.target, "ballot_counted")) {
        return leave_hall(world, id, Leaving::voted);
    }
    if (named(world, command.target, "ballot_not_counted")) try_again(world, id);
}

/// Everybody in the queues has been told what is going on.
bool all_told(const World& world) {
    const Hall& hall = world.hall;
    const auto told = [&hall](VoterId id) { return hall[id].has(voter_flag::told_wait); };
    return std::all_of(hall.desk_queue.begin(), hall.desk_queue.end(), told) &&
           std::all_of(hall.list_queue.begin(), hall.list_queue.end(), told) &&
           std::all_of(hall.scanner_queue.begin(), hall.scanner_queue.end(), told);
}

Refusal announce_check(const World& world, const Command& command) {
    // What holds for the day is said once; those who wait are told as long as one of them was not.
    const bool told = (world.part(command.object).flags & part_flag::told) != 0;
    const bool so = told && (!named(world, command.object, "wait") || all_told(world));
    return so ? already(command.object) : Refusal{};
}

void announce_effect(World& world, const Command& command) {
    PartState& state = world.edit(command.object);
    state.flags = static_cast<std::uint8_t>(state.flags | part_flag::told);
    ++state.amount;
    note(world, Message::announcement, command, command.object);
    if (!named(world, command.object, "wait")) return;
    Hall& hall = world.hall;
    for (const auto* queue : {&hall.desk_queue, &hall.list_queue, &hall.scanner_queue}) {
        for (const VoterId id : *queue) hall.edit(id).set(voter_flag::told_wait);
    }
}

constexpr Kinds person{PartKind::person};
constexpr Kinds paper{PartKind::paper};
constexpr Kinds place{PartKind::place};
constexpr Kinds topic{PartKind::topic};

constexpr Verb table[] = {
    {"call",
     person,
     {},
     Use::none,
     Use::none,
     Use::none,
     3 * second,
     false,
     N_("Call the next voter of the queue to a terminal"),
     call_check,
     call_effect},
    {"send", person, place, Use::required, Use::none, Use::none, 4 * second, false,
     N_("Send a voter home, to the list desk or, with the ballot, to the emergency bin"),
     send_check, send_effect},
    {"scan",
     Kinds{PartKind::reader},
     {},
     Use::none,
     Use::optional,
     Use::none,
     2 * second,
     false,
     N_("Lay the document on the reader, have a finger put on the sensor (1 to 4) or look into "
        "the camera"),
     scan_check,
     scan_effect},
    {"hand", paper, person, Use::required, Use::none, Use::none, 2 * second, false,
     N_("Hand a voter the receipt, or the ballot against receipt and signature"), hand_check,
     hand_effect},
    {"issue", paper, person, Use::required, Use::none, Use::none, 2 * second, false,
     N_("Give a voter a ballot without asking for receipt or signature"), ballot_check,
     issue_effect},
    {"take",
     paper,
     {},
     Use::none,
     Use::none,
     Use::none,
     2 * second,
     false,
     N_("Take the receipt from the voter at the list desk"),
     take_check,
     take_effect},
    {"ask", person, topic, Use::required, Use::none, Use::none, second, false,
     N_("Ask the voter to sign the paper list"), ask_check, ask_effect},
    {"inspect",
     paper,
     {},
     Use::none,
     Use::none,
     Use::none,
     2 * second,
     false,
     N_("Look whether the next ballot is printed well"),
     inspect_check,
     inspect_effect},
    {"discard",
     paper,
     {},
     Use::none,
     Use::none,
     Use::none,
     4 * second,
     false,
     N_("Put a badly printed ballot aside; another is printed"),
     discard_check,
     discard_effect},
    {"replace", paper, person, Use::required, Use::none, Use::none, 15 * second, false,
     N_("Take a spoiled ballot back and have another printed"), replace_check, replace_effect},
    {"withdraw",
     paper,
     {},
     Use::none,
     Use::none,
     Use::none,
     3 * second,
     false,
     N_("Put a receipt aside whose voter is gone"),
     withdraw_check,
     withdraw_effect},
    {"fill",
     Kinds{PartKind::tray},
     {},
     Use::none,
     Use::optional,
     Use::none,
     20 * second,
     false,
     N_("Put blank sheets into a tray"),
     fill_check,
     fill_effect},
    {"tell", person, topic, Use::required, Use::none, Use::none, 4 * second, false,
     N_("Tell a voter something"), tell_check, tell_effect},
    {"announce",
     topic,
     {},
     Use::none,
     Use::none,
     Use::none,
     8 * second,
     false,
     N_("Announce something to all present"),
     announce_check,
     announce_effect},
};

}  // namespace

std::span<const Verb> voter_verbs() {
    return table;
}

}  // namespace sim
