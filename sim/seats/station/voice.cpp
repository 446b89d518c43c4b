#include "sim/seats/station/voice.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/core/translate.h"
#include "sim/equipment/scanner.h"
#include "sim/equipment/terminal.h"
#include "sim/seats/shared/live.h"
#include "sim/seats/station/portrait.h"
#include "sim/seats/station/voter_facts.h"
#include "sim/station/verb.h"

namespace sim::seats {

namespace {

/// One of two ways to say it, by who speaks.
const char* either(VoterId voter, const char* one, const char* other) {
    return (static_cast<unsigned>(voter) * 7U >> 1U & 1U) == 0 ? one : other;
}

bool worn_fingers(const World& world, VoterId voter) {
    const int entry = entry_of(world, voter);
    const Register& voters = world.setup->voters;
    return entry >= 0 && entry < voters.size() &&
           voters.entries[static_cast<std::size_t>(entry)].manual_worker != 0;
}

/// Words about a result that the terminal shows.
const char* at_decision(const Terminal& terminal, VoterId voter) {
    switch (terminal.result) {
        case TerminalResult::unreadable:
            return either(voter, N_("It is an old document. Can you read it all the same?"),
                          N_("It was read without trouble at the bank."));
        case TerminalResult::not_in_list:
            return either(voter, N_("How can I not be in the list? I live here."),
                          N_("But I have always voted at this station."));
        case TerminalResult::already_identified:
            return N_("Identified already? I want to vote.");
        case TerminalResult::finger_not_matched:
            return N_("Will you not let me vote because of my fingers?");
        case TerminalResult::face_not_matched:
            return N_("It is me! Look at the photograph yourself.");
        default:
            return N_("Is everything in order?");
    }
}

const char* at_finger(const World& world, const Terminal& terminal, VoterId voter) {
    if (terminal.tries == 0) return N_("Which finger shall I put on?");
    if (worn_fingers(world, voter)) {
        return N_("I have worked with my hands all my life; my fingers are worn.");
    }
    return either(voter, N_("Shall I try another finger?"),
                  N_("It has always recognised my finger before."));
}

const char* at_terminal(const World& world, const Terminal& terminal, VoterId id) {
    const Voter& voter = world.hall[id];
    if (voter.has(voter_flag::identified)) {
        switch (terminal.state) {
            case TerminalState::blocked:
                return N_("Is something the matter with the printer?");
            case TerminalState::hand_over:
                return N_("May I have the receipt?");
            default:
                return terminal.receipts_out > 0 ? N_("May I have the receipt?")
                                                 : N_("Shall I wait here for the receipt?");
        }
    }
    switch (terminal.state) {
        case TerminalState::capture_finger:
            return at_finger(world, terminal, id);
        case TerminalState::capture_face:
            return either(id, N_("Where shall I look?"), N_("Shall I take off my glasses?"));
        case TerminalState::decision:
            return at_decision(terminal, id);
        case TerminalState::lookup:
        case TerminalState::match:
        case TerminalState::match_face:
            return "";
        case TerminalState::open:
            return either(id, N_("Good day. Here is my document."),
                          N_("Good day. I have come to vote."));
        default:
            return N_("Good day. Is it not working yet?");
    }
}

const char* at_desk(const World& world, VoterId id) {
    const Voter& voter = world.hall[id];
    if (voter.has(voter_flag::replacing)) return N_("I am waiting for the new ballot.");
    if (voter.has(voter_flag::spoils)) {
        return N_("I cannot cast this ballot any more. May I have another?");
    }
    if (voter.has(voter_flag::signing)) return "";
    if (voter.has(voter_flag::signed_list)) return N_("I have signed. May I have my ballot?");
    if (voter.has(voter_flag::receipt_taken)) return N_("Where shall I sign?");
    return voter.has(voter_flag::has_receipt) ? N_("Here is my receipt.")
                                              : N_("I was sent to this desk.");
}

const char* at_the_scanner(const World& world, VoterId id) {
    const bool ready = signal(world, "scanner.ready") != 0;
    switch (world.hall[id].step) {
        case ScannerStep::waiting:
            return ready ? either(id, N_("Does it matter which side is up?"), "")
                         : N_("The light is not green. Shall I wait?");
        case ScannerStep::deciding:
            return N_("It asks me something. What shall I do?");
        case ScannerStep::unsure:
            return either(id, N_("Was my ballot counted now, or not?"),
                          N_("What has become of my ballot? Does it count?"));
        case ScannerStep::returned:
            return N_("It has given my ballot back.");
        default:
            return "";
    }
}

int terminal_number(const World& world, PartId person) {
    return number_of(world, person, DeviceClass::terminal);
}

bool known_at_terminal(const Terminal& terminal) {
    if (terminal.test || terminal.document.entry < 0) return false;
    switch (terminal.state) {
        case TerminalState::open:
        case TerminalState::lookup:
            return false;
        case TerminalState::decision:
            return terminal.result != TerminalResult::unreadable &&
                   terminal.result != TerminalResult::not_in_list;
        default:
            return terminal.has_document;
    }
}

/// What is told, asked or announced, in the words that are spoken.
struct Phrase {
    std::string_view verb;
    std::string_view noun;
    const char* words;
};
constexpr std::array<Phrase, 13> phrases{{
    {"tell", "wait", N_("Please be patient. I will tell you what happened and how long it takes.")},
    {"tell", "enquiry", N_("I will tell you where to ask about the voter list.")},
    {"tell", "ballot_counted", N_("Your ballot is counted. You may go.")},
    {"tell", "ballot_not_counted", N_("Your ballot is not counted. Please feed it again.")},
    {"ask", "signature", N_("Please sign here.")},
    {"send", "list_desk", N_("Please go to the list desk for another ballot.")},
    {"send", "emergency", N_("Please put the ballot into the emergency bin.")},
    {"send", "home", N_("You cannot vote here. Please go home.")},
    {"announce", "wait", N_("Everyone, this is what happened and how long it will take.")},
    {"announce", "closing", N_("Polls are closing: only those inside may vote.")},
    {"call", "hotline", N_("Call the support line")},
    {"call", "tec", N_("Call the territorial commission")},
    {"call", "courier", N_("Call the courier")},
}};

/// Whether what is said can be meant for the person at that place at all.
bool fits(const World& world, std::string_view noun, PartId person) {
    const std::string& name = world.layout()[person].name;
    const bool about_ballot = noun == "ballot_counted" || noun == "ballot_not_counted" ||
                              noun == "list_desk" || noun == "emergency";
    if (about_ballot) return name == "scanner.voter";
    if (noun == "signature") return name == "desk.voter";
    if (noun == "enquiry") return terminal_number(world, person) >= 0 || name == "desk.voter";
    return true;
}

std::optional<Reply> reply(const World& world, const Phrase& phrase, PartId object, PartId target,
                           PostId actor, const Reader& reader) {
    const auto id = find_verb(phrase.verb, world.layout()[object].kind);
    if (!id) return std::nullopt;
    Reply made;
    made.command.verb = *id;
    made.command.object = object;
    made.command.target = target;
    made.command.actor = actor;
    made.command.author = Seat::trainee;
    made.command.time = world.now;
    made.name = fmt::format("{}.{}", phrase.verb, phrase.noun);
    made.label = reader.translate(phrase.words);
    const Refusal refusal = check(world, made.command);
    made.enabled = !refusal;
    if (refusal) made.reason = describe(refusal, *world.setup, reader);
    return made;
}

std::vector<Reply> spoken(const World& world, std::string_view verb_word, PostId actor,
                          const Reader& reader) {
    std::vector<Reply> result;
    for (const Phrase& phrase : phrases) {
        if (phrase.verb != verb_word) continue;
        const PartId noun = world.layout().find(phrase.noun);
        if (noun == no_part) continue;
        if (auto one = reply(world, phrase, noun, no_part, actor, reader)) {
            result.push_back(std::move(*one));
        }
    }
    return result;
}

}  // namespace

std::vector<std::string> voter_says(const World& world, PartId person, const Reader& reader) {
    std::vector<std::string> said;
    if (person == no_part || world.layout()[person].kind != PartKind::person) return said;
    const auto say = [&](const char* words) {
        if (*words != '\0') said.emplace_back(reader.translate(words));
    };
    if (world.layout()[person].name == "queue") {
        const auto& queue = world.hall.desk_queue;
        const bool asks = std::any_of(queue.begin(), queue.end(), [&](VoterId id) {
            return world.hall[id].has(voter_flag::asked) &&
                   !world.hall[id].has(voter_flag::told_wait);
        });
        if (asks) say(N_("What has happened? How long shall we have to wait?"));
        return said;
    }
    const VoterId voter = voter_there(world, person);
    if (voter == no_voter) return said;
    const int number = terminal_number(world, person);
    if (number >= 0 && world.layout()[person].role == Role::voter) {
        say(at_terminal(world, world.terminals[static_cast<std::size_t>(number)], voter));
    } else if (world.layout()[person].name == "desk.voter") {
        say(at_desk(world, voter));
    } else if (world.layout()[person].name == "scanner.voter") {
        say(at_the_scanner(world, voter));
    }
    if (world.hall[voter].has(voter_flag::enquiry)) say(N_("I will ask there. Thank you."));
    if (world.hall[voter].has(voter_flag::told_wait)) say(N_("All right, I will wait."));
    return said;
}

std::vector<std::string> voter_says(const World& world, DeviceId terminal, const Reader& reader) {
    if (terminal == no_device) return {};
    return voter_says(world, world.layout().device(terminal).part(Role::voter), reader);
}

std::string voter_title(const World& world, PartId person, const Reader& reader) {
    if (person == no_part) return {};
    const VoterId voter = voter_there(world, person);
    if (voter == no_voter) return {};
    const int number = terminal_number(world, person);
    int entry = -1;
    if (number >= 0) {
        const Terminal& terminal = world.terminals[static_cast<std::size_t>(number)];
        if (known_at_terminal(terminal)) entry = terminal.document.entry;
    } else if (world.layout()[person].name == "desk.voter") {
        // The receipt names the voter; at the scanner nobody is known by name.
        entry = entry_of(world, voter);
    }
    const Register& voters = world.setup->voters;
    if (entry < 0 || entry >= voters.size()) return {};
    return fmt::format("{}, {}", machine::name_of_voter(voters, entry, reader.language),
                       voters.age(entry));
}

std::vector<Reply> replies_to(const World& world, PartId person, PostId actor,
                              const Reader& reader) {
    std::vector<Reply> result;
    if (person == no_part || voter_there(world, person) == no_voter) return result;
    for (const Phrase& phrase : phrases) {
        if (phrase.verb != "tell" && phrase.verb != "ask" && phrase.verb != "send") continue;
        const PartId noun = world.layout().find(phrase.noun);
        if (noun == no_part || !fits(world, phrase.noun, person)) continue;
        if (auto one = reply(world, phrase, person, noun, actor, reader)) {
            result.push_back(std::move(*one));
        }
    }
    return result;
}

bool answers(const World& world, PartId person, const Command& command) {
    const VoterId voter = person == no_part ? no_voter : voter_there(world, person);
    const PartId noun = command.target != no_part ? command.target : command.object;
    if (voter == no_voter || noun == no_part) return false;
    const std::string_view name = world.layout()[noun].name;
    const std::string_view place = world.layout()[person].name;
    const Voter& who = world.hall[voter];
    if (place == "scanner.voter") {
        const bool ballot = name == "ballot_counted" || name == "ballot_not_counted";
        if (who.step == ScannerStep::waiting) {
            return name == "wait" && signal(world, "scanner.ready") == 0;
        }
        return ballot && (who.step == ScannerStep::unsure || who.step == ScannerStep::returned);
    }
    if (place == "desk.voter") {
        const bool signs = who.has(voter_flag::receipt_taken) && !who.has(voter_flag::signed_list);
        return name == "signature" && signs;
    }
    const int number = terminal_number(world, person);
    if (number < 0) return false;
    const TerminalState state = world.terminals[static_cast<std::size_t>(number)].state;
    if (state == TerminalState::decision) return name == "enquiry";
    return name == "wait" && state != TerminalState::open;
}

std::string spoken_words(const World& world, const Command& command, const Reader& reader) {
    const std::string_view word = verb(command.verb).name;
    const PartId noun = command.target != no_part ? command.target : command.object;
    if (noun == no_part) return {};
    const std::string& name = world.layout()[noun].name;
    for (const Phrase& phrase : phrases) {
        if (phrase.verb == word && phrase.noun == name) {
            return std::string(reader.translate(phrase.words));
        }
    }
    return {};
}

std::vector<Reply> announcements(const World& world, PostId actor, const Reader& reader) {
    return spoken(world, "announce", actor, reader);
}

std::vector<Reply> calls(const World& world, PostId actor, const Reader& reader) {
    return spoken(world, "call", actor, reader);
}

std::vector<Heard> heard(const World& world, std::span<const Observation> seen, PartId channel,
                         const Reader& reader, std::size_t most) {
    std::vector<Heard> lines;
    for (auto one = seen.rbegin(); one != seen.rend() && lines.size() < most; ++one) {
        switch (one->message) {
            case Message::answer:
            case Message::call_answered:
            case Message::advice_power:
            case Message::advice_jam:
            case Message::advice_signal:
            case Message::advice_card:
                break;
            default:
                continue;
        }
        const auto speaker = static_cast<PartId>(one->arguments[0]);
        if (one->time > world.now || (channel != no_part && speaker != channel)) continue;
        lines.push_back({one->time, speaker, describe(*one, *world.setup, reader)});
    }
    return lines;
}

PartId ringing(const World& world) {
    return static_cast<PartId>(std::max<std::int32_t>(world.count.waiting_answer, no_part));
}

}  // namespace sim::seats
