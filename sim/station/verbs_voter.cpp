// What is said to voters, and the table of all verbs about them.

#include <algorithm>
#include <tuple>

#include "engine/core/translate.h"
#include "sim/station/reach.h"
#include "sim/station/verb.h"
#include "sim/station/verbs_voter.h"

namespace sim {

VoterId who(const World& world, PartId part) {
    const int number = terminal_of(world, part);
    if (number >= 0) return world.hall.at_terminal[static_cast<std::size_t>(number)];
    if (named(world, part, "desk.voter")) return world.hall.at_list;
    const int scanner = scanner_place(world, part);
    return scanner >= 0 ? world.hall.voter_at(scanner) : no_voter;
}

int scanner_place(const World& world, PartId person) {
    constexpr std::string_view place = ".voter";
    std::string_view name = world.layout()[person].name;
    if (!name.ends_with(place)) return -1;
    name.remove_suffix(place.size());
    const DeviceId device = world.layout().find_device(name);
    if (device == no_device) return -1;
    const DeviceSpec& spec = world.layout().device(device);
    return spec.device_class == DeviceClass::scanner ? spec.number : -1;
}

Refusal ballot_at_hand(const World& world, VoterId id, PartId person) {
    const Voter& voter = world.hall[id];
    const bool busy = voter.step == ScannerStep::in_scanner || voter.step == ScannerStep::deciding;
    if (voter.ballot == no_ballot || busy) return {Message::refused_voter_busy, {person}};
    const Sheet& sheet = world.sheets[static_cast<std::size_t>(voter.ballot)];
    const Scanner& scanner = voters_scanner(world, id);
    const bool lies = scanner.at_front == voter.ballot || scanner.loose == voter.ballot;
    if (sheet.place != SheetPlace::issued && !lies) {
        return {Message::refused_voter_busy, {person}};
    }
    return {};
}

namespace {

using engine::second;

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
        return {Message::refused_person_there, {command.object}, true};
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

PartId emergency_bin(const World& world, VoterId voter) {
    const DeviceId scanner =
        world.layout().device_of(DeviceClass::scanner, world.hall.scanner_of(voter));
    return scanner == no_device ? no_part
                                : world.layout().device(scanner).part(Role::emergency_bin);
}

Refusal send_check(const World& world, const Command& command) {
    const VoterId id = who(world, command.object);
    if (id == no_voter) return nobody(command.object);
    if (named(world, command.target, "home")) return {};
    if (!at_scanner(world, command.object)) {
        return {Message::refused_target, {command.object, command.target}};
    }
    if (named(world, command.target, "emergency")) {
        const PartId bin = emergency_bin(world, id);
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
    // Whom the register wrongly holds for identified goes to the territorial commission, if told.
    const bool referred = voter.has(voter_flag::enquiry) && voter.place == VoterPlace::terminal &&
                          world.terminals[static_cast<std::size_t>(voter.terminal)].document.marked;
    if (!voter.has(voter_flag::identified) && !referred && eligible(world, id)) {
        ++world.truth.sent_home_eligible;
    }
    observe_voter(world, Message::voter_sent_home, id, 0, by);
    leave_hall(world, id, Leaving::sent_home);
}

void into_emergency_bin(World& world, VoterId id) {
    if (!take_ballot_back(world, id)) return;
    const PartId bin = emergency_bin(world, id);
    Voter& voter = world.hall.edit(id);
    world.sheets.edit(static_cast<std::size_t>(voter.ballot)).place = SheetPlace::emergency_bin;
    voter.ballot = no_ballot;
    voter.set(voter_flag::in_emergency);
    ++world.hall.counts.emergency;
    ++world.edit(bin).amount;
    observe_voter(world, Message::voter_emergency);
    leave_hall(world, id, Leaving::voted);
}

void send_effect(World& world, const Command& command) {
    const VoterId id = who(world, command.object);
    if (named(world, command.target, "home")) return send_home(world, id, command.actor);
    if (named(world, command.target, "emergency")) return into_emergency_bin(world, id);
    if (take_ballot_back(world, id)) go_to_list_desk(world, id);
}

// -- speech

/// Whoever fed a ballot and does not know what became of it is told; nobody else needs to be.
Refusal tell_about_ballot_check(const World& world, const Command& command) {
    if (!at_scanner(world, command.object)) {
        return {Message::refused_target, {command.object, command.target}};
    }
    const VoterId id = who(world, command.object);
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

/// What a word from the chair puts an end to: strangers, and observers denied what is theirs.
bool disorder(Parameter parameter) {
    return parameter == Parameter::strangers || parameter == Parameter::observers_free ||
           parameter == Parameter::copies_free;
}

bool in_order(const World& world) {
    return room_value(world, Parameter::strangers) == 0 &&
           room_value(world, Parameter::observers_free) != 0 &&
           room_value(world, Parameter::copies_free) != 0;
}

void restore_order(World& world, const Command& command) {
    if (in_order(world)) return;
    for (Perturbation& change : world.perturbations) {
        if (disorder(change.parameter) && change.start <= world.now) {
            change.end = std::min(change.end, world.now);
        }
    }
    note(world, Message::order_restored, command);
}

Refusal announce_check(const World& world, const Command& command) {
    // What holds for the day is said once; those who wait are told as long as one of them was not.
    const bool told = (world.part(command.object).flags & part_flag::told) != 0;
    const bool so = told && (!named(world, command.object, "wait") || all_told(world)) &&
                    (!named(world, command.object, "order") || in_order(world));
    return so ? already(command.object) : Refusal{};
}

void announce_effect(World& world, const Command& command) {
    PartState& state = world.edit(command.object);
    state.flags = static_cast<std::uint8_t>(state.flags | part_flag::told);
    ++state.amount;
    note(world, Message::announcement, command, command.object);
    if (named(world, command.object, "order")) restore_order(world, command);
    if (!named(world, command.object, "wait")) return;
    Hall& hall = world.hall;
    for (const auto* queue : {&hall.desk_queue, &hall.list_queue, &hall.scanner_queue}) {
        for (const VoterId id : *queue) hall.edit(id).set(voter_flag::told_wait);
    }
}

/// The receipt at its terminal, the ballot at the list desk.
Refusal hand_check(const World& world, const Command& command) {
    return terminal_of(world, command.object) >= 0 ? hand_receipt_check(world, command)
                                                   : hand_ballot_check(world, command);
}

void hand_effect(World& world, const Command& command) {
    if (terminal_of(world, command.object) >= 0) return hand_receipt_effect(world, command);
    issue_effect(world, command);
}

constexpr Kinds person{PartKind::person};
constexpr Kinds paper{PartKind::paper};
constexpr Kinds place{PartKind::place};
constexpr Kinds topic{PartKind::topic};

constexpr Verb table[] = {
    verb_row("call", person, 3 * second, N_("Call the next voter of the queue to a terminal"),
             call_check, call_effect),
    verb_row_to("send", person, place, 4 * second,
                N_("Send a voter home, to the list desk or, with the ballot, to the emergency bin"),
                send_check, send_effect),
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
    verb_row_to("hand", paper, person, 2 * second,
                N_("Hand a voter the receipt, or the ballot against receipt and signature"),
                hand_check, hand_effect),
    verb_row_to("issue", paper, person, 2 * second,
                N_("Give a voter a ballot without asking for receipt or signature"), ballot_check,
                issue_effect),
    verb_row("take", paper, 2 * second, N_("Take the receipt from the voter at the list desk"),
             take_receipt_check, take_receipt_effect),
    verb_row_to("ask", person, topic, second, N_("Ask the voter to sign the paper list"), ask_check,
                ask_effect),
    verb_row("inspect", paper, 2 * second, N_("Look whether the next ballot is printed well"),
             inspect_check, inspect_effect),
    verb_row("discard", paper, 4 * second,
             N_("Put a badly printed ballot aside; another is printed"), discard_check,
             discard_effect),
    verb_row_to("replace", paper, person, 15 * second,
                N_("Take a spoiled ballot back and have another printed"), replace_check,
                replace_effect),
    verb_row("withdraw", paper, 3 * second, N_("Put a receipt aside whose voter is gone"),
             withdraw_check, withdraw_effect),
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
    verb_row_to("tell", person, topic, 4 * second, N_("Tell a voter something"), tell_check,
                tell_effect),
    verb_row("announce", topic, 8 * second, N_("Announce something to all present"), announce_check,
             announce_effect),
};

}  // namespace

std::span<const Verb> voter_verbs() {
    return table;
}

}  // namespace sim
